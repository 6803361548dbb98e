//! A browser: it keeps cookies, fills in the forms that it was shown, and follows redirections.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::{Extension, Router};
use http_body_util::BodyExt;
use parvis_kernel::Language;
use parvis_organisation::Directory;
use parvis_store::blobs::Blobs;
use parvis_web::{Ground, House, Limits, Settings, Site, Words, WordsFile, dress};
use scraper::{Html, Selector};
use tower::ServiceExt;

use crate::town::Town;

/// The words of the pure rooms, as the server adds them.
const PURE_WORDS: &[WordsFile] = &[
    (Language::French, parvis_form::WORDS_FR),
    (Language::English, parvis_form::WORDS_EN),
    (Language::French, parvis_law::WORDS_FR),
    (Language::English, parvis_law::WORDS_EN),
    (Language::French, parvis_sources::WORDS_FR),
    (Language::English, parvis_sources::WORDS_EN),
];

/// The boundary of the forms with files.
const BOUNDARY: &str = "parvis-boundary";

/// The pages of the room, served for a town.
pub struct Pages {
    pub house: House,
    router: Router,
    runtime: tokio::runtime::Runtime,
}

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    /// Where the browser ended.
    pub path: String,
}

/// A browser of somebody.
pub struct Browser<'a> {
    pages: &'a Pages,
    pub cookies: BTreeMap<String, String>,
    csrf: String,
}

/// A file to send: the name of the input, the name of the file, its content.
pub type Sent<'a> = (&'a str, &'a str, &'a [u8]);

impl Pages {
    /// Serves the pages of a town.
    pub fn of(town: &Town) -> Self {
        Self::set(town, None)
    }

    /// The same, in an installation that has maps.
    pub fn on_ground(town: &Town, ground: Ground) -> Self {
        Self::set(town, Some(ground))
    }

    fn set(town: &Town, ground: Option<Ground>) -> Self {
        let words = [
            parvis_web::WORDS,
            PURE_WORDS,
            parvis_demarche::WORDS,
            parvis_dossier::WORDS,
        ];
        let house = House {
            store: town.kit.store.clone(),
            blobs: Blobs::folder(&town.kit.folder().join("blobs")).unwrap(),
            clock: town.kit.clock.clone(),
            words: Words::load(&words).unwrap(),
            directory: Directory::default(),
            limits: Limits::default(),
            settings: Arc::new(Settings {
                secure: true,
                ground,
                ..Settings::default()
            }),
            wake: parvis_jobs::Wake::default(),
        };
        let site = Site {
            organisation: town.desk.organisation.clone(),
            base: String::new(),
        };
        let routes = parvis_dossier::routes(town.desk.catalogue.clone());
        Self {
            router: dress(routes, &house)
                .layer(Extension(site))
                .layer(Extension(town.desk.guard)),
            house,
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
        }
    }

    /// The same, with administrations that may be asked.
    pub fn asking(mut self, sources: parvis_sources::Sources) -> Self {
        self.router = self.router.layer(Extension(sources));
        self
    }

    /// A new browser, without cookies.
    pub fn browser(&self) -> Browser<'_> {
        Browser {
            pages: self,
            cookies: BTreeMap::new(),
            csrf: String::new(),
        }
    }

    /// The blobs that the storage holds.
    pub fn blob_names(&self) -> Vec<String> {
        use futures::StreamExt;
        let list = self.house.blobs.list("");
        let names = list.map(|listed| listed.unwrap().name);
        self.runtime.block_on(names.collect())
    }

    /// How many blobs the storage holds.
    pub fn blobs(&self) -> usize {
        use futures::StreamExt;
        let list = self.house.blobs.list("");
        self.runtime.block_on(list.count())
    }
}

impl Page {
    /// Its text.
    pub fn body(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Its text as people read it, spaces made plain.
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.body());
        let main = Selector::parse("title, main, .govuk-back-link").unwrap();
        let words: Vec<String> = html
            .select(&main)
            .flat_map(|element| element.text())
            .flat_map(str::split_whitespace)
            .map(|word| word.replace(['\u{a0}', '\u{202f}'], " "))
            .collect();
        words.join(" ").replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// An attribute of each element that a selector finds.
    pub fn all(&self, selector: &str, attribute: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body());
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector)
            .map(|element| element.attr(attribute).unwrap_or_default().to_owned())
            .collect()
    }

    /// An attribute of the first one.
    pub fn one(&self, selector: &str, attribute: &str) -> String {
        let found = self.all(selector, attribute);
        assert!(!found.is_empty(), "no {selector} in {}", self.body());
        found[0].clone()
    }

    /// The words of each element that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body());
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector)
            .map(|element| element.text().collect::<String>().trim().to_owned())
            .collect()
    }

    /// The HTML inside the first element that a selector finds, a line for each tag.
    pub fn inner(&self, selector: &str) -> String {
        let html = Html::parse_document(&self.body());
        let selector = Selector::parse(selector).unwrap();
        let inner = html.select(&selector).next().unwrap().inner_html();
        inner.replace("><", ">\n<")
    }

    /// Whether it says something, whatever its spaces.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }
}

impl Browser<'_> {
    /// Opens a page, following redirections.
    pub fn get(&mut self, path: &str) -> Page {
        let first = self.send(Request::get(path), Body::empty(), path);
        self.followed(first)
    }

    /// Opens an address without following.
    pub fn get_once(&mut self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty(), path)
    }

    /// Sends the form of the last page, following redirections.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let first = self.post_once(path, fields);
        self.followed(first)
    }

    /// Sends a form without following.
    pub fn post_once(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let csrf = self.csrf.clone();
        let pairs = [("csrf", csrf.as_str())];
        let pairs = pairs.iter().chain(fields);
        let body: Vec<String> = pairs
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        self.post_raw(path, "application/x-www-form-urlencoded", body.join("&"))
    }

    /// Sends a form twice at the same moment, as a double click does.
    pub fn post_twice(&mut self, path: &str, fields: &[(&str, &str)]) -> [StatusCode; 2] {
        let pairs = [("csrf", self.csrf.as_str())];
        let pairs = pairs.iter().chain(fields);
        let body: Vec<String> = pairs
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        let cookies = self.cookies.iter();
        let cookies: Vec<String> = cookies.map(|(name, own)| format!("{name}={own}")).collect();
        let request = || {
            Request::post(path)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin")
                .header("cookie", cookies.join("; "))
                .body(Body::from(body.join("&")))
                .unwrap()
        };
        let (first, second) = (self.pages.router.clone(), self.pages.router.clone());
        let both = futures::future::join(first.oneshot(request()), second.oneshot(request()));
        let (first, second) = self.pages.runtime.block_on(both);
        [first.unwrap().status(), second.unwrap().status()]
    }

    /// Sends a form with files, following redirections.
    pub fn post_files(&mut self, path: &str, fields: &[(&str, &str)], files: &[Sent<'_>]) -> Page {
        let first = self.post_files_once(path, fields, files);
        self.followed(first)
    }

    /// Sends a form with files without following.
    pub fn post_files_once(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[Sent<'_>],
    ) -> Page {
        let csrf = self.csrf.clone();
        let mut body = Vec::new();
        let pairs = [("csrf", csrf.as_str())];
        for (name, value) in pairs.iter().chain(fields) {
            body.extend(part(name, None, value.as_bytes()));
        }
        for (name, file, bytes) in files {
            body.extend(part(name, Some(file), bytes));
        }
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        self.post_raw(
            path,
            &format!("multipart/form-data; boundary={BOUNDARY}"),
            body,
        )
    }

    /// Sends anything.
    pub fn post_raw(&mut self, path: &str, media: &str, body: impl Into<Body>) -> Page {
        let request = Request::post(path)
            .header("content-type", media)
            .header("sec-fetch-site", "same-origin");
        self.send(request, body.into(), path)
    }

    fn followed(&mut self, mut page: Page) -> Page {
        for _ in 0..5 {
            let Some(next) = page.headers.get("location") else {
                break;
            };
            let next = next.to_str().unwrap().to_owned();
            let path = next.split('#').next().unwrap_or_default();
            page = self.send(Request::get(path), Body::empty(), &next);
        }
        assert!(
            !page.headers.contains_key("location"),
            "{} goes round",
            page.path
        );
        page
    }

    fn send(&mut self, request: axum::http::request::Builder, body: Body, path: &str) -> Page {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request
            .header("cookie", cookies.join("; "))
            .header("accept-language", "fr")
            .body(body)
            .unwrap();
        let router = self.pages.router.clone();
        let (parts, bytes) = self.pages.runtime.block_on(async move {
            let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
            (parts, body.collect().await.unwrap().to_bytes())
        });
        self.keep(&parts.headers);
        let page = Page {
            status: parts.status,
            headers: parts.headers,
            bytes: bytes.to_vec(),
            path: path.to_owned(),
        };
        if let Some(csrf) = page.all("input[name=csrf]", "value").first() {
            self.csrf.clone_from(csrf);
        }
        page
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for line in headers.get_all("set-cookie") {
            let line = line.to_str().unwrap();
            let (name, rest) = line.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

fn part(name: &str, file: Option<&str>, bytes: &[u8]) -> Vec<u8> {
    let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
    let head =
        format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
