//! The doors through which an agent serves a person, and where the person's pages are.

use parvis_dossier::model::{Dossier, Identification, State};
use parvis_kernel::Channel;
use parvis_web::{Choice, Visit};

/// Each door: what a form sends, its name, what it means.
const DOORS: [(Channel, &str, &str, &str); 3] = [
    (
        Channel::Counter,
        "guichet",
        "counter-door-counter",
        "counter-door-counter-hint",
    ),
    (
        Channel::Phone,
        "telephone",
        "counter-door-phone",
        "counter-door-phone-hint",
    ),
    (
        Channel::Paper,
        "papier",
        "counter-door-paper",
        "counter-door-paper-hint",
    ),
];

/// The door of what a form sent.
pub(crate) fn door_of(sent: &str) -> Option<Channel> {
    let found = DOORS.iter().find(|(_, word, ..)| *word == sent);
    found.map(|(channel, ..)| *channel)
}

/// The doors to choose from.
pub(crate) fn choices(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let choices = DOORS.iter().map(|(_, word, name, hint)| {
        Choice::new(*word, visit.say(name))
            .hint(visit.say(hint))
            .checked(*word == chosen)
    });
    choices.collect()
}

/// The name of a door.
pub(crate) fn name(visit: &Visit, channel: Channel) -> String {
    let found = DOORS.iter().find(|(door, ..)| *door == channel);
    found.map_or_else(String::new, |(_, _, name, _)| visit.say(name).to_owned())
}

/// Where a draft that was just begun goes on: the code to hand over first, when the person has no address.
pub(crate) fn first_page(visit: &Visit, dossier: &Dossier) -> String {
    let page = match dossier.identification {
        Identification::Code | Identification::Anonymous => "code-de-suivi",
        Identification::Email => "pour-qui",
    };
    visit.url(&format!("/dossiers/{}/{page}", dossier.number))
}

/// Where a dossier that is taken up again goes on.
pub(crate) fn next_page(visit: &Visit, dossier: &Dossier) -> String {
    match dossier.state() {
        State::Draft => visit.url(&format!("/dossiers/{}/taches", dossier.number)),
        _ => visit.url(&format!("/dossiers/{}", dossier.number)),
    }
}
