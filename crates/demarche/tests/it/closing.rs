//! Closing a procedure with what replaces it, and opening it again.

use parvis_access::agent::Role;
use parvis_demarche::{Catalogue, Closing, DemarcheError, LIBRARY, check, close, reopen};
use parvis_kernel::Ctx;
use parvis_testkit::{TestStore, on_both};

use crate::house::TestHouse;
use crate::town::{MIGRATIONS, Town, birth};

const SLUG: &str = "acte-naissance";

fn closes(test: &TestStore, by: &Ctx, closing: Closing) -> Result<(), DemarcheError> {
    let ctx = by.clone();
    test.store
        .write_blocking(move |tx| close(&ctx, tx, SLUG, &closing))
}

fn reopens(test: &TestStore, by: &Ctx) -> Result<(), DemarcheError> {
    let ctx = by.clone();
    test.store.write_blocking(move |tx| reopen(&ctx, tx, SLUG))
}

fn replaced_by(slug: &str) -> Closing {
    Closing {
        replacement: Some(slug.to_owned()),
        words: None,
    }
}

fn because(words: &str) -> Closing {
    Closing {
        replacement: None,
        words: Some(words.to_owned()),
    }
}

#[test]
fn a_procedure_closes_with_an_open_replacement_or_a_reason_and_opens_again() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let not_yet = closes(&test, &town.ctx, because("Travaux"));
        assert!(matches!(not_yet, Err(DemarcheError::NotOpen { .. })));
        let revision = town.publish(&test, &birth()).unwrap();
        for unexplained in [
            Closing::default(),
            replaced_by(SLUG),
            replaced_by("nulle-part"),
        ] {
            let refused = closes(&test, &town.ctx, unexplained);
            assert!(matches!(refused, Err(DemarcheError::Unexplained { .. })));
        }
        let reader = town.engage(&test, "lea@rochebrune.example", 0, Role::Instructeur);
        let refused = closes(&test, &town.as_agent(reader), because("Travaux"));
        assert!(matches!(refused, Err(DemarcheError::Access(_))));
        assert!(matches!(
            reopens(&test, &town.ctx),
            Err(DemarcheError::NotClosed { .. })
        ));
        closes(&test, &town.ctx, because("Travaux")).unwrap();
        let again = closes(&test, &town.ctx, because("Travaux"));
        assert!(matches!(again, Err(DemarcheError::NotOpen { .. })));
        let organisation = town.organisation.id;
        let seen = test.store.read_blocking(move |tx| {
            let procedure = Catalogue::new()
                .revision(tx, organisation, revision)?
                .procedure;
            let offered = Catalogue::new().published(tx, organisation, SLUG)?;
            let notice = Catalogue::new().closing(tx, organisation, procedure)?;
            Ok::<_, DemarcheError>((offered.is_some(), notice.is_some()))
        });
        assert_eq!(seen.unwrap(), (false, true));
        reopens(&test, &town.ctx).unwrap();
        let organisation = town.organisation.id;
        let offered = test
            .store
            .read_blocking(move |tx| Catalogue::new().published(tx, organisation, SLUG));
        assert_eq!(offered.unwrap().map(|revision| revision.id), Some(revision));
    });
}

#[test]
fn the_page_of_a_closed_procedure_says_since_when_why_what_replaces_it_and_the_other_ways() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        town.publish_library(&test);
        let house = TestHouse::open(&test, &town.organisation);
        let other = check(LIBRARY[2].0, LIBRARY[2].1).unwrap().file.slug;
        closes(&test, &town.ctx, replaced_by(&other)).unwrap();
        let page = house.get(&format!("/demarches/{SLUG}"));
        let main = page.main();
        assert!(
            main.contains("Cette démarche est fermée depuis le"),
            "{main}"
        );
        let links = page.attributes("main a", "href");
        let replaced = format!("/rochebrune/demarches/{other}");
        assert!(links.contains(&replaced), "{links:?}");
        assert!(!main.contains("/commencer"), "{main}");
        assert!(
            main.contains("Un agent vous aide"),
            "the other ways: {main}"
        );
        reopens(&test, &town.ctx).unwrap();
        closes(&test, &town.ctx, because("Le service déménage.")).unwrap();
        let page = house.get(&format!("/demarches/{SLUG}"));
        assert!(page.main().contains("Le service déménage."));
        assert!(!house.get("/demarches").body.contains(SLUG));
    });
}
