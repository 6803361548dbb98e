//! What an address is told of an account.

use parvis_kernel::{AccountId, Ctx, Fact, Instant, Language, OrganisationId, Personal};
use parvis_store::{StoreError, Tx, Vault, sealing};
use uuid::Uuid;

use crate::error::AccessError;
use crate::session::hexadecimal;
use crate::store::accounts as store;

/// Something happened to an account: its person is written to. The subject is the notice.
pub const NOTICED: &str = "account.noticed.v1";

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// The account was opened.
    Opened,
    /// The password was changed.
    PasswordChanged,
    /// The second factor was added.
    SecondFactorAdded,
    /// The second factor was taken off.
    SecondFactorRemoved,
    /// The application was taken off, and passkeys stay.
    ApplicationRemoved,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// The counter of a passkey went back: somebody may hold a copy.
    PasskeySuspected,
    /// New recovery codes were drawn.
    RecoveryCodesDrawn,
    /// A recovery code was used.
    RecoveryCodeUsed,
    /// Told to the old address: another one took its place; a link puts it back.
    AddressChanged,
    /// The old address was put back.
    AddressPutBack,
    /// An agent asked that the second factor be forgotten; a link cancels it.
    ResetAsked,
    /// That request was cancelled.
    ResetCancelled,
    /// The account was closed.
    Deleted,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Opened,
        Self::PasswordChanged,
        Self::SecondFactorAdded,
        Self::SecondFactorRemoved,
        Self::ApplicationRemoved,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::PasskeySuspected,
        Self::RecoveryCodesDrawn,
        Self::RecoveryCodeUsed,
        Self::AddressChanged,
        Self::AddressPutBack,
        Self::ResetAsked,
        Self::ResetCancelled,
        Self::Deleted,
    ];

    /// The stable word of the column and of the templates.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::PasswordChanged => "password-changed",
            Self::SecondFactorAdded => "second-factor-added",
            Self::SecondFactorRemoved => "second-factor-removed",
            Self::ApplicationRemoved => "application-removed",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
            Self::PasskeySuspected => "passkey-suspected",
            Self::RecoveryCodesDrawn => "recovery-codes-drawn",
            Self::RecoveryCodeUsed => "recovery-code-used",
            Self::AddressChanged => "address-changed",
            Self::AddressPutBack => "address-put-back",
            Self::ResetAsked => "reset-asked",
            Self::ResetCancelled => "reset-cancelled",
            Self::Deleted => "deleted",
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What an address is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub kind: NoticeKind,
    /// The change or the request that a link cancels.
    pub about: Option<Uuid>,
    /// To whom.
    pub address: Personal<String>,
    /// In which language.
    pub language: Language,
    /// When it happened.
    pub at: Instant,
}

/// Tells the present address of an account.
pub(super) fn tell_of(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    kind: NoticeKind,
    account: AccountId,
    about: Option<Uuid>,
) -> Result<(), AccessError> {
    let known = super::find(tx, ctx.organisation, account)?;
    let notice = Notice {
        kind,
        about,
        address: known.address,
        language: known.language,
        at: ctx.now,
    };
    tell(ctx, tx, notice)
}

/// Tells an address.
pub(super) fn tell(ctx: &Ctx, tx: &mut Tx<'_>, notice: Notice) -> Result<(), AccessError> {
    let id = Uuid::now_v7();
    let key = sealing::create_key(tx, ctx, id)?;
    let row = store::NoticeRow {
        kind: notice.kind.code().to_owned(),
        about: notice.about,
        address_sealed: key.seal("notice-address", notice.address.as_bytes()),
        language: notice.language,
        at: notice.at,
    };
    store::insert_notice(tx, ctx.organisation, id, row)?;
    let fact =
        Fact::new(ctx.organisation, NOTICED, id, ctx.now).with("language", notice.language.tag());
    super::publish(tx, &fact)
}

/// A notice, for the mail that carries it; nothing once it is purged.
///
/// # Errors
/// Those of the store.
pub fn find_notice(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Option<Notice>, AccessError> {
    let Some(row) = store::notice(tx, organisation, id)? else {
        return Ok(None);
    };
    let key = sealing::load_key(tx, organisation, id)?;
    let address = key.open("notice-address", &row.address_sealed)?;
    let kind = NoticeKind::of_code(&row.kind).ok_or(StoreError::Decode {
        column: 0,
        expected: "a kind of notice",
    })?;
    Ok(Some(Notice {
        kind,
        about: row.about,
        address: Personal::new(String::from_utf8_lossy(&address).into_owned()),
        language: row.language,
        at: row.at,
    }))
}

/// The secret of the link that cancels a change or a request: derived from the master key, stored nowhere.
#[must_use]
pub fn link_token(vault: &Vault, about: Uuid) -> Personal<String> {
    let derived = vault.derive("account-link", about.as_bytes());
    Personal::new(hexadecimal(&derived[..16]))
}

/// Removes the notices of before an instant, their keys first.
pub(crate) fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<(), AccessError> {
    for (organisation, id) in store::old_notices(tx, before)? {
        sealing::destroy_key(tx, organisation, id)?;
        store::delete_notice(tx, organisation, id)?;
    }
    Ok(())
}
