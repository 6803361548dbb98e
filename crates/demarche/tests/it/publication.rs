//! Publishing, confirming, and what others then see.

use parvis_access::OrganisationRole;
use parvis_access::agent::Role;
use parvis_demarche::{Catalogue, DemarcheError, check};
use parvis_jobs::backlog;
use parvis_journal::{Entry, Subject};
use parvis_kernel::{Actor, AgentId, Purpose, RevisionId, SessionId};
use parvis_store::StoreError;
use parvis_testkit::{TestStore, on_both};

use crate::town::{MIGRATIONS, Town, birth, birth_amended, birth_certain, confirm_as, publish_as};

const SLUG: &str = "acte-naissance";

fn published(test: &TestStore, town: &Town) -> Option<RevisionId> {
    let organisation = town.organisation.id;
    let found = test
        .store
        .read_blocking(move |tx| Catalogue::new().published(tx, organisation, SLUG));
    found.unwrap().map(|revision| revision.id)
}

fn traces(test: &TestStore, town: &Town, revision: RevisionId) -> Vec<String> {
    let organisation = town.organisation.id;
    let history = test.store.read_blocking(move |tx| {
        let revision = Catalogue::new().revision(tx, organisation, revision)?;
        let subject = Subject::procedure(revision.procedure);
        Ok::<Vec<Entry>, DemarcheError>(parvis_journal::history(tx, organisation, subject)?)
    });
    history
        .unwrap()
        .into_iter()
        .map(|entry| entry.verb)
        .collect()
}

fn facts(test: &TestStore) -> i64 {
    let waiting: Result<_, StoreError> = test.store.read_blocking(backlog);
    waiting.unwrap().facts
}

#[test]
fn a_published_procedure_is_read_back_as_it_was_checked() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let id = town.publish(&test, &birth()).unwrap();
        let organisation = town.organisation.id;
        let revision = test
            .store
            .read_blocking(move |tx| Catalogue::new().revision(tx, organisation, id))
            .unwrap();
        let checked = birth();
        assert_eq!((revision.id, revision.number), (id, 1));
        assert_eq!(
            (revision.service, revision.group),
            (town.services[0], town.groups[0])
        );
        assert_eq!(revision.published_at, town.ctx.now);
        assert_eq!(revision.slug, SLUG);
        assert_eq!(revision.file, checked.file);
        assert_eq!(revision.form, checked.form);
        assert_eq!(published(&test, &town), Some(id));
    });
}

#[test]
fn the_same_text_published_twice_is_the_same_revision_and_leaves_one_trace() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let first = town.publish(&test, &birth()).unwrap();
        assert_eq!(town.publish(&test, &birth()).unwrap(), first);
        assert_eq!(traces(&test, &town, first), ["procedure.published"]);
        assert_eq!(facts(&test), 1);
    });
}

#[test]
fn a_new_text_is_a_new_revision_and_the_former_stays_readable() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let catalogue = Catalogue::new();
        let first = town.publish(&test, &birth()).unwrap();
        let second = town.publish(&test, &birth_amended()).unwrap();
        assert_ne!(first, second);
        assert_eq!(published(&test, &town), Some(second));
        let organisation = town.organisation.id;
        let minutes = test.store.read_blocking(move |tx| {
            let former = catalogue.revision(tx, organisation, first)?;
            let current = catalogue.published(tx, organisation, SLUG)?.unwrap();
            Ok::<_, DemarcheError>([
                (former.number, former.file.minutes),
                (current.number, current.file.minutes),
            ])
        });
        assert_eq!(minutes.unwrap(), [(1, 5), (2, 6)]);
        assert_eq!(
            town.publish(&test, &birth()).unwrap(),
            first,
            "an earlier text becomes current again"
        );
        assert_eq!(published(&test, &town), Some(first));
        assert_eq!(facts(&test), 3);
    });
}

#[test]
fn facts_to_confirm_are_published_only_after_a_named_agent_confirmed_that_text() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", false);
        let claire = town.engage(&test, "claire@rochebrune.example", 0, Role::Instructeur);
        let refused = town.publish(&test, &birth());
        assert!(
            matches!(refused, Err(DemarcheError::ToConfirm { .. })),
            "{refused:?}"
        );
        assert_eq!(published(&test, &town), None);

        let claire_acts = town.as_agent(claire);
        confirm_as(&test, &claire_acts, &birth(), claire).unwrap();
        confirm_as(&test, &claire_acts, &birth(), claire).unwrap();
        let ctx = town.ctx.clone();
        let confirmation = test
            .store
            .read_blocking(move |tx| parvis_demarche::confirmation(&ctx, tx, &birth()));
        assert_eq!(confirmation.unwrap(), Some((claire, town.ctx.now)));
        let revision = town.publish(&test, &birth()).unwrap();
        assert_eq!(
            traces(&test, &town, revision),
            ["procedure.confirmed", "procedure.published"]
        );
        assert_eq!(facts(&test), 2);

        let changed = town.publish(&test, &birth_amended());
        assert!(
            matches!(changed, Err(DemarcheError::ToConfirm { .. })),
            "another text needs its own word"
        );
        town.publish(&test, &birth_certain()).unwrap();
    });
}

#[test]
fn nothing_is_confirmed_before_anybody_did() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", false);
        let read = test
            .store
            .read_blocking(move |tx| parvis_demarche::confirmation(&town.ctx, tx, &birth()));
        assert_eq!(read.unwrap(), None);
    });
}

#[test]
fn nobody_confirms_in_the_name_of_another() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", false);
        let claire = town.engage(&test, "claire@rochebrune.example", 0, Role::Instructeur);
        let reader = town.engage(&test, "lea@rochebrune.example", 0, Role::Reader);
        let elsewhere = town.engage(&test, "marc@rochebrune.example", 1, Role::Instructeur);
        let for_another = confirm_as(&test, &town.as_agent(claire), &birth(), reader);
        assert!(matches!(for_another, Err(DemarcheError::ConfirmedByNobody)));
        for agent in [reader, elsewhere] {
            let named = confirm_as(&test, &town.ctx, &birth(), agent);
            assert!(
                matches!(named, Err(DemarcheError::ConfirmedByNobody)),
                "{named:?}"
            );
        }
        let unknown = confirm_as(&test, &town.ctx, &birth(), AgentId::new());
        assert!(matches!(unknown, Err(DemarcheError::Access(_))));
        confirm_as(&test, &town.ctx, &birth(), claire).unwrap();
    });
}

#[test]
fn only_the_house_and_those_who_write_procedures_publish() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let decides = town.engage(&test, "claire@rochebrune.example", 0, Role::Instructeur);
        let reads = town.engage(&test, "lea@rochebrune.example", 0, Role::Reader);
        let person = Actor::Usager(SessionId::new());
        for refused in [
            town.as_agent(reads),
            town.as_agent(decides),
            town.ctx.acting_as(person, Purpose::OwnDemarche),
            town.ctx.acting_as(Actor::Anonymous, Purpose::OwnDemarche),
        ] {
            let refusal = publish_as(&test, &refused, &birth());
            assert!(
                matches!(refusal, Err(DemarcheError::Access(_))),
                "{refusal:?}"
            );
        }
        assert_eq!(facts(&test), 0);
        town.grant(&test, reads, OrganisationRole::ProcedureAuthor);
        publish_as(&test, &town.as_agent(reads), &birth()).unwrap();
    });
}

#[test]
fn a_file_that_names_an_unknown_service_or_group_is_refused() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let service = check(
            "a",
            &birth()
                .source
                .replace("service: etat-civil", "service: nulle-part"),
        )
        .unwrap();
        let refused = town.publish(&test, &service);
        assert!(
            matches!(refused, Err(DemarcheError::UnknownService { slug }) if slug == "nulle-part")
        );
        let group = check(
            "a",
            &birth()
                .source
                .replace("group: etat-civil", "group: personne"),
        )
        .unwrap();
        let refused = town.publish(&test, &group);
        assert!(matches!(refused, Err(DemarcheError::UnknownGroup { slug }) if slug == "personne"));
    });
}

#[test]
fn what_one_organisation_publishes_is_not_seen_from_another() {
    on_both(MIGRATIONS, |test| {
        let rochebrune = Town::found(&test, "rochebrune", true);
        let valmont = Town::found(&test, "valmont", true);
        let id = rochebrune.publish(&test, &birth()).unwrap();
        assert_eq!(published(&test, &valmont), None);
        let (own, other) = (rochebrune.organisation.id, valmont.organisation.id);
        let catalogue = Catalogue::new();
        let seen = test.store.read_blocking(move |tx| {
            catalogue.revision(tx, own, id)?;
            assert!(catalogue.list(tx, other)?.is_empty());
            catalogue.revision(tx, other, id)
        });
        assert!(matches!(seen, Err(DemarcheError::NotFound)));
        assert_ne!(valmont.publish(&test, &birth()).unwrap(), id);
    });
}
