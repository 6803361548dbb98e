//! The job that sends a mail.

use std::sync::Arc;

use parvis_jobs::{Ending, Job, Runner, RunnerFuture, nothing_to_write};
use parvis_journal as journal;
use parvis_kernel::{Clock, Ctx, OrganisationId};
use parvis_organisation::{Directory, Organisation};
use parvis_store::Store;
use uuid::Uuid;

use crate::compose::{Composers, Order};
use crate::error::NotifyError;
use crate::letter::Letter;
use crate::message::Outgoing;
use crate::model::Mail;
use crate::post::Post;
use crate::roots::Roots;
use crate::store;
use crate::text::Texts;

/// Why a mail does not leave when its subject moved on, or has no address: the ordinary life of a dossier.
const NOTHING_TO_SAY: &str = "nothing to say any more";

/// The kind of the jobs of this room.
pub const MAIL_JOB: &str = "mail.send";

/// Sends mails: composes, puts into words, hands over to the post.
pub struct Sender {
    store: Store,
    clock: Arc<dyn Clock>,
    directory: Directory,
    composers: Composers,
    post: Arc<dyn Post>,
    roots: Roots,
    texts: Texts,
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
        let texts = Texts::load()?;
        Ok(Self {
            store,
            clock,
            directory,
            composers,
            post,
            roots,
            texts,
        })
    }

    /// Sends a mail, unless it left or was given up before; says what is to be written of it.
    async fn send(&self, organisation: OrganisationId, id: Uuid) -> Result<Ending, NotifyError> {
        let found = self.store.read(move |tx| store::find(tx, organisation, id));
        let Some(mail) = found.await?.filter(|mail| !mail.is_over()) else {
            return Ok(nothing_to_write());
        };
        match self.try_to_send(&mail).await {
            Ok(true) => Ok(self.sent(mail)),
            Ok(false) => Ok(self.given_up(mail, NOTHING_TO_SAY)),
            Err(error) => match error.is_final() {
                Some(reason) => Ok(self.given_up(mail, reason)),
                None => {
                    self.failed(mail).await?;
                    Err(error)
                }
            },
        }
    }

    /// False when there is nothing to say any more.
    async fn try_to_send(&self, mail: &Mail) -> Result<bool, NotifyError> {
        let organisation = self.directory.by_id(mail.organisation);
        let organisation = organisation.ok_or(NotifyError::UnknownOrganisation)?;
        let Some(letter) = self.compose(mail, Arc::clone(&organisation)).await? else {
            return Ok(false);
        };
        let root = self.roots.of(&organisation);
        let written = self.texts.write(&letter, &organisation, &root)?;
        let now = self.clock.now();
        let outgoing = Outgoing::build(mail, &letter, written, &organisation, now)?;
        self.post.carry(&outgoing).await?;
        Ok(true)
    }

    async fn compose(
        &self,
        mail: &Mail,
        organisation: Arc<Organisation>,
    ) -> Result<Option<Letter>, NotifyError> {
        let composer = self.composers.of(mail.template);
        let composer = composer.ok_or(NotifyError::NoComposer(mail.template))?;
        let (template, mail, now) = (mail.template, mail.clone(), self.clock.now());
        let composed = self.store.read(move |tx| {
            let order = Order {
                mail: &mail,
                organisation: &organisation,
                now,
            };
            composer.compose(tx, &order).map_err(NotifyError::Composing)
        });
        match composed.await? {
            Some(letter) if letter.content.template() != template => {
                Err(NotifyError::OtherTemplate(template))
            }
            letter => Ok(letter),
        }
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
        if reason != NOTHING_TO_SAY {
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
