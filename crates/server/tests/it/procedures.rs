//! Authors write procedures, through the door of the house.

use http::StatusCode;
use parvis_demarche::LIBRARY;
use parvis_testkit::{Browser, Page};

use crate::town::{Known, Town, in_towns};

const LIST: &str = "/agent/demarches";
const NEW: &str = "/agent/nouvelle-demarche";
const BIRTH: &str = "/agent/demarches/acte-naissance";

/// The birth certificate under another name, which nobody wrote yet.
fn essai() -> String {
    LIBRARY[0]
        .1
        .replace("slug: acte-naissance", "slug: essai-de-demarche")
}

fn pasted(by: &mut Browser, page: &str, text: &str) -> Page {
    let form = by.get(page).shown().form(page);
    by.submit(&form.fill("texte", text))
}

fn karim(town: &Town) -> Browser {
    town.agent(&town.rochebrune, "karim")
}

#[test]
fn a_broken_file_is_told_line_by_line_in_french_and_its_text_is_not_lost() {
    in_towns(|town| {
        let mut karim = karim(town);
        let broken = essai().replace("theme: papers", "theme: papiers");
        let broken = broken.replace("minutes: 5", "minutes: 500");
        let page = pasted(&mut karim, NEW, &broken).expect(StatusCode::UNPROCESSABLE_ENTITY);
        let errors = page.errors();
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert!(
            errors[0].contains("Ligne 8, colonne 8 : « theme » ne peut pas valoir « papiers »"),
            "{errors:?}"
        );
        assert!(errors[1].contains("attendu : un nombre de 1 à 240"));
        assert!(page.told().contains("theme: papiers"), "the line itself");
        let form = page.form(NEW);
        assert!(form.value("texte").unwrap().contains("theme: papiers"));
        let kept = karim.submit(&form.fill("texte", &essai()));
        assert!(
            kept.leads_to()
                .starts_with("/agent/demarches/essai-de-demarche")
        );
        let list = karim.get(LIST).shown();
        assert!(list.told().contains("Brouillon"));
    });
}

#[test]
fn a_file_is_read_as_a_text_is_and_what_is_no_text_is_refused() {
    in_towns(|town| {
        let mut karim = karim(town);
        let form = karim.get(NEW).shown().form(NEW);
        let dos = essai().replace('\n', "\r\n");
        let kept = karim.submit(&form.clone().file("fichier", "a.yaml", dos.as_bytes()));
        let _ = kept.leads_to();
        let kept = karim.get("/agent/demarches/essai-de-demarche/brouillon.yaml");
        assert_eq!(kept.source(), essai());
        for (bytes, told) in [
            (vec![0xff, 0xfe, 0x00], "n’est pas du texte"),
            (vec![b'a'; 2_000_001], "dépasse 2 Mo"),
            (Vec::new(), "Choisissez un fichier"),
        ] {
            let page = karim.submit(&form.clone().file("fichier", "a.yaml", &bytes));
            let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.errors()[0].contains(told), "{:?}", page.errors());
        }
    });
}

#[test]
fn a_change_is_prepared_read_and_published_and_the_public_sees_it_then_only() {
    in_towns(|town| {
        let mut karim = karim(town);
        let edit = format!("{BIRTH}/texte");
        let form = karim.get(&edit).shown().form("/texte");
        let text = form.value("texte").unwrap();
        let text = text.replace("fr: Demander un acte de naissance,", "fr: Obtenir un acte,");
        let text = text.replace("Combien d’exemplaires ?", "Combien de copies ?");
        let kept = karim.submit(&form.fill("texte", &text));
        let page = karim.follow(kept).shown();
        let told = page.told();
        assert!(told.contains("Change : le titre"), "{told}");
        assert!(
            told.contains(
                "La question « Combien d’exemplaires ? » devient « Combien de copies ? »"
            ),
            "{told}"
        );
        let mut anybody = town.rochebrune.browser();
        let before = anybody.get("/demarches/acte-naissance").shown();
        assert!(before.told().contains("Demander un acte de naissance"));
        let publish = format!("{BIRTH}/publier");
        let ask = karim.get(&publish).shown();
        assert!(
            ask.told()
                .contains("suivent ce texte quand toutes leurs réponses")
        );
        let refused = karim.submit(&ask.form("/publier"));
        let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.errors()[0].contains("Confirmez"));
        let verbs = town.traced(|| {
            let done = karim.submit(&ask.form("/publier").tick("confirme", "oui"));
            assert!(done.leads_to().contains("fait=publiee"));
        });
        for verb in ["procedure.confirmed", "procedure.published"] {
            assert!(verbs.iter().any(|own| own == verb), "{verbs:?}");
        }
        let after = anybody.get("/demarches/acte-naissance").shown();
        assert!(after.told().contains("Obtenir un acte"));
        let first = karim.get(&format!("{BIRTH}/revisions/1.yaml"));
        assert_eq!(first.source(), LIBRARY[0].1);
        let again = karim.submit(&ask.form("/publier").tick("confirme", "oui"));
        assert_eq!(
            again.status,
            StatusCode::CONFLICT,
            "nothing is left to publish"
        );
    });
}

#[test]
fn of_two_authors_at_once_the_second_reads_whose_draft_is_kept() {
    in_towns(|town| {
        let mut karim = karim(town);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let edit = format!("{BIRTH}/texte");
        let opened = claire.get(&edit).shown().form("/texte");
        let form = karim.get(&edit).shown().form("/texte");
        let text = form.value("texte").unwrap().to_owned();
        let _ = karim
            .submit(&form.fill("texte", &text.replace("minutes: 5", "minutes: 6")))
            .leads_to();
        let hers = text.replace("minutes: 5", "minutes: 7");
        let told = claire.submit(&opened.fill("texte", &hers));
        let told = told.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            told.errors()[0].contains("Karim Haddad"),
            "{:?}",
            told.errors()
        );
        let again = told.form("/texte");
        assert_eq!(again.value("texte").unwrap(), hers);
        let _ = claire.submit(&again).leads_to();
        let kept = claire.get(&format!("{BIRTH}/brouillon.yaml"));
        assert_eq!(kept.source(), hers);
        let form = karim.get(&format!("{BIRTH}/jeter")).shown().form("/jeter");
        let _ = claire.submit(
            &claire
                .clone()
                .get(&format!("{BIRTH}/jeter"))
                .shown()
                .form("/jeter"),
        );
        assert_eq!(karim.submit(&form).status, StatusCode::CONFLICT);
    });
}

#[test]
fn only_authors_and_administrators_see_these_pages() {
    in_towns(|town| {
        for (who, status) in [
            ("karim", StatusCode::OK),
            ("claire", StatusCode::OK),
            ("yann", StatusCode::FORBIDDEN),
            ("rosa", StatusCode::FORBIDDEN),
        ] {
            let mut agent = town.agent(&town.rochebrune, who);
            for path in [LIST, NEW, BIRTH] {
                assert_eq!(agent.get(path).status, status, "{who} {path}");
            }
        }
        let mut elsewhere = town.agent(&town.valmont, "karim");
        let mut karim = karim(town);
        let _ = pasted(&mut karim, NEW, &essai()).leads_to();
        let path = "/agent/demarches/essai-de-demarche";
        assert_eq!(elsewhere.get(path).status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_draft_is_previewed_whole_marked_and_nothing_is_recorded() {
    in_towns(|town| {
        let mut karim = karim(town);
        let _ = pasted(&mut karim, NEW, &essai()).leads_to();
        let own = "/agent/demarches/essai-de-demarche";
        let verbs = town.traced(|| {
            let page = karim.get(&format!("{own}/apercu")).shown();
            assert!(page.told().contains("Aperçu du brouillon."));
            let links = page.attrs("main a.govuk-button", "href");
            let mut next = links.first().cloned();
            let mut seen = 0;
            while let Some(path) = next {
                let page = karim.get(&path).shown();
                assert!(page.told().contains("Rien n’est enregistré"), "{path}");
                assert!(page.has("main input"), "{path}");
                assert!(!page.has("main form"), "{path}");
                next = page.attr("main a.govuk-button", "href");
                seen += 1;
            }
            let checked = parvis_demarche::check("essai", &essai()).unwrap();
            assert_eq!(seen, checked.form.steps().len());
        });
        assert_eq!(verbs, Vec::<String>::new());
        let missing = karim.get(&format!("{own}/apercu/etapes/nulle-part"));
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
        let nothing = karim.get(&format!("{BIRTH}/apercu"));
        assert_eq!(nothing.status, StatusCode::NOT_FOUND, "no draft");
    });
}

#[test]
fn a_procedure_is_closed_with_a_replacement_its_drafts_are_told_and_it_is_reopened() {
    in_towns(|town| {
        let mut karim = karim(town);
        let place = &town.rochebrune;
        let mut zoe = place.browser();
        let (number, _) = town.begin(place, &mut zoe, "acte-naissance", Known::Code);
        let ask = karim.get(&format!("{BIRTH}/fermer")).shown();
        let refused = karim.submit(&ask.form("/fermer"));
        let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.errors()[0].contains("Choisissez la démarche"));
        let unsaid = karim.submit(&ask.form("/fermer").fill("remplacement", "-"));
        let unsaid = unsaid.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unsaid.errors()[0].contains("Expliquez"));
        let closed = karim.submit(
            &ask.form("/fermer")
                .fill("remplacement", "signaler-un-probleme"),
        );
        let page = karim.follow(closed).shown();
        assert!(page.told().contains("Fermée"), "{}", page.told());
        let tasks = zoe.get(&format!("/dossiers/{number}/taches")).shown();
        assert!(tasks.told().contains("Cette démarche est fermée depuis le"));
        assert!(tasks.told().contains("Une autre démarche la remplace"));
        let mut anybody = place.browser();
        let begun = anybody.get("/demarches/acte-naissance/commencer");
        assert!(begun.status.is_client_error(), "{}", begun.status);
        let ask = karim.get(&format!("{BIRTH}/rouvrir")).shown();
        let _ = karim.submit(&ask.form("/rouvrir")).leads_to();
        let again = karim.submit(&ask.form("/rouvrir"));
        assert_eq!(again.status, StatusCode::CONFLICT);
        let _ = anybody.get("/demarches/acte-naissance/commencer").shown();
        let mut yann = town.agent(place, "yann");
        let told = yann.get("/agent/administration/journal").shown().told();
        assert!(
            told.contains("Karim Haddad a fermé la démarche « acte-naissance »."),
            "{told}"
        );
        assert!(told.contains("Karim Haddad a rouvert la démarche « acte-naissance »."));
    });
}
