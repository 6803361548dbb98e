//! A procedure is published anew while people fill their drafts in.

use parvis_demarche::Closing;
use parvis_dossier::DossierError;
use parvis_dossier::answer::{AnswersPatch, patch_answers};
use parvis_dossier::deposit::deposit;
use parvis_dossier::model::Number;
use parvis_dossier::revise::{finish_former, take_newer};
use parvis_journal::{self as journal, Subject};
use parvis_kernel::{Ctx, DossierId, RevisionId};
use serde_json::json;

use crate::browser::{Browser, Page, Pages};
use crate::filling::{PNG, REPORT, begin};
use crate::stopping::draft_of;
use crate::town::{Town, in_towns};

const STEPS: &str = "steps:
  - step: child
    title: { fr: L'enfant, en: The child }
    elements:
      - { field: name, kind: short_text, label: { fr: Prénom, en: First name } }
      - { field: age, kind: integer, label: { fr: Son âge, en: Their age } }
      - { field: diet, kind: short_text, optional: true, label: { fr: Régime, en: Diet } }
      - { field: photo, kind: piece, optional: true, accept: [png], label: { fr: Photo, en: Photo } }
  - step: stay
    title: { fr: Le séjour, en: The stay }
    elements:
      - { field: nights, kind: integer, label: { fr: Nuits, en: Nights } }
";

/// The child's age may not be over six any more.
const STRICTER: (&str, &str) = (
    "kind: integer, label: { fr: Son âge",
    "kind: integer, max: 6, label: { fr: Son âge",
);
/// A question more, after the others.
const LONGER: (&str, &str) = (
    "      - { field: nights,",
    "      - { field: bed, kind: short_text, label: { fr: Couchage, en: Bed } }\n      - { field: nights,",
);
/// The diet and the photo are asked no more.
const SHORTER: (&str, &str) = (
    "      - { field: diet, kind: short_text, optional: true, label: { fr: Régime, en: Diet } }\n      - { field: photo, kind: piece, optional: true, accept: [png], label: { fr: Photo, en: Photo } }\n",
    "",
);

fn source(changes: &[(&str, &str)], head: &str) -> String {
    let (top, _) = REPORT.split_once("steps:\n").unwrap();
    let top = top.replace("slug: signaler", "slug: sejour");
    let mut steps = STEPS.to_owned();
    for (from, to) in changes {
        assert!(steps.contains(from), "{from}");
        steps = steps.replacen(from, to, 1);
    }
    format!("{top}{head}{steps}")
}

fn publish(town: &Town, changes: &[(&str, &str)], head: &str) -> RevisionId {
    let checked = parvis_demarche::check("stay.yaml", &source(changes, head)).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, desk| {
        parvis_demarche::publish(&house, tx, &checked)?;
        let published = desk.catalogue.published(tx, house.organisation, "sejour")?;
        Ok(published.unwrap().id)
    })
}

fn answer(browser: &mut Browser<'_>, number: &str, step: &str, typed: &[(&str, &str)]) -> Page {
    let path = format!("/dossiers/{number}/etapes/{step}");
    let page = browser.get(&path);
    post(browser, &path, &page, typed)
}

/// Posts a page that was shown, with its hidden inputs.
fn post(browser: &mut Browser<'_>, path: &str, page: &Page, typed: &[(&str, &str)]) -> Page {
    let mut fields: Vec<(String, String)> = Vec::new();
    for name in ["form.asked", "form.revision"] {
        for value in page.all(&format!("input[name='{name}']"), "value") {
            fields.push((name.to_owned(), value));
        }
    }
    let own = typed
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    fields.extend(own);
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post(path, &fields)
}

fn begun(browser: &mut Browser<'_>) -> String {
    begun_as(browser, "anonyme")
}

fn begun_as(browser: &mut Browser<'_>, way: &str) -> String {
    let number = begin(browser, "sejour", way);
    let page = answer(
        browser,
        &number,
        "child",
        &[("name", "Léo"), ("age", "8"), ("diet", "Sans sel")],
    );
    assert!(page.path.ends_with("/etapes/stay"), "{}", page.path);
    number
}

fn verbs(town: &Town, dossier: DossierId) -> Vec<String> {
    let organisation = town.desk.organisation.id;
    let subject = Subject::dossier(dossier);
    let entries = town.write(move |tx, _| Ok(journal::history(tx, organisation, subject.clone())?));
    entries.into_iter().map(|entry| entry.verb).collect()
}

#[test]
fn a_draft_follows_a_revision_that_all_its_answers_fit_and_its_author_is_told() {
    in_towns(|town| {
        publish(&town, &[], "");
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begun(&mut zoe);
        publish(&town, &[LONGER], "");
        let page = zoe.get(&format!("/dossiers/{number}/etapes/stay"));
        assert!(page.says("Couchage"), "{}", page.text());
        assert!(page.says("La démarche a une nouvelle version. Vos réponses sont gardées."));
        let again = zoe.get(&format!("/dossiers/{number}/etapes/stay"));
        assert!(
            !again.says("La démarche a une nouvelle version"),
            "told once"
        );
        let tasks = zoe.get(&format!("/dossiers/{number}/taches"));
        assert!(tasks.says("Voir ce qui a changé"));
        let told = zoe.get(&format!("/dossiers/{number}/nouvelle-version"));
        assert!(
            told.says("Question ajoutée dans « Le séjour » : « Couchage »"),
            "{}",
            told.text()
        );
        assert!(told.says("votre brouillon a suivi"));
        let tasks = answer(
            &mut zoe,
            &number,
            "stay",
            &[("bed", "Lit"), ("nights", "3")],
        );
        assert!(tasks.path.ends_with("/taches"), "{}", tasks.path);
        let check = zoe.get(&format!("/dossiers/{number}/verifier"));
        for words in ["Léo", "8", "Sans sel", "Lit"] {
            assert!(check.says(words), "{words}: {}", check.text());
        }
    });
}

#[test]
fn an_answer_that_does_not_fit_is_shown_and_asked_again() {
    in_towns(|town| {
        publish(&town, &[], "");
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begun_as(&mut zoe, "code");
        let path = format!("/dossiers/{number}/etapes/child");
        let page = zoe.get(&path);
        let asked = page.all("input[name='form.asked']", "value");
        let mut fields: Vec<(&str, &str)> = asked
            .iter()
            .map(|name| ("form.asked", name.as_str()))
            .collect();
        fields.extend([
            ("name", "Léo"),
            ("age", "8"),
            ("diet", "Sans sel"),
            ("action", "upload"),
        ]);
        zoe.post_files(&path, &fields, &[("photo", "leo.png", PNG)]);
        assert_eq!(pages.blobs(), 1);
        publish(&town, &[STRICTER, SHORTER], "");
        let told = zoe.get(&format!("/dossiers/{number}/taches"));
        assert!(told.path.ends_with("/nouvelle-version"), "{}", told.path);
        for words in [
            "Son âge",
            "8",
            "Sans sel",
            "leo.png",
            "Ce n’est plus demandé ainsi.",
            "Question retirée de « L’enfant » : « Régime »",
        ] {
            assert!(told.says(words), "{words}: {}", told.text());
        }
        let revision = told.one("input[name=revision]", "value");
        let path = format!("/dossiers/{number}/nouvelle-version");
        let unsaid = zoe.post(&path, &[("revision", &revision)]);
        assert_eq!(unsaid.status, 422);
        assert_eq!(unsaid.all(".govuk-error-summary a", "href"), ["#choix"]);
        let tasks = zoe.post(&path, &[("choix", "nouvelle"), ("revision", &revision)]);
        assert!(tasks.path.ends_with("/taches"), "{}", tasks.path);
        let step = zoe.get(&format!("/dossiers/{number}/etapes/child"));
        assert_eq!(step.status, 422);
        assert_eq!(step.all(".govuk-error-summary a", "href"), ["#age"]);
        assert_eq!(step.all("input[name=age]", "value"), ["8"]);
        assert_eq!(step.all("input[name=name]", "value"), ["Léo"]);
        assert!(!step.says("Régime"));
        let next = answer(&mut zoe, &number, "child", &[("name", "Léo"), ("age", "5")]);
        assert!(next.path.ends_with("/etapes/stay"), "{}", next.path);
    });
}

#[test]
fn its_author_may_finish_the_draft_as_it_was_begun() {
    in_towns(|town| {
        publish(&town, &[], "");
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begun(&mut zoe);
        let second = publish(&town, &[STRICTER], "");
        let path = format!("/dossiers/{number}/nouvelle-version");
        let told = zoe.get(&path);
        assert!(
            told.says("Finir la version que j’ai commencée"),
            "{}",
            told.text()
        );
        let revision = second.to_string();
        let tasks = zoe.post(&path, &[("choix", "ancienne"), ("revision", &revision)]);
        assert!(tasks.path.ends_with("/taches"), "{}", tasks.path);
        let tasks = answer(&mut zoe, &number, "stay", &[("nights", "3")]);
        assert!(tasks.path.ends_with("/taches"), "{}", tasks.path);
        // Yet another revision: the choice is asked again.
        let third = publish(&town, &[STRICTER, LONGER], "").to_string();
        let told = zoe.get(&format!("/dossiers/{number}/verifier"));
        assert!(told.path.ends_with("/nouvelle-version"), "{}", told.path);
        let late = zoe.post(&path, &[("choix", "ancienne"), ("revision", &revision)]);
        assert!(late.path.ends_with("/nouvelle-version"), "{}", late.path);
        zoe.post(&path, &[("choix", "ancienne"), ("revision", &third)]);
        let declared = format!("/dossiers/{number}/declarer");
        zoe.get(&declared);
        let receipt = zoe.post(&declared, &[("declaration", "oui")]);
        assert!(receipt.path.ends_with("/recepisse"), "{}", receipt.text());
        publish(&town, &[], "commitments: {answer_days: 5}\n");
        let follow = zoe.get(&path);
        assert!(
            follow.path.ends_with(&number),
            "a deposited dossier never moves: {}",
            follow.path
        );
    });
}

#[test]
fn a_later_correction_does_not_lift_what_an_earlier_revision_required() {
    in_towns(|town| {
        publish(&town, &[], "");
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begun(&mut zoe);
        publish(&town, &[STRICTER], "begun_drafts: must_follow\n");
        let third = publish(&town, &[STRICTER, LONGER], "begun_drafts: may_finish\n");
        let path = format!("/dossiers/{number}/nouvelle-version");
        let told = zoe.get(&path);
        assert!(told.says("seule cette version peut être déposée"));
        assert!(!told.says("Finir la version"));
        let refused = zoe.post(
            &path,
            &[("choix", "ancienne"), ("revision", &third.to_string())],
        );
        assert!(
            refused.path.ends_with("/nouvelle-version"),
            "{}",
            refused.path
        );
    });
}

#[test]
fn when_only_the_new_revision_can_be_deposited_nothing_else_is_offered() {
    in_towns(|town| {
        publish(&town, &[], "");
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begun(&mut zoe);
        answer(&mut zoe, &number, "stay", &[("nights", "3")]);
        let declared = format!("/dossiers/{number}/declarer");
        zoe.get(&declared);
        // It is published while the declaration is read.
        let second = publish(&town, &[STRICTER], "begun_drafts: must_follow\n");
        let told = zoe.post(&declared, &[("declaration", "oui")]);
        assert!(told.path.ends_with("/nouvelle-version"), "{}", told.path);
        assert!(told.says("seule cette version peut être déposée"));
        assert!(!told.says("Finir la version"));
        let parsed = Number::parse(&number).unwrap();
        let person = town.person();
        let refused =
            town.try_write(move |tx, desk| finish_former(&person, tx, desk, &parsed, second));
        assert!(
            matches!(
                refused,
                Err(DossierError::NotFound | DossierError::Access(_))
            ),
            "{refused:?}"
        );
        let path = format!("/dossiers/{number}/nouvelle-version");
        let refused = zoe.post(
            &path,
            &[("choix", "ancienne"), ("revision", &second.to_string())],
        );
        assert!(
            refused.path.ends_with("/nouvelle-version"),
            "{}",
            refused.path
        );
        zoe.post(
            &path,
            &[("choix", "nouvelle"), ("revision", &second.to_string())],
        );
        let check = zoe.get(&format!("/dossiers/{number}/verifier"));
        assert!(
            check.says("Indiquez un nombre égal ou inférieur à 6"),
            "{}",
            check.text()
        );
    });
}

#[test]
fn a_rule_that_closes_the_request_is_told_and_lets_the_former_version_be_finished() {
    in_towns(|town| {
        publish(&town, &[], "");
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begun(&mut zoe);
        let rule = (
            "    title: { fr: L'enfant, en: The child }\n",
            "    title: { fr: L'enfant, en: The child }\n    ineligible:\n      - { if: age > 6, message: { fr: Plus de place après six ans., en: No place over six. }, who: { fr: Le centre social, en: The social centre } }\n",
        );
        let second = publish(&town, &[rule], "").to_string();
        let path = format!("/dossiers/{number}/nouvelle-version");
        let told = zoe.get(&format!("/dossiers/{number}/etapes/stay"));
        assert!(told.path.ends_with("/nouvelle-version"), "{}", told.path);
        assert!(told.says("Plus de place après six ans."), "{}", told.text());
        let tasks = zoe.post(&path, &[("choix", "nouvelle"), ("revision", &second)]);
        assert!(
            tasks.says("Plus de place après six ans."),
            "{}",
            tasks.text()
        );
    });
}

#[test]
fn a_procedure_that_closed_leaves_its_drafts_as_they_are() {
    in_towns(|town| {
        publish(&town, &[], "");
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begun(&mut zoe);
        publish(&town, &[STRICTER], "");
        let house = Ctx::house(town.desk.organisation.id, town.claire.now);
        town.write(move |tx, _| {
            let closing = Closing {
                words: Some("Les séjours sont complets.".to_owned()),
                ..Closing::default()
            };
            Ok(parvis_demarche::close(&house, tx, "sejour", &closing)?)
        });
        let page = zoe.get(&format!("/dossiers/{number}/etapes/stay"));
        assert!(page.path.ends_with("/etapes/stay"), "{}", page.path);
        let tasks = answer(&mut zoe, &number, "stay", &[("nights", "3")]);
        assert!(tasks.path.ends_with("/taches"), "{}", tasks.path);
        assert!(
            zoe.get(&format!("/dossiers/{number}/nouvelle-version"))
                .path
                .ends_with("/taches")
        );
    });
}

#[test]
fn a_page_of_the_former_revision_posted_late_loses_nothing() {
    in_towns(|town| {
        publish(&town, &[], "");
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begin(&mut zoe, "sejour", "anonyme");
        let child = format!("/dossiers/{number}/etapes/child");
        let old = zoe.get(&child);
        // A short page, and the step of the stay goes away.
        let moved = (
            "  - step: stay\n    title: { fr: Le séjour, en: The stay }\n    elements:\n",
            "  - step: nights\n    title: { fr: Les nuits, en: The nights }\n    elements:\n",
        );
        let stay = format!("/dossiers/{number}/etapes/stay");
        publish(&town, &[SHORTER, moved], "");
        let other = zoe.get(&format!("/dossiers/{number}/taches"));
        assert!(other.says("Voir ce qui a changé"), "{}", other.text());
        let typed = [("name", "Léo"), ("age", "8"), ("diet", "Sans sel")];
        let late = post(&mut zoe, &child, &old, &typed);
        assert_eq!(late.status, 409);
        assert!(
            late.says("Régime") && late.says("Sans sel"),
            "{}",
            late.text()
        );
        let step = zoe.get(&child);
        assert_eq!(step.all("input[name=name]", "value"), ["Léo"]);
        assert_eq!(step.all("input[name=age]", "value"), ["8"]);
        // The question of a step that went away is asked elsewhere: it is kept there.
        let tasks = zoe.post(&stay, &[("nights", "4")]);
        assert!(
            tasks.path.ends_with("/taches"),
            "{} {}",
            tasks.path,
            tasks.status
        );
        answer(&mut zoe, &number, "child", &[("name", "Léo"), ("age", "8")]);
        let nights = zoe.get(&format!("/dossiers/{number}/etapes/nights"));
        assert_eq!(nights.all("input[name=nights]", "value"), ["4"]);
    });
}

#[test]
fn a_page_posted_late_says_choices_days_and_rows_in_words() {
    in_towns(|town| {
        let rich = (
            "      - { field: age,",
            "      - { field: meal, kind: choice, label: { fr: Repas, en: Meal }, options: [{ value: m_veg, label: { fr: Sans viande, en: No meat } }, { value: m_all, label: { fr: De tout, en: Everything } }] }
      - { field: coming, kind: date, label: { fr: Arrivée, en: Arrival } }
      - block: friends
        title: { fr: Amis, en: Friends }
        row_title: { fr: Ami, en: Friend }
        fields:
          - { field: swims, kind: yes_no, label: { fr: Sait nager, en: Can swim } }
      - { field: age,",
        );
        publish(&town, &[rich], "");
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begin(&mut zoe, "sejour", "anonyme");
        let child = format!("/dossiers/{number}/etapes/child");
        let old = zoe.get(&child);
        publish(&town, &[SHORTER], "");
        zoe.get(&format!("/dossiers/{number}/taches"));
        let row = parvis_kernel::RowId::new().to_string();
        let swims = format!("friends.{row}.swims");
        let typed = [
            ("name", "Léo"),
            ("meal", "m_veg"),
            ("coming-day", "4"),
            ("coming-month", "7"),
            ("coming-year", "2027"),
            ("friends", &row),
            (&swims, "no"),
        ];
        let late = post(&mut zoe, &child, &old, &typed);
        assert_eq!(late.status, 409, "{}", late.text());
        for words in [
            "Repas",
            "Sans viande",
            "4 juillet 2027",
            "Sait nager",
            "Non",
        ] {
            assert!(late.says(words), "{words}: {}", late.text());
        }
        assert!(!late.says("m_veg") && !late.says(&row), "{}", late.text());
    });
}

#[test]
fn a_revision_that_was_not_shown_is_not_taken() {
    in_towns(|town| {
        let first = publish(&town, &[], "");
        let person = town.person();
        let number = draft_of(&town, &person, "sejour");
        for revision in [first, RevisionId::new()] {
            let (person, number) = (person.clone(), number.clone());
            let refused = town
                .try_write(move |tx, desk| take_newer(&person, tx, desk, &number, revision))
                .unwrap_err();
            assert!(
                matches!(refused, DossierError::ChangedMeanwhile { .. }),
                "{refused:?}"
            );
        }
    });
}

#[test]
fn what_is_answered_without_a_page_follows_too_when_it_fits() {
    in_towns(|town| {
        publish(&town, &[], "");
        let person = town.person();
        let number = draft_of(&town, &person, "sejour");
        let patch = |answers: serde_json::Value| {
            let patch: AnswersPatch = serde_json::from_value(answers).unwrap();
            let (person, number) = (person.clone(), number.clone());
            town.write(move |tx, desk| patch_answers(&person, tx, desk, &number, None, &patch))
        };
        let given = json!({"name": {"text": "Léo"}, "age": {"integer": 8}});
        let first = patch(given).unwrap().dossier.revision;
        let second = publish(&town, &[LONGER], "");
        assert_ne!(first, second);
        let moved = patch(json!({"bed": {"text": "Lit"}, "nights": {"integer": 2}})).unwrap();
        assert_eq!(moved.dossier.revision, second);
        assert!(verbs(&town, moved.dossier.id).contains(&"draft.revised".to_owned()));
        let third = publish(&town, &[LONGER, STRICTER], "");
        town.write({
            let (person, number) = (person.clone(), number.clone());
            move |tx, desk| finish_former(&person, tx, desk, &number, third)
        });
        assert!(verbs(&town, moved.dossier.id).contains(&"draft.former_kept".to_owned()));
        let stayed = patch(json!({"nights": {"integer": 3}})).unwrap();
        assert_eq!(
            stayed.dossier.revision, second,
            "its answers do not fit: it is finished so"
        );
        publish(&town, &[LONGER, STRICTER], "begun_drafts: must_follow\n");
        let refused = town.try_write({
            let (person, number) = (person.clone(), number.clone());
            move |tx, desk| deposit(&person, tx, desk, &number, true)
        });
        assert!(
            matches!(refused, Err(DossierError::RevisionRequired)),
            "{refused:?}"
        );
    });
}
