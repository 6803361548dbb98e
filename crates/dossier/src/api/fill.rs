//! Filling a draft: answers, people, what is still missing.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use parvis_access::Right;
use parvis_access::token::Scope;
use parvis_form::Answers;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::Personal;
use parvis_web::api::{Caller, FieldProblem, Problem, Sent, if_match, json, with_version};
use parvis_web::{House, PageError};
use serde::Deserialize;
use serde_json::{Value, json as object};

use super::told::{entries, on_version, unfit};
use crate::answer::{AnswersPatch, patch_answers};
use crate::check::{CheckView, view_check};
use crate::desk;
use crate::error::DossierError;
use crate::payment;
use crate::people::{LONGEST_NAME, NewHelper, NewPeople, set_people};
use crate::request::{DeskOf, again, number_of};
use crate::store;

pub(super) async fn answers(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersRead).await?;
    let (ctx, number) = (caller.ctx.clone(), number_of(&number)?);
    let read = house.store.write(move |tx| {
        let opened = desk::open(&ctx, tx, &desk, &number, Right::ReadDossier)?;
        let (id, version) = (opened.dossier.id, opened.dossier.answers_version);
        journal::consulted(&ctx, tx, "dossier.read", Subject::dossier(id), &[])?;
        let answers = store::answers(tx, ctx.organisation, id, version, &opened.key)?;
        let answers = parvis_form::prune(&opened.revision.form, answers);
        // What was deposited is the service's to read: the account that is paid is masked, as for its agents.
        let answers = match opened.dossier.facts.submitted_at {
            Some(_) => payment::masked(&opened.revision.file, answers),
            None => answers,
        };
        Ok::<_, DossierError>((opened.dossier.version, answers))
    });
    let (version, answers) = read.await?;
    Ok(with_version(
        json(StatusCode::OK, &written(&answers)),
        version,
    ))
}

fn written(answers: &Answers) -> Value {
    // Answers are made of texts and numbers: writing them cannot fail.
    serde_json::to_value(answers).unwrap_or(Value::Null)
}

pub(super) async fn patch(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
    headers: HeaderMap,
    sent: Sent<AnswersPatch>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let (number, version) = (number_of(&number)?, if_match(&headers)?);
    let patch = sent.value;
    let patched = again(|| {
        let (ctx, desk, number, patch) = (
            caller.ctx.clone(),
            desk.clone(),
            number.clone(),
            patch.clone(),
        );
        house
            .store
            .write(move |tx| patch_answers(&ctx, tx, &desk, &number, version, &patch))
    });
    let patched = patched.await.map_err(|error| on_version(error, version))?;
    let patched = patched.map_err(|refused| unfit(refused, &patch, caller.language))?;
    let response = json(StatusCode::OK, &written(&patched.answers));
    Ok(with_version(response, patched.dossier.version))
}

/// Who fills the dossier in, and for whom.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SentPeople {
    beneficiary: Beneficiary,
    helper: Option<Helper>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Beneficiary {
    family_name: Personal<String>,
    first_names: Personal<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Helper {
    name: Personal<String>,
    structure: Option<Personal<String>>,
    agreement: bool,
}

pub(super) async fn people(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
    headers: HeaderMap,
    sent: Sent<SentPeople>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let (number, version) = (number_of(&number)?, if_match(&headers)?);
    check_names(&sent.value)?;
    let people = people_of(sent.value);
    let done = again(|| {
        let (ctx, desk, number, people) = (
            caller.ctx.clone(),
            desk.clone(),
            number.clone(),
            people.clone(),
        );
        house.store.write(move |tx| {
            if let Some(version) = version {
                desk::open(&ctx, tx, &desk, &number, Right::HoldDossier)?.is_still_at(version)?;
            }
            let dossier = set_people(&ctx, tx, &desk, &number, &people)?;
            let revision = desk
                .catalogue
                .revision(tx, ctx.organisation, dossier.revision)?;
            Ok::<_, DossierError>((dossier, revision))
        })
    });
    let (dossier, revision) = done.await.map_err(|error| on_version(error, version))?;
    let told = super::shown::summary(&dossier, &revision, caller.ctx.now);
    let response = json(StatusCode::OK, &Value::Object(told));
    Ok(with_version(response, dossier.version))
}

fn check_names(sent: &SentPeople) -> Result<(), PageError> {
    let mut errors = Vec::new();
    let mut check = |pointer: &str, name: &str| {
        let words = crate::text::line(name, usize::MAX);
        if words.is_empty() {
            errors.push(FieldProblem::new(pointer, "required", "api-field-required"));
        } else if name.chars().count() > LONGEST_NAME {
            errors.push(too_long(pointer));
        }
    };
    check("/beneficiary/family_name", &sent.beneficiary.family_name);
    check("/beneficiary/first_names", &sent.beneficiary.first_names);
    if let Some(helper) = &sent.helper {
        check("/helper/name", &helper.name);
        let structure = helper.structure.as_ref();
        if structure.is_some_and(|structure| structure.chars().count() > LONGEST_NAME) {
            errors.push(too_long("/helper/structure"));
        }
        if !helper.agreement {
            errors.push(FieldProblem::new(
                "/helper/agreement",
                "not-declared",
                "api-field-agreement",
            ));
        }
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Problem::fields(errors).into())
    }
}

fn too_long(pointer: &str) -> FieldProblem {
    FieldProblem {
        values: vec![("most", LONGEST_NAME.to_string())],
        ..FieldProblem::new(pointer, "too-long", "people-error-long")
    }
}

fn people_of(sent: SentPeople) -> NewPeople {
    NewPeople {
        helper: sent.helper.map(|helper| NewHelper {
            name: helper.name,
            structure: helper.structure.unwrap_or_default(),
            agreement: helper.agreement,
        }),
        family_name: sent.beneficiary.family_name,
        first_names: sent.beneficiary.first_names,
    }
}

pub(super) async fn validation(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let (ctx, number) = (caller.ctx.clone(), number_of(&number)?);
    let read = house
        .store
        .write(move |tx| view_check(&ctx, tx, &desk, &number));
    let view = read.await?;
    let errors = missing(&view, &caller);
    let told = errors.iter().map(|error| {
        object!({
            "pointer": error.pointer,
            "code": error.code,
            "detail": caller.say_with(&error.key, &error.values),
        })
    });
    let told = object!({
        "ready": errors.is_empty() && !view.people_unknown,
        "people_missing": view.people_unknown,
        "errors": told.collect::<Vec<_>>(),
        "ineligible": view.stopped.as_ref().map(|why| object!({
            "message": why.message.in_language(caller.language),
            "who": why.who.in_language(caller.language),
            "url": why.url,
        })),
    });
    Ok(with_version(
        json(StatusCode::OK, &told),
        view.dossier.version,
    ))
}

/// What keeps a draft from being deposited; each points into its answers.
pub(super) fn missing(view: &CheckView, caller: &Caller) -> Vec<FieldProblem> {
    entries(&view.errors, &view.answers, caller.language)
}
