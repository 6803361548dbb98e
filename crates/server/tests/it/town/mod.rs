//! Two organisations in one house, on one engine, in front of which browsers stand.

mod accounts;
mod agents;
mod instruct;
mod journals;
mod opinions;
mod passkeys;
mod payments;
mod person;
mod post;
mod trial;

use std::collections::BTreeMap;
use std::sync::Arc;

use parvis_access::agent::{self, Agent, Membership, Role};
use parvis_access::{OrganisationRole, role};
use parvis_demarche::{Catalogue, DEMONSTRATION, LIBRARY};
use parvis_dossier::examine::Watch;
use parvis_jobs::{Runner, Wake, Worker};
use parvis_kernel::{AgentId, Clock, Ctx, GroupId, OrganisationId, ServiceId};
use parvis_notify::Sender;
use parvis_organisation::{Contact, Directory, Group, Organisation, Profile, Service};
use parvis_outside::Policy;
use parvis_server::{Config, Front, IdentityConfig, WebhooksConfig};
use parvis_sources::{Access, Provider, Sources, Token};
use parvis_store::blobs::Blobs;
use parvis_testkit::{Browser, Door, Page, TestStore, engines, on_both};
use parvis_web::Roots;
use parvis_web::{House, Limits, Settings};
use parvis_webhook::Courier;

pub use accounts::SECRET_SENTENCE;
pub use agents::{PASSWORD, decoded};
pub use instruct::IN_FACT;
pub use person::{Known, PNG, answers, filled, number_in};
pub use post::Post;
pub use trial::{PASS, SESSION};

/// A sound image of two pixels by two.
pub const LOGO: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x02\x00\x00\x00\x02\x08\x02\x00\x00\x00\xfd\xd4\x9a\x73\x00\x00\x00\x10\x49\x44\x41\x54\x78\x9c\x63\x90\xf7\x8d\x01\x22\x06\x08\x05\x00\x14\xfa\x03\x21\x67\x01\xf4\x03\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/// The services of each organisation; each has its group.
const SERVICES: [(&str, &str); 4] = [
    ("etat-civil", "État civil"),
    ("vie-scolaire", "Vie scolaire"),
    ("cadre-de-vie", "Cadre de vie"),
    ("archives", "Archives"),
];

/// Those who work there: address, first name, name, role, and in which groups.
const AGENTS: [(&str, &str, &str, Role, &[&str]); 4] = [
    (
        "claire",
        "Claire",
        "Martin",
        Role::Instructeur,
        &["etat-civil", "vie-scolaire", "cadre-de-vie"],
    ),
    (
        "karim",
        "Karim",
        "Haddad",
        Role::Instructeur,
        &["etat-civil", "vie-scolaire", "cadre-de-vie"],
    ),
    (
        "rosa",
        "Rosa",
        "Lopez",
        Role::Reader,
        &["etat-civil", "vie-scolaire", "cadre-de-vie"],
    ),
    ("yann", "Yann", "Le Goff", Role::Instructeur, &["archives"]),
];

/// A house with two organisations.
pub struct Town {
    /// The organisation of most tests.
    pub rochebrune: Place,
    /// The other one: nothing of the first is visible from it.
    pub valmont: Place,
    pub post: Post,
    pub house: House,
    /// What the pages say of the antivirus.
    pub watch: Watch,
    front: Front,
    worker: Worker,
    courier: Courier,
    pub test: TestStore,
}

/// An organisation, and the door of its pages.
pub struct Place {
    pub organisation: Organisation,
    pub door: Door,
    pub agents: Vec<(&'static str, AgentId)>,
    /// The cookies that each of its browsers has from the start.
    kept: Vec<(String, String)>,
}

impl Place {
    /// A browser that nobody knows.
    pub fn browser(&self) -> Browser {
        let mut browser = self.door.browser();
        for (name, value) in &self.kept {
            browser.keep(name, value);
        }
        browser
    }
}

/// Runs a test in a fresh house on each engine.
pub fn in_towns(test: impl Fn(&Town)) {
    on_both(&[&parvis_server::migrations()], |kit| {
        test(&Town::build(kit));
    });
}

/// Runs a test in a fresh house on the first engine of this run: for what does not depend on data.
pub fn in_one_town(test: impl Fn(&Town)) {
    let engine = engines()[0];
    test(&Town::build(TestStore::on(
        engine,
        &[&parvis_server::migrations()],
    )));
}

impl Town {
    /// A house as in production: behind HTTPS, each organisation under its host name.
    pub fn build(test: TestStore) -> Self {
        Self::stand(test, false)
    }

    /// A demonstration: plain HTTP, each organisation under its first path segment.
    pub fn demonstration(test: TestStore) -> Self {
        Self::stand(test, true)
    }

    /// Builds the house, its organisations, their agents, and publishes the procedures.
    fn stand(test: TestStore, demonstration: bool) -> Self {
        let organisation = |slug: &str, name: &str| {
            let mut organisation = organisation(slug, name);
            if demonstration {
                organisation.host = None;
                organisation.demonstration = true;
            }
            organisation
        };
        let settled = [
            organisation("rochebrune", "Ville de Rochebrune"),
            organisation("valmont", "Commune de Valmont"),
        ];
        let settled = settled.map(|place| settle(&test, place));
        Self::open(test, settled, demonstration)
    }

    /// The house of a database that was kept, a day later.
    pub fn again(test: TestStore) -> Self {
        let settled = ["rochebrune", "valmont"].map(|slug| found(&test, slug));
        let town = Self::open(test, settled, false);
        town.later(24 * 3600);
        town
    }

    fn open(
        test: TestStore,
        settled: [(Organisation, Vec<(&'static str, AgentId)>); 2],
        demonstration: bool,
    ) -> Self {
        let directory = Directory::default();
        let catalogue = Catalogue::new();
        let house = House {
            store: test.store.clone(),
            blobs: Blobs::folder(&test.folder().join("blobs")).unwrap(),
            clock: test.clock.clone(),
            words: parvis_server::words().unwrap(),
            directory: directory.clone(),
            limits: Limits::default(),
            settings: Arc::new(if demonstration {
                Settings::default()
            } else {
                Settings {
                    secure: true,
                    trusted_proxies: vec!["127.0.0.1".parse().unwrap()],
                    ..Settings::default()
                }
            }),
            wake: Wake::default(),
        };
        directory.replace(
            test.store
                .read_blocking(parvis_organisation::all_served)
                .unwrap(),
        );
        let config = Config {
            data: test.folder().to_owned(),
            webhooks: WebhooksConfig {
                loopback: true,
                ..WebhooksConfig::default()
            },
            identity: IdentityConfig {
                loopback: true,
                ..IdentityConfig::default()
            },
            ..Config::default()
        };
        let watch = Watch::default();
        let front = Front::new(&house, &catalogue, &config, &watch, demonstration).unwrap();
        let front = front.asking(nobody_answers());
        let own = front.clone();
        let door = Door::of(tower::service_fn(move |request| {
            let front = own.clone();
            async move { Ok(front.answer(request).await) }
        }));
        let door = match demonstration {
            true => door,
            false => door.saying("x-forwarded-proto", "https"),
        };
        let [rochebrune, valmont] = settled.map(|(organisation, agents)| Place {
            door: door.clone().saying(
                "host",
                organisation.host.as_deref().unwrap_or("127.0.0.1:8080"),
            ),
            organisation,
            agents,
            kept: Vec::new(),
        });
        let post = Post::default();
        let worker = worker(&house, &catalogue, &post);
        let url = "http://127.0.0.1:8080";
        let policy = config.webhooks.policy();
        let courier =
            parvis_server::courier(&house.store, &house.clock, &house.directory, url, policy);
        let town = Self {
            rochebrune,
            valmont,
            post,
            house,
            watch,
            front,
            worker,
            courier: courier.unwrap(),
            test,
        };
        town.work();
        town
    }

    /// Delivers facts and mails until nothing is due.
    pub fn work(&self) {
        for _ in 0..100 {
            if self.rochebrune.door.wait(self.worker.round()).unwrap() == 0 {
                return;
            }
        }
        panic!("the worker never ends");
    }

    /// Delivers facts, then sends what is due to applications until nothing is.
    pub fn tell_applications(&self) {
        self.work();
        for _ in 0..100 {
            if self.rochebrune.door.wait(self.courier.round()).unwrap() == 0 {
                return;
            }
        }
        panic!("the courier never ends");
    }

    /// Works until something takes too long, and dies there.
    pub fn die_at_work(&self) {
        let patience = std::time::Duration::from_secs(2);
        let died = self.rochebrune.door.wait(async {
            tokio::time::timeout(patience, async {
                while self.worker.round().await.is_ok() {}
            })
            .await
        });
        assert!(died.is_err(), "the worker ended its work");
    }

    /// Lets time pass.
    pub fn later(&self, seconds: u64) {
        let span = std::time::Duration::from_secs(seconds);
        self.test.clock.advance(span.try_into().unwrap());
    }

    /// From now on, decisions are shown so many minutes after they are taken.
    pub fn hold(&self, minutes: u16) {
        let organisations = self.house.directory.all().into_iter();
        let held = organisations.map(|organisation| {
            let mut organisation = (*organisation).clone();
            organisation.profile.hold_minutes = minutes;
            organisation
        });
        self.house.directory.replace(held.collect());
    }

    /// Every answer of the house so far, of both organisations.
    pub fn seen(&self) -> Vec<Page> {
        self.rochebrune.door.seen()
    }
}

fn worker(house: &House, catalogue: &Catalogue, post: &Post) -> Worker {
    let sender = Sender::new(
        house.store.clone(),
        house.clock.clone(),
        house.directory.clone(),
        parvis_server::composers(&house.words, catalogue),
        Arc::new(post.clone()),
        Roots::new("http://127.0.0.1:8080"),
    );
    let batches = parvis_dossier::batch::BatchRunner::new(
        house.store.clone(),
        house.clock.clone(),
        house.directory.clone(),
        catalogue.clone(),
    );
    let exports = parvis_dossier::export::ExportRunner::new(
        house.store.clone(),
        house.blobs.clone(),
        house.clock.clone(),
        house.directory.clone(),
        catalogue.clone(),
        house.words.clone(),
        parvis_dossier::examine::Guard::Absent,
    );
    let runners: Vec<Arc<dyn Runner>> = vec![
        Arc::new(sender.unwrap()),
        Arc::new(batches),
        Arc::new(exports),
        Arc::new(parvis_dossier::search::Indexer::new(
            house.store.clone(),
            catalogue.clone(),
        )),
    ];
    Worker {
        store: house.store.clone(),
        clock: house.clock.clone(),
        subscribers: Vec::leak(parvis_server::subscribers()),
        runners,
        wake: house.wake.clone(),
    }
}

fn organisation(slug: &str, name: &str) -> Organisation {
    let mail = |who: &str| format!("{who}@{slug}.example");
    Organisation {
        id: OrganisationId::new(),
        slug: slug.to_owned(),
        host: Some(format!("{slug}.example")),
        name: name.to_owned(),
        profile: Profile {
            siren: Some("219900008".to_owned()),
            contact: contact(slug),
            sender: mail("ne-pas-repondre"),
            publication_director: Some("La maire".to_owned()),
            host: Some("Syndicat numérique, 1 rue du Port, 84999 Rochebrune".to_owned()),
            data_protection_officer: contact(slug),
            security_contact: mail("securite"),
            administrative_court: Some("tribunal administratif de Nîmes".to_owned()),
            conformity: Some("Attestation RGS d’essai".to_owned()),
            ..Profile::default()
        },
        demonstration: false,
        trial: None,
    }
}

fn contact(slug: &str) -> Contact {
    Contact {
        postal_address: vec![
            "1 place du Parvis".to_owned(),
            "84999 Rochebrune".to_owned(),
        ],
        email: Some(format!("mairie@{slug}.example")),
        phone: Some("04 65 71 00 00".to_owned()),
        hours: vec!["Du lundi au vendredi, de 9 h à 17 h".to_owned()],
    }
}

/// An organisation and its agents, in a database that was kept.
fn found(test: &TestStore, slug: &str) -> (Organisation, Vec<(&'static str, AgentId)>) {
    let all = test.store.read_blocking(parvis_organisation::all).unwrap();
    let organisation = all.into_iter().find(|own| own.slug == slug).unwrap();
    let agents = AGENTS.map(|(who, ..)| {
        let (id, email) = (organisation.id, format!("{who}@{slug}.example"));
        let credentials = test
            .store
            .read_blocking(move |tx| agent::credentials(tx, id, &email))
            .unwrap();
        (who, credentials.unwrap().agent.id)
    });
    (organisation, agents.to_vec())
}

/// Creates an organisation with its services, groups and agents, and publishes the procedures that come with the house.
fn settle(
    test: &TestStore,
    organisation: Organisation,
) -> (Organisation, Vec<(&'static str, AgentId)>) {
    let ctx = Ctx::house(organisation.id, test.clock.now());
    let services = SERVICES.map(|(slug, name)| Service {
        id: ServiceId::new(),
        slug: slug.to_owned(),
        name: name.to_owned(),
        contact: contact(&organisation.slug),
    });
    let groups = services.each_ref().map(|service| Group {
        id: GroupId::new(),
        slug: service.slug.clone(),
        name: service.name.clone(),
        service: service.id,
    });
    let (place, house, made) = (
        organisation.clone(),
        ctx.clone(),
        (services, groups.clone()),
    );
    test.store
        .write_blocking(move |tx| {
            parvis_organisation::create(&house, tx, &place)?;
            for service in &made.0 {
                parvis_organisation::create_service(&house, tx, service)?;
            }
            for group in &made.1 {
                parvis_organisation::create_group(&house, tx, group)?;
            }
            Ok::<_, parvis_organisation::OrganisationError>(())
        })
        .unwrap();
    let agents = AGENTS.map(|(who, first, last, role, at)| {
        let joined = groups
            .iter()
            .filter(|group| at.contains(&group.slug.as_str()));
        let joined: Vec<&Group> = joined.collect();
        let agent = Agent {
            id: AgentId::new(),
            email: format!("{who}@{}.example", organisation.slug),
            first_name: first.to_owned(),
            last_name: last.to_owned(),
            quality: "Agente instructrice".to_owned(),
            service: joined[0].service,
            delegation: Some("Arrêté n° 2026-12 du 2 mars 2026".to_owned()),
            disabled_at: None,
        };
        let memberships: Vec<Membership> = joined
            .iter()
            .map(|group| Membership {
                group: group.id,
                role,
            })
            .collect();
        let id = agent.id;
        let ctx = ctx.clone();
        let hash = agents::password_hash();
        test.store
            .write_blocking(move |tx| {
                agent::create(&ctx, tx, &agent, &hash)?;
                for membership in &memberships {
                    agent::join(&ctx, tx, agent.id, *membership)?;
                }
                Ok::<_, parvis_access::AccessError>(())
            })
            .unwrap();
        (who, id)
    });
    give_roles(test, &ctx, &agents);
    publish(test, &ctx, agents[0].1);
    (organisation, agents.to_vec())
}

/// Claire administers, Karim writes procedures, Yann is the data protection officer.
fn give_roles(test: &TestStore, ctx: &Ctx, agents: &[(&'static str, AgentId)]) {
    let roles = [
        ("claire", OrganisationRole::Administrator),
        ("karim", OrganisationRole::ProcedureAuthor),
        ("yann", OrganisationRole::Dpo),
    ];
    for (who, own) in roles {
        let id = agents.iter().find(|(name, _)| *name == who).unwrap().1;
        let ctx = ctx.clone();
        test.store
            .write_blocking(move |tx| role::grant(&ctx, tx, id, own))
            .unwrap();
    }
}

impl Town {
    /// Publishes another revision of a procedure of Rochebrune, where a text is replaced.
    pub fn publish_amended(&self, slug: &str, text: &str, by: &str) {
        let (name, source) = DEMONSTRATION
            .iter()
            .find(|(_, source)| source.contains(&format!("slug: {slug}")))
            .unwrap();
        assert!(source.contains(text));
        let checked = parvis_demarche::check(name, &source.replace(text, by)).unwrap();
        let claire = self.rochebrune.agents[0].1;
        let ctx = Ctx::house(self.rochebrune.organisation.id, self.test.clock.now());
        self.house
            .store
            .write_blocking(move |tx| {
                parvis_demarche::confirm(&ctx, tx, &checked, claire)?;
                parvis_demarche::publish(&ctx, tx, &checked)
            })
            .unwrap();
    }
}

impl Town {
    /// Publishes a procedure of the library in Rochebrune.
    pub fn publish_bundled(&self, file: &str) {
        let (name, source) = LIBRARY.iter().find(|(name, _)| *name == file).unwrap();
        let checked = parvis_demarche::check(name, source).unwrap();
        let claire = self.rochebrune.agents[0].1;
        let ctx = Ctx::house(self.rochebrune.organisation.id, self.test.clock.now());
        let published = self.house.store.write_blocking(move |tx| {
            parvis_demarche::confirm(&ctx, tx, &checked, claire)?;
            parvis_demarche::publish(&ctx, tx, &checked)
        });
        published.unwrap();
    }
}

/// Rochebrune may ask a source that is down.
fn nobody_answers() -> Sources {
    const LOOPBACK: Policy = Policy {
        loopback: true,
        networks: &[],
    };
    let token = Token::new("jeton");
    let access = Access::new("http://127.0.0.1:9", token, "00000000000017", LOOPBACK)
        .map(Access::fictitious);
    let key = (Provider::ApiParticulier, "rochebrune".to_owned());
    let accesses = BTreeMap::from([(key, access.unwrap())]);
    Sources::new(accesses, LOOPBACK, parvis_outside::system()).unwrap()
}

fn publish(test: &TestStore, ctx: &Ctx, confirmed_by: AgentId) {
    for (name, source) in DEMONSTRATION {
        let checked = parvis_demarche::check(name, source).unwrap();
        let ctx = ctx.clone();
        test.store
            .write_blocking(move |tx| {
                parvis_demarche::confirm(&ctx, tx, &checked, confirmed_by)?;
                parvis_demarche::publish(&ctx, tx, &checked)
            })
            .unwrap();
    }
}
