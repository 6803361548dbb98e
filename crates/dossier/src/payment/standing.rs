//! Where a payment stands: derived from dated facts, by one function.

use parvis_kernel::{AgentId, Ctx, Instant, PaymentOrderId};
use parvis_store::Tx;

use crate::error::DossierError;
use crate::model::Dossier;
use crate::store;

/// Where the payment of a dossier stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Somebody who did not decide must look at the account.
    ToCheck,
    /// The account is not the person's: another one is asked of them.
    Asked,
    /// The account is checked, and nothing is ordered yet.
    Checked,
    /// It is in an order that is not sent yet.
    Ordered,
    /// Its order was sent to the finance department.
    Sent(Instant),
}

/// What a decision gave, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Owed {
    pub(crate) decided_by: AgentId,
    /// What the second agent said, who they are, and when.
    pub(crate) check: Option<(bool, AgentId, Instant)>,
    /// What was checked, still sealed.
    pub(crate) sealed: Option<Vec<u8>>,
    pub(crate) order: Option<OrderSeen>,
}

/// The order that a payment is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OrderSeen {
    pub(crate) id: PaymentOrderId,
    pub(crate) number: i64,
    pub(crate) sent_at: Option<Instant>,
}

impl Owed {
    pub(crate) fn standing(&self) -> Standing {
        match (&self.order, &self.check) {
            (Some(order), _) => order.sent_at.map_or(Standing::Ordered, Standing::Sent),
            (None, None) => Standing::ToCheck,
            (None, Some((true, ..))) => Standing::Checked,
            (None, Some((false, ..))) => Standing::Asked,
        }
    }
}

/// What the decision on a dossier gave, if it gave something.
pub(crate) fn found(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    dossier: &Dossier,
) -> Result<Option<Owed>, DossierError> {
    store::payment(tx, ctx.organisation, dossier.id)
}
