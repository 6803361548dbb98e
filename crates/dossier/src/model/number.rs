//! Numbers and follow-up codes that can be read aloud, typed and forgiven.

use std::fmt;

use parvis_kernel::DossierId;
use parvis_store::Vault;
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// Digits and capitals without I, L, O and U, which are mistaken for others (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The number of a dossier: eight signs in two groups, `7K2M-94QD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(String);

impl Number {
    /// Draws a number (40 random bits; the table refuses one that is taken).
    #[must_use]
    pub fn draw() -> Self {
        Self(grouped(&Uuid::new_v4().into_bytes(), 8))
    }

    /// Reads a number as people write it: any case, with or without separators, O for 0, I or L for 1.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        signs(text, 8).map(Self)
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The secret that opens one dossier to a person without e-mail: twelve signs (60 bits), derived from the master key
/// so that the receipt can print it again, or given by the installation from which the dossier came. Its `Debug` shows nothing.
#[derive(Clone)]
pub struct FollowUpCode(String);

impl FollowUpCode {
    /// The code that an installation gives to a dossier that begins there. [`Dossier::follow_up_code`](super::Dossier::follow_up_code) says
    /// the one that its person has.
    #[must_use]
    pub fn of(vault: &Vault, dossier: DossierId) -> Self {
        Self(grouped(
            &vault.derive("follow-up-code", dossier.uuid().as_bytes()),
            12,
        ))
    }

    /// The code that another installation gave, as it wrote it.
    #[must_use]
    pub fn given(written: &str) -> Option<Self> {
        signs(written, 12).map(Self)
    }

    /// Compares what was typed, in constant time, forgiving what [`Number::parse`] forgives.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        signs(typed, 12).is_some_and(|typed| typed.as_bytes().ct_eq(self.0.as_bytes()).into())
    }

    /// What the person keeps.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// In constant time.
impl PartialEq for FollowUpCode {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for FollowUpCode {}

impl fmt::Debug for FollowUpCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[follow-up code]")
    }
}

/// The code under which answers that an application proposes wait for the person: twelve signs (60 bits). Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct PrefillCode(String);

impl PrefillCode {
    /// The code of what only one proposal is told from: a call of an application. Nobody guesses it without the master key.
    #[must_use]
    pub fn of(vault: &Vault, call: &[u8]) -> Self {
        Self(grouped(&vault.derive("prefill-code", call), 12))
    }

    /// Reads a code as people write it, forgiving what [`Number::parse`] forgives.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        signs(text, 12).map(Self)
    }

    /// What the person is given.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PrefillCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[prefill code]")
    }
}

/// `count` signs from random bytes, in groups of four.
fn grouped(bytes: &[u8], count: usize) -> String {
    let mut text = String::with_capacity(count + count / 4);
    for (index, byte) in bytes.iter().take(count).enumerate() {
        if index > 0 && index % 4 == 0 {
            text.push('-');
        }
        let sign = ALPHABET
            .get(usize::from(byte & 31))
            .copied()
            .unwrap_or(b'0');
        text.push(char::from(sign));
    }
    text
}

/// Exactly `count` signs, put in groups; nothing when the text holds anything else.
fn signs(text: &str, count: usize) -> Option<String> {
    let mut bytes = Vec::with_capacity(count);
    for c in text.chars() {
        match c.to_ascii_uppercase() {
            ' ' | '-' | '\u{a0}' | '\u{202f}' | '.' => {}
            'O' => bytes.push(b'0'),
            'I' | 'L' => bytes.push(b'1'),
            c if c.is_ascii() && ALPHABET.contains(&(c as u8)) => bytes.push(c as u8),
            _ => return None,
        }
        if bytes.len() > count {
            return None;
        }
    }
    if bytes.len() != count {
        return None;
    }
    let groups: Vec<String> = bytes
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    Some(groups.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_is_written() {
        let number = Number::parse("7K2M-94QD").unwrap();
        for written in ["7k2m94qd", " 7K2M 94QD ", "7k2m.94qd"] {
            assert_eq!(Number::parse(written), Some(number.clone()), "{written}");
        }
        assert_eq!(Number::parse("OIL0-0000"), Number::parse("0110-0000"));
    }

    #[test]
    fn what_is_no_number_is_nothing() {
        for wrong in [
            "",
            "7K2M",
            "7K2M-94QD-1",
            "7K2M-94Q!",
            "7K2M-94QÉ",
            "UUUU-UUUU",
        ] {
            assert_eq!(Number::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn drawn_numbers_read_back() {
        for _ in 0..1000 {
            let number = Number::draw();
            assert_eq!(Number::parse(number.as_str()), Some(number));
        }
    }

    #[test]
    fn a_follow_up_code_opens_its_own_dossier_only() {
        let vault = Vault::from_bytes([7; 32]);
        let (one, other) = (DossierId::new(), DossierId::new());
        let code = FollowUpCode::of(&vault, one);
        assert!(code.is(&code.reveal().to_lowercase().replace('-', " ")));
        assert!(!FollowUpCode::of(&vault, other).is(code.reveal()));
        assert_eq!(format!("{code:?}"), "[follow-up code]");
    }
}
