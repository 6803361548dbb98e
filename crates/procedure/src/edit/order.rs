//! The usual order of keys: what is added goes where an author would look for it.

use super::tree::Map;

const FILE: &[&str] = &[
    "slug",
    "title",
    "summary",
    "theme",
    "languages",
    "keywords",
    "regime",
    "who_for",
    "what_you_get",
    "minutes",
    "papers",
    "cost",
    "delay",
    "asks_for_decision",
    "financial",
    "silence",
    "identity",
    "commitments",
    "payment",
    "orientation",
    "doors",
    "service",
    "group",
    "routing",
    "retention",
    "draft_days",
    "begun_drafts",
    "declarations",
    "reply_texts",
    "refusal_grounds",
    "remedies",
    "closing",
    "data_defaults",
    "steps",
    "sources",
];

/// Of a step, a field, a block, an option and of what they hold.
const INSIDE: &[&str] = &[
    "step",
    "field",
    "block",
    "explanation",
    "heading",
    "level",
    "value",
    "code",
    "kind",
    "name",
    "title",
    "label",
    "row_title",
    "add_label",
    "intro",
    "hint",
    "message",
    "who",
    "url",
    "ground",
    "law",
    "text",
    "purpose",
    "legal_basis",
    "retention",
    "sensitivity",
    "autocomplete",
    "source",
    "optional",
    "pages",
    "min",
    "max",
    "if",
    "required_if",
];

/// Long lists, after everything else.
const LAST: &[&str] = &["checks", "ineligible", "options", "fields", "elements"];

/// The number of the entry after which a key goes: the last of those that usually precede it, else the first.
pub(super) fn before(map: &Map, key: &str) -> usize {
    let is_file = map.get("slug").is_some() || map.get("steps").is_some();
    let rank = |key: &str| rank(key, is_file);
    let own = rank(key);
    let found = map
        .entries
        .iter()
        .rposition(|entry| rank(&entry.key) <= own);
    found.unwrap_or_default()
}

fn rank(key: &str, is_file: bool) -> usize {
    let order = if is_file { FILE } else { INSIDE };
    if let Some(found) = order.iter().position(|one| *one == key) {
        return found;
    }
    let last = LAST.iter().position(|one| *one == key);
    last.map_or(order.len(), |last| order.len() + 1 + last)
}
