//! An application with its token, in front of the house.

use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};
use parvis_access::token::{self, NewToken, Scope, Secret};
use parvis_kernel::{Ctx, Instant, TokenId};
use parvis_testkit::{Browser, Page};
use serde_json::{Value, json};

use crate::town::{Place, Town};

/// An application.
#[derive(Clone)]
pub struct Application {
    by: Browser,
    pub id: TokenId,
    pub secret: String,
}

/// What the house answered.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
    pub bytes: Bytes,
}

impl Answer {
    pub fn of(page: Page) -> Self {
        let body = serde_json::from_slice(&page.body).unwrap_or(Value::Null);
        Self {
            status: page.status,
            headers: page.headers,
            body,
            bytes: page.body,
        }
    }

    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).map(|value| value.to_str().unwrap());
        value.unwrap_or_default()
    }

    pub fn text(&self, name: &str) -> String {
        self.body[name].as_str().unwrap_or_default().to_owned()
    }

    /// The end of the type of a problem.
    pub fn code(&self) -> String {
        let kind = self.text("type");
        kind.rsplit(':').next().unwrap_or_default().to_owned()
    }

    /// Where a problem points.
    pub fn pointers(&self) -> Vec<String> {
        let errors = self.body["errors"].as_array().cloned().unwrap_or_default();
        let pointer = |error: &Value| error["pointer"].as_str().unwrap().to_owned();
        errors.iter().map(pointer).collect()
    }
}

impl Town {
    /// An application that may do all that a token allows.
    pub fn application(&self, place: &Place) -> Application {
        self.application_with(place, |_| {})
    }

    /// An application whose token is asked for otherwise.
    pub fn application_with(&self, place: &Place, ask: impl FnOnce(&mut NewToken)) -> Application {
        let secret = Secret::draw().unwrap();
        let now: Instant = self.house.clock.now();
        let mut new = NewToken {
            name: "Portail".to_owned(),
            scopes: Scope::ALL.to_vec(),
            procedures: vec![],
            groups: vec![],
            networks: vec![],
            expires_at: now + Duration::from_secs(24 * 3600 * 30),
        };
        ask(&mut new);
        let ctx = Ctx::house(place.organisation.id, now);
        let shown = secret.reveal().to_owned();
        let given = self
            .house
            .store
            .write_blocking(move |tx| token::create(&ctx, tx, &new, &secret))
            .unwrap();
        Application::with(place, given.id, shown)
    }
}

impl Application {
    /// Somebody with this secret in front of a place.
    pub fn with(place: &Place, id: TokenId, secret: String) -> Self {
        let door = place.door.clone();
        let door = door.saying("authorization", &format!("Bearer {secret}"));
        let by = door.browser();
        Self { by, id, secret }
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[], Bytes::new())
    }

    pub fn json(
        &mut self,
        method: &str,
        path: &str,
        more: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        let mut headers = vec![("content-type", "application/json")];
        headers.extend(more);
        self.send(method, path, &headers, body.to_string())
    }

    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Bytes>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Answer::of(self.by.send(request, Body::from(body.into())))
    }

    pub fn send_stream(&mut self, path: &str, headers: &[(&str, &str)], body: Body) -> Answer {
        let mut request = Request::builder()
            .method("PATCH")
            .uri(format!("/api/v1{path}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Answer::of(self.by.send(request, body))
    }

    /// Begins a draft; its number.
    pub fn begin(&mut self, procedure: &str) -> String {
        let key = uuid::Uuid::new_v4().to_string();
        let body = json!({ "procedure": procedure, "email": "zoe.lenoir@exemple.fr" });
        let begun = self.json("POST", "/dossiers", &[("idempotency-key", &key)], &body);
        begun.expect(201).text("number")
    }

    /// A draft that is ready to be deposited.
    pub fn ready(&mut self) -> String {
        let number = self.begin("acte-naissance");
        let people = json!({ "beneficiary": { "family_name": "Lenoir", "first_names": "Zoé" } });
        self.json("PUT", &format!("/dossiers/{number}/people"), &[], &people)
            .expect(200);
        self.json(
            "PATCH",
            &format!("/dossiers/{number}/answers"),
            &[],
            &birth(),
        )
        .expect(200);
        let add = format!("/dossiers/{number}/pieces?field=link_proof&name=livret.png");
        self.send("POST", &add, &[], crate::town::PNG).expect(201);
        number
    }

    /// A dossier that is deposited.
    pub fn deposited(&mut self) -> String {
        let number = self.ready();
        self.deposit(&number, "once").expect(200);
        number
    }

    pub fn deposit(&mut self, number: &str, key: &str) -> Answer {
        let key = format!("{key}-{number}");
        let body = json!({ "declared": true });
        let path = format!("/dossiers/{number}/deposit");
        self.json("POST", &path, &[("idempotency-key", &key)], &body)
    }
}

/// Right answers to the copy of a birth certificate.
pub fn birth() -> Value {
    json!({
        "document": { "choice": "extract_with_parents" },
        "copies": { "integer": 2 },
        "link": { "choice": "descendant" },
        "person": { "identity": { "family_name": "Lenoir", "first_names": "Anaïs", "birth_date": "1951-03-02" } },
        "born_here": { "yes_no": true },
        "first_parent": { "identity": { "family_name": "Lenoir", "first_names": "Marius" } },
        "delivery_address": { "address": {
            "number": "12", "street": "rue du Puits", "postcode": "84110",
            "commune_code": "84137", "commune": "Vaison-la-Romaine",
        } },
    })
}
