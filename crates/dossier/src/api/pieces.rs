//! Pieces: what is held, one more, its content.

use axum::extract::{Path, Query, Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures::Stream;
use parvis_access::Right;
use parvis_access::token::Scope;
use parvis_form::PieceEntry;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Language, PieceId};
use parvis_web::api::{Caller, FieldProblem, Problem, json};
use parvis_web::{House, PageError, format};
use serde::Deserialize;
use serde_json::{Value, json as object};

use super::shown;
use super::told::{field, unfit};
use crate::answer::{AnswersPatch, add_to_answer, remove_from_answer};
use crate::desk::{self, Desk};
use crate::error::{DossierError, PieceRefusal};
use crate::model::{Number, Piece};
use crate::piece::{Coming, Received, add_piece, content as given, forget, read_piece, receive};
use crate::request::{DeskOf, number_of};
use crate::store;

pub(super) async fn list(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersRead).await?;
    let (ctx, number) = (caller.ctx.clone(), number_of(&number)?);
    let (asked, guard) = (number.clone(), desk.guard);
    let read = house.store.write(move |tx| {
        let opened = desk::open(&ctx, tx, &desk, &asked, Right::ReadDossier)?;
        let id = opened.dossier.id;
        journal::consulted(&ctx, tx, "dossier.read", Subject::dossier(id), &[])?;
        store::pieces(tx, ctx.organisation, id, &opened.key)
    });
    let pieces = read.await?;
    let own = pieces.iter().filter(|piece| !piece.is_of_decision());
    let items: Vec<Value> = own
        .map(|piece| shown::piece(piece, guard, &caller, number.as_str()))
        .collect();
    Ok(json(StatusCode::OK, &object!({ "items": items })))
}

/// For which question a file is given, and its name.
#[derive(Deserialize)]
pub(super) struct Given {
    field: String,
    name: String,
}

pub(super) async fn add(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Query(asked): Query<Given>,
    caller: Caller,
    request: Request,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let number = number_of(&number)?;
    let coming = Coming {
        desk: &desk,
        number: &number,
        field: &asked.field,
        name: &asked.name,
    };
    let body = request.into_body().into_data_stream();
    let piece = taken(&house, &caller, &coming, body).await?;
    let told = shown::piece(&piece, desk.guard, &caller, number.as_str());
    Ok(json(StatusCode::CREATED, &told))
}

/// Receives a file, then names it in the dossier and in the answer of its question; what is refused leaves nothing.
pub(super) async fn taken<E>(
    house: &House,
    caller: &Caller,
    coming: &Coming<'_>,
    content: impl Stream<Item = Result<Bytes, E>> + Send + Unpin,
) -> Result<Piece, PageError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>> + Send,
{
    let received = receive(house, &caller.ctx, coming, content).await;
    let received = received.map_err(|error| refused(error, caller.language))?;
    let named = named(house, caller, coming, received.clone()).await;
    if named.is_err() {
        forget(house, &[received]).await;
    }
    named
}

async fn named(
    house: &House,
    caller: &Caller,
    coming: &Coming<'_>,
    received: Received,
) -> Result<Piece, PageError> {
    let language = caller.language;
    let mut tries = 1;
    loop {
        let (caller, received) = (caller.clone(), received.clone());
        let (desk, number) = (coming.desk.clone(), coming.number.clone());
        let field = coming.field.to_owned();
        let written = house
            .store
            .write(move |tx| name(tx, &caller, &desk, &number, &field, &received));
        match written.await {
            Err(Named::Act(DossierError::ChangedMeanwhile { .. })) if tries < 3 => tries += 1,
            Err(Named::Act(error)) => return Err(refused(error, language)),
            Err(Named::Told(error)) => return Err(error),
            Ok(piece) => return Ok(piece),
        }
    }
}

/// Why a received file is not named.
enum Named {
    Act(DossierError),
    Told(PageError),
}

impl From<DossierError> for Named {
    fn from(error: DossierError) -> Self {
        Self::Act(error)
    }
}

impl From<parvis_store::StoreError> for Named {
    fn from(error: parvis_store::StoreError) -> Self {
        Self::Act(error.into())
    }
}

fn name(
    tx: &mut parvis_store::Tx<'_>,
    caller: &Caller,
    desk: &Desk,
    number: &Number,
    field: &str,
    received: &Received,
) -> Result<Piece, Named> {
    let piece = add_piece(&caller.ctx, tx, desk, number, received)?;
    let entry = PieceEntry {
        id: piece.id,
        name: piece.description.name.to_string(),
        media_type: piece.media_type.clone(),
        size: piece.size,
    };
    let outcome = add_to_answer(&caller.ctx, tx, desk, number, field, &entry)?;
    // Nothing is kept of a file that its question does not take.
    outcome.map_err(|errors| Named::Told(unfit(errors, &AnswersPatch::new(), caller.language)))?;
    Ok(piece)
}

/// What is told of a file that is refused.
pub(super) fn refused(error: DossierError, language: Language) -> PageError {
    match error {
        DossierError::Piece(PieceRefusal::TooLarge { most }) => Problem {
            errors: vec![FieldProblem {
                values: vec![("max", format::size(language, most))],
                ..FieldProblem::new("", "file-too-large", "api-field-file-too-large")
            }],
            ..Problem::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too-large",
                "api-problem-too-large",
            )
        }
        .into(),
        DossierError::Piece(PieceRefusal::WrongType) => Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "file-type",
            "api-problem-file-type",
        )
        .into(),
        DossierError::Piece(PieceRefusal::Empty) => field("", "file-empty", "api-field-file-empty"),
        DossierError::Piece(PieceRefusal::TooMany { .. }) => {
            field("", "too-many-files", "api-field-too-many-files")
        }
        DossierError::NoSuchStep => field("", "unknown-field", "api-field-unknown"),
        error => error.into(),
    }
}

pub(super) async fn content(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, piece)): Path<(String, String)>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersRead).await?;
    let number = number_of(&number)?;
    let id: PieceId = piece.parse().map_err(|_| PageError::not_found())?;
    let ctx = caller.ctx.clone();
    let read = house
        .store
        .write(move |tx| read_piece(&ctx, tx, &desk, &number, id));
    let (piece, key) = read.await?;
    let mut response = given(&house, &piece, &key).await?;
    let length = HeaderValue::from(piece.size);
    response.headers_mut().insert(CONTENT_LENGTH, length);
    Ok(response)
}

/// Takes a file away from a draft; what was deposited stays.
pub(super) async fn remove(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, piece)): Path<(String, String)>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let number = number_of(&number)?;
    let id: PieceId = piece.parse().map_err(|_| PageError::not_found())?;
    let mut tries = 1;
    loop {
        let (ctx, desk, number) = (caller.ctx.clone(), desk.clone(), number.clone());
        let language = caller.language;
        let removed = house.store.write(move |tx| {
            let removed = remove_from_answer(&ctx, tx, &desk, &number, id)?;
            removed.map_err(|errors| Named::Told(unfit(errors, &AnswersPatch::new(), language)))
        });
        match removed.await {
            Err(Named::Act(DossierError::ChangedMeanwhile { .. })) if tries < 3 => tries += 1,
            Err(Named::Act(error)) => return Err(error.into()),
            Err(Named::Told(error)) => return Err(error),
            Ok(()) => return Ok(StatusCode::NO_CONTENT.into_response()),
        }
    }
}
