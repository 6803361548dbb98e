//! What a collectivité promises of a démarche beyond the law, and the special rules that prevail over the ordinary ones.

use parvis_form::Text;
use parvis_law::{Period, SilenceEffect};
use serde::{Deserialize, Serialize};
use serde_saphyr::{Location, Spanned};

use crate::source::{CommitmentsSource, RegimeSource};
use crate::values::Checker;

/// What the service promises; shown on the page of the démarche.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitments {
    /// The answer comes within this many days after a complete request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_days: Option<u16>,
    /// A message is answered within this many working days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_days: Option<u16>,
    /// At least this many people in a hundred say that they are satisfied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<u16>,
}

/// Special rules that prevail over the ordinary ones (CRPA L100-1), such as those of town planning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regime {
    /// What they are called.
    pub name: Text,
    /// The text that sets them.
    pub legal_basis: String,
    /// What they change for the person.
    pub text: Text,
}

impl Checker {
    /// What is promised. A promise of nothing is a mistake.
    pub fn commitments(
        &mut self,
        written: Option<Spanned<CommitmentsSource>>,
    ) -> Option<Commitments> {
        const EXPECTED: &str = "`answer_days`, `message_days`, `satisfaction`, or several of them";
        let Spanned {
            value, referenced, ..
        } = written?;
        let mut promised = |name, allowed, written: Option<Spanned<u16>>| {
            written.map(|number| self.number(name, allowed, Some(number)))
        };
        let commitments = Commitments {
            answer_days: promised("answer_days", 1..=730, value.answer_days),
            message_days: promised("message_days", 1..=60, value.message_days),
            satisfaction: promised("satisfaction", 1..=100, value.satisfaction),
        };
        if commitments.is_empty() {
            self.problems
                .note_expecting(referenced, "nothing is promised", EXPECTED);
        }
        Some(commitments)
    }

    /// A promise longer than the delay after which silence decides would promise less than the law.
    pub fn promises_no_less_than_the_law(
        &mut self,
        at: Option<Location>,
        commitments: Option<&Commitments>,
        silence: &SilenceEffect,
    ) {
        let promised = commitments.and_then(|commitments| commitments.answer_days);
        let decided = silence.implied().map(|implied| at_most_days(implied.delay));
        if let (Some(at), Some(promised), Some(days)) = (at, promised, decided)
            && promised > days
        {
            let message = "the answer is promised later than silence decides";
            let expected = format!("at most {days} days");
            self.problems.note_expecting(at, message, expected);
        }
    }

    /// The special rules.
    pub fn regime(&mut self, written: Option<Spanned<RegimeSource>>) -> Option<Regime> {
        let Spanned {
            value, referenced, ..
        } = written?;
        Some(self.within(referenced, |inside| {
            let cited = inside.required(
                "legal_basis",
                "the text that sets these rules",
                value.legal_basis,
            );
            Regime {
                name: inside.short("name", "what these rules are called", value.name),
                legal_basis: cited.map(|cited| cited.value).unwrap_or_default(),
                text: inside.long("text", "what they change for the person", value.text),
            }
        }))
    }
}

impl Commitments {
    const fn is_empty(self) -> bool {
        self.answer_days.is_none() && self.message_days.is_none() && self.satisfaction.is_none()
    }
}

/// The days of a period at most: a month has 31 of them at most.
const fn at_most_days(period: Period) -> u16 {
    match period {
        Period::Months(months) => months as u16 * 31,
        Period::Days(days) => days,
    }
}
