//! The files of the front end, embedded with their compressed forms, under names that change with their content.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::request::takes_coding;

/// One embedded file.
struct Embedded {
    name: &'static str,
    file: &'static str,
    plain: &'static [u8],
    gzip: &'static [u8],
    brotli: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Never changes under this name: kept a year.
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The address of an embedded file by its plain name (`parvis.css`); `/assets/` when unknown.
#[must_use]
pub fn url(name: &str) -> &'static str {
    static URLS: std::sync::LazyLock<Vec<(&str, String)>> = std::sync::LazyLock::new(|| {
        let urls = FILES
            .iter()
            .map(|file| (file.name, format!("/assets/{}", file.file)));
        urls.collect()
    });
    let found = URLS.iter().find(|(own, _)| *own == name);
    found.map_or("/assets/", |(_, url)| url.as_str())
}

/// The content of an embedded file by its plain name, for galleries.
#[must_use]
pub fn content(name: &str) -> Option<&'static [u8]> {
    FILES
        .iter()
        .find(|file| file.name == name)
        .map(|file| file.plain)
}

/// The style sheet of a colour `#rrggbb`; nothing when it is not one.
#[must_use]
pub fn accent_url(colour: &str) -> Option<String> {
    let hexadecimal = colour.strip_prefix('#').filter(|text| is_colour(text))?;
    Some(format!(
        "/assets/accent-{}.css",
        hexadecimal.to_ascii_lowercase()
    ))
}

/// The text of the style sheet of a colour, without `#`; nothing when it is not one.
#[must_use]
pub fn accent_style(hexadecimal: &str) -> Option<String> {
    is_colour(hexadecimal).then(|| format!(":root{{--parvis-accent:#{hexadecimal}}}"))
}

fn is_colour(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `/assets/...`: the same for every organisation, so `server` mounts them at the root.
pub fn asset_routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{file}", get(serve))
}

async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    if let Some(found) = FILES.iter().find(|embedded| embedded.file == file) {
        return encoded(found, &headers);
    }
    let colour = file
        .strip_prefix("accent-")
        .and_then(|rest| rest.strip_suffix(".css"));
    match colour.and_then(accent_style) {
        Some(style) => {
            let headers = [(CONTENT_TYPE, media("css")), (CACHE_CONTROL, FOREVER)];
            (headers, style).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn encoded(file: &Embedded, headers: &HeaderMap) -> Response {
    let extension = file.name.rsplit('.').next().unwrap_or_default();
    let (coding, body) = match coding(headers) {
        Some("br") => (Some("br"), file.brotli),
        Some("gzip") => (Some("gzip"), file.gzip),
        _ => (None, file.plain),
    };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, media(extension));
    headers.insert(CACHE_CONTROL, FOREVER);
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(coding) = coding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

/// The best coding that the browser takes.
fn coding(headers: &HeaderMap) -> Option<&'static str> {
    ["br", "gzip"]
        .into_iter()
        .find(|name| takes_coding(headers, name))
}

fn media(extension: &str) -> HeaderValue {
    HeaderValue::from_static(match extension {
        "css" => "text/css; charset=utf-8",
        "mjs" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    })
}

#[cfg(test)]
mod tests {
    use http::header::ACCEPT_ENCODING;

    use super::*;

    /// What only a question of a place and the pages of authors load.
    const OF_SOME_PAGES: [&str; 4] = ["map.css", "map.mjs", "leaflet.mjs", "editor.mjs"];

    fn text(name: &str) -> &'static str {
        std::str::from_utf8(content(name).unwrap()).unwrap()
    }

    #[test]
    fn files_are_named_after_their_content() {
        assert!(url("parvis.css").starts_with("/assets/parvis."));
        assert_eq!(url("nothing.css"), "/assets/");
    }

    #[test]
    fn the_style_sheet_holds_no_mark_of_another_state_no_font_and_no_image() {
        let style = text("parvis.css").to_lowercase();
        for mark in [
            "crest",
            "crown",
            "gds transport",
            "@font-face",
            "url(",
            "gov.uk",
        ] {
            assert!(!style.contains(mark), "{mark}");
        }
    }

    #[test]
    fn a_first_view_stays_light() {
        let is_first = |file: &&Embedded| !OF_SOME_PAGES.contains(&file.name);
        let first = FILES.iter().filter(is_first);
        let weight: usize = first.map(|file| file.brotli.len()).sum();
        assert!(weight < 20_000, "{weight} bytes");
        let weight: usize = FILES.iter().map(|file| file.brotli.len()).sum();
        assert!(
            weight < 65_000,
            "{weight} bytes with the maps and the editor"
        );
    }

    #[test]
    fn only_a_colour_becomes_a_style() {
        assert_eq!(
            accent_url("#A1b2C3").as_deref(),
            Some("/assets/accent-a1b2c3.css")
        );
        for wrong in ["", "a1b2c3", "#a1b2c", "#a1b2c3;}", "#a1b2cg"] {
            assert_eq!(accent_url(wrong), None, "{wrong}");
        }
        assert_eq!(
            accent_style("a1b2c3").as_deref(),
            Some(":root{--parvis-accent:#a1b2c3}")
        );
    }

    #[test]
    fn the_best_accepted_coding_is_chosen() {
        let of = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(value));
            coding(&headers)
        };
        assert_eq!(of("gzip, deflate, br, zstd"), Some("br"));
        assert_eq!(of("gzip;q=0.5, br;q=0"), Some("gzip"));
        assert_eq!(of("identity"), None);
    }
}
