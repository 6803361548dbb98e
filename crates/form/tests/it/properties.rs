//! Laws of the engine.

use std::sync::LazyLock;

use parvis_form::expression::Computed;
use parvis_form::{
    Answer, Answers, At, EntryErrorKind, Form, Journey, Part, Pruned, StepState, entries_of,
    normalise, normalise_step, prune, summary, validate,
};
use parvis_kernel::Language;
use proptest::prelude::*;

use crate::random::{Draw, numbers, random_answers, random_form};
use crate::world::{HEAD, TODAY, compile, field, json, surroundings};

fn visible_names(answers: &Pruned<'_>) -> Vec<String> {
    let journey = Journey::of_pruned(answers, TODAY);
    let mut names = Vec::new();
    for element in journey.steps().iter().flat_map(|step| &step.elements) {
        match element {
            parvis_form::JourneyElement::Field(field) => names.push(field.id.to_string()),
            parvis_form::JourneyElement::Block { block, rows } => {
                names.push(block.id.to_string());
                for row in rows {
                    names.extend(
                        row.fields
                            .iter()
                            .map(|field| format!("{}.{}", row.id, field.id)),
                    );
                }
            }
            parvis_form::JourneyElement::Explanation(_) => {}
        }
    }
    names
}

fn kept_names(answers: &Answers) -> Vec<String> {
    let mut names = Vec::new();
    for (name, answer) in answers.iter() {
        names.push(name.to_string());
        if let Answer::Rows(rows) = answer {
            for row in rows {
                names.extend(
                    row.cells
                        .iter()
                        .map(|(cell, _)| format!("{}.{cell}", row.id)),
                );
            }
        }
    }
    names
}

/// Answers one missing question as a person would.
fn give(form: &Form, answers: &mut Answers, draw: &mut Draw<'_>) -> bool {
    let journey = Journey::new(form, answers, TODAY);
    let Some(missing) = journey.missing().first() else {
        return false;
    };
    let field = form.field(missing.field.as_str()).unwrap();
    let posted = match field.kind.term() {
        "integer" => draw.below(7).to_string(),
        "amount" => format!("{},5", draw.below(7)),
        "decimal" => format!("{}.25", draw.below(7)),
        "yes_no" => ["yes", "no"][draw.below(2)].to_owned(),
        "choice" | "choices" => ["red", "blue", "green"][draw.below(3)].to_owned(),
        _ => "ab".to_owned(),
    };
    let at = missing.at();
    let entries = [(at.name(&field.id, Part::Whole), vec![posted])]
        .into_iter()
        .collect();
    let answer = normalise(field, at, &entries, &surroundings())
        .unwrap()
        .unwrap();
    let (name, row) = (
        missing.field.clone(),
        missing.row.map(|(block, row)| (block.clone(), row)),
    );
    match row {
        None => answers.insert(name, answer),
        Some((block, row)) => {
            let mut rows = answers.rows(block.as_str()).to_vec();
            rows.iter_mut()
                .find(|found| found.id == row)
                .unwrap()
                .cells
                .insert(name, answer);
            answers.insert(block, Answer::Rows(rows));
        }
    }
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_hidden_answer_survives_pruning(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let pruned = Pruned::of(&form, random_answers(&mut draw, &known, false));
        let visible = visible_names(&pruned);
        for name in kept_names(&pruned) {
            prop_assert!(visible.contains(&name), "{} is hidden", name);
        }
    }

    #[test]
    fn one_pass_of_pruning_is_enough(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let pruned = prune(&form, random_answers(&mut draw, &known, false));
        prop_assert_eq!(json(&prune(&form, pruned.clone())), json(&pruned));
    }

    #[test]
    fn a_visible_answer_is_never_pruned(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let answers = random_answers(&mut draw, &known, true);
        let pruned = Pruned::of(&form, answers.clone());
        let visible = visible_names(&pruned);
        for name in kept_names(&answers).into_iter().filter(|name| visible.contains(name)) {
            prop_assert!(kept_names(&pruned).contains(&name), "{} is lost", name);
        }
    }

    #[test]
    fn pruned_answers_are_as_valid_as_the_same_ones_given(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let pruned = Pruned::of(&form, random_answers(&mut draw, &known, false));
        prop_assert_eq!(pruned.validate(&surroundings()), validate(&form, &pruned, &surroundings()));
    }

    #[test]
    fn every_journey_ends(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let mut answers = prune(&form, random_answers(&mut draw, &known, true));
        for name in known.iter().filter(|_| draw.below(2) == 0) {
            answers.remove(&name.name);
        }
        let mut given = 0;
        while give(&form, &mut answers, &mut draw) {
            given += 1;
            prop_assert!(given <= 500, "the journey does not end");
        }
        let answers = prune(&form, answers);
        let journey = Journey::new(&form, &answers, TODAY);
        prop_assert!(journey.is_complete());
        prop_assert!(journey.steps().iter().all(|step| matches!(step.state, StepState::Complete | StepState::Optional)));
        prop_assert_eq!(validate(&form, &answers, &surroundings()), Ok(()));
    }

    #[test]
    fn walking_forward_and_back_meets_every_step_once(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let journey = Journey::new(&form, &random_answers(&mut draw, &known, false), TODAY);
        let mut met = Vec::new();
        let mut at = journey.first();
        while let Some(step) = at {
            met.push(step.step.id.clone());
            at = journey.next(step.step.id.as_str());
            if let Some(next) = at {
                prop_assert_eq!(&journey.previous(next.step.id.as_str()).unwrap().step.id, &step.step.id);
            }
        }
        prop_assert_eq!(met.len(), journey.steps().len());
    }

    #[test]
    fn a_stored_form_behaves_as_the_form(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let read = Form::from_canonical(&form.to_canonical()).unwrap();
        prop_assert_eq!(&read, &form);
        prop_assert_eq!(read.to_canonical(), form.to_canonical());
        let answers = random_answers(&mut draw, &known, false);
        prop_assert_eq!(json(&prune(&read, answers.clone())), json(&prune(&form, answers)));
    }

    #[test]
    fn what_is_computed_is_of_its_type_and_is_not_what_was_given(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let given = random_answers(&mut draw, &known, false);
        let mut without = given.clone();
        for field in known.iter().filter(|field| field.computed) {
            without.remove(&field.name);
        }
        let pruned = prune(&form, given);
        prop_assert_eq!(json(&prune(&form, without)), json(&pruned));
        for (name, answer) in pruned.iter() {
            let field = form.field(name.as_str());
            let Some(formula) = field.and_then(|field| field.kind.formula()) else { continue };
            let expected = match formula.result() {
                Computed::Integer => "integer",
                Computed::YesNo => "yes_no",
                _ => "text",
            };
            prop_assert_eq!(answer.type_name(), expected);
        }
    }

    #[test]
    fn nothing_fails_on_answers_of_any_type(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let answers = random_answers(&mut draw, &known, false);
        let journey = Journey::new(&form, &answers, TODAY);
        prop_assert!(journey.steps().len() <= form.steps().len());
        let _ = summary(&form, &answers, Language::French);
        let _ = validate(&form, &answers, &surroundings());
    }

    #[test]
    fn posting_what_was_kept_keeps_it(numbers in numbers()) {
        let mut draw = Draw::new(&numbers);
        let (form, known) = random_form(&mut draw);
        let answers = prune(&form, random_answers(&mut draw, &known, true));
        for met in Journey::new(&form, &answers, TODAY).steps() {
            let mut entries = parvis_form::Entries::new();
            for (field, row) in met.fields() {
                let (at, answer) = match row {
                    None => (At::Form, answers.get(field.id.as_str())),
                    Some((block, row)) => {
                        entries.entry(block.to_string()).or_default().push(row.to_string());
                        (At::Row { block, row }, answers.row(block.as_str(), row).and_then(|row| row.cells.get(field.id.as_str())))
                    }
                };
                if let Some(answer) = answer {
                    entries.extend(entries_of(field, at, answer));
                }
            }
            for rows in entries.values_mut() {
                rows.dedup();
            }
            let read = normalise_step(&form, met.step, &answers, &entries, &surroundings());
            prop_assert_eq!(json(&read.answers), json(&answers));
            prop_assert!(read.errors.iter().all(|error| error.kind == EntryErrorKind::Required));
        }
    }
}

const KINDS: &[&str] = &[
    "short_text, max_length: 12",
    "long_text",
    "integer, min: -99999",
    "decimal, decimals: 2, min: \"-5\", unit: {fr: m², en: sq m}",
    "decimal, decimals: 0",
    "amount, min: -100",
    "date_time",
    "date_time, future: true, before: 2030-01-01",
    "date, after: 1984-01-01, before: 2026-12-31",
    "date, min_age: 16, max_age: 99",
    "identity, birth_date: required, min_age: 18",
    "short_text, pattern: '[a-z]{1,3}', example: abc, pattern_message: Trois lettres",
    "consent",
    "signature",
    "date",
    "date, past: true",
    "yes_no",
    "choice, options: [{value: a, label: A}, {value: b, label: B}]",
    "choices, options: [{value: a, label: A}, {value: b, label: B}]",
    "email",
    "phone",
    "select, options: [{value: a, label: A}, {value: b, label: B}]",
    "siren",
    "siret",
    "iban, sensitivity: sensitive",
    "vehicle_plate",
    "vehicle_plate, abroad: true",
    "address",
    "commune",
    "commune, scope: current_and_former, abroad: true",
    "identity",
    "identity, birth_date: optional, birth_place: optional",
    "piece",
    "piece, other_way: true",
    "choice, other: true, options: [{value: a, label: A}, {value: b, label: B}]",
    "choices, other: true, options: [{value: a, label: A}, {value: b, label: B}]",
    "table, table: {value: code, label: nom, columns: {n: integer}, csv: \"code,nom,n\\na,Rennes,1\\nb,Bruz,\\n1,a,2\"}",
    LONG_TABLE,
    "departement",
    "region",
    "country",
    "epci",
    "association",
    "company",
    "school",
    "dossier",
    "map",
    "map, shapes: [point, line, area]",
    "linked, options: [{value: a, label: A, options: [{value: a, label: A}, {value: b, label: B}]}, {value: b, label: B}]",
];

/// Looked for by its words: two rows bear one name, and a value is the name of another row.
const LONG_TABLE: &str = "table, table: {value: code, label: nom, csv: \"code,nom\\na,Rennes\\nb,Rennes\\n1,a\\n2,Bruz\\n3,Bonn\\n4,L4\\n5,L5\\n6,L6\\n7,L7\\n8,L8\\n9,L9\\n10,L10\\n11,L11\\n12,L12\\n13,L13\\n14,L14\\n15,L15\\n16,L16\\n17,L17\\n18,L18\\n19,L19\\n20,L20\\n21,L21\\n22,L22\\n23,L23\\n24,L24\\n25,L25\\n26,L26\\n27,L27\\n28,L28\\n29,L29\"}";

static FIELDS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    KINDS
        .iter()
        .map(|kind| field(&format!("kind: {kind}, optional: true")))
        .collect()
});

/// What another program checks the answers of each against.
static SCHEMAS: LazyLock<Vec<jsonschema::Validator>> = LazyLock::new(|| {
    let schemas = FIELDS.iter().map(|form| form.answers_schema());
    schemas
        .map(|schema| jsonschema::draft202012::new(&schema).unwrap())
        .collect()
});

/// What people type, right, nearly right and wrong.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "Rennes",
            "rennes ",
            "35000",
            "St-Denis 93",
            "Bruz",
            "35238",
            "35047",
            "Bonn",
            "other",
            "2a",
            "Corse",
            "germany",
            "bretagne",
            "W351000123",
            "w 351 000 124",
            "732 829 320 00074",
            "0750655e",
            "7k2m-94qd",
            "48.1, -1.6",
            "48,1 ; -1,6\n48,2 ; -1,6\n48,2 ; -1,7",
            "0 0\n0 1\n1 1\n1 0\n",
            "area",
            "line",
            "99109",
            "a",
            "b",
            "yes",
            "no",
            "1",
            "02",
            "mars",
            "1984",
            "2026",
            "06 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "0692123456",
            "+44 20 7946 0018",
            "Zoe@Exemple.FR",
            "a@b.fr",
            "de La  Tour",
            "Anne, Marie",
            "O’Neil",
            "-3",
            "12 000",
            "14h30",
            "2:30 pm",
            "123 456 782",
            "123.456.782-00010",
            "fr14 2004 1010 0505 0001 3m02 606",
            "ab 344 ca",
            "123 abc 45",
            "1-abc-234",
            "1 234,50",
            "12.5",
            "€3",
            "3,2 m²",
            "0",
            "",
            " ",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,14}",
        "[0-9+ ().]{0,16}",
        "-?[0-9]{0,4}[ ,.€]?[0-9]{0,3}[,.]?[0-9]{0,3} ?(€|m²)?",
        "[a-zé\u{300}\u{301}\u{200b}\u{a0}'’ -]{0,14}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn reading_what_was_kept_keeps_the_same(kind in 0..KINDS.len(), values in prop::collection::vec(typed(), 14)) {
        let field = FIELDS[kind].field("f").unwrap();
        let names = field.kind.input_names(&field.id);
        let entries = names.into_iter().zip(values.into_iter().map(|value| vec![value])).collect();
        if let Ok(Some(answer)) = normalise(field, At::Form, &entries, &surroundings()) {
            let shown = entries_of(field, At::Form, &answer);
            let again = normalise(field, At::Form, &shown, &surroundings());
            prop_assert_eq!(again.map(|answer| answer.map(|answer| json(&answer))), Ok(Some(json(&answer))));
            let answered = serde_json::json!({ "f": answer });
            prop_assert!(SCHEMAS[kind].is_valid(&answered), "{answered}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_as_a_condition_is_read_or_told(text in prop_oneof![any::<String>(), "[a-z0-9()!&|<>=+*/?:.,'\"\\[\\]{} -]{0,60}", "(f|in|size|answered|exists|all|true|'x'|1|2u|1.5|null|\\(|\\)|\\[|\\]|\\.|,|\\?|:|&&|\\|\\||!|==|<| ){0,30}"]) {
        let quoted = serde_json::to_string(&text).unwrap();
        let _ = compile(&format!("{HEAD}- step: one\n  title: U\n  elements:\n  - {{field: f, label: F, kind: yes_no}}\n  - {{field: z, label: Z, kind: email, if: {quoted}}}\n"));
    }
}
