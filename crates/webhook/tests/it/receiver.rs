//! A receiver: a real HTTP server on this machine, which keeps what it hears and answers as it is told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

/// What was heard.
#[derive(Debug, Clone)]
pub struct Heard {
    pub headers: HeaderMap,
    pub bytes: Bytes,
    pub body: Value,
}

impl Heard {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap().to_str().unwrap()
    }

    pub fn id(&self) -> &str {
        self.header("webhook-id")
    }

    pub fn number(&self) -> &str {
        self.body["data"]["number"].as_str().unwrap_or_default()
    }

    pub fn event(&self) -> &str {
        self.body["type"].as_str().unwrap()
    }
}

/// How it answers.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub header: Option<(&'static str, &'static str)>,
    pub after: Duration,
}

impl Answer {
    pub fn status(status: u16) -> Self {
        Self {
            status,
            header: None,
            after: Duration::ZERO,
        }
    }
}

#[derive(Default)]
struct Inside {
    heard: Vec<Heard>,
    answers: VecDeque<Answer>,
    otherwise: Option<Answer>,
    now: usize,
    most_at_once: usize,
}

/// The receiver.
#[derive(Clone)]
pub struct Receiver {
    inside: Arc<Mutex<Inside>>,
    pub url: String,
}

impl Receiver {
    pub fn start(runtime: &tokio::runtime::Runtime) -> Self {
        let inside = Arc::new(Mutex::new(Inside::default()));
        let router = Router::new().fallback(hear).with_state(Arc::clone(&inside));
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let url = format!("http://{}/recu", listener.local_addr().unwrap());
        runtime.spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { inside, url }
    }

    /// The next answers; then 204.
    pub fn answers(&self, answers: impl IntoIterator<Item = Answer>) {
        self.inside.lock().unwrap().answers.extend(answers);
    }

    /// The answers when none is prepared.
    pub fn otherwise(&self, answer: Answer) {
        self.inside.lock().unwrap().otherwise = Some(answer);
    }

    pub fn heard(&self) -> Vec<Heard> {
        self.inside.lock().unwrap().heard.clone()
    }

    /// Each number and event, in the order of arrival.
    pub fn said(&self) -> Vec<String> {
        let heard = self.heard();
        let said = heard
            .iter()
            .map(|own| format!("{} {}", own.number(), own.event()));
        said.collect()
    }

    pub fn most_at_once(&self) -> usize {
        self.inside.lock().unwrap().most_at_once
    }
}

async fn hear(
    State(inside): State<Arc<Mutex<Inside>>>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    let answer = {
        let mut inside = inside.lock().unwrap();
        let body = serde_json::from_slice(&bytes).unwrap_or_default();
        inside.heard.push(Heard {
            headers,
            bytes,
            body,
        });
        inside.now += 1;
        inside.most_at_once = inside.most_at_once.max(inside.now);
        let prepared = inside.answers.pop_front();
        prepared
            .or_else(|| inside.otherwise.clone())
            .unwrap_or_else(|| Answer::status(204))
    };
    tokio::time::sleep(answer.after).await;
    inside.lock().unwrap().now -= 1;
    let status = StatusCode::from_u16(answer.status).unwrap();
    match answer.header {
        Some((name, value)) => (status, [(name, value)]).into_response(),
        None => status.into_response(),
    }
}
