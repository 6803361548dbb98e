//! The periodic review of rights.

use super::{send, traced};
use crate::town::in_towns;

const REVIEW: &str = "/agent/administration/revue";

#[test]
fn a_review_ends_when_every_account_was_answered_for_and_says_when_the_next_is_due() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut claire = town.agent(place, "claire");
        let mut yann = town.agent(place, "yann");
        let home = claire.get("/agent/administration").shown().told();
        assert!(home.contains("Aucune revue n’a encore été faite"), "{home}");
        let none = send(&mut claire, REVIEW, REVIEW, |form| form);
        assert!(
            none.errors()[0].contains("un compte au moins"),
            "{:?}",
            none.errors()
        );

        let id = |who: &str| {
            let id = place
                .agents
                .iter()
                .find(|(name, _)| *name == who)
                .unwrap()
                .1;
            format!("agent-{id}")
        };
        let verbs = traced(town, || {
            let _ = send(&mut claire, REVIEW, REVIEW, |form| {
                form.fill(&id("yann"), "retirer")
                    .fill(&id("karim"), "confirmer")
            })
            .leads_to();
        });
        assert!(
            verbs.contains(&"agent.rights_withdrawn".to_owned()),
            "{verbs:?}"
        );
        assert!(
            verbs.contains(&"agent.rights_confirmed".to_owned()),
            "{verbs:?}"
        );
        assert!(verbs.contains(&"agent.disabled".to_owned()), "{verbs:?}");
        assert!(!verbs.contains(&"rights.reviewed".to_owned()), "{verbs:?}");
        assert!(yann.get("/agent").status.is_redirection());

        let form = claire.get(REVIEW).shown().form(REVIEW);
        assert!(!form.names().contains(&id("karim").as_str()));
        let own = form.clone().fill(&id("claire"), "retirer");
        let refused = claire.submit(&own);
        assert!(
            refused.errors()[0].contains("votre propre compte"),
            "{:?}",
            refused.errors()
        );
        let rest = form
            .fill(&id("claire"), "confirmer")
            .fill(&id("rosa"), "confirmer");
        let verbs = traced(town, || {
            let _ = claire.submit(&rest).leads_to();
        });
        assert!(verbs.contains(&"rights.reviewed".to_owned()), "{verbs:?}");
        let home = claire.get("/agent/administration").shown().told();
        assert!(home.contains("Dernière revue le"), "{home}");
    });
}

#[test]
fn an_account_that_nobody_used_for_six_months_is_marked() {
    in_towns(|town| {
        town.later(190 * 24 * 3600);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let list = claire.get("/agent/administration/agents").shown();
        let states = list.texts("td .parvis-tag--wait");
        assert_eq!(states.len(), 3, "{}", list.told());
        let home = claire.get("/agent/administration").shown().told();
        assert!(home.contains("3 comptes ne servent plus"), "{home}");
    });
}
