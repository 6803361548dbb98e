//! The kinds of field: one file each, with its parameters, reading, writing, words and schema.

mod address;
mod age;
mod amount;
mod bound;
mod choice;
mod company;
mod computed;
mod consent;
mod contact;
mod date;
mod date_time;
mod decimal;
mod dossier;
mod iban;
mod identity;
mod integer;
mod linked;
mod listed;
mod map;
mod number;
mod official;
mod pattern;
mod piece;
mod place;
mod plate;
mod registered;
mod select;
mod signature;
mod table;
mod text;
mod yes_no;

pub use address::Address;
pub use amount::Amount;
pub(crate) use amount::euros_in_words;
pub use bound::{Bound, Bounds};
pub use choice::{Choice, ChoiceOption, Choices, OTHER};
pub use company::{Siren, Siret};
pub use computed::{Computed, Fee};
pub use consent::Consent;
pub use contact::{Email, Phone};
pub use date::Date;
pub(crate) use date::date_in_words;
pub use date_time::DateTime;
pub use decimal::Decimal;
pub(crate) use decimal::decimal_in_words;
pub use iban::Iban;
pub use identity::{Asked, Identity};
pub use integer::Integer;
pub use linked::{Linked, LinkedOption};
pub use map::{Map, Shape};
pub use pattern::Pattern;
pub(crate) use pattern::Unusable;
pub use piece::{FileType, Piece};
pub use place::Commune;
pub use plate::VehiclePlate;
pub use select::Select;
pub use signature::Signature;
pub use table::{Column, ColumnType, Table};
pub use text::{LongText, ShortText};
pub use yes_no::YesNo;

use parvis_kernel::{Language, Tongues};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::answer::{
    Answer, At, EntryErrorKind, OfficialList, Part, Reader, Register, Surroundings, Writer,
};
use crate::definition::{FieldId, Shown};
use crate::expression::{Formula, Scope};

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
    /// A number with a decimal part.
    Decimal(Decimal),
    /// An amount in euros.
    Amount(Amount),
    /// A date, typed in three inputs.
    Date(Date),
    /// A day and a time.
    DateTime(DateTime),
    /// Yes or no.
    YesNo(YesNo),
    /// One of several options.
    Choice(Choice),
    /// Several of several options.
    Choices(Choices),
    /// One of several options, shown as a list.
    Select(Select),
    /// A row of a table that the author gives.
    Table(Box<Table>),
    /// An option, then one of those that it leads to.
    Linked(Linked),
    /// An e-mail address.
    Email(Email),
    /// A telephone number.
    Phone(Phone),
    /// The SIREN of a legal person.
    Siren(Siren),
    /// The SIRET of an establishment.
    Siret(Siret),
    /// A bank account.
    Iban(Iban),
    /// The registration plate of a vehicle.
    VehiclePlate(VehiclePlate),
    /// A postal address in France.
    Address(Address),
    /// A commune, or a town abroad.
    Commune(Commune),
    /// A département, or what takes its place overseas.
    Departement,
    /// A region, or what takes its place overseas.
    Region,
    /// A country.
    Country,
    /// A group of communes with its own taxation.
    Epci,
    /// An association, by its RNA number or its SIRET.
    Association,
    /// A company, by its SIRET.
    Company,
    /// A school, by its UAI or its name.
    School,
    /// Another dossier of the person.
    Dossier,
    /// A place on the ground.
    Map(Map),
    /// A civil identity.
    Identity(Identity),
    /// A consent.
    Consent(Consent),
    /// A declaration of signature.
    Signature(Signature),
    /// A value computed from what is asked before.
    Computed(Computed),
    /// What is asked for the request, computed.
    Fee(Fee),
    /// A supporting document.
    Piece(Piece),
}

impl Kind {
    /// The terms of the procedure file.
    pub const TERMS: &[&str] = &[
        "short_text",
        "long_text",
        "integer",
        "decimal",
        "amount",
        "date",
        "date_time",
        "yes_no",
        "choice",
        "choices",
        "select",
        "table",
        "linked",
        "email",
        "phone",
        "siren",
        "siret",
        "iban",
        "vehicle_plate",
        "address",
        "commune",
        "departement",
        "region",
        "country",
        "epci",
        "association",
        "company",
        "school",
        "dossier",
        "map",
        "identity",
        "consent",
        "signature",
        "piece",
        "computed",
        "fee",
    ];

    /// The term of the procedure file.
    #[must_use]
    pub const fn term(&self) -> &'static str {
        match self {
            Self::ShortText(_) => "short_text",
            Self::LongText(_) => "long_text",
            Self::Integer(_) => "integer",
            Self::Decimal(_) => "decimal",
            Self::Amount(_) => "amount",
            Self::Date(_) => "date",
            Self::DateTime(_) => "date_time",
            Self::YesNo(_) => "yes_no",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Select(_) => "select",
            Self::Table(_) => "table",
            Self::Linked(_) => "linked",
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Siren(_) => "siren",
            Self::Siret(_) => "siret",
            Self::Iban(_) => "iban",
            Self::VehiclePlate(_) => "vehicle_plate",
            Self::Address(_) => "address",
            Self::Commune(_) => "commune",
            Self::Departement => "departement",
            Self::Region => "region",
            Self::Country => "country",
            Self::Epci => "epci",
            Self::Association => "association",
            Self::Company => "company",
            Self::School => "school",
            Self::Dossier => "dossier",
            Self::Map(_) => "map",
            Self::Identity(_) => "identity",
            Self::Consent(_) => "consent",
            Self::Signature(_) => "signature",
            Self::Piece(_) => "piece",
            Self::Computed(_) => "computed",
            Self::Fee(_) => "fee",
        }
    }

    /// How the house computes it, when nobody answers it.
    #[must_use]
    pub const fn formula(&self) -> Option<&Formula> {
        match self {
            Self::Computed(kind) => Some(&kind.value),
            Self::Fee(kind) => Some(&kind.value),
            _ => None,
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
            Self::ShortText(_) | Self::LongText(_) | Self::Computed(_) | Self::Fee(_) => "text",
            Self::Integer(_) | Self::Decimal(_) => "integer",
            Self::Amount(_) => "amount",
            Self::Date(_) | Self::DateTime(_) => "date",
            Self::YesNo(_)
            | Self::Select(_)
            | Self::Choice(_)
            | Self::Table(_)
            | Self::Linked(_)
            | Self::Departement
            | Self::Region
            | Self::Country
            | Self::Epci => "choice",
            Self::Choices(_) => "choices",
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Siren(_) => "siren",
            Self::Siret(_) => "siret",
            Self::Iban(_) => "iban",
            Self::VehiclePlate(_) => "plate",
            Self::Address(_) => "address",
            Self::Commune(_) => "place",
            Self::Association => "association",
            Self::Company => "company",
            Self::School => "school",
            Self::Dossier => "dossier",
            Self::Map(_) => "location",
            Self::Identity(_) => "identity",
            Self::Consent(_) => "consent",
            Self::Signature(_) => "signature",
            Self::Piece(_) => "piece",
        }
    }

    pub(crate) fn rules(&self) -> &dyn Rules {
        match self {
            Self::ShortText(kind) => kind,
            Self::LongText(kind) => kind,
            Self::Integer(kind) => kind,
            Self::Decimal(kind) => kind,
            Self::Amount(kind) => kind,
            Self::Date(kind) => kind,
            Self::DateTime(kind) => kind,
            Self::YesNo(kind) => kind,
            Self::Choice(kind) => kind,
            Self::Choices(kind) => kind,
            Self::Select(kind) => kind,
            Self::Table(kind) => kind.as_ref(),
            Self::Linked(kind) => kind,
            Self::Email(kind) => kind,
            Self::Phone(kind) => kind,
            Self::Siren(kind) => kind,
            Self::Siret(kind) => kind,
            Self::Iban(kind) => kind,
            Self::VehiclePlate(kind) => kind,
            Self::Address(kind) => kind,
            Self::Commune(kind) => kind,
            Self::Departement => &OfficialList::Departements,
            Self::Region => &OfficialList::Regions,
            Self::Country => &OfficialList::Countries,
            Self::Epci => &OfficialList::Epci,
            Self::Association => &Register::Associations,
            Self::Company => &Register::Companies,
            Self::School => &Register::Schools,
            Self::Dossier => &dossier::AnotherDossier,
            Self::Map(kind) => kind,
            Self::Identity(kind) => kind,
            Self::Consent(kind) => kind,
            Self::Signature(kind) => kind,
            Self::Piece(kind) => kind,
            Self::Computed(kind) => kind,
            Self::Fee(kind) => kind,
        }
    }
}

/// The words alone of what is shown.
fn words(shown: Vec<Shown>) -> Vec<String> {
    shown.into_iter().map(|line| line.words).collect()
}

/// What every kind can do.
pub(crate) trait Rules {
    /// The inputs, in order.
    fn parts(&self) -> Vec<Part> {
        vec![Part::Whole]
    }

    /// Reads the inputs: `None` when they are empty, or when the reader noted what is wrong.
    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer>;

    /// What is wrong with an answer beside the others: a date that another one bounds.
    fn beside(&self, _answer: &Answer, _scope: &Scope<'_>) -> Option<EntryErrorKind> {
        None
    }

    /// Writes an answer as inputs; an answer of another kind is not written.
    fn write(&self, answer: &Answer, writer: &mut Writer);

    /// The answer in words, line by line.
    fn lines(&self, answer: &Answer, language: Language) -> Vec<String>;

    /// The same to a reader, each line with the language in which it stands: options and units are words of the author.
    fn said(&self, answer: &Answer, tongues: Tongues) -> Vec<Shown> {
        let lines = self.lines(answer, tongues.house).into_iter();
        lines.map(Shown::plain).collect()
    }

    /// What a first input makes the page ask, once it is filled: the part, and the value that leads to it.
    fn asked_next(&self, _reader: &mut Reader<'_>) -> Option<(Part, String)> {
        None
    }

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
