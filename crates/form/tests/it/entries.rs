//! What people type, and what is kept of it.

use crate::world::{answer, entries, field, form, json, step, surroundings, surroundings_with};
use parvis_form::{
    ASKED_INPUT, Answer, Answers, At, Entries, EntryError, Form, Part, PieceEntry, entries_of,
    normalise, normalise_step, validate,
};
use parvis_kernel::{Language, PieceId};

/// Reads the field `f` of a form.
fn read(form: &Form, pairs: &[(&str, &str)]) -> Result<Option<Answer>, Vec<EntryError>> {
    normalise(
        form.field("f").unwrap(),
        At::Form,
        &entries(pairs),
        &surroundings(),
    )
}

/// What is kept, as JSON, and shown again the same.
fn kept(rest: &str, pairs: &[(&str, &str)]) -> String {
    let form = field(rest);
    let field = form.field("f").unwrap();
    let answer = read(&form, pairs)
        .unwrap_or_else(|errors| panic!("{pairs:?}: {errors:?}"))
        .unwrap();
    let shown = entries_of(field, At::Form, &answer);
    let again = normalise(field, At::Form, &shown, &surroundings())
        .unwrap()
        .unwrap();
    assert_eq!(json(&answer), json(&again));
    json(&answer)
}

/// The key of the only error, and the input to focus on.
fn refused(rest: &str, pairs: &[(&str, &str)]) -> String {
    let errors = read(&field(rest), pairs).unwrap_err();
    let told: Vec<_> = errors
        .iter()
        .map(|error| {
            format!(
                "{} at {}",
                error.key().replace("field-error-", ""),
                error.input_name()
            )
        })
        .collect();
    told.join(", ")
}

#[test]
fn texts_are_trimmed_composed_and_bounded() {
    assert_eq!(
        kept(
            "kind: short_text",
            &[("f", "  e\u{301}te\u{301}  \n chaud ")]
        ),
        r#"{"text":"été chaud"}"#
    );
    assert_eq!(
        kept("kind: long_text", &[("f", "a\r\n\r\nb  c ")]),
        r#"{"text":"a\n\nb c"}"#
    );
    assert_eq!(
        refused("kind: short_text, max_length: 3", &[("f", "abcd")]),
        "too-long at f"
    );
    assert_eq!(
        refused(
            "kind: long_text, max_length: 3",
            &[("f", &"a".repeat(1_000_000))]
        ),
        "too-long at f"
    );
    assert_eq!(
        refused("kind: short_text", &[("f", " ")]),
        "required-text at f"
    );
    assert_eq!(
        refused("kind: short_text", &[("f", "a"), ("f", "b")]),
        "several-values at f"
    );
    assert_eq!(
        kept("kind: short_text", &[("f", "a\0b")]),
        r#"{"text":"ab"}"#
    );
}

#[test]
fn amounts_are_typed_as_people_write_them_and_kept_in_cents() {
    for typed in ["1234,5", "1 234,50 €", "€1,234.50", "1.234,50", "1234€50"] {
        assert_eq!(
            kept("kind: amount", &[("f", typed)]),
            r#"{"amount":{"cents":123450}}"#,
            "{typed}"
        );
    }
    let bounded = "kind: amount, min: \"0.01\", max: 100";
    assert_eq!(refused(bounded, &[("f", "0")]), "amount-too-small at f");
    assert_eq!(
        refused(bounded, &[("f", "100,01")]),
        "amount-too-large at f"
    );
    assert_eq!(refused(bounded, &[("f", "12 50")]), "not-amount at f");
    assert_eq!(refused(bounded, &[("f", "1,234")]), "too-precise at f");
    assert_eq!(refused(bounded, &[("f", " ")]), "required-amount at f");
    let form = field(bounded);
    let told = |language| read(&form, &[("f", "200")]).unwrap_err()[0].values(language)[1].clone();
    assert_eq!(told(Language::French), ("max", "100,00\u{a0}€".to_owned()));
    assert_eq!(told(Language::English), ("max", "€100.00".to_owned()));
}

#[test]
fn decimals_are_exact_and_bounded() {
    let surface = "kind: decimal, decimals: 2, min: 1, max: \"99.5\", unit: {fr: m², en: sq m}";
    for typed in ["12,5", "12.50 m²", "12,5 sq m", "+12.5"] {
        assert_eq!(
            kept(surface, &[("f", typed)]),
            r#"{"decimal":"12.50"}"#,
            "{typed}"
        );
    }
    assert_eq!(refused(surface, &[("f", "0,99")]), "too-small at f");
    assert_eq!(refused(surface, &[("f", "99,51")]), "too-large at f");
    assert_eq!(refused(surface, &[("f", "12,505")]), "too-precise at f");
    assert_eq!(refused(surface, &[("f", "12,5 km")]), "not-decimal at f");
    assert_eq!(
        kept("kind: decimal, decimals: 0", &[("f", "12 000")]),
        r#"{"decimal":"12000"}"#
    );
}

#[test]
fn numbers_that_bear_their_check_are_normalised_and_told_apart() {
    for (kind, typed, json) in [
        ("siren", "123.456-782", r#"{"siren":"123456782"}"#),
        (
            "siret",
            "123 456 782 00010",
            r#"{"siret":"12345678200010"}"#,
        ),
        (
            "vehicle_plate",
            "ab 344 ca",
            r#"{"vehicle_plate":"AB-344-CA"}"#,
        ),
    ] {
        assert_eq!(kept(&format!("kind: {kind}"), &[("f", typed)]), json);
    }
    let account = "kind: iban, sensitivity: sensitive";
    assert_eq!(
        kept(account, &[("f", "fr14 2004 1010 0505 0001 3m02 606")]),
        r#"{"iban":"FR1420041010050500013M02606"}"#
    );
    for (rest, typed, error) in [
        ("kind: siren", "123 456 789", "siren-mistyped at f"),
        ("kind: siren", "12345678200010", "siren-length at f"),
        ("kind: siret", "123456782", "siret-length at f"),
        ("kind: siret", "12345678200011", "siret-mistyped at f"),
        ("kind: siret", "", "required-siret at f"),
        (account, "FR14", "iban-length at f"),
        (account, "BR150000000000001093284081", "iban-country at f"),
        (account, "FR1520041010050500013M02606", "iban-mistyped at f"),
        ("kind: vehicle_plate", "1-ABC-234", "plate-invalid at f"),
        (
            "kind: select, options: [{value: a, label: A}, {value: b, label: B}]",
            "c",
            "unknown-option at f",
        ),
    ] {
        assert_eq!(refused(rest, &[("f", typed)]), error, "{rest} {typed}");
    }
    assert_eq!(
        kept("kind: vehicle_plate, abroad: true", &[("f", "1-abc-234")]),
        r#"{"vehicle_plate":"1-ABC-234"}"#
    );
}

const ON_2_MARCH: [(&str, &str); 3] = [("f-day", "2"), ("f-month", "3"), ("f-year", "2026")];

#[test]
fn a_day_and_a_time_are_typed_together() {
    let with = |time| [ON_2_MARCH.as_slice(), &[("f-time", time)]].concat();
    assert_eq!(
        kept("kind: date_time", &with("14 h 30")),
        r#"{"date_time":"2026-03-02T14:30:00"}"#
    );
    assert_eq!(
        refused("kind: date_time", &with("")),
        "required-time at f-time"
    );
    assert_eq!(
        refused("kind: date_time", &with("midi")),
        "time-invalid at f-time"
    );
    assert_eq!(
        refused("kind: date_time", &[("f-time", "9h")]),
        "date-incomplete at f-day"
    );
    assert_eq!(
        refused("kind: date_time, future: true", &with("9h")),
        "not-future at f-day"
    );
}

#[test]
fn dates_stay_between_their_days_and_ages() {
    let between = |rest: &str| format!("kind: date, {rest}");
    for (rest, error) in [
        ("after: 2026-03-03", "too-early at f-day"),
        ("before: 2026-03-01", "too-late at f-day"),
        ("min_age: 1", "too-young at f-day"),
        ("min_age: 0, max_age: 0", ""),
        ("after: 2026-03-02, before: 2026-03-02", ""),
    ] {
        match error {
            "" => drop(kept(&between(rest), &ON_2_MARCH)),
            _ => assert_eq!(refused(&between(rest), &ON_2_MARCH), error, "{rest}"),
        }
    }
    let born = [
        ("f-family-name", "L"),
        ("f-first-names", "Z"),
        ("f-birth-day", "2"),
        ("f-birth-month", "3"),
        ("f-birth-year", "2026"),
    ];
    let adult = "kind: identity, birth_date: required, min_age: 18";
    assert_eq!(refused(adult, &born), "too-young at f-birth-day");
    let errors = read(&field("kind: date, before: 2026-03-01"), &ON_2_MARCH).unwrap_err();
    let said = errors[0].values(Language::French);
    assert_eq!(said[1], ("day", "1er mars 2026".to_owned()));
}

const STAY: &str = "  - {field: from, label: F, kind: date, optional: true}
  - {field: until, label: U, kind: date, after: from, optional: true}
  - block: visits
    title: V
    row_title: V
    fields:
    - {field: came, label: C, kind: date_time, before: until}
    - {field: left, label: L, kind: date_time, after: came}
";

#[test]
fn a_date_is_bounded_by_those_asked_before() {
    let form = step(STAY);
    let (row, day) = ("0190163d-8694-739b-aea5-966c26f8ad91", ["3", "2026"]);
    let posted = |from, until, came: [&str; 2], left: [&str; 2]| {
        let mut pairs = vec![("visits".to_owned(), row)];
        for (name, at) in [("from", from), ("until", until)] {
            pairs.extend([
                (format!("{name}-day"), at),
                (format!("{name}-month"), day[0]),
                (format!("{name}-year"), day[1]),
            ]);
        }
        for (name, [at, time]) in [("came", came), ("left", left)] {
            let name = format!("visits.{row}.{name}");
            pairs.extend([
                (format!("{name}-day"), at),
                (format!("{name}-month"), day[0]),
                (format!("{name}-year"), day[1]),
                (format!("{name}-time"), time),
            ]);
        }
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(name, value)| (name.as_str(), *value))
            .collect();
        let read = normalise_step(
            &form,
            &form.steps()[0],
            &Answers::new(),
            &entries(&pairs),
            &surroundings(),
        );
        let told: Vec<_> = read
            .errors
            .iter()
            .map(|error| format!("{} {}", error.field, error.key()))
            .collect();
        let refused_at_deposit = validate(&form, &read.answers, &surroundings()).is_err();
        assert_eq!(refused_at_deposit, !told.is_empty(), "{told:?}");
        told.join(", ").replace("field-error-", "")
    };
    assert_eq!(posted("2", "2", ["2", "9h"], ["2", "9h"]), "");
    assert_eq!(
        posted("3", "2", ["2", "9h"], ["2", "9h"]),
        "until too-early"
    );
    assert_eq!(posted("1", "2", ["3", "9h"], ["3", "10h"]), "came too-late");
    assert_eq!(
        posted("1", "9", ["3", "9h"], ["3", "8h59"]),
        "left too-early"
    );
}

#[test]
fn a_bound_that_is_not_answered_bounds_nothing() {
    let form = step(
        "  - {field: from, label: F, kind: date, optional: true}\n  - {field: f, label: F, kind: date, after: from}\n",
    );
    let read = normalise_step(
        &form,
        &form.steps()[0],
        &Answers::new(),
        &entries(&ON_2_MARCH),
        &surroundings(),
    );
    assert!(read.errors.is_empty());
    assert_eq!(read.answers.len(), 1);
}

#[test]
fn a_text_has_the_form_that_its_author_wants() {
    let reference = "kind: short_text, pattern: '[A-Z]{2}[0-9]{2}', example: AB12, pattern_message: {fr: Deux lettres et deux chiffres, en: Two letters and two figures}";
    assert_eq!(kept(reference, &[("f", " AB12 ")]), r#"{"text":"AB12"}"#);
    assert_eq!(refused(reference, &[("f", "AB123")]), "check at f");
    let errors = read(&field(reference), &[("f", "ab12")]).unwrap_err();
    let said = errors[0].values(Language::English);
    assert!(said.contains(&("message", "Two letters and two figures".to_owned())));
}

#[test]
fn a_consent_is_given_or_not_answered() {
    assert_eq!(
        kept("kind: consent", &[("f", "yes")]),
        r#"{"consent":true}"#
    );
    assert_eq!(refused("kind: consent", &[]), "required-consent at f");
    assert_eq!(
        refused("kind: consent", &[("f", "no")]),
        "unknown-option at f"
    );
    let form = field("kind: consent, optional: true");
    assert_eq!(read(&form, &[]), Ok(None));
    let never = entries_of(
        form.field("f").unwrap(),
        At::Form,
        &answer(r#"{"consent":false}"#),
    );
    assert!(never.is_empty());
}

#[test]
fn who_signs_ticks_the_box_and_types_their_name() {
    let both = [("f-signed", "yes"), ("f-signed-name", " Zoé  Lenoir ")];
    assert_eq!(
        kept("kind: signature", &both),
        r#"{"signature":{"name":"Zoé Lenoir"}}"#
    );
    assert_eq!(
        refused("kind: signature", &both[..1]),
        "required-signed-name at f-signed-name"
    );
    assert_eq!(
        refused("kind: signature", &both[1..]),
        "required-signed at f-signed"
    );
    assert_eq!(
        refused("kind: signature", &[]),
        "required-signature at f-signed"
    );
    assert_eq!(
        refused(
            "kind: signature",
            &[("f-signed", "yes"), ("f-signed-name", "<b>")]
        ),
        "name-invalid at f-signed-name"
    );
}

#[test]
fn an_optional_field_may_stay_empty() {
    for kind in [
        "short_text",
        "long_text",
        "integer",
        "date",
        "yes_no",
        "email",
        "phone",
        "address",
        "commune",
        "identity",
        "piece",
    ] {
        assert_eq!(
            read(&field(&format!("kind: {kind}, optional: true")), &[]).unwrap(),
            None,
            "{kind}"
        );
    }
}

#[test]
fn the_length_in_excess_is_told() {
    let errors = read(&field("kind: short_text, max_length: 3"), &[("f", "abcde")]).unwrap_err();
    let values = errors[0].values(Language::French);
    assert_eq!(
        values,
        [
            ("label", "F".to_owned()),
            ("max", "3".to_owned()),
            ("excess", "2".to_owned())
        ]
    );
}

#[test]
fn integers_are_read_with_their_spaces() {
    assert_eq!(
        kept("kind: integer", &[("f", "12 000")]),
        r#"{"integer":12000}"#
    );
    assert_eq!(
        kept("kind: integer, min: -5", &[("f", "-3")]),
        r#"{"integer":-3}"#
    );
    assert_eq!(
        refused("kind: integer", &[("f", "1,5")]),
        "not-integer at f"
    );
    assert_eq!(
        refused("kind: integer, min: 2", &[("f", "1")]),
        "too-small at f"
    );
    assert_eq!(
        refused("kind: integer, max: 2", &[("f", "3")]),
        "too-large at f"
    );
}

#[test]
fn dates_are_three_inputs() {
    let date = |day, month, year| [("f-day", day), ("f-month", month), ("f-year", year)];
    assert_eq!(
        kept("kind: date", &date("1", "mars", "1984")),
        r#"{"date":"1984-03-01"}"#
    );
    assert_eq!(
        refused("kind: date", &date("", "", "")),
        "required-date at f-day"
    );
    assert_eq!(
        refused("kind: date", &date("1", "", "1984")),
        "date-incomplete at f-month"
    );
    assert_eq!(
        refused("kind: date", &date("30", "2", "1984")),
        "date-impossible at f-day"
    );
    assert_eq!(
        refused("kind: date", &date("3", "2", "84")),
        "year-implausible at f-year"
    );
    assert_eq!(
        refused("kind: date, past: true", &date("23", "11", "2026")),
        "not-past at f-day"
    );
    assert_eq!(
        kept("kind: date, past: true", &date("22", "11", "2026")),
        r#"{"date":"2026-11-22"}"#
    );
    assert_eq!(
        refused("kind: date, future: true", &date("21", "11", "2026")),
        "not-future at f-day"
    );
}

#[test]
fn choices_are_among_the_options() {
    let choice = "kind: choice, options: [{value: a, label: A}, {value: b, label: B}]";
    let choices = "kind: choices, options: [{value: a, label: A}, {value: b, label: B}, {value: c, label: C}]";
    assert_eq!(kept(choice, &[("f", "a")]), r#"{"choice":"a"}"#);
    assert_eq!(refused(choice, &[("f", "z")]), "unknown-option at f");
    assert_eq!(refused(choice, &[]), "required-choice at f");
    assert_eq!(
        kept(choices, &[("f", "c"), ("f", "a"), ("f", "c")]),
        r#"{"choices":["a","c"]}"#
    );
    assert_eq!(
        refused(choices, &[("f", "a"), ("f", "z")]),
        "unknown-option at f"
    );
    assert_eq!(refused(choices, &[("f", "")]), "required-choices at f");
    assert_eq!(kept("kind: yes_no", &[("f", "no")]), r#"{"yes_no":false}"#);
    assert_eq!(
        refused("kind: yes_no", &[("f", "maybe")]),
        "unknown-option at f"
    );
}

#[test]
fn contacts_have_one_spelling() {
    assert_eq!(
        kept("kind: email", &[("f", " Zoe@EXEMPLE.fr ")]),
        r#"{"email":"Zoe@exemple.fr"}"#
    );
    assert_eq!(
        refused("kind: email", &[("f", "zoe@exemple")]),
        "email-invalid at f"
    );
    assert_eq!(
        kept("kind: phone", &[("f", "06.12.34.56.78")]),
        r#"{"phone":"+33612345678"}"#
    );
    assert_eq!(refused("kind: phone", &[("f", "12")]), "phone-invalid at f");
}

#[test]
fn a_commune_is_found_by_name_postcode_or_code() {
    let rennes = r#"{"place":{"commune":{"code":"35238","name":"Rennes","departement":"35"}}}"#;
    for typed in ["rennes", "RENNES", "35700", "Rennes (35)", "rennes 35000"] {
        assert_eq!(kept("kind: commune", &[("f", typed)]), rennes, "{typed}");
    }
    assert_eq!(kept("kind: commune", &[("f-code", "35238")]), rennes);
    assert_eq!(
        kept("kind: commune", &[("f", "35170"), ("f-code", "35047")]),
        r#"{"place":{"commune":{"code":"35047","name":"Bruz","departement":"35"}}}"#
    );
    assert!(kept("kind: commune", &[("f", "St-Denis 93")]).contains("93066"));
    assert_eq!(
        refused("kind: commune", &[("f", "Atlantis")]),
        "place-unknown at f"
    );
    assert_eq!(
        refused("kind: commune", &[("f", "Guiler")]),
        "place-unknown at f"
    );
    assert!(
        kept(
            "kind: commune, scope: current_and_former",
            &[("f", "Guiler")]
        )
        .contains("35133")
    );
}

#[test]
fn a_commune_that_matches_several_gives_its_candidates() {
    for typed in ["Saint-Denis", "35170", "A"] {
        let errors = read(&field("kind: commune"), &[("f", typed)]).unwrap_err();
        assert_eq!(errors[0].key(), "field-error-place-ambiguous");
        assert_eq!(errors[0].candidates().len(), 2, "{typed}");
    }
}

#[test]
fn a_corrected_commune_forgets_the_code_chosen_before() {
    assert!(kept("kind: commune", &[("f", "Bruz"), ("f-code", "35238")]).contains("35047"));
}

#[test]
fn a_town_abroad_needs_its_country() {
    let abroad = "kind: commune, abroad: true";
    assert_eq!(
        kept(abroad, &[("f-town", "Bonn"), ("f-country", "99109")]),
        r#"{"place":{"abroad":{"country_code":"99109","country":"Allemagne","town":"Bonn"}}}"#
    );
    assert_eq!(
        refused(abroad, &[("f-town", "Bonn")]),
        "required-country at f-country"
    );
    assert_eq!(
        refused(abroad, &[("f-country", "99109")]),
        "required-town at f-town"
    );
    assert_eq!(
        refused(abroad, &[("f-town", "Bonn"), ("f-country", "1")]),
        "country-unknown at f-country"
    );
    assert_eq!(
        refused(
            abroad,
            &[("f", "Rennes"), ("f-town", "Bonn"), ("f-country", "99109")]
        ),
        "place-twice at f"
    );
    assert_eq!(
        refused(
            "kind: commune",
            &[("f-town", "Bonn"), ("f-country", "99109")]
        ),
        "required-place at f"
    );
}

#[test]
fn an_address_has_a_commune_of_its_postcode() {
    let typed = |postcode, commune| {
        vec![
            ("f-number", "12 bis"),
            ("f-street", "rue  Basse"),
            ("f-postcode", postcode),
            ("f-commune", commune),
        ]
    };
    let rennes = r#"{"address":{"number":"12 bis","street":"rue Basse","postcode":"35000","commune_code":"35238","commune":"Rennes"}}"#;
    assert_eq!(kept("kind: address", &typed("35 000", "rennes")), rennes);
    assert_eq!(kept("kind: address", &typed("35000", "")), rennes);
    assert!(
        kept("kind: address", &typed("35042", "Rennes")).contains("35238"),
        "a CEDEX"
    );
    assert!(
        kept("kind: address", &typed("55100", "Beaumont-en-Verdunois")).contains("55039"),
        "no postcode"
    );
    assert!(kept("kind: address", &typed("20000", "Ajaccio")).contains("2A004"));
    assert!(kept("kind: address", &typed("97417", "Saint-Denis")).contains("97411"));
    assert_eq!(
        refused("kind: address", &typed("35170", "")),
        "place-ambiguous at f-commune"
    );
    assert_eq!(
        refused("kind: address", &typed("35170", "Rennes")),
        "place-elsewhere at f-commune"
    );
    assert_eq!(
        refused("kind: address", &typed("35042", "Ajaccio")),
        "place-elsewhere at f-commune"
    );
    assert_eq!(
        refused("kind: address", &typed("3500", "Rennes")),
        "postcode-invalid at f-postcode"
    );
    assert_eq!(
        refused("kind: address", &typed("99999", "")),
        "required-commune at f-commune"
    );
    assert_eq!(
        refused("kind: address", &[("f-number", "1")]),
        "required-street at f-street, required-postcode at f-postcode"
    );
    assert_eq!(
        refused("kind: address", &[]),
        "required-address at f-number"
    );
}

#[test]
fn an_identity_keeps_the_case_of_names() {
    let full = "kind: identity, birth_date: required, birth_place: required";
    let typed = [
        ("f-family-name", " de La  Tour "),
        ("f-used-name", "MARTIN"),
        ("f-first-names", "Anne, Marie"),
        ("f-birth-day", "1"),
        ("f-birth-month", "2"),
        ("f-birth-year", "1984"),
        ("f-birth-place", "guiler"),
    ];
    assert_eq!(
        kept(full, &typed),
        r#"{"identity":{"family_name":"de La Tour","used_name":"MARTIN","first_names":"Anne Marie","birth_date":"1984-02-01","birth_place":{"commune":{"code":"35133","name":"Guiler","departement":"35"}}}}"#
    );
    assert_eq!(
        kept(
            "kind: identity",
            &[
                ("f-family-name", "L"),
                ("f-used-name", "L"),
                ("f-first-names", "Z")
            ]
        ),
        r#"{"identity":{"family_name":"L","first_names":"Z"}}"#
    );
    assert_eq!(
        refused(full, &[("f-family-name", "R2D2")]),
        "name-invalid at f-family-name, required-first-names at f-first-names, required-birth-day at f-birth-day, required-birth-place at f-birth-place"
    );
    assert_eq!(
        refused("kind: identity", &[]),
        "required-identity at f-family-name"
    );
}

#[test]
fn only_received_pieces_are_answered() {
    let piece = |size, media_type: &str| PieceEntry {
        id: PieceId::new(),
        name: "scan.pdf".to_owned(),
        media_type: media_type.to_owned(),
        size,
    };
    let held = vec![
        piece(10, "application/pdf"),
        piece(9_000_000, "application/pdf"),
        piece(10, "application/zip"),
    ];
    let form = field("kind: piece, max_files: 2, max_size: 5 MB, accept: [pdf], other_way: true");
    let field = form.field("f").unwrap();
    let read = |posted: &[String], other: &str| {
        let mut entries = Entries::new();
        entries.insert("f".to_owned(), posted.to_vec());
        entries.insert("f-other-way".to_owned(), vec![other.to_owned()]);
        normalise(field, At::Form, &entries, &surroundings_with(&held))
            .map_err(|errors| errors[0].key().replace("field-error-", ""))
    };
    let ids: Vec<_> = held.iter().map(|piece| piece.id.to_string()).collect();
    let Ok(Some(answer)) = read(&ids[..1], "") else {
        panic!()
    };
    assert_eq!(
        entries_of(field, At::Form, &answer).get("f").unwrap(),
        &ids[..1]
    );
    let twice = [ids[0].clone(), ids[0].clone()];
    assert_eq!(read(&twice, ""), Ok(Some(answer)));
    assert_eq!(
        read(&[], "yes").map(|answer| json(&answer)),
        Ok(r#"{"pieces":{"files":[],"other_way":true}}"#.to_owned())
    );
    assert_eq!(read(&ids[1..2], ""), Err("file-too-large".to_owned()));
    assert_eq!(read(&ids[2..], ""), Err("file-type-refused".to_owned()));
    assert_eq!(
        read(&[PieceId::new().to_string()], ""),
        Err("file-unknown".to_owned())
    );
    assert_eq!(read(&["x".to_owned()], ""), Err("file-unknown".to_owned()));
    assert_eq!(read(&[], ""), Err("required-piece".to_owned()));
}

#[test]
fn no_more_files_than_the_piece_takes() {
    let file = || PieceEntry {
        id: PieceId::new(),
        name: "scan".to_owned(),
        media_type: "image/png".to_owned(),
        size: 1,
    };
    let held = vec![file(), file(), file()];
    let form = field("kind: piece, max_files: 2");
    let mut entries = Entries::new();
    entries.insert(
        "f".to_owned(),
        held.iter().map(|piece| piece.id.to_string()).collect(),
    );
    let errors = normalise(
        form.field("f").unwrap(),
        At::Form,
        &entries,
        &surroundings_with(&held),
    )
    .unwrap_err();
    assert_eq!(errors[0].key(), "field-error-too-many-files");
    let surroundings = surroundings_with(&held);
    entries.insert("f".to_owned(), vec![held[0].id.to_string(); 10_000]);
    assert!(normalise(form.field("f").unwrap(), At::Form, &entries, &surroundings).is_ok());
}

const CHILDREN: &str = "- step: one
  title: Une
  elements:
  - {field: has, label: H, kind: yes_no}
  - {block: kids, title: Enfants, row_title: Enfant, min: 1, max: 3, if: has, fields: [{field: name, label: N, kind: short_text}, {field: school, label: S, kind: yes_no}, {field: meal, label: M, kind: short_text, if: school}]}
- step: two
  title: Deux
  elements:
  - {field: late, label: L, kind: short_text, if: has, optional: true}
";
const A: &str = "0190163d-8694-739b-aea5-966c26f8ad91";
const B: &str = "0190163d-8694-739b-aea5-966c26f8ad92";

fn post(
    form: &Form,
    before: &Answers,
    pairs: &[(&str, &str)],
) -> (String, Vec<String>, Vec<String>) {
    let read = normalise_step(
        form,
        form.step("one").unwrap(),
        before,
        &entries(pairs),
        &surroundings(),
    );
    let errors = read.errors.iter().map(|error| {
        format!(
            "{} at {}",
            error.key().replace("field-error-", ""),
            error.input_name()
        )
    });
    (json(&read.answers), errors.collect(), read.revealed)
}

#[test]
fn a_posted_step_is_read_with_its_rows() {
    let form = form(CHILDREN);
    let (name, school, meal) = (
        format!("kids.{A}.name"),
        format!("kids.{A}.school"),
        format!("kids.{A}.meal"),
    );
    let (answers, errors, revealed) = post(
        &form,
        &Answers::new(),
        &[
            ("has", "yes"),
            ("kids", A),
            (&name, "Zoé"),
            (&school, "yes"),
            (&meal, "midi"),
            ("stranger", "x"),
        ],
    );
    assert_eq!(
        answers,
        format!(
            r#"{{"has":{{"yes_no":true}},"kids":{{"rows":[{{"id":"{A}","cells":{{"meal":{{"text":"midi"}},"name":{{"text":"Zoé"}},"school":{{"yes_no":true}}}}}}]}}}}"#
        )
    );
    assert_eq!((errors.len(), revealed.len()), (0, 0));
}

#[test]
fn a_wrong_cell_is_told_with_its_row() {
    let form = form(CHILDREN);
    let (name, school) = (format!("kids.{B}.name"), format!("kids.{B}.school"));
    let (_, errors, _) = post(
        &form,
        &Answers::new(),
        &[
            ("has", "yes"),
            ("kids", B),
            (&name, ""),
            (&school, "perhaps"),
        ],
    );
    assert_eq!(
        errors,
        [
            format!("required-text at {name}"),
            format!("unknown-option at {school}")
        ]
    );
}

#[test]
fn rows_are_counted_and_their_identifiers_checked() {
    let form = form(CHILDREN);
    let none = post(&form, &Answers::new(), &[("has", "yes")]);
    assert_eq!(none.1, ["too-few-rows at kids"]);
    let twice = post(
        &form,
        &Answers::new(),
        &[("has", "yes"), ("kids", A), ("kids", A)],
    );
    assert!(twice.1.contains(&"row-invalid at kids".to_owned()));
    let bad = post(&form, &Answers::new(), &[("has", "yes"), ("kids", "1")]);
    assert!(bad.1.contains(&"row-invalid at kids".to_owned()));
    let mut many = entries(&[("has", "yes")]);
    many.insert(
        "kids".to_owned(),
        (0..10_000)
            .map(|_| parvis_kernel::RowId::new().to_string())
            .collect(),
    );
    let read = normalise_step(
        &form,
        form.step("one").unwrap(),
        &Answers::new(),
        &many,
        &surroundings(),
    );
    assert_eq!(read.answers.rows("kids").len(), 3);
    assert!(
        read.errors
            .iter()
            .any(|error| error.key() == "field-error-too-many-rows")
    );
}

#[test]
fn a_question_that_appears_on_the_same_page_is_asked_not_refused() {
    let form = form(CHILDREN);
    let (answers, errors, revealed) = post(
        &form,
        &Answers::new(),
        &[("has", "yes"), (ASKED_INPUT, "has")],
    );
    assert_eq!(answers, r#"{"has":{"yes_no":true}}"#);
    assert_eq!((errors.len(), revealed), (0, vec!["kids".to_owned()]));
    let (name, school) = (format!("kids.{A}.name"), format!("kids.{A}.school"));
    let posted = [
        ("has", "yes"),
        ("kids", A),
        (&name, "Zoé"),
        (&school, "yes"),
        (ASKED_INPUT, "has"),
        (ASKED_INPUT, "kids"),
        (ASKED_INPUT, &name),
        (ASKED_INPUT, &school),
    ];
    let (_, errors, revealed) = post(&form, &Answers::new(), &posted);
    assert_eq!(
        (errors.len(), revealed),
        (0, vec![format!("kids.{A}.meal")])
    );
}

#[test]
fn a_posted_step_forgets_what_it_hides_even_in_later_steps() {
    let form = form(CHILDREN);
    let before = crate::world::answers(r#"{"has":{"yes_no":true},"late":{"text":"x"}}"#);
    let (answers, _, _) = post(&form, &before, &[("has", "no"), ("kids", A)]);
    assert_eq!(answers, r#"{"has":{"yes_no":false}}"#);
}

#[test]
fn an_answer_of_another_kind_writes_nothing() {
    let form = field("kind: email");
    assert!(
        entries_of(
            form.field("f").unwrap(),
            At::Form,
            &answer(r#"{"text":"x"}"#)
        )
        .is_empty()
    );
}

#[test]
fn inputs_are_listed_for_each_kind() {
    let form = field("kind: date");
    let field = form.field("f").unwrap();
    assert_eq!(
        field.kind.input_names(&field.id),
        ["f-day", "f-month", "f-year"]
    );
    assert_eq!(field.autocomplete_of(Part::Day), None);
}
