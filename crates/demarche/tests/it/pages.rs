//! The pages that everybody reads.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use parvis_access::agent::Role;
use parvis_demarche::DEMONSTRATION;
use parvis_kernel::Language;
use parvis_store::Engine;
use parvis_testkit::{TestStore, on_both, plain};
use parvis_web::typography;

use crate::house::TestHouse;
use crate::town::{MIGRATIONS, Town, birth, birth_amended, confirm_as};

const PAGES: &[&str] = &[
    "/",
    "/demarches",
    "/demarches?q=naissance",
    "/demarches?q=montgolfi%C3%A8re",
    "/demarches/acte-naissance",
    "/demarches/ecole-cantine",
    "/demarches/signaler-un-probleme",
    "/accessibilite",
    "/donnees-personnelles",
    "/conditions",
    "/mentions-legales",
    "/securite",
];

fn with_a_house(visit: impl Fn(TestHouse)) {
    on_both(MIGRATIONS, |test| visit(house_of(&test)));
}

/// The same on one engine, for what does not touch the store.
fn with_one_house(visit: impl Fn(TestHouse)) {
    let test = TestStore::on(Engine::Sqlite, MIGRATIONS);
    visit(house_of(&test));
}

fn house_of(test: &TestStore) -> TestHouse {
    let town = Town::found(test, "rochebrune", true);
    town.publish_library(test);
    TestHouse::open(test, &town.organisation)
}

#[test]
fn every_page_opens_in_both_languages_and_all_its_words_exist() {
    with_a_house(|house| {
        for page in PAGES {
            for language in ["fr", "en"] {
                let answer = house.get_in(language, page);
                assert_eq!(answer.status, StatusCode::OK, "{page}");
                assert_eq!(answer.attributes("html", "lang"), [language], "{page}");
            }
        }
        assert_eq!(house.words.unknown(), Vec::<String>::new());
        assert_eq!(house.words.missing(), []);
    });
}

#[test]
fn every_page_has_one_title_and_no_heading_is_skipped() {
    with_one_house(|house| {
        let mut titles = BTreeSet::new();
        for page in PAGES {
            let answer = house.get(page);
            assert_eq!(answer.texts("main h1").len(), 1, "{page}");
            assert!(
                titles.insert(answer.texts("title")),
                "{page}: its title is that of another page"
            );
            let mut above = 0;
            for tag in headings(&answer.body) {
                assert!(tag <= above + 1, "{page}: h{tag} after h{above}");
                above = tag;
            }
        }
    });
}

/// The levels of the headings of `main`, in order.
fn headings(page: &str) -> Vec<u32> {
    let main = page
        .split("<main")
        .nth(1)
        .unwrap()
        .split("</main>")
        .next()
        .unwrap();
    let openings = main.split("<h").skip(1);
    openings
        .filter_map(|rest| rest.chars().next()?.to_digit(10))
        .collect()
}

#[test]
fn no_page_of_the_person_is_large() {
    with_one_house(|house| {
        for page in [
            "/",
            "/demarches",
            "/demarches/acte-naissance",
            "/demarches/ecole-cantine",
        ] {
            let answer = house.get(page);
            assert!(answer.texts("*").len() < 300, "{page}");
            assert!(answer.body.len() < 30_000, "{page}: {}", answer.body.len());
        }
    });
}

#[test]
fn identifiers_of_a_page_are_unique_and_its_links_stay_in_the_organisation() {
    with_one_house(|house| {
        for page in PAGES {
            let answer = house.get(page);
            let mut seen = BTreeSet::new();
            for id in answer.attributes("[id]", "id") {
                assert!(seen.insert(id.clone()), "{page}: {id} twice");
            }
            for link in answer.attributes("main a[href^='/']", "href") {
                assert!(link.starts_with("/rochebrune/"), "{page}: {link}");
            }
        }
    });
}

#[test]
fn plain_words_accents_and_typing_mistakes_find_the_procedure() {
    with_one_house(|house| {
        for (question, first) in [
            ("acte de naissance", "Demander un acte de naissance"),
            ("ACTES NAISSANCES", "Demander un acte de naissance"),
            ("acte de nessance", "Demander un acte de naissance"),
            (
                "je voudrais un extrait de naisance",
                "Demander un acte de naissance",
            ),
            ("birth certificate", "Demander un acte de naissance"),
            ("cantine", "Inscrire un enfant à l’école et à la cantine"),
            (
                "la cantien de ma fille",
                "Inscrire un enfant à l’école et à la cantine",
            ),
            (
                "inscrire ecole",
                "Inscrire un enfant à l’école et à la cantine",
            ),
            (
                "demenagement",
                "Inscrire un enfant à l’école et à la cantine",
            ),
            ("trou dans la rue", "Signaler un problème dans la rue"),
            ("nid de poule", "Signaler un problème dans la rue"),
            ("lampadère", "Signaler un problème dans la rue"),
            ("voisin bruyant", "Signaler un problème dans la rue"),
        ] {
            let encoded: String = question
                .bytes()
                .map(|byte| format!("%{byte:02X}"))
                .collect();
            let answer = house.get(&format!("/demarches?q={encoded}"));
            let found = answer.texts(".parvis-card h2");
            assert_eq!(found.first().map(String::as_str), Some(first), "{question}");
        }
    });
}

#[test]
fn a_search_that_finds_nothing_says_who_to_turn_to() {
    with_one_house(|house| {
        let answer = house.get("/demarches?q=montgolfi%C3%A8re");
        assert!(answer.texts(".parvis-card").is_empty());
        let contact = answer.texts("main .parvis-contact").concat();
        for told in ["Ville de Rochebrune", "01 99 00 00 00", "9 h à 17 h"] {
            assert!(contact.contains(told), "{contact}");
        }
    });
}

#[test]
fn a_bad_question_is_answered_all_the_same() {
    with_one_house(|house| {
        let long = format!("/demarches?q={}", "naissance%20".repeat(2_000));
        for path in [
            "/demarches?q=%FF%FE",
            "/demarches?q=%00",
            "/demarches?q",
            "/demarches?q=a&q=b",
            "/demarches?autre=1",
            "/demarches?%",
            long.as_str(),
        ] {
            assert_eq!(house.get(path).status, StatusCode::OK, "{path}");
        }
        let script = house.get("/demarches?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assert!(!script.body.contains("<script>alert"));
    });
}

#[test]
fn a_procedure_tells_all_before_it_begins() {
    with_a_house(|house| {
        let birth = house.get("/demarches/acte-naissance");
        let start = birth.attributes("main a.govuk-button", "href");
        assert_eq!(start, ["/rochebrune/demarches/acte-naissance/commencer"; 2]);
        let text = birth.texts("main").concat();
        for told in [
            "5 minutes",
            "gratuit",
            "procureur",
            "art. 34-1",
            "Au guichet",
            "Par la poste",
            "12 mois",
            "26 novembre 2019",
        ] {
            assert!(text.contains(told), "{told}");
        }
        let contact = birth.texts("main .parvis-contact").concat();
        for told in [
            "État civil",
            "1 place du Parvis",
            "01 99 00 12 34",
            "9 h à 17 h",
        ] {
            assert!(contact.contains(told), "{contact}");
        }
        let school = house.get("/demarches/ecole-cantine").texts("main").concat();
        assert!(
            school.contains("deux mois") && school.contains("L231-1"),
            "{school}"
        );
        let report = house
            .get("/demarches/signaler-un-probleme")
            .texts("main")
            .concat();
        assert!(
            report.contains("Vous n’avez pas à dire qui vous êtes"),
            "{report}"
        );
    });
}

#[test]
fn an_unknown_procedure_is_not_found() {
    with_a_house(|house| {
        assert_eq!(
            house.get("/demarches/permis-de-voler").status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            house.get("/demarches/acte-naissance%00").status,
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn the_notice_names_every_field_of_every_procedure() {
    with_one_house(|house| {
        let notice = plain(&house.get("/donnees-personnelles").texts("main").concat());
        for told in ["dpd@rochebrune.example", "CNIL", "R113-8"] {
            assert!(notice.contains(told), "{told}");
        }
        let mut fields = 0;
        for (name, source) in DEMONSTRATION {
            let checked = parvis_demarche::check(name, source).unwrap();
            for field in checked.form.fields() {
                let label = plain(&typography(field.label.in_language(Language::French)));
                assert!(notice.contains(&label), "{label} of {name}");
                fields += 1;
            }
        }
        assert!(fields > 30, "{fields} fields");
    });
}

#[test]
fn the_terms_of_use_name_the_procedures_and_the_sender() {
    with_one_house(|house| {
        let terms = house.get("/conditions").texts("main").concat();
        for told in [
            "ne-pas-repondre@rochebrune.example",
            "Signaler un problème dans la rue",
            "R112-11-3",
        ] {
            assert!(terms.contains(told), "{told}");
        }
    });
}

#[test]
fn tools_read_the_security_contact_and_the_schema() {
    with_one_house(|house| {
        let contact = house.get("/.well-known/security.txt");
        assert_eq!(contact.media, "text/plain; charset=utf-8");
        assert!(
            contact
                .body
                .starts_with("Contact: mailto:securite@rochebrune.example\n")
        );
        let schema = house.get("/schemas/procedure.json");
        assert_eq!(schema.media, "application/schema+json");
        let schema: serde_json::Value = serde_json::from_str(&schema.body).unwrap();
        assert_eq!(schema["properties"]["minutes"]["type"], "integer");
    });
}

#[test]
fn without_procedure_nor_contacts_the_pages_still_stand() {
    let test = TestStore::on(Engine::Sqlite, MIGRATIONS);
    let mut town = Town::found(&test, "valmont", true);
    town.organisation.profile = parvis_organisation::Profile::default();
    let house = TestHouse::open(&test, &town.organisation);
    for page in [
        "/",
        "/demarches",
        "/donnees-personnelles",
        "/conditions",
        "/mentions-legales",
        "/securite",
    ] {
        assert_eq!(house.get(page).status, StatusCode::OK, "{page}");
    }
    assert_eq!(
        house.get("/.well-known/security.txt").status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(house.words.unknown(), Vec::<String>::new());
}

#[test]
fn pages_look_as_they_did() {
    with_one_house(|house| {
        for (name, language, page) in [
            ("home", "fr", "/"),
            ("home_in_english", "en", "/"),
            ("list", "fr", "/demarches"),
            ("found", "fr", "/demarches?q=naissance"),
            ("nothing_found", "fr", "/demarches?q=montgolfi%C3%A8re"),
            ("birth_certificate", "fr", "/demarches/acte-naissance"),
            (
                "birth_certificate_in_english",
                "en",
                "/demarches/acte-naissance",
            ),
            ("school", "fr", "/demarches/ecole-cantine"),
            ("report", "fr", "/demarches/signaler-un-probleme"),
            ("accessibility", "fr", "/accessibilite"),
            ("personal_data", "fr", "/donnees-personnelles"),
            ("terms", "fr", "/conditions"),
            ("legal", "fr", "/mentions-legales"),
            ("security", "fr", "/securite"),
        ] {
            insta::assert_snapshot!(name, house.get_in(language, page).main());
        }
    });
}

#[test]
fn what_a_named_agent_confirmed_is_no_longer_to_be_confirmed_on_the_page_of_the_public() {
    on_both(MIGRATIONS, |test| {
        let town = Town::found(&test, "rochebrune", true);
        let claire = town.engage(&test, "claire@rochebrune.example", 0, Role::Instructeur);
        town.publish(&test, &birth()).unwrap();
        let house = TestHouse::open(&test, &town.organisation);
        let page = |language| house.get_in(language, "/demarches/acte-naissance");
        let marked = page("fr").texts("main").concat();
        assert!(marked.contains("art. 34-1 (à confirmer)"), "{marked}");
        assert!(marked.contains("2019, à confirmer."), "{marked}");

        confirm_as(&test, &town.as_agent(claire), &birth(), claire).unwrap();
        let confirmed = page("fr").texts("main").concat();
        assert!(!confirmed.contains("à confirmer"), "{confirmed}");
        assert!(confirmed.contains("Code civil, art. 34-1"), "{confirmed}");
        assert!(confirmed.contains(", vérifié le "), "{confirmed}");
        let english = page("en").texts("main").concat();
        assert!(!english.contains("to be confirmed"), "{english}");
        assert!(!english.contains("à confirmer"), "{english}");

        let notice = house.get("/donnees-personnelles").texts("main").concat();
        assert!(!notice.contains("à confirmer"), "{notice}");
        assert!(notice.contains("Décret n° 2017-890"), "{notice}");

        town.publish(&test, &birth_amended()).unwrap();
        let amended = page("fr").texts("main").concat();
        assert!(
            amended.contains("à confirmer"),
            "another text, nobody's word"
        );
    });
}

#[test]
fn who_would_learn_the_address_of_a_device_is_named_where_maps_are_drawn_by_somebody_else() {
    let test = TestStore::on(Engine::Sqlite, MIGRATIONS);
    let town = Town::found(&test, "rochebrune", true);
    let read = |tiles: &str| {
        let house = TestHouse::with_maps(&test, &town.organisation, tiles);
        house.get("/donnees-personnelles").main()
    };
    let elsewhere = read("https://tuiles.example.org/{z}/{x}/{y}.png");
    assert!(elsewhere.contains("demande alors à tuiles.example.org les images"));
    let here = read("/tuiles/{z}/{x}/{y}.png");
    assert!(!here.contains("Les cartes"));
}
