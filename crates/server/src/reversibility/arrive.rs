//! Bringing an organisation into this installation, beside those that it has.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::sync::mpsc::sync_channel;

use anyhow::{Context, bail};
use futures::TryStreamExt;
use parvis_demarche::Catalogue;
use parvis_kernel::{Clock, Ctx, OrganisationId, SystemClock};
use parvis_organisation::Organisation;
use parvis_store::snapshot::{Filling, Snapshot, Table, Whose};
use parvis_store::{Store, StoreError, Tx, Value};

use super::anteroom::Anteroom;
use super::tables::{Fate, fate};
use super::{CODES, KEYS, codes, keys};
use crate::backup::manifest::{FileSum, Manifest};
use crate::backup::{
    AT_ONCE, ENCRYPTED, Holding, Identities, PIECES, PIECES_LIST, Progress, fill, put, verify,
};
use crate::config::Config;
use crate::house::{self, Opened};

/// Rows between the reader and the writer.
const AHEAD: usize = 1_000;

/// What to import.
pub(crate) struct From {
    pub(crate) folder: PathBuf,
    pub(crate) identities: Identities,
    /// Another name in addresses.
    pub(crate) slug: Option<String>,
    pub(crate) host: Host,
    /// Whether nobody is written to about what happened before.
    pub(crate) silent: bool,
}

/// Under which host name it is served.
pub(crate) enum Host {
    /// The one that it had.
    Same,
    /// Another one.
    Other(String),
    /// None: under its name, after the address of the installation.
    None,
}

/// What arrived.
pub(crate) struct Arrived {
    pub(crate) organisation: Organisation,
    pub(crate) manifest: Manifest,
}

impl Arrived {
    /// The rows of a table.
    pub(crate) fn rows(&self, table: &str) -> u64 {
        let mut tables = self.manifest.tables.iter();
        let found = tables.find(|own| own.name == table);
        found.map_or(0, |own| own.rows)
    }
}

/// Checks an export, without any key.
pub(crate) fn check(from: &From, progress: &mut Progress) -> anyhow::Result<Manifest> {
    let verified = verify(&from.folder, Holding::Organisation, progress)?;
    match verified.manifest {
        Some(manifest) if verified.damages.is_empty() => Ok(manifest),
        _ => bail!(
            "l'export est abîmé, rien n'a été importé : copiez-le de nouveau, ou refaites-le\n  {}",
            verified.damages.join("\n  ")
        ),
    }
}

/// Imports an organisation. Everything is checked before anything is written; its rows enter in one transaction, after its pieces:
/// cut off, it leaves nothing but stored files that the daily sweep removes.
pub(crate) fn arrive(
    config: &Config,
    from: &From,
    progress: &mut Progress,
) -> anyhow::Result<Arrived> {
    let manifest = check(from, progress)?;
    let id = manifest.organisation.as_deref().unwrap_or_default();
    let id: OrganisationId = id
        .parse()
        .ok()
        .context("le manifeste ne dit pas quelle organisation il contient")?;
    let opened = house::open(config)?;
    let arriving = Arriving {
        config,
        from,
        manifest: &manifest,
        id,
        opened: &opened,
    };
    let arrived = arriving.all(progress);
    progress.end();
    opened.store.close();
    Ok(Arrived {
        organisation: arrived?,
        manifest,
    })
}

struct Arriving<'a> {
    config: &'a Config,
    from: &'a From,
    manifest: &'a Manifest,
    id: OrganisationId,
    opened: &'a Opened,
}

impl Arriving<'_> {
    fn all(&self, progress: &mut Progress) -> anyhow::Result<Organisation> {
        let vault = self.opened.store.vault();
        let anteroom = Anteroom::make(&self.config.data, vault)?;
        self.fill(&anteroom, progress)?;
        let store = anteroom.open()?;
        let made = self.make_again(&store, progress);
        store.close();
        let organisation = made?;
        self.pieces(progress)?;
        self.join(&anteroom, &organisation, progress)?;
        Ok(organisation)
    }

    /// The rows and the keys as they came.
    fn fill(&self, anteroom: &Anteroom, progress: &mut Progress) -> anyhow::Result<()> {
        let manifest = self.manifest;
        let mut filling = anteroom.filling(&manifest.seen(), &manifest.program)?;
        let folder = self.from.folder.as_path();
        fill::tables(
            &mut filling,
            (folder, manifest),
            &self.from.identities,
            progress,
        )?;
        keys::keep(&mut filling, self.id, self.opened_file(KEYS)?).context(KEYS)?;
        Ok(filling.commit()?)
    }

    fn opened_file(&self, name: &str) -> anyhow::Result<Box<dyn std::io::Read>> {
        let name = match self.manifest.recipients.is_empty() {
            true => name.to_owned(),
            false => format!("{name}{ENCRYPTED}"),
        };
        fill::opened(&self.from.folder, &name, &self.from.identities)
    }

    /// What depends on the master key or on the place.
    fn make_again(&self, store: &Store, progress: &mut Progress) -> anyhow::Result<Organisation> {
        let id = self.id;
        let ctx = Ctx::house(id, SystemClock.now());
        let came = store.read_blocking(move |tx| parvis_organisation::by_id(tx, id));
        let named = self.named(came.context("l'export ne contient pas son organisation")?)?;
        let (place, own) = (named.clone(), ctx.clone());
        store
            .write_blocking(move |tx| {
                parvis_journal::arrived(&own, tx)?;
                parvis_organisation::arrive(&own, tx, &place.slug, place.host.as_deref())
            })
            .with_context(|| format!("--slug {}", named.slug))?;
        codes::keep(store, id, self.opened_file(CODES)?).context(CODES)?;
        let own = ctx.clone();
        store.write_blocking(move |tx| {
            parvis_webhook::arrived(&own, tx)?;
            parvis_identity::arrived(&own, tx)?;
            Ok::<_, StoreError>(())
        })?;
        if self.from.silent {
            store.write_blocking(move |tx| silence(&ctx, tx))?;
        }
        search_again(store, id, progress)?;
        Ok(named)
    }

    /// Under which names it is served here; refused when another organisation has one of them.
    fn named(&self, came: Organisation) -> anyhow::Result<Organisation> {
        let slug = self.from.slug.clone().unwrap_or(came.slug);
        let host = match &self.from.host {
            Host::Same => came.host,
            Host::Other(host) => Some(host.clone()),
            Host::None => None,
        };
        let named = Organisation { slug, host, ..came };
        let all = self.opened.store.read_blocking(parvis_organisation::all)?;
        refuse_taken(&all, &named)?;
        Ok(named)
    }

    /// The names of the pieces that came.
    fn names(&self) -> anyhow::Result<impl Iterator<Item = anyhow::Result<String>> + use<>> {
        let list = File::open(self.from.folder.join(PIECES_LIST))?;
        Ok(BufReader::new(list).lines().map(|line| {
            let listed: FileSum = serde_json::from_str(&line?)?;
            Ok(listed.path)
        }))
    }

    /// Refuses a piece under the name of one that somebody has here: an export that was written by hand must not replace it.
    fn refuse_pieces_of_others(&self) -> anyhow::Result<()> {
        let mut names = self.names()?;
        loop {
            let page: Vec<String> = names.by_ref().take(AHEAD).collect::<Result<_, _>>()?;
            if page.is_empty() {
                return Ok(());
            }
            let asked = page.clone();
            let free = self
                .opened
                .store
                .read_blocking(move |tx| parvis_dossier::sweep::forgotten(tx, &asked))?;
            if let Some(taken) = page.iter().find(|name| !free.contains(*name)) {
                bail!(
                    "l'export contient une pièce qui porte le nom d'une pièce d'ici ({taken}) : rien n'a été importé"
                );
            }
        }
    }

    /// Stores the pieces as they are sealed.
    fn pieces(&self, progress: &mut Progress) -> anyhow::Result<()> {
        self.refuse_pieces_of_others()?;
        let names = self.names()?;
        let (from, mut done) = (self.from.folder.join(PIECES), 0_u64);
        let blobs = &self.opened.blobs;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let mut copies = futures::stream::iter(names)
                .map_ok(|name| put(blobs, &from, name))
                .try_buffer_unordered(AT_ONCE);
            while copies.try_next().await?.is_some() {
                done += 1;
                progress.say(|| format!("pièces : {done} sur {}", self.manifest.pieces.count));
            }
            anyhow::Ok(())
        })
    }

    /// All rows at once.
    fn join(
        &self,
        anteroom: &Anteroom,
        organisation: &Organisation,
        progress: &mut Progress,
    ) -> anyhow::Result<()> {
        let vault = self.opened.store.vault();
        let mut snapshot = Snapshot::open(&anteroom.location(), vault)?;
        let (mut joining, tables) = Filling::join(&house::location(self.config), vault)?;
        // Somebody may have created one since it was looked at.
        refuse_taken(&joining.also(parvis_organisation::all)?, organisation)?;
        for table in &tables {
            let whose = match fate(&table.name) {
                Some(Fate::Moves(whose)) => whose,
                Some(Fate::MadeAgain(_)) => Whose::Column,
                Some(Fate::LeftBehind(_)) | None => continue,
            };
            progress.say(|| format!("base : {}", table.name));
            copy_rows(&mut snapshot, &mut joining, table, (whose, self.id))
                .with_context(|| table.name.clone())?;
        }
        Ok(joining.commit()?)
    }
}

/// Refuses names that are served already.
fn refuse_taken(all: &[Organisation], named: &Organisation) -> anyhow::Result<()> {
    for other in all {
        if other.id == named.id {
            bail!(
                "cette organisation est déjà ici, sous le nom « {} » : un import ne remplace et ne complète jamais rien",
                other.slug
            );
        }
        if other.slug == named.slug {
            bail!(
                "le nom « {} » est déjà celui de {} : choisissez-en un autre avec --slug NOM",
                named.slug,
                other.name
            );
        }
        if let Some(host) = &named.host
            && other
                .host
                .as_ref()
                .is_some_and(|own| own.eq_ignore_ascii_case(host))
        {
            bail!(
                "l'adresse {host} est déjà celle de {} : indiquez --host HÔTE, ou --without-host",
                other.name
            );
        }
    }
    Ok(())
}

/// Nobody is told what happened before: facts and jobs are dropped, mails that have not left are given up.
fn silence(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), StoreError> {
    parvis_jobs::drop_all_of(tx, ctx.organisation)?;
    parvis_notify::keep_all(tx, ctx).map(drop)
}

/// Addresses, names and words are found by hashes that depend on the master key.
fn search_again(store: &Store, id: OrganisationId, progress: &mut Progress) -> anyhow::Result<()> {
    let mut after = None;
    loop {
        let page = store
            .write_blocking(move |tx| parvis_access::account::moving::hash_again(tx, id, after))?;
        if page.is_none() {
            break;
        }
        after = page;
    }
    let (catalogue, mut after, mut pages) = (Catalogue::new(), None, 0_u64);
    loop {
        let catalogue = catalogue.clone();
        let page = store.write_blocking(move |tx| {
            parvis_dossier::moving::index_again(tx, &catalogue, id, after)
        })?;
        if page.is_none() {
            return Ok(());
        }
        after = page;
        pages += 1;
        progress.say(|| format!("recherche : {pages} pages de dossiers"));
    }
}

/// Copies rows from one database into the other: one thread reads, this one writes.
fn copy_rows(
    from: &mut Snapshot,
    to: &mut Filling,
    table: &Table,
    (whose, id): (Whose, OrganisationId),
) -> anyhow::Result<u64> {
    std::thread::scope(|scope| {
        let (send, receive) = sync_channel::<Result<Vec<Value>, StoreError>>(AHEAD);
        let reading = scope.spawn(move || {
            let read = from.rows_of(table, whose, id, |values| {
                let sent = send.send(Ok(values.to_vec()));
                sent.map_err(|_| StoreError::Panicked)
            });
            if let Err(error) = read {
                // The writer gave up first: its own error is told.
                let _ = send.send(Err(error));
            }
        });
        let filled = to.fill(table, &mut receive.into_iter());
        let _ = reading.join();
        Ok(filled?)
    })
}
