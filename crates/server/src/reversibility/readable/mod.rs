//! What somebody reads without this program: one ZIP archive of JSON, CSV, YAML and the pieces in clear. It is written as it goes: in
//! memory are one page of dossiers and, for each file, what the table of contents of the archive says of it.

mod settings;

use std::io::Write;
use std::pin::pin;

use anyhow::Context;
use futures::TryStreamExt;
use parvis_demarche::Catalogue;
use parvis_dossier::export::Archive;
use parvis_dossier::moving::{self, READABLE_COLUMNS, Readable, ReadablePiece, readable_line};
use parvis_kernel::Instant;
use parvis_organisation::Organisation;
use parvis_store::blobs::{BlobError, Blobs};
use parvis_store::snapshot::{Snapshot, Table, Whose};
use parvis_store::{StoreError, Value};
use tokio::runtime::Runtime;

use crate::backup::Progress;

/// What explains the rest.
const READ_ME: &str = include_str!("LISEZMOI.txt");
/// Bytes that leave at once.
const ENOUGH: usize = 64 * 1024;
/// The mark by which spreadsheets recognise UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// From where it is read.
pub(super) struct Source<'a> {
    pub(super) snapshot: &'a mut Snapshot,
    pub(super) blobs: &'a Blobs,
    pub(super) runtime: &'a Runtime,
    pub(super) organisation: &'a Organisation,
    /// The date of the files.
    pub(super) at: Instant,
}

/// Writes the archive.
pub(super) fn write(
    source: &mut Source<'_>,
    out: &mut dyn Write,
    progress: &mut Progress,
) -> anyhow::Result<()> {
    let at = source.at.to_zoned(source.organisation.zone()).datetime();
    let mut files = Files {
        archive: Archive::new(at),
        out,
    };
    files.file("LISEZMOI.txt", READ_ME.replace('\n', "\r\n").as_bytes())?;
    settings::write(source, &mut files)?;
    accounts(source, &mut files)?;
    let catalogue = Catalogue::new();
    dossiers_table(source, &catalogue, &mut files)?;
    dossiers(source, &catalogue, &mut files, progress)?;
    for (journal, name) in [
        ("journal_acts", "journaux/actes.csv"),
        ("journal_exchanges", "journaux/consultations.csv"),
        ("journal_security", "journaux/securite.csv"),
    ] {
        journal_table(source, journal, name, &mut files)?;
    }
    files.archive.finish()?;
    files.leave(0)
}

/// The archive, and where its bytes go.
struct Files<'a> {
    archive: Archive,
    out: &'a mut dyn Write,
}

impl Files<'_> {
    fn leave(&mut self, enough: usize) -> anyhow::Result<()> {
        if let Some(bytes) = self.archive.take(enough) {
            self.out.write_all(&bytes)?;
        }
        Ok(())
    }

    fn begin(&mut self, name: &str) -> anyhow::Result<()> {
        Ok(self.archive.begin(name)?)
    }

    fn write(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.archive.write(bytes)?;
        self.leave(ENOUGH)
    }

    fn file(&mut self, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
        self.begin(name)?;
        self.write(bytes)
    }

    fn json(&mut self, name: &str, value: &serde_json::Value) -> anyhow::Result<()> {
        self.file(name, &serde_json::to_vec_pretty(value)?)
    }

    /// Begins a table that spreadsheets open.
    fn table(&mut self, name: &str, columns: &[&str]) -> anyhow::Result<()> {
        self.begin(name)?;
        self.write(MARK)?;
        let columns: Vec<String> = columns.iter().map(|&column| column.to_owned()).collect();
        self.line(&columns)
    }

    fn line(&mut self, cells: &[String]) -> anyhow::Result<()> {
        self.write(&readable_line(cells))
    }
}

/// The accounts that persons opened; never what they sign in with.
fn accounts(source: &mut Source<'_>, files: &mut Files<'_>) -> anyhow::Result<()> {
    let id = source.organisation.id;
    let columns = [
        "compte",
        "courriel",
        "langue",
        "ouvert le",
        "second facteur depuis le",
    ];
    files.table("comptes.csv", &columns)?;
    let mut after = None;
    loop {
        let page = source
            .snapshot
            .read(|tx| parvis_access::account::moving::page(tx, id, after))?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = Some(last.id);
        for account in page {
            let since = account.second_factor_since;
            files.line(&[
                account.id.to_string(),
                account.address.as_str().to_owned(),
                account.language.tag().to_owned(),
                account.created_at.to_string(),
                since.map_or_else(String::new, |at| at.to_string()),
            ])?;
        }
    }
}

fn dossiers_table(
    source: &mut Source<'_>,
    catalogue: &Catalogue,
    files: &mut Files<'_>,
) -> anyhow::Result<()> {
    let id = source.organisation.id;
    files.table("dossiers.csv", &READABLE_COLUMNS)?;
    let mut after = None;
    loop {
        let page = source
            .snapshot
            .read(|tx| moving::readable_row(tx, catalogue, id, after))?;
        for row in &page.items {
            files.line(row)?;
        }
        if page.last.is_none() {
            return Ok(());
        }
        after = page.last;
    }
}

fn dossiers(
    source: &mut Source<'_>,
    catalogue: &Catalogue,
    files: &mut Files<'_>,
    progress: &mut Progress,
) -> anyhow::Result<()> {
    let id = source.organisation.id;
    let (mut after, mut done) = (None, 0_u64);
    loop {
        let page = source
            .snapshot
            .read(|tx| moving::readable(tx, catalogue, id, after))?;
        for dossier in &page.items {
            folder(source, dossier, files).with_context(|| dossier.folder.clone())?;
            done += 1;
            progress.say(|| format!("partie lisible : {done} dossiers"));
        }
        if page.last.is_none() {
            return Ok(());
        }
        after = page.last;
    }
}

fn folder(source: &Source<'_>, dossier: &Readable, files: &mut Files<'_>) -> anyhow::Result<()> {
    let folder = format!("dossiers/{}", dossier.folder);
    files.json(&format!("{folder}/dossier.json"), &dossier.document)?;
    files.file(
        &format!("{folder}/reponses.txt"),
        dossier.answers.as_bytes(),
    )?;
    for piece in &dossier.pieces {
        let path = format!("{folder}/{}", piece.name);
        source
            .runtime
            .block_on(content(source.blobs, piece, &path, files))?;
    }
    Ok(())
}

/// The bytes of a piece, as they are read. One that the storage has lost is told in the manifest of the export.
async fn content(
    blobs: &Blobs,
    piece: &ReadablePiece,
    path: &str,
    files: &mut Files<'_>,
) -> anyhow::Result<()> {
    let found = match blobs.get(&piece.blob, &piece.key).await {
        Err(BlobError::NotFound) => return Ok(()),
        found => found?,
    };
    files.begin(path)?;
    let mut found = pin!(found);
    while let Some(bytes) = found.try_next().await? {
        files.write(&bytes)?;
    }
    Ok(())
}

/// A journal, entry by entry: who, what, when, on what.
fn journal_table(
    source: &mut Source<'_>,
    table: &str,
    name: &str,
    files: &mut Files<'_>,
) -> anyhow::Result<()> {
    let columns = [
        "at",
        "actor_kind",
        "actor_id",
        "channel",
        "purpose",
        "verb",
        "subject_kind",
        "subject_id",
        "detail",
    ];
    files.table(name, &columns)?;
    each_row(source, table, |cells| {
        let told = columns.map(|column| text_of(column, cells.get(column)));
        files.line(&told)
    })
}

/// The values of a row, by the names of their columns.
struct Cells<'a> {
    table: &'a Table,
    values: &'a [Value],
}

impl<'a> Cells<'a> {
    fn get(&self, name: &str) -> Option<&'a Value> {
        let mut columns = self.table.columns.iter();
        let place = columns.position(|column| column.name == name)?;
        self.values.get(place)
    }

    fn text(&self, name: &str) -> &'a str {
        match self.get(name) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }
}

/// Gives each row of the organisation in a table.
fn each_row(
    source: &mut Source<'_>,
    name: &str,
    mut each: impl FnMut(&Cells<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut tables = source.snapshot.tables().iter();
    let table = tables.find(|table| table.name == name).cloned();
    let table = table.with_context(|| format!("il n'y a pas de table {name}"))?;
    let (mut refused, id) = (None, source.organisation.id);
    let whose = match name {
        "organisations" => Whose::Itself,
        _ => Whose::Column,
    };
    let read = source.snapshot.rows_of(&table, whose, id, |values| {
        let cells = Cells {
            table: &table,
            values,
        };
        each(&cells).map_err(|error| {
            refused = Some(error);
            StoreError::Panicked
        })
    });
    match refused {
        Some(error) => Err(error),
        None => Ok(read?),
    }
}

/// A value as it is written for a reader: instants as ISO 8601 says.
fn text_of(column: &str, value: Option<&Value>) -> String {
    match value {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Int(number)) if is_instant(column) => instant(*number),
        Some(Value::Int(number)) => number.to_string(),
        Some(Value::Null | Value::Bytes(_)) | None => String::new(),
    }
}

/// Columns that hold an instant are called so everywhere in the house.
fn is_instant(column: &str) -> bool {
    column == "at" || column.ends_with("_at")
}

fn instant(microseconds: i64) -> String {
    match Instant::from_microsecond(microseconds) {
        Ok(at) => at.to_string(),
        Err(_) => microseconds.to_string(),
    }
}
