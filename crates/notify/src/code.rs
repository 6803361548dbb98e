//! The letter that carries a code.

use parvis_access::AccessError;
use parvis_access::challenge::{self, Challenge};
use parvis_kernel::{ChallengeId, Failure, Instant};
use parvis_store::Tx;
use parvis_web::format;

use crate::compose::{Compose, Order};
use crate::letter::{CodeContent, Content, Letter};

/// Reads the challenge; its code is derived, never stored.
pub(crate) struct CodeComposer;

impl Compose for CodeComposer {
    fn compose(&self, tx: &mut Tx<'_>, order: &Order<'_>) -> Result<Option<Letter>, Failure> {
        let id = ChallengeId::from_uuid(order.mail.subject.id);
        let challenge = match challenge::find(tx, order.organisation.id, id) {
            Ok(challenge) if is_awaited(&challenge, order.now) => challenge,
            Ok(_) | Err(AccessError::NotFound) => return Ok(None),
            Err(error) => return Err(Failure::new("reading a code", error)),
        };
        let language = order.mail.language;
        let zone = order.organisation.zone();
        Ok(Some(Letter {
            to: challenge.address,
            person: None,
            language,
            reply_to: None,
            content: Content::Code(CodeContent {
                code: challenge::code(tx.vault(), id),
                until: format::date_time(language, challenge.expires_at, &zone),
            }),
        }))
    }
}

/// A code that opens something, and that nobody gave yet.
fn is_awaited(challenge: &Challenge, now: Instant) -> bool {
    let open = challenge.tries < challenge::MAX_TRIES && now < challenge.expires_at;
    open && !challenge.decoy && challenge.confirmed_at.is_none()
}
