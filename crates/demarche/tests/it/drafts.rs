//! Drafts: kept, replaced, thrown away, published, by two authors at once.

use parvis_access::OrganisationRole;
use parvis_access::agent::Role;
use parvis_demarche::{
    Catalogue, Checked, DemarcheError, discard_draft, keep_draft, publish_draft,
};
use parvis_kernel::{Ctx, RevisionId};
use parvis_testkit::{TestStore, on_both};

use crate::town::{MIGRATIONS, Town, birth, birth_amended, birth_certain, version};

fn author(test: &TestStore, town: &Town, email: &str) -> Ctx {
    let agent = town.engage(test, email, 0, Role::Reader);
    town.grant(test, agent, OrganisationRole::ProcedureAuthor);
    town.as_agent(agent)
}

fn keep(test: &TestStore, by: &Ctx, checked: &Checked, read: i64) -> Result<(), DemarcheError> {
    let (ctx, checked) = (by.clone(), checked.clone());
    test.store
        .write_blocking(move |tx| keep_draft(&ctx, tx, &checked, version(&ctx, read)).map(drop))
}

fn publish(
    test: &TestStore,
    by: &Ctx,
    checked: &Checked,
    read: i64,
    confirms: bool,
) -> Result<RevisionId, DemarcheError> {
    let (ctx, checked) = (by.clone(), checked.clone());
    test.store
        .write_blocking(move |tx| publish_draft(&ctx, tx, &checked, version(&ctx, read), confirms))
}

fn discard(test: &TestStore, by: &Ctx, read: i64) -> Result<(), DemarcheError> {
    let ctx = by.clone();
    test.store
        .write_blocking(move |tx| discard_draft(&ctx, tx, "acte-naissance", version(&ctx, read)))
}

fn is_told<T>(refused: &Result<T, DemarcheError>) -> bool {
    matches!(refused, Err(DemarcheError::DraftChanged { .. }))
}

#[test]
fn of_two_authors_at_once_the_second_is_told_and_overwrites_nothing() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let zoe = author(&test, &town, "zoe@rochebrune.example");
        let karim = author(&test, &town, "karim@rochebrune.example");
        keep(&test, &zoe, &birth(), 0).unwrap();
        assert!(is_told(&keep(&test, &karim, &birth_amended(), 0)));
        keep(&test, &karim, &birth_amended(), 1).unwrap();
        assert!(is_told(&keep(&test, &zoe, &birth(), 1)));
        assert!(is_told(&discard(&test, &zoe, 1)));
        assert!(is_told(&publish(&test, &zoe, &birth(), 1, false)));
        assert!(
            is_told(&publish(&test, &zoe, &birth(), 2, false)),
            "the version that was read, but another text"
        );
        publish(&test, &karim, &birth_amended(), 2, false).unwrap();
        assert!(is_told(&discard(&test, &karim, 2)), "published: no draft");
    });
}

#[test]
fn a_draft_written_before_another_publication_is_not_published_over_it() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let zoe = author(&test, &town, "zoe@rochebrune.example");
        keep(&test, &zoe, &birth_amended(), 0).unwrap();
        let first = town.publish(&test, &birth()).unwrap();
        let refused = publish(&test, &zoe, &birth_amended(), 1, false);
        assert!(matches!(
            refused,
            Err(DemarcheError::PublishedMeanwhile { .. })
        ));
        keep(&test, &zoe, &birth_amended(), 1).unwrap();
        let second = publish(&test, &zoe, &birth_amended(), 2, false).unwrap();
        assert_ne!(first, second);
    });
}

#[test]
fn the_author_confirms_the_dated_facts_of_what_they_publish() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", false);
        let zoe = author(&test, &town, "zoe@rochebrune.example");
        keep(&test, &zoe, &birth(), 0).unwrap();
        let refused = publish(&test, &zoe, &birth(), 1, false);
        assert!(matches!(refused, Err(DemarcheError::ToConfirm { .. })));
        publish(&test, &zoe, &birth(), 1, true).unwrap();
        keep(&test, &zoe, &birth_certain(), 0).unwrap();
        publish(&test, &zoe, &birth_certain(), 1, false).unwrap();
    });
}

#[test]
fn a_draft_is_seen_by_nobody_of_the_public_and_written_by_authors_only() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let reader = town.engage(&test, "lea@rochebrune.example", 0, Role::Instructeur);
        let refused = keep(&test, &town.as_agent(reader), &birth(), 0);
        assert!(matches!(refused, Err(DemarcheError::Access(_))));
        let zoe = author(&test, &town, "zoe@rochebrune.example");
        keep(&test, &zoe, &birth(), 0).unwrap();
        let organisation = town.organisation.id;
        let seen = test
            .store
            .read_blocking(move |tx| Catalogue::new().list(tx, organisation));
        assert!(seen.unwrap().is_empty());
        discard(&test, &zoe, 1).unwrap();
        keep(&test, &zoe, &birth(), 0).unwrap();
    });
}

#[test]
fn a_page_open_on_a_draft_that_was_thrown_away_does_nothing_to_the_next_one() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let zoe = author(&test, &town, "zoe@rochebrune.example");
        keep(&test, &zoe, &birth(), 0).unwrap();
        discard(&test, &zoe, 1).unwrap();
        let mut later = zoe.clone();
        later.now += std::time::Duration::from_secs(1);
        keep(&test, &later, &birth_amended(), 0).unwrap();
        assert!(is_told(&publish(&test, &zoe, &birth_amended(), 1, true)));
        assert!(is_told(&keep(&test, &zoe, &birth(), 1)));
        assert!(is_told(&discard(&test, &zoe, 1)));
        assert!(!is_told(&discard(&test, &later, 1)));
    });
}
