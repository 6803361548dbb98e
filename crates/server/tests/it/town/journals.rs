//! What the three journals hold.

use parvis_kernel::OrganisationId;
use parvis_store::{Sql, StoreError};

use super::Town;

const ACTS: Sql = Sql(
    "SELECT verb, subject_kind, subject_id, actor_kind FROM journal_acts WHERE organisation_id = $1 ORDER BY id",
);
const EXCHANGES: Sql = Sql(
    "SELECT verb, subject_kind, subject_id, actor_kind FROM journal_exchanges WHERE organisation_id = $1 ORDER BY id",
);
const SECURITY: Sql = Sql(
    "SELECT verb, subject_kind, subject_id, actor_kind FROM journal_security WHERE organisation_id = $1 ORDER BY id",
);

const DETAILS: Sql =
    Sql("SELECT detail FROM journal_security WHERE organisation_id = $1 AND verb = $2 ORDER BY id");
const INVITATIONS: Sql = Sql("SELECT id, email, first_name, quality, offer FROM invitations");

/// One of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Journal {
    Acts,
    Exchanges,
    Security,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    pub journal: Journal,
    pub verb: String,
    pub subject_kind: String,
    pub subject: String,
    pub actor: String,
}

impl Town {
    /// All the entries of an organisation.
    pub fn traces(&self, organisation: OrganisationId) -> Vec<Trace> {
        let journals = [
            (Journal::Acts, ACTS),
            (Journal::Exchanges, EXCHANGES),
            (Journal::Security, SECURITY),
        ];
        let read = self.house.store.read_blocking(move |tx| {
            let mut all = Vec::new();
            for (journal, sql) in journals {
                all.extend(tx.query(sql, &[organisation.into()], |row| {
                    Ok(Trace {
                        journal,
                        verb: row.text(0)?,
                        subject_kind: row.text(1)?,
                        subject: row.text(2)?,
                        actor: row.text(3)?,
                    })
                })?);
            }
            Ok::<_, StoreError>(all)
        });
        read.unwrap()
    }

    /// The verbs that were written in the journals of Rochebrune while something was done.
    pub fn traced(&self, act: impl FnOnce()) -> Vec<String> {
        let before = self.traces(self.rochebrune.organisation.id);
        act();
        let mut after = self.traces(self.rochebrune.organisation.id);
        for trace in &before {
            if let Some(position) = after.iter().position(|other| other == trace) {
                after.remove(position);
            }
        }
        after.into_iter().map(|trace| trace.verb).collect()
    }

    /// What the security journal keeps beside a verb.
    pub fn details(&self, verb: &'static str) -> Vec<String> {
        let organisation = self.rochebrune.organisation.id;
        let read = self.house.store.read_blocking(move |tx| {
            tx.query(DETAILS, &[organisation.into(), verb.into()], |row| {
                row.text(0)
            })
        });
        let read: Result<Vec<String>, StoreError> = read;
        read.unwrap()
    }

    /// All that the rows of invitations hold.
    pub fn rows_of_invitations(&self) -> String {
        let read = self.house.store.read_blocking(|tx| {
            tx.query(INVITATIONS, &[], |row| {
                let columns = (0..5).map(|column| row.text(column));
                columns.collect::<Result<Vec<_>, _>>()
            })
        });
        let read: Result<Vec<Vec<String>>, StoreError> = read;
        read.unwrap().concat().join(" ")
    }
}
