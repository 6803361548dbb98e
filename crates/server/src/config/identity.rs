//! To which identity providers the house speaks.

use parvis_identity::Identity;
use parvis_outside::Policy;
use parvis_web::Network;
use serde::Deserialize;

use super::ConfigError;

/// To which identity providers the house speaks, beside those of the public Internet.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IdentityConfig {
    /// Networks around the house where an inner directory answers, encrypted: `10.1.2.0/24`.
    pub networks: Vec<String>,
    /// Whether providers of this machine are allowed, without encryption: to try them out.
    pub loopback: bool,
}

impl IdentityConfig {
    /// What speaks with providers.
    #[must_use]
    pub fn identity(&self) -> Identity {
        let policy = Policy {
            loopback: self.loopback,
            // What is no network was refused when the configuration was checked.
            networks: Vec::leak(self.networks().unwrap_or_default()),
        };
        Identity::new(policy, parvis_outside::system())
    }

    /// The networks.
    ///
    /// # Errors
    /// The one that is none.
    pub fn networks(&self) -> Result<Vec<Network>, ConfigError> {
        let networks = self.networks.iter().map(|text| {
            text.parse().map_err(|error| {
                ConfigError::key(
                    "identity.networks",
                    format!("{text:?} : {error} ; attendu : un réseau, 10.1.2.0/24"),
                )
            })
        });
        networks.collect()
    }
}
