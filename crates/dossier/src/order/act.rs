//! Ordering what was decided and checked, saying that an order went, cancelling one that did not.

use jiff::civil::Date;
use parvis_access::agent::{self, Role};
use parvis_access::{AccessError, Right, Target, authorize};
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{
    AgentId, Ctx, DossierId, Fact, GroupId, PaymentOrderId, Personal, ProcedureId,
};
use parvis_organisation::Group;
use parvis_store::{Tx, sealing};

use super::Document;
use super::document::{Line, sum};
use crate::check_account::account;
use crate::desk::{Desk, Opened};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Decided, Number};
use crate::payment;
use crate::store::{self, NewOrder, OrderRow};
use crate::text;

/// Dossiers of one order at most: what waits longer goes in the next one.
pub const MOST_LINES: usize = 200;
/// Dossiers of a list, and orders of a page.
const LISTED: i64 = 50;

/// What may be ordered for a démarche now.
#[derive(Debug, Clone)]
pub struct Payable {
    /// Number by number, in the order of the lines.
    pub numbers: Vec<Number>,
    /// The sum, in euro cents.
    pub total: i64,
    pub(crate) lines: Vec<Line>,
    dossiers: Vec<DossierId>,
}

/// What an agent confirms: exactly the list that they read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Drawn with the page: a double click orders once.
    pub id: PaymentOrderId,
    /// The group.
    pub group: GroupId,
    /// The démarche.
    pub procedure: ProcedureId,
    /// The dossiers, in the order of the list.
    pub numbers: Vec<Number>,
    /// Their sum, in euro cents.
    pub total: i64,
}

/// What is to be done with the payments of a group.
#[derive(Debug)]
pub(crate) struct Desktop {
    pub(crate) group: Group,
    pub(crate) groups: Vec<Group>,
    /// Dossiers whose account this agent may check, the oldest first.
    pub(crate) to_check: Vec<Waiting>,
    /// How many wait for somebody else.
    pub(crate) for_others: i64,
    /// What may be ordered, by démarche.
    pub(crate) to_order: Vec<(ProcedureId, i64)>,
    pub(crate) orders: Vec<OrderRow>,
}

/// A dossier whose account waits to be checked.
#[derive(Debug)]
pub(crate) struct Waiting {
    pub(crate) number: Number,
    pub(crate) beneficiary: Personal<String>,
    /// What was granted, in euro cents.
    pub(crate) cents: i64,
    pub(crate) decided_on: Date,
}

/// An order, with what it says while it says something.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) row: OrderRow,
    pub(crate) document: Option<Document>,
    pub(crate) reason: Option<String>,
    pub(crate) names: std::collections::BTreeMap<AgentId, agent::Agent>,
}

/// The payments of a group: those to check, those to order, the orders.
pub(crate) fn desktop(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    group: Option<GroupId>,
    before: Option<i64>,
) -> Result<Desktop, DossierError> {
    let own = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    let groups = own_groups(ctx, tx, own)?;
    let chosen = match group {
        Some(id) => groups.iter().find(|group| group.id == id),
        None => groups.first(),
    };
    let group = chosen.cloned().ok_or(AccessError::Forbidden)?;
    authorize(ctx, tx, Right::OrderPayments, Target::Group(group.id))?;
    let mut to_check = Vec::new();
    for dossier in store::payments_to_check(tx, ctx, group.id, own, LISTED)? {
        to_check.extend(waiting(ctx, tx, dossier)?);
    }
    let for_others = store::payments_for_others(tx, ctx, group.id, own)?;
    let to_order = store::payments_by_procedure(tx, ctx, group.id)?;
    let before = before.unwrap_or(i64::MAX);
    Ok(Desktop {
        orders: store::orders_of_group(tx, ctx.organisation, group.id, before, LISTED)?,
        group,
        groups,
        to_check,
        for_others,
        to_order,
    })
}

/// Nothing once the dossier was erased.
fn waiting(ctx: &Ctx, tx: &mut Tx<'_>, id: DossierId) -> Result<Option<Waiting>, DossierError> {
    let (dossier, key) = match store::find(tx, ctx.organisation, id) {
        Err(DossierError::NotFound) => return Ok(None),
        found => found?,
    };
    let decided = store::decision(tx, ctx.organisation, id, &key)?;
    Ok(decided.map(|decided| Waiting {
        number: dossier.number,
        beneficiary: dossier.people.label().into(),
        cents: decided.decision.amount.unwrap_or_default(),
        decided_on: decided.decision.decided_on,
    }))
}

fn own_groups(ctx: &Ctx, tx: &mut Tx<'_>, own: AgentId) -> Result<Vec<Group>, DossierError> {
    let memberships = agent::memberships(tx, ctx.organisation, own)?.into_iter();
    let mut groups = Vec::new();
    for membership in memberships.filter(|own| own.role == Role::Instructeur) {
        groups.push(parvis_organisation::group(
            tx,
            ctx.organisation,
            membership.group,
        )?);
    }
    Ok(groups)
}

/// What may be ordered for a démarche: decided, shown to the person, its account checked by a second agent and the same since.
///
/// # Errors
/// `NotFound` or `Forbidden` to who may not order for the group.
pub fn payable(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    group: GroupId,
    procedure: ProcedureId,
) -> Result<Payable, DossierError> {
    authorize(ctx, tx, Right::OrderPayments, Target::Group(group))?;
    let most = i64::try_from(MOST_LINES).unwrap_or(i64::MAX);
    let mut found = Payable {
        numbers: Vec::new(),
        total: 0,
        lines: Vec::new(),
        dossiers: Vec::new(),
    };
    for id in store::payments_to_order(tx, ctx, group, procedure, most)? {
        if let Some((number, line)) = line(ctx, tx, desk, id)? {
            found.numbers.push(number);
            found.lines.push(line);
            found.dossiers.push(id);
        }
    }
    found.total = sum(&found.lines);
    Ok(found)
}

/// The line of a dossier; nothing when it was erased, or when what was checked is not what would be paid.
fn line(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    id: DossierId,
) -> Result<Option<(Number, Line)>, DossierError> {
    let (dossier, key) = match store::find(tx, ctx.organisation, id) {
        Err(DossierError::NotFound) => return Ok(None),
        found => found?,
    };
    let revision = dossier.revision;
    let revision = desk.catalogue.revision(tx, ctx.organisation, revision)?;
    let opened = Opened {
        dossier,
        revision,
        key,
    };
    let owed = payment::found(ctx, tx, &opened.dossier)?;
    let decided = store::decision(tx, ctx.organisation, id, &opened.key)?;
    let account = account(ctx, tx, &opened)?;
    let (Some(owed), Some(decided), Some(account)) = (owed, decided, account) else {
        return Ok(None);
    };
    let (Some((true, by, at)), Some(sealed)) = (owed.check, &owed.sealed) else {
        return Ok(None);
    };
    let checked = store::opened_check(&opened.key, sealed)?;
    let is_second = by != decided.agent && by != owed.decided_by;
    let payment = opened.revision.file.payment.as_ref();
    let (Some(payment), Some(cents), true) = (payment, decided.decision.amount, is_second) else {
        return Ok(None);
    };
    if checked.account != account {
        return Ok(None);
    }
    let line = Line {
        number: opened.dossier.number.to_string(),
        beneficiary: opened.dossier.people.label().into(),
        account,
        cents,
        decided_on: decided.decision.decided_on,
        decided_by: signed_by(&decided),
        checked_by: name_of(ctx, tx, by)?,
        checked_on: desk.zone().day_of(at),
        imputation: payment.budget.imputation.clone(),
        justification: payment.budget.justification.clone(),
    };
    Ok(Some((opened.dossier.number, line)))
}

fn signed_by(decided: &Decided) -> String {
    let signatory = &decided.decision.signatory;
    let signed = format!(
        "{} {}, {}",
        signatory.first_name, signatory.name, signatory.quality
    );
    match &decided.decision.signature {
        parvis_law::SignatureRegime::Signed { act } => format!("{signed} ({act})"),
        parvis_law::SignatureRegime::Teleservice { .. } => signed,
    }
}

fn name_of(ctx: &Ctx, tx: &mut Tx<'_>, id: AgentId) -> Result<String, DossierError> {
    match agent::find(tx, ctx.organisation, id) {
        Ok(agent) => Ok(agent.full_name()),
        Err(AccessError::NotFound) => Ok(id.to_string()),
        Err(error) => Err(error.into()),
    }
}

/// Orders exactly the list that was confirmed. Each dossier is ordered once: of two orders at the same moment, the second is told
/// that the list changed. The file is written with the order, in the same transaction.
///
/// # Errors
/// `NothingToOrder`; `OrderChanged` when the list is not the one that was read, or when the identifier is already that of something
/// else; those of [`payable`].
pub fn order(ctx: &Ctx, tx: &mut Tx<'_>, desk: &Desk, asked: &Asked) -> Result<(), DossierError> {
    authorize(ctx, tx, Right::OrderPayments, Target::Group(asked.group))?;
    let agent = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    if let Some(known) = store::order(tx, ctx.organisation, asked.id)? {
        let is_own = known.agent == agent;
        return is_own.then_some(()).ok_or(DossierError::NotFound);
    }
    if sealing::holds_key(tx, ctx.organisation, asked.id.uuid())? {
        return Err(DossierError::OrderChanged);
    }
    let payable = payable(ctx, tx, desk, asked.group, asked.procedure)?;
    if asked.numbers.is_empty() {
        return Err(DossierError::NothingToOrder);
    }
    if payable.numbers != asked.numbers || payable.total != asked.total {
        return Err(DossierError::OrderChanged);
    }
    for (place, dossier) in (1..).zip(&payable.dossiers) {
        if !store::take_in_order(tx, ctx.organisation, *dossier, asked.id, place)? {
            return Err(DossierError::OrderChanged);
        }
    }
    let new = NewOrder {
        id: asked.id,
        group: asked.group,
        procedure: asked.procedure,
        agent,
    };
    let lines = payable.lines;
    let row = store::insert_order(tx, ctx, new, |number| Document::of(number, lines.clone()))?;
    trace(ctx, tx, "payment_order.made", &row)?;
    for dossier in &payable.dossiers {
        told(ctx, tx, "payment.ordered", *dossier, &row)?;
    }
    Ok(())
}

/// An order, for who may order for its group. Its file is somebody's account: reading it leaves a trace.
pub(crate) fn shown(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: PaymentOrderId,
    verb: &str,
) -> Result<Shown, DossierError> {
    let row = allowed(ctx, tx, id)?;
    let document = store::order_document(tx, ctx.organisation, id)?;
    if document.is_some() {
        trace(ctx, tx, verb, &row)?;
    }
    let reason = store::order_reason(tx, ctx.organisation, &row)?;
    let named = [
        Some(row.agent),
        row.sent.map(|it| it.1),
        row.cancelled.map(|it| it.1),
    ];
    let named = named.into_iter().flatten();
    let names = crate::open::agents(ctx, tx, std::collections::BTreeMap::new(), named)?;
    Ok(Shown {
        row,
        document,
        reason,
        names,
    })
}

/// The order as its file was written, byte for byte; for applications of the house and tests.
///
/// # Errors
/// `NotFound` once it is cancelled.
pub fn file(ctx: &Ctx, tx: &mut Tx<'_>, id: PaymentOrderId) -> Result<(i64, String), DossierError> {
    let shown = shown(ctx, tx, id, "payment_order.downloaded")?;
    let document = shown.document.ok_or(DossierError::NotFound)?;
    Ok((shown.row.number, document.csv))
}

/// Says that an order went to the finance department: the persons that it pays are told. It cannot be cancelled any more; done twice,
/// it is done once.
///
/// # Errors
/// `OrderSent` when it was cancelled.
pub fn send(ctx: &Ctx, tx: &mut Tx<'_>, id: PaymentOrderId) -> Result<(), DossierError> {
    let row = allowed(ctx, tx, id)?;
    let agent = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    if row.sent.is_some() {
        return Ok(());
    }
    if !store::send_order(tx, ctx, id, agent)? {
        return Err(DossierError::OrderSent);
    }
    trace(ctx, tx, "payment_order.sent", &row)?;
    for dossier in store::dossiers_of_order(tx, ctx.organisation, id)? {
        told(ctx, tx, "payment.sent", dossier, &row)?;
        let fact = Fact::new(
            ctx.organisation,
            facts::PAYMENT_SENT,
            dossier.uuid(),
            ctx.now,
        );
        jobs::publish(tx, &fact)?;
    }
    Ok(())
}

/// Cancels an order that did not go, with a reason: its dossiers may be ordered again, its file is destroyed.
///
/// # Errors
/// `ReasonNeeded`; `Text`; `OrderSent` once it went.
pub fn cancel(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: PaymentOrderId,
    reason: &str,
) -> Result<(), DossierError> {
    let row = allowed(ctx, tx, id)?;
    let agent = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    if reason.trim().is_empty() {
        return Err(DossierError::ReasonNeeded);
    }
    let reason = text::accepted(reason)?;
    let dossiers = store::dossiers_of_order(tx, ctx.organisation, id)?;
    if !store::cancel_order(tx, ctx, id, agent, &reason)? {
        return Err(DossierError::OrderSent);
    }
    trace(ctx, tx, "payment_order.cancelled", &row)?;
    for dossier in dossiers {
        told(ctx, tx, "payment.order_cancelled", dossier, &row)?;
    }
    Ok(())
}

fn allowed(ctx: &Ctx, tx: &mut Tx<'_>, id: PaymentOrderId) -> Result<OrderRow, DossierError> {
    let row = store::order(tx, ctx.organisation, id)?.ok_or(DossierError::NotFound)?;
    authorize(ctx, tx, Right::OrderPayments, Target::Group(row.group))?;
    Ok(row)
}

fn trace(ctx: &Ctx, tx: &mut Tx<'_>, verb: &str, row: &OrderRow) -> Result<(), DossierError> {
    let subject = Subject::new("payment_order", row.id.uuid());
    let detail = [
        ("number", row.number.to_string()),
        ("count", row.lines.to_string()),
        ("total", row.total.to_string()),
    ];
    Ok(journal::security(ctx, tx, verb, subject, &detail)?)
}

fn told(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    dossier: DossierId,
    row: &OrderRow,
) -> Result<(), DossierError> {
    let detail = [("order", row.number.to_string())];
    journal::record(ctx, tx, verb, Subject::dossier(dossier), &detail)?;
    Ok(())
}
