//! What happened to a dossier, in words, for the person and for agents.

use parvis_kernel::Channel;
use parvis_web::Visit;

/// The message of a verb of the journal: `dossier.first_read` is said by `event-dossier-first-read`.
pub(crate) fn key(verb: &str) -> String {
    let word: String = verb
        .chars()
        .map(|c| if matches!(c, '.' | '_') { '-' } else { c })
        .collect();
    format!("event-{word}")
}

/// The message that says through which door an agent did something for the person.
pub(crate) const fn door_key(door: Channel) -> &'static str {
    match door {
        Channel::Phone => "event-door-phone",
        Channel::Paper => "event-door-paper",
        _ => "event-door-counter",
    }
}

/// The message that names the agent who did something for the person, and the door.
pub(crate) const fn by_key(door: Channel) -> &'static str {
    match door {
        Channel::Phone => "event-by-phone",
        Channel::Paper => "event-by-paper",
        _ => "event-by-counter",
    }
}

/// What happened, in words.
pub(crate) fn said(visit: &Visit, verb: &str) -> String {
    visit.say(&key(verb)).to_owned()
}
