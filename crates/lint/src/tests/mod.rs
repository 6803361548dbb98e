//! The linter as a whole: examples, silences, places, determinism.

mod burden;
mod generated;
mod paths;
mod sarif;

use std::collections::BTreeSet;

use parvis_kernel::Language;
use parvis_procedure::{Checked, LIBRARY, check};

use super::*;

/// A file in which nothing is found.
pub(crate) const RIGHT: &str = include_str!("../../../procedure/tests/short.yaml");

/// The file, where the keys of a part take the place of its own.
pub(crate) fn with(part: &str) -> String {
    let mut keys = keys_of(RIGHT);
    for (key, text) in keys_of(part) {
        match keys.iter_mut().find(|(own, _)| *own == key) {
            Some(own) => own.1 = text,
            None => keys.push((key, text)),
        }
    }
    keys.into_iter().map(|(_, text)| text).collect()
}

fn keys_of(source: &str) -> Vec<(String, String)> {
    let mut keys: Vec<(String, String)> = Vec::new();
    for line in source.lines() {
        let begins = line.starts_with(|letter: char| letter.is_ascii_lowercase());
        let key = line.split(':').next().unwrap_or_default().to_owned();
        if begins {
            keys.push((key, String::new()));
        }
        keys.last_mut().unwrap().1 += &format!("{line}\n");
    }
    keys
}

pub(crate) fn checked(source: &str) -> Checked {
    match check("essai.yaml", source) {
        Ok(checked) => checked,
        Err(problems) => panic!("{source}\n{problems:#?}"),
    }
}

pub(crate) fn found(source: &str) -> Vec<Finding> {
    lint("essai.yaml", &checked(source), &Options::default())
}

pub(crate) fn names(source: &str) -> Vec<&'static str> {
    found(source)
        .iter()
        .map(|finding| finding.rule.id)
        .collect()
}

#[test]
fn nothing_is_found_in_a_file_that_is_right() {
    assert_eq!(found(RIGHT), []);
}

#[test]
fn each_rule_finds_its_example_and_is_content_with_what_corrects_it() {
    for rule in rules() {
        let Example { before, after } = rule.example;
        if rule.id == "revision-heavier" {
            let earlier = checked(RIGHT);
            let grown = |part: &str| lint_revision("essai.yaml", &earlier, &checked(&with(part)));
            assert!(!grown(before).is_empty() && grown(after).is_empty());
            continue;
        }
        assert!(
            names(&with(before)).contains(&rule.id),
            "{} does not find its example",
            rule.id
        );
        assert_eq!(
            names(&with(after)),
            [""; 0],
            "{} in its corrected example",
            rule.id
        );
    }
}

#[test]
fn rules_have_distinct_names_and_say_everything_in_both_languages() {
    let all: Vec<&Rule> = rules().collect();
    let ids: BTreeSet<&str> = all.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), all.len());
    for rule in all {
        for language in Language::ALL {
            let said = rule.reason.said(language);
            assert!(
                said.ends_with('.') && said.len() < 160,
                "{}: {said}",
                rule.id
            );
        }
        let cites = |text: &str| text.chars().any(|sign| sign.is_ascii_digit());
        let is_law = rule.source.certainty != Certainty::Judgment;
        assert!(
            !is_law || cites(rule.source.text),
            "{}: {}",
            rule.id,
            rule.source.text
        );
    }
}

#[test]
fn a_finding_is_at_the_value_itself() {
    let source = with("delay:\n  words: Trois mois.\n  expected_days: 90");
    let [finding] = found(&source).try_into().unwrap();
    let line = source
        .lines()
        .nth(usize::try_from(finding.line).unwrap() - 1)
        .unwrap();
    assert_eq!(line, "  expected_days: 90");
    assert_eq!(finding.column, 18);
    assert_eq!(finding.at(), Some("delay"));
    assert_eq!(
        finding.line_of_words(Language::English),
        "essai.yaml:12:18: the answer usually takes 90 days, silence decides after about 60 days ; answer before, or cite \
         the text that makes the delay longer (`delay_basis`) [silence-before-answer, heavy]"
    );
}

#[test]
fn what_an_answer_lets_know_is_seen_at_the_answer() {
    let source = with(
        "steps:
  - step: une
    title: Une étape
    elements:
      - field: qui
        kind: choice
        label: Pour qui demandez-vous ?
        options:
          - { value: association, label: Une association }
          - { value: union, label: Un syndicat }
",
    );
    let [finding] = found(&source).try_into().unwrap();
    assert_eq!(finding.rule.id, "sensitive-by-default");
    let line = source
        .lines()
        .nth(usize::try_from(finding.line).unwrap() - 1);
    assert!(line.unwrap().contains("Un syndicat"), "{line:?}");
}

#[test]
fn a_silence_keeps_one_rule_in_one_place() {
    let steps = "steps:\n- step: une\n  title: Une étape\n  elements:\n  - { field: a, kind: short_text, label: Votre RIB }\n  - { field: b, kind: short_text, label: Votre SIRET }\n";
    assert_eq!(names(&with(steps)), ["term-without-hint"; 2]);
    let silence = |at: &str| {
        format!(
            "{steps}lint: [{{ rule: term-without-hint, {at}reason: Les agents le dictent au téléphone. }}]\n"
        )
    };
    let kept = found(&with(&silence("at: a, ")));
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].at(), Some("b"));
    assert_eq!(names(&with(&silence("at: une, "))), [""; 0]);
    assert_eq!(names(&with(&silence(""))), [""; 0]);
}

#[test]
fn a_silence_about_silences_silences_nothing() {
    let source = with(
        "lint:\n- { rule: jargon, reason: Aucun mot de ce genre ici. }\n- { rule: silence-useless, reason: On garde la ligne précédente. }\n",
    );
    assert_eq!(names(&source), ["silence-useless", "silence-useless"]);
}

#[test]
fn the_procedures_of_the_library_are_clean() {
    let mut dirty = Vec::new();
    for (name, source) in LIBRARY {
        let checked = check(name, source).unwrap();
        for finding in lint(name, &checked, &Options::default()) {
            dirty.push(finding.line_of_words(Language::French));
        }
    }
    assert!(dirty.is_empty(), "{}", dirty.join("\n"));
}

#[test]
fn every_finding_is_inside_its_file() {
    for rule in rules() {
        let source = with(rule.example.before);
        for finding in found(&source) {
            assert_inside(&source, &finding);
        }
    }
}

pub(crate) fn assert_inside(source: &str, finding: &Finding) {
    let at = usize::try_from(finding.line).unwrap();
    let line = at.checked_sub(1).and_then(|at| source.lines().nth(at));
    let line = line.unwrap_or_else(|| panic!("{finding:?}"));
    let column = usize::try_from(finding.column).unwrap();
    assert!(
        (1..=line.chars().count() + 1).contains(&column),
        "{finding:?} in {line}"
    );
}
