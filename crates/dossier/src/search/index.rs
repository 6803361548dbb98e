//! The job that indexes the words of a dossier, after the act: nobody waits for it.

use std::collections::BTreeSet;

use parvis_demarche::{Catalogue, Revision};
use parvis_form::{Kind, SummaryRow, full_summary};
use parvis_jobs::{self as jobs, Ending, Job, Runner, RunnerFuture, Subscriber, nothing_to_write};
use parvis_kernel::{DossierId, Fact, Failure, Instant, Language, OrganisationId};
use parvis_store::{Store, StoreError, Tx, sealing};

use super::words::tokens;
use crate::error::DossierError;
use crate::{facts, store};

/// The kind of these jobs.
pub const INDEX_JOB: &str = "dossier.index";

/// After which facts a dossier is indexed again.
pub const SUBSCRIBERS: &[Subscriber] = &[Subscriber {
    name: "search.words",
    kinds: &[facts::SUBMITTED, facts::COMPLETED, facts::MESSAGED],
    deliver: plan,
}];

fn plan(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let job = Job::new(fact.organisation, INDEX_JOB, fact.subject, now);
    jobs::enqueue(tx, &job, now).map_err(|error| Failure::new("planning an index", error))
}

/// Indexes dossiers.
pub struct Indexer {
    store: Store,
    catalogue: Catalogue,
}

impl Indexer {
    /// Wires it.
    #[must_use]
    pub const fn new(store: Store, catalogue: Catalogue) -> Self {
        Self { store, catalogue }
    }

    /// Reads and hashes outside of any writing; what is written goes with the end of the job.
    async fn index(
        &self,
        organisation: OrganisationId,
        id: DossierId,
    ) -> Result<Ending, DossierError> {
        let catalogue = self.catalogue.clone();
        let reading = self
            .store
            .read(move |tx| read(tx, &catalogue, organisation, id));
        match reading.await {
            Ok(tokens) => Ok(Box::new(move |tx| written(tx, organisation, id, &tokens))),
            // Erased in between: there is nothing to find.
            Err(DossierError::NotFound) => Ok(nothing_to_write()),
            Err(error) => Err(error),
        }
    }
}

impl Runner for Indexer {
    fn kind(&self) -> &'static str {
        INDEX_JOB
    }

    fn run(&self, job: Job) -> RunnerFuture<'_> {
        Box::pin(async move {
            let id = DossierId::from_uuid(job.subject);
            let indexed = self.index(job.organisation, id).await;
            indexed.map_err(|error| Failure::new("indexing a dossier", error))
        })
    }
}

/// Writes the words, unless the dossier was erased since they were read.
fn written(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DossierId,
    tokens: &BTreeSet<i64>,
) -> Result<(), StoreError> {
    match sealing::load_key(tx, organisation, id.uuid()) {
        Ok(_) => store::replace_words(tx, organisation, id, tokens),
        Err(StoreError::KeyDestroyed) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The tokens of the words of a dossier.
pub(crate) fn read(
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    organisation: OrganisationId,
    id: DossierId,
) -> Result<BTreeSet<i64>, DossierError> {
    let (dossier, key) = store::find(tx, organisation, id)?;
    let revision = catalogue.revision(tx, organisation, dossier.revision)?;
    let answers = store::answers(tx, organisation, id, dossier.answers_version, &key)?;
    let steps = full_summary(&revision.form, &answers, Language::French);
    let rows = steps.iter().flat_map(|step| &step.rows);
    let searched = rows.filter(|row| is_searched(&revision, row.field.as_str()));
    let lines: Vec<String> = searched.flat_map(|row| said(&revision, row)).collect();
    let messages = store::messages(tx, organisation, id, &key)?;
    let bodies = messages.iter().map(|message| message.body.as_str());
    Ok(tokens(
        tx.vault(),
        organisation,
        lines.iter().map(String::as_str).chain(bodies),
    ))
}

/// What a question and its answer say. A number is found whole, as who copies it types it.
fn said(revision: &Revision, row: &SummaryRow) -> Vec<String> {
    let field = revision.form.field(row.field.as_str());
    let is_number = field.is_some_and(|field| {
        matches!(
            field.kind,
            Kind::Siren(_) | Kind::Siret(_) | Kind::VehiclePlate(_)
        )
    });
    let whole = |line: &str| line.replace([' ', '-'], "");
    let wholes = row.words().filter(|_| is_number).map(whole);
    row.words().map(str::to_owned).chain(wholes).collect()
}

/// What a person writes in their own words, places and names; not what reaches them, nor what a list or a date
/// says, unless something else may be said than what is listed.
fn is_searched(revision: &Revision, field: &str) -> bool {
    let question = revision.form.field(field);
    question.is_some_and(|question| match &question.kind {
        Kind::ShortText(_)
        | Kind::LongText(_)
        | Kind::Address(_)
        | Kind::Identity(_)
        | Kind::Siren(_)
        | Kind::Siret(_)
        | Kind::VehiclePlate(_)
        | Kind::Association
        | Kind::Company
        | Kind::School
        | Kind::Map(_) => true,
        Kind::Choice(choice) => choice.other,
        Kind::Choices(choices) => choices.other,
        _ => false,
    })
}
