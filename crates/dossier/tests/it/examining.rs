//! Pieces examined by an antivirus: what it answers, what agents and persons see meanwhile, and what is found.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures::{StreamExt, stream};
use parvis_dossier::DossierError;
use parvis_dossier::examine::{
    Antivirus, Clamd, Content, Finding, Guard, Patience, Quarantine, Round, Seen, Trouble, Watch,
    unexamined,
};
use parvis_journal::{self as journal, Subject};
use parvis_kernel::Ctx;
use parvis_store::Sql;
use parvis_store::blobs::BlobError;
use parvis_testkit::{Clamd as StandIn, Temper, eicar, hostile};

use crate::agent_pages::{deposited_in, signed_in};
use crate::browser::{Browser, Pages};
use crate::exports::{ask, given, part, runtime, work};
use crate::filling::{PDF, begin_for_myself};
use crate::town::{Town, in_towns};

const PATIENCE: Patience = Patience {
    step: Duration::from_millis(500),
    answer: Duration::from_millis(300),
    whole: Duration::from_secs(5),
};
const FACTS: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE kind = $1");
const ID: Sql = Sql("SELECT dossier_id FROM pieces");

/// A PDF that holds the test file of antiviruses.
fn infected() -> Vec<u8> {
    [PDF, &eicar()].concat()
}

fn content(chunks: Vec<Vec<u8>>) -> Content<'static> {
    stream::iter(chunks)
        .map(|chunk| Ok(Bytes::from(chunk)))
        .boxed()
}

fn socket(folder: &Path) -> std::path::PathBuf {
    folder.join("clamd.ctl")
}

/// What the client makes of a content.
fn told(clamd: &Clamd, content: Content<'static>) -> String {
    match runtime().block_on(clamd.examine(content)) {
        Ok(Finding::Clean) => "clean".to_owned(),
        Ok(Finding::Infected(name)) => name,
        Err(trouble) => trouble.code().to_owned(),
    }
}

#[test]
fn the_whole_of_a_piece_is_examined_in_chunks_however_it_comes() {
    let folder = tempfile::tempdir().unwrap();
    let stand_in = StandIn::listening(&socket(folder.path()));
    let clamd = Clamd::new(stand_in.address().parse().unwrap(), PATIENCE);
    assert_eq!(told(&clamd, content(vec![PDF.to_vec()])), "clean");
    assert_eq!(told(&clamd, content(vec![])), "clean");
    let letters = infected().into_iter().map(|byte| vec![byte]).collect();
    assert_eq!(told(&clamd, content(letters)), "Eicar-Signature");
    // Empty chunks end nothing, and a large one is cut.
    let large = vec![vec![b'a'; 300_000], Vec::new(), infected()];
    assert_eq!(told(&clamd, content(large)), "Eicar-Signature");
    let signatures = runtime().block_on(clamd.signatures()).unwrap();
    assert_eq!(signatures.as_str(), "ClamAV 1.4.6/27456");
}

#[test]
fn an_antivirus_that_lies_is_cut_off_or_is_slow_never_makes_a_piece_clean() {
    let folder = tempfile::tempdir().unwrap();
    let stand_in = StandIn::listening(&socket(folder.path()));
    let clamd = Clamd::new(stand_in.address().parse().unwrap(), PATIENCE);
    let cases = [
        (Temper::Slow(Duration::from_secs(2)), "silent"),
        (Temper::Says(b""), "silent"),
        (Temper::Says(b"stream: OK"), "garbled"),
        (Temper::Says(b"stream: O"), "garbled"),
        (Temper::Says(b"HTTP/1.1 200 OK\r\n\r\n\0"), "garbled"),
        (Temper::Says(b"\xff\xfe\0"), "garbled"),
        (
            Temper::Says(b"stream: Cannot open database ERROR\0"),
            "failed",
        ),
        (Temper::Interrupts(b"stream: OK\0"), "garbled"),
        (Temper::Interrupts(b""), "silent"),
        (
            Temper::Interrupts(b"COMMAND READ TIMED OUT ERROR\0"),
            "failed",
        ),
        (Temper::Refuses(1_000_000), "too-large"),
        (Temper::Rambles, "garbled"),
    ];
    for (temper, means) in cases {
        stand_in.be(temper);
        let begun = Instant::now();
        let large = vec![vec![b'a'; 64 * 1024]; 64];
        assert_eq!(told(&clamd, content(large)), means, "{temper:?}");
        assert!(begun.elapsed() < PATIENCE.whole, "{temper:?}");
    }
    hostile(
        "an antivirus that is slow, lies, rambles, or is cut off in the middle",
        &format!(
            "{} ways: no piece is taken for clean; a verdict counts only on the whole piece; each wait is bounded",
            cases.len()
        ),
    );
}

#[test]
fn a_piece_that_cannot_be_read_to_its_end_is_not_examined() {
    let folder = tempfile::tempdir().unwrap();
    let stand_in = StandIn::listening(&socket(folder.path()));
    let clamd = Clamd::new(stand_in.address().parse().unwrap(), PATIENCE);
    let cut = stream::iter([Ok(Bytes::from_static(PDF)), Err(BlobError::Sealed)]);
    let outcome = runtime().block_on(clamd.examine(cut.boxed()));
    assert!(
        matches!(outcome, Err(Trouble::Unreadable(_))),
        "{outcome:?}"
    );
    drop(stand_in);
    let gone = runtime().block_on(clamd.signatures());
    assert!(matches!(gone, Err(Trouble::Silent(_))), "{gone:?}");
}

/// Runs a test in towns that have an antivirus, which may not be there yet.
fn in_guarded_towns(test: impl Fn(&Town, &Pages, &Quarantine)) {
    in_towns(|mut town| {
        town.desk.guard = Guard::Present;
        let pages = Pages::of(&town);
        let address = format!("unix:{}", socket(town.kit.folder()).display());
        let quarantine = Quarantine {
            store: town.kit.store.clone(),
            blobs: pages.house.blobs.clone(),
            clock: town.kit.clock.clone(),
            words: pages.house.words.clone(),
            antivirus: Arc::new(Clamd::new(address.parse().unwrap(), PATIENCE)),
            watch: Watch::beginning(),
            wake: parvis_jobs::Wake::default(),
        };
        test(&town, &pages, &quarantine);
    });
}

fn round(quarantine: &Quarantine) -> Round {
    runtime().block_on(quarantine.round(&mut None)).unwrap()
}

/// Sends a message with a file to a dossier.
fn sent(person: &mut Browser<'_>, number: &str, name: &str, bytes: &[u8]) {
    let page = person.get(&format!("/dossiers/{number}"));
    let id = page.one("input[name=identifiant]", "value");
    let fields = [("identifiant", id.as_str()), ("message", "Voici.")];
    let path = format!("/dossiers/{number}/messages");
    let page = person.post_files(&path, &fields, &[("exchange_0", name, bytes)]);
    assert!(
        page.says("Votre message est envoyé") || page.status == 200,
        "{}",
        page.text()
    );
}

/// The addresses of the pieces of a dossier, for an agent and for the person.
fn addresses(town: &Town, number: &str) -> (String, String) {
    let id = town.write(|tx, _| {
        let piece = Sql("SELECT id FROM pieces WHERE removed_at IS NULL");
        Ok(tx.one(piece, &[], |row| row.text(0))?)
    });
    (
        format!("/agent/dossiers/{number}/pieces/{id}"),
        format!("/dossiers/{number}/pieces/{id}"),
    )
}

fn messages(town: &Town) -> i64 {
    let kind = parvis_dossier::facts::MESSAGED;
    town.write(move |tx, _| Ok(tx.one(FACTS, &[kind.into()], |row| row.int(0))?))
}

#[test]
fn an_agent_waits_for_the_antivirus_and_the_person_waits_for_nothing() {
    in_guarded_towns(|town, pages, quarantine| {
        let mut zoe = pages.browser();
        let number = deposited_in(&mut zoe);
        sent(&mut zoe, &number, "bail.pdf", PDF);
        let (for_agent, for_person) = addresses(town, &number);
        assert_eq!(round(quarantine), Round::Silent, "it is down");
        assert!(matches!(quarantine.watch.seen(), Seen::Silent { .. }));
        let mut claire = signed_in(town, pages, &town.claire);
        let refused = claire.get(&for_agent);
        assert_eq!(refused.status, 409);
        assert!(
            refused.says("n’a pas encore été examinée par l’antivirus"),
            "{}",
            refused.text()
        );
        let file = claire.get(&format!("/agent/dossiers/{number}"));
        assert!(file.says("En attente de l’antivirus"), "{}", file.text());
        assert!(
            !file.body().contains(&for_agent),
            "nothing to click in vain"
        );
        assert_eq!(zoe.get(&for_person).bytes, PDF, "her own file");
        let organisation = town.desk.organisation.id;
        let waiting = town.write(move |tx, _| Ok(unexamined(tx, organisation)?));
        assert_eq!((waiting.count, waiting.troubled), (1, 0), "no try was lost");

        let stand_in = StandIn::listening(&socket(town.kit.folder()));
        assert_eq!(round(quarantine), Round::Worked);
        assert!(matches!(quarantine.watch.seen(), Seen::Answers { .. }));
        assert_eq!(claire.get(&for_agent).bytes, PDF);
        let file = claire.get(&format!("/agent/dossiers/{number}"));
        assert!(
            file.says("rien de connu (ClamAV 1.4.6/27456)"),
            "{}",
            file.text()
        );
        assert_eq!(round(quarantine), Round::Idle);
        assert_eq!(stand_in.examined(), 1, "once");
    });
}

#[test]
fn what_is_infected_is_given_to_nobody_and_the_person_is_asked_once_for_another() {
    in_guarded_towns(|town, pages, quarantine| {
        let _stand_in = StandIn::listening(&socket(town.kit.folder()));
        let mut zoe = pages.browser();
        let number = deposited_in(&mut zoe);
        sent(&mut zoe, &number, "bail.pdf", &infected());
        let (for_agent, for_person) = addresses(town, &number);
        let before = messages(town);
        assert_eq!(round(quarantine), Round::Worked);
        assert_eq!(messages(town), before + 1, "told by the usual mail");
        round(quarantine);
        assert_eq!(messages(town), before + 1, "once");

        let mut claire = signed_in(town, pages, &town.claire);
        for (page, who) in [
            (claire.get(&for_agent), "agent"),
            (zoe.get(&for_person), "person"),
        ] {
            assert_eq!(page.status, 403, "{who}");
            assert!(page.says("programme malveillant"), "{who}: {}", page.text());
        }
        let follow = zoe.get(&format!("/dossiers/{number}"));
        assert!(
            follow.says("Le fichier « bail.pdf » que vous avez envoyé"),
            "{}",
            follow.text()
        );
        assert!(
            follow.says("bail.pdf : fichier bloqué"),
            "{}",
            follow.text()
        );
        let file = claire.get(&format!("/agent/dossiers/{number}"));
        assert!(file.says("Fichier bloqué"), "{}", file.text());
        let exchanges = claire.get(&format!("/agent/dossiers/{number}/echanges"));
        assert!(
            exchanges.says("Message automatique"),
            "{}",
            exchanges.text()
        );
        for page in [&follow, &file, &exchanges] {
            assert!(!page.body().contains("/pieces/"), "no link to it");
        }
        let history = claire.get(&format!("/agent/dossiers/{number}/historique"));
        assert!(history.says("Pièce bloquée"), "{}", history.text());

        ask(&mut claire, "zip", &[]);
        work(town, pages);
        let archive = given(&mut claire).bytes;
        let manifest = part(&archive, &format!("{number}/manifest.json"));
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        let told = &manifest["pieces"][0];
        assert_eq!(
            (told["safety"].as_str(), told["file"].as_str()),
            (Some("infected"), None)
        );
        let eicar = eicar();
        assert!(!archive.windows(eicar.len()).any(|part| part == eicar));
        noted(town, &town.claire);
        hostile(
            "EICAR in a piece, an antivirus being there",
            "the deposit gets its receipt; the piece is found, given to nobody, left out of exports; the person is asked for another one, once; the agent sees it; the security journal keeps it",
        );
    });
}

/// The security journal says that a piece was infected.
fn noted(town: &Town, ctx: &Ctx) {
    let organisation = ctx.organisation;
    let events = town.write(move |tx, _| {
        let dossier = tx.one(ID, &[], |row| row.id(0))?;
        Ok(journal::security_events(
            tx,
            organisation,
            Subject::dossier(dossier),
        )?)
    });
    let found = events.iter().find(|entry| entry.verb == "piece.infected");
    assert_eq!(found.unwrap().detail["infection"], "Eicar-Signature");
}

#[test]
fn a_file_found_infected_in_a_draft_is_said_there_and_told_once_deposited() {
    in_guarded_towns(|town, pages, quarantine| {
        let _stand_in = StandIn::listening(&socket(town.kit.folder()));
        let mut zoe = pages.browser();
        let number = begin_for_myself(&mut zoe);
        for (step, fields) in [
            (
                "you",
                [
                    ("born-day", "2"),
                    ("born-month", "3"),
                    ("born-year", "1985"),
                ],
            ),
            (
                "wish",
                [("sort", "day"), ("count", "2"), ("with_children", "no")],
            ),
        ] {
            let path = format!("/dossiers/{number}/etapes/{step}");
            zoe.get(&path);
            zoe.post(&path, &fields);
        }
        let path = format!("/dossiers/{number}/etapes/proof");
        zoe.get(&path);
        let bytes = infected();
        let sent = [("proof", "facture.pdf", bytes.as_slice())];
        zoe.post_files(&path, &[("action", "upload")], &sent);
        assert_eq!(round(quarantine), Round::Worked);
        let step = zoe.get(&path);
        assert!(step.says("Fichier bloqué"), "{}", step.text());
        let id = step.one("input[type=hidden][name=proof]", "value");
        zoe.post_files(&path, &[("proof", id.as_str())], &[]);
        let check = zoe.get(&format!("/dossiers/{number}/verifier"));
        assert!(
            check.says("Remplacez-le avant de déposer"),
            "{}",
            check.text()
        );
        let (_, for_person) = addresses(town, &number);
        let clickable = |page: &crate::browser::Page| page.all("a", "href").contains(&for_person);
        let told = "facture.pdf : fichier bloqué, il contient un programme malveillant. Envoyez-en un autre.";
        assert!(check.says(told) && !clickable(&check), "{}", check.text());
        assert_eq!(messages(town), 0, "a draft has no messages");

        let declare = format!("/dossiers/{number}/declarer");
        zoe.get(&declare);
        let receipt = zoe.post(&declare, &[("declaration", "oui")]);
        assert_eq!(receipt.status, 200, "the deposit is not held up");
        round(quarantine);
        assert_eq!(messages(town), 1);
        let follow = zoe.get(&format!("/dossiers/{number}"));
        assert!(
            follow.says(told) && !clickable(&follow),
            "{}",
            follow.text()
        );
    });
}

#[test]
fn a_file_found_infected_in_a_draft_can_be_taken_away() {
    in_guarded_towns(|town, pages, quarantine| {
        let _stand_in = StandIn::listening(&socket(town.kit.folder()));
        let mut zoe = pages.browser();
        let number = begin_for_myself(&mut zoe);
        let path = format!("/dossiers/{number}/etapes/proof");
        zoe.get(&path);
        let bytes = infected();
        let sent = [("proof", "facture.pdf", bytes.as_slice())];
        zoe.post_files(&path, &[("action", "upload")], &sent);
        round(quarantine);
        let (_, for_person) = addresses(town, &number);
        assert_eq!(zoe.get(&for_person).status, 403);
        zoe.get(&path);
        zoe.post(&format!("{for_person}/retirer"), &[]);
        let step = zoe.get(&path);
        assert!(!step.says("Fichier bloqué"), "{}", step.text());
    });
}

#[test]
fn a_file_that_the_antivirus_refuses_waits_and_is_tried_again_later() {
    in_guarded_towns(|town, pages, quarantine| {
        let stand_in = StandIn::listening(&socket(town.kit.folder()));
        stand_in.be(Temper::Refuses(10));
        let mut zoe = pages.browser();
        let number = deposited_in(&mut zoe);
        sent(&mut zoe, &number, "bail.pdf", PDF);
        assert_eq!(round(quarantine), Round::Worked);
        assert_eq!(round(quarantine), Round::Idle, "not at once");
        let mut claire = signed_in(town, pages, &town.claire);
        let file = claire.get(&format!("/agent/dossiers/{number}"));
        assert!(
            file.says("n’examine pas les fichiers de cette taille"),
            "{}",
            file.text()
        );
        let organisation = town.desk.organisation.id;
        let waiting = town.write(move |tx, _| Ok(unexamined(tx, organisation)?));
        assert_eq!((waiting.count, waiting.troubled), (1, 1));
        stand_in.be(Temper::Honest);
        town.kit
            .clock
            .advance(jiff::SignedDuration::from_secs(3601));
        assert_eq!(round(quarantine), Round::Worked);
        let (for_agent, _) = addresses(town, &number);
        let mut claire = signed_in(
            town,
            pages,
            &Town::later(&town.claire, Duration::from_secs(3601)),
        );
        assert_eq!(claire.get(&for_agent).bytes, PDF);
    });
}

#[test]
fn pieces_of_before_the_antivirus_are_examined_after_the_others_and_erased_ones_never() {
    in_guarded_towns(|town, pages, quarantine| {
        let stand_in = StandIn::listening(&socket(town.kit.folder()));
        let mut zoe = pages.browser();
        let number = deposited_in(&mut zoe);
        sent(&mut zoe, &number, "bail.pdf", PDF);
        town.write(|tx, _| {
            let before = Sql("UPDATE pieces SET examine_at = 0 WHERE examine_at > 0");
            Ok(tx.execute(before, &[])?)
        });
        let mut other = pages.browser();
        let erased = begin_for_myself(&mut other);
        let path = format!("/dossiers/{erased}/etapes/proof");
        other.get(&path);
        other.post_files(&path, &[("action", "upload")], &[("proof", "a.pdf", PDF)]);
        town.write(|tx, _| {
            let draft = Sql("SELECT organisation_id, id FROM dossiers WHERE submitted_at IS NULL");
            let (organisation, id) = tx.one(draft, &[], |row| {
                Ok((row.id(0)?, row.id::<parvis_kernel::DossierId>(1)?))
            })?;
            Ok(parvis_store::sealing::destroy_key(
                tx,
                organisation,
                id.uuid(),
            )?)
        });
        assert_eq!(round(quarantine), Round::Worked);
        assert_eq!(stand_in.examined(), 0, "what nobody can open any more");
        assert_eq!(round(quarantine), Round::Worked);
        assert_eq!(stand_in.examined(), 1);
        assert_eq!(round(quarantine), Round::Idle);
    });
}

#[test]
fn an_infected_file_of_the_service_is_blocked_and_asked_of_nobody() {
    in_guarded_towns(|town, pages, quarantine| {
        let _stand_in = StandIn::listening(&socket(town.kit.folder()));
        let mut zoe = pages.browser();
        let number = deposited_in(&mut zoe);
        let mut claire = signed_in(town, pages, &town.claire);
        let path = format!("/agent/dossiers/{number}/echanges");
        let id = claire.get(&path).one("input[name=message]", "value");
        let fields = [("message", id.as_str()), ("texte", "Voici.")];
        let bytes = infected();
        claire.post_files(&path, &fields, &[("exchange_0", "a.pdf", bytes.as_slice())]);
        let before = messages(town);
        round(quarantine);
        round(quarantine);
        assert_eq!(messages(town), before);
        let (_, for_person) = addresses(town, &number);
        assert_eq!(zoe.get(&for_person).status, 403);
    });
}

#[test]
fn two_servers_never_examine_the_same_piece_and_one_that_died_is_replaced() {
    in_guarded_towns(|town, pages, quarantine| {
        let stand_in = StandIn::listening(&socket(town.kit.folder()));
        let mut zoe = pages.browser();
        let number = deposited_in(&mut zoe);
        sent(&mut zoe, &number, "bail.pdf", PDF);
        // The other server took it, and is examining it.
        let until = town.kit.ctx().now + Duration::from_secs(600);
        town.write(move |tx, _| {
            let taken = Sql("UPDATE pieces SET examine_at = $1");
            Ok::<_, DossierError>(tx.execute(taken, &[until.into()])?)
        });
        assert_eq!(round(quarantine), Round::Idle);
        assert_eq!(stand_in.examined(), 0);
        town.kit.clock.advance(jiff::SignedDuration::from_secs(601));
        assert_eq!(round(quarantine), Round::Worked);
        assert_eq!(stand_in.examined(), 1);
    });
}
