//! The secret of a second factor that is being added: offered, not yet kept.

use parvis_kernel::{Personal, SessionId};
use parvis_web::House;
use uuid::Uuid;

/// Bytes of a secret (RFC 4226 recommends 160 bits).
const SECRET_BYTES: usize = 20;

/// The secret offered to somebody in a session: derived, so that it is stored nowhere until it is proved.
pub(crate) fn secret(house: &House, session: SessionId, somebody: Uuid) -> Personal<Vec<u8>> {
    let context = [*session.uuid().as_bytes(), *somebody.as_bytes()].concat();
    let derived = house.store.vault().derive("totp-enrolment", &context);
    Personal::new(derived.iter().take(SECRET_BYTES).copied().collect())
}

/// Four letters at a time, to be typed without losing one's place.
pub(crate) fn in_groups(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_typed_four_letters_at_a_time() {
        assert_eq!(in_groups("ABCDEFGHIJ"), "ABCD EFGH IJ");
        assert_eq!(in_groups(""), "");
    }
}
