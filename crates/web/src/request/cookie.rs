//! Cookies: read from a request, set on a response.

use std::convert::Infallible;

use axum::response::{IntoResponseParts, ResponseParts};
use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderValue};

/// A cookie to set; put it before the body of a response: `(cookie, Redirect::to(...))`.
#[derive(Debug, Clone)]
pub struct Cookie(HeaderValue);

impl Cookie {
    /// A cookie that scripts cannot read and that no other site sends. It lives as long as the browser, or `age` seconds.
    #[must_use]
    pub fn new(name: &str, value: &str, path: &str, secure: bool, age: Option<u32>) -> Self {
        let mut text = format!("{name}={value}; Path={path}; HttpOnly; SameSite=Lax");
        if secure {
            text.push_str("; Secure");
        }
        if let Some(age) = age {
            text.push_str(&format!("; Max-Age={age}"));
        }
        Self(HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("parvis=; Max-Age=0")))
    }

    /// The header.
    #[must_use]
    pub const fn header(&self) -> &HeaderValue {
        &self.0
    }
}

impl IntoResponseParts for Cookie {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        parts.headers_mut().append(SET_COOKIE, self.0);
        Ok(parts)
    }
}

/// The value of a cookie of a request.
#[must_use]
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';'));
    pairs.find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key.trim() == name).then_some(value.trim())
    })
}

/// Whether a response already sets a cookie.
pub(crate) fn is_set(headers: &HeaderMap, name: &str) -> bool {
    let lines = headers
        .get_all(SET_COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok());
    lines
        .filter_map(|line| line.split_once('='))
        .any(|(key, _)| key == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static("xa=1; a=2;b=3=4"));
        assert_eq!(read(&headers, "a"), Some("2"));
        assert_eq!(read(&headers, "b"), Some("3=4"));
        assert_eq!(read(&headers, "c"), None);
    }

    #[test]
    fn a_session_cookie_is_closed_to_scripts_and_to_other_sites() {
        let cookie = Cookie::new("__Host-parvis", "abc", "/", true, None);
        assert_eq!(
            cookie.header(),
            "__Host-parvis=abc; Path=/; HttpOnly; SameSite=Lax; Secure"
        );
    }

    #[test]
    fn a_value_that_would_break_the_header_sets_nothing() {
        let cookie = Cookie::new("a", "x\r\nSet-Cookie: b=c", "/", true, None);
        assert!(!cookie.header().to_str().unwrap().contains("b=c"));
    }
}
