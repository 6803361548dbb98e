//! Mandatory-if, checks with the author's words, and who cannot make the request.

use parvis_form::{
    Answers, EntryError, Form, Journey, StepState, Text, normalise_step, prune, validate,
};
use parvis_kernel::Language;

use crate::world::{HEAD, TODAY, answers, compile, entries, form, surroundings};

const STAY: &str = "- step: stay
  title: Séjour
  checks:
  - {rule: \"nights <= 10 || adults > 0\", message: Un adulte accompagne un long séjour.}
  ineligible:
  - if: \"age < 3\"
    message: {fr: Le séjour est ouvert à partir de 3 ans., en: Stays are open from 3 years of age.}
    who: La crèche des Tilleuls
    url: https://www.exemple.fr/creche
  - if: \"arrival < today()\"
    message: Ce séjour est déjà parti.
    who: L'accueil de la mairie
  elements:
  - {field: age, label: Âge, kind: integer}
  - {field: arrival, label: Arrivée, kind: date}
  - field: departure
    label: Départ
    kind: date
    checks:
    - {rule: \"departure >= arrival\", message: {fr: Le départ suit l'arrivée., en: Departure follows arrival.}}
    - {rule: \"departure != date('2027-05-01')\", message: Le centre est fermé le 1er mai.}
  - {field: nights, label: Nuits, kind: integer, optional: true}
  - {field: adults, label: Adultes, kind: integer, optional: true}
  - {field: diet, label: Régime, kind: yes_no}
  - {field: which, label: Lequel, kind: short_text, required_if: diet}
- step: after
  title: Suite
  elements:
  - {field: mail, label: Adresse, kind: email}
  - block: people
    title: Personnes
    row_title: Personne
    checks: [{rule: \"size(people) != 2\", message: Jamais deux.}]
    fields:
    - {field: adult, label: Adulte, kind: yes_no}
    - {field: tall, label: Taille, kind: integer, required_if: \"!adult\", checks: [{rule: \"adult || tall < 150\", message: Trop grand.}]}
";

const RIGHT: &str = r#""age":{"integer":8},"arrival":{"date":"2027-04-01"},"departure":{"date":"2027-04-08"},"diet":{"yes_no":false},"mail":{"email":"a@b.fr"}"#;

fn said(errors: &[EntryError]) -> Vec<(String, String)> {
    let said = errors.iter().map(|error| {
        let words = error
            .words()
            .map(|words| words.in_language(Language::English));
        let words = words.map_or_else(|| error.key(), str::to_owned);
        (error.input_name(), words)
    });
    said.collect()
}

fn wrong(form: &Form, json: &str) -> Vec<(String, String)> {
    let errors = validate(form, &answers(json), &surroundings());
    said(&errors.err().unwrap_or_default())
}

fn posted(form: &Form, step: &str, pairs: &[(&str, &str)]) -> (Answers, Vec<(String, String)>) {
    let step = form.step(step).unwrap();
    let read = normalise_step(
        form,
        step,
        &Answers::new(),
        &entries(pairs),
        &surroundings(),
    );
    (read.answers, said(&read.errors))
}

fn pair(input: &str, words: &str) -> (String, String) {
    (input.to_owned(), words.to_owned())
}

#[test]
fn a_field_is_mandatory_when_its_condition_holds() {
    let form = form(STAY);
    let field = form.field("which").unwrap();
    assert!(!field.is_always_optional());
    let missing = |json: &str| {
        let journey = Journey::new(&form, &answers(json), TODAY);
        let missing = journey
            .missing()
            .iter()
            .map(|missing| missing.field.to_string());
        missing.collect::<Vec<_>>()
    };
    assert!(missing(r#"{"diet":{"yes_no":true}}"#).contains(&"which".to_owned()));
    assert!(!missing(r#"{"diet":{"yes_no":false}}"#).contains(&"which".to_owned()));
    assert!(
        !missing("{}").contains(&"which".to_owned()),
        "undecided: not mandatory"
    );
    let with = |diet: &str| posted(&form, "stay", &[("age", "8"), ("diet", diet)]).1;
    assert!(with("yes").contains(&pair("which", "field-error-required-text")));
    assert!(!with("no").iter().any(|(input, _)| input == "which"));
    let yes = format!("{{{}}}", RIGHT.replace("false", "true"));
    assert_eq!(
        wrong(&form, &yes),
        [pair("which", "field-error-required-text")]
    );
    assert_eq!(wrong(&form, &format!("{{{RIGHT}}}")), []);
}

#[test]
fn a_cell_is_mandatory_by_its_own_row() {
    let form = form(STAY);
    let rows = r#""people":{"rows":[{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"adult":{"yes_no":true}}},{"id":"0190163d-8694-739b-aea5-966c26f8ad92","cells":{"adult":{"yes_no":false}}},{"id":"0190163d-8694-739b-aea5-966c26f8ad93","cells":{"adult":{"yes_no":false},"tall":{"integer":160}}}]}"#;
    assert_eq!(
        wrong(&form, &format!("{{{RIGHT},{rows}}}")),
        [
            pair(
                "people.0190163d-8694-739b-aea5-966c26f8ad92.tall",
                "field-error-required-integer"
            ),
            pair(
                "people.0190163d-8694-739b-aea5-966c26f8ad93.tall",
                "Trop grand."
            ),
        ]
    );
}

#[test]
fn a_check_speaks_at_its_field_and_keeps_the_answer() {
    let form = form(STAY);
    let late = [("arrival", "2027-04-08"), ("departure", "2027-04-01")];
    let split = late.iter().flat_map(|(name, day)| {
        let parts: Vec<&str> = day.split('-').collect();
        ["year", "month", "day"]
            .map(|part| format!("{name}-{part}"))
            .into_iter()
            .zip(parts)
    });
    let pairs: Vec<(String, &str)> = split.collect();
    let mut pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(name, day)| (name.as_str(), *day))
        .collect();
    pairs.extend([("age", "8"), ("diet", "no")]);
    let (kept, errors) = posted(&form, "stay", &pairs);
    assert_eq!(
        errors,
        [pair("departure-day", "Departure follows arrival.")]
    );
    assert!(kept.get("departure").is_some());
    let late = RIGHT.replace("04-08", "03-01");
    assert_eq!(
        wrong(&form, &format!("{{{late}}}")),
        [pair("departure-day", "Departure follows arrival.")]
    );
    let closed = RIGHT.replace("04-08", "05-01");
    assert_eq!(
        wrong(&form, &format!("{{{closed}}}")),
        [pair("departure-day", "Le centre est fermé le 1er mai.")]
    );
}

#[test]
fn a_check_that_needs_a_missing_answer_passes() {
    let form = form(STAY);
    let (_, errors) = posted(
        &form,
        "stay",
        &[
            ("age", "8"),
            ("departure-day", "1"),
            ("departure-month", "4"),
            ("departure-year", "2027"),
            ("diet", "no"),
        ],
    );
    assert_eq!(errors, [pair("arrival-day", "field-error-required-date")]);
}

#[test]
fn a_step_is_checked_as_a_whole_at_its_first_question() {
    let form = form(STAY);
    let both = r#","nights":{"integer":11},"adults":{"integer":0}"#;
    assert_eq!(
        wrong(&form, &format!("{{{RIGHT}{both}}}")),
        [pair("age", "Un adulte accompagne un long séjour.")]
    );
    let only = r#","nights":{"integer":11}"#;
    assert_eq!(wrong(&form, &format!("{{{RIGHT}{only}}}")), []);
}

#[test]
fn a_block_is_checked_as_a_whole() {
    let form = form(STAY);
    let row = |last: &str| {
        format!(
            r#"{{"id":"0190163d-8694-739b-aea5-966c26f8ad9{last}","cells":{{"adult":{{"yes_no":true}}}}}}"#
        )
    };
    let rows = |rows: &[String]| format!(r#"{{{RIGHT},"people":{{"rows":[{}]}}}}"#, rows.join(","));
    assert_eq!(wrong(&form, &rows(&[row("1")])), []);
    assert_eq!(
        wrong(&form, &rows(&[row("1"), row("2")])),
        [pair("people", "Jamais deux.")]
    );
    let ids = [
        "0190163d-8694-739b-aea5-966c26f8ad91",
        "0190163d-8694-739b-aea5-966c26f8ad92",
    ];
    let cells = ids.map(|id| format!("people.{id}.adult"));
    let pairs = [
        ("mail", "a@b.fr"),
        ("people", ids[0]),
        ("people", ids[1]),
        (cells[0].as_str(), "yes"),
        (cells[1].as_str(), "yes"),
    ];
    assert_eq!(
        posted(&form, "after", &pairs).1,
        [pair("people", "Jamais deux.")]
    );
}

#[test]
fn who_cannot_make_the_request_is_stopped_as_early_as_it_is_known() {
    let form = form(STAY);
    let young = answers(&format!(
        "{{{}}}",
        RIGHT.replace("\"integer\":8", "\"integer\":2")
    ));
    let journey = Journey::new(&form, &young, TODAY);
    let barrier = journey.barrier().unwrap();
    assert_eq!(barrier.step.id.as_str(), "stay");
    assert_eq!(barrier.why.who, Text::french("La crèche des Tilleuls"));
    assert_eq!(
        barrier.why.url.as_deref(),
        Some("https://www.exemple.fr/creche")
    );
    assert_eq!(journey.step("stay").unwrap().state, StepState::ToDo);
    assert_eq!(
        journey.step("after").unwrap().state,
        StepState::CannotStartYet
    );
    assert!(!journey.is_complete());
    assert_eq!(journey.missing(), []);
    assert_eq!(prune(&form, young.clone()), young, "nothing is lost");
    let errors = validate(&form, &young, &surroundings()).unwrap_err();
    assert_eq!(
        said(&errors),
        [pair("age", "Stays are open from 3 years of age.")]
    );
    assert_eq!(errors[0].key(), "field-error-ineligible");
}

#[test]
fn the_day_may_stop_a_request() {
    let form = form(STAY);
    let gone = answers(&format!(
        "{{{}}}",
        RIGHT.replace("2027-04-01", "2026-11-21")
    ));
    let journey = Journey::new(&form, &gone, TODAY);
    assert_eq!(
        journey.barrier().unwrap().why.message,
        Text::french("Ce séjour est déjà parti.")
    );
    let before = TODAY.yesterday().unwrap();
    assert_eq!(Journey::new(&form, &gone, before).barrier(), None);
    assert_eq!(Journey::new(&form, &Answers::new(), TODAY).barrier(), None);
}

#[test]
fn a_form_read_over_has_no_rule() {
    let form = form(STAY).without_conditions();
    let young = answers(r#"{"age":{"integer":2},"diet":{"yes_no":true}}"#);
    let journey = Journey::new(&form, &young, TODAY);
    assert_eq!(journey.barrier(), None);
    assert!(
        journey
            .missing()
            .iter()
            .all(|missing| missing.field.as_str() != "which")
    );
}

#[test]
fn rules_are_checked_where_they_stand() {
    let field = |more: &str| {
        format!(
            "{HEAD}- step: one\n  title: U\n  elements:\n  - {{field: a, label: A, kind: integer{more}}}\n  - {{field: b, label: B, kind: date}}\n"
        )
    };
    let told = |text: &str| {
        let problems = compile(text).err().unwrap_or_default();
        problems
            .first()
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    let texts = [
        field(", required_if: \"b == date('2026-01-01')\""),
        field(", required_if: \"a > 1\""),
        field(", optional: true, required_if: \"true\""),
        field(", checks: [{rule: \"b > today()\", message: M}]"),
        field(", checks: [{rule: \"a\", message: M}]"),
        field(", checks: []"),
        field("").replace("kind: date", "kind: date, if: \"a > 1 && b < today()\""),
        field("").replace(
            "kind: date",
            "kind: date, if: \"today() > date('2026-01-01') && a > 1\"",
        ),
        field("").replace(
            "  elements",
            "  ineligible: [{if: \"a > 1\", message: M, who: W, url: 'http://x.fr'}]\n  elements",
        ),
        field("").replace(
            "  elements",
            "  checks: [{rule: \"c > 1\", message: M}]\n  elements",
        ),
    ];
    let all: Vec<String> = texts.iter().map(|text| told(text)).collect();
    insta::assert_snapshot!(all.join("\n"));
    let empty = format!(
        "{HEAD}- step: one\n  title: U\n  elements:\n  - {{field: a, label: A, kind: integer}}\n- step: two\n  title: D\n  checks: [{{rule: \"a > 1\", message: M}}]\n  elements:\n  - explanation: Lisez\n"
    );
    assert!(
        told(&empty).contains("the step has no question where to say it"),
        "{}",
        told(&empty)
    );
}
