//! An administration is asked for an answer at the request of the person, who is told, sees it, and answers plainly when there is none.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use parvis_kernel::Ctx;
use parvis_outside::{Policy, system};
use parvis_sources::double::{Double, TOKEN};
use parvis_sources::{Access, Provider, Sources, Token};
use parvis_testkit::TestStore;
use tokio::runtime::Runtime;

use crate::agent_pages::signed_in;
use crate::browser::{Browser, Page, Pages};
use crate::filling::{begin, town};
use crate::town::{MIGRATIONS, PROCEDURE, Town, in_towns};

const QUESTION: &str = "      - { field: quotient, kind: integer, max: 5000, source: api-particulier/quotient-familial, sensitivity: sensitive, label: { fr: Votre quotient familial, en: Your quotient } }\n";

/// The procedure of the tests, which asks for the quotient familial first.
fn publish(town: &Town) {
    let asked = PROCEDURE.replace("slug: tout", "slug: tarif");
    let first = "      - { field: nickname";
    let asked = asked.replacen(first, &format!("{QUESTION}{first}"), 1);
    let checked = parvis_demarche::check("tarif.yaml", &asked).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
}

const LOOPBACK: Policy = Policy {
    loopback: true,
    networks: &[],
};

fn sources(url: &str, token: &str) -> Sources {
    sources_that(url, token, Access::fictitious)
}

fn sources_that(url: &str, token: &str, are: impl Fn(Access) -> Access) -> Sources {
    let access = Access::new(url, Token::new(token), "00000000000017", LOOPBACK).unwrap();
    let key = (Provider::ApiParticulier, "rochebrune".to_owned());
    let accesses = BTreeMap::from([(key, are(access))]);
    Sources::new(accesses, LOOPBACK, system()).unwrap()
}

fn person<'a>(family: &'a str, first: &'a str, sex: &'a str) -> Vec<(&'a str, &'a str)> {
    let (day, month, year, commune) = match family {
        "Rocher" => ("9", "11", "1986", "Marseille"),
        _ => ("5", "12", "2002", "Villers-Semeuse"),
    };
    vec![
        ("person-family-name", family),
        ("person-first-names", first),
        ("person-birth-day", day),
        ("person-birth-month", month),
        ("person-birth-year", year),
        ("person-birth-place", commune),
        ("sex", sex),
    ]
}

/// A draft at the question: the page of its step, and that of the source.
fn at_question(browser: &mut Browser<'_>) -> (String, String) {
    let number = begin(browser, "tarif", "code");
    let people = format!("/dossiers/{number}/pour-qui");
    browser.get(&people);
    browser.post(
        &people,
        &[("pour", "moi"), ("nom", "Rocher"), ("prenoms", "Sandrine")],
    );
    let step = format!("/dossiers/{number}/etapes/you");
    let source = format!("/dossiers/{number}/sources/you/quotient");
    (step, source)
}

fn ask(browser: &mut Browser<'_>, source: &str, who: &[(&str, &str)]) -> Page {
    browser.get(source);
    browser.post(source, who)
}

#[test]
fn whoever_types_the_identity_of_somebody_else_reads_nothing_of_a_real_source() {
    let runtime = Runtime::new().unwrap();
    let double = runtime.block_on(Double::start()).unwrap();
    in_towns(|town| {
        publish(&town);
        let real = sources_that(&double.url(), TOKEN, |access| access);
        let pages = Pages::of(&town).asking(real);
        let mut stranger = pages.browser();
        let (step, source) = at_question(&mut stranger);
        assert!(
            !stranger
                .get(&step)
                .says("Nous pouvons demander votre quotient familial")
        );
        assert_eq!(stranger.get(&source).path, step);
        let sent = stranger.post(&source, &person("Rocher", "Sandrine", "female"));
        assert_eq!(sent.path, format!("{step}#quotient"));
        assert_eq!(double.calls(), 0, "nobody is asked");
    });
}

#[test]
fn the_person_is_told_who_is_asked_for_what_then_sees_the_answer_and_where_it_came_from() {
    let runtime = Runtime::new().unwrap();
    let double = runtime.block_on(Double::start()).unwrap();
    in_towns(|town| {
        publish(&town);
        let pages = Pages::of(&town).asking(sources(&double.url(), TOKEN));
        let mut zoe = pages.browser();
        let (step, source) = at_question(&mut zoe);
        let page = zoe.get(&step);
        assert!(page.says("Nous pouvons demander votre quotient familial à la CAF ou la MSA"));
        let born = [
            ("born-day", "2"),
            ("born-month", "3"),
            ("born-year", "1985"),
        ];
        let asking = [&born[..], &[("action", "source:quotient")]].concat();
        let page = zoe.post(&step, &asking);
        assert_eq!(page.path, source);
        for words in [
            "Si vous le voulez, nous demandons votre quotient familial à la CAF ou la MSA, par API Particulier",
            "Nous ne gardons que la réponse à la question « Votre quotient familial »",
            "articles L113-12 et L114-8",
            "Démonstration : cette source est fictive",
            "Je réponds moi-même",
        ] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let wrong = zoe.post(&source, &[("person-family-name", "Rocher")]);
        assert_eq!(wrong.status, 422);
        let page = zoe.post(&source, &person("Rocher", "Sandrine", "female"));
        assert!(page.path.starts_with(&step), "{}", page.path);
        assert_eq!(page.all("#quotient", "value"), ["800"]);
        assert_eq!(
            page.all("#born-year", "value"),
            ["1985"],
            "what was typed is kept"
        );
        assert!(
            page.says("Obtenu de la CAF ou la MSA, par API Particulier, le"),
            "{}",
            page.text()
        );
        assert!(!page.says("Demander à ma place"));
        let number = step.split('/').nth(2).unwrap().to_owned();
        let check = zoe.get(&format!("/dossiers/{number}/verifier"));
        assert!(!check.says("800 Obtenu"), "no answer before it is sent");
        zoe.get(&step);
        zoe.post(&step, &[&born[..], &[("quotient", "750")]].concat());
        let answers = [("sort", "day"), ("count", "2"), ("with_children", "no")];
        zoe.post(&format!("/dossiers/{number}/etapes/wish"), &answers);
        let proof = [("proof-other-way", "yes")];
        zoe.post(&format!("/dossiers/{number}/etapes/proof"), &proof);
        let declare = format!("/dossiers/{number}/declarer");
        zoe.get(&declare);
        zoe.post(&declare, &[("declaration", "oui")]);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let file = claire.get(&format!("/agent/dossiers/{number}"));
        assert!(
            file.says("Obtenu de la CAF ou la MSA, par API Particulier, le"),
            "{}",
            file.text()
        );
        assert!(
            file.says("La personne l’a modifié ; ce qui avait été reçu : 800"),
            "{}",
            file.text()
        );
        let history = claire.get(&format!("/agent/dossiers/{number}/historique"));
        assert!(history.says("Réponse obtenue"), "{}", history.text());
    });
}

#[test]
fn each_failure_is_said_and_the_question_is_asked_plainly() {
    let runtime = Runtime::new().unwrap();
    let double = runtime.block_on(Double::start()).unwrap();
    let town = town();
    publish(&town);
    let known = sources(&double.url(), TOKEN);
    let cases = [
        (
            known.clone(),
            person("Inconnu", "Jean", "male"),
            "aucun dossier ne correspond",
        ),
        (
            known.clone(),
            person("Delanoue", "Jean-Marie", "male"),
            "le service ne répond pas.",
        ),
        (
            known.clone(),
            person("Situdi", "Clément", "male"),
            "le service ne répond pas à temps",
        ),
        (
            known,
            person("Desfouin", "René", "male"),
            "trop de demandes",
        ),
        (
            sources(&double.url(), "autre"),
            person("Rocher", "Sandrine", "female"),
            "notre accès est refusé",
        ),
        (
            sources("http://127.0.0.1:9", TOKEN),
            person("Rocher", "Sandrine", "female"),
            "le service ne répond pas.",
        ),
    ];
    for (sources, who, words) in cases {
        let pages = Pages::of(&town).asking(sources);
        let mut zoe = pages.browser();
        let (step, source) = at_question(&mut zoe);
        let page = ask(&mut zoe, &source, &who);
        assert!(page.path.starts_with(&step), "{words}: {}", page.path);
        let said = format!("Nous n’avons pas pu l’obtenir : {words}");
        assert!(page.says(&said), "{said}: {}", page.text());
        assert_eq!(page.all("#quotient", "value"), [""]);
        let answers = [
            ("quotient", "650"),
            ("born-day", "2"),
            ("born-month", "3"),
            ("born-year", "1985"),
        ];
        let next = zoe.post(&step, &answers);
        assert!(
            next.path.ends_with("/etapes/wish"),
            "{words}: {}",
            next.path
        );
    }
}

/// A source that takes its time, and answers this value.
fn slow(runtime: &Runtime, value: i64) -> (String, Arc<AtomicU64>) {
    let calls = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&calls);
    let answer = move || {
        counted.fetch_add(1, Ordering::Relaxed);
        async move {
            tokio::time::sleep(Duration::from_millis(600)).await;
            format!("{{\"data\":{{\"quotient_familial\":{{\"valeur\":{value}}}}}}}")
        }
    };
    let router = Router::new().route("/v3/dss/quotient_familial/identite", get(answer));
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
    let listener = listener.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    runtime.spawn(async move { axum::serve(listener, router).await });
    (url, calls)
}

#[test]
fn two_clicks_at_once_ask_once_and_both_see_the_answer() {
    let runtime = Runtime::new().unwrap();
    in_towns(|town| {
        publish(&town);
        let (url, calls) = slow(&runtime, 640);
        let pages = Pages::of(&town).asking(sources(&url, TOKEN));
        let mut zoe = pages.browser();
        let (step, source) = at_question(&mut zoe);
        zoe.get(&source);
        let both = zoe.post_twice(&source, &person("Rocher", "Sandrine", "female"));
        assert_eq!(both.map(|status| status.as_u16()), [303, 303]);
        assert_eq!(calls.load(Ordering::Relaxed), 1);
        assert_eq!(zoe.get(&step).all("#quotient", "value"), ["640"]);
    });
}

#[test]
fn what_the_question_does_not_accept_is_not_proposed() {
    let runtime = Runtime::new().unwrap();
    let town = town();
    publish(&town);
    let (url, _) = slow(&runtime, 9_000);
    let pages = Pages::of(&town).asking(sources(&url, TOKEN));
    let mut zoe = pages.browser();
    let (_, source) = at_question(&mut zoe);
    let page = ask(&mut zoe, &source, &person("Rocher", "Sandrine", "female"));
    assert!(
        page.says("la réponse reçue ne convient pas à cette question"),
        "{}",
        page.text()
    );
    assert_eq!(page.all("#quotient", "value"), [""]);
}

#[test]
fn where_nobody_may_be_asked_the_question_stands_alone_and_strangers_see_nothing() {
    let town = Town::build(TestStore::on(parvis_store::Engine::Sqlite, MIGRATIONS));
    publish(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let (step, source) = at_question(&mut zoe);
    assert!(!zoe.get(&step).says("Nous pouvons demander"));
    let page = zoe.get(&source);
    assert_eq!(page.path, step, "it leads back to the question");
    assert_eq!(zoe.get(&source.replace("quotient", "born")).status, 404);
    assert_eq!(pages.browser().get(&source).status, 404);
}
