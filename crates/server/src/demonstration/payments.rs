//! The aid after a flood, at Rochebrune: what its agents decide, what a second one checks, what is ordered and waits to be sent.

use std::sync::Arc;

use anyhow::Context;
use jiff::SignedDuration;
use parvis_demarche::{Catalogue, LIBRARY, Revision};
use parvis_dossier::check_account::{Compared, ComparedWith, check_account};
use parvis_dossier::model::{Identification, Number};
use parvis_dossier::open::open_dossier;
use parvis_dossier::order::{Asked, order, payable};
use parvis_kernel::{Actor, AgentId, Ctx, GroupId, Language, PaymentOrderId, Purpose, SessionId};
use parvis_store::{Store, Tx};

use super::calendar::Hours;
use super::communes::Town;
use super::course::Course;
use super::life::{begin, live};
use super::progress::Example;
use super::random::Random;
use super::script::{Script, Stage};

/// The démarche that pays; the dossiers of the others never fall on it.
pub(super) const SLUG: &str = "aide-urgence";
const FILE: &str = "aide-urgence-catastrophe.yaml";
/// Rochebrune, among the communes.
const TOWN: usize = 0;
/// Before the seeds of any other dossier of the town.
const SEED: u64 = 90_000;
/// The last names of those who decide and check.
const MAELLE: &str = "Le Goff";
const OUSMANE: &str = "Sarr";

/// How far a request has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Until {
    Instructed,
    Decided,
    Checked,
    Ordered,
}

/// A request for aid: when it began, who instructs it and who is the second agent, how far it has come.
struct Request {
    days: i64,
    agent: &'static str,
    second: &'static str,
    until: Until,
}

const fn of_maelle(days: i64, until: Until) -> Request {
    Request {
        days,
        agent: MAELLE,
        second: OUSMANE,
        until,
    }
}

const fn of_ousmane(days: i64, until: Until) -> Request {
    Request {
        days,
        agent: OUSMANE,
        second: MAELLE,
        until,
    }
}

/// The oldest first: an order takes what is checked before it.
const REQUESTS: [Request; 6] = [
    of_maelle(24, Until::Ordered),
    of_maelle(16, Until::Checked),
    of_ousmane(15, Until::Checked),
    of_maelle(11, Until::Decided),
    of_ousmane(10, Until::Decided),
    of_maelle(4, Until::Instructed),
];

/// The démarche was opened so many days ago.
const OPENED: i64 = 26;

/// Opens the démarche and brings its dossiers where they are, all at once; the dossiers to follow. Nothing when they are there.
pub(super) fn prepare(store: &Store, stage: &Arc<Stage>) -> anyhow::Result<Vec<Example>> {
    let stage = Arc::clone(stage);
    store.write_blocking(move |tx| {
        let town = stage.towns.get(TOWN).context("commune")?;
        let Some(revision) = opened(tx, &stage, town)? else {
            return Ok(Vec::new());
        };
        let mut examples = Vec::new();
        for (rank, request) in REQUESTS.iter().enumerate() {
            let dossier = told(tx, &stage, &revision, (rank, request))?;
            if matches!(request.until, Until::Ordered | Until::Instructed) {
                examples.push(dossier);
            }
        }
        anyhow::Ok(examples)
    })
}

/// Publishes the file of the library, its points to confirm confirmed by who answers for the group; nothing when it is open.
fn opened(tx: &mut Tx<'_>, stage: &Stage, town: &Town) -> anyhow::Result<Option<Arc<Revision>>> {
    let catalogue = Catalogue::new();
    let organisation = town.desk.organisation.id;
    if catalogue.published(tx, organisation, SLUG)?.is_some() {
        return Ok(None);
    }
    let (name, source) = LIBRARY
        .iter()
        .find(|(name, _)| *name == FILE)
        .context(FILE)?;
    let checked = parvis_demarche::check(name, source)
        .map_err(|problems| anyhow::anyhow!("{name} : {} problèmes", problems.len()))?;
    let before_all = SignedDuration::from_hours(24 * OPENED);
    let before_all = stage.now.checked_sub(before_all).unwrap_or(stage.now);
    let ctx = Ctx::house(organisation, before_all);
    parvis_demarche::confirm(&ctx, tx, &checked, agent(town, MAELLE)?)?;
    parvis_demarche::publish(&ctx, tx, &checked)?;
    Ok(catalogue.published(tx, organisation, SLUG)?)
}

/// Lives one request up to where it is.
fn told(
    tx: &mut Tx<'_>,
    stage: &Stage,
    revision: &Arc<Revision>,
    (rank, request): (usize, &Request),
) -> anyhow::Result<Example> {
    let script = script(stage, revision, (rank, request))?;
    let begun = begin(tx, stage, &script)?;
    live(tx, stage, &script, &begun, &[])?;
    let town = stage.towns.get(TOWN).context("commune")?;
    if matches!(request.until, Until::Checked | Until::Ordered) {
        let second = at_work(stage, town, request.second, request.days / 2)?;
        check(tx, town, second, &begun.dossier.number)?;
    }
    if request.until == Until::Ordered {
        let ctx = at_work(stage, town, request.agent, 3)?;
        order_all(&ctx, tx, town, (begun.dossier.group, revision))?;
    }
    Ok(Example {
        organisation: begun.organisation(),
        dossier: begun.dossier.id,
    })
}

fn script(
    stage: &Stage,
    revision: &Arc<Revision>,
    (rank, request): (usize, &Request),
) -> anyhow::Result<Script> {
    let seed = SEED + u64::try_from(rank)?;
    let drawn = stage
        .script(TOWN, revision, rank, seed)
        .context("dossier")?;
    let town = stage.towns.get(TOWN).context("commune")?;
    let zone = town.desk.organisation.zone();
    Ok(Script {
        course: match request.until {
            Until::Instructed => Course::UnderInstruction,
            _ => Course::Accepted,
        },
        identification: Identification::Email,
        helper: None,
        language: Language::French,
        hours: Hours::begun(stage.now, request.days, zone, &mut Random::seeded(seed)),
        agent: Some(request.agent),
        answer: None,
        ..drawn
    })
}

/// One of the agents, some days ago, when the office is open.
fn at_work(stage: &Stage, town: &Town, name: &str, days: i64) -> anyhow::Result<Ctx> {
    let organisation = &town.desk.organisation;
    let mut random = Random::of_text(name);
    let mut hours = Hours::begun(stage.now, days, organisation.zone(), &mut random);
    let actor = Actor::Agent(agent(town, name)?, SessionId::new());
    let now = hours.at_work(0, &mut random);
    Ok(Ctx::house(organisation.id, now).acting_as(actor, Purpose::Instruction))
}

fn agent(town: &Town, name: &str) -> anyhow::Result<AgentId> {
    let mut offices = town.groups.iter();
    let named = offices.find_map(|office| office.named(name));
    let (agent, _) = named.context("instructeur")?;
    Ok(*agent)
}

/// A second agent reads the account beside a RIB that they are shown, never before the decision.
fn check(tx: &mut Tx<'_>, town: &Town, mut ctx: Ctx, number: &Number) -> anyhow::Result<()> {
    let dossier = open_dossier(&ctx, tx, &town.desk, number)?.dossier;
    ctx.now = ctx.now.max(dossier.facts.decided_at.unwrap_or(ctx.now));
    let compared = Compared::Matches(ComparedWith::SHOWN);
    check_account(&ctx, tx, &town.desk, number, dossier.version, &compared)?;
    Ok(())
}

/// Orders what may be ordered.
fn order_all(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    town: &Town,
    (group, revision): (GroupId, &Revision),
) -> anyhow::Result<()> {
    let found = payable(ctx, tx, &town.desk, group, revision.procedure)?;
    let asked = Asked {
        id: PaymentOrderId::new(),
        group,
        procedure: revision.procedure,
        numbers: found.numbers,
        total: found.total,
    };
    Ok(order(ctx, tx, &town.desk, &asked)?)
}
