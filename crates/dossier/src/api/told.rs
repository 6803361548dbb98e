//! What is wrong, as applications are told: a pointer for each place.

use axum::http::StatusCode;
use parvis_form::{Answers, EntryError};
use parvis_web::PageError;
use parvis_web::api::{FieldProblem, Problem};
use serde_json::Value;

use crate::answer::{AnswersPatch, Unfit};
use crate::error::DossierError;

/// Answers that are refused.
pub(super) fn unfit(
    refused: Vec<Unfit>,
    patch: &AnswersPatch,
    language: parvis_kernel::Language,
) -> PageError {
    unfit_below("", refused, patch, language)
}

/// The same, where the answers stand below a place of the body.
pub(super) fn unfit_below(
    below: &str,
    refused: Vec<Unfit>,
    patch: &AnswersPatch,
    language: parvis_kernel::Language,
) -> PageError {
    let rows = |block: &str, row: &str| row_in_patch(patch, block, row);
    let named = |name: &str, code: &str, key: &str| {
        FieldProblem::new(format!("/{}", escaped(name)), code, key)
    };
    let told = refused.into_iter().map(|unfit| {
        let problem = match unfit {
            Unfit::Unknown(name) => named(&name, "unknown-field", "api-field-unknown"),
            Unfit::WrongType(name) => named(&name, "wrong-type", "api-field-wrong-type"),
            Unfit::NotProposed(name) => named(&name, "own-answer", "api-field-own-answer"),
            Unfit::Entry(error) => of_entry(&error, rows, language),
        };
        FieldProblem {
            pointer: format!("{below}{}", problem.pointer),
            ..problem
        }
    });
    Problem::fields(told.collect()).into()
}

/// What is missing or wrong in the answers of a draft; each points into the answers.
pub(super) fn entries(
    errors: &[EntryError],
    answers: &Answers,
    language: parvis_kernel::Language,
) -> Vec<FieldProblem> {
    let rows = |block: &str, row: &str| {
        let rows = answers.rows(block);
        rows.iter().position(|found| found.id.to_string() == row)
    };
    errors
        .iter()
        .map(|error| of_entry(error, rows, language))
        .collect()
}

fn of_entry(
    error: &EntryError,
    place_of: impl Fn(&str, &str) -> Option<usize>,
    language: parvis_kernel::Language,
) -> FieldProblem {
    let pointer = match &error.row {
        None => format!("/{}", error.field),
        Some((block, row)) => match place_of(block.as_str(), &row.to_string()) {
            Some(place) => format!("/{block}/rows/{place}/cells/{}", error.field),
            None => format!("/{block}/rows"),
        },
    };
    let key = error.key();
    let code = key.strip_prefix("field-error-").unwrap_or(&key).to_owned();
    FieldProblem {
        pointer,
        code,
        values: error.values(language),
        key,
    }
}

fn row_in_patch(patch: &AnswersPatch, block: &str, row: &str) -> Option<usize> {
    let rows = patch.get(block)?.as_ref()?.get("rows")?.as_array()?;
    let is_row = |found: &Value| {
        let id = found.get("id").and_then(Value::as_str);
        id.is_some_and(|id| id.eq_ignore_ascii_case(row))
    };
    rows.iter().position(is_row)
}

/// A name as a JSON Pointer writes it (RFC 6901 § 3).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// One place of the body that does not fit.
pub(super) fn field(pointer: &str, code: &str, key: &str) -> PageError {
    Problem::fields(vec![FieldProblem::new(pointer, code, key)]).into()
}

/// A change made on a version that is no longer the last one.
pub(super) fn on_version(error: DossierError, asked: Option<i64>) -> PageError {
    match (error, asked) {
        (DossierError::ChangedMeanwhile { .. }, Some(_)) => Problem::new(
            StatusCode::PRECONDITION_FAILED,
            "changed",
            "api-problem-changed",
        )
        .into(),
        (error, _) => error.into(),
    }
}
