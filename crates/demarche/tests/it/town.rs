//! A town with its services, groups and agents.

use parvis_access::OrganisationRole;
use parvis_access::agent::{self, Agent, Membership, Role};
use parvis_demarche::{Checked, DEMONSTRATION, DemarcheError, LIBRARY, check};
use parvis_kernel::{
    Actor, AgentId, Ctx, GroupId, OrganisationId, Purpose, RevisionId, ServiceId, SessionId,
};
use parvis_organisation::{Contact, Group, Organisation, Profile, Service};
use parvis_store::Migration;
use parvis_testkit::TestStore;

/// The tables that this room needs.
pub const MIGRATIONS: &[&[Migration]] = &[
    parvis_journal::MIGRATIONS,
    parvis_jobs::MIGRATIONS,
    parvis_organisation::MIGRATIONS,
    parvis_access::MIGRATIONS,
    parvis_demarche::MIGRATIONS,
];

/// Services of the library, with their groups of the same slug.
pub const SERVICES: &[(&str, &str)] = &[
    ("etat-civil", "État civil"),
    ("vie-scolaire", "Vie scolaire"),
    ("cadre-de-vie", "Cadre de vie"),
];

pub struct Town {
    pub organisation: Organisation,
    pub ctx: Ctx,
    pub services: Vec<ServiceId>,
    pub groups: Vec<GroupId>,
}

impl Town {
    /// Founds a town; services and groups come in the order of [`SERVICES`].
    pub fn found(test: &TestStore, slug: &str, demonstration: bool) -> Self {
        let organisation = organisation(slug, demonstration);
        let ctx = Ctx::house(organisation.id, test.ctx().now);
        let services: Vec<Service> = SERVICES.iter().map(service).collect();
        let groups: Vec<Group> = services.iter().map(group).collect();
        let town = Self {
            organisation: organisation.clone(),
            ctx: ctx.clone(),
            services: services.iter().map(|service| service.id).collect(),
            groups: groups.iter().map(|group| group.id).collect(),
        };
        let founded = test.store.write_blocking(move |tx| {
            parvis_organisation::create(&ctx, tx, &organisation)?;
            services
                .iter()
                .try_for_each(|service| parvis_organisation::create_service(&ctx, tx, service))?;
            groups
                .iter()
                .try_for_each(|group| parvis_organisation::create_group(&ctx, tx, group))
        });
        founded.unwrap();
        town
    }

    /// Engages an agent in the group of a service.
    pub fn engage(&self, test: &TestStore, email: &str, place: usize, role: Role) -> AgentId {
        let agent = Agent {
            id: AgentId::new(),
            email: email.to_owned(),
            first_name: "Claire".to_owned(),
            last_name: "Martin".to_owned(),
            quality: "Officière de l’état civil".to_owned(),
            service: self.services[place],
            delegation: None,
            disabled_at: None,
        };
        let (ctx, id, group) = (self.ctx.clone(), agent.id, self.groups[place]);
        let engaged = test.store.write_blocking(move |tx| {
            agent::create(&ctx, tx, &agent, "no password")?;
            agent::join(&ctx, tx, agent.id, Membership { group, role })
        });
        engaged.unwrap();
        id
    }

    /// Gives an agent a role in the whole organisation.
    pub fn grant(&self, test: &TestStore, agent: AgentId, role: OrganisationRole) {
        let ctx = self.ctx.clone();
        let granted = test
            .store
            .write_blocking(move |tx| parvis_access::role::grant(&ctx, tx, agent, role));
        granted.unwrap();
    }

    pub fn as_agent(&self, agent: AgentId) -> Ctx {
        self.ctx
            .acting_as(Actor::Agent(agent, SessionId::new()), Purpose::Instruction)
    }

    pub fn publish(
        &self,
        test: &TestStore,
        checked: &Checked,
    ) -> Result<RevisionId, DemarcheError> {
        publish_as(test, &self.ctx, checked)
    }

    /// Publishes what the demonstration does.
    pub fn publish_library(&self, test: &TestStore) {
        for (name, source) in DEMONSTRATION {
            self.publish(test, &check(name, source).unwrap()).unwrap();
        }
    }
}

pub fn publish_as(
    test: &TestStore,
    ctx: &Ctx,
    checked: &Checked,
) -> Result<RevisionId, DemarcheError> {
    let (ctx, checked) = (ctx.clone(), checked.clone());
    test.store
        .write_blocking(move |tx| parvis_demarche::publish(&ctx, tx, &checked))
}

pub fn confirm_as(
    test: &TestStore,
    ctx: &Ctx,
    checked: &Checked,
    by: AgentId,
) -> Result<(), DemarcheError> {
    let (ctx, checked) = (ctx.clone(), checked.clone());
    test.store
        .write_blocking(move |tx| parvis_demarche::confirm(&ctx, tx, &checked, by))
}

/// The birth certificate, which holds facts to confirm.
pub fn birth() -> Checked {
    let (name, source) = LIBRARY[0];
    check(name, source).unwrap()
}

/// The same with another sentence.
pub fn birth_amended() -> Checked {
    let (name, source) = LIBRARY[0];
    check(name, &source.replace("minutes: 5", "minutes: 6")).unwrap()
}

/// The same, its facts no longer to confirm.
pub fn birth_certain() -> Checked {
    let (name, source) = LIBRARY[0];
    check(
        name,
        &source.replace("to_confirm: true", "to_confirm: false"),
    )
    .unwrap()
}

fn organisation(slug: &str, demonstration: bool) -> Organisation {
    Organisation {
        id: OrganisationId::new(),
        slug: slug.to_owned(),
        host: None,
        name: "Ville de Rochebrune".to_owned(),
        profile: Profile {
            siren: Some("219900008".to_owned()),
            contact: contact("01 99 00 00 00"),
            sender: "ne-pas-repondre@rochebrune.example".to_owned(),
            publication_director: Some("Zoé Lenoir".to_owned()),
            host: Some("Syndicat numérique du Val, 1 rue du Port, 99100 Valmont".to_owned()),
            data_protection_officer: Contact {
                email: Some("dpd@rochebrune.example".to_owned()),
                ..Contact::default()
            },
            security_contact: "securite@rochebrune.example".to_owned(),
            ..Profile::default()
        },
        demonstration,
        trial: None,
    }
}

fn contact(phone: &str) -> Contact {
    Contact {
        postal_address: vec![
            "1 place du Parvis".to_owned(),
            "99000 Rochebrune".to_owned(),
        ],
        email: Some("mairie@rochebrune.example".to_owned()),
        phone: Some(phone.to_owned()),
        hours: vec!["Du lundi au vendredi, 9 h à 17 h".to_owned()],
    }
}

fn service((slug, name): &(&str, &str)) -> Service {
    Service {
        id: ServiceId::new(),
        slug: (*slug).to_owned(),
        name: (*name).to_owned(),
        contact: contact("01 99 00 12 34"),
    }
}

fn group(service: &Service) -> Group {
    Group {
        id: GroupId::new(),
        slug: service.slug.clone(),
        name: service.name.clone(),
        service: service.id,
    }
}

/// The version of a draft begun by this context: 1 for the first, 0 for none.
pub fn version(begun: &Ctx, nth: i64) -> i64 {
    match nth {
        0 => 0,
        nth => begun.now.as_microsecond() + nth - 1,
    }
}
