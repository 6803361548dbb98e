//! A town with a service, agents, the procedure of the tests, and people who use it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use parvis_access::agent::{self, Agent, Membership, Role};
use parvis_access::session::{self, Token};
use parvis_demarche::Catalogue;
use parvis_dossier::answer::{Intent, Recorded, record_answers};
use parvis_dossier::deposit::deposit;
use parvis_dossier::examine::Guard;
use parvis_dossier::model::{Dossier, GivenReceipt, Identification, Number};
use parvis_dossier::people::{NewPeople, set_people};
use parvis_dossier::start::{Start, start};
use parvis_dossier::{Desk, DossierError};
use parvis_form::Entries;
use parvis_kernel::{
    Actor, AgentId, ChallengeId, Ctx, GroupId, OrganisationId, Purpose, ServiceId, SessionId,
};
use parvis_organisation::{Contact, Group, Organisation, Profile, Service};
use parvis_store::{Migration, Tx};
use parvis_testkit::{TestStore, on_both};

/// The tables that the room stands on.
pub const MIGRATIONS: &[&[Migration]] = &[
    parvis_journal::MIGRATIONS,
    parvis_jobs::MIGRATIONS,
    parvis_organisation::MIGRATIONS,
    parvis_access::MIGRATIONS,
    parvis_demarche::MIGRATIONS,
    parvis_dossier::MIGRATIONS,
];

/// The procedure of the tests.
pub const PROCEDURE: &str = include_str!("procedure.yaml");

/// A town on one engine.
pub struct Town {
    pub kit: TestStore,
    pub desk: Desk,
    pub group: GroupId,
    /// Instructs.
    pub claire: Ctx,
    /// Instructs too.
    pub karim: Ctx,
    /// Only reads.
    pub reader: Ctx,
    /// An instructeur of another group.
    pub stranger: Ctx,
}

/// Runs a test in a fresh town on both engines.
pub fn in_towns(test: impl Fn(Town)) {
    on_both(MIGRATIONS, |kit| test(Town::build(kit)));
}

impl Town {
    /// Builds the town.
    pub fn build(kit: TestStore) -> Self {
        let organisation = Organisation {
            id: OrganisationId::new(),
            slug: "rochebrune".to_owned(),
            host: None,
            name: "Ville de Rochebrune".to_owned(),
            profile: Profile {
                administrative_court: Some("tribunal administratif de Nîmes".to_owned()),
                conformity: Some("Attestation RGS d’essai".to_owned()),
                ..Profile::default()
            },
            demonstration: true,
            trial: None,
        };
        let desk = Desk {
            organisation: Arc::new(organisation.clone()),
            catalogue: Catalogue::new(),
            guard: Guard::Absent,
        };
        let house = Ctx::house(organisation.id, kit.ctx().now);
        let service = Service {
            id: ServiceId::new(),
            slug: "accueil".to_owned(),
            name: "Accueil".to_owned(),
            contact: Contact {
                postal_address: vec![
                    "1 place du Parvis".to_owned(),
                    "84999 Rochebrune".to_owned(),
                ],
                email: Some("accueil@rochebrune.example".to_owned()),
                phone: Some("04 65 71 00 00".to_owned()),
                hours: vec!["Du lundi au vendredi, de 9 h à 17 h".to_owned()],
            },
        };
        let groups = ["accueil", "voirie"].map(|slug| Group {
            id: GroupId::new(),
            slug: slug.to_owned(),
            name: slug.to_owned(),
            service: service.id,
        });
        let agents = [
            ("Claire", "Martin", groups[0].id, Role::Instructeur),
            ("Karim", "Haddad", groups[0].id, Role::Instructeur),
            ("Rosa", "Lopez", groups[0].id, Role::Reader),
            ("Yann", "Le Goff", groups[1].id, Role::Instructeur),
        ]
        .map(|(first, last, group, role)| {
            (
                agent_named(first, last, service.id),
                Membership { group, role },
            )
        });
        let checked = parvis_demarche::check("procedure.yaml", PROCEDURE).unwrap();
        let group = groups[0].id;
        let ids = agents.each_ref().map(|(agent, _)| agent.id);
        let sessions = kit
            .store
            .write_blocking(move |tx| {
                parvis_organisation::create(&house, tx, &organisation)?;
                parvis_organisation::create_service(&house, tx, &service)?;
                for group in &groups {
                    parvis_organisation::create_group(&house, tx, group)?;
                }
                let mut sessions = Vec::new();
                for (agent, membership) in &agents {
                    agent::create(&house, tx, agent, "no hash")?;
                    agent::join(&house, tx, agent.id, *membership)?;
                    let token = Token::draw().unwrap();
                    sessions.push(session::open_for_agent(&house, tx, &token, agent.id)?.id);
                }
                parvis_demarche::publish(&house, tx, &checked)?;
                Ok::<_, DossierError>(sessions)
            })
            .unwrap();
        let now = kit.ctx().now;
        let ctx = |index: usize| {
            Ctx::house(desk.organisation.id, now).acting_as(
                Actor::Agent(ids[index], sessions[index]),
                Purpose::Instruction,
            )
        };
        Self {
            claire: ctx(0),
            karim: ctx(1),
            reader: ctx(2),
            stranger: ctx(3),
            kit,
            desk,
            group,
        }
    }

    /// Writes, and expects it to be possible.
    pub fn write<T: Send + 'static>(
        &self,
        act: impl Fn(&mut Tx<'_>, &Desk) -> Result<T, DossierError> + Send + 'static,
    ) -> T {
        self.try_write(act).unwrap()
    }

    /// Writes.
    pub fn try_write<T: Send + 'static>(
        &self,
        act: impl Fn(&mut Tx<'_>, &Desk) -> Result<T, DossierError> + Send + 'static,
    ) -> Result<T, DossierError> {
        let desk = self.desk.clone();
        self.kit.store.write_blocking(move |tx| act(tx, &desk))
    }

    /// The context of somebody, some time later.
    pub fn later(ctx: &Ctx, span: Duration) -> Ctx {
        Ctx {
            now: ctx.now + span,
            ..ctx.clone()
        }
    }

    /// A person with a session of their own.
    pub fn person(&self) -> Ctx {
        let house = Ctx::house(self.desk.organisation.id, self.claire.now);
        let session: SessionId = self.write({
            let house = house.clone();
            move |tx, _| Ok(session::open(&house, tx, &Token::draw().unwrap())?.id)
        });
        house.acting_as(Actor::Usager(session), Purpose::OwnDemarche)
    }

    /// A draft of a person without e-mail, whose people are known.
    pub fn draft(&self, person: &Ctx) -> Dossier {
        let person = person.clone();
        let session = person.actor.session().unwrap();
        self.write(move |tx, desk| {
            let new = Start {
                slug: "tout".to_owned(),
                session,
                identification: Identification::Code,
                challenge: ChallengeId::new(),
            };
            let begun = start(&person, tx, desk, &new)?;
            set_people(&person, tx, desk, &begun.number, &zoe())
        })
    }

    /// Answers every step of a draft, rightly.
    pub fn fill(&self, person: &Ctx, number: &Number) {
        for (step, entries) in right_answers() {
            let (person, number) = (person.clone(), number.clone());
            let recorded = self.write(move |tx, desk| {
                record_answers(
                    &person,
                    tx,
                    desk,
                    &number,
                    step,
                    &entries,
                    &Intent::Continue,
                )
            });
            assert!(
                matches!(recorded, Recorded::Accepted { .. }),
                "{step}: {recorded:?}"
            );
        }
    }

    /// Deposits.
    pub fn deposit(&self, person: &Ctx, number: &Number) -> GivenReceipt {
        let (person, number) = (person.clone(), number.clone());
        self.write(move |tx, desk| deposit(&person, tx, desk, &number, true))
    }

    /// A deposited dossier of a new person.
    pub fn deposited(&self) -> (Ctx, Number) {
        let person = self.person();
        let number = self.draft(&person).number;
        self.fill(&person, &number);
        self.deposit(&person, &number);
        (person, number)
    }
}

fn agent_named(first: &str, last: &str, service: ServiceId) -> Agent {
    Agent {
        id: AgentId::new(),
        email: format!("{}@rochebrune.example", first.to_lowercase()),
        first_name: first.to_owned(),
        last_name: last.to_owned(),
        quality: "Agente d’accueil".to_owned(),
        service,
        delegation: None,
        disabled_at: None,
    }
}

/// The beneficiary of the tests.
pub fn zoe() -> NewPeople {
    NewPeople {
        helper: None,
        family_name: "Lenoir".to_owned().into(),
        first_names: "Zoé".to_owned().into(),
    }
}

/// What a browser posts.
pub fn entries(pairs: &[(&str, &str)]) -> Entries {
    let mut entries: Entries = BTreeMap::new();
    for (name, value) in pairs {
        entries
            .entry((*name).to_owned())
            .or_default()
            .push((*value).to_owned());
    }
    entries
}

/// Right answers to each step that a person without children meets, in order.
pub fn right_answers() -> Vec<(&'static str, Entries)> {
    vec![
        (
            "you",
            entries(&[
                ("born-day", "2"),
                ("born-month", "3"),
                ("born-year", "1985"),
            ]),
        ),
        (
            "wish",
            entries(&[("sort", "day"), ("count", "2"), ("with_children", "no")]),
        ),
        ("proof", entries(&[("proof-other-way", "yes")])),
    ]
}
