//! The kinds of field: one file each, with its parameters, reading, writing, words and schema.

mod address;
mod choice;
mod contact;
mod date;
mod identity;
mod integer;
mod piece;
mod place;
mod text;
mod yes_no;

pub use address::Address;
pub use choice::{Choice, ChoiceOption, Choices};
pub use contact::{Email, Phone};
pub use date::Date;
pub use identity::{Asked, Identity};
pub use integer::Integer;
pub use piece::{FileType, Piece};
pub use place::Commune;
pub use text::{LongText, ShortText};
pub use yes_no::YesNo;

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::answer::{Answer, At, Part, Reader, Surroundings, Writer};
use crate::definition::FieldId;

/// What sort of answer a field takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// A text on one line.
    ShortText(ShortText),
    /// A text on several lines, with a count of letters.
    LongText(LongText),
    /// An integer.
    Integer(Integer),
    /// A date, typed in three inputs.
    Date(Date),
    /// Yes or no.
    YesNo(YesNo),
    /// One of several options.
    Choice(Choice),
    /// Several of several options.
    Choices(Choices),
    /// An e-mail address.
    Email(Email),
    /// A telephone number.
    Phone(Phone),
    /// A postal address in France.
    Address(Address),
    /// A commune, or a town abroad.
    Commune(Commune),
    /// A civil identity.
    Identity(Identity),
    /// A supporting document.
    Piece(Piece),
}

impl Kind {
    /// The terms of the procedure file.
    pub const TERMS: &[&str] = &[
        "short_text",
        "long_text",
        "integer",
        "date",
        "yes_no",
        "choice",
        "choices",
        "email",
        "phone",
        "address",
        "commune",
        "identity",
        "piece",
    ];

    /// The term of the procedure file.
    #[must_use]
    pub const fn term(&self) -> &'static str {
        match self {
            Self::ShortText(_) => "short_text",
            Self::LongText(_) => "long_text",
            Self::Integer(_) => "integer",
            Self::Date(_) => "date",
            Self::YesNo(_) => "yes_no",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Address(_) => "address",
            Self::Commune(_) => "commune",
            Self::Identity(_) => "identity",
            Self::Piece(_) => "piece",
        }
    }

    /// The inputs of the kind, in the order in which a page shows them.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        self.rules().parts()
    }

    /// The names of the inputs of a field that stands on its own.
    #[must_use]
    pub fn input_names(&self, field: &FieldId) -> Vec<String> {
        let parts = self.parts().into_iter();
        parts.map(|part| At::Form.name(field, part)).collect()
    }

    /// Says whether one label covers several inputs (a group, with a legend).
    #[must_use]
    pub fn is_group(&self) -> bool {
        matches!(self, Self::YesNo(_) | Self::Choice(_) | Self::Choices(_))
            || self.parts().len() > 1
    }

    /// The usual `autocomplete` token of a part (WCAG 1.3.5).
    #[must_use]
    pub fn autocomplete(&self, part: Part) -> Option<&'static str> {
        self.rules().autocomplete(part)
    }

    /// The input to focus on for an error about the whole field.
    pub(crate) fn focus(&self) -> Part {
        self.parts().first().copied().unwrap_or(Part::Whole)
    }

    /// The family of words that says what is missing.
    pub(crate) const fn family(&self) -> &'static str {
        match self {
            Self::ShortText(_) | Self::LongText(_) => "text",
            Self::Integer(_) => "integer",
            Self::Date(_) => "date",
            Self::YesNo(_) | Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Address(_) => "address",
            Self::Commune(_) => "place",
            Self::Identity(_) => "identity",
            Self::Piece(_) => "piece",
        }
    }

    pub(crate) fn rules(&self) -> &dyn Rules {
        match self {
            Self::ShortText(kind) => kind,
            Self::LongText(kind) => kind,
            Self::Integer(kind) => kind,
            Self::Date(kind) => kind,
            Self::YesNo(kind) => kind,
            Self::Choice(kind) => kind,
            Self::Choices(kind) => kind,
            Self::Email(kind) => kind,
            Self::Phone(kind) => kind,
            Self::Address(kind) => kind,
            Self::Commune(kind) => kind,
            Self::Identity(kind) => kind,
            Self::Piece(kind) => kind,
        }
    }
}

/// What every kind can do.
pub(crate) trait Rules {
    /// The inputs, in order.
    fn parts(&self) -> Vec<Part> {
        vec![Part::Whole]
    }

    /// Reads the inputs: `None` when they are empty, or when the reader noted what is wrong.
    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer>;

    /// Writes an answer as inputs; an answer of another kind is not written.
    fn write(&self, answer: &Answer, writer: &mut Writer<'_>);

    /// The answer in words, line by line.
    fn lines(&self, answer: &Answer, language: Language) -> Vec<String>;

    /// The JSON Schema of the answer.
    fn schema(&self) -> Value;

    /// The letters that an input takes at most.
    fn max_letters(&self) -> u32 {
        200
    }

    /// The usual `autocomplete` token of a part.
    fn autocomplete(&self, _part: Part) -> Option<&'static str> {
        None
    }
}
