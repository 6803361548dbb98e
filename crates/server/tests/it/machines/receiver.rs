//! An application that is told what happens: a real HTTP server on this machine.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::town::Town;

/// What was heard: the body, the headers.
type Heard = Arc<Mutex<Vec<(Value, HeaderMap)>>>;

/// The receiver.
pub struct Receiver {
    heard: Heard,
    status: Arc<Mutex<u16>>,
    pub url: String,
}

impl Receiver {
    pub fn start(town: &Town) -> Self {
        let (heard, status) = (Heard::default(), Arc::new(Mutex::new(204)));
        let router = Router::new()
            .fallback(hear)
            .with_state((Arc::clone(&heard), Arc::clone(&status)));
        let address = town.rochebrune.door.wait(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
            address
        });
        Self {
            heard,
            status,
            url: format!("http://{address}/parvis"),
        }
    }

    /// What it answers from now on.
    pub fn answers(&self, status: u16) {
        *self.status.lock().unwrap() = status;
    }

    pub fn heard(&self) -> Vec<Value> {
        let heard = self.heard.lock().unwrap();
        heard.iter().map(|(body, _)| body.clone()).collect()
    }

    /// The types of what was heard about a dossier.
    pub fn about(&self, number: &str) -> Vec<String> {
        let heard = self.heard().into_iter();
        let own = heard.filter(|body| body["data"]["number"] == number);
        own.map(|body| body["type"].as_str().unwrap().to_owned())
            .collect()
    }
}

async fn hear(
    State((heard, status)): State<(Heard, Arc<Mutex<u16>>)>,
    headers: HeaderMap,
    bytes: Bytes,
) -> StatusCode {
    let body = serde_json::from_slice(&bytes).unwrap();
    heard.lock().unwrap().push((body, headers));
    StatusCode::from_u16(*status.lock().unwrap()).unwrap()
}
