//! How far the promises of a procedure were kept: counted once a day by who has the dossiers, read by the page of the procedure.

use parvis_kernel::{Instant, OrganisationId, ProcedureId};
use parvis_store::{Sql, Tx};

use crate::error::DemarcheError;

const KEEP: Sql = Sql(
    "INSERT INTO procedure_measures (organisation_id, procedure_id, at, answers, answers_kept, messages, messages_kept, \
     satisfactions, satisfactions_kept) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (organisation_id, procedure_id) DO UPDATE SET at = excluded.at, \
     answers = excluded.answers, answers_kept = excluded.answers_kept, messages = excluded.messages, messages_kept = excluded.messages_kept, \
     satisfactions = excluded.satisfactions, satisfactions_kept = excluded.satisfactions_kept",
);
const FIND: Sql = Sql(
    "SELECT answers, answers_kept, messages, messages_kept, satisfactions, satisfactions_kept FROM procedure_measures \
     WHERE organisation_id = $1 AND procedure_id = $2",
);

/// Under so many cases a share says something of somebody.
pub const FEWEST: u32 = 11;

/// How often a promise was kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Cases in which it was to be kept.
    pub cases: u32,
    /// Those in which it was.
    pub kept: u32,
}

/// How far the promises of a procedure were kept over a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measures {
    /// Answers within the days promised.
    pub answers: Kept,
    /// Messages answered within the days promised.
    pub messages: Kept,
    /// People who say that they are satisfied, among those who answered.
    pub satisfaction: Kept,
}

impl Kept {
    /// One more case.
    pub const fn count(&mut self, is_kept: bool) {
        self.cases = self.cases.saturating_add(1);
        if is_kept {
            self.kept = self.kept.saturating_add(1);
        }
    }

    /// The share kept, in percent, rounded down: a promise broken once is never told as always kept. Nothing under [`FEWEST`] cases.
    #[must_use]
    pub fn percent(self) -> Option<u32> {
        (self.cases >= FEWEST).then(|| {
            let share = u64::from(self.kept) * 100 / u64::from(self.cases);
            u32::try_from(share).unwrap_or(100)
        })
    }
}

/// Replaces what is told of the promises of a procedure.
///
/// # Errors
/// Those of the store.
pub fn keep_measures(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    measures: &Measures,
    at: Instant,
) -> Result<(), DemarcheError> {
    let values = [
        organisation.into(),
        procedure.into(),
        at.into(),
        i64::from(measures.answers.cases).into(),
        i64::from(measures.answers.kept).into(),
        i64::from(measures.messages.cases).into(),
        i64::from(measures.messages.kept).into(),
        i64::from(measures.satisfaction.cases).into(),
        i64::from(measures.satisfaction.kept).into(),
    ];
    Ok(tx.put(KEEP, &values)?)
}

/// What is told of the promises of a procedure; nothing before the first measure.
///
/// # Errors
/// Those of the store.
pub fn measures(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
) -> Result<Option<Measures>, DemarcheError> {
    let values = [organisation.into(), procedure.into()];
    let found = tx.optional(FIND, &values, |row| {
        let count = |column| Ok(u32::try_from(row.int(column)?).unwrap_or(u32::MAX));
        Ok(Measures {
            answers: Kept {
                cases: count(0)?,
                kept: count(1)?,
            },
            messages: Kept {
                cases: count(2)?,
                kept: count(3)?,
            },
            satisfaction: Kept {
                cases: count(4)?,
                kept: count(5)?,
            },
        })
    });
    Ok(found?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_down_and_said_of_eleven_cases_at_least() {
        let kept = |cases, kept| Kept { cases, kept }.percent();
        assert_eq!(kept(10, 10), None);
        assert_eq!(kept(11, 11), Some(100));
        assert_eq!(kept(140, 129), Some(92));
        assert_eq!(kept(1_000, 999), Some(99));
        assert_eq!(kept(11, 0), Some(0));
    }
}
