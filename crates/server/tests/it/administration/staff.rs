//! Agents and their rights.

use http::StatusCode;

use super::{page_of, send, traced};
use crate::town::in_towns;

const HOME: &str = "/agent/administration";

#[test]
fn only_those_who_may_see_the_administration_and_the_dpo_finds_no_button() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let pages = [
            HOME.to_owned(),
            format!("{HOME}/organisation"),
            format!("{HOME}/services"),
            format!("{HOME}/agents"),
            format!("{HOME}/invitations"),
            format!("{HOME}/revue"),
            page_of(place, "karim"),
        ];
        let mut rosa = town.agent(place, "rosa");
        let mut yann = town.agent(place, "yann");
        let mut claire = town.agent(place, "claire");
        assert!(
            !rosa
                .get("/agent")
                .shown()
                .has("a[href='/agent/administration']")
        );
        assert!(
            claire
                .get("/agent")
                .shown()
                .has("a[href='/agent/administration']")
        );
        for page in &pages {
            assert_eq!(rosa.get(page).status, StatusCode::FORBIDDEN, "{page}");
            let _ = claire.get(page).shown();
            let read = yann.get(page).shown();
            assert!(!read.has("main a.govuk-button"), "{page}");
            let posts = read.attrs("main form[method=post]", "action");
            assert!(
                posts.iter().all(|action| action.ends_with("/agents")),
                "{page}: {posts:?}"
            );
        }
        for page in [
            "organisation/modifier",
            "organisation/logo",
            "services/nouveau",
            "groupes/nouveau",
            "invitations/nouvelle",
        ] {
            let page = format!("{HOME}/{page}");
            assert_eq!(yann.get(&page).status, StatusCode::FORBIDDEN, "{page}");
        }
        let own = format!("{}/compte/fermer", page_of(place, "karim"));
        let token = yann.get("/quitter").form("/quitter").to(&own);
        assert_eq!(yann.submit(&token).status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn rights_are_given_and_taken_and_each_leaves_its_trace() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut claire = town.agent(place, "claire");
        let mut rosa = town.agent(place, "rosa");
        let rights = format!("{}/droits", page_of(place, "rosa"));
        let form = claire.get(&rights).shown().form(&rights);
        let group = form
            .names()
            .into_iter()
            .find(|name| name.starts_with("groupe-"));
        let group = group.unwrap().to_owned();
        let verbs = traced(town, || {
            let form = form.tick("roles", "dpo").fill(&group, "");
            let _ = claire.submit(&form).leads_to();
        });
        assert!(
            verbs.contains(&"agent.role_granted".to_owned()),
            "{verbs:?}"
        );
        let _ = rosa.get(HOME).shown();
    });
}

#[test]
fn the_last_administrator_stays_and_nobody_closes_their_own_account() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut claire = town.agent(place, "claire");
        let own = page_of(place, "claire");
        let rights = format!("{own}/droits");
        let form = claire.get(&rights).shown().form(&rights).without("roles");
        let refused = claire.submit(&form);
        assert!(
            refused.errors()[0].contains("à une autre personne"),
            "{:?}",
            refused.errors()
        );
        let close = format!("{own}/compte/fermer");
        let refused = send(&mut claire, &close, &close, |form| form);
        assert!(
            refused.errors()[0].contains("votre propre compte"),
            "{:?}",
            refused.errors()
        );
        let _ = claire.get(HOME).shown();
    });
}

#[test]
fn a_closed_account_is_out_at_once_and_comes_back_with_its_rights() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut claire = town.agent(place, "claire");
        let mut karim = town.agent(place, "karim");
        let page = page_of(place, "karim");
        let close = format!("{page}/compte/fermer");
        let verbs = traced(town, || {
            let _ = send(&mut claire, &close, &close, |form| form).leads_to();
        });
        assert_eq!(verbs, ["agent.disabled"]);
        assert_eq!(
            karim.get("/agent").leads_to(),
            "/agent/connexion?retour=/agent"
        );
        assert!(claire.get(&page).shown().told().contains("Fermé"));
        let reopen = format!("{page}/compte/rouvrir");
        let _ = send(&mut claire, &reopen, &reopen, |form| form).leads_to();
        let _ = town.agent(place, "karim").get("/agent").shown();
        let forget = format!("{page}/compte/second-facteur");
        let _ = send(&mut claire, &forget, &forget, |form| form).leads_to();
        let told = claire.get(&page).shown().told();
        assert!(
            told.contains("À enregistrer à la prochaine connexion"),
            "{told}"
        );
    });
}

#[test]
fn an_agent_is_found_by_any_word_of_their_name_and_changed() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let list = "/agent/administration/agents";
        let found = send(&mut claire, list, list, |form| form.fill("q", "KARIM had")).shown();
        assert_eq!(found.texts("tbody th").len(), 1, "{}", found.told());
        let none = send(&mut claire, list, list, |form| form.fill("q", "personne")).shown();
        assert!(none.told().contains("Aucun agent"));
        let page = page_of(&town.rochebrune, "karim");
        let edit = format!("{page}/modifier");
        let _ = send(&mut claire, &edit, &edit, |form| {
            form.fill("qualite", "Officier d’état civil")
        })
        .leads_to();
        assert!(
            claire
                .get(&page)
                .shown()
                .told()
                .contains("Officier d’état civil")
        );
        let kept = town.details("agent.changed");
        assert!(
            kept.contains(&r#"{"fields":"quality"}"#.to_owned()),
            "{kept:?}"
        );
    });
}
