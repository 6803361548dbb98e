//! Restoring a back-up into an empty installation, of either engine.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use futures::TryStreamExt;
use parvis_store::blobs::Blobs;
use parvis_store::snapshot::Filling;
use parvis_store::{Location, StoreError, Vault};
use zeroize::Zeroizing;

use super::manifest::{FileSum, Holding, Manifest, MasterKey};
use super::{
    AT_ONCE, ENCRYPTED, Identities, KEY, PIECES, PIECES_LIST, Progress, file, fill, put, verify,
};
use crate::config::Config;
use crate::house;

/// What is restored waits here, in the data folder, until all of it is there; while it exists, no server starts.
pub(crate) const UNFINISHED: &str = "restauration-inachevee";

/// What to restore.
pub(crate) struct From {
    pub(crate) folder: PathBuf,
    pub(crate) identities: Identities,
    /// The master key, when the back-up does not hold it.
    pub(crate) key: Option<PathBuf>,
}

/// Restores a back-up; its tables are then brought up to date. Everything is checked before anything is written.
pub(crate) fn restore(
    config: &Config,
    from: &From,
    progress: &mut Progress,
) -> anyhow::Result<Manifest> {
    let verified = verify(&from.folder, Holding::Installation, progress)?;
    let manifest = match verified.manifest {
        Some(manifest) if verified.damages.is_empty() => manifest,
        _ => bail!(
            "la sauvegarde est abîmée, rien n'a été restauré :\n  {}",
            verified.damages.join("\n  ")
        ),
    };
    let data = &config.data;
    if !file::is_free(data)? {
        bail!(
            "{} n'est pas vide : une restauration n'efface jamais rien",
            data.display()
        );
    }
    let (vault, text) = master_key(config, from, &manifest)?;
    let waiting = data.join(UNFINISHED);
    let restored = Restoring {
        config,
        from,
        manifest: &manifest,
        waiting: &waiting,
    }
    .all(&vault, &text, progress);
    progress.end();
    if let Err(error) = restored {
        // Nothing was there before: what was begun is removed, so that it can be tried again.
        let _ = fs::remove_dir_all(&waiting);
        return Err(error);
    }
    let opened = house::open(config).context("mise à jour des tables restaurées")?;
    opened.store.close();
    Ok(manifest)
}

/// The master key, from the configuration, from a file or from the back-up; refused when it is not the one of these data.
fn master_key(
    config: &Config,
    from: &From,
    manifest: &Manifest,
) -> anyhow::Result<(Vault, Zeroizing<String>)> {
    let text = if let Some(path) = &from.key {
        fs::read_to_string(path)
            .with_context(|| format!("--key : {} ne peut pas être lu", path.display()))?
    } else if let Some(text) = &config.master_key {
        text.clone()
    } else {
        key_of_backup(from, manifest)?
    };
    let text = Zeroizing::new(text);
    let vault = Vault::from_text(&text).context("la clé maîtresse")?;
    if vault.fingerprint() != manifest.installation {
        bail!("cette clé maîtresse n'est pas celle de la sauvegarde : rien n'a été restauré");
    }
    let text = vault.to_text();
    Ok((vault, text))
}

fn key_of_backup(from: &From, manifest: &Manifest) -> anyhow::Result<String> {
    let name = match manifest.master_key {
        MasterKey::Absent => bail!(
            "la sauvegarde ne contient pas la clé maîtresse : indiquez --key FICHIER, la copie de parvis.key gardée à part"
        ),
        MasterKey::InClear => KEY.to_owned(),
        MasterKey::Encrypted => format!("{KEY}{ENCRYPTED}"),
    };
    let mut text = String::new();
    fill::opened(&from.folder, &name, &from.identities)?
        .read_to_string(&mut text)
        .with_context(|| format!("{name} ne peut pas être lu"))?;
    Ok(text)
}

struct Restoring<'a> {
    config: &'a Config,
    from: &'a From,
    manifest: &'a Manifest,
    waiting: &'a Path,
}

impl Restoring<'_> {
    fn all(&self, vault: &Vault, key: &str, progress: &mut Progress) -> anyhow::Result<()> {
        let folder = self.waiting;
        file::folder(folder)
            .with_context(|| format!("{} ne peut pas être créé", folder.display()))?;
        let (location, in_folder) = self.location();
        // An address that cannot be filled is known before the pieces are copied.
        let mut filling = self.begin(&location, vault)?;
        self.pieces(progress)?;
        if self.config.master_key.is_none() {
            file::write(&folder.join(house::KEY), key.as_bytes())?;
        }
        let of = (self.from.folder.as_path(), self.manifest);
        fill::tables(&mut filling, of, &self.from.identities, progress)?;
        filling.commit()?;
        file::sync_folders(folder)?;
        self.put_in_place(in_folder)
    }

    /// Where the rows go: the database of the configuration, or the file that waits with the pieces.
    fn location(&self) -> (Location, bool) {
        match house::location(self.config) {
            Location::Sqlite(path) => {
                let name = path.file_name().unwrap_or_default();
                (Location::Sqlite(self.waiting.join(name)), true)
            }
            Location::Postgres(url) => (Location::Postgres(url), false),
        }
    }

    fn begin(&self, location: &Location, vault: &Vault) -> anyhow::Result<Filling> {
        // Opening it checks that it can serve, and makes the file of SQLite.
        parvis_store::Store::open(location, vault.clone())
            .context("clé database")?
            .close();
        let begun = Filling::begin(location, vault, &house::migrations(), &self.manifest.seen());
        match begun {
            Err(StoreError::NotEmpty(table)) => bail!(
                "la base n'est pas vide (elle a une table {table}) : une restauration n'efface jamais rien"
            ),
            Err(StoreError::Migration(cause)) => bail!(
                "la sauvegarde vient de la version {} : {cause}",
                self.manifest.program
            ),
            begun => Ok(begun?),
        }
    }

    fn pieces(&self, progress: &mut Progress) -> anyhow::Result<()> {
        let bucket = self.has_bucket()?;
        let blobs = match bucket {
            true => house::blobs(self.config)?,
            false => Blobs::folder(&self.waiting.join(house::PIECES))?,
        };
        let list = File::open(self.from.folder.join(PIECES_LIST))?;
        let names = BufReader::new(list).lines().map(|line| {
            let listed: FileSum = serde_json::from_str(&line?)?;
            anyhow::Ok(listed.path)
        });
        let (from, mut done) = (self.from.folder.join(PIECES), 0_u64);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            if bucket && blobs.list("").try_next().await?.is_some() {
                bail!("clé s3 : le dépôt des pièces n'est pas vide : une restauration n'efface jamais rien");
            }
            let mut copies = futures::stream::iter(names)
                .map_ok(|name| put(&blobs, &from, name))
                .try_buffer_unordered(AT_ONCE);
            while copies.try_next().await?.is_some() {
                done += 1;
                progress.say(|| format!("pièces : {done} sur {}", self.manifest.pieces.count));
            }
            anyhow::Ok(())
        })
    }

    /// Whether pieces are kept elsewhere than in the data folder.
    fn has_bucket(&self) -> anyhow::Result<bool> {
        Ok(self.config.s3.settings()?.is_some())
    }

    /// Gives each thing its place. The database comes first: a server that finds one without its key is refused.
    fn put_in_place(&self, with_database: bool) -> anyhow::Result<()> {
        let data = &self.config.data;
        let mut names = Vec::new();
        if !self.has_bucket()? {
            names.push(house::PIECES);
        }
        if with_database {
            names.insert(0, house::DATABASE);
        }
        if self.config.master_key.is_none() {
            names.push(house::KEY);
        }
        for name in names {
            fs::rename(self.waiting.join(name), data.join(name))
                .with_context(|| format!("{name} ne peut pas être mis en place"))?;
        }
        fs::remove_dir_all(self.waiting)?;
        file::sync(data)?;
        Ok(())
    }
}
