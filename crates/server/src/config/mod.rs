//! Configuration: defaults, then the file, then `PARVIS_*` variables, then the command line.

mod antivirus;
mod environment;
mod identity;
mod mail;
mod map;
mod s3;
mod security_log;
mod sources;
mod webhooks;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use parvis_web::Network;
use serde::Deserialize;

pub use antivirus::AntivirusConfig;
pub use identity::IdentityConfig;
pub use mail::MailConfig;
pub use map::MapConfig;
pub use s3::S3Config;
pub use security_log::SecurityLogConfig;
pub use sources::SourcesConfig;
pub use webhooks::WebhooksConfig;

/// The configuration of an installation. `docs/configuration.md` explains every key.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The folder of the database, of the pieces, of the master key, and of mails without SMTP.
    pub data: PathBuf,
    /// `postgresql://…`; without it, SQLite in the data folder.
    pub database: Option<String>,
    /// The master key, 64 hexadecimal digits; without it, the file `parvis.key` of the data folder.
    pub master_key: Option<String>,
    /// How the outside reaches organisations that have no host name of their own.
    pub public_url: Option<String>,
    /// The proxies that terminate TLS in front of this server: their `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    pub trusted_proxies: Vec<String>,
    /// The connections served at once; others are told to come back.
    pub connections: usize,
    /// The pages shown at once before newcomers are told to come back.
    pub crowd: usize,
    /// `info`, `warn`, `debug`, or a filter of the tracing library.
    pub log: String,
    /// Lines of JSON instead of text.
    pub log_json: bool,
    /// Where `/metrics` is served, on this machine only; nowhere unless said.
    pub metrics: Option<SocketAddr>,
    /// Outgoing mail.
    pub mail: MailConfig,
    /// The bucket of the pieces.
    pub s3: S3Config,
    /// The security log.
    pub security_log: SecurityLogConfig,
    /// The antivirus that examines pieces.
    pub antivirus: AntivirusConfig,
    /// What is told to applications.
    pub webhooks: WebhooksConfig,
    /// To which identity providers the house speaks.
    pub identity: IdentityConfig,
    /// The ground of drawn maps.
    pub map: MapConfig,
    /// Which administrations each organisation asks for answers instead of people.
    pub sources: SourcesConfig,
    /// How often things may be tried, by name of rule: `{ burst = 5, every_seconds = 60 }`.
    pub limits: std::collections::BTreeMap<String, LimitConfig>,
}

/// How often one thing may be tried.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitConfig {
    /// How many times in a row.
    pub burst: u32,
    /// Then once every so many seconds.
    pub every_seconds: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data: PathBuf::from("data"),
            database: None,
            master_key: None,
            public_url: None,
            trusted_proxies: Vec::new(),
            connections: 4096,
            crowd: 128,
            log: "info".to_owned(),
            log_json: false,
            metrics: None,
            mail: MailConfig::default(),
            s3: S3Config::default(),
            security_log: SecurityLogConfig::default(),
            antivirus: AntivirusConfig::default(),
            webhooks: WebhooksConfig::default(),
            identity: IdentityConfig::default(),
            map: MapConfig::default(),
            sources: SourcesConfig::default(),
            limits: std::collections::BTreeMap::new(),
        }
    }
}

/// What is wrong with the configuration; always names the key.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("le fichier de configuration {path} ne peut pas être lu : {cause}")]
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// The file is not right: the message of the TOML reader names the key and the line.
    #[error("le fichier de configuration {path} contient une erreur : {cause}")]
    File {
        /// The file.
        path: String,
        /// Why.
        cause: Box<toml::de::Error>,
    },
    /// A variable is not right.
    #[error("la variable {variable} (clé {key}) vaut {value:?} : {expected}")]
    Variable {
        /// The variable.
        variable: String,
        /// The key of the file.
        key: &'static str,
        /// What it says.
        value: String,
        /// What is expected.
        expected: String,
    },
    /// A variable of ours that means nothing.
    #[error("la variable {0} n'est pas connue ; voir docs/configuration.md")]
    UnknownVariable(String),
    /// A key holds something that cannot be.
    #[error("clé {key} : {problem}")]
    Key {
        /// The key.
        key: String,
        /// What is wrong, and what is expected.
        problem: String,
    },
}

impl ConfigError {
    pub(crate) fn key(key: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::Key {
            key: key.into(),
            problem: problem.into(),
        }
    }
}

impl Config {
    /// Reads the file, if any, then the variables.
    ///
    /// # Errors
    /// What is wrong, by key.
    pub fn read(
        file: Option<&Path>,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut config = match file {
            Some(path) => Self::of_file(path)?,
            None => Self::default(),
        };
        environment::apply(&mut config, variables)?;
        Ok(config)
    }

    fn of_file(path: &Path) -> Result<Self, ConfigError> {
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|cause| ConfigError::Unreadable {
            path: shown.clone(),
            cause,
        })?;
        toml::from_str(&text).map_err(|cause| ConfigError::File {
            path: shown,
            cause: Box::new(cause),
        })
    }

    /// Checks what one key cannot tell alone: plain HTTP never leaves the machine, a demonstration neither.
    ///
    /// # Errors
    /// What is wrong, by key.
    pub fn check(&self, demonstration: bool) -> Result<(), ConfigError> {
        self.proxies()?;
        self.mail.check()?;
        self.s3.check()?;
        self.security_log.check()?;
        self.antivirus.check()?;
        if self.webhooks.loopback && !self.trusted_proxies.is_empty() {
            return Err(ConfigError::key(
                "webhooks.loopback",
                "une installation publiée n'envoie rien à sa propre machine",
            ));
        }
        self.identity.networks()?;
        self.sources.accesses()?;
        if self.identity.loopback && !self.trusted_proxies.is_empty() {
            return Err(ConfigError::key(
                "identity.loopback",
                "une installation publiée ne demande à personne de sa propre machine qui sont ses agents",
            ));
        }
        self.map.ground()?;
        if self.map.loopback && !self.trusted_proxies.is_empty() {
            return Err(ConfigError::key(
                "map.loopback",
                "une installation publiée ne prend pas ses cartes sur sa propre machine sans chiffrement",
            ));
        }
        for (key, least) in [("connections", self.connections), ("crowd", self.crowd)] {
            if least == 0 {
                return Err(ConfigError::key(key, "attendu : au moins 1"));
            }
        }
        if self
            .metrics
            .is_some_and(|address| !address.ip().is_loopback())
        {
            return Err(ConfigError::key(
                "metrics",
                "les mesures ne sont servies qu'à cette machine (127.0.0.1 ou [::1])",
            ));
        }
        let loopback = self.listen.ip().is_loopback();
        if demonstration && !loopback {
            return Err(ConfigError::key(
                "listen",
                "une démonstration n'écoute que sur cette machine (127.0.0.1 ou [::1])",
            ));
        }
        if demonstration && !self.trusted_proxies.is_empty() {
            return Err(ConfigError::key(
                "trusted_proxies",
                "une démonstration n'est pas publiée derrière un serveur mandataire",
            ));
        }
        if demonstration && self.s3.bucket.is_some() {
            return Err(ConfigError::key(
                "s3.bucket",
                "une démonstration garde ses pièces dans son dossier de données",
            ));
        }
        if !loopback && self.trusted_proxies.is_empty() {
            return Err(ConfigError::key(
                "listen",
                "hors de cette machine, HTTP sans chiffrement est refusé : placez devant un serveur mandataire HTTPS et indiquez son adresse dans trusted_proxies",
            ));
        }
        Ok(())
    }

    /// Whether people reach the server through HTTPS, which a trusted proxy terminates.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        !self.trusted_proxies.is_empty()
    }

    /// The trusted proxies.
    ///
    /// # Errors
    /// The one that is not an address or a network.
    pub fn proxies(&self) -> Result<Vec<Network>, ConfigError> {
        self.trusted_proxies
            .iter()
            .map(|text| {
                text.parse().map_err(|error| {
                    ConfigError::key(
                        "trusted_proxies",
                        format!(
                            "{text:?} : {error} ; attendu : une adresse ou un réseau, 10.0.0.0/8"
                        ),
                    )
                })
            })
            .collect()
    }

    /// The configured limits.
    pub fn limits(&self) -> impl Iterator<Item = (String, u32, Duration)> {
        self.limits.iter().map(|(name, limit)| {
            let every = Duration::from_secs(limit.every_seconds);
            (name.clone(), limit.burst, every)
        })
    }

    /// How the outside reaches this server, without a final slash.
    #[must_use]
    pub fn public_url(&self, listening: SocketAddr) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{listening}"),
        }
    }
}

#[cfg(test)]
mod tests;
