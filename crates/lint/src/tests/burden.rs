//! The burden, and what a later revision adds to it.

use std::fmt::Write as _;

use parvis_kernel::Language;
use parvis_procedure::{LIBRARY, check};

use super::{checked, with};
use crate::{burden, lint_revision, table};

const ONE: &str = "\
steps:
- step: une
  title: Une étape
  elements:
  - { field: ici, kind: yes_no, label: Est-ce ici ? }
  - { field: mot, kind: short_text, label: Un mot, if: ici == true }
";

#[test]
fn the_longest_path_takes_what_a_condition_shows() {
    let found = burden(&checked(&with(ONE)));
    assert!(found.exact);
    assert_eq!((found.median.questions, found.longest.questions), (1, 2));
    assert_eq!(found.longest.words - found.median.words, 2);
    assert!(found.longest.seconds > found.median.seconds);
}

#[test]
fn an_optional_piece_is_given_on_the_longest_path_only() {
    let piece = "papers: [{ name: Un plan }]\nsteps: [{ step: une, title: Une étape, elements: [{ field: plan, kind: piece, label: Un plan, optional: true }] }]";
    let found = burden(&checked(&with(piece)));
    assert_eq!((found.median.pieces, found.longest.pieces), (0, 1));
    assert_eq!(found.longest.seconds - found.median.seconds, 90);
}

#[test]
fn too_many_paths_are_drawn_and_it_is_said() {
    let mut elements = String::new();
    for at in 0..16 {
        let _ = writeln!(
            elements,
            "  - {{ field: q{at}, kind: yes_no, label: Question {at} ? }}"
        );
    }
    let all: Vec<String> = (0..16).map(|at| format!("q{at}")).collect();
    let _ = writeln!(
        elements,
        "  - {{ field: mot, kind: short_text, label: Un mot, if: {} }}",
        all.join(" && ")
    );
    let source = with(&format!(
        "steps:\n- step: une\n  title: Une étape\n  elements:\n{elements}"
    ));
    let found = burden(&checked(&source));
    assert!(!found.exact);
    assert_eq!(found, burden(&checked(&source)));
    assert!(
        found
            .lines(None, Language::French)
            .contains("mille ont été tirés")
    );
}

#[test]
fn a_revision_that_asks_more_says_why() {
    let before = checked(&with(ONE));
    let more = format!("{ONE}  - {{ field: plus, kind: address, label: Votre adresse }}\n");
    let found = lint_revision("essai.yaml", &before, &checked(&with(&more)));
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].rule.id, "revision-heavier");
    assert!(
        found[0].message.french.contains("2 → 3 questions"),
        "{found:?}"
    );
    let reasoned = format!(
        "{more}lint: [{{ rule: revision-heavier, reason: La poste refuse les envois sans adresse. }}]\n"
    );
    assert_eq!(
        lint_revision("essai.yaml", &before, &checked(&with(&reasoned))),
        []
    );
    assert_eq!(super::found(&with(&reasoned)), []);
    assert_eq!(lint_revision("essai.yaml", &before, &before), []);
}

#[test]
fn two_procedures_are_compared() {
    let (light, heavy) = (burden(&checked(&with(ONE))), burden(&checked(LIBRARY[1].1)));
    let said = heavy.lines(Some(&light), Language::English);
    assert!(said.starts_with("median path: "), "{said}");
    assert!(said.contains("questions (+"), "{said}");
}

#[test]
fn a_table_has_one_line_for_each_procedure() {
    let procedures: Vec<_> = LIBRARY
        .iter()
        .map(|(name, source)| check(name, source).unwrap())
        .collect();
    let table = table(procedures.iter());
    assert_eq!(table.lines().count(), LIBRARY.len() + 2);
}

/// Writes the table again when `PARVIS_WRITE_TABLE` is set.
#[test]
fn the_table_of_the_guide_says_true() {
    const MARKS: [&str; 2] = ["<!-- burden: begin -->\n", "<!-- burden: end -->"];
    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/procedures.md");
    let text = std::fs::read_to_string(guide).unwrap();
    let (before, rest) = text.split_once(MARKS[0]).unwrap();
    let (written, after) = rest.split_once(MARKS[1]).unwrap();
    let mut library = LIBRARY.to_vec();
    library.sort_unstable();
    let procedures: Vec<_> = library
        .iter()
        .map(|(name, source)| check(name, source).unwrap())
        .collect();
    let table = table(procedures.iter());
    if std::env::var_os("PARVIS_WRITE_TABLE").is_some() {
        let text = format!("{before}{}{table}{}{after}", MARKS[0], MARKS[1]);
        std::fs::write(guide, text).unwrap();
        return;
    }
    assert!(
        written == table,
        "the table of docs/procedures.md is not true any more: PARVIS_WRITE_TABLE=1 cargo nextest run -p parvis-lint the_table_of_the_guide"
    );
}
