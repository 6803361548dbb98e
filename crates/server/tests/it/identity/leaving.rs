//! Signing out here, and there too.

use serde_json::json;

use super::stand_in::query_of;
use super::{DOOR, Ground, claire, is_in};
use crate::town::in_towns;

#[test]
fn who_signs_out_is_led_to_sign_out_of_the_provider_too() {
    in_towns(|town| {
        let ground = Ground::with(town, |form| form.fill("second-facteur", "provider"));
        let (mut browser, page) = ground.comes(claire().with("amr", json!(["mfa"])));
        assert_eq!(page.leads_to(), "/agent");
        let form = browser.get("/agent").shown().form("/agent/deconnexion");
        let page = browser.submit(&form).shown();
        assert!(!is_in(&mut browser));
        let link = page.attr("main a.govuk-button", "href").unwrap();
        assert!(link.starts_with(&format!("{}/end?", ground.provider.issuer())));
        let query = query_of(&link);
        assert_eq!(query["client_id"], "parvis");
        assert_eq!(
            query["post_logout_redirect_uri"],
            "https://rochebrune.example/agent/connexion"
        );
        assert_eq!(query["state"].len(), 32);
        assert_eq!(query["id_token_hint"].split('.').count(), 3);
        // With the password, nothing leads there.
        let mut claire = town.agent(&town.rochebrune, "claire");
        let form = claire.get("/agent").shown().form("/agent/deconnexion");
        let page = claire.submit(&form);
        assert_eq!(page.leads_to(), "/agent/connexion?fin=1");
    });
}

#[test]
fn a_provider_that_offers_no_way_out_is_not_asked_for_one() {
    in_towns(|town| {
        let mut ground = Ground::declared(town, &town.rochebrune, |form| {
            form.fill("second-facteur", "provider")
        });
        let says = &mut ground.provider.0.lock().unwrap().says.clone();
        says.insert("end_session_endpoint", json!(null));
        ground.provider.0.lock().unwrap().says = says.clone();
        let _ = ground.trial().shown();
        ground.opens();
        let (mut browser, _) = ground.comes(claire().with("amr", json!(["mfa"])));
        let form = browser.get("/agent").shown().form("/agent/deconnexion");
        assert_eq!(browser.submit(&form).leads_to(), "/agent/connexion?fin=1");
    });
}

#[test]
fn who_comes_back_goes_on_where_they_wanted_to_and_nowhere_else() {
    in_towns(|town| {
        let ground = Ground::with(town, |form| form.fill("second-facteur", "provider"));
        for (asked, expected) in [
            ("/agent/demarches", "/agent/demarches"),
            ("https://evil.example/", "/agent"),
            ("/demarches", "/agent"),
        ] {
            let mut browser = town.rochebrune.browser();
            let to = browser.get(&format!("{DOOR}?retour={asked}"));
            let back = ground
                .provider
                .signs_in(to.leads_to(), claire().with("amr", json!(["mfa"])));
            assert_eq!(browser.get(&back).leads_to(), expected);
            town.later(60);
        }
    });
}
