//! An organisation declares its provider, tries it out, opens and closes it.

use http::StatusCode;
use parvis_testkit::plain;
use serde_json::json;

use super::stand_in::{Lie, Person};
use super::{DOOR, EDIT, Ground, SETTINGS, TRIAL, claire, is_in};
use crate::town::{in_one_town, in_towns};

#[test]
fn a_provider_is_open_to_agents_once_it_was_tried_and_every_step_is_told() {
    in_towns(|town| {
        let mut ground = Ground::declared(town, &town.rochebrune, |form| form);
        let door = town.rochebrune.browser().get("/agent/connexion").shown();
        assert!(!door.has(&format!("a[href^='{DOOR}']")), "not open yet");
        assert_eq!(
            town.rochebrune.browser().get(DOOR).status,
            StatusCode::NOT_FOUND
        );
        let page = ground.claire.get(SETTINGS).shown();
        assert!(page.find_form("/ouvrir").is_none());
        let mut verbs = town.traced(|| {
            let shown = ground.trial().shown();
            let told = plain(&shown.text("main"));
            for word in ["sub-claire", "claire@rochebrune.example", "Claire Martin"] {
                assert!(told.contains(word), "{word} in {told}");
            }
            ground.opens();
        });
        let door = town.rochebrune.browser().get("/agent/connexion").shown();
        assert!(plain(&door.text("main")).contains("Se connecter avec mon compte de la ville"));
        verbs.extend(town.traced(|| {
            let form = ground.claire.get(SETTINGS).shown().form("/fermer");
            let _ = ground.claire.post_form(&form).shown();
        }));
        assert_eq!(
            verbs,
            ["identity.tried", "identity.enabled", "identity.disabled"]
        );
        let door = town.rochebrune.browser().get("/agent/connexion").shown();
        assert!(!door.has(&format!("a[href^='{DOOR}']")));
    });
}

#[test]
fn the_secret_is_sealed_and_never_shown_again() {
    in_towns(|town| {
        let mut ground = Ground::declared(town, &town.rochebrune, |form| form);
        for path in [SETTINGS, EDIT] {
            let page = ground.claire.get(path).shown();
            assert!(!page.source().contains("à garder"), "{path}");
        }
        // Kept when the field stays empty.
        ground.changes(|form| form.fill("bouton", "le compte"));
        let _ = ground.trial().shown();
    });
}

#[test]
fn what_matters_closes_the_door_until_it_is_tried_again() {
    in_towns(|town| {
        let mut ground = Ground::open(town);
        ground.changes(|form| form.fill("bouton", "le compte").fill("domaines", ""));
        let _ = ground.leaves();
        let (mut browser, asked) = ground.leaves();
        ground.changes(|form| form.fill("secret", super::SECRET));
        let gone = town.rochebrune.browser().get(DOOR);
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        // Somebody who left before it changed comes back to nothing.
        let back = ground.provider.signs_in(&asked, claire());
        assert_eq!(browser.get(&back).status, StatusCode::BAD_REQUEST);
        assert!(!is_in(&mut browser));
    });
}

#[test]
fn a_trial_that_could_let_nobody_in_opens_nothing_and_says_why() {
    in_one_town(|town| {
        let mut ground = Ground::declared(town, &town.rochebrune, |form| {
            form.fill("domaines", "rochebrune.example")
        });
        let person = |claims| Person {
            subject: "s".to_owned(),
            claims,
        };
        let email = "claire@rochebrune.example";
        for (claims, word) in [
            (json!({}), "aucune adresse"),
            (json!({ "email": email }), "email_verified"),
            (
                json!({ "email": "claire@ailleurs.example", "email_verified": true }),
                "domaine",
            ),
        ] {
            let shown = ground.trial_of(person(claims)).shown();
            let told = plain(&shown.text("main"));
            assert!(told.contains(word), "{word} in {told}");
            let page = ground.claire.get(SETTINGS).shown();
            assert!(page.find_form("/ouvrir").is_none(), "{word}");
            town.later(60);
        }
        ground.provider.lies(Lie::AlgNone);
        let refused = ground.trial().expect(StatusCode::BAD_REQUEST);
        assert!(plain(&refused.text("main")).contains("signature"));
    });
}

#[test]
fn a_provider_inside_the_house_or_in_clear_is_refused_where_it_is_written() {
    in_one_town(|town| {
        town.make_administrator(&town.rochebrune, "claire");
        let mut claire = town.agent(&town.rochebrune, "claire");
        for (issuer, word) in [
            ("https://10.0.0.1/realms/ville", "réseau privé"),
            ("https://169.254.169.254/", "réseau privé"),
            ("https://intranet/", "réseau privé"),
            ("http://identite.exemple.fr/", "https://"),
            ("identite.exemple.fr", "émetteur"),
        ] {
            let form = claire.get(EDIT).shown().form("/modifier");
            let form = form
                .fill("emetteur", issuer)
                .fill("client", "parvis")
                .fill("secret", "secret")
                .fill("bouton", "le compte");
            let page = claire.submit(&form);
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{issuer}");
            let errors = page.errors().join(" ");
            assert!(plain(&errors).contains(word), "{issuer}: {errors}");
        }
    });
}

#[test]
fn what_a_provider_says_of_itself_leads_the_house_nowhere_inside() {
    in_towns(|town| {
        for name in ["token_endpoint", "jwks_uri", "authorization_endpoint"] {
            let mut ground = Ground::declared(town, &town.rochebrune, |form| form);
            let inside = json!("http://169.254.169.254/latest/meta-data");
            ground.provider.0.lock().unwrap().says.insert(name, inside);
            let left = ground.claire.get(TRIAL);
            let page = match left.status {
                // It shows when the code is changed for a token.
                StatusCode::SEE_OTHER => {
                    let asked = left.leads_to().to_owned();
                    let back = ground.provider.signs_in(&asked, claire());
                    ground.claire.get(&back)
                }
                _ => left,
            };
            assert_eq!(page.status, StatusCode::BAD_GATEWAY, "{name}");
            town.later(900);
        }
    });
}

#[test]
fn only_who_administers_declares_tries_opens_or_closes() {
    in_one_town(|town| {
        let ground = Ground::open(town);
        let mut karim = town.agent(&town.rochebrune, "karim");
        for path in [SETTINGS, EDIT, TRIAL] {
            let status = karim.get(path).status;
            assert_eq!(status, StatusCode::FORBIDDEN, "{path}");
        }
        // The other organisation has no provider.
        let mut valmont = town.valmont.browser();
        assert_eq!(valmont.get(DOOR).status, StatusCode::NOT_FOUND);
        drop(ground);
    });
}
