//! Rows of what is owed and of orders.

use parvis_kernel::{
    AgentId, Ctx, DossierId, GroupId, Instant, OrganisationId, PaymentOrderId, ProcedureId,
};
use parvis_store::sealing::{self, SealingKey};
use parvis_store::{Row, Sql, StoreError, Tx};

use super::{open, seal};
use crate::error::DossierError;
use crate::order::Document;
use crate::payment::{AccountCheck, OrderSeen, Owed};

const INSERT: Sql = Sql(
    "INSERT INTO payments (organisation_id, dossier_id, group_id, procedure_id, decided_by, visible_at) VALUES ($1, $2, $3, $4, $5, $6)",
);
const FIND: Sql = Sql(
    "SELECT p.decided_by, p.matches, p.checked_by, p.checked_at, p.check_sealed, p.order_id, o.number, o.sent_at FROM payments p \
     LEFT JOIN payment_orders o ON o.organisation_id = p.organisation_id AND o.id = p.order_id \
     WHERE p.organisation_id = $1 AND p.dossier_id = $2",
);
const DELETE: Sql = Sql("DELETE FROM payments WHERE organisation_id = $1 AND dossier_id = $2");
const CHECK: Sql = Sql(
    "UPDATE payments SET matches = $3, checked_by = $4, checked_at = $5, check_sealed = $6 \
     WHERE organisation_id = $1 AND dossier_id = $2 AND order_id IS NULL",
);
const UNCHECK: Sql = Sql(
    "UPDATE payments SET matches = NULL, checked_by = NULL, checked_at = NULL, check_sealed = NULL \
     WHERE organisation_id = $1 AND dossier_id = $2 AND order_id IS NULL",
);
const TO_CHECK: Sql = Sql(
    "SELECT dossier_id FROM payments WHERE organisation_id = $1 AND group_id = $2 AND matches IS NULL AND order_id IS NULL \
     AND visible_at <= $3 AND decided_by <> $5 ORDER BY visible_at, dossier_id LIMIT $4",
);
const FOR_OTHERS: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM payments WHERE organisation_id = $1 AND group_id = $2 AND matches IS NULL AND order_id IS NULL \
     AND visible_at <= $3 AND decided_by = $4",
);
const TO_ORDER_BY_PROCEDURE: Sql = Sql(
    "SELECT procedure_id, CAST(COUNT(*) AS BIGINT) FROM payments WHERE organisation_id = $1 AND group_id = $2 AND matches = 1 \
     AND order_id IS NULL AND visible_at <= $3 GROUP BY procedure_id ORDER BY MIN(visible_at), procedure_id",
);
const TO_ORDER: Sql = Sql(
    "SELECT dossier_id FROM payments WHERE organisation_id = $1 AND group_id = $2 AND matches = 1 AND order_id IS NULL \
     AND visible_at <= $3 AND procedure_id = $5 ORDER BY visible_at, dossier_id LIMIT $4",
);
const TAKE: Sql = Sql(
    "UPDATE payments SET order_id = $3, place = $4 WHERE organisation_id = $1 AND dossier_id = $2 AND order_id IS NULL AND matches = 1",
);
const FREE: Sql = Sql(
    "UPDATE payments SET order_id = NULL, place = NULL WHERE organisation_id = $1 AND order_id = $2",
);
const OF_ORDER: Sql = Sql(
    "SELECT dossier_id FROM payments WHERE organisation_id = $1 AND order_id = $2 ORDER BY place",
);
const ORDER_OF: Sql =
    Sql("SELECT order_id FROM payments WHERE organisation_id = $1 AND dossier_id = $2");
const LAST_NUMBER: Sql = Sql(
    "SELECT number FROM payment_orders WHERE organisation_id = $1 AND number > $2 ORDER BY number DESC LIMIT 1",
);
const INSERT_ORDER: Sql = Sql(
    "INSERT INTO payment_orders (organisation_id, id, number, group_id, procedure_id, agent_id, at, lines, total, document_sealed) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organisation_id, number) DO NOTHING",
);
const ORDER: Sql = Sql(
    "SELECT id, number, group_id, procedure_id, agent_id, at, lines, total, sent_at, sent_by, cancelled_at, cancelled_by, reason_sealed \
     FROM payment_orders WHERE organisation_id = $1 AND id = $2",
);
const DOCUMENT: Sql =
    Sql("SELECT document_sealed FROM payment_orders WHERE organisation_id = $1 AND id = $2");
const ORDERS: Sql = Sql(
    "SELECT id, number, group_id, procedure_id, agent_id, at, lines, total, sent_at, sent_by, cancelled_at, cancelled_by, reason_sealed \
     FROM payment_orders WHERE organisation_id = $1 AND group_id = $2 AND number < $3 ORDER BY number DESC LIMIT $4",
);
const SEND: Sql = Sql(
    "UPDATE payment_orders SET sent_at = $3, sent_by = $4 WHERE organisation_id = $1 AND id = $2 AND sent_at IS NULL AND cancelled_at IS NULL",
);
const CANCEL: Sql = Sql(
    "UPDATE payment_orders SET cancelled_at = $3, cancelled_by = $4, reason_sealed = $5, document_sealed = NULL \
     WHERE organisation_id = $1 AND id = $2 AND sent_at IS NULL AND cancelled_at IS NULL",
);
const FORGET: Sql = Sql(
    "UPDATE payment_orders SET document_sealed = NULL, reason_sealed = NULL WHERE organisation_id = $1 AND id = $2",
);

/// What the reason of a cancelled order is sealed as.
const REASON: &str = "order reason";
/// What an order is sealed as.
const SEALED_ORDER: &str = "payment order";
/// What a check is sealed as.
const SEALED_CHECK: &str = "account check";

/// An order, without what is sealed of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrderRow {
    pub(crate) id: PaymentOrderId,
    pub(crate) number: i64,
    pub(crate) group: GroupId,
    pub(crate) procedure: ProcedureId,
    pub(crate) agent: AgentId,
    pub(crate) at: Instant,
    pub(crate) lines: i64,
    pub(crate) total: i64,
    pub(crate) sent: Option<(Instant, AgentId)>,
    pub(crate) cancelled: Option<(Instant, AgentId)>,
    reason_sealed: Option<Vec<u8>>,
}

/// A payment just decided.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewPayment {
    pub(crate) dossier: DossierId,
    pub(crate) group: GroupId,
    pub(crate) procedure: ProcedureId,
    pub(crate) decided_by: AgentId,
    pub(crate) visible_at: Instant,
}

/// An order that is being written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewOrder {
    pub(crate) id: PaymentOrderId,
    pub(crate) group: GroupId,
    pub(crate) procedure: ProcedureId,
    pub(crate) agent: AgentId,
}

pub(crate) fn insert_payment(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    payment: NewPayment,
) -> Result<(), DossierError> {
    let values = [
        ctx.organisation.into(),
        payment.dossier.into(),
        payment.group.into(),
        payment.procedure.into(),
        payment.decided_by.into(),
        payment.visible_at.into(),
    ];
    Ok(tx.put(INSERT, &values)?)
}

/// What is owed for a dossier; nothing when no decision gave anything.
pub(crate) fn payment(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<Option<Owed>, DossierError> {
    let values = [organisation.into(), dossier.into()];
    Ok(tx.optional(FIND, &values, |row| {
        let matches = row.opt_int(1)?.map(|matches| matches == 1);
        let check = match (matches, row.opt_id(2)?, row.opt_instant(3)?) {
            (Some(matches), Some(by), Some(at)) => Some((matches, by, at)),
            _ => None,
        };
        let order = match (row.opt_id(5)?, row.opt_int(6)?) {
            (Some(id), Some(number)) => Some(OrderSeen {
                id,
                number,
                sent_at: row.opt_instant(7)?,
            }),
            _ => None,
        };
        Ok(Owed {
            decided_by: row.id(0)?,
            check,
            sealed: row.opt_bytes(4)?,
            order,
        })
    })?)
}

/// Removes what a decision gave: it is taken back, or its dossier is destroyed.
pub(crate) fn delete_payment(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<(), DossierError> {
    tx.execute(DELETE, &[organisation.into(), dossier.into()])?;
    Ok(())
}

/// What a second agent said; false once it is ordered.
pub(crate) fn keep_check(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    (dossier, agent): (DossierId, AgentId),
    check: Option<&AccountCheck>,
    key: &SealingKey,
) -> Result<bool, DossierError> {
    let sealed = match check {
        Some(check) => Some(seal(key, SEALED_CHECK, check)?),
        None => None,
    };
    let values = [
        ctx.organisation.into(),
        dossier.into(),
        i64::from(check.is_some()).into(),
        agent.into(),
        ctx.now.into(),
        sealed.into(),
    ];
    Ok(tx.execute(CHECK, &values)? == 1)
}

/// What was checked of an account.
pub(crate) fn opened_check(key: &SealingKey, sealed: &[u8]) -> Result<AccountCheck, DossierError> {
    open(key, SEALED_CHECK, sealed)
}

/// Forgets what a second agent said: the account is another one now.
pub(crate) fn forget_check(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<(), DossierError> {
    tx.execute(UNCHECK, &[organisation.into(), dossier.into()])?;
    Ok(())
}

/// Dossiers of a group whose account this agent may check, the oldest first: not those that they decided.
pub(crate) fn payments_to_check(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    group: GroupId,
    own: AgentId,
    limit: i64,
) -> Result<Vec<DossierId>, DossierError> {
    let values = [
        ctx.organisation.into(),
        group.into(),
        ctx.now.into(),
        limit.into(),
        own.into(),
    ];
    Ok(tx.query(TO_CHECK, &values, |row| row.id(0))?)
}

/// How many accounts of a group wait for somebody else, since this agent decided.
pub(crate) fn payments_for_others(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    group: GroupId,
    own: AgentId,
) -> Result<i64, DossierError> {
    let values = [
        ctx.organisation.into(),
        group.into(),
        ctx.now.into(),
        own.into(),
    ];
    Ok(tx.one(FOR_OTHERS, &values, |row| row.int(0))?)
}

/// How many dossiers of a group may be ordered, by démarche.
pub(crate) fn payments_by_procedure(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    group: GroupId,
) -> Result<Vec<(ProcedureId, i64)>, DossierError> {
    let values = [ctx.organisation.into(), group.into(), ctx.now.into()];
    Ok(tx.query(TO_ORDER_BY_PROCEDURE, &values, |row| {
        Ok((row.id(0)?, row.int(1)?))
    })?)
}

/// Dossiers of a group and a démarche that may be ordered, the oldest first.
pub(crate) fn payments_to_order(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    group: GroupId,
    procedure: ProcedureId,
    limit: i64,
) -> Result<Vec<DossierId>, DossierError> {
    let values = [
        ctx.organisation.into(),
        group.into(),
        ctx.now.into(),
        limit.into(),
        procedure.into(),
    ];
    Ok(tx.query(TO_ORDER, &values, |row| row.id(0))?)
}

/// Puts a dossier in an order; false when it is in another one, or when its check fell.
pub(crate) fn take_in_order(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    order: PaymentOrderId,
    place: i64,
) -> Result<bool, DossierError> {
    let values = [
        organisation.into(),
        dossier.into(),
        order.into(),
        place.into(),
    ];
    Ok(tx.execute(TAKE, &values)? == 1)
}

/// The dossiers of an order, in its order.
pub(crate) fn dossiers_of_order(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    order: PaymentOrderId,
) -> Result<Vec<DossierId>, DossierError> {
    Ok(
        tx.query(OF_ORDER, &[organisation.into(), order.into()], |row| {
            row.id(0)
        })?,
    )
}

/// Writes an order under the next number of the organisation, sealed under a key of its own.
pub(crate) fn insert_order(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    order: NewOrder,
    write: impl Fn(i64) -> Document,
) -> Result<OrderRow, DossierError> {
    const TRIES: usize = 5;
    let key = sealing::create_key(tx, ctx, order.id.uuid())?;
    for _ in 0..TRIES {
        let after = [ctx.organisation.into(), 0_i64.into()];
        let last = tx.optional(LAST_NUMBER, &after, |row| row.int(0))?;
        let number = last.unwrap_or(0) + 1;
        let document = write(number);
        let (lines, total) = (document.count(), document.total());
        let values = [
            ctx.organisation.into(),
            order.id.into(),
            number.into(),
            order.group.into(),
            order.procedure.into(),
            order.agent.into(),
            ctx.now.into(),
            lines.into(),
            total.into(),
            seal(&key, SEALED_ORDER, &document)?.into(),
        ];
        // Somebody else may have taken the number at the same moment.
        if tx.execute(INSERT_ORDER, &values)? == 1 {
            return Ok(OrderRow {
                id: order.id,
                number,
                group: order.group,
                procedure: order.procedure,
                agent: order.agent,
                at: ctx.now,
                lines,
                total,
                sent: None,
                cancelled: None,
                reason_sealed: None,
            });
        }
    }
    Err(DossierError::OrderChanged)
}

/// An order.
pub(crate) fn order(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: PaymentOrderId,
) -> Result<Option<OrderRow>, DossierError> {
    Ok(tx.optional(ORDER, &[organisation.into(), id.into()], order_row)?)
}

/// The orders of a group before a number, the latest first.
pub(crate) fn orders_of_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
    before: i64,
    limit: i64,
) -> Result<Vec<OrderRow>, DossierError> {
    let values = [
        organisation.into(),
        group.into(),
        before.into(),
        limit.into(),
    ];
    Ok(tx.query(ORDERS, &values, order_row)?)
}

/// What an order says; nothing once it is cancelled, or once its last dossier is destroyed.
pub(crate) fn order_document(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: PaymentOrderId,
) -> Result<Option<Document>, DossierError> {
    let values = [organisation.into(), id.into()];
    let sealed = tx.optional(DOCUMENT, &values, |row| row.opt_bytes(0))?;
    let Some(sealed) = sealed.flatten() else {
        return Ok(None);
    };
    let key = sealing::load_key(tx, organisation, id.uuid())?;
    Ok(Some(open(&key, SEALED_ORDER, &sealed)?))
}

/// Why an order was cancelled.
pub(crate) fn order_reason(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    order: &OrderRow,
) -> Result<Option<String>, DossierError> {
    let Some(sealed) = &order.reason_sealed else {
        return Ok(None);
    };
    let key = sealing::load_key(tx, organisation, order.id.uuid())?;
    Ok(Some(open(&key, REASON, sealed)?))
}

/// Says that an order went to the finance department; false when it went before, or is cancelled.
pub(crate) fn send_order(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: PaymentOrderId,
    agent: AgentId,
) -> Result<bool, DossierError> {
    let values = [
        ctx.organisation.into(),
        id.into(),
        ctx.now.into(),
        agent.into(),
    ];
    Ok(tx.execute(SEND, &values)? == 1)
}

/// Cancels an order that did not go: what it said is forgotten, its dossiers may be ordered again. False when it went.
pub(crate) fn cancel_order(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: PaymentOrderId,
    agent: AgentId,
    reason: &str,
) -> Result<bool, DossierError> {
    let key = sealing::load_key(tx, ctx.organisation, id.uuid())?;
    let values = [
        ctx.organisation.into(),
        id.into(),
        ctx.now.into(),
        agent.into(),
        seal(&key, REASON, &reason)?.into(),
    ];
    if tx.execute(CANCEL, &values)? != 1 {
        return Ok(false);
    }
    tx.execute(FREE, &[ctx.organisation.into(), id.into()])?;
    Ok(true)
}

/// Removes what was owed for a dossier that is destroyed. With its last dossier, an order is forgotten too: its key is destroyed.
pub(crate) fn bury_payment(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<(), DossierError> {
    let values = [organisation.into(), dossier.into()];
    let order = tx.optional(ORDER_OF, &values, |row| row.opt_id(0))?;
    delete_payment(tx, organisation, dossier)?;
    let Some(order) = order.flatten() else {
        return Ok(());
    };
    if dossiers_of_order(tx, organisation, order)?.is_empty() {
        tx.execute(FORGET, &[organisation.into(), order.into()])?;
        sealing::destroy_key(tx, organisation, order.uuid())?;
    }
    Ok(())
}

fn order_row(row: &Row<'_>) -> Result<OrderRow, StoreError> {
    Ok(OrderRow {
        id: row.id(0)?,
        number: row.int(1)?,
        group: row.id(2)?,
        procedure: row.id(3)?,
        agent: row.id(4)?,
        at: row.instant(5)?,
        lines: row.int(6)?,
        total: row.int(7)?,
        sent: row.opt_instant(8)?.zip(row.opt_id(9)?),
        cancelled: row.opt_instant(10)?.zip(row.opt_id(11)?),
        reason_sealed: row.opt_bytes(12)?,
    })
}
