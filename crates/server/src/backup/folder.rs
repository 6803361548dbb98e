//! A folder that is written beside its place, and gets its name when it is whole and on the disk.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::file::{self, Sum, Written};
use super::manifest::{FileSum, Manifest};
use super::{ENCRYPTED, Recipients};

/// A folder that is being written.
pub(crate) struct Folder<'a> {
    to: &'a Path,
    beside: PathBuf,
    recipients: &'a Recipients,
    files: Vec<FileSum>,
}

impl<'a> Folder<'a> {
    /// Begins a folder where there is nothing.
    pub(crate) fn begin(to: &'a Path, recipients: &'a Recipients) -> anyhow::Result<Self> {
        if !file::is_free(to)? {
            bail!(
                "{} existe déjà : rien n'y est jamais remplacé",
                to.display()
            );
        }
        let beside = unfinished(to)?;
        file::folder(&beside)
            .with_context(|| format!("{} ne peut pas être créé", beside.display()))?;
        Ok(Self {
            to,
            beside,
            recipients,
            files: Vec::new(),
        })
    }

    /// Where it is for now.
    pub(crate) fn path(&self) -> &Path {
        &self.beside
    }

    /// For whom it is encrypted.
    pub(crate) fn recipients(&self) -> Vec<String> {
        self.recipients.texts()
    }

    /// Whether it is encrypted.
    pub(crate) const fn is_encrypted(&self) -> bool {
        !self.recipients.is_empty()
    }

    /// Writes a file, encrypted when somebody is to open it; gives the name that it got.
    pub(crate) fn write(
        &mut self,
        name: &str,
        content: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
    ) -> anyhow::Result<String> {
        let (name, sum) = if self.is_encrypted() {
            let name = format!("{name}{ENCRYPTED}");
            let file = Written::create(&self.beside.join(&name))?;
            let mut encrypted = self.recipients.encrypting(file)?;
            content(&mut encrypted)?;
            (name, encrypted.finish()?.finish()?)
        } else {
            let mut file = Written::create(&self.beside.join(name))?;
            content(&mut file)?;
            (name.to_owned(), file.finish()?)
        };
        self.add(name.clone(), sum);
        Ok(name)
    }

    /// Adds a file that was written otherwise.
    pub(crate) fn add(&mut self, name: String, sum: Sum) {
        self.files.push(FileSum::new(name, sum));
    }

    /// The files so far, for the manifest.
    pub(crate) fn take_files(&mut self) -> Vec<FileSum> {
        std::mem::take(&mut self.files)
    }

    /// Ends it: the manifest is written and the folder gets its name, or nothing of it is left.
    pub(crate) fn end(self, made: anyhow::Result<Manifest>) -> anyhow::Result<Manifest> {
        let ended = made.and_then(|manifest| {
            manifest.write(&self.beside)?;
            file::sync_folders(&self.beside)?;
            fs::rename(&self.beside, self.to)?;
            file::sync(self.to.parent().unwrap_or(Path::new(".")))?;
            Ok(manifest)
        });
        if ended.is_err() {
            // What cannot be removed keeps a name that says what it is.
            let _ = fs::remove_dir_all(&self.beside);
        }
        ended
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
