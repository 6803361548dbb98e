//! Taking a back-up.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use futures::StreamExt;
use parvis_dossier::DossierError;
use parvis_kernel::{Clock, SystemClock};
use parvis_store::snapshot::Snapshot;

use super::file::{self, Written};
use super::manifest::{FileSum, Holding, Manifest, MasterKey, MigrationSeen, Pieces, TableFile};
use super::{
    AT_ONCE, Copied, Folder, KEY, PIECES, PIECES_LIST, Progress, Recipients, Rows, TABLES, copied,
};
use crate::house::Located;

/// What was asked.
pub(crate) struct Asked {
    /// The folder to make: nothing may be there.
    pub(crate) to: PathBuf,
    pub(crate) key: KeyChoice,
    pub(crate) recipients: Recipients,
    /// An earlier back-up of the same installation, whose pieces need not be copied again.
    pub(crate) since: Option<PathBuf>,
}

/// What becomes of the master key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyChoice {
    /// It is kept elsewhere.
    Left,
    /// It is in the back-up, encrypted if the back-up is.
    Taken,
}

/// What was made.
pub(crate) struct Taken {
    pub(crate) manifest: Manifest,
    /// The pieces that were not copied again.
    pub(crate) linked: u64,
}

/// Takes a back-up of a house that may be serving: first the database, at one instant; then the pieces that it names, which never
/// change. It gets its name when it is whole and on the disk.
pub(crate) fn take(
    house: &Located,
    asked: &Asked,
    progress: &mut Progress,
) -> anyhow::Result<Taken> {
    let folder = Folder::begin(&asked.to, &asked.recipients)?;
    let mut taking = Taking {
        house,
        asked,
        folder,
        earlier: BTreeMap::new(),
        linked: 0,
    };
    let made = taking.all(progress);
    progress.end();
    let linked = taking.linked;
    let manifest = taking.folder.end(made)?;
    Ok(Taken { manifest, linked })
}

/// The pieces of an earlier back-up, which must be whole and of the same installation.
fn earlier_pieces(house: &Located, since: &Path) -> anyhow::Result<BTreeMap<String, FileSum>> {
    let manifest = match Manifest::read(since, Holding::Installation)? {
        Ok(manifest) => manifest,
        Err(damage) => bail!("--since {} : {damage}", since.display()),
    };
    if manifest.installation != house.vault.fingerprint() {
        bail!(
            "--since {} : c'est la sauvegarde d'une autre installation",
            since.display()
        );
    }
    let list = fs::File::open(since.join(PIECES_LIST))?;
    let mut pieces = BTreeMap::new();
    for line in BufReader::new(list).lines() {
        let piece: FileSum = serde_json::from_str(&line?)?;
        pieces.insert(piece.path.clone(), piece);
    }
    Ok(pieces)
}

struct Taking<'a> {
    house: &'a Located,
    asked: &'a Asked,
    folder: Folder<'a>,
    earlier: BTreeMap<String, FileSum>,
    linked: u64,
}

impl Taking<'_> {
    fn all(&mut self, progress: &mut Progress) -> anyhow::Result<Manifest> {
        if let Some(since) = &self.asked.since {
            self.earlier = earlier_pieces(self.house, since)?;
        }
        let taken_at = SystemClock.now().to_string();
        let mut snapshot = Snapshot::open(&self.house.location, &self.house.vault)?;
        let tables = self.tables(&mut snapshot, progress)?;
        let named = named(&mut snapshot)?;
        let engine = snapshot.engine().name().to_owned();
        let migrations = snapshot.migrations().iter().map(MigrationSeen::from);
        let migrations = migrations.collect();
        let installation = snapshot.installation().to_owned();
        // The pieces never change: from here on, nobody is in the way of the database any more.
        drop(snapshot);
        let pieces = self.pieces(&named, progress)?;
        let master_key = self.key()?;
        Ok(Manifest {
            format: Holding::Installation.format().to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            engine,
            taken_at,
            installation,
            master_key,
            organisation: None,
            recipients: self.folder.recipients(),
            migrations,
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
            let mut rows = 0;
            let name = format!("{TABLES}/{}.jsonl", table.name);
            let file = self.folder.write(&name, |out| {
                let mut file = Rows::begin(&table, out, progress)?;
                snapshot.rows(&table, |values| file.row(values))?;
                rows = file.count();
                Ok(())
            })?;
            written.push(TableFile {
                name: table.name,
                file,
                rows,
            });
        }
        Ok(written)
    }

    fn key(&mut self) -> anyhow::Result<MasterKey> {
        if self.asked.key == KeyChoice::Left {
            return Ok(MasterKey::Absent);
        }
        let key = self.house.vault.to_text();
        self.folder
            .write(KEY, |out| Ok(out.write_all(key.as_bytes())?))?;
        Ok(match self.folder.is_encrypted() {
            true => MasterKey::Encrypted,
            false => MasterKey::InClear,
        })
    }

    fn pieces(&mut self, named: &[String], progress: &mut Progress) -> anyhow::Result<Pieces> {
        let to = self.folder.path().join(PIECES);
        file::folder(&to)?;
        for name in named {
            if let Some(parent) = to.join(name).parent() {
                file::folder(parent)?;
            }
        }
        let mut list = Written::create(&self.folder.path().join(PIECES_LIST))?;
        let (mut pieces, mut lost) = (Pieces::default(), Vec::new());
        let mut listed = |name: &String, copy: Copied| -> anyhow::Result<()> {
            let sum = match copy {
                Copied::Gone => {
                    lost.push(name.clone());
                    return Ok(());
                }
                Copied::Linked(sum) => {
                    self.linked += 1;
                    sum
                }
                Copied::Anew(sum) => sum,
            };
            pieces.count += 1;
            pieces.bytes += sum.size;
            serde_json::to_writer(&mut list, &FileSum::new(name.clone(), sum))?;
            list.write_all(b"\n")?;
            progress.say(|| format!("pièces : {} sur {}", pieces.count, named.len()));
            Ok(())
        };
        let (blobs, earlier) = (&self.house.blobs, &self.earlier);
        let since = self.asked.since.as_ref().map(|since| since.join(PIECES));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let copies = futures::stream::iter(named)
                .map(|name| copied(blobs, name, &to, earlier.get(name), since.as_deref()))
                .buffered(AT_ONCE);
            let mut copies = copies.zip(futures::stream::iter(named));
            while let Some((copy, name)) = copies.next().await {
                listed(name, copy.with_context(|| format!("pièce {name}"))?)?;
            }
            anyhow::Ok(())
        })?;
        self.folder.add(PIECES_LIST.to_owned(), list.finish()?);
        (pieces.erased_meanwhile, pieces.missing) = self.told_apart(lost)?;
        Ok(pieces)
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

/// The pieces that the rows of the snapshot name.
fn named(snapshot: &mut Snapshot) -> Result<Vec<String>, DossierError> {
    let mut named: Vec<String> = Vec::new();
    loop {
        let after = named.last().cloned().unwrap_or_default();
        let page = snapshot.read(|tx| parvis_dossier::sweep::named(tx, &after))?;
        if page.is_empty() {
            return Ok(named);
        }
        named.extend(page.into_iter().map(|piece| piece.blob));
    }
}
