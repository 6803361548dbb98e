//! Whether people are satisfied with how their request was dealt with: asked where a procedure promises it, kept about nobody.
//!
//! An answer has no dossier, no person, no day and no order. It is written in the transaction that marks the dossier, so that a dossier
//! answers once; what is left in the rows by that transaction must not join the two again:
//!
//! - its identifier is random (one of version 7 would tell the instant), and its date is a month;
//! - each answer writes the waiting ones of its month anew, in a random order: the place of a row in its file, and the mark of the
//!   transaction that PostgreSQL keeps beside it (`xmin`), are those of many answers;
//! - it is counted once its month is over, together with four others at least ([`count`]): neither the share that is told nor the texts
//!   that agents read change by one person. Fewer wait for the months that follow;
//! - texts are read in the order of the identifiers, which is none.

mod month;

use parvis_kernel::{Ctx, OrganisationId, ProcedureId};
use parvis_store::{Due, Tx};
use uuid::Uuid;

use crate::error::DemarcheError;
use crate::measures::Kept;
use crate::model::Revision;
use crate::store;

pub use month::Month;

/// Letters of what somebody writes beside their answer.
pub const LONGEST: usize = 500;
/// Answers that are counted at once, at least.
pub const TOGETHER: i64 = 5;
/// Months over which answers are told.
const YEAR: u16 = 12;
/// Months for which they are kept.
const KEPT: u16 = 24;
/// Texts that a page shows.
const SHOWN: i64 = 200;

/// How satisfied somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Degree {
    /// Very satisfied.
    Very,
    /// Rather satisfied.
    Rather,
    /// Neither satisfied nor dissatisfied.
    Neither,
    /// Rather dissatisfied.
    RatherNot,
    /// Not satisfied at all.
    NotAtAll,
}

impl Degree {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [
        Self::Very,
        Self::Rather,
        Self::Neither,
        Self::RatherNot,
        Self::NotAtAll,
    ];

    /// The stable word of forms and of message keys (`satisfaction-very`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Very => "very",
            Self::Rather => "rather",
            Self::Neither => "neither",
            Self::RatherNot => "rather-not",
            Self::NotAtAll => "not-at-all",
        }
    }

    /// The degree of a stable word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|degree| degree.code() == code)
    }

    /// Whether the promise counts this person as satisfied.
    #[must_use]
    pub const fn is_satisfied(self) -> bool {
        matches!(self, Self::Very | Self::Rather)
    }

    /// The number of the column: the more, the more satisfied.
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::Very => 5,
            Self::Rather => 4,
            Self::Neither => 3,
            Self::RatherNot => 2,
            Self::NotAtAll => 1,
        }
    }

    pub(crate) fn of_number(number: i64) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|degree| degree.number() == number)
    }
}

/// What somebody answers: nothing of who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How satisfied they are.
    pub degree: Degree,
    /// What they write beside it; may be empty.
    pub words: String,
}

/// What is told of the answers of a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// How many people gave each degree, the most satisfied first.
    pub degrees: Vec<(Degree, u32)>,
    /// What some of them wrote, in no order, under identifiers that say nothing.
    pub texts: Vec<(Uuid, Answer)>,
}

/// Whether people are asked.
#[must_use]
pub fn is_asked(revision: &Revision) -> bool {
    let promised = revision.file.commitments;
    promised.is_some_and(|promised| promised.satisfaction.is_some())
}

/// Keeps an answer, without any link to who gave it. Whoever calls decides who may answer, and once.
///
/// # Errors
/// `TextTooLong` past [`LONGEST`]; those of the store.
pub fn keep(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    revision: &Revision,
    month: Month,
    answer: &Answer,
) -> Result<(), DemarcheError> {
    let words = answer.words.trim();
    if words.chars().count() > LONGEST {
        return Err(DemarcheError::TextTooLong { most: LONGEST });
    }
    let answer = Answer {
        words: words.to_owned(),
        ..*answer
    };
    store::keep_satisfaction(ctx, tx, revision, month, &answer)
}

/// Counts the answers of the months that are over, five at least at a time; how many were counted. Fewer wait.
///
/// # Errors
/// Those of the store.
pub fn count(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    now: Month,
) -> Result<u64, DemarcheError> {
    let mut counted = 0;
    for (procedure, waiting) in store::waiting_satisfactions(tx, organisation, now)? {
        if waiting >= TOGETHER {
            counted += store::count_satisfactions(tx, organisation, procedure, now)?;
        }
    }
    Ok(counted)
}

/// How many of those who answered are satisfied, over the year.
///
/// # Errors
/// Those of the store.
pub fn share(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    now: Month,
) -> Result<Kept, DemarcheError> {
    let since = now.before(YEAR - 1);
    let degrees = store::satisfactions_by_degree(tx, organisation, procedure, since)?;
    let mut share = Kept::default();
    for (degree, people) in degrees {
        share.cases += people;
        share.kept += if degree.is_satisfied() { people } else { 0 };
    }
    Ok(share)
}

/// What is told to agents of the answers of the year.
///
/// # Errors
/// Those of the store.
pub fn told(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    now: Month,
) -> Result<Told, DemarcheError> {
    let since = now.before(YEAR - 1);
    Ok(Told {
        degrees: store::satisfactions_by_degree(tx, organisation, procedure, since)?,
        texts: store::satisfaction_texts(tx, organisation, procedure, since, SHOWN)?,
    })
}

/// Forgets what somebody wrote beside their answer, which stays counted; false when nothing was there to forget.
///
/// # Errors
/// Those of the store.
pub(crate) fn forget_words(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    id: Uuid,
) -> Result<bool, DemarcheError> {
    Ok(store::forget_words(tx, organisation, procedure, id)?)
}

/// The answers that are kept for too long: a month is forgotten when it begins again for the second time, so that none lasts two years.
///
/// # Errors
/// Those of the store.
pub fn over(tx: &mut Tx<'_>, now: Month) -> Result<Due, DemarcheError> {
    Ok(store::old_satisfactions(tx, now.before(KEPT))?)
}

/// Forgets some of them; how many.
///
/// # Errors
/// Those of the store.
pub fn forget(tx: &mut Tx<'_>, now: Month) -> Result<u64, DemarcheError> {
    Ok(store::forget_satisfactions(tx, now.before(KEPT))?)
}
