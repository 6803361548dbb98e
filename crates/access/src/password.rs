//! Passwords of agents: argon2id; a minimum length and a guessability check, no composition rule
//! (ANSSI and NIST SP 800-63B-4 advise against composition rules).

use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use parvis_kernel::Failure;

/// Characters at least.
pub const MIN_LENGTH: usize = 12;
/// Characters at most: bounds the work of hashing.
pub const MAX_LENGTH: usize = 128;

/// Tries, as a power of ten, that an attacker who knows habits must make at least.
const MIN_GUESSES_LOG10: f64 = 9.0;

/// What French passwords are often made of, beside the English lists that the estimator carries.
const FRENCH_HABITS: &[&str] = &[
    "motdepasse",
    "passe",
    "azerty",
    "azertyuiop",
    "qsdfgh",
    "wxcvbn",
    "bonjour",
    "bienvenue",
    "soleil",
    "mairie",
    "ville",
    "commune",
    "agent",
    "accueil",
    "service",
    "etatcivil",
    "jetaime",
    "amour",
    "doudou",
    "loulou",
    "chouchou",
    "marseille",
    "paris",
    "lyon",
    "france",
    "bretagne",
    "printemps",
    "automne",
    "hiver",
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "parvis",
];

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefusal {
    /// Shorter than [`MIN_LENGTH`].
    #[error("it is shorter than {MIN_LENGTH} characters")]
    TooShort,
    /// Longer than [`MAX_LENGTH`].
    #[error("it is longer than {MAX_LENGTH} characters")]
    TooLong,
    /// Common, or easily guessed from the agent's name or address.
    #[error("it is too common or too easily guessed")]
    Guessable,
}

impl PasswordRefusal {
    /// The message of the words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooShort => "password-too-short",
            Self::TooLong => "password-too-long",
            Self::Guessable => "password-guessable",
        }
    }
}

/// Accepts or refuses a new password. `known` holds what an attacker knows of the agent (name, address).
///
/// # Errors
/// Why it is refused.
pub fn check(password: &str, known: &[&str]) -> Result<(), PasswordRefusal> {
    match password.chars().count() {
        0..MIN_LENGTH => return Err(PasswordRefusal::TooShort),
        MIN_LENGTH..=MAX_LENGTH => {}
        _ => return Err(PasswordRefusal::TooLong),
    }
    let words: Vec<&str> = known
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() >= 3)
        .chain(FRENCH_HABITS.iter().copied())
        .collect();
    if zxcvbn::zxcvbn(password, &words).guesses_log10() < MIN_GUESSES_LOG10 {
        return Err(PasswordRefusal::Guessable);
    }
    Ok(())
}

/// Hashes computed since the process began.
static COMPUTED: AtomicU64 = AtomicU64::new(0);

/// How many hashes of passwords were computed since the process began, right or wrong: a crowd of tries is seen there first.
#[must_use]
pub fn computed() -> u64 {
    COMPUTED.load(Ordering::Relaxed)
}

/// Hashes a password with argon2id (19 MiB, two passes, one lane: OWASP's first choice). Slow: never inside a transaction.
///
/// # Errors
/// A failure of the random generator.
pub fn hash(password: &str) -> Result<String, Failure> {
    let params = Params::new(19 * 1024, 2, 1, None)
        .map_err(|error| Failure::new("hashing a password", error.to_string()))?;
    COMPUTED.fetch_add(1, Ordering::Relaxed);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| Failure::new("hashing a password", error.to_string()))
}

/// Whether the password is the one that was hashed. What is no hash (an account that has no password yet) is nobody's, and takes as
/// long. Slow: never inside a transaction.
#[must_use]
pub fn verify(password: &str, hash: &str) -> bool {
    match PasswordHash::new(hash) {
        Ok(parsed) => is(password, &parsed),
        Err(_) => {
            verify_nothing(password);
            false
        }
    }
}

fn is(password: &str, hash: &PasswordHash) -> bool {
    COMPUTED.fetch_add(1, Ordering::Relaxed);
    let verified = Argon2::default().verify_password(password.as_bytes(), hash);
    verified.is_ok()
}

/// Spends the time of a verification, for an address that nobody has: the answer must not come sooner.
pub fn verify_nothing(password: &str) {
    // A hash of a random text that nobody knows.
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBmaXhlZCBzYWx0$7nZ5yqUGPMlmNYzUPy1hEuZzJYsy9SYgWKHUJQn5/aU";
    if let Ok(nobody) = PasswordHash::new(NOBODY) {
        std::hint::black_box(is(password, &nobody));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_hash_costs_a_hash_too() {
        for hash in ["", "no hash", "$argon2id$v=19$cut"] {
            let before = computed();
            assert!(!verify("la glycine refleurit", hash));
            assert!(computed() > before, "{hash:?}");
        }
        let before = computed();
        verify_nothing("la glycine refleurit");
        assert!(computed() > before);
    }

    #[test]
    fn a_short_long_or_guessable_password_is_refused() {
        assert_eq!(check("court", &[]), Err(PasswordRefusal::TooShort));
        assert_eq!(check(&"é".repeat(129), &[]), Err(PasswordRefusal::TooLong));
        assert_eq!(
            check("motdepasse123", &[]).err(),
            check("password1234", &[])
                .err()
                .and(check("motdepasse123", &[]).err())
        );
        assert_eq!(check("password1234", &[]), Err(PasswordRefusal::Guessable));
        assert_eq!(
            check(
                "claire.martin@",
                &["claire.martin@rochebrune.example", "Claire", "Martin"]
            ),
            Err(PasswordRefusal::Guessable)
        );
    }

    #[test]
    fn a_long_sentence_needs_no_digit_and_no_capital() {
        assert_eq!(check("le heron cendre attend la maree", &[]), Ok(()));
    }

    #[test]
    fn only_the_right_password_opens() {
        let hashed = hash("le heron cendre attend").expect("hashed");
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify("le heron cendre attend", &hashed));
        assert!(!verify("le heron cendre attend.", &hashed));
        assert!(!verify("anything", "not a hash"));
        verify_nothing("anything");
    }
}
