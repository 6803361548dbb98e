//! SMTP, through a pool of connections.

use std::net::IpAddr;
use std::sync::OnceLock;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use parvis_kernel::Personal;
use tokio::runtime::Handle;

use super::{Post, PostError, PostFuture, probe};
use crate::message::Outgoing;

/// A command of SMTP that takes longer has failed.
pub(super) const COMMAND: Duration = Duration::from_secs(15);
/// A mail that takes longer has failed: well before another worker would take its job.
const WHOLE: Duration = Duration::from_secs(60);
/// Connections kept open.
const POOL: u32 = 4;
/// Answers that speak of the address and not of the server or of us (RFC 5321 § 4.2.3).
const ADDRESS_REFUSED: [u16; 3] = [550, 551, 553];

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the start (port 465, RFC 8314).
    Tls,
    /// STARTTLS, required (port 587).
    StartTls,
    /// Nothing: accepted towards this machine only.
    None,
}

/// Where mails go.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// The host name of the server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// The account and its password, if the server asks for one.
    pub account: Option<(String, Personal<String>)>,
}

/// Settings that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SmtpSettingsError {
    /// Without protection, mails may only go to this machine.
    #[error(
        "without TLS, the mail server must be this machine (127.0.0.1, ::1 or localhost), not {host}"
    )]
    InClear {
        /// The host.
        host: String,
    },
    /// The name of the host cannot stand in a certificate.
    #[error("{host} is not a host name that TLS can check")]
    Host {
        /// The host.
        host: String,
    },
}

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// The post of SMTP.
pub struct Smtp {
    builder: AsyncSmtpTransportBuilder,
    open: OnceLock<Open>,
}

/// The pool and the runtime in which its connections live: it panics when it is dropped outside of one.
struct Open {
    transport: Option<Transport>,
    runtime: Handle,
}

impl Drop for Open {
    fn drop(&mut self) {
        let _inside = self.runtime.enter();
        drop(self.transport.take());
    }
}

impl Smtp {
    /// Prepares the pool; connects at the first mail.
    ///
    /// # Errors
    /// Settings that cannot be used.
    pub fn new(settings: &SmtpSettings) -> Result<Self, SmtpSettingsError> {
        let mut builder = Transport::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(tls(settings)?)
            .timeout(Some(COMMAND))
            .pool_config(PoolConfig::new().max_size(POOL));
        if let Some((account, password)) = &settings.account {
            builder = builder.credentials(Credentials::new(account.clone(), password.to_string()));
        }
        Ok(Self {
            builder,
            open: OnceLock::new(),
        })
    }

    /// Connects, signs in and names senders, without sending anything: gives each sender that the server refuses, with its answer.
    ///
    /// # Errors
    /// A server that cannot be reached, or does not accept the account.
    pub async fn probe(
        settings: &SmtpSettings,
        senders: &[String],
    ) -> Result<Vec<(String, PostError)>, PostError> {
        let probing = probe::probe(settings, senders);
        let probed = tokio::time::timeout(WHOLE, probing).await;
        probed.unwrap_or_else(|_| Err(PostError::Later("it takes too long".to_owned())))
    }

    /// The pool, made at the first mail. Called inside the runtime.
    fn transport(&self) -> Option<&Transport> {
        let open = self.open.get_or_init(|| Open {
            transport: Some(self.builder.clone().build()),
            runtime: Handle::current(),
        });
        open.transport.as_ref()
    }
}

pub(super) fn tls(settings: &SmtpSettings) -> Result<Tls, SmtpSettingsError> {
    let host = settings.host.clone();
    if settings.security == Security::None {
        return if is_this_machine(&host) {
            Ok(Tls::None)
        } else {
            Err(SmtpSettingsError::InClear { host })
        };
    }
    let parameters = TlsParameters::new_rustls(host.clone());
    let parameters = parameters.map_err(|_| SmtpSettingsError::Host { host })?;
    Ok(match settings.security {
        Security::StartTls => Tls::Required(parameters),
        _ => Tls::Wrapper(parameters),
    })
}

fn is_this_machine(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

impl Post for Smtp {
    fn carry<'a>(&'a self, mail: &'a Outgoing) -> PostFuture<'a> {
        Box::pin(async move {
            let Some(transport) = self.transport() else {
                return Err(PostError::Later("it is closing".to_owned()));
            };
            let sending = transport.send(mail.message());
            match tokio::time::timeout(WHOLE, sending).await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(refused(&error)),
                Err(_) => Err(PostError::Later("it takes too long".to_owned())),
            }
        })
    }
}

/// What an error means, without the answer of the server.
pub(super) fn refused(error: &lettre::transport::smtp::Error) -> PostError {
    match error.status().map(u16::from) {
        Some(code) if ADDRESS_REFUSED.contains(&code) => PostError::Refused { code },
        Some(code) => PostError::Later(format!("it answered {code}")),
        None if error.is_timeout() => PostError::Later("it does not answer in time".to_owned()),
        None if error.is_tls() => PostError::Later("TLS failed".to_owned()),
        None => PostError::Later("it cannot be reached".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(host: &str, security: Security) -> SmtpSettings {
        SmtpSettings {
            host: host.to_owned(),
            port: 25,
            security,
            account: None,
        }
    }

    #[test]
    fn mails_leave_in_clear_only_to_this_machine() {
        for host in ["127.0.0.1", "::1", "localhost"] {
            assert!(tls(&settings(host, Security::None)).is_ok(), "{host}");
        }
        assert_eq!(
            tls(&settings("smtp.example.org", Security::None)).err(),
            Some(SmtpSettingsError::InClear {
                host: "smtp.example.org".to_owned()
            })
        );
    }

    #[test]
    fn starttls_is_required_never_merely_tried() {
        let tls = tls(&settings("smtp.example.org", Security::StartTls)).unwrap();
        assert!(matches!(tls, Tls::Required(_)));
    }

    #[test]
    fn the_password_of_the_account_is_never_printed() {
        let mut settings = settings("smtp.example.org", Security::Tls);
        settings.account = Some(("parvis".to_owned(), "secret-word".to_owned().into()));
        assert!(!format!("{settings:?}").contains("secret-word"));
    }
}
