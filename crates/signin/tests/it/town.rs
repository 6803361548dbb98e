//! A town whose pages of sign-in are visited by browsers, on one engine.

use std::sync::Arc;

use axum::{Extension, Router};
use parvis_access::agent::{self, Agent};
use parvis_access::challenge::{self, NewChallenge};
use parvis_access::session::{self, Token};
use parvis_access::{AccessError, password};
use parvis_identity::Identity;
use parvis_kernel::{AgentId, ChallengeId, Clock, Ctx, Language, ServiceId};
use parvis_organisation::{Contact, Directory, Organisation, Profile, Service};
use parvis_outside::Policy;
use parvis_store::Migration;
use parvis_store::blobs::Blobs;
use parvis_testkit::TestStore;
use parvis_web::{House, Limits, Settings, Site, Words, dress};

use crate::browser::Browser;

pub const MIGRATIONS: &[&[Migration]] = &[
    parvis_journal::MIGRATIONS,
    parvis_jobs::MIGRATIONS,
    parvis_organisation::MIGRATIONS,
    parvis_access::MIGRATIONS,
    parvis_identity::MIGRATIONS,
    parvis_notify::MIGRATIONS,
];
pub const PASSWORD: &str = "le heron cendre attend la maree";
pub const EMAIL: &str = "claire.martin@rochebrune.example";

pub struct Town {
    pub test: TestStore,
    pub house: House,
    pub ctx: Ctx,
    pub claire: AgentId,
    router: Router,
    pub runtime: tokio::runtime::Runtime,
}

impl Town {
    pub fn open(test: TestStore) -> Self {
        let organisation = Organisation {
            id: test.organisation,
            slug: "rochebrune".to_owned(),
            host: None,
            name: "Ville de Rochebrune".to_owned(),
            profile: Profile::default(),
            demonstration: false,
            trial: None,
        };
        let ctx = test.ctx();
        let claire = settle(&test, &ctx, &organisation);
        let house = House {
            store: test.store.clone(),
            blobs: Blobs::folder(&test.folder().join("blobs")).unwrap(),
            clock: test.clock.clone(),
            words: Words::load(&[parvis_web::WORDS, parvis_signin::WORDS]).unwrap(),
            directory: Directory::default(),
            limits: Limits::default(),
            settings: Arc::new(Settings::default()),
            wake: parvis_jobs::Wake::default(),
        };
        let site = Site {
            organisation: Arc::new(organisation),
            base: "/rochebrune".to_owned(),
        };
        let identity = Identity::new(Policy::default(), parvis_outside::system());
        let pages = parvis_signin::routes().layer(Extension(identity));
        let router = dress(pages, &house).layer(Extension(site));
        Self {
            test,
            house,
            ctx,
            claire,
            router,
            runtime: tokio::runtime::Runtime::new().unwrap(),
        }
    }

    pub fn browser(&self) -> Browser<'_> {
        Browser::new(&self.router, &self.runtime)
    }

    pub fn ctx(&self) -> Ctx {
        Ctx {
            now: self.test.clock.now(),
            ..self.ctx.clone()
        }
    }

    /// A browser whose session asked for a code, and the challenge.
    pub fn asking(&self, purpose: &'static str, decoy: bool) -> (Browser<'_>, ChallengeId) {
        let token = Token::draw().unwrap();
        let (ctx, known) = (self.ctx(), token.clone());
        let asked = self.house.store.write_blocking(move |tx| {
            let session = session::open(&ctx, tx, &known)?;
            let new = NewChallenge {
                session: session.id,
                address: "zoe@example.org".to_owned().into(),
                purpose: purpose.to_owned(),
                dossier: None,
                decoy,
            };
            let id = challenge::create(&ctx, tx, &new)?;
            parvis_jobs::publish(tx, &challenge::asked(&ctx, id))?;
            Ok::<_, AccessError>(id)
        });
        let mut browser = self.browser();
        browser.keep("parvis_rochebrune", token.reveal());
        (browser, asked.unwrap())
    }

    pub fn code(&self, id: ChallengeId) -> String {
        challenge::code(self.house.store.vault(), id).into_inner()
    }

    /// Whether a token opens a live session.
    pub fn is_live(&self, token: &str) -> bool {
        let (organisation, now) = (self.ctx.organisation, self.test.clock.now());
        let token = Token::parse(token).unwrap();
        let found = self
            .house
            .store
            .read_blocking(move |tx| session::find(tx, organisation, &token, now));
        found.unwrap().is_some()
    }

    pub fn later(&self, seconds: i64) {
        self.test.clock.advance(
            std::time::Duration::from_secs(seconds.unsigned_abs())
                .try_into()
                .unwrap(),
        );
    }

    /// The words that pages asked for exist.
    pub fn all_words_are_known(&self) {
        assert_eq!(self.house.words.unknown(), Vec::<String>::new());
    }
}

/// Creates the organisation, a service and an agent.
fn settle(test: &TestStore, ctx: &Ctx, organisation: &Organisation) -> AgentId {
    let service = Service {
        id: ServiceId::new(),
        slug: "etat-civil".to_owned(),
        name: "État civil".to_owned(),
        contact: Contact::default(),
    };
    let claire = Agent {
        id: AgentId::new(),
        email: EMAIL.to_owned(),
        first_name: "Claire".to_owned(),
        last_name: "Martin".to_owned(),
        quality: "Officière de l’état civil".to_owned(),
        service: service.id,
        delegation: None,
        disabled_at: None,
    };
    let id = claire.id;
    let hash = password::hash(PASSWORD).unwrap();
    let (place, house) = (organisation.clone(), ctx.clone());
    test.store
        .write_blocking(move |tx| {
            parvis_organisation::create(&house, tx, &place)?;
            parvis_organisation::create_service(&house, tx, &service)
        })
        .unwrap();
    let house = ctx.clone();
    test.store
        .write_blocking(move |tx| agent::create(&house, tx, &claire, &hash))
        .unwrap();
    id
}

/// Both languages have every word of this room.
#[test]
fn the_words_of_this_room_exist_in_every_language() {
    let words = Words::load(&[parvis_web::WORDS, parvis_signin::WORDS]).unwrap();
    assert_eq!(words.missing(), Vec::<(Language, String)>::new());
}
