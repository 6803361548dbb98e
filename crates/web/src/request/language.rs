//! The language of a page: the one that was chosen, else the first that the browser asks for and that we speak.

use axum::Router;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use http::HeaderMap;
use http::header::ACCEPT_LANGUAGE;
use parvis_kernel::{Language, LanguageTag};
use serde::Deserialize;

use super::{Cookie, Visit, cookie};
use crate::house::House;

/// The cookie that remembers the chosen language: it says nothing of the person.
pub const LANGUAGE_COOKIE: &str = "parvis_langue";
/// The cookie that remembers the language in which the texts of authors are read, when it is not that of the interface.
pub const READING_COOKIE: &str = "parvis_lecture";
/// A year, in seconds.
const YEAR: u32 = 365 * 24 * 3600;

/// The language of a request.
pub(crate) fn of(headers: &HeaderMap) -> Language {
    let chosen = cookie::read(headers, LANGUAGE_COOKIE).and_then(|tag| tag.parse().ok());
    chosen.unwrap_or_else(|| {
        let accepted = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        negotiated(accepted.unwrap_or_default())
    })
}

/// The language in which the texts of authors are read: the one that was chosen, else that of the interface.
///
/// Agents read procedures in the language in which they work, except where they read one as a person will.
pub(crate) fn reading_of(headers: &HeaderMap, path: &str, language: Language) -> LanguageTag {
    if path.starts_with("/agent/") && !path.contains("/apercu") {
        return language.into();
    }
    let chosen = cookie::read(headers, READING_COOKIE).and_then(|tag| tag.parse().ok());
    chosen.unwrap_or_else(|| language.into())
}

/// The best of `Accept-Language` (RFC 9110 § 12.5.4); French when nothing fits.
fn negotiated(accepted: &str) -> Language {
    let mut best = (0_u16, Language::default());
    for range in accepted.split(',') {
        let (tag, quality) = range.split_once(';').unwrap_or((range, ""));
        let primary = tag
            .trim()
            .split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let weight = weight(quality);
        if let Ok(language) = primary.parse()
            && weight > best.0
        {
            best = (weight, language);
        }
    }
    best.1
}

/// `q=0.8` in thousandths.
fn weight(quality: &str) -> u16 {
    let Some(number) = quality.trim().strip_prefix("q=") else {
        return 1_000;
    };
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let thousandths = format!("{decimals:0<3}");
    let rest = thousandths
        .get(..3)
        .and_then(|text| text.parse::<u16>().ok());
    match whole {
        "0" => rest.unwrap_or(0),
        "1" => 1_000,
        _ => 0,
    }
}

#[derive(Deserialize)]
struct Switch {
    /// The language of the interface.
    vers: Option<String>,
    /// The language in which the texts of authors are read.
    lire: Option<String>,
    #[serde(default)]
    retour: String,
}

/// `/langue?vers=en&retour=/demarches` and `/langue?lire=ar&retour=...`: remembers a language and comes back. Changes nothing else, hence
/// a link.
pub fn language_routes() -> Router<House> {
    Router::new().route("/langue", get(switch))
}

async fn switch(visit: Visit, Query(switch): Query<Switch>) -> impl IntoResponse {
    let path = visit.site.cookie_path();
    let keep = |name, tag: &str, age| Cookie::new(name, tag, path, visit.secure, Some(age));
    let interface = switch
        .vers
        .as_ref()
        .and_then(|tag| tag.parse::<Language>().ok());
    let mut language = interface.map(|to| keep(LANGUAGE_COOKIE, to.tag(), YEAR));
    let mut reading = None;
    if let Some(to) = switch.lire.and_then(|tag| tag.parse::<LanguageTag>().ok()) {
        // A language that the house speaks is that of the whole page.
        match to.as_str().parse::<Language>() {
            Ok(spoken) => {
                language = Some(keep(LANGUAGE_COOKIE, spoken.tag(), YEAR));
                reading = Some(keep(READING_COOKIE, "", 0));
            }
            Err(()) => reading = Some(keep(READING_COOKIE, to.as_str(), YEAR)),
        }
    }
    let back = visit.url(local_path(&switch.retour));
    (language, reading, Redirect::to(&back))
}

/// A path of this site, or its home: never another host (`//evil`, `/\evil`, `https:`), never a broken header.
pub(super) fn local_path(asked: &str) -> &str {
    let bytes = asked.as_bytes();
    let starts_here = bytes.first() == Some(&b'/') && !matches!(bytes.get(1), Some(b'/' | b'\\'));
    let is_plain = bytes
        .iter()
        .all(|byte| (b'!'..=b'~').contains(byte) && *byte != b'\\');
    if starts_here && is_plain { asked } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_language_that_we_speak_is_chosen() {
        let cases = [
            ("", Language::French),
            ("en", Language::English),
            ("en-GB,en;q=0.9,fr;q=0.8", Language::English),
            ("fr-FR, en;q=0.5", Language::French),
            ("de, en;q=0.3, fr;q=0.31", Language::French),
            ("de;q=1, *;q=0.5", Language::French),
            ("en;q=0", Language::French),
            ("en;q=x, ;;;,", Language::French),
        ];
        for (header, expected) in cases {
            assert_eq!(negotiated(header), expected, "{header}");
        }
    }

    #[test]
    fn coming_back_never_leads_to_another_site() {
        for safe in ["/", "/demarches?q=a%20b", "/dossiers/EC-1/etapes/2"] {
            assert_eq!(local_path(safe), safe);
        }
        for unsafe_path in [
            "",
            "https://evil.fr",
            "//evil.fr",
            "/\\evil.fr",
            "/a\r\nb",
            "/a b",
            "javascript:x",
            "/é",
        ] {
            assert_eq!(local_path(unsafe_path), "/", "{unsafe_path}");
        }
    }
}
