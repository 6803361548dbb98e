//! When every field is answered, conditions decide as the expression language does.

use std::collections::HashMap;
use std::sync::Arc;

use cel::{Context, Program, Value};
use parvis_form::{Answer, Answers, Decimal, Journey};
use proptest::prelude::*;

use crate::random::{Draw, Known, Sort, condition, numbers, random_answers};
use crate::world::{TODAY, form};

fn fields() -> Vec<Known> {
    let sorts = [
        ("i", Sort::Int),
        ("j", Sort::Int),
        ("a", Sort::Amount),
        ("d", Sort::Decimal),
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
            computed: false,
        })
        .collect()
}

/// Whether the field that bears the condition shows, and the one that bears its contrary.
fn shown(condition: &str, answers: &Answers) -> (bool, bool) {
    let colours =
        "options: [{value: red, label: R}, {value: blue, label: B}, {value: green, label: G}]";
    let form = form(&format!(
        "- step: one\n  title: U\n  elements:
  - {{field: i, label: L, kind: integer}}\n  - {{field: j, label: L, kind: integer}}\n  - {{field: a, label: L, kind: amount}}\n  - {{field: d, label: L, kind: decimal, decimals: 2}}\n  - {{field: t, label: L, kind: short_text}}\n  - {{field: y, label: L, kind: yes_no}}
  - {{field: c, label: L, kind: choice, {colours}}}\n  - {{field: m, label: L, kind: choices, {colours}}}\n  - {{block: r, title: R, row_title: R, fields: [{{field: k, label: K, kind: integer}}]}}
  - {{field: yes, label: L, kind: email, if: \"{condition}\"}}\n  - {{field: no, label: L, kind: email, if: \"!({condition})\"}}\n"
    ));
    let journey = Journey::new(&form, answers, TODAY);
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
        // Amounts and decimals are integers for the language itself: hundredths.
        Answer::Amount(amount) => return Value::Int(amount.cents),
        Answer::Decimal(number) => return Value::Int(number.units()),
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

fn hundredths(written: Arc<String>) -> i64 {
    let number: Decimal = written.parse().unwrap();
    number.with_decimals(2).unwrap().units()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn answered_conditions_decide_as_the_language_does(numbers in numbers()) {
        let (known, mut draw) = (fields(), Draw::new(&numbers));
        let condition = condition(&mut draw, &known, 3);
        let answers = random_answers(&mut draw, &known, true);
        let mut context = Context::default();
        // The language has no function of its own for these.
        context.add_function("min", |left: i64, right: i64| left.min(right)).unwrap();
        context.add_function("max", |left: i64, right: i64| left.max(right)).unwrap();
        for (name, answer) in answers.iter() {
            context.add_variable_from_value(name.to_string(), value(answer));
        }
        context.add_function("eur", hundredths).unwrap();
        context.add_function("decimal", hundredths).unwrap();
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
