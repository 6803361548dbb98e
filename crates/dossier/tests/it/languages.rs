//! A procedure whose author wrote only French, in a page in English.

use parvis_kernel::Ctx;
use scraper::{Html, Selector};

use crate::browser::{Browser, Page, Pages};
use crate::filling::town;
use crate::town::{PROCEDURE, Town};

/// The procedure of the tests without its English words, under another name.
fn french_only() -> String {
    let mut source = String::new();
    for (index, part) in PROCEDURE.split(", en: ").enumerate() {
        source += match index {
            0 => part,
            _ => &part[part.find(" }").unwrap()..],
        };
    }
    source.replace("slug: tout", "slug: francais")
}

fn publish(town: &Town) {
    let source = french_only();
    assert!(!source.contains("How many places?"));
    let checked = parvis_demarche::check("francais.yaml", &source).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
}

/// A draft of an English reader.
fn begun(browser: &mut Browser<'_>) -> String {
    browser
        .cookies
        .insert(parvis_web::LANGUAGE_COOKIE.to_owned(), "en".to_owned());
    let path = "/demarches/francais/commencer";
    browser.get(path);
    let code = browser.post(path, &[("connu", "code")]);
    let number = code.path.split('/').nth(2).unwrap().to_owned();
    let path = format!("/dossiers/{number}/pour-qui");
    browser.get(&path);
    browser.post(
        &path,
        &[("pour", "moi"), ("nom", "Lenoir"), ("prenoms", "Zoé")],
    );
    number
}

/// The words of a page that are said in English: all but those marked as French.
fn read_in_english(page: &Page) -> String {
    let html = Html::parse_document(&page.body());
    let main = Selector::parse("main").unwrap();
    let main = html.select(&main).next().unwrap();
    let mut words = String::new();
    for node in main.descendants() {
        let Some(text) = node.value().as_text() else {
            continue;
        };
        let is_french = node.ancestors().any(|above| {
            let element = above.value().as_element();
            element.is_some_and(|element| element.attr("lang") == Some("fr"))
        });
        if !is_french {
            words += text;
            words.push(' ');
        }
    }
    words
}

const FRENCH: &[&str] = &[
    "Demander une place",
    "Vous",
    "Surnom",
    "Naissance",
    "naissance",
    "Adresse",
    "Téléphone",
    "souhait",
    "place ?",
    "jour",
    "nuit",
    "Lundi",
    "Combien",
    "enfants",
    "Enfant",
    "Identité",
    "cantine",
    "Justificatif",
];

fn says_no_french_unmarked(page: &Page) {
    let read = read_in_english(page);
    for words in FRENCH {
        assert!(!read.contains(words), "{}: {words} in {read}", page.path);
    }
    assert!(page.body().contains("lang=\"fr\""), "{}", page.path);
}

#[test]
fn what_the_author_wrote_in_french_only_is_marked_as_french_on_every_page_in_english() {
    let town = town();
    publish(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    says_no_french_unmarked(&zoe.get("/demarches/francais/commencer"));
    let number = begun(&mut zoe);
    let at = |page: &str| format!("/dossiers/{number}/{page}");
    says_no_french_unmarked(&zoe.get(&at("pour-qui")));
    says_no_french_unmarked(&zoe.get(&at("taches")));
    for (step, right) in [
        (
            "you",
            &[
                ("born-day", "2"),
                ("born-month", "3"),
                ("born-year", "1985"),
            ][..],
        ),
        (
            "wish",
            &[
                ("sort", "day"),
                ("days", "monday"),
                ("count", "2"),
                ("with_children", "yes"),
            ],
        ),
    ] {
        let path = at(&format!("etapes/{step}"));
        says_no_french_unmarked(&zoe.get(&path));
        let wrong = zoe.post(&path, &[("count", "deux"), ("sort", "never")]);
        assert_eq!(wrong.status, 422);
        says_no_french_unmarked(&wrong);
        assert!(wrong.says("Error:"), "{}", wrong.text());
        zoe.post(&path, right);
    }
    says_no_french_unmarked(&zoe.get(&at("etapes/children")));
    says_no_french_unmarked(&zoe.get(&at("etapes/proof")));
    let check = zoe.get(&at("verifier"));
    says_no_french_unmarked(&check);
    let marked = "<span lang=\"fr\" dir=\"ltr\">De jour</span> <span class=\"parvis-lacking\">(in French)</span>";
    assert!(check.body().contains(marked));
}

#[test]
fn a_page_in_french_marks_nothing() {
    let town = town();
    publish(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begun(&mut zoe);
    zoe.cookies
        .insert(parvis_web::LANGUAGE_COOKIE.to_owned(), "fr".to_owned());
    let page = zoe.get(&format!("/dossiers/{number}/etapes/wish"));
    assert!(page.says("Combien de places ?"));
    assert!(!page.inner("main").contains("lang=\"fr\""));
}
