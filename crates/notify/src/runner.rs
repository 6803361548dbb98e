//! The job that sends a mail.

use std::sync::Arc;

use parvis_access::trial;
use parvis_jobs::{Ending, Job, Runner, RunnerFuture, nothing_to_write};
use parvis_journal as journal;
use parvis_kernel::{Clock, Ctx, OrganisationId};
use parvis_organisation::Directory;
use parvis_store::Store;
use uuid::Uuid;

use crate::compose::Composers;
use crate::error::NotifyError;
use crate::message::Outgoing;
use crate::model::Mail;
use crate::post::Post;
use crate::store;
use crate::writer::Writer;
use parvis_web::Roots;

/// Why a mail does not leave when its subject moved on, or has no address: the ordinary life of a dossier.
const NOTHING_TO_SAY: &str = "nothing to say any more";

/// Why a mail of a trial does not leave: whoever tries reads it on a page.
pub(crate) const KEPT_IN_TRIAL: &str = "kept in the trial";

/// The kind of the jobs of this room.
pub const MAIL_JOB: &str = "mail.send";

/// Sends mails: composes, puts into words, hands over to the post.
pub struct Sender {
    store: Store,
    clock: Arc<dyn Clock>,
    directory: Directory,
    writer: Writer,
    post: Arc<dyn Post>,
}

impl Sender {
    /// Reads the templates.
    ///
    /// # Errors
    /// A malformed template.
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        directory: Directory,
        composers: Composers,
        post: Arc<dyn Post>,
        roots: Roots,
    ) -> Result<Self, NotifyError> {
        Ok(Self {
            store,
            clock,
            directory,
            writer: Writer::new(composers, roots)?,
            post,
        })
    }

    /// Sends a mail, unless it left or was given up before; says what is to be written of it.
    async fn send(&self, organisation: OrganisationId, id: Uuid) -> Result<Ending, NotifyError> {
        let found = self.store.read(move |tx| store::find(tx, organisation, id));
        let Some(mail) = found.await?.filter(|mail| !mail.is_over()) else {
            return Ok(nothing_to_write());
        };
        match self.try_to_send(&mail).await {
            Ok(None) => Ok(self.sent(mail)),
            Ok(Some(reason)) => Ok(self.given_up(mail, reason)),
            Err(error) => match error.is_final() {
                Some(reason) => Ok(self.given_up(mail, reason)),
                None => {
                    self.failed(mail).await?;
                    Err(error)
                }
            },
        }
    }

    /// Why the mail does not leave, when it must not.
    async fn try_to_send(&self, mail: &Mail) -> Result<Option<&'static str>, NotifyError> {
        let organisation = self.directory.by_id(mail.organisation);
        let organisation = organisation.ok_or(NotifyError::UnknownOrganisation)?;
        let (writer, asked, now) = (self.writer.clone(), mail.clone(), self.clock.now());
        let from = Arc::clone(&organisation);
        let composed = self.store.read(move |tx| {
            let letter = writer.compose(tx, &asked, &from, now)?;
            let kept = match (&from.trial, &letter) {
                (Some(trial), Some(letter)) => !trial::is_of_agent(tx, trial.of, &letter.to)?,
                _ => false,
            };
            Ok::<_, NotifyError>((letter, kept))
        });
        let letter = match composed.await? {
            (None, _) => return Ok(Some(NOTHING_TO_SAY)),
            (Some(_), true) => return Ok(Some(KEPT_IN_TRIAL)),
            (Some(letter), false) => letter,
        };
        let written = self.writer.write(&letter, &organisation)?;
        let outgoing = Outgoing::build(mail, &letter, written, &organisation, now)?;
        self.post.carry(&outgoing).await?;
        Ok(None)
    }

    fn sent(&self, mail: Mail) -> Ending {
        let now = self.clock.now();
        Box::new(move |tx| {
            if store::mark_sent(tx, &mail, now)? {
                let ctx = Ctx::house(mail.organisation, now);
                let detail = [
                    ("mail", mail.id.to_string()),
                    ("template", mail.template.code().to_owned()),
                ];
                journal::consulted(&ctx, tx, "mail.sent", mail.subject.clone(), &detail)?;
            }
            Ok(())
        })
    }

    fn given_up(&self, mail: Mail, reason: &'static str) -> Ending {
        if !matches!(reason, NOTHING_TO_SAY | KEPT_IN_TRIAL) {
            tracing::warn!(mail = %mail.id, template = mail.template.code(), reason, "a mail is given up");
        }
        let now = self.clock.now();
        Box::new(move |tx| store::mark_given_up(tx, &mail, now, reason))
    }

    async fn failed(&self, mail: Mail) -> Result<(), NotifyError> {
        let counted = self.store.write(move |tx| store::count_attempt(tx, &mail));
        Ok(counted.await?)
    }
}

impl Runner for Sender {
    fn kind(&self) -> &'static str {
        MAIL_JOB
    }

    fn run(&self, job: Job) -> RunnerFuture<'_> {
        Box::pin(async move {
            self.send(job.organisation, job.subject)
                .await
                .map_err(|error| {
                    tracing::warn!(mail = %job.subject, %error, "a mail has not left");
                    error.into()
                })
        })
    }
}
