//! A small house that shows the pages of this room.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::{Extension, Router};
use http_body_util::BodyExt;
use parvis_access::agent;
use parvis_access::session::{self, Token};
use parvis_demarche::Catalogue;
use parvis_kernel::{AgentId, Clock, Ctx, FakeClock, Instant, Language};
use parvis_organisation::{Directory, Organisation};
use parvis_store::blobs::Blobs;
use parvis_testkit::TestStore;
use parvis_web::{Ground, House, Limits, Settings, Site, View, Words, WordsFile, dress};
use scraper::{Html, Selector};
use tower::ServiceExt;

pub struct TestHouse {
    pub words: Words,
    router: Router,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub media: String,
    pub body: String,
}

/// The words of the form engine, as the server adds them.
const FORM_WORDS: &[WordsFile] = &[
    (Language::French, parvis_form::WORDS_FR),
    (Language::English, parvis_form::WORDS_EN),
];

impl TestHouse {
    pub fn open(test: &TestStore, organisation: &Organisation) -> Self {
        Self::open_at(test, organisation, test.ctx().now)
    }

    /// The house as it is at an instant.
    pub fn open_at(test: &TestStore, organisation: &Organisation, now: Instant) -> Self {
        Self::settled(test, organisation, now, Settings::default())
    }

    /// A house whose maps stand on the images of a server.
    pub fn with_maps(test: &TestStore, organisation: &Organisation, tiles: &str) -> Self {
        let view = View {
            latitude: 46.6,
            longitude: 2.4,
            zoom: 5,
        };
        let ground = Ground::new(tiles, "© Les cartographes", view, false).unwrap();
        let settings = Settings {
            ground: Some(ground),
            ..Settings::default()
        };
        Self::settled(test, organisation, test.ctx().now, settings)
    }

    fn settled(
        test: &TestStore,
        organisation: &Organisation,
        now: Instant,
        settings: Settings,
    ) -> Self {
        let words = Words::load(&[parvis_web::WORDS, parvis_demarche::WORDS, FORM_WORDS]).unwrap();
        let clock: Arc<dyn Clock> = Arc::new(FakeClock::at(now));
        let house = House {
            store: test.store.clone(),
            blobs: Blobs::folder(&test.folder().join("blobs")).unwrap(),
            clock,
            words: words.clone(),
            directory: Directory::default(),
            limits: Limits::default(),
            settings: Arc::new(Settings {
                secure: true,
                ..settings
            }),
            wake: parvis_jobs::Wake::default(),
        };
        let site = Site {
            organisation: Arc::new(organisation.clone()),
            base: "/rochebrune".to_owned(),
        };
        let routes = parvis_demarche::routes(Catalogue::new());
        let router = dress(routes, &house).layer(Extension(site));
        Self { words, router }
    }

    /// A page as an agent reads it, whose session begins at an instant.
    pub fn get_as(&self, test: &TestStore, agent: AgentId, ctx: &Ctx, path: &str) -> Answer {
        static STEP: AtomicI64 = AtomicI64::new(1_000_000_000);
        let token = Token::draw().unwrap();
        let (opened, ctx) = (token.clone(), ctx.clone());
        let step = STEP.fetch_add(1, Ordering::Relaxed);
        let signed = test.store.write_blocking(move |tx| {
            let session = session::open_for_agent(&ctx, tx, &opened, agent)?;
            agent::complete_sign_in(&ctx, tx, session.id, agent, step)
        });
        assert!(signed.unwrap());
        let cookie = format!("parvis_rochebrune={}", token.reveal());
        let request = Request::get(path).header("accept-language", "fr");
        self.answer(
            request
                .header("cookie", cookie)
                .body(Body::empty())
                .unwrap(),
        )
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_in("fr", path)
    }

    pub fn get_in(&self, language: &str, path: &str) -> Answer {
        let request = Request::get(path).header("accept-language", language);
        self.answer(request.body(Body::empty()).unwrap())
    }

    fn answer(&self, request: Request<Body>) -> Answer {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = body.collect().await.unwrap().to_bytes();
            let media = parts.headers.get("content-type");
            Answer {
                status: parts.status,
                media: media
                    .map(|media| media.to_str().unwrap().to_owned())
                    .unwrap_or_default(),
                body: String::from_utf8(bytes.to_vec()).unwrap(),
            }
        })
    }
}

impl Answer {
    /// The texts of the elements that a selector finds, with plain spaces.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        let found = page.select(&selector);
        let texts = found.map(|element| element.text().collect::<String>());
        texts
            .map(|text| text.trim().replace(['\u{a0}', '\u{202f}'], " "))
            .collect()
    }

    /// An attribute of the elements that a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        let found = page.select(&selector);
        found
            .filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }

    /// The main part of the page, an element a line.
    pub fn main(&self) -> String {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse("main").unwrap();
        let main = page.select(&selector).next().unwrap();
        main.inner_html().replace("><", ">\n<")
    }
}
