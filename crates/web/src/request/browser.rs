//! What ties the forms of a browser to that browser.
//!
//! One cookie holds one random token. When a session was opened with it, the store knows its hash; when not, nothing
//! is stored anywhere. Either way the token of the forms derives from it, so a form shown before a session ended is
//! still recognised after. The cookie is set only when a page with a form asks for the token of its form.

use std::sync::OnceLock;

use parvis_access::session::{Token, csrf_token};
use parvis_store::Vault;
use subtle::ConstantTimeEq;

/// The token of a browser and what derives from it.
pub struct Browser {
    vault: Vault,
    known: Option<Token>,
    drawn: OnceLock<Token>,
    csrf: OnceLock<String>,
}

impl Browser {
    /// The browser that sent this token, or none.
    #[must_use]
    pub const fn new(vault: Vault, known: Option<Token>) -> Self {
        Self {
            vault,
            known,
            drawn: OnceLock::new(),
            csrf: OnceLock::new(),
        }
    }

    /// The token that it sent.
    #[must_use]
    pub const fn known(&self) -> Option<&Token> {
        self.known.as_ref()
    }

    /// The token that must now be given to it, if one was drawn.
    #[must_use]
    pub fn drawn(&self) -> Option<&Token> {
        self.drawn.get()
    }

    /// The token of its forms; draws the browser's own first when it has none. Empty (refused later) if the random
    /// generator fails.
    #[must_use]
    pub fn csrf(&self) -> &str {
        self.csrf
            .get_or_init(|| match self.known.as_ref().or_else(|| self.draw()) {
                Some(token) => csrf_token(&self.vault, &token.hash()),
                None => String::new(),
            })
    }

    fn draw(&self) -> Option<&Token> {
        match Token::draw() {
            Ok(token) => Some(self.drawn.get_or_init(|| token)),
            Err(failure) => {
                tracing::error!(%failure, "a form has no token");
                None
            }
        }
    }

    /// Whether a form carries the token that this browser was given. Compared in constant time.
    #[must_use]
    pub fn recognises(&self, sent: &str) -> bool {
        let Some(token) = &self.known else {
            return false;
        };
        let expected = csrf_token(&self.vault, &token.hash());
        expected.as_bytes().ct_eq(sent.as_bytes()).into()
    }
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Browser")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault() -> Vault {
        Vault::from_bytes([7; 32])
    }

    #[test]
    fn a_form_is_recognised_by_the_browser_that_was_shown_it() {
        let first = Browser::new(vault(), None);
        let csrf = first.csrf().to_owned();
        let token = first.drawn().cloned();
        assert!(token.is_some());
        let next = Browser::new(vault(), token);
        assert!(next.recognises(&csrf));
        assert!(next.drawn().is_none());
        assert_eq!(next.csrf(), csrf);
    }

    #[test]
    fn a_form_of_another_browser_is_not_recognised() {
        let mine = Browser::new(vault(), Some(Token::draw().unwrap()));
        let other = Browser::new(vault(), Some(Token::draw().unwrap()));
        assert!(!mine.recognises(other.csrf()));
        assert!(!mine.recognises(""));
        assert!(!Browser::new(vault(), None).recognises(""));
    }

    #[test]
    fn a_page_without_form_sets_no_cookie() {
        assert!(Browser::new(vault(), None).drawn().is_none());
    }
}
