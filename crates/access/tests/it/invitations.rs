//! Invitations at the same instant, and groups that close meanwhile.

use parvis_access::invitation::{self, Guest};
use parvis_access::staff::Rights;

use super::*;

fn lena(service: ServiceId, group: GroupId) -> Guest {
    Guest {
        email: "lena@rochebrune.example".to_owned(),
        first_name: "Lena".to_owned(),
        last_name: "Roux".to_owned(),
        quality: "Agente".to_owned(),
        service,
        delegation: None,
        rights: Rights {
            memberships: vec![Membership {
                group,
                role: Role::Reader,
            }],
            roles: Vec::new(),
        },
    }
}

#[test]
fn two_invitations_of_one_address_at_once_leave_one_that_waits() {
    on_both(MIGRATIONS, |test| {
        let (house, group, service) = town(&test);
        let together = std::sync::Barrier::new(6);
        let outcomes: Vec<_> = std::thread::scope(|scope| {
            let senders: Vec<_> = (0..6)
                .map(|_| {
                    scope.spawn(|| {
                        let (house, guest) = (house.clone(), lena(service, group));
                        together.wait();
                        test.store
                            .write_blocking(move |tx| invitation::invite(&house, tx, &guest))
                    })
                })
                .collect();
            senders
                .into_iter()
                .map(|sender| sender.join().unwrap())
                .collect()
        });
        for outcome in &outcomes {
            assert!(
                matches!(outcome, Ok(_) | Err(AccessError::InvitedMeanwhile)),
                "{outcome:?}"
            );
        }
        let waiting = write(&test, move |tx| invitation::waiting(&house, tx));
        assert_eq!(waiting.len(), 1);
    });
}

#[test]
fn a_group_that_closed_since_takes_nobody_in() {
    on_both(MIGRATIONS, |test| {
        let (house, group, service) = town(&test);
        let joined = write(&test, move |tx| {
            let id = invitation::invite(&house, tx, &lena(service, group))?;
            parvis_organisation::close_group(&house, tx, group).unwrap();
            let invited = invitation::find(tx, house.organisation, id)?;
            let token = invitation::Token::parse(&invited.token(tx.vault())).unwrap();
            let agent = invitation::accept(&house, tx, &token, "no hash")?;
            agent::memberships(tx, house.organisation, agent)
        });
        assert_eq!(joined, []);
    });
}
