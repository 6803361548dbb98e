//! Typed answers, as they are kept.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::{Date, DateTime};
use parvis_kernel::{PieceId, RowId};
use serde::{Deserialize, Serialize};

use super::chosen::{Linked, OtherChoices, TableRow};
use super::{Coded, Decimal, Location, Registered};
use crate::definition::FieldId;

/// The typed, normalised answer to one field or block.
///
/// Its JSON names its type (`{"text": "Rennes"}`), so that it can be read without its form. It is
/// personal data: `Debug` shows the type only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// A short or long text.
    Text(String),
    /// An integer.
    Integer(i64),
    /// An exact number with a decimal part.
    Decimal(Decimal),
    /// An amount in euros.
    Amount(Amount),
    /// A date.
    Date(Date),
    /// A day and a time.
    DateTime(DateTime),
    /// Yes or no.
    YesNo(bool),
    /// The value of an option.
    Choice(String),
    /// The values of options, in the order of the form, at least one.
    Choices(Vec<String>),
    /// Something else than the options of a choice, in words.
    OtherChoice(String),
    /// Options, and something else in words.
    OtherChoices(OtherChoices),
    /// A row of the author's table.
    TableRow(TableRow),
    /// An option, and one of those that it leads to.
    Linked(Linked),
    /// An e-mail address.
    Email(String),
    /// A telephone number in E.164 (`+33612345678`).
    Phone(String),
    /// The nine digits of a SIREN.
    Siren(String),
    /// The fourteen digits of a SIRET.
    Siret(String),
    /// An IBAN without spaces.
    Iban(String),
    /// The registration plate of a vehicle, `AA-123-AA` or `123 ABC 45`.
    VehiclePlate(String),
    /// A postal address in France.
    Address(Address),
    /// A commune, or a town abroad.
    Place(PlaceAnswer),
    /// A département.
    Departement(Coded),
    /// A region.
    Region(Coded),
    /// A country.
    Country(Coded),
    /// A group of communes.
    Epci(Coded),
    /// An association.
    Association(Registered),
    /// A company, or another establishment that has a SIRET.
    Company(Registered),
    /// A school.
    School(Registered),
    /// The number of another dossier of the person.
    Dossier(String),
    /// A place on the ground.
    Location(Location),
    /// A civil identity.
    Identity(Identity),
    /// A consent: given, or not answered.
    Consent(bool),
    /// A declaration of signature.
    Signature(Signature),
    /// Supporting documents.
    Pieces(Pieces),
    /// The rows of a repeated block, at least one.
    Rows(Vec<Row>),
}

impl Answer {
    /// The name of the type, as in the JSON.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Integer(_) => "integer",
            Self::Decimal(_) => "decimal",
            Self::Amount(_) => "amount",
            Self::Date(_) => "date",
            Self::DateTime(_) => "date_time",
            Self::YesNo(_) => "yes_no",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::OtherChoice(_) => "other_choice",
            Self::OtherChoices(_) => "other_choices",
            Self::TableRow(_) => "table_row",
            Self::Linked(_) => "linked",
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Siren(_) => "siren",
            Self::Siret(_) => "siret",
            Self::Iban(_) => "iban",
            Self::VehiclePlate(_) => "vehicle_plate",
            Self::Address(_) => "address",
            Self::Place(_) => "place",
            Self::Departement(_) => "departement",
            Self::Region(_) => "region",
            Self::Country(_) => "country",
            Self::Epci(_) => "epci",
            Self::Association(_) => "association",
            Self::Company(_) => "company",
            Self::School(_) => "school",
            Self::Dossier(_) => "dossier",
            Self::Location(_) => "location",
            Self::Identity(_) => "identity",
            Self::Consent(_) => "consent",
            Self::Signature(_) => "signature",
            Self::Pieces(_) => "pieces",
            Self::Rows(_) => "rows",
        }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}([personal])", self.type_name())
    }
}

/// An amount in euros, counted in cents.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// The amount in cents: 1250 for 12,50 €.
    pub cents: i64,
}

/// A postal address in France.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// The number in the street, `12 bis`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The street, or the locality.
    pub street: String,
    /// Building, flat, "chez".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complement: Option<String>,
    /// The postcode: five digits.
    pub postcode: String,
    /// The code of the commune.
    pub commune_code: String,
    /// The name of the commune.
    pub commune: String,
}

/// A commune, or a town abroad.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PlaceAnswer {
    /// A commune of the official list.
    Commune {
        /// Its code.
        code: String,
        /// Its name.
        name: String,
        /// The code of its département.
        departement: String,
    },
    /// A town abroad.
    Abroad {
        /// The code of the country.
        country_code: String,
        /// The name of the country.
        country: String,
        /// The name of the town, as typed.
        town: String,
    },
}

/// Where somebody was born.
pub type BirthPlace = PlaceAnswer;

/// A civil identity.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The family name (nom de famille), the one of the birth certificate.
    pub family_name: String,
    /// The name used in daily life (nom d'usage), if another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_name: Option<String>,
    /// The first names, separated by spaces.
    pub first_names: String,
    /// The day of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// The place of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_place: Option<BirthPlace>,
}

/// A declaration of signature.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The name that who signs typed.
    pub name: String,
}

/// Supporting documents: received files, or the promise to send them another way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pieces {
    /// The received files, in the order given.
    pub files: Vec<PieceEntry>,
    /// "I will send it another way".
    pub other_way: bool,
}

/// One received file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PieceEntry {
    /// Its identifier in the storage.
    pub id: PieceId,
    /// The name that the person gave it.
    pub name: String,
    /// Its media type, as sniffed.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
}

/// One row of a repeated block.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its identifier, stable while other rows come and go.
    pub id: RowId,
    /// The answers of the row.
    pub cells: Answers,
}

personal!(
    Amount,
    Address,
    PlaceAnswer,
    Identity,
    Signature,
    Pieces,
    PieceEntry
);

impl fmt::Debug for Row {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} {:?}", self.id, self.cells)
    }
}

/// Typed answers by field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<FieldId, Answer>);

impl Answers {
    /// No answer.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// The answer to a field.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&Answer> {
        self.0.get(field)
    }

    /// Keeps an answer, in the place of an older one.
    pub fn insert(&mut self, field: FieldId, answer: Answer) {
        self.0.insert(field, answer);
    }

    /// Takes an answer away.
    pub fn remove(&mut self, field: &str) -> Option<Answer> {
        self.0.remove(field)
    }

    /// Keeps an answer, or takes the older one away.
    pub fn set(&mut self, field: &FieldId, answer: Option<Answer>) {
        match answer {
            Some(answer) => self.insert(field.clone(), answer),
            None => {
                self.remove(field.as_str());
            }
        }
    }

    /// The answers, by name of field.
    pub fn iter(&self) -> impl Iterator<Item = (&FieldId, &Answer)> {
        self.0.iter()
    }

    /// How many fields are answered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Says whether nothing is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rows of a block: none when it is not answered.
    #[must_use]
    pub fn rows(&self, block: &str) -> &[Row] {
        match self.get(block) {
            Some(Answer::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// The row of a block.
    #[must_use]
    pub fn row(&self, block: &str, row: RowId) -> Option<&Row> {
        self.rows(block).iter().find(|found| found.id == row)
    }

    /// Every received file, those of rows included.
    #[must_use]
    pub fn pieces(&self) -> Vec<&PieceEntry> {
        let mut files = Vec::new();
        for answer in self.0.values() {
            match answer {
                Answer::Pieces(pieces) => files.extend(&pieces.files),
                Answer::Rows(rows) => files.extend(rows.iter().flat_map(|row| row.cells.pieces())),
                _ => {}
            }
        }
        files
    }
}

impl FromIterator<(FieldId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (FieldId, Answer)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_never_shows_an_answer() {
        let answers: Answers = [("name".parse().unwrap(), Answer::Text("Zoé".to_owned()))]
            .into_iter()
            .collect();
        assert_eq!(format!("{answers:?}"), "Answers({name: text([personal])})");
    }

    #[test]
    fn answers_read_back_what_they_write() {
        let json = r#"{"born":{"date":"2020-02-29"},"city":{"place":{"abroad":{"country_code":"99109","country":"Allemagne","town":"Bonn"}}},"rows":{"rows":[{"id":"0190163d-8694-739b-aea5-966c26f8ad91","cells":{"name":{"text":"Zoé"}}}]}}"#;
        let answers: Answers = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&answers).unwrap(), json);
    }
}
