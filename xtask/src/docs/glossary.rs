//! One concept, one word: the synonyms that `docs/glossary.md` forbids name nothing in the code.
//!
//! Only names that we give are read (after `fn`, `struct`, `let`, a public field ...): a library keeps its own.
//! Tests are named by sentences, and speak as they like.

use anyhow::{Context, Result};
use regex::Regex;

use crate::files;
use crate::finding::Finding;
use crate::house::House;
use crate::source::{Token, tokens, without_tests};

const PAGE: &str = "docs/glossary.md";

/// The heading of the column that holds the forbidden synonyms.
const COLUMN: &str = "never";

/// The words after which a name is given.
const GIVING: [&str; 11] = [
    "fn", "struct", "enum", "trait", "type", "mod", "const", "static", "let", "mut", "pub",
];

/// A synonym that is not to be used, and the word to use.
#[derive(Debug, PartialEq, Eq)]
struct Forbidden {
    synonym: String,
    term: String,
}

/// Looks for the forbidden synonyms in every Rust file.
pub fn check(house: &House) -> Result<Vec<Finding>> {
    let page = std::fs::read_to_string(house.root.join(PAGE)).context(PAGE)?;
    let forbidden = forbidden(&page)?;
    let mut findings = Vec::new();
    for member in house
        .members
        .iter()
        .filter(|member| member.room() != "xtask")
    {
        let sources = files::read(&house.root, &member.folder, &["rs"])?;
        for file in sources.iter().filter(|file| !files::is_test(&file.path)) {
            for (name, line) in given_names(&without_tests(tokens(&file.text))) {
                let found = forbidden.iter().find(|it| says(&name, &it.synonym));
                findings.extend(found.map(|it| finding(&file.path, line, &name, it)));
            }
        }
    }
    Ok(findings)
}

fn finding(path: &std::path::Path, line: usize, name: &str, forbidden: &Forbidden) -> Finding {
    let what = format!("{name} says `{}`", forbidden.synonym);
    let todo = format!("the glossary calls it {}: use that word", forbidden.term);
    Finding::new(path, line, what, todo)
}

/// Reads the tables of the glossary: first column the term, column `never` the synonyms in backticks.
fn forbidden(page: &str) -> Result<Vec<Forbidden>> {
    let quoted = Regex::new("`([^`]+)`")?;
    let mut column = None;
    let mut forbidden = Vec::new();
    for line in page.lines() {
        let cells: Vec<&str> = line
            .trim()
            .trim_matches('|')
            .split('|')
            .map(str::trim)
            .collect();
        if !line.trim_start().starts_with('|') {
            column = None;
        } else if let Some(found) = cells.iter().position(|cell| cell.to_lowercase() == COLUMN) {
            column = Some(found);
        } else if let Some(cell) = column.and_then(|column| cells.get(column)) {
            let term = cells.first().copied().unwrap_or_default();
            forbidden.extend(quoted.captures_iter(cell).filter_map(|found| {
                Some(Forbidden {
                    synonym: found.get(1)?.as_str().to_owned(),
                    term: term.to_owned(),
                })
            }));
        }
    }
    Ok(forbidden)
}

/// The names that the file gives, with their lines.
fn given_names(tokens: &[Token]) -> Vec<(String, usize)> {
    let pairs = tokens.iter().zip(tokens.iter().skip(1));
    pairs
        .filter(|(before, _)| GIVING.iter().any(|word| before.is(word)))
        .filter_map(|(_, name)| Some((name.word()?.to_owned(), name.line)))
        .collect()
}

/// Tells whether a name contains all the words of the synonym, one after the other.
fn says(name: &str, synonym: &str) -> bool {
    let name = split(name);
    let synonym = split(synonym);
    !synonym.is_empty() && name.windows(synonym.len()).any(|words| words == synonym)
}

/// `CaseFile`, `case_file` and `CASE_FILE` are the words `case` and `file`.
fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_small = false;
    for character in name.chars() {
        let begins = character == '_' || (character.is_uppercase() && after_small);
        if begins {
            words.push(String::new());
        }
        after_small = character.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| character != '_') {
            word.extend(character.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "| Term | Definition | Never |\n|---|---|---|\n| dossier | a `file` | `case_file`, `folder` |\n\ntext `other`\n";

    #[test]
    fn synonyms_are_read_in_their_column_only() {
        let read = forbidden(TABLE).unwrap();
        let synonyms: Vec<_> = read.iter().map(|it| it.synonym.as_str()).collect();
        assert_eq!(synonyms, ["case_file", "folder"]);
        assert_eq!(read[0].term, "dossier");
    }

    #[test]
    fn a_synonym_is_seen_in_any_spelling_but_not_inside_another_word() {
        for (name, expected) in [
            ("CaseFile", true),
            ("open_case_file", true),
            ("CASE_FILE", true),
            ("lower_case", false),
            ("casefiles", false),
        ] {
            assert_eq!(says(name, "case_file"), expected, "{name}");
        }
    }

    #[test]
    fn only_names_that_we_give_are_read() {
        let names = given_names(&tokens(
            "pub struct A { pub b: lib::C } fn d() { let mut e = lib::f(); }",
        ));
        let names: Vec<_> = names.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["struct", "A", "b", "d", "mut", "e"]);
    }
}
