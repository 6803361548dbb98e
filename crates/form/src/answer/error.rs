//! What a person must correct, typed; the sentences are in `words/`.

use parvis_kernel::{Language, RowId};

use super::{At, Part, Place};
use crate::definition::{FieldId, Text};

/// One thing to correct, in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryError {
    /// The field or the block.
    pub field: FieldId,
    /// The block and the row where the field stands, if any.
    pub row: Option<(FieldId, RowId)>,
    /// The part of the field; `Whole` for all its inputs together.
    pub part: Part,
    /// What is wrong.
    pub kind: EntryErrorKind,
    /// What the field is called.
    pub label: Text,
    /// The family of the field's kind: words differ for a text, a choice, a date.
    pub(crate) family: &'static str,
    /// The input to focus on for an error about the whole field.
    pub(crate) focus: Part,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryErrorKind {
    /// Nothing was answered.
    Required,
    /// The text is too long.
    TooLong {
        /// Letters at most.
        max: u32,
        /// Letters typed.
        length: u32,
    },
    /// Not an integer.
    NotInteger,
    /// Under the least.
    TooSmall {
        /// The least.
        min: i64,
    },
    /// Over the most.
    TooLarge {
        /// The most.
        max: i64,
    },
    /// A part of the date is missing.
    DateIncomplete,
    /// No such day, or not digits.
    DateImpossible,
    /// The year does not have four digits or is out of reach.
    YearImplausible,
    /// The date should be today or before.
    NotPast,
    /// The date should be today or after.
    NotFuture,
    /// Not one of the options.
    UnknownOption,
    /// Not an e-mail address.
    EmailInvalid,
    /// Not a telephone number.
    PhoneInvalid,
    /// Not a postcode.
    PostcodeInvalid,
    /// No such commune.
    PlaceUnknown,
    /// Several communes: the person chooses.
    PlaceAmbiguous {
        /// Those among which to choose.
        candidates: Vec<Place>,
    },
    /// The commune does not have this postcode.
    PlaceElsewhere {
        /// Those of this postcode.
        candidates: Vec<Place>,
    },
    /// A commune in France and a town abroad are both given.
    PlaceTwice,
    /// No such country.
    CountryUnknown,
    /// Not a name.
    NameInvalid,
    /// Too many files.
    TooManyFiles {
        /// Files at most.
        max: u32,
    },
    /// A file is too large.
    FileTooLarge {
        /// Bytes at most.
        max: u64,
        /// The name of the file.
        name: String,
    },
    /// A file is of a type that is not accepted.
    FileTypeRefused {
        /// What is accepted, in words.
        accepted: String,
        /// The name of the file.
        name: String,
    },
    /// The file is no longer there.
    FileUnknown,
    /// The file came, and could not be kept: the storage does not answer.
    FileNotKept {
        /// The name of the file.
        name: String,
    },
    /// A picture of too many points, or of none.
    PictureTooWide {
        /// Points at most on a side.
        max: u32,
        /// The name of the file.
        name: String,
    },
    /// Too few rows.
    TooFewRows {
        /// Rows at least.
        min: u32,
    },
    /// Too many rows.
    TooManyRows {
        /// Rows at most.
        max: u32,
    },
    /// Two rows have the same identifier, or it is not one.
    RowInvalid,
    /// One input came with several values.
    SeveralValues,
    /// The answer is not of the type of its field.
    WrongType,
    /// The answer is not what the house would have kept.
    Tampered,
    /// The form has no such field.
    UnknownField,
    /// The answers hide the field.
    HiddenField,
}

impl EntryErrorKind {
    /// The last words of the key.
    const fn word(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::TooLong { .. } => "too-long",
            Self::NotInteger => "not-integer",
            Self::TooSmall { .. } => "too-small",
            Self::TooLarge { .. } => "too-large",
            Self::DateIncomplete => "date-incomplete",
            Self::DateImpossible => "date-impossible",
            Self::YearImplausible => "year-implausible",
            Self::NotPast => "not-past",
            Self::NotFuture => "not-future",
            Self::UnknownOption => "unknown-option",
            Self::EmailInvalid => "email-invalid",
            Self::PhoneInvalid => "phone-invalid",
            Self::PostcodeInvalid => "postcode-invalid",
            Self::PlaceUnknown => "place-unknown",
            Self::PlaceAmbiguous { .. } => "place-ambiguous",
            Self::PlaceElsewhere { .. } => "place-elsewhere",
            Self::PlaceTwice => "place-twice",
            Self::CountryUnknown => "country-unknown",
            Self::NameInvalid => "name-invalid",
            Self::TooManyFiles { .. } => "too-many-files",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::FileTypeRefused { .. } => "file-type-refused",
            Self::FileUnknown => "file-unknown",
            Self::FileNotKept { .. } => "file-not-kept",
            Self::PictureTooWide { .. } => "picture-too-wide",
            Self::TooFewRows { .. } => "too-few-rows",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::RowInvalid => "row-invalid",
            Self::SeveralValues => "several-values",
            Self::WrongType => "wrong-type",
            Self::Tampered => "tampered",
            Self::UnknownField => "unknown-field",
            Self::HiddenField => "hidden-field",
        }
    }

    /// The variables of the sentence.
    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong { max, length } => vec![
                ("max", max.to_string()),
                ("excess", length.saturating_sub(*max).to_string()),
            ],
            Self::TooSmall { min } => vec![("min", min.to_string())],
            Self::TooLarge { max } => vec![("max", max.to_string())],
            Self::TooFewRows { min } => vec![("min", min.to_string())],
            Self::TooManyRows { max } | Self::TooManyFiles { max } => {
                vec![("max", max.to_string())]
            }
            Self::FileTooLarge { max, name } => vec![
                ("max", max.div_ceil(1_000_000).to_string()),
                ("name", name.clone()),
            ],
            Self::FileTypeRefused { accepted, name } => {
                vec![("accepted", accepted.clone()), ("name", name.clone())]
            }
            Self::PictureTooWide { max, name } => {
                vec![("max", max.to_string()), ("name", name.clone())]
            }
            Self::FileNotKept { name } => vec![("name", name.clone())],
            _ => Vec::new(),
        }
    }
}

impl EntryError {
    /// The key of the sentence: `field-error-too-long`, `field-error-required-date`,
    /// `field-error-required-street`.
    #[must_use]
    pub fn key(&self) -> String {
        let word = self.kind.word();
        match self.kind {
            EntryErrorKind::Required if self.part == Part::Whole => {
                format!("field-error-{word}-{}", self.family)
            }
            EntryErrorKind::Required => format!("field-error-{word}-{}", self.part.suffix()),
            _ => format!("field-error-{word}"),
        }
    }

    /// The variables of the sentence; `label` is always one of them.
    #[must_use]
    pub fn values(&self, language: Language) -> Vec<(&'static str, String)> {
        let mut values = vec![("label", self.label.in_language(language).to_owned())];
        values.extend(self.kind.values());
        values
    }

    /// The communes among which to choose, if any.
    #[must_use]
    pub fn candidates(&self) -> &[Place] {
        match &self.kind {
            EntryErrorKind::PlaceAmbiguous { candidates }
            | EntryErrorKind::PlaceElsewhere { candidates } => candidates,
            _ => &[],
        }
    }

    /// The name of the input to focus on.
    #[must_use]
    pub fn input_name(&self) -> String {
        let at = match &self.row {
            None => At::Form,
            Some((block, row)) => At::Row { block, row: *row },
        };
        let part = if self.part == Part::Whole {
            self.focus
        } else {
            self.part
        };
        at.name(&self.field, part)
    }
}
