//! Adding a passkey.

use uuid::Uuid;
use webauthn_rs::prelude::{CredentialID, PasskeyRegistration, RegisterPublicKeyCredential};
use webauthn_rs_proto::ResidentKeyRequirement;

use crate::Begun;
use crate::answer::read;
use crate::error::PasskeyError;
use crate::kept::{self, Credential};
use crate::party::RelyingParty;

/// Whose passkey it will be.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    /// What the device gives back when the person signs in: the account, which says nothing of them.
    pub id: Uuid,
    /// What the device shows when it holds several: their address.
    pub name: &'a str,
}

impl RelyingParty {
    /// Asks the device of a person for a new passkey; a device that holds one of `known` says so instead.
    ///
    /// # Errors
    /// [`PasskeyError::Refused`] for an empty name; [`PasskeyError::Kept`] when what is asked cannot be written.
    pub fn ask_new(&self, person: Person<'_>, known: &[Credential]) -> Result<Begun, PasskeyError> {
        let known: Vec<CredentialID> = known.iter().map(|own| own.0.cred_id().clone()).collect();
        let name = person.name;
        let (mut asked, state) =
            self.webauthn
                .start_passkey_registration(person.id, name, name, Some(known))?;
        if let Some(selection) = &mut asked.public_key.authenticator_selection {
            // The library would leave it to the device: then nobody signs in before saying who they are.
            selection.resident_key = Some(ResidentKeyRequirement::Required);
            selection.require_resident_key = true;
        }
        Begun::of(&asked, &state)
    }

    /// The passkey that the device made, when its answer is to what was asked. `state` is that of [`Self::ask_new`].
    ///
    /// # Errors
    /// Every [`PasskeyError`] but [`PasskeyError::WentBack`].
    pub fn made(&self, state: &[u8], answer: &str) -> Result<Credential, PasskeyError> {
        let state: PasskeyRegistration = kept::read(state)?;
        let answer: RegisterPublicKeyCredential = read(answer)?;
        let made = self.webauthn.finish_passkey_registration(&answer, &state)?;
        Ok(Credential(made))
    }
}
