//! The form that a handler receives.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use http::header::CONTENT_TYPE;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::error::PageError;
use crate::house::House;
use crate::request::entries::{self, EntriesError, MAX_BYTES};
use crate::request::{Browser, Entries};

/// The entries of a form that this house showed to this browser: bounded, readable, its token checked and removed.
#[derive(Debug, Clone)]
pub struct Form(pub Entries);

impl FromRequest<House> for Form {
    type Rejection = PageError;

    async fn from_request(request: Request, _: &House) -> Result<Self, PageError> {
        let browser = request
            .extensions()
            .get::<std::sync::Arc<Browser>>()
            .cloned();
        let mut entries = entries::parse(&read(request).await?)?;
        let sent = entries.remove("csrf").unwrap_or_default();
        let sent = sent.first().map_or("", String::as_str);
        match browser {
            Some(browser) if browser.recognises(sent) => Ok(Self(entries)),
            _ => Err(PageError::forged()),
        }
    }
}

async fn read(request: Request) -> Result<Bytes, PageError> {
    let media = request.headers().get(CONTENT_TYPE);
    let media = media
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if !media.starts_with("application/x-www-form-urlencoded") {
        return Err(EntriesError::Malformed.into());
    }
    match Limited::new(request.into_body(), MAX_BYTES).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(EntriesError::TooLarge.into()),
        Err(_) => Err(EntriesError::Malformed.into()),
    }
}
