//! What is told above a page: what the agent just did, or what somebody else did meanwhile.

use std::collections::HashMap;

use parvis_web::Visit;

use super::{OpenView, Seen, told};

/// What the address of a page may say was just done.
const DONE: &[&str] = &[
    "pris",
    "donne",
    "remis",
    "instruit",
    "demande",
    "message",
    "note",
    "decide",
    "clos",
    "repris",
    "transmis",
    "compte",
    "autre-compte",
];

/// What is told above a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Notice {
    /// What the agent just did.
    pub(crate) done: String,
    /// What somebody else did while the agent was acting, one sentence each.
    pub(crate) changed: Vec<String>,
    /// What the agent had written and that was not recorded.
    pub(crate) kept: String,
}

impl Notice {
    /// What the address says was just done: `?fait=pris`.
    pub(crate) fn of(visit: &Visit, parameters: &HashMap<String, String>) -> Self {
        let done = parameters.get("fait");
        let done = done.and_then(|done| DONE.iter().find(|known| *known == done));
        Self {
            done: done
                .map(|done| visit.say(&format!("open-done-{done}")).to_owned())
                .unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What happened since the page was read: the agent's act was not done.
    pub(crate) fn changed(visit: &Visit, view: &OpenView, seen: Seen, kept: &str) -> Self {
        let mut changed = told::since(visit, view, seen.events);
        if changed.is_empty() {
            changed.push(visit.say("open-changed-unknown").to_owned());
        }
        Self {
            done: String::new(),
            changed,
            kept: kept.to_owned(),
        }
    }
}
