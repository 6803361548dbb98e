//! A procedure read in Arabic and in Ukrainian, in a page in French: each text of its author says its language, and French stands in
//! for what is missing, never silently.

use std::collections::BTreeSet;

use parvis_kernel::Ctx;
use scraper::{ElementRef, Html, Selector};

use crate::browser::{Browser, Page, Pages};
use crate::town::{PROCEDURE, Town, in_towns};

/// The English of the procedure of the tests, in Arabic and in Ukrainian. The other texts are not translated.
const TRANSLATED: &[(&str, &str, &str)] = &[
    ("Ask for a place", "طلب مكان", "Попросити місце"),
    (
        "A procedure for tests.",
        "إجراء للتجربة.",
        "Процедура для перевірки.",
    ),
    ("Two weeks.", "أسبوعان.", "Два тижні."),
    ("You", "أنت", "Ви"),
    (
        "Tell us about you.",
        "حدثنا عن نفسك.",
        "Розкажіть нам про себе.",
    ),
    ("Nickname", "اللقب", "Прізвисько"),
    ("Date of birth", "تاريخ الميلاد", "Дата народження"),
    ("Your wish", "رغبتك", "Ваше побажання"),
    ("Which place?", "أي مكان؟", "Яке місце?"),
    ("By day", "نهارا", "Удень"),
    ("Which days?", "أي أيام؟", "Які дні?"),
    ("Monday", "الاثنين", "Понеділок"),
    ("How many places?", "كم مكانا؟", "Скільки місць?"),
    ("Your children", "أطفالك", "Ваші діти"),
    ("Child", "طفل", "Дитина"),
    ("Identity", "الهوية", "Особа"),
    (
        "What I wrote is true.",
        "ما كتبته صحيح.",
        "Те, що я написав, правда.",
    ),
];

/// What the author wrote in French only, and that pages show.
const FRENCH_ONLY: &[&str] = &[
    "Téléphone",
    "Lieu de naissance",
    "De nuit",
    "Mardi",
    "Avec des enfants ?",
    "À la cantine ?",
    "Justificatif de domicile",
];

fn translated() -> String {
    let mut source = PROCEDURE.replace("slug: tout", "slug: lu");
    for (english, arabic, ukrainian) in TRANSLATED {
        let version = format!("en: {english} }}");
        assert!(source.contains(&version), "{english}");
        let all = format!("en: {english}, ar: \"{arabic}\", uk: \"{ukrainian}\" }}");
        source = source.replace(&version, &all);
    }
    source
}

fn publish(town: &Town) {
    publish_source(town, &translated());
}

fn publish_source(town: &Town, source: &str) {
    let checked = parvis_demarche::check("lu.yaml", source).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
}

/// A draft of somebody who reads a language.
fn begun(browser: &mut Browser<'_>, language: &str) -> String {
    let chosen = (parvis_web::READING_COOKIE.to_owned(), language.to_owned());
    browser.cookies.extend([chosen]);
    let path = "/demarches/lu/commencer";
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

/// The nearest language and direction that an element and those around it say.
fn around(element: ElementRef<'_>) -> (Option<String>, Option<String>) {
    let said = |attribute: &str| {
        let above = element.ancestors().filter_map(ElementRef::wrap);
        let mut all = std::iter::once(element).chain(above);
        let found = all.find_map(|element| element.attr(attribute));
        found.map(str::to_owned)
    };
    (said("lang"), said("dir"))
}

/// Whether what follows a text, in the element that holds it, tells that it is in French.
fn is_marked(text: &str, page: &Html) -> bool {
    let marks = Selector::parse(".parvis-lacking").unwrap();
    page.select(&marks).any(|mark| {
        let before: String = mark
            .prev_siblings()
            .filter_map(ElementRef::wrap)
            .flat_map(|element| element.text())
            .collect();
        before.contains(text)
    })
}

/// Checks every text of the page; says what was seen.
fn each_text_says_its_language(page: &Page, language: &str) -> BTreeSet<String> {
    let html = Html::parse_document(&page.body());
    let main = Selector::parse("main").unwrap();
    let main = html.select(&main).next().unwrap();
    let direction = if language == "ar" { "rtl" } else { "ltr" };
    let mut seen = BTreeSet::new();
    for node in main.descendants() {
        let Some(text) = node.value().as_text().map(|text| text.trim()) else {
            continue;
        };
        let Some(holder) = node.parent().and_then(ElementRef::wrap) else {
            continue;
        };
        let of = |version: &str| text == version || text.starts_with(&format!("{version} "));
        for (english, arabic, ukrainian) in TRANSLATED {
            let own = if language == "ar" { arabic } else { ukrainian };
            assert!(!of(english), "{}: {english} in English", page.path);
            if of(own) {
                let (lang, dir) = around(holder);
                assert_eq!(lang.as_deref(), Some(language), "{}: {text}", page.path);
                if direction == "rtl" {
                    assert_eq!(dir.as_deref(), Some("rtl"), "{}: {text}", page.path);
                }
                seen.insert((*own).to_owned());
            }
        }
        for french in FRENCH_ONLY {
            if of(&parvis_web::typography(french)) {
                let (lang, dir) = around(holder);
                assert_eq!(lang.as_deref(), Some("fr"), "{}: {text}", page.path);
                assert_ne!(dir.as_deref(), Some("rtl"), "{}: {text}", page.path);
                seen.insert((*french).to_owned());
            }
        }
    }
    seen
}

fn says(page: &Page, language: &str, expected: &[&str]) {
    let seen = each_text_says_its_language(page, language);
    for words in expected {
        assert!(seen.contains(*words), "{}: no {words}: {seen:?}", page.path);
    }
}

#[test]
fn a_procedure_is_read_in_arabic_and_in_ukrainian_and_what_lacks_is_french_with_a_mark() {
    in_towns(|town| {
        publish(&town);
        let pages = Pages::of(&town);
        for language in ["ar", "uk"] {
            let own = |english: &str| {
                let found = TRANSLATED.iter().find(|(known, ..)| *known == english);
                let (_, arabic, ukrainian) = found.unwrap();
                if language == "ar" {
                    *arabic
                } else {
                    *ukrainian
                }
            };
            let mut zoe = pages.browser();
            let number = begun(&mut zoe, language);
            let at = |page: &str| format!("/dossiers/{number}/{page}");
            says(
                &zoe.get("/demarches/lu/commencer"),
                language,
                &[own("Ask for a place")],
            );
            let tasks = zoe.get(&at("taches"));
            says(
                &tasks,
                language,
                &[own("Ask for a place"), own("Your wish")],
            );
            assert!(tasks.says("le texte français fait foi"), "{}", tasks.text());
            let you = zoe.get(&at("etapes/you"));
            says(
                &you,
                language,
                &[own("Tell us about you."), own("Nickname"), "Téléphone"],
            );
            let wrong = zoe.post(&at("etapes/you"), &[("born-day", "42")]);
            assert_eq!(wrong.status, 422);
            says(&wrong, language, &[own("Date of birth")]);
            let born = [
                ("born-day", "2"),
                ("born-month", "3"),
                ("born-year", "1985"),
            ];
            zoe.post(&at("etapes/you"), &born);
            let wish = zoe.get(&at("etapes/wish"));
            says(
                &wish,
                language,
                &[own("Which place?"), own("By day"), "De nuit", "Mardi"],
            );
            let html = Html::parse_document(&wish.body());
            for lacking in ["De nuit", "Mardi", "Avec des enfants"] {
                assert!(is_marked(lacking, &html), "{lacking} is not marked");
            }
            let boxes = wish.all(".govuk-radios", "dir");
            assert_eq!(boxes.iter().any(|dir| dir == "rtl"), language == "ar");
            let answers = [
                ("sort", "day"),
                ("days", "monday"),
                ("count", "2"),
                ("with_children", "yes"),
            ];
            zoe.post(&at("etapes/wish"), &answers);
            says(
                &zoe.get(&at("etapes/children")),
                language,
                &[own("Your children"), "À la cantine ?"],
            );
            says(
                &zoe.get(&at("etapes/proof")),
                language,
                &["Justificatif de domicile"],
            );
            let check = zoe.get(&at("verifier"));
            says(
                &check,
                language,
                &[
                    own("By day"),
                    own("Monday"),
                    own("How many places?"),
                    "Avec des enfants ?",
                ],
            );
        }
    });
}

#[test]
fn the_language_that_is_read_is_chosen_by_a_link_and_left_by_another() {
    in_towns(|town| {
        publish(&town);
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begun(&mut zoe, "ar");
        let step = format!("/dossiers/{number}/etapes/you");
        let page = zoe.get(&step);
        let links = page.all(".parvis-readings a", "hreflang");
        assert_eq!(links, ["fr", "en", "uk"]);
        assert_eq!(page.one(".parvis-readings [aria-current]", "lang"), "ar");
        let back = page.all(".parvis-readings a", "href");
        assert!(
            back.iter()
                .all(|href| href.contains("retour=") && href.contains("etapes")),
            "{back:?}"
        );
        // A tag that is not one chooses nothing: the page is that of the interface.
        zoe.cookies
            .insert(parvis_web::READING_COOKIE.to_owned(), "<script>".to_owned());
        let page = zoe.get(&step);
        assert!(page.says("Surnom") && !page.body().contains("<script>"));
        assert!(!page.inner("main").contains("parvis-lacking"));
    });
}

/// Why silence decides nothing, and one step that says for whom the request is not.
const SILENT: &str = "silence:
  effect: none
  legal_basis: Code civil, art. 34-1
  reason: { fr: Le registre a un gardien., ar: للسجل حارس. }
";
const STEPS: &str = "steps:
  - step: child
    title: { fr: Son âge, ar: السن }
    ineligible:
      - if: age < 3
        message: { fr: Il faut avoir 3 ans., ar: يجب أن يبلغ 3 سنوات. }
        who: La crèche des Tilleuls accueille les plus jeunes.
    elements:
      - { field: age, kind: integer, label: { fr: Quel âge ?, ar: كم عمره؟ } }
";

/// The procedure, short: its silence means nothing.
fn short() -> String {
    let source = translated();
    let (head, rest) = source.split_once("silence:\n").unwrap();
    let (_, rest) = rest.split_once("identity:").unwrap();
    let (rest, _) = rest.split_once("steps:\n").unwrap();
    format!("{head}{SILENT}identity:{rest}{STEPS}")
}

/// The languages and directions of the places of the main part of a page that hold these words.
fn languages_of(page: &Page, words: &str) -> Vec<(Option<String>, Option<String>)> {
    let html = Html::parse_document(&page.body());
    let main = Selector::parse("main").unwrap();
    let main = html.select(&main).next().unwrap();
    let nodes = main.descendants().filter(|node| {
        let text = node.value().as_text();
        text.is_some_and(|text| text.contains(words))
    });
    let holders = nodes.filter_map(|node| node.parent().and_then(ElementRef::wrap));
    holders.map(around).collect()
}

fn is_in(page: &Page, words: &str, language: &str, direction: &str) {
    let (lang, dir) = (Some(language.to_owned()), Some(direction.to_owned()));
    let found = languages_of(page, words);
    assert!(
        found.contains(&(lang, dir)),
        "{}: {words}: {found:?}",
        page.path
    );
}

/// The page offers the other languages, and comes back to itself.
fn offers_languages(page: &Page) {
    assert_eq!(
        page.all(".parvis-readings a", "hreflang"),
        ["fr", "en", "uk"],
        "{}",
        page.path
    );
    let back = page.all(".parvis-readings a", "href");
    let own = format!("retour={}", page.path);
    assert!(back.iter().all(|href| href.ends_with(&own)), "{back:?}");
}

#[test]
fn what_is_read_in_arabic_is_still_so_where_the_request_ends() {
    in_towns(|town| {
        publish_source(&town, &short());
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begun(&mut zoe, "ar");
        let at = |page: &str| format!("/dossiers/{number}/{page}");
        zoe.get(&at("etapes/child"));
        let stopped = zoe.post(&at("etapes/child"), &[("age", "2")]);
        assert!(stopped.path.ends_with("/impossible"), "{}", stopped.path);
        is_in(&stopped, "يجب أن يبلغ 3 سنوات.", "ar", "rtl");
        is_in(&stopped, "La crèche des Tilleuls", "fr", "ltr");
        assert!(is_marked(
            "La crèche des Tilleuls",
            &Html::parse_document(&stopped.body())
        ));
        offers_languages(&stopped);
        zoe.get(&at("etapes/child"));
        zoe.post(&at("etapes/child"), &[("age", "5")]);
        let declare = zoe.get(&at("declarer"));
        is_in(&declare, "ما كتبته صحيح.", "ar", "rtl");
        is_in(&declare, "للسجل حارس.", "ar", "rtl");
        offers_languages(&declare);
        let receipt = zoe.post(&at("declarer"), &[("declaration", "oui")]);
        assert!(receipt.path.ends_with("/recepisse"), "{}", receipt.text());
        let follow = zoe.get(&format!("/dossiers/{number}"));
        for page in [&receipt, &follow] {
            is_in(page, "طلب مكان", "ar", "rtl");
            is_in(page, "للسجل حارس.", "ar", "rtl");
            assert!(!page.says("Le registre a un gardien."), "{}", page.text());
            offers_languages(page);
        }
        // It is shown at a counter: its name stands in French too.
        let french = languages_of(&receipt, "Demander une place");
        assert_eq!(french.len(), 1, "{french:?}");
        is_in(&receipt, "للسجل حارس.", "ar", "rtl");
        zoe.cookies.remove(parvis_web::READING_COOKIE);
        let receipt = zoe.get(&at("recepisse"));
        assert!(receipt.says("Le registre a un gardien."));
        assert_eq!(languages_of(&receipt, "Demander une place").len(), 1);
        assert!(
            !receipt
                .inner("main .govuk-grid-column-two-thirds > p")
                .contains("rtl")
        );
    });
}
