//! How files are laid out and what they may not say: `mod.rs` for folders, names that mean something, no
//! silenced lint, no ignored test.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::files::{self, TextFile};
use crate::finding::Finding;
use crate::house::House;
use crate::source::{Token, starts_with, tokens};

/// Names that say nothing about what a module holds.
const EMPTY_NAMES: [&str; 9] = [
    "utils", "util", "common", "helpers", "helper", "manager", "managers", "misc", "shared",
];

/// Checks the Rust files of every member.
pub fn check(house: &House) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for member in &house.members {
        for file in files::read(&house.root, &member.folder, &["rs"])? {
            findings.extend(check_place(&house.root, &file.path));
            findings.extend(check_attributes(&file));
        }
    }
    Ok(findings)
}

fn check_place(root: &Path, path: &Path) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(folder) = folder_of_the_same_name(root, path) {
        let todo = format!("move it to {}", folder.join("mod.rs").display());
        findings.push(Finding::new(
            path,
            1,
            "a folder holds the rest of this module",
            todo,
        ));
    }
    if let Some(name) = module_name(path).filter(|name| EMPTY_NAMES.contains(name)) {
        let what = format!("a module called {name} says nothing");
        findings.push(Finding::new(
            path,
            1,
            what,
            "name it after what it holds, or put its parts where they are used",
        ));
    }
    findings
}

fn folder_of_the_same_name(root: &Path, path: &Path) -> Option<PathBuf> {
    let is_root = path
        .file_stem()
        .is_some_and(|stem| stem == "lib" || stem == "main");
    let folder = path.with_extension("");
    (!is_root && root.join(&folder).is_dir()).then_some(folder)
}

fn module_name(path: &Path) -> Option<&str> {
    let stem = path.file_stem()?.to_str()?;
    if stem == "mod" {
        path.parent()?.file_name()?.to_str()
    } else {
        Some(stem)
    }
}

fn check_attributes(file: &TextFile) -> Vec<Finding> {
    let tokens = tokens(&file.text);
    let mut findings = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if let Some((what, todo)) = attribute_problem(rest) {
            findings.push(Finding::new(&file.path, first.line, what, todo));
        }
        rest = after;
    }
    findings
}

fn attribute_problem(tokens: &[Token]) -> Option<(&'static str, &'static str)> {
    let begins = |name| {
        starts_with(tokens, &["#", "[", name]) || starts_with(tokens, &["#", "!", "[", name])
    };
    if begins("allow") {
        return Some((
            "#[allow] silences a lint for ever",
            "use #[expect(lint, reason = \"...\")], or put it right",
        ));
    }
    begins("ignore").then_some((
        "#[ignore] leaves a test that never runs",
        "make it run, or remove it",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes(text: &str) -> Vec<usize> {
        let file = TextFile {
            path: "x.rs".into(),
            text: text.to_owned(),
        };
        check_attributes(&file)
            .iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn allow_and_ignore_are_found_where_they_are_written() {
        assert_eq!(
            attributes("#![allow(dead_code)]\n\n#[test]\n#[ignore]\nfn x() {}"),
            [1, 4]
        );
        assert_eq!(
            attributes("#[expect(dead_code, reason = \"#[allow(x)]\")] // #[ignore]"),
            Vec::<usize>::new()
        );
    }

    #[test]
    fn a_file_beside_a_folder_of_the_same_name_is_found() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("src/submit")).unwrap();
        assert_eq!(
            check_place(root.path(), Path::new("src/submit.rs")).len(),
            1
        );
        assert_eq!(
            check_place(root.path(), Path::new("src/submit/mod.rs")).len(),
            0
        );
        assert_eq!(check_place(root.path(), Path::new("src/lib.rs")).len(), 0);
    }

    #[test]
    fn names_that_say_nothing_are_found() {
        let root = tempfile::tempdir().unwrap();
        for (path, count) in [
            ("src/utils.rs", 1),
            ("src/helpers/mod.rs", 1),
            ("src/rules.rs", 0),
        ] {
            assert_eq!(
                check_place(root.path(), Path::new(path)).len(),
                count,
                "{path}"
            );
        }
    }
}
