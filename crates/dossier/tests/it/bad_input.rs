//! What no honest page sends: refused in bounded memory, by a French page that says what to do.

use crate::browser::Pages;
use crate::filling::{PDF, begin, begin_for_myself, town};

const URLENCODED: &str = "application/x-www-form-urlencoded";

#[test]
fn an_unknown_and_a_foreign_dossier_are_the_same_page() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    for page in [
        "pour-qui",
        "taches",
        "etapes/you",
        "code-de-suivi",
        "pieces/0190163d-8694-739b-aea5-966c26f8ad91",
    ] {
        let mut other = pages.browser();
        let foreign = other.get(&format!("/dossiers/{number}/{page}"));
        let unknown = other.get(&format!("/dossiers/0000-0000/{page}"));
        let nonsense = other.get(&format!("/dossiers/x/{page}"));
        assert_eq!(
            (foreign.status, unknown.status, nonsense.status).0,
            404,
            "{page}"
        );
        assert_eq!(foreign.text(), unknown.text(), "{page}");
        assert_eq!(foreign.text(), nonsense.text(), "{page}");
        assert!(foreign.body().contains("href=\"/suivi\""));
    }
    assert_eq!(
        zoe.get(&format!("/dossiers/{number}/etapes/nowhere"))
            .status,
        404
    );
}

#[test]
fn a_post_on_an_unknown_dossier_tells_nothing_more_than_on_a_foreign_one() {
    let town = town();
    let pages = Pages::of(&town);
    let number = begin_for_myself(&mut pages.browser());
    let mut other = pages.browser();
    for asked in [number.as_str(), "0000-0000"] {
        let page = other.post_once(
            &format!("/dossiers/{asked}/etapes/you"),
            &[("nickname", "x")],
        );
        assert_eq!(
            page.headers["location"],
            format!("/suivi?numero={asked}&retour=etape")
        );
    }
}

#[test]
fn a_step_out_of_order_is_kept_and_leads_to_the_list() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let page = zoe.post(
        &format!("/dossiers/{number}/etapes/children"),
        &[("children", "0190163d-8694-739b-aea5-966c26f8ad91")],
    );
    assert!(page.path.contains("/taches?avis="), "{}", page.path);
    assert!(page.says("Ce que vous avez écrit est gardé"));
    let page = zoe.get(&format!("/dossiers/{number}/etapes/children"));
    assert!(page.path.contains("/taches"), "{}", page.path);
}

#[test]
fn tampered_and_extra_entries_are_dropped() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/wish");
    zoe.get(&path);
    let page = zoe.post(
        &path,
        &[
            ("sort", "moon"),
            ("count", "2"),
            ("with_children", "no"),
            ("admin", "yes"),
            ("proof", "0190163d-8694-739b-aea5-966c26f8ad91"),
            ("action", "remove:children:x"),
            ("action", "add:nothing"),
        ],
    );
    assert_eq!(page.status, 422);
    assert_eq!(page.all(".govuk-error-summary a", "href"), ["#sort"]);
    assert!(!page.body().contains("admin"));
    let page = zoe.post_once(&path, &[("action", "add:nothing")]);
    assert_eq!(page.status, 404);
    assert!(page.says("Cette page n’existe pas"), "{}", page.text());
    let proof = format!("/dossiers/{number}/etapes/proof");
    zoe.get(&proof);
    let page = zoe.post_files(
        &proof,
        &[("proof", "0190163d-8694-739b-aea5-966c26f8ad91")],
        &[],
    );
    assert_eq!(page.status, 422, "a piece of nobody is no answer");
}

#[test]
fn nul_bad_encoding_and_broken_forms_are_refused_politely() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/you");
    zoe.get(&path);
    for (body, words) in [
        ("nickname=a%00b", "caractère invisible"),
        ("nickname=%FF%FE", "caractères illisibles"),
        ("nickname=%4", "abîmé"),
    ] {
        let page = zoe.post_raw(&path, URLENCODED, body);
        assert_eq!(page.status, 422, "{body}");
        assert!(page.says(words), "{body}: {}", page.text());
    }
    let page = zoe.post_raw(&path, "application/json", "{}");
    assert_eq!(page.status, 422);
    let page = zoe.post_raw(&path, "multipart/form-data; boundary=x", "--x\r\nnonsense");
    assert_eq!(page.status, 422);
    assert!(page.says("abîmé"), "{}", page.text());
    let page = zoe.post_files_once(&path, &[("nickname", "a\0b")], &[]);
    assert!(page.says("caractère invisible"), "{}", page.text());
}

#[test]
fn a_million_letters_in_a_field_are_too_many() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/you");
    zoe.get(&path);
    let million = "a".repeat(1_000_000);
    for page in [
        zoe.post_raw(&path, URLENCODED, format!("nickname={million}")),
        zoe.post_files_once(&path, &[("nickname", &million)], &[]),
    ] {
        assert_eq!(page.status, 413);
        assert!(page.says("raccourcissez votre texte"), "{}", page.text());
    }
    let long = "a".repeat(50_000);
    let page = zoe.post(&path, &[("nickname", &long), ("born-day", "2")]);
    assert_eq!(page.status, 422);
    assert!(
        page.says("Retirez 49960 caractères") || page.says("Retirez 49 960 caractères"),
        "{}",
        page.one("title", "x")
    );
}

#[test]
fn ten_thousand_rows_are_too_many() {
    let town = town();
    let pages = Pages::of(&town);
    let mut somebody = pages.browser();
    let number = begin(&mut somebody, "signaler", "anonyme");
    let path = format!("/dossiers/{number}/etapes/places");
    somebody.get(&path);
    let rows = "places=0190163d-8694-739b-aea5-966c26f8ad91&".repeat(10_000);
    let page = somebody.post_raw(&path, URLENCODED, rows);
    assert_eq!(page.status, 413);
    assert!(page.says("Ce que vous envoyez est trop volumineux"));
    let ids: Vec<String> = (0..100)
        .map(|_| parvis_kernel::RowId::new().to_string())
        .collect();
    let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("places", id.as_str())).collect();
    let page = somebody.post_files(&path, &fields, &[]);
    assert_eq!(page.status, 422);
    assert_eq!(
        page.all("input[name=places]", "value").len(),
        2,
        "no more rows than the block takes"
    );
    assert!(page.says("Gardez 2 éléments au plus"), "{}", page.text());
}

#[test]
fn a_program_named_pdf_is_refused_and_nothing_is_left_of_it() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/proof");
    zoe.get(&path);
    let page = zoe.post_files(
        &path,
        &[],
        &[("proof", "facture.pdf", b"MZ\x90\0 a program")],
    );
    assert_eq!(page.status, 422);
    assert!(
        page.says(
            "Choisissez un autre fichier que « facture.pdf » : son contenu n’est pas reconnu."
        ),
        "{}",
        page.text()
    );
    assert_eq!(page.all(".govuk-error-summary a", "href"), ["#proof"]);
    assert_eq!(pages.blobs(), 0);
    let page = zoe.post_files(&path, &[], &[("proof", "vide.pdf", b"")]);
    assert_eq!(page.status, 422);
    assert!(
        page.says("nous n’avons pas reçu le fichier")
            || page.says("nous n'avons pas reçu le fichier"),
        "{}",
        page.text()
    );
}

#[test]
fn a_file_that_is_too_large_or_one_too_many_is_refused() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/proof");
    zoe.get(&path);
    let large = [PDF, &vec![b' '; 3_000_000]].concat();
    let page = zoe.post_files(
        &path,
        &[],
        &[("proof", "gros.pdf", &large), ("proof", "petit.pdf", PDF)],
    );
    assert_eq!(page.status, 422);
    assert!(
        page.says("plus léger que « gros.pdf » : 1 Mo au plus"),
        "{}",
        page.text()
    );
    assert!(page.says("petit.pdf"), "the other one is kept");
    assert_eq!(pages.blobs(), 1);
    let held = page.one("input[type=hidden][name=proof]", "value");
    let page = zoe.post_files(
        &path,
        &[("proof", &held)],
        &[("proof", "b.pdf", PDF), ("proof", "c.pdf", PDF)],
    );
    assert_eq!(page.status, 422);
    assert!(page.says("Gardez 2 fichiers au plus"), "{}", page.text());
    assert_eq!(pages.blobs(), 2);
}

#[test]
fn a_file_that_nobody_asked_for_is_not_kept() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/proof");
    zoe.get(&path);
    let sent = [
        ("proof-other-way", "a.pdf", PDF),
        ("nickname", "b.pdf", PDF),
        ("proof.x.y", "c.pdf", PDF),
    ];
    zoe.post_files(&path, &[], &sent);
    let forged = [b"--parvis-boundary\r\ncontent-disposition: form-data; name=\"proof\"; filename=\"a.pdf\"\r\n\r\n", PDF, b"\r\n--parvis-boundary--\r\n"].concat();
    let page = zoe.post_raw(
        &path,
        "multipart/form-data; boundary=parvis-boundary",
        forged,
    );
    assert_eq!(page.status, 403);
    assert_eq!(pages.blobs(), 0);
}

#[test]
fn the_headers_of_a_part_cannot_fill_the_memory() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/proof");
    zoe.get(&path);
    let endless = [
        &b"--x\r\ncontent-disposition: form-data; name=\""[..],
        &vec![b'a'; 5_000_000],
    ]
    .concat();
    let page = zoe.post_raw(&path, "multipart/form-data; boundary=x", endless);
    assert_eq!(page.status, 413);
}

#[test]
fn a_form_cut_in_the_middle_of_a_file_leaves_nothing() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/proof");
    let csrf = zoe.get(&path).one("input[name=csrf]", "value");
    let cut = format!(
        "--x\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--x\r\ncontent-disposition: form-data; name=\"proof\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 {}\r\n--x\r\ncontent-disposition: form-data; name=\"proof\"; filename=\"b.pdf\"\r\n\r\n%PDF-1.7 {}",
        "a".repeat(9_000),
        "b".repeat(9_000)
    );
    let page = zoe.post_raw(&path, "multipart/form-data; boundary=x", cut);
    assert_eq!(page.status, 422);
    assert_eq!(pages.blobs(), 0);
}

#[test]
fn a_late_page_that_comes_from_nowhere_writes_nothing() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/gone");
    let posted = "csrf=forged&family-name=X&sort=night&nickname=Zozo";
    let forged = zoe.post_raw(&path, URLENCODED, posted);
    assert_eq!(forged.status, 403, "{}", forged.text());
    let step = zoe.get(&format!("/dossiers/{number}/etapes/you"));
    assert!(!step.body().contains("Zozo"));
}
