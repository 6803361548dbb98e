//! Recovery codes: for the day when the second factor is lost.

use parvis_journal as journal;
use parvis_kernel::{AccountId, Ctx, Personal};
use parvis_store::{Tx, Vault};

use super::notice::{NoticeKind, tell_of};
use super::{signed, signed_recently, subject};
use crate::error::AccessError;
use crate::session::hexadecimal;
use crate::store::accounts as store;

/// Codes drawn at once.
pub const RECOVERY_CODES: usize = 10;
/// Signs of a code: five bits each, sixty in all.
const SIGNS: usize = 12;
/// No sign that is read as another: neither `0` nor `O`, neither `1` nor `I`.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Draws ten codes for the account of the person who acts, in the place of the older ones. They are told here once: only keyed
/// hashes are kept.
///
/// # Errors
/// `SignInFirst`, `ProveAgain`; `Forbidden` without a second factor.
pub fn draw_recovery_codes(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
) -> Result<Vec<Personal<String>>, AccessError> {
    let signed = signed_recently(ctx, tx)?;
    if !super::find(tx, ctx.organisation, signed.account)?.has_second_factor() {
        return Err(AccessError::Forbidden);
    }
    let codes = replace(ctx, tx, signed.account)?;
    let subject = subject(signed.account);
    journal::security(ctx, tx, "account.recovery_codes_drawn", subject, &[])?;
    tell_of(
        ctx,
        tx,
        NoticeKind::RecoveryCodesDrawn,
        signed.account,
        None,
    )?;
    Ok(codes)
}

/// How many codes of the account of the person who acts still serve.
///
/// # Errors
/// `SignInFirst`.
pub fn recovery_codes_left(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<i64, AccessError> {
    let signed = signed(ctx, tx)?;
    Ok(store::recovery_codes_left(
        tx,
        ctx.organisation,
        signed.account,
    )?)
}

/// New codes, in the place of the older ones.
pub(super) fn replace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    account: AccountId,
) -> Result<Vec<Personal<String>>, AccessError> {
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    let mut hashes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let code = draw()?;
        hashes.push(hash(tx.vault(), account, &code));
        codes.push(Personal::new(in_groups(&code)));
    }
    store::replace_recovery_codes(tx, ctx, account, &hashes)?;
    Ok(codes)
}

/// Uses a code: false when it is none, or served already.
pub(super) fn spend(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    account: AccountId,
    typed: &str,
) -> Result<bool, AccessError> {
    let code: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|sign| sign.to_ascii_uppercase())
        .collect();
    let hash = hash(tx.vault(), account, &code);
    if !store::use_recovery_code(tx, ctx, account, &hash)? {
        return Ok(false);
    }
    journal::security(ctx, tx, "account.recovery_code_used", subject(account), &[])?;
    tell_of(ctx, tx, NoticeKind::RecoveryCodeUsed, account, None)?;
    Ok(true)
}

fn draw() -> Result<String, AccessError> {
    let mut bytes = [0; SIGNS];
    getrandom::fill(&mut bytes).map_err(|error| AccessError::SecondFactor(error.to_string()))?;
    let sign = |byte: &u8| ALPHABET.get(usize::from(byte & 31)).copied();
    Ok(bytes.iter().filter_map(sign).map(char::from).collect())
}

fn in_groups(code: &str) -> String {
    let signs: Vec<char> = code.chars().collect();
    let groups: Vec<String> = signs.chunks(4).map(String::from_iter).collect();
    groups.join("-")
}

fn hash(vault: &Vault, account: AccountId, code: &str) -> String {
    let context = [account.uuid().as_bytes().as_slice(), code.as_bytes()].concat();
    hexadecimal(&vault.derive("recovery-code", &context))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_twelve_clear_signs_in_groups_of_four() {
        let code = in_groups(&draw().unwrap());
        assert_eq!(code.len(), SIGNS + 2);
        assert!(!code.contains(['0', 'O', '1', 'I']));
        assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4]);
    }
}
