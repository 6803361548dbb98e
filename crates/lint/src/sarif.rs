//! Findings in SARIF 2.1.0 (OASIS, 2020), the format that forges and editors read.

use parvis_form::Problem;
use parvis_kernel::Language;
use serde_json::{Value, json};

use crate::finding::Finding;
use crate::rule::Rule;
use crate::rules::rules;

/// The problems of a file that does not stand: the linter did not look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The name of the file.
    pub file: String,
    /// What its checker tells, in the language of the output: line, column, words.
    pub problems: Vec<(u64, u64, String)>,
}

impl Unreadable {
    /// The problems of a file, as its checker tells them.
    #[must_use]
    pub fn of(file: &str, problems: &[Problem], language: Language) -> Self {
        let told = problems.iter().map(|problem| {
            let said = |text: &str| match language {
                Language::French => parvis_procedure::french(text),
                _ => text.to_owned(),
            };
            let mut words = said(&problem.message);
            if let Some(expected) = &problem.expected {
                words = format!("{words} ; {}", said(expected));
            }
            (problem.line, problem.column, words)
        });
        Self {
            file: file.to_owned(),
            problems: told.collect(),
        }
    }
}

/// One run of the linter over some files, as a SARIF document.
#[must_use]
pub fn sarif(
    version: &str,
    findings: &[Finding],
    unreadable: &[Unreadable],
    language: Language,
) -> Value {
    let rules: Vec<&Rule> = rules().collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| result(finding, &rules, language))
        .collect();
    let notifications: Vec<Value> = unreadable.iter().flat_map(notifications).collect();
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "parvis procedure lint",
                "version": version,
                "language": language.tag(),
                "rules": rules.iter().map(|rule| metadata(rule, language)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": unreadable.is_empty(),
                "toolExecutionNotifications": notifications,
            }],
            "results": results,
        }],
    })
}

fn metadata(rule: &Rule, language: Language) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.reason.said(language) },
        "fullDescription": { "text": rule.reason.said(language) },
        "help": { "text": format!("{}\n\n{}\n\n{}", rule.source_said(language), rule.example.before, rule.example.after) },
        "defaultConfiguration": { "level": rule.severity.sarif() },
        "properties": { "source": rule.source_said(language), "severity": rule.severity.name() },
    })
}

fn result(finding: &Finding, rules: &[&Rule], language: Language) -> Value {
    let index = rules.iter().position(|rule| rule.id == finding.rule.id);
    json!({
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "level": finding.rule.severity.sarif(),
        "message": { "text": format!("{} ; {}", finding.message.said(language), finding.advice.said(language)) },
        "locations": [location(&finding.file, finding.line, finding.column, finding.at())],
    })
}

fn location(file: &str, line: u64, column: u64, at: Option<&str>) -> Value {
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(file) },
        "region": { "startLine": line.max(1), "startColumn": column.max(1) },
    } });
    if let (Some(at), Some(members)) = (at, location.as_object_mut()) {
        members.insert("logicalLocations".to_owned(), json!([{ "name": at }]));
    }
    location
}

fn notifications(unreadable: &Unreadable) -> Vec<Value> {
    let told = unreadable.problems.iter().map(|(line, column, words)| {
        json!({
            "level": "error",
            "message": { "text": words },
            "locations": [location(&unreadable.file, *line, *column, None)],
        })
    });
    told.collect()
}

/// A file name as a relative reference of a URI: what is not allowed there is escaped (RFC 3986).
fn uri(file: &str) -> String {
    let mut written = String::with_capacity(file.len());
    for byte in file.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                written.push(char::from(byte))
            }
            other => written.push_str(&format!("%{other:02X}")),
        }
    }
    written
}
