//! Where the security log goes.

use serde::Deserialize;

use super::ConfigError;
use crate::serve::Sink;

/// The security log, beside the security journal of the database: nowhere, unless said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SecurityLogConfig {
    /// A file of JSON lines; `-` for the standard output.
    pub file: Option<String>,
    /// `unix:/dev/log`, `udp:HOST:PORT` or `tcp:HOST:PORT`.
    pub syslog: Option<String>,
}

impl SecurityLogConfig {
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        self.sinks().map(drop)
    }

    /// Where lines go.
    pub(crate) fn sinks(&self) -> Result<Vec<Sink>, ConfigError> {
        let file = self.file.as_ref().map(|path| Sink::File(path.into()));
        let syslog = self.syslog.as_deref().map(Sink::syslog).transpose();
        let syslog =
            syslog.map_err(|error| ConfigError::key("security_log.syslog", error.to_string()))?;
        Ok(file.into_iter().chain(syslog).collect())
    }
}
