//! The demonstration, loaded on both engines, and its pages.

use std::collections::BTreeMap;

use axum::body::Body;
use http::{Request, StatusCode};
use parvis_access::agent;
use parvis_demarche::Catalogue;
use parvis_dossier::model::State;
use parvis_dossier::queue::{QueueQuery, queue};
use parvis_kernel::{Actor, Clock, Ctx, Purpose, SessionId, SystemClock};
use parvis_store::blobs::Blobs;
use parvis_store::{Engine, Sql, Store, StoreError};
use parvis_testkit::{TestStore, on_both};
use tower::ServiceExt;

use super::communes::{Town, descriptions};
use super::*;

const STATES: Sql = Sql("SELECT state, CAST(COUNT(*) AS BIGINT) FROM dossiers GROUP BY state");
const IDENTIFICATIONS: Sql =
    Sql("SELECT identification, CAST(COUNT(*) AS BIGINT) FROM dossiers GROUP BY identification");
const LANGUAGES: Sql =
    Sql("SELECT language, CAST(COUNT(*) AS BIGINT) FROM dossiers GROUP BY language");
const OUTCOMES: Sql = Sql(
    "SELECT outcome, CAST(COUNT(*) AS BIGINT) FROM dossiers WHERE outcome IS NOT NULL GROUP BY outcome",
);
const ROWS: [Sql; 6] = [
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM organisations"),
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM dossiers"),
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM messages"),
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM pieces"),
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM notes"),
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM requests"),
];

/// Payments: all, to check, to order, in an order that did not go; those whose account their decider checked, or before the decision.
const PAYMENTS: [Sql; 6] = [
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM payments"),
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM payments WHERE matches IS NULL AND order_id IS NULL"),
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM payments WHERE matches = 1 AND order_id IS NULL"),
    Sql(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM payments p JOIN payment_orders o ON o.organisation_id = p.organisation_id \
         AND o.id = p.order_id WHERE o.sent_at IS NULL AND o.cancelled_at IS NULL",
    ),
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM payments WHERE checked_by = decided_by"),
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM payments WHERE checked_at < visible_at"),
];

/// A folder and a fresh database.
struct Ground {
    opened: Opened,
    config: Config,
    /// Removes the folder and the database at the end.
    _kit: TestStore,
}

impl Ground {
    fn prepare(kit: TestStore) -> Self {
        let data = kit.folder().join("data");
        let config = Config {
            data: data.clone(),
            ..Config::default()
        };
        claim_folder(&config).unwrap();
        let opened = Opened {
            store: kit.store.clone(),
            blobs: Blobs::folder(&data.join("pieces")).unwrap(),
        };
        Self {
            opened,
            config,
            _kit: kit,
        }
    }

    fn load(&self) {
        load(&self.opened, &self.config).unwrap();
    }

    fn counts(&self) -> Vec<i64> {
        let count = |sql: &Sql| count(&self.opened.store, *sql);
        ROWS.iter().map(count).collect()
    }
}

fn count(store: &Store, sql: Sql) -> i64 {
    let counted: Result<i64, StoreError> =
        store.read_blocking(move |tx| tx.one(sql, &[], |row| row.int(0)));
    counted.unwrap()
}

fn by_word(store: &Store, sql: Sql) -> BTreeMap<String, i64> {
    let counted: Result<Vec<(String, i64)>, StoreError> =
        store.read_blocking(move |tx| tx.query(sql, &[], |row| Ok((row.text(0)?, row.int(1)?))));
    counted.unwrap().into_iter().collect()
}

fn in_demonstrations(test: impl Fn(Ground)) {
    let migrations = crate::house::migrations();
    on_both(&[&migrations], |kit| {
        let ground = Ground::prepare(kit);
        ground.load();
        test(ground);
    });
}

#[test]
fn every_state_exists_and_a_second_load_adds_nothing() {
    in_demonstrations(|ground| {
        let store = &ground.opened.store;
        let states = by_word(store, STATES);
        for state in State::ALL {
            let many = states.get(state.code()).copied().unwrap_or(0);
            assert!(many >= 4, "{state:?}: {many}");
        }
        for (sql, words) in [
            (IDENTIFICATIONS, &["anonymous", "code", "email"][..]),
            (LANGUAGES, &["en", "fr"]),
            (
                OUTCOMES,
                &["in-full", "in-part", "refused", "with-conditions"],
            ),
        ] {
            let found = by_word(store, sql);
            assert_eq!(found.keys().map(String::as_str).collect::<Vec<_>>(), words);
        }
        let before = ground.counts();
        assert_eq!(before[..2], [2, 309]);
        assert!(before[2..].iter().all(|rows| *rows >= 30), "{before:?}");
        ground.load();
        assert_eq!(ground.counts(), before);
    });
}

#[test]
fn the_aid_has_something_to_decide_to_check_to_order_and_to_send() {
    in_demonstrations(|ground| {
        let store = &ground.opened.store;
        assert_eq!(PAYMENTS.map(|sql| count(store, sql)), [5, 2, 2, 1, 0, 0]);
        let (confirmed, waits) = store
            .write_blocking(|tx| {
                let [described, _] = descriptions();
                let town = Town::open(tx, &described, &Catalogue::new())?;
                let id = town.desk.organisation.id;
                let (name, source) = parvis_demarche::LIBRARY
                    .iter()
                    .find(|(name, _)| name.starts_with("aide-urgence"))
                    .unwrap();
                let checked = parvis_demarche::check(name, source).unwrap();
                let house = Ctx::house(id, SystemClock.now());
                let confirmed = parvis_demarche::confirmation(&house, tx, &checked)?;
                let maelle = agent::credentials(tx, id, "maelle.legoff@rochebrune.example")?
                    .unwrap()
                    .agent
                    .id;
                let ctx =
                    house.acting_as(Actor::Agent(maelle, SessionId::new()), Purpose::Instruction);
                let view = queue(&ctx, tx, &town.desk, &QueueQuery::default())?;
                anyhow::Ok((
                    confirmed.map(|(agent, _)| agent == maelle),
                    view.items.len(),
                ))
            })
            .unwrap();
        assert_eq!(confirmed, Some(true));
        assert_eq!(waits, 1);
    });
}

#[test]
fn an_interrupted_load_goes_on_where_it_stopped() {
    let kit = TestStore::on(Engine::Sqlite, &[&crate::house::migrations()]);
    let ground = Ground::prepare(kit);
    ground.load();
    let complete = ground.counts();
    // As if the last batches were not written yet: they come again, the others do not.
    let stopped = progress::Progress {
        dossiers: 300,
        complete: false,
        examples: Vec::new(),
    };
    stopped.keep(&ground.config).unwrap();
    ground.load();
    assert_eq!(ground.counts()[1], complete[1] + 3);
}

#[test]
fn only_the_latest_facts_are_still_to_be_told() {
    in_demonstrations(|ground| {
        let waiting = ground
            .opened
            .store
            .read_blocking(parvis_jobs::backlog)
            .unwrap();
        assert!((20..=60).contains(&waiting.facts), "{waiting:?}");
    });
}

#[test]
fn some_dossiers_are_close_to_the_day_of_silence_and_some_past_it() {
    in_demonstrations(|ground| {
        let today = parvis_web::format::day(SystemClock.now(), &jiff::tz::TimeZone::UTC);
        let due = ground.opened.store.write_blocking(|tx| {
            let [described, _] = descriptions();
            let town = Town::open(tx, &described, &Catalogue::new())?;
            let id = town.desk.organisation.id;
            let agent = agent::credentials(tx, id, "solene.riou@rochebrune.example")?
                .unwrap()
                .agent
                .id;
            let ctx = Ctx::house(id, SystemClock.now())
                .acting_as(Actor::Agent(agent, SessionId::new()), Purpose::Instruction);
            let view = queue(&ctx, tx, &town.desk, &QueueQuery::default());
            anyhow::Ok(
                view?
                    .items
                    .into_iter()
                    .filter_map(|item| item.silence_due)
                    .collect::<Vec<_>>(),
            )
        });
        let due = due.unwrap();
        assert!(due.iter().any(|day| *day < today), "{due:?}");
        assert!(
            due.iter()
                .any(|day| (0..15).contains(&(*day - today).get_days())),
            "{due:?}"
        );
    });
}

#[test]
fn a_folder_of_real_data_is_refused_and_one_of_a_demonstration_is_not_served_as_real() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        data: folder.path().to_owned(),
        ..Config::default()
    };
    std::fs::write(folder.path().join("parvis.sqlite"), "real").unwrap();
    assert!(
        claim_folder(&config)
            .unwrap_err()
            .to_string()
            .contains("clé data")
    );
    assert!(refuse_folder(&config).is_ok());
    std::fs::remove_file(folder.path().join("parvis.sqlite")).unwrap();
    claim_folder(&config).unwrap();
    claim_folder(&config).unwrap();
    assert!(
        refuse_folder(&config)
            .unwrap_err()
            .to_string()
            .contains("--demo")
    );
}

/// A database with one organisation, in which no demonstration was loaded.
fn holding(kit: &TestStore, name: &str, demonstration: bool) {
    let ctx = kit.ctx();
    let organisation = parvis_organisation::Organisation {
        id: ctx.organisation,
        slug: "ailleurs".to_owned(),
        host: None,
        name: name.to_owned(),
        profile: parvis_organisation::Profile::default(),
        demonstration,
        trial: None,
    };
    kit.store
        .write_blocking(move |tx| parvis_organisation::create(&ctx, tx, &organisation))
        .unwrap();
}

#[test]
fn a_database_that_holds_a_real_organisation_is_refused() {
    on_both(&[&crate::house::migrations()], |kit| {
        holding(&kit, "Vraie Ville", false);
        let ground = Ground::prepare(kit);
        let refused = load(&ground.opened, &ground.config)
            .unwrap_err()
            .to_string();
        assert!(
            refused.contains("Vraie Ville") && refused.contains("sans --demo"),
            "{refused}"
        );
        assert_eq!(ground.counts()[1], 0);
        assert!(
            refuse_folder(&ground.config).is_ok(),
            "the folder is not left marked as a demonstration"
        );
        assert!(refuse_database(&ground.opened).is_ok());
    });
}

#[test]
fn a_database_that_holds_a_demonstration_is_not_served_as_real_nor_from_another_folder() {
    on_both(&[&crate::house::migrations()], |kit| {
        holding(&kit, "Rochebrune l’inventée", true);
        let ground = Ground::prepare(kit);
        let real = refuse_database(&ground.opened).unwrap_err().to_string();
        assert!(
            real.contains("clé database") && real.contains("--demo"),
            "{real}"
        );
        let elsewhere = load(&ground.opened, &ground.config)
            .unwrap_err()
            .to_string();
        assert!(elsewhere.contains("autre dossier"), "{elsewhere}");
    });
}

#[test]
fn the_terminal_says_addresses_accounts_and_where_codes_are() {
    let said = accounts("http://127.0.0.1:8080");
    for expected in [
        "http://127.0.0.1:8080/rochebrune/",
        "http://127.0.0.1:8080/saint-elme/agent/connexion",
        "http://127.0.0.1:8080/dev",
        "claire.marchand@rochebrune.example",
        communes::PASSWORD,
    ] {
        assert!(said.contains(expected), "{expected} in {said}");
    }
}

/// Asks a page, and gives its status and its text.
async fn page(router: &Router, path: &str) -> (StatusCode, String) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), 1 << 20)
        .await
        .unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[test]
fn the_pages_show_the_communes_the_codes_the_mails_and_dossiers_to_follow() {
    let kit = TestStore::on(Engine::Sqlite, &[&crate::house::migrations()]);
    let ground = Ground::prepare(kit);
    ground.load();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let wired = crate::house::wire(&ground.config, ground.opened, "http://127.0.0.1:8080").unwrap();
    let router = routes(&wired.house, &ground.config);
    runtime.block_on(async {
        let (status, home) = page(&router, "/").await;
        assert_eq!(status, StatusCode::OK);
        assert!(
            home.contains("Ville de Rochebrune-sur-Loire")
                && home.contains("href=\"/saint-elme/\"")
        );
        assert!(home.contains("parvis-demo") && !home.contains("<script"));
        let (_, dev) = page(&router, "/dev").await;
        let row = dev
            .split("data-agent=\"claire.marchand@rochebrune.example\"")
            .nth(1)
            .unwrap();
        let code = row
            .split("<code>")
            .nth(1)
            .unwrap()
            .split('<')
            .next()
            .unwrap();
        assert!(
            code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()),
            "{code}"
        );
        assert!(dev.matches("data-state=").count() >= 10, "{dev}");
        assert!(dev.contains(communes::PASSWORD));
        let (_, english) = page(&router, "/dev?langue=en").await;
        assert!(english.contains("lang=\"en\"") && english.contains("Mails written"));
        assert_eq!(
            page(&router, "/dev/courriels/nothing").await.0,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            page(&router, "/dev/courriels/..%2Fparvis").await.0,
            StatusCode::NOT_FOUND
        );
        assert_eq!(page(&router, "/dev/nothing").await.0, StatusCode::NOT_FOUND);
    });
    assert_eq!(wired.house.words.unknown(), Vec::<String>::new());
}
