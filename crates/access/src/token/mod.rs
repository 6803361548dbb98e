//! Tokens: the applications that an organisation lets in by the API, what each may do, from where and until when.

mod act;
mod scope;
mod secret;

use std::net::IpAddr;
use std::time::Duration;

use parvis_kernel::{AgentId, GroupId, Instant, Network, ProcedureId, TokenId};

pub use act::{
    check_procedure, create, find, find_by_secret, grant, holds, list, refused, revoke, touch,
};
pub use scope::Scope;
pub use secret::{PREFIX, Secret};

/// A token lives a year at most: whoever gave it must think of it again.
pub const LONGEST_LIFE: Duration = Duration::from_secs(366 * 24 * 3600);
/// Characters at most of a name.
const LONGEST_NAME: usize = 100;
/// The last use is written again only after this long, so that reading writes nothing.
const SEEN_EVERY: Duration = Duration::from_secs(300);

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its identifier.
    pub id: TokenId,
    /// What people call it: the application and what it does.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// The procedures to which it is limited; empty: all of them.
    pub procedures: Vec<ProcedureId>,
    /// The groups to whose dossiers it is limited; empty: all of them.
    pub groups: Vec<GroupId>,
    /// The networks from which it may be used; empty: from anywhere.
    pub networks: Vec<Network>,
    /// The agent who created it; none on the command line.
    pub created_by: Option<AgentId>,
    /// When it was created.
    pub created_at: Instant,
    /// When it ends.
    pub expires_at: Instant,
    /// When it was last used, to five minutes.
    pub last_used_at: Option<Instant>,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
}

/// What is asked for a new token.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What people will call it.
    pub name: String,
    /// What it may be used for; one scope at least.
    pub scopes: Vec<Scope>,
    /// The procedures to which it is limited.
    pub procedures: Vec<ProcedureId>,
    /// The groups to whose dossiers it is limited.
    pub groups: Vec<GroupId>,
    /// The networks from which it may be used.
    pub networks: Vec<Network>,
    /// When it ends: [`LONGEST_LIFE`] from now at most.
    pub expires_at: Instant,
}

/// Why the use of a known token is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misuse {
    /// Its time is over.
    Expired,
    /// It was revoked.
    Revoked,
    /// It came from another network.
    Network,
    /// It was not given for this.
    Scope,
}

impl Misuse {
    /// The stable word of the journal.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Network => "network",
            Self::Scope => "scope",
        }
    }
}

impl Token {
    /// Whether it may be used from an address now.
    ///
    /// # Errors
    /// Why not.
    pub fn admits(&self, client: IpAddr, now: Instant) -> Result<(), Misuse> {
        if self.revoked_at.is_some() {
            return Err(Misuse::Revoked);
        }
        if self.expires_at <= now {
            return Err(Misuse::Expired);
        }
        let anywhere = self.networks.is_empty();
        if anywhere || self.networks.iter().any(|network| network.contains(client)) {
            Ok(())
        } else {
            Err(Misuse::Network)
        }
    }

    /// Whether it lives at an instant.
    #[must_use]
    pub fn is_live(&self, now: Instant) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }

    /// Whether it was given for this.
    #[must_use]
    pub fn has(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }

    /// Whether its limits let it to the dossiers of a group.
    #[must_use]
    pub fn reaches_group(&self, group: GroupId) -> bool {
        self.groups.is_empty() || self.groups.contains(&group)
    }

    /// Whether its limits let it to a procedure.
    #[must_use]
    pub fn reaches_procedure(&self, procedure: ProcedureId) -> bool {
        self.procedures.is_empty() || self.procedures.contains(&procedure)
    }

    /// Whether the last use should be written again.
    #[must_use]
    pub fn should_be_touched(&self, now: Instant) -> bool {
        self.last_used_at
            .is_none_or(|at| now.duration_since(at).unsigned_abs() > SEEN_EVERY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token() -> Token {
        Token {
            id: TokenId::new(),
            name: "Portail".to_owned(),
            scopes: vec![Scope::DossiersRead],
            procedures: vec![],
            groups: vec![],
            networks: vec!["192.0.2.0/24".parse().unwrap()],
            created_by: None,
            created_at: Instant::UNIX_EPOCH,
            expires_at: Instant::from_second(1_000).unwrap(),
            last_used_at: None,
            revoked_at: None,
        }
    }

    #[test]
    fn a_token_serves_from_its_networks_until_it_ends() {
        let (home, away): (IpAddr, IpAddr) = (
            "192.0.2.9".parse().unwrap(),
            "198.51.100.1".parse().unwrap(),
        );
        let before = Instant::from_second(999).unwrap();
        assert_eq!(token().admits(home, before), Ok(()));
        assert_eq!(token().admits(away, before), Err(Misuse::Network));
        assert_eq!(
            token().admits(home, Instant::from_second(1_000).unwrap()),
            Err(Misuse::Expired)
        );
        let revoked = Token {
            revoked_at: Some(before),
            ..token()
        };
        assert_eq!(revoked.admits(home, before), Err(Misuse::Revoked));
    }

    #[test]
    fn a_token_without_limit_reaches_everything_and_one_with_limits_only_those() {
        assert!(
            token().reaches_group(GroupId::new()) && token().reaches_procedure(ProcedureId::new())
        );
        let (group, procedure) = (GroupId::new(), ProcedureId::new());
        let limited = Token {
            groups: vec![group],
            procedures: vec![procedure],
            ..token()
        };
        assert!(limited.reaches_group(group) && limited.reaches_procedure(procedure));
        assert!(
            !limited.reaches_group(GroupId::new())
                && !limited.reaches_procedure(ProcedureId::new())
        );
    }
}
