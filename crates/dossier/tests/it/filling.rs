//! A person begins, says for whom, and answers step by step.

use parvis_access::challenge;
use parvis_dossier::DossierError;
use parvis_kernel::{ChallengeId, Ctx};
use parvis_testkit::TestStore;

use crate::browser::{Browser, Page, Pages};
use crate::town::{MIGRATIONS, Town, in_towns};

/// A procedure without identity.
pub const REPORT: &str = include_str!("report.yaml");

/// A small PDF, JPEG and PNG.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
pub const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

/// A town on SQLite.
pub fn town() -> Town {
    let town = Town::build(TestStore::on(parvis_store::Engine::Sqlite, MIGRATIONS));
    publish(&town);
    town
}

fn publish(town: &Town) {
    let checked = parvis_demarche::check("report.yaml", REPORT).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
}

/// Begins without an e-mail address: the number of the draft.
pub fn begin(browser: &mut Browser<'_>, slug: &str, way: &str) -> String {
    let start = browser.get(&format!("/demarches/{slug}/commencer"));
    let drawn = start.one("input[name=brouillon]", "value");
    let path = format!("/demarches/{slug}/commencer");
    let page = browser.post(&path, &[("connu", way), ("brouillon", &drawn)]);
    assert!(page.path.ends_with("/code-de-suivi"), "{}", page.path);
    page.path.split('/').nth(2).unwrap().to_owned()
}

/// Begins and says that the person acts for herself.
pub fn begin_for_myself(browser: &mut Browser<'_>) -> String {
    let number = begin(browser, "tout", "code");
    let path = format!("/dossiers/{number}/pour-qui");
    browser.get(&path);
    let tasks = browser.post(
        &path,
        &[("pour", "moi"), ("nom", "Lenoir"), ("prenoms", "Zoé")],
    );
    assert!(tasks.path.ends_with("/taches"), "{}", tasks.path);
    number
}

fn is_page(page: &Page, end: &str) {
    assert!(
        page.path.split(['?', '#']).next().unwrap().ends_with(end),
        "{} is not {end}: {}",
        page.path,
        page.text()
    );
}

#[test]
fn before_beginning_the_person_is_told_the_time_the_papers_and_what_is_kept() {
    let town = town();
    let pages = Pages::of(&town);
    let page = pages.browser().get("/demarches/signaler/commencer");
    for words in [
        "Comptez 3 minutes",
        "Une photo du problème",
        "gardé 30 jours",
        "Accueil",
        "Je veux rester anonyme",
        "ni compte à créer, ni mot de passe",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert_eq!(page.all("input[autocomplete=email]", "name"), ["courriel"]);
    let other = pages.browser().get("/demarches/tout/commencer");
    assert!(!other.says("anonyme"));
    assert_eq!(pages.browser().get("/demarches/rien/commencer").status, 404);
}

#[test]
fn the_address_is_confirmed_by_a_code_before_anything_is_saved() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let path = "/demarches/tout/commencer";
        zoe.get(path);
        let wrong = zoe.post(path, &[("connu", "courriel"), ("courriel", "zoe")]);
        assert_eq!(wrong.status, 422);
        assert!(
            wrong.says("Erreur : Avant de commencer"),
            "{}",
            wrong.text()
        );
        assert_eq!(wrong.all("input[name=courriel]", "value"), ["zoe"]);
        assert_eq!(wrong.all(".govuk-error-summary a", "href"), ["#courriel"]);
        let sent = zoe.post_once(
            path,
            &[("connu", "courriel"), ("courriel", "zoe@example.org")],
        );
        let next = sent.headers["location"].to_str().unwrap().to_owned();
        let id: ChallengeId = next.strip_prefix("/code?c=").unwrap().parse().unwrap();
        let suite = format!("/demarches/tout/commencer/suite?c={id}");
        assert_eq!(zoe.get(&suite).status, 404, "not confirmed yet");
        let house = Ctx::house(town.desk.organisation.id, town.claire.now);
        let challenge = town.write(move |tx, _| {
            let found = challenge::find(tx, house.organisation, id)?;
            let code = challenge::code(tx.vault(), id);
            challenge::confirm(&house, tx, id, found.session, &code)?;
            Ok(found)
        });
        assert_eq!(challenge.purpose, "/demarches/tout/commencer/suite");
        assert_eq!(challenge.address.as_str(), "zoe@example.org");
        let people = zoe.get(&suite);
        is_page(&people, "/pour-qui");
        assert_eq!(zoe.get(&suite).path, people.path, "twice, the same draft");
        assert_eq!(
            pages.browser().get(&suite).path.as_str(),
            path,
            "another browser begins again"
        );
    });
}

#[test]
fn codes_are_limited_for_one_address() {
    let town = town();
    let pages = Pages::of(&town);
    let mut browser = pages.browser();
    let path = "/demarches/tout/commencer";
    browser.get(path);
    let fields = [("connu", "courriel"), ("courriel", "zoe@example.org")];
    for _ in 0..5 {
        assert_eq!(browser.post_once(path, &fields).status, 303);
    }
    let refused = browser.post_once(path, &fields);
    assert_eq!(refused.status, 429);
    assert!(refused.says("Attendez"));
}

#[test]
fn without_an_address_a_double_click_begins_one_draft_and_shows_its_code() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let path = "/demarches/tout/commencer";
        let drawn = zoe.get(path).one("input[name=brouillon]", "value");
        let fields = [("connu", "code"), ("brouillon", drawn.as_str())];
        let first = zoe.post(path, &fields);
        let second = zoe.post(path, &fields);
        assert_eq!(first.path, second.path);
        assert!(first.says("Notez votre numéro et votre code"));
        assert!(first.says("Gardez ce code pour vous"));
        let number = first.path.split('/').nth(2).unwrap().to_owned();
        assert!(first.says(&number));

        let mut other = pages.browser();
        other.get(path);
        let stolen = other.post(path, &fields);
        assert_eq!(
            stolen.status, 404,
            "what is drawn with a page opens nothing to another browser"
        );
        assert_eq!(other.get(&first.path).status, 404);
    });
}

#[test]
fn an_identity_is_needed_where_the_procedure_asks_for_it() {
    let town = town();
    let pages = Pages::of(&town);
    let mut browser = pages.browser();
    browser.get("/demarches/tout/commencer");
    let page = browser.post("/demarches/tout/commencer", &[("connu", "anonyme")]);
    assert_eq!(page.status, 422);
    assert!(page.says("choisissez une autre réponse"));
}

#[test]
fn author_and_beneficiary_are_two_people() {
    let town = town();
    let pages = Pages::of(&town);
    let mut helper = pages.browser();
    let number = begin(&mut helper, "tout", "code");
    let path = format!("/dossiers/{number}/pour-qui");
    helper.get(&path);
    let wrong = helper.post(
        &path,
        &[
            ("pour", "aide"),
            ("aidant", "Inès Marchetti"),
            ("nom-aide", "Lenoir"),
        ],
    );
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.all(".govuk-error-summary a", "href"),
        ["#prenoms-aide", "#accord"]
    );
    assert_eq!(wrong.one("input[name=aidant]", "value"), "Inès Marchetti");
    assert_eq!(
        wrong.all("input[name=nom-aide][autocomplete]", "name"),
        Vec::<String>::new()
    );
    let tasks = helper.post(
        &path,
        &[
            ("pour", "aide"),
            ("aidant", "Inès Marchetti"),
            ("nom-aide", "Lenoir"),
            ("prenoms-aide", "Zoé"),
            ("accord", "oui"),
        ],
    );
    is_page(&tasks, "/taches");
    let again = helper.get(&path);
    assert_eq!(again.one("input[name=prenoms-aide]", "value"), "Zoé");
    let step = helper.get(&format!("/dossiers/{number}/etapes/you"));
    assert!(
        step.all("[autocomplete]", "name").is_empty(),
        "the browser does not propose the helper's own data"
    );
}

#[test]
fn the_list_says_what_is_done_what_is_left_and_until_when() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let tasks = zoe.get(&format!("/dossiers/{number}/taches"));
    for words in [
        "Pour qui est la demande Terminé",
        "Vous À faire",
        "Vérifier et envoyer Pas encore possible",
        "gardé jusqu'au 22 décembre 2026",
        "Quitter et effacer cet ordinateur",
        "04 65 71 00 00",
        &number,
    ] {
        let said = tasks.text().replace('’', "'");
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_step_shows_its_progress_the_service_the_number_and_the_way_out() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let step = zoe.get(&format!("/dossiers/{number}/etapes/you"));
    assert_eq!(step.status, 200);
    for words in [
        "Étape 1 sur 3",
        "Vous",
        "Retour",
        &number,
        "04 65 71 00 00",
        "Quitter et effacer",
        "Surnom (facultatif)",
        "Parlez-nous de vous",
    ] {
        assert!(step.says(words), "{words}: {}", step.text());
    }
    assert_eq!(step.all("input[type=email]", "autocomplete"), ["email"]);
    assert_eq!(step.all("input[type=tel]", "inputmode"), ["tel"]);
    assert_eq!(
        step.all("input[name=home-postcode]", "autocomplete"),
        ["postal-code"]
    );
    assert!(
        step.all("input[name='form.asked']", "value")
            .contains(&"home".to_owned())
    );
    assert_eq!(step.headers["cache-control"], "no-store");
}

#[test]
fn a_whole_journey_is_made_of_small_steps() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begin_for_myself(&mut zoe);
        let at = |step: &str| format!("/dossiers/{number}/etapes/{step}");
        zoe.get(&at("you"));
        let page = zoe.post(
            &at("you"),
            &[
                ("born-day", "2"),
                ("born-month", "mars"),
                ("born-year", "1985"),
                ("home-street", "rue Basse"),
                ("home-postcode", "35000"),
                ("home-commune", "Rennes"),
            ],
        );
        is_page(&page, "/wish");
        let page = zoe.post(
            &at("wish"),
            &[
                ("sort", "day"),
                ("days", "monday"),
                ("days", "tuesday"),
                ("count", "2"),
                ("with_children", "yes"),
            ],
        );
        is_page(&page, "/children");
        let row = page.one("input[name=children]", "value");
        let child = [
            ("children", row.clone()),
            (
                &format!("children.{row}.child-family-name"),
                "Lenoir".to_owned(),
            ),
            (
                &format!("children.{row}.child-first-names"),
                "Léo".to_owned(),
            ),
            (&format!("children.{row}.child-birth-day"), "5".to_owned()),
            (&format!("children.{row}.child-birth-month"), "6".to_owned()),
            (
                &format!("children.{row}.child-birth-year"),
                "2019".to_owned(),
            ),
            (&format!("children.{row}.canteen"), "yes".to_owned()),
        ];
        let fields: Vec<(&str, &str)> = child
            .iter()
            .map(|(name, value)| (*name as &str, value.as_str()))
            .collect();
        let page = zoe.post(&at("children"), &fields);
        is_page(&page, "/proof");
        let page = zoe.post_files(&at("proof"), &[("proof-other-way", "yes")], &[]);
        is_page(&page, "/taches");
        assert!(page.says("Tout est rempli"), "{}", page.text());
        assert_eq!(
            page.all("main a.govuk-button", "href"),
            [format!("/dossiers/{number}/verifier")]
        );
    });
}

#[test]
fn what_must_be_corrected_is_said_and_what_was_typed_stays() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/you");
    zoe.get(&path);
    let page = zoe.post(
        &path,
        &[
            ("nickname", "Zouzou"),
            ("born-day", "31"),
            ("born-month", "2"),
            ("born-year", "1985"),
            ("mail", "zoe@"),
            ("home-street", "rue Basse"),
        ],
    );
    assert_eq!(page.status, 422);
    assert!(page.says("Erreur : Vous"), "{}", page.text());
    assert_eq!(
        page.all(".govuk-error-summary a", "href"),
        ["#born-day", "#mail", "#home-postcode"]
    );
    assert_eq!(page.one("input[name=nickname]", "value"), "Zouzou");
    assert_eq!(page.one("input[name=born-day]", "value"), "31");
    assert_eq!(page.one("#home-street", "value"), "rue Basse");
    assert_eq!(page.one("#mail", "aria-describedby"), "mail-error");
    for link in page.all(".govuk-error-summary a", "href") {
        let id = link.trim_start_matches('#');
        assert_eq!(page.all(&format!("[id='{id}']"), "id").len(), 1, "{link}");
    }
    let later = zoe.post(&path, &[("nickname", "Zouzou"), ("action", "later")]);
    is_page(&later, "/taches");
    assert!(later.says("Vos réponses sont enregistrées"));
    assert!(later.says("Vous À terminer"), "{}", later.text());
    let back = zoe.get(&path);
    assert_eq!(back.status, 200, "what is left for later is not an error");
    assert_eq!(back.one("input[name=nickname]", "value"), "Zouzou");
}

#[test]
fn when_several_communes_bear_a_name_the_person_chooses() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/you");
    zoe.get(&path);
    let born = [
        ("born-day", "2"),
        ("born-month", "3"),
        ("born-year", "1985"),
    ];
    let typed = [&born[..], &[("birthplace", "Saint-Denis")]].concat();
    let page = zoe.post(&path, &typed);
    assert_eq!(page.status, 422);
    assert_eq!(
        page.all(".govuk-error-summary a", "href"),
        ["#birthplace-code"]
    );
    let codes = page.all("input[name=birthplace-code]", "value");
    assert!(
        codes.contains(&"93066".to_owned()) && codes.contains(&"97411".to_owned()),
        "{codes:?}"
    );
    assert!(page.says("Vous avez écrit : Saint-Denis"));
    let chosen = [
        &born[..],
        &[("birthplace", ""), ("birthplace-code", "97411")],
    ]
    .concat();
    is_page(&zoe.post(&path, &chosen), "/wish");
    let back = zoe.get(&path);
    assert_eq!(back.one("#birthplace", "value"), "Saint-Denis");
    assert_eq!(
        back.one("input[name='birthplace-code.kept']", "value"),
        "97411"
    );
    let kept = [
        &born[..],
        &[
            ("birthplace", "Saint-Denis"),
            ("birthplace-code.kept", "97411"),
        ],
    ]
    .concat();
    is_page(&zoe.post(&path, &kept), "/wish");
    let emptied = [
        &born[..],
        &[("birthplace", ""), ("birthplace-code.kept", "97411")],
    ]
    .concat();
    is_page(&zoe.post(&path, &emptied), "/wish");
    assert_eq!(zoe.get(&path).one("#birthplace", "value"), "");
    let abroad = [
        &born[..],
        &[("birthplace-town", "Bonn"), ("birthplace-country", "DE")],
    ]
    .concat();
    is_page(&zoe.post(&path, &abroad), "/wish");
    assert_eq!(zoe.get(&path).one("#birthplace-town", "value"), "Bonn");
}

#[test]
fn a_question_appears_when_an_answer_asks_for_it() {
    let town = town();
    let pages = Pages::of(&town);
    let mut somebody = pages.browser();
    let number = begin(&mut somebody, "signaler", "anonyme");
    let path = format!("/dossiers/{number}/etapes/photo");
    let page = somebody.get(&path);
    assert!(page.all("#when-day", "name").is_empty());
    let asked = page.all("input[name='form.asked']", "value");
    let mut fields: Vec<(&str, &str)> = asked
        .iter()
        .map(|name| ("form.asked", name.as_str()))
        .collect();
    fields.push(("seen", "yes"));
    let page = somebody.post_files(&path, &fields, &[]);
    is_page(&page, "/photo");
    assert_eq!(page.status, 200);
    assert!(
        page.says("Votre réponse ajoute quelque chose à cette page"),
        "{}",
        page.text()
    );
    assert_eq!(page.all("#when-day", "name"), ["when-day"]);
}

#[test]
fn rows_come_and_go_and_keep_what_was_typed() {
    let town = town();
    let pages = Pages::of(&town);
    let mut somebody = pages.browser();
    let number = begin(&mut somebody, "signaler", "anonyme");
    let path = format!("/dossiers/{number}/etapes/places");
    let page = somebody.get(&path);
    let first = page.one("input[name=places]", "value");
    let name = format!("places.{first}.where");
    let page = somebody.post_files(
        &path,
        &[
            ("places", &first),
            (&name, "Rennes"),
            ("action", "add:places"),
        ],
        &[],
    );
    let rows = page.all("input[name=places]", "value");
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0], first);
    assert!(page.path.ends_with("#places-last"));
    assert_eq!(page.one(&format!("[id='{name}']"), "value"), "Rennes");
    assert!(
        page.says("Vous avez ajouté tout ce qui est possible ici"),
        "{}",
        page.text()
    );
    let remove = format!("remove:places:{}", rows[1]);
    let page = somebody.post_files(
        &path,
        &[
            ("places", &rows[0]),
            ("places", &rows[1]),
            (&name, "Rennes"),
            ("action", &remove),
        ],
        &[],
    );
    assert_eq!(page.all("input[name=places]", "value"), [first]);
    assert_eq!(page.one(&format!("[id='{name}']"), "value"), "Rennes");
}

#[test]
fn a_file_is_received_shown_and_removed() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begin_for_myself(&mut zoe);
        let path = format!("/dossiers/{number}/etapes/proof");
        let page = zoe.get(&path);
        assert_eq!(page.one("form[action]", "enctype"), "multipart/form-data");
        assert_eq!(
            page.one("#proof", "accept"),
            "application/pdf,image/jpeg,image/png"
        );
        assert!(
            page.all("#proof[capture]", "id").is_empty(),
            "a phone offers its camera and its files"
        );
        let files = [
            ("proof", "facture été.pdf", PDF),
            ("proof", "photo.png", PNG),
        ];
        let page = zoe.post_files(&path, &[("action", "upload")], &files);
        assert!(page.path.ends_with("/etapes/proof#proof"), "{}", page.path);
        assert!(
            page.says("facture été.pdf") && page.says("Retirer pour reprendre la photo photo.png"),
            "{}",
            page.text()
        );
        let ids = page.all("input[type=hidden][name=proof]", "value");
        assert_eq!(ids.len(), 2);
        assert_eq!(pages.blobs(), 2);

        let pdf = zoe.get(&format!("/dossiers/{number}/pieces/{}", ids[0]));
        assert_eq!(pdf.bytes, PDF);
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        assert_eq!(
            pdf.headers["content-disposition"],
            "attachment; filename*=UTF-8''facture%20%C3%A9t%C3%A9.pdf"
        );
        assert!(
            pdf.headers["content-security-policy"]
                .to_str()
                .unwrap()
                .contains("sandbox")
        );
        assert_eq!(pdf.headers["x-content-type-options"], "nosniff");
        assert_eq!(pdf.headers["cache-control"], "no-store");
        let png = zoe.get(&format!("/dossiers/{number}/pieces/{}", ids[1]));
        assert!(
            png.headers["content-disposition"]
                .to_str()
                .unwrap()
                .starts_with("inline")
        );
        assert_eq!(
            pages
                .browser()
                .get(&format!("/dossiers/{number}/pieces/{}", ids[0]))
                .status,
            404
        );

        zoe.get(&path);
        let remove = format!("remove-piece:{}", ids[1]);
        let page = zoe.post_files(
            &path,
            &[("proof", &ids[0]), ("proof", &ids[1]), ("action", &remove)],
            &[],
        );
        assert_eq!(
            page.all("input[type=hidden][name=proof]", "value"),
            [ids[0].clone()]
        );
        assert_eq!(
            zoe.get(&format!("/dossiers/{number}/pieces/{}", ids[1]))
                .status,
            404
        );
        is_page(
            &zoe.post_files(&path, &[("proof", &ids[0])], &[]),
            "/taches",
        );

        zoe.get(&path);
        let page = zoe.post(
            &format!("/dossiers/{number}/pieces/{}/retirer", ids[0]),
            &[],
        );
        is_page(&page, "/etapes/proof");
        assert!(
            page.all("input[type=hidden][name=proof]", "value")
                .is_empty()
        );
        assert!(
            zoe.get(&format!("/dossiers/{number}/taches"))
                .says("Justificatif À")
        );
    });
}

#[test]
fn a_file_for_a_row_belongs_to_that_row() {
    let town = town();
    let pages = Pages::of(&town);
    let mut somebody = pages.browser();
    let number = begin(&mut somebody, "signaler", "anonyme");
    let path = format!("/dossiers/{number}/etapes/places");
    let row = somebody.get(&path).one("input[name=places]", "value");
    let (commune, view) = (format!("places.{row}.where"), format!("places.{row}.view"));
    let mut jpeg = b"\xff\xd8\xff\xe1\0\x1eExif\0\0GPS 48.8566 N 2.3522 E".to_vec();
    jpeg.truncate(2 + 2 + 0x1e);
    jpeg.extend(b"\xff\xda\0\x08headerpixels\xff\xd9");
    let page = somebody.post_files(
        &path,
        &[("places", &row), (&commune, "Rennes"), ("action", "upload")],
        &[(&view, "vue.jpg", &jpeg)],
    );
    assert_eq!(page.status, 200, "{}", page.text());
    let id = page.one(&format!("input[type=hidden][name='{view}']"), "value");
    let shown = somebody.get(&format!("/dossiers/{number}/pieces/{id}"));
    assert_eq!(
        shown.bytes, b"\xff\xd8\xff\xda\0\x08headerpixels\xff\xd9",
        "the place is erased from the picture of somebody anonymous"
    );
}

#[test]
fn nobody_may_send_anonymously_a_picture_that_cannot_be_cleaned() {
    let town = town();
    let pages = Pages::of(&town);
    let mut somebody = pages.browser();
    let number = begin(&mut somebody, "signaler", "anonyme");
    let path = format!("/dossiers/{number}/etapes/photo");
    assert_eq!(
        somebody.get(&path).one("#photo", "accept"),
        "image/jpeg,image/png"
    );
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let page = somebody.post_files(&path, &[("seen", "no")], &[("photo", "a.heic", heic)]);
    assert_eq!(page.status, 422);
    assert!(
        page.says("Formats acceptés : JPEG, PNG."),
        "{}",
        page.text()
    );
}

#[test]
fn answers_changed_from_the_check_page_lead_back_to_it() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/you");
    let page = zoe.get(&format!("{path}?retour=verifier"));
    assert_eq!(
        page.one(".govuk-back-link", "href"),
        format!("/dossiers/{number}/verifier")
    );
    assert_eq!(page.one("input[name=retour]", "value"), "verifier");
    let born = [
        ("born-day", "2"),
        ("born-month", "3"),
        ("born-year", "1985"),
        ("retour", "verifier"),
    ];
    let next = zoe.post_once(&path, &born);
    assert_eq!(
        next.headers["location"],
        format!("/dossiers/{number}/verifier")
    );
}

#[test]
fn what_was_typed_after_the_session_ended_is_taken_back_by_the_same_browser() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begin_for_myself(&mut zoe);
        let code = zoe.get(&format!("/dossiers/{number}/code-de-suivi"));
        let code = code.texts(".parvis-keep dd")[1].clone();
        let path = format!("/dossiers/{number}/etapes/you");
        zoe.get(&path);
        town.kit.clock.advance(jiff::SignedDuration::from_hours(3));
        let sent = zoe.post_once(&path, &[("nickname", "Zouzou"), ("born-day", "2")]);
        assert_eq!(sent.status, 303);
        let next = format!("/suivi?numero={number}&retour=etape");
        assert_eq!(sent.headers["location"], next);
        let cookie = sent.headers["set-cookie"].to_str().unwrap();
        assert!(
            cookie.starts_with("__Host-parvis_aside=")
                && cookie.contains("HttpOnly")
                && cookie.contains("Secure"),
            "{cookie}"
        );
        zoe.get(&next);
        let back = zoe.post(
            &next,
            &[("numero", &number), ("moyen", "code"), ("code", &code)],
        );
        is_page(&back, "/etapes/you");
        assert_eq!(back.one("input[name=nickname]", "value"), "Zouzou");
        assert_eq!(back.one("input[name=born-day]", "value"), "2");
        assert!(!zoe.cookies.contains_key("__Host-parvis_aside"));
    });
}

#[test]
fn who_the_request_is_for_is_kept_too_when_the_session_ended() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begin(&mut zoe, "tout", "code");
        let code = zoe.get(&format!("/dossiers/{number}/code-de-suivi"));
        let code = code.texts(".parvis-keep dd")[1].clone();
        let path = format!("/dossiers/{number}/pour-qui");
        zoe.get(&path);
        town.kit.clock.advance(jiff::SignedDuration::from_hours(3));
        let typed = [("pour", "moi"), ("nom", "Lenoir"), ("prenoms", "Zoé")];
        let asked = zoe.post(&path, &typed);
        assert!(asked.says("Rien n’est perdu"), "{}", asked.text());
        let next = format!("/suivi?numero={number}&retour=etape");
        let known = [
            ("numero", number.as_str()),
            ("moyen", "code"),
            ("code", &code),
        ];
        let back = zoe.post(&next, &known);
        is_page(&back, "/pour-qui");
        assert!(
            back.says("Ce que vous aviez écrit est revenu"),
            "{}",
            back.text()
        );
        assert_eq!(back.one("#prenoms", "value"), "Zoé");
        is_page(&zoe.post(&path, &typed), "/taches");
        assert!(!zoe.cookies.contains_key("__Host-parvis_aside"));
    });
}

#[test]
fn who_the_request_is_for_stays_as_it_was_typed_until_it_is_right() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = begin(&mut zoe, "tout", "code");
        let path = format!("/dossiers/{number}/pour-qui");
        zoe.get(&path);
        let refused = zoe.post(&path, &[("pour", "moi"), ("prenoms", "Zoé")]);
        assert_eq!(refused.status, 422);
        let tasks = zoe.get(&format!("/dossiers/{number}/taches"));
        assert!(tasks.says("À terminer"), "{}", tasks.text());
        assert_eq!(zoe.get(&path).one("#prenoms", "value"), "Zoé");
        let right = [("pour", "moi"), ("nom", "Lenoir"), ("prenoms", "Zoé")];
        let tasks = zoe.post(&path, &right);
        assert!(!tasks.says("À terminer"), "{}", tasks.text());
        assert_eq!(zoe.get(&path).one("#nom", "value"), "Lenoir");
    });
}

#[test]
fn a_deposit_sent_after_the_session_ended_leads_back_to_the_draft() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/declarer");
    zoe.get(&path);
    town.kit.clock.advance(jiff::SignedDuration::from_hours(3));
    let sent = zoe.post(&path, &[("declaration", "oui")]);
    assert!(sent.says("Rien n’est perdu"), "{}", sent.text());
    assert_eq!(sent.one("#numero", "value"), number);
}

#[test]
fn a_page_that_must_be_sent_again_keeps_what_was_typed() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/you");
    zoe.get(&path);
    let page = zoe.post_raw(
        &path,
        "application/x-www-form-urlencoded",
        "nickname=Zouzou&csrf=old",
    );
    assert_eq!(page.status, 403);
    assert!(page.says("Ce que vous avez écrit est toujours là"));
    assert_eq!(page.one("input[name=nickname]", "value"), "Zouzou");
    let born = [
        ("nickname", "Zouzou"),
        ("born-day", "2"),
        ("born-month", "3"),
        ("born-year", "1985"),
    ];
    is_page(&zoe.post(&path, &born), "/wish");
}

#[test]
fn an_agent_does_not_fill_in_the_dossier_of_a_person() {
    let town = town();
    let person = town.person();
    let number = town.draft(&person).number;
    let claire = town.claire.clone();
    let refused = town.try_write(move |tx, desk| {
        parvis_dossier::answer::view_draft(&claire, tx, desk, &number).map(drop)
    });
    assert!(matches!(
        refused,
        Err(DossierError::Access(_) | DossierError::NotFound)
    ));
}

#[test]
fn the_buttons_of_repeated_rows_say_what_they_add_and_whom_they_take_away() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let at = |step: &str| format!("/dossiers/{number}/etapes/{step}");
    let born = [
        ("born-day", "2"),
        ("born-month", "3"),
        ("born-year", "1985"),
    ];
    zoe.post(&at("you"), &born);
    let wish = [("sort", "day"), ("count", "2"), ("with_children", "yes")];
    zoe.post(&at("wish"), &wish);
    let path = at("children");
    let first = zoe.get(&path);
    let add = first.texts("button[value='add:children']");
    assert_eq!(add, ["Ajouter un enfant"]);
    let row = first.one("input[name=children]", "value");
    let cell = |part: &str| format!("children.{row}.child-{part}");
    let (family, names) = (cell("family-name"), cell("first-names"));
    let two = zoe.post(
        &path,
        &[
            ("children", &row),
            (&family, "Martin"),
            (&names, "Léa"),
            ("action", "add:children"),
        ],
    );
    let remove = two.texts("button[value^='remove:children']");
    assert_eq!(remove, ["Retirer Léa Martin", "Retirer Enfant 2"]);
    let (birth, canteen) = (cell("birth"), format!("children.{row}.canteen"));
    let day = |part: &str| format!("{birth}-{part}");
    let (d, m, y) = (day("day"), day("month"), day("year"));
    zoe.post(
        &path,
        &[
            ("children", &row),
            (&family, "Martin"),
            (&names, "Léa"),
            (&d, "1"),
            (&m, "2"),
            (&y, "2020"),
            (&canteen, "no"),
        ],
    );
    let check = zoe.get(&format!("/dossiers/{number}/verifier"));
    assert!(check.says("Modifier pour Léa Martin"), "{}", check.text());
}

/// The main part of a page, what is drawn by chance replaced.
fn main_of(page: &Page, number: &str) -> String {
    let html = page.inner("main");
    let csrf = page.all("input[name=csrf]", "value");
    let drawn = page.all("input[name=brouillon]", "value");
    let revision = page.all("input[name='form.revision']", "value");
    let drawn = csrf.iter().chain(&drawn).chain(&revision);
    let chance = drawn.map(String::as_str);
    let chance = chance.chain([number]).filter(|text| !text.is_empty());
    chance.fold(html, |html, text| html.replace(text, "(drawn)"))
}

#[test]
fn the_pages_of_a_person_who_fills_in() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let start = zoe.get("/demarches/signaler/commencer");
    insta::assert_snapshot!("start", main_of(&start, ""));
    let number = begin_for_myself(&mut zoe);
    let path = format!("/dossiers/{number}/etapes/you");
    insta::assert_snapshot!("step", main_of(&zoe.get(&path), &number));
    let wrong = zoe.post(
        &path,
        &[
            ("born-day", "31"),
            ("born-month", "2"),
            ("born-year", "1985"),
        ],
    );
    insta::assert_snapshot!("step_with_errors", main_of(&wrong, &number));
    let tasks = zoe.get(&format!("/dossiers/{number}/taches"));
    insta::assert_snapshot!("tasks", main_of(&tasks, &number));
    let people = zoe.get(&format!("/dossiers/{number}/pour-qui"));
    insta::assert_snapshot!("people", main_of(&people, &number));
    let files = zoe.get(&format!("/dossiers/{number}/etapes/proof"));
    insta::assert_snapshot!("files", main_of(&files, &number));
}

/// A procedure that the département answers.
const ELSEWHERE: &str = "\
slug: ailleurs
title: Demander une carte
summary: Une phrase.
theme: solidarity
who_for: Tout le monde.
what_you_get: Une carte.
papers: []
cost: { cents: 0 }
delay: { words: Quatre mois., expected_days: 120 }
doors: [{ kind: counter, text: À la mairie. }]
service: accueil
group: accueil
sources: []
orientation: { name: Le département, text: Écrivez-lui. }
";

#[test]
fn nothing_begins_where_somebody_else_answers() {
    let town = town();
    let report = parvis_demarche::check("report.yaml", REPORT).unwrap();
    let own = ELSEWHERE
        .replace(
            "service: accueil",
            &format!("service: {}", report.file.service),
        )
        .replace("group: accueil", &format!("group: {}", report.file.group));
    let checked = parvis_demarche::check("ailleurs.yaml", &own).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
    let pages = Pages::of(&town);
    let mut browser = pages.browser();
    let page = browser.get("/demarches/ailleurs/commencer");
    assert!(
        page.text().contains("ne se commence pas ici"),
        "{}",
        page.text()
    );
}
