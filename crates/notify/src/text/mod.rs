//! From a letter to words: templates in two languages, filled in a sandbox.

mod block;
mod clean;
mod html;
mod plain;
#[cfg(test)]
mod tests;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};
use parvis_kernel::{Language, Personal};
use parvis_organisation::Organisation;
use parvis_web::typography;
use serde::Serialize;

use crate::error::NotifyError;
use crate::letter::{Content, Letter};
use block::{Block, MARK, Reading};
pub(crate) use clean::{name, one_line};

/// Work that filling one template may take.
const FUEL: u64 = 20_000;

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        [$(
            (concat!("fr/", $name), include_str!(concat!("../../templates/fr/", $name, ".txt"))),
            (concat!("en/", $name), include_str!(concat!("../../templates/en/", $name, ".txt"))),
        )*]
    };
}

const SOURCES: [(&str, &str); 30] = templates![
    "code",
    "receipt",
    "request",
    "decision",
    "message",
    "draft",
    "account",
    "invitation",
    "draft-reminder",
    "request-reminder",
    "alarm",
    "agent",
    "mention",
    "payment",
    "footer"
];

/// The words of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) subject: String,
    pub(crate) text: Personal<String>,
    pub(crate) html: Personal<String>,
}

/// The templates of the house, ready to be filled.
pub(crate) struct Texts(Environment<'static>);

#[derive(Serialize)]
struct Values<'a> {
    person: Option<String>,
    organisation: Sender<'a>,
    #[serde(flatten)]
    content: &'a Content,
}

/// What templates know of the organisation.
#[derive(Serialize)]
struct Sender<'a> {
    name: &'a str,
    address: &'a [String],
    phone: Option<&'a str>,
    answers: bool,
    demonstration: bool,
}

impl Texts {
    /// Reads the templates.
    ///
    /// # Errors
    /// A malformed template.
    pub(crate) fn load() -> Result<Self, NotifyError> {
        let mut environment = Environment::empty();
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(syntax().map_err(|error| refused("syntax", &error))?);
        environment.set_fuel(Some(FUEL));
        environment.set_formatter(|output, _, value| {
            let shown = shown(value)?;
            output.write_str(&shown)?;
            Ok(())
        });
        for (name, source) in SOURCES {
            let added = environment.add_template(name, source);
            added.map_err(|error| refused(name, &error))?;
        }
        Ok(Self(environment))
    }

    /// Puts a letter into words. `root` stands before its links.
    ///
    /// # Errors
    /// A template that lacks a value or works too much.
    pub(crate) fn write(
        &self,
        letter: &Letter,
        organisation: &Organisation,
        root: &str,
    ) -> Result<Written, NotifyError> {
        let contact = &organisation.profile.contact;
        let values = Values {
            person: letter.person.as_ref().map(|name| clean::name(name)),
            organisation: Sender {
                name: &organisation.name,
                address: &contact.postal_address,
                phone: contact.phone.as_deref(),
                answers: letter.reply_to.is_some() || contact.email.is_some(),
                demonstration: organisation.demonstration,
            },
            content: &letter.content,
        };
        let values = Value::from(Serde(&values));
        let name = letter.content.template().code();
        let body = self.filled(letter.language, name, &values)?;
        let footer = self.filled(letter.language, "footer", &values)?;
        let reading = block::read(&format!("{body}\n\n{footer}"));
        let reading = reading.ok_or_else(|| NotifyError::Template {
            template: name.to_owned(),
            cause: "no subject, or a link that leads elsewhere".to_owned(),
        })?;
        let reading = match organisation.trial {
            Some(_) => of_trial(letter.language, reading),
            None => reading,
        };
        Ok(finished(letter.language, reading, root))
    }

    fn filled(
        &self,
        language: Language,
        name: &str,
        values: &Value,
    ) -> Result<String, NotifyError> {
        let name = format!("{}/{name}", language.tag());
        let template = self.0.get_template(&name);
        let filled = template.and_then(|template| template.render(values.clone()));
        filled.map_err(|error| refused(&name, &error))
    }
}

/// A tag that stands alone on its line leaves no blank line behind: blank lines separate blocks.
fn syntax() -> Result<SyntaxConfig, Error> {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()
}

/// A value on one line, marked. An absent value is an error: a mail never has a blank.
fn shown(value: &Value) -> Result<String, Error> {
    if value.is_none() || value.is_undefined() {
        return Err(Error::new(ErrorKind::UndefinedError, "a value is missing"));
    }
    Ok(format!("{MARK}{}", clean::one_line(&value.to_string())))
}

/// The kind and the line only: the detail of an error may quote a value.
fn refused(template: &str, error: &Error) -> NotifyError {
    NotifyError::Template {
        template: template.to_owned(),
        cause: format!("{:?}, line {}", error.kind(), error.line().unwrap_or(0)),
    }
}

/// A mail of a trial says so before anything else, in its subject and in its first line.
fn of_trial(language: Language, mut reading: Reading) -> Reading {
    let (mark, text) = match language {
        Language::French => (
            "Essai",
            "ESSAI, SANS VALEUR. Rien de ce qui est dit ici n'est réel : une démarche est essayée.",
        ),
        Language::English => (
            "Trial",
            "TRIAL, WITHOUT VALUE. Nothing that is said here is real: a service is being tried.",
        ),
    };
    reading.subject = format!("[{mark}] {}", reading.subject);
    reading.blocks.insert(0, Block::Paragraph(text.to_owned()));
    reading
}

fn finished(language: Language, reading: Reading, root: &str) -> Written {
    let dressed = |text: String| match language {
        Language::French => typography(&text),
        Language::English => text,
    };
    let blocks: Vec<Block> = reading
        .blocks
        .into_iter()
        .map(|block| block.map(dressed))
        .collect();
    let subject = dressed(reading.subject);
    Written {
        text: plain::write(language, &blocks, root).into(),
        html: html::write(language, &subject, &blocks, root).into(),
        subject,
    }
}

impl Block {
    /// The same block with its words changed, never its path.
    fn map(self, change: impl Fn(String) -> String) -> Self {
        match self {
            Self::Heading(text) => Self::Heading(change(text)),
            Self::Paragraph(text) => Self::Paragraph(change(text)),
            Self::Lines(lines) => Self::Lines(lines.into_iter().map(change).collect()),
            Self::List(items) => Self::List(items.into_iter().map(change).collect()),
            Self::Link { path, label } => Self::Link {
                path,
                label: change(label),
            },
            other => other,
        }
    }
}
