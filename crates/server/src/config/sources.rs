//! Which administrations each organisation asks for answers instead of people.

use std::collections::BTreeMap;

use parvis_outside::Policy;
use parvis_sources::{Access, AccessProblem, Provider, Token};
use serde::Deserialize;

use super::ConfigError;

/// Which administrations each organisation asks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SourcesConfig {
    /// Whether providers of this machine are allowed, without encryption: to try them out.
    pub loopback: bool,
    /// API Particulier, by the slug of an organisation.
    pub api_particulier: BTreeMap<String, AccessConfig>,
}

/// Where an organisation asks, with which token, in whose name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessConfig {
    /// Where it asks.
    #[serde(default = "production")]
    pub url: String,
    /// The token that the provider gave to the organisation.
    #[serde(deserialize_with = "token")]
    pub token: Token,
    /// The SIRET of the organisation, to which the data go.
    pub recipient: String,
}

fn production() -> String {
    "https://particulier.api.gouv.fr".to_owned()
}

fn token<'de, D: serde::Deserializer<'de>>(written: D) -> Result<Token, D::Error> {
    String::deserialize(written).map(|text| Token::new(&text))
}

impl SourcesConfig {
    /// To what the house speaks.
    #[must_use]
    pub const fn policy(&self) -> Policy {
        Policy {
            loopback: self.loopback,
            networks: &[],
        }
    }

    /// The accesses.
    ///
    /// # Errors
    /// The one that cannot serve.
    pub fn accesses(&self) -> Result<BTreeMap<(Provider, String), Access>, ConfigError> {
        let accesses = self.api_particulier.iter().map(|(slug, own)| {
            let access = Access::new(&own.url, own.token.clone(), &own.recipient, self.policy());
            let access = access.map_err(|problem| wrong(slug, problem))?;
            Ok(((Provider::ApiParticulier, slug.clone()), access))
        });
        accesses.collect()
    }
}

fn wrong(slug: &str, problem: AccessProblem) -> ConfigError {
    let (key, expected) = match problem {
        AccessProblem::Address(_) => ("url", "une adresse publique en https"),
        AccessProblem::NoToken => ("token", "le jeton donné par API Particulier"),
        AccessProblem::NoRecipient => ("recipient", "un SIRET, quatorze chiffres"),
    };
    let provider = Provider::ApiParticulier.term();
    ConfigError::key(
        format!("sources.{provider}.{slug}.{key}"),
        format!("attendu : {expected}"),
    )
}
