//! Cleaning of what people type: one spelling for one text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text on one line: composed (NFC), without control letters, spaces collapsed and trimmed.
pub(crate) fn one_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(|letter| !is_hidden(*letter))
        .nfc()
        .collect();
    collapse(&visible)
}

/// A text on several lines: lines end with `\n`, two empty lines at most follow each other.
pub(crate) fn several_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.split('\n').map(one_line);
    let mut kept = String::with_capacity(text.len());
    let mut empty = 0;
    for line in lines {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty <= 2 {
            kept.push_str(&line);
            kept.push('\n');
        }
    }
    kept.trim_matches(|letter| letter == '\n' || letter == ' ')
        .to_owned()
}

fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    collapsed
}

/// Letters that nobody sees and that only deceive: controls, directions, zero widths.
/// The zero-width joiners stay: they change the sense of words in some scripts.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{00AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// A text for comparison: small letters without accents; hyphens and apostrophes are spaces;
/// `st` is `saint`.
pub(crate) fn folded(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let words: Vec<_> = plain
        .replace('œ', "oe")
        .split_whitespace()
        .map(|word| match word {
            "st" => "saint".to_owned(),
            "ste" => "sainte".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    words.join(" ")
}

/// The length of a text, in letters as counted for the person.
pub(crate) fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_trims_collapses_and_composes() {
        for (typed, kept) in [
            ("  Jean \t Paul\n", "Jean Paul"),
            ("e\u{301}te\u{301}", "été"),
            ("12\u{a0}rue\u{202f}Basse", "12 rue Basse"),
            ("a\0b\u{202e}c\u{200b}d", "abcd"),
            ("\u{feff}", ""),
        ] {
            assert_eq!(one_line(typed), kept);
        }
    }

    #[test]
    fn several_lines_keeps_paragraphs() {
        assert_eq!(
            several_lines(" a \r\n\r\n\r\n\r\n\r\nb\rc  \n\n"),
            "a\n\n\nb\nc"
        );
    }

    #[test]
    fn folding_forgives_accents_hyphens_and_saints() {
        assert_eq!(folded("Saint-Étienne"), folded("ST ETIENNE"));
        assert_eq!(folded("L'Haÿ-les-Roses"), "l hay les roses");
        assert_eq!(folded("Œuilly"), "oeuilly");
    }

    proptest::proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in "\\PC{0,40}|[\\s\\u{300}-\\u{310}a-e\\u{200b}-\\u{2070}]{0,40}") {
            let once = one_line(&text);
            proptest::prop_assert_eq!(one_line(&once), once.clone());
            let once = several_lines(&text);
            proptest::prop_assert_eq!(several_lines(&once), once);
        }
    }
}
