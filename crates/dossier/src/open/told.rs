//! The history as agents read it: what was done, who did it, when.

use parvis_form::Text;
use parvis_journal::Entry;
use parvis_web::{Event, Visit};

use super::OpenView;
use super::act::agents_of;
use crate::follow::helped;
use crate::history;
use crate::model::{Closing, outcome_of_code};
use crate::said::Said;

/// What the person did while filling in is not the business of the service.
const UNTOLD: &[&str] = &[
    "draft.answered",
    "draft.people_set",
    "draft.reminded",
    "piece.removed",
];

/// What happened, newest first.
pub(crate) fn events(visit: &Visit, view: &OpenView) -> Vec<Event> {
    let told = view.history.iter().rev().filter(|entry| is_told(entry));
    told.map(|entry| event(visit, view, entry)).collect()
}

/// What happened after the first `seen` events, one sentence each, oldest first.
pub(crate) fn since(visit: &Visit, view: &OpenView, seen: usize) -> Vec<String> {
    let later = view
        .history
        .iter()
        .skip(seen)
        .filter(|entry| is_told(entry));
    later
        .map(|entry| {
            let event = event(visit, view, entry);
            let values = [
                ("what", event.title.as_str()),
                ("more", event.text.as_str()),
                ("by", event.by.as_str()),
                ("at", event.at.as_str()),
            ];
            let key = if event.text.is_empty() {
                "open-since"
            } else {
                "open-since-more"
            };
            visit.say_with(key, &values)
        })
        .collect()
}

fn is_told(entry: &Entry) -> bool {
    !UNTOLD.contains(&entry.verb.as_str())
}

fn event(visit: &Visit, view: &OpenView, entry: &Entry) -> Event {
    Event {
        title: history::said(visit, &entry.verb),
        at: visit.date_time(entry.at),
        datetime: format!("{:.0}", entry.at),
        by: author(visit, view, entry),
        text: more(visit, view, entry),
    }
}

fn author(visit: &Visit, view: &OpenView, entry: &Entry) -> String {
    match entry.actor_kind.as_str() {
        "agent" => {
            let own = agents_of(entry).first().copied();
            let agent = own.and_then(|own| view.agents.get(&own));
            let name = agent.map_or_else(
                || visit.say("queue-somebody").to_owned(),
                parvis_access::Agent::full_name,
            );
            match helped(entry) {
                None => name,
                Some(door) => visit.say_with(history::by_key(door), &[("agent", name)]),
            }
        }
        "house" => visit.say("open-by-house").to_owned(),
        _ if view.dossier.people.has_helper() => visit.say("open-by-helper").to_owned(),
        _ => visit.say("open-by-person").to_owned(),
    }
}

/// What else there is to know: to whom it was given, what was decided, why it was closed.
fn more(visit: &Visit, view: &OpenView, entry: &Entry) -> String {
    let detail = |name: &str| entry.detail.get(name).and_then(|value| value.as_str());
    match entry.verb.as_str() {
        "dossier.assigned" => match detail("agent").filter(|id| !id.is_empty()) {
            None => visit.say("open-given-to-nobody").to_owned(),
            Some(id) => {
                let agent = id.parse().ok().and_then(|id| view.agents.get(&id));
                let name = agent.map(parvis_access::Agent::full_name);
                let name = name.unwrap_or_else(|| visit.say("queue-somebody").to_owned());
                visit.say_with("open-given-to", &[("agent", name)])
            }
        },
        "dossier.transferred" => {
            let name = |which: &str| {
                let id = detail(which).and_then(|id| id.parse().ok());
                let name = id.and_then(|id| view.groups.get(&id));
                name.cloned().unwrap_or_default()
            };
            let values = [("from", name("from")), ("to", name("to"))];
            visit.say_with("open-from-to", &values)
        }
        "dossier.instructed" if detail("lifted").is_some_and(|count| count != "0") => {
            visit.say("open-lifted").to_owned()
        }
        "draft.source_asked" => match detail("result") {
            Some("obtained") => visit.say("open-source-obtained").to_owned(),
            _ => visit.say("open-source-failed").to_owned(),
        },
        "draft.prefilled" => match detail("name") {
            Some(name) => visit.say_with("open-prefilled-by", &[("name", name)]),
            None => visit.say("open-prefilled-by-link").to_owned(),
        },
        "dossier.decided" => detail("outcome")
            .and_then(outcome_of_code)
            .map(|outcome| visit.say(outcome.key()).to_owned())
            .unwrap_or_default(),
        "dossier.closed" => detail("closing")
            .map(|code| closing(visit, view, &Closing::of_code(code)))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// Why a dossier was closed, as the procedure says it.
pub(crate) fn closing(visit: &Visit, view: &OpenView, closing: &Closing) -> String {
    let Closing::Stated(code) = closing else {
        return visit.say("close-duplicate").to_owned();
    };
    let stated = view.revision.file.closing.iter();
    let stated = stated.map(|closing| (&closing.code, &closing.label));
    let label: Option<&Text> = stated
        .filter(|(own, _)| *own == code)
        .map(|(_, label)| label)
        .next();
    label.map_or_else(|| code.clone(), |label| Said::of(visit, label).text)
}
