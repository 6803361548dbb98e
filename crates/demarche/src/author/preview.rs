//! A draft as a person will see it: its presentation here, its steps in the room of dossiers. Nothing is recorded.

use axum::extract::{Extension, Path, State};
use axum::response::Html;
use parvis_kernel::{GroupId, ProcedureId, RevisionId, ServiceId};
use parvis_organisation::{Contact, Service};
use parvis_web::{House, PageError, Visit};

use super::act;
use super::request::{Author, path};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::Revision;
use crate::presentation::{Around, Preview, rendered};
use crate::search::SearchWords;
use crate::store;
use parvis_procedure::{Checked, check, is_word};

/// The draft of a procedure, checked again, for who writes procedures; a draft that is not right any more is told by the page of its
/// procedure.
///
/// # Errors
/// No draft; a draft that is not right; access refused; those of the store.
pub async fn drafted(house: &House, visit: &Visit, slug: &str) -> Result<Checked, PageError> {
    if !is_word(slug) {
        return Err(PageError::not_found());
    }
    let (ctx, asked) = (visit.ctx.clone(), slug.to_owned());
    let read = house.store.read(move |tx| {
        act::writes(&ctx, tx)?;
        let draft = store::draft(tx, ctx.organisation, &asked)?;
        draft.ok_or(DemarcheError::NotFound)
    });
    let draft = read.await?;
    let slug = slug.to_owned();
    check("demarche.yaml", &draft.source).map_err(|_| DemarcheError::DraftChanged { slug }.into())
}

/// What a procedure says now: its draft, or what is published while there is none; for who writes procedures.
///
/// # Errors
/// No such procedure; a draft that is not right; access refused; those of the store.
pub async fn previewed(house: &House, visit: &Visit, slug: &str) -> Result<Checked, PageError> {
    if !is_word(slug) {
        return Err(PageError::not_found());
    }
    let (ctx, asked) = (visit.ctx.clone(), slug.to_owned());
    let read = house.store.read(move |tx| {
        act::writes(&ctx, tx)?;
        if let Some(draft) = store::draft(tx, ctx.organisation, &asked)? {
            return Ok(draft.source);
        }
        act::published_text(&ctx, tx, &asked)
    });
    let text = read.await?;
    let slug = slug.to_owned();
    check("demarche.yaml", &text).map_err(|_| DemarcheError::DraftChanged { slug }.into())
}

/// The address of a step, or of one of its questions and blocks, in a frame of the editor.
pub(super) fn frame_path(slug: &str, step: &str, part: &str) -> String {
    let frame = format!("{}/apercu/cadre/{step}", path(slug));
    match part {
        "" => frame,
        part => format!("{frame}?partie={part}"),
    }
}

/// The address of the preview of a step.
#[must_use]
pub fn preview_path(slug: &str, step: &str) -> String {
    format!("{}/apercu/etapes/{step}", path(slug))
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(_): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
) -> Result<Html<String>, PageError> {
    let checked = drafted(&house, &visit, &slug).await?;
    let organisation = visit.organisation.id;
    let (ctx, asked) = (visit.ctx.clone(), checked.clone());
    let read = house.store.read(move |tx| {
        let service = parvis_organisation::service_by_slug(tx, organisation, &asked.file.service)?;
        Ok::<_, DemarcheError>((service, crate::publish::confirmation(&ctx, tx, &asked)?))
    });
    // The service may not exist yet: the page then shows its short name.
    let (service, confirmed) = read.await?;
    let service = service.unwrap_or_else(|| Service {
        id: ServiceId::new(),
        slug: checked.file.service.clone(),
        name: checked.file.service.clone(),
        contact: Contact::default(),
    });
    let first = checked.form.steps().first();
    let start = first.map(|step| preview_path(&slug, step.id.as_str()));
    let revision = Revision {
        id: RevisionId::new(),
        procedure: ProcedureId::new(),
        number: 0,
        slug: slug.clone(),
        group: GroupId::new(),
        service: service.id,
        published_at: visit.ctx.now,
        words: SearchWords::of(&checked.file),
        file: checked.file,
        form: checked.form,
    };
    let preview = Preview {
        start: start.unwrap_or_default(),
        back: visit.url(&path(&slug)),
    };
    let around = Around {
        service,
        measured: None,
        confirmed: confirmed.map(|(_, at)| at),
        preview: Some(preview),
    };
    let page = rendered(&house, &visit, &revision, around)?;
    Ok(Html(page))
}
