//! Rows of messages, notes, requests and decisions.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use parvis_kernel::{Ctx, DossierId, MessageId, OrganisationId, Personal};
use parvis_store::sealing::SealingKey;
use parvis_store::{Sql, Tx};

use super::{mentions_of_dossier, open, seal};
use crate::error::DossierError;
use crate::model::{Decided, Message, Note, Request, Sender};

const INSERT_MESSAGE: Sql = Sql(
    "INSERT INTO messages (organisation_id, id, dossier_id, sender, agent_id, body_sealed, at) VALUES ($1, $2, $3, $4, $5, $6, $7) \
     ON CONFLICT DO NOTHING",
);
const MESSAGES: Sql = Sql(
    "SELECT id, agent_id, body_sealed, at, read_at, sender FROM messages WHERE organisation_id = $1 AND dossier_id = $2 ORDER BY at, id",
);
const MARK_READ: Sql = Sql(
    "UPDATE messages SET read_at = $4 WHERE organisation_id = $1 AND dossier_id = $2 AND sender = $3 AND read_at IS NULL",
);
const INSERT_NOTE: Sql = Sql(
    "INSERT INTO notes (organisation_id, id, dossier_id, agent_id, body_sealed, at) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT DO NOTHING",
);
const NOTES: Sql = Sql(
    "SELECT id, agent_id, body_sealed, at FROM notes WHERE organisation_id = $1 AND dossier_id = $2 ORDER BY id",
);
const INSERT_REQUEST: Sql = Sql(
    "INSERT INTO requests (organisation_id, id, dossier_id, agent_id, asked_sealed, due_on, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const REQUESTS: Sql = Sql(
    "SELECT id, agent_id, asked_sealed, due_on, at, answered_at, lifted_at FROM requests \
     WHERE organisation_id = $1 AND dossier_id = $2 ORDER BY id",
);
const REQUEST_ANSWERED: Sql = Sql(
    "UPDATE requests SET answered_at = $3 WHERE organisation_id = $1 AND dossier_id = $2 AND answered_at IS NULL AND lifted_at IS NULL",
);
const REQUEST_LIFTED: Sql = Sql(
    "UPDATE requests SET lifted_at = $3 WHERE organisation_id = $1 AND dossier_id = $2 AND answered_at IS NULL AND lifted_at IS NULL",
);
const INSERT_DECISION: Sql = Sql(
    "INSERT INTO decisions (organisation_id, dossier_id, agent_id, sealed, at) VALUES ($1, $2, $3, $4, $5)",
);
const DECISION: Sql = Sql(
    "SELECT agent_id, sealed, at FROM decisions WHERE organisation_id = $1 AND dossier_id = $2",
);

const DELETE_DECISION: Sql =
    Sql("DELETE FROM decisions WHERE organisation_id = $1 AND dossier_id = $2");

const EPOCH: Date = date(1970, 1, 1);

/// A day as it is stored: counted from 1970-01-01.
pub(crate) fn day_number(day: Date) -> i64 {
    EPOCH
        .until((jiff::Unit::Day, day))
        .map_or(0, |span| i64::from(span.get_days()))
}

/// The day of a stored number.
pub(crate) fn day_of_number(number: i64) -> Date {
    i32::try_from(number)
        .ok()
        .and_then(|days| EPOCH.checked_add(jiff::Span::new().days(days)).ok())
        .unwrap_or(Date::MAX)
}

/// Writes a message; false when it was written already.
pub(crate) fn insert_message(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    message: &Message,
    key: &SealingKey,
) -> Result<bool, DossierError> {
    let (sender, agent) = match message.sender {
        Sender::Usager => ("usager", None),
        Sender::Service(agent) => ("service", Some(agent)),
        Sender::House => ("service", None),
    };
    let inserted = tx.execute(
        INSERT_MESSAGE,
        &[
            ctx.organisation.into(),
            message.id.into(),
            dossier.into(),
            sender.into(),
            agent.into(),
            seal(key, "message", &message.body)?.into(),
            message.at.into(),
        ],
    )?;
    Ok(inserted == 1)
}

/// The messages of a dossier, oldest first.
pub(crate) fn messages(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    key: &SealingKey,
) -> Result<Vec<Message>, DossierError> {
    let rows = tx.query(MESSAGES, &[organisation.into(), dossier.into()], |row| {
        let message = Message {
            id: row.id::<MessageId>(0)?,
            sender: match (row.text(5)?.as_str(), row.opt_id(1)?) {
                ("usager", _) => Sender::Usager,
                (_, Some(agent)) => Sender::Service(agent),
                (_, None) => Sender::House,
            },
            body: Personal::default(),
            at: row.instant(3)?,
            read_at: row.opt_instant(4)?,
        };
        Ok((message, row.bytes(2)?))
    })?;
    rows.into_iter()
        .map(|(message, sealed)| {
            Ok(Message {
                body: open(key, "message", &sealed)?,
                ..message
            })
        })
        .collect()
}

/// Marks as read what the other side wrote.
pub(crate) fn mark_messages_read(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    written_by_usager: bool,
) -> Result<u64, DossierError> {
    let sender = if written_by_usager {
        "usager"
    } else {
        "service"
    };
    Ok(tx.execute(
        MARK_READ,
        &[
            ctx.organisation.into(),
            dossier.into(),
            sender.into(),
            ctx.now.into(),
        ],
    )?)
}

/// Writes a note, without whom it calls; false when it was written already.
pub(crate) fn insert_note(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    note: &Note,
    key: &SealingKey,
) -> Result<bool, DossierError> {
    let inserted = tx.execute(
        INSERT_NOTE,
        &[
            ctx.organisation.into(),
            note.id.to_string().into(),
            dossier.into(),
            note.agent.into(),
            seal(key, "note", &note.body)?.into(),
            note.at.into(),
        ],
    )?;
    Ok(inserted == 1)
}

/// The notes on a dossier, oldest first, with whom they call.
pub(crate) fn notes(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    key: &SealingKey,
) -> Result<Vec<Note>, DossierError> {
    let rows = tx.query(NOTES, &[organisation.into(), dossier.into()], |row| {
        let note = Note {
            id: row.id(0)?,
            agent: row.id(1)?,
            body: Personal::default(),
            at: row.instant(3)?,
            mentions: Vec::new(),
        };
        Ok((note, row.bytes(2)?))
    })?;
    let mut mentions = match rows.is_empty() {
        true => BTreeMap::new(),
        false => mentions_of_dossier(tx, organisation, dossier)?,
    };
    rows.into_iter()
        .map(|(note, sealed)| {
            Ok(Note {
                body: open(key, "note", &sealed)?,
                mentions: mentions.remove(&note.id).unwrap_or_default(),
                ..note
            })
        })
        .collect()
}

pub(crate) fn insert_request(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    request: &Request,
    key: &SealingKey,
) -> Result<(), DossierError> {
    tx.put(
        INSERT_REQUEST,
        &[
            ctx.organisation.into(),
            request.id.to_string().into(),
            dossier.into(),
            request.agent.into(),
            seal(key, "request", &request.asked)?.into(),
            day_number(request.due_on).into(),
            request.at.into(),
        ],
    )?;
    Ok(())
}

/// The requests made about a dossier, oldest first.
pub(crate) fn requests(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    key: &SealingKey,
) -> Result<Vec<Request>, DossierError> {
    let rows = tx.query(REQUESTS, &[organisation.into(), dossier.into()], |row| {
        let request = Request {
            id: row.id(0)?,
            agent: row.id(1)?,
            asked: crate::model::Asked::default(),
            due_on: day_of_number(row.int(3)?),
            at: row.instant(4)?,
            answered_at: row.opt_instant(5)?,
            lifted_at: row.opt_instant(6)?,
        };
        Ok((request, row.bytes(2)?))
    })?;
    rows.into_iter()
        .map(|(request, sealed)| {
            Ok(Request {
                asked: open(key, "request", &sealed)?,
                ..request
            })
        })
        .collect()
}

pub(crate) fn mark_request_answered(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
) -> Result<u64, DossierError> {
    Ok(tx.execute(
        REQUEST_ANSWERED,
        &[ctx.organisation.into(), dossier.into(), ctx.now.into()],
    )?)
}

pub(crate) fn mark_request_lifted(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
) -> Result<u64, DossierError> {
    Ok(tx.execute(
        REQUEST_LIFTED,
        &[ctx.organisation.into(), dossier.into(), ctx.now.into()],
    )?)
}

/// Removes a decision that was taken back before the person could see it.
pub(crate) fn delete_decision(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<(), DossierError> {
    Ok(tx.put(DELETE_DECISION, &[organisation.into(), dossier.into()])?)
}

pub(crate) fn insert_decision(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    decided: &Decided,
    key: &SealingKey,
) -> Result<(), DossierError> {
    tx.put(
        INSERT_DECISION,
        &[
            ctx.organisation.into(),
            dossier.into(),
            decided.agent.into(),
            seal(key, "decision", &decided.decision)?.into(),
            decided.at.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn decision(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    key: &SealingKey,
) -> Result<Option<Decided>, DossierError> {
    let row = tx.optional(DECISION, &[organisation.into(), dossier.into()], |row| {
        Ok((row.id(0)?, row.bytes(1)?, row.instant(2)?))
    })?;
    row.map(|(agent, sealed, at)| {
        let decision = open(key, "decision", &sealed)?;
        Ok(Decided {
            agent,
            decision,
            at,
        })
    })
    .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_back() {
        for day in [date(1970, 1, 1), date(2026, 11, 22), date(2028, 2, 29)] {
            assert_eq!(day_of_number(day_number(day)), day);
        }
        assert_eq!(day_number(date(1970, 1, 2)), 1);
    }
}
