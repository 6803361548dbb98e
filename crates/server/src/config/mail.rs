//! Outgoing mail.

use parvis_kernel::Personal;
use parvis_notify::post::{Security, SmtpSettings};
use serde::Deserialize;

use super::ConfigError;

/// Outgoing mail. Without a host, mails are written to the folder `mails` of the data.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailConfig {
    /// The SMTP server.
    pub host: Option<String>,
    /// Its port: 465 with `tls`, 587 with `starttls`, 25 with `none`, unless said.
    pub port: Option<u16>,
    /// `tls`, `starttls` (the default) or `none` (this machine only).
    pub security: Option<String>,
    /// The account, if the server asks for one.
    pub user: Option<String>,
    /// Its password.
    pub password: Option<Personal<String>>,
}

impl MailConfig {
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        self.settings().map(drop)
    }

    /// What the SMTP post needs; nothing without a host.
    ///
    /// # Errors
    /// An unknown security; a user without password, or the reverse.
    pub fn settings(&self) -> Result<Option<SmtpSettings>, ConfigError> {
        let Some(host) = &self.host else {
            return Ok(None);
        };
        let (security, usual_port) = match self.security.as_deref() {
            None | Some("starttls") => (Security::StartTls, 587),
            Some("tls") => (Security::Tls, 465),
            Some("none") => (Security::None, 25),
            Some(other) => {
                return Err(ConfigError::key(
                    "mail.security",
                    format!("{other:?} ; attendu : tls, starttls ou none"),
                ));
            }
        };
        let account = match (&self.user, &self.password) {
            (None, None) => None,
            (Some(user), Some(password)) => Some((user.clone(), password.clone())),
            (Some(_), None) => {
                return Err(ConfigError::key("mail.password", "attendu avec mail.user"));
            }
            (None, Some(_)) => {
                return Err(ConfigError::key("mail.user", "attendu avec mail.password"));
            }
        };
        Ok(Some(SmtpSettings {
            host: host.clone(),
            port: self.port.unwrap_or(usual_port),
            security,
            account,
        }))
    }
}
