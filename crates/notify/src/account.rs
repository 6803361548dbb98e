//! The letter that tells an address what happened to an account.

use std::time::Duration;

use parvis_access::account::{self, CANCEL_DAYS, Notice, NoticeKind, WAIT_HOURS};
use parvis_kernel::{Failure, Instant};
use parvis_store::{Tx, Vault};
use parvis_web::format;

use crate::compose::{Compose, Order};
use crate::letter::{AccountContent, Content, Letter};

/// Reads the notice; the secret of its link is derived, never stored.
pub(crate) struct AccountComposer;

impl Compose for AccountComposer {
    fn compose(&self, tx: &mut Tx<'_>, order: &Order<'_>) -> Result<Option<Letter>, Failure> {
        let found = account::find_notice(tx, order.organisation.id, order.mail.subject.id)
            .map_err(|error| Failure::new("reading what an account is told", error))?;
        let Some(notice) = found else {
            return Ok(None);
        };
        let until = until(&notice);
        if until.is_some_and(|until| until <= order.now) {
            return Ok(None);
        }
        let say = |at| format::date_time(notice.language, at, &order.organisation.zone());
        Ok(Some(Letter {
            person: None,
            language: notice.language,
            reply_to: None,
            content: Content::Account(AccountContent {
                kind: notice.kind.code(),
                at: say(notice.at),
                until: until.map(say),
                path: path(tx.vault(), &notice),
            }),
            to: notice.address,
        }))
    }
}

/// Until when the link of a notice serves; nothing for a notice without link.
fn until(notice: &Notice) -> Option<Instant> {
    let hours = match notice.kind {
        NoticeKind::AddressChanged => CANCEL_DAYS * 24,
        NoticeKind::ResetAsked => WAIT_HOURS,
        _ => return None,
    };
    notice
        .at
        .saturating_add(Duration::from_secs(hours * 3600))
        .ok()
}

fn path(vault: &Vault, notice: &Notice) -> Option<String> {
    let page = match notice.kind {
        NoticeKind::AddressChanged => "/compte/adresse/annuler",
        NoticeKind::ResetAsked => "/compte/second-facteur/annuler",
        _ => return None,
    };
    let about = notice.about?;
    let token = account::link_token(vault, about);
    Some(format!("{page}?d={about}&j={}", token.as_str()))
}
