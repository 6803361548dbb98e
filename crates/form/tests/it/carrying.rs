//! Answers of a draft, carried over to a later version of their form.

use parvis_form::{Answers, Carried, Form, Why, carry};
use proptest::prelude::*;

use crate::random::{Draw, numbers, random_answers, random_form};
use crate::world::{answers, form, surroundings};

const BEFORE: &str = "- step: you
  title: Vous
  elements:
  - {field: name, label: Nom, kind: short_text}
  - {field: age, label: Âge, kind: integer}
  - {field: nickname, label: Surnom, kind: short_text, optional: true}
- step: wish
  title: Souhait
  elements:
  - {field: sort, label: Sorte, kind: choice, options: [{value: day, label: Jour}, {value: night, label: Nuit}]}
  - {field: why, label: Pourquoi, kind: short_text, if: sort == 'night'}
  - block: children
    title: Enfants
    row_title: Enfant
    min: 0
    max: 4
    fields:
    - {field: first, label: Prénom, kind: short_text}
    - {field: size, label: Taille, kind: integer, optional: true}
- step: last
  title: Fin
  elements:
  - {field: town, label: Ville, kind: short_text, optional: true}
";

const ANSWERED: &str = r#"{"name":{"text":"Zoé"},"age":{"integer":8},"sort":{"choice":"night"},"why":{"text":"Calme"},"children":{"rows":[{"id":"0190c1e0-0000-7000-8000-000000000001","cells":{"first":{"text":"Léo"},"size":{"integer":120}}}]}}"#;

fn carried(from: &str, to: &str) -> Carried {
    carried_of(from, to, ANSWERED)
}

/// The answers carried over from the form of the tests to the same one with a text replaced.
fn carried_of(from: &str, to: &str, given: &str) -> Carried {
    assert!(BEFORE.contains(from), "{from}");
    let (before, after) = (form(BEFORE), form(&BEFORE.replacen(from, to, 1)));
    carry(&before, &after, &answers(given), &surroundings())
}

fn misfits(carried: &Carried) -> Vec<(&str, &str)> {
    let said = carried.misfits.iter().map(|misfit| {
        let why = match &misfit.why {
            Why::Gone => "gone",
            Why::Hidden => "hidden",
            Why::Refused(_) => "refused",
        };
        (misfit.field.as_str(), why)
    });
    said.collect()
}

fn asked(carried: &Carried) -> Vec<(&str, &str)> {
    carried
        .asked
        .iter()
        .map(|asked| {
            let language = parvis_kernel::Language::French;
            (
                asked.label.in_language(language),
                asked.step.in_language(language),
            )
        })
        .collect()
}

#[test]
fn answers_that_fit_follow_without_a_word_being_asked() {
    for (from, to) in [
        ("label: Nom", "label: Votre nom"),
        (
            "label: Nom, kind: short_text",
            "label: Nom, kind: long_text",
        ),
        ("label: Sorte, kind: choice", "label: Sorte, kind: select"),
        (
            "options: [{value: day, label: Jour}, ",
            "options: [{value: week, label: Semaine}, {value: day, label: Jour}, ",
        ),
        (
            "- {field: nickname, label: Surnom, kind: short_text, optional: true}",
            "- {field: pet, label: Animal, kind: short_text, optional: true}",
        ),
        // A question moved to another step is the same question.
        (
            "  - {field: age, label: Âge, kind: integer}\n  - {field: nickname, label: Surnom, kind: short_text, optional: true}\n- step: wish\n  title: Souhait\n  elements:\n",
            "  - {field: nickname, label: Surnom, kind: short_text, optional: true}\n- step: wish\n  title: Souhait\n  elements:\n  - {field: age, label: Âge, kind: integer}\n",
        ),
        // What is asked after the last answered step is met in its turn.
        (
            "label: Ville, kind: short_text, optional: true",
            "label: Ville, kind: short_text",
        ),
        ("max: 4", "max: 1"),
    ] {
        let carried = carried(from, to);
        assert!(carried.fits(), "{to}: {carried:?}");
        assert_eq!(carried.answers, answers(ANSWERED), "{to}");
    }
}

#[test]
fn an_answer_does_not_fit_when_its_question_is_gone_or_takes_another_type() {
    let gone = carried("  - {field: age, label: Âge, kind: integer}\n", "");
    assert_eq!(misfits(&gone), [("age", "gone")]);
    assert!(gone.answers.get("age").is_none());
    assert!(gone.asked.is_empty());
    let other = carried("label: Âge, kind: integer", "label: Âge, kind: short_text");
    assert_eq!(misfits(&other), [("age", "gone")]);
    let cell = carried(
        "label: Taille, kind: integer",
        "label: Taille, kind: yes_no",
    );
    assert_eq!(misfits(&cell), [("size", "gone")]);
    let block = carried("block: children", "block: kids");
    assert_eq!(misfits(&block), [("first", "gone"), ("size", "gone")]);
    let computed = carried(
        "label: Âge, kind: integer",
        "label: Âge, kind: computed, value: size(name)",
    );
    assert_eq!(misfits(&computed), [("age", "gone")]);
}

#[test]
fn an_answer_that_the_others_now_hide_does_not_fit() {
    let hidden = carried("if: sort == 'night'", "if: sort == 'day'");
    assert_eq!(misfits(&hidden), [("why", "hidden")]);
    let cell = carried(
        "label: Taille, kind: integer, optional: true",
        "label: Taille, kind: integer, optional: true, if: first == 'Ana'",
    );
    assert_eq!(misfits(&cell), [("size", "hidden")]);
}

#[test]
fn an_answer_that_the_new_form_refuses_is_kept_to_be_corrected() {
    for (from, to, field) in [
        (
            "label: Âge, kind: integer",
            "label: Âge, kind: integer, max: 6",
            "age",
        ),
        (
            "label: Taille, kind: integer",
            "label: Taille, kind: integer, max: 100",
            "size",
        ),
        (
            "label: Âge, kind: integer}",
            "label: Âge, kind: integer, checks: [{rule: age > 18, message: Pour les adultes.}]}",
            "age",
        ),
        ("min: 0", "min: 2", "children"),
    ] {
        let carried = carried(from, to);
        assert_eq!(misfits(&carried), [(field, "refused")], "{to}");
        assert!(carried.misfits[0].is_asked_again());
        assert_eq!(carried.answers, answers(ANSWERED), "{to}");
    }
    // The condition of the next question names the option: it goes with it.
    let after = BEFORE
        .replace("{value: night, label: Nuit}", "{value: dusk, label: Soir}")
        .replace(", if: sort == 'night'", ", optional: true");
    let given = answers(ANSWERED);
    let carried = carry(&form(BEFORE), &form(&after), &given, &surroundings());
    assert_eq!(misfits(&carried), [("sort", "refused")]);
}

#[test]
fn what_was_wrong_before_the_revision_is_not_its_doing() {
    let strict = "label: Âge, kind: integer, max: 6";
    let before = BEFORE.replace("label: Âge, kind: integer", strict);
    let after = before.replace("max: 6", "max: 7");
    let carried = carry(
        &form(&before),
        &form(&after),
        &answers(ANSWERED),
        &surroundings(),
    );
    assert!(carried.fits(), "{carried:?}");
}

#[test]
fn a_mandatory_question_that_appears_behind_the_person_is_told() {
    let made = carried(
        "label: Surnom, kind: short_text, optional: true",
        "label: Surnom, kind: short_text",
    );
    assert_eq!(asked(&made), [("Surnom", "Vous")]);
    let row = carried(
        "    - {field: size,",
        "    - {field: school, label: École, kind: short_text}\n    - {field: size,",
    );
    assert_eq!(asked(&row), [("École", "Souhait")]);
    let nothing = carried_of(
        "label: Surnom, kind: short_text, optional: true",
        "label: Surnom, kind: short_text",
        "{}",
    );
    assert!(nothing.fits(), "nothing is behind who answered nothing");
    // It was missing already.
    let still = carried_of(
        "label: Nom",
        "label: Votre nom",
        r#"{"sort":{"choice":"day"}}"#,
    );
    assert!(still.fits(), "{still:?}");
}

#[test]
fn a_new_rule_that_closes_the_request_is_told() {
    let rule =
        "  title: Vous\n  ineligible: [{if: age < 10, message: Trop jeune., who: La crèche}]\n";
    let closed = carried("  title: Vous\n", rule);
    assert!(!closed.fits());
    assert!(closed.misfits.is_empty());
    let message = closed.closed.unwrap();
    assert_eq!(
        message.in_language(parvis_kernel::Language::French),
        "Trop jeune."
    );
    let before = form(&BEFORE.replacen("  title: Vous\n", rule, 1));
    let again = carry(&before, &before, &answers(ANSWERED), &surroundings());
    assert!(again.closed.is_none(), "it was closed before");
}

fn nothing_is_lost(before: &Form, after: &Form, given: &Answers) -> Result<(), TestCaseError> {
    let carried = carry(before, after, given, &surroundings());
    let pruned = parvis_form::prune(before, given.clone());
    for (id, answer) in pruned.iter() {
        let is_computed = before
            .field(id.as_str())
            .is_some_and(|field| field.is_computed());
        let is_kept = carried.answers.get(id.as_str()) == Some(answer);
        let is_told = carried.misfits.iter().any(|misfit| {
            misfit.field == *id || misfit.row.as_ref().is_some_and(|(block, _)| block == id)
        });
        let is_block = before.block(id.as_str()).is_some();
        prop_assert!(is_computed || is_kept || is_told || is_block, "{id:?}");
    }
    let again = carry(after, after, &carried.answers, &surroundings());
    prop_assert!(again.fits(), "what was carried over fits from then on");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_answer_is_kept_or_told(drawn in numbers(), other in numbers()) {
        let mut draw = Draw::new(&drawn);
        let (before, known) = random_form(&mut draw);
        let given = random_answers(&mut draw, &known, false);
        let (after, _) = random_form(&mut Draw::new(&other));
        nothing_is_lost(&before, &after, &given)?;
        nothing_is_lost(&before, &before, &given)?;
        // What no page could have posted (an empty choice) is no answer, and others may depend on it.
        let same = carry(&before, &before, &given, &surroundings());
        let is_real = !same.misfits.iter().any(|misfit| misfit.why == Why::Gone);
        prop_assert!(!is_real || same.fits());
    }
}
