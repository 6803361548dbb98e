//! A small house for the tests of the frame.

use std::sync::Arc;

use axum::body::Body;
use axum::{Extension, Router};
use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt;
use parvis_kernel::{FakeClock, Language};
use parvis_organisation::Directory;
use parvis_store::blobs::Blobs;
use parvis_store::{Location, Store, Vault};
use parvis_web::{House, Limits, Settings, Site, WORDS, Words, dress};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::sample;

/// A house on SQLite in a temporary folder, and the router of some pages in its frame.
pub struct TestHouse {
    pub house: House,
    pub site: Site,
    pub clock: Arc<FakeClock>,
    router: Router,
    _folder: TempDir,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// The `name=value` of each cookie that was set.
    pub fn cookies(&self) -> Vec<String> {
        let lines = self.headers.get_all("set-cookie").iter();
        lines
            .map(|line| line.to_str().unwrap().split(';').next().unwrap().to_owned())
            .collect()
    }
}

impl TestHouse {
    /// A house served under a host name, through HTTPS.
    pub fn secure(routes: Router<House>) -> Self {
        Self::new(routes, "", true)
    }

    /// A demonstration: under a path, plain HTTP.
    pub fn demonstration(routes: Router<House>) -> Self {
        Self::new(routes, "/rochebrune", false)
    }

    fn new(routes: Router<House>, base: &str, secure: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Sqlite(folder.path().join("parvis.db"));
        let store = Store::open(&location, Vault::from_bytes([3; 32])).unwrap();
        let migrations = [
            parvis_store::MIGRATIONS,
            parvis_journal::MIGRATIONS,
            parvis_organisation::MIGRATIONS,
            parvis_access::MIGRATIONS,
        ];
        store.migrate(&migrations.concat()).unwrap();
        let clock = Arc::new(FakeClock::at("2026-11-22T08:00:00Z".parse().unwrap()));
        let house = House {
            store,
            blobs: Blobs::folder(&folder.path().join("blobs")).unwrap(),
            clock: clock.clone(),
            words: Words::load(&[WORDS]).unwrap(),
            directory: Directory::default(),
            limits: Limits::default(),
            settings: Arc::new(Settings {
                secure,
                ..Settings::default()
            }),
            wake: parvis_jobs::Wake::default(),
        };
        let organisation = sample::visit(Language::French).unwrap().organisation;
        let site = Site {
            organisation,
            base: base.to_owned(),
        };
        let router = dress(routes, &house).layer(Extension(site.clone()));
        Self {
            house,
            site,
            clock,
            router,
            _folder: folder,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    pub async fn post(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answer {
        let mut request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        for (name, value) in headers {
            request.headers_mut().unwrap().insert(
                http::HeaderName::from_bytes(name.as_bytes()).unwrap(),
                value.parse().unwrap(),
            );
        }
        self.send(request.body(body.into()).unwrap()).await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}
