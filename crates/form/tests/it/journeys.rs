//! What a person meets.

use crate::world::{TODAY, answers, form, json};
use parvis_form::{Form, Journey, StepState, prune};

fn every_kind() -> Form {
    form(include_str!("every_kind.yaml"))
}

fn names(journey: &Journey<'_>) -> Vec<String> {
    journey
        .steps()
        .iter()
        .map(|step| step.step.id.to_string())
        .collect()
}

#[test]
fn a_person_meets_the_steps_that_their_answers_call_for() {
    let form = every_kind();
    assert_eq!(
        names(&Journey::new(&form, &answers("{}"), TODAY)),
        ["you", "request", "lists"]
    );
    let full = answers(r#"{"document":{"choice":"full_copy"},"copies":{"integer":2}}"#);
    let journey = Journey::new(&form, &full, TODAY);
    assert_eq!(names(&journey), ["you", "request", "lists", "family"]);
    assert_eq!(journey.next("lists").unwrap().step.id.as_str(), "family");
    assert_eq!(journey.previous("request").unwrap().step.id.as_str(), "you");
    assert!(
        journey.next("family").is_none()
            && journey.previous("you").is_none()
            && journey.next("elsewhere").is_none()
    );
    assert_eq!(journey.position("request"), Some((2, 4)));
}

#[test]
fn what_is_missing_is_listed_in_order() {
    let form = every_kind();
    let journey = Journey::new(&form, &answers(r#"{"mail":{"email":"a@b.fr"}}"#), TODAY);
    let missing: Vec<_> = journey
        .missing()
        .iter()
        .map(|missing| missing.field.as_str())
        .collect();
    assert_eq!(
        missing,
        ["full_name", "person", "home", "document", "born_in"]
    );
    assert!(!journey.is_complete());
    assert_eq!(journey.next_to_do().unwrap().step.id.as_str(), "you");
}

#[test]
fn missing_rows_and_cells_are_listed_with_their_row() {
    let form = every_kind();
    let base = r#""document":{"choice":"full_copy"},"copies":{"integer":2},"has_children":{"yes_no":true}"#;
    let listed = |more: &str| -> Vec<_> {
        let journey = Journey::new(&form, &answers(&format!("{{{base}{more}}}")), TODAY);
        let of_family = journey
            .missing()
            .iter()
            .filter(|missing| missing.step.id.as_str() == "family");
        of_family
            .map(|missing| (missing.field.to_string(), missing.row.is_some()))
            .collect()
    };
    assert_eq!(listed("")[0], ("children".to_owned(), false));
    let row = r#","children":{"rows":[{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"at_school":{"yes_no":true}}}]}"#;
    assert_eq!(
        listed(row),
        [
            ("child_name".to_owned(), true),
            ("income".to_owned(), false),
            ("proof".to_owned(), false)
        ]
    );
}

#[test]
fn steps_are_complete_to_do_optional_or_cannot_start_yet() {
    let form = form("- step: one\n  title: Une\n  elements:\n  - {field: a, label: A, kind: yes_no}
- step: two\n  title: Deux\n  elements:\n  - {field: b, label: B, kind: yes_no}\n  - {field: c, label: C, kind: yes_no, if: a}
- step: three\n  title: Trois\n  elements:\n  - {field: d, label: D, kind: yes_no, optional: true}
- step: four\n  title: Quatre\n  elements:\n  - explanation: Merci
");
    let states = |json: &str| -> Vec<_> {
        Journey::new(&form, &answers(json), TODAY)
            .steps()
            .iter()
            .map(|step| step.state)
            .collect()
    };
    use StepState::{CannotStartYet, Complete, Optional, ToDo};
    assert_eq!(states("{}"), [ToDo, CannotStartYet, Optional, Complete]);
    assert_eq!(
        states(r#"{"a":{"yes_no":true}}"#),
        [Complete, ToDo, Optional, Complete]
    );
    assert_eq!(
        states(r#"{"a":{"yes_no":false},"b":{"yes_no":true},"d":{"yes_no":true}}"#),
        [Complete, Complete, Complete, Complete]
    );
    let progress = Journey::new(&form, &answers("{}"), TODAY).progress();
    assert_eq!(
        (
            progress.total,
            progress.complete,
            progress.to_do,
            progress.cannot_start
        ),
        (4, 2, 1, 1)
    );
}

#[test]
fn a_step_where_nothing_shows_is_not_met() {
    let form = form(
        "- step: one\n  title: Une\n  elements:\n  - {field: a, label: A, kind: yes_no}
- step: two\n  title: Deux\n  elements:\n  - {field: b, label: B, kind: yes_no, if: a}\n",
    );
    assert_eq!(names(&Journey::new(&form, &answers("{}"), TODAY)), ["one"]);
}

#[test]
fn a_hidden_answer_never_feeds_a_condition() {
    let form = form("- step: one\n  title: Une\n  elements:
  - {field: a, label: A, kind: yes_no}\n  - {field: b, label: B, kind: yes_no, if: a}\n  - {field: c, label: C, kind: yes_no, if: b}\n  - {field: d, label: D, kind: yes_no, if: c}\n");
    let all =
        r#"{"a":{"yes_no":false},"b":{"yes_no":true},"c":{"yes_no":true},"d":{"yes_no":true}}"#;
    assert_eq!(
        json(&prune(&form, answers(all))),
        r#"{"a":{"yes_no":false}}"#
    );
    assert_eq!(
        Journey::new(&form, &answers(all), TODAY).steps()[0]
            .fields()
            .count(),
        1
    );
}

#[test]
fn pruning_forgets_hidden_cells_and_unknown_names() {
    let form = form("- step: one\n  title: Une\n  elements:
  - {block: kids, title: K, row_title: E, fields: [{field: s, label: S, kind: yes_no}, {field: m, label: M, kind: yes_no, if: s}]}\n");
    let given = r#"{"kids":{"rows":[{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"m":{"yes_no":true},"s":{"yes_no":false},"x":{"yes_no":true}}}]},"stranger":{"text":"x"}}"#;
    assert_eq!(
        json(&prune(&form, answers(given))),
        r#"{"kids":{"rows":[{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"s":{"yes_no":false}}}]}}"#
    );
}

#[test]
fn a_journey_of_thirty_fields_is_quick() {
    let fields: String = (0..30)
        .map(|n| {
            let condition = if n == 0 {
                String::new()
            } else {
                format!(", if: f{} || !answered(f{})", n - 1, n - 1)
            };
            format!("  - {{field: f{n}, label: L, kind: yes_no{condition}}}\n")
        })
        .collect();
    let form = form(&format!("- step: one\n  title: Une\n  elements:\n{fields}"));
    let all = (0..30)
        .map(|n| {
            (
                format!("f{n}").parse().unwrap(),
                parvis_form::Answer::YesNo(true),
            )
        })
        .collect();
    let before = std::time::Instant::now();
    for _ in 0..100 {
        assert_eq!(
            Journey::new(&form, &all, TODAY).steps()[0].fields().count(),
            30
        );
    }
    // The bar is 50 microseconds in a release build; this only notices a change of order.
    assert!(
        before.elapsed() / 100 < std::time::Duration::from_millis(5),
        "{:?}",
        before.elapsed() / 100
    );
}
