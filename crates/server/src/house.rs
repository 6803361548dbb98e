//! What is wired to what: the only place that knows every room.

use std::sync::Arc;

use anyhow::{Context, bail};
use axum::{Extension, Router};
use parvis_demarche::Catalogue;
use parvis_dossier::batch::BatchRunner;
use parvis_dossier::examine::{Clamd, Patience, Quarantine, Watch};
use parvis_dossier::export::ExportRunner;
use parvis_dossier::search::Indexer;
use parvis_identity::Identity;
use parvis_jobs::{Runner, Subscriber, Wake, Worker};
use parvis_kernel::{Clock, Language, SystemClock};
use parvis_notify::post::{Folder, Post, Smtp};
use parvis_notify::{Sender, Writer};
use parvis_organisation::Directory;
use parvis_store::blobs::Blobs;
use parvis_store::{Location, Migration, Store, Vault};
use parvis_web::{House, Limits, Roots, Settings, Words, WordsError, WordsFile};
use parvis_webhook::{Courier, Policy};

use crate::alarms;
use crate::backup::UNFINISHED;
use crate::config::Config;
use crate::letters;
use crate::surroundings::SURROUNDINGS;
use crate::webhooks;

/// The tables of every room, in the order of floors.
#[must_use]
pub fn migrations() -> Vec<Migration> {
    [
        parvis_store::MIGRATIONS,
        parvis_journal::MIGRATIONS,
        parvis_jobs::MIGRATIONS,
        parvis_organisation::MIGRATIONS,
        parvis_access::MIGRATIONS,
        parvis_identity::MIGRATIONS,
        parvis_notify::MIGRATIONS,
        parvis_webhook::MIGRATIONS,
        parvis_demarche::MIGRATIONS,
        parvis_dossier::MIGRATIONS,
    ]
    .concat()
}

/// The words of the pure rooms, which do not know pages.
const PURE_WORDS: &[WordsFile] = &[
    (Language::French, parvis_form::WORDS_FR),
    (Language::English, parvis_form::WORDS_EN),
    (Language::French, parvis_law::WORDS_FR),
    (Language::English, parvis_law::WORDS_EN),
    (Language::French, parvis_sources::WORDS_FR),
    (Language::English, parvis_sources::WORDS_EN),
];

/// The words of every room.
///
/// # Errors
/// A malformed file, or a key that two files define.
pub fn words() -> Result<Words, WordsError> {
    Words::load(&[
        parvis_web::WORDS,
        PURE_WORDS,
        parvis_webhook::WORDS,
        parvis_notify::WORDS,
        parvis_demarche::WORDS,
        parvis_administration::WORDS,
        parvis_signin::WORDS,
        parvis_dossier::WORDS,
        parvis_guichet::WORDS,
        crate::demonstration::WORDS,
    ])
}

/// The pages of every room, relative to an organisation.
pub fn routes(
    catalogue: &Catalogue,
    webhooks: Policy,
    identity: Identity,
    writer: Writer,
) -> Router<House> {
    let told = Router::new()
        .merge(parvis_webhook::routes())
        .merge(parvis_administration::routes(SURROUNDINGS))
        .layer(Extension(webhooks));
    Router::new()
        .merge(told)
        .merge(parvis_demarche::routes(catalogue.clone()))
        .merge(parvis_notify::routes(writer))
        .merge(parvis_signin::routes())
        .merge(parvis_dossier::routes(catalogue.clone()))
        .merge(parvis_guichet::routes(catalogue.clone()))
        .merge(crate::api::routes())
        .layer(Extension(identity))
}

/// A decision whose hold is over changes its dossier for applications.
const CHANGES: &[Subscriber] = &[Subscriber {
    name: "changes.decision",
    kinds: parvis_dossier::changes::SHOWN,
    deliver: parvis_dossier::changes::decision_shown,
}];

/// Who hears which facts.
#[must_use]
pub fn subscribers() -> Vec<Subscriber> {
    [
        parvis_notify::SUBSCRIBERS,
        letters::SUBSCRIBERS,
        parvis_dossier::search::SUBSCRIBERS,
        CHANGES,
        webhooks::SUBSCRIBERS,
        alarms::SUBSCRIBERS,
    ]
    .concat()
}

/// The folder and the database of an installation, opened.
pub(crate) struct Opened {
    pub(crate) store: Store,
    pub(crate) blobs: Blobs,
}

/// The database of SQLite, in the data folder.
pub(crate) const DATABASE: &str = "parvis.sqlite";
/// The master key, in the data folder.
pub(crate) const KEY: &str = "parvis.key";
/// The pieces, in the data folder.
pub(crate) const PIECES: &str = "pieces";

/// Where the database is.
pub(crate) fn location(config: &Config) -> Location {
    match &config.database {
        Some(url) => Location::Postgres(url.clone()),
        None => Location::Sqlite(config.data.join(DATABASE)),
    }
}

/// What an installation is made of, neither created nor brought up to date.
pub(crate) struct Located {
    pub(crate) location: Location,
    pub(crate) vault: Vault,
    pub(crate) blobs: Blobs,
}

/// Finds an installation that exists: for who must not change it.
pub(crate) fn locate(config: &Config) -> anyhow::Result<Located> {
    refuse_unfinished(config)?;
    let key = config.data.join(KEY);
    let vault = match &config.master_key {
        Some(text) => Vault::from_text(text).context("clé master_key")?,
        None if key.exists() => {
            Vault::open_or_create(&key).context("la clé maîtresse du dossier de données")?
        }
        None => bail!(
            "{} : il n'y a pas d'installation ici",
            config.data.display()
        ),
    };
    let location = location(config);
    if let Location::Sqlite(path) = &location
        && !path.exists()
    {
        bail!("{} : il n'y a pas de base ici", path.display());
    }
    let blobs = blobs(config)?;
    Ok(Located {
        location,
        vault,
        blobs,
    })
}

/// Opens the data folder, the master key, the database and the pieces; brings the tables up to date.
pub(crate) fn open(config: &Config) -> anyhow::Result<Opened> {
    refuse_unfinished(config)?;
    std::fs::create_dir_all(&config.data)
        .with_context(|| format!("clé data : {} ne peut pas être créé", config.data.display()))?;
    let vault = match &config.master_key {
        Some(text) => Vault::from_text(text).context("clé master_key")?,
        None => Vault::open_or_create(&config.data.join(KEY))
            .context("la clé maîtresse du dossier de données")?,
    };
    let store = Store::open(&location(config), vault).context("clé database")?;
    store
        .migrate(&migrations())
        .context("mise à jour des tables")?;
    let blobs = blobs(config)?;
    Ok(Opened { store, blobs })
}

/// The storage of the pieces: a bucket, or a folder of the data folder.
pub(crate) fn blobs(config: &Config) -> anyhow::Result<Blobs> {
    match config.s3.settings()? {
        Some(settings) => Blobs::s3(&settings).context("clé s3"),
        None => Blobs::folder(&config.data.join(PIECES)).context("clé data : dossier des pièces"),
    }
}

/// A restoration that was cut off is no installation.
fn refuse_unfinished(config: &Config) -> anyhow::Result<()> {
    let unfinished = config.data.join(UNFINISHED);
    if unfinished.exists() {
        bail!(
            "une restauration n'est pas allée à son terme : videz {} et recommencez-la",
            config.data.display()
        );
    }
    Ok(())
}

/// The house of a running server, its procedures and its worker.
pub(crate) struct Wired {
    pub(crate) house: House,
    pub(crate) catalogue: Catalogue,
    pub(crate) worker: Worker,
    pub(crate) courier: Courier,
    pub(crate) watch: Watch,
    pub(crate) quarantine: Option<Quarantine>,
}

/// Wires everything on an opened installation.
pub(crate) fn wire(config: &Config, opened: Opened, public_url: &str) -> anyhow::Result<Wired> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let words = words().context("les textes de l'interface")?;
    let catalogue = Catalogue::new();
    let wake = Wake::default();
    let directory = Directory::default();
    directory.replace(
        opened
            .store
            .read_blocking(parvis_organisation::all_served)?,
    );
    let house = House {
        store: opened.store.clone(),
        blobs: opened.blobs,
        clock: Arc::clone(&clock),
        words: words.clone(),
        directory: directory.clone(),
        limits: Limits::configured(config.limits()),
        settings: Arc::new(Settings {
            secure: config.is_secure(),
            trusted_proxies: config.proxies()?,
            public_url: public_url.to_owned(),
            ground: config.map.ground()?,
        }),
        wake: wake.clone(),
    };
    let sender = Sender::new(
        opened.store.clone(),
        Arc::clone(&clock),
        directory,
        letters::composers(&words, &catalogue),
        post(config)?,
        Roots::new(public_url),
    )?;
    let batches = BatchRunner::new(
        opened.store.clone(),
        Arc::clone(&clock),
        house.directory.clone(),
        catalogue.clone(),
    );
    let courier = webhooks::courier(
        &opened.store,
        &clock,
        &house.directory,
        public_url,
        config.webhooks.policy(),
    )
    .context("les envois aux applications")?;
    let exports = ExportRunner::new(
        opened.store.clone(),
        house.blobs.clone(),
        Arc::clone(&clock),
        house.directory.clone(),
        catalogue.clone(),
        words.clone(),
        config.antivirus.guard(),
    );
    let (watch, quarantine) = quarantine(config, &house)?;
    let runners: Vec<Arc<dyn Runner>> = vec![
        Arc::new(sender),
        Arc::new(batches),
        Arc::new(exports),
        Arc::new(Indexer::new(opened.store.clone(), catalogue.clone())),
    ];
    let worker = Worker {
        store: opened.store,
        clock,
        subscribers: Vec::leak(subscribers()),
        runners,
        wake,
    };
    Ok(Wired {
        house,
        catalogue,
        worker,
        courier,
        watch,
        quarantine,
    })
}

/// Who examines the pieces, when there is an antivirus, and what is known of it.
fn quarantine(config: &Config, house: &House) -> anyhow::Result<(Watch, Option<Quarantine>)> {
    let Some(address) = config.antivirus.address()? else {
        return Ok((Watch::default(), None));
    };
    let watch = Watch::beginning();
    let quarantine = Quarantine {
        store: house.store.clone(),
        blobs: house.blobs.clone(),
        clock: Arc::clone(&house.clock),
        words: house.words.clone(),
        antivirus: Arc::new(Clamd::new(address, Patience::default())),
        watch: watch.clone(),
        wake: house.wake.clone(),
    };
    Ok((watch, Some(quarantine)))
}

fn post(config: &Config) -> anyhow::Result<Arc<dyn Post>> {
    Ok(match config.mail.settings()? {
        Some(settings) => Arc::new(Smtp::new(&settings).context("clé mail")?),
        None => {
            Arc::new(Folder::open(&config.data.join("mails")).context("clé data : dossier mails")?)
        }
    })
}
