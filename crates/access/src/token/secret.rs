//! The secret of an application: shown once, stored nowhere.

use parvis_kernel::Failure;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// What every secret begins with, so that a scanner of leaked secrets recognises one: `parvis_[0-9a-f]{48}`.
pub const PREFIX: &str = "parvis_";
/// Random bytes of a secret.
const RANDOM: usize = 20;
/// Hexadecimal digits of the check that ends a secret: what was mistyped or invented never reaches the database.
const CHECK: usize = 8;

/// The secret that an application sends. Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("[secret]")
    }
}

impl Secret {
    /// Draws a secret.
    ///
    /// # Errors
    /// A failure of the random generator.
    pub fn draw() -> Result<Self, Failure> {
        let mut bytes = [0; RANDOM];
        getrandom::fill(&mut bytes)
            .map_err(|error| Failure::new("drawing a secret", error.to_string()))?;
        let body = format!("{PREFIX}{}", hexadecimal(&bytes));
        Ok(Self(format!("{body}{}", check(&body))))
    }

    /// Reads what an application sent; nothing when it cannot be a secret.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(PREFIX)?;
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if digits.len() != 2 * RANDOM + CHECK || !digits.bytes().all(is_digit) {
            return None;
        }
        let (body, sent) = text.split_at_checked(text.len() - CHECK)?;
        let right: bool = check(body).as_bytes().ct_eq(sent.as_bytes()).into();
        right.then(|| Self(text.to_owned()))
    }

    /// What is shown, once.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored. A secret of 160 random bits needs no slow hash.
    #[must_use]
    pub fn hash(&self) -> String {
        hexadecimal(&Sha256::digest(self.0.as_bytes()))
    }
}

fn check(body: &str) -> String {
    let digest = hexadecimal(&Sha256::digest(body.as_bytes()));
    digest.chars().take(CHECK).collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_recognised_by_scanners_and_never_printed() {
        let (one, other) = (Secret::draw().unwrap(), Secret::draw().unwrap());
        assert_ne!(one, other);
        assert!(one.reveal().starts_with("parvis_"));
        assert_eq!(one.reveal().len(), 55);
        assert_eq!(format!("{one:?}"), "[secret]");
        assert_eq!(Secret::parse(one.reveal()), Some(one));
    }

    #[test]
    fn what_is_mistyped_is_no_secret() {
        let right = Secret::draw().unwrap();
        let last = right.reveal().len() - 1;
        let wrong_end = if right.reveal().ends_with('0') {
            "1"
        } else {
            "0"
        };
        let mistyped = format!("{}{wrong_end}", &right.reveal()[..last]);
        for wrong in [
            "",
            "parvis_",
            "parvis_é",
            &mistyped,
            &right.reveal()[7..],
            &right.reveal().to_uppercase(),
        ] {
            assert_eq!(Secret::parse(wrong), None, "{wrong}");
        }
    }
}
