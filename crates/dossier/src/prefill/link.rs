//! Links whose answers the house seals: nobody reads or changes them on the way, and they end.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use parvis_form::Entries;
use parvis_kernel::{Instant, OrganisationId};
use parvis_store::Vault;
use parvis_store::sealing::SealingKey;
use serde::{Deserialize, Serialize};

/// Signs at most of a sealed link: what browsers, proxies and mail keep whole.
const LONGEST: usize = 6_000;
/// What the content is sealed as: the format and its version.
const CONTEXT: &str = "prefill link 1";

/// What a sealed link holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedLink {
    /// The procedure for which it was made.
    pub procedure: String,
    /// Who answers for what it says.
    pub by: String,
    /// Texts by input.
    pub given: Entries,
    /// When it ends.
    pub until: Instant,
}

/// Why a sealed link is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOpened {
    /// It was changed, cut, or sealed by another house or for another organisation or procedure.
    Altered,
    /// Its time is over.
    Over,
}

impl SealedLink {
    /// Seals it; nothing when it would be too long for an address.
    #[must_use]
    pub fn seal(&self, vault: &Vault, organisation: OrganisationId) -> Option<String> {
        let plain = serde_json::to_vec(self).ok()?;
        let sealed = key(vault, organisation).seal(CONTEXT, &plain);
        let text = URL_SAFE_NO_PAD.encode(sealed);
        (text.len() <= LONGEST).then_some(text)
    }

    /// Opens what [`seal`](Self::seal) gave, for the same organisation and procedure.
    ///
    /// # Errors
    /// See [`NotOpened`].
    pub fn open(
        vault: &Vault,
        organisation: OrganisationId,
        procedure: &str,
        text: &str,
        now: Instant,
    ) -> Result<Self, NotOpened> {
        if text.len() > LONGEST {
            return Err(NotOpened::Altered);
        }
        let sealed = URL_SAFE_NO_PAD
            .decode(text)
            .map_err(|_| NotOpened::Altered)?;
        let plain = key(vault, organisation).open(CONTEXT, &sealed);
        let plain = plain.map_err(|_| NotOpened::Altered)?;
        let link: Self = serde_json::from_slice(&plain).map_err(|_| NotOpened::Altered)?;
        if link.procedure != procedure {
            return Err(NotOpened::Altered);
        }
        match link.until > now {
            true => Ok(link),
            false => Err(NotOpened::Over),
        }
    }
}

fn key(vault: &Vault, organisation: OrganisationId) -> SealingKey {
    SealingKey::kept_elsewhere(vault.derive(CONTEXT, organisation.uuid().as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn link() -> SealedLink {
        SealedLink {
            procedure: "pret-de-salle".to_owned(),
            by: "Service culturel".to_owned(),
            given: [("room".to_owned(), vec!["H1".to_owned()])].into(),
            until: now() + Duration::from_secs(60),
        }
    }

    fn now() -> Instant {
        "2026-11-23T08:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_sealed_link_opens_for_its_organisation_and_its_procedure_until_it_ends() {
        let (vault, organisation) = (Vault::from_bytes([7; 32]), OrganisationId::new());
        let text = link().seal(&vault, organisation).unwrap();
        let open = |organisation, procedure: &str, at| {
            SealedLink::open(&vault, organisation, procedure, &text, at)
        };
        assert_eq!(open(organisation, "pret-de-salle", now()), Ok(link()));
        let elsewhere = open(OrganisationId::new(), "pret-de-salle", now());
        assert_eq!(elsewhere, Err(NotOpened::Altered));
        let other = open(organisation, "pret-de-materiel", now());
        assert_eq!(other, Err(NotOpened::Altered));
        let late = open(organisation, "pret-de-salle", link().until);
        assert_eq!(late, Err(NotOpened::Over));
        let house = Vault::from_bytes([8; 32]);
        let stolen = SealedLink::open(&house, organisation, "pret-de-salle", &text, now());
        assert_eq!(stolen, Err(NotOpened::Altered));
    }

    #[test]
    fn a_sealed_link_that_was_changed_anywhere_is_refused() {
        let (vault, organisation) = (Vault::from_bytes([7; 32]), OrganisationId::new());
        let text = link().seal(&vault, organisation).unwrap();
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).unwrap();
            let opened = SealedLink::open(&vault, organisation, "pret-de-salle", &changed, now());
            assert_eq!(opened, Err(NotOpened::Altered), "{at}");
        }
        assert!(!text.contains("H1") && !text.contains("room"));
    }

    #[test]
    fn a_link_too_long_for_an_address_is_not_made() {
        let long = SealedLink {
            given: [("text".to_owned(), vec!["a".repeat(LONGEST)])].into(),
            ..link()
        };
        let vault = Vault::from_bytes([7; 32]);
        assert_eq!(long.seal(&vault, OrganisationId::new()), None);
    }
}
