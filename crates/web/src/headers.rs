//! What every response tells the browser to refuse.

use http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName,
    REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderValue};

use crate::ground::{Ground, Needs};

/// Nothing inline, nothing from elsewhere, no frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// A given piece is shown by the browser without any power.
const SANDBOX: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
);
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
/// No power of the device.
const POWERS: &str =
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
/// A page that shows pages of the house in frames.
const FRAMING: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);
/// A page that the house shows in a frame of its own: no script, nothing sent, nowhere else.
const FRAMED: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
);
const SAMEORIGIN: HeaderValue = HeaderValue::from_static("SAMEORIGIN");
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// Two years, as the preload list asks.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// Adds to a response what it does not say already. For every response: errors, downloads, redirects too.
pub fn protect(headers: &mut HeaderMap, secure: bool) {
    let always = [
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (PERMISSIONS_POLICY, HeaderValue::from_static(POWERS)),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ),
    ];
    for (name, value) in always {
        headers.entry(name).or_insert(value);
    }
    if secure {
        headers.entry(STRICT_TRANSPORT_SECURITY).or_insert(HSTS);
    }
}

/// Opens to a page what it needs for a map: the server of its tiles, and the question where the device is. Every other page
/// stays closed to both.
pub(crate) fn open_to(needs: &Needs, ground: Option<&Ground>, headers: &mut HeaderMap) {
    let origin = ground.and_then(Ground::origin);
    if let (true, Some(origin)) = (needs.shows_tiles(), origin) {
        let opened = POLICY.replace("img-src 'self'", &format!("img-src 'self' {origin}"));
        if let Ok(policy) = HeaderValue::from_str(&opened) {
            headers.entry(CONTENT_SECURITY_POLICY).or_insert(policy);
        }
    }
    if needs.asks_position() {
        let opened = POWERS.replace("geolocation=()", "geolocation=(self)");
        if let Ok(powers) = HeaderValue::from_str(&opened) {
            headers.entry(PERMISSIONS_POLICY).or_insert(powers);
        }
    }
}

/// The headers of a piece that somebody gave: never active, saved under `name` unless `shown` in the page.
#[must_use]
pub fn of_piece(name: &str, media: &'static str, shown: bool) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let kind = if shown { "inline" } else { "attachment" };
    let disposition = format!("{kind}; filename*=UTF-8''{}", percent_encoded(name));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(CONTENT_SECURITY_POLICY, SANDBOX);
    headers.insert(
        CONTENT_DISPOSITION,
        HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment")),
    );
    headers
}

/// The headers of a page that shows pages of the house in frames.
#[must_use]
pub fn framing() -> HeaderMap {
    HeaderMap::from_iter([(CONTENT_SECURITY_POLICY, FRAMING)])
}

/// The headers of a page that the house shows in a frame of its own pages: it holds no script, sends nothing, and no other site may
/// frame it.
#[must_use]
pub fn framed() -> HeaderMap {
    HeaderMap::from_iter([
        (CONTENT_SECURITY_POLICY, FRAMED),
        (X_FRAME_OPTIONS, SAMEORIGIN),
    ])
}

/// Asks the browser to erase what it keeps of this site: for *leave and erase this computer*.
#[must_use]
pub fn erasing() -> HeaderMap {
    let value = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
    HeaderMap::from_iter([(CLEAR_SITE_DATA, value)])
}

/// RFC 8187: letters and figures as they are, the rest in percent.
fn percent_encoded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_response_is_protected_and_keeps_what_it_said() {
        let mut headers = of_piece("a.pdf", "application/pdf", false);
        protect(&mut headers, true);
        assert!(
            headers[CONTENT_SECURITY_POLICY]
                .to_str()
                .unwrap()
                .contains("sandbox")
        );
        assert_eq!(headers[STRICT_TRANSPORT_SECURITY], "max-age=63072000");
        assert_eq!(headers[X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(headers[CACHE_CONTROL], "no-store");
    }

    #[test]
    fn only_a_page_with_a_map_is_opened_to_tiles_and_to_the_position() {
        let view = crate::View {
            latitude: 46.6,
            longitude: 2.4,
            zoom: 5,
        };
        let tiles = "https://tiles.example.org/{z}/{x}/{y}.png";
        let ground = Ground::new(tiles, "© A", view, false).unwrap();
        let (without, with) = (Needs::default(), Needs::default());
        with.tiles();
        with.position();
        let of = |needs: &Needs| {
            let mut headers = HeaderMap::new();
            open_to(needs, Some(&ground), &mut headers);
            protect(&mut headers, false);
            let shown = |name| headers[name].to_str().unwrap().to_owned();
            (shown(CONTENT_SECURITY_POLICY), shown(PERMISSIONS_POLICY))
        };
        let (policy, powers) = of(&with);
        assert!(policy.contains("img-src 'self' https://tiles.example.org;"));
        assert!(policy.contains("script-src 'self';") && policy.contains("connect-src 'self';"));
        assert!(powers.contains("geolocation=(self)") && powers.contains("camera=()"));
        let (policy, powers) = of(&without);
        assert!(policy.contains("img-src 'self';") && powers.contains("geolocation=()"));
    }

    #[test]
    fn a_page_in_a_frame_of_the_house_has_less_power_than_any_other() {
        let mut headers = framed();
        protect(&mut headers, true);
        let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
        for power in ["script-src", "connect-src", "frame-src", "unsafe"] {
            assert!(!policy.contains(power), "{policy}");
        }
        assert!(policy.contains("form-action 'none'"));
        assert!(policy.contains("frame-ancestors 'self'"));
        assert_eq!(headers[X_FRAME_OPTIONS], "SAMEORIGIN");
        let mut headers = framing();
        protect(&mut headers, true);
        let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("frame-src 'self'") && policy.contains("frame-ancestors 'none'"));
        assert_eq!(headers[X_FRAME_OPTIONS], "DENY");
    }

    #[test]
    fn plain_http_on_loopback_promises_no_https() {
        let mut headers = HeaderMap::new();
        protect(&mut headers, false);
        assert!(!headers.contains_key(STRICT_TRANSPORT_SECURITY));
        let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(!policy.contains("unsafe"));
    }

    #[test]
    fn the_name_of_a_piece_cannot_break_its_header() {
        let headers = of_piece("à \"b\"\r\n;.pdf", "application/pdf", true);
        let shown = headers[CONTENT_DISPOSITION].to_str().unwrap();
        assert_eq!(
            shown,
            "inline; filename*=UTF-8''%C3%A0%20%22b%22%0D%0A%3B.pdf"
        );
    }
}
