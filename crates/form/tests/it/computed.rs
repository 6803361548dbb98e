//! What the house computes: in order, never posted, exact, seen or not by the person.

use parvis_form::{
    Answers, Form, Journey, StepState, full_summary, normalise_step, prune, summary, validate,
};
use parvis_kernel::Language;

use crate::world::{HEAD, TODAY, answers, compile, entries, form, json, surroundings};

const CANTEEN: &str = "- step: family
  title: Famille
  elements:
  - {field: income, label: Quotient, kind: amount}
  - {field: band, label: Tranche, kind: computed, show: false, value: \"income < eur('500.00') ? 'low' : 'high'\"}
  - {field: price, label: Prix du repas, kind: computed, value: \"band == 'low' ? eur('1.15') : eur('3.40')\"}
- step: children
  title: Enfants
  elements:
  - block: children
    title: Enfants
    row_title: Enfant
    fields:
    - {field: born, label: Naissance, kind: date}
    - {field: meals, label: Repas par semaine, kind: integer, max: 5}
    - {field: age, label: Âge, kind: computed, show: false, value: \"age_on(born, date('2026-09-01'))\"}
    - {field: week, label: Par semaine, kind: computed, value: price * meals}
  - {field: total, label: Par semaine en tout, kind: computed, value: \"children.sum(c, c.week)\"}
  - {field: eldest, label: Aîné, kind: computed, value: \"children.min(c, c.born)\"}
  - {field: small, label: Moins de six ans, kind: computed, value: \"children.count(c, c.age < 6)\"}
- step: after
  title: Suite
  if: small > 0
  elements:
  - {field: nap, label: Sieste, kind: yes_no}
- step: fee
  title: Prix
  elements:
  - {field: agree, label: D'accord, kind: yes_no}
  - {field: owed, label: À payer, kind: fee, value: \"total * decimal('0.333') - eur('5.00')\"}
";

const ROWS: &str = r#""children":{"rows":[{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"born":{"date":"2018-09-01"},"meals":{"integer":4}}},{"id":"0190163d-8694-739b-aea5-966c26f8ad92","cells":{"born":{"date":"2021-03-05"},"meals":{"integer":5}}}]}"#;

fn known(rest: &str) -> Answers {
    prune(&form(CANTEEN), answers(&format!("{{{rest}}}")))
}

fn kept(answers: &Answers, name: &str) -> String {
    answers.get(name).map(json).unwrap_or_default()
}

#[test]
fn values_are_computed_in_order_in_rows_and_over_rows() {
    let all = known(&format!(
        r#""income":{{"amount":{{"cents":49999}}}},{ROWS}"#
    ));
    assert_eq!(kept(&all, "band"), r#"{"text":"low"}"#);
    assert_eq!(kept(&all, "price"), r#"{"amount":{"cents":115}}"#);
    let cells = &all.rows("children")[1].cells;
    assert_eq!(kept(cells, "age"), r#"{"integer":5}"#);
    assert_eq!(kept(cells, "week"), r#"{"amount":{"cents":575}}"#);
    assert_eq!(kept(&all, "total"), r#"{"amount":{"cents":1035}}"#);
    assert_eq!(kept(&all, "eldest"), r#"{"date":"2018-09-01"}"#);
    assert_eq!(kept(&all, "small"), r#"{"integer":1}"#);
    assert_eq!(prune(&form(CANTEEN), all.clone()), all);
}

#[test]
fn what_misses_an_answer_is_not_computed_and_nothing_is_summed_to_nothing() {
    let nobody = known("");
    for name in ["band", "price", "eldest"] {
        assert_eq!(kept(&nobody, name), "", "{name}");
    }
    assert_eq!(kept(&nobody, "total"), r#"{"amount":{"cents":0}}"#);
    assert_eq!(kept(&nobody, "small"), r#"{"integer":0}"#);
    let without_price = known(ROWS);
    assert_eq!(kept(&without_price, "total"), "");
    assert_eq!(kept(&without_price, "small"), r#"{"integer":1}"#);
    let half = known(&format!(
        r#""income":{{"amount":{{"cents":1}}}},{}"#,
        ROWS.replace(r#","meals":{"integer":5}"#, "")
    ));
    assert_eq!(kept(&half, "total"), "");
}

#[test]
fn a_fee_is_rounded_to_the_cent_and_is_never_under_zero() {
    let dear = known(&format!(
        r#""income":{{"amount":{{"cents":60000}}}},"agree":{{"yes_no":true}},{ROWS}"#
    ));
    // 9 × 3,40 € × 0,333 − 5 € = 5,1898 €.
    assert_eq!(kept(&dear, "owed"), r#"{"amount":{"cents":519}}"#);
    let cheap = known(&format!(r#""income":{{"amount":{{"cents":1}}}},{ROWS}"#));
    assert_eq!(kept(&cheap, "owed"), r#"{"amount":{"cents":0}}"#);
    assert_eq!(form(CANTEEN).fee().unwrap().id.as_str(), "owed");
}

#[test]
fn a_computed_value_is_never_posted() {
    let form = form(CANTEEN);
    let step = form.step("family").unwrap();
    let posted = entries(&[("income", "600"), ("price", "0,01"), ("band", "low")]);
    let read = normalise_step(&form, step, &Answers::new(), &posted, &surroundings());
    assert_eq!(read.errors, []);
    assert_eq!(kept(&read.answers, "price"), r#"{"amount":{"cents":340}}"#);
    let given = answers(r#"{"income":{"amount":{"cents":60000}},"price":{"amount":{"cents":1}}}"#);
    let errors = validate(&form, &given, &surroundings()).unwrap_err();
    assert_eq!(errors[0].key(), "field-error-computed");
    assert_eq!(errors[0].field.as_str(), "price");
    assert_eq!(
        kept(&prune(&form, given), "price"),
        r#"{"amount":{"cents":340}}"#
    );
    let row = ROWS.replace(
        r#""meals":{"integer":4}"#,
        r#""meals":{"integer":4},"week":{"amount":{"cents":1}}"#,
    );
    let given = answers(&format!(
        r#"{{"income":{{"amount":{{"cents":1}}}},"agree":{{"yes_no":true}},"nap":{{"yes_no":true}},{row}}}"#
    ));
    let errors = validate(&form, &given, &surroundings()).unwrap_err();
    assert_eq!(errors[0].key(), "field-error-computed");
    let pruned = prune(&form, given);
    assert_eq!(validate(&form, &pruned, &surroundings()), Ok(()));
}

#[test]
fn a_computed_value_decides_which_steps_are_met_and_never_misses() {
    let form = form(CANTEEN);
    let small = known(&format!(r#""income":{{"amount":{{"cents":1}}}},{ROWS}"#));
    let journey = Journey::new(&form, &small, TODAY);
    assert!(journey.step("after").is_some());
    let missing: Vec<_> = journey
        .missing()
        .iter()
        .map(|missing| missing.field.as_str())
        .collect();
    assert_eq!(missing, ["nap", "agree"]);
    let none = Journey::new(&form, &Answers::new(), TODAY);
    assert!(none.step("after").is_none());
    assert_eq!(none.step("children").unwrap().state, StepState::Optional);
}

#[test]
fn a_step_waits_for_what_a_computed_value_waits_for() {
    let form = crate::world::form(
        "- step: one\n  title: U\n  elements:\n  - {field: n, label: N, kind: integer}\n  - {field: twice, label: T, kind: computed, value: n * 2}\n- step: two\n  title: D\n  elements:\n  - {explanation: Lisez, if: twice > 4}\n  - {field: z, label: Z, kind: email}\n",
    );
    let state = |json: &str| {
        Journey::new(&form, &answers(json), TODAY)
            .step("two")
            .unwrap()
            .state
    };
    assert_eq!(state("{}"), StepState::CannotStartYet);
    assert_eq!(state(r#"{"n":{"integer":1}}"#), StepState::ToDo);
}

#[test]
fn the_person_does_not_read_what_is_computed_for_agents() {
    let form = form(CANTEEN);
    let all = known(&format!(
        r#""income":{{"amount":{{"cents":60000}}}},"agree":{{"yes_no":true}},{ROWS}"#
    ));
    let rows = |steps: Vec<parvis_form::SummaryStep>| {
        let rows = steps.into_iter().flat_map(|step| step.rows);
        rows.map(|row| {
            let lines: Vec<&str> = row.lines.iter().map(|line| line.words.as_str()).collect();
            format!("{}: {}", row.label.words, lines.join(" "))
        })
        .collect::<Vec<_>>()
    };
    let person = rows(summary(&form, &all, Language::French));
    let agent = rows(full_summary(&form, &all, Language::French));
    assert!(
        !person
            .iter()
            .any(|row| row.starts_with("Tranche") || row.starts_with("Âge")),
        "{person:?}"
    );
    assert!(agent.contains(&"Tranche: high".to_owned()), "{agent:?}");
    assert!(agent.contains(&"Âge: 5".to_owned()), "{agent:?}");
    for row in [
        "Prix du repas: 3,40\u{a0}€",
        "Par semaine en tout: 30,60\u{a0}€",
        "À payer: 5,19\u{a0}€",
    ] {
        assert!(person.contains(&row.to_owned()), "{row} {person:?}");
    }
}

#[test]
fn the_schema_of_answers_says_what_is_only_read() {
    let form = form(CANTEEN);
    let schema = form.answers_schema();
    assert_eq!(schema["properties"]["price"]["readOnly"], true);
    assert_eq!(
        schema["properties"]["income"]["readOnly"],
        serde_json::Value::Null
    );
    assert!(!json(&schema["required"]).contains("price"));
    let all = known(&format!(
        r#""income":{{"amount":{{"cents":60000}}}},"agree":{{"yes_no":true}},{ROWS}"#
    ));
    let all = serde_json::to_value(&all).unwrap();
    assert!(jsonschema::is_valid(&schema, &all), "{all}");
}

#[test]
fn a_stored_form_computes_the_same() {
    let form = form(CANTEEN);
    let read = Form::from_canonical(&form.to_canonical()).unwrap();
    assert_eq!(read, form);
}

#[test]
fn dates_and_numbers_compute_exactly() {
    let value = |expression: &str, json: &str| {
        let form = crate::world::form(&format!(
            "- step: one\n  title: U\n  elements:\n  - {{field: n, label: N, kind: integer, optional: true, min: -100}}\n  - {{field: d, label: D, kind: date, optional: true}}\n  - {{field: x, label: X, kind: decimal, decimals: 2, optional: true}}\n  - {{field: e, label: E, kind: amount, optional: true}}\n  - {{field: v, label: V, kind: computed, value: \"{expression}\"}}\n"
        ));
        kept(&prune(&form, answers(json)), "v")
    };
    for (expression, given, expected) in [
        ("n / 4", r#"{"n":{"integer":-7}}"#, r#"{"integer":-1}"#),
        ("n % 4", r#"{"n":{"integer":-7}}"#, r#"{"integer":-3}"#),
        ("10 / n", r#"{"n":{"integer":0}}"#, ""),
        ("n % 0", r#"{"n":{"integer":1}}"#, ""),
        (
            "d + 30",
            r#"{"d":{"date":"2026-01-31"}}"#,
            r#"{"date":"2026-03-02"}"#,
        ),
        (
            "d - n",
            r#"{"d":{"date":"2026-03-01"},"n":{"integer":1}}"#,
            r#"{"date":"2026-02-28"}"#,
        ),
        (
            "days_between(d, date('2026-12-25'))",
            r#"{"d":{"date":"2026-12-01"}}"#,
            r#"{"integer":24}"#,
        ),
        (
            "age_on(d, date('2026-11-22'))",
            r#"{"d":{"date":"2008-11-23"}}"#,
            r#"{"integer":17}"#,
        ),
        (
            "x * 2 + 1",
            r#"{"x":{"decimal":"1.25"}}"#,
            r#"{"decimal":"3.50"}"#,
        ),
        (
            "min(x, decimal('1.5'))",
            r#"{"x":{"decimal":"1.25"}}"#,
            r#"{"decimal":"1.25"}"#,
        ),
        ("max(n, 3)", r#"{"n":{"integer":1}}"#, r#"{"integer":3}"#),
        (
            "min(e, eur('10.00'))",
            r#"{"e":{"amount":{"cents":1500}}}"#,
            r#"{"amount":{"cents":1000}}"#,
        ),
        (
            "-e",
            r#"{"e":{"amount":{"cents":1500}}}"#,
            r#"{"amount":{"cents":-1500}}"#,
        ),
        (
            "e * x",
            r#"{"e":{"amount":{"cents":999}},"x":{"decimal":"0.50"}}"#,
            r#"{"amount":{"cents":500}}"#,
        ),
        ("answered(n) ? 'oui' : 'non'", "{}", r#"{"text":"non"}"#),
        ("n > 1", r#"{"n":{"integer":2}}"#, r#"{"yes_no":true}"#),
        ("eur('12.00')", "{}", r#"{"amount":{"cents":1200}}"#),
    ] {
        assert_eq!(value(expression, given), expected, "{expression}");
    }
}

#[test]
fn what_cannot_be_computed_is_told_where_it_stands() {
    let with = |fields: &str| {
        let text = format!(
            "{HEAD}- step: one\n  title: U\n  elements:\n  - {{field: n, label: N, kind: integer}}\n  - {{field: d, label: D, kind: date}}\n  - {{field: e, label: E, kind: amount}}\n  - {{field: t, label: T, kind: short_text}}\n  - {{block: rows, title: R, row_title: R, fields: [{{field: c, label: C, kind: integer}}, {{field: w, label: W, kind: computed, value: c + 1}}]}}\n{fields}"
        );
        let problems = compile(&text).err().unwrap_or_default();
        problems
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    };
    let told = [
        "  - {field: v, label: V, kind: computed, value: v + 1}\n",
        "  - {field: v, label: V, kind: computed, value: later + 1}\n  - {field: later, label: L, kind: integer}\n",
        "  - {field: v, label: V, kind: computed, value: u + 1}\n  - {field: u, label: U, kind: computed, value: v + 1}\n",
        "  - {field: v, label: V, kind: computed, value: n + t}\n  - {field: u, label: U, kind: computed, value: v + 1}\n",
        "  - {field: v, label: V, kind: computed, value: e + n}\n",
        "  - {field: v, label: V, kind: computed, value: e * e}\n",
        "  - {field: v, label: V, kind: computed, value: n / e}\n",
        "  - {field: v, label: V, kind: computed, value: -d}\n",
        "  - {field: v, label: V, kind: computed, value: \"rows.sum(r, r.c > 1)\"}\n",
        "  - {field: v, label: V, kind: computed, value: \"rows.count(r, r.c)\"}\n",
        "  - {field: v, label: V, kind: computed, value: \"rows.sum(r, rows.sum(s, s.c))\"}\n",
        "  - {field: v, label: V, kind: computed, value: w}\n",
        "  - {field: v, label: V, kind: computed, value: rows}\n",
        "  - {field: v, label: V, kind: computed, value: \"days_between(d, today())\"}\n",
        "  - {field: v, label: V, kind: computed, value: n, optional: true}\n",
        "  - {field: v, label: V, kind: computed}\n",
        "  - {field: v, label: V, kind: computed, value: n, show: false, checks: [{rule: v > 1, message: M}]}\n",
        "  - {field: v, label: V, kind: fee, value: n}\n",
        "  - {field: v, label: V, kind: fee, value: e}\n  - {field: u, label: U, kind: fee, value: e}\n",
        "  - {block: more, title: R, row_title: R, fields: [{field: v, label: V, kind: fee, value: e}]}\n",
        "  - {field: v, label: V, kind: integer, value: n}\n",
    ];
    let told: Vec<String> = told
        .iter()
        .map(|fields| format!("{}{}", fields.trim_start(), with(fields)))
        .collect();
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn the_price_of_a_total_counts_its_rows() {
    let ten = ["r.c"; 10].join(" + ");
    let value = vec![format!("({ten})"); 8].join(" + ");
    let text = |max: u32| {
        format!(
            "{HEAD}- step: one\n  title: U\n  elements:\n  - {{block: rows, title: R, row_title: R, max: {max}, fields: [{{field: c, label: C, kind: integer}}]}}\n  - {{field: v, label: V, kind: computed, value: \"rows.sum(r, {value})\"}}\n"
        )
    };
    assert!(compile(&text(50)).is_ok());
    let problems = compile(&text(100)).unwrap_err();
    assert!(
        problems[0].message.starts_with("the value costs "),
        "{}",
        problems[0]
    );
}
