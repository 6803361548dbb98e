//! The antivirus that examines pieces.

use parvis_dossier::examine::{Address, Guard};
use serde::Deserialize;

use super::ConfigError;

/// The antivirus that examines pieces. Without an address, pieces are not examined.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AntivirusConfig {
    /// Where clamd listens: `unix:/run/clamav/clamd.ctl`, or `tcp:127.0.0.1:3310`.
    pub clamd: Option<String>,
}

impl AntivirusConfig {
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        self.address().map(drop)
    }

    /// Where clamd listens; nothing when there is none.
    ///
    /// # Errors
    /// An address that means nothing, or that leaves this machine.
    pub fn address(&self) -> Result<Option<Address>, ConfigError> {
        let address = self.clamd.as_deref().map(str::parse).transpose();
        address.map_err(|error: parvis_dossier::examine::BadAddress| {
            ConfigError::key("antivirus.clamd", error.to_string())
        })
    }

    /// Whether pieces are examined before agents take them.
    #[must_use]
    pub const fn guard(&self) -> Guard {
        match self.clamd {
            Some(_) => Guard::Present,
            None => Guard::Absent,
        }
    }
}
