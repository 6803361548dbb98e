//! Reads a Fluent file: its messages, the variables they fill, the messages they quote.

use std::collections::BTreeSet;

use anyhow::Result;
use regex::Regex;

/// One message of a Fluent file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its key; a term keeps its leading hyphen.
    pub key: String,
    /// The line, from 1, where it begins.
    pub line: usize,
    /// The variables that it fills.
    pub variables: BTreeSet<String>,
    /// The other messages that it quotes.
    pub quoted: BTreeSet<String>,
}

/// Reads every message. Comments are skipped; what follows a message belongs to it until the next one.
pub fn read(text: &str) -> Result<Vec<Message>> {
    let head = Regex::new(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*)\s*=")?;
    let variable = Regex::new(r"\$([a-zA-Z][a-zA-Z0-9_-]*)")?;
    let quote = Regex::new(r"\{\s*(-?[a-z][a-zA-Z0-9_-]*)[\s.}(]")?;
    let mut messages: Vec<Message> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.starts_with('#') {
            continue;
        }
        if let Some(key) = first(&head, line) {
            messages.push(Message {
                key,
                line: number,
                variables: BTreeSet::new(),
                quoted: BTreeSet::new(),
            });
        }
        if let Some(message) = messages.last_mut() {
            message.variables.extend(all(&variable, line));
            message.quoted.extend(all(&quote, line));
        }
    }
    Ok(messages)
}

fn first(pattern: &Regex, line: &str) -> Option<String> {
    all(pattern, line).next()
}

fn all<'a>(pattern: &'a Regex, line: &'a str) -> impl Iterator<Item = String> + 'a {
    pattern
        .captures_iter(line)
        .filter_map(|found| Some(found.get(1)?.as_str().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_lines_its_variables_and_what_it_quotes() {
        let text = "# a-comment = no\n-brand = Parvis\nlist-count =\n    { $count ->\n        [one] Un dossier de { -brand }\n       *[other] { $count } dossiers\n    }\nlast = Fin { other-word }\n";
        let messages = read(text).unwrap();
        let keys: Vec<_> = messages
            .iter()
            .map(|it| (it.key.as_str(), it.line))
            .collect();
        assert_eq!(keys, [("-brand", 2), ("list-count", 3), ("last", 8)]);
        assert_eq!(messages[1].variables, BTreeSet::from(["count".to_owned()]));
        assert_eq!(messages[1].quoted, BTreeSet::from(["-brand".to_owned()]));
        assert_eq!(
            messages[2].quoted,
            BTreeSet::from(["other-word".to_owned()])
        );
    }
}
