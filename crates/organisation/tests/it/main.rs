//! Organisations as the other rooms use them, on both engines.

use parvis_kernel::{GroupId, OrganisationId, ServiceId};
use parvis_organisation::{
    Contact, Directory, Group, Organisation, OrganisationError, Profile, Service,
};
use parvis_store::Migration;
use parvis_testkit::on_both;

const MIGRATIONS: &[&[Migration]] = &[parvis_journal::MIGRATIONS, parvis_organisation::MIGRATIONS];

fn rochebrune() -> Organisation {
    Organisation {
        id: OrganisationId::new(),
        slug: "rochebrune".to_owned(),
        host: Some("demarches.rochebrune.example".to_owned()),
        name: "Ville de Rochebrune".to_owned(),
        profile: Profile::default(),
        demonstration: true,
        trial: None,
    }
}

#[test]
fn an_organisation_is_found_by_host_slug_and_identifier() {
    on_both(MIGRATIONS, |test| {
        let (ctx, town) = (test.ctx(), rochebrune());
        let created = town.clone();
        test.store
            .write_blocking(move |tx| parvis_organisation::create(&ctx, tx, &created))
            .unwrap();
        let all = test.store.read_blocking(parvis_organisation::all).unwrap();
        assert!(all.contains(&town));
        let directory = Directory::default();
        directory.replace(all);
        let found = directory.by_host("Demarches.Rochebrune.example").unwrap();
        assert_eq!(*found, town);
        assert_eq!(directory.by_slug("rochebrune").as_deref(), Some(&town));
        assert_eq!(directory.by_id(town.id).as_deref(), Some(&town));
        assert!(directory.by_host("elsewhere.example").is_none());
    });
}

#[test]
fn an_organisation_changes_what_it_says_of_itself_and_nothing_else() {
    on_both(MIGRATIONS, |test| {
        let (town, mut other) = (rochebrune(), rochebrune());
        other.slug = "autre".to_owned();
        other.host = None;
        let (first, second) = (town.clone(), other.clone());
        let ctx = parvis_kernel::Ctx {
            organisation: town.id,
            ..test.ctx()
        };
        let profile = Profile {
            publication_director: Some("Hélène Aubry, maire".to_owned()),
            ..town.profile.clone()
        };
        let said = profile.clone();
        test.store
            .write_blocking(move |tx| {
                parvis_organisation::create(&ctx, tx, &first)?;
                parvis_organisation::create(&ctx, tx, &second)?;
                parvis_organisation::describe(&ctx, tx, "Rochebrune", &said)?;
                let subject = parvis_journal::Subject::organisation(ctx.organisation);
                let history = parvis_journal::security_events(tx, ctx.organisation, subject)?;
                let last = history.last().map(|entry| entry.verb.clone());
                assert_eq!(last.as_deref(), Some("organisation.described"));
                Ok::<_, OrganisationError>(())
            })
            .unwrap();
        let all = test.store.read_blocking(parvis_organisation::all).unwrap();
        let described = Organisation {
            name: "Rochebrune".to_owned(),
            profile,
            ..town
        };
        assert!(all.contains(&described) && all.contains(&other), "{all:?}");
        let ctx = test.ctx();
        let unknown = test.store.write_blocking(move |tx| {
            parvis_organisation::describe(&ctx, tx, "Ailleurs", &Profile::default())
        });
        assert!(matches!(unknown, Err(OrganisationError::NotFound)));
    });
}

#[test]
fn two_organisations_cannot_share_a_slug_or_a_host() {
    on_both(MIGRATIONS, |test| {
        let ctx = test.ctx();
        let twice = test.store.write_blocking(move |tx| {
            parvis_organisation::create(&ctx, tx, &rochebrune())?;
            let mut other = rochebrune();
            other.slug = "autre".to_owned();
            parvis_organisation::create(&ctx, tx, &other)
        });
        assert!(matches!(
            twice,
            Err(OrganisationError::AlreadyServed { .. })
        ));
    });
}

#[test]
fn services_and_groups_belong_to_one_organisation_only() {
    on_both(MIGRATIONS, |test| {
        let (house, town) = (test.ctx(), rochebrune());
        let service = Service {
            id: ServiceId::new(),
            slug: "etat-civil".to_owned(),
            name: "État civil".to_owned(),
            contact: Contact {
                phone: Some("01 99 00 12 34".to_owned()),
                ..Contact::default()
            },
        };
        let group = Group {
            id: GroupId::new(),
            slug: "etat-civil".to_owned(),
            name: "Agents de l’état civil".to_owned(),
            service: service.id,
        };
        let (expected_service, expected_group) = (service.clone(), group.clone());
        let (found, elsewhere) = test
            .store
            .write_blocking(move |tx| {
                parvis_organisation::create(&house, tx, &town)?;
                let ctx = parvis_kernel::Ctx {
                    organisation: town.id,
                    ..house.clone()
                };
                parvis_organisation::create_service(&ctx, tx, &service)?;
                parvis_organisation::create_group(&ctx, tx, &group)?;
                let found = (
                    parvis_organisation::service(tx, town.id, service.id)?,
                    parvis_organisation::service_by_slug(tx, town.id, "etat-civil")?,
                    parvis_organisation::group(tx, town.id, group.id)?,
                    parvis_organisation::group_by_slug(tx, town.id, "etat-civil")?,
                    parvis_organisation::by_slug(tx, "rochebrune")?,
                );
                let stranger = OrganisationId::new();
                let elsewhere = (
                    parvis_organisation::service(tx, stranger, service.id).is_err(),
                    parvis_organisation::group(tx, stranger, group.id).is_err(),
                );
                Ok::<_, OrganisationError>((found, elsewhere))
            })
            .unwrap();
        assert_eq!(found.0, expected_service);
        assert_eq!(found.1, Some(expected_service));
        assert_eq!(found.2, expected_group);
        assert_eq!(found.3, Some(expected_group));
        assert!(found.4.is_some());
        assert_eq!(elsewhere, (true, true));
    });
}
