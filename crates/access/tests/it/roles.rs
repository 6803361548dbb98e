//! Roles in the whole organisation.

use parvis_access::{OrganisationRole, role};
use parvis_kernel::SessionId;

use super::*;

/// An agent with the given roles; their context.
fn agent_with(tx: &mut Tx<'_>, house: &Ctx, service: ServiceId, roles: &[OrganisationRole]) -> Ctx {
    let agent = Agent {
        email: format!("{}@rochebrune.example", AgentId::new()),
        ..claire(service)
    };
    agent::create(house, tx, &agent, "no hash").unwrap();
    for role in roles {
        role::grant(house, tx, agent.id, *role).unwrap();
    }
    house.acting_as(
        Actor::Agent(agent.id, SessionId::new()),
        Purpose::Administration,
    )
}

#[test]
fn a_role_is_given_and_taken_by_who_administers_only() {
    on_both(MIGRATIONS, |test| {
        let (house, group, service) = town(&test);
        let seen = write(&test, move |tx| {
            let head = agent_with(tx, &house, service, &[OrganisationRole::Administrator]);
            let writer = agent_with(tx, &house, service, &[]);
            let author = writer.actor.agent().unwrap();
            let refused = role::grant(&writer, tx, author, OrganisationRole::ProcedureAuthor);
            role::grant(&head, tx, author, OrganisationRole::ProcedureAuthor)?;
            role::grant(&head, tx, author, OrganisationRole::ProcedureAuthor)?;
            let given = role::of_agent(tx, house.organisation, author)?;
            let writes =
                authorize(&writer, tx, Right::WriteProcedures, Target::Organisation).is_ok();
            let opens = authorize(&head, tx, Right::ReadQueue, Target::Group(group)).is_ok();
            role::revoke(&head, tx, author, OrganisationRole::ProcedureAuthor)?;
            let left = role::of_agent(tx, house.organisation, author)?;
            Ok((
                matches!(refused, Err(AccessError::Forbidden)),
                given,
                writes,
                opens,
                left,
            ))
        });
        assert_eq!(
            seen,
            (
                true,
                vec![OrganisationRole::ProcedureAuthor],
                true,
                false,
                vec![]
            )
        );
    });
}

#[test]
fn the_last_administrator_keeps_the_role() {
    on_both(MIGRATIONS, |test| {
        let (house, _, service) = town(&test);
        let administrator = OrganisationRole::Administrator;
        let (first_leaves, last_leaves) = write(&test, move |tx| {
            let first = agent_with(tx, &house, service, &[administrator]);
            let second = agent_with(tx, &house, service, &[administrator]);
            let (one, two) = (first.actor.agent().unwrap(), second.actor.agent().unwrap());
            let first_leaves = role::revoke(&first, tx, one, administrator).is_ok();
            let last_leaves = role::revoke(&second, tx, two, administrator);
            Ok((
                first_leaves,
                matches!(last_leaves, Err(AccessError::LastAdministrator)),
            ))
        });
        assert!(first_leaves && last_leaves);
    });
}

#[test]
fn roles_of_one_organisation_are_nothing_in_another() {
    on_both(MIGRATIONS, |test| {
        let (house, _, service) = town(&test);
        let (neighbour, ..) = neighbour(&test);
        let refused = write(&test, move |tx| {
            let head = agent_with(tx, &house, service, &[OrganisationRole::Administrator]);
            let elsewhere = Ctx {
                organisation: neighbour.organisation,
                ..head
            };
            let answer = authorize(&elsewhere, tx, Right::Administer, Target::Organisation);
            Ok(matches!(answer, Err(AccessError::Forbidden)))
        });
        assert!(refused);
    });
}

/// A second organisation.
fn neighbour(test: &TestStore) -> (Ctx, OrganisationId) {
    let organisation = Organisation {
        id: OrganisationId::new(),
        slug: "saint-elme".to_owned(),
        host: None,
        name: "Saint-Elme".to_owned(),
        profile: Profile::default(),
        demonstration: true,
        trial: None,
    };
    let ctx = Ctx::house(organisation.id, test.ctx().now);
    let (house, id) = (ctx.clone(), organisation.id);
    test.store
        .write_blocking(move |tx| parvis_organisation::create(&house, tx, &organisation))
        .unwrap();
    (ctx, id)
}
