//! A browser without a screen: one connection kept alive, cookies, redirections followed, compressed pages read.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Read;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use axum::body::Bytes;

use crate::forms::{Filled, Page};
use crate::wire::{Connection, Raw};

/// Redirections followed at most for one click.
const REDIRECTIONS: usize = 8;

/// One request that was answered.
#[derive(Debug, Clone)]
pub struct Timed {
    /// `POST /dossiers/{number}/declarer`: the method and the path as the browser asked it.
    pub what: String,
    /// From the first byte sent to the last byte received.
    pub took: Duration,
}

/// What the server answered, after redirections.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The path and query of the page that is shown.
    pub path: String,
    /// Its text.
    pub body: String,
    /// Where the server sends the browser, when redirections are not followed.
    pub location: Option<String>,
}

impl Answer {
    /// Reads the page, which must have been answered well.
    ///
    /// # Errors
    /// Another status: says which page, its title and its errors.
    pub fn page(self) -> Result<Page> {
        let page = Page::read(&self.path, &self.body);
        if self.status != 200 {
            bail!(
                "{} answered {} : {}",
                self.path,
                self.status,
                page.summary()
            );
        }
        Ok(page)
    }

    /// Reads the page, which must have refused what was sent.
    ///
    /// # Errors
    /// Another status.
    pub fn refused_page(self) -> Result<Page> {
        let page = Page::read(&self.path, &self.body);
        if self.status != 422 {
            let (path, status) = (&self.path, self.status);
            bail!(
                "{path} should have refused, and answered {status} : {}",
                page.summary()
            );
        }
        Ok(page)
    }
}

/// A browser on one site.
pub struct Browser {
    address: SocketAddr,
    encoding: &'static str,
    connection: Option<Connection>,
    cookies: BTreeMap<String, String>,
    comes_back: bool,
    /// How often it was told to come back later.
    pub told_to_come_back: usize,
    /// The requests answered so far.
    pub timed: Vec<Timed>,
}

impl Browser {
    /// A browser that asks for compressed pages, as all do.
    pub const fn new(address: SocketAddr) -> Self {
        Self {
            address,
            encoding: "gzip",
            connection: None,
            cookies: BTreeMap::new(),
            comes_back: false,
            told_to_come_back: 0,
            timed: Vec::new(),
        }
    }

    /// Asks for other content encodings from now on.
    pub const fn ask_for(&mut self, encoding: &'static str) {
        self.encoding = encoding;
    }

    /// From now on, a page that says when to come back is asked for again then, as a person would.
    pub const fn come_back_when_told(&mut self) {
        self.comes_back = true;
    }

    /// The bytes that the connection received, headers included.
    pub fn received(&self) -> u64 {
        self.connection
            .as_ref()
            .map_or(0, |connection| connection.received)
    }

    /// Shows a page.
    pub async fn get(&mut self, path: &str) -> Result<Page> {
        let answer = self.send("GET", path, None).await?;
        self.follow(answer).await?.page()
    }

    /// Sends a form and shows what comes.
    pub async fn submit(&mut self, form: &Filled) -> Result<Page> {
        let answer = self.post(form).await?;
        self.follow(answer).await?.page()
    }

    /// Sends a form that must be refused.
    pub async fn submit_refused(&mut self, form: &Filled) -> Result<Page> {
        self.post(form).await?.refused_page()
    }

    /// Sends a form, without following the redirection.
    pub async fn post(&mut self, form: &Filled) -> Result<Answer> {
        let body = form.body();
        self.send("POST", &form.action, Some(body)).await
    }

    /// Follows the redirections of an answer.
    pub async fn follow(&mut self, mut answer: Answer) -> Result<Answer> {
        for _ in 0..REDIRECTIONS {
            let Some(to) = answer.location.take() else {
                return Ok(answer);
            };
            answer = self.send("GET", &to, None).await?;
        }
        bail!("{} redirects for ever", answer.path)
    }

    /// One request, its time noted.
    pub async fn send(
        &mut self,
        method: &str,
        path: &str,
        body: Option<(String, Bytes)>,
    ) -> Result<Answer> {
        let path = path.split('#').next().unwrap_or(path).to_owned();
        let what = format!("{method} {path}");
        let began = Instant::now();
        let raw = self
            .raw(method, &path, body)
            .await
            .with_context(|| what.clone())?;
        self.timed.push(Timed {
            what,
            took: began.elapsed(),
        });
        let redirects = (300..400).contains(&raw.status);
        let location = raw.header("location").filter(|_| redirects);
        Ok(Answer {
            status: raw.status,
            location: location.map(str::to_owned),
            body: text(&raw).with_context(|| path.clone())?,
            path,
        })
    }

    /// One request, its answer as it travelled.
    pub async fn raw(
        &mut self,
        method: &str,
        path: &str,
        body: Option<(String, Bytes)>,
    ) -> Result<Raw> {
        let (head, body) = self.request(method, path, body)?;
        loop {
            let raw = self.exchange(&head, &body).await?;
            self.keep_cookies(&raw);
            if raw.header("connection") == Some("close") {
                self.connection = None;
            }
            let Some(wait) = self.told_when(&raw) else {
                return Ok(raw);
            };
            self.told_to_come_back += 1;
            tokio::time::sleep(wait).await;
        }
    }

    /// When an answer says to come back, if this browser does.
    fn told_when(&self, raw: &Raw) -> Option<Duration> {
        let later = matches!(raw.status, 429 | 503) && self.comes_back;
        let seconds = raw.header("retry-after").filter(|_| later)?.parse().ok()?;
        Some(Duration::from_secs(seconds))
    }

    async fn exchange(&mut self, head: &str, body: &[u8]) -> Result<Raw> {
        let kept = self.connection.take();
        let mut connection = match kept.filter(Connection::is_open) {
            Some(connection) => connection,
            None => Connection::to(self.address).await?,
        };
        let raw = connection.exchange(head, body).await?;
        self.connection = Some(connection);
        Ok(raw)
    }

    fn request(
        &self,
        method: &str,
        path: &str,
        body: Option<(String, Bytes)>,
    ) -> Result<(String, Bytes)> {
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nuser-agent: parvis-bench\r\naccept: text/html\r\naccept-language: fr\r\nsec-fetch-site: same-origin\r\n",
            self.address
        );
        if !self.encoding.is_empty() {
            write!(head, "accept-encoding: {}\r\n", self.encoding)?;
        }
        if !self.cookies.is_empty() {
            let pairs = self.cookies.iter();
            let pairs: Vec<String> = pairs
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            write!(head, "cookie: {}\r\n", pairs.join("; "))?;
        }
        let bytes = match body {
            Some((media, bytes)) => {
                write!(
                    head,
                    "content-type: {media}\r\ncontent-length: {}\r\n",
                    bytes.len()
                )?;
                bytes
            }
            None => Bytes::new(),
        };
        head.push_str("\r\n");
        Ok((head, bytes))
    }

    fn keep_cookies(&mut self, raw: &Raw) {
        let lines = raw.headers.iter().filter(|(name, _)| name == "set-cookie");
        for (_, line) in lines {
            let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
            let Some((name, value)) = pair.split_once('=') else {
                continue;
            };
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

fn text(raw: &Raw) -> Result<String> {
    match raw.header("content-encoding") {
        Some("gzip") => {
            let mut text = String::new();
            flate2::read::GzDecoder::new(raw.body.as_slice()).read_to_string(&mut text)?;
            Ok(text)
        }
        // What only counts bytes does not read them.
        Some("br") => Ok(String::new()),
        _ => Ok(String::from_utf8_lossy(&raw.body).into_owned()),
    }
}
