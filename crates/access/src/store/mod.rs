//! Every SQL statement of the room.

pub(crate) mod accounts;
mod guichet;
mod invitations;
pub(crate) mod passkeys;
mod roles;
mod staff;
mod tokens;

use parvis_kernel::{
    AgentId, ChallengeId, Channel, Ctx, DossierId, GroupId, Instant, OrganisationId, Personal,
    SessionId,
};
use parvis_store::{Due, Row, Sql, StoreError, Tx};

use crate::agent::{Agent, Credentials, Membership, Role};
use crate::challenge::{Challenge, NewChallenge};
use crate::guichet::Served;
use crate::session::Session;

pub(crate) use guichet::{
    end_counter_visit, has_served, insert_counter_visit, keep_served, served_by, serves,
};
pub(crate) use invitations::{
    accept_invitation, insert_invitation, invitation, renew_invitation, revoke_invitation,
    revoke_waiting_invitations, waiting_invitation_of, waiting_invitations,
};
pub(crate) use roles::{
    delete_organisation_role, insert_organisation_role, lock_administrators, organisation_roles,
    roles_of,
};
pub(crate) use staff::{
    all_memberships, all_roles, change_agent, complete_review, describe_session, devices, disable,
    enable, end_device, end_other_devices, forget_totp, last_review, leave, member,
    members_of_group, open_accounts, open_accounts_in_service, reviewed, signed_in, staff,
    to_review,
};
pub(crate) use tokens::{
    has_token_dossier, insert_token, insert_token_dossier, revoke_token, token, token_by_secret,
    tokens, touch_token,
};

const INSERT_SESSION: Sql = Sql(
    "INSERT INTO sessions (organisation_id, id, token_hash, agent_id, account_id, device, second_factor_at, created_at, last_seen_at, expires_at) \
     VALUES ($1, $2, $3, $4, $7, $8, NULL, $5, $5, $6)",
);
const SESSION_BY_TOKEN: Sql = Sql(
    "SELECT s.id, s.agent_id, s.second_factor_at, s.last_seen_at, s.expires_at, s.account_id, v.dossier_id, v.channel FROM sessions s \
     LEFT JOIN counter_visits v ON v.organisation_id = s.organisation_id AND v.session_id = s.id \
     WHERE s.organisation_id = $1 AND s.token_hash = $2",
);
const TOUCH_SESSION: Sql =
    Sql("UPDATE sessions SET last_seen_at = $3 WHERE organisation_id = $1 AND id = $2");
const ROTATE_SESSION: Sql =
    Sql("UPDATE sessions SET token_hash = $3 WHERE organisation_id = $1 AND id = $2");
const SECOND_FACTOR_GIVEN: Sql =
    Sql("UPDATE sessions SET second_factor_at = $3 WHERE organisation_id = $1 AND id = $2");
const DELETE_SESSION: Sql = Sql("DELETE FROM sessions WHERE organisation_id = $1 AND id = $2");
const DELETE_SESSIONS_OF_AGENT: Sql =
    Sql("DELETE FROM sessions WHERE organisation_id = $1 AND agent_id = $2");
const OLD_SESSIONS: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(expires_at), MAX(expires_at) FROM sessions WHERE expires_at < $1",
);
const COUNT_OLD_CHALLENGES: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(expires_at), MAX(expires_at) FROM challenges WHERE expires_at < $1",
);
const DELETE_OLD_SESSIONS: Sql = Sql("DELETE FROM sessions WHERE expires_at < $1");
const CHALLENGES_OF_SESSION: Sql =
    Sql("SELECT id FROM challenges WHERE organisation_id = $1 AND session_id = $2");
const DELETE_CHALLENGE: Sql = Sql("DELETE FROM challenges WHERE organisation_id = $1 AND id = $2");
const OLD_CHALLENGES: Sql =
    Sql("SELECT organisation_id, id FROM challenges WHERE expires_at < $1 LIMIT 10000");
const INSERT_GRANT: Sql = Sql(
    "INSERT INTO session_dossiers (organisation_id, session_id, dossier_id, granted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
);
const HAS_GRANT: Sql = Sql(
    "SELECT CAST(1 AS BIGINT) FROM session_dossiers WHERE organisation_id = $1 AND session_id = $2 AND dossier_id = $3",
);
const INSERT_CHALLENGE: Sql = Sql(
    "INSERT INTO challenges (organisation_id, id, session_id, address_sealed, purpose, dossier_id, decoy, created_at, expires_at, tries) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)",
);
const CHALLENGE: Sql = Sql(
    "SELECT session_id, address_sealed, purpose, dossier_id, decoy, created_at, expires_at, tries, confirmed_at FROM challenges \
     WHERE organisation_id = $1 AND id = $2",
);
const COUNT_TRY: Sql =
    Sql("UPDATE challenges SET tries = tries + 1 WHERE organisation_id = $1 AND id = $2");
const CONFIRM_CHALLENGE: Sql = Sql(
    "UPDATE challenges SET confirmed_at = $3 WHERE organisation_id = $1 AND id = $2 AND confirmed_at IS NULL",
);
const INSERT_AGENT: Sql = Sql(
    "INSERT INTO agents (organisation_id, id, email, first_name, last_name, quality, service_id, delegation, password_hash, totp_last_step, failed_tries, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, $10) ON CONFLICT DO NOTHING",
);
const AGENT: Sql = Sql(
    "SELECT id, email, first_name, last_name, quality, service_id, delegation, disabled_at FROM agents WHERE organisation_id = $1 AND id = $2",
);
const AGENTS_OF_GROUP: Sql = Sql(
    "SELECT a.id, a.email, a.first_name, a.last_name, a.quality, a.service_id, a.delegation, a.disabled_at FROM agents a \
     JOIN memberships m ON m.organisation_id = a.organisation_id AND m.agent_id = a.id \
     WHERE a.organisation_id = $1 AND m.group_id = $2 AND a.disabled_at IS NULL ORDER BY a.last_name, a.first_name, a.id",
);
const CREDENTIALS_BY_EMAIL: Sql = Sql(
    "SELECT id, email, first_name, last_name, quality, service_id, delegation, disabled_at, password_hash, totp_sealed, totp_last_step, failed_tries, locked_until \
     FROM agents WHERE organisation_id = $1 AND email = $2",
);
const CREDENTIALS_BY_ID: Sql = Sql(
    "SELECT id, email, first_name, last_name, quality, service_id, delegation, disabled_at, password_hash, totp_sealed, totp_last_step, failed_tries, locked_until \
     FROM agents WHERE organisation_id = $1 AND id = $2",
);
const UPDATE_PASSWORD: Sql = Sql(
    "UPDATE agents SET password_hash = $3, failed_tries = 0, locked_until = NULL, \
     totp_sealed = CASE WHEN $4 = 1 THEN NULL ELSE totp_sealed END WHERE organisation_id = $1 AND id = $2",
);
const RECORD_TRIES: Sql = Sql(
    "UPDATE agents SET failed_tries = $3, locked_until = $4 WHERE organisation_id = $1 AND id = $2",
);
const ENROL_TOTP: Sql = Sql(
    "UPDATE agents SET totp_sealed = $3, totp_last_step = $4 WHERE organisation_id = $1 AND id = $2 AND totp_sealed IS NULL",
);
const USE_TOTP_STEP: Sql = Sql(
    "UPDATE agents SET totp_last_step = $3 WHERE organisation_id = $1 AND id = $2 AND totp_last_step < $3",
);
const UPSERT_MEMBERSHIP: Sql = Sql(
    "INSERT INTO memberships (organisation_id, agent_id, group_id, role) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (organisation_id, agent_id, group_id) DO UPDATE SET role = excluded.role",
);
const MEMBERSHIPS: Sql = Sql(
    "SELECT group_id, role FROM memberships WHERE organisation_id = $1 AND agent_id = $2 ORDER BY group_id",
);
const ROLE_IN_GROUP: Sql = Sql(
    "SELECT m.role FROM memberships m JOIN agents a ON a.organisation_id = m.organisation_id AND a.id = m.agent_id \
     WHERE m.organisation_id = $1 AND m.agent_id = $2 AND m.group_id = $3 AND a.disabled_at IS NULL",
);

pub(crate) fn insert_session(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    session: &Session,
    token_hash: &str,
    device: Option<&str>,
) -> Result<(), StoreError> {
    tx.put(
        INSERT_SESSION,
        &[
            ctx.organisation.into(),
            session.id.into(),
            token_hash.into(),
            session.agent.into(),
            ctx.now.into(),
            session.expires_at.into(),
            session.account.into(),
            device.map(str::to_owned).into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn session_by_token(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    token_hash: &str,
    csrf: String,
) -> Result<Option<Session>, StoreError> {
    tx.optional(
        SESSION_BY_TOKEN,
        &[organisation.into(), token_hash.into()],
        |row| {
            Ok(Session {
                id: row.id(0)?,
                agent: row.opt_id(1)?,
                account: row.opt_id(5)?,
                second_factor_at: row.opt_instant(2)?,
                last_seen_at: row.instant(3)?,
                expires_at: row.instant(4)?,
                serves: served(row)?,
                csrf: csrf.clone(),
            })
        },
    )
}

/// The person whom the agent of a session serves.
fn served(row: &Row<'_>) -> Result<Option<Served>, StoreError> {
    let channel = row.opt_text(7)?;
    let channel = channel.as_deref().and_then(Channel::of_code);
    let dossier = row.opt_id(6)?;
    Ok(dossier
        .zip(channel)
        .map(|(dossier, channel)| Served { dossier, channel }))
}

pub(crate) fn touch_session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
    now: Instant,
) -> Result<(), StoreError> {
    tx.put(
        TOUCH_SESSION,
        &[organisation.into(), session.into(), now.into()],
    )?;
    Ok(())
}

pub(crate) fn rotate_session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
    token_hash: &str,
) -> Result<(), StoreError> {
    tx.put(
        ROTATE_SESSION,
        &[organisation.into(), session.into(), token_hash.into()],
    )?;
    Ok(())
}

pub(crate) fn second_factor_given(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
    now: Instant,
) -> Result<(), StoreError> {
    tx.put(
        SECOND_FACTOR_GIVEN,
        &[organisation.into(), session.into(), now.into()],
    )?;
    Ok(())
}

pub(crate) fn delete_session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
) -> Result<(), StoreError> {
    tx.put(DELETE_SESSION, &[organisation.into(), session.into()])?;
    Ok(())
}

pub(crate) fn delete_sessions_of_agent(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<(), StoreError> {
    tx.put(
        DELETE_SESSIONS_OF_AGENT,
        &[organisation.into(), agent.into()],
    )?;
    Ok(())
}

/// The sessions and the challenges that ended before an instant.
pub(crate) fn old_sessions(tx: &mut Tx<'_>, before: Instant) -> Result<Due, StoreError> {
    let sessions = tx.one(OLD_SESSIONS, &[before.into()], Due::of)?;
    let challenges = tx.one(COUNT_OLD_CHALLENGES, &[before.into()], Due::of)?;
    let oldest = sessions.oldest.into_iter().chain(challenges.oldest).min();
    Ok(Due {
        count: sessions.count + challenges.count,
        oldest,
        newest: sessions.newest.max(challenges.newest),
    })
}

pub(crate) fn delete_old_sessions(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    tx.execute(DELETE_OLD_SESSIONS, &[before.into()])
}

/// The challenges that ended before an instant: their keys are destroyed before their rows are removed.
pub(crate) fn old_challenges(
    tx: &mut Tx<'_>,
    before: Instant,
) -> Result<Vec<(OrganisationId, ChallengeId)>, StoreError> {
    tx.query(OLD_CHALLENGES, &[before.into()], |row| {
        Ok((row.id(0)?, row.id(1)?))
    })
}

/// The challenges that a session asked for.
pub(crate) fn challenges_of_session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
) -> Result<Vec<ChallengeId>, StoreError> {
    tx.query(
        CHALLENGES_OF_SESSION,
        &[organisation.into(), session.into()],
        |row| row.id(0),
    )
}

pub(crate) fn delete_challenge(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ChallengeId,
) -> Result<(), StoreError> {
    tx.put(DELETE_CHALLENGE, &[organisation.into(), id.into()])?;
    Ok(())
}

pub(crate) fn insert_grant(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
    dossier: DossierId,
    now: Instant,
) -> Result<(), StoreError> {
    tx.put(
        INSERT_GRANT,
        &[
            organisation.into(),
            session.into(),
            dossier.into(),
            now.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn has_grant(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
    dossier: DossierId,
) -> Result<bool, StoreError> {
    let found = tx.optional(
        HAS_GRANT,
        &[organisation.into(), session.into(), dossier.into()],
        |row| row.int(0),
    )?;
    Ok(found.is_some())
}

pub(crate) fn insert_challenge(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: ChallengeId,
    new: &NewChallenge,
    address_sealed: Vec<u8>,
    expires_at: Instant,
) -> Result<(), StoreError> {
    tx.put(
        INSERT_CHALLENGE,
        &[
            ctx.organisation.into(),
            id.into(),
            new.session.into(),
            address_sealed.into(),
            new.purpose.as_str().into(),
            new.dossier.into(),
            new.decoy.into(),
            ctx.now.into(),
            expires_at.into(),
        ],
    )?;
    Ok(())
}

/// The challenge with its address still sealed.
pub(crate) fn challenge(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ChallengeId,
) -> Result<Option<(Challenge, Vec<u8>)>, StoreError> {
    tx.optional(CHALLENGE, &[organisation.into(), id.into()], |row| {
        let challenge = Challenge {
            id,
            session: row.id(0)?,
            address: Personal::default(),
            purpose: row.text(2)?,
            dossier: row.opt_id(3)?,
            decoy: row.bool(4)?,
            created_at: row.instant(5)?,
            expires_at: row.instant(6)?,
            tries: row.int(7)?,
            confirmed_at: row.opt_instant(8)?,
        };
        Ok((challenge, row.bytes(1)?))
    })
}

pub(crate) fn count_try(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ChallengeId,
) -> Result<(), StoreError> {
    tx.put(COUNT_TRY, &[organisation.into(), id.into()])?;
    Ok(())
}

pub(crate) fn confirm_challenge(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ChallengeId,
    now: Instant,
) -> Result<bool, StoreError> {
    let confirmed = tx.execute(
        CONFIRM_CHALLENGE,
        &[organisation.into(), id.into(), now.into()],
    )?;
    Ok(confirmed == 1)
}

pub(crate) fn insert_agent(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    agent: &Agent,
    password_hash: &str,
) -> Result<bool, StoreError> {
    let inserted = tx.execute(
        INSERT_AGENT,
        &[
            ctx.organisation.into(),
            agent.id.into(),
            agent.email.to_lowercase().into(),
            agent.first_name.as_str().into(),
            agent.last_name.as_str().into(),
            agent.quality.as_str().into(),
            agent.service.into(),
            agent.delegation.clone().into(),
            password_hash.into(),
            ctx.now.into(),
        ],
    )?;
    Ok(inserted == 1)
}

fn agent_of(row: &Row<'_>) -> Result<Agent, StoreError> {
    Ok(Agent {
        id: row.id(0)?,
        email: row.text(1)?,
        first_name: row.text(2)?,
        last_name: row.text(3)?,
        quality: row.text(4)?,
        service: row.id(5)?,
        delegation: row.opt_text(6)?,
        disabled_at: row.opt_instant(7)?,
    })
}

pub(crate) fn agent(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Option<Agent>, StoreError> {
    tx.optional(AGENT, &[organisation.into(), agent.into()], agent_of)
}

pub(crate) fn agents_of_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<Vec<Agent>, StoreError> {
    tx.query(
        AGENTS_OF_GROUP,
        &[organisation.into(), group.into()],
        agent_of,
    )
}

/// Credentials whose second factor is still sealed.
type SealedCredentials = (Credentials, Option<Vec<u8>>);

fn credentials_row(row: &Row<'_>) -> Result<SealedCredentials, StoreError> {
    let credentials = Credentials {
        agent: agent_of(row)?,
        password_hash: row.text(8)?,
        totp_secret: None,
        totp_last_step: row.int(10)?,
        failed_tries: row.int(11)?,
        locked_until: row.opt_instant(12)?,
    };
    Ok((credentials, row.opt_bytes(9)?))
}

pub(crate) fn credentials_by_email(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    email: &str,
) -> Result<Option<SealedCredentials>, StoreError> {
    tx.optional(
        CREDENTIALS_BY_EMAIL,
        &[organisation.into(), email.into()],
        credentials_row,
    )
}

pub(crate) fn credentials_by_id(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Option<SealedCredentials>, StoreError> {
    tx.optional(
        CREDENTIALS_BY_ID,
        &[organisation.into(), agent.into()],
        credentials_row,
    )
}

pub(crate) fn update_password(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    password_hash: &str,
    forget_second_factor: bool,
) -> Result<bool, StoreError> {
    let updated = tx.execute(
        UPDATE_PASSWORD,
        &[
            organisation.into(),
            agent.into(),
            password_hash.into(),
            forget_second_factor.into(),
        ],
    )?;
    Ok(updated == 1)
}

pub(crate) fn record_tries(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    tries: i64,
    locked_until: Option<Instant>,
) -> Result<(), StoreError> {
    tx.put(
        RECORD_TRIES,
        &[
            organisation.into(),
            agent.into(),
            tries.into(),
            locked_until.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn enrol_totp(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    sealed: Vec<u8>,
    last_step: i64,
) -> Result<bool, StoreError> {
    let enrolled = tx.execute(
        ENROL_TOTP,
        &[
            organisation.into(),
            agent.into(),
            sealed.into(),
            last_step.into(),
        ],
    )?;
    Ok(enrolled == 1)
}

pub(crate) fn use_totp_step(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    step: i64,
) -> Result<bool, StoreError> {
    let used = tx.execute(
        USE_TOTP_STEP,
        &[organisation.into(), agent.into(), step.into()],
    )?;
    Ok(used == 1)
}

pub(crate) fn upsert_membership(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    membership: Membership,
) -> Result<(), StoreError> {
    tx.put(
        UPSERT_MEMBERSHIP,
        &[
            organisation.into(),
            agent.into(),
            membership.group.into(),
            membership.role.code().into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn memberships(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Vec<Membership>, StoreError> {
    tx.query(MEMBERSHIPS, &[organisation.into(), agent.into()], |row| {
        Ok(Membership {
            group: row.id(0)?,
            role: Role::of_code(&row.text(1)?),
        })
    })
}

pub(crate) fn role_in_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    group: GroupId,
) -> Result<Option<Role>, StoreError> {
    tx.optional(
        ROLE_IN_GROUP,
        &[organisation.into(), agent.into(), group.into()],
        |row| Ok(Role::of_code(&row.text(0)?)),
    )
}
