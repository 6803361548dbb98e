//! `ARCHITECTURE.md` names exactly the members of the workspace, written as `crates/NAME` (and `xtask`).

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use regex::Regex;

use crate::files::line_of;
use crate::finding::Finding;
use crate::house::House;

const PAGE: &str = "ARCHITECTURE.md";

/// Compares the page with the workspace.
pub fn check(house: &House) -> Result<Vec<Finding>> {
    let members: Vec<String> = house
        .members
        .iter()
        .map(|member| member.folder.display().to_string())
        .collect();
    let text = std::fs::read_to_string(house.root.join(PAGE)).context(PAGE)?;
    compare(&text, &members)
}

fn compare(text: &str, members: &[String]) -> Result<Vec<Finding>> {
    let named = named(text)?;
    let gone = named
        .iter()
        .filter(|(name, _)| !members.contains(name))
        .map(|(name, line)| {
            Finding::new(
                PAGE,
                *line,
                format!("{name} is not a member of the workspace"),
                "remove it from the page",
            )
        });
    let missing = members
        .iter()
        .filter(|member| !named.contains_key(*member))
        .map(|member| {
            Finding::new(
                PAGE,
                1,
                format!("{member} is not named"),
                format!("say what `{member}` holds"),
            )
        });
    Ok(gone.chain(missing).collect())
}

/// Every room named by the page, with the first line that names it.
fn named(text: &str) -> Result<BTreeMap<String, usize>> {
    let name = Regex::new(r"\bcrates/[a-z][a-z0-9_-]*|\bxtask\b")?;
    let mut named = BTreeMap::new();
    for found in name.find_iter(text) {
        named
            .entry(found.as_str().to_owned())
            .or_insert_with(|| line_of(text, found.start()));
    }
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_not_named_and_a_name_without_member_are_both_told() {
        let members = ["crates/law".to_owned(), "xtask".to_owned()];
        let findings = compare("# House\n\n`crates/attic` and `xtask`", &members).unwrap();
        let told: Vec<_> = findings
            .iter()
            .map(|it| (it.line, it.what.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (3, "crates/attic is not a member of the workspace"),
                (1, "crates/law is not named")
            ]
        );
    }
}
