//! The message that leaves: headers, plain text and HTML (RFC 5322, RFC 3834).

use std::time::{Duration, SystemTime};

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use parvis_kernel::{Instant, Language, Personal};
use parvis_organisation::Organisation;
use uuid::Uuid;

use crate::error::NotifyError;
use crate::letter::Letter;
use crate::model::Mail;
use crate::text::{Written, one_line};

/// A message ready for the post.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The mail that it is.
    pub id: Uuid,
    /// The organisation's slug.
    pub organisation: String,
    /// The sender address.
    pub from: String,
    /// The address of the person.
    pub to: Personal<String>,
    /// Its subject.
    pub subject: String,
    /// Its language.
    pub language: Language,
    /// When it was written.
    pub at: Instant,
    /// Its plain text.
    pub text: Personal<String>,
    /// Its HTML.
    pub html: Personal<String>,
    message: Personal<Message>,
}

impl Outgoing {
    pub(crate) fn build(
        mail: &Mail,
        letter: &Letter,
        written: Written,
        organisation: &Organisation,
        now: Instant,
    ) -> Result<Self, NotifyError> {
        let from = address(&organisation.profile.sender).ok_or(NotifyError::Sender)?;
        let to = address(&letter.to).ok_or(NotifyError::Recipient)?;
        let name = letter.person.as_ref().map(|name| crate::text::name(name));
        let name = name.filter(|name| !name.is_empty());
        let mut builder = Message::builder()
            .date(system_time(now))
            .message_id(Some(format!("<{}@{}>", mail.id, from.domain())))
            .from(Mailbox::new(
                Some(one_line(&organisation.name)),
                from.clone(),
            ))
            .to(Mailbox::new(name, to.clone()))
            .subject(one_line(&written.subject))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", letter.language.tag()));
        if let Some(answers) = answers(letter, organisation) {
            builder = builder.reply_to(Mailbox::new(None, answers));
        }
        let parts = MultiPart::alternative()
            .boundary(format!("parvis-{}", mail.id.simple()))
            .singlepart(SinglePart::plain(written.text.as_str().to_owned()))
            .singlepart(SinglePart::html(written.html.as_str().to_owned()));
        let message = builder.multipart(parts);
        let message = message.map_err(|_| NotifyError::Message("a header is refused"))?;
        Ok(Self {
            id: mail.id,
            organisation: organisation.slug.clone(),
            from: from.to_string(),
            to: to.to_string().into(),
            subject: written.subject,
            language: letter.language,
            at: now,
            text: written.text,
            html: written.html,
            message: message.into(),
        })
    }

    /// The message as SMTP carries it.
    #[must_use]
    pub fn formatted(&self) -> Vec<u8> {
        self.message.formatted()
    }

    pub(crate) fn message(&self) -> Message {
        self.message.clone().into_inner()
    }
}

/// Where an answer goes: the service, else the organisation.
fn answers(letter: &Letter, organisation: &Organisation) -> Option<Address> {
    let service = letter.reply_to.as_deref().and_then(address);
    let own = organisation.profile.contact.email.as_deref();
    service.or_else(|| own.and_then(address))
}

/// An address without surrounding spaces; nothing when it is malformed.
fn address(text: &str) -> Option<Address> {
    let plain = text.trim();
    let fits = plain.len() <= 254 && plain.bytes().all(|byte| byte.is_ascii_graphic());
    fits.then(|| plain.parse().ok()).flatten()
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn system_time(instant: Instant) -> SystemTime {
    let seconds = u64::try_from(instant.as_second()).unwrap_or(0);
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}
