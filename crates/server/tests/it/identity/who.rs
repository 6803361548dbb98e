//! Who somebody is here, by what the provider says of them.

use http::StatusCode;
use parvis_testkit::plain;
use serde_json::json;

use super::stand_in::{Lie, Person, query_of};
use super::{Ground, claire, is_in, with_provider};
use crate::town::in_towns;

const CODE: &str = "/agent/connexion/code";
const ENROLMENT: &str = "/agent/connexion/premiere-fois";

/// What the page says to somebody who is not let in.
fn told(ground: &Ground<'_>, person: Person) -> String {
    let (mut browser, page) = ground.comes(person);
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!is_in(&mut browser));
    assert!(page.has("a[href='/agent/connexion']"), "the rescue");
    plain(&page.text("h1"))
}

#[test]
fn an_agent_is_bound_by_a_verified_address_once_and_known_by_the_subject_afterwards() {
    with_provider(|ground| {
        let town = ground.town;
        let verbs = town.traced(|| {
            let (mut browser, page) = ground.comes(claire());
            // The second factor of the house is still asked.
            assert_eq!(page.leads_to(), CODE);
            assert!(!is_in(&mut browser));
        });
        assert_eq!(verbs, ["agent.identity_linked"]);
        // The provider knows her by another address later, of nobody here: the subject is what counts.
        let renamed = Person::verified("sub-claire", "claire.durand@rochebrune.example");
        assert_eq!(ground.comes(renamed).1.leads_to(), CODE);
        // Somebody else whom the provider gave her address later is not her.
        let recycled = Person::verified("sub-other", "claire@rochebrune.example");
        assert!(told(&ground, recycled).contains("pas celui qui est connu"));
    });
}

/// As ProConnect answers: how somebody proved who they are when it is asked for, the address in a signed user info, not a word of
/// `email_verified`.
#[test]
fn a_provider_that_hands_over_verified_addresses_only_need_not_say_so_of_each() {
    in_towns(|town| {
        let mut ground = Ground::declared(town, &town.rochebrune, |form| {
            form.fill("adresses", "all_verified")
                .fill("second-facteur", "provider")
        });
        {
            let mut own = ground.provider.0.lock().unwrap();
            (own.in_token, own.signs_user_info) = (false, true);
            own.says.insert("claims_parameter_supported", json!(true));
        }
        let silent = |subject: &str, email: &str| Person {
            subject: subject.to_owned(),
            claims: json!({ "email": email }),
        };
        let own = silent("sub-claire", "claire@rochebrune.example");
        let shown = ground.trial_of(own.clone()).shown();
        assert!(plain(&shown.text("main")).contains("pour vérifiées"));
        ground.opens();
        let (_, asked) = ground.leaves();
        let claims = query_of(&asked)["claims"].clone();
        assert_eq!(claims, r#"{"id_token":{"amr":{"essential":true}}}"#);
        assert_eq!(ground.comes(own.clone()).1.leads_to(), CODE);
        let denied = silent("sub-karim", "karim@rochebrune.example");
        let denied = denied.with("email_verified", json!(false));
        assert!(told(&ground, denied).contains("ne garantit pas"));
        for lie in [
            Lie::OtherSubjectOfUserInfo,
            Lie::OtherIssuerOfUserInfo,
            Lie::UnknownKeyOfUserInfo,
        ] {
            ground.provider.lies(lie);
            let (mut browser, page) = ground.comes(own.clone());
            assert_eq!(page.status, StatusCode::BAD_REQUEST, "{lie:?}");
            assert!(!is_in(&mut browser));
        }
    });
}

#[test]
fn the_subject_and_the_address_must_both_stay_the_same_where_the_organisation_says_so() {
    in_towns(|town| {
        let ground = Ground::with(town, |form| {
            form.fill("reconnaissance", "subject_and_address")
        });
        assert_eq!(ground.comes(claire()).1.leads_to(), CODE);
        let renamed = Person::verified("sub-claire", "claire.durand@rochebrune.example");
        assert!(told(&ground, renamed).contains("pas celui qui est connu"));
        let unverified = claire().with("email_verified", json!(false));
        assert!(told(&ground, unverified).contains("pas celui qui est connu"));
        assert_eq!(ground.comes(claire()).1.leads_to(), CODE);
    });
}

#[test]
fn nobody_gets_an_account_by_being_known_elsewhere() {
    in_towns(|town| {
        let ground = Ground::with(town, |form| form.fill("domaines", "rochebrune.example"));
        let agents = count(&ground);
        let nobody = Person::verified("sub-1", "inconnue@rochebrune.example");
        assert!(told(&ground, nobody).contains("pas encore de compte"));
        let elsewhere = Person::verified("sub-2", "claire@ailleurs.example");
        assert!(told(&ground, elsewhere).contains("pas encore de compte"));
        // An agent of the other organisation is nobody here.
        let valmont = Person::verified("sub-3", "claire@valmont.example");
        assert!(told(&ground, valmont).contains("pas encore de compte"));
        let unverified = claire().with("email_verified", json!(false));
        assert!(told(&ground, unverified).contains("ne garantit pas"));
        let silent = Person {
            subject: "sub-4".to_owned(),
            claims: json!({}),
        };
        assert!(told(&ground, silent).contains("ne garantit pas"));
        assert_eq!(count(&ground), agents);
    });
}

/// How many agents Rochebrune has.
fn count(ground: &Ground<'_>) -> usize {
    let ctx = parvis_kernel::Ctx::house(
        ground.town.rochebrune.organisation.id,
        parvis_kernel::Clock::now(ground.town.test.clock.as_ref()),
    );
    let read = ground
        .town
        .house
        .store
        .read_blocking(move |tx| parvis_access::staff::all(&ctx, tx));
    read.unwrap().len()
}

#[test]
fn somebody_who_was_invited_becomes_an_agent_with_the_rights_that_were_offered() {
    with_provider(|mut ground| {
        let town = ground.town;
        let page = "/agent/administration/invitations/nouvelle";
        let form = ground.claire.get(page).shown().form("/nouvelle");
        let form = form
            .fill("courriel", "lena@rochebrune.example")
            .fill("prenom", "Lena")
            .fill("nom", "Roux")
            .fill("qualite", "Agente");
        let _ = ground.claire.post_form(&form).shown();
        town.work();
        let link = town
            .post
            .link("lena@rochebrune.example", "/agent/invitation/");
        let lena = Person::verified("sub-lena", "Lena@Rochebrune.example");
        let verbs = town.traced(|| {
            let (_, page) = ground.comes(lena.clone());
            assert_eq!(page.leads_to(), ENROLMENT);
        });
        assert_eq!(
            verbs,
            [
                "agent.created",
                "invitation.accepted",
                "agent.identity_linked"
            ]
        );
        // The invitation served, and no password opens the account.
        let used = town.rochebrune.browser().get(&link);
        assert!(used.find_form(&link).is_none());
        let form = town.rochebrune.browser().get("/agent/connexion").shown();
        let form = form.form("/agent/connexion");
        let form = form
            .fill("email", "lena@rochebrune.example")
            .fill("password", "n'importe quoi de long");
        let refused = town.rochebrune.browser().submit(&form);
        assert_ne!(refused.status, StatusCode::SEE_OTHER);
        assert_eq!(ground.comes(lena).1.leads_to(), ENROLMENT);
    });
}

#[test]
fn an_invitation_that_ended_makes_no_agent() {
    with_provider(|mut ground| {
        let page = "/agent/administration/invitations/nouvelle";
        let form = ground.claire.get(page).shown().form("/nouvelle");
        let form = form
            .fill("courriel", "lena@rochebrune.example")
            .fill("prenom", "Lena")
            .fill("nom", "Roux")
            .fill("qualite", "Agente");
        let _ = ground.claire.post_form(&form).shown();
        ground.town.later(8 * 24 * 3600);
        let lena = Person::verified("sub-lena", "lena@rochebrune.example");
        assert!(told(&ground, lena).contains("pas encore de compte"));
    });
}

#[test]
fn a_closed_account_stays_closed_and_an_unbound_one_is_bound_again() {
    with_provider(|mut ground| {
        let karim = Person::verified("sub-karim", "karim@rochebrune.example");
        assert_eq!(ground.comes(karim.clone()).1.leads_to(), ENROLMENT);
        let id = ground.town.rochebrune.agents[1].1;
        let page = format!("/agent/administration/agents/{id}");
        let mut act = |word: &str| {
            let path = format!("{page}/compte/{word}");
            let form = ground.claire.get(&path).shown().form(&path);
            let _ = ground.claire.post_form(&form).shown();
        };
        act("fermer");
        let (_, closed) = {
            let (mut browser, asked) = {
                let mut browser = ground.town.rochebrune.browser();
                let asked = browser.get(super::DOOR).leads_to().to_owned();
                (browser, asked)
            };
            let back = ground.provider.signs_in(&asked, karim);
            let page = browser.get(&back);
            (browser, page)
        };
        assert_eq!(closed.status, StatusCode::FORBIDDEN);
        assert!(plain(&closed.text("h1")).contains("est fermé"));
        act("rouvrir");
        act("delier");
        let other = Person::verified("sub-karim-2", "karim@rochebrune.example");
        assert_eq!(ground.comes(other).1.leads_to(), ENROLMENT);
    });
}

#[test]
fn the_second_factor_of_the_provider_is_enough_where_it_is_believed_and_proved() {
    in_towns(|town| {
        let ground = Ground::with(town, |form| {
            form.fill("second-facteur", "provider")
                .fill("niveaux", "eidas2")
        });
        let (_, asked) = ground.leaves();
        assert_eq!(super::stand_in::query_of(&asked)["acr_values"], "eidas2");
        let (mut weak, page) = ground.comes(claire().with("acr", json!("eidas1")));
        assert_eq!(page.leads_to(), CODE);
        assert!(!is_in(&mut weak));
        for proof in [("acr", json!("eidas2")), ("amr", json!(["pwd", "mfa"]))] {
            let verbs = town.traced(|| {
                let (mut browser, page) = ground.comes(claire().with(proof.0, proof.1.clone()));
                assert_eq!(page.leads_to(), "/agent");
                assert!(is_in(&mut browser));
            });
            assert_eq!(verbs, ["queue.read", "agent.signed_in"]);
        }
    });
}

#[test]
fn the_session_of_an_agent_is_never_the_one_that_the_browser_brought() {
    in_towns(|town| {
        let ground = Ground::with(town, |form| form.fill("second-facteur", "provider"));
        let mut browser = town.rochebrune.browser();
        let page = browser.get("/demarches/acte-naissance/commencer").shown();
        let form = page.form("/commencer").fill("connu", "code");
        let _ = browser.post_form(&form);
        let brought = browser.cookie("__Host-parvis").unwrap().to_owned();
        let asked = browser.get(super::DOOR).leads_to().to_owned();
        let mfa = claire().with("amr", json!(["mfa"]));
        let back = ground.provider.signs_in(&asked, mfa);
        assert_eq!(browser.get(&back).leads_to(), "/agent");
        assert_ne!(browser.cookie("__Host-parvis").unwrap(), brought);
        let mut thief = town.rochebrune.browser();
        thief.keep("__Host-parvis", &brought);
        assert!(!is_in(&mut thief));
    });
}
