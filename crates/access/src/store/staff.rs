//! The statements about agents as those who administer see them, and about reviews.

use parvis_kernel::{AgentId, GroupId, Instant, OrganisationId, SessionId};
use parvis_store::{Row, Sql, StoreError, Tx};
use uuid::Uuid;

use super::agent_of;
use crate::agent::{Agent, Membership, Role};
use crate::device::Device;
use crate::review::Review;
use crate::role::OrganisationRole;
use crate::staff::Member;

/// Agents read at once: more than any collectivité has.
const MOST: i64 = 20_000;

const STAFF: Sql = Sql(
    "SELECT id, email, first_name, last_name, quality, service_id, delegation, disabled_at, created_at, last_signed_in_at, \
     reviewed_at, CASE WHEN totp_sealed IS NULL THEN 0 ELSE 1 END FROM agents \
     WHERE organisation_id = $1 ORDER BY last_name, first_name, id LIMIT $2",
);
const MEMBER: Sql = Sql(
    "SELECT id, email, first_name, last_name, quality, service_id, delegation, disabled_at, created_at, last_signed_in_at, \
     reviewed_at, CASE WHEN totp_sealed IS NULL THEN 0 ELSE 1 END FROM agents WHERE organisation_id = $1 AND id = $2",
);
const ALL_MEMBERSHIPS: Sql = Sql(
    "SELECT agent_id, group_id, role FROM memberships WHERE organisation_id = $1 ORDER BY group_id",
);
const ALL_ROLES: Sql =
    Sql("SELECT agent_id, role FROM organisation_roles WHERE organisation_id = $1 ORDER BY role");
const CHANGE_AGENT: Sql = Sql(
    "UPDATE agents SET first_name = $3, last_name = $4, quality = $5, service_id = $6, delegation = $7 \
     WHERE organisation_id = $1 AND id = $2",
);
const DISABLE: Sql = Sql(
    "UPDATE agents SET disabled_at = $3 WHERE organisation_id = $1 AND id = $2 AND disabled_at IS NULL",
);
const ENABLE: Sql = Sql(
    "UPDATE agents SET disabled_at = NULL, failed_tries = 0, locked_until = NULL WHERE organisation_id = $1 AND id = $2 AND disabled_at IS NOT NULL",
);
const FORGET_TOTP: Sql = Sql(
    "UPDATE agents SET totp_sealed = NULL, failed_tries = 0, locked_until = NULL WHERE organisation_id = $1 AND id = $2 AND totp_sealed IS NOT NULL",
);
const SIGNED_IN: Sql =
    Sql("UPDATE agents SET last_signed_in_at = $3 WHERE organisation_id = $1 AND id = $2");
const LEAVE: Sql =
    Sql("DELETE FROM memberships WHERE organisation_id = $1 AND agent_id = $2 AND group_id = $3");
const HAS_OPEN_ACCOUNT_IN_SERVICE: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM agents WHERE organisation_id = $1 AND service_id = $2 AND disabled_at IS NULL",
);
const MEMBERS_OF_GROUP: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM memberships WHERE organisation_id = $1 AND group_id = $2",
);
const DEVICES: Sql = Sql(
    "SELECT id, created_at, last_seen_at, expires_at, second_factor_at, device FROM sessions \
     WHERE organisation_id = $1 AND agent_id = $2 ORDER BY created_at DESC",
);
const DESCRIBE_SESSION: Sql =
    Sql("UPDATE sessions SET device = $3 WHERE organisation_id = $1 AND id = $2");
const END_DEVICE: Sql =
    Sql("DELETE FROM sessions WHERE organisation_id = $1 AND agent_id = $2 AND id = $3");
const END_OTHER_DEVICES: Sql =
    Sql("DELETE FROM sessions WHERE organisation_id = $1 AND agent_id = $2 AND id <> $3");
const REVIEWED: Sql =
    Sql("UPDATE agents SET reviewed_at = $3 WHERE organisation_id = $1 AND id = $2");
const TO_REVIEW: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM agents WHERE organisation_id = $1 AND disabled_at IS NULL AND (reviewed_at IS NULL OR reviewed_at <= $2)",
);
const OPEN_ACCOUNTS: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM agents WHERE organisation_id = $1 AND disabled_at IS NULL",
);
const COMPLETE_REVIEW: Sql = Sql(
    "INSERT INTO rights_reviews (organisation_id, id, completed_at, completed_by, agents) VALUES ($1, $2, $3, $4, $5)",
);
const LAST_REVIEW: Sql = Sql(
    "SELECT completed_at, completed_by, agents FROM rights_reviews WHERE organisation_id = $1 ORDER BY completed_at DESC LIMIT 1",
);

fn member_of(row: &Row<'_>) -> Result<Member, StoreError> {
    Ok(Member {
        agent: agent_of(row)?,
        created_at: row.instant(8)?,
        last_signed_in_at: row.opt_instant(9)?,
        reviewed_at: row.opt_instant(10)?,
        second_factor: row.bool(11)?,
        memberships: Vec::new(),
        roles: Vec::new(),
    })
}

pub(crate) fn staff(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<Member>, StoreError> {
    tx.query(STAFF, &[organisation.into(), MOST.into()], member_of)
}

pub(crate) fn member(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Option<Member>, StoreError> {
    tx.optional(MEMBER, &[organisation.into(), agent.into()], member_of)
}

pub(crate) fn all_memberships(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(AgentId, Membership)>, StoreError> {
    tx.query(ALL_MEMBERSHIPS, &[organisation.into()], |row| {
        let membership = Membership {
            group: row.id(1)?,
            role: Role::of_code(&row.text(2)?),
        };
        Ok((row.id(0)?, membership))
    })
}

/// Also those of agents whose accounts are closed.
pub(crate) fn all_roles(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(AgentId, OrganisationRole)>, StoreError> {
    let roles = tx.query(ALL_ROLES, &[organisation.into()], |row| {
        Ok((row.id(0)?, row.text(1)?))
    })?;
    Ok(roles
        .into_iter()
        .filter_map(|(agent, code)| Some((agent, OrganisationRole::of_code(&code)?)))
        .collect())
}

pub(crate) fn change_agent(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: &Agent,
) -> Result<bool, StoreError> {
    let values = [
        organisation.into(),
        agent.id.into(),
        agent.first_name.as_str().into(),
        agent.last_name.as_str().into(),
        agent.quality.as_str().into(),
        agent.service.into(),
        agent.delegation.clone().into(),
    ];
    Ok(tx.execute(CHANGE_AGENT, &values)? == 1)
}

pub(crate) fn disable(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    now: Instant,
) -> Result<bool, StoreError> {
    Ok(tx.execute(DISABLE, &[organisation.into(), agent.into(), now.into()])? == 1)
}

pub(crate) fn enable(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<bool, StoreError> {
    Ok(tx.execute(ENABLE, &[organisation.into(), agent.into()])? == 1)
}

pub(crate) fn forget_totp(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<bool, StoreError> {
    Ok(tx.execute(FORGET_TOTP, &[organisation.into(), agent.into()])? == 1)
}

pub(crate) fn signed_in(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    now: Instant,
) -> Result<(), StoreError> {
    tx.put(SIGNED_IN, &[organisation.into(), agent.into(), now.into()])
}

/// False when the agent is no member of the group.
pub(crate) fn leave(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    group: GroupId,
) -> Result<bool, StoreError> {
    Ok(tx.execute(LEAVE, &[organisation.into(), agent.into(), group.into()])? == 1)
}

pub(crate) fn open_accounts_in_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    service: parvis_kernel::ServiceId,
) -> Result<i64, StoreError> {
    tx.one(
        HAS_OPEN_ACCOUNT_IN_SERVICE,
        &[organisation.into(), service.into()],
        |row| row.int(0),
    )
}

pub(crate) fn members_of_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<i64, StoreError> {
    tx.one(
        MEMBERS_OF_GROUP,
        &[organisation.into(), group.into()],
        |row| row.int(0),
    )
}

pub(crate) fn devices(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Vec<Device>, StoreError> {
    tx.query(DEVICES, &[organisation.into(), agent.into()], |row| {
        Ok(Device {
            session: row.id(0)?,
            opened_at: row.instant(1)?,
            last_seen_at: row.instant(2)?,
            expires_at: row.instant(3)?,
            signed_in: row.opt_instant(4)?.is_some(),
            browser: row.opt_text(5)?,
        })
    })
}

pub(crate) fn describe_session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
    browser: &str,
) -> Result<(), StoreError> {
    tx.put(
        DESCRIBE_SESSION,
        &[organisation.into(), session.into(), browser.into()],
    )
}

/// False when it is no session of this agent.
pub(crate) fn end_device(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    session: SessionId,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), agent.into(), session.into()];
    Ok(tx.execute(END_DEVICE, &values)? == 1)
}

/// How many were ended.
pub(crate) fn end_other_devices(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    kept: SessionId,
) -> Result<u64, StoreError> {
    let values = [organisation.into(), agent.into(), kept.into()];
    tx.execute(END_OTHER_DEVICES, &values)
}

pub(crate) fn reviewed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    now: Instant,
) -> Result<(), StoreError> {
    tx.put(REVIEWED, &[organisation.into(), agent.into(), now.into()])
}

/// How many open accounts nobody reviewed since an instant.
pub(crate) fn to_review(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    since: Instant,
) -> Result<i64, StoreError> {
    tx.one(TO_REVIEW, &[organisation.into(), since.into()], |row| {
        row.int(0)
    })
}

pub(crate) fn open_accounts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<i64, StoreError> {
    tx.one(OPEN_ACCOUNTS, &[organisation.into()], |row| row.int(0))
}

pub(crate) fn complete_review(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    review: &Review,
) -> Result<(), StoreError> {
    tx.put(
        COMPLETE_REVIEW,
        &[
            organisation.into(),
            Uuid::now_v7().to_string().into(),
            review.completed_at.into(),
            review.completed_by.into(),
            review.agents.into(),
        ],
    )
}

pub(crate) fn last_review(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Option<Review>, StoreError> {
    tx.optional(LAST_REVIEW, &[organisation.into()], |row| {
        Ok(Review {
            completed_at: row.instant(0)?,
            completed_by: row.opt_id(1)?,
            agents: row.int(2)?,
        })
    })
}
