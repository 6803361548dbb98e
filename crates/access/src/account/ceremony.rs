//! What a device with a passkey was asked, between the page and its answer. `parvis-passkey` says what; here it is kept: bound to the
//! browser, for five minutes, for one answer.

use std::time::Duration;

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AccountId, Ctx, Instant};
use parvis_store::Tx;
use parvis_store::sealing::SealingKey;

use super::subject;
use crate::error::AccessError;
use crate::session::{Token, hexadecimal};
use crate::store::passkeys::{self as store, SealedCeremony};

/// An answer is awaited for this long.
pub const CEREMONY_LIFE: Duration = Duration::from_secs(5 * 60);

/// What a device is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CeremonyKind {
    /// A new passkey.
    New,
    /// A proof of who holds one.
    Proof,
}

impl CeremonyKind {
    const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Proof => "proof",
        }
    }
}

/// What a browser began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceremony {
    /// The only account whose passkey may answer; any when the device was to say whose.
    pub account: Option<AccountId>,
    /// The state that `parvis-passkey` gave.
    pub state: Vec<u8>,
}

/// Keeps what a device is asked, for the browser that holds this token, in the place of what that browser began before.
///
/// # Errors
/// Those of the store.
pub fn begin_ceremony(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    browser: &Token,
    kind: CeremonyKind,
    begun: &Ceremony,
) -> Result<(), AccessError> {
    let hash = browser_hash(tx, browser);
    let row = SealedCeremony {
        kind: kind.code().to_owned(),
        account: begun.account,
        state: key(tx, &hash).seal("passkey-ceremony", &begun.state),
        expires_at: ctx
            .now
            .saturating_add(CEREMONY_LIFE)
            .unwrap_or(Instant::MAX),
    };
    store::begin(tx, ctx.organisation, &hash, row)?;
    let about = begun
        .account
        .map_or_else(|| Subject::organisation(ctx.organisation), subject);
    journal::security(ctx, tx, "account.passkey_asked", about, &[])?;
    Ok(())
}

/// What the browser that holds this token began: once, whatever its answer turns out to be. Nothing when another browser began it, for
/// another thing, or too long ago. The transaction must be committed before the answer is looked at.
///
/// # Errors
/// Those of the store.
pub fn take_ceremony(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    browser: &Token,
    kind: CeremonyKind,
) -> Result<Option<Ceremony>, AccessError> {
    let hash = browser_hash(tx, browser);
    let Some(row) = store::take(tx, ctx.organisation, &hash)? else {
        return Ok(None);
    };
    if row.kind != kind.code() || row.expires_at <= ctx.now {
        return Ok(None);
    }
    Ok(Some(Ceremony {
        account: row.account,
        state: key(tx, &hash).open("passkey-ceremony", &row.state)?,
    }))
}

fn browser_hash(tx: &Tx<'_>, browser: &Token) -> String {
    let derived = tx
        .vault()
        .derive("passkey-browser", browser.hash().as_bytes());
    hexadecimal(&derived)
}

/// The key of what one browser began: derived from the master key, stored nowhere.
fn key(tx: &Tx<'_>, hash: &str) -> SealingKey {
    let derived = tx.vault().derive("passkey-ceremony", hash.as_bytes());
    SealingKey::kept_elsewhere(derived)
}
