//! Receiving and giving back pieces.

use parvis_access::{Right, Target, authorize};
use parvis_form::{Entries, Kind};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, MessageId, Personal, PieceId};
use parvis_store::Tx;
use parvis_store::sealing::SealingKey;

use crate::complete::act_on;
use crate::desk::{self, Desk, Opened};
use crate::error::{DossierError, PieceRefusal};
use crate::examine::may_leave;
use crate::model::{Dossier, Examination, Number, OF_DECISION, Piece, PieceDescription};
use crate::rules::Act;
use crate::{store, text};

/// Characters at most of the name of a file.
const LONGEST_NAME: usize = 150;
/// Files at most in one dossier, whatever its form: bounds what one person can store.
const MOST_IN_DOSSIER: u32 = 60;
/// Bytes at most of a file that no field bounds (messages, requests).
pub const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// For what a file is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A field of the form, named as its input is (`justificatif`, `enfants.<row>.photo`).
    Field(String),
    /// A message.
    Message(MessageId),
    /// The answer to a request.
    Exchange,
    /// The act attached to a decision.
    Decision,
}

impl Place {
    /// The stable word of the column.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Field(name) => format!("field:{name}"),
            Self::Message(id) => format!("message:{id}"),
            Self::Exchange => "exchange".to_owned(),
            Self::Decision => OF_DECISION.to_owned(),
        }
    }
}

/// What a file may be, and the key under which it is stored: asked before the first byte is read.
#[derive(Clone)]
pub struct Reception {
    /// The dossier.
    pub dossier: Dossier,
    /// The key that seals it.
    pub key: SealingKey,
    /// Bytes at most.
    pub most_bytes: u64,
}

/// Whether a file may be received now, and of which size.
///
/// # Errors
/// `NotNow`, `NoSuchStep` for a field that takes no file, `Piece(TooMany)`.
pub fn prepare(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    place: &Place,
) -> Result<Reception, DossierError> {
    let right = match ctx.service_agent() {
        Some(_) => Right::InstructDossier,
        None => Right::HoldDossier,
    };
    let opened = desk::open(ctx, tx, desk, number, right)?;
    let (act, most_bytes) = match place {
        Place::Message(_) | Place::Exchange | Place::Decision => (Act::Write, MOST_BYTES),
        Place::Field(name) => {
            let field = name.rsplit('.').next().unwrap_or(name);
            let field = opened.revision.form.field(field);
            match field.map(|field| &field.kind) {
                Some(Kind::Piece(piece)) => (Act::Fill, piece.max_bytes),
                _ => return Err(DossierError::NoSuchStep),
            }
        }
    };
    if !is_asked(ctx, tx, &opened, place)? {
        opened.allows(act)?;
    }
    let held = store::pieces(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    if held.len() >= MOST_IN_DOSSIER as usize {
        return Err(DossierError::Piece(PieceRefusal::TooMany {
            most: MOST_IN_DOSSIER,
        }));
    }
    Ok(Reception {
        dossier: opened.dossier,
        key: opened.key,
        most_bytes,
    })
}

/// Whether the file answers what the service waits for: once it is decided, the proof of another account alone.
fn is_asked(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    opened: &Opened,
    place: &Place,
) -> Result<bool, DossierError> {
    let act = act_on(&opened.dossier);
    if opened.allows(act).is_err() {
        return Ok(false);
    }
    let name = match (act, place) {
        (Act::GiveAccount, Place::Field(name)) => name,
        (act, _) => return Ok(act == Act::Complete),
    };
    let requests = store::requests(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let open = requests.iter().rfind(|own| own.is_open());
    Ok(open.is_some_and(|own| own.asked.fields.contains(name)))
}

/// A file that is stored, and on disk, but that no row names yet.
#[derive(Debug, Clone)]
pub struct Received {
    /// The identifier drawn for it.
    pub id: PieceId,
    /// For what it is given.
    pub place: Place,
    /// The name that the person gave it.
    pub name: Personal<String>,
    /// Its media type, sniffed.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
    /// Its name in the storage.
    pub blob: String,
}

/// Adds a stored file to a dossier.
///
/// # Errors
/// `NotNow` when the dossier takes no file any more.
pub fn add_piece(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    received: &Received,
) -> Result<Piece, DossierError> {
    let reception = prepare(ctx, tx, desk, number, &received.place)?;
    let piece = Piece {
        id: received.id,
        dossier: reception.dossier.id,
        place: received.place.code(),
        description: PieceDescription {
            name: file_name(&received.name).into(),
            sha256: received.sha256.clone(),
        },
        media_type: received.media_type.clone(),
        size: received.size,
        blob: received.blob.clone(),
        created_at: ctx.now,
        examination: Examination::default(),
    };
    store::insert_piece(tx, ctx, &piece, &reception.key)?;
    store::touch(tx, ctx.organisation, reception.dossier.id)?;
    let subject = Subject::dossier(reception.dossier.id);
    let detail = [("piece", piece.id.to_string())];
    journal::record(ctx, tx, "piece.added", subject, &detail)?;
    Ok(piece)
}

/// Removes a file from a draft; what was deposited stays.
///
/// # Errors
/// `NotFound` for an unknown piece; `NotNow` once the dossier is deposited.
pub fn remove_piece(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    piece: PieceId,
) -> Result<(), DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    if !store::remove_piece(tx, ctx, opened.dossier.id, piece)? {
        return Err(DossierError::NotFound);
    }
    store::touch(tx, ctx.organisation, opened.dossier.id)?;
    let subject = Subject::dossier(opened.dossier.id);
    let detail = [("piece", piece.to_string())];
    journal::record(ctx, tx, "piece.removed", subject, &detail)?;
    Ok(())
}

/// A piece and the key that opens it. Leaves the trace of a consultation. The person sees what is attached to a
/// decision once they may read the decision.
///
/// # Errors
/// `NotFound` for a piece of another dossier, or not to be seen by this actor; `PieceWaits`, `PieceInfected` for one that may not leave.
pub fn read_piece(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    piece: PieceId,
) -> Result<(Piece, SealingKey), DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::ReadDossier)?;
    let found = store::piece(tx, ctx.organisation, opened.dossier.id, piece, &opened.key)?;
    let is_held = ctx.service_agent().is_none() && !opened.dossier.facts.shows_decision(ctx.now);
    if found.is_of_decision() {
        if is_held {
            return Err(DossierError::NotFound);
        }
        let target = Target::Dossier(opened.dossier.id, opened.dossier.group);
        authorize(ctx, tx, Right::ReadDecision, target)?;
    }
    may_leave(ctx, desk.guard, &found)?;
    let subject = Subject::dossier(opened.dossier.id);
    let detail = [("piece", piece.to_string())];
    journal::consulted(ctx, tx, "piece.read", subject, &detail)?;
    Ok((found, opened.key))
}

/// Where a piece of the person's draft was given, to take it away from there: also one that may not be opened.
pub(crate) fn place_of_piece(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    piece: PieceId,
) -> Result<String, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    let found = store::piece(tx, ctx.organisation, opened.dossier.id, piece, &opened.key)?;
    Ok(found.place)
}

/// The files attached to the decision of a dossier, for who may read it.
pub(crate) fn attached_acts(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<Vec<Piece>, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::ReadDossier)?;
    let pieces = store::pieces(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    Ok(pieces.into_iter().filter(Piece::is_of_decision).collect())
}

/// The name of a file, without path, deceiving signs or excess.
fn file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or(given);
    let cleaned = text::line(last, LONGEST_NAME);
    if cleaned.is_empty() {
        "document".to_owned()
    } else {
        cleaned
    }
}

/// Adds the identifiers of received files to what was posted for their fields.
pub(crate) fn name_in_entries(entries: &mut Entries, received: &[Received]) {
    for piece in received {
        if let Place::Field(name) = &piece.place {
            entries
                .entry(name.clone())
                .or_default()
                .push(piece.id.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_only_a_name() {
        for (given, kept) in [
            ("C:\\Users\\zoe\\acte.pdf", "acte.pdf"),
            ("../../etc/passwd", "passwd"),
            ("facture\u{202e}fdp.exe", "facturefdp.exe"),
            ("", "document"),
            ("a\r\nContent-Type: text/html", "html"),
        ] {
            assert_eq!(file_name(given), kept, "{given:?}");
        }
    }
}
