//! The two communes: what they say of themselves, who works there, what lies around them.

mod rochebrune;
mod saint_elme;

use std::sync::Arc;

use anyhow::Context;
use parvis_access::agent::{self, Agent, Membership, Role};
use parvis_access::{OrganisationRole, role, totp};
use parvis_demarche::{Catalogue, Checked, DEMONSTRATION, LIBRARY};
use parvis_dossier::Desk;
use parvis_dossier::examine::Guard;
use parvis_form::Address;
use parvis_kernel::{AgentId, Ctx, GroupId, Instant, OrganisationId, ServiceId};
use parvis_law::decision::Signatory;
use parvis_organisation::{Contact, Group, Organisation, Profile, Service};
use parvis_store::Tx;
use parvis_territory::Territory;

use super::random::Random;

/// The password of every agent of a demonstration.
pub(super) const PASSWORD: &str = "Le-heron-attend-la-maree";

/// A commune that exists nowhere else.
pub(super) struct Description {
    pub(super) slug: &'static str,
    pub(super) name: &'static str,
    /// The message that presents it.
    pub(super) about: &'static str,
    pub(super) profile: Profile,
    /// Each with a group of the same name.
    pub(super) services: Vec<DescribedService>,
    pub(super) agents: &'static [DescribedAgent],
    /// How many dossiers it receives.
    pub(super) dossiers: usize,
    /// The official codes of true communes around it: forms accept no other.
    pub(super) around: &'static [&'static str],
    pub(super) streets: &'static [&'static str],
}

/// A service, as procedures name it.
pub(super) struct DescribedService {
    pub(super) slug: &'static str,
    pub(super) name: &'static str,
    pub(super) contact: Contact,
}

/// An agent.
pub(super) struct DescribedAgent {
    pub(super) first_name: &'static str,
    pub(super) last_name: &'static str,
    pub(super) quality: &'static str,
    pub(super) email: &'static str,
    pub(super) delegation: Option<&'static str>,
    /// Groups, the first one of their service.
    pub(super) groups: &'static [(&'static str, Role)],
    /// Roles in the whole organisation.
    pub(super) roles: &'static [OrganisationRole],
}

/// Both of them.
pub(super) fn descriptions() -> [Description; 2] {
    [rochebrune::describe(), saint_elme::describe()]
}

/// The secret of an agent's second factor: known to all, like everything of a demonstration.
fn second_factor(email: &str) -> Vec<u8> {
    let mut random = Random::of_text(email);
    (0..3)
        .flat_map(|_| random.next().to_be_bytes())
        .take(20)
        .collect()
}

/// One more of the library: it asks an administration, here a fictitious one, for an answer.
const ASKING: &str = "accueil-periscolaire.yaml";

/// The procedures of the demonstration, read and checked.
pub(super) fn procedures() -> anyhow::Result<Vec<Checked>> {
    let asking = LIBRARY.iter().filter(|(name, _)| *name == ASKING);
    DEMONSTRATION
        .iter()
        .chain(asking)
        .map(|(name, source)| {
            parvis_demarche::check(name, source)
                .map_err(|problems| anyhow::anyhow!("{name} : {} problèmes", problems.len()))
        })
        .collect()
}

impl Description {
    /// The name of a service, and of its group.
    pub(super) fn service_name(&self, slug: &str) -> &'static str {
        let found = self.services.iter().find(|service| service.slug == slug);
        found.map(|service| service.name).unwrap_or_default()
    }

    /// Creates the commune with its services, its agents and its procedures.
    pub(super) fn create(
        &self,
        tx: &mut Tx<'_>,
        now: Instant,
        password_hash: &str,
        procedures: &[Checked],
    ) -> anyhow::Result<()> {
        let organisation = Organisation {
            id: OrganisationId::new(),
            slug: self.slug.to_owned(),
            host: None,
            name: self.name.to_owned(),
            profile: self.profile.clone(),
            demonstration: true,
            trial: None,
        };
        let ctx = Ctx::house(organisation.id, now);
        parvis_organisation::create(&ctx, tx, &organisation)?;
        for described in &self.services {
            described.create(&ctx, tx)?;
        }
        for described in self.agents {
            described.create(&ctx, tx, password_hash)?;
        }
        for checked in procedures {
            parvis_demarche::publish(&ctx, tx, checked)?;
        }
        Ok(())
    }
}

impl DescribedService {
    fn create(&self, ctx: &Ctx, tx: &mut Tx<'_>) -> anyhow::Result<()> {
        let service = Service {
            id: ServiceId::new(),
            slug: self.slug.to_owned(),
            name: self.name.to_owned(),
            contact: self.contact.clone(),
        };
        parvis_organisation::create_service(ctx, tx, &service)?;
        let group = Group {
            id: GroupId::new(),
            slug: self.slug.to_owned(),
            name: self.name.to_owned(),
            service: service.id,
        };
        Ok(parvis_organisation::create_group(ctx, tx, &group)?)
    }
}

impl DescribedAgent {
    /// The roles in the whole organisation, in French, for the terminal.
    pub(super) fn roles_in_french(&self) -> String {
        let word = |role: &OrganisationRole| match role {
            OrganisationRole::Administrator => "administration",
            OrganisationRole::ProcedureAuthor => "rédaction des démarches",
            OrganisationRole::Dpo => "protection des données",
            OrganisationRole::Guichet => "accueil du public",
        };
        let words: Vec<&str> = self.roles.iter().map(word).collect();
        words.join(", ")
    }

    /// The keys of the roles in the whole organisation.
    pub(super) fn role_keys(&self) -> Vec<&'static str> {
        let key = |role: &OrganisationRole| match role {
            OrganisationRole::Administrator => "admin-role-administrator",
            OrganisationRole::ProcedureAuthor => "admin-role-author",
            OrganisationRole::Dpo => "admin-role-dpo",
            OrganisationRole::Guichet => "admin-role-guichet",
        };
        self.roles.iter().map(key).collect()
    }

    /// Whether a role decides nothing.
    pub(super) const fn only_reads(&self, role: &Role) -> bool {
        matches!(role, Role::Reader)
    }

    fn create(&self, ctx: &Ctx, tx: &mut Tx<'_>, password_hash: &str) -> anyhow::Result<()> {
        let mut memberships = Vec::new();
        let services = parvis_organisation::services(tx, ctx.organisation)?;
        let first = services.first().map(|(service, _)| service.id);
        let mut service = None;
        for (slug, role) in self.groups {
            let group = parvis_organisation::group_by_slug(tx, ctx.organisation, slug)?
                .with_context(|| format!("le groupe {slug} est inconnu"))?;
            service = service.or(Some(group.service));
            memberships.push(Membership {
                group: group.id,
                role: *role,
            });
        }
        let new = Agent {
            id: AgentId::new(),
            email: self.email.to_owned(),
            first_name: self.first_name.to_owned(),
            last_name: self.last_name.to_owned(),
            quality: self.quality.to_owned(),
            service: service.or(first).context("un agent sans service")?,
            delegation: self.delegation.map(str::to_owned),
            disabled_at: None,
        };
        agent::create(ctx, tx, &new, password_hash)?;
        for membership in memberships {
            agent::join(ctx, tx, new.id, membership)?;
        }
        for own in self.roles {
            role::grant(ctx, tx, new.id, *own)?;
        }
        let secret = second_factor(self.email);
        let code = totp::code_at(&secret, ctx.now)?;
        Ok(agent::enrol_second_factor(ctx, tx, new.id, &secret, &code)?)
    }
}

/// A commune as it was created: where dossiers live.
#[derive(Debug, Clone)]
pub(super) struct Town {
    pub(super) desk: Desk,
    pub(super) groups: Vec<Office>,
    around: Vec<Address>,
}

/// A group of agents who decide.
#[derive(Debug, Clone)]
pub(super) struct Office {
    pub(super) group: GroupId,
    pub(super) instructeurs: Vec<(AgentId, Signatory)>,
}

impl Town {
    /// Reads what was created.
    pub(super) fn open(
        tx: &mut Tx<'_>,
        described: &Description,
        catalogue: &Catalogue,
    ) -> anyhow::Result<Self> {
        let organisation = parvis_organisation::by_slug(tx, described.slug)?
            .with_context(|| format!("{} manque", described.name))?;
        let mut groups = Vec::new();
        for service in &described.services {
            let group = parvis_organisation::group_by_slug(tx, organisation.id, service.slug)?
                .with_context(|| format!("le groupe {} manque", service.slug))?;
            groups.push(Office::open(tx, organisation.id, group.id, service.name)?);
        }
        Ok(Self {
            around: around(described),
            groups,
            desk: Desk {
                organisation: Arc::new(organisation),
                catalogue: catalogue.clone(),
                guard: Guard::Absent,
            },
        })
    }

    /// An address of the neighbourhood.
    pub(super) fn address(&self, random: &mut Random) -> Address {
        let mut address = match self.around.get(random.below(self.around.len())) {
            Some(address) => address.clone(),
            None => Address {
                number: None,
                street: String::new(),
                complement: None,
                postcode: String::new(),
                commune_code: String::new(),
                commune: String::new(),
            },
        };
        address.number = random.chance(85).then(|| random.between(1, 96).to_string());
        address
    }

    /// Those who decide in a group.
    pub(super) fn office(&self, group: GroupId) -> Option<&Office> {
        self.groups.iter().find(|office| office.group == group)
    }
}

impl Office {
    fn open(
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
        group: GroupId,
        service: &str,
    ) -> anyhow::Result<Self> {
        let mut instructeurs = Vec::new();
        for agent in agent::of_group(tx, organisation, group)? {
            let memberships = agent::memberships(tx, organisation, agent.id)?;
            let decides = |of: &Membership| of.group == group && of.role == Role::Instructeur;
            if memberships.iter().any(decides) {
                instructeurs.push((agent.id, signatory(agent, service)));
            }
        }
        Ok(Self {
            group,
            instructeurs,
        })
    }

    /// The one of them who bears this last name.
    pub(super) fn named(&self, name: &str) -> Option<&(AgentId, Signatory)> {
        let mut instructeurs = self.instructeurs.iter();
        instructeurs.find(|(_, signatory)| signatory.name == name)
    }
}

fn signatory(agent: Agent, service: &str) -> Signatory {
    Signatory {
        first_name: agent.first_name,
        name: agent.last_name,
        quality: agent.quality,
        service: service.to_owned(),
        delegation: agent.delegation,
    }
}

/// Every street of the neighbourhood in every commune of it, as official places say them.
fn around(described: &Description) -> Vec<Address> {
    let communes = described
        .around
        .iter()
        .filter_map(|code| Territory::embedded().commune(code));
    communes
        .flat_map(|commune| {
            let postcode = commune.postcodes().next().unwrap_or_default();
            described.streets.iter().map(move |street| Address {
                number: None,
                street: (*street).to_owned(),
                complement: None,
                postcode: postcode.to_owned(),
                commune_code: commune.code().to_owned(),
                commune: commune.name().to_owned(),
            })
        })
        .collect()
}

/// A place, its telephone, its address and its hours.
fn contact(address: &[&str], email: &str, phone: &str, hours: &[&str]) -> Contact {
    let owned = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    Contact {
        postal_address: owned(address),
        email: Some(email.to_owned()),
        phone: Some(phone.to_owned()),
        hours: owned(hours),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_commune_bears_these_names_or_these_postcodes() {
        let territory = Territory::embedded();
        for described in descriptions() {
            let name = described.name.split_once(" de ").unwrap().1;
            assert!(
                territory.communes().all(|commune| commune.name() != name),
                "{name}"
            );
            for line in &described.profile.contact.postal_address {
                let postcode = line.split(' ').next().unwrap();
                assert!(territory.by_postcode(postcode).is_empty(), "{line}");
            }
            assert_eq!(
                around(&described).len(),
                described.around.len() * described.streets.len()
            );
            for address in around(&described) {
                let places = territory.by_postcode(&address.postcode);
                assert!(
                    places
                        .iter()
                        .any(|place| place.code() == address.commune_code)
                );
            }
        }
    }

    #[test]
    fn every_telephone_is_one_that_is_kept_for_fiction() {
        const FICTION: [&str; 6] = [
            "01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98",
        ];
        for described in descriptions() {
            let of_services = described.services.iter().map(|service| &service.contact);
            let profile = &described.profile;
            let contacts = [&profile.contact, &profile.data_protection_officer];
            for phone in of_services
                .chain(contacts)
                .filter_map(|contact| contact.phone.as_ref())
            {
                assert!(
                    FICTION.iter().any(|range| phone.starts_with(range)),
                    "{phone}"
                );
            }
        }
    }

    #[test]
    fn the_password_is_one_that_the_house_accepts() {
        for described in descriptions() {
            for agent in described.agents {
                let known = [agent.email, agent.first_name, agent.last_name];
                assert_eq!(parvis_access::password::check(PASSWORD, &known), Ok(()));
                assert_eq!(second_factor(agent.email).len(), 20);
            }
        }
    }
}
