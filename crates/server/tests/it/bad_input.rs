//! What is wrong, too large or out of order: refused in French with what to do, and nothing of it is kept.

use axum::body::{Body, Bytes};
use futures::stream;
use http::{Request, StatusCode};
use parvis_store::{Sql, StoreError};
use parvis_testkit::{Browser, Page, problems_of};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::enumeration::protected;
use crate::town::{Known, PNG, Town, answers, filled, in_one_town, in_towns};

const FORM: &str = "application/x-www-form-urlencoded";
const COUNT_PIECES: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM pieces");

/// A page in French that says what happened and what to do.
fn says_what_to_do(page: &Page, status: StatusCode) {
    assert_eq!(page.status, status, "{}", page.told());
    assert_eq!(page.attr("html", "lang").as_deref(), Some("fr"));
    assert_eq!(problems_of(page), Vec::<String>::new());
    assert!(page.told().len() > 80, "too short: {}", page.told());
}

/// The form of the first step of a birth certificate, rightly filled in, as a body.
fn body_of_step(page: &Page) -> String {
    let token = page.attr("input[name=csrf]", "value").unwrap();
    format!("csrf={token}&document=extract&copies=2")
}

/// What the first step holds now.
fn kept(browser: &mut Browser, number: &str) -> (Option<String>, Option<String>) {
    let page = browser.get(&format!("/dossiers/{number}/etapes/document"));
    (
        page.attr("input[name=document][checked]", "value"),
        page.attr("input[name=copies]", "value")
            .filter(|value| !value.is_empty()),
    )
}

#[test]
fn what_no_database_keeps_is_refused_and_nothing_is_stored() {
    in_towns(|town| {
        let (mut zoe, number, step) = town.drafting("acte-naissance");
        let right = body_of_step(&step);
        let path = format!("/dossiers/{number}/etapes/document");
        let cases: [(&str, String, StatusCode, &str); 6] = [
            (
                "NUL",
                format!("{right}&a=%00"),
                StatusCode::UNPROCESSABLE_ENTITY,
                "invisible",
            ),
            (
                "invalid UTF-8",
                format!("{right}&a=%FF"),
                StatusCode::UNPROCESSABLE_ENTITY,
                "illisible",
            ),
            (
                "half an escape",
                format!("{right}&a=%4"),
                StatusCode::UNPROCESSABLE_ENTITY,
                "abîmé",
            ),
            (
                "1 MB of text",
                format!("{right}&a={}", "x".repeat(1 << 20)),
                StatusCode::PAYLOAD_TOO_LARGE,
                "trop volumineux",
            ),
            (
                "10,000 rows",
                format!("{right}{}", "&children=x".repeat(10_000)),
                StatusCode::PAYLOAD_TOO_LARGE,
                "trop volumineux",
            ),
            (
                "10,000 answers",
                format!("{right}{}", "&a=1".repeat(10_000)),
                StatusCode::PAYLOAD_TOO_LARGE,
                "trop volumineux",
            ),
        ];
        for (name, body, status, word) in cases {
            let page = zoe.post(&path, FORM, body);
            says_what_to_do(&page, status);
            assert!(page.told().contains(word), "{name}: {}", page.told());
            assert_eq!(kept(&mut zoe, &number), (None, None), "{name}");
        }
        let wrong_media = zoe.post(&path, "application/json", "{\"document\":\"extract\"}");
        assert!(wrong_media.status.is_client_error());
        assert_eq!(kept(&mut zoe, &number), (None, None));
        let accepted = zoe.post(&path, FORM, right);
        assert_eq!(accepted.status, StatusCode::SEE_OTHER);
        assert_eq!(
            kept(&mut zoe, &number),
            (Some("extract".to_owned()), Some("2".to_owned()))
        );
        protected(town);
    });
}

#[test]
fn ten_thousand_rows_of_children_are_refused() {
    in_towns(|town| {
        let (mut zoe, number, step) = town.drafting("ecole-cantine");
        let step = zoe.post_form(&filled(
            step.form("/etapes/besoin"),
            answers("ecole-cantine"),
        ));
        let step = zoe.post_form(&filled(
            step.form("/etapes/besoin"),
            answers("ecole-cantine"),
        ));
        assert!(step.path.ends_with("/etapes/enfants"), "{}", step.path);
        let path = format!("/dossiers/{number}/etapes/enfants");
        let token = step.attr("input[name=csrf]", "value").unwrap();
        let rows: Vec<String> = (0..10_000)
            .map(|_| format!("children={}", parvis_kernel::RowId::new()))
            .collect();
        let many = zoe.post(&path, FORM, format!("csrf={token}&{}", rows.join("&")));
        says_what_to_do(&many, StatusCode::PAYLOAD_TOO_LARGE);
        // As many as a form can hold, which is more than the block takes.
        let fewer = zoe.post(
            &path,
            FORM,
            format!("csrf={token}&{}", rows[..1_900].join("&")),
        );
        assert!(!fewer.status.is_server_error(), "{}", fewer.told());
        let shown = zoe.open(&path);
        let names = shown.attrs("main input[name^='children.']", "name");
        let held: std::collections::BTreeSet<&str> = names
            .iter()
            .filter_map(|name| name.split('.').nth(1))
            .collect();
        assert!(held.len() <= 8, "{} rows are kept", held.len());
        protected(town);
    });
}

#[test]
fn a_step_out_of_order_leads_to_the_list_and_keeps_nothing() {
    in_towns(|town| {
        let (mut zoe, number, step) = town.drafting("acte-naissance");
        let token = step.attr("input[name=csrf]", "value").unwrap();
        // The parents are asked only for some documents, and none was chosen yet.
        let path = format!("/dossiers/{number}/etapes/parents");
        let early = zoe.get(&path);
        assert!(
            early
                .leads_to()
                .starts_with(&format!("/dossiers/{number}/taches"))
        );
        let body =
            format!("csrf={token}&first_parent-family-name=Lenoir&first_parent-first-names=Marius");
        let posted = zoe.post(&path, FORM, body);
        let list = zoe.follow(posted).shown();
        assert!(list.path.starts_with(&format!("/dossiers/{number}/taches")));
        assert!(list.has(".govuk-notification-banner"), "{}", list.told());
        let chosen = step
            .form("/etapes/document")
            .fill("document", "full_copy")
            .fill("copies", "1");
        let _ = zoe.post_form(&chosen).shown();
        // Kept as typed with the draft, but no answer: it was never checked.
        let check = zoe.open(&format!("/dossiers/{number}/verifier"));
        assert!(!check.told().contains("Marius"), "{}", check.told());
        let none = zoe.get(&format!("/dossiers/{number}/etapes/nulle-part"));
        assert!(none.status.is_redirection() || none.status == StatusCode::NOT_FOUND);
        // Depositing before the end is refused, with what is left to do.
        let declared = zoe.post(
            &format!("/dossiers/{number}/declarer"),
            FORM,
            format!("csrf={token}&declaration=oui"),
        );
        says_what_to_do(&declared, StatusCode::UNPROCESSABLE_ENTITY);
        let followed = zoe.open(&format!("/dossiers/{number}"));
        assert!(
            !followed.told().contains("Déposé le"),
            "{}",
            followed.told()
        );
        protected(town);
    });
}

#[test]
fn what_a_page_did_not_ask_is_dropped() {
    in_towns(|town| {
        let (mut zoe, number, step) = town.drafting("acte-naissance");
        let form = step
            .form("/etapes/document")
            .fill("document", "extract")
            .fill("copies", "1")
            .tamper("admin", "1")
            .tamper("organisation_id", "x")
            .tamper("delivery_address-street", "rue de nulle part")
            .tamper("first_parent-family-name", "Intrus");
        let _ = zoe.post_form(&form).shown();
        let check = zoe.open(&format!("/dossiers/{number}/verifier"));
        assert!(!check.told().contains("nulle part"), "{}", check.told());
        assert!(!check.told().contains("Intrus"), "{}", check.told());
        let asked = zoe.get(&format!("/dossiers/{number}/etapes/envoi")).shown();
        assert!(!asked.source().contains("nulle part"));
        // A choice that is not offered is an error, not an answer.
        let forged = step
            .form("/etapes/document")
            .tamper("document", "everything")
            .tamper("copies", "1");
        let refused = zoe.post_form(&forged);
        assert_eq!(refused.errors().len(), 1, "{}", refused.told());
        protected(town);
    });
}

#[test]
fn a_hidden_answer_never_reaches_the_check_page_nor_the_agent() {
    in_towns(|town| {
        let (mut zoe, number, step) = town.drafting("acte-naissance");
        town.fill(&mut zoe, &number, step, answers("acte-naissance"));
        // Another document: the parents and the link are asked no more.
        let step = zoe.get(&format!("/dossiers/{number}/etapes/document"));
        let _ = zoe.post_form(&step.form("/etapes/document").fill("document", "extract"));
        let check = zoe.open(&format!("/dossiers/{number}/verifier")).shown();
        assert!(!check.told().contains("Marius"), "{}", check.told());
        town.declare(&mut zoe, &number);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let file = town.open_file(&mut claire, &number);
        assert!(!file.told().contains("Marius"), "{}", file.told());
    });
}

#[test]
fn tampered_hidden_fields_are_refused() {
    in_towns(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let file = town.open_file(&mut claire, &number);
        let form = file.form("/instruire");
        for version in ["0", "99999", "-1", "x", ""] {
            let page = claire.submit(&form.clone().tamper("version", version));
            assert!(
                page.status.is_client_error(),
                "{version:?}: {}",
                page.status
            );
            assert_eq!(problems_of(&page), Vec::<String>::new());
        }
        let page = claire.submit(&form.clone().without("version"));
        assert!(page.status.is_client_error(), "{}", page.status);
        for token in ["", "0000"] {
            let page = claire.submit(&form.clone().tamper("csrf", token));
            says_what_to_do(&page, StatusCode::FORBIDDEN);
        }
        let file = town.open_file(&mut claire, &number);
        assert!(file.find_form("/instruire").is_some(), "nothing was done");
        let page = claire.submit(&form);
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        protected(town);
    });
}

#[test]
fn two_agents_who_act_on_one_file_never_overwrite_each_other() {
    in_towns(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let mut karim = town.agent(&town.rochebrune, "karim");
        let seen_by_karim = town.open_file(&mut karim, &number).form("/instruire");
        town.take(&mut claire, &number);
        let loser = karim.post_form(&seen_by_karim);
        assert!(
            loser.status == StatusCode::CONFLICT || loser.told().contains("Claire Martin"),
            "{} {}",
            loser.status,
            loser.told()
        );
    });
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_refused_and_not_kept() {
    in_towns(|town| {
        let (mut zoe, _, page) = town.drafting("acte-naissance");
        let mut page = page;
        while !page.path.contains("/etapes/preuve") {
            let step = page.path.split('?').next().unwrap().to_owned();
            page = zoe.post_form(&filled(page.form(&step), answers("acte-naissance")));
        }
        let form = page.form("/etapes/preuve");
        let html = b"<!doctype html><script>alert(1)</script>".repeat(20);
        let executable = [b"MZ\x90\0".as_slice(), &[0; 4096]].concat();
        for (name, bytes) in [
            ("livret.pdf", html.as_slice()),
            ("livret.pdf", &executable),
            ("livret.png", b"GIF89a\x01\0\x01\0\0\0\0;"),
            ("livret.pdf", b""),
        ] {
            let refused = zoe.post_form(&form.clone().file("link_proof", name, bytes));
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(refused.title().starts_with("Erreur"), "{}", refused.title());
            assert!(!refused.errors().is_empty());
        }
        let large = [PNG, &vec![0; 11 << 20]].concat();
        let refused = zoe.post_form(&form.clone().file("link_proof", "grand.png", &large));
        assert!(refused.status.is_client_error(), "{}", refused.status);
        assert!(refused.told().contains("10"), "{}", refused.told());
        let many = (0..5).fold(form.clone(), |form, _| {
            form.file("link_proof", "a.png", PNG)
        });
        let refused = zoe.post_form(&many);
        assert!(!refused.errors().is_empty(), "{}", refused.told());
        let counted = town
            .house
            .store
            .read_blocking(|tx| tx.one(COUNT_PIECES, &[], |row| row.int(0)));
        let counted: Result<i64, StoreError> = counted;
        assert!(counted.unwrap() <= 3, "only what the field takes is kept");
        protected(town);
    });
}

#[test]
fn a_piece_that_somebody_gave_is_never_active_content() {
    in_towns(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let (mut zoe, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let page = zoe.get(&format!("/dossiers/{number}")).shown();
        let links = page.attrs("main a", "href");
        let link = links.iter().find(|link| link.contains("/pieces/")).unwrap();
        let piece = zoe.get(link).shown();
        assert_eq!(&piece.body[..], PNG);
        assert_eq!(piece.header("content-type"), "image/png");
        assert!(piece.header("content-security-policy").contains("sandbox"));
        assert!(piece.header("content-disposition").contains("filename*"));
        protected(town);
    });
}

/// A body without end: how many bytes of it were read.
fn endless(first: String, chunks: usize) -> (Body, Arc<AtomicUsize>) {
    let read = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&read);
    let chunk = Bytes::from(vec![b'x'; 64 * 1024]);
    let start = stream::once(async move { Ok::<_, std::io::Error>(Bytes::from(first)) });
    let rest = stream::iter((0..chunks).map(move |_| {
        counter.fetch_add(chunk.len(), Ordering::Relaxed);
        Ok(chunk.clone())
    }));
    use futures::StreamExt;
    (Body::from_stream(start.chain(rest)), read)
}

#[test]
fn a_form_without_end_is_read_no_further_than_its_limit() {
    in_one_town(|town| {
        let (mut zoe, number, step) = town.drafting("acte-naissance");
        let right = body_of_step(&step);
        for path in [
            format!("/dossiers/{number}/etapes/document"),
            format!("/dossiers/{number}/declarer"),
            "/suivi".to_owned(),
            "/agent/connexion".to_owned(),
        ] {
            let (body, read) = endless(format!("{right}&a="), 16_384);
            let request = Request::post(&path)
                .header("content-type", FORM)
                .header("sec-fetch-site", "same-origin");
            let page = zoe.send(request, body);
            says_what_to_do(&page, StatusCode::PAYLOAD_TOO_LARGE);
            let read = read.load(Ordering::Relaxed);
            assert!(read < 1 << 20, "{path}: {read} bytes were read");
        }
    });
}

/// The resident memory of this process, in bytes.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS"))
        .unwrap();
    let kilobytes: usize = line
        .split_whitespace()
        .nth(1)
        .and_then(|number| number.parse().ok())
        .unwrap();
    kilobytes * 1024
}

#[test]
fn a_file_without_end_is_refused_in_bounded_memory() {
    in_one_town(|town| {
        let (mut zoe, _, page) = town.drafting("acte-naissance");
        let mut page = page;
        while !page.path.contains("/etapes/preuve") {
            let step = page.path.split('?').next().unwrap().to_owned();
            page = zoe.post_form(&filled(page.form(&step), answers("acte-naissance")));
        }
        let token = page.attr("input[name=csrf]", "value").unwrap();
        let first = format!(
            "--line\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n--line\r\n\
             Content-Disposition: form-data; name=\"link_proof\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\n"
        );
        let before = resident();
        let (body, read) = endless(first, 8_192);
        let request = Request::post(page.path.as_str())
            .header("content-type", "multipart/form-data; boundary=line")
            .header("sec-fetch-site", "same-origin");
        let refused = zoe.send(request, body);
        assert!(refused.status.is_client_error(), "{}", refused.status);
        let (read, grown) = (
            read.load(Ordering::Relaxed),
            resident().saturating_sub(before),
        );
        assert!(read < 200 << 20, "{read} bytes were read");
        assert!(grown < 48 << 20, "memory grew by {grown} bytes");
    });
}

/// Types on a step after the session ended; where the person goes on once known again.
fn typed_too_late(town: &Town, zoe: &mut Browser, number: &str) -> Page {
    let step = zoe
        .get(&format!("/dossiers/{number}/etapes/document"))
        .shown();
    let form = step
        .form("/etapes/document")
        .fill("document", "full_copy")
        .fill("copies", "3");
    town.later(13 * 3600);
    let sent = zoe.submit(&form);
    assert!(sent.leads_to().starts_with("/suivi"), "{}", sent.leads_to());
    let asked = zoe.follow(sent).shown();
    assert!(asked.has(".govuk-notification-banner"), "{}", asked.told());
    asked
}

#[test]
fn what_was_typed_after_the_session_ended_comes_back_after_the_follow_up_page() {
    in_towns(|town| {
        let mut zoe = town.rochebrune.browser();
        let place = &town.rochebrune;
        let known = Known::Email("zoe@exemple.fr");
        let (number, page) = town.begin(place, &mut zoe, "acte-naissance", known);
        let _ = town.first_step(&mut zoe, page);
        let asked = typed_too_late(town, &mut zoe, &number);
        let form = asked
            .form("/suivi")
            .fill("moyen", "courriel")
            .fill("courriel", "zoe@exemple.fr");
        let code = zoe.post_form(&form).shown();
        let back = town.give_code(&mut zoe, &code, "zoe@exemple.fr");
        assert!(back.path.contains(&number), "{}", back.path);
        assert_eq!(
            kept(&mut zoe, &number),
            (Some("full_copy".to_owned()), Some("3".to_owned()))
        );
    });
}

#[test]
fn a_stranger_who_takes_the_browser_gets_nothing_of_what_was_typed() {
    in_towns(|town| {
        let (mut zoe, number, _) = town.drafting("acte-naissance");
        typed_too_late(town, &mut zoe, &number);
        let (_, other, _) = town.drafting("acte-naissance");
        for path in [number, other] {
            let page = zoe.get(&format!("/dossiers/{path}/etapes/document"));
            assert!(page.status.is_client_error() || page.status.is_redirection());
            assert!(!page.source().contains("full_copy"));
        }
    });
}

#[test]
fn a_draft_follows_the_revision_published_since_when_its_answers_fit() {
    in_towns(|town| {
        let (mut zoe, number, step) = town.drafting("acte-naissance");
        town.publish_amended("acte-naissance", "De 1 à 3.", "Trois au plus.");
        let fresh = town.drafting("acte-naissance").2;
        assert!(fresh.told().contains("Trois au plus."), "{}", fresh.told());
        town.fill(&mut zoe, &number, step, answers("acte-naissance"));
        let again = zoe
            .get(&format!("/dossiers/{number}/etapes/document"))
            .shown();
        assert!(again.told().contains("Trois au plus."), "{}", again.told());
        town.declare(&mut zoe, &number);
    });
}
