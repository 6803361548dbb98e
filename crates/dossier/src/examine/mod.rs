//! Examining pieces with an antivirus, after they came: nobody waits for it but agents, who take no piece that was not examined.
//!
//! A piece that is infected is given to nobody any more; the person is asked for another one. An antivirus that does not answer is asked
//! again, less and less often, and pieces wait meanwhile (docs/adr/2026-11-22-antivirus.md).

mod act;
mod antivirus;
mod clamd;
mod run;
mod shown;
mod watch;

pub use act::{Unexamined, unexamined};
pub use antivirus::{Antivirus, Content, Examining, Finding, Signatures, Trouble};
pub use clamd::{Address, BadAddress, Clamd, Patience};
pub use run::{Quarantine, Round};
pub(crate) use shown::{about, about_own};
pub use watch::{Seen, Watch};

use parvis_kernel::{Actor, Ctx};

use crate::error::DossierError;
use crate::model::{Piece, Safety};

/// Whether pieces are examined before agents take them: whether an antivirus is configured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Guard {
    /// There is no antivirus.
    #[default]
    Absent,
    /// There is one, whether it answers or not.
    Present,
}

/// Goes on only if the content of a piece may be given to the actor: what is infected to nobody; what waits to be examined to the person,
/// whose own file it is, and to no application and no agent, not even while they serve that person: the machine would be the town's.
pub(crate) fn may_leave(ctx: &Ctx, guard: Guard, piece: &Piece) -> Result<(), DossierError> {
    let is_person = matches!(ctx.actor, Actor::Usager(_));
    match piece.examination.safety(guard) {
        Safety::Infected => Err(DossierError::PieceInfected),
        Safety::Waiting if !is_person => Err(DossierError::PieceWaits),
        Safety::Waiting | Safety::Clean | Safety::NotExamined => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use parvis_kernel::{
        AgentId, Channel, DossierId, Instant, OrganisationId, PieceId, Purpose, SessionId, TokenId,
    };

    use super::*;
    use crate::model::{Examination, PieceDescription};

    fn piece(examination: Examination) -> Piece {
        Piece {
            id: PieceId::new(),
            dossier: DossierId::new(),
            place: "exchange".to_owned(),
            description: PieceDescription::default(),
            media_type: "application/pdf".to_owned(),
            size: 1,
            blob: "a/b".to_owned(),
            created_at: Instant::UNIX_EPOCH,
            examination,
        }
    }

    #[test]
    fn what_waits_leaves_for_the_person_alone_and_what_is_infected_for_nobody() {
        let house = Ctx::house(OrganisationId::new(), Instant::UNIX_EPOCH);
        let acting = |actor, channel| {
            let ctx = house.clone().acting_as(actor, Purpose::OwnDemarche);
            ctx.through(channel)
        };
        let agent = Actor::Agent(AgentId::new(), SessionId::new());
        let person = acting(Actor::Usager(SessionId::new()), Channel::Web);
        let others = [
            acting(agent, Channel::Web),
            acting(agent, Channel::Counter),
            acting(agent, Channel::Phone),
            acting(Actor::Machine(TokenId::new()), Channel::Api),
            acting(Actor::Anonymous, Channel::Web),
        ];
        let waiting = piece(Examination::default());
        let clean = piece(Examination {
            at: Some(Instant::UNIX_EPOCH),
            ..Examination::default()
        });
        let infected = piece(Examination {
            infection: Some("Eicar".to_owned()),
            ..clean.examination.clone()
        });
        assert!(may_leave(&person, Guard::Present, &waiting).is_ok());
        for ctx in others.iter().chain([&person]) {
            let refused = may_leave(ctx, Guard::Present, &waiting).is_err();
            assert_eq!(refused, ctx.actor != person.actor, "{:?}", ctx.actor);
            assert!(may_leave(ctx, Guard::Absent, &waiting).is_ok());
            assert!(may_leave(ctx, Guard::Present, &clean).is_ok());
            for guard in [Guard::Present, Guard::Absent] {
                assert!(may_leave(ctx, guard, &infected).is_err());
            }
        }
    }
}
