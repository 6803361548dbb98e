//! What is wrong in a file, in French: the checker speaks English, to the command line and to other programs.

mod expressions;
mod file;
mod form;
mod lists;
mod yaml;

/// A message of the checker and its French; `{}` stands for what it quotes, in the same order. The first that fits is taken.
fn table() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    [
        file::FRENCH,
        lists::FRENCH,
        form::FRENCH,
        expressions::FRENCH,
        yaml::FRENCH,
    ]
    .into_iter()
    .flatten()
}

/// A message of the checker in French; as it was when it is none of those that are known.
#[must_use]
pub fn french(message: &str) -> String {
    known(message).unwrap_or_else(|| message.to_owned())
}

fn known(message: &str) -> Option<String> {
    let exact = table().find(|(english, _)| *english == message);
    if let Some((_, french)) = exact {
        return Some((*french).to_owned());
    }
    table().find_map(|(english, french)| {
        let quoted = quoted(english, message)?;
        Some(filled(french, &quoted))
    })
}

/// What stands in the places of a pattern, when a message is made after it.
fn quoted<'a>(pattern: &str, message: &'a str) -> Option<Vec<&'a str>> {
    let mut parts = pattern.split("{}");
    let mut rest = message.strip_prefix(parts.next()?)?;
    let mut quoted = Vec::new();
    let mut parts = parts.peekable();
    parts.peek()?;
    while let Some(part) = parts.next() {
        let end = match parts.peek() {
            None => rest.strip_suffix(part)?.len(),
            Some(_) => rest.find(part)?,
        };
        let (held, after) = rest.split_at(end);
        if held.is_empty() {
            return None;
        }
        quoted.push(held);
        rest = after.strip_prefix(part)?;
    }
    Some(quoted)
}

fn filled(pattern: &str, quoted: &[&str]) -> String {
    let mut quoted = quoted.iter();
    let mut parts = pattern.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let held = quoted.next().copied().unwrap_or_default();
        // What is quoted may itself be words of the checker: a kind, a list.
        text.push_str(&known(held).unwrap_or_else(|| held.to_owned()));
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::str::Chars;

    use super::*;

    #[test]
    fn what_is_quoted_stays_and_the_words_around_it_are_french() {
        for (english, said) in [
            ("`steps` is missing", "il manque `steps`"),
            (
                "`theme` cannot be `papiers`",
                "`theme` ne peut pas valoir `papiers`",
            ),
            ("`a`, `b` or `c`", "`a`, `b` ou `c`"),
            (
                "at least one of `a`, `b` or `c`",
                "au moins l'un de `a`, `b` ou `c`",
            ),
            (
                "`past` does not belong to a field of kind `email`",
                "`past` n'a pas sa place dans un champ du type `email`",
            ),
            ("a number from 1 to 240", "un nombre de 1 à 240"),
            ("something new", "something new"),
        ] {
            assert_eq!(french(english), said);
        }
    }

    /// The words that are the same in both languages: names of the file format, bounds.
    const NEUTRAL: &[&str] = &[
        "1 to …",
        "-… <= min <= max <= …",
        "0 <= min_age <= max_age <= …",
        "`birth_date: required`",
        "`level: 2`",
        "`options: […, ...]`",
        "`table: …`",
        "`field`",
        "current",
        "current_and_former",
        "no",
        "optional",
        "required",
        "…",
    ];

    #[test]
    fn whatever_the_checker_notes_has_its_french() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut said = Vec::new();
        for folder in ["form/src", "procedure/src"] {
            sentences_of(&root.join(folder), &mut said);
        }
        assert!(said.len() > 50, "{} sentences were read", said.len());
        let english: Vec<&String> = said
            .iter()
            .filter(|sentence| !NEUTRAL.contains(&sentence.as_str()))
            .filter(|sentence| known(sentence).is_none())
            .collect();
        assert!(english.is_empty(), "{english:#?}");
    }

    /// The texts noted as problems by the sources of a folder; what a text quotes is written `…`.
    fn sentences_of(folder: &Path, said: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sentences_of(&path, said);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                let source = source.split("#[cfg(test)]").next().unwrap();
                for noted in [
                    ".note(",
                    ".note_expecting(",
                    ".note_inside(",
                    ".expecting(",
                    "::at(",
                ] {
                    for call in source.split(noted).skip(1) {
                        said.extend(texts_of_call(call));
                    }
                }
            }
        }
    }

    /// The texts between the parentheses of a call that has just been opened.
    fn texts_of_call(source: &str) -> Vec<String> {
        let (mut depth, mut texts) = (1, Vec::new());
        let mut signs = source.chars();
        while depth > 0 {
            match signs.next() {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                Some('"') => texts.push(text_of(&mut signs)),
                Some(_) => {}
                None => break,
            }
        }
        texts
    }

    /// A text as it is read, up to the quotation mark that ends it.
    fn text_of(signs: &mut Chars<'_>) -> String {
        let mut text = String::new();
        while let Some(sign) = signs.next() {
            match sign {
                '"' => break,
                '\\' => text.extend(signs.next()),
                '{' => {
                    signs.by_ref().find(|sign| *sign == '}');
                    text.push('…');
                }
                sign => text.push(sign),
            }
        }
        text
    }
}
