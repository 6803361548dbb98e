//! A page of a former revision, posted after the draft moved in another tab: nothing of it is lost.

use std::collections::BTreeSet;
use std::str::FromStr;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::Right;
use parvis_form::{At, Element, Entries, Field, FieldId, Form, NoPieces, Step, normalise};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, RevisionId, RowId};
use parvis_store::Tx;
use parvis_web::{EntriesExt, House, PageError, Row, Visit, Wording, page};

use super::typed;
use crate::addresses::Addresses;
use crate::answer::aside::Aside;
use crate::answer::fields::{Posted, SHOWN_REVISION, is_of};
use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Dossier, Number};
use crate::request::again;
use crate::rules::Act;
use crate::said::{Said, worded};
use crate::store::{self, StepDraft};

#[derive(Template)]
#[template(path = "revise/late.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    procedure: Wording,
    left: Vec<Row>,
    aside: Aside,
}

/// Whether a posted page shows questions of another revision that this step does not ask.
pub(crate) fn is_late(step: &Step, dossier: &Dossier, posted: &Entries) -> bool {
    let shown = posted.first(SHOWN_REVISION).parse::<RevisionId>().ok();
    let is_other = shown.is_some_and(|shown| shown != dossier.revision);
    is_other && written(posted).any(|(name, _)| !is_of(step, name))
}

/// What a person wrote in a page: neither what its buttons nor what its hidden inputs say.
fn written(posted: &Entries) -> impl Iterator<Item = (&String, &Vec<String>)> {
    posted.iter().filter(|(name, values)| {
        let is_ours = matches!(name.as_str(), "action" | "retour" | "csrf");
        let is_blank = values.iter().all(|value| value.trim().is_empty());
        !is_ours && !is_blank && !name.starts_with("form.")
    })
}

/// Keeps in their steps what is still asked, and shows the rest.
pub(crate) async fn late(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    posted: Entries,
) -> Result<Response, PageError> {
    let former = posted.first(SHOWN_REVISION).parse::<RevisionId>().ok();
    let kept = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        let posted = Posted::of_any_step(posted.clone());
        house
            .store
            .write(move |tx| keep(&ctx, tx, &desk, &number, former, &posted))
    });
    let Kept {
        revision,
        former,
        left,
        aside,
    } = kept.await?;
    let at = Addresses::of(visit, number);
    if left.is_empty() {
        return Ok(Redirect::to(&at.tasks()).into_response());
    }
    let left = match &former {
        Some(former) => in_words(visit, desk, &former.form, &left),
        None => raw(Wording::default(), left.values()).into_iter().collect(),
    };
    let shown = Page {
        procedure: worded(visit, &revision.file.title),
        left,
        aside,
        at,
        visit,
    };
    Ok((StatusCode::CONFLICT, page(&shown)?).into_response())
}

struct Kept {
    revision: std::sync::Arc<parvis_demarche::Revision>,
    former: Option<std::sync::Arc<parvis_demarche::Revision>>,
    /// What no question of the draft asks any more.
    left: Entries,
    aside: Aside,
}

fn keep(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    former: Option<RevisionId>,
    posted: &Entries,
) -> Result<Kept, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let id = opened.dossier.id;
    let mut stored = store::draft(tx, ctx.organisation, id, &opened.key)?;
    let late = StepDraft {
        entries: posted.clone(),
        refused: false,
        ..StepDraft::default()
    };
    let steps = opened.revision.form.steps();
    let concerned = |step: &&Step| written(posted).any(|(name, _)| is_of(step, name));
    for step in steps.iter().filter(concerned) {
        let known = stored.entries.get(step.id.as_str()).cloned();
        let typed: Vec<&StepDraft> = known.iter().chain([&late]).collect();
        if let Some(draft) = typed::of_step(step, &stored.answers, &typed, false) {
            stored.entries.insert(step.id.to_string(), draft);
        }
    }
    let left = written(posted).filter(|(name, _)| !steps.iter().any(|step| is_of(step, name)));
    let left = left.map(|(name, values)| (name.clone(), values.clone()));
    let left: Entries = left.collect();
    store::write_draft(tx, ctx, id, &stored, &opened.key)?;
    opened.save(ctx, tx)?;
    journal::record(ctx, tx, "draft.answered", Subject::dossier(id), &[])?;
    let former = former.map(|former| desk.catalogue.revision(tx, ctx.organisation, former));
    Ok(Kept {
        former: former.transpose().ok().flatten(),
        aside: Aside::of(ctx, tx, &opened.dossier)?,
        revision: opened.revision,
        left,
    })
}

/// Each question of the former version with what was answered, as the person read it; what cannot be read stands as it was typed.
fn in_words(visit: &Visit, desk: &Desk, form: &Form, left: &Entries) -> Vec<Row> {
    let mut told = Vec::new();
    let mut rest = left.clone();
    for (at, field) in questions(form, left) {
        let names = field.kind.parts().into_iter();
        let names: Vec<String> = names.map(|part| at.name(&field.id, part)).collect();
        let own: Entries = names
            .iter()
            .filter_map(|name| rest.remove_entry(name))
            .collect();
        let label = worded(visit, &field.label);
        let surroundings = desk.surroundings(&visit.ctx, &NoPieces);
        match normalise(field, at, &own, &surroundings) {
            Ok(Some(answer)) => {
                let words = field.in_words(&answer, visit.tongues()).into_iter();
                let row = Row::new(label, "");
                told.push(words.fold(row, |row, words| row.line(Said::shown(visit, words))));
            }
            _ => told.extend(raw(label, own.values())),
        }
    }
    // The list of the rows of a block says nothing to anybody.
    for element in form.steps().iter().flat_map(|step| &step.elements) {
        if let Element::Block(block) = element {
            rest.remove(block.id.as_str());
        }
    }
    told.extend(raw(Wording::default(), rest.values()));
    told
}

/// What was typed, as it was; nothing when nothing was.
fn raw<'a>(label: Wording, values: impl Iterator<Item = &'a Vec<String>>) -> Option<Row> {
    let values: Vec<&str> = values.flatten().map(String::as_str).collect();
    (!values.is_empty()).then(|| Row::new(label, &values.join("\n")))
}

/// The questions whose inputs are posted, row by row, each once, in the order of the form.
fn questions<'f>(form: &'f Form, posted: &Entries) -> Vec<(At<'f>, &'f Field)> {
    let is_posted = |at: At<'_>, field: &Field| {
        let parts = field.kind.parts();
        let mut names = parts.iter().map(|part| at.name(&field.id, *part));
        names.any(|name| posted.contains_key(&name))
    };
    let mut found = Vec::new();
    for element in form.steps().iter().flat_map(|step| &step.elements) {
        match element {
            Element::Field(field) => found.extend(Some((At::Form, field))),
            Element::Block(block) => {
                for row in rows_of(&block.id, posted) {
                    let at = At::Row {
                        block: &block.id,
                        row,
                    };
                    found.extend(block.fields.iter().map(|field| (at, field)));
                }
            }
            Element::Explanation(_) => {}
        }
    }
    found.retain(|(at, field)| is_posted(*at, field));
    found
}

/// The rows of a block whose inputs are posted.
fn rows_of(block: &FieldId, posted: &Entries) -> BTreeSet<RowId> {
    let prefix = format!("{block}.");
    let rows = posted.keys().filter_map(|name| {
        let (row, _) = name.strip_prefix(&prefix)?.split_once('.')?;
        RowId::from_str(row).ok()
    });
    rows.collect()
}
