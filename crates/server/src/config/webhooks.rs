//! What is told to applications.

use parvis_webhook::Policy;
use serde::Deserialize;

/// What is told to applications.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WebhooksConfig {
    /// Whether messages are sent; without, they wait. A copy of an installation must not speak in its place.
    pub send: bool,
    /// Whether webhooks of this machine are allowed, without encryption: to try them out.
    pub loopback: bool,
}

impl Default for WebhooksConfig {
    fn default() -> Self {
        Self {
            send: true,
            loopback: false,
        }
    }
}

impl WebhooksConfig {
    /// To what the house sends.
    #[must_use]
    pub const fn policy(&self) -> Policy {
        Policy {
            loopback: self.loopback,
            networks: &[],
        }
    }
}
