//! What a person typed, made harmless: one line, no invisible character, no link.

/// The longest value that a mail shows.
const LONGEST: usize = 600;
/// The longest name that a mail greets.
const LONGEST_NAME: usize = 80;

/// A value on one line: controls, marks of direction and private characters are removed, white space becomes one space.
pub(crate) fn one_line(text: &str) -> String {
    let spaced = text
        .chars()
        .map(|letter| if is_break(letter) { ' ' } else { letter });
    let kept: String = spaced.filter(|letter| !is_hidden(*letter)).collect();
    let words: Vec<&str> = kept.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(LONGEST).collect()
}

/// A person's name: letters, marks, spaces, hyphens and apostrophes, so that no mail program sees an address in it.
pub(crate) fn name(text: &str) -> String {
    let allowed =
        |letter: char| letter.is_alphabetic() || is_mark(letter) || " -'’.".contains(letter);
    let kept: String = one_line(text)
        .chars()
        .filter(|letter| allowed(*letter))
        .collect();
    // A full stop ends a word: `J. Durand`, never `durand.example`.
    let words: Vec<String> = kept
        .split_inclusive('.')
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect();
    words.join(" ").chars().take(LONGEST_NAME).collect()
}

/// Line and paragraph ends, tabs, and the like.
const fn is_break(letter: char) -> bool {
    matches!(letter, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{10ffff}')
}

/// Accents written apart from their letter.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_turns_the_text_around_or_breaks_its_line() {
        assert_eq!(one_line("Zoé\u{202e}riot\u{2066}x\u{200f}"), "Zoériotx");
        assert_eq!(one_line(" a\r\nBcc: b\u{2028}c\u{7}\t d "), "a Bcc: b c d");
        assert_eq!(one_line("x".repeat(5_000).as_str()).len(), LONGEST);
    }

    #[test]
    fn no_name_looks_like_an_address() {
        assert_eq!(name("Zoé Lenoir-d’Été"), "Zoé Lenoir-d’Été");
        assert_eq!(name("J. Durand"), "J. Durand");
        assert_eq!(
            name("Gagnez http://evil.example/?x=1"),
            "Gagnez httpevil. examplex"
        );
        assert_eq!(name("a@evil.example <b>"), "aevil. example b");
        assert_eq!(name("Zoe\u{301}"), "Zoe\u{301}");
    }
}
