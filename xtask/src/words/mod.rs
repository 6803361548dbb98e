//! French and English say the same things, every word used exists, and no word is left over.

mod catalogue;
mod ftl;
mod uses;

use std::path::Path;

use anyhow::Result;

use crate::files::{self, TextFile};
use crate::finding::Finding;
use crate::house::House;

use catalogue::Catalogue;
use uses::Uses;

/// Reads the words and the code of every room.
pub fn check(house: &House) -> Result<Vec<Finding>> {
    let files = files::read(
        &house.root,
        Path::new("crates"),
        &["ftl", "rs", "html", "txt"],
    )?;
    let files: Vec<TextFile> = files
        .into_iter()
        .filter(|file| !files::is_test(&file.path))
        .collect();
    check_files(&files)
}

fn check_files(files: &[TextFile]) -> Result<Vec<Finding>> {
    let catalogue = Catalogue::read(files)?;
    let uses = Uses::read(files)?;
    let mut findings = catalogue.differences();
    findings.extend(unknown(&catalogue, &uses));
    findings.extend(left_over(&catalogue, &uses));
    Ok(findings)
}

fn unknown(catalogue: &Catalogue, uses: &Uses) -> Vec<Finding> {
    let unknown = uses.said.iter().filter(|used| !catalogue.has(&used.key));
    unknown
        .map(|used| {
            let what = format!("the word `{}` exists in no fr.ftl", used.key);
            Finding::new(
                &used.path,
                used.line,
                what,
                "write it in fr.ftl and en.ftl, or correct the key",
            )
        })
        .collect()
}

fn left_over(catalogue: &Catalogue, uses: &Uses) -> Vec<Finding> {
    let left = catalogue
        .french()
        .filter(|(_, message)| !uses.mentions(&message.key) && !catalogue.refers_to(&message.key));
    left.map(|(path, message)| {
        let what = format!("the word `{}` is said nowhere", message.key);
        Finding::new(
            path,
            message.line,
            what,
            "remove it from fr.ftl and en.ftl, or say it",
        )
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<_> = files
            .iter()
            .map(|(path, text)| TextFile {
                path: (*path).into(),
                text: (*text).to_owned(),
            })
            .collect();
        check_files(&files)
            .unwrap()
            .iter()
            .map(|it| format!("{}:{} {}", it.file.display(), it.line, it.what))
            .collect()
    }

    #[test]
    fn words_in_both_languages_that_are_said_have_nothing_to_hear() {
        let files = [
            ("c/a/fr.ftl", "a-title = Bonjour { $name }\n"),
            ("c/a/en.ftl", "a-title = Hello { $name }\n"),
            (
                "c/a/page.html",
                "<h1>{{ visit.say_with(\"a-title\", [(\"name\", name)]) }}</h1>",
            ),
        ];
        assert_eq!(told(&files), Vec::<String>::new());
    }

    #[test]
    fn a_word_said_but_not_written_is_told_at_its_line() {
        let files = [("c/a/mod.rs", "fn f() {\n    visit.say(\"a-title\")\n}")];
        assert_eq!(
            told(&files),
            ["c/a/mod.rs:2 the word `a-title` exists in no fr.ftl"]
        );
    }

    #[test]
    fn a_word_written_but_not_said_is_told() {
        let files = [
            ("c/a/fr.ftl", "\na-title = Bonjour\n"),
            ("c/a/en.ftl", "a-title = Hello\n"),
        ];
        assert_eq!(
            told(&files),
            ["c/a/fr.ftl:2 the word `a-title` is said nowhere"]
        );
    }

    #[test]
    fn words_missing_in_one_language_or_with_other_variables_are_told() {
        let files = [
            ("c/a/fr.ftl", "a-one = Un\na-two = Deux { $count }\n"),
            ("c/a/en.ftl", "a-two = Two\na-three = Three\n"),
            (
                "c/a/mod.rs",
                "say(\"a-one\"); say(\"a-two\"); say_with(\"a-two\", &[])",
            ),
        ];
        assert_eq!(
            told(&files),
            [
                "c/a/fr.ftl:1 the word `a-one` is not in en.ftl",
                "c/a/fr.ftl:2 the word `a-two` has not the same variables in en.ftl",
                "c/a/en.ftl:2 the word `a-three` is not in fr.ftl",
            ]
        );
    }
}
