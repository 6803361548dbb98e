//! What a browser posts, and how its inputs are named.

use std::collections::BTreeMap;

use parvis_kernel::RowId;

use crate::definition::FieldId;

/// What a browser posted: every value of every input name.
pub type Entries = BTreeMap<String, Vec<String>>;

/// The hidden input that lists the fields which were on the posted page.
///
/// It tells a field left empty from a field that the page could not show yet, because an answer of
/// the same page makes it appear. A page without it is read as having shown everything.
pub const ASKED_INPUT: &str = "form.asked";

/// The value of [`ASKED_INPUT`] for a field or a block.
#[must_use]
pub fn asked_input(at: At<'_>, field: &FieldId) -> String {
    at.name(field, Part::Whole)
}

/// The value of [`ASKED_INPUT`] for an input that a first choice of the same field makes appear.
#[must_use]
pub fn asked_next_input(at: At<'_>, field: &FieldId, part: Part, chosen: &str) -> String {
    format!("{}={chosen}", at.name(field, part))
}

/// Where a field stands: on its own, or in a row of a repeated block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At<'a> {
    /// On its own.
    Form,
    /// In a row.
    Row {
        /// The block.
        block: &'a FieldId,
        /// The row.
        row: RowId,
    },
}

impl At<'_> {
    /// The name of an input: `field`, `field-day`, or `block.row.field-day` in a row.
    #[must_use]
    pub fn name(&self, field: &FieldId, part: Part) -> String {
        let mut name = match self {
            Self::Form => String::new(),
            Self::Row { block, row } => format!("{block}.{row}."),
        };
        name.push_str(field.as_str());
        if part != Part::Whole {
            name.push('-');
            name.push_str(part.suffix());
        }
        name
    }

    /// The row, if any.
    #[must_use]
    pub const fn row(&self) -> Option<RowId> {
        match self {
            Self::Form => None,
            Self::Row { row, .. } => Some(*row),
        }
    }

    /// The block of the row, if any.
    #[must_use]
    pub const fn block(&self) -> Option<&FieldId> {
        match self {
            Self::Form => None,
            Self::Row { block, .. } => Some(block),
        }
    }
}

macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident = $suffix:literal),* $(,)?) => {
        /// A part of a field: one input of it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Part {
            $($(#[$doc])* $part,)*
        }

        impl Part {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$part),*];

            /// What the input's name ends with, after `-`; empty for the whole field.
            #[must_use]
            pub const fn suffix(self) -> &'static str {
                match self {
                    $(Self::$part => $suffix,)*
                }
            }
        }
    };
}

parts! {
    /// The only input of a simple field, or the search text of a commune.
    Whole = "",
    /// What else, when no option fits.
    Other = "other",
    /// What is chosen after a first choice.
    Second = "second",
    /// The name of an association, a company or a school.
    Name = "name",
    /// What is drawn: a point, a line, an area.
    Shape = "shape",
    /// Coordinates, one point a line.
    Coordinates = "coordinates",
    /// The day of a date.
    Day = "day",
    /// The month of a date.
    Month = "month",
    /// The year of a date.
    Year = "year",
    /// The time of a day.
    Time = "time",
    /// "I sign".
    Signed = "signed",
    /// The name of who signs.
    SignedName = "signed-name",
    /// The number of an address.
    Number = "number",
    /// The street of an address.
    Street = "street",
    /// The complement of an address.
    Complement = "complement",
    /// The postcode of an address.
    Postcode = "postcode",
    /// The commune of an address, by name.
    Commune = "commune",
    /// The commune of an address, chosen among candidates: its code.
    CommuneCode = "commune-code",
    /// The commune, chosen among candidates: its code.
    Code = "code",
    /// The country of a town abroad: its code.
    Country = "country",
    /// The name of a town abroad.
    Town = "town",
    /// The family name (nom de famille).
    FamilyName = "family-name",
    /// The name used in daily life (nom d'usage).
    UsedName = "used-name",
    /// The first names.
    FirstNames = "first-names",
    /// The day of birth.
    BirthDay = "birth-day",
    /// The month of birth.
    BirthMonth = "birth-month",
    /// The year of birth.
    BirthYear = "birth-year",
    /// The commune of birth, by name.
    BirthPlace = "birth-place",
    /// The commune of birth, chosen among candidates: its code.
    BirthPlaceCode = "birth-place-code",
    /// The country of birth: its code.
    BirthCountry = "birth-country",
    /// The town of birth abroad.
    BirthTown = "birth-town",
    /// "I will send it another way".
    OtherWay = "other-way",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_named_after_the_field_its_part_and_its_row() {
        let field: FieldId = "born".parse().unwrap();
        assert_eq!(At::Form.name(&field, Part::Whole), "born");
        assert_eq!(At::Form.name(&field, Part::Day), "born-day");
        let block: FieldId = "children".parse().unwrap();
        let row = RowId::new();
        let at = At::Row { block: &block, row };
        assert_eq!(
            at.name(&field, Part::Day),
            format!("children.{row}.born-day")
        );
    }

    #[test]
    fn no_two_parts_share_a_suffix() {
        let mut suffixes: Vec<_> = Part::ALL.iter().map(|part| part.suffix()).collect();
        suffixes.sort_unstable();
        suffixes.dedup();
        assert_eq!(suffixes.len(), Part::ALL.len());
    }
}
