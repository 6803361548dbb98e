//! The linter, through the command line and through the pages of authors.

use std::io::Write;
use std::process::{Output, Stdio};

use http::StatusCode;
use parvis_demarche::LIBRARY;
use serde_json::Value;

use crate::process::{folder, parvis};
use crate::town::in_towns;

/// A text in which one thing is grave: a certified copy is asked for.
fn grave() -> String {
    LIBRARY[0].1.replace(
        "Par exemple : une page du livret de famille",
        "Une copie certifiée conforme : une page du livret de famille",
    )
}

/// Runs `parvis procedure …`, with something on its standard input.
fn procedure(words: &[&str], typed: &str) -> Output {
    let (_kept, data) = folder();
    let mut command = parvis(&data);
    command.arg("procedure").args(words);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut process = command.spawn().unwrap();
    process
        .stdin
        .take()
        .unwrap()
        .write_all(typed.as_bytes())
        .unwrap();
    process.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn the_command_line_tells_findings_from_files_that_do_not_stand() {
    let clean = procedure(&["lint", "-"], LIBRARY[0].1);
    assert_eq!((clean.status.code(), said(&clean).as_str()), (Some(0), ""));
    let found = procedure(&["lint", "-"], &grave());
    assert_eq!(found.status.code(), Some(1));
    let line = said(&found);
    assert!(
        line.starts_with("stdin:") && line.ends_with("[certified-copy, grave]\n"),
        "{line}"
    );
    let english = procedure(&["lint", "--lang", "en", "-"], &grave());
    assert!(said(&english).contains("a certified copy is required"));
    for (words, typed) in [
        (vec!["lint", "-"], "slug: a"),
        (vec!["lint", "no-such-file.yaml"], ""),
    ] {
        assert_eq!(procedure(&words, typed).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn machines_read_findings_as_json_and_sarif() {
    let json = procedure(&["lint", "--format", "json", "-"], &grave());
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["findings"][0]["rule"], "certified-copy");
    assert_eq!(json["findings"][0]["at"], "link_proof");
    let sarif = procedure(&["lint", "--format", "sarif", "-"], &grave());
    assert_eq!(sarif.status.code(), Some(1));
    let sarif: Value = serde_json::from_slice(&sarif.stdout).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"][0]["level"], "error");
}

#[test]
fn the_rules_and_the_burden_are_told() {
    let rules = said(&procedure(&["rules"], ""));
    assert!(rules.contains("proof-of-address (grave)") && rules.contains("CRPA, art. R113-8"));
    let burden = said(&procedure(&["burden", "-"], LIBRARY[0].1));
    assert!(burden.starts_with("parcours médian : "), "{burden}");
    assert_eq!(burden.lines().count(), 2);
}

#[test]
fn an_author_reads_the_findings_beside_the_draft_and_publishes_all_the_same() {
    in_towns(|town| {
        let mut karim = town.agent(&town.rochebrune, "karim");
        let edit = "/agent/demarches/acte-naissance/texte";
        let form = karim.get(edit).shown().form("/texte");
        let kept = karim.submit(&form.fill("texte", &grave()));
        let page = karim.follow(kept).shown().told();
        assert!(
            page.contains("Une copie certifiée conforme est exigée"),
            "{page}"
        );
        assert!(page.contains("CRPA, art. R113-10"), "{page}");
        assert!(page.contains("Parcours médian"), "{page}");
        let ask = karim.get("/agent/demarches/acte-naissance/publier").shown();
        assert!(
            ask.told()
                .contains("Une copie certifiée conforme est exigée")
        );
        let done = karim.submit(&ask.form("/publier").tick("confirme", "oui"));
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_draft_that_asks_more_than_what_is_published_is_told() {
    in_towns(|town| {
        let mut karim = town.agent(&town.rochebrune, "karim");
        let form = karim
            .get("/agent/demarches/acte-naissance/texte")
            .shown()
            .form("/texte");
        let text = form.value("texte").unwrap().to_owned();
        let more = "      - field: copies\n";
        let asked = "      - field: pourquoi\n        kind: long_text\n        label: { fr: Pour quoi faire ?, en: What for? }\n";
        let kept =
            karim.submit(&form.fill("texte", &text.replacen(more, &format!("{asked}{more}"), 1)));
        let page = karim.follow(kept).shown().told();
        assert!(
            page.contains("Cette révision demande plus que la précédente"),
            "{page}"
        );
    });
}
