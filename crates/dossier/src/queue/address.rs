//! What an address asks of the list, and the addresses that the page leads to. A name that is searched is in none of them.

use std::collections::HashMap;

use super::{Cursor, QueueQuery};
use crate::model::State;
use crate::request::encoded;

/// Every state, in the parameter of the address.
pub(crate) const ALL: &str = "tous";
/// No view, in the parameter of the address: the list as it is, though the agent begins with a view.
pub(crate) const PLAIN: &str = "aucune";

/// What an address asks. What it says wrongly counts for nothing.
pub(crate) fn query_of(parameters: &HashMap<String, String>) -> QueueQuery {
    let text = |name: &str| parameters.get(name).map(|value| value.trim());
    QueueQuery {
        group: text("groupe").and_then(|id| id.parse().ok()),
        state: text("etat").and_then(State::of_code),
        all_states: text("etat") == Some(ALL),
        mine: text("miennes") == Some("oui"),
        procedure: text("demarche").and_then(|id| id.parse().ok()),
        search: None,
        view: text("vue").and_then(|id| id.parse().ok()),
        plain: text("vue") == Some(PLAIN),
        after: text("apres").and_then(|cursor| cursor.parse().ok()),
        before: text("avant").and_then(|cursor| cursor.parse().ok()),
    }
}

/// What a query asks, as the parameters of an address or the hidden fields of a form.
pub(crate) fn parameters_of(query: &QueueQuery) -> Vec<(&'static str, String)> {
    let state = if query.all_states {
        Some(ALL.to_owned())
    } else {
        query.state.map(|state| state.code().to_owned())
    };
    let cursor = |cursor: Option<Cursor>| cursor.map(|cursor| cursor.to_string());
    let parameters = [
        ("groupe", query.group.map(|id| id.to_string())),
        ("etat", state),
        ("miennes", query.mine.then(|| "oui".to_owned())),
        ("demarche", query.procedure.map(|id| id.to_string())),
        ("vue", viewed(query)),
        ("apres", cursor(query.after)),
        ("avant", cursor(query.before)),
    ];
    parameters
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

fn viewed(query: &QueueQuery) -> Option<String> {
    let plain = query.plain.then(|| PLAIN.to_owned());
    query.view.map(|view| view.to_string()).or(plain)
}

/// The address of the list that a query asks, below the base of the organisation.
pub(crate) fn address_of(query: &QueueQuery) -> String {
    let said: Vec<String> = parameters_of(query)
        .into_iter()
        .map(|(name, value)| format!("{name}={}", encoded(&value)))
        .collect();
    if said.is_empty() {
        "/agent".to_owned()
    } else {
        format!("/agent?{}", said.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn what_an_address_says_wrongly_counts_for_nothing() {
        let wrong = parameters(&[
            ("groupe", "x"),
            ("etat", "brouillons"),
            ("miennes", "1"),
            ("apres", "zz"),
            ("q", "Lenoir"),
        ]);
        assert_eq!(query_of(&wrong), QueueQuery::default());
        assert_eq!(address_of(&QueueQuery::default()), "/agent");
    }

    #[test]
    fn an_address_says_again_what_it_asked() {
        let asked = parameters(&[("etat", "waiting"), ("miennes", "oui")]);
        let address = address_of(&query_of(&asked));
        assert_eq!(address, "/agent?etat=waiting&miennes=oui");
    }
}
