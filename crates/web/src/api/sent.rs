//! What a call carries: a body in JSON, a version that must still hold, a key that makes it happen once.

use axum::extract::{FromRequest, FromRequestParts, Request};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, IF_MATCH};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

use super::{FieldProblem, Problem};
use crate::error::PageError;

/// Bytes at most of a body in JSON.
const MOST: usize = 256 * 1024;
/// Characters at most of a key.
const LONGEST_KEY: usize = 128;

/// A body in JSON.
#[derive(Debug, Clone)]
pub struct Sent<T> {
    /// What it says.
    pub value: T,
    /// As it was sent: the same call repeated carries the same bytes.
    pub bytes: Bytes,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, _: &S) -> Result<Self, PageError> {
        check_media(request.headers())?;
        let bytes = axum::body::to_bytes(request.into_body(), MOST).await;
        let bytes = bytes.map_err(|_| {
            Problem::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too-large",
                "api-problem-too-large",
            )
        })?;
        let value = read(&bytes)?;
        Ok(Self { value, bytes })
    }
}

fn check_media(headers: &HeaderMap) -> Result<(), PageError> {
    let media = headers.get(CONTENT_TYPE);
    let media = media
        .and_then(|media| media.to_str().ok())
        .unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim();
    let known = ["application/json", "application/merge-patch+json"];
    if known.iter().any(|known| media.eq_ignore_ascii_case(known)) {
        return Ok(());
    }
    Err(Problem::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "media-type",
        "api-problem-media-type",
    )
    .into())
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, PageError> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let malformed = || {
        Problem::new(
            StatusCode::BAD_REQUEST,
            "malformed",
            "api-problem-malformed",
        )
    };
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        if error.inner().classify() == Category::Data {
            let pointer = pointer(error.path());
            let field = FieldProblem::new(pointer, "wrong-type", "api-field-wrong-type");
            Problem::fields(vec![field])
        } else {
            malformed()
        }
    })?;
    reader.end().map_err(|_| malformed())?;
    Ok(value)
}

fn pointer(path: &Path) -> String {
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", escaped(key)),
            Segment::Enum { variant } => format!("/{}", escaped(variant)),
            Segment::Unknown => String::new(),
        })
        .collect()
}

/// A name as a JSON Pointer writes it (RFC 6901 § 3).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The version that a change is made on, when the call says one (`If-Match: "7"`). `*` holds for any.
///
/// # Errors
/// `bad-request` for what is no version of ours.
pub fn if_match(headers: &HeaderMap) -> Result<Option<i64>, PageError> {
    let Some(sent) = headers.get(IF_MATCH) else {
        return Ok(None);
    };
    let sent = sent.to_str().unwrap_or_default().trim();
    if sent == "*" {
        return Ok(None);
    }
    let version = sent
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|digits| digits.parse().ok());
    version.map(Some).ok_or_else(|| {
        Problem::new(
            StatusCode::BAD_REQUEST,
            "bad-request",
            "api-problem-bad-request",
        )
        .into()
    })
}

/// The key of a call that must happen once, however often it is sent (`Idempotency-Key`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(pub String);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let sent = parts.headers.get("idempotency-key");
        let sent = sent.and_then(|key| key.to_str().ok()).unwrap_or_default();
        if let Some(key) = key_of(sent.trim()) {
            return Ok(Self(key.to_owned()));
        }
        Err(Problem::new(
            StatusCode::BAD_REQUEST,
            "idempotency-key",
            "api-problem-idempotency-key",
        )
        .into())
    }
}

/// The draft of the header writes a key as a structured string, most clients as it is: both are the same key.
fn key_of(sent: &str) -> Option<&str> {
    let key = sent.strip_prefix('"').unwrap_or(sent);
    let key = key.strip_suffix('"').unwrap_or(key);
    let plain = |byte: u8| byte.is_ascii_graphic() && byte != b'"';
    let fits = !key.is_empty() && sent.len() <= LONGEST_KEY && key.bytes().all(plain);
    fits.then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Example {
        #[serde(rename = "a/b")]
        _list: Vec<i64>,
    }

    fn told(text: &str) -> (u16, String) {
        let Err(error) = read::<Example>(text.as_bytes()) else {
            panic!("read: {text}")
        };
        let problem = error.problem().unwrap().clone();
        let pointer = problem.errors.first().map(|field| field.pointer.clone());
        (problem.status.as_u16(), pointer.unwrap_or_default())
    }

    #[test]
    fn what_does_not_fit_is_told_where_it_stands() {
        assert!(read::<Example>(b"{\"a/b\":[1]}").is_ok());
        assert_eq!(told("{\"a/b\":[1,\"x\"]}"), (422, "/a~1b/1".to_owned()));
        assert_eq!(told("{\"a/b\":[],\"c\":1}").0, 422);
        assert_eq!(told("[]"), (422, String::new()));
        for malformed in ["", "{", "{\"a/b\":[]} x", "{\"a/b\":[1,]}"] {
            assert_eq!(told(malformed), (400, String::new()), "{malformed}");
        }
    }

    #[test]
    fn a_key_is_read_with_its_quotes_or_without_and_nothing_else() {
        for right in ["abc", "\"abc\"", "\"abc", "abc\""] {
            assert_eq!(key_of(right), Some("abc"), "{right}");
        }
        let long = "k".repeat(LONGEST_KEY + 1);
        for wrong in ["", "\"", "\"\"", "a\"b", "\"\"abc\"", "a b", "é", &long] {
            assert_eq!(key_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_version_is_read_from_its_tag() {
        let read = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(IF_MATCH, http::HeaderValue::from_static(text));
            if_match(&headers).map_err(|error| error.status().as_u16())
        };
        assert_eq!(read("\"7\""), Ok(Some(7)));
        assert_eq!(read("*"), Ok(None));
        for wrong in ["7", "W/\"7\"", "\"x\"", "\"+7\"", "{}", ""] {
            assert_eq!(read(wrong), Err(400), "{wrong}");
        }
    }
}
