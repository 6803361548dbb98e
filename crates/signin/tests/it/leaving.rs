//! Leave and erase this computer.

use http::StatusCode;
use parvis_testkit::on_both;

use crate::town::{MIGRATIONS, Town};

#[test]
fn leaving_closes_the_session_and_erases_what_the_browser_keeps() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, id) = town.asking("/suivi", false);
        let token = browser.token();
        let page = browser.get("/quitter");
        assert!(town.is_live(&token), "asking closes nothing");
        let left = browser.submit(&page, "/rochebrune/quitter", &[]);
        assert_eq!(
            left.headers["clear-site-data"],
            "\"cache\", \"cookies\", \"storage\""
        );
        assert_eq!(left.headers["cache-control"], "no-store");
        assert_eq!(left.leads_to(), "/quitter/fin");
        assert_eq!(browser.token(), "");
        assert!(!town.is_live(&token));
        let done = browser.get("/quitter/fin");
        assert_eq!(done.status, StatusCode::OK);
        assert!(!done.headers.contains_key("clear-site-data"));
        assert!(!done.headers.contains_key("set-cookie"));
        // Back: the page asks again, and there is nothing any more.
        assert_eq!(
            browser.get(&format!("/code?c={id}")).status,
            StatusCode::NOT_FOUND
        );
        insta::assert_snapshot!("leave_fr", page.reviewed(&[]));
        insta::assert_snapshot!("leave_done_fr", done.reviewed(&[]));
        browser.language = "en";
        let english = browser.get("/quitter");
        insta::assert_snapshot!("leave_en", english.reviewed(&[]));
        town.all_words_are_known();
    });
}

#[test]
fn no_other_site_makes_anybody_leave() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (mut browser, _) = town.asking("/suivi", false);
        let refused = browser.post("/quitter", &[]);
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(!refused.headers.contains_key("clear-site-data"));
        assert!(town.is_live(&browser.token()));
    });
}

#[test]
fn somebody_without_a_session_may_leave_too() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let mut browser = town.browser();
        let page = browser.get("/quitter");
        let left = browser.submit(&page, "/rochebrune/quitter", &[]);
        assert_eq!(left.leads_to(), "/quitter/fin");
    });
}

#[test]
fn somebody_who_leaves_a_draft_may_erase_it_instead_of_keeping_it() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let mut browser = town.browser();
        let page = browser.get("/quitter?brouillon=7K2M-94QD");
        assert!(
            page.body
                .contains("href=\"/rochebrune/dossiers/7K2M-94QD/effacer\"")
        );
        for other in ["", "..%2F..%2Fagent", "%22%3E", "7K2M-94QD-7K2M-94QD"] {
            let page = browser.get(&format!("/quitter?brouillon={other}"));
            assert!(!page.body.contains("/effacer"), "{other}");
        }
    });
}

#[test]
fn the_key_of_what_was_set_aside_goes_too_even_where_the_browser_erases_nothing_by_itself() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let mut browser = town.browser();
        let page = browser.get("/quitter");
        browser.keep("parvis_rochebrune_aside", "7f.00");
        browser.keep("parvis_elsewhere", "of another organisation");
        let left = browser.submit(&page, "/rochebrune/quitter", &[]);
        let forgotten = left.headers.get_all("set-cookie").iter();
        let forgotten: Vec<&str> = forgotten.map(|line| line.to_str().unwrap()).collect();
        let of = |name: &str| {
            let mut lines = forgotten.iter();
            lines.any(|line| line.starts_with(&format!("{name}=;")) && line.contains("Max-Age=0"))
        };
        assert!(of("parvis_rochebrune_aside"), "{forgotten:?}");
        assert!(!of("parvis_elsewhere"), "{forgotten:?}");
    });
}
