//! Everything that a provider, a browser or somebody in between may hand back that is not worth believing.

use http::StatusCode;
use parvis_kernel::Clock;
use parvis_testkit::{hostile, plain};
use serde_json::json;

use super::stand_in::{Lie, StandIn};
use super::{BACK, DOOR, Ground, claire, is_in, with_provider};
use crate::town::in_towns;

#[test]
fn a_token_that_is_not_worth_believing_lets_nobody_in() {
    with_provider(|ground| {
        let lies = [
            (Lie::WrongNonce, "nonce"),
            (Lie::NoNonce, "nonce"),
            (Lie::WrongAudience, "audience"),
            (Lie::OtherAudienceToo, "audience"),
            (Lie::OtherParty, "audience"),
            (Lie::Expired, "expired"),
            (Lie::IssuedTomorrow, "expired"),
            (Lie::IssuedLongAgo, "expired"),
            (Lie::OtherIssuer, "issuer"),
            (Lie::AlgNone, "signature"),
            (Lie::SharedSecret, "signature"),
            (Lie::OtherKey, "signature"),
            (Lie::OtherAccessToken, "token"),
            (Lie::NoIdToken, "token"),
        ];
        for (lie, word) in lies {
            ground.provider.lies(lie);
            let mut reasons = Vec::new();
            let verbs = ground.town.traced(|| {
                let (mut browser, page) = ground.comes(claire());
                assert_eq!(page.status, StatusCode::BAD_REQUEST, "{lie:?}");
                assert!(!is_in(&mut browser), "{lie:?}");
                reasons = refusals(&ground);
            });
            assert_eq!(verbs, ["identity.refused"], "{lie:?}");
            assert_eq!(
                reasons.last().unwrap(),
                &format!("unbelievable {word}"),
                "{lie:?}"
            );
        }
        ground.provider.lies(Lie::None);
        assert_eq!(ground.comes(claire()).1.status, StatusCode::SEE_OTHER);
        // Clocks may differ by less than a minute.
        ground.provider.lies(Lie::JustExpired);
        assert_eq!(ground.comes(claire()).1.status, StatusCode::SEE_OTHER);
        hostile(
            "an ID token of another sign-in, for another service, expired, without signature, signed with the shared secret or by another key",
            "nobody is signed in; the security journal says why",
        );
    });
}

/// The reasons that the journal of security holds, oldest first.
fn refusals(ground: &Ground<'_>) -> Vec<String> {
    let organisation = ground.town.rochebrune.organisation.id;
    let read = ground.town.house.store.read_blocking(move |tx| {
        let subject = parvis_journal::Subject::organisation(organisation);
        parvis_journal::security_events(tx, organisation, subject)
    });
    let events = read.unwrap().into_iter();
    let refused = events.filter(|event| event.verb == "identity.refused");
    refused
        .map(|event| event.detail["reason"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_user_info_of_somebody_else_is_not_added_to_a_token() {
    with_provider(|ground| {
        ground.provider.0.lock().unwrap().in_token = false;
        assert_eq!(ground.comes(claire()).1.status, StatusCode::SEE_OTHER);
        ground.provider.lies(Lie::OtherSubjectOfUserInfo);
        assert_eq!(ground.comes(claire()).1.status, StatusCode::BAD_REQUEST);
    });
}

#[test]
fn a_way_back_serves_once_in_its_browser_in_its_organisation_and_for_ten_minutes() {
    with_provider(|ground| {
        let town = ground.town;
        let (mut browser, asked) = ground.leaves();
        let back = ground.provider.signs_in(&asked, claire());
        // Another browser, with or without an attempt of its own, and the other organisation: nothing, and nothing is used up.
        let mut stranger = town.rochebrune.browser();
        let (mut other, _) = ground.leaves();
        let mut valmont = town.valmont.browser();
        let name = "__Host-parvis_fournisseur";
        valmont.keep(name, browser.cookie(name).unwrap());
        for from in [&mut stranger, &mut other, &mut valmont] {
            assert_eq!(from.get(&back).status, StatusCode::BAD_REQUEST);
            assert!(!is_in(from));
        }
        let kept = browser
            .cookie("__Host-parvis_fournisseur")
            .unwrap()
            .to_owned();
        assert_eq!(browser.get(&back).status, StatusCode::SEE_OTHER);
        // A second time, even with the cookie that the house took back.
        let mut again = town.rochebrune.browser();
        again.keep("__Host-parvis_fournisseur", &kept);
        assert_eq!(again.get(&back).status, StatusCode::BAD_REQUEST);
        assert!(!is_in(&mut again));
        // Too late.
        let (mut slow, asked) = ground.leaves();
        let back = ground.provider.signs_in(&asked, claire());
        town.later(601);
        assert_eq!(slow.get(&back).status, StatusCode::BAD_REQUEST);
        // A state that was never given.
        let (mut guess, _) = ground.leaves();
        let forged = format!("{BACK}?code=code-0&state={}", "0".repeat(64));
        assert_eq!(guess.get(&forged).status, StatusCode::BAD_REQUEST);
        hostile(
            "the way back from the provider: replayed, in another browser, in another organisation, late, with a forged state",
            "nobody is signed in, and the right browser still may come back",
        );
    });
}

#[test]
fn who_never_comes_back_is_forgotten() {
    with_provider(|ground| {
        let _ = ground.leaves();
        let store = &ground.town.house.store;
        let count = |now| {
            let read = store.read_blocking(move |tx| parvis_identity::waiting(tx, now));
            read.unwrap().count
        };
        let clock = &ground.town.test.clock;
        assert_eq!(count(clock.now()), 0, "still on the way");
        ground.town.later(601);
        let now = clock.now();
        assert_eq!(count(now), 1);
        let purged = store.write_blocking(move |tx| parvis_identity::purge(tx, now));
        assert_eq!((purged.unwrap(), count(now)), (1, 0));
    });
}

#[test]
fn the_answer_of_another_provider_is_refused() {
    with_provider(|ground| {
        let other = StandIn::start(ground.town);
        let (mut browser, asked) = ground.leaves();
        let back = ground.provider.signs_in(&asked, claire());
        let mixed = back.replace(&ground.provider.issuer(), &other.issuer());
        let page = browser.get(&mixed);
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        // A provider that promised to say who it is, and does not.
        let (mut browser, asked) = ground.leaves();
        let back = ground.provider.signs_in(&asked, claire());
        let silent = back.split("&iss=").next().unwrap();
        assert_eq!(browser.get(silent).status, StatusCode::BAD_REQUEST);
        assert!(!is_in(&mut browser));
    });
}

#[test]
fn a_document_that_names_another_issuer_is_refused() {
    in_towns(|town| {
        let mut ground = Ground::declared(town, &town.rochebrune, |form| form);
        let other = json!("https://ailleurs.exemple.fr");
        ground
            .provider
            .0
            .lock()
            .unwrap()
            .says
            .insert("issuer", other);
        let page = ground.claire.get(super::TRIAL);
        assert_eq!(page.status, StatusCode::BAD_GATEWAY);
        assert!(plain(&page.text("main")).contains("un autre émetteur"));
    });
}

#[test]
fn somebody_who_cancels_is_told_so_and_the_words_of_the_provider_are_not_repeated() {
    with_provider(|ground| {
        let (mut browser, asked) = ground.leaves();
        let query = super::stand_in::query_of(&asked);
        let path = format!(
            "{BACK}?error=access_denied&error_description=appelez-le-0800&state={}&iss={}",
            query["state"],
            ground.provider.issuer()
        );
        let page = browser.get(&path);
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(!page.source().contains("appelez-le"));
        assert!(page.has(&format!("a[href='{DOOR}']")));
    });
}

#[test]
fn the_provider_may_change_its_keys_and_nobody_makes_the_house_read_them_at_will() {
    with_provider(|ground| {
        assert_eq!(ground.comes(claire()).1.status, StatusCode::SEE_OTHER);
        ground.provider.changes_keys();
        assert_eq!(ground.comes(claire()).1.status, StatusCode::SEE_OTHER);
        let read = ground.provider.0.lock().unwrap().keys_read;
        for _ in 0..3 {
            let (mut browser, asked) = ground.leaves();
            // A key that the provider does not publish.
            ground.provider.changes_keys();
            let back = ground.provider.signs_in(&asked, claire());
            let _ = browser.get(&back);
        }
        let again = ground.provider.0.lock().unwrap().keys_read - read;
        assert!(again <= 1, "read {again} times in a moment");
    });
}

#[test]
fn a_provider_that_does_not_answer_leaves_the_password_as_a_rescue() {
    in_towns(|town| {
        let ground = Ground::open(town);
        ground.provider.0.lock().unwrap().broken = true;
        // What was read of it is not believed any more.
        town.later(601);
        let mut browser = town.rochebrune.browser();
        let page = browser.get(DOOR);
        assert_eq!(page.status, StatusCode::BAD_GATEWAY);
        assert!(plain(&page.text("h1")).contains("ne répond pas"));
        assert!(page.has("a[href='/agent/connexion']"));
        let mut claire = town.agent_in(&town.rochebrune, browser, "claire");
        assert!(is_in(&mut claire));
    });
}
