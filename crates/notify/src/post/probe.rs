//! Asking a mail server whether it would take our mails, without giving it one.

use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls};
use lettre::transport::smtp::commands::{Mail, Rset};
use lettre::transport::smtp::extension::ClientId;

use super::PostError;
use super::smtp::{COMMAND, SmtpSettings, refused, tls};

/// As far as the sender, then back: MAIL FROM, RSET.
pub(super) async fn probe(
    settings: &SmtpSettings,
    senders: &[String],
) -> Result<Vec<(String, PostError)>, PostError> {
    let mut connection = connected(settings).await?;
    let mut unwelcome = Vec::new();
    for sender in senders {
        let named = match sender.parse::<Address>() {
            Ok(address) => {
                let mail = Mail::new(Some(address), Vec::new());
                connection
                    .command(mail)
                    .await
                    .map_err(|error| refused(&error))
            }
            Err(_) => Err(PostError::Later("it is no address".to_owned())),
        };
        if let Err(error) = named {
            unwelcome.push((sender.clone(), error));
        }
        // What was refused needs no reset; a server that refuses this one is left anyway.
        let _ = connection.command(Rset).await;
    }
    let _ = connection.quit().await;
    Ok(unwelcome)
}

async fn connected(settings: &SmtpSettings) -> Result<AsyncSmtpConnection, PostError> {
    let tls = tls(settings).map_err(|error| PostError::Later(error.to_string()))?;
    let hello = ClientId::default();
    let wrapper = match &tls {
        Tls::Wrapper(parameters) => Some(parameters.clone()),
        _ => None,
    };
    let server = (settings.host.as_str(), settings.port);
    let connection =
        AsyncSmtpConnection::connect_tokio1(server, Some(COMMAND), &hello, wrapper, None).await;
    let mut connection = connection.map_err(|error| refused(&error))?;
    if let Tls::Required(parameters) = tls {
        let started = connection.starttls(parameters, &hello).await;
        started.map_err(|error| refused(&error))?;
    }
    if let Some((account, password)) = &settings.account {
        let credentials = Credentials::new(account.clone(), password.to_string());
        let known = connection.auth(DEFAULT_MECHANISMS, &credentials).await;
        known.map_err(|error| refused(&error))?;
    }
    Ok(connection)
}
