//! Sealed data and the keys of subjects.

use parvis_kernel::{Ctx, Instant, OrganisationId};
use parvis_store::sealing::{
    SealingKey, bare_keys, check_keys, create_key, destroy_key, keep_bare_key, load_key, load_keys,
};
use parvis_store::{ConstraintKind, Sql, Store, StoreError, Vault};
use uuid::Uuid;

use crate::house::{Outcome, Place, engines, on_both};

const SWAP: Sql = Sql(
    "UPDATE data_keys SET wrapped = (SELECT other.wrapped FROM data_keys AS other WHERE other.subject = $1) \
     WHERE subject = $2",
);

fn ctx() -> Ctx {
    Ctx::house(OrganisationId::new(), Instant::UNIX_EPOCH)
}

fn create(store: &Store, ctx: &Ctx) -> (Uuid, SealingKey) {
    let (ctx, subject) = (ctx.clone(), Uuid::now_v7());
    let key: Outcome<SealingKey> = store.write_blocking(move |tx| create_key(tx, &ctx, subject));
    (subject, key.unwrap())
}

fn load(store: &Store, organisation: OrganisationId, subject: Uuid) -> Outcome<SealingKey> {
    store.read_blocking(move |tx| load_key(tx, organisation, subject))
}

#[test]
fn what_was_sealed_opens_with_the_key_read_again() {
    on_both(|store| {
        let ctx = ctx();
        let (subject, key) = create(store, &ctx);
        let sealed = key.seal("answers", "Zoé".as_bytes());
        let again = load(store, ctx.organisation, subject).unwrap();
        assert_eq!(again.open("answers", &sealed).unwrap(), "Zoé".as_bytes());
    });
}

#[test]
fn every_key_is_opened_in_turn_by_who_examines_the_installation() {
    on_both(|store| {
        let ctx = ctx();
        for _ in 0..3 {
            create(store, &ctx);
        }
        let checked: Outcome<_> = store.read_blocking(|tx| check_keys(tx, None));
        let checked = checked.unwrap();
        assert_eq!((checked.keys, checked.broken.len()), (3, 0));
        let last = checked.last;
        let rest: Outcome<_> = store.read_blocking(move |tx| check_keys(tx, last));
        assert_eq!(rest.unwrap().keys, 0);
    });
}

#[test]
fn the_keys_of_a_list_are_read_together_and_only_those_of_the_organisation() {
    on_both(|store| {
        let (ctx, elsewhere) = (ctx(), self::ctx());
        let made: Vec<(Uuid, SealingKey)> = (0..30).map(|_| create(store, &ctx)).collect();
        let (foreign, _) = create(store, &elsewhere);
        let (organisation, erased) = (ctx.organisation, made[7].0);
        let destroyed: Outcome =
            store.write_blocking(move |tx| destroy_key(tx, organisation, erased));
        destroyed.unwrap();
        let mut asked: Vec<Uuid> = made.iter().map(|(subject, _)| *subject).collect();
        asked.push(foreign);
        let read: Outcome<_> = store.read_blocking(move |tx| load_keys(tx, organisation, &asked));
        let read = read.unwrap();
        assert_eq!(read.len(), 29);
        assert!(!read.contains_key(&erased) && !read.contains_key(&foreign));
        for (subject, key) in made.iter().filter(|(subject, _)| *subject != erased) {
            let sealed = key.seal("label", subject.as_bytes());
            let opened = read[subject].open("label", &sealed).unwrap();
            assert_eq!(opened, subject.as_bytes());
        }
        let none: Outcome<_> = store.read_blocking(move |tx| load_keys(tx, organisation, &[]));
        assert!(none.unwrap().is_empty());
    });
}

#[test]
fn once_its_key_is_destroyed_sealed_data_can_never_be_opened_again() {
    on_both(|store| {
        let ctx = ctx();
        let organisation = ctx.organisation;
        let (subject, key) = create(store, &ctx);
        let sealed = key.seal("answers", b"{}");
        for _ in 0..2 {
            let destroyed: Outcome =
                store.write_blocking(move |tx| destroy_key(tx, organisation, subject));
            destroyed.unwrap();
        }
        let lost = load(store, organisation, subject);
        assert_eq!(lost.err(), Some(StoreError::KeyDestroyed));
        // A new key for the same subject opens nothing of the past.
        let new: Outcome<SealingKey> = {
            let ctx = ctx.clone();
            store.write_blocking(move |tx| create_key(tx, &ctx, subject))
        };
        assert_eq!(
            new.unwrap().open("answers", &sealed),
            Err(StoreError::Sealed)
        );
    });
}

#[test]
fn a_subject_has_one_key() {
    on_both(|store| {
        let ctx = ctx();
        let (subject, _) = create(store, &ctx);
        let again: Outcome<SealingKey> =
            store.write_blocking(move |tx| create_key(tx, &ctx, subject));
        let Err(StoreError::Constraint { kind, .. }) = again else {
            panic!("two keys")
        };
        assert_eq!(kind, ConstraintKind::Unique);
    });
}

#[test]
fn a_wrapped_key_moved_to_another_subject_does_not_open() {
    on_both(|store| {
        let ctx = ctx();
        let ((one, _), (other, _)) = (create(store, &ctx), create(store, &ctx));
        let moved: Outcome<u64> =
            store.write_blocking(move |tx| tx.execute(SWAP, &[one.into(), other.into()]));
        assert_eq!(moved, Ok(1));
        let opened = load(store, ctx.organisation, other);
        assert_eq!(opened.err(), Some(StoreError::Sealed));
        assert!(load(store, ctx.organisation, one).is_ok());
        let elsewhere = load(store, OrganisationId::new(), one);
        assert_eq!(elsewhere.err(), Some(StoreError::KeyDestroyed));
    });
}

#[test]
fn another_master_key_opens_nothing() {
    for engine in engines() {
        let place = Place::on(engine);
        let store = place.open_with(&parvis_store::Options::default());
        store.migrate(&[]).unwrap();
        let ctx = ctx();
        let (subject, _) = create(&store, &ctx);
        let stranger = Store::open(&place.location, Vault::from_bytes([1; 32])).unwrap();
        let opened = load(&stranger, ctx.organisation, subject);
        assert_eq!(opened.err(), Some(StoreError::Sealed));
        stranger.close();
        store.close();
    }
}

#[test]
fn a_key_that_left_bare_opens_the_same_under_another_master_key() {
    on_both(|store| {
        let (ctx, elsewhere) = (ctx(), self::ctx());
        let organisation = ctx.organisation;
        let (subject, key) = create(store, &ctx);
        create(store, &elsewhere);
        let sealed = key.seal("answers", "Zoé".as_bytes());
        let told: Outcome<_> = store.read_blocking(move |tx| bare_keys(tx, organisation, None));
        let told = told.unwrap();
        assert_eq!(told.len(), 1, "those of the organisation only");
        assert_eq!(told[0].subject, subject);
        let rest: Outcome<_> =
            store.read_blocking(move |tx| bare_keys(tx, organisation, Some(subject)));
        assert!(rest.unwrap().is_empty());
        // Wrapped again, here by the same house: for a subject of an organisation that it did not know.
        let there = OrganisationId::new();
        let kept: Outcome = store.write_blocking(move |tx| {
            told.iter()
                .try_for_each(|key| keep_bare_key(tx, there, key))
        });
        kept.unwrap();
        let opened = load(store, there, subject).unwrap();
        assert_eq!(opened.open("answers", &sealed).unwrap(), "Zoé".as_bytes());
    });
}
