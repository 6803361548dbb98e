//! A procedure as other programs and a sheet of paper want it: linked data, the schema of its answers, a blank form.

mod cpsv;
mod graph;
mod paper;
mod schema_org;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Extension, Path, State};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use parvis_organisation::{self as organisation, Organisation, Service};
use parvis_procedure::ProcedureFile;
use parvis_web::{House, PageError, Roots, Visit};
use serde_json::Value;

use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::Revision;

pub(crate) use schema_org::government_service;

/// What is said of a procedure to other programs.
pub(crate) struct Described<'a> {
    /// The collectivité that offers it.
    pub organisation: &'a Organisation,
    /// The service that answers.
    pub service: &'a Service,
    /// What its file says.
    pub file: &'a ProcedureFile,
    /// The address of its page, whole.
    pub page: String,
    /// The address of the home page of the collectivité, whole.
    pub home: String,
}

impl<'a> Described<'a> {
    /// A revision, seen from outside of the house.
    pub fn of(
        house: &House,
        organisation: &'a Organisation,
        service: &'a Service,
        revision: &'a Revision,
    ) -> Self {
        let home = Roots::new(&house.settings.public_url).of(organisation);
        Self {
            organisation,
            service,
            file: &revision.file,
            page: format!("{home}/demarches/{}", revision.slug),
            home,
        }
    }
}

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/demarches/{slug}/service-public.jsonld", get(linked_data))
        .route(
            "/demarches/{slug}/reponses.schema.json",
            get(answers_schema),
        )
        .route("/demarches/{slug}/formulaire", get(paper::show))
}

/// The procedure as a public service of CPSV-AP 3.2.
async fn linked_data(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Path(slug): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let (revision, service) = published(&house, &visit, catalogue, slug).await?;
    let described = Described::of(&house, &visit.organisation, &service, &revision);
    Ok(data(
        "application/ld+json",
        &cpsv::public_service(&described, &house.words),
    ))
}

/// The JSON Schema (2020-12) of the answers to the published revision.
async fn answers_schema(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Path(slug): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let (revision, _) = published(&house, &visit, catalogue, slug).await?;
    if !revision.file.is_made_here() {
        return Err(PageError::not_found());
    }
    let schema = revision.form.answers_schema();
    Ok(data("application/schema+json", &schema))
}

/// The published procedure and the service that answers.
async fn published(
    house: &House,
    visit: &Visit,
    catalogue: Catalogue,
    slug: String,
) -> Result<(Arc<Revision>, Service), PageError> {
    let id = visit.organisation.id;
    let found = house.store.read(move |tx| {
        let revision = catalogue.published(tx, id, &slug)?;
        let revision = revision.ok_or(DemarcheError::NotFound)?;
        let service = organisation::service(tx, id, revision.service)?;
        Ok::<_, DemarcheError>((revision, service))
    });
    Ok(found.await?)
}

fn data(media: &'static str, value: &Value) -> Response {
    let media = HeaderValue::from_static(media);
    ([(CONTENT_TYPE, media)], format!("{value:#}")).into_response()
}
