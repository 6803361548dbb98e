//! Writing an export: dossiers are read page by page, and what is written leaves at once for the storage, sealed on its way.
//!
//! In memory are one page of dossiers, the bytes that were not sent yet, a chunk on each side, and for an archive its table of
//! contents. How many dossiers there are changes nothing else.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures::{StreamExt, stream};
use jiff::civil::DateTime;
use parvis_access::{AccessError, Right, Target, agent, authorize};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Actor, AgentId, Channel, Ctx, DossierId, Instant, OrganisationId, Purpose};
use parvis_store::Tx;
use parvis_store::blobs::BlobError;
use parvis_store::sealing::SealingKey;
use tokio::sync::mpsc::{self, Sender};
use tokio::time;

use super::archive::Archive;
use super::columns::{Columns, Told};
use super::run::Inner;
use super::sheet::Sheet;
use super::view::Format;
use super::{MASS, MASS_WITH_PIECES, folder};
use crate::error::DossierError;
use crate::model::Piece;
use crate::payment;
use crate::store::{self, Edge, ExportRow};

/// Dossiers read at once.
const PAGE: i64 = 100;
/// Bytes that are sent at once, or more.
const ENOUGH: usize = 64 * 1024;
/// What one export weighs at most, in bytes.
const MOST_BYTES: u64 = 16 * 1024 * 1024 * 1024;
/// Dossiers of an approved export at most: as many rows as spreadsheets have.
const MOST: i64 = 1_000_000;
/// Between two signs of life.
const BEAT: Duration = Duration::from_secs(2);

/// Why writing stopped.
pub(super) enum Stop {
    /// It was deleted, or somebody else writes it.
    Superseded,
    /// The list holds more than may be exported like this.
    TooMany,
    /// Something failed.
    Failed(DossierError),
}

impl<E: Into<DossierError>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// An export being written.
pub(super) struct Writing {
    house: Arc<Inner>,
    organisation: OrganisationId,
    export: ExportRow,
    run: String,
}

/// A dossier that was read.
struct Item {
    told: Told,
    pieces: Vec<Piece>,
    key: SealingKey,
}

/// A page of the list: where the next one begins, and its dossiers.
struct Page {
    next: Edge,
    items: Vec<Item>,
}

/// Where what is written goes.
struct Out(Sender<io::Result<Bytes>>);

impl Out {
    async fn give(&self, bytes: Option<Vec<u8>>) -> Result<(), Stop> {
        let Some(bytes) = bytes else {
            return Ok(());
        };
        let sent = self.0.send(Ok(bytes.into())).await;
        // Whoever takes the bytes stopped: its error is the one that counts.
        sent.map_err(|_| cut_off())
    }
}

/// The agent who asked, acting now: their rights are asked again for each page.
pub(super) fn ctx(organisation: OrganisationId, export: &ExportRow, now: Instant) -> Ctx {
    let agent = Actor::Agent(export.agent, export.session);
    Ctx {
        language: export.language,
        ..Ctx::house(organisation, now)
    }
    .acting_as(agent, Purpose::Instruction)
    .through(Channel::Web)
}

impl Writing {
    pub(super) const fn new(
        house: Arc<Inner>,
        organisation: OrganisationId,
        export: ExportRow,
        run: String,
    ) -> Self {
        Self {
            house,
            organisation,
            export,
            run,
        }
    }

    /// Writes it all under a name of the storage: how many dossiers, how many bytes. Nothing is left of one that stopped.
    pub(super) async fn all(&self, blob: &str) -> Result<(i64, u64), Stop> {
        let (organisation, id) = (self.organisation, self.export.id);
        let reading = self
            .house
            .store
            .read(move |tx| store::export_key(tx, organisation, id));
        let key = reading.await?;
        let (send, receive) = mpsc::channel(2);
        let bytes = stream::unfold(receive, |mut receive| async move {
            receive.recv().await.map(|bytes| (bytes, receive))
        });
        let putting = self.house.blobs.put(blob, &key, bytes, MOST_BYTES);
        let (stored, made) = tokio::join!(putting, self.make(Out(send)));
        match (made, stored) {
            (Ok(count), Ok(stored)) => Ok((count, stored.size)),
            (Ok(_), Err(error)) => Err(error.into()),
            // The writer was cut off because the storage failed.
            (Err(Stop::Failed(DossierError::Blob(BlobError::Interrupted(_)))), Err(error)) => {
                Err(error.into())
            }
            (Err(stop), _) => Err(stop),
        }
    }

    async fn make(&self, out: Out) -> Result<i64, Stop> {
        let made = match self.export.exported.format {
            Format::Zip => self.archive(&out).await,
            Format::Csv | Format::Xlsx | Format::Ods => self.table(&out).await,
        };
        if made.is_err() {
            let error = io::Error::other("the export stopped");
            let _gone = out.0.send(Err(error)).await;
        }
        made
    }

    /// A table of the dossiers.
    async fn table(&self, out: &Out) -> Result<i64, Stop> {
        let columns = self.columns().await?;
        let format = self.export.exported.format;
        let name = columns.say("export-sheet");
        let mut sheet =
            Sheet::begin(format, self.date(&columns), &name, &columns.names()).map_err(written)?;
        let (mut edge, mut count) = (Edge::Start, 0);
        while let Some(page) = self.page(edge).await? {
            edge = page.next;
            count += self.within(count, &page)?;
            for item in &page.items {
                sheet.row(&columns.cells(&item.told)).map_err(written)?;
            }
            out.give(sheet.take(ENOUGH)).await?;
            self.beat(count, &page).await?;
        }
        sheet.end().map_err(written)?;
        out.give(sheet.take(0)).await?;
        Ok(count)
    }

    /// A folder for each dossier, then a table of all of them.
    async fn archive(&self, out: &Out) -> Result<i64, Stop> {
        let columns = self.columns().await?;
        let mut archive = Archive::new(self.date(&columns));
        let note = columns.say("export-read-me").replace('\n', "\r\n");
        file(
            &mut archive,
            &columns.say("export-read-me-name"),
            note.as_bytes(),
        )?;
        let (mut edge, mut count) = (Edge::Start, 0);
        while let Some(page) = self.page(edge).await? {
            edge = page.next;
            count += self.within(count, &page)?;
            let mut last = time::Instant::now();
            for item in &page.items {
                self.folder(&mut archive, out, &columns, item).await?;
                if last.elapsed() > BEAT {
                    self.is_ours(count).await?;
                    last = time::Instant::now();
                }
            }
            self.beat(count, &page).await?;
        }
        self.list(&mut archive, out, &columns, count).await?;
        archive.finish().map_err(written)?;
        out.give(archive.take(0)).await?;
        Ok(count)
    }

    async fn folder(
        &self,
        archive: &mut Archive,
        out: &Out,
        columns: &Columns,
        item: &Item,
    ) -> Result<(), Stop> {
        let name = folder::of(&item.told);
        let mut pieces = Vec::with_capacity(item.pieces.len());
        for (index, piece) in item.pieces.iter().enumerate() {
            let file = folder::piece_name(index, piece);
            let path = format!("{name}/{file}");
            let is_there = self.piece(archive, out, &path, piece, &item.key).await?;
            pieces.push((file, piece.clone(), is_there));
        }
        let answers = folder::answers(&item.told, columns.language);
        let answers_name = columns.say("export-answers-name");
        file(
            archive,
            &format!("{name}/{answers_name}"),
            answers.as_bytes(),
        )?;
        for (own, value) in [
            ("dossier.json", folder::document(&item.told)),
            ("manifest.json", folder::manifest(&pieces, self.house.guard)),
        ] {
            let text = serde_json::to_vec_pretty(&value).map_err(DossierError::Document)?;
            file(archive, &format!("{name}/{own}"), &text)?;
        }
        out.give(archive.take(ENOUGH)).await
    }

    /// The bytes of a piece, as they are read; false when the storage does not hold it any more, or when it may not be opened.
    async fn piece(
        &self,
        archive: &mut Archive,
        out: &Out,
        path: &str,
        piece: &Piece,
        key: &SealingKey,
    ) -> Result<bool, Stop> {
        if !piece.examination.safety(self.house.guard).is_open() {
            return Ok(false);
        }
        let found = match self.house.blobs.get(&piece.blob, key).await {
            Ok(found) => found,
            Err(BlobError::NotFound) => return Ok(false),
            Err(error) => return Err(error.into()),
        };
        archive.begin(path).map_err(written)?;
        let mut found = std::pin::pin!(found);
        while let Some(chunk) = found.next().await {
            archive.write(&chunk?).map_err(written)?;
            out.give(archive.take(ENOUGH)).await?;
        }
        archive.end().map_err(written)?;
        Ok(true)
    }

    /// The table of the archive: the list is read once more, so that it is not held meanwhile.
    async fn list(
        &self,
        archive: &mut Archive,
        out: &Out,
        columns: &Columns,
        count: i64,
    ) -> Result<(), Stop> {
        let at = self.date(columns);
        let mut sheet = Sheet::begin(Format::Csv, at, "", &columns.names()).map_err(written)?;
        archive.begin("dossiers.csv").map_err(written)?;
        let mut edge = Edge::Start;
        while let Some(page) = self.page(edge).await? {
            edge = page.next;
            for item in &page.items {
                sheet.row(&columns.cells(&item.told)).map_err(written)?;
            }
            let lines = sheet.take(0).unwrap_or_default();
            archive.write(&lines).map_err(written)?;
            out.give(archive.take(ENOUGH)).await?;
            self.is_ours(count).await?;
        }
        let rest = sheet.take(0).unwrap_or_default();
        archive.write(&rest).map_err(written)
    }

    /// How many dossiers a page adds, as long as the export may hold them.
    fn within(&self, count: i64, page: &Page) -> Result<i64, Stop> {
        let more = i64::try_from(page.items.len()).unwrap_or(i64::MAX);
        let most = match (self.export.is_mass, self.export.exported.format) {
            (true, _) => MOST,
            (false, Format::Zip) => MASS_WITH_PIECES,
            (false, _) => MASS,
        };
        if count + more > most {
            return Err(Stop::TooMany);
        }
        Ok(more)
    }

    async fn columns(&self) -> Result<Columns, Stop> {
        let (organisation, catalogue) = (self.organisation, self.house.catalogue.clone());
        let reading = self
            .house
            .store
            .read(move |tx| catalogue.every(tx, organisation));
        let revisions = reading.await?;
        let place = self.house.directory.by_id(organisation);
        let place = place.ok_or(DossierError::NotFound)?;
        Ok(Columns::of(
            &self.export.exported,
            &revisions,
            self.export.language,
            self.house.words.clone(),
            place.zone(),
        ))
    }

    fn date(&self, columns: &Columns) -> DateTime {
        let now = self.house.clock.now();
        now.to_zoned(columns.zone.clone()).datetime()
    }

    /// The dossiers that follow an edge; nothing at the end of the list.
    async fn page(&self, edge: Edge) -> Result<Option<Page>, Stop> {
        let ctx = ctx(self.organisation, &self.export, self.house.clock.now());
        let (export, catalogue) = (self.export.clone(), self.house.catalogue.clone());
        let reading = self.house.store.read(move |tx| {
            let group = export.exported.group;
            authorize(&ctx, tx, Right::ExportDossiers, Target::Group(group))?;
            let mut filter = export.exported.filter(export.agent, PAGE);
            filter.edge = edge;
            let rows = store::queue(tx, ctx.organisation, group, &filter)?;
            let Some(last) = rows.last() else {
                return Ok(None);
            };
            let next = Edge::After((last.silence_due, last.submitted_at, last.id));
            let group = parvis_organisation::group(tx, ctx.organisation, group)?.name;
            let with_pieces = export.exported.format == Format::Zip;
            let mut names = Names::default();
            let mut items = Vec::with_capacity(rows.len());
            for row in rows {
                let (dossier, key) = match store::find(tx, ctx.organisation, row.id) {
                    Ok(found) => found,
                    // Erased since the list was read.
                    Err(DossierError::NotFound) => continue,
                    Err(error) => return Err(error),
                };
                let version = dossier.answers_version;
                let pieces = match with_pieces {
                    true => store::pieces(tx, ctx.organisation, dossier.id, &key)?,
                    false => Vec::new(),
                };
                let revision = catalogue.revision(tx, ctx.organisation, dossier.revision)?;
                let answers = store::answers(tx, ctx.organisation, dossier.id, version, &key)?;
                let told = Told {
                    answers: payment::masked(&revision.file, answers),
                    revision,
                    group: group.clone(),
                    agent: names.of(tx, ctx.organisation, dossier.agent)?,
                    dossier,
                };
                items.push(Item { told, pieces, key });
            }
            Ok::<_, DossierError>(Some(Page { next, items }))
        });
        Ok(reading.await?)
    }

    /// Says that the export is still being written, and leaves the trace of each dossier that was told.
    async fn beat(&self, count: i64, page: &Page) -> Result<(), Stop> {
        let ids: Vec<DossierId> = page.items.iter().map(|item| item.told.dossier.id).collect();
        self.sign(count, ids).await
    }

    async fn is_ours(&self, count: i64) -> Result<(), Stop> {
        self.sign(count, Vec::new()).await
    }

    async fn sign(&self, count: i64, told: Vec<DossierId>) -> Result<(), Stop> {
        let (organisation, id, run) = (self.organisation, self.export.id, self.run.clone());
        let now = self.house.clock.now();
        let ctx = ctx(organisation, &self.export, now);
        let writing = self.house.store.write(move |tx| {
            let detail = [("export", id.to_string())];
            for dossier in &told {
                let subject = Subject::dossier(*dossier);
                journal::consulted(&ctx, tx, "dossier.exported", subject, &detail)?;
            }
            store::beat_export(tx, organisation, id, &run, now, count)
        });
        match writing.await? {
            true => Ok(()),
            false => Err(Stop::Superseded),
        }
    }
}

/// The names of the agents of a page.
#[derive(Default)]
struct Names(BTreeMap<AgentId, String>);

impl Names {
    fn of(
        &mut self,
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
        id: Option<AgentId>,
    ) -> Result<String, DossierError> {
        let Some(id) = id else {
            return Ok(String::new());
        };
        if let Some(known) = self.0.get(&id) {
            return Ok(known.clone());
        }
        let name = match agent::find(tx, organisation, id) {
            Ok(agent) => agent.full_name(),
            Err(AccessError::NotFound) => String::new(),
            Err(error) => return Err(error.into()),
        };
        self.0.insert(id, name.clone());
        Ok(name)
    }
}

fn file(archive: &mut Archive, name: &str, bytes: &[u8]) -> Result<(), Stop> {
    archive.begin(name).map_err(written)?;
    archive.write(bytes).map_err(written)?;
    archive.end().map_err(written)
}

fn written(error: io::Error) -> Stop {
    Stop::Failed(DossierError::Written(error))
}

fn cut_off() -> Stop {
    let error = io::Error::other("the storage takes nothing more");
    Stop::Failed(DossierError::Blob(BlobError::Interrupted(error.into())))
}
