//! What somebody hostile, or unlucky, writes in a file or posts to a form: refused with its place, in bounded time and memory.
//!
//! The targets are those of `make fuzz`; here their input is drawn.

use parvis_procedure::{FILE_BYTES, LIBRARY, check};
use proptest::prelude::*;

use crate::targets;

/// The problems of a text, as an author reads them.
fn problems(text: &str) -> Vec<String> {
    let found = check("demarche.yaml", text).unwrap_err();
    found.iter().map(ToString::to_string).collect()
}

fn refused(text: &str, reason: &str) {
    let found = problems(text);
    assert!(
        found.iter().any(|problem| problem.contains(reason)),
        "{reason}: {:?}",
        found.first()
    );
}

fn good() -> &'static str {
    LIBRARY[0].1
}

#[test]
fn a_billion_laughs_stop_at_the_first_anchor() {
    let mut bomb = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for (before, name) in ('a'..='i').zip('b'..='j') {
        let nine = vec![format!("*{before}"); 9].join(", ");
        bomb.push_str(&format!("{name}: &{name} [{nine}]\n"));
    }
    refused(
        &format!("{bomb}{}", good()),
        "anchors, aliases and merges are not read",
    );
    refused(
        &good().replace("minutes: 5", "minutes: &five 5"),
        "anchors, aliases and merges are not read",
    );
}

#[test]
fn five_million_bytes_are_not_read() {
    refused(
        &format!("{}\n# {}", good(), "x".repeat(5_000_000)),
        "the file is too large",
    );
    let just_right = format!("{}\n# ", good());
    let filled = format!("{just_right}{}", "x".repeat(FILE_BYTES - just_right.len()));
    assert!(check("demarche.yaml", &filled).is_ok());
}

#[test]
fn too_many_levels_and_too_many_values_are_refused() {
    refused(&format!("x: {}", "[".repeat(100_000)), "");
    refused(&format!("x: {}", "{a: ".repeat(100_000)), "");
    let deep: String = (0..500)
        .map(|level| format!("{}a:\n", " ".repeat(level)))
        .collect();
    refused(&deep, "nested too deep");
    let wide = format!("steps: [{}]\n", "1, ".repeat(300_000));
    refused(&wide, "the file is too large");
}

#[test]
fn several_documents_tags_and_zero_bytes_are_refused() {
    refused(&format!("{}\n---\nslug: autre\n", good()), "");
    refused(
        &good().replace("minutes: 5", "minutes: !!python/object [5]"),
        "",
    );
    refused(&good().replace("minutes: 5", "minutes: \"\0\""), "");
}

#[test]
fn an_expression_that_explodes_is_refused_before_it_is_evaluated() {
    let with = |condition: &str| {
        let quoted = serde_json::to_string(condition).unwrap();
        let step = format!(
            "  - step: fin\n    title: Fin\n    if: {quoted}\n    elements: [{{ explanation: Fin. }}]\n"
        );
        good().replace("\nsources:", &format!("\n{step}\nsources:"))
    };
    assert!(check("demarche.yaml", &with("copies > 1")).is_ok());
    for condition in [
        &"(".repeat(1_000),
        &format!("{}copies{} > 1", "(".repeat(300), ")".repeat(300)),
        &vec!["copies > 1"; 1_000].join(" && "),
        &format!("copies > {}", vec!["1"; 600].join(" + ")),
        "[1, 2, 3].map(x, [1, 2, 3].map(y, [1, 2, 3].map(z, x))).size() > 1",
        "document.matches('(a+)+$')",
    ] {
        let found = problems(&with(condition));
        assert!(!found.is_empty(), "{condition}");
    }
}

#[test]
fn two_things_of_one_name_are_refused_where_the_second_stands() {
    let twice = good().replace("- field: copies", "- field: document");
    let found = problems(&twice);
    assert!(
        found[0].contains("`document` is already a name of the form"),
        "{found:?}"
    );
    let line = twice
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains("- field: document"))
        .nth(1)
        .map(|(index, _)| index + 1)
        .unwrap();
    assert!(found[0].contains(&format!(":{line}:")), "{found:?}");
    let keys = good().replace("minutes: 5", "minutes: 5\nminutes: 6");
    refused(&keys, "");
}

#[test]
fn html_in_a_label_is_a_text_like_any_other() {
    let hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let labelled = good().replace("fr: Combien d’exemplaires ?", &format!("fr: {hostile:?}"));
    assert_ne!(labelled, good());
    let checked = check("demarche.yaml", &labelled).unwrap();
    let label = &checked.form.field("copies").unwrap().label;
    assert_eq!(label.in_language(parvis_kernel::Language::French), hostile);
}

/// A file of the library with some of its bytes changed.
fn damaged() -> impl Strategy<Value = String> {
    let changes = prop::collection::vec(
        (
            any::<prop::sample::Index>(),
            "[ \\[\\]{}:&*!|>'\"#%@,a\n-]{0,3}",
        ),
        1..6,
    );
    (0..LIBRARY.len(), changes).prop_map(|(file, changes)| {
        let mut text: Vec<char> = LIBRARY[file].1.chars().collect();
        for (place, by) in changes {
            let at = place.index(text.len());
            text.splice(at..=at, by.chars());
        }
        text.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_damaged_file_is_refused_with_its_place_or_stands(text in damaged()) {
        targets::procedure(&text);
    }

    #[test]
    fn any_text_is_refused_as_a_file(text in any::<String>()) {
        targets::procedure(&text);
    }

    #[test]
    fn any_expression_is_typed_or_refused(text in prop_oneof![
        any::<String>(),
        "[a-z0-9()!&|<>=+*/?:.,'\"\\[\\]{} -]{0,60}",
        "(yes|n|word|day|paid|one|some|town|who|rows|cell|size|answered|exists|all|sum|min|max|count|today|eur|date|true|'a'|'2026-01-01'|1|-|\\(|\\)|\\[|\\]|\\.|,|\\?|:|&&|\\|\\||!|==|<|\\+|\\*|/|%| ){0,30}",
    ]) {
        targets::expression(&text);
    }

    #[test]
    fn whatever_is_posted_is_read_or_told(form in any::<usize>(), posted in prop::collection::vec((any::<usize>(), posted_text()), 0..40)) {
        targets::entries(form, &posted);
    }

    #[test]
    fn whatever_comes_as_answers_is_decoded_or_refused(form in any::<usize>(), text in answers_text()) {
        targets::answers(form, &text);
    }
}

fn posted_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("yes".to_owned()),
        Just("0190163d-8694-739b-aea5-966c26f8ad91".to_owned()),
        "[0-9]{1,5}",
        "[0-9,. €-]{0,12}",
        "\\PC{0,20}",
        any::<String>(),
    ]
}

/// JSON shaped like answers, right and wrong.
fn answers_text() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just("{\"text\": \"x\"}".to_owned()),
        Just("{\"integer\": 9223372036854775807}".to_owned()),
        Just("{\"integer\": -1}".to_owned()),
        Just("{\"date\": \"9999-12-31\"}".to_owned()),
        Just("{\"yes_no\": true}".to_owned()),
        Just("{\"choice\": \"full_copy\"}".to_owned()),
        Just(
            "{\"rows\": [{\"id\": \"0190163d-8694-739b-aea5-966c26f8ad91\", \"cells\": {}}]}"
                .to_owned()
        ),
        Just("null".to_owned()),
        "\\PC{0,12}",
    ];
    let names: Vec<&'static str> = vec![
        "document", "copies", "children", "person", "place", "what", "name",
    ];
    let members = prop::collection::vec((prop::sample::select(names), value), 0..6);
    members.prop_map(|members| {
        let written = members
            .iter()
            .map(|(name, value)| format!("\"{name}\": {value}"));
        format!("{{{}}}", written.collect::<Vec<_>>().join(", "))
    })
}
