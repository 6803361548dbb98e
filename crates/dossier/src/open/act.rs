//! A dossier as an agent opens it.

use std::collections::{BTreeMap, btree_map};

use parvis_access::{AccessError, Right, Role, agent};
use parvis_form::{Answers, SummaryStep, full_summary};
use parvis_journal as journal;
use parvis_journal::{Entry, Subject};
use parvis_kernel::{AgentId, Ctx, GroupId};
use parvis_store::Tx;

use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::examine::Guard;
use crate::model::{Decided, Dossier, GivenReceipt, Message, Note, Number, Piece, Request, Sender};
use crate::payment::{self, Owed};
use crate::prefill::Prefilled;
use crate::presence::{self, Present};
use crate::queue::{Cursor, next_after, previous_before};
use crate::rules::{Act, after};
use crate::shortcuts::{self, Shortcuts};
use crate::standard_texts::{self, StandardText};
use crate::store;

/// A dossier as an agent sees it.
#[derive(Debug, Clone)]
pub struct OpenView {
    /// The dossier.
    pub dossier: Dossier,
    /// The revision that it answers.
    pub revision: std::sync::Arc<parvis_demarche::Revision>,
    /// What was promised at deposit.
    pub receipt: GivenReceipt,
    /// The current answers.
    pub answers: Answers,
    /// The answers by step, as text, in the agent's language.
    pub summary: Vec<SummaryStep>,
    /// The files.
    pub pieces: Vec<Piece>,
    /// Where the answers that the person did not type came from.
    pub prefilled: Prefilled,
    /// Whether they are examined before they are opened.
    pub guard: Guard,
    /// Messages, oldest first.
    pub messages: Vec<Message>,
    /// Notes, oldest first.
    pub notes: Vec<Note>,
    /// Requests, oldest first.
    pub requests: Vec<Request>,
    /// The decision.
    pub decided: Option<Decided>,
    /// What happened, oldest first.
    pub history: Vec<Entry>,
    /// What the agent may do with the dossiers of the group.
    pub role: Role,
    /// The agents of the group, by name.
    pub colleagues: Vec<agent::Agent>,
    /// Those, and whoever is named in the dossier.
    pub agents: BTreeMap<AgentId, agent::Agent>,
    /// The next dossier of the list.
    pub next: Option<Number>,
    /// The one before.
    pub previous: Option<Number>,
    /// The names of the groups, when the dossier went from one to another.
    pub groups: BTreeMap<GroupId, String>,
    /// The other agents who have it before their eyes.
    pub present: Vec<Present>,
    /// The texts that the agent may put into a form.
    pub texts: Vec<StandardText>,
    /// The keys of the agent.
    pub shortcuts: Shortcuts,
    /// What the rule of the procedure proposes to give, in euro cents.
    pub proposed: Option<i64>,
    /// What the decision gave, and what became of it.
    pub(crate) owed: Option<Owed>,
}

/// Opens a dossier for an agent. Leaves the trace of a consultation, and marks the person's messages read.
///
/// # Errors
/// `NotFound` for a dossier of another group.
pub fn open_dossier(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<OpenView, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::ReadDossier)?;
    let Opened {
        dossier,
        revision,
        key,
    } = opened;
    let (organisation, id) = (ctx.organisation, dossier.id);
    let subject = Subject::dossier(id);
    journal::consulted(ctx, tx, "dossier.read", subject.clone(), &[])?;
    let own = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    presence::enter(ctx, tx, id, own)?;
    let answers = store::answers(tx, organisation, id, dossier.answers_version, &key)?;
    let proposed = payment::proposed(&revision.file, &answers);
    let prefilled = store::prefilled(tx, organisation, id, &key)?;
    let prefilled = payment::masked_beside(&revision.file, &answers, prefilled);
    let answers = payment::masked(&revision.file, answers);
    let messages = store::messages(tx, organisation, id, &key)?;
    store::mark_messages_read(tx, ctx, id, true)?;
    // Once it is finished a dossier has no place in the list: the next one is the first.
    let place = dossier.state().is_open_to_agents().then(|| Cursor {
        silence_due: dossier.silence_due,
        submitted_at: dossier.facts.submitted_at.unwrap_or(ctx.now),
        id,
    });
    let mut view = OpenView {
        receipt: store::receipt(tx, organisation, id, &key)?,
        summary: full_summary(&revision.form, &answers, ctx.language),
        answers,
        pieces: store::pieces(tx, organisation, id, &key)?,
        prefilled,
        guard: desk.guard,
        messages,
        notes: store::notes(tx, organisation, id, &key)?,
        requests: store::requests(tx, organisation, id, &key)?,
        decided: store::decision(tx, organisation, id, &key)?,
        history: journal::history(tx, organisation, subject)?,
        role: role(ctx, tx, dossier.group)?,
        colleagues: agent::of_group(tx, organisation, dossier.group)?,
        agents: BTreeMap::new(),
        next: next_after(ctx, tx, dossier.group, place)?,
        previous: match place {
            Some(place) => previous_before(ctx, tx, dossier.group, place)?,
            None => None,
        },
        groups: BTreeMap::new(),
        present: presence::others(ctx, tx, id, own)?,
        texts: standard_texts::offered(ctx, tx, dossier.group)?,
        shortcuts: shortcuts::of_agent(ctx, tx)?,
        proposed,
        owed: payment::found(ctx, tx, &dossier)?,
        dossier,
        revision,
    };
    if view
        .history
        .iter()
        .any(|entry| entry.verb == "dossier.transferred")
    {
        let groups = parvis_organisation::groups(tx, organisation)?.into_iter();
        view.groups = groups.map(|(group, _)| (group.id, group.name)).collect();
    }
    let named = view.named();
    view.agents = names(ctx, tx, view.dossier.group, named)?;
    Ok(view)
}

impl OpenView {
    /// Goes on only if the agent may do this to the dossier now: asked before a form is shown, and again by the act.
    ///
    /// # Errors
    /// `Forbidden` for a reader; `NotNow`.
    pub fn may(&self, act: Act) -> Result<(), DossierError> {
        if self.role == Role::Reader {
            return Err(AccessError::Forbidden.into());
        }
        let state = self.dossier.state();
        after(state, act).map_or(Err(DossierError::NotNow { state, act }), |_| Ok(()))
    }

    /// Whether the agent may do this to the dossier now.
    #[must_use]
    pub fn can(&self, act: Act) -> bool {
        self.may(act).is_ok()
    }

    /// Whether a note calls an agent who did not read it yet.
    #[must_use]
    pub fn awaits(&self, agent: AgentId) -> bool {
        self.notes.iter().any(|note| note.awaits(agent))
    }

    /// Every agent who appears in the dossier.
    fn named(&self) -> Vec<AgentId> {
        let writers = self
            .messages
            .iter()
            .filter_map(|message| match message.sender {
                Sender::Usager | Sender::House => None,
                Sender::Service(agent) => Some(agent),
            });
        let mentions = self.notes.iter().flat_map(|note| &note.mentions);
        let mentioned = mentions.map(|mention| mention.agent);
        let traced = self.history.iter().flat_map(agents_of);
        self.dossier
            .agent
            .into_iter()
            .chain(writers)
            .chain(self.notes.iter().map(|note| note.agent))
            .chain(mentioned)
            .chain(self.present.iter().map(|present| present.agent))
            .chain(self.requests.iter().map(|request| request.agent))
            .chain(self.decided.iter().map(|decided| decided.agent))
            .chain(self.owed.iter().filter_map(|owed| Some(owed.check?.1)))
            .chain(traced)
            .collect()
    }
}

/// The agents of an entry of the journal: who acted, and to whom the dossier was given.
pub(crate) fn agents_of(entry: &Entry) -> Vec<AgentId> {
    let actor = entry.actor_id.filter(|_| entry.actor_kind == "agent");
    let given = entry.detail.get("agent").and_then(|id| id.as_str());
    let given = given.and_then(|id| id.parse().ok());
    actor
        .map(AgentId::from_uuid)
        .into_iter()
        .chain(given)
        .collect()
}

/// What the agent may do with the dossiers of a group.
pub(crate) fn role(ctx: &Ctx, tx: &mut Tx<'_>, group: GroupId) -> Result<Role, DossierError> {
    let own = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    let memberships = agent::memberships(tx, ctx.organisation, own)?;
    let found = memberships.into_iter().find(|of| of.group == group);
    Ok(found.map_or(Role::Reader, |of| of.role))
}

/// The agents of a group, and those who are named somewhere though they left it.
pub(crate) fn names(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    group: GroupId,
    named: impl IntoIterator<Item = AgentId>,
) -> Result<BTreeMap<AgentId, agent::Agent>, DossierError> {
    let colleagues = agent::of_group(tx, ctx.organisation, group)?;
    let known = colleagues.into_iter().map(|agent| (agent.id, agent));
    agents(ctx, tx, known.collect(), named)
}

/// Adds to the agents who are known those who are named.
pub(crate) fn agents(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    mut known: BTreeMap<AgentId, agent::Agent>,
    named: impl IntoIterator<Item = AgentId>,
) -> Result<BTreeMap<AgentId, agent::Agent>, DossierError> {
    for id in named {
        if let btree_map::Entry::Vacant(place) = known.entry(id) {
            match agent::find(tx, ctx.organisation, id) {
                Ok(agent) => drop(place.insert(agent)),
                Err(AccessError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(known)
}
