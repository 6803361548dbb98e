//! Tokens of applications.

use std::time::Duration;

use parvis_access::token::{self, NewToken, Scope, Secret};
use parvis_access::{OrganisationRole, role};
use parvis_kernel::{ProcedureId, SessionId, TokenId};

use super::*;

const DAY: Duration = Duration::from_secs(24 * 3600);

fn new_token(ctx: &Ctx, scopes: &[Scope]) -> NewToken {
    NewToken {
        name: "Portail des familles".to_owned(),
        scopes: scopes.to_vec(),
        procedures: vec![],
        groups: vec![],
        networks: vec![],
        expires_at: ctx.now + DAY,
    }
}

/// A token of the house; the context of its application.
fn application(tx: &mut Tx<'_>, house: &Ctx, new: &NewToken) -> Ctx {
    let secret = Secret::draw().unwrap();
    let token = token::create(house, tx, new, &secret).unwrap();
    house.acting_as(Actor::Machine(token.id), Purpose::OwnDemarche)
}

fn told(answer: Result<(), AccessError>) -> &'static str {
    match answer {
        Ok(()) => "ok",
        Err(AccessError::Forbidden) => "forbidden",
        Err(AccessError::NotFound) => "not found",
        Err(AccessError::SignInFirst) => "sign in first",
        Err(_) => "other",
    }
}

#[test]
fn a_token_is_found_by_its_secret_in_its_organisation_only() {
    on_both(MIGRATIONS, |test| {
        let (house, ..) = town(&test);
        let seen = write(&test, move |tx| {
            let secret = Secret::draw().unwrap();
            let new = NewToken {
                networks: vec!["192.0.2.0/24".parse().unwrap()],
                procedures: vec![ProcedureId::new()],
                ..new_token(&house, &[Scope::DossiersWrite, Scope::DossiersRead])
            };
            let given = token::create(&house, tx, &new, &secret)?;
            let found = token::find_by_secret(tx, house.organisation, &secret)?;
            let other = token::find_by_secret(tx, OrganisationId::new(), &secret)?;
            let wrong = token::find_by_secret(tx, house.organisation, &Secret::draw().unwrap())?;
            let listed = token::list(&house, tx)?;
            Ok((
                found == Some(given.clone()),
                other,
                wrong,
                listed == [given],
            ))
        });
        assert_eq!(seen, (true, None, None, true));
    });
}

#[test]
fn a_token_is_given_and_taken_by_who_administers_and_leaves_its_trace() {
    on_both(MIGRATIONS, |test| {
        let (house, _, service) = town(&test);
        let (refused, verbs, dead, used) = write(&test, move |tx| {
            let author = agent::create(&house, tx, &claire(service), "no hash").map(|()| {
                let agents =
                    agent::credentials(tx, house.organisation, "claire.martin@rochebrune.example");
                agents.unwrap().unwrap().agent.id
            })?;
            role::grant(&house, tx, author, OrganisationRole::ProcedureAuthor)?;
            let author = house.acting_as(
                Actor::Agent(author, SessionId::new()),
                Purpose::Administration,
            );
            let new = new_token(&house, &[Scope::ProceduresRead]);
            let secret = Secret::draw().unwrap();
            let refused = [
                told(token::create(&author, tx, &new, &secret).map(drop)),
                told(token::revoke(&author, tx, TokenId::new())),
                told(token::list(&author, tx).map(drop)),
                told(token::revoke(&house, tx, TokenId::new())),
            ];
            let given = token::create(&house, tx, &new, &secret)?;
            token::touch(&house, tx, given.id)?;
            let used = token::find(tx, house.organisation, given.id)?
                .unwrap()
                .last_used_at;
            token::revoke(&house, tx, given.id)?;
            token::revoke(&house, tx, given.id)?;
            let machine = house.acting_as(Actor::Machine(given.id), Purpose::OwnDemarche);
            let dead = authorize(
                &machine,
                tx,
                Right::ReadDossier,
                Target::Group(GroupId::new()),
            );
            let subject = parvis_journal::Subject::new("token", given.id.uuid());
            let events = parvis_journal::security_events(tx, house.organisation, subject)?;
            let verbs: Vec<String> = events.into_iter().map(|entry| entry.verb).collect();
            Ok((refused, verbs, told(dead), used == Some(house.now)))
        });
        assert_eq!(
            refused,
            ["forbidden", "forbidden", "forbidden", "not found"]
        );
        assert_eq!(verbs, ["token.created", "token.revoked"]);
        assert_eq!(dead, "sign in first");
        assert!(used);
    });
}

#[test]
fn a_token_without_name_scope_or_end_is_refused() {
    on_both(MIGRATIONS, |test| {
        let (house, ..) = town(&test);
        let refused = write(&test, move |tx| {
            let right = new_token(&house, &[Scope::DossiersRead]);
            let secret = Secret::draw().unwrap();
            let name = NewToken {
                name: " \n".to_owned(),
                ..right.clone()
            };
            let scopes = NewToken {
                scopes: vec![],
                ..right.clone()
            };
            let past = NewToken {
                expires_at: house.now,
                ..right.clone()
            };
            let far = NewToken {
                expires_at: house.now + 400 * DAY,
                ..right.clone()
            };
            let group = NewToken {
                groups: vec![GroupId::new()],
                ..right
            };
            Ok([name, scopes, past, far, group].map(|new| {
                token::create(&house, tx, &new, &secret)
                    .unwrap_err()
                    .to_string()
            }))
        });
        assert_eq!(
            refused,
            [
                "the name of a token is empty or too long",
                "a token without scope may do nothing",
                "a token ends in the past or in more than a year",
                "a token ends in the past or in more than a year",
                "unknown, or not to be known by this actor",
            ]
        );
    });
}

#[test]
fn an_application_does_what_its_scopes_say_within_its_limits() {
    on_both(MIGRATIONS, |test| {
        let (house, group, _) = town(&test);
        write(&test, move |tx| {
            let (own, other) = (DossierId::new(), DossierId::new());
            let all = application(tx, &house, &new_token(&house, &Scope::ALL));
            token::grant(&house, tx, all.actor.token().unwrap(), own)?;
            let mut asked = |ctx: &Ctx, right, dossier| {
                told(authorize(ctx, tx, right, Target::Dossier(dossier, group)))
            };
            for right in [Right::ReadDossier, Right::ReadDecision] {
                assert_eq!(asked(&all, right, other), "ok");
            }
            for right in [Right::HoldDossier, Right::WriteMessage] {
                assert_eq!(asked(&all, right, own), "ok");
                assert_eq!(asked(&all, right, other), "forbidden");
            }
            for right in [
                Right::InstructDossier,
                Right::DecideDossier,
                Right::ReadQueue,
            ] {
                assert_eq!(asked(&all, right, own), "forbidden");
            }
            let anywhere = authorize(&all, tx, Right::Administer, Target::Organisation);
            assert_eq!(told(anywhere), "forbidden");

            let writes = application(tx, &house, &new_token(&house, &[Scope::DossiersWrite]));
            token::grant(&house, tx, writes.actor.token().unwrap(), own)?;
            let mut asked = |ctx: &Ctx, right, dossier| {
                told(authorize(ctx, tx, right, Target::Dossier(dossier, group)))
            };
            assert_eq!(asked(&writes, Right::HoldDossier, own), "ok");
            assert_eq!(asked(&writes, Right::HoldDossier, other), "not found");
            assert_eq!(asked(&writes, Right::ReadDossier, own), "forbidden");

            let limited = NewToken {
                groups: vec![group],
                ..new_token(&house, &Scope::ALL)
            };
            let limited = application(tx, &house, &limited);
            let elsewhere = Target::Dossier(other, GroupId::new());
            assert_eq!(
                told(authorize(&limited, tx, Right::ReadDossier, elsewhere)),
                "not found"
            );
            assert_eq!(
                told(authorize(
                    &limited,
                    tx,
                    Right::HoldDossier,
                    Target::Group(GroupId::new())
                )),
                "not found"
            );
            let within = Target::Dossier(other, group);
            assert_eq!(
                told(authorize(&limited, tx, Right::ReadDossier, within)),
                "ok"
            );

            let procedure = ProcedureId::new();
            let limited = NewToken {
                procedures: vec![procedure],
                ..new_token(&house, &Scope::ALL)
            };
            let limited = application(tx, &house, &limited);
            assert_eq!(told(token::check_procedure(&limited, tx, procedure)), "ok");
            assert_eq!(
                told(token::check_procedure(&limited, tx, ProcedureId::new())),
                "not found"
            );

            let late = Ctx {
                now: house.now + 2 * DAY,
                ..all
            };
            let dead = authorize(&late, tx, Right::ReadDossier, within);
            assert_eq!(told(dead), "sign in first");
            Ok(())
        });
    });
}
