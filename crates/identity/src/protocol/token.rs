//! What is believed of an ID token (OpenID Connect Core 1.0 § 3.1.3.7).

use chrono::{DateTime, Utc};
use openidconnect::core::{
    CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm, CoreTokenResponse,
};
use openidconnect::{
    AccessTokenHash, ClaimsVerificationError, ClientId, EndUserEmail, Nonce, OAuth2TokenResponse,
    SignatureVerificationError,
};
use parvis_kernel::Instant;

use super::metadata::Described;
use super::{Journey, Trouble};
use crate::model::{Known, Provider};

/// By how much the clocks of the house and of the provider may differ, in seconds.
const SKEW: i64 = 60;
/// A token older than this was not made for somebody who just came back, in seconds.
const OLDEST: i64 = 10 * 60;
/// What signs: with a key that the provider alone holds. Never `none`, never a secret that the house holds too.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

impl Described {
    /// Verifies who signed it, for whom, for which attempt, and when. A key that is not known is `Unbelievable("key")`.
    pub(super) fn believe<'a>(
        &self,
        provider: &Provider,
        id_token: &'a CoreIdToken,
        journey: &Journey,
        given: &CoreTokenResponse,
    ) -> Result<&'a CoreIdTokenClaims, Trouble> {
        let client = ClientId::new(provider.settings.client_id.clone());
        let issuer = self.metadata.issuer().clone();
        let now = journey.now;
        let keys = self.metadata.jwks().clone();
        let verifier = CoreIdTokenVerifier::new_public_client(client.clone(), issuer, keys)
            .set_allowed_algs(SIGNATURES)
            .set_time_fn(move || instant(now, -SKEW))
            .set_issue_time_verifier_fn(move |at| issued(at, now));
        let nonce = Nonce::new(journey.nonce.clone());
        let claims = id_token
            .claims(&verifier, &nonce)
            .map_err(|error| unbelievable(&error))?;
        if claims.authorized_party().is_some_and(|own| *own != client) {
            return Err(Trouble::Unbelievable("audience"));
        }
        if let Some(expected) = claims.access_token_hash() {
            let wrong = |_| Trouble::Unbelievable("token");
            let algorithm = id_token
                .signing_alg()
                .map_err(|_| Trouble::Unbelievable("signature"))?;
            let key = id_token
                .signing_key(&verifier)
                .map_err(|_| Trouble::Unbelievable("key"))?;
            let actual = AccessTokenHash::from_token(given.access_token(), algorithm, key);
            if actual.map_err(wrong)? != *expected {
                return Err(Trouble::Unbelievable("token"));
            }
        }
        Ok(claims)
    }
}

fn instant(now: Instant, seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(now.as_second().saturating_add(seconds), 0)
        .unwrap_or(DateTime::UNIX_EPOCH)
}

fn issued(at: DateTime<Utc>, now: Instant) -> Result<(), String> {
    let fits = at <= instant(now, SKEW) && at >= instant(now, -OLDEST);
    fits.then_some(())
        .ok_or_else(|| "issued at another time".to_owned())
}

pub(super) fn unbelievable(error: &ClaimsVerificationError) -> Trouble {
    Trouble::Unbelievable(match error {
        ClaimsVerificationError::Expired(_) => "expired",
        ClaimsVerificationError::InvalidAudience(_) => "audience",
        ClaimsVerificationError::InvalidIssuer(_) => "issuer",
        ClaimsVerificationError::InvalidNonce(_) => "nonce",
        ClaimsVerificationError::InvalidSubject(_) => "subject",
        ClaimsVerificationError::SignatureVerification(
            SignatureVerificationError::NoMatchingKey,
        ) => "key",
        ClaimsVerificationError::SignatureVerification(_) => "signature",
        _ => "token",
    })
}

/// What a verified token says of somebody.
pub(super) fn known(claims: &CoreIdTokenClaims, id_token: &CoreIdToken) -> Known {
    let ways = claims.auth_method_refs().into_iter().flatten();
    let mut known = Known {
        subject: claims.subject().to_string().into(),
        email: None,
        email_verified: None,
        acr: claims.auth_context_ref().map(|class| class.to_string()),
        amr: ways.map(|way| way.to_string()).collect(),
        id_token: id_token.to_string().into(),
    };
    add(&mut known, claims.email(), claims.email_verified());
    known
}

/// Adds an address, lower case.
pub(super) fn add(known: &mut Known, email: Option<&EndUserEmail>, verified: Option<bool>) {
    let Some(email) = email else {
        return;
    };
    known.email = Some(email.trim().to_lowercase().into());
    known.email_verified = verified;
}
