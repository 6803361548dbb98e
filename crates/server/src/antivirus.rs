//! What those who look after the house are told of the antivirus.

use std::sync::Arc;
use std::time::Duration;

use parvis_administration::{Antivirus, AntivirusStanding};
use parvis_dossier::examine::{Seen, Signatures, Watch};
use parvis_kernel::Instant;

/// Signatures older than this do not know what goes round now.
const OUTDATED: Duration = Duration::from_secs(7 * 24 * 3600);

/// Whether signatures say of themselves that they are too old. The time zone of the antivirus makes no difference.
pub(crate) fn are_outdated(signatures: &Signatures, now: Instant) -> bool {
    let made = signatures.made_at();
    let made = made.and_then(|made| made.to_zoned(jiff::tz::TimeZone::UTC).ok());
    made.is_some_and(|made| made.timestamp() + OUTDATED < now)
}

/// What the page of those who administer asks.
pub(crate) fn standing(watch: &Watch) -> Antivirus {
    let watch = watch.clone();
    Antivirus(Arc::new(move |now| match watch.seen() {
        Seen::Absent => AntivirusStanding::Absent,
        Seen::Unknown => AntivirusStanding::Unknown,
        Seen::Silent { since } => AntivirusStanding::Silent { since },
        Seen::Answers { signatures, .. } => AntivirusStanding::Answers {
            outdated: are_outdated(&signatures, now),
            signatures: signatures.to_string(),
        },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_of_more_than_a_week_are_told() {
        let now: Instant = "2026-11-22T12:00:00Z".parse().unwrap();
        let old = |text| are_outdated(&Signatures::said(text).unwrap(), now);
        assert!(!old("ClamAV 1.4.6/27456/Sun Nov 22 09:12:13 2026"));
        assert!(!old("ClamAV 1.4.6/27456/Mon Nov 16 09:12:13 2026"));
        assert!(old("ClamAV 1.4.6/27440/Fri Nov  6 09:12:13 2026"));
        assert!(!old("ClamAV 1.4.6"), "unknown is not old");
    }
}
