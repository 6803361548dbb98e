//! The code that confirms an address.

use http::StatusCode;
use parvis_jobs::deliver_due;
use parvis_kernel::{ChallengeId, Clock, Failure};
use parvis_testkit::on_both;

use crate::town::{MIGRATIONS, Town};

const PURPOSE: &str = "/demarches/copie-acte/commencer?pour=moi";

fn path(id: ChallengeId) -> String {
    format!("/code?c={id}")
}

/// A code of six digits that is not the right one.
fn other_than(code: &str) -> String {
    if code == "111111" { "222222" } else { "111111" }.to_owned()
}

#[test]
fn the_right_code_even_pasted_with_spaces_leads_on_with_what_was_confirmed() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking(PURPOSE, false);
        let before = browser.token();
        let page = browser.get(&path(id));
        assert_eq!(page.status, StatusCode::OK);
        let code = town.code(id);
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        let next = browser.submit(&page, "/rochebrune/code?", &[("code", &spaced)]);
        assert_eq!(next.leads_to(), format!("{PURPOSE}&c={id}"));
        assert_ne!(browser.token(), before);
        assert!(town.is_live(&browser.token()) && !town.is_live(&before));
        assert_eq!(
            browser.get(&path(id)).leads_to(),
            format!("{PURPOSE}&c={id}")
        );
        town.all_words_are_known();
    });
}

#[test]
fn the_page_helps_to_give_the_code_and_shows_no_address() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking(PURPOSE, false);
        let page = browser.get(&path(id));
        assert!(page.has("input#code[inputmode=numeric][autocomplete=one-time-code]"));
        assert!(page.body.contains("z•••@e•••.org"));
        assert!(!page.body.contains("zoe@example.org"));
        assert!(!page.body.contains(&town.code(id)));
        assert_eq!(
            page.text("#code-hint"),
            "Il sert jusqu’à 9 h 15. Vous pouvez le coller, avec ou sans espaces."
        );
        insta::assert_snapshot!(
            "code_fr",
            page.reviewed(&[(&id.to_string(), "[challenge]")])
        );
        browser.language = "en";
        let english = browser.get(&path(id));
        insta::assert_snapshot!(
            "code_en",
            english.reviewed(&[(&id.to_string(), "[challenge]")])
        );
    });
}

#[test]
fn a_wrong_code_says_how_many_tries_are_left_then_ends() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking(PURPOSE, false);
        let wrong = other_than(&town.code(id));
        let mut page = browser.get(&path(id));
        for left in ["4 essais", "3 essais", "2 essais", "un essai"] {
            page = browser.submit(&page, "/rochebrune/code?", &[("code", &wrong)]);
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.text("title").starts_with("Erreur : "));
            let summary = page.text(".govuk-error-summary a");
            assert!(summary.contains(left), "{summary}");
            assert_eq!(page.attr(".govuk-error-summary a", "href"), "#code");
            assert!(page.has("#code[aria-invalid=true]"));
        }
        let ended = browser.submit(&page, "/rochebrune/code?", &[("code", &wrong)]);
        assert_eq!(ended.status, StatusCode::GONE);
        let right = town.code(id);
        let again = browser.submit(&page, "/rochebrune/code?", &[("code", &right)]);
        assert_eq!(again.status, StatusCode::GONE);
        insta::assert_snapshot!(
            "code_ended_fr",
            ended.reviewed(&[(&id.to_string(), "[challenge]")])
        );
        town.all_words_are_known();
    });
}

#[test]
fn what_cannot_be_a_code_is_not_counted_as_a_try() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking(PURPOSE, false);
        let page = browser.get(&path(id));
        for typed in ["", "12345", "abc", "1234567", "12345\u{202e}6"] {
            let refused = browser.submit(&page, "/rochebrune/code?", &[("code", typed)]);
            assert_eq!(
                refused.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{typed:?}"
            );
        }
        let code = town.code(id);
        let next = browser.submit(&page, "/rochebrune/code?", &[("code", &code)]);
        assert_eq!(next.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_code_ends_after_fifteen_minutes_and_another_can_be_asked() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking(PURPOSE, false);
        town.later(15 * 60);
        let ended = browser.get(&path(id));
        assert_eq!(ended.status, StatusCode::GONE);
        let next = browser.submit(&ended, "/rochebrune/code/nouveau", &[]);
        let renewed = browser.get(next.leads_to());
        assert!(renewed.text("[role=alert]").contains("nouveau code"));
        let new = next.leads_to().split(['=', '&']).nth(1).unwrap();
        let code = town.code(new.parse().unwrap());
        let onward = browser.submit(&renewed, "/rochebrune/code?", &[("code", &code)]);
        assert_eq!(onward.leads_to(), format!("{PURPOSE}&c={new}"));
        town.all_words_are_known();
    });
}

#[test]
fn another_code_is_sent_but_not_without_end() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking(PURPOSE, false);
        let page = browser.get(&path(id));
        for _ in 0..5 {
            let sent = browser.submit(&page, "/rochebrune/code/nouveau", &[]);
            assert_eq!(sent.status, StatusCode::SEE_OTHER);
        }
        let refused = browser.submit(&page, "/rochebrune/code/nouveau", &[]);
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(refused.text("h1").contains("Trop d’essais"));
        let delivered = deliver_due(
            &town.house.store,
            parvis_notify::SUBSCRIBERS,
            town.test.clock.now(),
        );
        assert_eq!(town.runtime.block_on(delivered).unwrap(), 6);
    });
}

#[test]
fn a_code_is_given_only_where_it_was_asked() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (_, id) = town.asking(PURPOSE, false);
        let (mut other, _) = town.asking(PURPOSE, false);
        let foreign = other.get(&path(id));
        let unknown = other.get(&path(ChallengeId::new()));
        let nothing = other.get("/code");
        let without_session = town.browser().get(&path(id));
        for page in [&foreign, &unknown, &nothing, &without_session] {
            assert_eq!(page.status, StatusCode::NOT_FOUND);
            assert_eq!(page.reviewed(&[]), foreign.reviewed(&[]));
        }
        insta::assert_snapshot!("code_unknown_fr", foreign.reviewed(&[]));
        town.all_words_are_known();
    });
}

#[test]
fn the_page_of_a_decoy_is_the_same_and_no_code_opens_it() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking(PURPOSE, true);
        let (mut honest, real) = town.asking(PURPOSE, false);
        let page = browser.get(&path(id));
        let shown = page.reviewed(&[(&id.to_string(), "[challenge]")]);
        let other = honest.get(&path(real));
        assert_eq!(shown, other.reviewed(&[(&real.to_string(), "[challenge]")]));
        let code = town.code(id);
        let refused = browser.submit(&page, "/rochebrune/code?", &[("code", &code)]);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn nobody_is_led_to_another_site() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        for purpose in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
        ] {
            let (mut browser, id) = town.asking(purpose, false);
            let page = browser.get(&path(id));
            assert!(!page.body.contains("evil"), "{purpose}");
            let code = town.code(id);
            let next = browser.submit(&page, "/rochebrune/code?", &[("code", &code)]);
            assert_eq!(next.leads_to(), "/", "{purpose}");
        }
    });
}

#[test]
fn a_form_of_another_site_confirms_nothing() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking(PURPOSE, false);
        let entries = [("code".to_owned(), town.code(id))];
        let refused = browser.post(&path(id), &entries);
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn the_page_says_when_the_mail_is_late() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking(PURPOSE, false);
        let now = town.test.clock.now();
        let delivering = deliver_due(&town.house.store, parvis_notify::SUBSCRIBERS, now);
        town.runtime.block_on(delivering).unwrap();
        assert!(!browser.get(&path(id)).has(".govuk-inset-text"));
        let sender = parvis_notify::Sender::new(
            town.house.store.clone(),
            town.house.clock.clone(),
            // Nobody is known to it: every mail fails.
            parvis_organisation::Directory::default(),
            parvis_notify::Composers::default(),
            std::sync::Arc::new(parvis_notify::post::Memory::default()),
            parvis_web::Roots::new("http://127.0.0.1:8080"),
        );
        let runners: Vec<std::sync::Arc<dyn parvis_jobs::Runner>> =
            vec![std::sync::Arc::new(sender.map_err(Failure::from).unwrap())];
        let running = parvis_jobs::run_due(&town.house.store, &runners, &*town.house.clock);
        assert_eq!(town.runtime.block_on(running).unwrap(), 0);
        let late = browser.get(&path(id));
        assert!(
            late.text(".govuk-inset-text")
                .contains("serveur de messagerie")
        );
        town.all_words_are_known();
    });
}
