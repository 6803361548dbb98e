//! What an agent has not read yet of the notes that call them.

use std::collections::BTreeMap;
use std::sync::Arc;

use parvis_access::{AccessError, agent};
use parvis_demarche::Revision;
use parvis_jobs as jobs;
use parvis_kernel::{AgentId, Ctx, DossierId, Fact, GroupId, Instant};
use parvis_store::Tx;
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::Number;
use crate::open::{OpenView, agents};
use crate::{facts, store};

/// Rows of a page.
pub const PAGE: usize = 20;

/// Up to how many are counted.
const COUNTED: i64 = 99;

/// A note that calls an agent and that they have not read.
#[derive(Debug, Clone)]
pub struct UnreadMention {
    /// Its identifier, by which the list is ordered.
    pub id: Uuid,
    /// The note.
    pub note: Uuid,
    /// The number of the dossier.
    pub number: Number,
    /// The revision that it answers: its title.
    pub revision: Arc<Revision>,
    /// Who wrote the note.
    pub author: AgentId,
    /// When.
    pub at: Instant,
}

/// A page of the notes that call an agent.
#[derive(Debug, Clone)]
pub struct MentionsView {
    /// The agent.
    pub own: agent::Agent,
    /// The latest first.
    pub items: Vec<UnreadMention>,
    /// Those who wrote them.
    pub agents: BTreeMap<AgentId, agent::Agent>,
    /// The mention after which the next page begins.
    pub next: Option<Uuid>,
}

/// Calls agents by a note: each is told once. Whoever calls themselves is told nothing.
pub(crate) fn mention(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    dossier: DossierId,
    note: Uuid,
    called: &[AgentId],
) -> Result<(), DossierError> {
    for agent in called {
        let id = Uuid::now_v7();
        store::insert_mention(tx, ctx, (id, dossier, note), *agent)?;
        let fact = Fact::new(ctx.organisation, facts::MENTIONED, dossier.uuid(), ctx.now);
        jobs::publish(tx, &fact.with("mention", id))?;
    }
    Ok(())
}

/// Says that the agent read the notes of a dossier that they opened; nothing is written when none called them.
pub(crate) fn mark_read(ctx: &Ctx, tx: &mut Tx<'_>, view: &OpenView) -> Result<(), DossierError> {
    let own = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    match view.awaits(own) {
        true => store::mark_mentions_read(tx, ctx, view.dossier.id, own),
        false => Ok(()),
    }
}

/// The notes that call the agent and that they have not read, in the dossiers that they may read now: a dossier that went to another
/// group is not listed, nor one of a group that they left.
///
/// # Errors
/// `SignInFirst` for anybody but an agent.
pub fn unread(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    after: Option<Uuid>,
) -> Result<MentionsView, DossierError> {
    let own = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    let mut rows = Vec::new();
    for of in agent::memberships(tx, ctx.organisation, own)? {
        let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
        let found = store::unread_mentions(tx, ctx.organisation, (own, of.group), after, limit)?;
        rows.extend(found);
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.id));
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        items.push(UnreadMention {
            id: row.id,
            note: row.note,
            number: row.number,
            revision: desk
                .catalogue
                .revision(tx, ctx.organisation, row.revision)?,
            author: row.author,
            at: row.at,
        });
    }
    Ok(MentionsView {
        own: agent::find(tx, ctx.organisation, own)?,
        agents: agents(
            ctx,
            tx,
            BTreeMap::new(),
            items.iter().map(|item| item.author),
        )?,
        next: items.last().filter(|_| more).map(|item| item.id),
        items,
    })
}

/// How many notes call an agent in these groups of theirs and are not read, counted up to a limit and one.
pub(crate) fn count_unread(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    own: AgentId,
    groups: &[GroupId],
) -> Result<i64, DossierError> {
    let mut count = 0;
    for group in groups {
        count += store::count_mentions(tx, ctx.organisation, (own, *group), COUNTED + 1)?;
    }
    Ok(count)
}

/// The limit up to which they are counted.
pub(crate) const fn counted() -> i64 {
    COUNTED
}
