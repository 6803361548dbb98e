//! An application of the organisation: a token, connections kept alive, JSON.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::people::Person;
use crate::server::SLUG;
use crate::wire::{Connection, Raw};

/// What an application asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A certificate, for a person who is named; no piece is needed.
    Certificate,
    /// A certificate that asks for a proof: a piece.
    Proof,
    /// A report that nobody signs.
    Report,
}

impl Asked {
    /// As the document of figures says it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Proof => "certificate with its proof",
            Self::Report => "report, unnamed",
        }
    }

    fn beginning(self) -> Value {
        match self {
            Self::Certificate | Self::Proof => json!({ "procedure": "acte-naissance" }),
            Self::Report => json!({ "procedure": "signaler-un-probleme", "anonymous": true }),
        }
    }

    fn answers(self, person: &Person) -> Value {
        let mut address = json!({
            "street": person.street,
            "postcode": person.postcode,
            "commune_code": person.commune_code,
            "commune": person.commune,
        });
        if !person.number.is_empty() {
            address["number"] = person.number.as_str().into();
        }
        match self {
            Self::Proof => json!({
                "document": { "choice": "full_copy" },
                "link": { "choice": "descendant" },
            }),
            Self::Certificate => json!({
                "document": { "choice": "extract" },
                "copies": { "integer": 1 },
                "person": { "identity": {
                    "family_name": person.family_name,
                    "first_names": person.first_names,
                    "birth_date": birth(person),
                } },
                "born_here": { "yes_no": true },
                "delivery_address": { "address": address },
            }),
            Self::Report => json!({
                "category": { "choice": "road" },
                "road_problem": { "choice": "hole" },
                "danger": { "yes_no": false },
                "place": { "address": address },
                "details": { "text": "Un trou au milieu de la chaussée, devant le numéro indiqué." },
                "wants_news": { "yes_no": false },
            }),
        }
    }
}

/// `1951-03-02`.
fn birth(person: &Person) -> String {
    let [day, month, year] = &person.born;
    format!("{year:0>4}-{month:0>2}-{day:0>2}")
}

/// One connection of the application.
pub struct Caller {
    address: SocketAddr,
    token: String,
    connection: Option<Connection>,
    /// How long each deposit took.
    pub deposits: Vec<Duration>,
}

impl Caller {
    /// An application that holds a token.
    pub fn new(address: SocketAddr, token: &str) -> Self {
        Self {
            address,
            token: token.to_owned(),
            connection: None,
            deposits: Vec::new(),
        }
    }

    /// One call, as it was answered.
    ///
    /// # Errors
    /// The connection was cut.
    pub async fn call(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &[u8],
    ) -> Result<Raw> {
        let head = format!(
            "{method} /{SLUG}/api/v1{path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\n\
             content-length: {}\r\n{headers}\r\n",
            self.address,
            self.token,
            body.len()
        );
        let kept = self.connection.take().filter(Connection::is_open);
        let mut connection = match kept {
            Some(connection) => connection,
            None => Connection::to(self.address).await?,
        };
        let raw = connection.exchange(&head, body).await?;
        if raw.header("connection") != Some("close") {
            self.connection = Some(connection);
        }
        Ok(raw)
    }

    /// One call in JSON, once, which must be answered well.
    ///
    /// # Errors
    /// Another status: what was said.
    pub async fn json(&mut self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let headers = format!(
            "content-type: application/json\r\nidempotency-key: {}\r\n",
            Uuid::new_v4()
        );
        let raw = self
            .call(method, path, &headers, body.to_string().as_bytes())
            .await?;
        answered(&raw).with_context(|| format!("{method} {path}"))
    }

    /// Begins a dossier and fills it; its number.
    ///
    /// # Errors
    /// A call that is refused.
    pub async fn draft(&mut self, asked: Asked, person: &Person) -> Result<String> {
        let begun = self.json("POST", "/dossiers", &asked.beginning()).await?;
        let number = begun["number"].as_str().context("no number")?.to_owned();
        if asked != Asked::Report {
            let people = json!({ "beneficiary": {
                "family_name": person.family_name,
                "first_names": person.first_names,
            } });
            self.json("PUT", &format!("/dossiers/{number}/people"), &people)
                .await?;
        }
        let answers = asked.answers(person);
        self.json("PATCH", &format!("/dossiers/{number}/answers"), &answers)
            .await?;
        Ok(number)
    }

    /// Deposits a draft; the receipt says its number.
    ///
    /// # Errors
    /// A call that is refused.
    pub async fn deposit(&mut self, number: &str) -> Result<()> {
        let began = Instant::now();
        let path = format!("/dossiers/{number}/deposit");
        let receipt = self
            .json("POST", &path, &json!({ "declared": true }))
            .await?;
        self.deposits.push(began.elapsed());
        ensure!(receipt["number"] == number, "another receipt: {receipt}");
        Ok(())
    }

    /// The numbers of all the dossiers deposited, by the cursor of changes.
    ///
    /// # Errors
    /// A call that is refused.
    pub async fn deposited(&mut self) -> Result<Vec<String>> {
        let (mut numbers, mut after) = (Vec::new(), String::new());
        loop {
            let raw = self
                .call("GET", &format!("/dossiers{after}"), "", b"")
                .await?;
            let page = answered(&raw)?;
            let items = page["items"].as_array().context("no items")?;
            let known = items.iter().filter(|item| !item["deposited_at"].is_null());
            numbers.extend(known.filter_map(|item| Some(item["number"].as_str()?.to_owned())));
            if page["more"] != true {
                return Ok(numbers);
            }
            after = format!("?after={}", page["next"].as_str().context("no cursor")?);
        }
    }
}

/// What was answered, which must be good.
fn answered(raw: &Raw) -> Result<Value> {
    let text = String::from_utf8_lossy(&raw.body);
    ensure!(
        (200..300).contains(&raw.status),
        "answered {}: {text}",
        raw.status
    );
    if raw.body.is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_str(&text).with_context(|| text.into_owned())
}
