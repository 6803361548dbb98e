//! Speaking with a provider: OpenID Connect Core 1.0, authorization code with PKCE, discovery, RP-initiated logout.

mod carrier;
mod metadata;
mod token;

use std::sync::Arc;

use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::{
    AuthenticationContextClass, AuthorizationCode, CsrfToken, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, RequestTokenError, Scope, TokenResponse,
};
use parvis_kernel::{Instant, Personal};
use parvis_outside::{Lookup, Policy, check};
use url::Url;
use uuid::Uuid;

use crate::model::{Known, Provider, SecondFactor};
use carrier::{Carried, Carrier};
use metadata::{Client, Described, Library};

/// What kept somebody from coming in by the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Nothing was answered: `address`, `name`, `certificate`, `timeout`, `connection`, `status` or `size`.
    #[error("the provider cannot be reached: {0}")]
    Unreachable(&'static str),
    /// The provider is not the one that was declared, or does not know the house: `issuer`, `document`, `client`, `endpoint`, `secret`.
    #[error("the provider is not as it was declared: {0}")]
    Declared(&'static str),
    /// The provider said no, with a code of RFC 6749 or of OpenID Connect.
    #[error("the provider said no: {0}")]
    Declined(&'static str),
    /// What came back is not worth believing: `code`, `issuer`, `audience`, `nonce`, `expired`, `signature`, `subject`, `token`.
    #[error("what the provider answered is not to be believed: {0}")]
    Unbelievable(&'static str),
}

impl Trouble {
    /// The stable word of journals.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Unreachable(why) => format!("unreachable {why}"),
            Self::Declared(what) => format!("declared {what}"),
            Self::Declined(code) => format!("declined {code}"),
            Self::Unbelievable(what) => format!("unbelievable {what}"),
        }
    }

    /// The same, once there are no other keys to be asked for: a key that nobody knows signs nothing.
    fn of_known_keys(self) -> Self {
        match self {
            Self::Unbelievable("key") => Self::Unbelievable("signature"),
            other => other,
        }
    }
}

/// What one way to the provider and back is made of.
#[derive(Debug, Clone)]
pub struct Journey {
    /// Where the provider leads back to.
    pub redirect: String,
    /// What it hands back.
    pub state: String,
    /// What the ID token must carry.
    pub nonce: String,
    /// What proves that the house asked for the code.
    pub verifier: Personal<String>,
    /// When.
    pub now: Instant,
}

/// What the provider handed to the browser.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// What is to be changed for a token.
    pub code: Option<Personal<String>>,
    /// Why there is none.
    pub error: Option<String>,
    /// Who answers (RFC 9207).
    pub issuer: Option<String>,
}

/// Asks that the ID token say how somebody proved who they are (OpenID Connect Core 1.0 § 5.5): some providers say it only then.
const HOW_THEY_PROVED: &str = r#"{"id_token":{"amr":{"essential":true}}}"#;

/// Speaks with the providers of all the organisations. Cheap to clone: what it knows of them is shared.
#[derive(Clone)]
pub struct Identity(Arc<Inner>);

struct Inner {
    policy: Policy,
    carrier: Carrier,
    library: Library,
}

impl Identity {
    /// Speaks to what the policy allows.
    #[must_use]
    pub fn new(policy: Policy, lookup: Lookup) -> Self {
        Self(Arc::new(Inner {
            policy,
            carrier: Carrier::new(policy, lookup),
            library: Library::default(),
        }))
    }

    /// To what it speaks.
    #[must_use]
    pub fn policy(&self) -> Policy {
        self.0.policy
    }

    /// Where the browser is sent.
    ///
    /// # Errors
    /// The provider cannot be reached, or is not as it was declared.
    pub async fn leave(&self, provider: &Provider, journey: &Journey) -> Result<Url, Trouble> {
        let described = self.described(provider, journey.now).await?;
        let client = described.client(provider, None, &journey.redirect)?;
        let verifier = PkceCodeVerifier::new(journey.verifier.to_string());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
        let (state, nonce) = (journey.state.clone(), journey.nonce.clone());
        let mut asked = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || CsrfToken::new(state),
                || Nonce::new(nonce),
            )
            .set_pkce_challenge(challenge);
        for scope in &provider.settings.scopes {
            if scope != "openid" {
                asked = asked.add_scope(Scope::new(scope.clone()));
            }
        }
        for class in &provider.settings.acr {
            asked = asked.add_auth_context_value(AuthenticationContextClass::new(class.clone()));
        }
        if described.answers_claims() && provider.settings.second_factor == SecondFactor::Provider {
            asked = asked.add_extra_param("claims", HOW_THEY_PROVED);
        }
        let (url, _, _) = asked.url();
        check(url.as_str(), self.0.policy).map_err(|_| Trouble::Declared("endpoint"))?;
        Ok(url)
    }

    /// Changes what the provider handed back for what it says of somebody.
    ///
    /// # Errors
    /// What kept them from coming in.
    pub async fn answer(
        &self,
        provider: &Provider,
        secret: &Personal<String>,
        journey: &Journey,
        answer: &Answer,
    ) -> Result<Known, Trouble> {
        let described = self.described(provider, journey.now).await?;
        described.refuse_other(provider, answer.issuer.as_deref())?;
        if let Some(error) = &answer.error {
            return Err(Trouble::Declined(declined(error)));
        }
        let code = answer.code.as_ref().ok_or(Trouble::Unbelievable("code"))?;
        let client = described.client(provider, Some(secret), &journey.redirect)?;
        let request = client
            .exchange_code(AuthorizationCode::new(code.to_string()))
            .map_err(|_| Trouble::Declared("endpoint"))?
            .set_pkce_verifier(PkceCodeVerifier::new(journey.verifier.to_string()));
        let given = request.request_async(&self.0.carrier).await;
        let given = given.map_err(|error| exchanged(&error))?;
        let id_token = given.id_token().ok_or(Trouble::Unbelievable("token"))?;
        let first = described.believe(provider, id_token, journey, &given);
        let claims = match first {
            // A key that nobody knew: the provider changed its keys since.
            Err(Trouble::Unbelievable("key")) => {
                let fresh = self.fresh(provider, journey.now).await?;
                fresh.believe(provider, id_token, journey, &given)
            }
            other => other,
        };
        let claims = claims.map_err(Trouble::of_known_keys)?;
        let mut known = token::known(claims, id_token);
        if known.email.is_none() {
            self.complete(&client, &given, claims, &mut known).await?;
        }
        Ok(known)
    }

    /// Asks for the address apart, when the ID token does not carry it.
    async fn complete(
        &self,
        client: &Client,
        given: &openidconnect::core::CoreTokenResponse,
        claims: &openidconnect::core::CoreIdTokenClaims,
        known: &mut Known,
    ) -> Result<(), Trouble> {
        use openidconnect::OAuth2TokenResponse;
        let subject = Some(claims.subject().clone());
        let Ok(request) = client.user_info(given.access_token().clone(), subject) else {
            return Ok(());
        };
        let told: Result<openidconnect::core::CoreUserInfoClaims, _> =
            request.request_async(&self.0.carrier).await;
        match told {
            Ok(told) => {
                token::add(known, told.email(), told.email_verified());
                Ok(())
            }
            Err(openidconnect::UserInfoError::Request(error)) => {
                Err(Trouble::Unreachable(error.reason()))
            }
            Err(openidconnect::UserInfoError::Response(..)) => Err(Trouble::Unreachable("status")),
            Err(openidconnect::UserInfoError::ClaimsVerification(error)) => {
                Err(token::unbelievable(&error).of_known_keys())
            }
            Err(_) => Err(Trouble::Unbelievable("token")),
        }
    }

    /// Where the browser is sent to sign out there too; nothing when the provider does not offer it.
    pub async fn end(
        &self,
        provider: &Provider,
        id_token: &Personal<String>,
        back: &str,
        now: Instant,
    ) -> Option<Url> {
        let described = self.described(provider, now).await.ok()?;
        let mut url = check(described.end_session()?, self.0.policy).ok()?;
        url.query_pairs_mut()
            .append_pair("id_token_hint", id_token)
            .append_pair("client_id", &provider.settings.client_id)
            .append_pair("post_logout_redirect_uri", back)
            // Nothing hangs on it here: some providers ask for one (ProConnect).
            .append_pair("state", &Uuid::now_v7().simple().to_string());
        Some(url)
    }

    async fn described(
        &self,
        provider: &Provider,
        now: Instant,
    ) -> Result<Arc<Described>, Trouble> {
        match self.0.library.find(provider, now) {
            Some(known) => Ok(known),
            None => self.fetched(provider, now).await,
        }
    }

    /// What the provider says of itself now, unless it was asked a moment ago.
    async fn fresh(&self, provider: &Provider, now: Instant) -> Result<Arc<Described>, Trouble> {
        match self.0.library.just_read(provider, now) {
            Some(known) => Ok(known),
            None => self.fetched(provider, now).await,
        }
    }

    async fn fetched(&self, provider: &Provider, now: Instant) -> Result<Arc<Described>, Trouble> {
        let read = Described::read(&provider.settings.issuer, &self.0.carrier).await?;
        Ok(self.0.library.keep(provider, read, now))
    }
}

/// The codes of RFC 6749 § 4.1.2.1 and OpenID Connect Core § 3.1.2.6; what is none of them is not repeated.
fn declined(code: &str) -> &'static str {
    const KNOWN: [&str; 10] = [
        "access_denied",
        "login_required",
        "interaction_required",
        "consent_required",
        "account_selection_required",
        "invalid_request",
        "invalid_scope",
        "unauthorized_client",
        "server_error",
        "temporarily_unavailable",
    ];
    let known = KNOWN.into_iter().find(|own| *own == code);
    known.unwrap_or("other")
}

fn exchanged(
    error: &RequestTokenError<
        Carried,
        openidconnect::StandardErrorResponse<openidconnect::core::CoreErrorResponseType>,
    >,
) -> Trouble {
    use openidconnect::core::CoreErrorResponseType::{InvalidClient, InvalidGrant};
    match error {
        RequestTokenError::ServerResponse(told) => match told.error() {
            InvalidGrant => Trouble::Unbelievable("code"),
            InvalidClient => Trouble::Declared("secret"),
            _ => Trouble::Declared("client"),
        },
        RequestTokenError::Request(error) => Trouble::Unreachable(error.reason()),
        RequestTokenError::Parse(..) => Trouble::Unbelievable("token"),
        RequestTokenError::Other(_) => Trouble::Unreachable("status"),
    }
}
