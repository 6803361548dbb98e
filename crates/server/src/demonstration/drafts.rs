//! What the authors of Rochebrune prepare: a draft that its author asks somebody to read, and a panel where two people said what stops them.

use std::time::Duration;

use anyhow::Context;
use parvis_access::agent;
use parvis_demarche::{Checked, DEMONSTRATION, DemarcheError, panel};
use parvis_kernel::{Actor, AgentId, Ctx, Instant, OrganisationId, Purpose, SessionId};
use parvis_store::{Store, Tx};

const DAY: Duration = Duration::from_secs(24 * 3600);
/// Who writes.
const AUTHOR: &str = "solene.riou@rochebrune.example";
const NOTE: &str = "Le temps annoncé devient celui que les familles ont mesuré. Merci de regarder aussi les remarques du panel.";
const WORDS: &str =
    "Parents, animateurs : dites-nous à quelle question vous hésitez, même une seconde.";
/// What people said: the rank of the question, their words, as whom.
const SAID: [(usize, &str, &str); 2] = [
    (
        1,
        "Je ne sais pas quel document fait foi quand on héberge l’enfant une semaine sur deux.",
        "Une maman d’élève",
    ),
    (
        4,
        "Au guichet, on nous demande chaque jour ce que veut dire cette question.",
        "",
    ),
];

/// Prepares it; nothing when it is there.
pub(super) fn prepare(store: &Store, now: Instant) -> anyhow::Result<()> {
    let (name, source) = DEMONSTRATION
        .iter()
        .find(|(name, _)| name.starts_with("inscription-scolaire"))
        .context("the school registration")?;
    let checked = parvis_demarche::check(name, &longer(source))
        .map_err(|problems| anyhow::anyhow!("{name} : {} problèmes", problems.len()))?;
    store.write_blocking(move |tx| {
        let town = parvis_organisation::by_slug(tx, "rochebrune")?.context("the town")?;
        let author = agent::credentials(tx, town.id, AUTHOR)?.context("its author")?;
        let author = author.agent.id;
        let begun = at(town.id, author, now - DAY * 3);
        let Some(version) = drafted(tx, &begun, &checked)? else {
            return Ok(());
        };
        let code = shared(tx, &begun, &checked, version)?;
        for (place, (_, text, who)) in said(&checked).into_iter().zip(SAID) {
            let ctx = Ctx::house(town.id, now - DAY * 2);
            panel::remark(&ctx, tx, &code, &place, (text, who))?;
        }
        let ctx = at(town.id, author, now - DAY);
        parvis_demarche::ask_review(&ctx, tx, &checked, version, NOTE)?;
        anyhow::Ok(())
    })
}

fn at(organisation: OrganisationId, agent: AgentId, now: Instant) -> Ctx {
    let actor = Actor::Agent(agent, SessionId::new());
    Ctx::house(organisation, now).acting_as(actor, Purpose::Administration)
}

/// Keeps the draft; its version, nothing when there is one.
fn drafted(tx: &mut Tx<'_>, ctx: &Ctx, checked: &Checked) -> anyhow::Result<Option<i64>> {
    match parvis_demarche::keep_draft(ctx, tx, checked, 0) {
        Ok(version) => Ok(Some(version)),
        Err(DemarcheError::DraftChanged { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Opens a panel on the draft; the end of its link.
fn shared(tx: &mut Tx<'_>, ctx: &Ctx, checked: &Checked, version: i64) -> anyhow::Result<String> {
    let id = panel::open_panel(ctx, tx, checked, version, (30, WORDS))?;
    Ok(panel::code(tx.vault(), ctx.organisation, id))
}

/// The questions of which something is said.
fn said(checked: &Checked) -> Vec<panel::Place> {
    let mut questions = panel::places(checked);
    questions.retain(|place| place.name.starts_with("question/"));
    let found = SAID.iter().filter_map(|(at, ..)| questions.get(*at));
    found.cloned().collect()
}

/// The same procedure, with two minutes more announced.
fn longer(source: &str) -> String {
    let lines = source.lines().map(|line| {
        let minutes = line.strip_prefix("minutes: ");
        let minutes = minutes.and_then(|minutes| minutes.trim().parse::<u16>().ok());
        match minutes {
            Some(minutes) => format!("minutes: {}\n", minutes + 2),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}
