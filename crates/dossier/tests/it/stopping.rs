//! Rules of the author on the pages: mandatory-if, checks with their own words, and who cannot make the request.

use parvis_dossier::DossierError;
use parvis_dossier::answer::{
    AnswersPatch, Intent, Recorded, Unfit, patch_answers, record_answers,
};
use parvis_dossier::check::view_check;
use parvis_dossier::deposit::deposit;
use parvis_dossier::model::{Identification, Number};
use parvis_dossier::start::{Start, start};
use parvis_form::Answer;
use parvis_kernel::{ChallengeId, Ctx};
use serde_json::json;

use crate::browser::{Browser, Page, Pages};
use crate::filling::{REPORT, begin, town};
use crate::town::{Town, entries};

const STEPS: &str = "steps:
  - step: child
    title: { fr: L'enfant, en: The child }
    ineligible:
      - if: age < 3
        message: { fr: Le séjour est ouvert à partir de 3 ans., en: Stays are open from 3 years of age. }
        who: { fr: La crèche des Tilleuls accueille les plus jeunes., en: The Tilleuls nursery takes younger children. }
        url: https://www.exemple.fr/creche
    elements:
      - { field: age, kind: integer, label: { fr: Son âge, en: Their age } }
      - { field: diet, kind: yes_no, label: { fr: Un régime ?, en: A diet? } }
      - { field: which, kind: short_text, required_if: diet, label: { fr: Lequel ?, en: Which? } }
      - { field: other, kind: short_text, optional: true, label: { fr: Autre chose ?, en: Anything else? } }
  - step: stay
    title: { fr: Le séjour, en: The stay }
    elements:
      - field: nights
        kind: integer
        label: { fr: Nuits, en: Nights }
        checks:
          - { rule: \"nights <= age\", message: { fr: Pas plus de nuits que d'années., en: No more nights than years. } }
";

fn publish(town: &Town) {
    let (head, _) = REPORT.split_once("steps:\n").unwrap();
    let source = format!("{}{STEPS}", head.replace("slug: signaler", "slug: sejour"));
    let checked = parvis_demarche::check("stay.yaml", &source).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
}

/// The draft of a stay, begun by a browser.
fn begun(town: &Town, browser: &mut Browser<'_>) -> String {
    publish(town);
    begin(browser, "sejour", "anonyme")
}

/// A draft without identity, begun by the act.
pub fn draft_of(town: &Town, person: &Ctx, slug: &'static str) -> Number {
    let person = person.clone();
    let session = person.actor.session().unwrap();
    let begun = town.write(move |tx, desk| {
        let new = Start {
            slug: slug.to_owned(),
            session,
            identification: Identification::Anonymous,
            challenge: ChallengeId::new(),
        };
        start(&person, tx, desk, &new)
    });
    begun.number
}

fn send(browser: &mut Browser<'_>, number: &str, step: &str, typed: &[(&str, &str)]) -> Page {
    let path = format!("/dossiers/{number}/etapes/{step}");
    let page = browser.get(&path);
    let asked = page.all("input[name='form.asked']", "value");
    let mut fields: Vec<(&str, &str)> = asked
        .iter()
        .map(|name| ("form.asked", name.as_str()))
        .collect();
    fields.extend(typed);
    browser.post(&path, &fields)
}

#[test]
fn a_question_that_may_become_mandatory_is_not_called_optional() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begun(&town, &mut zoe);
    let page = zoe.get(&format!("/dossiers/{number}/etapes/child"));
    let labels = page.texts("label");
    assert!(
        labels.iter().any(|label| label == "Lequel\u{202f}?"),
        "{labels:?}"
    );
    assert!(
        labels
            .iter()
            .any(|label| label.starts_with("Autre chose") && label.contains("facultatif")),
        "{labels:?}"
    );
    let again = send(&mut zoe, &number, "child", &[("age", "8"), ("diet", "yes")]);
    assert!(again.path.contains("/etapes/child"), "{}", again.path);
    assert!(
        again.says("Répondez à la question « Lequel ? »"),
        "{}",
        again.text()
    );
    let next = send(&mut zoe, &number, "child", &[("age", "8"), ("diet", "no")]);
    assert!(next.path.ends_with("/etapes/stay"), "{}", next.path);
}

#[test]
fn what_an_author_checks_is_told_in_their_words_and_refused_at_the_deposit() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begun(&town, &mut zoe);
    send(&mut zoe, &number, "child", &[("age", "8"), ("diet", "no")]);
    let again = send(&mut zoe, &number, "stay", &[("nights", "9")]);
    assert_eq!(
        again.texts(".govuk-error-summary a"),
        ["Pas plus de nuits que d’années."]
    );
    assert_eq!(again.all(".govuk-error-summary a", "href"), ["#nights"]);
    let tasks = send(&mut zoe, &number, "stay", &[("nights", "8")]);
    assert!(tasks.path.ends_with("/taches"), "{}", tasks.path);
    // What was right is no longer: an earlier answer changed.
    send(&mut zoe, &number, "child", &[("age", "7"), ("diet", "no")]);
    let check = zoe.get(&format!("/dossiers/{number}/verifier"));
    assert!(
        check.says("Pas plus de nuits que d’années."),
        "{}",
        check.text()
    );
}

#[test]
fn who_cannot_make_the_request_is_told_at_once_who_can_help_and_may_correct() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begun(&town, &mut zoe);
    let page = send(&mut zoe, &number, "child", &[("age", "2"), ("diet", "no")]);
    assert!(page.path.ends_with("/impossible"), "{}", page.path);
    for words in [
        "Vous ne pouvez pas faire cette demande",
        "ouvert à partir de 3 ans",
        "La crèche des Tilleuls",
        "Aller sur le site exemple.fr",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(
        page.all("a", "href")
            .contains(&"https://www.exemple.fr/creche".to_owned())
    );
    let correct = format!("/dossiers/{number}/etapes/child");
    assert!(page.all("a", "href").contains(&correct));
    let tasks = zoe.get(&format!("/dossiers/{number}/taches"));
    assert!(tasks.says("ouvert à partir de 3 ans"), "{}", tasks.text());
    assert!(
        tasks
            .all("a", "href")
            .contains(&format!("/dossiers/{number}/impossible"))
    );
    for behind in ["etapes/stay", "verifier"] {
        let page = zoe.get(&format!("/dossiers/{number}/{behind}"));
        assert!(
            page.path.ends_with("/impossible"),
            "{behind}: {}",
            page.path
        );
    }
    let kept = zoe.get(&correct);
    assert_eq!(kept.one("input[name=age]", "value"), "2");
    let next = send(&mut zoe, &number, "child", &[("age", "3"), ("diet", "no")]);
    assert!(next.path.ends_with("/etapes/stay"), "{}", next.path);
    let open = zoe.get(&format!("/dossiers/{number}/impossible"));
    assert!(open.path.ends_with("/taches"), "{}", open.path);
}

#[test]
fn the_page_is_in_english_too() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begun(&town, &mut zoe);
    send(&mut zoe, &number, "child", &[("age", "2"), ("diet", "no")]);
    zoe.cookies
        .insert(parvis_web::LANGUAGE_COOKIE.to_owned(), "en".to_owned());
    let page = zoe.get(&format!("/dossiers/{number}/impossible"));
    for words in [
        "You cannot make this request",
        "Stays are open",
        "The Tilleuls nursery",
        "Go to the website exemple.fr",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
}

#[test]
fn a_request_that_cannot_be_made_is_refused_by_every_act_and_nothing_is_lost() {
    let town = town();
    publish(&town);
    let person = town.person();
    let number = draft_of(&town, &person, "sejour");
    let record = |step: &'static str, typed: &[(&str, &str)]| {
        let (person, number, entries) = (person.clone(), number.clone(), entries(typed));
        town.write(move |tx, desk| {
            record_answers(
                &person,
                tx,
                desk,
                &number,
                step,
                &entries,
                &Intent::Continue,
            )
        })
    };
    let patch = |patch: serde_json::Value| {
        let (person, number) = (person.clone(), number.clone());
        let patch: AnswersPatch = serde_json::from_value(patch).unwrap();
        town.write(move |tx, desk| patch_answers(&person, tx, desk, &number, None, &patch))
    };
    let deposited = || {
        let (person, number) = (person.clone(), number.clone());
        town.try_write(move |tx, desk| deposit(&person, tx, desk, &number, true))
    };
    assert_eq!(
        record("child", &[("age", "2"), ("diet", "no")]),
        Recorded::Stopped
    );
    assert_eq!(record("stay", &[("nights", "1")]), Recorded::TooEarly);
    let refused = patch(json!({ "nights": { "integer": 1 } })).unwrap_err();
    assert!(
        matches!(&refused[..], [Unfit::Entry(error)] if error.key() == "field-error-ineligible"),
        "{refused:?}"
    );
    assert!(matches!(deposited(), Err(DossierError::Incomplete { .. })));
    let checked = {
        let (person, number) = (person.clone(), number.clone());
        town.write(move |tx, desk| view_check(&person, tx, desk, &number))
    };
    let stopped = checked.stopped.unwrap();
    assert_eq!(
        stopped.url.as_deref(),
        Some("https://www.exemple.fr/creche")
    );
    assert_eq!(checked.answers.get("age"), Some(&Answer::Integer(2)));
    let corrected = patch(json!({ "age": { "integer": 5 }, "nights": { "integer": 4 } }));
    assert_eq!(
        corrected.unwrap().answers.get("nights"),
        Some(&Answer::Integer(4))
    );
    deposited().unwrap();
}
