//! What a refused sign-in costs: the same whether anybody has the address or not, so that no clock tells who is known.

use std::sync::atomic::{AtomicU64, Ordering};

use http::StatusCode;
use parvis_access::password;
use parvis_testkit::{Page, hostile};

use crate::town::{Town, in_towns};

/// What the house did for one answer.
#[derive(Debug, PartialEq, Eq)]
struct Work {
    hashes: u64,
    statements: u64,
}

/// A refused sign-in, from a device and a browser of its own.
fn refused(town: &Town, page: &str, email: &str) -> (Work, Page) {
    static DEVICE: AtomicU64 = AtomicU64::new(1);
    let device = DEVICE.fetch_add(1, Ordering::SeqCst);
    let place = &town.rochebrune;
    let door = place.door.clone();
    let device = format!("203.0.{}.{}", 113 + device / 250, 1 + device % 250);
    let mut browser = door.saying("x-forwarded-for", &device).browser();
    let form = browser.get(page).shown().form(page);
    let form = form
        .fill("email", email)
        .fill("password", "un mot de passe qui n’est pas le bon");
    let before = (password::computed(), parvis_store::statements_run());
    let answered = browser.submit(&form);
    assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY, "{email}");
    let work = Work {
        hashes: password::computed() - before.0,
        statements: parvis_store::statements_run() - before.1,
    };
    (work, answered)
}

/// Every one of these addresses costs as much, and is answered alike.
fn same_for_all(town: &Town, page: &str, cases: &[(&str, &str)]) {
    let (nobody, answer) = refused(town, page, "personne@example.org");
    assert_eq!(nobody.hashes, 1);
    assert!(nobody.statements > 1, "the try is traced");
    for (email, who) in cases {
        let (work, own) = refused(town, page, email);
        assert_eq!(work, nobody, "{who}");
        assert_eq!(own.errors(), answer.errors(), "{who}");
        let told = |page: &Page| {
            page.told()
                .replace(email, "")
                .replace("personne@example.org", "")
        };
        assert_eq!(told(&own), told(&answer), "{who}");
    }
}

#[test]
fn a_refused_sign_in_costs_the_same_whoever_has_the_address() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let (agents, persons) = ("/agent/connexion", "/compte/connexion");
        for _ in 0..6 {
            refused(town, agents, "yann@rochebrune.example");
        }
        let karim = place
            .agents
            .iter()
            .find(|(who, _)| *who == "karim")
            .unwrap()
            .1;
        let ctx = parvis_kernel::Ctx::house(place.organisation.id, town.house.clock.now());
        let disabled = town
            .house
            .store
            .write_blocking(move |tx| parvis_access::staff::disable(&ctx, tx, karim));
        disabled.unwrap();
        let cases = [
            ("claire@rochebrune.example", "a wrong password"),
            ("CLAIRE@rochebrune.example", "the same, typed otherwise"),
            ("yann@rochebrune.example", "who must wait"),
            ("karim@rochebrune.example", "whose account is closed"),
        ];
        same_for_all(town, agents, &cases);

        town.open_account(place, "zoe@example.org");
        town.open_account(place, "ali@example.org");
        for _ in 0..6 {
            refused(town, persons, "ali@example.org");
        }
        let cases = [
            ("zoe@example.org", "a wrong password"),
            ("ali@example.org", "who must wait"),
        ];
        same_for_all(town, persons, &cases);
    });
    hostile(
        "telling by the time of the answer whether an address is known",
        "agents and persons, known, waiting, closed or unknown: one hash, the same number of statements, the same page",
    );
}

#[test]
fn a_code_is_asked_for_at_the_same_cost_whether_there_is_an_account_or_not() {
    in_towns(|town| {
        let place = &town.rochebrune;
        town.open_account(place, "zoe@example.org");
        let page = "/compte/connexion/code";
        let asked = |email: &str| {
            let mut browser = place.browser();
            let form = browser.get(page).shown().form(page).fill("email", email);
            let before = parvis_store::statements_run();
            let answered = browser.post_form(&form);
            (
                parvis_store::statements_run() - before,
                answered.shown().told(),
            )
        };
        let (known, unknown) = (asked("zoe@example.org"), asked("xyz@example.org"));
        assert_eq!(known.0, unknown.0);
        assert_eq!(known.1.replace("z•••@", ""), unknown.1.replace("x•••@", ""));
    });
}

#[test]
fn guessing_the_password_of_a_person_is_slowed_by_address_too() {
    in_towns(|town| {
        town.open_account(&town.rochebrune, "zoe@example.org");
        let (mut tried, mut waited) = (0, 0);
        for guess in 0..30 {
            let door = town.rochebrune.door.clone();
            let mut robot = door
                .saying("x-forwarded-for", &format!("198.51.100.{guess}"))
                .browser();
            match town
                .sign_in(&mut robot, "zoe@example.org", &format!("essai {guess}"))
                .status
            {
                StatusCode::TOO_MANY_REQUESTS => waited += 1,
                _ => tried += 1,
            }
        }
        assert!(
            tried <= 12 && waited >= 18,
            "{tried} tried, {waited} told to wait"
        );
    });
}
