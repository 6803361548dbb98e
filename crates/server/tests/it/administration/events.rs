//! The journal of security and administration.

use super::{page_of, send};
use crate::town::in_towns;

const EVENTS: &str = "/agent/administration/journal";

#[test]
fn the_journal_tells_who_did_what_in_sentences_and_is_filtered() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut claire = town.agent(place, "claire");
        let close = format!("{}/compte/fermer", page_of(place, "karim"));
        let _ = send(&mut claire, &close, &close, |form| form).leads_to();
        let mut yann = town.agent(place, "yann");
        let page = yann.get(EVENTS).shown();
        let told = page.told();
        assert!(
            told.contains("Claire Martin a fermé le compte (Karim Haddad)."),
            "{told}"
        );
        assert!(told.contains("Yann Le Goff s’est connecté."), "{told}");
        let only = yann.get(&format!("{EVENTS}?quoi=agent.disabled")).shown();
        assert_eq!(only.texts("tbody tr").len(), 1);
        let id = place
            .agents
            .iter()
            .find(|(name, _)| *name == "yann")
            .unwrap()
            .1;
        let his = yann
            .get(&format!(
                "{EVENTS}?qui={id}&quoi=agent.signed_in&du=2020-01-01"
            ))
            .shown();
        assert!(his.texts("tbody tr").iter().all(|row| row.contains("Yann")));
        let none = yann.get(&format!("{EVENTS}?au=2001-01-01")).shown();
        assert!(none.told().contains("Aucun événement"));
        let mut rosa = town.agent(place, "rosa");
        assert_eq!(rosa.get(EVENTS).status, http::StatusCode::FORBIDDEN);
        let mut elsewhere = town.agent(&town.valmont, "yann");
        assert!(
            !elsewhere
                .get(EVENTS)
                .shown()
                .told()
                .contains("a fermé le compte")
        );
    });
}
