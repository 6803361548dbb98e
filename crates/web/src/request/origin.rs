//! The first line against forged forms: a request that changes something must come from our own pages.

use http::header::{HOST, ORIGIN};
use http::{HeaderMap, Method};

/// Whether the browser itself says that another site sent this request (`Sec-Fetch-Site`, else `Origin`).
///
/// A client that says neither is let through: the token of the form decides.
pub(crate) fn comes_from_elsewhere(method: &Method, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return false;
    }
    if let Some(site) = text(headers, "sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match text(headers, ORIGIN.as_str()) {
        Some(origin) => {
            origin.split_once("://").map(|(_, host)| host) != text(headers, HOST.as_str())
        }
        None => false,
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn elsewhere(method: Method, pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        comes_from_elsewhere(&method, &headers)
    }

    #[test]
    fn a_form_of_another_site_is_refused() {
        for site in ["cross-site", "same-site", "?"] {
            assert!(
                elsewhere(Method::POST, &[("sec-fetch-site", site)]),
                "{site}"
            );
        }
        assert!(elsewhere(
            Method::POST,
            &[("origin", "https://b.fr"), ("host", "a.fr")]
        ));
        assert!(elsewhere(
            Method::POST,
            &[("origin", "null"), ("host", "a.fr")]
        ));
    }

    #[test]
    fn our_own_forms_pass_and_links_from_anywhere_too() {
        assert!(!elsewhere(
            Method::POST,
            &[("sec-fetch-site", "same-origin")]
        ));
        assert!(!elsewhere(
            Method::POST,
            &[("origin", "https://a.fr:8443"), ("host", "a.fr:8443")]
        ));
        assert!(!elsewhere(Method::GET, &[("sec-fetch-site", "cross-site")]));
        assert!(!elsewhere(Method::POST, &[]));
    }
}
