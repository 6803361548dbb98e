//! Where an organisation is put together before it joins the others: a database of its own, in the data folder.
//!
//! It begins with the tables that its old installation had and is brought up to date like any database, so that an older export is
//! taken too; what depends on the master key is made again there, while the house serves.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use parvis_store::snapshot::{Filling, Seen};
use parvis_store::{Location, Store, StoreError, Vault};

use crate::backup::file;
use crate::house;

/// In the data folder, as long as an import works; one that was cut off leaves it, and the next import removes it.
const FOLDER: &str = "import-en-cours";

/// The place. What is in it goes with it.
pub(super) struct Anteroom {
    folder: PathBuf,
    vault: Vault,
    /// Held as long as it exists: two imports at once would share the place.
    _lock: File,
}

impl Anteroom {
    pub(super) fn make(data: &Path, vault: &Vault) -> anyhow::Result<Self> {
        let lock = data.join(format!("{FOLDER}.lock"));
        let lock = File::create(&lock)
            .with_context(|| format!("{} ne peut pas être créé", lock.display()))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                bail!("un autre import travaille dans ce dossier de données : attendez sa fin")
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let folder = data.join(FOLDER);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        file::folder(&folder)?;
        Ok(Self {
            folder,
            vault: vault.clone(),
            _lock: lock,
        })
    }

    pub(super) fn location(&self) -> Location {
        Location::Sqlite(self.folder.join(house::DATABASE))
    }

    /// Begins to fill it, with the tables of the installation of before.
    pub(super) fn filling(&self, seen: &[Seen], program: &str) -> anyhow::Result<Filling> {
        let location = self.location();
        // Opening it makes the file.
        Store::open(&location, self.vault.clone())?.close();
        match Filling::begin(&location, &self.vault, &house::migrations(), seen) {
            Err(StoreError::Migration(_)) => bail!(
                "l'export vient de la version {program} de Parvis, plus récente que celle-ci : installez cette version ici, puis recommencez"
            ),
            begun => Ok(begun?),
        }
    }

    /// Opens it, up to date.
    pub(super) fn open(&self) -> anyhow::Result<Store> {
        let store = Store::open(&self.location(), self.vault.clone())?;
        store.migrate(&house::migrations())?;
        Ok(store)
    }
}

impl Drop for Anteroom {
    fn drop(&mut self) {
        // The next import removes what cannot be removed now.
        let _ = fs::remove_dir_all(&self.folder);
        if let Some(data) = self.folder.parent() {
            let _ = fs::remove_file(data.join(format!("{FOLDER}.lock")));
        }
    }
}
