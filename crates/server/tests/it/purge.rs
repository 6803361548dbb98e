//! What the declared retention ends, on its day and not before.

use std::time::Duration;

use parvis_demarche::Catalogue;
use parvis_demarche::satisfaction::{self, Answer, Degree, Month};
use parvis_dossier::DossierError;
use parvis_dossier::destroy::{hold, release};
use parvis_dossier::model::Number;
use parvis_dossier::prefill::{self, Proposal, Provenance};
use parvis_dossier::sweep;
use parvis_journal::Subject;
use parvis_kernel::{Clock, Ctx, DossierId, Instant, OrganisationId};
use parvis_server::purge::{Line, Purge};
use parvis_store::{Sql, StoreError, sealing};

use crate::town::{Known, Place, Town, in_towns};

const ZOE: Known<'_> = Known::Email("zoe.lenoir@exemple.fr");
const VISA: &str = "AD84 2027-112";

/// A refused request, with its pieces and a note that calls somebody.
fn decided(town: &Town, place: &Place) -> String {
    let (_, number) = town.deposited(place, "acte-naissance", ZOE);
    let mut claire = town.agent(place, "claire");
    town.take(&mut claire, &number);
    let notes = format!("/agent/dossiers/{number}/notes");
    let form = claire.get(&notes).shown().form("/notes");
    let called = form.offered("prevenir")[0].to_owned();
    let form = form.fill("texte", "À relire").tick("prevenir", &called);
    let _ = claire.post_form(&form).shown();
    town.decide(&mut claire, &number, "refused");
    number
}

fn plan(town: &Town, now: Instant) -> Vec<Line> {
    town.rochebrune
        .door
        .wait(purge(town, &Catalogue::new(), now).plan())
        .unwrap()
}

/// Purges; `stop` interrupts after the first transaction of dossiers.
fn purged(town: &Town, now: Instant, visa: Option<&str>, stop: bool) -> Result<(), String> {
    let catalogue = Catalogue::new();
    let mut each = |line: &Line, _| match stop && line.destroys() {
        true => Err(anyhow::anyhow!("killed")),
        false => Ok(()),
    };
    let work = purge(town, &catalogue, now);
    let done = town.rochebrune.door.wait(work.execute(visa, &mut each));
    done.map_err(|error| error.to_string())
}

fn purge<'a>(town: &'a Town, catalogue: &'a Catalogue, now: Instant) -> Purge<'a> {
    Purge {
        store: &town.house.store,
        blobs: &town.house.blobs,
        catalogue,
        now,
        at_once: 1,
    }
}

/// The dossiers that would be destroyed in an organisation.
fn due(town: &Town, place: &Place, now: Instant) -> i64 {
    let lines = plan(town, now);
    let own = lines.iter().filter(|line| {
        let organisation = line.organisation.as_ref();
        line.destroys() && organisation.is_some_and(|it| it.id == place.organisation.id)
    });
    own.map(|line| line.due.count).sum()
}

fn id(town: &Town, number: &str) -> (OrganisationId, DossierId) {
    let number = number.to_owned();
    let found: Result<_, StoreError> = town.house.store.read_blocking(move |tx| {
        let sql = Sql("SELECT organisation_id, id FROM dossiers WHERE number = $1");
        tx.one(sql, &[number.as_str().into()], |row| {
            Ok((row.id(0)?, row.id(1)?))
        })
    });
    found.unwrap()
}

/// Whether the rows of a dossier can still be opened.
fn opens(town: &Town, number: &str) -> bool {
    let (organisation, id) = id(town, number);
    let key: Result<_, StoreError> = town
        .house
        .store
        .read_blocking(move |tx| sealing::load_key(tx, organisation, id.uuid()));
    match key {
        Ok(_) => true,
        Err(StoreError::KeyDestroyed) => false,
        Err(error) => panic!("{error}"),
    }
}

fn acts(town: &Town, organisation: OrganisationId, subject: Subject) -> Vec<parvis_journal::Entry> {
    let read: Result<_, StoreError> = town
        .house
        .store
        .read_blocking(move |tx| parvis_journal::history(tx, organisation, subject.clone()));
    read.unwrap()
}

/// The last minute of a day, so many months after today, and the first one of the next day.
fn edges(town: &Town, months: i64) -> (Instant, Instant) {
    let zone = town.rochebrune.organisation.zone();
    let today = town.test.clock.now().to_zoned(zone.clone()).date();
    let day = today + jiff::Span::new().months(months);
    let last = day.at(23, 59, 0, 0).to_zoned(zone.clone()).unwrap();
    let next = day.tomorrow().unwrap().at(0, 1, 0, 0).to_zoned(zone);
    (last.timestamp(), next.unwrap().timestamp())
}

#[test]
fn dossiers_are_destroyed_on_their_day_with_a_visa_and_no_other_one_is() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut portal = town.application(place);
        let over = [(); 3].map(|()| decided(town, place));
        let appealed = decided(town, place);
        let (_, open) = town.deposited(place, "acte-naissance", ZOE);
        let (last, next) = edges(town, 12);
        town.later(2 * 24 * 3600);
        let other = decided(town, &town.valmont);
        let kept = [&appealed, &open, &other];
        let ctx = Ctx::house(place.organisation.id, town.test.clock.now());
        let (house, number) = (ctx.clone(), Number::parse(&appealed).unwrap());
        let (held, released) = (number.clone(), number);
        let write = &town.house.store;
        write
            .write_blocking(move |tx| hold(&house, tx, &held, "TA Nîmes 2604211"))
            .unwrap();

        assert_eq!(due(town, place, last), 0, "nothing before its day");
        purged(town, last, Some(VISA), false).unwrap();
        assert!(over.iter().all(|number| opens(town, number)));
        assert_eq!(
            (due(town, place, next), due(town, &town.valmont, next)),
            (3, 0)
        );
        let refused = purged(town, next, None, false).unwrap_err();
        assert!(refused.contains("--visa"), "{refused}");
        assert_eq!(due(town, place, next), 3, "nothing without a visa");

        assert_eq!(purged(town, next, Some(VISA), true).unwrap_err(), "killed");
        assert_eq!(due(town, place, next), 2, "what was done is done");
        purged(town, next, Some(VISA), false).unwrap();
        purged(town, next, Some(VISA), false).unwrap();
        assert_eq!(due(town, place, next), 0);
        for number in &over {
            let (organisation, id) = id(town, number);
            assert!(!opens(town, number), "{number}");
            assert_eq!(acts(town, organisation, Subject::dossier(id)), []);
        }
        for number in kept {
            let (organisation, id) = id(town, number);
            assert!(opens(town, number), "{number}");
            assert!(!acts(town, organisation, Subject::dossier(id)).is_empty());
        }
        is_traced(town, place, &over);
        is_swept(town);
        let items = portal.get("/dossiers?limit=100").expect(200).body["items"].clone();
        let gone = items.as_array().unwrap().iter().filter(|item| {
            let number = item["number"].as_str().unwrap();
            item["deleted"] == true && over.iter().any(|over| over == number)
        });
        assert_eq!(gone.count(), 3, "applications hear of it: {items}");

        let write = &town.house.store;
        write
            .write_blocking(move |tx| release(&ctx, tx, &released))
            .unwrap();
        assert_eq!(due(town, place, next), 1, "the appeal is over");
    });
}

/// One trace by transaction, with the visa and what it destroyed.
fn is_traced(town: &Town, place: &Place, over: &[String]) {
    let organisation = place.organisation.id;
    let all = acts(town, organisation, Subject::organisation(organisation));
    let traces = all
        .iter()
        .filter(|entry| entry.verb == "dossiers.destroyed");
    let mut told: Vec<String> = traces
        .map(|entry| {
            assert_eq!(
                (&entry.detail["visa"], &entry.detail["rule"]),
                (&VISA.into(), &"12 months".into())
            );
            entry.detail["dossiers"].as_str().unwrap().to_owned()
        })
        .collect();
    told.sort();
    let mut ids: Vec<String> = over.iter().map(|it| id(town, it).1.to_string()).collect();
    ids.sort();
    assert_eq!(told, ids);
}

/// The files that are stored are those of the dossiers that are left, and nothing else has a row of those that are gone.
fn is_swept(town: &Town) {
    use futures::TryStreamExt;
    let listed = town.house.blobs.list("").map_ok(|blob| blob.name);
    let mut stored: Vec<String> = futures::executor::block_on(listed.try_collect()).unwrap();
    stored.sort();
    let named = town.house.store.read_blocking(|tx| sweep::named(tx, ""));
    let named: Vec<String> = named.unwrap().into_iter().map(|it| it.blob).collect();
    assert!(!named.is_empty());
    assert_eq!(stored, named);
    for table in [
        "dossier_answers",
        "dossier_names",
        "dossier_words",
        "pieces",
        "receipts",
        "messages",
        "notes",
        "mentions",
        "dossier_presences",
        "requests",
        "decisions",
        "uploads",
    ] {
        let sql = format!(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM {table} t JOIN dossiers d \
             ON d.organisation_id = t.organisation_id AND d.id = t.dossier_id WHERE d.erased_at IS NOT NULL"
        );
        let sql: &'static str = sql.leak();
        let left: Result<i64, StoreError> = town
            .house
            .store
            .read_blocking(move |tx| tx.one(Sql(sql), &[], |row| row.int(0)));
        assert_eq!(left.unwrap(), 0, "{table}");
    }
}

#[test]
fn a_procedure_that_says_nothing_of_the_end_of_its_dossiers_has_them_kept_for_the_archives() {
    in_towns(|town| {
        town.publish_amended("acte-naissance", "  fate: destroy\n", "");
        let number = decided(town, &town.rochebrune);
        let (_, late) = edges(town, 240);
        let lines = plan(town, late);
        let kept: i64 = lines
            .iter()
            .filter(|line| line.keeps())
            .map(|line| line.due.count)
            .sum();
        assert_eq!(kept, 1);
        assert!(!lines.iter().any(Line::destroys));
        purged(town, late, None, false).unwrap();
        assert!(opens(town, &number));
    });
}

#[test]
fn each_journal_has_its_clock_and_what_has_ended_elsewhere_goes_too() {
    in_towns(|town| {
        let number = decided(town, &town.rochebrune);
        town.publish_amended("acte-naissance", "  fate: destroy\n", "");
        let (_, draft, _) = town.drafting("acte-naissance");
        let due = |now, words: &str| -> i64 {
            let lines = plan(town, now);
            let named = lines.iter().filter(|line| line.what.contains(words));
            named.map(|line| line.due.count).sum()
        };
        let ends = ["brouillons", "séances", "faits", "courriels"];
        let now = town.test.clock.now();
        assert_eq!(ends.map(|end| due(now, end)), [0; 4]);
        for (months, words) in [(12, "journal de sécurité"), (36, "consultation")] {
            let (last, next) = edges(town, months);
            assert_eq!(due(last, words), 0, "{words}");
            assert!(due(next, words) > 0, "{words}");
            let destroyed = purged(town, next, Some(VISA), false);
            destroyed.unwrap();
            assert_eq!(due(next, words), 0, "{words}");
            assert_eq!(ends.map(|end| due(next, end)), [0; 4]);
        }
        assert!(!opens(town, &number) && !opens(town, &draft));
        let organisation = town.rochebrune.organisation.id;
        let all = acts(town, organisation, Subject::organisation(organisation));
        assert!(all.iter().any(|entry| entry.verb == "journal.purged"));
    });
}

/// Proposes answers until the next day, and says once whether a request was well dealt with.
fn proposed_and_appraised(town: &Town) {
    let organisation = &town.rochebrune.organisation;
    let ctx = Ctx::house(organisation.id, town.test.clock.now());
    let month = Month::of(ctx.now, organisation.zone());
    let written = town.house.store.write_blocking(move |tx| {
        let proposal = Proposal {
            procedure: "ecole-cantine".to_owned(),
            from: Provenance::Link,
            given: parvis_form::Entries::default(),
            code: None,
        };
        prefill::keep(&ctx, tx, "CODE", &proposal, Duration::from_secs(24 * 3600))?;
        let revision = Catalogue::new().published(tx, ctx.organisation, "ecole-cantine")?;
        let answer = Answer {
            degree: Degree::Rather,
            words: "Un peu long".to_owned(),
        };
        Ok::<_, DossierError>(satisfaction::keep(
            &ctx,
            tx,
            &revision.unwrap(),
            month,
            &answer,
        )?)
    });
    written.unwrap();
}

#[test]
fn proposals_that_nobody_took_and_anonymous_answers_end_on_their_day() {
    in_towns(|town| {
        proposed_and_appraised(town);
        let due = |now, words: &str| -> i64 {
            let lines = plan(town, now);
            let found: Vec<_> = lines
                .iter()
                .filter(|line| line.what.contains(words))
                .collect();
            assert_eq!(found.len(), 1, "one line tells of {words}");
            found[0].due.count
        };
        let now = town.test.clock.now();
        let tomorrow = now + Duration::from_secs(24 * 3600);
        let zone = town.rochebrune.organisation.zone();
        let first = now.to_zoned(zone).date().first_of_month();
        let noon = |months: i64| {
            let day = first + jiff::Span::new().months(months);
            let noon = day.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC);
            noon.unwrap().timestamp()
        };
        for (words, before, on) in [
            ("réponses proposées", now, tomorrow),
            ("réponses anonymes", noon(23), noon(24)),
        ] {
            assert_eq!((due(before, words), due(on, words)), (0, 1), "{words}");
            purged(town, before, None, false).unwrap();
            assert_eq!(due(on, words), 1, "{words}: not before its day");
            purged(town, on, None, false).unwrap();
            assert_eq!(due(on, words), 0, "{words}");
        }
    });
}
