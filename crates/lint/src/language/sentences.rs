//! Sentences of a text.

/// After these a full stop does not end a sentence.
const SHORTENED: &[&str] = &[
    "art", "al", "m", "mm", "mme", "mlle", "dr", "me", "n", "no", "nos", "p", "pp", "cf", "ex",
    "tel", "tél", "env", "min", "max", "st", "ste", "bd", "av",
];

/// The sentences of a text: they end with a full stop, a question or exclamation mark, an ellipsis; with a paragraph; and
/// each item of a list is one, the words that announce the list another.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for paragraph in paragraphs(text) {
        let mut start = 0;
        for (at, sign) in paragraph.char_indices() {
            let end = at + sign.len_utf8();
            let (said, rest) = paragraph.split_at(end);
            if ".!?…".contains(sign) && ends(said.get(start..).unwrap_or_default(), sign, rest) {
                found.extend(sentence(said.get(start..)));
                start = end;
            }
        }
        found.extend(sentence(paragraph.get(start..)));
    }
    found
}

/// Parts that a blank line or the dash of a list separates.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begins = line.trim().is_empty() || line.trim_start().starts_with("- ");
        if begins && at > start {
            parts.extend(text.get(start..at));
            start = at;
        }
        at += line.len();
    }
    parts.extend(text.get(start..));
    parts
}

fn ends(said: &str, sign: char, rest: &str) -> bool {
    let Some(next) = rest.chars().next() else {
        return true;
    };
    if !next.is_whitespace() && !"»)\"”".contains(next) {
        return false;
    }
    let last = said
        .trim_end_matches(sign)
        .rsplit(|sign: char| !sign.is_alphanumeric())
        .next();
    let shortened = last.is_some_and(|word| SHORTENED.contains(&word.to_lowercase().as_str()));
    let follows = rest.trim_start().chars().next();
    let goes_on = follows.is_some_and(|letter| letter.is_lowercase() || letter.is_ascii_digit());
    !(sign == '.' && (shortened || goes_on) || sign == '…' && goes_on)
}

fn sentence(part: Option<&str>) -> Option<&str> {
    let part = part?.trim();
    part.chars().any(char::is_alphanumeric).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_breathes() {
        for (text, expected) in [
            ("Une. Deux ! Trois ?", vec!["Une.", "Deux !", "Trois ?"]),
            (
                "Selon l’art. 5 du code, M. Martin répond.",
                vec!["Selon l’art. 5 du code, M. Martin répond."],
            ),
            (
                "Tout l’acte : mariage, divorce… et le reste.",
                vec!["Tout l’acte : mariage, divorce… et le reste."],
            ),
            (
                "Un total de 3.5 euros. Oui.",
                vec!["Un total de 3.5 euros.", "Oui."],
            ),
            (
                "Réservé :\n- à vous ;\n- à vos parents.\n\nAux autres, non.",
                vec![
                    "Réservé :",
                    "- à vous ;",
                    "- à vos parents.",
                    "Aux autres, non.",
                ],
            ),
            (
                "Une phrase\nsur deux lignes.",
                vec!["Une phrase\nsur deux lignes."],
            ),
            ("« Oui. » Non.", vec!["« Oui.", "» Non."]),
            ("", vec![]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }
}
