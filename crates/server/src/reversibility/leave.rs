//! Taking everything of one organisation into a folder, while the house serves.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};
use futures::StreamExt;
use parvis_dossier::moving;
use parvis_kernel::{Clock, Ctx, PieceId, SystemClock};
use parvis_organisation::Organisation;
use parvis_store::Value;
use parvis_store::snapshot::{Seen, Snapshot, Table, Whose};
use tokio::runtime::Runtime;

use super::readable::{self, Source};
use super::tables::{Fate, fate};
use super::{CODES, KEYS, READABLE, codes, keys};
use crate::backup::file::{self, Written};
use crate::backup::manifest::{FileSum, Manifest, MasterKey, MigrationSeen, Pieces, TableFile};
use crate::backup::{
    AT_ONCE, Copied, Folder, Holding, PIECES, PIECES_LIST, Progress, Recipients, Rows, TABLES, copy,
};
use crate::house::{self, Located};

/// What is left behind, and has keys: they stay too.
const WITH_KEYS: [&str; 2] = ["challenges", "exports"];

/// What was asked.
pub(crate) struct Asked {
    /// The name of the organisation in addresses.
    pub(crate) slug: String,
    /// The folder to make: nothing may be there.
    pub(crate) to: PathBuf,
    pub(crate) recipients: Recipients,
}

/// Takes everything of an organisation of a house that may be serving: first the database, at one instant; then the pieces that it
/// names. The folder gets its name when it is whole and on the disk; the organisation keeps the trace of it.
pub(crate) fn leave(
    house: &Located,
    asked: &Asked,
    progress: &mut Progress,
) -> anyhow::Result<(Organisation, Manifest)> {
    let mut snapshot = Snapshot::open(&house.location, &house.vault)?;
    refuse_other_version(snapshot.migrations())?;
    let found = snapshot.read(|tx| parvis_organisation::by_slug(tx, &asked.slug))?;
    let organisation =
        found.with_context(|| format!("il n'y a pas ici d'organisation « {} »", asked.slug))?;
    let mut leaving = Leaving {
        house,
        organisation: &organisation,
        folder: Folder::begin(&asked.to, &asked.recipients)?,
        runtime: tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?,
        left: HashSet::new(),
    };
    let made = leaving.all(snapshot, progress);
    progress.end();
    let manifest = leaving.folder.end(made)?;
    trace(house, &organisation)?;
    Ok((organisation, manifest))
}

/// The rooms read the tables of this version.
fn refuse_other_version(seen: &[Seen]) -> anyhow::Result<()> {
    if seen.len() != house::migrations().len() {
        bail!("la base n'est pas au niveau de cette version : lancez d'abord `parvis migrate`");
    }
    Ok(())
}

/// The organisation was taken away in full: who administers reads it in the journal.
fn trace(house: &Located, organisation: &Organisation) -> anyhow::Result<()> {
    let store = parvis_store::Store::open(&house.location, house.vault.clone())?;
    let ctx = Ctx::house(organisation.id, SystemClock.now());
    let traced = store.write_blocking(move |tx| parvis_organisation::exported(&ctx, tx));
    store.close();
    Ok(traced?)
}

struct Leaving<'a> {
    house: &'a Located,
    organisation: &'a Organisation,
    folder: Folder<'a>,
    runtime: Runtime,
    /// Whose keys stay.
    left: HashSet<String>,
}

impl Leaving<'_> {
    fn all(&mut self, mut snapshot: Snapshot, progress: &mut Progress) -> anyhow::Result<Manifest> {
        let taken_at = SystemClock.now();
        let tables = self.tables(&mut snapshot, progress)?;
        let (id, left) = (self.organisation.id, &self.left);
        self.folder
            .write(KEYS, |out| keys::write(&mut snapshot, id, left, out))?;
        self.folder
            .write(CODES, |out| codes::write(&mut snapshot, id, out))?;
        let pieces = self.pieces(&mut snapshot, progress)?;
        let mut source = Source {
            snapshot: &mut snapshot,
            blobs: &self.house.blobs,
            runtime: &self.runtime,
            organisation: self.organisation,
            at: taken_at,
        };
        self.folder
            .write(READABLE, |out| readable::write(&mut source, out, progress))?;
        let migrations = snapshot.migrations().iter().map(MigrationSeen::from);
        Ok(Manifest {
            format: Holding::Organisation.format().to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            engine: snapshot.engine().name().to_owned(),
            taken_at: taken_at.to_string(),
            installation: snapshot.installation().to_owned(),
            master_key: MasterKey::Absent,
            organisation: Some(id.to_string()),
            recipients: self.folder.recipients(),
            migrations: migrations.collect(),
            tables,
            pieces,
            files: self.folder.take_files(),
        })
    }

    fn tables(
        &mut self,
        snapshot: &mut Snapshot,
        progress: &mut Progress,
    ) -> anyhow::Result<Vec<TableFile>> {
        file::folder(&self.folder.path().join(TABLES))?;
        let mut written = Vec::new();
        for table in snapshot.tables().to_vec() {
            match fate(&table.name) {
                Some(Fate::Moves(whose)) => {
                    written.push(self.table(snapshot, &table, whose, progress)?);
                }
                Some(Fate::MadeAgain(_)) => {}
                Some(Fate::LeftBehind(_)) => self.leave_behind(snapshot, &table)?,
                None => bail!(
                    "la table {} n'a pas de sort déclaré : cet export serait incomplet",
                    table.name
                ),
            }
        }
        Ok(written)
    }

    fn table(
        &mut self,
        snapshot: &mut Snapshot,
        table: &Table,
        whose: Whose,
        progress: &mut Progress,
    ) -> anyhow::Result<TableFile> {
        let id = self.organisation.id;
        let mut rows = 0;
        let name = format!("{TABLES}/{}.jsonl", table.name);
        let file = self.folder.write(&name, |out| {
            let mut file = Rows::begin(table, out, progress)?;
            snapshot.rows_of(table, whose, id, |values| file.row(values))?;
            rows = file.count();
            Ok(())
        })?;
        Ok(TableFile {
            name: table.name.clone(),
            file,
            rows,
        })
    }

    /// Remembers whose keys stay: these things live for some days at most, so they are few.
    fn leave_behind(&mut self, snapshot: &mut Snapshot, table: &Table) -> anyhow::Result<()> {
        if !WITH_KEYS.contains(&table.name.as_str()) {
            return Ok(());
        }
        let mut columns = table.columns.iter();
        let id = columns.position(|column| column.name == "id");
        let id = id.context("une table sans identifiant")?;
        let left = &mut self.left;
        snapshot.rows_of(table, Whose::Column, self.organisation.id, |values| {
            if let Some(Value::Text(own)) = values.get(id) {
                left.insert(own.clone());
            }
            Ok(())
        })?;
        Ok(())
    }

    /// Copies the pieces as they are sealed, page by page.
    fn pieces(
        &mut self,
        snapshot: &mut Snapshot,
        progress: &mut Progress,
    ) -> anyhow::Result<Pieces> {
        let to = self.folder.path().join(PIECES);
        file::folder(&to)?;
        let mut list = Written::create(&self.folder.path().join(PIECES_LIST))?;
        let (mut pieces, mut lost) = (Pieces::default(), Vec::new());
        let mut after: Option<PieceId> = None;
        loop {
            let id = self.organisation.id;
            let page = snapshot.read(|tx| moving::stored_files(tx, id, after))?;
            let Some((last, _)) = page.last() else {
                break;
            };
            after = Some(*last);
            let names: Vec<String> = page.into_iter().map(|(_, name)| name).collect();
            for name in &names {
                if let Some(parent) = to.join(name).parent() {
                    file::folder(parent)?;
                }
            }
            for (name, copied) in self.copied(&names, &to)? {
                let (Copied::Anew(sum) | Copied::Linked(sum)) = copied else {
                    lost.push(name);
                    continue;
                };
                pieces.count += 1;
                pieces.bytes += sum.size;
                serde_json::to_writer(&mut list, &FileSum::new(name, sum))?;
                list.write_all(b"\n")?;
                progress.say(|| format!("pièces : {}", pieces.count));
            }
        }
        self.folder.add(PIECES_LIST.to_owned(), list.finish()?);
        (pieces.erased_meanwhile, pieces.missing) = self.told_apart(lost)?;
        Ok(pieces)
    }

    fn copied(
        &self,
        names: &[String],
        to: &std::path::Path,
    ) -> anyhow::Result<Vec<(String, Copied)>> {
        self.runtime.block_on(async {
            let copies = futures::stream::iter(names).map(|name| async move {
                let copied = copy(&self.house.blobs, name, to).await;
                copied.map(|copied| (name.clone(), copied))
            });
            let copies: Vec<_> = copies.buffered(AT_ONCE).collect().await;
            copies.into_iter().collect()
        })
    }

    /// A piece that is not there: its dossier was erased since the snapshot, or the installation has lost it.
    fn told_apart(&self, lost: Vec<String>) -> anyhow::Result<(Vec<String>, Vec<String>)> {
        if lost.is_empty() {
            return Ok(Default::default());
        }
        let mut now = Snapshot::open(&self.house.location, &self.house.vault)?;
        let erased = now.read(|tx| parvis_dossier::sweep::forgotten(tx, &lost))?;
        Ok(lost.into_iter().partition(|name| erased.contains(name)))
    }
}
