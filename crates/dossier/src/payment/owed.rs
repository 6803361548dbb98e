//! How much a decision on a démarche that pays gives: an amount, within what was voted.

use parvis_demarche::{Payment, ProcedureFile};
use parvis_form::Answers;
use parvis_law::Outcome;

/// Why an amount cannot be what is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotOwed {
    /// A favourable decision says no amount.
    Missing,
    /// It gives more than the démarche may.
    TooMuch {
        /// The most, in euro cents.
        most: i64,
    },
    /// It gives less than the rule proposes, and says that it gives everything: that is a part, with reasons (CRPA L211-2, 6°).
    UnderRule {
        /// What the rule proposes, in euro cents.
        proposed: i64,
    },
}

/// What the rule of the démarche proposes, within its most.
pub(crate) fn proposed(file: &ProcedureFile, answers: &Answers) -> Option<i64> {
    let payment = file.payment.as_ref()?;
    let cents = payment.amount.as_ref()?.cents(answers)?;
    Some(cents.min(payment.max)).filter(|cents| *cents > 0)
}

/// Whether a decision gives what it may: nothing to say for a refusal, and for a démarche that does not pay.
pub(crate) fn owed(
    payment: Option<&Payment>,
    proposed: Option<i64>,
    outcome: Option<Outcome>,
    amount: Option<i64>,
) -> Result<Option<i64>, NotOwed> {
    let (Some(payment), Some(outcome)) = (payment, outcome) else {
        return Ok(None);
    };
    if outcome == Outcome::Refused {
        return Ok(None);
    }
    let amount = amount.ok_or(NotOwed::Missing)?;
    if amount > payment.max {
        return Err(NotOwed::TooMuch { most: payment.max });
    }
    match proposed {
        Some(proposed) if outcome == Outcome::InFull && amount < proposed => {
            Err(NotOwed::UnderRule { proposed })
        }
        _ => Ok(Some(amount)),
    }
}

#[cfg(test)]
mod tests {
    use parvis_demarche::{Budget, Holder};

    use super::*;

    #[test]
    fn a_favourable_decision_gives_an_amount_within_what_was_voted() {
        let payment = Payment {
            iban: "iban".parse().unwrap(),
            holder: Holder::Identity,
            proof: None,
            amount: None,
            max: 100_000,
            budget: Budget {
                imputation: "65".to_owned(),
                justification: "Décision".to_owned(),
            },
        };
        let of = |proposed, outcome, amount| owed(Some(&payment), proposed, Some(outcome), amount);
        let most = NotOwed::TooMuch { most: 100_000 };
        let under = NotOwed::UnderRule { proposed: 50_000 };
        assert_eq!(of(None, Outcome::InFull, None), Err(NotOwed::Missing));
        assert_eq!(of(None, Outcome::InFull, Some(100_000)), Ok(Some(100_000)));
        assert_eq!(of(None, Outcome::InFull, Some(100_001)), Err(most));
        assert_eq!(of(None, Outcome::WithConditions, Some(100_001)), Err(most));
        assert_eq!(of(Some(50_000), Outcome::InFull, Some(49_999)), Err(under));
        assert_eq!(of(Some(50_000), Outcome::InPart, Some(1)), Ok(Some(1)));
        assert_eq!(
            of(Some(50_000), Outcome::InFull, Some(60_000)),
            Ok(Some(60_000))
        );
        assert_eq!(of(Some(50_000), Outcome::Refused, None), Ok(None));
        assert_eq!(owed(None, None, Some(Outcome::InFull), None), Ok(None));
    }
}
