//! The same act on many dossiers, from the list to the result of each, on both engines.

use std::sync::Arc;
use std::time::Duration;

use parvis_dossier::DossierError;
use parvis_dossier::batch::{self, BATCH_JOB, BatchAct, BatchRunner, Chosen, Outcome};
use parvis_dossier::close::close;
use parvis_dossier::instruct::instruct;
use parvis_dossier::model::{Closing, Number, State};
use parvis_dossier::open::{OpenView, open_dossier};
use parvis_dossier::take_back::take_back;
use parvis_jobs::{Job, Runner, backlog, run_due};
use parvis_journal::{self as journal, Subject};
use parvis_kernel::{BatchId, Clock, Ctx};
use parvis_organisation::Directory;
use parvis_store::Sql;

use crate::agent_pages::signed_in;
use crate::browser::{Browser, Page, Pages};
use crate::town::{Town, in_towns};

const DONE: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM batch_items WHERE batch_id = $1 AND result IS NOT NULL",
);

fn runner(town: &Town) -> BatchRunner {
    let directory = Directory::default();
    directory.replace(vec![(*town.desk.organisation).clone()]);
    BatchRunner::new(
        town.kit.store.clone(),
        town.kit.clock.clone(),
        directory,
        town.desk.catalogue.clone(),
    )
}

/// Runs the jobs that are due until none is.
pub fn work(town: &Town) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let runners: Vec<Arc<dyn Runner>> = vec![Arc::new(runner(town))];
    let clock = town.kit.clock.clone();
    while runtime
        .block_on(run_due(&town.kit.store, &runners, clock.as_ref()))
        .unwrap()
        > 0
    {}
}

/// How many dossiers of a batch have their result.
async fn done(town: &Town, batch: BatchId) -> i64 {
    let counting = town.kit.store.read(move |tx| {
        tx.one(DONE, &[batch.into()], |row| row.int(0))
            .map_err(DossierError::from)
    });
    counting.await.unwrap()
}

/// Waits until so many have it.
async fn until_done(town: &Town, batch: BatchId, count: i64) {
    while done(town, batch).await < count {
        tokio::task::yield_now().await;
    }
}

fn read(town: &Town, number: &Number) -> OpenView {
    let (ctx, number) = (town.claire.clone(), number.clone());
    town.write(move |tx, desk| open_dossier(&ctx, tx, desk, &number))
}

fn instructed(town: &Town, number: &Number) {
    let version = read(town, number).dossier.version;
    let (ctx, number) = (town.claire.clone(), number.clone());
    town.write(move |tx, desk| instruct(&ctx, tx, desk, &number, version));
}

fn closed(town: &Town, number: &Number) {
    let version = read(town, number).dossier.version;
    let (ctx, number) = (town.karim.clone(), number.clone());
    town.write(move |tx, desk| close(&ctx, tx, desk, &number, version, &Closing::Duplicate));
}

/// A town that shows its decisions ten minutes after they are taken.
fn holding(mut town: Town) -> Town {
    let mut organisation = (*town.desk.organisation).clone();
    organisation.profile.hold_minutes = 10;
    town.desk.organisation = Arc::new(organisation);
    town
}

fn several(town: &Town, count: usize) -> Vec<Number> {
    (0..count).map(|_| town.deposited().1).collect()
}

/// Ticks every line of the list and chooses an act: the page that comes after.
pub fn chosen(browser: &mut Browser<'_>, act: &str) -> Page {
    let list = browser.get("/agent");
    let ticks = list.all("input[name=choix]", "value");
    assert!(!ticks.is_empty(), "{}", list.text());
    let mut fields: Vec<(&str, &str)> = ticks.iter().map(|tick| ("choix", tick.as_str())).collect();
    fields.push(("acte", act));
    browser.post("/agent/lots", &fields)
}

fn batch_of(page: &Page) -> BatchId {
    let id = page.path.rsplit('/').next().unwrap();
    id.split('?').next().unwrap().parse().unwrap()
}

const SIGNED: &[(&str, &str)] = &[
    ("prenom", "Claire"),
    ("nom", "Martin"),
    ("qualite", "Agente d’accueil"),
    ("service", "Accueil"),
    ("signature", "teleservice"),
];

pub fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    SIGNED.iter().chain(more).copied().collect()
}

#[test]
fn a_batch_is_read_before_it_is_confirmed_and_each_dossier_has_its_result_and_its_trace() {
    in_towns(|town| {
        let numbers = several(&town, 4);
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let list = claire.get("/agent");
        let ticks = list.all("input[name=choix]", "value");
        assert_eq!(ticks.len(), 4);
        // Somebody acts on one of them after the list was shown.
        closed(&town, &numbers[3]);
        let mut fields: Vec<(&str, &str)> =
            ticks.iter().map(|tick| ("choix", tick.as_str())).collect();
        fields.push(("acte", "take"));
        let preview = claire.post("/agent/lots", &fields);
        assert!(
            preview.says("3 demandes vont changer"),
            "{}",
            preview.text()
        );
        assert!(
            preview.says("Une demande est laissée de côté") && preview.says("Changé entre-temps")
        );
        assert!(read(&town, &numbers[0]).dossier.agent.is_none());
        // Another one changes after the preview: it alone is left as it is.
        instructed(&town, &numbers[2]);
        let path = preview.path.clone();
        let running = claire.post(&path, &[("etape", "confirmer")]);
        assert_eq!(running.headers["refresh"], "3");
        assert!(running.says("en attente : 4"), "{}", running.text());
        work(&town);
        let over = claire.get(&path);
        assert!(!over.headers.contains_key("refresh"));
        assert!(
            over.says("Terminé. Traités : 2, laissés de côté : 2."),
            "{}",
            over.text()
        );
        let batch = batch_of(&preview).to_string();
        let own = town.claire.actor.agent();
        for number in &numbers[..2] {
            let view = read(&town, number);
            assert_eq!(view.dossier.agent, own);
            let last = view.history.last().unwrap();
            assert_eq!(last.verb, "dossier.assigned");
            assert_eq!(last.detail["batch"], batch);
        }
        assert_eq!(read(&town, &numbers[3]).dossier.state(), State::Closed);
        let all = claire.get("/agent/lots");
        assert!(all.says("Prendre") && all.says("Terminé"));
    });
}

#[test]
fn a_batch_that_is_killed_in_the_middle_goes_on_and_does_nothing_twice() {
    in_towns(|town| {
        let numbers = several(&town, 12);
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let form = chosen(&mut claire, "write");
        let path = form.path.clone();
        let preview = claire.post(&path, &[("etape", "relire"), ("texte", "Bonjour à tous")]);
        assert!(preview.says("Bonjour à tous") && preview.says("12 demandes vont changer"));
        claire.post(&path, &[("etape", "confirmer")]);
        // A double click confirms once.
        claire.post(&path, &[("etape", "confirmer")]);
        assert_eq!(town.kit.store.read_blocking(backlog).unwrap().jobs, 1);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let organisation = town.desk.organisation.id;
        let batch = batch_of(&form);
        let job = Job::new(organisation, BATCH_JOB, batch.uuid(), town.kit.clock.now());
        let worker = runner(&town);
        for killed in 1..=2 {
            runtime.block_on(async {
                tokio::select! {
                    biased;
                    () = until_done(&town, batch, 3 * killed) => {}
                    _ = worker.run(job.clone()) => panic!("it was over before it could be killed"),
                }
            });
            let done = runtime.block_on(done(&town, batch));
            assert!((3 * killed..12).contains(&done), "{done}");
        }
        // Two workers at once, then the job of the queue.
        runtime.block_on(async {
            let (one, two) = tokio::join!(worker.run(job.clone()), worker.run(job.clone()));
            assert!(one.is_ok() && two.is_ok());
        });
        work(&town);
        for number in &numbers {
            assert_eq!(read(&town, number).messages.len(), 1, "{number}");
        }
        assert!(
            claire
                .get(&path)
                .says("Terminé. Traités : 12, laissés de côté : 0.")
        );
    });
}

#[test]
fn decisions_of_a_batch_are_taken_back_while_nobody_was_told() {
    in_towns(|town| {
        let town = holding(town);
        let numbers = several(&town, 3);
        for number in &numbers {
            instructed(&town, number);
        }
        let due = read(&town, &numbers[0]).dossier.silence_due;
        let waiting = town.kit.store.read_blocking(backlog).unwrap().facts;
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let form = chosen(&mut claire, "accept");
        let path = form.path.clone();
        let preview = claire.post(&path, &with(&[("etape", "relire"), ("acte", "Arrêté 12")]));
        assert!(preview.says("Arrêté 12"), "{}", preview.text());
        claire.post(&path, &[("etape", "confirmer")]);
        work(&town);
        assert_eq!(read(&town, &numbers[1]).dossier.state(), State::Accepted);
        let facts = |town: &Town| town.kit.store.read_blocking(backlog).unwrap().facts;
        assert_eq!(facts(&town), waiting + 3);
        // One is taken back by hand, from its own page.
        let file = claire.get(&format!("/agent/dossiers/{}", numbers[0]));
        assert!(file.body().contains("/reprendre"));
        let page = claire.get(&format!("/agent/dossiers/{}/reprendre", numbers[0]));
        let version = page.one("input[name=version]", "value");
        let done = claire.post(
            &format!("/agent/dossiers/{}/reprendre", numbers[0]),
            &[("version", &version)],
        );
        assert!(done.says("La décision est reprise."), "{}", done.text());
        let over = claire.get(&path);
        assert!(over.says("Reprendre les 2 décisions"), "{}", over.text());
        claire.post(&path, &[("etape", "reprendre")]);
        work(&town);
        let undone = claire.get(&path);
        assert!(
            undone.says("Décisions reprises : 2 sur 3."),
            "{}",
            undone.text()
        );
        for number in &numbers {
            let view = read(&town, number);
            assert_eq!(view.dossier.state(), State::UnderInstruction);
            assert!(view.decided.is_none());
            assert_eq!(view.dossier.silence_due, due);
        }
        assert_eq!(facts(&town), waiting, "nobody is ever told");
    });
}

#[test]
fn a_decision_that_the_person_may_see_is_not_taken_back() {
    in_towns(|town| {
        let town = holding(town);
        let number = several(&town, 1).remove(0);
        instructed(&town, &number);
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let path = chosen(&mut claire, "accept").path;
        claire.post(&path, &with(&[("etape", "relire")]));
        claire.post(&path, &[("etape", "confirmer")]);
        work(&town);
        let later = Town::later(&town.claire, Duration::from_secs(3600));
        let version = read(&town, &number).dossier.version;
        let act = {
            let (ctx, number) = (later.clone(), number.clone());
            town.try_write(move |tx, desk| take_back(&ctx, tx, desk, &number, version))
        };
        assert!(matches!(act, Err(DossierError::NoLongerHeld)));
        let reader = {
            let (ctx, number) = (town.reader.clone(), number.clone());
            town.try_write(move |tx, desk| take_back(&ctx, tx, desk, &number, version))
        };
        assert!(matches!(reader, Err(DossierError::Access(_))));
        // Asked from the batch page too late: each dossier says so.
        town.kit
            .clock
            .advance(Duration::from_secs(3600).try_into().unwrap());
        let mut claire = signed_in(&town, &pages, &later);
        claire.get("/agent");
        let after = claire.post(&path, &[("etape", "reprendre")]);
        assert!(after.says("Reprise des décisions"), "{}", after.text());
        work(&town);
        assert!(claire.get(&path).says("Trop tard"));
        assert_eq!(read(&town, &number).dossier.state(), State::Accepted);
    });
}

#[test]
fn a_refusal_in_a_batch_has_reasons_in_law_and_in_fact_that_hold_for_each() {
    in_towns(|town| {
        let numbers = several(&town, 2);
        for number in &numbers {
            instructed(&town, number);
        }
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let path = chosen(&mut claire, "refuse").path;
        let law = ("droit", "Article 3 du règlement");
        let fact = ("fait", "Déposée après la clôture");
        for incomplete in [
            with(&[law, ("commun", "oui")]),
            with(&[fact, ("commun", "oui")]),
            with(&[law, fact]),
        ] {
            let page = claire.post(&path, &incomplete);
            assert_eq!(page.status, 422, "{}", page.text());
        }
        let preview = claire.post(&path, &with(&[law, fact, ("commun", "oui")]));
        assert!(preview.says("Article 3 du règlement"), "{}", preview.text());
        let again = claire.get(&format!("{path}?etape=modifier"));
        assert!(again.body().contains("Déposée après la clôture"));
        claire.post(&path, &[("etape", "confirmer")]);
        work(&town);
        for number in &numbers {
            let decided = read(&town, number).decided.unwrap().decision;
            let reasons = decided.reasons.unwrap();
            assert_eq!(reasons.in_law, "Article 3 du règlement");
            assert_eq!(reasons.in_fact, "Déposée après la clôture");
            assert!(!decided.remedies.is_empty());
        }
    });
}

#[test]
fn what_is_stopped_is_not_touched() {
    in_towns(|town| {
        let numbers = several(&town, 2);
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let path = chosen(&mut claire, "instruct").path;
        claire.post(&path, &[("etape", "confirmer")]);
        claire.post(&path, &[("etape", "arreter")]);
        work(&town);
        let page = claire.get(&path);
        assert!(
            page.says("Arrêté. Traités : 0, pas touchés : 2") && page.says("Pas touché"),
            "{}",
            page.text()
        );
        assert_eq!(read(&town, &numbers[0]).dossier.state(), State::Deposited);
    });
}

#[test]
fn asking_giving_and_closing_many_at_once() {
    in_towns(|town| {
        let numbers = several(&town, 2);
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let karim = town.karim.actor.agent().unwrap();
        let path = chosen(&mut claire, "give").path;
        let nobody = claire.post(&path, &[("a", "")]);
        assert_eq!(nobody.status, 422);
        claire.post(&path, &[("a", &karim.to_string())]);
        claire.post(&path, &[("etape", "confirmer")]);
        work(&town);
        assert_eq!(read(&town, &numbers[1]).dossier.agent, Some(karim));
        let again = chosen(&mut claire, "give").path;
        let again = claire.post(&again, &[("a", &karim.to_string())]);
        assert!(again.says("Déjà fait") && again.says("Aucune de ces demandes"));
        let path = chosen(&mut claire, "ask").path;
        let wrong = claire.post(&path, &[("pieces", ""), ("texte", "")]);
        assert_eq!(wrong.status, 422);
        let asked = [
            ("pieces", "Une attestation"),
            ("texte", "Merci de la joindre."),
            ("echeance-jour", "20"),
            ("echeance-mois", "12"),
            ("echeance-annee", "2026"),
        ];
        let preview = claire.post(&path, &asked);
        assert!(preview.says("20 décembre 2026"), "{}", preview.text());
        claire.post(&path, &[("etape", "confirmer")]);
        work(&town);
        assert_eq!(read(&town, &numbers[0]).dossier.state(), State::Waiting);
        // What was asked is not lifted by the way: that is decided in each dossier.
        let waiting = chosen(&mut claire, "instruct");
        assert!(waiting.says("Pas dans cet état") && waiting.says("Aucune de ces demandes"));
        claire.post(&waiting.path, &[("etape", "confirmer")]);
        work(&town);
        assert_eq!(read(&town, &numbers[0]).dossier.state(), State::Waiting);
        let closing = chosen(&mut claire, "close");
        assert!(closing.says("Aucune des démarches de ces demandes ne se clôt sans décision"));
    });
}

#[test]
fn nobody_reaches_the_dossiers_or_the_batches_of_others() {
    in_towns(|town| {
        let number = several(&town, 1).remove(0);
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let tick = claire.get("/agent").one("input[name=choix]", "value");
        let path = chosen(&mut claire, "take").path;
        let mut stranger = signed_in(&town, &pages, &town.stranger);
        stranger.get("/agent");
        let forged = stranger.post("/agent/lots", &[("choix", &tick), ("acte", "take")]);
        assert_eq!(forged.status, 404);
        let group = town.group.to_string();
        let fields = [
            ("tout", "oui"),
            ("groupe", group.as_str()),
            ("acte", "take"),
        ];
        assert_eq!(stranger.post("/agent/lots", &fields).status, 404);
        let mut karim = signed_in(&town, &pages, &town.karim);
        for browser in [&mut stranger, &mut karim] {
            browser.get("/agent");
            assert_eq!(browser.get(&path).status, 404);
            browser.get("/agent");
            let sent = browser.post(&path, &[("etape", "confirmer")]);
            assert_eq!(sent.status, 404);
        }
        // A reader sees no box to tick; what they forge changes nothing.
        let mut reader = signed_in(&town, &pages, &town.reader);
        let list = reader.get("/agent");
        assert!(list.all("input[name=choix]", "value").is_empty());
        let preview = reader.post("/agent/lots", &[("choix", &tick), ("acte", "take")]);
        assert!(preview.says("Pas permis"), "{}", preview.text());
        reader.post(&preview.path, &[("etape", "confirmer")]);
        work(&town);
        assert!(read(&town, &number).dossier.agent.is_none());
        let organisation = town.desk.organisation.id;
        let consulted = town.write(move |tx, _| {
            let subject = Subject::new("batch", batch_of(&preview).uuid());
            Ok(journal::consultations(tx, organisation, subject)?)
        });
        assert!(consulted.iter().all(|entry| entry.verb == "batch.read"));
        assert!(!consulted.is_empty());
    });
}

#[test]
fn the_whole_list_is_chosen_at_once_and_nothing_or_too_much_is_refused() {
    in_towns(|town| {
        several(&town, 23);
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let list = claire.get("/agent");
        let group = list.one("form[data-batch] input[name=groupe]", "value");
        let fields = [
            ("tout", "oui"),
            ("groupe", group.as_str()),
            ("acte", "take"),
        ];
        let preview = claire.post("/agent/lots", &fields);
        assert!(
            preview.says("23 demandes vont changer"),
            "{}",
            preview.text()
        );
        claire.get("/agent");
        assert_eq!(claire.post("/agent/lots", &[("acte", "take")]).status, 422);
        claire.get("/agent");
        assert_eq!(claire.post("/agent/lots", &[("acte", "")]).status, 422);
        let ctx: Ctx = town.claire.clone();
        let many = vec![(Number::draw(), 1); batch::MOST_DOSSIERS + 1];
        let refused = town.try_write(move |tx, _| {
            batch::prepare(&ctx, tx, BatchAct::Take, &Chosen::These(many.clone()))
        });
        assert!(matches!(
            refused,
            Err(DossierError::TooManyChosen { most: 500 })
        ));
        let month = town.kit.clock.now() + Duration::from_secs(31 * 86_400);
        assert_eq!(town.write(move |tx, _| batch::purge(tx, month)), 1);
        assert_eq!(claire.get(&preview.path).status, 404);
        assert_eq!(Outcome::ALL.len(), 9);
    });
}
