//! A room imports only rooms of lower floors; between domain rooms, only the arrows written here.
//!
//! A new room or a new arrow is a decision record, then a line in these tables.

use anyhow::Result;

use crate::finding::Finding;
use crate::house::{House, Import, Member};

/// Every room and its floor.
const FLOORS: [(&str, u8); 30] = [
    ("kernel", 0),
    ("form", 1),
    ("law", 1),
    ("territory", 1),
    ("passkey", 1),
    ("store", 1),
    ("journal", 2),
    ("jobs", 2),
    ("procedure", 2),
    ("document", 2),
    ("outside", 2),
    ("lint", 3),
    ("sources", 3),
    ("organisation", 3),
    ("access", 4),
    ("web", 5),
    ("identity", 5),
    ("notify", 6),
    ("webhook", 6),
    ("demarche", 6),
    ("catalogue", 6),
    ("gateway", 6),
    ("flows", 6),
    ("agora", 6),
    ("administration", 7),
    ("signin", 7),
    ("dossier", 7),
    ("guichet", 8),
    ("cockpit", 9),
    ("server", 10),
];

/// The first floor of the domain rooms.
const DOMAIN: u8 = 6;

/// The only imports between domain rooms; everything else travels as a fact.
const ARROWS: [(&str, &str); 6] = [
    ("administration", "notify"),
    ("administration", "webhook"),
    ("signin", "notify"),
    ("dossier", "demarche"),
    ("guichet", "demarche"),
    ("guichet", "dossier"),
];

/// What the rooms' tests share, and all that it may know.
const TESTKIT: (&str, [&str; 5]) = (
    "testkit",
    ["kernel", "store", "organisation", "access", "web"],
);

/// Checks every member.
pub fn check(house: &House) -> Result<Vec<Finding>> {
    Ok(house.members.iter().flat_map(check_member).collect())
}

fn check_member(member: &Member) -> Vec<Finding> {
    let manifest = member.folder.join("Cargo.toml");
    let problems = name_problem(member).into_iter().chain(
        member
            .imports
            .iter()
            .filter_map(|import| import_problem(member.room(), import)),
    );
    problems
        .map(|(what, todo)| Finding::new(&manifest, 1, what, todo))
        .collect()
}

/// What is wrong and what to do.
type Problem = (String, String);

fn name_problem(member: &Member) -> Option<Problem> {
    let room = member.room();
    if room == "xtask" {
        return None;
    }
    if member.package != format!("parvis-{room}") {
        return Some((
            format!("the package of crates/{room} is called {}", member.package),
            format!("call it parvis-{room}"),
        ));
    }
    if room == TESTKIT.0 || floor(room).is_some() {
        return None;
    }
    Some((
        format!("the room {room} has no floor"),
        "write the decision record of the new room, then add it to xtask/src/floors.rs".to_owned(),
    ))
}

fn import_problem(room: &str, import: &Import) -> Option<Problem> {
    let imported = import
        .package
        .strip_prefix("parvis-")
        .unwrap_or(&import.package);
    if may_import(room, imported, import.for_tests) {
        return None;
    }
    Some((
        format!("{room} imports {imported}, which is not on a floor below that it may know"),
        "move what is shared to a lower floor, or let it travel as a fact through the outbox"
            .to_owned(),
    ))
}

fn may_import(room: &str, imported: &str, for_tests: bool) -> bool {
    if imported == TESTKIT.0 {
        return for_tests;
    }
    if room == TESTKIT.0 {
        return TESTKIT.1.contains(&imported);
    }
    let (Some(from), Some(to)) = (floor(room), floor(imported)) else {
        return false;
    };
    let is_between_domains = to >= DOMAIN && room != "server";
    to < from && (!is_between_domains || ARROWS.contains(&(room, imported)))
}

fn floor(room: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == room)
        .map(|(_, floor)| *floor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_down_and_between_domain_rooms_only_where_written() {
        for (room, imported, expected) in [
            ("law", "kernel", true),
            ("kernel", "law", false),
            ("journal", "jobs", false),
            ("web", "access", true),
            ("access", "web", false),
            ("dossier", "demarche", true),
            ("dossier", "notify", false),
            ("demarche", "notify", false),
            ("signin", "notify", true),
            ("notify", "web", true),
            ("cockpit", "dossier", false),
            ("server", "dossier", true),
            ("server", "law", true),
            ("testkit", "web", true),
            ("testkit", "dossier", false),
            ("dossier", "unknown", false),
        ] {
            assert_eq!(
                may_import(room, imported, false),
                expected,
                "{room} → {imported}"
            );
        }
    }

    #[test]
    fn only_tests_import_the_testkit() {
        assert!(may_import("store", "testkit", true));
        assert!(!may_import("store", "testkit", false));
    }

    #[test]
    fn tests_obey_the_same_arrows() {
        assert!(!may_import("form", "dossier", true));
    }

    #[test]
    fn a_room_without_a_floor_or_with_another_name_is_told() {
        let member = |package: &str, folder: &str| Member {
            package: package.to_owned(),
            folder: folder.into(),
            imports: Vec::new(),
        };
        assert!(name_problem(&member("parvis-law", "crates/law")).is_none());
        assert!(name_problem(&member("xtask", "xtask")).is_none());
        assert!(name_problem(&member("law", "crates/law")).is_some());
        assert!(name_problem(&member("parvis-attic", "crates/attic")).is_some());
    }
}
