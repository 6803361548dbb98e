#![doc = include_str!("../README.md")]

mod account;
mod agent;
mod alarm;
mod code;
mod compose;
mod error;
mod facts;
mod invitation;
mod kept;
mod letter;
mod message;
mod model;
pub mod post;
mod runner;
mod store;
mod text;
mod writer;

use parvis_jobs::Job;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Instant, Language, OrganisationId};
use parvis_store::{Due, Migration, StoreError, Tx};
use parvis_web::WordsFile;
use uuid::Uuid;

pub use agent::AgentNotice;
pub use alarm::{Alarm, raise};
pub use compose::{Compose, Composers, Order};
pub use error::NotifyError;
pub use facts::SUBSCRIBERS;
pub use kept::routes;
pub use letter::{
    AccountContent, AgentContent, AlarmContent, CodeContent, Content, DecisionContent,
    DraftContent, InvitationContent, Letter, MentionContent, MessageContent, PaymentContent,
    ReceiptContent, RequestContent,
};
pub use message::Outgoing;
pub use model::{Mail, Template};
pub use post::folder;
pub use post::{Post, PostError, PostFuture};
pub use runner::{MAIL_JOB, Sender};
pub use writer::Writer;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration {
    room: "notify",
    number: 1,
    name: "mails",
    sql: include_str!("../migrations/0001_mails.sql"),
}];

/// The words of this room.
pub const WORDS: &[WordsFile] = &[
    (Language::French, include_str!("kept/fr.ftl")),
    (Language::English, include_str!("kept/en.ftl")),
];

/// Plans a mail in the transaction of the act; returns its identifier. `ctx.language` is used unless the letter says another.
///
/// # Errors
/// Those of the store.
pub fn send(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    template: Template,
    subject: Subject,
) -> Result<Uuid, StoreError> {
    let mail = Mail {
        organisation: ctx.organisation,
        id: Uuid::now_v7(),
        template,
        subject,
        language: ctx.language,
        created_at: ctx.now,
        attempts: 0,
        sent_at: None,
        given_up_at: None,
    };
    store::insert(tx, &mail)?;
    let job = Job::new(ctx.organisation, MAIL_JOB, mail.id, ctx.now);
    parvis_jobs::enqueue(tx, &job, ctx.now)?;
    Ok(mail.id)
}

/// Gives up every mail of an organisation that has not left: it came from another installation, which sends it. Whoever calls this holds
/// the database. Returns how many.
///
/// # Errors
/// Those of the store.
pub fn keep_all(tx: &mut Tx<'_>, ctx: &Ctx) -> Result<u64, StoreError> {
    store::keep_all(
        tx,
        ctx.organisation,
        ctx.now,
        "sent by another installation",
    )
}

/// The mails about a subject, oldest first.
///
/// # Errors
/// Those of the store.
pub fn about(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<Vec<Mail>, StoreError> {
    store::about(tx, organisation, subject)
}

/// Whether a mail about a subject was tried and has not left yet: pages then say that it will leave later.
///
/// # Errors
/// Those of the store.
pub fn is_late(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<bool, StoreError> {
    Ok(about(tx, organisation, subject)?.iter().any(Mail::is_late))
}

/// The mails that were planned before an instant and that left or were given up.
///
/// # Errors
/// Those of the store.
pub fn done(tx: &mut Tx<'_>, before: Instant) -> Result<Due, StoreError> {
    store::done(tx, before)
}

/// Forgets the mails that were planned before an instant and that left or were given up; returns how many.
///
/// # Errors
/// Those of the store.
pub fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    store::purge(tx, before)
}
