//! A file sent in several times: tus 1.0, core, creation, expiration and termination (https://tus.io/protocols/resumable-upload).
//!
//! What comes is sealed and on disk by parts of a few megabytes before its place is told, so that a cut loses little and memory
//! stays flat. The last part makes the file a piece.

use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures::{StreamExt, TryStreamExt, stream};
use parvis_access::Right;
use parvis_access::token::Scope;
use parvis_kernel::Personal;
use parvis_store::sealing::SealingKey;
use parvis_web::api::{Caller, Problem, json};
use parvis_web::{House, PageError};
use serde::Deserialize;
use uuid::Uuid;

use super::pieces::{refused, taken};
use super::shown;
use crate::desk::{self, Desk};
use crate::error::{DossierError, PieceRefusal};
use crate::model::Number;
use crate::piece::{Coming, reception};
use crate::request::{DeskOf, number_of};
use crate::rules::Act;
use crate::store::{self, Part, Upload};

const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
/// Bytes of a part at most: what a cut loses, and what memory holds.
const PART: usize = 4 * 1024 * 1024;
/// An upload waits this long.
const LIFE: std::time::Duration = std::time::Duration::from_secs(24 * 3600 - 600);

/// For which question a file will be given, and its name.
#[derive(Deserialize)]
pub(super) struct Given {
    field: String,
    name: String,
}

pub(super) async fn begin(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Query(asked): Query<Given>,
    headers: HeaderMap,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let number = number_of(&number)?;
    let size = count(&headers, &LENGTH).ok_or_else(bad_request)?;
    let coming = Coming {
        desk: &desk,
        number: &number,
        field: &asked.field,
        name: &asked.name,
    };
    let (found, _) = reception(&house, &caller.ctx, &coming)
        .await
        .map_err(|error| refused(error, caller.language))?;
    if size > found.most_bytes {
        let most = found.most_bytes;
        let refusal = DossierError::Piece(PieceRefusal::TooLarge { most });
        return Err(refused(refusal, caller.language));
    }
    if size == 0 {
        let refusal = DossierError::Piece(PieceRefusal::Empty);
        return Err(refused(refusal, caller.language));
    }
    let upload = Upload {
        id: Uuid::now_v7(),
        dossier: found.dossier.id,
        token: caller.token.id,
        field: asked.field.clone(),
        name: Personal::new(asked.name.clone()),
        size,
        received: 0,
        expires_at: caller.ctx.now + LIFE,
    };
    let (ctx, kept) = (caller.ctx.clone(), upload.clone());
    let written = house
        .store
        .write(move |tx| begun(&ctx, tx, &kept, &found.key));
    written.await?;
    let place = caller.url(&format!("/dossiers/{number}/uploads/{}", upload.id));
    let mut response = told(StatusCode::CREATED, &upload, 0);
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(LOCATION, place);
    }
    Ok(response)
}

fn begun(
    ctx: &parvis_kernel::Ctx,
    tx: &mut parvis_store::Tx<'_>,
    upload: &Upload,
    key: &SealingKey,
) -> Result<(), DossierError> {
    store::insert_upload(tx, ctx, upload, key)?;
    let subject = parvis_journal::Subject::dossier(upload.dossier);
    let detail = [("upload", upload.id.to_string())];
    parvis_journal::record(ctx, tx, "upload.begun", subject, &detail)?;
    Ok(())
}

pub(super) async fn place(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, upload)): Path<(String, String)>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let number = number_of(&number)?;
    let (upload, _) = waiting(&house, &caller, &desk, &number, &upload).await?;
    Ok(told(StatusCode::OK, &upload, upload.received))
}

/// The upload that still waits, and the key under which its parts are sealed.
async fn waiting(
    house: &House,
    caller: &Caller,
    desk: &Desk,
    number: &Number,
    upload: &str,
) -> Result<(Upload, SealingKey), PageError> {
    let id: Uuid = upload.parse().map_err(|_| PageError::not_found())?;
    let (caller, desk, number) = (caller.clone(), desk.clone(), number.clone());
    let read = house.store.read(move |tx| {
        let opened = desk::open(&caller.ctx, tx, &desk, &number, Right::HoldDossier)?;
        opened.allows(Act::Fill)?;
        let token = caller.token.id;
        let found = store::upload(tx, &caller.ctx, opened.dossier.id, token, id, &opened.key)?;
        Ok::<_, DossierError>((found, opened.key))
    });
    Ok(read.await?)
}

pub(super) async fn go_on(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, upload)): Path<(String, String)>,
    caller: Caller,
    request: Request,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let number = number_of(&number)?;
    let media = request.headers().get(CONTENT_TYPE);
    if media.is_none_or(|media| media.as_bytes() != b"application/offset+octet-stream") {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "media-type",
            "api-problem-media-type",
        )
        .into());
    }
    let offset = count(request.headers(), &OFFSET).ok_or_else(bad_request)?;
    let (mut upload, key) = waiting(&house, &caller, &desk, &number, &upload).await?;
    if offset != upload.received {
        return Err(elsewhere());
    }
    let body = request.into_body().into_data_stream();
    keep(&house, &caller, &mut upload, &key, body).await?;
    if upload.received < upload.size {
        return Ok(told(StatusCode::NO_CONTENT, &upload, upload.received));
    }
    whole(&house, &caller, &desk, &number, &upload, &key).await
}

/// Keeps what comes, part by part; of a stream that is cut, what came before.
async fn keep(
    house: &House,
    caller: &Caller,
    upload: &mut Upload,
    key: &SealingKey,
    mut body: axum::body::BodyDataStream,
) -> Result<(), PageError> {
    let mut held = BytesMut::new();
    loop {
        let chunk = body.next().await;
        let ends = !matches!(chunk, Some(Ok(_)));
        if let Some(Ok(chunk)) = &chunk {
            held.extend_from_slice(chunk);
        }
        let coming = upload.received + held.len() as u64;
        if coming > upload.size {
            let most = upload.size;
            let refusal = DossierError::Piece(PieceRefusal::TooLarge { most });
            return Err(refused(refusal, caller.language));
        }
        if held.len() >= PART || (ends && !held.is_empty()) {
            keep_part(house, caller, upload, key, held.split().freeze()).await?;
        }
        match chunk {
            Some(Ok(_)) => {}
            Some(Err(_)) => return Err(bad_request()),
            None => return Ok(()),
        }
    }
}

async fn keep_part(
    house: &House,
    caller: &Caller,
    upload: &mut Upload,
    key: &SealingKey,
    bytes: Bytes,
) -> Result<(), PageError> {
    let part = Part {
        place: upload.received,
        size: bytes.len() as u64,
        blob: format!("{}/{}.{}", upload.dossier, upload.id, Uuid::now_v7()),
    };
    let content = stream::iter([Ok::<_, std::io::Error>(bytes)]);
    let stored = house.blobs.put(&part.blob, key, content, part.size).await;
    stored.map_err(DossierError::from)?;
    let (organisation, id, kept) = (caller.ctx.organisation, upload.id, part.clone());
    let written = house
        .store
        .write(move |tx| store::advance_upload(tx, organisation, id, &kept));
    if !written.await? {
        house
            .blobs
            .delete(&part.blob)
            .await
            .map_err(DossierError::from)?;
        return Err(elsewhere());
    }
    upload.received += part.size;
    Ok(())
}

/// All of it came: it becomes a piece, or is refused and forgotten.
async fn whole(
    house: &House,
    caller: &Caller,
    desk: &Desk,
    number: &Number,
    upload: &Upload,
    key: &SealingKey,
) -> Result<Response, PageError> {
    let (organisation, id) = (caller.ctx.organisation, upload.id);
    let parts = house
        .store
        .read(move |tx| store::upload_parts(tx, organisation, id))
        .await?;
    let opening = stream::iter(parts.clone()).then(|blob| {
        let (house, key) = (house.clone(), key.clone());
        async move { house.blobs.get(&blob, &key).await }
    });
    let coming = Coming {
        desk,
        number,
        field: &upload.field,
        name: &upload.name,
    };
    let content = Box::pin(opening.try_flatten());
    let taken = taken(house, caller, &coming, content).await;
    end(house, caller, upload, &parts).await?;
    let told = shown::piece(&taken?, desk.guard, caller, number.as_str());
    let mut response = json(StatusCode::OK, &told);
    let headers = response.headers_mut();
    headers.insert(RESUMABLE, VERSION);
    headers.insert(OFFSET, HeaderValue::from(upload.received));
    Ok(response)
}

/// Forgets an upload and its parts.
async fn end(
    house: &House,
    caller: &Caller,
    upload: &Upload,
    parts: &[String],
) -> Result<(), PageError> {
    let (organisation, id) = (caller.ctx.organisation, upload.id);
    let ended = house
        .store
        .write(move |tx| store::delete_upload(tx, organisation, id));
    ended.await?;
    for blob in parts {
        if let Err(error) = house.blobs.delete(blob).await {
            tracing::warn!(%error, "a part of an upload stays until the next sweep");
        }
    }
    Ok(())
}

pub(super) async fn give_up(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, upload)): Path<(String, String)>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let number = number_of(&number)?;
    let (upload, _) = waiting(&house, &caller, &desk, &number, &upload).await?;
    let (organisation, id) = (caller.ctx.organisation, upload.id);
    let parts = house
        .store
        .read(move |tx| store::upload_parts(tx, organisation, id))
        .await?;
    end(&house, &caller, &upload, &parts).await?;
    let (ctx, dossier) = (caller.ctx.clone(), upload.dossier);
    let traced = house.store.write(move |tx| {
        let detail = [("upload", id.to_string())];
        let subject = parvis_journal::Subject::dossier(dossier);
        parvis_journal::record(&ctx, tx, "upload.given_up", subject, &detail)
    });
    traced.await?;
    Ok((StatusCode::NO_CONTENT, [(RESUMABLE, VERSION)]).into_response())
}

fn told(status: StatusCode, upload: &Upload, offset: u64) -> Response {
    let mut response = status.into_response();
    let headers = response.headers_mut();
    headers.insert(RESUMABLE, VERSION);
    headers.insert(OFFSET, HeaderValue::from(offset));
    headers.insert(LENGTH, HeaderValue::from(upload.size));
    let zoned = upload.expires_at.to_zoned(jiff::tz::TimeZone::UTC);
    let until = zoned.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(until) = HeaderValue::from_str(&until) {
        headers.insert(EXPIRES, until);
    }
    response
}

fn count(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    let sent = headers.get(name)?.to_str().ok()?;
    let fits =
        !sent.is_empty() && sent.len() < 16 && sent.bytes().all(|byte| byte.is_ascii_digit());
    sent.parse().ok().filter(|_| fits)
}

/// The bytes do not begin where those that are kept end.
fn elsewhere() -> PageError {
    Problem::new(StatusCode::CONFLICT, "offset", "api-problem-offset").into()
}

fn bad_request() -> PageError {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "bad-request",
        "api-problem-bad-request",
    )
    .into()
}
