//! What a person must correct, typed; the sentences are in `words/`.

use jiff::civil::Date;
use parvis_kernel::{Language, Personal, RowId};

use super::{At, Decimal, Listed, Part, Place};
use crate::definition::{FieldId, Text};
use crate::kind::{date_in_words, decimal_in_words, euros_in_words};

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
    /// Not a number, with a decimal part or without.
    NotDecimal,
    /// Not an amount in euros.
    NotAmount,
    /// More digits after the decimal separator than are kept.
    TooPrecise {
        /// Those that are kept.
        decimals: u8,
    },
    /// Under the least.
    DecimalTooSmall {
        /// The least.
        min: Decimal,
    },
    /// Over the most.
    DecimalTooLarge {
        /// The most.
        max: Decimal,
    },
    /// Under the least.
    AmountTooSmall {
        /// The least, in cents.
        min: i64,
    },
    /// Over the most.
    AmountTooLarge {
        /// The most, in cents.
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
    /// Before the first day that is accepted.
    TooEarly {
        /// That day, which may be the answer to another question.
        first: Personal<Date>,
    },
    /// After the last day that is accepted.
    TooLate {
        /// That day, which may be the answer to another question.
        last: Personal<Date>,
    },
    /// Born too late.
    TooYoung {
        /// The least age.
        age: u8,
    },
    /// Born too early.
    TooOld {
        /// The greatest age.
        age: u8,
    },
    /// Not a time of the day.
    TimeInvalid,
    /// Not one of the options.
    UnknownOption,
    /// Not in the list.
    ListedUnknown,
    /// Several of the list: the person chooses.
    ListedAmbiguous {
        /// Those among which to choose.
        candidates: Vec<Listed>,
    },
    /// Neither the number of an association in the RNA nor a SIRET.
    AssociationNumberInvalid,
    /// Not the SIRET of a company.
    CompanyNumberInvalid,
    /// Not the UAI of a school.
    SchoolNumberInvalid,
    /// Not a number of dossier.
    DossierNumberInvalid,
    /// None of the person's dossiers, whether it exists or not.
    DossierNotTheirs,
    /// Not the coordinates of a point.
    CoordinatesInvalid {
        /// What was typed.
        line: String,
    },
    /// Coordinates off the globe.
    CoordinatesOffGlobe {
        /// What was typed.
        line: String,
    },
    /// Too few points for what is drawn.
    TooFewPoints {
        /// Points at least.
        min: usize,
    },
    /// Too many points for what is drawn.
    TooManyPoints {
        /// Points at most.
        max: usize,
    },
    /// An area that goes round nothing, or whose ring crosses itself.
    AreaNotSimple,
    /// Not an e-mail address.
    EmailInvalid,
    /// Not a telephone number.
    PhoneInvalid,
    /// Not the nine digits of a SIREN.
    SirenLength,
    /// Nine digits of which one at least is wrong.
    SirenMistyped,
    /// Not the fourteen digits of a SIRET.
    SiretLength,
    /// Fourteen digits of which one at least is wrong.
    SiretMistyped,
    /// Not an IBAN: no country first, or signs that none has.
    IbanInvalid,
    /// An IBAN of a country that a transfer in euros does not reach.
    IbanCountry,
    /// An IBAN too short or too long for its country.
    IbanLength {
        /// Letters and digits in that country.
        expected: u32,
    },
    /// An IBAN of which a letter or a digit at least is wrong.
    IbanMistyped,
    /// Not the plate of a vehicle.
    PlateInvalid,
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
    /// The house computes the field: an answer to it is not taken.
    Computed,
    /// The answers contradict a rule of the author.
    Check {
        /// What the author says of it.
        message: Text,
    },
    /// The request cannot be made with these answers.
    Ineligible {
        /// Why, in the words of the author.
        message: Text,
    },
}

impl EntryErrorKind {
    /// The last words of the key.
    const fn word(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::TooLong { .. } => "too-long",
            Self::NotInteger => "not-integer",
            Self::NotDecimal => "not-decimal",
            Self::NotAmount => "not-amount",
            Self::TooPrecise { .. } => "too-precise",
            Self::TooSmall { .. } | Self::DecimalTooSmall { .. } => "too-small",
            Self::TooLarge { .. } | Self::DecimalTooLarge { .. } => "too-large",
            Self::AmountTooSmall { .. } => "amount-too-small",
            Self::AmountTooLarge { .. } => "amount-too-large",
            Self::DateIncomplete => "date-incomplete",
            Self::DateImpossible => "date-impossible",
            Self::YearImplausible => "year-implausible",
            Self::NotPast => "not-past",
            Self::NotFuture => "not-future",
            Self::TooEarly { .. } => "too-early",
            Self::TooLate { .. } => "too-late",
            Self::TooYoung { .. } => "too-young",
            Self::TooOld { .. } => "too-old",
            Self::TimeInvalid => "time-invalid",
            Self::UnknownOption => "unknown-option",
            Self::ListedUnknown => "listed-unknown",
            Self::ListedAmbiguous { .. } => "listed-ambiguous",
            Self::AssociationNumberInvalid => "association-number-invalid",
            Self::CompanyNumberInvalid => "company-number-invalid",
            Self::SchoolNumberInvalid => "school-number-invalid",
            Self::DossierNumberInvalid => "dossier-number-invalid",
            Self::DossierNotTheirs => "dossier-not-theirs",
            Self::CoordinatesInvalid { .. } => "coordinates-invalid",
            Self::CoordinatesOffGlobe { .. } => "coordinates-off-globe",
            Self::TooFewPoints { .. } => "too-few-points",
            Self::TooManyPoints { .. } => "too-many-points",
            Self::AreaNotSimple => "area-not-simple",
            Self::EmailInvalid => "email-invalid",
            Self::PhoneInvalid => "phone-invalid",
            Self::SirenLength => "siren-length",
            Self::SirenMistyped => "siren-mistyped",
            Self::SiretLength => "siret-length",
            Self::SiretMistyped => "siret-mistyped",
            Self::IbanInvalid => "iban-invalid",
            Self::IbanCountry => "iban-country",
            Self::IbanLength { .. } => "iban-length",
            Self::IbanMistyped => "iban-mistyped",
            Self::PlateInvalid => "plate-invalid",
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
            Self::Computed => "computed",
            Self::Check { .. } => "check",
            Self::Ineligible { .. } => "ineligible",
        }
    }

    /// The variables of the sentence.
    fn values(&self, language: Language) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong { max, length } => vec![
                ("max", max.to_string()),
                ("excess", length.saturating_sub(*max).to_string()),
            ],
            Self::TooSmall { min } => vec![("min", min.to_string())],
            Self::TooLarge { max } => vec![("max", max.to_string())],
            Self::TooEarly { first: day } | Self::TooLate { last: day } => {
                vec![("day", date_in_words(**day, language))]
            }
            Self::TooYoung { age } | Self::TooOld { age } => vec![("age", age.to_string())],
            Self::IbanLength { expected } => vec![("expected", expected.to_string())],
            Self::TooPrecise { decimals } => vec![("decimals", decimals.to_string())],
            Self::DecimalTooSmall { min } => vec![("min", decimal_in_words(*min, language))],
            Self::DecimalTooLarge { max } => vec![("max", decimal_in_words(*max, language))],
            Self::AmountTooSmall { min } => vec![("min", euros_in_words(*min, language))],
            Self::AmountTooLarge { max } => vec![("max", euros_in_words(*max, language))],
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
            Self::CoordinatesInvalid { line } | Self::CoordinatesOffGlobe { line } => {
                vec![("line", line.clone())]
            }
            Self::TooFewPoints { min } => vec![("min", min.to_string())],
            Self::TooManyPoints { max } => vec![("max", max.to_string())],
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
        values.extend(self.kind.values(language));
        let words = self.words().map(|words| words.in_language(language));
        values.extend(words.map(|words| ("message", words.to_owned())));
        values
    }

    /// The author's own words, where they say what is wrong.
    #[must_use]
    pub const fn words(&self) -> Option<&Text> {
        match &self.kind {
            EntryErrorKind::Check { message } | EntryErrorKind::Ineligible { message } => {
                Some(message)
            }
            _ => None,
        }
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

    /// What to choose among in a list, if anything.
    #[must_use]
    pub fn listed(&self) -> &[Listed] {
        match &self.kind {
            EntryErrorKind::ListedAmbiguous { candidates } => candidates,
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
