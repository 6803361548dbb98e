//! Which organisation a request is for, and that every link of every page leads somewhere.

use std::collections::{BTreeSet, VecDeque};

use axum::body::Body;
use http::{Request, StatusCode};
use parvis_testkit::{Browser, TestStore, engines, problems_of};

use crate::enumeration::protected;
use crate::town::{Known, Town, in_one_town};

/// Pages at most that are followed from one start.
const MOST: usize = 150;

fn in_a_demonstration(test: impl Fn(&Town)) {
    let migrations = parvis_server::migrations();
    let kit = TestStore::on(engines()[0], &[&migrations]);
    test(&Town::demonstration(kit));
}

/// Follows the links of every page from a start, the nearest pages first; gives the pages met.
fn crawl(browser: &mut Browser, start: &str) -> BTreeSet<String> {
    let mut met = BTreeSet::new();
    let mut waiting = VecDeque::from([start.to_owned()]);
    while let Some(path) = waiting.pop_front() {
        if met.len() >= MOST || !met.insert(path.clone()) {
            continue;
        }
        let page = browser.open(&path);
        assert!(
            page.status == StatusCode::OK || page.status == StatusCode::UNPROCESSABLE_ENTITY,
            "{path} answers {}",
            page.status
        );
        if !page.is_html() {
            continue;
        }
        for (selector, name) in [
            ("a", "href"),
            ("link", "href"),
            ("script", "src"),
            ("img", "src"),
        ] {
            for link in page.attrs(&format!("{selector}[{name}]"), name) {
                let address = link.split('#').next().unwrap();
                // Languages double everything.
                if address.starts_with('/') && !address.contains("/langue?") {
                    waiting.push_back(address.to_owned());
                }
                let known = ["/", "#", "?", "mailto:", "tel:", "https://", "otpauth:"];
                assert!(
                    known.iter().any(|start| link.starts_with(start)),
                    "{path} leads to {link}"
                );
            }
        }
    }
    met
}

#[test]
fn every_link_that_anybody_meets_leads_somewhere() {
    in_one_town(|town| {
        let met = crawl(&mut town.rochebrune.browser(), "/");
        for page in [
            "/demarches/acte-naissance",
            "/suivi",
            "/accessibilite",
            "/conditions",
        ] {
            assert!(met.contains(page), "nothing leads to {page}: {met:?}");
        }
        protected(town);
    });
}

#[test]
fn every_link_that_a_person_or_an_agent_meets_leads_somewhere() {
    in_one_town(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let (mut zoe, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &number);
        town.ask(&mut claire, &number, "copies", "Combien ?");
        let met = crawl(&mut zoe, &format!("/dossiers/{number}"));
        assert!(
            met.contains(&format!("/dossiers/{number}/recepisse")),
            "{met:?}"
        );
        assert!(
            met.contains(&format!("/dossiers/{number}/completer")),
            "{met:?}"
        );
        let met = crawl(&mut claire, "/agent");
        assert!(
            met.contains(&format!("/agent/dossiers/{number}/historique")),
            "{met:?}"
        );
        protected(town);
    });
}

#[test]
fn a_demonstration_serves_each_organisation_under_its_name_and_says_so_on_every_page() {
    in_a_demonstration(|town| {
        let mut browser = town.rochebrune.browser();
        let met = crawl(&mut browser, "/rochebrune/");
        for path in &met {
            let ours = ["/rochebrune/", "/dev", "/assets/"];
            assert!(
                path == "/" || ours.iter().any(|start| path.starts_with(start)),
                "{path}"
            );
        }
        for page in town.seen().iter().filter(|page| page.is_html()) {
            assert!(
                page.source().to_lowercase().contains("démonstration"),
                "{} does not say that it is a demonstration",
                page.path
            );
            assert_eq!(problems_of(page), Vec::<String>::new(), "{}", page.path);
        }
        assert!(browser.get("/rochebrune").leads_to() == "/rochebrune/");
        let mut browser = town.rochebrune.browser();
        let first = browser.get("/rochebrune/suivi").shown();
        let cookie = first.header("set-cookie");
        assert!(cookie.starts_with("parvis_rochebrune=") && cookie.contains("Path=/rochebrune;"));
        let _ = browser.get("/valmont/suivi").shown();
        assert_ne!(
            browser.cookie("parvis_rochebrune"),
            browser.cookie("parvis_valmont")
        );
    });
}

#[test]
fn a_real_house_has_no_page_that_shows_mails_and_codes() {
    in_one_town(|town| {
        for path in ["/dev", "/dev/", "/dev/courriels/a"] {
            let none = town.rochebrune.browser().get(path);
            assert_eq!(none.status, StatusCode::NOT_FOUND, "{path}");
        }
        protected(town);
    });
}

#[test]
fn a_host_that_serves_nobody_gets_a_protected_page_and_no_name() {
    in_one_town(|town| {
        let mut browser = town.rochebrune.browser();
        for (host, path) in [
            ("elsewhere.example", "/"),
            ("elsewhere.example", "/demarches"),
            // Those that have a host name are served under it alone.
            ("elsewhere.example", "/rochebrune/"),
            ("elsewhere.example", "/rochebrune"),
        ] {
            let request = Request::get(path).header("host", host);
            let page = browser.send(request, Body::empty());
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{host} {path}");
            assert!(!page.source().contains("Rochebrune"));
        }
        let request = Request::get("/").header("host", "ROCHEBRUNE.example:443");
        let _ = browser.send(request, Body::empty()).shown();
        protected(town);
    });
}

#[test]
fn behind_a_proxy_nothing_but_health_answers_without_https() {
    in_one_town(|town| {
        let mut browser = town.rochebrune.browser();
        for scheme in ["http", "", "HTTPX"] {
            let request = Request::get("/").header("x-forwarded-proto", scheme);
            let page = browser.send(request, Body::empty());
            assert_eq!(page.status, StatusCode::MISDIRECTED_REQUEST, "{scheme:?}");
            let request = Request::get("/health/live").header("x-forwarded-proto", scheme);
            let _ = browser.send(request, Body::empty()).shown();
        }
        protected(town);
    });
}

#[test]
fn nobody_learns_whether_an_address_has_a_dossier_or_an_agent() {
    in_one_town(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let unknown = parvis_dossier::model::Number::draw().to_string();
        let asked = |number: &str, address: &str| {
            let mut browser = town.rochebrune.browser();
            let form = browser.get("/suivi").shown().form("/suivi");
            let form = form
                .fill("numero", number)
                .fill("moyen", "courriel")
                .fill("courriel", address);
            let sent = browser.submit(&form);
            let to = sent.leads_to().to_owned();
            let challenge = to
                .split("c=")
                .nth(1)
                .unwrap()
                .split('&')
                .next()
                .unwrap()
                .to_owned();
            let page = browser.get(&to).shown();
            let token = page.attr("input[name=csrf]", "value").unwrap();
            let masked = page.source().replace(&challenge, "C").replace(&token, "T");
            (sent.status, masked)
        };
        let right = asked(&number, "zoe@exemple.fr");
        assert_eq!(asked(&number, "zac@exemple.fr"), right);
        assert_eq!(asked(&unknown, "zoe@exemple.fr"), right);
        let before = town.post.to("zac@exemple.fr").len();
        town.work();
        assert_eq!(
            town.post.to("zac@exemple.fr").len(),
            before,
            "a decoy sends nothing"
        );
    });
}
