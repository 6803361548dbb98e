//! Proving with a passkey who one is.

use webauthn_rs::prelude::{DiscoverableAuthentication, PublicKeyCredential};
use webauthn_rs_proto::AllowCredentials;

use crate::Begun;
use crate::answer::read;
use crate::error::PasskeyError;
use crate::kept::{self, Credential};
use crate::party::RelyingParty;

impl RelyingParty {
    /// Asks a device to prove who holds it: with one of `known` when it is known who that must be, with any of its own otherwise.
    ///
    /// # Errors
    /// [`PasskeyError::Kept`] when what is asked cannot be written.
    pub fn ask(&self, known: &[Credential]) -> Result<Begun, PasskeyError> {
        let (mut asked, state) = self.webauthn.start_discoverable_authentication()?;
        // The person pressed a button: the browser shows its own dialogue, not a line below a field.
        asked.mediation = None;
        asked.public_key.allow_credentials = known.iter().map(allowed).collect();
        Begun::of(&asked, &state)
    }

    /// The passkey as it must be kept from now on (its counter grew), when an answer proves that the device holds it. `state` is that
    /// of [`Self::ask`].
    ///
    /// # Errors
    /// Every [`PasskeyError`].
    pub fn proved(
        &self,
        state: &[u8],
        known: &Credential,
        answer: &str,
    ) -> Result<Credential, PasskeyError> {
        let state: DiscoverableAuthentication = kept::read(state)?;
        let answer: PublicKeyCredential = read(answer)?;
        let proof = self
            .webauthn
            .finish_discoverable_authentication_v2(&answer, state, &known.0)?;
        let mut proved = known.clone();
        proved.0.update_credential(&proof);
        Ok(proved)
    }
}

fn allowed(known: &Credential) -> AllowCredentials {
    AllowCredentials {
        type_: "public-key".to_owned(),
        id: known.id().to_vec(),
        transports: None,
    }
}
