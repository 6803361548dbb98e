//! Who may set an empty installation up: whoever stands at the machine, or whoever reads its console.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::ConnectInfo;
use http::header::{FORWARDED, HOST, ORIGIN, VIA};
use http::request::Parts;
use http::{HeaderMap, Version};
use parvis_access::session::Token;
use parvis_kernel::Failure;
use parvis_web::Entries;

/// Wrong codes, of everybody together; after them no code is right until the next start.
const TRIES: u32 = 10;
/// Browsers whose answers are remembered.
const BROWSERS: usize = 50;
/// Hexadecimal digits of a code: 100 bits.
const DIGITS: usize = 25;
const IN_GROUPS_OF: usize = 5;

/// The door of an installation that nobody set up yet. Cheap to clone; everything is forgotten when the server stops.
#[derive(Clone)]
pub struct Founding(Arc<Inner>);

struct Inner {
    code: String,
    /// Whether being on this machine is enough. With a proxy in front, everybody seems to be.
    beside_is_enough: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    wrong: u32,
    spent: bool,
    /// What each admitted browser answered so far, by the hash of its token.
    browsers: HashMap<String, Entries>,
}

/// What a code is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tried {
    Right,
    Wrong,
    /// It opened the door of another browser.
    Spent,
    /// Too many were wrong.
    Closed,
}

impl Founding {
    /// Draws the code of this start. `behind_proxies` when the configuration says that requests come through others.
    ///
    /// # Errors
    /// A failure of the random generator.
    pub fn new(behind_proxies: bool) -> Result<Self, Failure> {
        let drawn = Token::draw()?;
        let digits: Vec<char> = drawn.reveal().chars().take(DIGITS).collect();
        let groups: Vec<String> = digits.chunks(IN_GROUPS_OF).map(String::from_iter).collect();
        Ok(Self(Arc::new(Inner {
            code: groups.join("-"),
            beside_is_enough: !behind_proxies,
            state: Mutex::default(),
        })))
    }

    /// What the console says once.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// Whether a request comes from this very machine, and from nobody behind it.
    pub(super) fn is_beside(&self, parts: &Parts) -> bool {
        self.0.beside_is_enough && is_from_this_machine(parts)
    }

    /// Whether the browser of a token was let in.
    pub(super) fn knows(&self, token: &Token) -> bool {
        self.state().browsers.contains_key(&token.hash())
    }

    /// Tries a code; the right one serves once.
    pub(super) fn try_code(&self, typed: &str) -> Tried {
        let mut state = self.state();
        if state.wrong >= TRIES {
            return Tried::Closed;
        }
        // The hash of what was typed says nothing, by the time that it takes, of how near it was.
        let right = hash_of(typed) == hash_of(&self.0.code);
        match (right, state.spent) {
            (true, false) => {
                state.spent = true;
                Tried::Right
            }
            (true, true) => Tried::Spent,
            (false, _) => {
                state.wrong += 1;
                Tried::Wrong
            }
        }
    }

    /// Lets a browser in, or keeps what it answers; false when too many browsers are at it.
    pub(super) fn keep(&self, token: &Token, answers: Entries) -> bool {
        let mut state = self.state();
        let hash = token.hash();
        if state.browsers.len() >= BROWSERS && !state.browsers.contains_key(&hash) {
            return false;
        }
        state.browsers.entry(hash).or_default().extend(answers);
        true
    }

    /// What a browser answered so far.
    pub(super) fn kept(&self, token: Option<&Token>) -> Entries {
        let found = token.and_then(|token| self.state().browsers.get(&token.hash()).cloned());
        found.unwrap_or_default()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The code as it was drawn, whatever the spaces, hyphens and capitals with which it is typed.
fn hash_of(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    Token::parse(&format!("{digits:0>64}")).map(|token| token.hash())
}

/// What a proxy writes when it hands a request on.
const HANDED_ON: [&str; 6] = [
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-server",
    "x-real-ip",
    "cf-connecting-ip",
];

/// A proxy on the same machine makes every connection local: it is known by what it adds, by the version that it speaks, or by a name
/// that is not the one of this machine. A page of elsewhere that was resolved to this machine is known by its name too.
fn is_from_this_machine(parts: &Parts) -> bool {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let is_local = peer.is_some_and(|info| info.0.ip().to_canonical().is_loopback());
    let headers = &parts.headers;
    let handed_on = headers.contains_key(FORWARDED)
        || headers.contains_key(VIA)
        || HANDED_ON.iter().any(|name| headers.contains_key(*name));
    let host = match parts.uri.authority() {
        Some(authority) => Some(authority.as_str()),
        None => text(headers, HOST.as_str()),
    };
    let origin = text(headers, ORIGIN.as_str());
    let origin_is_ours = origin.is_none_or(|origin| {
        let name = origin.split_once("://").map(|(_, name)| name);
        name.is_some_and(names_this_machine)
    });
    is_local
        && !handed_on
        && parts.version >= Version::HTTP_11
        && host.is_some_and(names_this_machine)
        && origin_is_ours
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// `127.0.0.1:8080`, `localhost`, `[::1]:8080`.
fn names_this_machine(authority: &str) -> bool {
    let name = match authority.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => authority,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::Request;

    fn is_beside(peer: &str, headers: &[(&str, &str)]) -> bool {
        asked(Version::HTTP_11, peer, headers)
    }

    fn asked(version: Version, peer: &str, headers: &[(&str, &str)]) -> bool {
        let mut request = Request::get("/").version(version);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        let peer: SocketAddr = peer.parse().unwrap();
        parts.extensions.insert(ConnectInfo(peer));
        is_from_this_machine(&parts)
    }

    const HERE: (&str, &str) = ("host", "127.0.0.1:8080");

    #[test]
    fn who_sits_at_the_machine_comes_straight_in() {
        assert!(is_beside("127.0.0.1:50000", &[HERE]));
        assert!(is_beside("[::1]:50000", &[("host", "[::1]:8080")]));
        assert!(is_beside("[::ffff:127.0.0.1]:1", &[("host", "localhost")]));
        let own = ("origin", "http://127.0.0.1:8080");
        assert!(is_beside("127.0.0.1:50000", &[HERE, own]));
    }

    #[test]
    fn who_comes_from_elsewhere_does_not_even_through_a_proxy_of_this_machine() {
        assert!(!is_beside("192.0.2.9:50000", &[HERE]));
        for handed_on in HANDED_ON.into_iter().chain(["forwarded", "via"]) {
            assert!(
                !is_beside("127.0.0.1:1", &[HERE, (handed_on, "127.0.0.1")]),
                "{handed_on}"
            );
        }
        for host in [
            "ville.fr",
            "127.0.0.1.ville.fr",
            "localhost.ville.fr",
            "10.0.0.1",
        ] {
            assert!(!is_beside("127.0.0.1:1", &[("host", host)]), "{host}");
        }
        assert!(!is_beside("127.0.0.1:1", &[]));
        let page = ("origin", "https://ville.fr");
        assert!(!is_beside("127.0.0.1:1", &[HERE, page]));
        assert!(!is_beside("127.0.0.1:1", &[HERE, ("origin", "null")]));
        assert!(
            !asked(Version::HTTP_10, "127.0.0.1:1", &[HERE]),
            "what a proxy without settings speaks"
        );
    }

    #[test]
    fn a_connection_that_nobody_knows_is_not_from_this_machine() {
        let (parts, ()) = Request::get("/")
            .header("host", "localhost")
            .body(())
            .unwrap()
            .into_parts();
        assert!(!is_from_this_machine(&parts));
    }

    #[test]
    fn a_code_serves_once_however_it_is_typed() {
        let founding = Founding::new(false).unwrap();
        let typed = founding.code().to_uppercase().replace('-', " ");
        assert_eq!(founding.code().len(), 29);
        assert_eq!(founding.try_code(""), Tried::Wrong);
        assert_eq!(founding.try_code(&typed), Tried::Right);
        assert_eq!(founding.try_code(&typed), Tried::Spent);
    }

    #[test]
    fn after_ten_wrong_codes_even_the_right_one_opens_nothing() {
        let founding = Founding::new(false).unwrap();
        for _ in 0..TRIES {
            assert_eq!(founding.try_code("00000-00000"), Tried::Wrong);
        }
        let code = founding.code().to_owned();
        assert_eq!(founding.try_code(&code), Tried::Closed);
        assert_ne!(
            Founding::new(false).unwrap().code(),
            code,
            "another start, another code"
        );
    }
}
