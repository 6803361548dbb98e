//! Passkeys of accounts: what serves once, and what an organisation sees of another that is served under the same host name.

use std::time::Duration;

use parvis_access::account::{
    self, Ceremony, CeremonyKind, MOST_PASSKEYS, NewPasskey, Proved, SignIn,
};
use parvis_access::session::{self, Token};
use parvis_access::{AccessError, Session};
use parvis_kernel::{AccountId, Ctx, OrganisationId};
use parvis_testkit::{TestStore, on_both};

use super::accounts::{acting, at_once, entered, opened};
use super::{MIGRATIONS, town, write};

fn new(credential: u8) -> NewPasskey {
    NewPasskey {
        credential_id: vec![credential; 32],
        credential: b"public key".to_vec(),
        name: "Téléphone".to_owned().into(),
    }
}

/// An account, signed in.
fn zoe(test: &TestStore, ctx: &Ctx) -> (AccountId, Session) {
    let account = opened(test, ctx, "zoe@example.org");
    (account, entered(test, ctx, account).0)
}

#[test]
fn a_passkey_is_found_in_its_own_organisation_only() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (account, session) = zoe(&test, &ctx);
        let person = acting(&ctx, &session);
        let codes = write(&test, move |tx| account::add_passkey(&person, tx, &new(7)));
        assert_eq!(codes.map(|codes| codes.len()), Some(10));
        let found = move |organisation, credential: u8| {
            write(&test, move |tx| {
                account::find_passkey(tx, organisation, &[credential; 32])
            })
        };
        let held = found(ctx.organisation, 7).unwrap();
        assert_eq!(held.account, account);
        assert_eq!(held.credential, b"public key");
        assert!(found(ctx.organisation, 8).is_none());
        assert!(found(OrganisationId::new(), 7).is_none());
    });
}

#[test]
fn the_same_passkey_is_never_of_two_accounts_and_an_account_has_so_many() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (_, session) = zoe(&test, &ctx);
        let person = acting(&ctx, &session);
        let other = opened(&test, &ctx, "paul@example.org");
        let other = acting(&ctx, &entered(&test, &ctx, other).0);
        let add = |ctx: &Ctx, credential: u8| {
            let ctx = ctx.clone();
            test.store
                .write_blocking(move |tx| account::add_passkey(&ctx, tx, &new(credential)))
        };
        assert!(add(&person, 0).is_ok());
        for again in [&person, &other] {
            assert!(matches!(add(again, 0), Err(AccessError::PasskeyKnown)));
        }
        for credential in 1..u8::try_from(MOST_PASSKEYS).unwrap() {
            assert!(add(&person, credential).unwrap().is_none(), "codes once");
        }
        let refused = add(&person, 200);
        assert!(matches!(refused, Err(AccessError::TooManyPasskeys { .. })));
    });
}

#[test]
fn one_proof_used_twice_at_once_opens_one_session() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (account, session) = zoe(&test, &ctx);
        let person = acting(&ctx, &session);
        write(&test, move |tx| account::add_passkey(&person, tx, &new(7)));
        let organisation = ctx.organisation;
        let held = write(&test, move |tx| {
            account::find_passkey(tx, organisation, &[7; 32])
        });
        let proved = Proved {
            held: held.unwrap(),
            credential: b"public key, counter 2".to_vec(),
        };
        let enter = |proved: Proved| {
            let (ctx, test) = (ctx.clone(), &test);
            Box::new(move || {
                let new = SignIn {
                    account,
                    older: None,
                    token: Token::draw().unwrap(),
                    device: String::new(),
                };
                test.store
                    .write_blocking(move |tx| account::enter_with_passkey(&ctx, tx, &new, &proved))
            }) as Box<dyn FnOnce() -> Result<(), AccessError> + Send + '_>
        };
        let answers = at_once([enter(proved.clone()), enter(proved)]);
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        let ended = |answer: &&Result<(), _>| matches!(answer, Err(AccessError::Ended));
        assert_eq!(answers.iter().filter(ended).count(), 1, "{answers:?}");
    });
}

#[test]
fn what_a_device_is_asked_is_taken_once_by_its_browser_in_its_organisation_and_in_time() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let browser = Token::draw().unwrap();
        let asked = Ceremony {
            account: None,
            state: b"challenge".to_vec(),
        };
        let begin = || {
            let (ctx, browser, asked) = (ctx.clone(), browser.clone(), asked.clone());
            write(&test, move |tx| {
                account::begin_ceremony(&ctx, tx, &browser, CeremonyKind::Proof, &asked)
            });
        };
        let take = |ctx: &Ctx, browser: &Token, kind| {
            let (ctx, browser) = (ctx.clone(), browser.clone());
            write(&test, move |tx| {
                account::take_ceremony(&ctx, tx, &browser, kind)
            })
        };
        begin();
        let elsewhere = Ctx {
            organisation: OrganisationId::new(),
            ..ctx.clone()
        };
        assert_eq!(take(&elsewhere, &browser, CeremonyKind::Proof), None);
        let stranger = Token::draw().unwrap();
        assert_eq!(take(&ctx, &stranger, CeremonyKind::Proof), None);
        let taken = take(&ctx, &browser, CeremonyKind::Proof);
        assert_eq!(taken, Some(asked.clone()));
        assert_eq!(take(&ctx, &browser, CeremonyKind::Proof), None, "twice");
        begin();
        let other = take(&ctx, &browser, CeremonyKind::New);
        assert_eq!(other, None, "for another thing");
        begin();
        let late = Ctx {
            now: ctx.now + account::CEREMONY_LIFE,
            ..ctx.clone()
        };
        assert_eq!(take(&late, &browser, CeremonyKind::Proof), None, "too late");
        // What nobody answered is removed with the rest.
        begin();
        let later = ctx.now + Duration::from_secs(24 * 3600);
        write(&test, move |tx| session::purge(tx, later));
        assert_eq!(take(&ctx, &browser, CeremonyKind::Proof), None);
    });
}
