//! Ways back: where somebody goes on after a page of this room, inside this site only.

/// The longest path that is followed.
const LONGEST: usize = 500;

/// A path of this organisation: one slash first, printable ASCII, no backslash, no `..`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way(String);

impl Way {
    /// Reads what a query, a form or a row holds; nothing when it might lead elsewhere.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let plain = text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let path = text.split(['?', '#']).next().unwrap_or_default();
        let ours = text.starts_with('/')
            && !text.starts_with("//")
            && !path
                .split('/')
                .any(|segment| segment == ".." || segment == ".");
        (plain && ours && text.len() <= LONGEST).then(|| Self(text.to_owned()))
    }

    /// A way that must lead below a path: agents go on in `/agent`, never on a page of persons.
    #[must_use]
    pub fn below(text: &str, root: &str) -> Option<Self> {
        let way = Self::of(text)?;
        let rest = way.0.strip_prefix(root)?;
        (rest.is_empty() || rest.starts_with(['/', '?'])).then_some(way)
    }

    /// The path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0
    }

    /// The path with one more value in its query. The value is written as it is.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> String {
        let (path, fragment) = match self.0.split_once('#') {
            Some((path, fragment)) => (path, format!("#{fragment}")),
            None => (self.0.as_str(), String::new()),
        };
        let mark = if path.contains('?') { '&' } else { '?' };
        format!("{path}{mark}{name}={value}{fragment}")
    }

    /// The path as it travels in the query of another.
    #[must_use]
    pub fn encoded(&self) -> String {
        let mut out = String::with_capacity(self.0.len());
        for byte in self.0.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                    out.push(char::from(byte));
                }
                other => out.push_str(&format!("%{other:02X}")),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_back_stays_on_this_site() {
        for path in [
            "/",
            "/agent",
            "/agent/dossiers/1?page=2",
            "/a?b=c#d",
            "/a..b",
            "/x://y",
        ] {
            assert!(Way::of(path).is_some(), "{path}");
        }
        for elsewhere in [
            "",
            "agent",
            "//evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: x=y",
            "/a b",
            "/é",
            "/../evil",
            "/a/./b",
            "/a/..?x",
            "\t//evil.example",
        ] {
            assert_eq!(Way::of(elsewhere), None, "{elsewhere:?}");
        }
        assert_eq!(Way::of(&format!("/{}", "a".repeat(LONGEST))), None);
    }

    #[test]
    fn agents_go_on_in_their_own_pages() {
        assert!(Way::below("/agent/dossiers/1", "/agent").is_some());
        assert!(Way::below("/agent?tri=date", "/agent").is_some());
        assert_eq!(Way::below("/agents", "/agent"), None);
        assert_eq!(Way::below("/demarches", "/agent"), None);
    }

    #[test]
    fn a_value_is_added_to_the_query_that_is_there() {
        let way = |text| Way::of(text).unwrap();
        assert_eq!(way("/a").with("c", "1"), "/a?c=1");
        assert_eq!(way("/a?b=2#d").with("c", "1"), "/a?b=2&c=1#d");
    }

    #[test]
    fn a_way_travels_whole_in_a_query() {
        assert_eq!(
            Way::of("/a?b=1&c=%20").unwrap().encoded(),
            "/a%3Fb%3D1%26c%3D%2520"
        );
    }
}
