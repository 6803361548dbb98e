//! French typography: spaces that must not break, apostrophes, ellipses.
//!
//! Authors write plain spaces and straight apostrophes; readers see what the Imprimerie nationale's rules ask for
//! (*Lexique des règles typographiques*): a thin no-break space before `;`, `!`, `?`, a no-break space before `:`
//! and inside « », between the figures of a number and before its unit.

/// The no-break space.
const FIXED: char = '\u{a0}';
/// The narrow no-break space.
const THIN: char = '\u{202f}';

/// Units that stay on the line of their number.
const UNITS: &[&str] = &[
    "%",
    "€",
    "$",
    "°",
    "h",
    "min",
    "s",
    "j",
    "km",
    "m",
    "cm",
    "mm",
    "m²",
    "kg",
    "g",
    "o",
    "ko",
    "Ko",
    "Mo",
    "Go",
    "ans",
    "an",
    "mois",
    "jours",
    "jour",
    "heures",
    "heure",
    "minutes",
    "minute",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
/// Words that stay on the line of what follows.
const LEADERS: &[&str] = &[
    "n°", "N°", "h", "M.", "Mme", "art.", "p.", "§", "à", "L.", "R.",
];

/// Gives a French text its typography. What is right already is left as it is.
#[must_use]
pub fn typography(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 16);
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let before = at
            .checked_sub(1)
            .and_then(|index| letters.get(index))
            .copied();
        let rest = letters.get(at + 1..).unwrap_or_default();
        match letter {
            ' ' => out.push(space(letters.get(..at).unwrap_or_default(), rest)),
            '\'' if is_elision(before, rest) => out.push('’'),
            '.' if rest.starts_with(&['.', '.'])
                && rest.get(2) != Some(&'.')
                && before != Some('.') =>
            {
                out.push('…');
                at += 2;
            }
            other => out.push(other),
        }
        at += 1;
    }
    out
}

/// An apostrophe between two letters, or between a letter and an opening quote.
fn is_elision(before: Option<char>, rest: &[char]) -> bool {
    let follows = rest
        .first()
        .is_some_and(|next| next.is_alphanumeric() || *next == '«');
    before.is_some_and(char::is_alphabetic) && follows
}

/// The space that stands between what is before and what is after.
fn space(before: &[char], after: &[char]) -> char {
    let previous = before.last().copied().unwrap_or(' ');
    match after.first() {
        Some(';' | '!' | '?') => THIN,
        Some(':' | '»') => FIXED,
        Some(next) if previous.is_ascii_digit() && next.is_ascii_digit() => between_digits(after),
        _ if previous == '«' => FIXED,
        _ if may_be_number(before) && UNITS.contains(&first_word(after).as_str()) => FIXED,
        _ if LEADERS.contains(&last_word(before).as_str()) && leads(before, after) => FIXED,
        _ => ' ',
    }
}

/// A number stands before, or a variable that may be one: only then does a text of a message begin with a space.
fn may_be_number(before: &[char]) -> bool {
    before.last().is_none_or(char::is_ascii_digit)
}

/// Thousands are told apart by a thin space; the pairs of a telephone number by a plain one.
fn between_digits(after: &[char]) -> char {
    let figures = after
        .iter()
        .take_while(|letter| letter.is_ascii_digit())
        .count();
    if figures == 3 { THIN } else { FIXED }
}

/// `à`, `art.`, `p.`, `L.` lead a number only; titles lead a name.
fn leads(before: &[char], after: &[char]) -> bool {
    let next = after.first().copied().unwrap_or(' ');
    match last_word(before).as_str() {
        "M." | "Mme" => next.is_uppercase(),
        _ => next.is_ascii_digit(),
    }
}

fn first_word(letters: &[char]) -> String {
    let ends =
        |letter: &&char| !letter.is_whitespace() && !matches!(**letter, ',' | ')' | '.' | ';');
    letters.iter().take_while(ends).collect()
}

fn last_word(letters: &[char]) -> String {
    let word = letters
        .iter()
        .rev()
        .take_while(|letter| !letter.is_whitespace() && **letter != '(');
    let mut word: Vec<char> = word.copied().collect();
    word.reverse();
    word.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows no-break spaces as `~` and thin ones as `_`.
    fn shown(text: &str) -> String {
        typography(text).replace(FIXED, "~").replace(THIN, "_")
    }

    #[test]
    fn spaces_before_double_signs_do_not_break() {
        assert_eq!(
            shown("Attention : déjà ? Oui ! Non ; si."),
            "Attention~: déjà_? Oui_! Non_; si."
        );
        assert_eq!(shown("Il dit « oui » à tous"), "Il dit «~oui~» à tous");
        assert_eq!(shown(" :"), "~:");
    }

    #[test]
    fn numbers_stay_whole_with_their_units() {
        assert_eq!(
            shown("12 500 habitants, 1 234 567 €"),
            "12_500 habitants, 1_234_567~€"
        );
        assert_eq!(shown("01 23 45 67 89"), "01~23~45~67~89");
        assert_eq!(
            shown("le 22 novembre 2026 à 14 h 05"),
            "le 22~novembre 2026 à~14~h~05"
        );
        assert_eq!(shown("5 Mo, 20 %, 15 minutes."), "5~Mo, 20~%, 15~minutes.");
        assert_eq!(shown("n° 5, art. 3, M. Durand"), "n°~5, art.~3, M.~Durand");
    }

    #[test]
    fn apostrophes_and_ellipses_are_printed_ones() {
        assert_eq!(
            shown("L'adresse d'aujourd'hui..."),
            "L’adresse d’aujourd’hui…"
        );
        assert_eq!(shown("'code'"), "'code'");
    }

    #[test]
    fn addresses_and_times_are_left_alone() {
        for text in [
            "https://exemple.fr/a?b=c;d",
            "14:05",
            "a.b@c.fr",
            "à la mairie",
            "etc.",
        ] {
            assert_eq!(typography(text), text);
        }
    }

    #[test]
    fn what_is_right_already_does_not_change() {
        for text in ["Attention : l'an 12 500 € ... « oui » ?", "n° 1 à 3 h 05"] {
            let once = typography(text);
            assert_eq!(typography(&once), once);
        }
    }
}
