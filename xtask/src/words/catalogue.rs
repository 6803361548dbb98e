//! All the words of the house, in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::ftl::{self, Message};
use crate::files::TextFile;
use crate::finding::Finding;

/// The files of words, by place.
pub struct Catalogue {
    files: BTreeMap<PathBuf, Vec<Message>>,
    keys: BTreeSet<String>,
    quoted: BTreeSet<String>,
}

impl Catalogue {
    /// Reads the files of words among these files.
    pub fn read(files: &[TextFile]) -> Result<Self> {
        let mut read = BTreeMap::new();
        for file in files
            .iter()
            .filter(|file| file.path.extension().is_some_and(|it| it == "ftl"))
        {
            read.insert(file.path.clone(), ftl::read(&file.text)?);
        }
        let messages = || read.values().flatten();
        Ok(Self {
            keys: messages()
                .map(|message: &Message| message.key.clone())
                .collect(),
            quoted: messages()
                .flat_map(|message| message.quoted.clone())
                .collect(),
            files: read,
        })
    }

    /// Tells whether some file has this word.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Tells whether another word quotes this one.
    pub fn refers_to(&self, key: &str) -> bool {
        self.quoted.contains(key)
    }

    /// The French words, with their file.
    pub fn french(&self) -> impl Iterator<Item = (&Path, &Message)> {
        let files = self.files.iter().filter(|(path, _)| is(path, "fr.ftl"));
        files.flat_map(|(path, messages)| {
            messages
                .iter()
                .map(move |message| (path.as_path(), message))
        })
    }

    /// What one language says and the other does not, and words written twice.
    pub fn differences(&self) -> Vec<Finding> {
        let mut findings = self.repeated();
        for (path, messages) in self.files.iter().filter(|(path, _)| is(path, "fr.ftl")) {
            let english = self.beside(path, "en.ftl");
            findings.extend(
                messages
                    .iter()
                    .filter_map(|it| difference(path, it, "en.ftl", english)),
            );
        }
        for (path, messages) in self.files.iter().filter(|(path, _)| is(path, "en.ftl")) {
            let french = self.beside(path, "fr.ftl");
            let missing = messages
                .iter()
                .filter(|it| french.iter().all(|other| other.key != it.key));
            findings.extend(missing.filter_map(|it| difference(path, it, "fr.ftl", french)));
        }
        findings
    }

    fn beside(&self, path: &Path, name: &str) -> &[Message] {
        self.files
            .get(&path.with_file_name(name))
            .map_or(&[], Vec::as_slice)
    }

    /// Words written twice in the files of one language.
    fn repeated(&self) -> Vec<Finding> {
        let mut seen: BTreeMap<(Option<&std::ffi::OsStr>, &str), &Path> = BTreeMap::new();
        let mut findings = Vec::new();
        for (path, messages) in &self.files {
            for message in messages {
                if let Some(first) = seen.insert((path.file_name(), &message.key), path) {
                    let what = format!(
                        "the word `{}` is already in {}",
                        message.key,
                        first.display()
                    );
                    findings.push(Finding::new(
                        path,
                        message.line,
                        what,
                        "begin every key by its feature",
                    ));
                }
            }
        }
        findings
    }
}

fn is(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|it| it == name)
}

fn difference(path: &Path, message: &Message, other: &str, others: &[Message]) -> Option<Finding> {
    let key = &message.key;
    let (what, todo) = match others.iter().find(|it| it.key == *key) {
        None => (
            format!("the word `{key}` is not in {other}"),
            "write it there, or remove it here",
        ),
        Some(found) if found.variables != message.variables => (
            format!("the word `{key}` has not the same variables in {other}"),
            "use the same variables in both languages",
        ),
        Some(_) => return None,
    };
    Some(Finding::new(path, message.line, what, todo))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_written_twice_in_a_language_is_told() {
        let file = |path: &str| TextFile {
            path: path.into(),
            text: "title = Titre\n".to_owned(),
        };
        let catalogue = Catalogue::read(&[
            file("a/fr.ftl"),
            file("b/fr.ftl"),
            file("a/en.ftl"),
            file("c/en.ftl"),
        ]);
        let told: Vec<_> = catalogue
            .unwrap()
            .repeated()
            .into_iter()
            .map(|it| it.what)
            .collect();
        assert_eq!(
            told,
            [
                "the word `title` is already in a/fr.ftl",
                "the word `title` is already in a/en.ftl"
            ]
        );
    }
}
