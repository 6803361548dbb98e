//! States as people read them.

use parvis_web::{Tag, Tone, Visit};

use crate::model::State;

/// The message that names a state: `state-waiting`.
pub(crate) fn key(state: State) -> String {
    format!("state-{}", state.code())
}

/// A state in words; its colour only repeats them.
pub(crate) fn tag(visit: &Visit, state: State) -> Tag {
    Tag::new(visit.say(&key(state)), tone(state))
}

const fn tone(state: State) -> Tone {
    match state {
        State::Draft | State::Closed | State::Withdrawn | State::Expired => Tone::Quiet,
        State::Deposited | State::UnderInstruction => Tone::Plain,
        State::Waiting => Tone::Wait,
        State::Accepted => Tone::Good,
        State::Refused => Tone::Bad,
    }
}
