//! Checks of fields, blocks and steps, and who cannot make the request.

use serde_saphyr::{Location, Spanned};

use super::conditions::Place;
use super::{Compiler, kinds};
use crate::definition::{CheckSource, IneligibleSource, StepSource, limits};
use crate::form::{Check, Ineligibility};

impl Compiler<'_> {
    /// The checks that stand at a place.
    pub(super) fn checks(
        &mut self,
        source: Option<&Spanned<Vec<CheckSource>>>,
        place: Place<'_>,
    ) -> Vec<Check> {
        let Some(source) = source else {
            return Vec::new();
        };
        self.check_list(
            source.referenced,
            source.value.len(),
            limits::CHECKS,
            "checks",
        );
        let place = place.on_a_known_day();
        let checks = source.value.iter().take(limits::CHECKS);
        checks
            .filter_map(|check| {
                let message = self.words(&check.message, limits::SHORT_WORDS);
                let rule = self.condition(Some(&check.rule), &place)?;
                Some(Check { rule, message })
            })
            .collect()
    }

    /// Who cannot make the request, once the step is answered.
    pub(super) fn ineligible(
        &mut self,
        source: Option<&Spanned<Vec<IneligibleSource>>>,
        place: Place<'_>,
    ) -> Vec<Ineligibility> {
        let Some(source) = source else {
            return Vec::new();
        };
        let count = source.value.len();
        self.check_list(source.referenced, count, limits::INELIGIBLE, "ineligible");
        let place = place.on_a_known_day();
        let reasons = source.value.iter().take(limits::INELIGIBLE);
        reasons
            .filter_map(|reason| self.ineligibility(reason, &place))
            .collect()
    }

    fn ineligibility(
        &mut self,
        source: &IneligibleSource,
        place: &Place<'_>,
    ) -> Option<Ineligibility> {
        let message = self.words(&source.message, limits::LONG_WORDS);
        let who = self.words(&source.who, limits::LONG_WORDS);
        let url = self.url(source.url.as_ref());
        let condition = self.condition(Some(&source.condition), place)?;
        Some(Ineligibility {
            condition,
            message,
            who,
            url,
        })
    }

    fn check_list(&mut self, at: Location, count: usize, most: usize, name: &str) {
        if !(1..=most).contains(&count) {
            let message = format!("`{name}` is empty or too long");
            self.problems
                .note_expecting(at, message, format!("1 to {most}"));
        }
    }

    fn url(&mut self, source: Option<&Spanned<String>>) -> Option<String> {
        let source = source?;
        let address = source.value.trim();
        let host = address.strip_prefix("https://").unwrap_or_default();
        let readable = |letter: char| !letter.is_whitespace() && !letter.is_control();
        if host.is_empty() || address.len() > limits::URL || !address.chars().all(readable) {
            self.problems.note_expecting(
                source.referenced,
                format!("`{address}` is not an address on the web"),
                "an address that starts with `https://`",
            );
        }
        Some(address.to_owned())
    }

    /// A step that checks or stops needs a question where to say it.
    pub(super) fn needs_a_question(&mut self, source: &StepSource) {
        let owner = source.checks.as_ref().map(|list| list.referenced);
        let owner = owner.or(source.ineligible.as_ref().map(|list| list.referenced));
        let asks = source.elements.iter().any(|element| {
            element.block.is_some() || element.field.is_some() && !kinds::is_computed(element)
        });
        if let Some(at) = owner.filter(|_| !asks) {
            self.problems.note_expecting(
                at,
                "the step has no question where to say it",
                "a field or a block in the step",
            );
        }
    }
}
