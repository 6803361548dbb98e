//! How agents sign in and out.

use http::StatusCode;
use parvis_access::totp;
use parvis_journal::Subject;
use parvis_kernel::{Clock, Instant};
use parvis_testkit::on_both;

use crate::browser::{Browser, Page};
use crate::town::{EMAIL, MIGRATIONS, PASSWORD, Town};

const CODE_PAGE: &str = "/rochebrune/agent/connexion/code";
const ENROLMENT: &str = "/rochebrune/agent/connexion/premiere-fois";

/// Gives address and password, from the page of sign-in.
fn give(browser: &mut Browser<'_>, from: &str, email: &str, password: &str) -> Page {
    let page = browser.get(from);
    let typed = [("email", email), ("password", password)];
    browser.submit(&page, "/rochebrune/agent/connexion", &typed)
}

/// The code that the agent's application shows.
fn shown(secret: &[u8], now: Instant) -> String {
    totp::code_at(secret, now).unwrap()
}

/// The secret that an enrolment page shows.
fn secret_of(page: &Page) -> Vec<u8> {
    let key = page.text("strong.parvis-reference").replace(' ', "");
    decoded(&key)
}

/// Base 32 (RFC 4648), as an application reads it.
fn decoded(key: &str) -> Vec<u8> {
    let (mut bits, mut held, mut bytes) = (0_u32, 0_u32, Vec::new());
    for letter in key.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'2'..=b'7' => letter - b'2' + 26,
            other => panic!("not base 32: {other}"),
        };
        bits = (bits << 5) | u32::from(value);
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).unwrap());
        }
    }
    bytes
}

/// A first sign-in up to the queue; the secret of the second factor.
fn enrol(town: &Town, browser: &mut Browser<'_>) -> Vec<u8> {
    let next = give(browser, "/agent/connexion", EMAIL, PASSWORD);
    assert_eq!(next.leads_to(), "/agent/connexion/premiere-fois");
    let page = browser.get(next.leads_to());
    let secret = secret_of(&page);
    let code = shown(&secret, town.test.clock.now());
    let through = browser.submit(&page, ENROLMENT, &[("code", &code)]);
    assert_eq!(through.leads_to(), "/agent");
    secret
}

#[test]
fn the_first_time_an_agent_enrols_a_second_factor_and_is_then_through() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let mut browser = town.browser();
        let next = give(&mut browser, "/agent/connexion", EMAIL, PASSWORD);
        let half = browser.token();
        let page = browser.get(next.leads_to());
        let secret = secret_of(&page);
        assert_eq!(secret.len(), 20);
        assert!(
            page.attr("a[href^=otpauth]", "href")
                .starts_with("otpauth://totp/")
        );
        let drawing = browser.get("/agent/connexion/premiere-fois/qr.svg");
        assert_eq!(drawing.headers["content-type"], "image/svg+xml");
        assert_eq!(drawing.headers["cache-control"], "no-store");
        let wrong = browser.submit(&page, ENROLMENT, &[("code", "000000")]);
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(secret_of(&wrong), secret, "the same key after an error");
        let code = shown(&secret, town.test.clock.now());
        let through = browser.submit(&wrong, ENROLMENT, &[("code", &code)]);
        assert_eq!(through.leads_to(), "/agent");
        assert_ne!(browser.token(), half);
        assert!(!town.is_live(&half) && town.is_live(&browser.token()));
        assert_eq!(browser.get("/agent/connexion").leads_to(), "/agent");
        assert_eq!(
            browser.get("/agent/connexion/premiere-fois/qr.svg").status,
            StatusCode::NOT_FOUND
        );
        town.all_words_are_known();
    });
}

#[test]
fn afterwards_password_then_code_open_the_page_that_was_asked_for() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let secret = enrol(&town, &mut town.browser());
        town.later(60);
        let mut browser = town.browser();
        let from = "/agent/connexion?retour=/agent/dossiers/2026-1%3Fvue%3D2";
        let next = give(&mut browser, from, EMAIL, PASSWORD);
        assert_eq!(
            next.leads_to(),
            "/agent/connexion/code?retour=/agent/dossiers/2026-1%3Fvue%3D2"
        );
        let page = browser.get(next.leads_to());
        let code = shown(&secret, town.test.clock.now());
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        let through = browser.submit(&page, CODE_PAGE, &[("code", &spaced)]);
        assert_eq!(through.leads_to(), "/agent/dossiers/2026-1?vue=2");
        insta::assert_snapshot!("agent_code_fr", page.reviewed(&[]));
        town.all_words_are_known();
    });
}

#[test]
fn a_way_back_to_another_site_is_forgotten() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        enrol(&town, &mut town.browser());
        for elsewhere in [
            "//evil.example",
            "https://evil.example",
            "/suivi",
            "/agent\\..\\evil",
        ] {
            let from = format!("/agent/connexion?retour={elsewhere}");
            let page = town.browser().get(&from);
            assert_eq!(
                page.attr("form[novalidate]", "action"),
                "/rochebrune/agent/connexion"
            );
        }
    });
}

#[test]
fn a_wrong_password_and_an_unknown_address_get_the_same_page() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let mut browser = town.browser();
        let wrong = give(
            &mut browser,
            "/agent/connexion",
            EMAIL,
            "another sentence that is long",
        );
        let unknown = give(
            &mut browser,
            "/agent/connexion",
            "nobody@rochebrune.example",
            PASSWORD,
        );
        let too_long = give(&mut browser, "/agent/connexion", EMAIL, &"x".repeat(5_000));
        for (page, email) in [
            (&wrong, EMAIL),
            (&unknown, "nobody@rochebrune.example"),
            (&too_long, EMAIL),
        ] {
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(
                page.reviewed(&[(email, "[email]")]),
                wrong.reviewed(&[(EMAIL, "[email]")])
            );
        }
        assert!(
            !wrong.body.contains("another sentence"),
            "a password is never shown again"
        );
        insta::assert_snapshot!("agent_sign_in_wrong_fr", wrong.reviewed(&[]));
        town.all_words_are_known();
    });
}

#[test]
fn nothing_typed_says_what_to_type() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let mut browser = town.browser();
        let page = give(&mut browser, "/agent/connexion", "", "");
        assert!(page.has("#email-error") && page.has("#password-error"));
        assert!(page.text("title").starts_with("Erreur : "));
        town.all_words_are_known();
    });
}

#[test]
fn after_five_wrong_passwords_even_the_right_one_waits() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let mut browser = town.browser();
        for _ in 0..5 {
            give(
                &mut browser,
                "/agent/connexion",
                EMAIL,
                "another sentence that is long",
            );
        }
        let waiting = give(&mut browser, "/agent/connexion", EMAIL, PASSWORD);
        assert_eq!(waiting.status, StatusCode::UNPROCESSABLE_ENTITY);
        town.later(61);
        let through = give(&mut browser, "/agent/connexion", EMAIL, PASSWORD);
        assert_eq!(through.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn one_address_is_not_tried_without_end() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let tried = |name: &str| give(&mut town.browser(), "/agent/connexion", name, "x").status;
        for _ in 0..10 {
            assert_eq!(tried("nobody@a.example"), StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(tried("NOBODY@a.example"), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(tried("other@a.example"), StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn a_code_serves_once_and_wrong_ones_make_the_account_wait() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let secret = enrol(&town, &mut town.browser());
        town.later(60);
        let code = shown(&secret, town.test.clock.now());
        let mut first = town.browser();
        give(&mut first, "/agent/connexion", EMAIL, PASSWORD);
        let page = first.get("/agent/connexion/code");
        assert_eq!(
            first
                .submit(&page, CODE_PAGE, &[("code", &code)])
                .leads_to(),
            "/agent"
        );
        let mut second = town.browser();
        give(&mut second, "/agent/connexion", EMAIL, PASSWORD);
        let page = second.get("/agent/connexion/code");
        for _ in 0..5 {
            let refused = second.submit(&page, CODE_PAGE, &[("code", &code)]);
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let waiting = second.submit(&page, CODE_PAGE, &[("code", &code)]);
        assert!(
            waiting
                .text("#code-error")
                .contains("Attendez quelques minutes")
        );
        town.all_words_are_known();
    });
}

#[test]
fn the_second_step_is_for_those_who_passed_the_first() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        for path in ["/agent/connexion/code", "/agent/connexion/premiere-fois"] {
            assert_eq!(town.browser().get(path).leads_to(), "/agent/connexion");
            let (mut person, _) = town.asking("/suivi", false);
            assert_eq!(person.get(path).leads_to(), "/agent/connexion");
        }
        let drawing = town.browser().get("/agent/connexion/premiere-fois/qr.svg");
        assert_eq!(drawing.status, StatusCode::NOT_FOUND);
        let secret = enrol(&town, &mut town.browser());
        assert!(!secret.is_empty());
        let mut half = town.browser();
        give(&mut half, "/agent/connexion", EMAIL, PASSWORD);
        let again = half.get("/agent/connexion/premiere-fois");
        assert_eq!(
            again.leads_to(),
            "/agent/connexion/code",
            "a factor is enrolled once"
        );
    });
}

#[test]
fn signing_in_closes_the_older_session_of_the_browser() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, _) = town.asking("/suivi", false);
        let older = browser.token();
        give(&mut browser, "/agent/connexion", EMAIL, PASSWORD);
        assert!(!town.is_live(&older));
        assert!(town.is_live(&browser.token()));
    });
}

#[test]
fn signing_out_closes_the_session_and_leaves_a_trace() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let mut browser = town.browser();
        enrol(&town, &mut browser);
        let token = browser.token();
        // Any page of agents shows the button; the page of the public side does not.
        let refused = browser.post("/agent/deconnexion", &[]);
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let csrf = csrf_of(&mut browser);
        let left = browser.post("/agent/deconnexion", &[("csrf".to_owned(), csrf)]);
        assert_eq!(left.leads_to(), "/agent/connexion?fin=1");
        assert!(!town.is_live(&token));
        let page = browser.get("/agent/connexion?fin=1");
        assert_eq!(page.text(".govuk-inset-text"), "Vous êtes déconnecté.");
        let (organisation, claire) = (town.ctx.organisation, town.claire.uuid());
        let events = town.house.store.read_blocking(move |tx| {
            parvis_journal::security_events(tx, organisation, Subject::new("agent", claire))
        });
        let verbs: Vec<String> = events
            .unwrap()
            .into_iter()
            .map(|event| event.verb)
            .collect();
        assert_eq!(
            verbs,
            [
                "agent.created",
                "agent.second_factor_enrolled",
                "agent.signed_in",
                "agent.signed_out"
            ]
        );
        town.all_words_are_known();
    });
}

/// The token of the forms of this browser, from a page that it may open.
fn csrf_of(browser: &mut Browser<'_>) -> String {
    browser.get("/quitter").attr("input[name=csrf]", "value")
}

#[test]
fn the_pages_of_agents_read_as_they_were_reviewed() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let mut browser = town.browser();
        let sign_in = browser.get("/agent/connexion");
        insta::assert_snapshot!("agent_sign_in_fr", sign_in.reviewed(&[]));
        browser.language = "en";
        let english = browser.get("/agent/connexion");
        insta::assert_snapshot!("agent_sign_in_en", english.reviewed(&[]));
        browser.language = "fr";
        give(&mut browser, "/agent/connexion", EMAIL, PASSWORD);
        let page = browser.get("/agent/connexion/premiere-fois");
        let key = page.text("strong.parvis-reference");
        let bare = key.replace(' ', "");
        let reviewed = page.reviewed(&[(&key, "[key]"), (&bare, "[secret]")]);
        insta::assert_snapshot!("agent_enrolment_fr", reviewed);
        town.all_words_are_known();
    });
}
