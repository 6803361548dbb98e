//! The editor of procedures, through the door of the house: by forms alone.

use http::StatusCode;
use parvis_testkit::Browser;

use crate::town::{Town, in_towns};

const OWN: &str = "/agent/demarches/acte-naissance/editeur";
const TEXT: &str = "/agent/demarches/acte-naissance/brouillon.yaml";

fn karim(town: &Town) -> Browser {
    town.agent(&town.rochebrune, "karim")
}

fn press(by: &mut Browser, act: &str) {
    let form = by.get(OWN).shown().form("/editeur");
    let _ = by.submit(&form.press("faire", act)).leads_to();
}

#[test]
fn a_step_goes_down_and_undoing_gives_the_published_text_back_to_the_byte() {
    in_towns(|town| {
        let mut karim = karim(town);
        let published = parvis_demarche::LIBRARY[0].1;
        press(&mut karim, "descendre:steps/document");
        let moved = karim.get(TEXT).source();
        assert_ne!(moved, published);
        assert_eq!(moved.len(), published.len(), "nothing is lost nor added");
        press(&mut karim, "retirer:steps/lien");
        press(&mut karim, "annuler");
        assert_eq!(karim.get(TEXT).source(), moved);
        press(&mut karim, "annuler");
        assert_eq!(karim.get(TEXT).source(), published);
        press(&mut karim, "retablir");
        assert_eq!(karim.get(TEXT).source(), moved);
    });
}

#[test]
fn a_question_is_changed_on_its_page_and_nothing_else_of_the_file_is() {
    in_towns(|town| {
        let mut karim = karim(town);
        let published = parvis_demarche::LIBRARY[0].1;
        let part = format!("{OWN}/partie/steps/document/elements/copies");
        let form = karim.get(&part).shown().form("/copies");
        let form = form.fill(
            "steps.document.elements.copies.label.fr",
            "Combien de copies, au total : une ?",
        );
        let form = form.fill("steps.document.elements.copies.max", "5");
        let _ = karim
            .submit(&form.tick("steps.document.elements.copies.optional", "true"))
            .leads_to();
        let after = karim.get(TEXT).source();
        let changed: Vec<&str> = after
            .lines()
            .filter(|line| !published.lines().any(|old| old == *line))
            .collect();
        assert_eq!(
            changed,
            [
                "        label: { fr: \"Combien de copies, au total : une ?\", en: How many copies? }",
                "        max: 5",
            ]
        );
        assert_eq!(
            after.lines().count(),
            published.lines().count() + 1,
            "it is optional now"
        );
        let told = karim.get("/agent/demarches/acte-naissance").shown().told();
        assert!(told.contains("devient facultative"), "{told}");
    });
}

#[test]
fn of_two_authors_in_the_editor_the_second_reads_both_changes_and_overwrites_nothing() {
    in_towns(|town| {
        let mut karim = karim(town);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let part = format!("{OWN}/partie/steps/document/elements/copies");
        press(&mut karim, "descendre:steps/document/elements/document");
        let hers = claire.get(&part).shown().form("/copies");
        let form = karim.get(&part).shown().form("/copies");
        let label = "steps.document.elements.copies.label.fr";
        let _ = karim.submit(&form.fill(label, "Combien ?")).leads_to();
        let hers = hers.tick("steps.document.elements.copies.optional", "true");
        let told = claire.submit(&hers).expect(StatusCode::CONFLICT);
        let words = told.told();
        assert!(words.contains("Karim Haddad"), "{words}");
        assert!(words.contains("devient « Combien ? »"), "{words}");
        assert!(words.contains("devient facultative"), "{words}");
        // Her page showed the former words: what she did not change is not hers to put back.
        let _ = claire.submit(&told.form("/copies")).leads_to();
        let text = claire.get(TEXT).source();
        assert!(text.contains("fr: Combien ?,") && text.contains("optional: true"));
    });
}

#[test]
fn a_procedure_is_begun_from_nothing_and_tells_what_is_left_to_say() {
    in_towns(|town| {
        let mut karim = karim(town);
        let page = "/agent/nouvelle-demarche/editeur";
        let form = karim.get(page).shown().form(page);
        let form = form.fill("titre", "Réserver un <b>broyeur</b>");
        let form = form
            .fill("service", "etat-civil")
            .fill("groupe", "etat-civil");
        let begun = karim.submit(&form);
        let own = "/agent/demarches/reserver-un-b-broyeur-b/editeur";
        assert!(begun.leads_to().starts_with(own));
        let page = karim.get(own).shown();
        assert!(page.told().contains("à compléter avant de publier"));
        assert!(
            page.source().contains("&#60;b&#62;broyeur"),
            "a text, not markup"
        );
        let into = format!("{own}/ajouter?dans=steps/votre_demande/elements");
        let form = karim.get(&into).shown().form("/ajouter");
        let form = form
            .fill("quoi", "question")
            .fill("libelle.fr", "Pour quel jour ?");
        let _ = karim.submit(&form.fill("kind", "date")).leads_to();
        let text = karim
            .get("/agent/demarches/reserver-un-b-broyeur-b/brouillon.yaml")
            .source();
        assert!(
            text.contains("      - field: pour_quel_jour\n        kind: date\n        label: Pour quel jour ?\n"),
            "{text}"
        );
        let refused = karim.get("/agent/demarches/reserver-un-b-broyeur-b/publier");
        assert_eq!(
            refused.status,
            StatusCode::CONFLICT,
            "what is not complete is not published"
        );
        let missing = karim.submit(&karim.clone().get(&into).shown().form("/ajouter"));
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn a_text_is_written_in_each_language_that_the_file_promises_and_no_other_is_lost() {
    in_towns(|town| {
        let mut karim = karim(town);
        let (part, question) = (
            format!("{OWN}/partie/presentation"),
            format!("{OWN}/partie/steps/document/elements/copies"),
        );
        let label = "steps.document.elements.copies.label";
        let form = karim.get(&part).shown().form("/presentation");
        let _ = karim.submit(&form.fill("languages", "en\nar")).leads_to();
        assert!(karim.get(TEXT).source().contains("languages:"));
        let page = karim.get(&question).shown();
        let arabic = format!("[name='{label}.ar']");
        assert_eq!(page.attrs(&arabic, "dir"), ["rtl"]);
        assert_eq!(page.attrs(&arabic, "lang"), ["ar"]);
        let form = page
            .form("/copies")
            .fill(&format!("{label}.ar"), "كم نسخة؟");
        let _ = karim.submit(&form).leads_to();
        let line = |source: &str| {
            let found = source
                .lines()
                .find(|line| line.contains("How many copies?"));
            found.unwrap().trim().to_owned()
        };
        let written = line(&karim.get(TEXT).source());
        assert!(
            written.contains("en: How many copies?") && written.contains("ar: "),
            "{written}"
        );
        // The promise goes; what was written stays, and stays to be changed.
        let form = karim.get(&part).shown().form("/presentation");
        let _ = karim.submit(&form.fill("languages", "")).leads_to();
        let source = karim.get(TEXT).source();
        assert!(!source.contains("languages:"), "{source}");
        assert_eq!(line(&source), written);
        let page = karim.get(&question).shown();
        assert_eq!(page.attrs(&arabic, "value"), ["كم نسخة؟"]);
    });
}

#[test]
fn what_the_linter_finds_is_told_beside_the_question_and_kept_with_a_reason() {
    in_towns(|town| {
        let mut karim = karim(town);
        let part = format!("{OWN}/partie/steps/document/elements/copies");
        let before = karim.get(OWN).shown().told();
        assert!(!before.contains("point à relire : Combien"), "{before}");
        let form = karim.get(&part).shown().form("/copies");
        let label = "steps.document.elements.copies.label.fr";
        let asked = "Combien de copies pour l’ayant droit ?";
        let _ = karim.submit(&form.fill(label, asked)).leads_to();
        let outline = karim.get(OWN).shown();
        assert!(
            outline.told().contains("à relire : Combien de copies pour"),
            "{}",
            outline.told()
        );
        assert!(outline.source().contains("/copies#constats"));
        let page = karim.get(&part).shown();
        assert!(page.told().contains("ayant droit"), "{}", page.told());
        let silence = |page: &parvis_testkit::Page, reason: &str| {
            let form = page.form("/copies#constats");
            assert_eq!(form.value("regle"), Some("jargon"));
            form.fill("raison-1", reason).press("faire", "taire")
        };
        let short = karim.submit(&silence(&page, "Voulu."));
        let refused = short.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.told().contains("en quatre mots au moins"));
        let reason = "Ce mot figure sur la carte: il est connu.";
        let kept = karim
            .submit(&silence(&refused, reason))
            .leads_to()
            .to_owned();
        assert!(kept.contains("fait=tu"), "{kept}");
        let text = karim.get(TEXT).source();
        let expected =
            format!("lint:\n  - rule: jargon\n    at: copies\n    reason: \"{reason}\"\n");
        assert!(text.contains(&expected), "{text}");
        let page = karim.get(&part).shown();
        assert!(!page.source().contains("value=\"jargon\""), "it is silent");
        // The silence itself is changed on a page, as everything else of the file.
        let control = karim.get(&format!("{OWN}/partie/controle")).shown();
        assert!(control.source().contains("id=\"lint.0.reason.fr\""));
    });
}

#[test]
fn a_condition_is_made_question_by_question_and_said_in_words() {
    in_towns(|town| {
        let mut karim = karim(town);
        let page = format!("{OWN}/condition/steps/naissance");
        let form = karim.get(&page).shown().form("/naissance");
        let added = form.fill("ajouter", "document");
        let to = karim.submit(&added).leads_to().to_owned();
        let making = karim.get(&to).shown();
        assert!(
            making.source().contains(">Une copie intégrale</option>"),
            "its own answers"
        );
        // Nothing is chosen yet: it is asked, and what is made is not lost.
        let kept = karim.submit(&making.form("/naissance").press("faire", "garder"));
        let asked = kept.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.told().contains("Choisissez ou écrivez la réponse"));
        let form = asked.form("/naissance").fill("relation-1", "pas");
        let form = form.fill("valeur-1", "full_copy").fill("ajouter", "copies");
        let to = karim.submit(&form).leads_to().to_owned();
        let form = karim.get(&to).shown().form("/naissance");
        let form = form.fill("relation-2", "min").fill("valeur-2", "2");
        let form = form.fill("joint", "une").press("faire", "garder");
        let _ = karim.submit(&form).leads_to();
        let text = karim.get(TEXT).source();
        assert!(
            text.contains("    if: document != \"full_copy\" || copies >= 2\n"),
            "{text}"
        );
        let told = karim.get(OWN).shown().told();
        assert!(
            told.contains("n’est pas « Une copie intégrale »")
                && told.contains("est au moins « 2 »"),
            "{told}"
        );
        let form = karim.get(&page).shown().form("/naissance");
        let to = karim
            .submit(&form.press("faire", "retirer:2"))
            .leads_to()
            .to_owned();
        let form = karim.get(&to).shown().form("/naissance");
        let to = karim
            .submit(&form.press("faire", "retirer:1"))
            .leads_to()
            .to_owned();
        let form = karim.get(&to).shown().form("/naissance");
        let _ = karim.submit(&form.press("faire", "garder")).leads_to();
        assert!(!karim.get(TEXT).source().contains("copies >= 2"));
    });
}

#[test]
fn the_second_choice_of_an_answer_is_written_on_its_page() {
    in_towns(|town| {
        let mut karim = karim(town);
        let part = format!("{OWN}/partie/steps/document/elements/copies");
        let form = karim.get(&part).shown().form("/copies");
        let _ = karim.submit(&form.fill("kind", "linked")).leads_to();
        let place = "steps.document.elements.copies";
        let form = karim.get(&part).shown().form("/copies");
        let form = form
            .fill(&format!("{place}.options.0.label.fr"), "Voirie")
            .fill(&format!("{place}.options.1.label.fr"), "Bruit")
            .fill(&format!("{place}.second_label.fr"), "Plus précisément");
        let _ = karim.submit(&form).leads_to();
        let option = format!("{part}/options/voirie");
        let page = karim.get(&part).shown();
        assert!(page.source().contains(&option), "each answer has its page");
        let form = karim.get(&option).shown().form("/voirie");
        let own = format!("{place}.options.voirie.options.0.label.fr");
        let _ = karim.submit(&form.fill(&own, "Nid-de-poule")).leads_to();
        let text = karim.get(TEXT).source();
        assert!(
            text.contains("value: nid_de_poule") && text.contains("label: Nid-de-poule"),
            "{text}"
        );
        assert!(
            karim
                .get(&part)
                .shown()
                .told()
                .contains("Une réponse ensuite")
        );
    });
}

#[test]
fn a_step_is_dragged_where_it_may_stand_and_an_older_reader_overwrites_nothing() {
    in_towns(|town| {
        let mut karim = karim(town);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let hers = claire.get(OWN).shown().form("/editeur");
        let leave = |by: &mut Browser, what: &str| {
            let form = by.get(OWN).shown().form("/editeur");
            by.submit(&form.tamper("faire", what))
        };
        let to = leave(&mut karim, "placer:steps/envoi:steps:0");
        assert!(to.leads_to().ends_with("#steps.envoi"), "{}", to.leads_to());
        let text = karim.get(TEXT).source();
        let at = |step: &str| text.find(&format!("- step: {step}\n")).unwrap();
        assert!(at("envoi") < at("document"), "{text}");
        let conflict = claire.submit(&hers.tamper("faire", "placer:steps/lien:steps:0"));
        assert_eq!(conflict.status, StatusCode::CONFLICT);
        press(&mut karim, "annuler");
        assert_eq!(karim.get(TEXT).source(), parvis_demarche::LIBRARY[0].1);
        let moved = "placer:steps/document/elements/copies:steps/lien/elements:0";
        let _ = leave(&mut karim, moved).leads_to();
        let text = karim.get(TEXT).source();
        let copies = text.find("- field: copies").unwrap();
        assert!(text.find("- step: lien").unwrap() < copies, "{text}");
        for nowhere in [
            "placer:steps/lien:steps/document/elements:0",
            "placer:steps/document/elements/document:steps:0",
            "placer:steps/document/elements/document/options/full_copy:papers:0",
            "placer:steps/document:steps:un",
        ] {
            let refused = leave(&mut karim, nowhere);
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
        assert_eq!(karim.get(TEXT).source(), text);
    });
}

#[test]
fn the_preview_in_frames_shows_what_is_written_now_and_has_no_power() {
    in_towns(|town| {
        let mut karim = karim(town);
        let part = format!("{OWN}/partie/steps/document/elements/copies");
        let form = karim.get(&part).shown().form("/copies");
        let label = "steps.document.elements.copies.label.fr";
        let _ = karim
            .submit(&form.fill(label, "Combien en tout ?"))
            .leads_to();
        let page = karim.get(&part).shown();
        let frames = page.attrs("iframe", "src");
        assert_eq!(frames.len(), 2, "a telephone and a desk");
        assert!(
            page.header("content-security-policy")
                .contains("frame-src 'self'")
        );
        let frame = karim.get(&frames[0]);
        let frame = frame.shown();
        assert_eq!(frame.header("x-frame-options"), "SAMEORIGIN");
        assert!(
            frame.told().contains("Combien en tout ?"),
            "{}",
            frame.told()
        );
        assert!(
            !frame.told().contains("Quel document"),
            "the question alone"
        );
        assert!(!frame.source().contains("<script") && !frame.source().contains("<form"));
        // A draft that does not stand shows no frame, and says why.
        let form = karim.get(&part).shown().form("/copies");
        let _ = karim.submit(&form.fill(label, "")).leads_to();
        let page = karim.get(&part).shown();
        assert!(page.attrs("iframe", "src").is_empty());
        assert!(page.told().contains("L’aperçu revient"));
        let mut thomas = town.rochebrune.browser();
        let refused = thomas.get("/agent/demarches/acte-naissance/apercu/cadre/document");
        assert!(refused.status.is_redirection());
    });
}

#[test]
fn a_crisis_is_opened_by_a_few_answers_and_the_draft_can_be_published() {
    in_towns(|town| {
        let mut karim = karim(town);
        let page = "/agent/nouvelle-demarche/crise";
        let empty = karim.get(page).shown().form(page);
        let refused = karim
            .submit(&empty)
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.errors().len() >= 3, "{:?}", refused.errors());
        let answers = [
            ("quoi", "crue de la Loire"),
            ("lieux", "les quais, le bourg bas"),
            ("service", "etat-civil"),
            ("groupe", "etat-civil"),
            ("fin-jour", "31"),
            ("fin-mois", "12"),
            ("fin-annee", "2099"),
        ];
        let form = refused.form(page).fill_all(&answers);
        let past = form.clone().fill("fin-annee", "2001");
        assert_eq!(karim.submit(&past).status, StatusCode::UNPROCESSABLE_ENTITY);
        let own = "/agent/demarches/aide-crue-de-la-loire";
        let opened = karim.submit(&form);
        assert!(opened.leads_to().starts_with(own), "{}", opened.leads_to());
        let told = karim.get(own).shown().told();
        assert!(told.contains("Publier ce brouillon"), "{told}");
        // The same disaster, opened twice, is two drafts: nothing is overwritten.
        let again = karim.submit(&form);
        assert!(again.leads_to().starts_with(&format!("{own}-2")));
        let text = karim.get(&format!("{own}/brouillon.yaml")).source();
        assert!(
            text.contains("Lieux touchés : les quais, le bourg bas."),
            "{text}"
        );
    });
}
