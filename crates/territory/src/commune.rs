//! One commune, borrowed from the embedded text.

use std::borrow::Cow;
use std::fmt;

use crate::embedded::{Record, Territory};
use crate::{Departement, Epci, Region};

/// What a line of the official geographic code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A commune of today.
    Current,
    /// A former commune, now a commune déléguée of another.
    Deleguee,
    /// A former commune, now a commune associée to another.
    Associee,
    /// An arrondissement of Paris, Lyon or Marseille.
    Arrondissement,
}

impl Kind {
    pub(crate) const fn read(letter: u8) -> Option<Self> {
        match letter {
            b'C' => Some(Self::Current),
            b'D' => Some(Self::Deleguee),
            b'A' => Some(Self::Associee),
            b'M' => Some(Self::Arrondissement),
            _ => None,
        }
    }
}

/// A commune of today, a former one, or an arrondissement: cheap to copy, everything is read from the embedded text.
#[derive(Clone, Copy)]
pub struct Commune<'t> {
    pub(crate) territory: &'t Territory,
    pub(crate) record: Record,
}

/// The columns that follow the name in a line.
#[derive(Clone, Copy)]
enum Column {
    Postcodes,
    Epci,
    Today,
}

impl<'t> Commune<'t> {
    /// The INSEE code: `64404`, `2A004`. A commune déléguée may share it with the commune of today.
    #[must_use]
    pub fn code(&self) -> &'t str {
        self.territory.code_of(&self.record)
    }

    /// What a form stores, and [`Territory::commune`] reads: the code, or `01015-D` where the code alone names another.
    #[must_use]
    pub fn reference(&self) -> Cow<'t, str> {
        if self.record.shadowed() {
            Cow::Owned(format!("{}-D", self.code()))
        } else {
            Cow::Borrowed(self.code())
        }
    }

    /// Its name, as published: `L'Haÿ-les-Roses`.
    #[must_use]
    pub fn name(&self) -> &'t str {
        self.territory.name_of(&self.record)
    }

    /// Current, former, or an arrondissement.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.record.kind
    }

    /// Whether it is a commune of today.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.kind() == Kind::Current
    }

    /// Whether it is a former commune (an arrondissement is not one).
    #[must_use]
    pub fn is_former(&self) -> bool {
        matches!(self.kind(), Kind::Deleguee | Kind::Associee)
    }

    /// Its inhabitants, where they are published (not for former communes).
    #[must_use]
    pub fn population(&self) -> Option<u32> {
        (self.record.population != u32::MAX).then_some(self.record.population)
    }

    /// Its postcodes: usually one; none for a former commune and for five current ones.
    pub fn postcodes(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.column(Column::Postcodes)
            .split(' ')
            .filter(|code| !code.is_empty())
    }

    /// The commune of today that it belongs to: itself when it is one.
    #[must_use]
    pub fn today(&self) -> Commune<'t> {
        match self.column(Column::Today) {
            "" => *self,
            code => self.territory.commune(code).unwrap_or(*self),
        }
    }

    /// The département of today (a few communes changed département when they merged).
    #[must_use]
    pub fn departement(&self) -> Option<&'t Departement> {
        let code = self.today().code();
        let length = if code.starts_with("97") || code.starts_with("98") {
            3
        } else {
            2
        };
        self.territory.departement(code.get(..length)?)
    }

    /// The region of today.
    #[must_use]
    pub fn region(&self) -> Option<&'t Region> {
        self.territory.region(self.departement()?.region)
    }

    /// The EPCI of today; some islands and overseas communes have none.
    #[must_use]
    pub fn epci(&self) -> Option<&'t Epci> {
        self.territory.epci(self.today().column(Column::Epci))
    }

    fn column(&self, column: Column) -> &'t str {
        self.territory
            .after_name(&self.record)
            .split('\t')
            .nth(column as usize)
            .unwrap_or_default()
    }
}

impl PartialEq for Commune<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record
    }
}

impl Eq for Commune<'_> {}

impl fmt::Debug for Commune<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.reference(), self.name())
    }
}
