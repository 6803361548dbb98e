//! Every text that a person reads, wherever it stands in the file.

use super::{Node, Place, Tree};

/// A text in the languages in which it is written.
#[derive(Debug, Clone)]
pub(crate) struct Prose {
    pub role: Role,
    /// The place of the whole.
    pub place: Place,
    /// Each version: its language, its place, its text. French is first.
    pub versions: Vec<Version>,
}

/// A text in one language.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    /// The code of the language, as written: `fr`, `en`.
    pub language: String,
    pub place: Place,
    pub text: String,
}

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The name of something: a procedure, a step, a paper.
    Title,
    /// A question, or an option.
    Label,
    /// Help.
    Hint,
    /// Sentences.
    Paragraph,
    /// A text that agents choose and that the person receives.
    Reply,
}

/// The words of the grammar under which a person reads something, and what it is for.
const ROLES: &[(&str, Role)] = &[
    ("title", Role::Title),
    ("row_title", Role::Title),
    ("name", Role::Title),
    ("heading", Role::Title),
    ("label", Role::Label),
    ("add_label", Role::Label),
    ("hint", Role::Hint),
    ("summary", Role::Paragraph),
    ("who_for", Role::Paragraph),
    ("what_you_get", Role::Paragraph),
    ("words", Role::Paragraph),
    ("reason", Role::Paragraph),
    ("text", Role::Paragraph),
    ("intro", Role::Paragraph),
    ("explanation", Role::Paragraph),
    ("purpose", Role::Paragraph),
    ("message", Role::Paragraph),
    ("pattern_message", Role::Paragraph),
    ("who", Role::Paragraph),
    ("declarations", Role::Paragraph),
    ("commitments", Role::Paragraph),
];

/// What is not written for the person, or names a text of law that nobody rewrites.
const NOT_PROSE: &[&str] = &[
    "lint",
    "sources",
    "keywords",
    "remedies",
    "routing",
    "payment",
    "legal_basis",
    "law",
    "regime",
    "columns",
    "table",
];

/// Every text that a person reads, in the order of the file.
pub(crate) fn prose_of(root: &Tree) -> Vec<Prose> {
    let mut found = Vec::new();
    for (word, tree) in root.entries() {
        let within = match word.as_str() {
            "steps" => Vec::new(),
            other => vec![other.to_owned()],
        };
        visit(word, tree, within, &mut found);
    }
    found
}

fn visit(word: &str, tree: &Tree, mut within: Vec<String>, found: &mut Vec<Prose>) {
    if NOT_PROSE.contains(&word) {
        return;
    }
    if let Some((_, role)) = ROLES.iter().find(|(own, _)| *own == word) {
        let role = match within.first() {
            Some(first) if first == "reply_texts" => Role::Reply,
            _ => *role,
        };
        if let Some(prose) = text(tree, role, &within) {
            found.push(prose);
            return;
        }
    }
    for name in ["step", "block", "field"] {
        within.extend(tree.text_of(name).map(str::to_owned));
    }
    for (word, inner) in tree.entries() {
        visit(word, inner, within.clone(), found);
    }
    for item in tree.items() {
        visit(word, item, within.clone(), found);
    }
}

/// A text is plain, or a list of versions by language.
fn text(tree: &Tree, role: Role, within: &[String]) -> Option<Prose> {
    let version = |language: &str, tree: &Tree| {
        let text = tree.text()?.to_owned();
        Some(Version {
            language: language.to_owned(),
            place: tree.place(within.to_vec()),
            text,
        })
    };
    let versions = match &tree.value {
        Node::Scalar(_) => vec![version("fr", tree)?],
        Node::Map(entries) => {
            let read = entries
                .iter()
                .map(|(language, tree)| version(language, tree));
            let mut read: Vec<Version> = read.collect::<Option<_>>()?;
            read.sort_by_key(|version| version.language != "fr");
            read
        }
        Node::List(_) => return None,
    };
    versions
        .iter()
        .any(|version| version.language == "fr")
        .then(|| Prose {
            role,
            place: tree.place(within.to_vec()),
            versions,
        })
}

impl Prose {
    pub(crate) fn in_language(&self, language: &str) -> Option<&Version> {
        self.versions
            .iter()
            .find(|version| version.language == language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_tree;

    #[test]
    fn every_text_is_found_with_its_names_and_nothing_else() {
        let source = "\
title: { en: A title, fr: Un titre }
silence: { effect: none, legal_basis: Un texte, reason: Parce que. }
lint: [{ rule: jargon, reason: Le mot est connu. }]
declarations: [Je déclare.]
reply_texts: [{ title: Illisible, text: Reprenez la photo. }]
steps:
- step: une
  title: Une étape
  elements:
  - explanation: Lisez ceci.
  - block: enfants
    title: Les enfants
    fields:
    - field: mot
      label: Un mot
      legal_basis: { ground: consent, text: Un article }
      options: [{ value: a, label: Oui }]
";
        let found = prose_of(&read_tree("essai.yaml", source));
        let said: Vec<(&str, String)> = found
            .iter()
            .map(|prose| {
                (
                    prose.versions[0].text.as_str(),
                    prose.place.within.join("/"),
                )
            })
            .collect();
        let expected = [
            ("Un titre", "title"),
            ("Parce que.", "silence"),
            ("Je déclare.", "declarations"),
            ("Illisible", "reply_texts"),
            ("Reprenez la photo.", "reply_texts"),
            ("Une étape", "une"),
            ("Lisez ceci.", "une"),
            ("Les enfants", "une/enfants"),
            ("Un mot", "une/enfants/mot"),
            ("Oui", "une/enfants/mot"),
        ];
        let expected = expected.map(|(text, within)| (text, within.to_owned()));
        assert_eq!(said, expected);
        assert_eq!(found[3].role, Role::Reply);
        assert_eq!(found[0].in_language("en").unwrap().text, "A title");
    }
}
