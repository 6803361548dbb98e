//! Serving a person: one at a time, and nothing but their dossier.

use parvis_access::{OrganisationRole, guichet, role};
use parvis_kernel::{Channel, SessionId};

use super::*;

/// Karim receives people; he belongs to no group. His context, in a session of his own.
fn karim(tx: &mut Tx<'_>, house: &Ctx, service: ServiceId) -> Ctx {
    let agent = Agent {
        email: format!("{}@rochebrune.example", AgentId::new()),
        ..claire(service)
    };
    agent::create(house, tx, &agent, "no hash").unwrap();
    role::grant(house, tx, agent.id, OrganisationRole::Guichet).unwrap();
    let session = session::open_for_agent(house, tx, &Token::draw().unwrap(), agent.id).unwrap();
    house.acting_as(Actor::Agent(agent.id, session.id), Purpose::OwnDemarche)
}

#[test]
fn who_serves_a_person_holds_their_dossier_until_the_end_or_the_next_one() {
    on_both(MIGRATIONS, |test| {
        let (house, group, service) = town(&test);
        let seen = write(&test, move |tx| {
            let karim = karim(tx, &house, service);
            let (one, other) = (DossierId::new(), DossierId::new());
            let holds = |tx: &mut Tx<'_>, dossier| {
                let target = Target::Dossier(dossier, group);
                authorize(&karim, tx, Right::HoldDossier, target).is_ok()
            };
            let mut seen = vec![holds(tx, one)];
            guichet::serve(&karim, tx, one, Channel::Counter)?;
            seen.push(holds(tx, one));
            let target = Target::Dossier(one, group);
            seen.push(authorize(&karim, tx, Right::ReadDossier, target).is_ok());
            guichet::serve(&karim, tx, other, Channel::Phone)?;
            seen.extend([holds(tx, one), holds(tx, other)]);
            guichet::finish(&karim, tx)?;
            guichet::finish(&karim, tx)?;
            seen.push(holds(tx, other));
            seen.push(guichet::has_served(&karim, tx, one)?);
            seen.push(guichet::latest(&karim, tx)?.len() == 2);
            Ok(seen)
        });
        assert_eq!(
            seen,
            [false, true, false, false, true, false, true, true],
            "before, served, as an agent, the one before, the next, after, known, listed"
        );
    });
}

#[test]
fn nobody_is_served_by_whom_is_no_agent_or_through_another_door() {
    on_both(MIGRATIONS, |test| {
        let (house, _, service) = town(&test);
        let refused = write(&test, move |tx| {
            let karim = karim(tx, &house, service);
            let person = house.acting_as(Actor::Usager(SessionId::new()), Purpose::OwnDemarche);
            let dossier = DossierId::new();
            Ok([
                guichet::serve(&karim, tx, dossier, Channel::Web).is_err(),
                guichet::serve(&person, tx, dossier, Channel::Counter).is_err(),
                guichet::finish(&person, tx).is_err(),
            ])
        });
        assert_eq!(refused, [true; 3]);
    });
}

#[test]
fn the_session_says_whom_its_agent_serves() {
    on_both(MIGRATIONS, |test| {
        let (house, _, service) = town(&test);
        let served = write(&test, move |tx| {
            let agent = claire(service);
            agent::create(&house, tx, &agent, "no hash")?;
            let token = Token::draw().unwrap();
            let session = session::open_for_agent(&house, tx, &token, agent.id)?;
            let ctx = house.acting_as(Actor::Agent(agent.id, session.id), Purpose::OwnDemarche);
            let dossier = DossierId::new();
            guichet::serve(&ctx, tx, dossier, Channel::Paper)?;
            let found = session::find(tx, house.organisation, &token, house.now)?;
            let serves = found.unwrap().serves.unwrap();
            Ok((serves.dossier == dossier, serves.channel))
        });
        assert_eq!(served, (true, Channel::Paper));
    });
}
