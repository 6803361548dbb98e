//! Every crate has a `README.md`, which is also its documentation.

use std::path::Path;

use crate::finding::Finding;
use crate::house::{House, Member};

const INCLUDED: &str = r#"#![doc = include_str!("../README.md")]"#;

/// Checks every member.
pub fn check(house: &House) -> Vec<Finding> {
    house
        .members
        .iter()
        .filter_map(|member| check_member(&house.root, member))
        .collect()
}

fn check_member(root: &Path, member: &Member) -> Option<Finding> {
    let readme = member.folder.join("README.md");
    if !root.join(&readme).is_file() {
        let todo = "write what the room is for, its words, and what it deliberately does not do";
        return Some(Finding::new(
            &readme,
            1,
            format!("{} has no README.md", member.room()),
            todo,
        ));
    }
    let face = ["src/lib.rs", "src/main.rs"]
        .map(|face| member.folder.join(face))
        .into_iter()
        .find(|face| root.join(face).is_file())?;
    let text = std::fs::read_to_string(root.join(&face)).unwrap_or_default();
    (!text.lines().any(|line| line.trim() == INCLUDED)).then(|| {
        Finding::new(
            face,
            1,
            "the README.md is not the crate's documentation",
            format!("begin the file with {INCLUDED}"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_needs_its_page_and_includes_it() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("crates/law");
        std::fs::create_dir_all(folder.join("src")).unwrap();
        let member = Member {
            package: "parvis-law".into(),
            folder: "crates/law".into(),
            imports: vec![],
        };
        let told = || check_member(root.path(), &member).map(|finding| finding.what);

        std::fs::write(folder.join("src/lib.rs"), "//! Law.").unwrap();
        assert_eq!(told().as_deref(), Some("law has no README.md"));
        std::fs::write(folder.join("README.md"), "# law").unwrap();
        assert_eq!(
            told().as_deref(),
            Some("the README.md is not the crate's documentation")
        );
        std::fs::write(folder.join("src/lib.rs"), INCLUDED).unwrap();
        assert_eq!(told(), None);
    }
}
