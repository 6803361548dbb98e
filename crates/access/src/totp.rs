//! Time-based codes of agents (RFC 6238: SHA-1, six digits, thirty seconds, one step of drift).

use parvis_kernel::Instant;
use totp_rs::{Builder, Secret, Totp};

use crate::error::AccessError;

/// Bytes of a secret (RFC 4226 recommends 160 bits).
const SECRET_BYTES: usize = 20;

/// Draws a secret.
///
/// # Errors
/// A failure of the random generator.
pub fn draw_secret() -> Result<Vec<u8>, AccessError> {
    let mut secret = vec![0; SECRET_BYTES];
    getrandom::fill(&mut secret).map_err(|error| AccessError::SecondFactor(error.to_string()))?;
    Ok(secret)
}

/// The secret as an agent types it into an application (base 32).
#[must_use]
pub fn base32(secret: &[u8]) -> String {
    Secret::from(secret).to_base32()
}

/// The `otpauth:` address that applications read.
///
/// # Errors
/// A name or an issuer that cannot stand in such an address.
pub fn address(secret: &[u8], account: &str, issuer: &str) -> Result<String, AccessError> {
    let issuer = issuer.replace(':', " ");
    generator(secret, account, &issuer)?
        .to_url()
        .map_err(|error| AccessError::SecondFactor(error.to_string()))
}

/// The time step that a code matches at an instant, when it matches one later than `last_step`: a step serves once.
///
/// # Errors
/// A stored secret that cannot be used.
pub fn matching_step(
    secret: &[u8],
    code: &str,
    now: Instant,
    last_step: i64,
) -> Result<Option<i64>, AccessError> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let time = u64::try_from(now.as_second()).unwrap_or(0);
    let matched = generator(secret, "agent", "parvis")?
        .check(&digits, time)
        .and_then(|step| i64::try_from(step).ok());
    Ok(matched.filter(|step| *step > last_step))
}

/// The code of an instant: what the agent's application shows. For the demonstration and tests.
///
/// # Errors
/// A stored secret that cannot be used.
pub fn code_at(secret: &[u8], now: Instant) -> Result<String, AccessError> {
    let time = u64::try_from(now.as_second()).unwrap_or(0);
    Ok(generator(secret, "agent", "parvis")?
        .generate(time)
        .to_string())
}

fn generator(secret: &[u8], account: &str, issuer: &str) -> Result<Totp, AccessError> {
    Builder::new()
        .with_secret(Secret::from(secret))
        .with_account_name(account)
        .with_issuer(Some(issuer))
        .build()
        .map_err(|error| AccessError::SecondFactor(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(second: i64) -> Instant {
        Instant::from_second(second).expect("an instant")
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, last six digits of the eight.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(code_at(SECRET, at(second)).unwrap(), code);
        }
    }

    #[test]
    fn a_code_serves_once_even_with_spaces() {
        let step = matching_step(SECRET, "287 082", at(59), -1).unwrap();
        assert_eq!(step, Some(1));
        assert_eq!(matching_step(SECRET, "287082", at(61), 1).unwrap(), None);
    }

    #[test]
    fn a_code_of_two_minutes_ago_is_refused() {
        assert_eq!(
            matching_step(SECRET, "287082", at(59 + 120), -1).unwrap(),
            None
        );
    }

    #[test]
    fn anything_else_is_refused() {
        for wrong in ["", "28708", "2870821", "abcdef", "２８７０８２"] {
            assert_eq!(
                matching_step(SECRET, wrong, at(59), -1).unwrap(),
                None,
                "{wrong}"
            );
        }
    }

    #[test]
    fn an_application_can_read_the_address() {
        let url = address(SECRET, "claire@rochebrune.example", "Ville de Rochebrune").unwrap();
        assert!(url.starts_with("otpauth://totp/"), "{url}");
        assert!(url.contains(&base32(SECRET)), "{url}");
    }
}
