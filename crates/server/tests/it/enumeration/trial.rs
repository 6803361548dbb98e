//! A trial and the organisation that tries: neither sees anything of the other, and nobody falls on a trial by chance.

use http::Method;

use super::everyone::{FORM, Subject, ask, is_refused, sees_no_difference};
use super::table::{Who, all, machines};
use crate::town::{Known, SESSION, in_towns};

#[test]
fn nothing_of_a_trial_is_visible_from_the_real_side_and_conversely() {
    in_towns(|town| {
        let mut karim = town.on_trial("acte-naissance");
        let trial = town.trial();
        let mut there = town.agent_of(&trial, &mut karim);
        let real = Subject::deposited(town);
        let tried = Subject::at(town, &trial, there.clone());
        let refused = [404, 303];

        // The same author, the same identifier of agent, the same groups: only the organisation differs. Between two rounds, what
        // may be tried so many times in some minutes may be tried again.
        sees_no_difference(&mut karim, "author, of what is tried", &tried, &refused);
        town.later(600);
        sees_no_difference(
            &mut there,
            "author on trial, of what is real",
            &real,
            &refused,
        );
        town.later(600);
        let mut claire = town.agent(&town.rochebrune, "claire");
        sees_no_difference(&mut claire, "agent, of what is tried", &tried, &refused);

        town.later(600);
        let known = Known::Email("zoe@exemple.fr");
        let (mut zoe, own) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let _ = zoe.get(&format!("/dossiers/{own}")).shown();
        sees_no_difference(&mut zoe, "person, of what is tried", &tried, &refused);
        town.later(600);
        let (mut tester, own) = town.deposited(&trial, "acte-naissance", Known::Code);
        let _ = tester.get(&format!("/dossiers/{own}")).shown();
        sees_no_difference(&mut tester, "tester, of what is real", &real, &refused);

        let queue = claire.get("/agent").shown().told();
        assert!(queue.contains(&real.number) && !queue.contains(&tried.number));
        let queue = there.get("/agent").shown().told();
        assert!(queue.contains(&tried.number) && !queue.contains(&real.number));
    });
}

#[test]
fn the_session_of_a_trial_opens_nothing_of_the_organisation_and_conversely() {
    in_towns(|town| {
        let mut karim = town.on_trial("acte-naissance");
        let trial = town.trial();
        let there = town.agent_of(&trial, &mut karim);
        let subject = Subject::deposited(town);
        let mut stolen = town.rochebrune.browser();
        stolen.keep("__Host-parvis", there.cookie(SESSION).unwrap());
        let mut other = trial.browser();
        other.keep(SESSION, karim.cookie("__Host-parvis").unwrap());
        for (who, method, template) in all() {
            if who != Who::Public {
                for browser in [&mut stolen, &mut other] {
                    let page = ask(browser, method, template, &subject);
                    let to_real = page.header("location").starts_with("/agent/essai");
                    assert!(
                        is_refused(&page) || to_real,
                        "{method} {template}: {}",
                        page.status
                    );
                }
            }
        }
    });
}

#[test]
fn who_has_no_link_sees_no_page_of_a_trial_and_is_told_that_nothing_was_asked() {
    in_towns(|town| {
        let _ = town.on_trial("acte-naissance");
        let trial = town.trial();
        let subject = Subject::unknown();
        for (_, method, template) in all() {
            let mut stranger = trial.door.browser();
            stranger.keep(crate::town::PASS, &"0".repeat(32));
            let path = subject.ids().path(template);
            if path.starts_with("/api/") {
                continue;
            }
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let page = stranger.ask(&method, &path, FORM, "a=b");
            assert_eq!(page.status.as_u16(), 403, "{method} {template}");
            assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
            assert_eq!(page.text("h1"), "Cette page est un essai");
            assert!(
                page.told().contains("aucune demande n’y a été déposée"),
                "{method} {template}: {}",
                page.told()
            );
            // The way out leads to what is real.
            let name = &town.rochebrune.organisation.name;
            assert!(page.text("main a.govuk-button").ends_with(name.as_str()));
        }
        for (method, template) in machines() {
            let path = template.replace(['{', '}'], "");
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let page = trial
                .browser()
                .ask(&method, &path, "application/json", "{}");
            assert_eq!(page.status.as_u16(), 404, "{method} {template}");
            assert_eq!(page.header("content-type"), "application/problem+json");
            if method != Method::HEAD {
                assert!(page.source().contains("problem:trial"), "{}", page.source());
            }
        }
    });
}
