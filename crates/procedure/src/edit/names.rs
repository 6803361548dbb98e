//! Names of steps, fields and blocks: new ones, and those that conditions mention.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::path::{self, Path};
use super::tree::{Node, Shape, Style};
use super::{Refused, content};

/// What becomes of names.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    changed: BTreeMap<(Kind, String), String>,
    /// Every field and block of the text: what stands before a dot is one of them, or the variable of a row.
    known: BTreeSet<String>,
}

/// Steps have names of their own; fields and blocks share theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Step,
    Field,
}

fn kind_of(key: &str) -> Option<Kind> {
    match key {
        "step" => Some(Kind::Step),
        "field" | "block" => Some(Kind::Field),
        _ => None,
    }
}

/// Letters of a name at most.
const LETTERS: usize = 40;

/// A name that no other in the text has, after some words: small letters, digits and underscores.
#[must_use]
pub fn name_after(words: &str, taken: &BTreeSet<String>) -> String {
    let mut name = String::new();
    for letter in words.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'à' | 'â' | 'ä' | 'á' | 'ã' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' => 'i',
            'ô' | 'ö' | 'ó' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => '_',
        };
        let doubled = plain == '_' && (name.is_empty() || name.ends_with('_'));
        let begins_badly = name.is_empty() && !plain.is_ascii_lowercase();
        if !doubled && !begins_badly {
            name.push(plain);
        }
    }
    name.truncate(30);
    let name = name.trim_end_matches('_');
    let name = if name.is_empty() { "question" } else { name };
    free(name, taken)
}

/// A name, numbered when it is taken.
fn free(name: &str, taken: &BTreeSet<String>) -> String {
    let keeps = |name: &str| name.parse::<parvis_form::FieldId>().is_err();
    if !taken.contains(name) && !keeps(name) {
        return name.to_owned();
    }
    let stem = name.rsplit_once('_').filter(|(_, number)| {
        !number.is_empty() && number.len() < 5 && number.bytes().all(|one| one.is_ascii_digit())
    });
    let stem = stem.map_or(name, |(stem, _)| stem);
    let mut number = 2_u32;
    loop {
        let end = format!("_{number}");
        let room = LETTERS - end.len();
        let stem: String = stem.chars().take(room).collect();
        let tried = format!("{stem}{end}");
        if !taken.contains(&tried) {
            return tried;
        }
        number += 1;
    }
}

/// The names that a value gives, by sort.
pub(super) fn given(node: &Node, kind: Kind) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    gather(node, kind, &mut found);
    found
}

fn gather(node: &Node, kind: Kind, found: &mut BTreeSet<String>) {
    match &node.shape {
        Shape::Scalar(_) => {}
        Shape::List(list) => list
            .items
            .iter()
            .for_each(|item| gather(&item.node, kind, found)),
        Shape::Map(map) => {
            for entry in &map.entries {
                if kind_of(&entry.key) == Some(kind)
                    && let Some(scalar) = entry.node.scalar()
                {
                    found.insert(scalar.text.clone());
                }
                gather(&entry.node, kind, found);
            }
        }
    }
}

/// New names for everything that an item names, so that its copy can stand beside it.
pub(super) fn fresh(root: &Node, path: &Path) -> Result<Names, Refused> {
    let gone = || Refused::NotThere { path: path.clone() };
    let node = path::at(root, path).ok_or_else(gone)?;
    let mut changed = BTreeMap::new();
    for kind in [Kind::Step, Kind::Field] {
        let mut taken = given(root, kind);
        for name in given(node, kind) {
            let new = free(&name, &taken);
            taken.insert(new.clone());
            changed.insert((kind, name), new);
        }
    }
    let known = given(root, Kind::Field);
    Ok(Names { changed, known })
}

/// Another name for one step, field or block.
pub(super) fn one(root: &Node, path: &Path, name: &str) -> Result<Names, Refused> {
    let gone = || Refused::NotThere { path: path.clone() };
    let node = path::at(root, path).ok_or_else(gone)?;
    let keys = ["step", "field", "block"];
    let found = keys
        .iter()
        .find_map(|key| Some((kind_of(key)?, node.word(key)?)));
    let (kind, own) = found.ok_or_else(gone)?;
    let fits = match kind {
        Kind::Step => name.parse::<parvis_form::StepId>().is_ok(),
        Kind::Field => name.parse::<parvis_form::FieldId>().is_ok(),
    };
    if !fits {
        return Err(Refused::Name {
            name: name.to_owned(),
        });
    }
    if own != name && given(root, kind).contains(name) {
        return Err(Refused::Taken {
            name: name.to_owned(),
        });
    }
    let changed = BTreeMap::from([((kind, own.to_owned()), name.to_owned())]);
    let known = given(root, Kind::Field);
    Ok(Names { changed, known })
}

/// The keys that hold a condition, or a rule.
fn is_expression(key: &str, has_kind: bool) -> bool {
    matches!(key, "if" | "required_if" | "rule") || (key == "value" && has_kind)
}

/// What a scalar becomes when names change; none when it stays. `has_kind`: it stands in a field.
pub(super) fn new_text(names: &Names, key: &str, text: &str, has_kind: bool) -> Option<String> {
    if let Some(kind) = kind_of(key) {
        return names.changed.get(&(kind, text.to_owned())).cloned();
    }
    if !is_expression(key, has_kind) {
        return None;
    }
    let new = mentions_changed(text, names);
    (new != text).then_some(new)
}

/// What to write, and where, so that names change in a value and in its conditions.
pub(super) fn changes(node: &Node, names: &Names, in_flow: bool) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    match &node.shape {
        Shape::Scalar(_) => {}
        Shape::List(list) => {
            for item in &list.items {
                found.extend(changes(&item.node, names, in_flow || list.flow));
            }
        }
        Shape::Map(map) => {
            let has_kind = map.get("kind").is_some();
            let in_flow = in_flow || map.flow;
            for entry in &map.entries {
                let Some(scalar) = entry.node.scalar() else {
                    found.extend(changes(&entry.node, names, in_flow));
                    continue;
                };
                if let Some(new) = new_text(names, &entry.key, &scalar.text, has_kind) {
                    let place = entry.node.from..entry.node.to;
                    let written = match scalar.style {
                        Style::Single => format!("'{}'", new.replace('\'', "''")),
                        Style::Double if !new.contains(char::is_control) => {
                            let escaped = new.replace('\\', "\\\\").replace('"', "\\\"");
                            format!("\"{escaped}\"")
                        }
                        _ => content::scalar(&new, in_flow),
                    };
                    found.push((place, written));
                }
            }
        }
    }
    found
}

/// An expression where the names of fields and blocks are changed. Quoted texts stay, and so does what follows a dot, unless a row stands
/// before it: `town.code` is a part of an answer, `c.code` a field of the row `c`.
fn mentions_changed(expression: &str, names: &Names) -> String {
    let mut written = String::new();
    let mut rest = expression;
    let mut word_before = "";
    let mut after_dot = false;
    while let Some(letter) = rest.chars().next() {
        let length = token(rest, letter);
        let (token, left) = rest.split_at(length);
        rest = left;
        if letter.is_ascii_alphabetic() || letter == '_' {
            let of_row = after_dot && !names.known.contains(word_before);
            let new = names.changed.get(&(Kind::Field, token.to_owned()));
            let new = new.filter(|_| !after_dot || of_row);
            written.push_str(new.map_or(token, String::as_str));
            word_before = token;
            after_dot = false;
            continue;
        }
        written.push_str(token);
        after_dot = match letter {
            '.' => true,
            _ => after_dot && letter.is_whitespace(),
        };
    }
    written
}

/// The length of the word, of the quoted text or of the sign that an expression begins with.
fn token(expression: &str, first: char) -> usize {
    let word = |one: char| one.is_ascii_alphanumeric() || one == '_';
    if word(first) {
        let end = expression.find(|one| !word(one));
        return end.unwrap_or(expression.len());
    }
    if first != '\'' && first != '"' {
        return first.len_utf8();
    }
    let mut escaped = false;
    for (at, letter) in expression.char_indices().skip(1) {
        if letter == first && !escaped {
            return at + letter.len_utf8();
        }
        escaped = letter == '\\' && !escaped;
    }
    expression.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_from_words_and_is_never_taken_nor_kept_by_conditions() {
        let taken = BTreeSet::from(["nom".to_owned(), "nom_2".to_owned()]);
        for (words, name) in [
            ("Quel est votre âge ?", "quel_est_votre_age"),
            ("Nom", "nom_3"),
            ("2e adresse", "e_adresse"),
            ("if", "if_2"),
            ("???", "question"),
            (
                "Dans quelle commune êtes-vous né ou née ?",
                "dans_quelle_commune_etes_vous",
            ),
        ] {
            assert_eq!(name_after(words, &taken), name, "{words}");
        }
    }

    #[test]
    fn a_name_changes_in_conditions_but_not_in_quoted_texts_nor_after_a_dot() {
        let names = Names {
            changed: BTreeMap::from([((Kind::Field, "age".to_owned()), "years".to_owned())]),
            known: BTreeSet::from(["age".to_owned(), "person".to_owned(), "children".to_owned()]),
        };
        for (before, after) in [
            ("age > 3", "years > 3"),
            ("kind == 'age' && age > 1", "kind == 'age' && years > 1"),
            ("person.age == age", "person.age == years"),
            ("ages + age_2", "ages + age_2"),
            ("'l\\'age' == age", "'l\\'age' == years"),
            (
                "children.exists(c, c.age > age)",
                "children.exists(c, c.years > years)",
            ),
            ("é == age", "é == years"),
        ] {
            assert_eq!(mentions_changed(before, &names), after);
        }
    }
}
