//! The tests that a document cites as a proof exist: a proof that is gone proves nothing.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use regex::Regex;

use crate::files;
use crate::finding::Finding;
use crate::house::House;

/// Where documents cite tests.
const FOLDER: &str = "docs";

/// Looks for each cited test among the functions of the house.
pub fn check(house: &House) -> Result<Vec<Finding>> {
    let functions = functions(house)?;
    let mut findings = Vec::new();
    for page in files::read(&house.root, Path::new(FOLDER), &["md"])? {
        for (name, line) in cited(&page.text)? {
            if !functions.contains(&name) {
                let what = format!("no test is called {name}");
                let todo = "cite the test by its name of today, or take the claim back";
                findings.push(Finding::new(&page.path, line, what, todo));
            }
        }
    }
    Ok(findings)
}

/// The sentences in backticks: at least four words joined by `_`, as tests are named, and their lines.
fn cited(page: &str) -> Result<Vec<(String, usize)>> {
    let sentence = Regex::new("`([a-z0-9]+(?:_[a-z0-9]+){4,})`")?;
    let mut found = Vec::new();
    for (index, line) in page.lines().enumerate() {
        for name in sentence.captures_iter(line) {
            found.push((name[1].to_owned(), index + 1));
        }
    }
    Ok(found)
}

fn functions(house: &House) -> Result<BTreeSet<String>> {
    let named = Regex::new(r"\bfn ([a-z0-9_]+)")?;
    let mut functions = BTreeSet::new();
    for member in &house.members {
        for source in files::read(&house.root, &member.folder, &["rs"])? {
            let names = named.captures_iter(&source.text);
            functions.extend(names.map(|name| name[1].to_owned()));
        }
    }
    Ok(functions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_in_backticks_is_a_test_that_is_cited() {
        let page =
            "one\n| x | `a_full_disk_is_told_to_the_person` |\n`parvis_http_requests` `make test`";
        let found = cited(page).unwrap();
        assert_eq!(found, [("a_full_disk_is_told_to_the_person".to_owned(), 2)]);
    }
}
