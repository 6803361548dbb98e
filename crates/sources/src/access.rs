//! Where an organisation asks a provider, with which token, in whose name.

use std::fmt;

use parvis_outside::{AddressProblem, Policy, check};
use url::Url;
use zeroize::Zeroizing;

/// The token of an organisation. Its `Debug` shows nothing; it is erased from memory when dropped.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// A token that whoever operates the installation wrote.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.trim().to_owned()))
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[token]")
    }
}

/// Why an access cannot serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessProblem {
    /// Nothing is sent to its address.
    Address(AddressProblem),
    /// It has no token.
    NoToken,
    /// It names no organisation that receives the data: fourteen digits.
    NoRecipient,
}

/// Where an organisation asks a provider.
#[derive(Debug, Clone)]
pub struct Access {
    pub(crate) url: Url,
    pub(crate) token: Token,
    /// The SIRET of who receives the data, which the provider keeps.
    pub(crate) recipient: String,
    /// Whether its cases are fictitious: the person is told.
    pub(crate) fictitious: bool,
}

impl Access {
    /// Reads an access.
    ///
    /// # Errors
    /// Why it cannot serve.
    pub fn new(
        url: &str,
        token: Token,
        recipient: &str,
        policy: Policy,
    ) -> Result<Self, AccessProblem> {
        let url = check(url, policy).map_err(AccessProblem::Address)?;
        let recipient = recipient.replace(' ', "");
        let is_siret = recipient.len() == 14 && recipient.bytes().all(|byte| byte.is_ascii_digit());
        match (token.reveal(), is_siret) {
            ("", _) => Err(AccessProblem::NoToken),
            (_, false) => Err(AccessProblem::NoRecipient),
            _ => Ok(Self {
                url,
                token,
                recipient,
                fictitious: false,
            }),
        }
    }

    /// The same, whose cases are fictitious.
    #[must_use]
    pub fn fictitious(self) -> Self {
        Self {
            fictitious: true,
            ..self
        }
    }
}
