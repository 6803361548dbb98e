//! A démarche that somebody else answers, and what a service promises.

use parvis_demarche::check;
use parvis_store::Engine;
use parvis_testkit::{TestStore, plain};

use crate::house::TestHouse;
use crate::town::{MIGRATIONS, Town};

/// A card that the département gives.
const ELSEWHERE: &str = "\
slug: carte-mobilite
title: { fr: Demander une carte, en: Ask for a card }
summary: { fr: Une phrase., en: A sentence. }
theme: solidarity
who_for: Les personnes handicapées.
what_you_get: Une carte.
papers: []
cost: { cents: 0 }
delay: { words: Quatre mois., expected_days: 120 }
doors: [{ kind: counter, text: Nous remplissons le dossier avec vous. }]
service: etat-civil
group: etat-civil
sources: []
orientation:
  name: { fr: Maison départementale, en: Departmental house }
  text: Déposez votre dossier auprès d'elle.
  url: https://www.example.org/mdph
  phone: 01 02 03 04 05
";

/// A house that offers these files, and the store on which it stands.
fn house_with(sources: &[String]) -> (TestStore, TestHouse) {
    let test = TestStore::on(Engine::Sqlite, MIGRATIONS);
    let town = Town::found(&test, "rochebrune", true);
    for source in sources {
        town.publish(&test, &check("essai.yaml", source).unwrap())
            .unwrap();
    }
    let house = TestHouse::open(&test, &town.organisation);
    (test, house)
}

#[test]
fn its_page_says_who_answers_and_begins_nothing() {
    let (_test, house) = house_with(&[ELSEWHERE.to_owned()]);
    let page = house.get("/demarches/carte-mobilite");
    let text = plain(&page.texts("main").concat());
    assert!(
        text.contains("Qui vous répond : Maison départementale"),
        "{text}"
    );
    assert!(!page.body.contains("/commencer"));
    assert!(!text.contains("Et si nous ne répondons pas"), "{text}");
    let links = page.attributes("main .govuk-inset-text a", "href");
    assert_eq!(links, ["https://www.example.org/mdph", "tel:0102030405"]);
    let notice = house.get("/donnees-personnelles");
    assert!(!notice.body.contains("carte-mobilite"));
}

#[test]
fn promises_and_special_rules_are_read_before_beginning() {
    let (_, report) = parvis_demarche::LIBRARY[0];
    let promising = format!(
        "{report}
regime: {{ name: Règles de l'essai, text: Le délai est plus court., legal_basis: Un code }}
commitments: {{ answer_days: 8, message_days: 1, satisfaction: 90 }}
"
    );
    let (_test, house) = house_with(&[promising]);
    let page = house.get("/demarches/acte-naissance");
    let text = plain(&page.texts("main").concat());
    for said in [
        "Règles de l’essai",
        "Le délai est plus court.",
        "Nous répondons en 8 jours au plus",
        "Nous répondons à vos messages en un jour ouvré.",
        "90 personnes sur 100",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}
