//! Asking the person for a missing piece or a correction (CRPA L114-5, R112-11-4).

use jiff::ToSpan;
use jiff::civil::Date;
use parvis_access::Right;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact};
use parvis_store::Tx;
use uuid::Uuid;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Asked, Dossier, Number, Request};
use crate::rules::Act;
use crate::{store, text};

/// Pieces and fields at most in one request.
pub(crate) const MOST_ITEMS: usize = 30;
/// Characters at most of the name of a piece.
const LONGEST_PIECE: usize = 200;
/// The longest delay granted, in days.
pub(crate) const LONGEST_DELAY: i32 = 366;

/// What an agent asks.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The version that the agent read.
    pub version: i64,
    /// Why, in words.
    pub text: String,
    /// Questions to answer again, by field.
    pub fields: Vec<String>,
    /// Pieces, in words.
    pub pieces: Vec<String>,
    /// Until when.
    pub due_on: Date,
}

/// Asks, and lets the dossier wait for the person.
///
/// # Errors
/// `NothingAsked`, `DueDate`, `NoSuchStep` for an unknown field, `Text`; `ChangedMeanwhile` when somebody acted in between.
pub fn ask(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    ask: &Ask,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::InstructDossier)?;
    opened.is_still_at(ask.version)?;
    opened.allows(Act::Ask)?;
    let agent = ctx.actor.agent().ok_or(DossierError::NotFound)?;
    let asked = asked(&opened, ask)?;
    let today = desk.today(ctx);
    let latest = today.saturating_add(LONGEST_DELAY.days());
    if ask.due_on <= today || ask.due_on > latest {
        return Err(DossierError::DueDate);
    }
    let request = Request {
        id: Uuid::now_v7(),
        agent,
        asked,
        due_on: ask.due_on,
        at: ctx.now,
        answered_at: None,
        lifted_at: None,
    };
    store::insert_request(tx, ctx, opened.dossier.id, &request, &opened.key)?;
    opened.dossier.facts.waiting_since = Some(ctx.now);
    opened.save(ctx, tx)?;
    let detail = [("request", request.id.to_string())];
    let subject = Subject::dossier(opened.dossier.id);
    journal::record(ctx, tx, "dossier.requested", subject, &detail)?;
    let fact = Fact::new(
        ctx.organisation,
        facts::REQUESTED,
        opened.dossier.id.uuid(),
        ctx.now,
    )
    .with("request", request.id);
    jobs::publish(tx, &fact)?;
    Ok(opened.dossier)
}

/// What is asked, checked against the form of the dossier.
fn asked(opened: &desk::Opened, ask: &Ask) -> Result<Asked, DossierError> {
    let form = &opened.revision.form;
    let known = |name: &String| form.field(name).is_some() || form.block(name).is_some();
    if !ask.fields.iter().all(known) {
        return Err(DossierError::NoSuchStep);
    }
    let pieces: Vec<String> = ask
        .pieces
        .iter()
        .map(|piece| text::line(piece, LONGEST_PIECE))
        .filter(|piece| !piece.is_empty())
        .collect();
    let items = ask.fields.len() + pieces.len();
    if items == 0 || items > MOST_ITEMS {
        return Err(DossierError::NothingAsked);
    }
    Ok(Asked {
        text: text::accepted(&ask.text)?,
        fields: ask.fields.clone(),
        pieces,
    })
}
