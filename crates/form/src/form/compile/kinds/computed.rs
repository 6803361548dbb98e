//! `computed` and `fee`: what the house computes.

use serde_saphyr::{Location, Spanned};

use super::super::conditions::Place;
use super::super::{Compiler, elements};
use crate::definition::ElementSource;
use crate::expression::{Computed as Result, Formula};
use crate::form::compile::conditions::value_of;
use crate::kind::{Computed, Fee, Kind, YesNo};

/// Says whether a field is computed.
pub(in crate::form::compile) fn is_computed(source: &ElementSource) -> bool {
    let kind = source.kind.as_ref().map(|kind| kind.value.as_str());
    matches!(kind, Some("computed" | "fee"))
}

impl Compiler<'_> {
    /// The kind of a computed field; nothing for the others.
    pub(in crate::form::compile) fn computed(
        &mut self,
        owner: Location,
        source: &ElementSource,
        place: &Place<'_>,
    ) -> Option<Kind> {
        let term = source.kind.as_ref().filter(|_| is_computed(source))?;
        let is_fee = term.value == "fee";
        let what = format!("a field of kind `{}`", term.value);
        self.refuse_others(source, owner, &what, elements::of_computed(is_fee));
        let Some(written) = &source.value else {
            self.problems
                .note_expecting(owner, "`value` is missing", "`value: an expression`");
            return Some(Kind::YesNo(YesNo {}));
        };
        let show = source.show.as_ref().is_none_or(|show| show.value);
        if let Some(checks) = source.checks.as_ref().filter(|_| !show) {
            let message = "what the person does not see is not checked in their presence";
            self.problems.note_expecting(
                checks.referenced,
                message,
                "`checks` on what they answer",
            );
        }
        let Some(value) = self.formula(written, place) else {
            return Some(Kind::YesNo(YesNo {}));
        };
        if is_fee {
            self.one_fee(term, written, value.result(), place);
            return Some(Kind::Fee(Fee {
                value: Box::new(value),
            }));
        }
        Some(Kind::Computed(Computed {
            value: Box::new(value),
            show,
        }))
    }

    pub(in crate::form::compile) fn formula(
        &mut self,
        source: &Spanned<String>,
        place: &Place<'_>,
    ) -> Option<Formula> {
        match value_of(source, &self.known, place) {
            Ok((checked, result)) => {
                self.pay(checked.cost, place);
                let written = source.value.trim().to_owned();
                Some(Formula::new(written, result, checked.program))
            }
            Err(flaws) => {
                self.note_flaws(source, flaws);
                None
            }
        }
    }

    /// A fee is an amount, asked once for the whole request.
    fn one_fee(
        &mut self,
        term: &Spanned<String>,
        written: &Spanned<String>,
        result: Result,
        place: &Place<'_>,
    ) {
        if result != Result::Amount {
            let expected = "an amount, such as `eur('12.00')`";
            self.problems
                .note_expecting(written.referenced, "a fee is an amount", expected);
        }
        if place.is_in_a_block() {
            let message = "a fee is asked for the whole request, not in a block";
            self.problems.note_expecting(
                term.referenced,
                message,
                "`computed` in the block, `fee` after it",
            );
        }
        if std::mem::replace(&mut self.has_fee, true) {
            self.problems
                .note_expecting(term.referenced, "the form has two fees", "one `fee`");
        }
    }
}
