//! Conditions of steps, elements and fields of rows.

use serde_saphyr::Spanned;

use super::Compiler;
use crate::definition::FieldId;
use crate::expression::{Condition, Names, check, mentioned_names, parse};

/// Where a condition stands.
pub(super) struct Place<'a> {
    before: usize,
    own_block: Option<&'a FieldId>,
    bearer: Option<&'a FieldId>,
    rows: u64,
}

impl<'a> Place<'a> {
    /// Outside blocks, before the element of that order.
    pub(super) const fn outside(before: usize, bearer: Option<&'a FieldId>) -> Self {
        Self {
            before,
            own_block: None,
            bearer,
            rows: 1,
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
        let names = Names {
            known: &self.known,
            before: place.before,
            own_block: place.own_block,
            bearer: place.bearer,
        };
        let checked = parse(&source.value)
            .map_err(|flaw| vec![flaw])
            .and_then(|parsed| check(&parsed, &names));
        match checked {
            Ok(checked) => {
                self.cost = self
                    .cost
                    .saturating_add(checked.cost.saturating_mul(place.rows));
                Some(Condition::new(
                    source.value.trim().to_owned(),
                    checked.program,
                ))
            }
            Err(flaws) => {
                for flaw in flaws {
                    self.problems
                        .note_inside(source, flaw.offset, flaw.message, flaw.expected);
                }
                None
            }
        }
    }
}

/// The names that a condition mentions, before any check.
pub(super) fn mentions(source: Option<&Spanned<String>>) -> Vec<String> {
    let mut names = Vec::new();
    if let Some(parsed) = source.and_then(|source| parse(&source.value).ok()) {
        mentioned_names(&parsed.tree, &mut names);
    }
    names
}
