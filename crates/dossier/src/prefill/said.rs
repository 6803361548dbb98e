//! Where an answer came from, and what is not proposed, in words.

use parvis_form::{Answers, Declined, Field};
use parvis_sources::slot;
use parvis_web::{Visit, Wording};

use super::model::{Brought, Provenance};
use crate::answer::fields::message;
use crate::said::{Said, worded};

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// The person.
    Person,
    /// An agent.
    Agent,
}

/// Where the answer of a question came from; and that the person answered something else, when they did.
pub(crate) fn said(
    visit: &Visit,
    reader: Reader,
    (field, brought): (&Field, &Brought),
    answers: &Answers,
) -> String {
    let from = from(visit, reader, brought);
    if !brought.is_changed(&field.id, answers) {
        return from;
    }
    let changed = match (reader, &brought.from) {
        (Reader::Person, _) => visit.say("prefill-changed").to_owned(),
        (Reader::Agent, Provenance::Link) => visit.say("prefill-changed-agent").to_owned(),
        (Reader::Agent, _) => {
            let given = field.in_words(&brought.given, visit.tongues()).into_iter();
            let given: Vec<String> = given.map(|line| Said::shown(visit, line).text).collect();
            let given = given.join(" ");
            visit.say_with("prefill-changed-given", &[("given", given)])
        }
    };
    format!("{from} {changed}")
}

fn from(visit: &Visit, reader: Reader, brought: &Brought) -> String {
    let name = brought.from.name().unwrap_or_default();
    let values = [("name", name.to_owned()), ("date", visit.day(brought.at))];
    match (&brought.from, reader) {
        (Provenance::Link, Reader::Person) => visit.say("prefill-from-link").to_owned(),
        (Provenance::Link, Reader::Agent) => visit.say_with("prefill-from-link-agent", &values),
        (Provenance::Sealed { .. } | Provenance::Application { .. }, _) => {
            visit.say_with("prefill-from-name", &values)
        }
        (Provenance::Source { source }, _) => {
            let who = format!("source-{}-who", slot(*source).words());
            let values = [
                ("who", visit.say(&who).to_owned()),
                ("date", visit.day(brought.at)),
            ];
            visit.say_with("prefill-from-source", &values)
        }
    }
}

/// What is left out of a proposal, and why. Names that nobody here chose are counted, never shown.
pub(crate) fn declined(visit: &Visit, declined: &[Declined<'_>]) -> Vec<Wording> {
    let about = |field: &Field, key: &str| {
        Wording::quoting(&worded(visit, &field.label), |label| {
            visit.say_with(key, &[("label", label)])
        })
    };
    let mut unknown = 0_usize;
    let mut said = Vec::new();
    for own in declined {
        match own {
            Declined::Unknown { .. } => unknown += 1,
            Declined::OwnAnswer(field) => said.push(about(field, "prefill-declined-own")),
            Declined::Exposed(field) => said.push(about(field, "prefill-declined-exposed")),
            Declined::Entry(error) => {
                let why = message(visit, error);
                let label = worded(visit, &error.label);
                said.push(
                    Wording::quoting(&label, |label| {
                        visit.say_with("prefill-declined-entry", &[("label", label)])
                    })
                    .then(why),
                );
            }
        }
    }
    if unknown > 0 {
        let count = [("count", unknown)];
        said.push(visit.say_with("prefill-declined-unknown", &count).into());
    }
    said
}
