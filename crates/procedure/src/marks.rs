//! What an author marks in a text as still to be checked: « Code civil, art. 34-1 (à confirmer) ».

use serde_json::Value;

use crate::Checked;

/// The words of a mark, in the languages of the house.
const WORDS: [&str; 2] = ["à confirmer", "to be confirmed"];
/// Words of a parenthesis that say nothing without the mark.
const ONLY: [&str; 2] = ["article", "articles"];

/// The French texts of a file that bear a mark, each once: what an agent checks, with its sources, before they confirm them.
#[must_use]
pub fn marked(checked: &Checked) -> Vec<String> {
    let mut found = Vec::new();
    let file = serde_json::to_value(&checked.file).unwrap_or_default();
    let form = serde_json::from_str(&checked.form.to_canonical()).unwrap_or_default();
    for value in [file, form] {
        collect(&value, &mut found);
    }
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.contains(WORDS[0]) && !found.contains(text) => {
            found.push(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(entries) => entries.values().for_each(|own| collect(own, found)),
        _ => {}
    }
}

/// The same text, once what it marks was confirmed: a parenthesis goes when it holds only the mark, and loses the mark when it holds
/// something else.
#[must_use]
pub fn without_marks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside, after)) = parenthesis(rest) {
        match without_mark(inside) {
            None => {
                kept.push_str(before);
                kept.push('(');
                kept.push_str(inside);
                kept.push(')');
            }
            Some("") => kept.push_str(before.trim_end()),
            Some(own) => {
                kept.push_str(before);
                kept.push('(');
                kept.push_str(own);
                kept.push(')');
            }
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// What stands before the first parenthesis, in it, and after it.
fn parenthesis(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    Some((before, inside, after))
}

/// The inside of a parenthesis without its mark, which begins or ends it; nothing when it bears none.
fn without_mark(inside: &str) -> Option<&str> {
    let own = WORDS.iter().find_map(|mark| {
        let begins = inside.starts_with(mark).then_some("");
        begins.or_else(|| inside.strip_suffix(mark))
    })?;
    let own = own.trim_end_matches(|sign: char| sign.is_whitespace() || ",:;".contains(sign));
    Some(if ONLY.contains(&own) { "" } else { own })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LIBRARY, check};

    #[test]
    fn a_mark_goes_and_the_rest_of_the_text_stays() {
        for (marked, kept) in [
            (
                "Code civil, art. 34-1 (à confirmer)",
                "Code civil, art. 34-1",
            ),
            ("CRPA, L231-4 (à confirmer) ; CGCT.", "CRPA, L231-4 ; CGCT."),
            (
                "Décret du 6 mai 2017 (articles à confirmer)",
                "Décret du 6 mai 2017",
            ),
            ("CRPA (à confirmer pour cette démarche)", "CRPA"),
            (
                "Aide (CGCT, D1617-19, à confirmer)",
                "Aide (CGCT, D1617-19)",
            ),
            ("Act (to be confirmed); rules", "Act; rules"),
            (
                "Sans marque (voir plus bas).",
                "Sans marque (voir plus bas).",
            ),
            (
                "Une parenthèse (jamais fermée, à confirmer",
                "Une parenthèse (jamais fermée, à confirmer",
            ),
            (
                "Votre adresse est à confirmer.",
                "Votre adresse est à confirmer.",
            ),
        ] {
            assert_eq!(without_marks(marked), kept);
        }
    }

    #[test]
    fn no_reference_of_the_library_keeps_its_mark() {
        for (name, source) in LIBRARY {
            let checked = check(name, source).unwrap();
            for text in marked(&checked).iter().filter(|text| text.contains('(')) {
                let own = without_marks(text);
                assert!(!own.contains("à confirmer"), "{name}: {own}");
                assert!(!own.contains(" ,") && !own.ends_with(' '), "{name}: {own}");
            }
        }
    }

    #[test]
    fn what_is_marked_is_told_once_in_french() {
        let (name, source) = LIBRARY[0];
        let found = marked(&check(name, source).unwrap());
        assert!(
            found.contains(&"Code civil, art. 34-1 (à confirmer)".to_owned()),
            "{found:?}"
        );
        let mut once = found.clone();
        once.dedup();
        assert_eq!(once, found);
        assert!(!found.iter().any(|text| text.contains("to be confirmed")));
    }
}
