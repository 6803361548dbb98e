//! Choices with something else, tables of authors, choices in two levels.

use crate::world::{HEAD, TODAY, compile, entries, field, form, json, surroundings};
use parvis_form::{
    ASKED_INPUT, Answer, Answers, At, EntryError, EntryErrorKind, Form, Journey, Kind, StepEntries,
    normalise, normalise_step,
};

fn read(form: &Form, pairs: &[(&str, &str)]) -> Result<Option<Answer>, Vec<EntryError>> {
    let field = form.field("f").unwrap();
    normalise(field, At::Form, &entries(pairs), &surroundings())
}

fn kept(rest: &str, pairs: &[(&str, &str)]) -> String {
    json(&read(&field(rest), pairs).unwrap())
}

fn refused(rest: &str, pairs: &[(&str, &str)]) -> String {
    let errors = read(&field(rest), pairs).unwrap_err();
    assert_eq!(errors.len(), 1, "{errors:?}");
    let key = errors[0].key().replace("field-error-", "");
    format!("{key} at {}", errors[0].input_name())
}

/// What is wrong with a field, line and column counted from the first line of the steps.
fn problems(rest: &str) -> Vec<String> {
    let head = HEAD.lines().count() as u64;
    let steps =
        format!("- step: one\n  title: Une\n  elements:\n  - field: f\n    label: F\n{rest}");
    let problems = compile(&format!("{HEAD}{steps}")).unwrap_err();
    let lines = problems.into_iter().map(|mut problem| {
        problem.file = "f".to_owned();
        problem.line -= head;
        problem.to_string()
    });
    lines.collect()
}

const OTHER: &str =
    "kind: choice, other: true, options: [{value: a, label: A}, {value: b, label: B}]";
const OTHERS: &str =
    "kind: choices, other: true, options: [{value: a, label: A}, {value: b, label: B}]";

#[test]
fn something_else_is_kept_in_words() {
    assert_eq!(
        kept(OTHER, &[("f", "a"), ("f-other", "x")]),
        r#"{"choice":"a"}"#
    );
    assert_eq!(
        kept(OTHER, &[("f", "other"), ("f-other", " une  luge ")]),
        r#"{"other_choice":"une luge"}"#
    );
    // A page without script and without style shows the text from the start.
    assert_eq!(
        kept(OTHER, &[("f-other", "une luge")]),
        r#"{"other_choice":"une luge"}"#
    );
    assert_eq!(
        refused(OTHER, &[("f", "other")]),
        "required-other at f-other"
    );
    assert_eq!(refused(OTHER, &[("f", "c")]), "unknown-option at f");
    assert_eq!(
        refused(OTHER, &[("f", "other"), ("f-other", &"x".repeat(201))]),
        "too-long at f-other"
    );
    assert_eq!(
        refused(
            "kind: choice, options: [{value: a, label: A}, {value: b, label: B}]",
            &[("f", "other")]
        ),
        "unknown-option at f"
    );
}

#[test]
fn something_else_is_kept_beside_what_is_ticked() {
    assert_eq!(
        kept(
            OTHERS,
            &[("f", "other"), ("f", "b"), ("f-other", "une luge")]
        ),
        r#"{"other_choices":{"chosen":["b","other"],"text":"une luge"}}"#
    );
    assert_eq!(
        kept(OTHERS, &[("f-other", "une luge")]),
        r#"{"other_choices":{"chosen":["other"],"text":"une luge"}}"#
    );
    // Unticked again: the text that is hidden counts no more.
    assert_eq!(
        kept(OTHERS, &[("f", "a"), ("f-other", "x")]),
        r#"{"choices":["a"]}"#
    );
    assert_eq!(
        refused(OTHERS, &[("f", "a"), ("f", "other")]),
        "required-other at f-other"
    );
}

#[test]
fn conditions_see_something_else_as_other() {
    let form = form(&format!(
        "- step: one\n  title: Une\n  elements:
  - {{field: f, label: F, {OTHER}}}\n  - {{field: g, label: G, {OTHERS}}}
  - {{field: x, label: X, kind: email, if: f == 'other'}}\n  - {{field: y, label: Y, kind: email, if: \"'other' in g && 'a' in g\"}}\n"
    ));
    let shown = |answers: &str| -> Vec<String> {
        let answers: Answers = serde_json::from_str(answers).unwrap();
        let journey = Journey::new(&form, &answers, TODAY);
        let fields = journey.steps()[0].fields();
        fields.map(|(field, _)| field.id.to_string()).collect()
    };
    let all =
        r#"{"f":{"other_choice":"x"},"g":{"other_choices":{"chosen":["a","other"],"text":"x"}}}"#;
    assert_eq!(shown(all), ["f", "g", "x", "y"]);
    assert_eq!(
        shown(r#"{"f":{"choice":"a"},"g":{"choices":["a"]}}"#),
        ["f", "g"]
    );
}

#[test]
fn the_value_other_is_taken_when_something_else_may_be_said() {
    let found =
        problems("    kind: choice\n    other: true\n    options: [{value: other, label: A}]\n");
    assert_eq!(
        found,
        ["f:8:23: `other` is what `other: true` adds; expected another value, or no `other: true`"]
    );
}

const TABLE: &str = "kind: table, table: {value: code, label: nom, columns: {n: integer, prix: amount}, csv: \"code,nom,n,prix\\na,Mairie,3,\\nb,École,,1.5\"}";

#[test]
fn a_row_of_a_table_keeps_its_filled_cells() {
    let mairie = r#"{"table_row":{"value":"a","label":"Mairie","columns":{"code":{"text":"a"},"n":{"integer":3},"nom":{"text":"Mairie"}}}}"#;
    assert_eq!(kept(TABLE, &[("f", "a")]), mairie);
    assert_eq!(kept(TABLE, &[("f", " mairie")]), mairie);
    assert!(kept(TABLE, &[("f", "b")]).contains(r#""prix":{"amount":{"cents":150}}"#));
    assert_eq!(refused(TABLE, &[("f", "c")]), "unknown-option at f");
}

#[test]
fn conditions_see_the_columns_of_a_table() {
    let form = form(&format!(
        "- step: one\n  title: Une\n  elements:\n  - {{field: f, label: F, {TABLE}}}
  - {{field: many, label: M, kind: email, if: f.n > 2}}\n  - {{field: few, label: N, kind: email, if: \"!(f.n > 2)\"}}
  - {{field: b, label: B, kind: email, if: f.code == 'b' && f.nom == 'École'}}\n  - {{field: dear, label: D, kind: email, if: f.prix > eur('1.40')}}\n  - {{field: none, label: N, kind: email, if: \"answered(f) && !answered(f.n)\"}}\n"
    ));
    let shown = |code: &str| -> Vec<String> {
        let step = &form.steps()[0];
        let posted = entries(&[("f", code)]);
        let read = normalise_step(&form, step, &Answers::new(), &posted, &surroundings());
        let journey = Journey::new(&form, &read.answers, TODAY);
        let fields = journey.steps()[0].fields();
        fields.map(|(field, _)| field.id.to_string()).collect()
    };
    assert_eq!(shown("a"), ["f", "many"]);
    assert_eq!(shown("b"), ["f", "b", "dear", "none"]);
}

#[test]
fn a_condition_that_mistakes_a_table_is_told() {
    for (condition, expected) in [
        ("f == 'a'", "a row of a table is never equal to a text"),
        (
            "f.code == 'z'",
            "`z` is not one of the options; expected one of 'a', 'b'",
        ),
        ("f.n == 'z'", "an integer is never equal to a text"),
        (
            "f.m == 1",
            "a row of a table has no part `m`; expected `.code`, `.nom`, `.n`, `.prix`",
        ),
    ] {
        let text = format!(
            "{HEAD}- step: one\n  title: Une\n  elements:\n  - {{field: f, label: F, {TABLE}}}\n  - {{field: z, label: Z, kind: email, if: \"{condition}\"}}\n"
        );
        let found = compile(&text).unwrap_err();
        assert!(
            found[0].to_string().contains(expected),
            "{condition}: {found:?}"
        );
    }
}

#[test]
fn a_table_that_is_wrong_is_told_line_by_line() {
    let found = problems(
        "    kind: table
    table:
      value: cod
      label: {fr: nom, en: name}
      columns: {n: integer, prix: price}
      csv: |
        code;nom;n;2
        a;Mairie;trois;
        b;École
        c;;3;
",
    );
    insta::assert_snapshot!(found.join("\n"));
    let found = problems(
        "    kind: table\n    table:\n      value: code\n      label: nom\n      csv: |\n        code,nom\n        a,Mairie\n        a,École\n        b,\n",
    );
    assert_eq!(
        found,
        [
            "f:13:0: two rows have the value `a`; expected another value",
            "f:14:0: the cell of `nom` is empty; expected a text in every row"
        ]
    );
    let found = problems(
        "    kind: table\n    table:\n      value: code\n      label: nom\n      csv: |\n        code,nom\n        a,\"Mairie\n        b,École\n",
    );
    assert!(
        found[0].starts_with("f:12:0: the quotation mark is never closed"),
        "{found:?}"
    );
}

#[test]
fn a_table_is_bounded() {
    let rows = |count: usize| -> String {
        (0..count)
            .map(|n| format!("        v{n},Nom {n}\n"))
            .collect()
    };
    let table = |count: usize| {
        format!(
            "    kind: table\n    table:\n      value: code\n      label: nom\n      csv: |\n        code,nom\n{}",
            rows(count)
        )
    };
    assert!(problems(&table(5_001))[0].contains("expected 2 to 5000 rows"));
    assert!(problems(&table(1))[0].contains("expected 2 to 5000 rows"));
    let steps = format!(
        "- step: one\n  title: Une\n  elements:\n  - field: f\n    label: F\n{}",
        table(5_000)
    );
    let form = form(&steps);
    let Kind::Table(kind) = &form.field("f").unwrap().kind else {
        panic!("not a table");
    };
    assert!(kind.is_searched());
    let found = read(&form, &[("f", "nom 4999")]).unwrap();
    assert!(json(&found).contains(r#""value":"v4999""#));
}

/// A table that is looked into: 40 stops, three of which are called alike.
fn searched() -> String {
    let rows: String = (0..37).map(|n| format!("s{n},Arrêt {n}\\n")).collect();
    format!(
        "kind: table, table: {{value: code, label: nom, csv: \"code,nom\\n{rows}a,Rue Basse\\nb,Rue Basse\\nc,Place de la Rue\"}}"
    )
}

#[test]
fn a_long_table_is_looked_into_by_words() {
    let table = searched();
    let errors = read(&field(&table), &[("f", "rue")]).unwrap_err();
    let values: Vec<_> = errors[0]
        .listed()
        .iter()
        .map(|listed| listed.value.as_str())
        .collect();
    assert_eq!(values, ["a", "b", "c"]);
    let errors = read(&field(&table), &[("f", "RUE BASSE")]).unwrap_err();
    assert_eq!(errors[0].listed().len(), 2);
    let chosen = kept(&table, &[("f", "rue basse"), ("f-code", "b")]);
    assert!(chosen.contains(r#""value":"b""#), "{chosen}");
    assert_eq!(chosen, kept(&table, &[("f-code", "b")]));
    // Who corrects the text must not keep the row chosen before.
    let corrected = kept(&table, &[("f", "arret 12"), ("f-code", "b")]);
    assert!(corrected.contains(r#""value":"s12""#), "{corrected}");
    for (typed, code) in [("nulle part", ""), ("-", ""), ("", "zz")] {
        let told = refused(&table, &[("f", typed), ("f-code", code)]);
        assert_eq!(told, "listed-unknown at f", "{typed}");
    }
    assert_eq!(refused(&table, &[("f", " ")]), "required-choice at f");
    let errors = read(&field(&table), &[("f", "a")]);
    assert!(json(&errors.unwrap()).contains(r#""value":"a""#));
    assert!(matches!(
        &read(&field(&table), &[("f", "arr")]).unwrap_err()[0].kind,
        EntryErrorKind::ListedAmbiguous { candidates } if candidates.len() == 37
    ));
}

const LINKED: &str = "kind: linked, options: [{value: road, label: Voirie, options: [{value: hole, label: Trou}, {value: sign, label: Panneau}]}, {value: green, label: Parcs, options: [{value: tree, label: Arbre}]}, {value: noise, label: Bruit}]";

#[test]
fn the_second_level_depends_on_the_first() {
    assert_eq!(
        kept(LINKED, &[("f", "road"), ("f-second", "hole")]),
        r#"{"linked":{"first":"road","second":"hole"}}"#
    );
    assert_eq!(
        kept(LINKED, &[("f", "noise"), ("f-second", "hole")]),
        r#"{"linked":{"first":"noise"}}"#
    );
    assert_eq!(
        refused(LINKED, &[("f", "road")]),
        "required-second at f-second"
    );
    assert_eq!(
        refused(LINKED, &[("f", "green"), ("f-second", "hole")]),
        "unknown-option at f-second"
    );
    assert_eq!(refused(LINKED, &[("f", "x")]), "unknown-option at f");
}

#[test]
fn the_second_level_is_asked_once_the_first_is_known() {
    let form = field(LINKED);
    let post = |pairs: &[(&str, &str)]| -> StepEntries {
        let posted = entries(pairs);
        normalise_step(
            &form,
            &form.steps()[0],
            &Answers::new(),
            &posted,
            &surroundings(),
        )
    };
    let first = post(&[(ASKED_INPUT, "f"), ("f", "road")]);
    assert!(first.errors.is_empty() && first.answers.is_empty());
    assert_eq!(first.revealed, ["f-second"]);
    let asked = [(ASKED_INPUT, "f"), (ASKED_INPUT, "f-second=road")];
    let empty = post(&[&asked[..], &[("f", "road")]].concat());
    assert_eq!(empty.errors[0].key(), "field-error-required-second");
    // The first was changed: what stood below it was for the other one.
    let changed = post(&[&asked[..], &[("f", "green"), ("f-second", "hole")]].concat());
    assert!(changed.errors.is_empty(), "{:?}", changed.errors);
    assert_eq!(changed.revealed, ["f-second"]);
    let whole = post(&[&asked[..], &[("f", "road"), ("f-second", "sign")]].concat());
    assert_eq!(
        json(&whole.answers),
        r#"{"f":{"linked":{"first":"road","second":"sign"}}}"#
    );
    let leaf = post(&[(ASKED_INPUT, "f"), ("f", "noise")]);
    assert!(leaf.revealed.is_empty() && !leaf.answers.is_empty());
}

#[test]
fn two_levels_are_two_at_most_and_of_one_kind() {
    let found = problems(
        "    kind: linked\n    options:\n    - value: a\n      label: A\n      options:\n      - {value: b, label: B, options: [{value: c, label: C}]}\n    - {value: d, label: D}\n",
    );
    assert!(
        found[0].contains("this option leads to no other"),
        "{found:?}"
    );
    let found = problems(
        "    kind: choice\n    second_label: S\n    options:\n    - {value: a, label: A, options: [{value: c, label: C}]}\n    - {value: d, label: D}\n",
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn an_element_of_an_official_list_is_read_by_its_code_or_its_name() {
    let corse = r#"{"departement":{"code":"2A","name":"Corse-du-Sud"}}"#;
    for typed in ["2A", "2a", "corse du sud"] {
        assert_eq!(kept("kind: departement", &[("f", typed)]), corse, "{typed}");
    }
    assert_eq!(
        refused("kind: departement", &[("f", "99")]),
        "unknown-option at f"
    );
    assert_eq!(
        kept("kind: region", &[("f", "53")]),
        r#"{"region":{"code":"53","name":"Bretagne"}}"#
    );
    let germany = r#"{"country":{"code":"DE","name":"Allemagne"}}"#;
    for typed in ["de", "Germany", "ALLEMAGNE"] {
        assert_eq!(kept("kind: country", &[("f", typed)]), germany, "{typed}");
    }
}

#[test]
fn an_epci_is_looked_for_by_its_words() {
    let errors = read(&field("kind: epci"), &[("f", "cc")]).unwrap_err();
    assert_eq!(errors[0].listed().len(), 2);
    let rennes = r#"{"epci":{"code":"243500139","name":"Rennes Métropole"}}"#;
    for pairs in [
        &[("f", "rennes metropole")][..],
        &[("f", "243500139")],
        &[("f", "rennes"), ("f-code", "243500139")],
    ] {
        assert_eq!(kept("kind: epci", pairs), rennes, "{pairs:?}");
    }
    assert_eq!(
        refused("kind: epci", &[("f", "brest")]),
        "listed-unknown at f"
    );
}

#[test]
fn an_element_that_was_renamed_is_still_the_same() {
    let form = field("kind: epci");
    let renamed: Answers =
        serde_json::from_str(r#"{"f":{"epci":{"code":"243500139","name":"Rennes District"}}}"#)
            .unwrap();
    assert_eq!(
        parvis_form::validate(&form, &renamed, &surroundings()),
        Ok(())
    );
    let unknown: Answers =
        serde_json::from_str(r#"{"f":{"epci":{"code":"1","name":"Rennes Métropole"}}}"#).unwrap();
    assert!(parvis_form::validate(&form, &unknown, &surroundings()).is_err());
}

#[test]
fn a_body_is_known_by_its_number_and_the_answer_says_who_named_it() {
    assert_eq!(
        kept(
            "kind: association",
            &[("f", "w 351 000 124"), ("f-name", "Le  Club")]
        ),
        r#"{"association":{"number":"W351000124","name":"Le Club","source":"declared"}}"#
    );
    // What the register says prevails over what is typed.
    assert_eq!(
        kept(
            "kind: association",
            &[("f", "W351000123"), ("f-name", "Autre")]
        ),
        r#"{"association":{"number":"W351000123","name":"Les Amis du Pré","source":"register"}}"#
    );
    assert_eq!(
        kept(
            "kind: company",
            &[("f", "732 829 320 00074"), ("f-name", "Menuiserie")]
        ),
        r#"{"company":{"number":"73282932000074","name":"Menuiserie","source":"declared"}}"#
    );
    assert_eq!(
        kept("kind: school", &[("f-name", "École du Bourg")]),
        r#"{"school":{"name":"École du Bourg","source":"declared"}}"#
    );
    assert_eq!(
        kept(
            "kind: school",
            &[("f", "0750655e"), ("f-name", "Louis-le-Grand")]
        ),
        r#"{"school":{"number":"0750655E","name":"Louis-le-Grand","source":"declared"}}"#
    );
    for (kind, posted, expected) in [
        (
            "association",
            ("f", "W35"),
            "association-number-invalid at f",
        ),
        (
            "association",
            ("f-name", "Le Club"),
            "required-association at f",
        ),
        (
            "association",
            ("f", "W351000124"),
            "required-name at f-name",
        ),
        (
            "company",
            ("f", "73282932000075"),
            "company-number-invalid at f",
        ),
        ("school", ("f", "0750655F"), "school-number-invalid at f"),
        ("school", ("f", " "), "required-school at f"),
    ] {
        assert_eq!(
            refused(&format!("kind: {kind}"), &[posted]),
            expected,
            "{kind} {posted:?}"
        );
    }
}

#[test]
fn a_name_that_the_register_changed_is_still_accepted() {
    let form = field("kind: association");
    for (number, source, right) in [
        ("W351000123", "register", true),
        ("W351000999", "register", true),
        ("W35", "register", false),
        ("W351000123", "declared", true),
    ] {
        let answers: Answers = serde_json::from_str(&format!(
            r#"{{"f":{{"association":{{"number":"{number}","name":"Ancien nom","source":"{source}"}}}}}}"#
        ))
        .unwrap();
        let valid = parvis_form::validate(&form, &answers, &surroundings());
        assert_eq!(valid.is_ok(), right, "{number} {source}");
    }
}

#[test]
fn another_dossier_is_one_of_the_person() {
    assert_eq!(
        kept("kind: dossier", &[("f", "7k2m94qd")]),
        r#"{"dossier":"7K2M-94QD"}"#
    );
    assert_eq!(
        refused("kind: dossier", &[("f", "7K2M-94QE")]),
        "dossier-not-theirs at f"
    );
    assert_eq!(
        refused("kind: dossier", &[("f", "7K2M")]),
        "dossier-number-invalid at f"
    );
    assert_eq!(
        refused("kind: dossier", &[("f", "")]),
        "required-dossier at f"
    );
}

const MAP: &str = "kind: map, shapes: [point, line, area]";

#[test]
fn a_place_is_given_by_coordinates_by_an_address_or_by_both() {
    assert_eq!(
        kept("kind: map", &[("f-coordinates", "48,117266 ; -1,677793")]),
        r#"{"location":{"geometry":{"type":"Point","coordinates":[-1.677793,48.117266]}}}"#
    );
    let address = [
        ("f-street", "rue Basse"),
        ("f-postcode", "35170"),
        ("f-commune", "Bruz"),
    ];
    let by_address = kept("kind: map", &address);
    assert!(
        by_address.starts_with(r#"{"location":{"address":{"street":"rue Basse""#),
        "{by_address}"
    );
    let both = kept(
        "kind: map",
        &[&address[..], &[("f-coordinates", "48, -1")]].concat(),
    );
    assert!(both.contains("Point") && both.contains("Bruz"), "{both}");
    assert_eq!(refused("kind: map", &[]), "required-location at f-number");
    assert_eq!(
        refused("kind: map", &[("f-coordinates", "ici")]),
        "coordinates-invalid at f-coordinates"
    );
    assert_eq!(
        refused("kind: map", &[("f-coordinates", "91, 0")]),
        "coordinates-off-globe at f-coordinates"
    );
    assert_eq!(
        refused("kind: map", &[("f-coordinates", "1, 0\n2, 0")]),
        "too-many-points at f-coordinates"
    );
    assert_eq!(
        refused("kind: map", &[("f-street", "rue Basse")]),
        "required-postcode at f-postcode"
    );
}

#[test]
fn lines_and_areas_are_drawn_point_by_point() {
    let line = [("f-shape", "line"), ("f-coordinates", "0 0\n0 1\n0 1\n1 1")];
    assert_eq!(
        kept(MAP, &line),
        r#"{"location":{"geometry":{"type":"LineString","coordinates":[[0.0,0.0],[1.0,0.0],[1.0,1.0]]}}}"#
    );
    // Clockwise and open: kept counterclockwise and closed.
    let area = [("f-shape", "area"), ("f-coordinates", "0 0\n1 0\n1 1\n0 1")];
    assert_eq!(
        kept(MAP, &area),
        r#"{"location":{"geometry":{"type":"Polygon","coordinates":[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,1.0],[0.0,0.0]]]}}}"#
    );
    for (shape, points, expected) in [
        ("line", "0 0", "too-few-points at f-coordinates"),
        (
            "area",
            "0 0\n1 1\n0 1\n1 0",
            "area-not-simple at f-coordinates",
        ),
        ("area", "0 0\n1 1\n2 2", "area-not-simple at f-coordinates"),
        ("", "0 0\n1 1\n0 1", "required-shape at f-shape"),
        ("circle", "0 0", "unknown-option at f-shape"),
    ] {
        let told = refused(MAP, &[("f-shape", shape), ("f-coordinates", points)]);
        assert_eq!(told, expected, "{shape} {points}");
    }
    // One point can only be a point.
    assert!(kept(MAP, &[("f-coordinates", "0 0")]).contains("Point"));
    let many: String = (0..501).map(|n| format!("0 0.{n:03}\n")).collect();
    assert_eq!(
        refused(MAP, &[("f-shape", "line"), ("f-coordinates", &many)]),
        "too-many-points at f-coordinates"
    );
}

#[test]
fn a_geometry_that_nobody_could_type_is_refused() {
    let form = field(MAP);
    for geometry in [
        r#"{"type":"Polygon","coordinates":[]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[9,9],[9,0],[0,0]]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9]]]}"#,
        r#"{"type":"LineString","coordinates":[[0,0]]}"#,
    ] {
        let text = format!(r#"{{"f":{{"location":{{"geometry":{geometry}}}}}}}"#);
        let answers: Answers = serde_json::from_str(&text).unwrap();
        let valid = parvis_form::validate(&form, &answers, &surroundings());
        assert!(valid.is_err(), "{geometry}");
    }
}

#[test]
fn what_cannot_be_drawn_is_told() {
    assert_eq!(
        problems("    kind: map\n    shapes: [point, circle]\n"),
        ["f:7:21: `circle` cannot be drawn; expected one of point, line, area"]
    );
    assert!(problems("    kind: map\n    shapes: []\n")[0].contains("nothing can be drawn"));
}
