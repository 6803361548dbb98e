//! Saying whether one is satisfied: once, by the person alone, and without anything that joins the answer to the dossier.

use std::collections::BTreeMap;
use std::time::Duration;

use parvis_access::{AccessError, guichet};
use parvis_demarche::satisfaction::{Answer, Degree};
use parvis_dossier::DossierError;
use parvis_dossier::appraise::{Appraised, appraise};
use parvis_dossier::close::close;
use parvis_dossier::model::{Closing, Number};
use parvis_dossier::open::open_dossier;
use parvis_dossier::read_decision::read_decision;
use parvis_kernel::{Channel, Ctx, DossierId, OrganisationId};
use parvis_store::snapshot::Snapshot;
use parvis_store::{Engine, Row, Sql, StoreError, Value};
use uuid::Uuid;

use crate::browser::{Browser, Pages};
use crate::measuring::decided_after;
use crate::town::{PROCEDURE, Town, in_towns};

const DAY: Duration = Duration::from_secs(86_400);
/// The tables that an answer changes, and no other one. The procedure is taken, not changed; the key seals what is written.
const CHANGED: [&str; 3] = ["data_keys", "dossiers", "procedure_satisfactions"];
const ROWS: Sql = Sql(
    "SELECT id, procedure_id, revision_id, month, degree, words_sealed, counted_in FROM procedure_satisfactions \
     WHERE organisation_id = $1 ORDER BY id",
);

/// The procedure of the tests, which promises that 80 people in 100 are satisfied.
fn promising(town: &Town, source: &str) {
    let source = format!("{source}commitments: {{ satisfaction: 80 }}\n");
    let checked = parvis_demarche::check("promis.yaml", &source).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked).map(drop)?));
}

/// A person whose request was decided, and who read the decision: two days later.
fn answered(town: &Town) -> (Ctx, Number) {
    let (person, number) = town.deposited();
    decided_after(town, &number, DAY);
    let person = Town::later(&person, DAY * 2);
    read(town, &person, &number);
    (person, number)
}

fn read(town: &Town, person: &Ctx, number: &Number) {
    let (person, number) = (person.clone(), number.clone());
    town.write(move |tx, desk| read_decision(&person, tx, desk, &number).map(drop));
}

fn say(
    town: &Town,
    ctx: &Ctx,
    number: &Number,
    degree: Degree,
    words: &str,
) -> Result<Appraised, DossierError> {
    let (ctx, number) = (ctx.clone(), number.clone());
    let words = words.to_owned();
    town.try_write(move |tx, desk| {
        let answer = Answer {
            degree,
            words: words.clone(),
        };
        appraise(&ctx, tx, desk, &number, &answer)
    })
}

/// A row of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    id: Uuid,
    about: [String; 2],
    month: String,
    degree: i64,
    sealed: Option<Vec<u8>>,
    counted: Option<String>,
}

fn kept(town: &Town) -> Vec<Kept> {
    let organisation = town.desk.organisation.id;
    let read = |row: &Row<'_>| {
        Ok(Kept {
            id: row.id::<DossierId>(0)?.uuid(),
            about: [row.text(1)?, row.text(2)?],
            month: row.text(3)?,
            degree: row.int(4)?,
            sealed: row.opt_bytes(5)?,
            counted: row.opt_text(6)?,
        })
    };
    town.write(move |tx, _| Ok(tx.query(ROWS, &[organisation.into()], read)?))
}

/// A value in full: `Debug` tells its kind only.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Bytes(bytes) => format!("{bytes:?}"),
    }
}

/// Everything that the database holds, by table and column.
fn everything(town: &Town) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let vault = town.kit.store.vault().clone();
    let mut snapshot = Snapshot::open(town.kit.location(), &vault).unwrap();
    let mut found = BTreeMap::new();
    for table in snapshot.tables().to_vec() {
        let mut rows = Vec::new();
        let each = |values: &[Value]| {
            let named = table.columns.iter().zip(values);
            let named = named.map(|(column, value)| (column.name.clone(), plain(value)));
            rows.push(named.collect());
            Ok::<_, StoreError>(())
        };
        snapshot.rows(&table, each).unwrap();
        rows.sort();
        found.insert(table.name.clone(), rows);
    }
    found
}

#[test]
fn an_answer_waits_until_the_decision_is_read_and_is_given_once() {
    in_towns(|town| {
        promising(&town, PROCEDURE);
        let (person, number) = town.deposited();
        let early = |ctx: &Ctx| say(&town, ctx, &number, Degree::Very, "");
        assert!(matches!(early(&person), Err(DossierError::NotNow { .. })));
        decided_after(&town, &number, DAY);
        let person = Town::later(&person, DAY * 2);
        assert!(
            matches!(early(&person), Err(DossierError::NotNow { .. })),
            "the decision is not read"
        );
        assert_eq!(kept(&town), []);
        read(&town, &person, &number);
        assert_eq!(early(&person).unwrap(), Appraised::Kept);
        let again = say(&town, &person, &number, Degree::NotAtAll, "Encore").unwrap();
        assert_eq!(again, Appraised::Already);
        let rows = kept(&town);
        assert_eq!((rows.len(), rows[0].degree), (1, 5));
        assert_eq!((&rows[0].sealed, &rows[0].counted), (&None, &None));
    });
}

#[test]
fn two_presses_at_once_keep_one_answer() {
    in_towns(|town| {
        promising(&town, PROCEDURE);
        let (person, number) = answered(&town);
        let outcomes: Vec<Appraised> = std::thread::scope(|scope| {
            let press = || say(&town, &person, &number, Degree::Rather, "Merci").unwrap();
            let presses: Vec<_> = (0..4).map(|_| scope.spawn(press)).collect();
            let done = presses.into_iter();
            done.map(|press| press.join().unwrap()).collect()
        });
        let stored = outcomes.iter().filter(|own| **own == Appraised::Kept);
        assert_eq!((stored.count(), kept(&town).len()), (1, 1));
    });
}

#[test]
fn nobody_answers_for_the_person_and_nobody_is_asked_without_a_promise() {
    in_towns(|town| {
        let (first, unasked) = answered(&town);
        assert!(matches!(
            say(&town, &first, &unasked, Degree::Very, ""),
            Err(DossierError::NotFound)
        ));
        promising(&town, PROCEDURE);
        let (person, number) = answered(&town);
        let refused = |ctx: &Ctx| say(&town, ctx, &number, Degree::Very, "").unwrap_err();
        let is_unknown = |ctx: &Ctx| {
            matches!(
                refused(ctx),
                DossierError::NotFound | DossierError::Access(AccessError::NotFound)
            )
        };
        assert!(is_unknown(&town.person()), "another person");
        assert!(is_unknown(&town.stranger), "an agent of another group");
        let elsewhere = Ctx {
            organisation: OrganisationId::new(),
            ..person.clone()
        };
        assert!(is_unknown(&elsewhere), "another organisation");
        let is_forbidden =
            |ctx: &Ctx| matches!(refused(ctx), DossierError::Access(AccessError::Forbidden));
        assert!(is_forbidden(&town.claire), "the agent who decided");
        let (serving, own) = (town.karim.clone(), number.clone());
        town.write(move |tx, desk| {
            let id = open_dossier(&serving, tx, desk, &own)?.dossier.id;
            Ok(guichet::serve(&serving, tx, id, Channel::Counter)?)
        });
        let serving = town.karim.through(Channel::Counter);
        assert!(is_forbidden(&serving), "the agent who serves the person");
        let long = say(&town, &person, &number, Degree::Very, &"é".repeat(501));
        assert!(matches!(long, Err(DossierError::Demarche(_))));
        assert_eq!(kept(&town), []);
        assert_eq!(
            say(&town, &person, &number, Degree::Very, &"é".repeat(500)).unwrap(),
            Appraised::Kept,
            "what was refused marked nothing"
        );
    });
}

/// The procedure of the tests as a report: no decision is asked, and it ends in a way that it states.
fn report() -> String {
    let silent = "  effect: none\n  legal_basis: Aucune décision n’est demandée\n  reason: { fr: Aucune décision., en: No decision. }\n\
                  closing:\n  - { code: done, label: { fr: C’est réparé, en: It is repaired } }\n";
    let (before, after) = PROCEDURE.split_once("  effect: rejected\n").unwrap();
    let (_, after) = after.split_once("identity:").unwrap();
    let (until, grounds) = after.split_once("refusal_grounds:").unwrap();
    let (_, rest) = grounds.split_once("sources:").unwrap();
    let before = before.replace("asks_for_decision: true", "asks_for_decision: false");
    format!("{before}{silent}identity:{until}sources:{rest}")
}

#[test]
fn a_report_is_appraised_once_it_ended_and_a_duplicate_never_is() {
    in_towns(|town| {
        promising(&town, &report());
        for (way, is_kept) in [
            (Closing::Stated("done".to_owned()), true),
            (Closing::Duplicate, false),
        ] {
            let (person, number) = town.deposited();
            let early = say(&town, &person, &number, Degree::Very, "");
            assert!(matches!(early, Err(DossierError::NotNow { .. })));
            let (claire, own) = (town.claire.clone(), number.clone());
            town.write(move |tx, desk| {
                let version = open_dossier(&claire, tx, desk, &own)?.dossier.version;
                close(&claire, tx, desk, &own, version, &way)
            });
            let said = say(&town, &person, &number, Degree::Very, "");
            assert_eq!(said.is_ok(), is_kept, "{said:?}");
        }
        assert_eq!(kept(&town).len(), 1);
    });
}

#[test]
fn an_answer_writes_a_mark_without_date_and_a_row_without_dossier_and_nothing_else() {
    in_towns(|town| {
        promising(&town, PROCEDURE);
        let (person, number) = answered(&town);
        let (another, other) = answered(&town);
        say(&town, &another, &other, Degree::Rather, "Bien").unwrap();
        let before = everything(&town);
        // Another day of the same month: nothing that is written says so.
        let later = Town::later(&person, DAY);
        say(&town, &later, &number, Degree::NotAtAll, "Trop long").unwrap();
        let after = everything(&town);
        for (table, rows) in &after {
            let same = rows == &before[table];
            assert!(same || CHANGED.contains(&table.as_str()), "{table} changed");
        }
        assert_eq!(before["data_keys"], after["data_keys"]);
        let dossiers = before["dossiers"].iter().zip(&after["dossiers"]);
        let mut changes = Vec::new();
        for (before, after) in dossiers {
            let columns = before
                .iter()
                .filter(|(name, value)| after[*name] != **value);
            changes.extend(columns.map(|(name, _)| name.clone()));
        }
        assert_eq!(changes, ["satisfaction_said"]);
        let own = &after["procedure_satisfactions"];
        let columns: Vec<&str> = own[0].keys().map(String::as_str).collect();
        assert_eq!(
            columns,
            [
                "counted_in",
                "degree",
                "id",
                "month",
                "organisation_id",
                "procedure_id",
                "revision_id",
                "words_sealed"
            ],
            "a column more would say something of who answered"
        );
        let identified: Vec<String> = [&after["dossiers"], &after["sessions"]]
            .into_iter()
            .flatten()
            .map(|row| row["id"].clone())
            .collect();
        for row in own {
            assert!(row.values().all(|value| !identified.contains(value)));
        }
    });
}

/// What the rows of two answers are, their identifiers aside: what is written is sealed, of some length.
fn without_identifiers(town: &Town) -> Vec<(String, i64, Option<usize>)> {
    let rows = kept(town).into_iter();
    let mut told: Vec<_> = rows
        .map(|row| (row.month, row.degree, row.sealed.map(|sealed| sealed.len())))
        .collect();
    told.sort();
    told
}

#[test]
fn two_people_who_exchange_their_answers_leave_the_same_rows() {
    in_towns(|town| {
        promising(&town, PROCEDURE);
        let (zoe, first) = answered(&town);
        let (paul, second) = answered(&town);
        say(&town, &zoe, &first, Degree::Very, "Parfait").unwrap();
        say(&town, &paul, &second, Degree::NotAtAll, "Nul").unwrap();
        let straight = without_identifiers(&town);

        let other = Town::build(parvis_testkit::TestStore::on(
            town.kit.engine,
            crate::town::MIGRATIONS,
        ));
        promising(&other, PROCEDURE);
        let (zoe, first) = answered(&other);
        let (paul, second) = answered(&other);
        say(&other, &paul, &second, Degree::Very, "Parfait").unwrap();
        say(&other, &zoe, &first, Degree::NotAtAll, "Nul").unwrap();
        assert_eq!(straight, without_identifiers(&other));
        let ids = kept(&town).into_iter().chain(kept(&other));
        assert!(ids.map(|row| row.id).all(|id| id.get_version_num() == 4));
    });
}

/// The degrees in the order of the file, and how many transactions wrote them: as the engine tells it, beside its columns.
fn beneath(town: &Town) -> (Vec<i64>, i64) {
    const IN_FILE: Sql =
        Sql("SELECT degree FROM procedure_satisfactions WHERE organisation_id = $1 ORDER BY rowid");
    const IN_HEAP: Sql =
        Sql("SELECT degree FROM procedure_satisfactions WHERE organisation_id = $1 ORDER BY ctid");
    const WRITERS: Sql = Sql(
        "SELECT CAST(COUNT(DISTINCT CAST(xmin AS TEXT)) AS BIGINT) FROM procedure_satisfactions WHERE organisation_id = $1",
    );
    let (engine, organisation) = (town.kit.engine, town.desk.organisation.id);
    town.write(move |tx, _| {
        let own = [organisation.into()];
        Ok(match engine {
            Engine::Sqlite => (tx.query(IN_FILE, &own, |row| row.int(0))?, 1),
            Engine::Postgres => (
                tx.query(IN_HEAP, &own, |row| row.int(0))?,
                tx.one(WRITERS, &own, |row| row.int(0))?,
            ),
        })
    })
}

#[test]
fn neither_the_place_of_a_row_nor_its_transaction_tells_who_answered_when() {
    in_towns(|town| {
        promising(&town, PROCEDURE);
        let mut said = Vec::new();
        let mut places = std::collections::BTreeSet::new();
        for rank in 0..16 {
            let (person, number) = answered(&town);
            // One person alone is not satisfied at all: where is their row?
            let degree = match rank {
                3 => Degree::NotAtAll,
                _ => Degree::ALL[rank % 4],
            };
            say(&town, &person, &number, degree, "").unwrap();
            said.push(if rank == 3 { 1 } else { [5, 4, 3, 2][rank % 4] });
            let (order, writers) = beneath(&town);
            assert_eq!(
                (order.len(), writers),
                (rank + 1, 1),
                "one transaction wrote all"
            );
            if rank > 8 {
                places.insert(order.iter().position(|degree| *degree == 1));
            }
        }
        assert_ne!(beneath(&town).0, said, "not in the order of the answers");
        assert!(
            places.len() > 1,
            "each answer draws every place again: {places:?}"
        );
    });
}

/// The browser of a person whose request was decided.
fn decided<'a>(town: &Town, pages: &'a Pages) -> (Browser<'a>, String) {
    let mut zoe = pages.browser();
    let number = crate::following::deposited(&mut zoe);
    decided_after(town, &Number::parse(&number).unwrap(), Duration::ZERO);
    (zoe, number)
}

#[test]
fn the_pages_ask_after_the_reading_and_thank_and_ask_no_more() {
    in_towns(|town| {
        promising(&town, PROCEDURE);
        let pages = Pages::of(&town);
        let (mut zoe, number) = decided(&town, &pages);
        let follow = format!("/dossiers/{number}");
        let path = format!("{follow}/satisfaction");
        const OFFER: &str = "Dire si vous êtes satisfait";
        assert!(!zoe.get(&follow).says(OFFER), "nothing is read yet");
        assert_eq!(zoe.get(&path).path, follow, "it leads to the dossier");
        assert!(zoe.get(&format!("{follow}/decision")).says(OFFER));
        assert!(zoe.get(&follow).says(OFFER));
        let page = zoe.get(&path);
        assert_eq!(page.path, path);
        for words in ["Ce que devient votre réponse", "Vous n’êtes pas obligé"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        if town.kit.engine == Engine::Sqlite {
            insta::assert_snapshot!("appraise", crate::following::still(&page, &number, ""));
        }
        let wrong = zoe.post_once(&path, &[("texte", &"a".repeat(501))]);
        assert_eq!(wrong.status, 422);
        for words in ["Choisissez une réponse", "500 caractères au plus"] {
            assert!(wrong.says(words), "{words}: {}", wrong.text());
        }
        let sent = [("degre", "rather"), ("texte", "Un mois, c’est long.")];
        let done = zoe.post(&path, &sent);
        assert!(
            done.says("gardée sans lien avec cette demande"),
            "{}",
            done.text()
        );
        assert!(!done.says(OFFER) && !zoe.get(&follow).says(OFFER));
        assert!(!zoe.get(&format!("{follow}/decision")).says(OFFER));
        assert_eq!(kept(&town).len(), 1);
        assert_eq!(zoe.get(&path).path, follow);
        let mut stranger = pages.browser();
        assert_ne!(stranger.get(&path).status, 200);
    });
}
