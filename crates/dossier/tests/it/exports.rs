//! A list taken away as a file, from the list to the download, on both engines.

use std::io::{Cursor, Read};
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use parvis_access::agent::{self, Membership, Role};
use parvis_access::{OrganisationRole, role};
use parvis_dossier::DossierError;
use parvis_dossier::answer::{Intent, record_answers};
use parvis_dossier::export::{self, EXPORT_JOB, ExportRunner, MASS_WITH_PIECES};
use parvis_dossier::model::Number;
use parvis_dossier::sweep::forgotten;
use parvis_jobs::{Job, Runner, run_due};
use parvis_journal::{self as journal, Subject};
use parvis_kernel::{Clock, Ctx, ExportId};
use parvis_organisation::Directory;
use parvis_store::Sql;
use tokio::runtime::Runtime;

use crate::agent_pages::signed_in;
use crate::browser::{Browser, Page, Pages};
use crate::town::{Town, entries, in_towns, right_answers};
use crate::views;

const OVER: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM exports WHERE ended_at IS NULL AND deleted_at IS NULL AND run IS NOT NULL",
);
const NASTY: &str = "=cmd|' /C calc'!A0";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

pub fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
}

fn runner(town: &Town, pages: &Pages) -> ExportRunner {
    let directory = Directory::default();
    directory.replace(vec![(*town.desk.organisation).clone()]);
    ExportRunner::new(
        town.kit.store.clone(),
        pages.house.blobs.clone(),
        town.kit.clock.clone(),
        directory,
        town.desk.catalogue.clone(),
        pages.house.words.clone(),
        town.desk.guard,
    )
}

/// Runs the jobs that are due, and waits until what they started is over.
pub fn work(town: &Town, pages: &Pages) {
    runtime().block_on(async {
        let runners: Vec<Arc<dyn Runner>> = vec![Arc::new(runner(town, pages))];
        let clock = town.kit.clock.clone();
        while run_due(&town.kit.store, &runners, clock.as_ref())
            .await
            .unwrap()
            > 0
        {}
        while under_way(town).await > 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    });
}

async fn under_way(town: &Town) -> i64 {
    let counting = town.kit.store.read(|tx| {
        tx.one(OVER, &[], |row| row.int(0))
            .map_err(DossierError::from)
    });
    counting.await.unwrap()
}

/// A dossier whose person typed something nasty.
fn deposited_saying(town: &Town, nickname: &str) -> Number {
    let person = town.person();
    let number = town.draft(&person).number;
    town.fill(&person, &number);
    let (step, mut typed) = right_answers().remove(0);
    typed.extend(entries(&[("nickname", nickname)]));
    let (ctx, own) = (person.clone(), number.clone());
    town.write(move |tx, desk| {
        record_answers(&ctx, tx, desk, &own, step, &typed, &Intent::Continue)
    });
    town.deposit(&person, &number);
    number
}

/// Asks for an export of the list: the page of exports.
pub fn ask(claire: &mut Browser<'_>, format: &str, more: &[(&str, &str)]) -> Page {
    let list = claire.get("/agent?etat=tous");
    let link = list.all("a", "href");
    let link = link.iter().find(|href| href.contains("/exports/nouveau"));
    let form = claire.get(link.unwrap());
    assert_eq!(form.status, 200, "{}", form.text());
    let hidden = |name: &str| form.one(&format!("input[name={name}]"), "value");
    let (id, group, procedure) = (hidden("export"), hidden("groupe"), hidden("demarche"));
    let mut fields = vec![
        ("export", id.as_str()),
        ("groupe", group.as_str()),
        ("demarche", procedure.as_str()),
        ("etat", "tous"),
        ("format", format),
    ];
    fields.extend(more);
    claire.post("/agent/exports", &fields)
}

/// The file of the first export of the page.
pub fn given(claire: &mut Browser<'_>) -> Page {
    let page = claire.get("/agent/exports");
    let file = page.one("a[download]", "href");
    claire.get_once(&file)
}

pub fn part(archive: &[u8], name: &str) -> String {
    let mut read = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut text = String::new();
    let mut file = read.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

fn id_of(path: &str) -> ExportId {
    path.split('/').nth(3).unwrap().parse().unwrap()
}

fn given_role(town: &Town, to: &Ctx, as_what: OrganisationRole) {
    let house = Ctx::house(to.organisation, to.now);
    let agent = to.actor.agent().unwrap();
    town.write(move |tx, _| Ok(role::grant(&house, tx, agent, as_what)?));
}

#[test]
fn a_list_is_taken_away_in_each_format_and_nothing_typed_is_a_formula() {
    in_towns(|town| {
        let number = deposited_saying(&town, NASTY);
        let (_, other) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        for format in ["csv", "xlsx", "ods", "zip"] {
            let asked = ask(&mut claire, format, &[]);
            assert!(asked.says("Votre export est demandé"), "{}", asked.text());
            assert_eq!(asked.headers["refresh"], "5");
            work(&town, &pages);
            let ready = claire.get("/agent/exports");
            assert!(
                ready.says("Prêt") && ready.says("Dossiers : 2."),
                "{}",
                ready.text()
            );
            assert!(!ready.headers.contains_key("refresh"));
            let file = given(&mut claire);
            assert_eq!(file.status, 200);
            let name = file.headers["content-disposition"].to_str().unwrap();
            assert!(name.starts_with("attachment") && name.ends_with(&format!(".{format}")));
            assert_eq!(
                file.headers["content-length"].to_str().unwrap(),
                file.bytes.len().to_string()
            );
            let told = match format {
                "csv" => String::from_utf8(file.bytes.clone()).unwrap(),
                "xlsx" => part(&file.bytes, "xl/worksheets/sheet1.xml"),
                "ods" => part(&file.bytes, "content.xml"),
                _ => part(&file.bytes, "dossiers.csv"),
            };
            for words in [
                number.as_str(),
                other.as_str(),
                "Surnom [nickname]",
                "De jour",
                "Lenoir",
            ] {
                assert!(told.contains(words), "{format} {words}: {told}");
            }
            match format {
                "xlsx" => assert!(!told.contains("<f>") && told.contains(&format!(">{NASTY}<"))),
                "ods" => {
                    assert!(!told.contains("table:formula") && told.contains(&format!(">{NASTY}<")))
                }
                _ => assert!(told.contains("\"'=cmd|' /C calc'!A0\"")),
            }
        }
        // Whoever reads the history of a dossier sees that it left the house.
        let organisation = town.desk.organisation.id;
        let id = town.write({
            let ctx = town.claire.clone();
            move |tx, desk| {
                let view = parvis_dossier::open::open_dossier(&ctx, tx, desk, &number)?;
                Ok(view.dossier.id)
            }
        });
        let read = town.write(move |tx, _| {
            Ok(journal::consultations(
                tx,
                organisation,
                Subject::dossier(id),
            )?)
        });
        let exported = read.iter().filter(|entry| entry.verb == "dossier.exported");
        assert_eq!(exported.count(), 4);
    });
}

#[test]
fn an_archive_has_a_folder_for_each_dossier_with_its_answers_and_its_pieces() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let page = claire.get(&format!("/agent/dossiers/{number}/echanges"));
        let message = page.one("input[name=message]", "value");
        let path = format!("/agent/dossiers/{number}/echanges");
        let fields = [("message", message.as_str()), ("texte", "Voici.")];
        let files = [("exchange_0", "../../=a\u{202e}.pdf", PDF)];
        claire.post_files(&path, &fields, &files);
        ask(&mut claire, "zip", &[]);
        work(&town, &pages);
        let file = given(&mut claire);
        let mut read = zip::ZipArchive::new(Cursor::new(file.bytes.as_slice())).unwrap();
        let names: Vec<String> = {
            let names = read.file_names().map(|name| name.unwrap().into_owned());
            names.collect()
        };
        let piece = format!("{number}/pieces/01-a.pdf");
        for name in [
            "LISEZMOI.txt",
            "dossiers.csv",
            &piece,
            &format!("{number}/reponses.txt"),
            &format!("{number}/dossier.json"),
            &format!("{number}/manifest.json"),
        ] {
            assert!(names.iter().any(|own| own == name), "{name}: {names:?}");
        }
        assert_eq!(names.len(), 6, "{names:?}");
        let mut bytes = Vec::new();
        read.by_name(&piece)
            .unwrap()
            .read_to_end(&mut bytes)
            .unwrap();
        assert_eq!(bytes, PDF);
        let text = part(&file.bytes, &format!("{number}/reponses.txt"));
        assert!(text.contains("Quelle place ?\r\nDe jour"), "{text}");
        let json = part(&file.bytes, &format!("{number}/dossier.json"));
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["answers"]["count"]["integer"], 2);
        let manifest = part(&file.bytes, &format!("{number}/manifest.json"));
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!(manifest["pieces"][0]["file"], "pieces/01-a.pdf");
        assert_eq!(manifest["pieces"][0]["sha256"].as_str().unwrap().len(), 64);
    });
}

#[test]
fn only_who_asked_takes_it_away_while_they_may_and_it_is_kept_for_some_days() {
    in_towns(|town| {
        let _ = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        ask(&mut claire, "csv", &[]);
        work(&town, &pages);
        let path = claire.get("/agent/exports").one("a[download]", "href");
        let id = id_of(&path);
        let blob = pages.blob_names();
        assert_eq!(blob.len(), 1);
        assert!(
            town.write({
                let blob = blob.clone();
                move |tx, _| forgotten(tx, &blob)
            })
            .is_empty()
        );
        // On the disk it is sealed.
        let stored = std::fs::read(town.kit.folder().join("blobs").join(&blob[0])).unwrap();
        assert!(!stored.windows(6).any(|bytes| bytes == b"Lenoir"));
        for other in [&town.karim, &town.reader, &town.stranger] {
            let mut other = signed_in(&town, &pages, other);
            assert_eq!(other.get_once(&path).status, 404);
            let deleted = other.post_once(&format!("/agent/exports/{id}/supprimer"), &[]);
            assert!(deleted.status != 303 || !pages.blob_names().is_empty());
        }
        let mut reader = signed_in(&town, &pages, &town.reader);
        let group = format!("/agent/exports/nouveau?groupe={}", town.group);
        assert_eq!(reader.get_once(&group).status, 403);
        let mut stranger = signed_in(&town, &pages, &town.stranger);
        assert_eq!(stranger.get_once(&group).status, 404);
        // Rights are asked again at the download.
        let (house, own) = (
            Ctx::house(town.desk.organisation.id, town.claire.now),
            town.claire.actor.agent().unwrap(),
        );
        let join = |role: Role| {
            let (house, group) = (house.clone(), town.group);
            town.write(move |tx, _| Ok(agent::join(&house, tx, own, Membership { group, role })?));
        };
        join(Role::Reader);
        assert_eq!(claire.get_once(&path).status, 403);
        join(Role::Instructeur);
        assert_eq!(claire.get_once(&path).status, 200);
        let organisation = town.desk.organisation.id;
        let told = town.write(move |tx, _| {
            let subject = Subject::new("export", id.uuid());
            Ok(journal::security_events(tx, organisation, subject)?)
        });
        let verbs: Vec<&str> = told.iter().map(|entry| entry.verb.as_str()).collect();
        assert_eq!(
            verbs,
            ["export.asked", "export.written", "export.downloaded"]
        );
        // Deleted by its owner, or a week later.
        ask(&mut claire, "ods", &[]);
        work(&town, &pages);
        assert_eq!(pages.blob_names().len(), 2);
        let page = claire.get("/agent/exports");
        let newest = page.one("form[action$=supprimer]", "action");
        assert_ne!(id_of(&newest), id);
        claire.post(&newest, &[]);
        assert_eq!(pages.blob_names(), blob);
        town.kit
            .clock
            .advance(SignedDuration::from_secs(7 * 86_400 + 60));
        let later = town.kit.clock.now();
        let (count, blobs) = town.write(move |tx, _| export::purge(tx, later));
        assert_eq!((count, &blobs), (2, &blob));
        assert_eq!(town.write(move |tx, _| export::due(tx, later)).count, 0);
        let mut claire = signed_in(
            &town,
            &pages,
            &Town::later(&town.claire, Duration::from_secs(7 * 86_400 + 60)),
        );
        assert_eq!(claire.get_once(&path).status, 404);
    });
}

#[test]
fn many_dossiers_leave_only_once_somebody_else_approved() {
    in_towns(|town| {
        let count = usize::try_from(MASS_WITH_PIECES).unwrap() + 1;
        for _ in 0..count {
            let _ = town.deposited();
        }
        given_role(&town, &town.claire, OrganisationRole::Administrator);
        given_role(&town, &town.karim, OrganisationRole::Dpo);
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let refused = ask(&mut claire, "zip", &[("motif", "  ")]);
        assert_eq!(refused.status, 422);
        assert!(refused.says("Écrivez pourquoi"), "{}", refused.text());
        let asked = ask(
            &mut claire,
            "zip",
            &[("motif", "Contrôle de la chambre régionale")],
        );
        assert!(asked.says("À approuver"), "{}", asked.text());
        work(&town, &pages);
        assert!(pages.blob_names().is_empty());
        // Not by whoever asked, though they administer.
        let own = claire.get("/agent/exports/approbations");
        assert!(
            own.says("une autre personne l'approuvera")
                || own.says("une autre personne l’approuvera"),
            "{}",
            own.text()
        );
        let id = id_of(
            &claire
                .get("/agent/exports")
                .one("form[action$=supprimer]", "action"),
        );
        let answer = format!("/agent/exports/{id}/avis");
        assert_eq!(
            claire.post_once(&answer, &[("avis", "approuver")]).status,
            409
        );
        // Nor by somebody without the role.
        let mut reader = signed_in(&town, &pages, &town.reader);
        assert_eq!(
            reader.post_once(&answer, &[("avis", "approuver")]).status,
            403
        );
        assert_eq!(reader.get_once("/agent/exports/approbations").status, 403);
        let mut karim = signed_in(&town, &pages, &town.karim);
        let list = karim.get("/agent/exports/approbations");
        assert!(
            list.says("Contrôle de la chambre régionale") && list.says("101"),
            "{}",
            list.text()
        );
        karim.post(&answer, &[("avis", "approuver")]);
        // A second answer changes nothing.
        karim.post(&answer, &[("avis", "refuser")]);
        work(&town, &pages);
        let ready = claire.get("/agent/exports");
        assert!(
            ready.says("Prêt") && ready.says("Dossiers : 101."),
            "{}",
            ready.text()
        );
        let file = given(&mut claire);
        let read = zip::ZipArchive::new(Cursor::new(file.bytes.as_slice())).unwrap();
        assert_eq!(read.len(), 2 + 3 * count);
        // Another one is refused.
        ask(&mut claire, "zip", &[("motif", "Encore")]);
        let waiting = karim.get("/agent/exports/approbations");
        let answer = waiting.one("form[action$=avis]", "action");
        karim.post(&answer, &[("avis", "refuser")]);
        assert!(claire.get("/agent/exports").says("Refusé"));
    });
}

#[test]
fn the_exports_of_a_day_count_together() {
    in_towns(|town| {
        for _ in 0..60 {
            let _ = town.deposited();
        }
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        assert!(ask(&mut claire, "zip", &[]).says("En attente"));
        let page = claire.get("/agent/exports");
        claire.post(&page.one("form[action$=supprimer]", "action"), &[]);
        let second = ask(&mut claire, "zip", &[]);
        assert_eq!(second.status, 422, "{}", second.text());
        town.kit.clock.advance(SignedDuration::from_secs(86_400));
        let mut claire = signed_in(
            &town,
            &pages,
            &Town::later(&town.claire, Duration::from_secs(86_400)),
        );
        assert!(ask(&mut claire, "zip", &[]).says("En attente"));
    });
}

#[test]
fn an_export_that_is_killed_begins_anew_and_is_whole() {
    in_towns(|town| {
        for _ in 0..3 {
            let _ = town.deposited();
        }
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        ask(&mut claire, "csv", &[]);
        let page = claire.get("/agent/exports");
        let id = id_of(&page.one("form[action$=supprimer]", "action"));
        let organisation = town.desk.organisation.id;
        let job = Job::new(organisation, EXPORT_JOB, id.uuid(), town.kit.clock.now());
        // The process is killed as soon as it has begun.
        let first = runtime();
        let started = first.block_on(runner(&town, &pages).run(job.clone()));
        assert!(started.is_ok());
        drop(first);
        assert!(claire.get("/agent/exports").says("En cours"));
        // Nobody takes it over while it may still live; then somebody does.
        runtime().block_on(async {
            let _ending = runner(&town, &pages).run(job.clone()).await.unwrap();
            tokio::time::sleep(Duration::from_millis(20)).await;
        });
        assert!(claire.get("/agent/exports").says("En cours"));
        town.kit.clock.advance(SignedDuration::from_secs(240));
        work(&town, &pages);
        let ready = claire.get("/agent/exports");
        assert!(ready.says("Prêt"), "{}", ready.text());
        let text = String::from_utf8(given(&mut claire).bytes).unwrap();
        assert_eq!(text.lines().count(), 4);
    });
}

#[test]
fn an_export_of_a_view_has_its_columns_or_all_of_them() {
    in_towns(|town| {
        let number = deposited_saying(&town, NASTY);
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let fields = [
            ("nom", "Places"),
            ("colonnes", "state"),
            ("colonnes", "answer:sort"),
        ];
        let list = views::saved(&mut claire, "/agent?etat=tous", &fields);
        let links = list.all("a", "href");
        let link = links.iter().find(|href| href.contains("/exports/nouveau"));
        let form = claire.get(link.unwrap());
        assert!(
            form.says("Seulement les colonnes de la vue « Places »"),
            "{}",
            form.text()
        );
        let ticked = form.one("input[name=colonnes][checked]", "value");
        assert_eq!(ticked, "state answer:sort");
        let chosen = ask(&mut claire, "csv", &[("colonnes", &ticked)]);
        assert!(chosen.says("Votre export est demandé"), "{}", chosen.text());
        work(&town, &pages);
        let told = String::from_utf8(given(&mut claire).bytes).unwrap();
        let lines: Vec<&str> = told.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(
            lines,
            [
                "\"Numéro\";\"Nom du bénéficiaire\";\"Prénoms du bénéficiaire\";\"État\";\"Quelle place ? [sort]\"".to_owned(),
                format!("\"{number}\";\"Lenoir\";\"Zoé\";\"Déposée\";\"De jour\"")
            ]
        );
    });
}
