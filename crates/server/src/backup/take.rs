//! Taking a back-up.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use futures::{StreamExt, TryStreamExt};
use parvis_dossier::DossierError;
use parvis_kernel::{Clock, SystemClock};
use parvis_store::blobs::{BlobError, Blobs};
use parvis_store::snapshot::{Snapshot, Table};
use parvis_store::{StoreError, Value};

use super::file::{self, Sum, Written};
use super::line::{self, Row};
use super::manifest::{FORMAT, FileSum, Manifest, MasterKey, MigrationSeen, Pieces, TableFile};
use super::{AT_ONCE, ENCRYPTED, KEY, PIECES, PIECES_LIST, Progress, Recipients, TABLES};
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
    let to = &asked.to;
    if !file::is_free(to)? {
        bail!(
            "{} existe déjà : une sauvegarde n'en remplace jamais une autre",
            to.display()
        );
    }
    let earlier = match &asked.since {
        Some(since) => earlier_pieces(house, since)?,
        None => BTreeMap::new(),
    };
    let unfinished = unfinished(to)?;
    file::folder(&unfinished)
        .with_context(|| format!("{} ne peut pas être créé", unfinished.display()))?;
    let mut taking = Taking {
        house,
        asked,
        folder: &unfinished,
        earlier,
        files: Vec::new(),
        linked: 0,
    };
    let taken = taking.all(progress).and_then(|manifest| {
        manifest.write(&unfinished)?;
        file::sync_folders(&unfinished)?;
        fs::rename(&unfinished, to)?;
        file::sync(to.parent().unwrap_or(Path::new(".")))?;
        Ok(manifest)
    });
    progress.end();
    let linked = taking.linked;
    match taken {
        Ok(manifest) => Ok(Taken { manifest, linked }),
        Err(error) => {
            // What cannot be removed keeps a name that says what it is.
            let _ = fs::remove_dir_all(&unfinished);
            Err(error)
        }
    }
}

/// Where it is written before it is whole: beside, so that the final name is one act of the disk.
fn unfinished(to: &Path) -> anyhow::Result<PathBuf> {
    let name = to
        .file_name()
        .with_context(|| format!("{} ne nomme pas un dossier à créer", to.display()))?;
    let name = format!(
        ".{}.inachevee-{}",
        name.to_string_lossy(),
        std::process::id()
    );
    Ok(to.with_file_name(name))
}

/// The pieces of an earlier back-up, which must be whole and of the same installation.
fn earlier_pieces(house: &Located, since: &Path) -> anyhow::Result<BTreeMap<String, FileSum>> {
    let manifest = match Manifest::read(since)? {
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
    folder: &'a Path,
    earlier: BTreeMap<String, FileSum>,
    files: Vec<FileSum>,
    linked: u64,
}

impl Taking<'_> {
    fn all(&mut self, progress: &mut Progress) -> anyhow::Result<Manifest> {
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
            format: FORMAT.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            engine,
            taken_at,
            installation,
            master_key,
            recipients: self.asked.recipients.texts(),
            migrations,
            tables,
            pieces,
            files: std::mem::take(&mut self.files),
        })
    }

    fn tables(
        &mut self,
        snapshot: &mut Snapshot,
        progress: &mut Progress,
    ) -> anyhow::Result<Vec<TableFile>> {
        file::folder(&self.folder.join(TABLES))?;
        let mut written = Vec::new();
        for table in snapshot.tables().to_vec() {
            let mut rows = 0;
            let name = format!("{TABLES}/{}.jsonl", table.name);
            let file = self.write(&name, |out| {
                rows = write_rows(snapshot, &table, out, progress)?;
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

    /// Writes a file, encrypted when somebody is to open it; gives the name that it got.
    fn write(
        &mut self,
        name: &str,
        content: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
    ) -> anyhow::Result<String> {
        let recipients = &self.asked.recipients;
        let (name, sum) = if recipients.is_empty() {
            let mut file = Written::create(&self.folder.join(name))?;
            content(&mut file)?;
            (name.to_owned(), file.finish()?)
        } else {
            let name = format!("{name}{ENCRYPTED}");
            let file = Written::create(&self.folder.join(&name))?;
            let mut encrypted = recipients.encrypting(file)?;
            content(&mut encrypted)?;
            (name, encrypted.finish()?.finish()?)
        };
        self.files.push(FileSum::new(name.clone(), sum));
        Ok(name)
    }

    fn key(&mut self) -> anyhow::Result<MasterKey> {
        if self.asked.key == KeyChoice::Left {
            return Ok(MasterKey::Absent);
        }
        let key = self.house.vault.to_text();
        self.write(KEY, |out| Ok(out.write_all(key.as_bytes())?))?;
        Ok(match self.asked.recipients.is_empty() {
            true => MasterKey::InClear,
            false => MasterKey::Encrypted,
        })
    }

    fn pieces(&mut self, named: &[String], progress: &mut Progress) -> anyhow::Result<Pieces> {
        let to = self.folder.join(PIECES);
        file::folder(&to)?;
        for name in named {
            if let Some(parent) = to.join(name).parent() {
                file::folder(parent)?;
            }
        }
        let mut list = Written::create(&self.folder.join(PIECES_LIST))?;
        let (mut pieces, mut lost) = (Pieces::default(), Vec::new());
        let mut copied = |name: &String, copy: Copy| -> anyhow::Result<()> {
            let sum = match copy {
                Copy::Gone => {
                    lost.push(name.clone());
                    return Ok(());
                }
                Copy::Linked(sum) => {
                    self.linked += 1;
                    sum
                }
                Copy::Copied(sum) => sum,
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
                .map(|name| copy(blobs, name, &to, earlier.get(name), since.as_deref()))
                .buffered(AT_ONCE);
            let mut copies = copies.zip(futures::stream::iter(named));
            while let Some((copy, name)) = copies.next().await {
                copied(name, copy.with_context(|| format!("pièce {name}"))?)?;
            }
            anyhow::Ok(())
        })?;
        self.files
            .push(FileSum::new(PIECES_LIST.to_owned(), list.finish()?));
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

fn write_rows(
    snapshot: &mut Snapshot,
    table: &Table,
    out: &mut dyn Write,
    progress: &mut Progress,
) -> anyhow::Result<u64> {
    writeln!(out, "{}", line::head(table)?)?;
    let (mut rows, mut text) = (0, Vec::new());
    let mut each = |values: &[Value]| -> io::Result<()> {
        text.clear();
        serde_json::to_writer(&mut text, &Row(values))?;
        text.push(b'\n');
        out.write_all(&text)?;
        rows += 1;
        progress.say(|| format!("base : {} ({rows} lignes)", table.name));
        Ok(())
    };
    snapshot.rows(table, |values| {
        each(values).map_err(|error| StoreError::Copy {
            table: table.name.clone(),
            cause: error.to_string(),
        })
    })?;
    Ok(rows)
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

/// What became of one piece.
enum Copy {
    Copied(Sum),
    /// It is the same file as in an earlier back-up.
    Linked(Sum),
    Gone,
}

async fn copy(
    blobs: &Blobs,
    name: &str,
    to: &Path,
    earlier: Option<&FileSum>,
    since: Option<&Path>,
) -> anyhow::Result<Copy> {
    let target = to.join(name);
    if let (Some(earlier), Some(since)) = (earlier, since)
        && let Some(sum) = linked(&since.join(name), &target, earlier)
    {
        return Ok(Copy::Linked(sum));
    }
    let sealed = match blobs.sealed(name).await {
        Err(BlobError::NotFound) => return Ok(Copy::Gone),
        found => found?,
    };
    let mut sealed = Box::pin(sealed);
    let mut file = Written::create(&target)?;
    while let Some(bytes) = sealed.try_next().await? {
        file.write_all(&bytes)?;
    }
    Ok(Copy::Copied(file.finish()?))
}

/// The same file under two names, when it still is what the earlier back-up says: a damaged one is copied again.
fn linked(from: &Path, to: &Path, earlier: &FileSum) -> Option<Sum> {
    let sum = file::sum_of(from).ok().filter(|sum| earlier.is(sum))?;
    fs::hard_link(from, to).ok()?;
    Some(sum)
}
