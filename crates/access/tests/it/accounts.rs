//! Accounts of persons: what two requests at once may do, and what an organisation sees of another.

use std::sync::Barrier;

use parvis_access::account::{self, Enrolled, SecondFactor, SignIn, SignedIn};
use parvis_access::session::{self, Session, Token};
use parvis_access::{AccessError, Right, Target, authorize, challenge, totp};
use parvis_kernel::{
    AccountId, Actor, ChallengeId, Ctx, DossierId, GroupId, OrganisationId, Purpose,
};
use parvis_testkit::{TestStore, on_both};

use super::{MIGRATIONS, town, write};

const SECRET: [u8; 20] = *b"twenty-secret-bytes!";

/// A code of an address, confirmed in a session.
fn confirmed(test: &TestStore, ctx: &Ctx, session: &Session, address: &str) -> ChallengeId {
    let (ctx, session, address) = (ctx.clone(), session.id, address.to_owned());
    write(test, move |tx| {
        let new = challenge::NewChallenge {
            session,
            address: address.clone().into(),
            purpose: "/compte".to_owned(),
            dossier: None,
            decoy: false,
        };
        let id = challenge::create(&ctx, tx, &new)?;
        let code = challenge::code(tx.vault(), id);
        challenge::confirm(&ctx, tx, id, session, &code)?;
        Ok(id)
    })
}

fn anonymous(test: &TestStore, ctx: &Ctx) -> Session {
    let ctx = ctx.clone();
    write(test, move |tx| {
        session::open(&ctx, tx, &Token::draw().unwrap())
    })
}

pub fn acting(ctx: &Ctx, session: &Session) -> Ctx {
    ctx.acting_as(Actor::Usager(session.id), Purpose::OwnDemarche)
}

pub fn opened(test: &TestStore, ctx: &Ctx, address: &str) -> AccountId {
    let session = anonymous(test, ctx);
    let challenge = confirmed(test, ctx, &session, address);
    let ctx = acting(ctx, &session);
    write(test, move |tx| account::open(&ctx, tx, challenge, "hash"))
}

/// Signs in; the session, and how far it got.
pub fn entered(test: &TestStore, ctx: &Ctx, account: AccountId) -> (Session, SignedIn) {
    let ctx = ctx.clone();
    write(test, move |tx| {
        let new = SignIn {
            account,
            older: None,
            token: Token::draw().unwrap(),
            device: String::new(),
        };
        let got = account::sign_in(&ctx, tx, &new)?;
        let found = session::find(tx, ctx.organisation, &new.token, ctx.now)?;
        Ok((found.unwrap(), got))
    })
}

/// Runs two acts at once, each on its own thread.
pub fn at_once<T: Send>(acts: [Box<dyn FnOnce() -> T + Send + '_>; 2]) -> Vec<T> {
    let barrier = Barrier::new(2);
    std::thread::scope(|scope| {
        let running = acts.map(|act| {
            let barrier = &barrier;
            scope.spawn(move || {
                barrier.wait();
                act()
            })
        });
        running.map(|thread| thread.join().unwrap()).into()
    })
}

#[test]
fn a_recovery_code_given_twice_at_once_opens_one_session() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let account = opened(&test, &ctx, "zoe@example.org");
        let (session, _) = entered(&test, &ctx, account);
        let person = acting(&ctx, &session);
        let codes = write(&test, move |tx| {
            let code = totp::code_at(&SECRET, person.now)?;
            account::enrol(&person, tx, &SECRET, &code)
        });
        let Enrolled::First(codes) = codes else {
            panic!("{codes:?}");
        };
        let code = codes[0].as_str().to_owned();
        let give = |session: Session| {
            let (ctx, code, test) = (ctx.clone(), code.clone(), &test);
            Box::new(move || {
                test.store.write_blocking(move |tx| {
                    let token = Token::draw().unwrap();
                    account::give_second_factor(&ctx, tx, &session, &code, &token)
                })
            }) as Box<dyn FnOnce() -> Result<SecondFactor, AccessError> + Send + '_>
        };
        let halves = [(); 2].map(|()| entered(&test, &ctx, account).0);
        let answers = at_once(halves.map(give));
        let given = |answer: &&Result<_, _>| matches!(answer, Ok(SecondFactor::Given));
        assert_eq!(answers.iter().filter(given).count(), 1, "{answers:?}");
        let wrong = |answer: &&Result<_, _>| matches!(answer, Ok(SecondFactor::Wrong));
        assert_eq!(answers.iter().filter(wrong).count(), 1, "{answers:?}");
    });
}

#[test]
fn a_code_of_the_application_serves_once() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let account = opened(&test, &ctx, "zoe@example.org");
        let (session, _) = entered(&test, &ctx, account);
        let person = acting(&ctx, &session);
        write(&test, move |tx| {
            let code = totp::code_at(&SECRET, person.now)?;
            account::enrol(&person, tx, &SECRET, &code)
        });
        let later = Ctx {
            now: ctx.now + std::time::Duration::from_secs(90),
            ..ctx.clone()
        };
        let halves = [(); 2].map(|()| entered(&test, &later, account).0);
        let answers = halves.map(|session| {
            let later = later.clone();
            write(&test, move |tx| {
                let code = totp::code_at(&SECRET, later.now)?;
                let token = Token::draw().unwrap();
                account::give_second_factor(&later, tx, &session, &code, &token)
            })
        });
        assert!(matches!(
            answers,
            [SecondFactor::Given, SecondFactor::Wrong]
        ));
    });
}

#[test]
fn two_accounts_that_take_the_same_address_at_once_do_not_both_get_it() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let change = |from: &str| {
            let account = opened(&test, &ctx, from);
            let (session, _) = entered(&test, &ctx, account);
            let challenge = confirmed(&test, &ctx, &session, "wanted@example.org");
            let (ctx, test) = (acting(&ctx, &session), &test);
            Box::new(move || {
                test.store
                    .write_blocking(move |tx| account::change_address(&ctx, tx, challenge))
            }) as Box<dyn FnOnce() -> Result<(), AccessError> + Send + '_>
        };
        let answers = at_once([change("zoe@example.org"), change("paul@example.org")]);
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        let refused = answers.iter().find_map(|answer| answer.as_ref().err());
        assert!(
            matches!(refused, Some(AccessError::AddressTaken)),
            "{refused:?}"
        );
    });
}

#[test]
fn two_changes_of_the_same_account_at_once_leave_one_address_and_tell_each_old_one() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let account = opened(&test, &ctx, "zoe@example.org");
        let change = |to: &str| {
            let (session, _) = entered(&test, &ctx, account);
            let challenge = confirmed(&test, &ctx, &session, to);
            let (ctx, test) = (acting(&ctx, &session), &test);
            Box::new(move || {
                test.store
                    .write_blocking(move |tx| account::change_address(&ctx, tx, challenge))
            }) as Box<dyn FnOnce() -> Result<(), AccessError> + Send + '_>
        };
        let answers = at_once([change("one@example.org"), change("two@example.org")]);
        let done = answers.iter().filter(|answer| answer.is_ok()).count();
        // One after the other, or one of them told that the account changed meanwhile.
        for answer in &answers {
            assert!(
                matches!(answer, Ok(()) | Err(AccessError::AccountChanged)),
                "{answer:?}"
            );
        }
        assert!(done >= 1);
        let organisation = ctx.organisation;
        let addresses = ["zoe", "one", "two"].map(|name| format!("{name}@example.org"));
        let held = write(&test, move |tx| {
            let mut held = 0;
            for address in &addresses {
                held += usize::from(account::exists(tx, organisation, address)?);
            }
            Ok(held)
        });
        assert_eq!(held, 1);
    });
}

#[test]
fn a_session_opens_the_dossiers_of_its_account_only_once_it_is_through() {
    on_both(MIGRATIONS, |test| {
        let (ctx, group, _) = town(&test);
        let account = opened(&test, &ctx, "zoe@example.org");
        let (session, got) = entered(&test, &ctx, account);
        assert_eq!(got, SignedIn::Through);
        let (dossier, person) = (DossierId::new(), acting(&ctx, &session));
        let own = person.clone();
        write(&test, move |tx| account::add_dossier(&own, tx, dossier));
        let holds = |ctx: Ctx, group: GroupId| {
            test.store.write_blocking(move |tx| {
                let target = Target::Dossier(dossier, group);
                authorize(&ctx, tx, Right::HoldDossier, target)
            })
        };
        assert!(holds(person.clone(), group).is_ok());
        let own = person.clone();
        write(&test, move |tx| {
            let code = totp::code_at(&SECRET, own.now)?;
            account::enrol(&own, tx, &SECRET, &code)
        });
        let (half, got) = entered(&test, &ctx, account);
        assert_eq!(got, SignedIn::Half);
        let refused = holds(acting(&ctx, &half), group);
        assert!(matches!(refused, Err(AccessError::NotFound)));
        // The same session, asked for in another organisation.
        let elsewhere = Ctx {
            organisation: OrganisationId::new(),
            ..person
        };
        assert!(matches!(
            holds(elsewhere, group),
            Err(AccessError::NotFound)
        ));
    });
}

#[test]
fn notices_are_removed_once_they_can_serve_no_more() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        opened(&test, &ctx, "zoe@example.org");
        let later = ctx.now + std::time::Duration::from_secs(40 * 24 * 3600);
        write(&test, move |tx| session::purge(tx, later));
        write(&test, move |tx| session::purge(tx, later));
    });
}
