//! Conditions of steps, elements and fields of rows.

use std::collections::BTreeMap;

use serde_saphyr::Spanned;

use super::Compiler;
use crate::definition::FieldId;
use crate::expression::{
    Checked, Computed, Condition, Flaw, Known, Names, check, check_value, mentioned_names, parse,
};

/// Where a condition stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    before: usize,
    own_block: Option<&'a FieldId>,
    bearer: Option<&'a FieldId>,
    rows: u64,
    today: bool,
}

impl<'a> Place<'a> {
    /// Outside blocks, before the element of that order.
    pub(super) const fn outside(before: usize, bearer: Option<&'a FieldId>) -> Self {
        Self {
            before,
            own_block: None,
            bearer,
            rows: 1,
            today: false,
        }
    }

    /// In every row of a block.
    pub(super) const fn inside(
        before: usize,
        block: &'a FieldId,
        bearer: &'a FieldId,
        rows: u64,
    ) -> Self {
        Self {
            before,
            own_block: Some(block),
            bearer: Some(bearer),
            rows,
            today: false,
        }
    }

    /// Says whether it is in the rows of a block.
    pub(super) const fn is_in_a_block(&self) -> bool {
        self.own_block.is_some()
    }

    /// The names of a form, seen from there.
    fn names<'n>(&'n self, known: &'n BTreeMap<String, Known>, what: &'static str) -> Names<'n> {
        Names {
            known,
            before: self.before,
            own_block: self.own_block,
            bearer: self.bearer,
            today: self.today,
            what,
        }
    }

    /// The same, once the element of that order is asked.
    pub(super) const fn after(self, before: usize) -> Self {
        Self { before, ..self }
    }

    /// The same, where `today()` is known.
    pub(super) const fn on_a_known_day(self) -> Self {
        Self {
            today: true,
            ..self
        }
    }
}

impl Compiler<'_> {
    pub(super) fn condition(
        &mut self,
        source: Option<&Spanned<String>>,
        place: &Place<'_>,
    ) -> Option<Condition> {
        let source = source?;
        let names = place.names(&self.known, "condition");
        let checked = parse(&source.value)
            .map_err(|flaw| vec![flaw])
            .and_then(|parsed| check(&parsed, &names));
        match checked {
            Ok(checked) => {
                self.pay(checked.cost, place);
                Some(Condition::new(
                    source.value.trim().to_owned(),
                    checked.program,
                ))
            }
            Err(flaws) => {
                self.note_flaws(source, flaws);
                None
            }
        }
    }

    /// Counts an expression in the price of the form, for every row where it stands.
    pub(super) fn pay(&mut self, cost: u64, place: &Place<'_>) {
        self.cost = self.cost.saturating_add(cost.saturating_mul(place.rows));
    }

    pub(super) fn note_flaws(&mut self, source: &Spanned<String>, flaws: Vec<Flaw>) {
        for flaw in flaws {
            self.problems
                .note_inside(source, flaw.offset, flaw.message, flaw.expected);
        }
    }
}

/// Types the value of a computed field.
pub(super) fn value_of(
    source: &Spanned<String>,
    known: &BTreeMap<String, Known>,
    place: &Place<'_>,
) -> Result<(Checked, Computed), Vec<Flaw>> {
    let parsed = parse(&source.value).map_err(|flaw| vec![flaw])?;
    let checked = check_value(&parsed, &place.names(known, "value"))?;
    match Computed::of(&checked.kind) {
        Some(result) => Ok((checked, result)),
        None => Err(Vec::new()),
    }
}

/// The names that a condition mentions, before any check.
pub(super) fn mentions(sources: &[Option<&Spanned<String>>]) -> Vec<String> {
    let mut names = Vec::new();
    for source in sources.iter().flatten() {
        if let Ok(parsed) = parse(&source.value) {
            mentioned_names(&parsed.tree, &mut names);
        }
    }
    names
}
