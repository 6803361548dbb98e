//! Administering an organisation, through the door of the house.

mod account;
mod events;
mod invitations;
mod review;
mod settings;
mod staff;
mod tenants;
mod tokens;

use parvis_testkit::{Browser, Form, Page};

use crate::town::{Place, Town};

/// Opens a page of the administration, fills in one of its forms and sends it.
fn send(by: &mut Browser, page: &str, action: &str, fill: impl FnOnce(Form) -> Form) -> Page {
    let form = fill(by.get(page).shown().form(action));
    by.submit(&form)
}

/// The page of an agent of a place.
fn page_of(place: &Place, who: &str) -> String {
    let id = place
        .agents
        .iter()
        .find(|(name, _)| *name == who)
        .unwrap()
        .1;
    format!("/agent/administration/agents/{id}")
}

/// The verbs of the security journal of Rochebrune that an act adds.
fn traced(town: &Town, act: impl FnOnce()) -> Vec<String> {
    town.traced(act)
}
