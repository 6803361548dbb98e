//! A long export: who may approve it is told by mail, and who asked for it hears of the answer.

use crate::town::{Known, Town, in_towns};

/// Asks for exports with the pieces until somebody else must approve one: those of a day count together.
fn asked_for_many(town: &Town) {
    let mut claire = town.agent(&town.rochebrune, "claire");
    for _ in 0..200 {
        let form = town.export_form(&mut claire).fill("format", "zip");
        let form = match form.value("motif") {
            Some(_) => form.fill("motif", "Contrôle"),
            None => form,
        };
        if claire
            .post_form(&form)
            .shown()
            .told()
            .contains("À approuver")
        {
            return;
        }
    }
    panic!("nobody else must approve anything");
}

#[test]
fn a_long_export_is_told_to_those_who_may_approve_it_and_answered_to_who_asked() {
    in_towns(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let _ = town.deposited(&town.rochebrune, "acte-naissance", known);
        for who in ["claire", "karim"] {
            town.make_administrator(&town.rochebrune, who);
        }
        asked_for_many(town);
        town.work();
        let [claire, karim, rosa] =
            ["claire", "karim", "rosa"].map(|who| format!("{who}@rochebrune.example"));
        let told = town.post.text(&karim);
        assert!(told.contains("exporter de nombreux dossiers"), "{told}");
        assert!(!told.contains("Zoé") && !told.contains("Claire"), "{told}");
        assert!(
            town.post.to(&claire).is_empty(),
            "who asked does not approve"
        );
        assert!(town.post.to(&rosa).is_empty());
        let mut approver = town.agent(&town.rochebrune, "karim");
        let home = approver.get("/agent/administration").shown();
        assert!(home.told().contains("Un export attend une approbation"));
        let page = approver.get("/agent/exports/approbations").shown();
        approver.submit(&page.form("/avis").press("avis", "approuver"));
        town.work();
        assert!(town.post.text(&claire).contains("a reçu une réponse"));
    });
}
