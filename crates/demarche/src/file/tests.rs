//! Procedure files, right and wrong.

use parvis_law::EffectKind;
use proptest::prelude::*;

use super::*;
use crate::library::LIBRARY;

/// A file that is right, and short.
const GOOD: &str = "\
slug: essai
title: Un essai
summary: Une phrase.
theme: papers
who_for: Tout le monde.
what_you_get: Une réponse.
minutes: 5
papers: []
cost: { cents: 0 }
delay: { words: Une semaine., expected_days: 7 }
silence: { effect: accepted, delay: 2 months, legal_basis: CRPA L231-1 }
financial: false
asks_for_decision: true
identity: required
doors: [{ kind: counter, text: À la mairie. }]
service: accueil
group: accueil
retention: { after_decision: 12 months, legal_basis: Tableau de gestion }
declarations: [Je déclare que mes réponses sont exactes.]
sources: []
data_defaults:
  purpose: Répondre.
  legal_basis: { ground: public_task, text: Un texte }
  retention: 1 year
  sensitivity: ordinary
steps:
  - step: une
    title: Une étape
    elements:
      - { field: mot, kind: short_text, label: Un mot, max_length: 10 }
";

/// Every problem of a file, as an author reads them.
fn problems(source: &str) -> Vec<String> {
    let found = check("essai.yaml", source).expect_err("a file with problems");
    found.iter().map(ToString::to_string).collect()
}

fn with(line: &str, replacement: &str) -> String {
    assert!(GOOD.contains(line), "{line}");
    GOOD.replace(line, replacement)
}

#[test]
fn a_right_file_is_read_whole() {
    let checked = check("essai.yaml", GOOD).unwrap();
    assert_eq!(checked.file.silence.kind(), EffectKind::Accepted);
    assert_eq!(checked.file.cost.cents, Some(0));
    assert_eq!(checked.form.steps().len(), 1);
    assert_eq!(checked.checksum.len(), 64);
}

#[test]
fn the_stored_form_reads_back_what_was_checked() {
    for (name, source) in LIBRARY {
        let file = check(name, source).unwrap().file;
        let stored = serde_json::to_string(&file).unwrap();
        assert_eq!(
            serde_json::from_str::<ProcedureFile>(&stored).unwrap(),
            file,
            "{name}"
        );
    }
}

#[test]
fn all_that_is_missing_is_told_at_once() {
    let found = problems("slug: essai\n");
    assert_eq!(found.len(), 20, "{found:#?}");
    assert!(
        found
            .iter()
            .all(|problem| problem.starts_with("essai.yaml:1:1: ")),
        "{found:#?}"
    );
    assert!(
        found
            .iter()
            .any(|problem| problem.contains("`silence` is missing"))
    );
    assert!(
        found
            .iter()
            .any(|problem| problem.contains("`steps` is missing"))
    );
}

#[test]
fn each_mistake_is_told_with_its_place_and_what_was_expected() {
    for (line, replacement, expected) in [
        (
            "slug: essai",
            "slug: Un essai",
            "essai.yaml:1:7: `Un essai` is not a word for addresses; expected 2 to 63 small letters without accent, digits and inner hyphens",
        ),
        (
            "summary: Une phrase.",
            "summary: Une phrase. Une autre.",
            "essai.yaml:3:10: `summary` is not one sentence; expected one sentence of at most 200 letters, with its full stop",
        ),
        (
            "theme: papers",
            "theme: papiers",
            "essai.yaml:4:8: `theme` cannot be `papiers`; expected `papers`, `family`, `housing`, `street`, `solidarity`, `culture` or `business`",
        ),
        (
            "minutes: 5",
            "minutes: 500",
            "essai.yaml:7:10: `minutes` is out of bounds; expected a number from 1 to 240",
        ),
        (
            "cost: { cents: 0 }",
            "cost: {}",
            "essai.yaml:9:7: the cost is not said; expected `cents` (0 is free), `words`, or both",
        ),
        (
            "delay: { words: Une semaine., expected_days: 7 }",
            "delay: { words: Une semaine. }",
            "essai.yaml:10:8: `expected_days` is missing; expected a number from 0 to 730",
        ),
        (
            "{ kind: counter,",
            "{ kind: kiosk,",
            "essai.yaml:15:17: `kind` cannot be `kiosk`; expected `counter`, `phone` or `post`",
        ),
        (
            "doors: [{ kind: counter, text: À la mairie. }]",
            "doors: []",
            "essai.yaml:15:8: no other way than the web is offered; expected at least one of `counter`, `phone` or `post`",
        ),
        (
            "after_decision: 12 months",
            "after_decision: one year",
            "essai.yaml:18:30: `one year` is not a length of time; expected a count of days, months or years, such as `12 months`",
        ),
        (
            "declarations: [Je déclare que mes réponses sont exactes.]",
            "declarations: []",
            "essai.yaml:19:15: nothing is declared; expected at least one sentence that the person declares",
        ),
        (
            "sources: []",
            "sources: [{ fiche: F1, title: Une fiche, date: hier }]",
            "essai.yaml:20:48: `hier` is not a date; expected year, month and day, such as `2020-07-01`",
        ),
        (
            "minutes: 5",
            "minutes: cinq",
            "essai.yaml:7:10: this is not a number; expected a whole number",
        ),
        (
            "financial: false",
            "financial: peut-être",
            "essai.yaml:12:12: this is neither yes nor no; expected true or false",
        ),
        (
            "minutes: 5",
            "minutes: 5\nminuts: 6",
            "essai.yaml:8:1: unknown field `minuts`",
        ),
    ] {
        let found = problems(&with(line, replacement));
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(
            found[0].starts_with(expected),
            "{found:#?}\nexpected {expected}"
        );
    }
}

#[test]
fn the_law_on_silence_is_checked() {
    const SILENCE: &str =
        "silence: { effect: accepted, delay: 2 months, legal_basis: CRPA L231-1 }";
    for (replacement, expected) in [
        (
            "silence: { effect: perhaps, delay: 2 months, legal_basis: CRPA L231-1 }",
            "essai.yaml:11:20: silence cannot be `perhaps`; expected `accepted`, `rejected` or `none`",
        ),
        (
            "silence: { effect: accepted, legal_basis: CRPA L231-1 }",
            "essai.yaml:11:10: the delay after which silence decides is not stated; expected `delay`, such as `2 months`",
        ),
        (
            "silence: { effect: accepted, delay: 2 months }",
            "essai.yaml:11:10: the legal basis of the effect of silence is not cited; expected `legal_basis`, such as `CRPA, art. L231-1`",
        ),
        (
            "silence: { effect: accepted, delay: 4 months, legal_basis: CRPA L231-1 }",
            "essai.yaml:11:37: a delay other than two months cites no text (CRPA L231-6); expected `delay: 2 months`, or `delay_basis` with the decree",
        ),
        (
            "silence: { effect: accepted, delay: soon, legal_basis: CRPA L231-1 }",
            "essai.yaml:11:37: `soon` is not a delay; expected a count of months or days, such as `2 months`",
        ),
        (
            "silence: { effect: none, legal_basis: Un texte }",
            "essai.yaml:11:10: the reason why silence decides nothing is not stated; expected `reason`, in words",
        ),
        (
            "silence: { effect: none, reason: Parce que. }",
            "essai.yaml:11:20: the text by which silence decides nothing on a request is not cited; expected `legal_basis`: without one, silence accepts or rejects (CRPA L231-1, L231-4)",
        ),
    ] {
        assert_eq!(problems(&with(SILENCE, replacement)), [expected]);
    }
}

#[test]
fn silence_accepts_a_financial_request_only_by_a_text() {
    let financial = with("financial: false", "financial: true");
    assert_eq!(
        problems(&financial),
        [
            "essai.yaml:11:20: silence rejects a financial request unless a text is cited as an exception (CRPA L231-4 3°); expected `effect: rejected`, or `exception` with the text"
        ]
    );
    let rejected = financial.replace("effect: accepted", "effect: rejected");
    assert!(check("essai.yaml", &rejected).is_ok());
    let by_text = financial.replace("effect: accepted", "effect: accepted, exception: Un décret");
    assert!(check("essai.yaml", &by_text).is_ok());
}

#[test]
fn a_report_that_asks_for_no_decision_has_no_clock_and_an_end() {
    let report = with("asks_for_decision: true", "asks_for_decision: false");
    assert_eq!(
        problems(&report),
        [
            "essai.yaml:1:1: `closing` is missing; expected how a report ends: a list of `code` and `label`",
            "essai.yaml:11:20: silence cannot decide when no decision is asked for; expected `effect: none` with its `reason`, or `asks_for_decision: true`",
        ]
    );
    let ended = report
        .replace(
            "effect: accepted, delay: 2 months, legal_basis: CRPA L231-1",
            "effect: none, reason: Rien à décider.",
        )
        .replace(
            "sources: []",
            "sources: []\nclosing: [{ code: fait, label: C’est fait }]",
        );
    assert!(check("essai.yaml", &ended).is_ok());
}

#[test]
fn a_request_for_a_decision_cannot_be_anonymous() {
    assert_eq!(
        problems(&with("identity: required", "identity: optional")),
        [
            "essai.yaml:14:11: a request that asks for a decision cannot be anonymous (CRPA L112-8, R112-9-1); expected `identity: required`, or `asks_for_decision: false`"
        ]
    );
}

#[test]
fn mistakes_of_the_form_are_told_with_those_of_the_procedure() {
    let both = with("minutes: 5", "minutes: 0").replace("kind: short_text", "kind: shorttext");
    let found = problems(&both);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("essai.yaml:7:10: "));
    assert!(found[1].starts_with("essai.yaml:30:29: "), "{found:#?}");
}

#[test]
fn what_is_no_yaml_or_too_large_is_refused() {
    assert!(!problems("").is_empty());
    assert!(!problems("slug: [").is_empty());
    assert!(!problems("- a\n- b\n").is_empty());
    assert_eq!(problems(&"#".repeat(3_000_000)).len(), 1);
}

#[test]
fn the_procedures_of_the_library_check_clean() {
    for (name, source) in LIBRARY {
        if let Err(problems) = check(name, source) {
            let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", told.join("\n"));
        }
    }
}

#[test]
fn the_procedures_of_the_library_are_short_and_to_be_confirmed() {
    for (name, source) in LIBRARY {
        let checked = check(name, source).unwrap();
        assert!(checked.file.to_confirm(), "{name}");
        let steps = checked.form.steps();
        assert!((5..=8).contains(&steps.len()), "{name}");
        for step in steps {
            let questions: usize = step
                .elements
                .iter()
                .map(|element| element.fields().len())
                .sum();
            assert!((1..=4).contains(&questions), "{name} {}", step.id);
        }
    }
}

#[test]
fn the_procedures_of_the_library_ask_nothing_of_health_or_religion() {
    for (name, source) in LIBRARY {
        let checked = check(name, source).unwrap();
        let highest = checked
            .form
            .fields()
            .map(|field| field.data.sensitivity)
            .max();
        assert!(
            highest < Some(parvis_form::Sensitivity::HighlySensitive),
            "{name}"
        );
    }
}

/// Keys of a procedure file that hold what a person reads.
const WORDS: &[&str] = &[
    "title",
    "summary",
    "who_for",
    "what_you_get",
    "name",
    "hint",
    "words",
    "reason",
    "label",
    "intro",
    "explanation",
    "purpose",
    "row_title",
    "add_label",
    "law",
];

#[test]
fn the_procedures_of_the_library_exist_in_both_languages() {
    fn walk(name: &str, value: &serde_json::Value) {
        match value {
            serde_json::Value::Object(members) => {
                for (key, member) in members {
                    let is_title_of_source = key == "title" && members.contains_key("fiche");
                    if WORDS.contains(&key.as_str()) && !is_title_of_source {
                        assert!(
                            member.get("en").is_some(),
                            "{name}: `{key}: {member}` has no English"
                        );
                    }
                    walk(name, member);
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(name, item)),
            _ => {}
        }
    }
    for (name, source) in LIBRARY {
        let value: serde_json::Value = serde_saphyr::from_str(source).unwrap();
        walk(name, &value);
    }
}

#[test]
fn the_schema_knows_every_word_of_the_library() {
    let schema = procedure_schema();
    let properties = schema["properties"].as_object().unwrap();
    for (name, source) in LIBRARY {
        let file: serde_json::Map<String, serde_json::Value> =
            serde_saphyr::from_str(source).unwrap();
        for key in file.keys() {
            assert!(properties.contains_key(key), "{name}: {key}");
        }
        for required in schema["required"].as_array().unwrap() {
            assert!(
                file.contains_key(required.as_str().unwrap()),
                "{name}: {required}"
            );
        }
    }
}

/// A line of the good file, exchanged for another thing, or left out.
fn damaged() -> impl Strategy<Value = String> {
    let lines: Vec<&str> = GOOD.lines().collect();
    let other = prop_oneof![
        Just(None),
        "[ a-z:{}\\[\\],\"é-]{0,30}".prop_map(Some),
        Just(Some("steps: null".to_owned())),
    ];
    (0..lines.len(), other).prop_map(move |(place, other)| {
        let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        match other {
            Some(other) => lines[place] = other,
            None => drop(lines.remove(place)),
        }
        lines.join("\n")
    })
}

proptest! {
    #[test]
    fn a_damaged_file_is_refused_inside_its_own_lines_or_read_the_same_twice(source in damaged()) {
        let lines = source.lines().count() as u64;
        match check("essai.yaml", &source) {
            Ok(checked) => prop_assert_eq!(check("essai.yaml", &source), Ok(checked)),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(problem.line <= lines + 1, "{}", problem);
                    prop_assert!(!problem.message.is_empty());
                }
            }
        }
    }

    #[test]
    fn any_text_at_all_is_answered(source in ".{0,200}") {
        prop_assert!(check("essai.yaml", &source).is_err());
    }
}

/// The short file, with rules.
fn with_rules(rules: &str) -> Result<Checked, Vec<parvis_form::Problem>> {
    let questions = [
        "      - { field: sorte, kind: choice, label: Sorte, options: [{ value: a, label: A }, { value: b, label: B }] }\n",
        "      - { field: nombre, kind: integer, label: Nombre, min: 0, max: 9 }\n",
    ];
    let questions = questions.concat();
    check("essai.yaml", &format!("{GOOD}{questions}{rules}"))
}

/// What is wrong with rules, with its place in them.
fn wrong(rules: &str) -> Vec<(u64, String)> {
    let before = GOOD.lines().count() as u64 + 2;
    let problems = with_rules(rules).unwrap_err();
    let told = problems.into_iter();
    told.map(|problem| (problem.line - before, problem.message))
        .collect()
}

#[test]
fn the_first_rule_that_holds_leads_to_its_group() {
    let rules = "routing:
  - { if: sorte == \"a\" && nombre > 3, group: grands }
  - { if: sorte == \"a\", group: petits }
";
    let checked = with_rules(rules).unwrap();
    let answers = |sorte: &str, nombre: Option<i64>| {
        let mut answers = parvis_form::Answers::new();
        answers.insert(
            "sorte".parse().unwrap(),
            parvis_form::Answer::Choice(sorte.to_owned()),
        );
        if let Some(nombre) = nombre {
            answers.insert(
                "nombre".parse().unwrap(),
                parvis_form::Answer::Integer(nombre),
            );
        }
        answers
    };
    let to = |number, group| Routing::To { number, group };
    for (sorte, nombre, expected) in [
        ("a", Some(4), to(1, "grands")),
        ("a", Some(3), to(2, "petits")),
        // What was not answered decides nothing.
        ("a", None, to(2, "petits")),
        ("b", Some(9), Routing::Nowhere),
    ] {
        assert_eq!(
            checked.file.routed(&answers(sorte, nombre)),
            expected,
            "{sorte} {nombre:?}"
        );
    }
    let all = with_rules(&format!("{rules}  - {{ group: autres }}\n")).unwrap();
    assert_eq!(all.file.routed(&answers("b", None)), to(3, "autres"));
    let none = with_rules("").unwrap();
    assert_eq!(none.file.routed(&answers("a", Some(4))), Routing::None);
    // The stored description reads back the same rules.
    let stored = serde_json::to_string(&all.file).unwrap();
    assert_eq!(
        serde_json::from_str::<ProcedureFile>(&stored).unwrap(),
        all.file
    );
}

#[test]
fn rules_are_typed_against_the_form_and_told_with_their_line() {
    let told = wrong("routing:\n  - { if: sort == \"a\", group: un }\n");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].0 == 2 && told[0].1.contains("sort"), "{told:?}");
    let told = wrong("routing:\n  - { if: nombre == \"a\", group: un }\n");
    assert_eq!((told.len(), told[0].0), (1, 2), "{told:?}");
    let told = wrong("routing:\n  - { if: sorte == \"c\", group: un }\n");
    assert_eq!((told.len(), told[0].0), (1, 2), "{told:?}");
    let told = wrong("routing:\n  - { group: un }\n  - { if: nombre > 1, group: Deux }\n");
    assert_eq!(
        told.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [2, 3],
        "{told:?}"
    );
    assert_eq!(wrong("routing: []\n").len(), 1);
    assert_eq!(
        wrong("routing:\n  - { if: nombre >, group: un }\n").len(),
        1
    );
}
