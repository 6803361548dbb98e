//! Invitations: sent, opened once, sent again, taken back, too late.

use http::StatusCode;
use parvis_testkit::{Browser, Page};

use super::{send, traced};
use crate::town::{PASSWORD, Town, in_towns};

const NEW: &str = "/agent/administration/invitations/nouvelle";
const LIST: &str = "/agent/administration/invitations";
const LENA: &str = "lena@rochebrune.example";

/// Claire invites Lena to administer; the path of the link that Lena gets.
fn invited(town: &Town, claire: &mut Browser) -> String {
    let sent = send(claire, NEW, NEW, |form| {
        form.fill("courriel", "Lena@Rochebrune.example")
            .fill("prenom", "Lena")
            .fill("nom", "Roux")
            .fill("qualite", "Agente")
            .tick("roles", "administrator")
    });
    assert_eq!(
        sent.leads_to(),
        "/agent/administration/invitations?fait=invite"
    );
    town.work();
    town.post.link(LENA, "/agent/invitation/")
}

fn choose(by: &mut Browser, path: &str, password: &str) -> Page {
    let form = by.get(path).shown().form(path);
    by.submit(
        &form
            .fill("mot-de-passe", password)
            .fill("confirmation", password),
    )
}

#[test]
fn who_is_invited_chooses_a_password_and_a_second_factor_and_has_the_rights_offered() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let path = invited(town, &mut claire);
        assert_eq!(
            town.rochebrune
                .door
                .browser()
                .get(&path)
                .shown()
                .texts("h1"),
            ["Bienvenue, Lena"]
        );
        let mut lena = town.rochebrune.browser();
        let weak = choose(&mut lena, &path, "motdepasse123");
        assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
        let verbs = traced(town, || {
            let chosen = choose(&mut lena, &path, PASSWORD);
            assert_eq!(chosen.leads_to(), "/agent/connexion/premiere-fois");
        });
        assert_eq!(
            verbs,
            ["agent.created", "agent.role_granted", "invitation.accepted"]
        );
        assert_eq!(
            lena.get("/agent/administration").leads_to(),
            "/agent/connexion?retour=/agent/administration"
        );
        let enrolment = lena.get("/agent/connexion/premiere-fois").shown();
        let code = town.code_of(&enrolment);
        let _ = lena
            .submit(&enrolment.form("/premiere-fois").fill("code", &code))
            .leads_to();
        let _ = lena.get("/agent/administration").shown();
        let used = town.rochebrune.browser().get(&path);
        assert_eq!(used.status, StatusCode::GONE);
        assert!(used.told().contains("déjà servi"));
        assert!(
            claire
                .get(LIST)
                .shown()
                .told()
                .contains("Aucune invitation")
        );
        let again = send(&mut claire, NEW, NEW, |form| {
            form.fill("courriel", LENA)
                .fill("prenom", "L")
                .fill("nom", "R")
                .fill("qualite", "A")
        });
        assert!(
            again.errors()[0].contains("a déjà cette adresse"),
            "{:?}",
            again.errors()
        );
    });
}

#[test]
fn an_expired_link_says_what_to_do_and_the_one_sent_again_replaces_it() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let older = invited(town, &mut claire);
        town.later(7 * 24 * 3600);
        let mut lena = town.rochebrune.browser();
        let late = lena.get(&older);
        assert_eq!(late.status, StatusCode::GONE);
        assert!(
            late.told().contains("vous en renvoyer un"),
            "{}",
            late.told()
        );
        let mut claire = town.agent(&town.rochebrune, "claire");
        assert!(claire.get(LIST).shown().told().contains("Expirée"));
        let _ = send(&mut claire, LIST, "/renvoyer", |form| form).leads_to();
        town.work();
        let newer = town.post.link(LENA, "/agent/invitation/");
        assert_ne!(older, newer);
        assert_eq!(lena.get(&older).status, StatusCode::NOT_FOUND);
        let _ = choose(&mut lena, &newer, PASSWORD).leads_to();
    });
}

#[test]
fn a_link_taken_back_or_altered_or_of_elsewhere_opens_nothing() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let path = invited(town, &mut claire);
        let altered = format!("{}{}", &path[..path.len() - 4], "0000");
        assert_eq!(
            town.rochebrune.browser().get(&altered).status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            town.valmont.browser().get(&path).status,
            StatusCode::NOT_FOUND
        );
        let _ = send(&mut claire, LIST, "/retirer", |form| form).leads_to();
        let mut lena = town.rochebrune.browser();
        let gone = lena.get(&path);
        assert_eq!(gone.status, StatusCode::GONE);
        assert!(gone.told().contains("retirée"));
    });
}

#[test]
fn the_secret_of_a_link_is_in_no_row() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let path = invited(town, &mut claire);
        let secret = path[path.len() - 32..].to_owned();
        assert!(!town.rows_of_invitations().contains(&secret));
    });
}
