//! Bytes as hexadecimal text.

use std::fmt::Write;

/// Writes bytes as small hexadecimal digits.
pub(crate) fn written(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Reads exactly 32 bytes.
pub(crate) fn read_32(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    let mut bytes = [0_u8; 32];
    if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let bytes: [u8; 32] = std::array::from_fn(|index| u8::try_from(index * 7).unwrap());
        assert_eq!(read_32(&written(&bytes)), Some(bytes));
    }

    #[test]
    fn anything_else_is_refused() {
        assert_eq!(read_32("abc"), None);
        assert_eq!(read_32(&"g".repeat(64)), None);
        assert_eq!(read_32(&"é".repeat(32)), None);
    }
}
