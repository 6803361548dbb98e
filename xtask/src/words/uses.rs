//! Where words are said: `say("...")`, `say_with("...", ...)`, refusals; and every text that may be a key.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::Result;
use regex::Regex;

use crate::files::{TextFile, line_of};
use crate::source::{Token, starts_with, tokens, without_tests};

/// A word said at a place: it must exist.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The key.
    pub key: String,
}

/// Every use of words that the sources show.
#[derive(Default)]
pub struct Uses {
    /// Words that must exist.
    pub said: BTreeSet<Said>,
    /// Texts of the sources: a word equal to one of them is not left over.
    texts: BTreeSet<String>,
    /// Texts that are completed at run time, such as `state-{}` or `state-`.
    patterns: Vec<Regex>,
}

impl Uses {
    /// Reads Rust files and templates.
    pub fn read(files: &[TextFile]) -> Result<Self> {
        let mut uses = Self::default();
        for file in files {
            match file
                .path
                .extension()
                .and_then(|extension| extension.to_str())
            {
                Some("rs") => uses.read_rust(file)?,
                Some("html" | "txt") => uses.read_template(file)?,
                _ => {}
            }
        }
        Ok(uses)
    }

    /// Tells whether some text of the sources is, or completes to, this key.
    pub fn mentions(&self, key: &str) -> bool {
        self.texts.contains(key) || self.patterns.iter().any(|pattern| pattern.is_match(key))
    }

    fn read_rust(&mut self, file: &TextFile) -> Result<()> {
        let tokens = without_tests(tokens(&file.text));
        for token in &tokens {
            if let Some(text) = token.text() {
                self.keep(text)?;
            }
        }
        let mut rest = tokens.as_slice();
        while let Some((_, after)) = rest.split_first() {
            if let Some((key, line)) = said_here(rest) {
                self.said.insert(Said {
                    key: key.to_owned(),
                    path: file.path.clone(),
                    line,
                });
            }
            rest = after;
        }
        Ok(())
    }

    fn read_template(&mut self, file: &TextFile) -> Result<()> {
        let say = Regex::new(r#"\bsay(?:_[a-z]+)?\(\s*"([^"]+)""#)?;
        let text = Regex::new(r#""([a-z][a-z0-9-]*)""#)?;
        for found in say
            .captures_iter(&file.text)
            .filter_map(|found| found.get(1))
        {
            let line = line_of(&file.text, found.start());
            self.said.insert(Said {
                key: found.as_str().to_owned(),
                path: file.path.clone(),
                line,
            });
        }
        for found in text
            .captures_iter(&file.text)
            .filter_map(|found| found.get(1))
        {
            self.keep(found.as_str())?;
        }
        Ok(())
    }

    fn keep(&mut self, text: &str) -> Result<()> {
        if let Some(pattern) = pattern(text)? {
            self.patterns.push(pattern);
        }
        self.texts.insert(text.to_owned());
        Ok(())
    }
}

/// The key that is said where these tokens begin.
fn said_here(tokens: &[Token]) -> Option<(&str, usize)> {
    let first = tokens.first()?;
    let said = if first
        .word()
        .is_some_and(|word| word == "say" || word.starts_with("say_"))
    {
        starts_with(tokens.get(1..)?, &["("]).then(|| tokens.get(2))?
    } else if starts_with(tokens, &["RefusalKind", ":", ":"]) && tokens.get(4)?.is(",") {
        tokens.get(5)
    } else {
        Some(first).filter(|it| it.text().is_some_and(is_refusal))
    }?;
    Some((said.text()?, said.line))
}

fn is_refusal(text: &str) -> bool {
    let name = text.strip_prefix("refusal-");
    name.is_some_and(|name| {
        !name.is_empty() && !name.ends_with('-') && name.chars().all(is_of_a_key)
    })
}

fn is_of_a_key(character: char) -> bool {
    character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-'
}

/// The keys that a text completed at run time may become; none for an ordinary text.
fn pattern(text: &str) -> Result<Option<Regex>> {
    let hole = Regex::new(r"\{[a-z_]*\}")?;
    let open = text
        .strip_suffix('-')
        .map_or_else(|| text.to_owned(), |start| format!("{start}-{{}}"));
    let fixed = hole.replace_all(&open, "");
    let is_key = fixed.len() >= 4 && fixed.contains('-') && fixed.chars().all(is_of_a_key);
    if !is_key || fixed == open {
        return Ok(None);
    }
    Ok(Some(Regex::new(&format!(
        "^{}$",
        hole.replace_all(&open, "[a-z0-9-]+")
    ))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(path: &str, text: &str) -> Uses {
        Uses::read(&[TextFile {
            path: path.into(),
            text: text.to_owned(),
        }])
        .unwrap()
    }

    fn said(path: &str, text: &str) -> Vec<String> {
        uses(path, text).said.into_iter().map(|it| it.key).collect()
    }

    #[test]
    fn words_said_and_refusals_are_seen_in_rust_but_not_in_its_tests() {
        let text = r#"
            fn f() { visit.say("one-word"); words.say_with("two-words", &[]); essay("no-word") }
            const R: Refusal = Refusal::new(RefusalKind::Invalid, "three-words");
            fn g() -> Refusal { Refusal::new(kind, "refusal-four") }
            #[cfg(test)] mod tests { fn t() { say("in-tests") } }"#;
        assert_eq!(
            said("a.rs", text),
            ["one-word", "two-words", "three-words", "refusal-four"]
        );
    }

    #[test]
    fn words_said_are_seen_in_templates_over_lines() {
        let text = "{{ visit.say(\n  \"one-word\") }} {{ essay(\"no-word\") }}";
        assert_eq!(said("a.html", text), ["one-word"]);
    }

    #[test]
    fn a_word_said_inside_an_attribute_is_mentioned() {
        let uses = uses(
            "a.html",
            r#"<nav aria-label="{{ visit.say("one-word") }}" class="{{ "two-words" }}">"#,
        );
        assert!(uses.mentions("one-word") && uses.mentions("two-words"));
    }

    #[test]
    fn a_text_completed_at_run_time_mentions_every_key_it_may_become() {
        let uses = uses(
            "a.rs",
            r#"fn f() { format!("state-{name}-title"); "help-".to_owned() + x; "{}: {}" }"#,
        );
        for (key, expected) in [
            ("state-draft-title", true),
            ("state-draft", false),
            ("help-address", true),
            ("other-word", false),
        ] {
            assert_eq!(uses.mentions(key), expected, "{key}");
        }
    }
}
