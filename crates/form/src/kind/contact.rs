//! E-mail addresses and telephone numbers.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {}

/// A telephone number, French or international.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {}

impl Rules for Email {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let typed = reader.short(Part::Whole, self.max_letters())?;
        let address = email(&typed);
        if address.is_none() {
            reader.refuse(Part::Whole, EntryErrorKind::EmailInvalid);
        }
        address.map(Answer::Email)
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Email(address) = answer {
            writer.put(Part::Whole, address);
        }
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        match answer {
            Answer::Email(address) => vec![address.clone()],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "email": { "type": "string", "format": "email", "maxLength": 254 } })
    }

    fn max_letters(&self) -> u32 {
        254
    }

    fn autocomplete(&self, _: Part) -> Option<&'static str> {
        Some("email")
    }
}

impl Rules for Phone {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let typed = reader.short(Part::Whole, self.max_letters())?;
        let number = phone(&typed);
        if number.is_none() {
            reader.refuse(Part::Whole, EntryErrorKind::PhoneInvalid);
        }
        number.map(Answer::Phone)
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Phone(number) = answer {
            writer.put(Part::Whole, phone_in_words(number));
        }
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        match answer {
            Answer::Phone(number) => vec![phone_in_words(number)],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "phone": { "type": "string", "pattern": r"^\+[1-9][0-9]{6,14}$" } })
    }

    fn max_letters(&self) -> u32 {
        40
    }

    fn autocomplete(&self, _: Part) -> Option<&'static str> {
        Some("tel")
    }
}

/// An e-mail address with its domain in small letters.
///
/// Only what a mail server accepts without extension (RFC 5321): one `@`, a dotted domain.
#[must_use]
pub(crate) fn email(typed: &str) -> Option<String> {
    let (local, domain) = typed.rsplit_once('@')?;
    let allowed =
        |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    if local.is_empty() || local.len() > 64 || dots || !local.chars().all(allowed) {
        return None;
    }
    let domain = domain.to_ascii_lowercase();
    let labels: Vec<_> = domain.split('.').collect();
    let last_is_a_word = labels.last().is_some_and(|label| {
        label.len() > 1 && !label.bytes().all(|letter| letter.is_ascii_digit())
    });
    let fits = labels.len() > 1 && labels.iter().all(|label| is_host_label(label));
    (fits && last_is_a_word).then(|| format!("{local}@{domain}"))
}

fn is_host_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
}

/// Overseas numbers by their first national digits, with their international prefix.
const OVERSEAS: [(&str, &str); 13] = [
    ("0262", "262"),
    ("0263", "262"),
    ("0269", "262"),
    ("0639", "262"),
    ("0692", "262"),
    ("0693", "262"),
    ("0590", "590"),
    ("0690", "590"),
    ("0691", "590"),
    ("0594", "594"),
    ("0694", "594"),
    ("0596", "596"),
    ("0696", "596"),
];

/// A telephone number in E.164.
#[must_use]
pub(crate) fn phone(typed: &str) -> Option<String> {
    let bare = typed.replace("(0)", "");
    let mut number = String::with_capacity(bare.len());
    for letter in bare.chars() {
        match letter {
            '0'..='9' => number.push(letter),
            '+' if number.is_empty() => number.push(letter),
            ' ' | '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}' => {}
            _ => return None,
        }
    }
    let number = match number.strip_prefix("00") {
        Some(rest) => format!("+{rest}"),
        None => number,
    };
    match number.strip_prefix('+') {
        Some(international) => canonical(international),
        None => national(&number),
    }
}

fn national(number: &str) -> Option<String> {
    let significant = number.strip_prefix('0')?;
    if number.len() != 10 || significant.starts_with('0') {
        return None;
    }
    let overseas = OVERSEAS.iter().find(|(first, _)| number.starts_with(first));
    let prefix = overseas.map_or("33", |(_, prefix)| prefix);
    Some(format!("+{prefix}{significant}"))
}

/// One spelling for a number: `+33 (0)6`, `+33 06` and `06` are the same.
fn canonical(international: &str) -> Option<String> {
    for prefix in ["33", "262", "590", "594", "596"] {
        if let Some(rest) = international.strip_prefix(prefix) {
            let rest = rest.strip_prefix('0').unwrap_or(rest);
            if rest.len() == 9 {
                return national(&format!("0{rest}"));
            }
        }
    }
    let fits = (7..=15).contains(&international.len()) && !international.starts_with(['0']);
    let french = international.starts_with("33");
    (fits && !french).then(|| format!("+{international}"))
}

/// A number as people write it: `06 12 34 56 78`, or with its international prefix.
#[must_use]
pub(crate) fn phone_in_words(number: &str) -> String {
    let Some(national) = as_national(number) else {
        return number.to_owned();
    };
    let mut spaced = String::with_capacity(14);
    for (place, digit) in national.chars().enumerate() {
        if place > 0 && place % 2 == 0 {
            spaced.push(' ');
        }
        spaced.push(digit);
    }
    spaced
}

fn as_national(number: &str) -> Option<String> {
    let prefixes = ["+33", "+262", "+590", "+594", "+596"];
    let significant = prefixes
        .iter()
        .find_map(|prefix| number.strip_prefix(prefix))?;
    let candidate = format!("0{significant}");
    (national(&candidate).as_deref() == Some(number)).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_have_one_spelling() {
        for (typed, kept) in [
            ("06 12 34 56 78", "+33612345678"),
            ("06.12.34.56.78", "+33612345678"),
            ("+33 (0)6 12 34 56 78", "+33612345678"),
            ("0033612345678", "+33612345678"),
            ("+33 06 12 34 56 78", "+33612345678"),
            ("0692 12 34 56", "+262692123456"),
            ("+33 692 12 34 56", "+262692123456"),
            ("+262 692 12 34 56", "+262692123456"),
            ("05 90 12 34 56", "+590590123456"),
            ("+44 20 7946 0018", "+442079460018"),
            ("+687 26 00 00", "+687260000"),
        ] {
            assert_eq!(phone(typed).as_deref(), Some(kept), "{typed}");
            assert_eq!(
                phone(&phone_in_words(kept)).as_deref(),
                Some(kept),
                "{kept}"
            );
        }
        assert_eq!(phone_in_words("+33612345678"), "06 12 34 56 78");
    }

    #[test]
    fn what_is_no_phone_is_refused() {
        for typed in [
            "",
            "12",
            "06 12 34 56 7",
            "06 12 34 56 789",
            "0012",
            "+33 6",
            "call me",
            "+0123456789",
            "06+12345678",
        ] {
            assert_eq!(phone(typed), None, "{typed}");
        }
    }

    #[test]
    fn emails_keep_their_name_and_lower_their_domain() {
        assert_eq!(
            email("Zoe.L+x@Exemple.FR").as_deref(),
            Some("Zoe.L+x@exemple.fr")
        );
        for typed in [
            "",
            "a",
            "a@",
            "@b.fr",
            "a@b",
            "a b@c.fr",
            "a@b..fr",
            "a@-b.fr",
            "a@b.1",
            "a@@b.fr",
            ".a@b.fr",
            "a..b@c.fr",
            "é@b.fr",
            "a@b.fr>",
        ] {
            assert_eq!(email(typed), None, "{typed}");
        }
    }
}
