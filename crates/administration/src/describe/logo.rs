//! The image of the organisation: given, taken away, shown.

use axum::extract::FromRequest;
use axum::extract::{Multipart, Path, Request, State};
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use parvis_access::{Right, Target, authorize};
use parvis_kernel::Ctx;
use parvis_organisation::logo::{self, CheckedLogo, LogoRefusal, MAX_BYTES};
use parvis_store::Tx;
use parvis_web::{EntriesError, Errors, Form, House, PageError, Visit};

use super::{ORGANISATION, current};
use crate::error::AdministrationError;
use crate::pages::{self, Field, Frame, Part, Send};
use crate::request::{Agent, done};
use crate::services::refuse_reader;

const LOGO: &str = "/agent/administration/organisation/logo";
/// The image changes name when it changes: browsers keep it.
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Replaces the image.
fn replace_logo(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &CheckedLogo,
) -> Result<(), AdministrationError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    Ok(parvis_organisation::replace_logo(ctx, tx, checked)?)
}

/// Takes the image away.
fn remove_logo(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), AdministrationError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    Ok(parvis_organisation::remove_logo(ctx, tx)?)
}

pub(super) async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let own = current(&house, &visit).await?;
    let alt = own.profile.logo.map(|logo| logo.alt).unwrap_or_default();
    page(&visit, &alt, &Errors::none())
}

fn page(visit: &Visit, alt: &str, errors: &Errors) -> Result<Response, PageError> {
    let file = Field::new("logo", visit.say("admin-logo-file")).hint(visit.say("admin-logo-hint"));
    let text =
        Field::new("texte", visit.say("admin-logo-alt")).hint(visit.say("admin-logo-alt-hint"));
    let form = pages::Form {
        frame: Frame::titled(visit.say("admin-logo-title")).back(
            visit,
            "admin-section-organisation",
            ORGANISATION,
        ),
        action: visit.url(LOGO),
        parts: vec![Part::File(file), Part::Input(text.value(alt).optional())],
        button: visit.say("admin-logo-button").to_owned(),
        files: true,
        also: visit.organisation.profile.logo.as_ref().map(|_| Send {
            action: visit.url("/agent/administration/organisation/logo/retirer"),
            text: visit.say("admin-logo-remove").to_owned(),
            ..Send::default()
        }),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

/// What the form brought.
#[derive(Default)]
struct Given {
    csrf: String,
    alt: String,
    image: Vec<u8>,
}

pub(super) async fn replace(
    State(house): State<House>,
    Agent(visit): Agent,
    request: Request,
) -> Result<Response, PageError> {
    let given = read(request).await?;
    visit.check_csrf(&given.csrf)?;
    let checked = match logo::check(&given.image, &given.alt) {
        Ok(checked) => checked,
        Err(refusal) => {
            let mut errors = Errors::none();
            errors.add("logo", visit.say(refusal_key(&given.image, refusal)));
            return page(&visit, &given.alt, &errors);
        }
    };
    let ctx = visit.ctx.clone();
    house
        .store
        .write(move |tx| replace_logo(&ctx, tx, &checked))
        .await?;
    house.directory.refresh(&house.store).await?;
    Ok(done(&visit, ORGANISATION, "enregistre"))
}

const fn refusal_key(image: &[u8], refusal: LogoRefusal) -> &'static str {
    match refusal {
        _ if image.is_empty() => "admin-logo-error-missing",
        LogoRefusal::TooHeavy => "admin-logo-error-heavy",
        LogoRefusal::TooLarge => "admin-logo-error-large",
        LogoRefusal::NotPng => "admin-logo-error-png",
    }
}

/// Reads the form; of an image that is too heavy, no more than what shows that it is.
async fn read(request: Request) -> Result<Given, PageError> {
    let malformed = |_| PageError::from(EntriesError::Malformed);
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|_| EntriesError::Malformed)?;
    let mut given = Given::default();
    while let Some(mut part) = parts.next_field().await.map_err(malformed)? {
        match part.name() {
            Some("csrf") => given.csrf = part.text().await.map_err(malformed)?,
            Some("texte") => {
                given.alt = part
                    .text()
                    .await
                    .map_err(malformed)?
                    .chars()
                    .take(200)
                    .collect()
            }
            Some("logo") => {
                while let Some(chunk) = part.chunk().await.map_err(malformed)? {
                    if given.image.len() <= MAX_BYTES {
                        given.image.extend_from_slice(&chunk);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(given)
}

pub(super) async fn remove(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(_): Form,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    house.store.write(move |tx| remove_logo(&ctx, tx)).await?;
    house.directory.refresh(&house.store).await?;
    Ok(done(&visit, ORGANISATION, "retire"))
}

pub(super) async fn serve(
    State(house): State<House>,
    visit: Visit,
    Path(file): Path<String>,
) -> Result<Response, PageError> {
    let known = visit.organisation.profile.logo.as_ref();
    let known = known.is_some_and(|logo| file == format!("{}.png", logo.version));
    let organisation = visit.organisation.id;
    let found = match known {
        true => {
            house
                .store
                .read(move |tx| parvis_organisation::logo_of(tx, organisation))
                .await?
        }
        false => None,
    };
    let png = found.ok_or_else(PageError::not_found)?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("image/png")),
        (CACHE_CONTROL, FOREVER),
    ];
    Ok((headers, png).into_response())
}
