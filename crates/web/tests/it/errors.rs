//! The pages that tell why something did not happen.

use axum::Router;
use axum::routing::get;
use http::StatusCode;
use parvis_kernel::{Failure, Refusal, RefusalKind};
use parvis_store::StoreError;
use parvis_web::{House, PageError};
use scraper::{Html, Selector};

use crate::house::{Answer, TestHouse};

async fn conflict() -> PageError {
    Refusal::new(RefusalKind::Conflict, "unknown-to-the-words").into()
}

async fn sign_in() -> PageError {
    PageError::sign_in_first()
}

async fn full() -> PageError {
    StoreError::Full.into()
}

async fn gone() -> PageError {
    StoreError::Unavailable("secret host".to_owned()).into()
}

async fn broken() -> PageError {
    Failure::new("testing", "secret cause").into()
}

async fn panics() -> &'static str {
    panic!("secret panic")
}

fn house() -> TestHouse {
    TestHouse::secure(
        Router::<House>::new()
            .route("/conflit", get(conflict))
            .route("/agent/dossiers", get(sign_in))
            .route("/dossiers/1", get(sign_in))
            .route("/plein", get(full))
            .route("/parti", get(gone))
            .route("/casse", get(broken))
            .route("/panique", get(panics)),
    )
}

/// The words of the main part, without the incident number.
fn told(answer: &Answer) -> String {
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse("main h1, main > div > div > p").unwrap();
    let lines = html
        .select(&selector)
        .map(|element| element.text().collect::<String>());
    let text: Vec<String> = lines
        .map(|line| line.replace(['\u{a0}', '\u{202f}'], " "))
        .collect();
    let mut words: Vec<&str> = text.iter().flat_map(|line| line.split(' ')).collect();
    if let Some(position) = words.iter().position(|word| *word == "d’incident") {
        words[position + 2] = "XXXXXXXX";
    }
    format!("{}\n{}", answer.status, words.join(" "))
}

#[tokio::test]
async fn each_error_says_what_happened_and_what_to_do() {
    let house = house();
    let mut all = Vec::new();
    for path in [
        "/nulle-part",
        "/conflit",
        "/plein",
        "/parti",
        "/casse",
        "/panique",
    ] {
        let answer = house.get(path).await;
        assert!(!answer.body.contains("secret"), "{path}");
        assert!(
            answer.body.contains("04 90 00 00 00"),
            "{path}: the telephone of the service"
        );
        all.push(format!("{path}: {}", told(&answer)));
    }
    let wrong_method = house.post("/conflit", &[], "").await;
    assert_eq!(wrong_method.headers["allow"], "GET,HEAD");
    all.push(format!("POST /conflit: {}", told(&wrong_method)));
    insta::assert_snapshot!(all.join("\n\n"));
}

#[tokio::test]
async fn who_must_sign_in_is_led_to_the_right_door() {
    let house = house();
    for (path, door) in [
        ("/agent/dossiers", "/agent/connexion"),
        ("/dossiers/1", "/suivi"),
    ] {
        let answer = house.get(path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.headers["location"], door);
    }
}

#[tokio::test]
async fn a_full_disk_says_when_to_come_back() {
    let house = house();
    let answer = house.get("/plein").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers["retry-after"], "600");
}
