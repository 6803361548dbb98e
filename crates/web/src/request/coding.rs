//! The content codings that a browser takes (RFC 9110 § 12.5.3).

use http::HeaderMap;
use http::header::ACCEPT_ENCODING;

/// Whether the browser takes a coding by its name: `gzip`, `br`. One of quality 0 is refused.
pub(crate) fn takes_coding(headers: &HeaderMap, name: &str) -> bool {
    let accepted = headers.get(ACCEPT_ENCODING);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    accepted.unwrap_or_default().split(',').any(|coding| {
        let (own, quality) = coding.split_once(';').unwrap_or((coding, ""));
        own.trim() == name && !is_refused(quality)
    })
}

/// `q=0`, `q=0.0`, `q=0.000`.
fn is_refused(quality: &str) -> bool {
    let value = quality.trim().strip_prefix("q=");
    value.is_some_and(|value| value.parse() == Ok(0.0))
}
