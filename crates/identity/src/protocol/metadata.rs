//! What a provider says of itself (OpenID Connect Discovery 1.0), and its keys: kept for a while.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClient, CoreClientAuthMethod, CoreGrantType,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm,
    CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType,
};
use openidconnect::{
    AdditionalProviderMetadata, AuthType, ClientId, ClientSecret, DiscoveryError, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IssuerUrl, ProviderMetadata, RedirectUrl,
};
use parvis_kernel::{Instant, OrganisationId, Personal};
use serde::{Deserialize, Serialize};

use super::Trouble;
use super::carrier::{Carried, Carrier};
use crate::model::Provider;

/// How long what a provider says of itself is believed.
const BELIEVED: Duration = Duration::from_secs(10 * 60);
/// Keys that nobody knows make the house ask again, but not more often than this: anybody may send such a key.
const ASKED_AGAIN: Duration = Duration::from_secs(30);

/// What is read beside OpenID Connect Discovery.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct More {
    /// OpenID Connect RP-Initiated Logout 1.0 § 2.1.
    end_session_endpoint: Option<String>,
    /// RFC 9207 § 3.
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for More {}

type Metadata = ProviderMetadata<
    More,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// The house, as a provider knows it.
pub(super) type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What a provider says of itself.
pub(super) struct Described {
    pub(super) metadata: Metadata,
}

impl Described {
    pub(super) async fn read(issuer: &str, carrier: &Carrier) -> Result<Self, Trouble> {
        let issuer = IssuerUrl::new(issuer.to_owned()).map_err(|_| Trouble::Declared("issuer"))?;
        let read = Metadata::discover_async(issuer, carrier).await;
        let metadata = read.map_err(|error| discovered(&error))?;
        Ok(Self { metadata })
    }

    pub(super) fn client(
        &self,
        provider: &Provider,
        secret: Option<&Personal<String>>,
        redirect: &str,
    ) -> Result<Client, Trouble> {
        let redirect =
            RedirectUrl::new(redirect.to_owned()).map_err(|_| Trouble::Declared("endpoint"))?;
        let id = ClientId::new(provider.settings.client_id.clone());
        let secret = secret.map(|own| ClientSecret::new(own.to_string()));
        let client = CoreClient::from_provider_metadata(self.metadata.clone(), id, secret);
        Ok(client
            .set_auth_type(self.auth_type()?)
            .set_redirect_uri(redirect))
    }

    /// How the house proves who it is: in the header, in which no log looks; in the body where the provider knows nothing else.
    fn auth_type(&self) -> Result<AuthType, Trouble> {
        let Some(known) = self.metadata.token_endpoint_auth_methods_supported() else {
            return Ok(AuthType::BasicAuth);
        };
        if known.contains(&CoreClientAuthMethod::ClientSecretBasic) {
            return Ok(AuthType::BasicAuth);
        }
        match known.contains(&CoreClientAuthMethod::ClientSecretPost) {
            true => Ok(AuthType::RequestBody),
            false => Err(Trouble::Declared("client")),
        }
    }

    /// Refuses the answer of another provider (RFC 9207 § 2.4).
    pub(super) fn refuse_other(
        &self,
        provider: &Provider,
        issuer: Option<&str>,
    ) -> Result<(), Trouble> {
        let more = self.metadata.additional_metadata();
        let promised = more.authorization_response_iss_parameter_supported;
        match issuer {
            Some(issuer) if issuer == provider.settings.issuer => Ok(()),
            None if !promised => Ok(()),
            _ => Err(Trouble::Unbelievable("issuer")),
        }
    }

    /// Whether it reads which claims are asked for.
    pub(super) fn answers_claims(&self) -> bool {
        self.metadata.claims_parameter_supported() == Some(true)
    }

    pub(super) fn end_session(&self) -> Option<&str> {
        self.metadata
            .additional_metadata()
            .end_session_endpoint
            .as_deref()
    }
}

fn discovered(error: &DiscoveryError<Carried>) -> Trouble {
    match error {
        DiscoveryError::Request(error) => Trouble::Unreachable(error.reason()),
        DiscoveryError::Response(..) => Trouble::Unreachable("status"),
        DiscoveryError::Validation(_) => Trouble::Declared("issuer"),
        _ => Trouble::Declared("document"),
    }
}

/// What is known of the providers. What one organisation made the house read serves that organisation alone.
#[derive(Default)]
pub(super) struct Library(Mutex<HashMap<OrganisationId, Read>>);

struct Read {
    issuer: String,
    at: Instant,
    described: Arc<Described>,
}

impl Library {
    pub(super) fn find(&self, provider: &Provider, now: Instant) -> Option<Arc<Described>> {
        self.younger(provider, now, BELIEVED)
    }

    pub(super) fn just_read(&self, provider: &Provider, now: Instant) -> Option<Arc<Described>> {
        self.younger(provider, now, ASKED_AGAIN)
    }

    fn younger(&self, provider: &Provider, now: Instant, age: Duration) -> Option<Arc<Described>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let read = known.get(&provider.organisation)?;
        let same = read.issuer == provider.settings.issuer;
        let young = now.duration_since(read.at).unsigned_abs() < age;
        (same && young).then(|| Arc::clone(&read.described))
    }

    pub(super) fn keep(
        &self,
        provider: &Provider,
        described: Described,
        now: Instant,
    ) -> Arc<Described> {
        let described = Arc::new(described);
        let read = Read {
            issuer: provider.settings.issuer.clone(),
            at: now,
            described: Arc::clone(&described),
        };
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(provider.organisation, read);
        described
    }
}
