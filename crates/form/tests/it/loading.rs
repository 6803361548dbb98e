//! Procedure files, right and wrong.

use crate::world::{HEAD, compile, form};
use parvis_form::definition::limits;
use parvis_form::{Form, Sensitivity, StepSource};
use parvis_kernel::Language;

/// The problems of the steps of a file, as lines relative to the first line of the steps.
fn problems(steps: &str) -> Vec<String> {
    let head = HEAD.lines().count() as u64;
    match compile(&format!("{HEAD}{steps}")) {
        Ok(_) => Vec::new(),
        Err(problems) => problems
            .into_iter()
            .map(|mut problem| {
                problem.file = "f".to_owned();
                problem.line = problem.line.saturating_sub(head);
                problem.to_string()
            })
            .collect(),
    }
}

#[test]
fn a_right_file_compiles_with_every_kind() {
    let form = form(include_str!("every_kind.yaml"));
    let written = include_str!("every_kind.yaml").matches("kind: ").count();
    assert_eq!(form.fields().count(), written);
    let name = form.field("full_name").unwrap();
    assert_eq!(name.label.in_language(Language::English), "Your name");
    assert_eq!(name.data.retention.to_string(), "2 years");
    assert_eq!(
        form.field("income").unwrap().data.sensitivity,
        Sensitivity::Sensitive
    );
}

#[test]
fn an_unknown_key_is_a_problem_with_its_place() {
    let found = problems("- step: one\n  title: Une\n  elements:\n  - field: a\n    labbel: A\n");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("f:5:5: unknown field `labbel`"),
        "{found:?}"
    );
    assert!(
        found[0]
            .contains("; expected one of field, block, explanation, heading, level, if, label,"),
        "{found:?}"
    );
}

#[test]
fn a_wrong_type_is_a_problem_with_its_place() {
    let found =
        problems("- step: one\n  title: Une\n  elements:\n  - field: a\n    optional: perhaps\n");
    assert!(found[0].starts_with("f:5:15: "), "{found:?}");
}

#[test]
fn all_the_problems_of_a_file_are_told_at_once() {
    let found = problems(
        "- step: One\n  title: ''\n  elements:
  - {field: a, kind: short_text, max_length: 0}
  - {field: a, label: B, kind: shorttext}
  - {field: c, label: C, kind: choice, options: [{value: x, label: X}]}
  - {field: d, label: D, kind: date, max_length: 3, past: true, future: true}
  - {block: e, title: E, row_title: Un e, min: 3, max: 2, fields: []}
  - {label: nothing}
  - {field: h, label: H, kind: integer, retention: forever, sensitivity: secret}
  - {field: i, label: I, kind: piece, accept: [exe], max_size: 10 GB}
  - {field: j, label: J, kind: identity, birth_date: maybe}
  - {explanation: Bonjour, optional: true}
  - {field: true, label: K, kind: email, autocomplete: 'E-mail!'}
",
    );
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn a_field_without_purpose_basis_retention_or_sensitivity_is_refused() {
    let text =
        "steps:\n- step: one\n  title: Une\n  elements:\n  - {field: a, label: A, kind: email}\n";
    let found: Vec<_> = compile(text)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(found.len(), 4);
    for (name, line) in ["legal_basis", "purpose", "retention", "sensitivity"]
        .iter()
        .zip(&found)
    {
        assert_eq!(
            *line,
            format!(
                "procedure.yaml:5:13: `{name}` is missing; expected `{name}` on the field or in `data_defaults`"
            )
        );
    }
}

#[test]
fn a_wrong_condition_is_told_where_it_goes_wrong() {
    let head = "- step: one\n  title: Une\n  elements:\n  - {field: a, label: A, kind: integer}\n";
    for (condition, expected) in [
        ("if: a > 'x'", "f:5:43: an integer is never equal to a text"),
        (
            "if: \"a > 2 && b == 1\"",
            "f:5:53: no field is called `b`; expected `a`",
        ),
        ("if: 1 +", "f:5:46: the condition does not read"),
        (
            "if: z == 'x'",
            "f:5:43: the condition of `z` looks at itself",
        ),
    ] {
        let found = problems(&format!(
            "{head}  - {{field: z, label: Z, kind: email, {condition}}}\n"
        ));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(expected), "{condition}: {found:?}");
    }
}

#[test]
fn unreasonable_forms_are_refused() {
    let many: String = (0..=limits::FIELDS)
        .map(|n| format!("  - {{field: f{n}, label: L, kind: email}}\n"))
        .collect();
    let found = problems(&format!("- step: one\n  title: Une\n  elements:\n{many}"));
    assert!(
        found
            .iter()
            .any(|line| line.contains("more than 2000 elements")),
        "{found:?}"
    );

    let options: Vec<_> = (0..=limits::OPTIONS)
        .map(|n| format!("{{value: o{n}, label: L}}"))
        .collect();
    let found = problems(&format!(
        "- step: one\n  title: Une\n  elements:\n  - {{field: f, label: L, kind: choice, options: [{}]}}\n",
        options.join(", ")
    ));
    assert!(found[0].contains("2 to 500 options"), "{found:?}");

    let found = problems(
        "- step: one\n  title: Une\n  elements:\n  - {block: b, title: B, row_title: R, max: 101, fields: [{field: f, label: L, kind: email}]}\n",
    );
    assert!(found[0].contains("max <= 100"), "{found:?}");
}

#[test]
fn what_is_wrong_with_dates_patterns_and_headings_is_told_in_place() {
    let found = problems(
        "- step: one\n  title: Une\n  elements:
  - {heading: Trop bas, level: 3}
  - {heading: Trop haut, level: 1}
  - {heading: Deux choses, explanation: Ensemble}
  - {field: name, label: N, kind: short_text}
  - {field: late, label: L, kind: date, after: later}
  - {field: later, label: L, kind: date, before: name}
  - {field: never, label: L, kind: date, after: 2026-02-01, before: 2026-01-31}
  - {field: age, label: A, kind: date, min_age: 20, max_age: 10}
  - {field: who, label: W, kind: identity, min_age: 18}
  - {field: half, label: H, kind: short_text, pattern: '[0-9]+'}
  - {field: open, label: O, kind: short_text, pattern: '(', example: a, pattern_message: Non}
  - {field: wide, label: W, kind: short_text, pattern: 'a{1000}{1000}', example: a, pattern_message: Non}
  - {field: other, label: O, kind: short_text, pattern: '[0-9]+', example: abc, pattern_message: Non}
  - {field: list, label: L, kind: select, options: [{value: a, label: A, hint: H}, {value: b, label: B}]}
  - {field: account, label: A, kind: iban}
  - {field: width, label: W, kind: decimal, min: \"0.5\"}
  - {field: price, label: P, kind: amount, min: \"1.505\"}
",
    );
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn a_form_without_step_and_an_empty_step_are_refused() {
    assert!(Form::compile("f", &[], None).is_err());
    assert!(
        problems("- step: one\n  title: Une\n  elements: []\n")[0].contains("the step is empty")
    );
}

#[test]
fn two_steps_of_one_name_are_refused() {
    let step = "- step: one\n  title: Une\n  elements:\n  - explanation: Bonjour\n";
    assert!(problems(&format!("{step}{step}"))[0].starts_with("f:5:9: two steps are called `one`"));
}

#[test]
fn the_stored_form_reads_back_the_same() {
    let form = form(include_str!("every_kind.yaml"));
    let stored = form.to_canonical();
    let read = Form::from_canonical(&stored).unwrap();
    assert_eq!(read, form);
    assert_eq!(read.to_canonical(), stored);
    insta::assert_snapshot!(pretty(&stored));
}

#[test]
fn a_form_stored_by_the_first_version_still_reads_and_asks_the_same() {
    let stored = include_str!("stored/v0.1.0.json");
    let read = Form::from_canonical(stored).unwrap();
    assert_eq!(read.fields().count(), 16);
    assert_eq!(pretty(&read.to_canonical()), pretty(stored));
}

#[test]
fn a_stored_form_of_a_later_version_is_refused() {
    let error = Form::from_canonical(r#"{"evaluator":99,"steps":[],"else":1}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the form needs evaluator version 99, this one is 1"
    );
    for stored in [
        "",
        "{}",
        r#"{"evaluator":1}"#,
        r#"{"evaluator":1,"steps":[],"else":1}"#,
    ] {
        assert!(Form::from_canonical(stored).is_err(), "{stored}");
    }
}

fn pretty(stored: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(stored).unwrap();
    serde_json::to_string_pretty(&value).unwrap()
}

#[test]
fn a_file_can_be_compiled_as_part_of_a_larger_one() {
    #[derive(serde::Deserialize)]
    struct Procedure {
        title: String,
        steps: Vec<StepSource>,
        data_defaults: Option<parvis_form::DataDefaults>,
    }
    let text = format!(
        "title: Acte de naissance\n{HEAD}- step: one\n  title: Une\n  elements:\n  - explanation: Bonjour\n"
    );
    let procedure: Procedure = parvis_form::definition::read("p.yaml", &text).unwrap();
    assert_eq!(procedure.title, "Acte de naissance");
    assert!(Form::compile("p.yaml", &procedure.steps, procedure.data_defaults.as_ref()).is_ok());
}

#[test]
fn a_block_whose_rows_have_pages_stands_alone_in_its_step() {
    let block = "  - {block: kids, title: Enfants, row_title: Enfant, pages: true, fields: [{field: age, label: Âge, kind: integer}]}\n";
    let step = |rest: &str| format!("{HEAD}- step: a\n  title: A\n  elements:\n{block}{rest}");
    let text = "  - explanation: Un texte.\n  - {field: sum, label: Somme, kind: computed, value: \"kids.sum(k, k.age)\"}\n";
    let form = compile(&step(text)).unwrap();
    assert!(form.step("a").unwrap().paged().is_some());
    let problems = compile(&step("  - {field: name, label: Nom, kind: short_text}\n")).unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("stands alone in its step"), "{told:?}");
    let plain = compile(&step("").replace("pages: true", "pages: false")).unwrap();
    assert!(plain.step("a").unwrap().paged().is_none());
    assert!(!plain.to_canonical().contains("pages"));
}
