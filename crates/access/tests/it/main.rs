//! Sessions, codes, agents and rights as the other rooms use them, on both engines.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot prepare its ground fails"
)]

mod accounts;
mod guichet;
mod invitations;
mod passkeys;
mod roles;
mod tokens;

use std::time::Duration;

use parvis_access::agent::{self, Agent, Membership, Role};
use parvis_access::challenge::{self, Confirmation, NewChallenge};
use parvis_access::session::{self, Token};
use parvis_access::{AccessError, Right, Target, authorize, device, password, totp};
use parvis_kernel::{Actor, AgentId, Ctx, DossierId, GroupId, OrganisationId, Purpose, ServiceId};
use parvis_organisation::{Contact, Group, Organisation, Profile, Service};
use parvis_store::{Migration, Tx};
use parvis_testkit::{TestStore, on_both};

const MIGRATIONS: &[&[Migration]] = &[
    parvis_journal::MIGRATIONS,
    parvis_jobs::MIGRATIONS,
    parvis_organisation::MIGRATIONS,
    parvis_access::MIGRATIONS,
];

/// A town with one service and one group; the context of the house in it.
fn town(test: &TestStore) -> (Ctx, GroupId, ServiceId) {
    let organisation = Organisation {
        id: OrganisationId::new(),
        slug: "rochebrune".to_owned(),
        host: None,
        name: "Ville de Rochebrune".to_owned(),
        profile: Profile::default(),
        demonstration: true,
        trial: None,
    };
    let ctx = Ctx::house(organisation.id, test.ctx().now);
    let service = Service {
        id: ServiceId::new(),
        slug: "etat-civil".to_owned(),
        name: "État civil".to_owned(),
        contact: Contact::default(),
    };
    let group = Group {
        id: GroupId::new(),
        slug: "etat-civil".to_owned(),
        name: "État civil".to_owned(),
        service: service.id,
    };
    let ids = (group.id, service.id);
    let house = ctx.clone();
    test.store
        .write_blocking(move |tx| {
            parvis_organisation::create(&house, tx, &organisation)?;
            parvis_organisation::create_service(&house, tx, &service)?;
            parvis_organisation::create_group(&house, tx, &group)
        })
        .unwrap();
    (ctx, ids.0, ids.1)
}

fn claire(service: ServiceId) -> Agent {
    Agent {
        id: AgentId::new(),
        email: "Claire.Martin@rochebrune.example".to_owned(),
        first_name: "Claire".to_owned(),
        last_name: "Martin".to_owned(),
        quality: "Officière de l’état civil".to_owned(),
        service,
        delegation: None,
        disabled_at: None,
    }
}

fn write<T: Send + 'static>(
    test: &TestStore,
    act: impl Fn(&mut Tx<'_>) -> Result<T, AccessError> + Send + 'static,
) -> T {
    test.store.write_blocking(act).unwrap()
}

fn ask_code(
    test: &TestStore,
    ctx: &Ctx,
    decoy: bool,
) -> (parvis_kernel::ChallengeId, parvis_kernel::SessionId) {
    let ctx = ctx.clone();
    write(test, move |tx| {
        let session = session::open(&ctx, tx, &Token::draw().unwrap())?;
        let new = NewChallenge {
            session: session.id,
            address: "zoe@example.org".to_owned().into(),
            purpose: "start".to_owned(),
            dossier: None,
            decoy,
        };
        Ok((challenge::create(&ctx, tx, &new)?, session.id))
    })
}

#[test]
fn a_right_code_confirms_an_address_once() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (id, session) = ask_code(&test, &ctx, false);
        let (first, again) = write(&test, move |tx| {
            let code = challenge::code(tx.vault(), id);
            let spaced = format!(" {} {} ", &code[..3], &code[3..]);
            let first = challenge::confirm(&ctx, tx, id, session, &spaced)?;
            Ok((first, challenge::confirm(&ctx, tx, id, session, &code)?))
        });
        let Confirmation::Confirmed(confirmed) = first else {
            panic!("{first:?}")
        };
        assert_eq!(confirmed.address.as_str(), "zoe@example.org");
        assert_eq!(again, Confirmation::Ended);
    });
}

#[test]
fn five_wrong_tries_end_a_code_even_if_the_sixth_is_right() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (id, session) = ask_code(&test, &ctx, false);
        let mut answers = Vec::new();
        for _ in 0..5 {
            let ctx = ctx.clone();
            answers.push(write(&test, move |tx| {
                let wrong = if challenge::code(tx.vault(), id).as_str() == "000000" {
                    "000001"
                } else {
                    "000000"
                };
                challenge::confirm(&ctx, tx, id, session, wrong)
            }));
        }
        assert_eq!(answers[0], Confirmation::Wrong { left: 4 });
        assert_eq!(answers[4], Confirmation::Ended);
        let last = write(&test, move |tx| {
            let code = challenge::code(tx.vault(), id);
            challenge::confirm(&ctx, tx, id, session, &code)
        });
        assert_eq!(last, Confirmation::Ended);
    });
}

#[test]
fn a_code_serves_fifteen_minutes() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (id, session) = ask_code(&test, &ctx, false);
        let late = Ctx {
            now: ctx.now + challenge::LIFE,
            ..ctx
        };
        let answer = write(&test, move |tx| {
            let code = challenge::code(tx.vault(), id);
            challenge::confirm(&late, tx, id, session, &code)
        });
        assert_eq!(answer, Confirmation::Ended);
    });
}

#[test]
fn a_decoy_is_never_confirmed_and_a_code_serves_its_own_session_only() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (decoy, session) = ask_code(&test, &ctx, true);
        let (real, _) = ask_code(&test, &ctx, false);
        let (answer, stranger) = write(&test, move |tx| {
            let code = challenge::code(tx.vault(), decoy);
            let answer = challenge::confirm(&ctx, tx, decoy, session, &code)?;
            let code = challenge::code(tx.vault(), real);
            let stranger = challenge::confirm(&ctx, tx, real, session, &code);
            Ok((answer, matches!(stranger, Err(AccessError::NotFound))))
        });
        assert_eq!(answer, Confirmation::Wrong { left: 4 });
        assert!(stranger);
    });
}

#[test]
fn the_address_of_an_old_code_cannot_be_read_any_more() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (id, _) = ask_code(&test, &ctx, false);
        let (removed, gone) = write(&test, move |tx| {
            let removed = session::purge(tx, ctx.now + Duration::from_secs(24 * 3600))?;
            let gone = challenge::find(tx, ctx.organisation, id);
            Ok((removed, matches!(gone, Err(AccessError::NotFound))))
        });
        assert_eq!(removed, (1, 1));
        assert!(gone);
    });
}

#[test]
fn a_session_opens_only_its_own_dossiers_in_its_own_organisation() {
    on_both(MIGRATIONS, |test| {
        let (ctx, group, _) = town(&test);
        let (own, other) = (DossierId::new(), DossierId::new());
        let answers = write(&test, move |tx| {
            let session = session::open(&ctx, tx, &Token::draw().unwrap())?;
            session::grant(&ctx, tx, session.id, own)?;
            let usager = ctx.acting_as(Actor::Usager(session.id), Purpose::OwnDemarche);
            let elsewhere = Ctx {
                organisation: OrganisationId::new(),
                ..usager.clone()
            };
            let ask = |ctx: &Ctx, tx: &mut Tx<'_>, right, dossier| {
                authorize(ctx, tx, right, Target::Dossier(dossier, group)).is_ok()
            };
            Ok([
                ask(&usager, tx, Right::HoldDossier, own),
                ask(&usager, tx, Right::ReadDossier, own),
                ask(&usager, tx, Right::DecideDossier, own),
                ask(&usager, tx, Right::ReadDossier, other),
                ask(&elsewhere, tx, Right::ReadDossier, own),
                authorize(&usager, tx, Right::ReadQueue, Target::Group(group)).is_ok(),
            ])
        });
        assert_eq!(answers, [true, true, false, false, false, false]);
    });
}

#[test]
fn a_session_ends_when_left_alone_and_its_token_can_be_changed() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (first, second) = (Token::draw().unwrap(), Token::draw().unwrap());
        let found = write(&test, move |tx| {
            let org = ctx.organisation;
            let opened = session::open(&ctx, tx, &first)?;
            let before = session::find(tx, org, &first, ctx.now)?;
            session::rotate(&ctx, tx, opened.id, &second)?;
            let old_token = session::find(tx, org, &first, ctx.now)?;
            let later = ctx.now + session::USAGER_IDLE;
            let idle = session::find(tx, org, &second, later)?;
            let touched = Ctx {
                now: later,
                ..ctx.clone()
            };
            session::touch(&touched, tx, opened.id)?;
            let after_visit = session::find(tx, org, &second, later)?;
            session::close(&ctx, tx, opened.id)?;
            let closed = session::find(tx, org, &second, ctx.now)?;
            Ok([before, old_token, idle, after_visit, closed].map(|session| session.is_some()))
        });
        assert_eq!(found, [true, false, false, true, false]);
    });
}

#[test]
fn an_agent_signs_in_with_password_and_a_code_that_serves_once() {
    on_both(MIGRATIONS, |test| {
        let (ctx, group, service) = town(&test);
        let hash = password::hash("le heron cendre attend").unwrap();
        let secret = totp::draw_secret().unwrap();
        let answers = write(&test, move |tx| {
            let claire = claire(service);
            agent::create(&ctx, tx, &claire, &hash)?;
            let role = Membership {
                group,
                role: Role::Instructeur,
            };
            agent::join(&ctx, tx, claire.id, role)?;
            let found =
                agent::credentials(tx, ctx.organisation, " CLAIRE.martin@rochebrune.example")?;
            let password_fits =
                found.is_some_and(|c| password::verify("le heron cendre attend", &c.password_hash));
            let session = session::open_for_agent(&ctx, tx, &Token::draw().unwrap(), claire.id)?;
            let pending = session.actor();
            let code = totp::code_at(&secret, ctx.now)?;
            agent::enrol_second_factor(&ctx, tx, claire.id, &secret, &code)?;
            let enrolled = agent::credentials_of(tx, ctx.organisation, claire.id)?;
            let step =
                totp::matching_step(&secret, &code, ctx.now, enrolled.totp_last_step)?.unwrap();
            let first = agent::complete_sign_in(&ctx, tx, session.id, claire.id, step)?;
            let replayed = agent::complete_sign_in(&ctx, tx, session.id, claire.id, step)?;
            let as_agent = ctx.acting_as(Actor::Agent(claire.id, session.id), Purpose::Instruction);
            let decide =
                authorize(&as_agent, tx, Right::DecideDossier, Target::Group(group)).is_ok();
            let hold = authorize(&as_agent, tx, Right::HoldDossier, Target::Group(group)).is_ok();
            let stranger = authorize(
                &as_agent,
                tx,
                Right::ReadQueue,
                Target::Group(GroupId::new()),
            );
            let not_found = matches!(stranger, Err(AccessError::NotFound));
            let same_secret = enrolled.totp_secret.as_deref() == Some(secret.as_slice());
            let colleagues = agent::of_group(tx, ctx.organisation, group)?.len();
            let groups = agent::memberships(tx, ctx.organisation, claire.id)?.len();
            Ok((
                [
                    password_fits,
                    pending == Actor::Anonymous,
                    first,
                    !replayed,
                    decide,
                    !hold,
                    not_found,
                    same_secret,
                ],
                (colleagues, groups),
            ))
        });
        assert_eq!(answers, ([true; 8], (1, 1)));
    });
}

#[test]
fn the_sessions_of_an_agent_say_from_which_browser() {
    on_both(MIGRATIONS, |test| {
        let (ctx, _, service) = town(&test);
        let names = write(&test, move |tx| {
            let claire = claire(service);
            agent::create(&ctx, tx, &claire, "no hash")?;
            let session = session::open_for_agent(&ctx, tx, &Token::draw().unwrap(), claire.id)?;
            device::describe(&ctx, tx, session.id, "Firefox, Linux")?;
            let as_claire =
                ctx.acting_as(Actor::Agent(claire.id, session.id), Purpose::Administration);
            device::of_agent(&as_claire, tx, claire.id)
        });
        let names: Vec<_> = names.into_iter().map(|device| device.browser).collect();
        assert_eq!(names, [Some("Firefox, Linux".to_owned())]);
    });
}

#[test]
fn wrong_passwords_make_an_account_wait_longer_and_longer() {
    on_both(MIGRATIONS, |test| {
        let (ctx, _, service) = town(&test);
        let waits = write(&test, move |tx| {
            let claire = claire(service);
            agent::create(&ctx, tx, &claire, "no hash")?;
            let mut waits = Vec::new();
            for _ in 0..8 {
                let credentials = agent::credentials_of(tx, ctx.organisation, claire.id)?;
                agent::record_wrong_try(&ctx, tx, &credentials)?;
                let after = agent::credentials_of(tx, ctx.organisation, claire.id)?;
                waits.push(
                    after
                        .locked_until
                        .map(|until| until.duration_since(ctx.now).as_mins()),
                );
            }
            Ok(waits)
        });
        assert_eq!(
            waits,
            [None, None, None, None, Some(1), Some(2), Some(4), Some(8)]
        );
    });
}

#[test]
fn a_reset_password_ends_the_sessions_of_the_agent() {
    on_both(MIGRATIONS, |test| {
        let (ctx, _, service) = town(&test);
        let ended = write(&test, move |tx| {
            let claire = claire(service);
            agent::create(&ctx, tx, &claire, "no hash")?;
            let twice = agent::create(&ctx, tx, &claire, "no hash");
            let token = Token::draw().unwrap();
            session::open_for_agent(&ctx, tx, &token, claire.id)?;
            agent::reset_password(&ctx, tx, claire.id, "another hash", true)?;
            let known = agent::find(tx, ctx.organisation, claire.id)?.full_name();
            let session = session::find(tx, ctx.organisation, &token, ctx.now)?;
            Ok((
                matches!(twice, Err(AccessError::AgentExists)),
                session.is_none(),
                known,
            ))
        });
        assert_eq!(ended, (true, true, "Claire Martin".to_owned()));
    });
}

#[test]
fn leaving_ends_the_session_and_makes_the_addresses_of_its_codes_unreadable() {
    on_both(MIGRATIONS, |test| {
        let (ctx, ..) = town(&test);
        let (id, session) = ask_code(&test, &ctx, false);
        let gone = write(&test, move |tx| {
            session::close(&ctx, tx, session)?;
            let found = challenge::find(tx, ctx.organisation, id);
            let key = parvis_store::sealing::load_key(tx, ctx.organisation, id.uuid());
            Ok((matches!(found, Err(AccessError::NotFound)), key.is_err()))
        });
        assert_eq!(gone, (true, true));
    });
}
