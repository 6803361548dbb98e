//! A form of 1,000 questions and 300 conditions, as an author writes it and as a person answers it: one for every bench.

#![expect(clippy::expect_used, reason = "a bench that goes wrong stops")]

use std::fmt::Write as _;

use parvis_form::{Answers, Form, StepSource, definition};

/// Its questions.
pub const FIELDS: usize = 1_000;
/// Its steps.
pub const STEPS: usize = 20;
/// Its conditions.
pub const CONDITIONS: usize = 300;

/// One question of six, six kinds; one of three has a condition on earlier ones, up to 300, and all conditions hold.
pub fn written() -> String {
    let mut text = String::new();
    for field in 0..FIELDS {
        if field % (FIELDS / STEPS) == 0 {
            let step = field * STEPS / FIELDS;
            let _ = writeln!(text, "- step: s{step}\n  title: Étape {step}\n  elements:");
        }
        let shown = if field % 3 == 0 && (12..12 + 3 * CONDITIONS).contains(&field) {
            condition(field)
        } else {
            String::new()
        };
        let kind = kind(field);
        let _ = writeln!(
            text,
            "  - {{field: f{field}, label: Question {field}, {kind}{shown}}}"
        );
    }
    text
}

fn kind(field: usize) -> &'static str {
    match field % 6 {
        0 => "kind: integer",
        1 => "kind: short_text",
        2 => "kind: yes_no",
        3 => {
            "kind: choice, options: [{value: red, label: R}, {value: blue, label: B}, {value: green, label: V}]"
        }
        4 => "kind: date",
        _ => "kind: amount",
    }
}

fn condition(field: usize) -> String {
    let base = field / 6 * 6 - 6;
    let (number, text, yes, choice) = (base, base + 1, base + 2, base + 3);
    let condition = match field / 3 % 3 {
        0 => format!("f{number} >= 3 && f{yes}"),
        1 => format!("f{choice} in ['red', 'blue'] || f{text} == 'rien'"),
        _ => format!("!(f{number} < 2) && f{choice} != 'green' && answered(f{text})"),
    };
    format!(", if: \"{condition}\"")
}

/// The form, compiled.
pub fn form() -> Form {
    let steps: Vec<StepSource> = definition::read("large.yaml", &written()).expect("steps");
    let defaults = definition::read(
        "large.yaml",
        "{purpose: Mesurer, legal_basis: {ground: public_task, text: Code civil}, retention: 1 year, sensitivity: ordinary}",
    );
    let defaults = defaults.expect("defaults");
    Form::compile("large.yaml", &steps, Some(&defaults)).expect("a right form")
}

/// An answer to each question.
pub fn answers() -> Answers {
    let answers = (0..FIELDS).map(|field| {
        let answer = match field % 6 {
            0 => r#"{"integer":12}"#,
            1 => r#"{"text":"Quelques mots d'une réponse ordinaire"}"#,
            2 => r#"{"yes_no":true}"#,
            3 => r#"{"choice":"red"}"#,
            4 => r#"{"date":"2026-03-01"}"#,
            _ => r#"{"amount":{"cents":12550}}"#,
        };
        format!("\"f{field}\":{answer}")
    });
    let answers: Vec<String> = answers.collect();
    serde_json::from_str(&format!("{{{}}}", answers.join(","))).expect("answers")
}
