//! What conditions may say, and what they decide.

use crate::world::{HEAD, TODAY, answers, compile, form};
use parvis_form::{Form, Journey};

const FIELDS: &str = "- step: one
  title: Une
  elements:
  - {field: age, label: A, kind: integer, min: -100, max: 1000, optional: true}
  - {field: limit, label: L, kind: integer, optional: true}
  - {field: rent, label: R, kind: amount, optional: true}
  - {field: width, label: W, kind: decimal, decimals: 1, optional: true}
  - {field: depth, label: W, kind: decimal, decimals: 3, optional: true}
  - {field: town, label: V, kind: short_text, optional: true}
  - {field: born, label: N, kind: date, optional: true}
  - {field: met, label: M, kind: date_time, optional: true}
  - {field: seen, label: M, kind: date_time, optional: true}
  - {field: wished, label: C, kind: consent, optional: true}
  - {field: agree, label: D, kind: yes_no, optional: true}
  - {field: colour, label: C, kind: choice, optional: true, options: [{value: red, label: R}, {value: blue, label: B}]}
  - {field: other, label: O, kind: choice, optional: true, options: [{value: red, label: R}, {value: green, label: G}]}
  - {field: shape, label: S, kind: choice, optional: true, options: [{value: round, label: R}, {value: flat, label: F}]}
  - {field: meals, label: M, kind: choices, optional: true, options: [{value: noon, label: M}, {value: evening, label: S}]}
  - {field: home, label: H, kind: address, optional: true}
  - {field: place, label: P, kind: commune, abroad: true, optional: true}
  - {field: person, label: I, kind: identity, birth_date: optional, birth_place: optional, optional: true}
  - {field: proof, label: J, kind: piece, other_way: true, optional: true}
  - {block: kids, title: K, row_title: Enfant, max: 10, fields: [{field: kid_age, label: A, kind: integer, optional: true}, {field: kid_meals, label: M, kind: choices, optional: true, options: [{value: noon, label: M}, {value: evening, label: S}]}]}
";

fn with(condition: &str) -> String {
    format!(
        "{FIELDS}- step: two\n  title: Deux\n  elements:\n  - {{field: z, label: Z, kind: email, if: \"{condition}\"}}\n  - {{field: later, label: Z, kind: email}}\n"
    )
}

fn shows(form: &Form, json: &str) -> bool {
    let journey = Journey::new(form, &answers(json), TODAY);
    journey
        .step("two")
        .unwrap()
        .fields()
        .any(|(field, _)| field.id.as_str() == "z")
}

/// Checks a condition against several answers.
fn check(condition: &str, cases: &[(&str, bool)]) {
    let form = form(&with(condition));
    for (json, expected) in cases {
        assert_eq!(shows(&form, json), *expected, "{condition} with {json}");
    }
}

fn refused(condition: &str) -> String {
    let problems = compile(&format!("{HEAD}{}", with(condition)))
        .err()
        .unwrap_or_default();
    problems
        .first()
        .map(|problem| problem.message.clone())
        .unwrap_or_default()
}

#[test]
fn comparisons_decide() {
    check(
        "age >= 18",
        &[
            (r#"{"age":{"integer":18}}"#, true),
            (r#"{"age":{"integer":17}}"#, false),
        ],
    );
    check(
        "age + 2 * limit > -3 - 1",
        &[
            (r#"{"age":{"integer":1},"limit":{"integer":0}}"#, true),
            (r#"{"age":{"integer":-4},"limit":{"integer":0}}"#, false),
        ],
    );
    check(
        "town == 'Rennes'",
        &[
            (r#"{"town":{"text":"Rennes"}}"#, true),
            (r#"{"town":{"text":"rennes"}}"#, false),
        ],
    );
    check(
        "town.startsWith('Ren') && !town.contains('x') && town.endsWith('s')",
        &[(r#"{"town":{"text":"Rennes"}}"#, true)],
    );
    check("size(town) == 2", &[(r#"{"town":{"text":"Éé"}}"#, true)]);
    check(
        "born < date('2008-11-23') && year(born) > 1900",
        &[
            (r#"{"born":{"date":"2008-11-22"}}"#, true),
            (r#"{"born":{"date":"2008-11-23"}}"#, false),
        ],
    );
    check(
        "agree",
        &[
            (r#"{"agree":{"yes_no":true}}"#, true),
            (r#"{"agree":{"yes_no":false}}"#, false),
        ],
    );
    check("agree == false", &[(r#"{"agree":{"yes_no":false}}"#, true)]);
    check(
        "colour != 'red'",
        &[
            (r#"{"colour":{"choice":"blue"}}"#, true),
            (r#"{"colour":{"choice":"red"}}"#, false),
        ],
    );
    check(
        "colour == other",
        &[(
            r#"{"colour":{"choice":"red"},"other":{"choice":"red"}}"#,
            true,
        )],
    );
    check(
        "colour in ['red', 'blue'] && age in [1, 2]",
        &[
            (r#"{"colour":{"choice":"red"},"age":{"integer":2}}"#, true),
            (r#"{"colour":{"choice":"red"},"age":{"integer":3}}"#, false),
        ],
    );
    check(
        "(agree ? age : limit) > 5",
        &[
            (r#"{"agree":{"yes_no":false},"limit":{"integer":6}}"#, true),
            (r#"{"agree":{"yes_no":true},"limit":{"integer":6}}"#, false),
        ],
    );
}

#[test]
fn amounts_and_decimals_decide() {
    check(
        "rent > eur('99.99')",
        &[
            (r#"{"rent":{"amount":{"cents":10000}}}"#, true),
            (r#"{"rent":{"amount":{"cents":9999}}}"#, false),
            ("{}", false),
        ],
    );
    check(
        "rent in [eur('5'), eur('6.5')]",
        &[(r#"{"rent":{"amount":{"cents":650}}}"#, true)],
    );
    check(
        "width <= decimal('1.50') && width == depth",
        &[
            (
                r#"{"width":{"decimal":"1.5"},"depth":{"decimal":"1.500"}}"#,
                true,
            ),
            (
                r#"{"width":{"decimal":"1.6"},"depth":{"decimal":"1.600"}}"#,
                false,
            ),
            (
                r#"{"width":{"decimal":"1.5"},"depth":{"decimal":"1.501"}}"#,
                false,
            ),
        ],
    );
}

#[test]
fn amounts_are_compared_with_amounts_written_out() {
    for (condition, message) in [
        ("rent > 100", "an amount is compared with an amount"),
        ("rent == width", "an amount is compared with an amount"),
        (
            "width > 1",
            "a decimal number is compared with a decimal number",
        ),
        ("rent > eur(100)", "the amount is not written out"),
        ("rent > eur('1,5')", "`1,5` is not an amount"),
        ("rent > eur('1.505')", "`1.505` is not an amount"),
        ("width > 1.5", "numbers with a decimal part decide nothing"),
        ("width > decimal('a')", "`a` is not a decimal number"),
        ("rent", "a condition is true or false, this is an amount"),
    ] {
        assert_eq!(refused(condition), message, "{condition}");
    }
}

#[test]
fn moments_and_consents_decide() {
    check(
        "met < seen && met.date == date('2026-03-02')",
        &[
            (
                r#"{"met":{"date_time":"2026-03-02T09:00:00"},"seen":{"date_time":"2026-03-02T09:01:00"}}"#,
                true,
            ),
            (
                r#"{"met":{"date_time":"2026-03-02T09:00:00"},"seen":{"date_time":"2026-03-02T09:00:00"}}"#,
                false,
            ),
        ],
    );
    check(
        "wished",
        &[(r#"{"wished":{"consent":true}}"#, true), ("{}", false)],
    );
    check("!answered(wished)", &[("{}", true)]);
}

#[test]
fn parts_of_answers_decide() {
    check(
        "home.postcode.startsWith('35') && home.commune_code == '35238'",
        &[(
            r#"{"home":{"address":{"street":"r","postcode":"35000","commune_code":"35238","commune":"Rennes"}}}"#,
            true,
        )],
    );
    check(
        "place.departement == '2A'",
        &[(
            r#"{"place":{"place":{"commune":{"code":"2A004","name":"Ajaccio","departement":"2A"}}}}"#,
            true,
        )],
    );
    check(
        "answered(place.country)",
        &[
            (
                r#"{"place":{"place":{"abroad":{"country_code":"99109","country":"Allemagne","town":"Bonn"}}}}"#,
                true,
            ),
            (
                r#"{"place":{"place":{"commune":{"code":"2A004","name":"Ajaccio","departement":"2A"}}}}"#,
                false,
            ),
        ],
    );
    check(
        "person.birth_date > date('2000-01-01')",
        &[
            (
                r#"{"person":{"identity":{"family_name":"L","first_names":"Z","birth_date":"2001-01-01"}}}"#,
                true,
            ),
            (
                r#"{"person":{"identity":{"family_name":"L","first_names":"Z"}}}"#,
                false,
            ),
        ],
    );
    check(
        "proof.other_way && size(proof) == 0",
        &[(
            r#"{"proof":{"pieces":{"files":[],"other_way":true}}}"#,
            true,
        )],
    );
}

const TWO_KIDS: &str = r#"{"kids":{"rows":[
    {"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"kid_age":{"integer":3}}},
    {"id":"0190163d-8694-739b-aea5-966c26f8ad92","cells":{"kid_age":{"integer":9},"kid_meals":{"choices":["noon"]}}}]}}"#;

#[test]
fn rows_and_choices_are_gone_through() {
    check(
        "kids.exists(kid, kid.kid_age > 6)",
        &[(TWO_KIDS, true), ("{}", false)],
    );
    check("kids.all(kid, kid.kid_age > 6)", &[(TWO_KIDS, false)]);
    check("kids.all(kid, kid.kid_age > limit)", &[(TWO_KIDS, false)]);
    check(
        "kids.exists(kid, 'noon' in kid.kid_meals)",
        &[(TWO_KIDS, true)],
    );
    check(
        "kids.exists(kid, !answered(kid.kid_meals))",
        &[(TWO_KIDS, true)],
    );
    check("size(kids) == 2", &[(TWO_KIDS, true)]);
    check(
        "'noon' in meals",
        &[
            (r#"{"meals":{"choices":["noon"]}}"#, true),
            (r#"{"meals":{"choices":["evening"]}}"#, false),
        ],
    );
    check(
        "meals.all(meal, meal == 'noon')",
        &[
            (r#"{"meals":{"choices":["noon"]}}"#, true),
            (r#"{"meals":{"choices":["noon","evening"]}}"#, false),
        ],
    );
    check(
        "meals.exists(meal, meal in ['noon'])",
        &[(r#"{"meals":{"choices":["noon"]}}"#, true)],
    );
}

#[test]
fn a_condition_that_needs_a_missing_answer_is_false() {
    for condition in [
        "age > 3",
        "!(age > 3)",
        "age == limit",
        "age != 3",
        "!agree",
        "agree == false",
        "colour != 'red'",
        "!('noon' in meals)",
        "size(town) == 0",
        "size(kids) == 0",
        "kids.all(kid, kid.kid_age > 0)",
        "agree ? true : true",
        "age > 3 || town == 'x'",
        "!(agree && age > 3)",
    ] {
        check(condition, &[("{}", false)]);
    }
}

#[test]
fn what_is_decided_without_the_missing_answer_stays_decided() {
    check(
        "age > 3 || town == 'x'",
        &[
            (r#"{"town":{"text":"x"}}"#, true),
            (r#"{"age":{"integer":4}}"#, true),
            (r#"{"age":{"integer":2}}"#, false),
        ],
    );
    check(
        "!(age > 3 && town == 'x')",
        &[
            (r#"{"town":{"text":"y"}}"#, true),
            (r#"{"town":{"text":"x"}}"#, false),
        ],
    );
    check(
        "kids.exists(kid, 'noon' in kid.kid_meals) && !kids.all(kid, kid.kid_age > 6)",
        &[(TWO_KIDS, true)],
    );
}

#[test]
fn an_author_asks_whether_a_field_is_answered() {
    check(
        "!answered(age) || age > 3",
        &[
            ("{}", true),
            (r#"{"age":{"integer":4}}"#, true),
            (r#"{"age":{"integer":2}}"#, false),
        ],
    );
    check(
        "has(age) && !has(kids)",
        &[("{}", false), (r#"{"age":{"integer":2}}"#, true)],
    );
}

#[test]
fn an_overflow_decides_nothing() {
    check(
        "limit * limit * limit * limit > 0",
        &[(r#"{"limit":{"integer":999999999}}"#, false)],
    );
    check(
        "!(limit * limit * limit * limit > 0)",
        &[(r#"{"limit":{"integer":999999999}}"#, false)],
    );
}

#[test]
fn answers_of_a_wrong_type_decide_nothing() {
    for json in [
        r#"{"age":{"text":"x"}}"#,
        r#"{"age":{"rows":[]}}"#,
        r#"{"age":{"yes_no":true}}"#,
    ] {
        check("age > 3 || !(age > 3)", &[(json, false)]);
    }
    check(
        "kids.exists(kid, kid.kid_age > 6)",
        &[(r#"{"kids":{"text":"x"}}"#, false)],
    );
}

#[test]
fn what_is_wrongly_typed_is_refused() {
    for (condition, message) in [
        ("age", "a condition is true or false, this is an integer"),
        ("age == '3'", "an integer is never equal to a text"),
        ("age > 1.5", "numbers with a decimal part decide nothing"),
        ("age == null", "`null` is not used"),
        ("age == 3u", "unsigned numbers are not used"),
        (
            "town < 'x'",
            "only numbers, amounts and dates have an order, this is a text",
        ),
        ("colour == 'green'", "`green` is not one of the options"),
        (
            "colour in ['red', 'pink']",
            "`pink` is not one of the options",
        ),
        (
            "colour == town",
            "a choice is compared with one of its options",
        ),
        ("colour == shape", "these two choices share no option"),
        ("'dinner' in meals", "`dinner` is not one of the options"),
        ("meals == 'noon'", "several choices are not compared"),
        (
            "meals.exists(meal, meal == 'dinner')",
            "`dinner` is not one of the options",
        ),
        ("nowhere > 3", "no field is called `nowhere`"),
        ("later == 'x'", "`later` is asked after this condition"),
        (
            "kid_age > 3",
            "`kid_age` stands inside the block `kids`, which has several rows",
        ),
        (
            "kids.exists(kid, kid.town == 'x')",
            "the block `kids` has no field `town`",
        ),
        ("kids.exists(kid, kid)", "`kid` is a row"),
        (
            "kids.exists(age, true)",
            "`age` is already the name of a field",
        ),
        (
            "kids.exists(kid, kids.exists(other, other.kid_age > 1))",
            "what goes through rows does not stand inside another",
        ),
        (
            "kids.map(kid, kid.kid_age)",
            "there is no function `map` with these arguments",
        ),
        (
            "kids[0].kid_age > 1",
            "the name of a field is expected here",
        ),
        (
            "town.matches('(a+)+')",
            "there is no function `matches` with these arguments",
        ),
        ("age / town > 1", "`/` does not take an integer and a text"),
        ("town % 2 == 'x'", "`%` does not take a text and an integer"),
        ("town + 'x' == 'x'", "`+` does not take a text and a text"),
        ("born > date('2020-02-30')", "`2020-02-30` is not a date"),
        ("born > date(town)", "the date is not written out"),
        ("home == 'x'", "an address is never equal to a text"),
        ("home.town == 'x'", "an address has no part `town`"),
        (
            "(agree ? 1 : town) == 1",
            "the two results have no common type: an integer and a text",
        ),
        ("true", "the condition looks at no field"),
        ("[1, 2] == [1]", "a list stands only after `in`"),
        ("{'a': 1}.a == 1", "the name of a field is expected here"),
        ("age in []", "nothing is in an empty list"),
        (
            "age in limit",
            "`in` looks into several choices or a list, this is an integer",
        ),
        ("size(age) > 1", "an integer has no size"),
    ] {
        assert_eq!(refused(condition), message, "{condition}");
    }
}

#[test]
fn conditions_that_wait_for_each_other_are_refused() {
    let text = format!(
        "{HEAD}- step: one\n  title: Une\n  elements:
  - {{field: a, label: A, kind: yes_no, if: b}}
  - {{field: b, label: B, kind: yes_no, if: c}}
  - {{field: c, label: C, kind: yes_no, if: a}}
"
    );
    let problems: Vec<_> = compile(&text)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        problems[0],
        "procedure.yaml:10:44: `a` and `b` wait for each other; expected a field that is asked before"
    );
    assert_eq!(
        problems[1],
        "procedure.yaml:11:44: `b` and `c` wait for each other; expected a field that is asked before"
    );
}

#[test]
fn the_condition_of_a_step_does_not_see_its_own_fields() {
    let text = format!(
        "{HEAD}- step: one\n  title: Une\n  if: a\n  elements:\n  - {{field: a, label: A, kind: yes_no}}\n"
    );
    assert_eq!(
        compile(&text).unwrap_err()[0].message,
        "`a` is asked after this condition"
    );
}

#[test]
fn a_row_sees_its_own_earlier_fields_and_what_is_before_the_block() {
    let form = form("- step: one\n  title: Une\n  elements:
  - {field: enough, label: E, kind: integer}
  - {block: kids, title: K, row_title: Enfant, fields: [{field: age, label: A, kind: integer}, {field: school, label: S, kind: short_text, if: age > enough}]}
");
    let json = r#"{"enough":{"integer":5},"kids":{"rows":[
        {"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"age":{"integer":3}}},
        {"id":"0190163d-8694-739b-aea5-966c26f8ad92","cells":{"age":{"integer":9}}}]}}"#;
    let journey = Journey::new(&form, &answers(json), TODAY);
    let rows: Vec<_> = journey.steps()[0]
        .fields()
        .filter_map(|(field, row)| Some((row?.1, field.id.to_string())))
        .collect();
    assert_eq!(
        rows.iter()
            .map(|(_, name)| name.as_str())
            .collect::<Vec<_>>(),
        ["age", "age", "school"]
    );
    let inside = "- step: one\n  title: Une\n  elements:
  - {block: kids, title: K, row_title: Enfant, fields: [{field: age, label: A, kind: integer, if: size(kids) > 1}]}\n";
    let problems = compile(&format!("{HEAD}{inside}")).unwrap_err();
    assert_eq!(
        problems[0].message,
        "the condition stands inside the block `kids`"
    );
}

#[test]
fn long_deep_and_dear_conditions_are_refused() {
    let long = format!("age > 3{}", " || age > 3".repeat(200));
    assert_eq!(
        refused(&long),
        "the condition is longer than 2000 characters"
    );
    let wide = format!("age > 3{}", " || age > 3".repeat(150));
    assert_eq!(refused(&wide), "");
    let deep = format!("{}agree{}", "(agree && !".repeat(40), ")".repeat(40));
    assert!(!refused(&deep).is_empty());
    let brackets = format!("{}agree{}", "(".repeat(900), ")".repeat(900));
    assert!(!refused(&brackets).is_empty());
    let dear = format!(
        "kids.exists(kid, town.contains('x'){})",
        " || town.contains('y')".repeat(60)
    );
    assert!(
        refused(&dear).starts_with("the condition costs"),
        "{}",
        refused(&dear)
    );
}

#[test]
fn a_simple_condition_is_read_for_people_and_a_learned_one_is_quoted() {
    use parvis_form::Reading;
    let elements = |condition: &str| {
        format!(
            "  - {{field: kind, label: Type, kind: choice, options: [{{value: a, label: Un a}}, {{value: b, label: Un b}}]}}
  - {{field: ill, label: Malade, kind: yes_no}}
  - {{field: age, label: Âge, kind: integer}}
  - {{field: last, label: Fin, kind: short_text, if: \"{condition}\"}}
"
        )
    };
    let reading = |condition: &str| {
        let form = crate::world::step(&elements(condition));
        let last = form.field("last").unwrap();
        last.condition.as_ref().unwrap().reading(&form)
    };
    let chosen = |words: &[&str], is| Reading::Chosen {
        field: "kind".parse().unwrap(),
        options: words
            .iter()
            .map(|word| parvis_form::Text::french(*word))
            .collect(),
        is,
    };
    let ill = |yes| Reading::YesNo {
        field: "ill".parse().unwrap(),
        yes,
    };
    assert_eq!(reading("kind == 'a'"), chosen(&["Un a"], true));
    assert_eq!(reading("kind != 'b'"), chosen(&["Un b"], false));
    assert_eq!(
        reading("kind in ['a', 'b']"),
        chosen(&["Un a", "Un b"], true)
    );
    assert_eq!(
        reading("kind == 'a' || kind == 'b'"),
        chosen(&["Un a", "Un b"], true)
    );
    assert_eq!(
        reading("kind == 'a' && !ill"),
        Reading::All(vec![chosen(&["Un a"], true), ill(false)])
    );
    assert_eq!(
        reading("ill || age > 3"),
        Reading::Learned("ill || age > 3".to_owned())
    );
    assert!(matches!(
        reading("!answered(age)"),
        Reading::Answered { is: false, .. }
    ));
}
