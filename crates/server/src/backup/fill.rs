//! The rows of a back-up, read from its files.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, bail};
use parvis_store::StoreError;
use parvis_store::snapshot::{Filling, Table};

use super::line;
use super::manifest::{Manifest, TableFile};
use super::{ENCRYPTED, Identities, Progress};

/// Fills every table, in the order of the manifest.
pub(crate) fn tables(
    filling: &mut Filling,
    (folder, manifest): (&Path, &Manifest),
    identities: &Identities,
    progress: &mut Progress,
) -> anyhow::Result<()> {
    for listed in &manifest.tables {
        let reading = opened(folder, &listed.file, identities)?;
        let filled =
            table(filling, listed, reading, progress).with_context(|| listed.file.clone())?;
        if filled != listed.rows {
            bail!(
                "{} : {filled} lignes au lieu de {}",
                listed.file,
                listed.rows
            );
        }
    }
    Ok(())
}

/// Opens a file, encrypted or not.
pub(crate) fn opened(
    folder: &Path,
    name: &str,
    identities: &Identities,
) -> anyhow::Result<Box<dyn Read>> {
    let file =
        File::open(folder.join(name)).with_context(|| format!("{name} ne peut pas être lu"))?;
    Ok(match name.ends_with(ENCRYPTED) {
        true => Box::new(identities.opening(file)?),
        false => Box::new(file),
    })
}

fn table(
    filling: &mut Filling,
    listed: &TableFile,
    reading: Box<dyn Read>,
    progress: &mut Progress,
) -> anyhow::Result<u64> {
    let mut lines = BufReader::with_capacity(256 * 1024, reading).lines();
    let head = lines.next().transpose()?.unwrap_or_default();
    let table = line::read_head(&head).filter(|table| table.name == listed.name);
    let table = table.context("la première ligne ne décrit pas la table")?;
    let mut done = 0_u64;
    let mut rows = lines.map(|line| {
        done += 1;
        progress.say(|| format!("base : {} ({done} sur {})", listed.name, listed.rows));
        row(&table, line)
    });
    Ok(filling.fill(&table, &mut rows)?)
}

fn row(
    table: &Table,
    line: std::io::Result<String>,
) -> Result<Vec<parvis_store::Value>, StoreError> {
    let refused = |cause: String| StoreError::Copy {
        table: table.name.clone(),
        cause,
    };
    let line = line.map_err(|error| refused(error.to_string()))?;
    line::read_row(table, &line)
        .ok_or_else(|| refused("une ligne n'est pas de cette table".to_owned()))
}
