//! What an author says of silence, checked by the law.

use parvis_form::Text;
use parvis_kernel::Language;
use parvis_law::{EffectKind, Period, SilenceEffect, SilenceFacts, SilenceProblem};
use serde_saphyr::{Location, Spanned};

use crate::source::SilenceSource;
use crate::values::{Checker, excerpt, one_of};

const EFFECTS: &[&str] = &["accepted", "rejected", "none"];

impl Checker {
    /// The effect of silence, and its reason in both languages when it has none.
    pub fn silence(
        &mut self,
        written: Option<Spanned<SilenceSource>>,
        financial: bool,
        asks_for_decision: Option<bool>,
    ) -> (SilenceEffect, Option<Text>) {
        let written = self.required(
            "silence",
            "its `effect`, its `delay` and its `legal_basis`",
            written,
        );
        let Some(Spanned {
            value, referenced, ..
        }) = written
        else {
            return (unknown(), None);
        };
        let at = value
            .effect
            .as_ref()
            .map_or(referenced, |effect| effect.referenced);
        let delay_at = value
            .delay
            .as_ref()
            .map_or(referenced, |delay| delay.referenced);
        let (facts, reason) = self.facts(value, financial);
        self.fits_the_question(at, &facts, asks_for_decision);
        let unread = Unread {
            effect: facts.effect.is_none() && at != referenced,
            delay: facts.delay.is_none() && delay_at != referenced,
        };
        match SilenceEffect::build(facts) {
            Ok(effect) => (effect, reason),
            Err(problems) => {
                for problem in problems
                    .into_iter()
                    .filter(|problem| !unread.explains(*problem))
                {
                    let place = place_of(problem, referenced, at, delay_at);
                    self.problems
                        .note_expecting(place, problem.to_string(), expected(problem));
                }
                (unknown(), None)
            }
        }
    }

    fn facts(&mut self, written: SilenceSource, financial: bool) -> (SilenceFacts, Option<Text>) {
        let reason = written
            .reason
            .map(|reason| self.long("reason", "", Some(reason)));
        let facts = SilenceFacts {
            effect: written.effect.and_then(|effect| self.effect(&effect)),
            delay: written.delay.and_then(|delay| self.period(&delay)),
            legal_basis: written.legal_basis.map(|text| text.value),
            delay_basis: written.delay_basis.map(|text| text.value),
            financial,
            exception: written.exception.map(|text| text.value),
            reason: reason
                .as_ref()
                .map(|text| text.in_language(Language::French).to_owned()),
        };
        (facts, reason)
    }

    fn effect(&mut self, written: &Spanned<String>) -> Option<EffectKind> {
        match written.value.as_str() {
            "accepted" => Some(EffectKind::Accepted),
            "rejected" => Some(EffectKind::Rejected),
            "none" => Some(EffectKind::None),
            other => {
                let message = format!("silence cannot be `{}`", excerpt(other));
                self.problems
                    .note_expecting(written.referenced, message, one_of(EFFECTS));
                None
            }
        }
    }

    fn period(&mut self, written: &Spanned<String>) -> Option<Period> {
        let read = written.value.parse().ok();
        if read.is_none() {
            let message = format!("`{}` is not a delay", excerpt(&written.value));
            self.problems.note_expecting(
                written.referenced,
                message,
                "a count of months or days, such as `2 months`",
            );
        }
        read
    }

    /// A sending that asks for no decision has no clock; a request on which silence decides nothing cites the text that
    /// says so, since silence otherwise accepts (CRPA L231-1) or rejects (L231-4).
    fn fits_the_question(
        &mut self,
        at: Location,
        facts: &SilenceFacts,
        asks_for_decision: Option<bool>,
    ) {
        let decides = matches!(
            facts.effect,
            Some(EffectKind::Accepted | EffectKind::Rejected)
        );
        if decides && asks_for_decision == Some(false) {
            self.problems.note_expecting(
                at,
                "silence cannot decide when no decision is asked for",
                "`effect: none` with its `reason`, or `asks_for_decision: true`",
            );
        }
        if facts.effect == Some(EffectKind::None)
            && asks_for_decision == Some(true)
            && facts.legal_basis.is_none()
        {
            self.problems.note_expecting(
                at,
                "the text by which silence decides nothing on a request is not cited",
                "`legal_basis`: without one, silence accepts or rejects (CRPA L231-1, L231-4)",
            );
        }
    }
}

/// What was written but could not be read was told already.
struct Unread {
    effect: bool,
    delay: bool,
}

impl Unread {
    fn explains(&self, problem: SilenceProblem) -> bool {
        match problem {
            SilenceProblem::EffectMissing => self.effect,
            SilenceProblem::DelayMissing => self.delay,
            _ => false,
        }
    }
}

fn place_of(
    problem: SilenceProblem,
    whole: Location,
    effect: Location,
    delay: Location,
) -> Location {
    match problem {
        SilenceProblem::FinancialAcceptance => effect,
        SilenceProblem::DelayWithoutBasis => delay,
        _ => whole,
    }
}

const fn expected(problem: SilenceProblem) -> &'static str {
    match problem {
        SilenceProblem::EffectMissing => "`effect: accepted`, `rejected` or `none`",
        SilenceProblem::DelayMissing => "`delay`, such as `2 months`",
        SilenceProblem::LegalBasisMissing => "`legal_basis`, such as `CRPA, art. L231-1`",
        SilenceProblem::DelayWithoutBasis => "`delay: 2 months`, or `delay_basis` with the decree",
        SilenceProblem::FinancialAcceptance => "`effect: rejected`, or `exception` with the text",
        SilenceProblem::ReasonMissing => "`reason`, in words",
    }
}

/// The effect that stands for one that could not be read.
fn unknown() -> SilenceEffect {
    SilenceEffect::None {
        reason: String::new(),
        legal_basis: None,
    }
}
