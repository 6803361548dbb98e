//! A server that answers as API Particulier does, with fictitious cases only (`data/siade-api`): for the tests and the demonstration.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use serde_json::{Map, Value};
use tokio::net::TcpListener;
use url::form_urlencoded::parse;

const CASES: &str = include_str!("../../../data/siade-api/quotient-familial.json");
/// The only token that it knows.
pub const TOKEN: &str = "jeton-fictif";

/// One case: what is asked, what is answered.
#[derive(Deserialize)]
struct Case {
    params: Map<String, Value>,
    status: u16,
    body: Value,
}

/// A double that runs.
#[derive(Debug)]
pub struct Double {
    /// Where it answers, on this machine.
    pub address: SocketAddr,
    calls: Arc<AtomicU64>,
}

impl Double {
    /// Starts it on a free port of this machine, in the runtime of the caller.
    ///
    /// # Errors
    /// No port is free; the cases cannot be read.
    pub async fn start() -> std::io::Result<Self> {
        let cases: Vec<Case> = serde_json::from_str(CASES)?;
        let calls = Arc::new(AtomicU64::new(0));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let known = Known {
            cases: cases.into(),
            calls: Arc::clone(&calls),
        };
        let router = Router::new()
            .route("/v3/dss/quotient_familial/identite", get(quotient))
            .with_state(known);
        tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                tracing::error!(%error, "the double of API Particulier ended");
            }
        });
        Ok(Self { address, calls })
    }

    /// How often it was asked.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::Relaxed)
    }

    /// Its address, for an access.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

#[derive(Clone)]
struct Known {
    cases: Arc<[Case]>,
    calls: Arc<AtomicU64>,
}

async fn quotient(
    State(known): State<Known>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    known.calls.fetch_add(1, Ordering::Relaxed);
    let bearer = headers.get(header::AUTHORIZATION);
    if bearer.and_then(|value| value.to_str().ok()) != Some(&format!("Bearer {TOKEN}")) {
        return told(401, "Votre jeton est absent ou invalide");
    }
    let query = query.unwrap_or_default();
    let asked: Vec<(String, String)> = parse(query.as_bytes()).into_owned().collect();
    if !asked
        .iter()
        .any(|(name, value)| name == "recipient" && value.len() == 14)
    {
        return told(422, "Le paramètre recipient n'est pas un SIRET");
    }
    match known.cases.iter().find(|case| case.is(&asked)) {
        Some(case) => answer(case.status, &case.body),
        None => told(404, "Le dossier allocataire n'a pas été trouvé"),
    }
}

impl Case {
    /// Whether this case was asked: all that it says, and no other first name than those.
    fn is(&self, asked: &[(String, String)]) -> bool {
        let given = |name: &str| -> Vec<String> {
            let own = asked.iter().filter(|(own, _)| own == name);
            own.map(|(_, value)| value.to_uppercase()).collect()
        };
        self.params.iter().all(|(name, value)| match value {
            Value::Array(values) => given(&format!("{name}[]")) == texts(values),
            value => given(name) == texts(std::slice::from_ref(value)),
        })
    }
}

fn texts(values: &[Value]) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::String(text) => text.to_uppercase(),
        other => other.to_string(),
    };
    values.iter().map(text).collect()
}

fn told(status: u16, detail: &str) -> Response {
    answer(
        status,
        &serde_json::json!({ "errors": [{ "detail": detail }] }),
    )
}

fn answer(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let media = [(header::CONTENT_TYPE, "application/json")];
    (status, media, body.to_string()).into_response()
}
