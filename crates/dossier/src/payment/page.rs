//! The payment of a dossier, in words.

use parvis_law::Value;
use parvis_web::{Row, Visit};

use super::{Owed, Standing};

/// A sum in figures and in letters.
pub(crate) fn in_letters(visit: &Visit, cents: i64) -> String {
    said(visit, "payment-in-letters", cents)
}

/// What was granted, in figures and in letters.
fn granted(visit: &Visit, cents: i64) -> String {
    said(visit, "payment-amount", cents)
}

fn said(visit: &Visit, key: &str, cents: i64) -> String {
    let values = [
        ("amount", Value::Amount(cents).say(visit.language)),
        ("letters", Value::InLetters(cents).say(visit.language)),
    ];
    visit.say_with(key, &values)
}

/// What the person reads on the page where they follow their dossier: how much, where it stands, what comes next.
pub(crate) fn for_person(visit: &Visit, owed: &Owed, cents: i64) -> Vec<String> {
    let said = |key: &str| visit.say(key).to_owned();
    let mut sentences = vec![granted(visit, cents)];
    match owed.standing() {
        Standing::ToCheck => sentences.push(said("payment-person-to-check")),
        Standing::Asked => sentences.push(said("payment-person-asked")),
        Standing::Checked | Standing::Ordered => sentences.push(said("payment-person-checked")),
        Standing::Sent(at) => {
            let day = [("day", visit.day(at))];
            sentences.push(visit.say_with("payment-person-sent", &day));
            sentences.push(said("payment-person-next"));
            sentences.push(said("payment-person-late"));
        }
    }
    sentences
}

/// What agents read above the answers.
pub(crate) fn for_agents(visit: &Visit, owed: &Owed, cents: i64, name: &str) -> Row {
    let mut row = Row::new(visit.say("payment-row"), &in_letters(visit, cents));
    let checked = |key: &str, at| {
        let values = [("agent", name.to_owned()), ("at", visit.date_time(at))];
        visit.say_with(key, &values)
    };
    match &owed.check {
        None => row = row.line(visit.say("payment-agent-to-check").to_owned()),
        Some((true, _, at)) => row = row.line(checked("payment-agent-checked", *at)),
        Some((false, _, at)) => row = row.line(checked("payment-agent-asked", *at)),
    }
    if let Some(order) = &owed.order {
        let href = visit.url(&format!("/agent/paiements/{}", order.id));
        let values = [("number", order.number.to_string())];
        row = row.link(visit.say_with("payment-agent-ordered", &values), href);
        if let Some(at) = order.sent_at {
            let day = [("day", visit.day(at))];
            row = row.line(visit.say_with("payment-agent-sent", &day));
        }
    }
    row
}
