//! The letter that carries the link of an invitation.

use parvis_access::AccessError;
use parvis_access::invitation::{self, State};
use parvis_kernel::{Failure, InvitationId};
use parvis_store::Tx;
use parvis_web::format;

use crate::compose::{Compose, Order};
use crate::letter::{Content, InvitationContent, Letter};

/// Reads the invitation; the secret of its link is derived, never stored.
pub(crate) struct InvitationComposer;

impl Compose for InvitationComposer {
    fn compose(&self, tx: &mut Tx<'_>, order: &Order<'_>) -> Result<Option<Letter>, Failure> {
        let id = InvitationId::from_uuid(order.mail.subject.id);
        let invitation = match invitation::find(tx, order.organisation.id, id) {
            Ok(invitation) if invitation.state(order.now) == State::Waiting => invitation,
            Ok(_) | Err(AccessError::NotFound) => return Ok(None),
            Err(error) => return Err(Failure::new("reading an invitation", error)),
        };
        let language = order.mail.language;
        let zone = order.organisation.zone();
        let token = invitation.token(tx.vault());
        let guest = invitation.guest;
        Ok(Some(Letter {
            to: guest.email.into(),
            person: Some(format!("{} {}", guest.first_name, guest.last_name).into()),
            language,
            reply_to: None,
            content: Content::Invitation(InvitationContent {
                until: format::date_time(language, invitation.expires_at, &zone),
                path: format!("/agent/invitation/{token}").into(),
            }),
        }))
    }
}
