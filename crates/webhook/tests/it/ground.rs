//! A town whose facts are told to a receiver.

use std::sync::Arc;
use std::time::Duration;

use parvis_access::token::{self, NewToken, Scope, Secret, Token};
use parvis_jobs::{Subscriber, deliver_due, publish};
use parvis_kernel::{Clock, Ctx, DossierId, Fact, GroupId, Instant, ProcedureId, WebhookId};
use parvis_organisation::{Directory, Organisation, Profile};
use parvis_store::{Migration, Store};
use parvis_testkit::{TestStore, on_both};
use parvis_webhook::{
    About, Courier, Delivery, Event, Lookup, NewWebhook, Page, Policy, Webhook, WebhookError,
};
use uuid::Uuid;

use crate::receiver::Receiver;

pub const MIGRATIONS: &[&[Migration]] = &[
    parvis_journal::MIGRATIONS,
    parvis_jobs::MIGRATIONS,
    parvis_organisation::MIGRATIONS,
    parvis_access::MIGRATIONS,
    parvis_webhook::MIGRATIONS,
];

/// The procedure and the group of every dossier of these tests.
pub const PROCEDURE: Uuid = Uuid::from_u128(1);
pub const GROUP: Uuid = Uuid::from_u128(2);

const HEARS: &[Subscriber] = &[Subscriber {
    name: "webhooks",
    kinds: &["submitted", "messaged", "decided"],
    deliver: |fact, now, tx| {
        let event = match fact.kind.as_str() {
            "submitted" => Event::Submitted,
            "messaged" => Event::Messaged,
            _ => Event::Decided,
        };
        parvis_webhook::hear(tx, fact, event, &about(fact), now)
    },
}];

/// A dossier whose number is the end of its identifier.
pub fn about(fact: &Fact) -> About {
    About {
        number: number(fact.subject),
        procedure: ProcedureId::from_uuid(PROCEDURE),
        slug: "acte-naissance".to_owned(),
        group: GroupId::from_uuid(GROUP),
    }
}

pub fn number(dossier: Uuid) -> String {
    dossier.simple().to_string()[28..].to_uppercase()
}

pub struct Town {
    pub test: TestStore,
    pub ctx: Ctx,
    pub runtime: tokio::runtime::Runtime,
    pub receiver: Receiver,
    pub courier: Courier,
    pub directory: Directory,
}

pub const POLICY: Policy = Policy {
    loopback: true,
    networks: &[],
};

/// Runs a test on each engine.
pub fn in_towns(test: impl Fn(&mut Town)) {
    on_both(MIGRATIONS, |kit| test(&mut Town::open(kit)));
}

impl Town {
    pub fn open(test: TestStore) -> Self {
        let organisation = Organisation {
            id: test.organisation,
            slug: "rochebrune".to_owned(),
            host: Some("rochebrune.example".to_owned()),
            name: "Ville de Rochebrune".to_owned(),
            profile: Profile::default(),
            demonstration: true,
            trial: None,
        };
        let directory = Directory::default();
        directory.replace(vec![organisation.clone()]);
        let ctx = test.ctx();
        let house = ctx.clone();
        test.store
            .write_blocking(move |tx| parvis_organisation::create(&house, tx, &organisation))
            .unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let receiver = Receiver::start(&runtime);
        let courier = courier(&test, &test.store, &directory, Courier::system_lookup());
        Self {
            ctx,
            runtime,
            receiver,
            courier,
            directory,
            test,
        }
    }

    pub fn ctx(&self) -> Ctx {
        Ctx {
            now: self.test.clock.now(),
            ..self.ctx.clone()
        }
    }

    /// A webhook of the administration that hears of everything.
    pub fn webhook(&self) -> WebhookId {
        self.made(&self.ctx(), &self.receiver.url).unwrap().id
    }

    pub fn made(&self, ctx: &Ctx, url: &str) -> Result<Webhook, WebhookError> {
        let (ctx, new) = (
            ctx.clone(),
            NewWebhook {
                name: "Portail".to_owned(),
                url: url.to_owned(),
                events: Event::OF_DOSSIERS.to_vec(),
            },
        );
        self.test
            .store
            .write_blocking(move |tx| parvis_webhook::create(&ctx, tx, POLICY, &new))
    }

    pub fn token(&self, ask: impl FnOnce(&mut NewToken)) -> Token {
        let ctx = self.ctx();
        let mut new = NewToken {
            name: "Portail".to_owned(),
            scopes: Scope::ALL.to_vec(),
            procedures: vec![],
            groups: vec![],
            networks: vec![],
            expires_at: ctx.now + Duration::from_secs(30 * 24 * 3600),
        };
        ask(&mut new);
        self.test
            .store
            .write_blocking(move |tx| token::create(&ctx, tx, &new, &Secret::draw().unwrap()))
            .unwrap()
    }

    /// Publishes a fact on a dossier.
    pub fn happens(&self, dossier: DossierId, kind: &str) -> Fact {
        let ctx = self.ctx();
        let fact = Fact::new(ctx.organisation, kind, dossier.uuid(), ctx.now);
        let published = fact.clone();
        self.test
            .store
            .write_blocking(move |tx| publish(tx, &published))
            .unwrap();
        // Two things never happen at the same instant.
        self.later(Duration::from_micros(1));
        fact
    }

    /// Delivers facts, then sends what is due until nothing is; how many messages were tried.
    pub fn work(&self) -> usize {
        self.deliver();
        let mut tried = 0;
        for _ in 0..50 {
            match self.runtime.block_on(self.courier.round()).unwrap() {
                0 => return tried,
                some => tried += some,
            }
        }
        panic!("the courier never ends");
    }

    pub fn deliver(&self) {
        let delivering = deliver_due(&self.test.store, HEARS, self.test.clock.now());
        self.runtime.block_on(delivering).unwrap();
    }

    pub fn later(&self, span: Duration) {
        self.test.clock.advance(span.try_into().unwrap());
    }

    pub fn page(&self, id: WebhookId) -> Page {
        let ctx = self.ctx();
        self.test
            .store
            .read_blocking(move |tx| parvis_webhook::deliveries(&ctx, tx, id, None, 50))
            .unwrap()
    }

    /// What a webhook was told, the latest first.
    pub fn deliveries(&self, id: WebhookId) -> Vec<Delivery> {
        self.page(id).deliveries
    }

    /// The kinds of the facts that this room published.
    pub fn alarms(&self) -> i64 {
        const COUNT: parvis_store::Sql = parvis_store::Sql(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE kind = 'webhook.suspended.v1'",
        );
        self.test
            .store
            .read_blocking(|tx| tx.one(COUNT, &[], |row| row.int(0)))
            .unwrap()
    }
}

/// A courier of its own on a database.
pub fn courier(test: &TestStore, store: &Store, directory: &Directory, lookup: Lookup) -> Courier {
    let root = Arc::new(|own: &Organisation| format!("https://{}", own.host.as_deref().unwrap()));
    let clock: Arc<dyn Clock> = test.clock.clone();
    Courier::new(
        store.clone(),
        clock,
        directory.clone(),
        root,
        POLICY,
        lookup,
    )
    .unwrap()
}

pub fn seconds(instant: Instant) -> i64 {
    instant.as_second()
}
