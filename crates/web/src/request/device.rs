//! What a browser calls itself, in two words: enough to know one's own devices, too little to follow anybody.

use http::HeaderMap;
use http::header::USER_AGENT;

/// In the order in which they are looked for: some call themselves by the names of others too.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

/// The browser of a request: `Firefox, Windows`. Nothing when nothing is recognised. No version is kept: with it, people could be
/// told apart.
#[must_use]
pub fn device_name(headers: &HeaderMap) -> Option<String> {
    let sent = headers.get(USER_AGENT).and_then(|line| line.to_str().ok());
    let sent = sent.unwrap_or_default();
    let known = |names: &[(&str, &'static str)]| {
        let found = names.iter().find(|(mark, _)| sent.contains(mark));
        found.map(|(_, name)| *name)
    };
    let parts = [known(&BROWSERS), known(&SYSTEMS)];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_named_in_two_words() {
        let of = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(USER_AGENT, text.parse().unwrap());
            device_name(&headers)
        };
        assert_eq!(
            of("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"),
            Some("Firefox, Linux".to_owned())
        );
        assert_eq!(
            of(
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"
            ),
            Some("Edge, Windows".to_owned())
        );
        assert_eq!(of("<script>"), None);
        assert_eq!(device_name(&HeaderMap::new()), None);
    }
}
