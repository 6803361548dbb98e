//! Receiving one file by itself: streamed to the storage, sniffed, bounded, cleaned when its person is anonymous.

use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt, stream};
use parvis_form::Kind;
use parvis_form::kind::Piece as PieceKind;
use parvis_kernel::{Ctx, Personal, PieceId};
use parvis_store::blobs::Stored;
use parvis_web::House;

use super::act::{Place, Received, Reception, prepare};
use super::clean::cleaned;
use super::receive::MOST_CLEANED;
use super::sniff::{ENOUGH, sniffed};
use crate::answer::fields::accepted;
use crate::desk::Desk;
use crate::error::{DossierError, PieceRefusal};
use crate::model::{Identification, Number};

/// A file that is about to be received.
pub(crate) struct Coming<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) number: &'a Number,
    /// The question, named as its input is.
    pub(crate) field: &'a str,
    /// The name that the person gave it.
    pub(crate) name: &'a str,
}

/// Whether a file may come for a question now.
pub(crate) async fn reception(
    house: &House,
    ctx: &Ctx,
    coming: &Coming<'_>,
) -> Result<(Reception, PieceKind), DossierError> {
    let (ctx, desk, number) = (ctx.clone(), coming.desk.clone(), coming.number.clone());
    let field = coming.field.to_owned();
    let prepared = house.store.read(move |tx| {
        let place = Place::Field(field.clone());
        let reception = prepare(&ctx, tx, &desk, &number, &place)?;
        let revision = desk
            .catalogue
            .revision(tx, ctx.organisation, reception.dossier.revision)?;
        let last = field.rsplit('.').next().unwrap_or(&field);
        match revision.form.field(last).map(|field| &field.kind) {
            Some(Kind::Piece(piece)) => Ok((reception, piece.clone())),
            _ => Err(DossierError::NoSuchStep),
        }
    });
    prepared.await
}

/// Receives a file. It is on disk when this answers, but no row names it.
///
/// # Errors
/// `Piece` with why it is refused; nothing is left of it then.
pub(crate) async fn receive<E>(
    house: &House,
    ctx: &Ctx,
    coming: &Coming<'_>,
    content: impl Stream<Item = Result<Bytes, E>> + Send + Unpin,
) -> Result<Received, DossierError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>> + Send,
{
    let (reception, piece) = reception(house, ctx, coming).await?;
    let anonymous = reception.dossier.identification == Identification::Anonymous;
    let mut content = content;
    let first = first_bytes(&mut content).await?;
    if first.is_empty() {
        return Err(DossierError::Piece(PieceRefusal::Empty));
    }
    let kind = sniffed(&first)
        .filter(|kind| accepted(&piece, anonymous).contains(kind))
        .ok_or(DossierError::Piece(PieceRefusal::WrongType))?;
    let id = PieceId::new();
    let blob = format!("{}/{id}", reception.dossier.id);
    let most = reception.most_bytes;
    let too_large = || DossierError::Piece(PieceRefusal::TooLarge { most });
    let stored = if anonymous {
        let whole = whole(first, content, most.min(MOST_CLEANED)).await?;
        let whole = whole.ok_or_else(too_large)?;
        let clean = cleaned(whole, kind).ok_or(DossierError::Piece(PieceRefusal::WrongType))?;
        let content = stream::iter([Ok::<_, std::io::Error>(clean)]);
        house.blobs.put(&blob, &reception.key, content, most).await
    } else {
        let content = stream::iter([Ok(first)]).chain(content);
        house.blobs.put(&blob, &reception.key, content, most).await
    };
    let stored = stored.map_err(|error| match error {
        parvis_store::blobs::BlobError::TooLarge { .. } => too_large(),
        error => error.into(),
    })?;
    Ok(received(id, coming, kind.media_type(), &stored, blob))
}

fn received(
    id: PieceId,
    coming: &Coming<'_>,
    media_type: &str,
    stored: &Stored,
    blob: String,
) -> Received {
    Received {
        id,
        place: Place::Field(coming.field.to_owned()),
        name: Personal::new(coming.name.to_owned()),
        media_type: media_type.to_owned(),
        size: stored.size,
        sha256: stored
            .sha256
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
        blob,
    }
}

async fn first_bytes<E>(
    content: &mut (impl Stream<Item = Result<Bytes, E>> + Unpin),
) -> Result<Bytes, DossierError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut first = BytesMut::new();
    while first.len() < ENOUGH {
        match content.next().await {
            Some(chunk) => first.extend_from_slice(&chunk.map_err(interrupted)?),
            None => break,
        }
    }
    Ok(first.freeze())
}

/// The whole of a file; nothing when it is larger than `most`.
async fn whole<E>(
    first: Bytes,
    mut content: impl Stream<Item = Result<Bytes, E>> + Unpin,
    most: u64,
) -> Result<Option<Bytes>, DossierError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut whole = BytesMut::from(first);
    while let Some(chunk) = content.next().await {
        whole.extend_from_slice(&chunk.map_err(interrupted)?);
        if whole.len() > most {
            return Ok(None);
        }
    }
    Ok((whole.len() <= most).then(|| whole.freeze()))
}

fn interrupted<E: Into<Box<dyn std::error::Error + Send + Sync>>>(error: E) -> DossierError {
    DossierError::Blob(parvis_store::blobs::BlobError::Interrupted(error.into()))
}
