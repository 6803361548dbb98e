//! Remedies: the ways to contest a decision, which any adverse decision and any receipt of a request that silence rejects
//! must state.

use serde::{Deserialize, Serialize};

use crate::deadline::Period;
use crate::sentence::{Sentence, Value};

/// A way to contest a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    /// Which way.
    pub kind: RemedyKind,
    /// To whom it is addressed: the author of the decision, their superior, or the court with its address.
    pub addressee: String,
    /// Within how long. Special regimes prevail (L100-1): it is data of the procedure.
    pub delay: Period,
}

/// The ways to contest a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemedyKind {
    /// To the author of the decision (L411-2).
    Gracious,
    /// To the superior of the author (L411-2).
    Hierarchical,
    /// To the body that a text makes one turn to before any court (L342-1 for documents; L412-3 for appeals): its name
    /// comes with the text.
    Prior,
    /// To the administrative court (CJA R421-1: to be confirmed).
    Contentious,
}

/// From when the time limit of a remedy runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Against {
    /// A decision that is notified (L221-8).
    Decision,
    /// A rejection born of silence.
    ImpliedRejection,
}

impl Remedy {
    /// The usual remedies against a decision of a commune: to its author (the mayor) and to the court named by the
    /// configuration, within two months (L411-2; CJA R421-1: to be confirmed).
    #[must_use]
    pub fn usual(author: &str, court: &str) -> Vec<Self> {
        let within_two_months = |kind, addressee: &str| Self {
            kind,
            addressee: addressee.to_owned(),
            delay: Period::TWO_MONTHS,
        };
        vec![
            within_two_months(RemedyKind::Gracious, author),
            within_two_months(RemedyKind::Contentious, court),
        ]
    }

    /// Whether it says to whom it goes.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.addressee.trim().is_empty()
    }

    pub(crate) fn sentence(&self, against: Against) -> Sentence {
        let key = match (against, self.kind) {
            (Against::Decision, RemedyKind::Gracious) => "law-remedy-decision-gracious",
            (Against::Decision, RemedyKind::Hierarchical) => "law-remedy-decision-hierarchical",
            (Against::Decision, RemedyKind::Prior) => "law-remedy-decision-prior",
            (Against::Decision, RemedyKind::Contentious) => "law-remedy-decision-contentious",
            (Against::ImpliedRejection, RemedyKind::Gracious) => "law-remedy-silence-gracious",
            (Against::ImpliedRejection, RemedyKind::Hierarchical) => {
                "law-remedy-silence-hierarchical"
            }
            (Against::ImpliedRejection, RemedyKind::Prior) => "law-remedy-silence-prior",
            (Against::ImpliedRejection, RemedyKind::Contentious) => {
                "law-remedy-silence-contentious"
            }
        };
        Sentence::plain(key)
            .text("addressee", &self.addressee)
            .with("delay", Value::Period(self.delay))
    }
}

/// Whether remedies can be opposed to the person: each says to whom it goes, and one leads to a court (CJA R421-5: to be
/// confirmed).
pub(crate) fn are_sufficient(remedies: &[Remedy]) -> bool {
    remedies.iter().all(Remedy::is_complete)
        && remedies
            .iter()
            .any(|remedy| remedy.kind == RemedyKind::Contentious)
}
