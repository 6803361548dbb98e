//! A browser without a screen: keeps cookies, fills in the forms that pages show, follows redirects when asked.

mod door;
mod form;
mod page;
mod rules;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use axum::body::Body;
use bytes::Bytes;
use http::request::Builder;
use http::{Method, Request, header};

pub use door::Door;
pub use form::Form;
pub use page::{Page, plain};
pub use rules::problems_of;

/// Redirects followed before it looks like a loop.
const PATIENCE: usize = 10;

/// A browser in front of a [`Door`]. A clone is another window that starts with the same cookies.
#[derive(Clone)]
pub struct Browser {
    door: Door,
    cookies: BTreeMap<String, String>,
    language: &'static str,
}

impl Browser {
    pub(crate) const fn new(door: Door) -> Self {
        Self {
            door,
            cookies: BTreeMap::new(),
            language: "fr",
        }
    }

    /// The same browser, of somebody who reads this language.
    #[must_use]
    pub const fn in_language(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    /// Opens a page, and stays there whatever it answers.
    pub fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty())
    }

    /// Opens a page and follows where it leads.
    pub fn open(&mut self, path: &str) -> Page {
        let page = self.get(path);
        self.follow(page)
    }

    /// Follows where a page leads, until one is shown.
    ///
    /// # Panics
    ///
    /// When the redirects never end.
    pub fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..PATIENCE {
            if !page.status.is_redirection() {
                return page;
            }
            let to = page.leads_to().to_owned();
            page = self.get(to.split('#').next().unwrap_or_default());
        }
        panic!("redirects without end: {}", page.path)
    }

    /// Sends a form, and stays at what it answers.
    pub fn submit(&mut self, form: &Form) -> Page {
        let (media, body) = form.encoded();
        self.post(form.action(), &media, body)
    }

    /// Sends a form and follows where it leads.
    pub fn post_form(&mut self, form: &Form) -> Page {
        let page = self.submit(form);
        self.follow(page)
    }

    /// Posts a body as our own pages do.
    pub fn post(&mut self, path: &str, media: &str, body: impl Into<Bytes>) -> Page {
        self.ask(&Method::POST, path, media, body)
    }

    /// Sends any method with a body, from the same site.
    pub fn ask(
        &mut self,
        method: &Method,
        path: &str,
        media: &str,
        body: impl Into<Bytes>,
    ) -> Page {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, media)
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body.into()))
    }

    /// Sends any request, with the cookies of this browser.
    pub fn send(&mut self, request: Builder, body: Body) -> Page {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = request.header(header::ACCEPT_LANGUAGE, self.language);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let request = request.body(body).expect("a request");
        let page = self.door.ask(request);
        self.keep_cookies(&page);
        page
    }

    /// The value of a cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Gives it a cookie.
    pub fn keep(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Forgets every cookie: another device, or a session that ended.
    pub fn forget(&mut self) {
        self.cookies.clear();
    }

    fn keep_cookies(&mut self, page: &Page) {
        for line in page.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("a readable cookie");
            let (name, rest) = line.split_once('=').expect("a cookie with a name");
            let value = rest.split(';').next().unwrap_or_default();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.keep(name, value);
            }
        }
    }
}
