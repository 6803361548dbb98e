//! Texts that people and agents write: bounded, without signs that deceive.

use parvis_kernel::Personal;

use crate::error::DossierError;

/// Characters at most of a message, a note, a request.
pub const LONGEST_TEXT: usize = 5_000;

/// Accepts a text that says something and is not too long; line ends become `\n`, control signs are dropped.
///
/// # Errors
/// `Text` when it is empty or longer than [`LONGEST_TEXT`] characters.
pub(crate) fn accepted(text: &str) -> Result<Personal<String>, DossierError> {
    let cleaned = cleaned(text);
    let length = cleaned.chars().count();
    if length == 0 || length > LONGEST_TEXT {
        return Err(DossierError::Text { most: LONGEST_TEXT });
    }
    Ok(Personal::new(cleaned))
}

/// The text without control signs (direction overrides included) and without spaces at its ends.
pub(crate) fn cleaned(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| *c == '\n' || !(c.is_control() || is_direction(*c)))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// One line: the same, line ends becoming spaces, cut at `most` characters.
pub(crate) fn line(text: &str, most: usize) -> String {
    let spaced: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    cleaned(&spaced).chars().take(most).collect()
}

/// An address that its owner recognises and that nobody else learns: `zoe@example.org` becomes `z•••@example.org`.
pub(crate) fn masked_address(address: &str) -> String {
    let (name, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = name.chars().take(1).collect();
    format!("{first}•••@{domain}")
}

const fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_loses_what_deceives_and_keeps_its_lines() {
        let text = accepted("  Bonjour,\r\nvoici\u{202e}fdp.\u{0} \n").unwrap();
        assert_eq!(text.as_str(), "Bonjour,\nvoicifdp.");
    }

    #[test]
    fn an_empty_or_endless_text_is_refused() {
        assert!(accepted(" \u{202e} ").is_err());
        assert!(accepted(&"é".repeat(LONGEST_TEXT + 1)).is_err());
        assert!(accepted(&"é".repeat(LONGEST_TEXT)).is_ok());
    }

    #[test]
    fn an_address_is_recognised_by_its_owner_only() {
        assert_eq!(masked_address("zoe@example.org"), "z•••@example.org");
        assert_eq!(masked_address(""), "•••@");
    }

    #[test]
    fn a_line_has_no_line_end() {
        assert_eq!(line(" Zoé\n  Lenoir\t", 100), "Zoé Lenoir");
        assert_eq!(line("Zoé", 2), "Zo");
    }
}
