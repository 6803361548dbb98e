//! What a step with a list of rows holds, once one page of it was posted.

use std::collections::BTreeSet;

use parvis_form::{ASKED_INPUT, Block, Entries, Step};

use super::super::fields::accepted_entries;
use crate::store::StoredAnswers;

/// What the inputs of a step hold: what was typed and is not accepted yet, else what was accepted.
pub(super) fn known(step: &Step, stored: &StoredAnswers) -> Entries {
    let mut known = match stored.entries.get(step.id.as_str()) {
        Some(typed) => typed.entries.clone(),
        None => accepted_entries(step.elements.iter(), &stored.answers),
    };
    known.remove(ASKED_INPUT);
    known
}

/// The same, where the rows that were posted take the place of what they were. A page posts one row, or none.
pub(in super::super) fn merged(
    step: &Step,
    block: &Block,
    posted: &Entries,
    stored: &StoredAnswers,
) -> Entries {
    let mut whole = known(step, stored);
    for row in rows_in(block, posted) {
        let prefix = format!("{}.{row}.", block.id);
        whole.retain(|name, _| !name.starts_with(&prefix));
        let rows = whole.entry(block.id.to_string()).or_default();
        if !rows.contains(&row) {
            rows.push(row);
        }
        let own = posted.iter().filter(|(name, _)| name.starts_with(&prefix));
        whole.extend(own.map(|(name, values)| (name.clone(), values.clone())));
    }
    whole
}

/// The rows of which something was posted.
fn rows_in(block: &Block, posted: &Entries) -> BTreeSet<String> {
    let named = posted.get(block.id.as_str()).into_iter().flatten().cloned();
    let prefix = format!("{}.", block.id);
    let typed = posted.keys().filter_map(|name| {
        let (row, _) = name.strip_prefix(&prefix)?.split_once('.')?;
        Some(row.to_owned())
    });
    named.chain(typed).collect()
}

/// Takes away a row and everything typed in it.
pub(super) fn without(block: &Block, row: &str, whole: &mut Entries) {
    let prefix = format!("{}.{row}.", block.id);
    whole.retain(|name, _| !name.starts_with(&prefix));
    if let Some(rows) = whole.get_mut(block.id.as_str()) {
        rows.retain(|id| id != row);
    }
}
