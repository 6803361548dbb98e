//! The keys of agents, on both engines.

use crate::agent_pages::signed_in;
use crate::browser::{Page, Pages};
use crate::town::in_towns;

const PAGE: &str = "/agent/raccourcis";

/// The keys that a page gives to its script.
fn keys(page: &Page) -> String {
    assert_eq!(page.status, 200, "{}", page.text());
    page.one("[data-shortcuts]", "data-shortcuts")
}

#[test]
fn an_agent_chooses_their_keys_or_none_and_colleagues_keep_theirs() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let file = format!("/agent/dossiers/{number}");
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        assert!(keys(&claire.get("/agent")).starts_with("next:j previous:k open:o"));
        assert!(keys(&claire.get(&file)).ends_with("decide:d help:?"));
        let help = claire.get(PAGE);
        assert!(help.says("Prendre cette demande") && help.says("Votre navigateur n’exécute pas"));
        assert_eq!(help.one("#touche-take", "value"), "m");
        // One key in the place of another, one act without a key.
        let chosen = [
            ("actifs", "oui"),
            ("touche-next", "S"),
            ("touche-previous", "j"),
            ("touche-help", "?"),
        ];
        let kept = claire.post(PAGE, &chosen);
        assert!(
            kept.says("Vos raccourcis sont enregistrés"),
            "{}",
            kept.text()
        );
        assert_eq!(keys(&claire.get("/agent")), "next:s previous:j help:?");
        let mut karim = signed_in(&town, &pages, &town.karim);
        assert!(keys(&karim.get("/agent")).starts_with("next:j"));
        // Switched off, they keep their keys for the day when they are wanted again.
        claire.post(PAGE, &[("touche-next", "s")]);
        assert_eq!(keys(&claire.get(&file)), "");
        assert_eq!(claire.get(PAGE).one("#touche-next", "value"), "s");
        claire.post(PAGE, &[("etape", "retablir")]);
        assert!(keys(&claire.get("/agent")).starts_with("next:j previous:k open:o"));
    });
}

#[test]
fn a_key_that_serves_twice_is_told_beside_its_field_and_nothing_is_kept() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        claire.get(PAGE);
        for (own, words) in [("j", "sert déjà"), ("jk", "une seule lettre")] {
            let typed = [
                ("actifs", "oui"),
                ("touche-next", "j"),
                ("touche-open", own),
            ];
            let refused = claire.post(PAGE, &typed);
            assert_eq!(refused.status, 422);
            assert!(refused.says(words), "{}", refused.text());
            assert_eq!(refused.one("#touche-open", "value"), own);
            assert!(!refused.texts("#touche-open-error").is_empty());
        }
        assert_eq!(claire.get(PAGE).one("#touche-open", "value"), "o");
    });
}

#[test]
fn the_dossiers_before_and_after_are_a_key_away() {
    in_towns(|town| {
        let (_, first) = town.deposited();
        let (_, second) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let page = claire.get(&format!("/agent/dossiers/{first}"));
        let next = page.one("a[data-next]", "href");
        assert!(next.ends_with(second.as_str()), "{next}");
        assert!(page.all("a[data-previous]", "href").is_empty());
        let page = claire.get(&format!("/agent/dossiers/{second}"));
        let previous = page.one("a[data-previous]", "href");
        assert!(previous.ends_with(first.as_str()), "{previous}");
    });
}
