//! Procedure files, right and wrong.

use parvis_law::EffectKind;
use proptest::prelude::*;

use super::*;
use crate::library::LIBRARY;

/// A file that is right, and short.
const GOOD: &str = include_str!("../tests/short.yaml");

/// Every problem of a file, as an author reads them.
fn problems(source: &str) -> Vec<String> {
    let found = check("essai.yaml", source).expect_err("a file with problems");
    found.iter().map(ToString::to_string).collect()
}

fn with(line: &str, replacement: &str) -> String {
    assert!(GOOD.contains(line), "{line}");
    GOOD.replace(line, replacement)
}

#[test]
fn a_right_file_is_read_whole() {
    let checked = check("essai.yaml", GOOD).unwrap();
    assert_eq!(checked.file.silence.kind(), EffectKind::Accepted);
    assert_eq!(checked.file.cost.cents, Some(0));
    assert_eq!(checked.form.steps().len(), 1);
    assert_eq!(checked.checksum.len(), 64);
}

#[test]
fn the_stored_form_reads_back_what_was_checked() {
    for (name, source) in LIBRARY {
        let file = check(name, source).unwrap().file;
        let stored = serde_json::to_string(&file).unwrap();
        assert_eq!(
            serde_json::from_str::<ProcedureFile>(&stored).unwrap(),
            file,
            "{name}"
        );
    }
}

#[test]
fn all_that_is_missing_is_told_at_once() {
    let found = problems("slug: essai\n");
    assert_eq!(found.len(), 20, "{found:#?}");
    assert!(
        found
            .iter()
            .all(|problem| problem.starts_with("essai.yaml:1:1: ")),
        "{found:#?}"
    );
    assert!(
        found
            .iter()
            .any(|problem| problem.contains("`silence` is missing"))
    );
    assert!(
        found
            .iter()
            .any(|problem| problem.contains("`steps` is missing"))
    );
}

#[test]
fn each_mistake_is_told_with_its_place_and_what_was_expected() {
    for (line, replacement, expected) in [
        (
            "slug: essai",
            "slug: Un essai",
            "essai.yaml:1:7: `Un essai` is not a word for addresses; expected 2 to 63 small letters without accent, digits and inner hyphens",
        ),
        (
            "summary: Une phrase.",
            "summary: Une phrase. Une autre.",
            "essai.yaml:3:10: `summary` is not one sentence; expected one sentence of at most 200 letters, with its full stop",
        ),
        (
            "theme: papers",
            "theme: papiers",
            "essai.yaml:4:8: `theme` cannot be `papiers`; expected `papers`, `family`, `housing`, `street`, `solidarity`, `culture` or `business`",
        ),
        (
            "minutes: 5",
            "minutes: 500",
            "essai.yaml:7:10: `minutes` is out of bounds; expected a number from 1 to 240",
        ),
        (
            "cost: { cents: 0 }",
            "cost: {}",
            "essai.yaml:9:7: the cost is not said; expected `cents` (0 is free), `words`, or both",
        ),
        (
            "delay: { words: Une semaine., expected_days: 7 }",
            "delay: { words: Une semaine. }",
            "essai.yaml:10:8: `expected_days` is missing; expected a number from 0 to 730",
        ),
        (
            "{ kind: counter,",
            "{ kind: kiosk,",
            "essai.yaml:15:17: `kind` cannot be `kiosk`; expected `counter`, `phone` or `post`",
        ),
        (
            "doors: [{ kind: counter, text: À la mairie. }]",
            "doors: []",
            "essai.yaml:15:8: no other way than the web is offered; expected at least one of `counter`, `phone` or `post`",
        ),
        (
            "after_decision: 12 months",
            "after_decision: one year",
            "essai.yaml:18:30: `one year` is not a length of time; expected a count of days, months or years, such as `12 months`",
        ),
        (
            "declarations: [Je déclare que mes réponses sont exactes.]",
            "declarations: []",
            "essai.yaml:19:15: nothing is declared; expected at least one sentence that the person declares",
        ),
        (
            "sources: []",
            "sources: [{ fiche: F1, title: Une fiche, date: hier }]",
            "essai.yaml:20:48: `hier` is not a date; expected year, month and day, such as `2020-07-01`",
        ),
        (
            "minutes: 5",
            "minutes: cinq",
            "essai.yaml:7:10: this is not a number; expected a whole number",
        ),
        (
            "financial: false",
            "financial: peut-être",
            "essai.yaml:12:12: this is neither yes nor no; expected true or false",
        ),
        (
            "minutes: 5",
            "minutes: 5\nminuts: 6",
            "essai.yaml:8:1: unknown field `minuts`",
        ),
        (
            "minutes: 5",
            "minutes: 5\nlanguages: [ar, arabe]",
            "essai.yaml:8:17: `arabe` is not the tag of a language; expected one such as `en`, `ar` or `pt-BR`",
        ),
        (
            "minutes: 5",
            "minutes: 5\nlanguages: [pt-br]",
            "essai.yaml:8:13: the language `pt-br` is written `pt-BR`",
        ),
        (
            "minutes: 5",
            "minutes: 5\nlanguages: [ar, en, ar]",
            "essai.yaml:8:21: the language `ar` is written twice",
        ),
        (
            "minutes: 5",
            "minutes: 5\nlanguages: [fr]",
            "essai.yaml:8:13: every text is in French; expected the other languages only",
        ),
        (
            "minutes: 5",
            "minutes: 5\nkeywords: { anglais: [a] }",
            "essai.yaml:8:13: `anglais` is not the tag of a language; expected one such as `en`, `ar` or `pt-BR`",
        ),
        (
            "what_you_get: Une réponse.",
            "what_you_get: { fr: Une réponse., arabe: Une réponse. }",
            "essai.yaml:6:35: `arabe` is not the tag of a language; expected one such as `en`, `ar` or `pt-BR`",
        ),
    ] {
        let found = problems(&with(line, replacement));
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(
            found[0].starts_with(expected),
            "{found:#?}\nexpected {expected}"
        );
    }
}

#[test]
fn the_law_on_silence_is_checked() {
    const SILENCE: &str =
        "silence: { effect: accepted, delay: 2 months, legal_basis: \"CRPA, art. L231-1\" }";
    for (replacement, expected) in [
        (
            "silence: { effect: perhaps, delay: 2 months, legal_basis: CRPA L231-1 }",
            "essai.yaml:11:20: silence cannot be `perhaps`; expected `accepted`, `rejected` or `none`",
        ),
        (
            "silence: { effect: accepted, legal_basis: CRPA L231-1 }",
            "essai.yaml:11:10: the delay after which silence decides is not stated; expected `delay`, such as `2 months`",
        ),
        (
            "silence: { effect: accepted, delay: 2 months }",
            "essai.yaml:11:10: the legal basis of the effect of silence is not cited; expected `legal_basis`, such as `CRPA, art. L231-1`",
        ),
        (
            "silence: { effect: accepted, delay: 4 months, legal_basis: CRPA L231-1 }",
            "essai.yaml:11:37: a delay other than two months cites no text (CRPA L231-6); expected `delay: 2 months`, or `delay_basis` with the decree",
        ),
        (
            "silence: { effect: accepted, delay: soon, legal_basis: CRPA L231-1 }",
            "essai.yaml:11:37: `soon` is not a delay; expected a count of months or days, such as `2 months`",
        ),
        (
            "silence: { effect: none, legal_basis: Un texte }",
            "essai.yaml:11:10: the reason why silence decides nothing is not stated; expected `reason`, in words",
        ),
        (
            "silence: { effect: none, reason: Parce que. }",
            "essai.yaml:11:20: the text by which silence decides nothing on a request is not cited; expected `legal_basis`: without one, silence accepts or rejects (CRPA L231-1, L231-4)",
        ),
    ] {
        assert_eq!(problems(&with(SILENCE, replacement)), [expected]);
    }
}

#[test]
fn silence_accepts_a_financial_request_only_by_a_text() {
    let financial = with("financial: false", "financial: true");
    assert_eq!(
        problems(&financial),
        [
            "essai.yaml:11:20: silence rejects a financial request unless a text is cited as an exception (CRPA L231-4 3°); expected `effect: rejected`, or `exception` with the text"
        ]
    );
    let rejected = financial.replace("effect: accepted", "effect: rejected");
    assert!(check("essai.yaml", &rejected).is_ok());
    let by_text = financial.replace("effect: accepted", "effect: accepted, exception: Un décret");
    assert!(check("essai.yaml", &by_text).is_ok());
}

#[test]
fn a_report_that_asks_for_no_decision_has_no_clock_and_an_end() {
    let report = with("asks_for_decision: true", "asks_for_decision: false");
    assert_eq!(
        problems(&report),
        [
            "essai.yaml:1:1: `closing` is missing; expected how a report ends: a list of `code` and `label`",
            "essai.yaml:11:20: silence cannot decide when no decision is asked for; expected `effect: none` with its `reason`, or `asks_for_decision: true`",
        ]
    );
    let ended = report
        .replace(
            "effect: accepted, delay: 2 months, legal_basis: \"CRPA, art. L231-1\"",
            "effect: none, reason: Rien à décider.",
        )
        .replace(
            "sources: []",
            "sources: []\nclosing: [{ code: fait, label: C’est fait }]",
        );
    assert!(check("essai.yaml", &ended).is_ok());
}

#[test]
fn a_request_for_a_decision_cannot_be_anonymous() {
    assert_eq!(
        problems(&with("identity: required", "identity: optional")),
        [
            "essai.yaml:14:11: a request that asks for a decision cannot be anonymous (CRPA L112-8, R112-9-1); expected `identity: required`, or `asks_for_decision: false`"
        ]
    );
}

#[test]
fn mistakes_of_the_form_are_told_with_those_of_the_procedure() {
    let both = with("minutes: 5", "minutes: 0").replace("kind: short_text", "kind: shorttext");
    let found = problems(&both);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("essai.yaml:7:10: "));
    assert!(found[1].starts_with("essai.yaml:30:29: "), "{found:#?}");
}

#[test]
fn what_is_no_yaml_or_too_large_is_refused() {
    assert!(!problems("").is_empty());
    assert!(!problems("slug: [").is_empty());
    assert!(!problems("- a\n- b\n").is_empty());
    assert_eq!(problems(&"#".repeat(3_000_000)).len(), 1);
}

#[test]
fn the_procedures_of_the_library_check_clean() {
    for (name, source) in LIBRARY {
        if let Err(problems) = check(name, source) {
            let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", told.join("\n"));
        }
    }
}

#[test]
fn the_procedures_of_the_library_are_short_and_to_be_confirmed() {
    for (name, source) in LIBRARY {
        let checked = check(name, source).unwrap();
        assert!(checked.file.to_confirm(), "{name}");
        let steps = checked.form.steps();
        let allowed = if checked.file.is_made_here() {
            2..=8
        } else {
            0..=0
        };
        assert!(allowed.contains(&steps.len()), "{name}");
        for step in steps {
            let questions: usize = step
                .elements
                .iter()
                .map(|element| element.fields().len())
                .sum();
            assert!((1..=5).contains(&questions), "{name} {}", step.id);
        }
    }
}

#[test]
fn the_procedures_of_the_library_ask_nothing_of_health_or_religion() {
    for (name, source) in LIBRARY {
        let checked = check(name, source).unwrap();
        let highest = checked
            .form
            .fields()
            .map(|field| field.data.sensitivity)
            .max();
        assert!(
            highest < Some(parvis_form::Sensitivity::HighlySensitive),
            "{name}"
        );
    }
}

/// Keys of a procedure file that hold what a person reads.
const WORDS: &[&str] = &[
    "title",
    "summary",
    "who_for",
    "what_you_get",
    "name",
    "hint",
    "words",
    "reason",
    "label",
    "intro",
    "explanation",
    "purpose",
    "row_title",
    "add_label",
    "law",
];

#[test]
fn the_procedures_of_the_library_exist_in_both_languages() {
    fn walk(name: &str, value: &serde_json::Value) {
        match value {
            serde_json::Value::Object(members) => {
                for (key, member) in members {
                    let is_title_of_source = key == "title" && members.contains_key("fiche");
                    if WORDS.contains(&key.as_str()) && !is_title_of_source {
                        assert!(
                            member.get("en").is_some(),
                            "{name}: `{key}: {member}` has no English"
                        );
                    }
                    walk(name, member);
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(name, item)),
            _ => {}
        }
    }
    for (name, source) in LIBRARY {
        let mut value: serde_json::Value = serde_saphyr::from_str(source).unwrap();
        // Why a finding is kept is read by authors only.
        value.as_object_mut().unwrap().remove("lint");
        walk(name, &value);
    }
}

/// What a file says to people; where it cites a text, it may say that the citation is to be confirmed.
fn told_to_people(value: &serde_json::Value, told: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (key, member) in members {
                if !matches!(
                    key.as_str(),
                    "legal_basis" | "delay_basis" | "law" | "retention" | "budget"
                ) {
                    told_to_people(member, told);
                }
            }
        }
        serde_json::Value::Array(items) => {
            items.iter().for_each(|item| told_to_people(item, told));
        }
        serde_json::Value::String(text) => told.push(text.clone()),
        _ => {}
    }
}

#[test]
fn people_are_told_nothing_that_is_still_to_be_confirmed() {
    for (name, source) in LIBRARY {
        let value: serde_json::Value = serde_saphyr::from_str(source).unwrap();
        let mut told = Vec::new();
        told_to_people(&value, &mut told);
        for text in told {
            let doubtful = text.contains("à confirmer") || text.contains("to be confirmed");
            assert!(!doubtful, "{name}: {text}");
        }
    }
}

#[test]
fn the_schema_knows_every_word_of_the_library() {
    let schema = procedure_schema();
    let properties = schema["properties"].as_object().unwrap();
    for (name, source) in LIBRARY {
        let file: serde_json::Map<String, serde_json::Value> =
            serde_saphyr::from_str(source).unwrap();
        for key in file.keys() {
            assert!(properties.contains_key(key), "{name}: {key}");
        }
        for required in schema["required"].as_array().unwrap() {
            assert!(
                file.contains_key(required.as_str().unwrap()),
                "{name}: {required}"
            );
        }
    }
}

/// A line of the good file, exchanged for another thing, or left out.
fn damaged() -> impl Strategy<Value = String> {
    let lines: Vec<&str> = GOOD.lines().collect();
    let other = prop_oneof![
        Just(None),
        "[ a-z:{}\\[\\],\"é-]{0,30}".prop_map(Some),
        Just(Some("steps: null".to_owned())),
    ];
    (0..lines.len(), other).prop_map(move |(place, other)| {
        let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        match other {
            Some(other) => lines[place] = other,
            None => drop(lines.remove(place)),
        }
        lines.join("\n")
    })
}

proptest! {
    #[test]
    fn a_damaged_file_is_refused_inside_its_own_lines_or_read_the_same_twice(source in damaged()) {
        let lines = source.lines().count() as u64;
        match check("essai.yaml", &source) {
            Ok(checked) => prop_assert_eq!(check("essai.yaml", &source), Ok(checked)),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(problem.line <= lines + 1, "{}", problem);
                    prop_assert!(!problem.message.is_empty());
                }
            }
        }
    }

    #[test]
    fn any_text_at_all_is_answered(source in ".{0,200}") {
        prop_assert!(check("essai.yaml", &source).is_err());
    }
}

/// The short file, with rules.
fn with_rules(rules: &str) -> Result<Checked, Vec<parvis_form::Problem>> {
    let questions = [
        "      - { field: sorte, kind: choice, label: Sorte, options: [{ value: a, label: A }, { value: b, label: B }] }\n",
        "      - { field: nombre, kind: integer, label: Nombre, min: 0, max: 9 }\n",
    ];
    let questions = questions.concat();
    check("essai.yaml", &format!("{GOOD}{questions}{rules}"))
}

/// What is wrong with rules, with its place in them.
fn wrong(rules: &str) -> Vec<(u64, String)> {
    let before = GOOD.lines().count() as u64 + 2;
    let problems = with_rules(rules).unwrap_err();
    let told = problems.into_iter();
    told.map(|problem| (problem.line - before, problem.message))
        .collect()
}

#[test]
fn the_first_rule_that_holds_leads_to_its_group() {
    let rules = "routing:
  - { if: sorte == \"a\" && nombre > 3, group: grands }
  - { if: sorte == \"a\", group: petits }
";
    let checked = with_rules(rules).unwrap();
    let answers = |sorte: &str, nombre: Option<i64>| {
        let mut answers = parvis_form::Answers::new();
        answers.insert(
            "sorte".parse().unwrap(),
            parvis_form::Answer::Choice(sorte.to_owned()),
        );
        if let Some(nombre) = nombre {
            answers.insert(
                "nombre".parse().unwrap(),
                parvis_form::Answer::Integer(nombre),
            );
        }
        answers
    };
    let to = |number, group| Routing::To { number, group };
    for (sorte, nombre, expected) in [
        ("a", Some(4), to(1, "grands")),
        ("a", Some(3), to(2, "petits")),
        // What was not answered decides nothing.
        ("a", None, to(2, "petits")),
        ("b", Some(9), Routing::Nowhere),
    ] {
        assert_eq!(
            checked.file.routed(&answers(sorte, nombre)),
            expected,
            "{sorte} {nombre:?}"
        );
    }
    let all = with_rules(&format!("{rules}  - {{ group: autres }}\n")).unwrap();
    assert_eq!(all.file.routed(&answers("b", None)), to(3, "autres"));
    let none = with_rules("").unwrap();
    assert_eq!(none.file.routed(&answers("a", Some(4))), Routing::None);
    // The stored description reads back the same rules.
    let stored = serde_json::to_string(&all.file).unwrap();
    assert_eq!(
        serde_json::from_str::<ProcedureFile>(&stored).unwrap(),
        all.file
    );
}

#[test]
fn rules_are_typed_against_the_form_and_told_with_their_line() {
    let told = wrong("routing:\n  - { if: sort == \"a\", group: un }\n");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].0 == 2 && told[0].1.contains("sort"), "{told:?}");
    let told = wrong("routing:\n  - { if: nombre == \"a\", group: un }\n");
    assert_eq!((told.len(), told[0].0), (1, 2), "{told:?}");
    let told = wrong("routing:\n  - { if: sorte == \"c\", group: un }\n");
    assert_eq!((told.len(), told[0].0), (1, 2), "{told:?}");
    let told = wrong("routing:\n  - { group: un }\n  - { if: nombre > 1, group: Deux }\n");
    assert_eq!(
        told.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [2, 3],
        "{told:?}"
    );
    assert_eq!(wrong("routing: []\n").len(), 1);
    assert_eq!(
        wrong("routing:\n  - { if: nombre >, group: un }\n").len(),
        1
    );
}

#[test]
fn promises_are_read_and_never_less_than_the_law() {
    let promised = |days: u16| {
        format!("{GOOD}commitments: {{ answer_days: {days}, message_days: 2, satisfaction: 90 }}\n")
    };
    let checked = check("essai.yaml", &promised(30)).unwrap();
    assert_eq!(checked.file.commitments.unwrap().answer_days, Some(30));
    let later = problems(&promised(90));
    assert!(later[0].contains("later than silence decides"), "{later:?}");
    let nothing = problems(&format!("{GOOD}commitments: {{}}\n"));
    assert!(nothing[0].contains("nothing is promised"), "{nothing:?}");
}

#[test]
fn special_rules_name_their_text() {
    let regime = "regime: { name: Urbanisme, text: Le délai est d'un mois., legal_basis: Code de l'urbanisme }\n";
    let checked = check("essai.yaml", &format!("{GOOD}{regime}")).unwrap();
    assert_eq!(
        checked.file.regime.unwrap().legal_basis,
        "Code de l'urbanisme"
    );
    let silent = regime.replace(", legal_basis: Code de l'urbanisme", "");
    let found = problems(&format!("{GOOD}{silent}"));
    assert!(found[0].contains("`legal_basis` is missing"), "{found:?}");
}

#[test]
fn a_revision_of_before_orientations_reads_back() {
    let stored = serde_json::to_value(check("essai.yaml", GOOD).unwrap().file).unwrap();
    for key in ["regime", "commitments", "orientation"] {
        assert!(stored.get(key).is_none(), "{key}");
    }
}

/// A file that pays.
fn paying(payment: &str) -> String {
    let questions = "      - { field: mot, kind: short_text, label: Un mot, max_length: 10 }
      - { field: people, kind: integer, label: Combien ?, min: 1, max: 9 }
      - { field: iban, kind: iban, label: Le compte, sensitivity: sensitive }
      - { field: other, kind: iban, label: Un autre, optional: true, sensitivity: sensitive }
      - { field: hidden, kind: iban, label: Un troisième, if: people > 2, sensitivity: sensitive }
      - { field: body, kind: company, label: Une entreprise, optional: true }
      - { field: club, kind: association, label: Une association, if: people > 2 }
      - { field: rib, kind: piece, label: Le RIB, optional: true, max_files: 1, max_size: 1 MB, accept: [pdf], other_way: false }
";
    let asked = "      - { field: mot, kind: short_text, label: Un mot, max_length: 10 }\n";
    let silence = "effect: accepted, delay: 2 months, legal_basis: \"CRPA, art. L231-1\"";
    with(asked, questions)
        .replace("financial: false", "financial: true")
        .replace(
            silence,
            "effect: rejected, delay: 2 months, legal_basis: CRPA L231-4",
        )
        + payment
}

const PAYMENT: &str = "payment:
  iban: iban
  holder: identity
  proof: rib
  amount: \"people >= 3 ? eur('500.00') : eur('300.00')\"
  max: \"1000.00\"
  budget: { imputation: Chapitre 65, justification: Décision }
";

#[test]
fn a_file_that_pays_says_which_account_how_much_and_on_which_line() {
    let checked = check("essai.yaml", &paying(PAYMENT)).unwrap();
    let payment = checked.file.payment.clone().unwrap();
    assert_eq!(payment.iban.as_str(), "iban");
    assert_eq!(payment.holder, Holder::Identity);
    assert_eq!(payment.max, 100_000);
    assert_eq!(payment.budget.imputation, "Chapitre 65");
    let mut answers = parvis_form::Answers::default();
    let amount = payment.amount.clone().unwrap();
    assert_eq!(amount.cents(&answers), None);
    answers.insert("people".parse().unwrap(), parvis_form::Answer::Integer(3));
    assert_eq!(amount.cents(&answers), Some(50_000));
    let stored = serde_json::to_string(&checked.file).unwrap();
    let again: ProcedureFile = serde_json::from_str(&stored).unwrap();
    assert_eq!(again, checked.file);
}

#[test]
fn what_is_wrong_with_a_payment_is_told_at_its_place() {
    for (written, replaced, expected) in [
        (
            "iban: iban",
            "iban: mot",
            "the account is no question of kind `iban`",
        ),
        (
            "iban: iban",
            "iban: other",
            "an account that is paid is not optional",
        ),
        (
            "iban: iban",
            "iban: hidden",
            "a condition hides what a payment needs",
        ),
        (
            "holder: identity",
            "holder: body",
            "whose account is paid is not optional",
        ),
        (
            "holder: identity",
            "holder: club",
            "a condition hides what a payment needs",
        ),
        (
            "iban: iban",
            "iban: nowhere",
            "`nowhere` is no question outside repeated blocks",
        ),
        ("  iban: iban\n", "", "`iban` is missing"),
        (
            "holder: identity",
            "holder: people",
            "this question names nobody",
        ),
        ("  holder: identity\n", "", "`holder` is missing"),
        (
            "proof: rib",
            "proof: mot",
            "the proof is no question of kind `piece`",
        ),
        ("\"1000.00\"", "\"1000\"", "this is not an amount in euros"),
        ("\"1000.00\"", "\"0.00\"", "this is not an amount in euros"),
        ("imputation: Chapitre 65, ", "", "`imputation` is missing"),
        (
            "? eur('500.00') : eur('300.00')",
            "? 1 : 2",
            "what is proposed is an amount",
        ),
        ("people >= 3", "peeple >= 3", "`peeple`"),
    ] {
        assert!(PAYMENT.contains(written), "{written}");
        let found = problems(&paying(&PAYMENT.replace(written, replaced)));
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].contains(expected), "{expected}: {found:#?}");
    }
    let free = paying(PAYMENT).replace("financial: true", "financial: false");
    assert!(
        problems(&free)
            .iter()
            .any(|one| one.contains("is about money"))
    );
}

#[test]
fn a_procedure_is_read_in_french_in_what_it_promises_and_in_what_its_title_has() {
    let languages = |source: &str| {
        let languages = check("essai.yaml", source).unwrap().file.languages();
        let tags: Vec<String> = languages.iter().map(ToString::to_string).collect();
        tags.join(" ")
    };
    assert_eq!(languages(GOOD), "fr");
    let promised = GOOD.replace("minutes: 5", "minutes: 5\nlanguages: [uk, ar]");
    assert_eq!(languages(&promised), "fr uk ar");
    let titled = promised.replace(
        "title: Un essai\n",
        "title: { fr: Un essai, ar: تجربة, pt-BR: Um ensaio }\n",
    );
    assert_eq!(languages(&titled), "fr uk ar pt-BR");
    let stored = serde_json::to_value(check("essai.yaml", &titled).unwrap().file).unwrap();
    assert_eq!(stored["languages"], serde_json::json!(["uk", "ar"]));
    let read: ProcedureFile = serde_json::from_value(stored).unwrap();
    assert_eq!(
        read.title.in_language("ar".parse::<LanguageTag>().unwrap()),
        "تجربة"
    );
}

#[test]
fn a_summary_in_another_script_ends_as_its_script_does() {
    let told =
        |summary: &str| check("essai.yaml", &GOOD.replace("summary: Une phrase.", summary)).is_ok();
    assert!(told(
        "summary: { fr: Une phrase., ja: 文です。, ar: جملة واحدة, th: ประโยค }"
    ));
    assert!(!told("summary: { fr: Une phrase., en: A sentence }"));
    assert!(!told(&format!(
        "summary: {{ fr: Une phrase., th: {} }}",
        "ก".repeat(201)
    )));
}
