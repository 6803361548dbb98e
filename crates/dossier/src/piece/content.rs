//! A piece as it leaves the house: never active, shown in the page only when it is a picture.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use parvis_form::kind::FileType;
use parvis_store::sealing::SealingKey;
use parvis_web::{House, PageError, headers};

use crate::error::DossierError;
use crate::model::Piece;

/// Pictures that every browser shows by itself.
const SHOWN: &[FileType] = &[FileType::Jpeg, FileType::Png, FileType::Webp];

/// Whether a page shows a piece of this type; the others are saved.
pub(crate) fn is_shown(media_type: &str) -> bool {
    SHOWN.iter().any(|shown| shown.media_type() == media_type)
}

/// The response that gives a piece, read as it is sent. An unknown type is given as bytes.
pub(crate) async fn content(
    house: &House,
    piece: &Piece,
    key: &SealingKey,
) -> Result<Response, PageError> {
    let stream = house.blobs.get(&piece.blob, key).await;
    let stream = stream.map_err(DossierError::from)?;
    let known = FileType::ALL.into_iter();
    let known = known
        .map(FileType::media_type)
        .find(|known| *known == piece.media_type);
    let name = piece.description.name.as_str();
    let headers = headers::of_piece(
        name,
        known.unwrap_or("application/octet-stream"),
        is_shown(&piece.media_type),
    );
    Ok((headers, Body::from_stream(stream)).into_response())
}
