//! Whole answers, honest and not.

use crate::world::{answers, form, surroundings};
use parvis_form::validate;

const FORM: &str = "- step: one
  title: Une
  elements:
  - {field: name, label: N, kind: short_text, max_length: 10}
  - {field: colour, label: C, kind: choice, options: [{value: red, label: R}, {value: blue, label: B}]}
  - {field: town, label: V, kind: commune, optional: true}
  - {field: meals, label: M, kind: choices, optional: true, options: [{value: noon, label: M}, {value: evening, label: S}]}
  - {block: kids, title: K, row_title: E, min: 1, max: 2, if: colour == 'red', fields: [{field: age, label: A, kind: integer, max: 17}, {field: note, label: T, kind: short_text, if: age > 3, optional: true}]}
";
const ROW: &str = r#"{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"age":{"integer":3}}}"#;

fn told(json: &str) -> Vec<String> {
    let errors = validate(&form(FORM), &answers(json), &surroundings())
        .err()
        .unwrap_or_default();
    errors
        .iter()
        .map(|error| {
            format!(
                "{} {}",
                error.field,
                error.key().replace("field-error-", "")
            )
        })
        .collect()
}

#[test]
fn honest_answers_pass() {
    assert_eq!(
        told(r#"{"name":{"text":"Zoé"},"colour":{"choice":"blue"}}"#),
        [""; 0]
    );
    let town =
        r#""town":{"place":{"commune":{"code":"35238","name":"Rennes","departement":"35"}}}"#;
    assert_eq!(
        told(&format!(
            r#"{{"name":{{"text":"Zoé"}},"colour":{{"choice":"red"}},{town},"kids":{{"rows":[{ROW}]}}}}"#
        )),
        [""; 0]
    );
}

#[test]
fn a_commune_renamed_since_still_passes() {
    let town =
        r#""town":{"place":{"commune":{"code":"35238","name":"Condate","departement":"35"}}}"#;
    let told = told(&format!(
        r#"{{"name":{{"text":"Zoé"}},"colour":{{"choice":"blue"}},{town}}}"#
    ));
    assert_eq!(told, [""; 0]);
}

#[test]
fn tampered_answers_are_refused() {
    let blue = r#""colour":{"choice":"blue"}"#;
    for (json, expected) in [
        (
            r#"{}"#.to_owned(),
            vec!["name required-text", "colour required-choice"],
        ),
        (
            format!(r#"{{"name":{{"integer":3}},{blue}}}"#),
            vec!["name wrong-type"],
        ),
        (
            format!(r#"{{"name":{{"text":"a  b"}},{blue}}}"#),
            vec!["name tampered"],
        ),
        (
            format!(r#"{{"name":{{"text":"far too long a name"}},{blue}}}"#),
            vec!["name too-long"],
        ),
        (
            format!(r#"{{"name":{{"text":""}},{blue}}}"#),
            vec!["name required-text"],
        ),
        (
            r#"{"name":{"text":"Zoé"},"colour":{"choice":"green"}}"#.to_owned(),
            vec!["colour unknown-option"],
        ),
        (
            format!(r#"{{"name":{{"text":"Zoé"}},{blue},"extra":{{"text":"x"}}}}"#),
            vec!["extra unknown-field"],
        ),
        (
            format!(r#"{{"name":{{"text":"Zoé"}},{blue},"age":{{"integer":3}}}}"#),
            vec!["age hidden-field"],
        ),
        (
            format!(r#"{{"name":{{"text":"Zoé"}},{blue},"kids":{{"rows":[{ROW}]}}}}"#),
            vec!["kids hidden-field"],
        ),
        (
            format!(
                r#"{{"name":{{"text":"Zoé"}},{blue},"meals":{{"choices":["evening","noon"]}}}}"#
            ),
            vec!["meals tampered"],
        ),
        (
            format!(r#"{{"name":{{"text":"Zoé"}},{blue},"meals":{{"choices":[]}}}}"#),
            vec!["meals wrong-type"],
        ),
        (
            format!(
                r#"{{"name":{{"text":"Zoé"}},{blue},"town":{{"place":{{"abroad":{{"country_code":"99109","country":"Allemagne","town":"Bonn"}}}}}}}}"#
            ),
            vec!["town tampered"],
        ),
        (
            format!(
                r#"{{"name":{{"text":"Zoé"}},{blue},"town":{{"place":{{"commune":{{"code":"1","name":"Rennes","departement":"35"}}}}}}}}"#
            ),
            vec!["town place-unknown"],
        ),
    ] {
        assert_eq!(told(&json), expected, "{json}");
    }
}

#[test]
fn tampered_rows_are_refused() {
    let rows = |rows: &str| {
        told(&format!(
            r#"{{"name":{{"text":"Zoé"}},"colour":{{"choice":"red"}},"kids":{rows}}}"#
        ))
    };
    let other = |n: u8, cells: &str| {
        format!(r#"{{"id":"0190163d-8694-739b-aea5-966c26f8ad{n:02}","cells":{{{cells}}}}}"#)
    };
    assert_eq!(rows(r#"{"rows":[]}"#), ["kids too-few-rows"]);
    assert_eq!(rows(r#"{"text":"x"}"#), ["kids wrong-type"]);
    assert_eq!(
        rows(&format!(r#"{{"rows":[{ROW},{ROW}]}}"#)),
        ["kids row-invalid"]
    );
    assert_eq!(
        rows(&format!(
            r#"{{"rows":[{ROW},{},{}]}}"#,
            other(1, ""),
            other(2, "")
        )),
        ["kids too-many-rows"]
    );
    assert_eq!(
        rows(&format!(
            r#"{{"rows":[{}]}}"#,
            other(1, r#""age":{"integer":18}"#)
        )),
        ["age too-large"]
    );
    assert_eq!(
        rows(&format!(
            r#"{{"rows":[{}]}}"#,
            other(1, r#""age":{"integer":3},"note":{"text":"x"}"#)
        )),
        ["note hidden-field"]
    );
    assert_eq!(
        rows(&format!(
            r#"{{"rows":[{}]}}"#,
            other(1, r#""age":{"integer":3},"x":{"text":"x"}"#)
        )),
        ["x unknown-field"]
    );
}

#[test]
fn errors_are_bounded() {
    let extra: Vec<_> = (0..5_000)
        .map(|n| format!(r#""x{n}":{{"text":"x"}}"#))
        .collect();
    assert!(told(&format!("{{{}}}", extra.join(","))).len() <= 210);
}
