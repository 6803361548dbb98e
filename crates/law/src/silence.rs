//! What silence means: mandatory data of every procedure, set by its author, checked here.

use serde::{Deserialize, Serialize};

use crate::deadline::Period;

/// What the silence of the administration leads to. An implied decision is only had through [`SilenceEffect::build`], which checks it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "SilenceFacts", into = "SilenceFacts")]
pub enum SilenceEffect {
    /// Silence accepts (L231-1).
    Accepted(ImpliedDecision),
    /// Silence rejects (L231-4, L231-5).
    Rejected(ImpliedDecision),
    /// Silence decides nothing, for a stated reason: the sending asks for no decision, or a text excludes it.
    None {
        /// Why.
        reason: String,
        /// The text, where there is one.
        legal_basis: Option<String>,
    },
}

/// A decision that silence will make.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ImpliedDecision {
    /// After how long.
    pub delay: Period,
    /// The text that gives silence this effect.
    pub legal_basis: String,
    /// The text that sets another delay than two months (L231-6).
    pub delay_basis: Option<String>,
    /// The request is about money.
    pub financial: bool,
    /// The text that lets silence accept a financial request (L231-4 3°: social security, by decree).
    pub exception: Option<String>,
}

/// What an author writes about silence; stored and read as such.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SilenceFacts {
    /// What it leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<EffectKind>,
    /// After how long: `2 months`, `30 days`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay: Option<Period>,
    /// The text that gives silence this effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
    /// The text that sets another delay than two months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_basis: Option<String>,
    /// The request is about money: an aid, a grant, a price, a reimbursement.
    pub financial: bool,
    /// The text that lets silence accept a financial request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
    /// Why silence decides nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What silence may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EffectKind {
    /// Silence accepts.
    Accepted,
    /// Silence rejects.
    Rejected,
    /// Silence decides nothing.
    None,
}

/// Why the statement of an author about silence cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SilenceProblem {
    /// The effect is not stated.
    #[error("the effect of silence is not stated")]
    EffectMissing,
    /// An implied decision has no delay.
    #[error("the delay after which silence decides is not stated")]
    DelayMissing,
    /// The text that gives silence its effect is not cited.
    #[error("the legal basis of the effect of silence is not cited")]
    LegalBasisMissing,
    /// Another delay than two months cites no text (L231-6: set by a decree).
    #[error("a delay other than two months cites no text (CRPA L231-6)")]
    DelayWithoutBasis,
    /// Silence rejects a financial request (L231-4 3°), except where a text says otherwise.
    #[error(
        "silence rejects a financial request unless a text is cited as an exception (CRPA L231-4 3°)"
    )]
    FinancialAcceptance,
    /// "No effect" has no reason.
    #[error("the reason why silence decides nothing is not stated")]
    ReasonMissing,
}

impl SilenceProblem {
    /// The message of the room's words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::EffectMissing => "law-silence-effect-missing",
            Self::DelayMissing => "law-silence-delay-missing",
            Self::LegalBasisMissing => "law-silence-basis-missing",
            Self::DelayWithoutBasis => "law-silence-delay-without-basis",
            Self::FinancialAcceptance => "law-silence-financial-acceptance",
            Self::ReasonMissing => "law-silence-reason-missing",
        }
    }
}

/// All that is wrong at once, for a loader that stops at the first error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct SilenceProblems(
    /// Each problem.
    pub Vec<SilenceProblem>,
);

impl SilenceEffect {
    /// Checks what an author states.
    ///
    /// # Errors
    /// Everything that is missing or contradicts the code, at once.
    pub fn build(facts: SilenceFacts) -> Result<Self, Vec<SilenceProblem>> {
        match facts.effect {
            None => Err(vec![SilenceProblem::EffectMissing]),
            Some(EffectKind::None) => Self::without_decision(facts),
            Some(EffectKind::Accepted) => ImpliedDecision::build(facts, true).map(Self::Accepted),
            Some(EffectKind::Rejected) => ImpliedDecision::build(facts, false).map(Self::Rejected),
        }
    }

    fn without_decision(facts: SilenceFacts) -> Result<Self, Vec<SilenceProblem>> {
        let reason = stated(facts.reason).ok_or_else(|| vec![SilenceProblem::ReasonMissing])?;
        Ok(Self::None {
            reason,
            legal_basis: stated(facts.legal_basis),
        })
    }

    /// Accepted, rejected or nothing.
    #[must_use]
    pub const fn kind(&self) -> EffectKind {
        match self {
            Self::Accepted(_) => EffectKind::Accepted,
            Self::Rejected(_) => EffectKind::Rejected,
            Self::None { .. } => EffectKind::None,
        }
    }

    /// The decision that silence will make, if it makes one.
    #[must_use]
    pub const fn implied(&self) -> Option<&ImpliedDecision> {
        match self {
            Self::Accepted(implied) | Self::Rejected(implied) => Some(implied),
            Self::None { .. } => None,
        }
    }
}

impl ImpliedDecision {
    fn build(facts: SilenceFacts, accepts: bool) -> Result<Self, Vec<SilenceProblem>> {
        let legal_basis = stated(facts.legal_basis);
        let delay_basis = stated(facts.delay_basis);
        let exception = stated(facts.exception);
        let unusual = facts.delay.is_some_and(|delay| delay != Period::TWO_MONTHS);
        let checks = [
            (facts.delay.is_none(), SilenceProblem::DelayMissing),
            (legal_basis.is_none(), SilenceProblem::LegalBasisMissing),
            (
                unusual && delay_basis.is_none(),
                SilenceProblem::DelayWithoutBasis,
            ),
            (
                accepts && facts.financial && exception.is_none(),
                SilenceProblem::FinancialAcceptance,
            ),
        ];
        let problems: Vec<_> = checks
            .into_iter()
            .filter(|(wrong, _)| *wrong)
            .map(|(_, problem)| problem)
            .collect();
        match (facts.delay, legal_basis) {
            (Some(delay), Some(legal_basis)) if problems.is_empty() => Ok(Self {
                delay,
                legal_basis,
                delay_basis,
                financial: facts.financial,
                exception,
            }),
            _ => Err(problems),
        }
    }
}

impl TryFrom<SilenceFacts> for SilenceEffect {
    type Error = SilenceProblems;

    fn try_from(facts: SilenceFacts) -> Result<Self, SilenceProblems> {
        Self::build(facts).map_err(SilenceProblems)
    }
}

impl From<SilenceEffect> for SilenceFacts {
    fn from(effect: SilenceEffect) -> Self {
        let kind = Some(effect.kind());
        match effect {
            SilenceEffect::Accepted(implied) | SilenceEffect::Rejected(implied) => Self {
                effect: kind,
                delay: Some(implied.delay),
                legal_basis: Some(implied.legal_basis),
                delay_basis: implied.delay_basis,
                financial: implied.financial,
                exception: implied.exception,
                reason: None,
            },
            SilenceEffect::None {
                reason,
                legal_basis,
            } => Self {
                effect: kind,
                legal_basis,
                reason: Some(reason),
                ..Self::default()
            },
        }
    }
}

/// A text that says something.
fn stated(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted() -> SilenceFacts {
        SilenceFacts {
            effect: Some(EffectKind::Accepted),
            delay: Some(Period::TWO_MONTHS),
            legal_basis: Some("CRPA L231-1".into()),
            ..SilenceFacts::default()
        }
    }

    #[test]
    fn a_procedure_that_says_nothing_of_silence_is_refused() {
        assert_eq!(
            SilenceEffect::build(SilenceFacts::default()),
            Err(vec![SilenceProblem::EffectMissing])
        );
    }

    #[test]
    fn delay_and_legal_basis_are_mandatory_and_told_together() {
        let facts = SilenceFacts {
            effect: Some(EffectKind::Rejected),
            legal_basis: Some("  ".into()),
            ..SilenceFacts::default()
        };
        let problems = vec![
            SilenceProblem::DelayMissing,
            SilenceProblem::LegalBasisMissing,
        ];
        assert_eq!(SilenceEffect::build(facts), Err(problems));
    }

    #[test]
    fn silence_cannot_accept_a_financial_request_unless_a_text_says_so() {
        let financial = SilenceFacts {
            financial: true,
            ..accepted()
        };
        assert_eq!(
            SilenceEffect::build(financial.clone()),
            Err(vec![SilenceProblem::FinancialAcceptance])
        );
        let with_text = SilenceFacts {
            exception: Some("Décret n° 2014-1291".into()),
            ..financial.clone()
        };
        assert!(SilenceEffect::build(with_text).is_ok());
        let rejected = SilenceFacts {
            effect: Some(EffectKind::Rejected),
            ..financial
        };
        assert!(SilenceEffect::build(rejected).is_ok());
    }

    #[test]
    fn another_delay_than_two_months_needs_its_text() {
        let longer = SilenceFacts {
            delay: Some(Period::Months(4)),
            ..accepted()
        };
        assert_eq!(
            SilenceEffect::build(longer.clone()),
            Err(vec![SilenceProblem::DelayWithoutBasis])
        );
        assert_eq!(
            SilenceEffect::build(SilenceFacts {
                delay: Some(Period::Days(60)),
                ..accepted()
            }),
            Err(vec![SilenceProblem::DelayWithoutBasis]),
        );
        assert!(
            SilenceEffect::build(SilenceFacts {
                delay_basis: Some("Décret".into()),
                ..longer
            })
            .is_ok()
        );
    }

    #[test]
    fn no_effect_is_allowed_with_its_reason_only() {
        let facts = SilenceFacts {
            effect: Some(EffectKind::None),
            ..SilenceFacts::default()
        };
        assert_eq!(
            SilenceEffect::build(facts.clone()),
            Err(vec![SilenceProblem::ReasonMissing])
        );
        let facts = SilenceFacts {
            reason: Some("Aucune décision n'est demandée.".into()),
            ..facts
        };
        assert_eq!(
            SilenceEffect::build(facts).map(|effect| effect.kind()),
            Ok(EffectKind::None)
        );
    }

    #[test]
    fn what_is_stored_is_checked_again_when_it_is_read() {
        let effect = SilenceEffect::build(accepted()).unwrap();
        let stored = serde_json::to_string(&effect).unwrap();
        assert_eq!(
            serde_json::from_str::<SilenceEffect>(&stored).unwrap(),
            effect
        );
        let tampered = stored.replace("\"financial\":false", "\"financial\":true");
        assert!(serde_json::from_str::<SilenceEffect>(&tampered).is_err());
    }
}
