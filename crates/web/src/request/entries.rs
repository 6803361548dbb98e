//! What a form sent, before anyone reads it.

use std::collections::BTreeMap;

/// The answers of a form by name; a name may come several times (boxes, repeated rows).
pub type Entries = BTreeMap<String, Vec<String>>;

/// The greatest size of a form without files.
pub const MAX_BYTES: usize = 256 * 1024;
/// The greatest number of answers in a form.
pub const MAX_PAIRS: usize = 2_000;

/// Why a form cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntriesError {
    /// Larger than 256 kB, or more than 2,000 answers.
    #[error("too large")]
    TooLarge,
    /// A percent sign without its two figures, or another content type.
    #[error("malformed")]
    Malformed,
    /// Not UTF-8.
    #[error("not UTF-8")]
    Encoding,
    /// Holds the character NUL, which no database keeps.
    #[error("holds NUL")]
    Nul,
}

/// Short ways to read entries.
pub trait EntriesExt {
    /// The first answer of a name, without surrounding spaces; nothing when absent.
    fn first(&self, name: &str) -> &str;
    /// All the answers of a name.
    fn all(&self, name: &str) -> &[String];
}

impl EntriesExt for Entries {
    fn first(&self, name: &str) -> &str {
        self.all(name).first().map_or("", |value| value.trim())
    }

    fn all(&self, name: &str) -> &[String] {
        self.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Reads `application/x-www-form-urlencoded` (URL standard § 5.1), strictly: what is damaged is refused rather than
/// guessed. Line ends become `\n`.
///
/// # Errors
/// See [`EntriesError`].
pub fn parse(body: &[u8]) -> Result<Entries, EntriesError> {
    if body.len() > MAX_BYTES {
        return Err(EntriesError::TooLarge);
    }
    let mut entries = Entries::new();
    let mut count = 0;
    for pair in body
        .split(|byte| *byte == b'&')
        .filter(|pair| !pair.is_empty())
    {
        count += 1;
        if count > MAX_PAIRS {
            return Err(EntriesError::TooLarge);
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = text(halves.next().unwrap_or_default())?;
        let value = text(halves.next().unwrap_or_default())?;
        entries.entry(name).or_default().push(value);
    }
    Ok(entries)
}

fn text(encoded: &[u8]) -> Result<String, EntriesError> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let high = rest.next().and_then(|figure| hexadecimal(*figure));
                let low = rest.next().and_then(|figure| hexadecimal(*figure));
                let (Some(high), Some(low)) = (high, low) else {
                    return Err(EntriesError::Malformed);
                };
                high * 16 + low
            }
            other => *other,
        });
    }
    if bytes.contains(&0) {
        return Err(EntriesError::Nul);
    }
    let text = String::from_utf8(bytes).map_err(|_| EntriesError::Encoding)?;
    if text.contains('\r') {
        return Ok(text.replace("\r\n", "\n").replace('\r', "\n"));
    }
    Ok(text)
}

const fn hexadecimal(figure: u8) -> Option<u8> {
    match figure {
        b'0'..=b'9' => Some(figure - b'0'),
        b'a'..=b'f' => Some(figure - b'a' + 10),
        b'A'..=b'F' => Some(figure - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_by_name_several_times_each() {
        let entries = parse(b"jour=lundi&jour=mardi&nom=+L%C3%A9a%0D%0AB+&vide=&seul&").unwrap();
        assert_eq!(entries.all("jour"), ["lundi", "mardi"]);
        assert_eq!(entries.first("nom"), "Léa\nB");
        assert_eq!(entries.first("vide"), "");
        assert_eq!(entries.first("absent"), "");
        assert!(entries.contains_key("seul"));
    }

    #[test]
    fn what_no_database_keeps_is_refused() {
        assert_eq!(parse(b"a=%00"), Err(EntriesError::Nul));
        assert_eq!(parse(b"%00=a"), Err(EntriesError::Nul));
        assert_eq!(parse(b"a=%FF"), Err(EntriesError::Encoding));
        assert_eq!(parse(b"a=\xff"), Err(EntriesError::Encoding));
        assert_eq!(parse(b"a=%4"), Err(EntriesError::Malformed));
        assert_eq!(parse(b"a=%zz"), Err(EntriesError::Malformed));
    }

    #[test]
    fn a_form_is_bounded_in_size_and_in_number() {
        let long = [b"a=".as_slice(), &vec![b'x'; MAX_BYTES]].concat();
        assert_eq!(parse(&long), Err(EntriesError::TooLarge));
        let many = "a=1&".repeat(MAX_PAIRS + 1);
        assert_eq!(parse(many.as_bytes()), Err(EntriesError::TooLarge));
        let just = "a=1&".repeat(MAX_PAIRS);
        assert_eq!(parse(just.as_bytes()).unwrap().all("a").len(), MAX_PAIRS);
    }
}
