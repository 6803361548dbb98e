//! A browser: keeps cookies, fills the forms that a page shows, follows nothing by itself.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use scraper::{ElementRef, Html, Selector};
use tokio::runtime::Runtime;
use tower::ServiceExt;

pub struct Browser<'a> {
    router: &'a Router,
    runtime: &'a Runtime,
    cookies: BTreeMap<String, String>,
    pub language: &'static str,
}

/// A page as it came.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl<'a> Browser<'a> {
    pub fn new(router: &'a Router, runtime: &'a Runtime) -> Self {
        Self {
            router,
            runtime,
            cookies: BTreeMap::new(),
            language: "fr",
        }
    }

    pub fn keep(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The token of the session that it keeps.
    pub fn token(&self) -> String {
        self.cookies
            .get("parvis_rochebrune")
            .cloned()
            .unwrap_or_default()
    }

    /// Opens a page by its path in the organisation.
    pub fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty())
    }

    /// Sends a form of a page, with what is typed into it.
    pub fn submit(&mut self, page: &Page, action: &str, typed: &[(&str, &str)]) -> Page {
        let document = Html::parse_document(&page.body);
        let forms = Selector::parse("form[method=post]").unwrap();
        let form = document
            .select(&forms)
            .find(|form| form.attr("action").unwrap().starts_with(action))
            .unwrap_or_else(|| panic!("no form {action} in {}", page.body));
        let mut entries = hidden(form);
        for (name, value) in typed {
            entries.push(((*name).to_owned(), (*value).to_owned()));
        }
        let to = form.attr("action").unwrap();
        self.post(to.strip_prefix("/rochebrune").unwrap(), &entries)
    }

    pub fn post(&mut self, path: &str, entries: &[(String, String)]) -> Page {
        let pairs: Vec<String> = entries
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(pairs.join("&")))
    }

    fn send(&mut self, request: http::request::Builder, body: Body) -> Page {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request
            .header("cookie", cookies.join("; "))
            .header("accept-language", self.language)
            .body(body)
            .unwrap();
        let answering = self.router.clone().oneshot(request);
        let (parts, body) = self.runtime.block_on(answering).unwrap().into_parts();
        let body = self.runtime.block_on(body.collect()).unwrap().to_bytes();
        self.take_cookies(&parts.headers);
        Page {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    fn take_cookies(&mut self, headers: &HeaderMap) {
        for line in headers.get_all("set-cookie") {
            let line = line.to_str().unwrap();
            let (name, rest) = line.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.keep(name, value);
            }
        }
    }
}

impl Page {
    /// Where a redirect leads, in the organisation.
    pub fn leads_to(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        let to = self.headers["location"].to_str().unwrap();
        to.strip_prefix("/rochebrune").unwrap()
    }

    pub fn has(&self, selector: &str) -> bool {
        let document = Html::parse_document(&self.body);
        document
            .select(&Selector::parse(selector).unwrap())
            .next()
            .is_some()
    }

    pub fn text(&self, selector: &str) -> String {
        let document = Html::parse_document(&self.body);
        let found = document.select(&Selector::parse(selector).unwrap()).next();
        let text: String = found
            .map(|found| found.text().collect())
            .unwrap_or_default();
        text.replace(['\u{a0}', '\u{202f}'], " ").trim().to_owned()
    }

    /// The title and the main part, without what changes at each run.
    pub fn reviewed(&self, changing: &[(&str, &str)]) -> String {
        let main = self.body.split_once("<main").unwrap().1;
        let main = main.split_once("</main>").unwrap().0;
        let mut shown = format!("{}\n<main{main}</main>", self.text("title"));
        let csrf = self.attr("input[name=csrf]", "value");
        if !csrf.is_empty() {
            shown = shown.replace(&csrf, "[csrf]");
        }
        for (value, name) in changing {
            shown = shown.replace(value, name);
        }
        shown
    }

    pub fn attr(&self, selector: &str, name: &str) -> String {
        let document = Html::parse_document(&self.body);
        let found = document.select(&Selector::parse(selector).unwrap()).next();
        found
            .and_then(|found| found.attr(name))
            .unwrap_or_default()
            .to_owned()
    }
}

fn hidden(form: ElementRef<'_>) -> Vec<(String, String)> {
    let inputs = Selector::parse("input[type=hidden]").unwrap();
    form.select(&inputs)
        .map(|input| {
            let attr = |name| input.attr(name).unwrap_or_default().to_owned();
            (attr("name"), attr("value"))
        })
        .collect()
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
