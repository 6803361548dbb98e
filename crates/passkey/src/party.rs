//! The site that asks, and what it may ask.

use std::time::Duration;

use url::{Host, Url};
use webauthn_rs::prelude::{Webauthn, WebauthnBuilder};

/// How long a person has to answer: what the standard recommends, for those who need time.
pub const LIFE: Duration = Duration::from_secs(300);

/// A site as devices know it: its host name, at one origin.
#[derive(Debug, Clone)]
pub struct RelyingParty {
    pub(crate) webauthn: Webauthn,
    origin: String,
}

impl RelyingParty {
    /// The site at an address (`https://demarches.ville.fr/rochebrune`), under the name that devices show. None where browsers offer no
    /// passkey: an IP address, or without encryption anywhere but on `localhost`.
    #[must_use]
    pub fn at(address: &str, name: &str) -> Option<Self> {
        let address = Url::parse(address).ok()?;
        let Some(Host::Domain(host)) = address.host() else {
            return None;
        };
        if address.scheme() != "https" && !(address.scheme() == "http" && host == "localhost") {
            return None;
        }
        let origin = address.origin().ascii_serialization();
        let site = Url::parse(&origin).ok()?;
        let webauthn = WebauthnBuilder::new(host, &site).ok()?;
        Some(Self {
            webauthn: webauthn.rp_name(name).timeout(LIFE).build().ok()?,
            origin,
        })
    }

    /// The origin at which its pages are shown: `https://demarches.ville.fr`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_has_passkeys_where_browsers_offer_them() {
        let origin = |address| Some(RelyingParty::at(address, "Ville")?.origin().to_owned());
        let cases = [
            (
                "https://demarches.ville.fr",
                Some("https://demarches.ville.fr"),
            ),
            (
                "https://ville.fr:8443/rochebrune",
                Some("https://ville.fr:8443"),
            ),
            (
                "http://localhost:8080/rochebrune",
                Some("http://localhost:8080"),
            ),
            ("http://127.0.0.1:8080/rochebrune", None),
            ("https://192.0.2.7", None),
            ("https://[2001:db8::1]", None),
            ("http://demarches.ville.fr", None),
            ("http://localhost.ville.fr", None),
            ("ftp://ville.fr", None),
            ("/rochebrune", None),
            ("", None),
        ];
        for (address, expected) in cases {
            assert_eq!(origin(address).as_deref(), expected, "{address}");
        }
    }
}
