//! Errors as RFC 9457 tells them.

use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};
use parvis_kernel::Language;
use serde_json::{Map, Value, json};

use crate::error::Told;
use crate::words::Words;

/// What is said of one place of what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// Where, as a JSON Pointer (RFC 6901) into the body; empty for the whole of it.
    pub pointer: String,
    /// A stable word for programs.
    pub code: String,
    /// The message of the words.
    pub key: String,
    /// The variables of the message.
    pub values: Vec<(&'static str, String)>,
}

impl FieldProblem {
    /// A problem whose message has no variable.
    #[must_use]
    pub fn new(pointer: impl Into<String>, code: &str, key: &str) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.to_owned(),
            key: key.to_owned(),
            values: Vec::new(),
        }
    }
}

/// An error that is told to a machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The status of the response.
    pub status: StatusCode,
    /// A stable word for programs: the end of its type.
    pub code: &'static str,
    /// The message of the words that explains it.
    pub key: &'static str,
    /// What is wrong, place by place.
    pub errors: Vec<FieldProblem>,
}

impl Problem {
    /// A problem with the request as a whole.
    #[must_use]
    pub const fn new(status: StatusCode, code: &'static str, key: &'static str) -> Self {
        Self {
            status,
            code,
            key,
            errors: Vec::new(),
        }
    }

    /// What was sent does not fit, place by place.
    #[must_use]
    pub const fn fields(errors: Vec<FieldProblem>) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            code: "invalid",
            key: "api-problem-invalid",
            errors,
        }
    }
}

/// The media type of RFC 9457.
const MEDIA: HeaderValue = HeaderValue::from_static("application/problem+json");

/// The response that tells it.
pub(crate) fn told_problem(told: &Told, words: &Words, language: Language) -> Response {
    let status = told.status();
    let (code, text) = code_and_text(told, words, language);
    let mut body = Map::new();
    body.insert(
        "type".to_owned(),
        format!("urn:parvis:problem:{code}").into(),
    );
    body.insert(
        "title".to_owned(),
        words.say(language, title(status)).into(),
    );
    body.insert("status".to_owned(), status.as_u16().into());
    body.insert("detail".to_owned(), text.into());
    match told {
        Told::Problem(problem) if !problem.errors.is_empty() => {
            let errors = problem.errors.iter();
            let errors: Vec<Value> = errors
                .map(|error| written(error, words, language))
                .collect();
            body.insert("errors".to_owned(), errors.into());
        }
        Told::Broken { incident } => {
            let instance = format!("urn:parvis:incident:{incident}");
            body.insert("instance".to_owned(), instance.into());
        }
        _ => {}
    }
    let text = Value::Object(body).to_string();
    let mut response = (status, [(CONTENT_TYPE, MEDIA)], text).into_response();
    if let Some(asked) = authenticate(told, code) {
        response.headers_mut().insert(WWW_AUTHENTICATE, asked);
    }
    response
}

fn written(error: &FieldProblem, words: &Words, language: Language) -> Value {
    json!({
        "pointer": error.pointer,
        "code": error.code,
        "detail": words.say_with(language, &error.key, &error.values),
    })
}

/// RFC 6750 § 3: how to prove who one is.
fn authenticate(told: &Told, code: &str) -> Option<HeaderValue> {
    match (told.status(), code) {
        (StatusCode::UNAUTHORIZED, "token-missing") => {
            Some(HeaderValue::from_static("Bearer realm=\"parvis\""))
        }
        (StatusCode::UNAUTHORIZED, _) => Some(HeaderValue::from_static(
            "Bearer realm=\"parvis\", error=\"invalid_token\"",
        )),
        (StatusCode::FORBIDDEN, "scope") => Some(HeaderValue::from_static(
            "Bearer realm=\"parvis\", error=\"insufficient_scope\"",
        )),
        _ => None,
    }
}

fn code_and_text<'a>(told: &'a Told, words: &Words, language: Language) -> (&'a str, String) {
    let plain = |code: &'static str, key: &str| (code, words.say(language, key).to_owned());
    match told {
        Told::Problem(problem) => (problem.code, words.say(language, problem.key).to_owned()),
        // The words of pages about these two speak of pages and of accounts.
        Told::Refused(refusal) if refusal.key == "refusal-not-found" => {
            plain("not-found", "api-problem-not-found")
        }
        Told::Refused(refusal) if refusal.key == "refusal-forbidden" => {
            plain("forbidden", "api-problem-forbidden")
        }
        Told::Refused(refusal) if words.knows(refusal.key) => {
            let code = refusal.key.strip_prefix("refusal-").unwrap_or(refusal.key);
            (code, words.say_with(language, refusal.key, &refusal.values))
        }
        Told::TooMany(_) => plain("too-many", "api-problem-too-many"),
        Told::Broken { .. } => plain("failure", "api-problem-failure"),
        Told::Full => plain("full", "api-problem-full"),
        Told::Unavailable => plain("unavailable", "api-problem-unavailable"),
        other => match other.status() {
            StatusCode::NOT_FOUND => plain("not-found", "api-problem-not-found"),
            StatusCode::METHOD_NOT_ALLOWED => plain("method", "api-problem-method"),
            StatusCode::FORBIDDEN => plain("forbidden", "api-problem-forbidden"),
            StatusCode::PAYLOAD_TOO_LARGE => plain("too-large", "api-problem-too-large"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => plain("media-type", "api-problem-media-type"),
            status if status.is_server_error() => plain("failure", "api-problem-failure"),
            _ => plain("bad-request", "api-problem-bad-request"),
        },
    }
}

const fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => "api-title-unauthorized",
        StatusCode::FORBIDDEN => "api-title-forbidden",
        StatusCode::NOT_FOUND => "api-title-not-found",
        StatusCode::METHOD_NOT_ALLOWED => "api-title-method",
        StatusCode::CONFLICT => "api-title-conflict",
        StatusCode::PRECONDITION_FAILED => "api-title-changed",
        StatusCode::PAYLOAD_TOO_LARGE => "api-title-too-large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "api-title-media-type",
        StatusCode::UNPROCESSABLE_ENTITY => "api-title-invalid",
        StatusCode::TOO_MANY_REQUESTS => "api-title-too-many",
        StatusCode::SERVICE_UNAVAILABLE => "api-title-unavailable",
        StatusCode::INTERNAL_SERVER_ERROR => "api-title-failure",
        _ => "api-title-bad-request",
    }
}
