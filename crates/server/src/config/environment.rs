//! `PARVIS_*` variables.

use std::fmt::Display;
use std::str::FromStr;

use parvis_kernel::Personal;

use super::{Config, ConfigError};

/// Variables of ours that are not keys of the configuration: those of the tests and of the command line.
const NOT_KEYS: &[&str] = &[
    "PARVIS_CONFIG",
    "PARVIS_STATEMENT_LOG",
    "PARVIS_TEST_POSTGRES",
    "PARVIS_TEST_ENGINES",
    "PARVIS_TEST_S3",
    "PARVIS_PASSWORD",
];

/// Replaces the keys that variables name.
pub(super) fn apply(
    config: &mut Config,
    variables: impl IntoIterator<Item = (String, String)>,
) -> Result<(), ConfigError> {
    for (variable, value) in variables {
        if !variable.starts_with("PARVIS_") || NOT_KEYS.contains(&variable.as_str()) {
            continue;
        }
        set(config, &variable, value)?;
    }
    Ok(())
}

fn set(config: &mut Config, variable: &str, value: String) -> Result<(), ConfigError> {
    match variable {
        "PARVIS_LISTEN" => {
            config.listen = parsed(
                variable,
                "listen",
                &value,
                "une adresse et un port, 127.0.0.1:8080",
            )?
        }
        "PARVIS_DATA" => config.data = value.into(),
        "PARVIS_DATABASE" => config.database = Some(value),
        "PARVIS_MASTER_KEY" => config.master_key = Some(value),
        "PARVIS_PUBLIC_URL" => config.public_url = Some(value),
        "PARVIS_TRUSTED_PROXIES" => config.trusted_proxies = list(&value),
        "PARVIS_CONNECTIONS" => {
            config.connections = parsed(variable, "connections", &value, "un nombre")?
        }
        "PARVIS_CROWD" => config.crowd = parsed(variable, "crowd", &value, "un nombre")?,
        "PARVIS_LOG" => config.log = value,
        "PARVIS_LOG_JSON" => {
            config.log_json = parsed(variable, "log_json", &value, "true ou false")?
        }
        "PARVIS_METRICS" => {
            config.metrics = Some(parsed(
                variable,
                "metrics",
                &value,
                "une adresse et un port, 127.0.0.1:9464",
            )?)
        }
        "PARVIS_MAIL_HOST" => config.mail.host = Some(value),
        "PARVIS_MAIL_PORT" => {
            config.mail.port = Some(parsed(variable, "mail.port", &value, "un port")?)
        }
        "PARVIS_MAIL_SECURITY" => config.mail.security = Some(value),
        "PARVIS_MAIL_USER" => config.mail.user = Some(value),
        "PARVIS_MAIL_PASSWORD" => config.mail.password = Some(Personal::new(value)),
        "PARVIS_S3_BUCKET" => config.s3.bucket = Some(value),
        "PARVIS_S3_ENDPOINT" => config.s3.endpoint = Some(value),
        "PARVIS_S3_REGION" => config.s3.region = Some(value),
        "PARVIS_S3_PREFIX" => config.s3.prefix = Some(value),
        "PARVIS_S3_ACCESS_KEY" => config.s3.access_key = Some(value),
        "PARVIS_S3_SECRET_KEY" => config.s3.secret_key = Some(Personal::new(value)),
        "PARVIS_SECURITY_LOG_FILE" => config.security_log.file = Some(value),
        "PARVIS_SECURITY_LOG_SYSLOG" => config.security_log.syslog = Some(value),
        "PARVIS_ANTIVIRUS_CLAMD" => config.antivirus.clamd = Some(value),
        "PARVIS_WEBHOOKS_SEND" => {
            config.webhooks.send = parsed(variable, "webhooks.send", &value, "true ou false")?
        }
        "PARVIS_WEBHOOKS_LOOPBACK" => {
            config.webhooks.loopback =
                parsed(variable, "webhooks.loopback", &value, "true ou false")?
        }
        "PARVIS_IDENTITY_NETWORKS" => config.identity.networks = list(&value),
        "PARVIS_IDENTITY_LOOPBACK" => {
            config.identity.loopback =
                parsed(variable, "identity.loopback", &value, "true ou false")?
        }
        "PARVIS_MAP_TILES" => config.map.tiles = Some(value),
        "PARVIS_MAP_ATTRIBUTION" => config.map.attribution = Some(value),
        "PARVIS_MAP_VIEW" => config.map.view = value,
        "PARVIS_MAP_LOOPBACK" => {
            config.map.loopback = parsed(variable, "map.loopback", &value, "true ou false")?
        }
        other => return Err(ConfigError::UnknownVariable(other.to_owned())),
    }
    Ok(())
}

fn parsed<T: FromStr<Err: Display>>(
    variable: &str,
    key: &'static str,
    value: &str,
    expected: &str,
) -> Result<T, ConfigError> {
    value.trim().parse().map_err(|error| ConfigError::Variable {
        variable: variable.to_owned(),
        key,
        value: value.to_owned(),
        expected: format!("attendu : {expected} ({error})"),
    })
}

fn list(value: &str) -> Vec<String> {
    value
        .split(',')
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}
