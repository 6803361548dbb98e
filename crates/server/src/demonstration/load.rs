//! Loading: the communes, then their dossiers, a batch at a time.

use std::convert::Infallible;
use std::io::Write;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};
use futures::future::try_join_all;
use futures::stream;
use jiff::SignedDuration;
use parvis_access::{password, session};
use parvis_demarche::{Catalogue, Revision};
use parvis_dossier::piece::Received;
use parvis_kernel::{Clock, Instant, SystemClock};
use parvis_organisation::Organisation;
use parvis_store::Store;
use parvis_store::blobs::Blobs;
use parvis_territory::Territory;

use super::communes::{self, Description, Town, descriptions, procedures};
use super::course::{Course, OLDEST};
use super::drafts;
use super::life::{self, Begun, begin, live};
use super::payments;
use super::people::people;
use super::progress::{Example, Progress};
use super::script::{Script, Stage};
use super::stories::{Given, Shelf};
use crate::config::Config;
use crate::house::Opened;

/// Dossiers of a batch: two transactions, and the files in between.
const BATCH: usize = 20;
/// Of the latest facts, so many are still to be heard: their mails show what mails look like.
const FACTS_TO_HEAR: i64 = 40;
/// Bytes at most of a file; the demonstration's are far smaller.
const MOST_BYTES: u64 = 1_000_000;

/// Loads what is not loaded yet. A demonstration that is complete is left as it is.
pub(super) fn load(opened: &Opened, config: &Config) -> anyhow::Result<()> {
    let organisations = opened.store.read_blocking(parvis_organisation::all)?;
    let known = Progress::read(config)?;
    if let Err(refusal) = none_is_elsewhere(&organisations, known.as_ref()) {
        if known.is_none() {
            super::release_folder(config)?;
        }
        return Err(refusal);
    }
    let mut progress = match (organisations.is_empty(), known) {
        (true, _) => Progress::default(),
        (false, Some(begun)) if !begun.complete => begun,
        (false, _) => return Ok(()),
    };
    progress.keep(config)?;
    let places = thread::spawn(|| Territory::embedded().search("49130", 1).len());
    let now = SystemClock.now();
    if organisations.is_empty() {
        create_communes(&opened.store, now)?;
    }
    // The index of places is made meanwhile; should that fail, the first address makes it.
    let _ = places.join();
    let loader = Loader::prepare(opened, now)?;
    loader.load_dossiers(config, &mut progress)?;
    progress
        .examples
        .extend(payments::prepare(&opened.store, &loader.stage)?);
    drafts::prepare(&opened.store, now)?;
    settle(&opened.store, now)?;
    progress.complete = true;
    progress.keep(config)
}

/// A demonstration never goes into a database that holds an organisation of the real world, nor that of another
/// folder, where its pieces are.
fn none_is_elsewhere(
    organisations: &[Organisation],
    known: Option<&Progress>,
) -> anyhow::Result<()> {
    if let Some(real) = organisations
        .iter()
        .find(|organisation| !organisation.demonstration)
    {
        bail!(
            "clé database : la base contient une organisation qui n'est pas de démonstration ({}) ; servez-la sans --demo, ou indiquez une autre base",
            real.name
        );
    }
    if !organisations.is_empty() && known.is_none() {
        bail!(
            "clé data : la base contient une démonstration chargée avec un autre dossier de données, où sont ses pièces ; indiquez ce dossier, ou une autre base"
        );
    }
    Ok(())
}

/// The database of a demonstration is never served as a real one, whatever the data folder.
pub(super) fn refuse_database(store: &Store) -> anyhow::Result<()> {
    let organisations = store.read_blocking(parvis_organisation::all)?;
    match organisations
        .iter()
        .find(|organisation| organisation.demonstration)
    {
        Some(invented) => bail!(
            "clé database : la base contient une démonstration ({}) ; servez-la avec --demo, ou indiquez une autre base",
            invented.name
        ),
        None => Ok(()),
    }
}

fn create_communes(store: &Store, now: Instant) -> anyhow::Result<()> {
    tell("Démonstration : création de deux communes…");
    let hash = password::hash(communes::PASSWORD)?;
    let procedures = procedures()?;
    let before_all = SignedDuration::from_hours(24 * (OLDEST + 5));
    let at = now.checked_sub(before_all).unwrap_or(now);
    store.write_blocking(move |tx| {
        for described in descriptions() {
            described.create(tx, at, &hash, &procedures)?;
        }
        Ok(())
    })
}

/// What nobody will do any more is not left to be done: old facts are heard, old sessions forgotten.
fn settle(store: &Store, now: Instant) -> anyhow::Result<()> {
    let yesterday = now - Duration::from_secs(24 * 3600);
    store.write_blocking(move |tx| {
        parvis_jobs::mark_heard(tx, now, FACTS_TO_HEAR)?;
        session::purge(tx, yesterday)?;
        Ok(())
    })
}

struct Loader {
    store: Store,
    blobs: Blobs,
    stage: Arc<Stage>,
    /// Commune, procedure, rank, seed.
    plan: Vec<(usize, Arc<Revision>, usize, u64)>,
}

impl Loader {
    fn prepare(opened: &Opened, now: Instant) -> anyhow::Result<Self> {
        let catalogue = Catalogue::new();
        let (towns, plan) = opened.store.read_blocking(move |tx| {
            let mut towns = Vec::new();
            let mut plan = Vec::new();
            for (index, described) in descriptions().iter().enumerate() {
                let town = Town::open(tx, described, &catalogue)?;
                let mut revisions = catalogue.list(tx, town.desk.organisation.id)?;
                revisions.retain(|revision| revision.slug != payments::SLUG);
                plan.extend(plan_of(index, described, &revisions));
                towns.push(town);
            }
            anyhow::Ok((towns, plan))
        })?;
        Ok(Self {
            store: opened.store.clone(),
            blobs: opened.blobs.clone(),
            stage: Arc::new(Stage {
                towns,
                people: people()?,
                shelf: Shelf::filled()?,
                now,
            }),
            plan,
        })
    }

    fn load_dossiers(&self, config: &Config, progress: &mut Progress) -> anyhow::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let total = self.plan.len();
        while progress.dossiers < total {
            let rest = self.plan.get(progress.dossiers..).unwrap_or_default();
            let scripts: Vec<Script> = rest
                .iter()
                .take(BATCH)
                .filter_map(|(town, revision, rank, seed)| {
                    self.stage.script(*town, revision, *rank, *seed)
                })
                .collect();
            let loaded = rest.len().min(BATCH);
            self.load_batch(&runtime, Arc::new(scripts), progress)?;
            progress.dossiers += loaded;
            progress.keep(config)?;
            tell(&format!(
                "Démonstration : {} / {total} dossiers…",
                progress.dossiers
            ));
        }
        Ok(())
    }

    fn load_batch(
        &self,
        runtime: &tokio::runtime::Runtime,
        scripts: Arc<Vec<Script>>,
        progress: &mut Progress,
    ) -> anyhow::Result<()> {
        let (stage, beginning) = (Arc::clone(&self.stage), Arc::clone(&scripts));
        let begun: Vec<Begun> = self.store.write_blocking(move |tx| {
            beginning
                .iter()
                .map(|script| begin(tx, &stage, script))
                .collect::<anyhow::Result<_>>()
        })?;
        let files = scripts
            .iter()
            .zip(&begun)
            .map(|(script, begun)| self.store_files(script, begun));
        let received = runtime.block_on(try_join_all(files))?;
        propose_examples(&scripts, &begun, progress);
        let stage = Arc::clone(&self.stage);
        self.store.write_blocking(move |tx| {
            for ((script, begun), received) in scripts.iter().zip(&begun).zip(&received) {
                live(tx, &stage, script, begun, received).with_context(|| {
                    format!(
                        "{} {:?}, graine {}",
                        script.revision.slug, script.course, script.seed
                    )
                })?;
            }
            Ok(())
        })
    }

    async fn store_files(&self, script: &Script, begun: &Begun) -> anyhow::Result<Vec<Received>> {
        let given = script.story.files.iter().chain(&script.answer);
        try_join_all(given.map(|given| self.store_file(given, begun))).await
    }

    async fn store_file(&self, given: &Given, begun: &Begun) -> anyhow::Result<Received> {
        let blob = life::blob_name(begun, given.id);
        let content = stream::iter([Ok::<_, Infallible>(given.file.content.clone())]);
        let stored = self
            .blobs
            .put(&blob, &begun.key, content, MOST_BYTES)
            .await?;
        Ok(Received {
            id: given.id,
            place: given.place.clone(),
            name: given.file.name.to_owned().into(),
            media_type: given.file.media_type.to_owned(),
            size: stored.size,
            sha256: stored
                .sha256
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
            blob,
        })
    }
}

/// The dossiers of a commune, its procedures in turn. Each has its own seed: what one does never changes another.
fn plan_of(
    town: usize,
    described: &Description,
    revisions: &[Arc<Revision>],
) -> Vec<(usize, Arc<Revision>, usize, u64)> {
    let count = revisions.len().max(1);
    let of_index = |index: usize| {
        let revision = revisions.get(index % count)?;
        let seed = u64::try_from(town * 100_000 + index).unwrap_or(0);
        Some((town, Arc::clone(revision), index / count, seed))
    };
    (0..described.dossiers).filter_map(of_index).collect()
}

/// The first dossiers of each commune on each procedure, in the states that are worth seeing as a person.
fn propose_examples(scripts: &[Script], begun: &[Begun], progress: &mut Progress) {
    const WORTH_SEEING: [Course; 4] = [
        Course::Waiting,
        Course::Accepted,
        Course::Refused,
        Course::Reported,
    ];
    const MOST: usize = 8;
    for (script, begun) in scripts.iter().zip(begun) {
        let organisation = begun.organisation();
        let proposed = progress
            .examples
            .iter()
            .filter(|example| example.organisation == organisation);
        if proposed.count() < MOST && WORTH_SEEING.contains(&script.course) {
            progress.examples.push(Example {
                organisation,
                dossier: begun.dossier.id,
            });
        }
    }
}

fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}
