//! Every stored snapshot is still compared by some test.
//!
//! insta writes the place of each snapshot that a test compared in the file named by
//! `INSTA_SNAPSHOT_REFERENCES_FILE`; what is stored and not there is left over.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::files;
use crate::finding::Finding;
use crate::house::House;

/// Compares the snapshots stored in the crates with those that the tests used.
pub fn check(house: &House, references: &Path) -> Result<Vec<Finding>> {
    let stored = files::list(&house.root.join("crates"))?;
    let used = if references.is_file() {
        std::fs::read_to_string(references).with_context(|| references.display().to_string())?
    } else {
        String::new()
    };
    Ok(left_over(&house.root, stored, &used))
}

fn left_over(root: &Path, stored: Vec<PathBuf>, used: &str) -> Vec<Finding> {
    let used: BTreeSet<PathBuf> = used.lines().map(PathBuf::from).collect();
    let snapshots = stored
        .into_iter()
        .filter(|path| path.extension().is_some_and(|it| it == "snap"));
    snapshots
        .filter(|path| !used.contains(path))
        .map(|path| {
            let path = path.strip_prefix(root).unwrap_or(&path);
            Finding::new(path, 1, "no test compares this snapshot", "remove the file")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_that_no_test_compares_is_told() {
        let stored = [
            "/h/crates/a/x.snap",
            "/h/crates/a/y.snap",
            "/h/crates/a/z.rs",
        ];
        let stored = stored.iter().map(PathBuf::from).collect();
        let findings = left_over(Path::new("/h"), stored, "/h/crates/a/x.snap\n");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].file, Path::new("crates/a/y.snap"));
    }
}
