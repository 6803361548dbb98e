//! Words of a text, and looking for them whatever their accents and case.

/// The words of a text: what stands between spaces and holds a letter or a digit. An elision stays with its word
/// (`l’acte` is one word), as contractions do in Flesch's count.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| sign.is_whitespace() || sign == '/')
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// A text in small letters, without accents, its apostrophes and hyphens as spaces, with one space between words and one at
/// each end: what is looked for in it is looked for as whole words.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 2);
    plain.push(' ');
    for sign in text.chars().flat_map(char::to_lowercase) {
        match unaccented(sign) {
            Some(letters) => plain.push_str(letters),
            None if sign.is_alphanumeric() => plain.push(sign),
            None if plain.ends_with(' ') => {}
            None => plain.push(' '),
        }
    }
    if !plain.ends_with(' ') {
        plain.push(' ');
    }
    plain
}

const fn unaccented(sign: char) -> Option<&'static str> {
    Some(match sign {
        'à' | 'â' | 'ä' | 'á' => "a",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' | 'í' => "i",
        'ô' | 'ö' | 'ó' => "o",
        'ù' | 'û' | 'ü' | 'ú' => "u",
        'ÿ' => "y",
        'ç' => "c",
        'œ' => "oe",
        'æ' => "ae",
        _ => return None,
    })
}

/// Whether a text made [`plain`] says an expression as whole words, whatever their accents. A `*` at the end of the
/// expression takes any ending.
pub(crate) fn says(plain_text: &str, expression: &str) -> bool {
    match expression.strip_suffix('*') {
        Some(start) => plain_text.contains(plain(start).trim_end()),
        None => plain_text.contains(&plain(expression)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_a_reader_counts_them() {
        let counted = |text| words(text).count();
        assert_eq!(counted("L’extrait sans filiation est ouvert à tous."), 7);
        assert_eq!(counted("Où habitez-vous ?"), 2);
        assert_eq!(counted("- à son époux ; - à ses parents"), 6);
        assert_eq!(counted("  « Oui » !  "), 1);
        assert_eq!(counted(""), 0);
    }

    #[test]
    fn words_are_found_whatever_their_accents_and_never_inside_others() {
        let text = plain("Votre dernier Avis d’imposition,\nou l’acte de décès");
        assert_eq!(text, " votre dernier avis d imposition ou l acte de deces ");
        assert!(says(&text, "avis d imposition"));
        assert!(says(&text, "imposi*"));
        assert!(says(&text, "acte de décès"));
        assert!(!says(&text, "impo"));
        assert!(!says(&plain("Le caractère"), "acte"));
    }
}
