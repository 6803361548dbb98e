//! Reading a posted page of fields, files included: streamed to the storage, sniffed, bounded.

use axum::body::Body as HttpBody;
use axum::extract::multipart::Field as Part;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use bytes::{Bytes, BytesMut};
use futures::{StreamExt, stream};
use parvis_form::answer::EntryErrorKind;
use parvis_form::kind::{FileType, Piece as PieceKind};
use parvis_form::{At, Element, Entries, EntryError, Field, Kind, Part as FieldPart, Step};
use parvis_kernel::{Personal, PieceId, RowId};
use parvis_store::StoreError;
use parvis_store::blobs::{BlobError, Stored};
use parvis_web::{EntriesError, House, PageError, Visit, parse_entries};

use super::act::{Place, Received, Reception, prepare};
use super::clean::cleaned;
use super::pace::{Meter, Paced};
use super::size::{LONGEST_SIDE, is_reasonable};
use super::sniff::{ENOUGH, sniffed};
use crate::answer::fields::accepted;
use crate::desk::Desk;
use crate::error::{DossierError, PieceRefusal};
use crate::model::Number;
use crate::text;

/// Bytes at most of the texts of a form: those of a form without files.
const MOST_TEXT: usize = 256 * 1024;
/// Texts at most of a form.
const MOST_TEXTS: usize = 2_000;
/// Bytes at most of a picture that is cleaned: it is held in memory meanwhile.
pub(super) const MOST_CLEANED: u64 = 25 * 1024 * 1024;
/// Bytes that are read beyond what the fields take, so that a file that is too large is refused by a page and not by a
/// broken connection.
const PATIENCE: u64 = 100 * 1024 * 1024;
/// Letters at most of the name of a file.
const LONGEST_NAME: usize = 150;

/// What the names of inputs begin with whose files belong to no question of the form.
pub(crate) const EXCHANGE: &str = "exchange_";

/// Who receives files, and for which questions.
pub(crate) struct Receiver<'a> {
    /// The desk.
    pub(crate) desk: &'a Desk,
    /// The dossier.
    pub(crate) number: &'a Number,
    /// The questions on the page.
    pub(crate) step: &'a Step,
    /// Whether pictures are cleaned.
    pub(crate) anonymous: bool,
    /// Whether the page also asks for files that no question of the form asks for: [`EXCHANGE`].
    pub(crate) exchange: bool,
}

impl Receiver<'_> {
    /// For what the files of an input are given: decides whether they may be received now.
    fn place(&self, name: &str) -> Place {
        if self.exchange && name.starts_with(EXCHANGE) {
            Place::Exchange
        } else {
            Place::Field(name.to_owned())
        }
    }
}

/// A posted page of fields.
#[derive(Debug, Default)]
pub(crate) struct Body {
    /// The texts, without the token of the form.
    pub(crate) entries: Entries,
    /// The files: on disk, but that no row names yet. Each place is the input that brought the file.
    pub(crate) received: Vec<Received>,
    /// What is wrong with the files that were refused; nothing is left of them.
    pub(crate) refused: Vec<EntryError>,
    /// Whether the form is one that this house showed to this browser. If not, no file was kept.
    pub(crate) recognised: bool,
}

/// Reads a posted page of fields. Without a receiver, files are not kept.
///
/// # Errors
/// The page that says why the form cannot be read. Then nothing is left of its files.
pub(crate) async fn read_body(
    house: &House,
    visit: &Visit,
    receiver: Option<&Receiver<'_>>,
    request: Request,
) -> Result<Body, PageError> {
    let media = request.headers().get(CONTENT_TYPE);
    let media = media
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if media.starts_with("multipart/form-data") {
        return with_files(house, visit, receiver, request).await;
    }
    if !media.starts_with("application/x-www-form-urlencoded") {
        return Err(EntriesError::Malformed.into());
    }
    let read = axum::body::to_bytes(request.into_body(), MOST_TEXT + 1).await;
    let mut entries = parse_entries(&read.map_err(|_| EntriesError::TooLarge)?)?;
    let token = entries.remove("csrf").unwrap_or_default();
    let token = token.first().map_or("", String::as_str);
    Ok(Body {
        entries,
        recognised: visit.check_csrf(token).is_ok(),
        ..Body::default()
    })
}

impl Body {
    /// Goes on only with what came from a page of this session.
    pub(crate) fn recognised(self, visit: &Visit) -> Result<Self, PageError> {
        match self.recognised {
            true => Ok(self),
            false => visit.check_csrf("").map(|()| self),
        }
    }
}

/// Deletes files that no row will name.
pub(crate) async fn forget(house: &House, received: &[Received]) {
    for file in received {
        if let Err(error) = house.blobs.delete(&file.blob).await {
            tracing::warn!(%error, "a file that was not recorded stays until the next sweep");
        }
    }
}

async fn with_files(
    house: &House,
    visit: &Visit,
    receiver: Option<&Receiver<'_>>,
    request: Request,
) -> Result<Body, PageError> {
    let meter = Meter::default();
    let mut reading = Reading {
        house,
        visit,
        receiver,
        meter: meter.clone(),
        body: Body::default(),
        texts: 0,
        weight: 0,
    };
    let outcome = reading.all(paced(receiver, request, meter)).await;
    if outcome.is_err() {
        forget(house, &reading.body.received).await;
    }
    outcome.map(|()| reading.body)
}

fn paced(receiver: Option<&Receiver<'_>>, request: Request, meter: Meter) -> Request {
    let most = receiver.map_or(0, |receiver| weight(receiver.step)) + PATIENCE;
    let (parts, body) = request.into_parts();
    let paced = Paced::new(body.into_data_stream(), most, meter);
    let mut request = Request::from_parts(parts, HttpBody::from_stream(paced));
    DefaultBodyLimit::disable().apply(&mut request);
    request
}

/// What the files of a step weigh at most.
fn weight(step: &Step) -> u64 {
    let fields = step.elements.iter().flat_map(Element::fields);
    let weights = fields.map(|field| match &field.kind {
        Kind::Piece(piece) => u64::from(piece.max_files).saturating_mul(piece.max_bytes),
        _ => 0,
    });
    weights.fold(0, u64::saturating_add).min(u64::MAX / 2)
}

/// A form that is being read.
struct Reading<'a> {
    house: &'a House,
    visit: &'a Visit,
    receiver: Option<&'a Receiver<'a>>,
    meter: Meter,
    body: Body,
    texts: usize,
    weight: usize,
}

impl Reading<'_> {
    async fn all(&mut self, request: Request) -> Result<(), PageError> {
        let parts = Multipart::from_request(request, &()).await;
        let mut parts = parts.map_err(|_| self.broken())?;
        while let Some(mut part) = parts.next_field().await.map_err(|_| self.broken())? {
            self.meter.advance();
            let name = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(str::to_owned) {
                Some(file) => self.file(&name, &file, &mut part).await?,
                None => self.text(name, &mut part).await?,
            }
        }
        Ok(())
    }

    /// Why reading stopped.
    fn broken(&self) -> PageError {
        match self.meter.is_too_large() {
            true => EntriesError::TooLarge.into(),
            false => EntriesError::Malformed.into(),
        }
    }

    async fn next(&self, part: &mut Part<'_>) -> Result<Option<Bytes>, PageError> {
        let chunk = part.chunk().await.map_err(|_| self.broken())?;
        self.meter.advance();
        Ok(chunk)
    }

    async fn skip(&self, part: &mut Part<'_>) -> Result<(), PageError> {
        while self.next(part).await?.is_some() {}
        Ok(())
    }

    async fn text(&mut self, name: String, part: &mut Part<'_>) -> Result<(), PageError> {
        self.texts += 1;
        self.weight += name.len();
        let mut bytes = BytesMut::new();
        while let Some(chunk) = self.next(part).await? {
            self.weight += chunk.len();
            if self.weight > MOST_TEXT {
                return Err(EntriesError::TooLarge.into());
            }
            bytes.extend_from_slice(&chunk);
        }
        if self.texts > MOST_TEXTS || self.weight > MOST_TEXT {
            return Err(EntriesError::TooLarge.into());
        }
        if bytes.contains(&0) || name.contains('\0') {
            return Err(EntriesError::Nul.into());
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| EntriesError::Encoding)?;
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if name == "csrf" {
            self.body.recognised = self.visit.check_csrf(&text).is_ok();
        } else {
            self.body.entries.entry(name).or_default().push(text);
        }
        Ok(())
    }

    /// Receives a file, or says why not; a file that nobody asked for is read and forgotten.
    async fn file(
        &mut self,
        name: &str,
        given: &str,
        part: &mut Part<'_>,
    ) -> Result<(), PageError> {
        let receiver = self.receiver.filter(|_| self.body.recognised);
        let question = receiver.and_then(|receiver| Some((receiver, asked(receiver.step, name)?)));
        let Some((receiver, question)) = question else {
            return self.skip(part).await;
        };
        let given = text::line(
            given.rsplit(['/', '\\']).next().unwrap_or(given),
            LONGEST_NAME,
        );
        let first = self.first_bytes(part).await?;
        if first.is_empty() && given.is_empty() {
            return Ok(());
        }
        match self
            .receive(receiver, name, &given, &question, first, part)
            .await?
        {
            Ok(received) => self.body.received.push(received),
            Err(refusal) => self.body.refused.push(question.refused(refusal)),
        }
        self.skip(part).await
    }

    async fn first_bytes(&self, part: &mut Part<'_>) -> Result<Bytes, PageError> {
        let mut first = BytesMut::new();
        while first.len() < ENOUGH {
            match self.next(part).await? {
                Some(chunk) => first.extend_from_slice(&chunk),
                None => break,
            }
        }
        Ok(first.freeze())
    }

    async fn receive(
        &self,
        receiver: &Receiver<'_>,
        name: &str,
        given: &str,
        question: &Question<'_>,
        first: Bytes,
        part: &mut Part<'_>,
    ) -> Result<Result<Received, EntryErrorKind>, PageError> {
        let piece = question.piece;
        if self.has_enough(name, piece) {
            return Ok(Err(EntryErrorKind::TooManyFiles {
                max: piece.max_files,
            }));
        }
        if first.is_empty() {
            return Ok(Err(EntryErrorKind::FileUnknown));
        }
        let allowed = accepted(piece, receiver.anonymous);
        let Some(kind) = sniffed(&first).filter(|kind| allowed.contains(kind)) else {
            return Ok(Err(type_refused(&allowed, given)));
        };
        if !is_reasonable(&first, kind) {
            return Ok(Err(EntryErrorKind::PictureTooWide {
                max: LONGEST_SIDE,
                name: given.to_owned(),
            }));
        }
        let reception = match self.reception(receiver, name).await {
            Ok(reception) => reception,
            Err(DossierError::Piece(PieceRefusal::TooMany { most })) => {
                return Ok(Err(EntryErrorKind::TooManyFiles { max: most }));
            }
            Err(error) => return Err(error.into()),
        };
        let id = PieceId::new();
        let blob = format!("{}/{id}", reception.dossier.id);
        let stored = if receiver.anonymous {
            let Some(whole) = self
                .whole(first, part, piece.max_bytes.min(MOST_CLEANED))
                .await?
            else {
                return Ok(Err(piece.too_large(given)));
            };
            let Some(clean) = cleaned(whole, kind) else {
                return Ok(Err(type_refused(&allowed, given)));
            };
            let stream = stream::iter([Ok::<_, std::io::Error>(clean)]);
            self.house
                .blobs
                .put(&blob, &reception.key, stream, reception.most_bytes)
                .await
        } else {
            let meter = self.meter.clone();
            let rest = part.inspect(move |_| meter.advance());
            let stream = stream::iter([Ok(first)]).chain(rest);
            self.house
                .blobs
                .put(&blob, &reception.key, stream, reception.most_bytes)
                .await
        };
        match stored {
            Ok(stored) => Ok(Ok(received(id, name, given, kind, stored, blob))),
            Err(BlobError::TooLarge { .. }) => Ok(Err(piece.too_large(given))),
            Err(BlobError::Interrupted(_)) => Err(self.broken()),
            Err(BlobError::Full) => Err(StoreError::Full.into()),
            // What else was typed on the page is kept: only the file has to be given again.
            Err(BlobError::Unavailable(cause)) => {
                tracing::warn!(cause, "a piece could not be kept");
                let name = given.to_owned();
                Ok(Err(EntryErrorKind::FileNotKept { name }))
            }
            Err(error) => Err(DossierError::Blob(error).into()),
        }
    }

    /// Whether the field holds as many files as it takes.
    fn has_enough(&self, name: &str, piece: &PieceKind) -> bool {
        let held = self.body.entries.get(name).map_or(0, Vec::len);
        let place = Place::Field(name.to_owned());
        let received = self.body.received.iter().filter(|file| file.place == place);
        held + received.count() >= piece.max_files as usize
    }

    async fn reception(
        &self,
        receiver: &Receiver<'_>,
        name: &str,
    ) -> Result<Reception, DossierError> {
        let (ctx, desk) = (self.visit.ctx.clone(), receiver.desk.clone());
        let (number, place) = (receiver.number.clone(), receiver.place(name));
        let prepared = self
            .house
            .store
            .read(move |tx| prepare(&ctx, tx, &desk, &number, &place));
        prepared.await
    }

    /// The whole of a file; nothing when it is larger than `most`.
    async fn whole(
        &self,
        first: Bytes,
        part: &mut Part<'_>,
        most: u64,
    ) -> Result<Option<Bytes>, PageError> {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let mut whole = BytesMut::from(first);
        while let Some(chunk) = self.next(part).await? {
            if whole.len() + chunk.len() > most {
                return Ok(None);
            }
            whole.extend_from_slice(&chunk);
        }
        Ok((whole.len() <= most).then(|| whole.freeze()))
    }
}

/// A question that takes files, where it stands.
struct Question<'a> {
    field: &'a Field,
    piece: &'a PieceKind,
    row: Option<(&'a parvis_form::FieldId, RowId)>,
}

impl Question<'_> {
    fn refused(&self, kind: EntryErrorKind) -> EntryError {
        let at = match self.row {
            None => At::Form,
            Some((block, row)) => At::Row { block, row },
        };
        self.field.error(at, FieldPart::Whole, kind)
    }
}

/// The question of a step whose input has this name, if it takes files.
fn asked<'a>(step: &'a Step, name: &str) -> Option<Question<'a>> {
    step.elements.iter().find_map(|element| match element {
        Element::Field(field) if field.id.as_str() == name => question(field, None),
        Element::Block(block) => {
            let (row, cell) = name
                .strip_prefix(block.id.as_str())?
                .strip_prefix('.')?
                .split_once('.')?;
            let row: RowId = row.parse().ok()?;
            let field = block
                .fields
                .iter()
                .find(|field| field.id.as_str() == cell)?;
            // The name is kept beside the file: only the one spelling of it.
            let at = At::Row {
                block: &block.id,
                row,
            };
            (at.name(&field.id, FieldPart::Whole) == name)
                .then(|| question(field, Some((&block.id, row))))?
        }
        _ => None,
    })
}

fn question<'a>(
    field: &'a Field,
    row: Option<(&'a parvis_form::FieldId, RowId)>,
) -> Option<Question<'a>> {
    match &field.kind {
        Kind::Piece(piece) => Some(Question { field, piece, row }),
        _ => None,
    }
}

fn type_refused(allowed: &[FileType], name: &str) -> EntryErrorKind {
    let words: Vec<&str> = allowed.iter().map(|own| own.words()).collect();
    EntryErrorKind::FileTypeRefused {
        accepted: words.join(", "),
        name: name.to_owned(),
    }
}

fn received(
    id: PieceId,
    name: &str,
    given: &str,
    kind: FileType,
    stored: Stored,
    blob: String,
) -> Received {
    Received {
        id,
        place: Place::Field(name.to_owned()),
        name: Personal::new(given.to_owned()),
        media_type: kind.media_type().to_owned(),
        size: stored.size,
        sha256: stored
            .sha256
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
        blob,
    }
}
