//! Secrets made from a secret (HKDF-SHA-256, RFC 5869).

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// A secret of 32 bytes, erased from memory when dropped.
pub(crate) type Secret = Zeroizing<[u8; 32]>;

/// Makes the secret that belongs to `parts`: equal parts give equal secrets, and knowing some says nothing of the
/// others. Each part goes with its length: ("ab", "c") and ("a", "bc") differ.
#[expect(
    clippy::expect_used,
    reason = "HKDF refuses only outputs above 8,160 bytes"
)]
pub(crate) fn derived(root: &[u8; 32], parts: &[&[u8]]) -> Secret {
    let lengths: Vec<[u8; 8]> = parts
        .iter()
        .map(|part| (part.len() as u64).to_be_bytes())
        .collect();
    let info: Vec<&[u8]> = lengths
        .iter()
        .zip(parts)
        .flat_map(|(length, part)| [length.as_slice(), *part])
        .collect();
    let mut secret = Secret::default();
    Hkdf::<Sha256>::new(Some(b"parvis 1"), root)
        .expand_multi_info(&info, secret.as_mut_slice())
        .expect("32 bytes");
    secret
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_part_ends_matters() {
        let root = [7; 32];
        assert_ne!(
            derived(&root, &[b"ab", b"c"]),
            derived(&root, &[b"a", b"bc"])
        );
        assert_eq!(
            derived(&root, &[b"ab", b"c"]),
            derived(&root, &[b"ab", b"c"])
        );
    }
}
