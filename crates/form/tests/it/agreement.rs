//! When every field is answered, conditions decide as the expression language does.

use std::collections::HashMap;

use cel::{Context, Program, Value};
use parvis_form::{Answer, Answers, Journey};
use proptest::prelude::*;

use crate::random::{Draw, Known, Sort, condition, numbers, random_answers};
use crate::world::form;

fn fields() -> Vec<Known> {
    let sorts = [
        ("i", Sort::Int),
        ("j", Sort::Int),
        ("t", Sort::Text),
        ("y", Sort::YesNo),
        ("c", Sort::Choice),
        ("m", Sort::Choices),
        ("r", Sort::Rows),
    ];
    sorts
        .into_iter()
        .map(|(name, sort)| Known {
            name: name.to_owned(),
            sort,
            cell: "k".to_owned(),
        })
        .collect()
}

/// Whether the field that bears the condition shows, and the one that bears its contrary.
fn shown(condition: &str, answers: &Answers) -> (bool, bool) {
    let colours =
        "options: [{value: red, label: R}, {value: blue, label: B}, {value: green, label: G}]";
    let form = form(&format!(
        "- step: one\n  title: U\n  elements:
  - {{field: i, label: L, kind: integer}}\n  - {{field: j, label: L, kind: integer}}\n  - {{field: t, label: L, kind: short_text}}\n  - {{field: y, label: L, kind: yes_no}}
  - {{field: c, label: L, kind: choice, {colours}}}\n  - {{field: m, label: L, kind: choices, {colours}}}\n  - {{block: r, title: R, row_title: R, fields: [{{field: k, label: K, kind: integer}}]}}
  - {{field: yes, label: L, kind: email, if: \"{condition}\"}}\n  - {{field: no, label: L, kind: email, if: \"!({condition})\"}}\n"
    ));
    let journey = Journey::new(&form, answers);
    let shows = |name: &str| {
        journey.steps()[0]
            .fields()
            .any(|(field, _)| field.id.as_str() == name)
    };
    (shows("yes"), shows("no"))
}

fn value(answer: &Answer) -> Value {
    let json = match answer {
        Answer::Integer(number) => return Value::Int(*number),
        Answer::YesNo(yes) => return Value::Bool(*yes),
        Answer::Text(text) | Answer::Choice(text) => return text.as_str().into(),
        Answer::Choices(chosen) => return chosen.clone().into(),
        Answer::Rows(rows) => rows.iter().map(|row| {
            let cells = row
                .cells
                .iter()
                .map(|(name, answer)| (name.to_string(), value(answer)));
            Value::from(cells.collect::<HashMap<String, Value>>())
        }),
        _ => panic!("not drawn"),
    };
    json.collect::<Vec<Value>>().into()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn answered_conditions_decide_as_the_language_does(numbers in numbers()) {
        let (known, mut draw) = (fields(), Draw::new(&numbers));
        let condition = condition(&mut draw, &known, 3);
        let answers = random_answers(&mut draw, &known, true);
        let mut context = Context::default();
        for (name, answer) in answers.iter() {
            context.add_variable_from_value(name.to_string(), value(answer));
        }
        let program = Program::compile(&condition).unwrap();
        let expected = program.execute(&context).unwrap();
        let (yes, no) = shown(&condition, &answers);
        prop_assert_eq!(&expected, &Value::Bool(yes), "{}", condition);
        prop_assert_eq!(&expected, &Value::Bool(!no), "{}", condition);
    }

    #[test]
    fn what_is_decided_early_stays_decided(numbers in numbers()) {
        let (known, mut draw) = (fields(), Draw::new(&numbers));
        let condition = condition(&mut draw, &known, 3);
        let all = random_answers(&mut draw, &known, true);
        let some: Answers = all.iter().filter(|_| draw.below(2) == 0).map(|(name, answer)| (name.clone(), answer.clone())).collect();
        let (early_yes, early_no) = shown(&condition, &some);
        let (yes, no) = shown(&condition, &all);
        prop_assert!(!(early_yes && early_no), "{}", condition);
        prop_assert!(yes != no, "{}", condition);
        prop_assert!(!early_yes || yes, "{}", condition);
        prop_assert!(!early_no || no, "{}", condition);
    }
}
