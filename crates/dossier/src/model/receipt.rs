//! What was promised at deposit, kept as it was given: the service may move, the procedure may change.

use parvis_kernel::Instant;
use parvis_law::{
    HolidayCalendar, Receipt, ReceiptFacts, Remedy, ServiceContact, SilenceEffect, Zone,
};
use serde::{Deserialize, Serialize};

/// The facts of a receipt, sealed with the dossier; the receipt itself is rebuilt from them each time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenReceipt {
    /// The version of this document.
    pub version: u32,
    /// The number of the dossier.
    pub number: String,
    /// When the deposit arrived.
    pub received_at: Instant,
    /// The IANA name of the zone in which its day is counted.
    pub zone: String,
    /// The code of the département, which decides the public holidays.
    pub departement: String,
    /// The service in charge.
    pub service: ServiceContact,
    /// Whether a decision is asked.
    pub request: bool,
    /// What silence leads to.
    pub silence: Option<SilenceEffect>,
    /// The remedies against a rejection born of silence.
    pub remedies: Vec<Remedy>,
}

impl GivenReceipt {
    /// The receipt that the law makes of these facts.
    #[must_use]
    pub fn receipt(&self) -> Receipt {
        Receipt::build(&ReceiptFacts {
            number: self.number.clone(),
            received_at: self.received_at,
            zone: zone_of(&self.zone),
            holidays: HolidayCalendar::of_departement(&self.departement),
            service: self.service.clone(),
            request: self.request,
            silence: self.silence.clone(),
            remedies: self.remedies.clone(),
        })
    }
}

/// The zone of a stored name; the one of metropolitan France when the name became unknown.
pub(crate) fn zone_of(name: &str) -> Zone {
    Zone::named(name).unwrap_or_default()
}
