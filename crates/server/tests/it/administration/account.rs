//! What every agent sees of their own account.

use http::StatusCode;

use super::{page_of, send, traced};
use crate::town::{PASSWORD, in_towns};

const SESSIONS: &str = "/agent/sessions";
const CHANGE: &str = "/agent/mot-de-passe";
const ANOTHER: &str = "la maree monte sur le vieux quai";

#[test]
fn an_agent_ends_one_of_their_sessions_or_all_the_others_and_none_of_somebody_else() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut old = town.agent(place, "rosa");
        let mut rosa = town.agent(place, "rosa");
        let mut karim = town.agent(place, "karim");
        let page = rosa.get(SESSIONS).shown();
        assert_eq!(page.texts("tbody tr").len(), 2, "{}", page.told());
        assert!(page.told().contains("Cette session"));
        let form = page.form(SESSIONS);
        let session = form.value("session").unwrap().to_owned();
        let stolen = karim
            .get("/quitter")
            .form("/quitter")
            .to(SESSIONS)
            .tamper("session", &session);
        assert_eq!(karim.submit(&stolen).status, StatusCode::NOT_FOUND);
        let verbs = traced(town, || {
            let _ = rosa.submit(&form).leads_to();
        });
        assert_eq!(verbs, ["agent.session_ended"]);
        assert_eq!(
            old.get("/agent").leads_to(),
            "/agent/connexion?retour=/agent"
        );
        let mut third = town.agent(place, "rosa");
        let all = rosa
            .get("/quitter")
            .form("/quitter")
            .to(SESSIONS)
            .tamper("session", "autres");
        let _ = rosa.submit(&all).leads_to();
        assert!(third.get("/agent").status.is_redirection());
        let _ = rosa.get("/agent").shown();
    });
}

#[test]
fn who_administers_ends_the_sessions_of_an_agent() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut rosa = town.agent(place, "rosa");
        let mut claire = town.agent(place, "claire");
        let end = format!("{}/compte/sessions", page_of(place, "rosa"));
        let _ = send(&mut claire, &end, &end, |form| form).leads_to();
        assert!(rosa.get("/agent").status.is_redirection());
    });
}

#[test]
fn a_new_password_needs_the_older_one_and_ends_the_other_sessions() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut old = town.agent(place, "rosa");
        let mut rosa = town.agent(place, "rosa");
        for (older, new, again, expected) in [
            (
                "pas celui-ci du tout",
                ANOTHER,
                ANOTHER,
                "Ce n’est pas votre mot de passe actuel",
            ),
            (PASSWORD, "court", "court", "au moins 12 caractères"),
            (PASSWORD, ANOTHER, PASSWORD, "sont différents"),
        ] {
            let refused = send(&mut rosa, CHANGE, CHANGE, |form| {
                form.fill("actuel", older)
                    .fill("mot-de-passe", new)
                    .fill("confirmation", again)
            });
            assert!(
                refused.errors()[0].contains(expected),
                "{:?}",
                refused.errors()
            );
        }
        let verbs = traced(town, || {
            let changed = send(&mut rosa, CHANGE, CHANGE, |form| {
                form.fill("actuel", PASSWORD)
                    .fill("mot-de-passe", ANOTHER)
                    .fill("confirmation", ANOTHER)
            });
            let told = rosa.follow(changed).shown().told();
            assert!(told.contains("Votre mot de passe est changé"), "{told}");
        });
        assert_eq!(verbs, ["agent.password_changed"]);
        assert!(old.get("/agent").status.is_redirection());
        let mut browser = place.browser();
        let refused = town.give_password(place, &mut browser, "rosa");
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}
