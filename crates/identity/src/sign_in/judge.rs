//! Who somebody is in this organisation, by what its provider says of them.

use parvis_access::{agent, invitation};
use parvis_kernel::{AgentId, Instant, InvitationId};
use parvis_store::Tx;

use crate::error::IdentityError;
use crate::model::{Known, Matching, Provider};
use crate::{rules, store};

/// Who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// An agent whom the provider means by this subject.
    Comes(AgentId),
    /// An agent who comes from the provider for the first time.
    Links(AgentId),
    /// Somebody who was invited, and becomes an agent.
    Joins(InvitationId),
    /// Nobody who may come in.
    Refused(Refused),
}

/// Why somebody is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The provider gave no address.
    NoAddress,
    /// The provider does not say that it verified the address.
    AddressNotVerified,
    /// The address is not the one of the agent any more.
    AddressChanged,
    /// The address is of a domain that the organisation does not allow.
    Domain,
    /// Nobody has this address here, and nobody was invited by it.
    Unknown,
    /// The account is closed.
    Closed,
    /// The agent is bound to another subject of the provider, or the subject to another agent.
    BoundElsewhere,
}

impl Refused {
    /// The stable word of journals.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoAddress => "no_address",
            Self::AddressNotVerified => "address_not_verified",
            Self::AddressChanged => "address_changed",
            Self::Domain => "domain",
            Self::Unknown => "unknown",
            Self::Closed => "closed",
            Self::BoundElsewhere => "bound_elsewhere",
        }
    }
}

/// Says who somebody is; changes nothing.
///
/// # Errors
/// Those of the store.
pub fn judge(
    tx: &mut Tx<'_>,
    provider: &Provider,
    known: &Known,
    now: Instant,
) -> Result<Whom, IdentityError> {
    let (organisation, settings) = (provider.organisation, &provider.settings);
    let issuer = &settings.issuer;
    let email = known.email.as_ref().map(|email| email.as_str());
    let verified = rules::has_verified_address(settings, known);
    if email.is_some_and(|email| !rules::is_of_domain(settings, email)) {
        return Ok(Whom::Refused(Refused::Domain));
    }
    if let Some(id) = store::links::agent_of(tx, organisation, issuer, &known.subject)? {
        let own = agent::find(tx, organisation, id)?;
        let same = verified && email == Some(own.email.as_str());
        return Ok(if own.disabled_at.is_some() {
            Whom::Refused(Refused::Closed)
        } else if settings.matching == Matching::SubjectAndAddress && !same {
            Whom::Refused(Refused::AddressChanged)
        } else {
            Whom::Comes(id)
        });
    }
    let Some(email) = email else {
        return Ok(Whom::Refused(Refused::NoAddress));
    };
    if !verified {
        return Ok(Whom::Refused(Refused::AddressNotVerified));
    }
    if let Some(own) = agent::credentials(tx, organisation, email)? {
        let id = own.agent.id;
        return Ok(if own.agent.disabled_at.is_some() {
            Whom::Refused(Refused::Closed)
        } else if store::links::is_bound(tx, organisation, id, issuer)? {
            Whom::Refused(Refused::BoundElsewhere)
        } else {
            Whom::Links(id)
        });
    }
    let invited = invitation::waiting_for(tx, organisation, email, now)?;
    Ok(match invited {
        Some(invited) => Whom::Joins(invited.id),
        None => Whom::Refused(Refused::Unknown),
    })
}
