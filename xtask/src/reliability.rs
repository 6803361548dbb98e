//! `docs/reliability.md`: each fault that a test provokes, and what was observed.
//!
//! The tests of faults append one line per observation, `chapter TAB fault TAB what was seen`, to the file named by
//! `PARVIS_OBSERVATIONS`. The document must name exactly the faults that the tests observed; what was seen (counts,
//! durations) depends on the machine and is written again by `make reliability`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::finding::Finding;
use crate::house::House;

const DOCUMENT: &str = "docs/reliability.md";

const INTRODUCTION: &str = "# Reliability

What happens when something fails around the house, and when somebody tries to harm it. Each line is a test: `make test` provokes the
fault and refuses a change after which the house does not hold. What is in the second column was observed, on one small machine, by the
run that wrote this page (`make reliability`); durations and counts differ elsewhere, what is promised does not: nothing acknowledged is
lost, nothing is acknowledged that is not durable, the page says so with what to do, memory stays bounded, and it recovers by itself.
";

/// What was seen of each fault, by chapter.
type Observed = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// Compares the faults that the document names with those that the tests observed.
pub fn check(house: &House, observations: &Path) -> Result<Vec<Finding>> {
    let text = std::fs::read_to_string(house.root.join(DOCUMENT)).unwrap_or_default();
    Ok(differences(&text, &read(observations)?))
}

/// Writes the document again.
pub fn write(house: &House, observations: &Path) -> Result<()> {
    let document = house.root.join(DOCUMENT);
    std::fs::write(&document, rendered(&read(observations)?)).context(DOCUMENT)
}

fn read(observations: &Path) -> Result<Observed> {
    let text = std::fs::read_to_string(observations);
    let text = text.with_context(|| observations.display().to_string())?;
    Ok(parsed(&text))
}

fn parsed(text: &str) -> Observed {
    let mut observed = Observed::new();
    for line in text.lines() {
        let mut parts = line.splitn(3, '\t').map(str::to_owned);
        if let (Some(chapter), Some(fault), Some(seen)) = (parts.next(), parts.next(), parts.next())
        {
            let faults = observed.entry(chapter).or_default();
            faults.entry(fault).or_default().insert(seen);
        }
    }
    observed
}

fn rendered(observed: &Observed) -> String {
    let mut page = INTRODUCTION.to_owned();
    for (chapter, faults) in observed {
        let _ = write!(page, "\n## {chapter}\n\n| fault | observed |\n|---|---|\n");
        for (fault, seen) in faults {
            let seen: Vec<String> = seen.iter().map(|seen| cell(seen)).collect();
            let _ = writeln!(page, "| {} | {} |", cell(fault), seen.join("<br>"));
        }
    }
    page
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// The faults that a document names, each with its line.
fn named(document: &str) -> BTreeMap<String, usize> {
    let rows = document
        .lines()
        .enumerate()
        .filter(|(_, line)| line.starts_with("| ") && !line.starts_with("| fault |"));
    let faults = rows.filter_map(|(index, line)| {
        let fault = line.strip_prefix("| ")?.split(" | ").next()?;
        Some((fault.to_owned(), index + 1))
    });
    faults.collect()
}

fn differences(document: &str, observed: &Observed) -> Vec<Finding> {
    const TODO: &str = "run `make reliability`";
    let named = named(document);
    let seen: BTreeSet<String> = observed
        .values()
        .flat_map(BTreeMap::keys)
        .map(|fault| cell(fault))
        .collect();
    let finding = |line, what| Finding::new(PathBuf::from(DOCUMENT), line, what, TODO);
    let left_over = named.iter().filter(|(fault, _)| !seen.contains(*fault));
    let left_over =
        left_over.map(|(fault, line)| finding(*line, format!("no test observed: {fault}")));
    let missing = seen.iter().filter(|fault| !named.contains_key(*fault));
    let missing = missing.map(|fault| finding(1, format!("a fault is missing: {fault}")));
    left_over.chain(missing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: &str = "Bad days\tdisk full\tSQLite: 3 refused\nBad days\tdisk full\tPostgreSQL: 2 refused\nHostile input\ta | b\tno\n";

    #[test]
    fn what_was_observed_is_a_table_by_chapter() {
        let page = rendered(&parsed(SEEN));
        assert!(page.contains("| disk full | PostgreSQL: 2 refused<br>SQLite: 3 refused |"));
        assert!(
            page.contains("## Hostile input\n\n| fault | observed |\n|---|---|\n| a \\| b | no |")
        );
    }

    #[test]
    fn a_document_that_was_just_written_differs_in_nothing_whatever_was_seen() {
        let page = rendered(&parsed(SEEN));
        let later = parsed(&SEEN.replace("3 refused", "4 refused"));
        assert_eq!(differences(&page, &later), []);
    }

    #[test]
    fn a_fault_too_many_or_too_few_is_told() {
        let page = rendered(&parsed(SEEN));
        let other = parsed("Bad days\tmail down\tlate\nBad days\tdisk full\tx\n");
        let found = differences(&page, &other);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].what.contains("no test observed: a \\| b"));
        assert!(found[1].what.contains("mail down"));
    }
}
