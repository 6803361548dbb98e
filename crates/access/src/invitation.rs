//! Invitations: an address is offered rights; whoever opens its link chooses a password, and only they know it.

use std::time::Duration;

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, Instant, InvitationId, OrganisationId, ServiceId};
use parvis_store::{Tx, Vault};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use crate::agent::{self, Agent, Membership, Role};
use crate::authorize::{Right, Target, authorize};
use crate::error::AccessError;
use crate::role::OrganisationRole;
use crate::staff::{Rights, refuse_foreign_group, refuse_foreign_service};
use crate::store;

/// How long a link serves.
pub const LIFE: Duration = Duration::from_secs(7 * 24 * 3600);

/// Whom it is for, and what they will be able to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// Their address, lower case: the link is sent there, and they will sign in with it.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Name.
    pub last_name: String,
    /// Quality.
    pub quality: String,
    /// Their service.
    pub service: ServiceId,
    /// Reference of the act that lets them sign, if any.
    pub delegation: Option<String>,
    /// What they will be able to do.
    pub rights: Rights,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Which one.
    pub id: InvitationId,
    /// Whom it is for.
    pub guest: Guest,
    /// How many times a link was made: only the last one serves.
    pub round: i64,
    /// When it was made.
    pub created_at: Instant,
    /// Until when its link serves.
    pub expires_at: Instant,
    /// When somebody accepted it.
    pub accepted_at: Option<Instant>,
    /// When it was taken back.
    pub revoked_at: Option<Instant>,
}

impl Invitation {
    /// What became of it.
    #[must_use]
    pub fn state(&self, now: Instant) -> State {
        match (self.accepted_at, self.revoked_at) {
            (Some(_), _) => State::Accepted,
            (None, Some(_)) => State::Revoked,
            (None, None) if self.expires_at <= now => State::Expired,
            (None, None) => State::Waiting,
        }
    }

    /// The end of its link: identifier and secret, 64 hexadecimal digits.
    #[must_use]
    pub fn token(&self, vault: &Vault) -> String {
        format!(
            "{}{}",
            self.id.uuid().simple(),
            secret(vault, self.id, self.round)
        )
    }
}

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its link serves.
    Waiting,
    /// Nobody opened it in time.
    Expired,
    /// Taken back.
    Revoked,
    /// Somebody became an agent with it.
    Accepted,
}

/// What a link says: which invitation, and the proof that it was sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    id: InvitationId,
    secret: String,
}

impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("[token]")
    }
}

impl Token {
    /// Reads the end of a link; nothing when it is not one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (id, secret) = text.split_at_checked(32)?;
        let plain = secret.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let id = Uuid::try_parse(id).ok().filter(|_| plain)?;
        Some(Self {
            id: InvitationId::from_uuid(id),
            secret: secret.to_ascii_lowercase(),
        })
    }
}

fn secret(vault: &Vault, id: InvitationId, round: i64) -> String {
    let context = [id.uuid().as_bytes().as_slice(), &round.to_be_bytes()].concat();
    let derived = vault.derive("invitation", &context);
    derived
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The rights offered, as they are stored.
#[derive(Serialize, Deserialize)]
struct Offer {
    version: u32,
    groups: Vec<(parvis_kernel::GroupId, String)>,
    roles: Vec<String>,
}

pub(crate) fn offer_text(rights: &Rights) -> String {
    let groups = rights.memberships.iter();
    let offer = Offer {
        version: 1,
        groups: groups
            .map(|own| (own.group, own.role.code().to_owned()))
            .collect(),
        roles: rights
            .roles
            .iter()
            .map(|role| role.code().to_owned())
            .collect(),
    };
    serde_json::to_string(&offer).unwrap_or_default()
}

/// What cannot be read offers nothing.
pub(crate) fn offer_of(text: &str) -> Rights {
    let Ok(offer) = serde_json::from_str::<Offer>(text) else {
        return Rights::default();
    };
    let membership = |(group, role): (parvis_kernel::GroupId, String)| Membership {
        group,
        role: Role::of_code(&role),
    };
    Rights {
        memberships: offer.groups.into_iter().map(membership).collect(),
        roles: offer
            .roles
            .iter()
            .filter_map(|code| OrganisationRole::of_code(code))
            .collect(),
    }
}

/// Invites somebody. An older invitation of the same address is taken back. The caller plans the mail, in the same transaction.
///
/// # Errors
/// `Forbidden` unless the actor administers; `AgentExists`; `InvitedMeanwhile`; `NotFound` for a group or a service that is closed or elsewhere.
pub fn invite(ctx: &Ctx, tx: &mut Tx<'_>, guest: &Guest) -> Result<InvitationId, AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    let guest = Guest {
        email: guest.email.trim().to_lowercase(),
        ..guest.clone()
    };
    if store::credentials_by_email(tx, ctx.organisation, &guest.email)?.is_some() {
        return Err(AccessError::AgentExists);
    }
    refuse_foreign_service(tx, ctx.organisation, guest.service)?;
    for membership in &guest.rights.memberships {
        refuse_foreign_group(tx, ctx.organisation, membership.group)?;
    }
    store::revoke_waiting_invitations(tx, ctx.organisation, &guest.email, ctx.now)?;
    let invitation = Invitation {
        id: InvitationId::new(),
        guest,
        round: 1,
        created_at: ctx.now,
        expires_at: end(ctx.now),
        accepted_at: None,
        revoked_at: None,
    };
    if !store::insert_invitation(tx, ctx.organisation, &invitation)? {
        return Err(AccessError::InvitedMeanwhile);
    }
    trace(ctx, tx, "invitation.sent", invitation.id)?;
    Ok(invitation.id)
}

/// Makes a new link, for seven more days; the older one is worthless. The caller plans the mail, in the same transaction.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound` for what is unknown, accepted or taken back.
pub fn renew(ctx: &Ctx, tx: &mut Tx<'_>, id: InvitationId) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    if !store::renew_invitation(tx, ctx.organisation, id, end(ctx.now))? {
        return Err(AccessError::NotFound);
    }
    trace(ctx, tx, "invitation.sent_again", id)
}

/// Takes an invitation back.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound` for what is unknown, accepted or taken back.
pub fn revoke(ctx: &Ctx, tx: &mut Tx<'_>, id: InvitationId) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    if !store::revoke_invitation(tx, ctx.organisation, id, ctx.now)? {
        return Err(AccessError::NotFound);
    }
    trace(ctx, tx, "invitation.revoked", id)
}

/// The invitations that nobody accepted or took back yet, the latest first.
///
/// # Errors
/// `Forbidden` unless the actor sees the administration.
pub fn waiting(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<Invitation>, AccessError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    Ok(store::waiting_invitations(tx, ctx.organisation)?)
}

/// An invitation by identifier, for the mail that carries its link.
///
/// # Errors
/// `NotFound`.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: InvitationId,
) -> Result<Invitation, AccessError> {
    store::invitation(tx, organisation, id)?.ok_or(AccessError::NotFound)
}

/// The invitation of a link that was really sent, whatever became of it since.
///
/// # Errors
/// `NotFound` for any other link, an older one of the same invitation included.
pub fn of_token(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    token: &Token,
) -> Result<Invitation, AccessError> {
    let found = store::invitation(tx, organisation, token.id)?;
    let invitation = found.ok_or(AccessError::NotFound)?;
    let expected = secret(tx.vault(), invitation.id, invitation.round);
    let same: bool = expected.as_bytes().ct_eq(token.secret.as_bytes()).into();
    if same {
        Ok(invitation)
    } else {
        Err(AccessError::NotFound)
    }
}

/// Makes an agent of who holds the link. The password was checked and hashed before, outside of the transaction.
///
/// # Errors
/// `NotFound` for a link that does not serve (any more): of two requests at once, one gets it. `AgentExists`.
pub fn accept(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    token: &Token,
    password_hash: &str,
) -> Result<AgentId, AccessError> {
    let invitation = of_token(tx, ctx.organisation, token)?;
    become_agent(ctx, tx, invitation, password_hash)
}

/// The invitation that waits for an address (any case), while its link would serve.
///
/// # Errors
/// Those of the store.
pub fn waiting_for(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    email: &str,
    now: Instant,
) -> Result<Option<Invitation>, AccessError> {
    let email = email.trim().to_lowercase();
    let found = store::waiting_invitation_of(tx, organisation, &email)?;
    Ok(found.filter(|own| own.state(now) == State::Waiting))
}

/// Makes an agent without password of somebody who was invited, and whose address the provider of the organisation verified.
///
/// # Errors
/// `NotFound` for what serves no more; `AgentExists`.
pub fn join_as(ctx: &Ctx, tx: &mut Tx<'_>, id: InvitationId) -> Result<AgentId, AccessError> {
    let invitation = find(tx, ctx.organisation, id)?;
    become_agent(ctx, tx, invitation, agent::NO_PASSWORD)
}

fn become_agent(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    invitation: Invitation,
    password_hash: &str,
) -> Result<AgentId, AccessError> {
    if !store::accept_invitation(tx, ctx.organisation, invitation.id, ctx.now)? {
        return Err(AccessError::NotFound);
    }
    let guest = invitation.guest;
    let new = Agent {
        id: AgentId::new(),
        email: guest.email,
        first_name: guest.first_name,
        last_name: guest.last_name,
        quality: guest.quality,
        service: guest.service,
        delegation: guest.delegation,
        disabled_at: None,
    };
    agent::create(ctx, tx, &new, password_hash)?;
    for membership in guest.rights.memberships {
        // A group that was closed since the invitation takes nobody in.
        match refuse_foreign_group(tx, ctx.organisation, membership.group) {
            Ok(()) => agent::join(ctx, tx, new.id, membership)?,
            Err(AccessError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    for role in guest.rights.roles {
        crate::role::give(ctx, tx, new.id, role)?;
    }
    trace(ctx, tx, "invitation.accepted", invitation.id)?;
    Ok(new.id)
}

fn end(now: Instant) -> Instant {
    now.saturating_add(LIFE).unwrap_or(Instant::MAX)
}

fn trace(ctx: &Ctx, tx: &mut Tx<'_>, verb: &str, id: InvitationId) -> Result<(), AccessError> {
    let subject = Subject::new("invitation", id.uuid());
    journal::security(ctx, tx, verb, subject, &[])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_64_hexadecimal_digits_are_the_end_of_a_link() {
        assert!(Token::parse(&"0a".repeat(32)).is_some());
        for wrong in [
            "",
            "abc",
            &"0g".repeat(32),
            &"0a".repeat(33),
            &"é".repeat(32),
        ] {
            assert_eq!(Token::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_secret_changes_with_the_round_and_the_installation() {
        let (one, other) = (Vault::from_bytes([1; 32]), Vault::from_bytes([2; 32]));
        let id = InvitationId::new();
        assert_eq!(secret(&one, id, 1), secret(&one, id, 1));
        assert_ne!(secret(&one, id, 1), secret(&one, id, 2));
        assert_ne!(secret(&one, id, 1), secret(&other, id, 1));
    }

    #[test]
    fn rights_are_read_again_as_they_were_offered() {
        let rights = Rights {
            memberships: vec![Membership {
                group: parvis_kernel::GroupId::new(),
                role: Role::Instructeur,
            }],
            roles: vec![OrganisationRole::Dpo],
        };
        assert_eq!(offer_of(&offer_text(&rights)), rights);
        assert_eq!(offer_of("damaged"), Rights::default());
    }
}
