//! The slot of each source, and its double over HTTP.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant as Clock};

use parvis_form::{Answers, Source};
use parvis_kernel::Instant;
use parvis_outside::{Policy, system};
use parvis_sources::double::{Double, TOKEN};
use parvis_sources::{Access, AccessProblem, Failed, Provider, Sources, Token, slot};

const LOOPBACK: Policy = Policy {
    loopback: true,
    networks: &[],
};
const SIRET: &str = "21840999900017";

fn now() -> Instant {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

fn person(family: &str, first: &str, sex: &str, born: &str, commune: &str) -> Answers {
    let json = serde_json::json!({
        "person": { "identity": {
            "family_name": family, "first_names": first, "birth_date": born,
            "birth_place": { "commune": { "code": commune, "name": "Ici", "departement": "08" } },
        } },
        "sex": { "choice": sex },
    });
    serde_json::from_value(json).unwrap()
}

fn sources(url: &str, token: &str) -> Sources {
    let access = Access::new(url, Token::new(token), SIRET, LOOPBACK).unwrap();
    let key = (Provider::ApiParticulier, "rochebrune".to_owned());
    Sources::new(BTreeMap::from([(key, access)]), LOOPBACK, system()).unwrap()
}

async fn asked(sources: &Sources, needs: &Answers) -> Result<String, Failed> {
    let source = Source::QuotientFamilial;
    sources.ask("rochebrune", source, needs, now()).await
}

#[test]
fn every_source_has_its_slot_its_needs_and_its_words() {
    for source in Source::ALL {
        let slot = slot(*source);
        assert_eq!(slot.source(), *source);
        assert_eq!(slot.needs().steps().len(), 1);
        for words in [parvis_sources::WORDS_FR, parvis_sources::WORDS_EN] {
            for end in ["what", "who", "law"] {
                let key = format!("source-{}-{end} = ", slot.words());
                assert!(words.contains(&key), "{key}");
            }
            for failed in Failed::ALL {
                assert!(words.contains(&format!("{} = ", failed.key())));
            }
        }
    }
}

#[test]
fn only_the_value_that_is_asked_for_leaves_the_slot() {
    let body = br#"{"data":{"allocataires":[{"nom_naissance":"ROUX"}],"enfants":[{"prenoms":"ALEXIS"}],"adresse":{"pays":"FRANCE"},
        "quotient_familial":{"fournisseur":"MSA","valeur":150,"annee":2023,"mois":5}},"links":{},"meta":{}}"#;
    let slot = slot(Source::QuotientFamilial);
    assert_eq!(slot.read(200, body), Ok("150".to_owned()));
    let cases: [(u16, Failed); 9] = [
        (404, Failed::NotFound),
        (422, Failed::NotFound),
        (401, Failed::Refused),
        (403, Failed::Refused),
        (429, Failed::Busy),
        (500, Failed::Down),
        (502, Failed::Down),
        (504, Failed::Slow),
        (302, Failed::Unreadable),
    ];
    for (status, failed) in cases {
        assert_eq!(slot.read(status, b"{}"), Err(failed), "{status}");
    }
    let text = b"{\"data\":{\"quotient_familial\":{\"valeur\":\"150\"}}}";
    for broken in [&b""[..], b"{}", text] {
        assert_eq!(slot.read(200, broken), Err(Failed::Unreadable));
    }
}

#[test]
fn what_is_asked_is_what_the_interface_documents() {
    let slot = slot(Source::QuotientFamilial);
    let names = "ALEXIS GÉRÔME, JEAN-PHILIPPE Paul";
    let needs = person("LEFEBVRE", names, "female", "1982-12-27", "08480");
    let query = slot.query(&needs).unwrap();
    assert_eq!(query.path, "/v3/dss/quotient_familial/identite");
    let pairs = query.parameters.iter();
    let text: Vec<String> = pairs
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    assert_eq!(
        text,
        [
            "nomNaissance=LEFEBVRE",
            "sexeEtatCivil=F",
            "prenoms[]=ALEXIS",
            "prenoms[]=GÉRÔME",
            "prenoms[]=JEAN-PHILIPPE",
            "anneeDateNaissance=1982",
            "moisDateNaissance=12",
            "jourDateNaissance=27",
            "codeCogInseePaysNaissance=99100",
            "codeCogInseeCommuneNaissance=08480",
        ]
    );
    assert_eq!(slot.query(&Answers::default()), None);
    assert!(!format!("{query:?}").contains("LEFEBVRE"));
}

#[tokio::test]
async fn the_double_answers_the_fictitious_cases_and_each_failure_has_its_word() {
    let double = Double::start().await.unwrap();
    let sources = sources(&double.url(), TOKEN);
    let right = |value: &str| Ok(value.to_owned());
    let cases = [
        (
            ("Martin", "Pierre", "male", "1985-06-12", "13055"),
            right("1200"),
        ),
        (
            ("Rocher", "Sandrine", "female", "1986-11-09", "13055"),
            right("800"),
        ),
        (
            ("Inconnu", "Jean", "male", "1985-06-12", "13055"),
            Err(Failed::NotFound),
        ),
        (
            ("Desfouin", "René", "male", "2002-12-05", "08480"),
            Err(Failed::Busy),
        ),
        (
            ("Delanoue", "Jean-Marie", "male", "2002-12-05", "08480"),
            Err(Failed::Down),
        ),
        (
            ("Situdi", "Clément", "male", "2002-12-05", "08480"),
            Err(Failed::Slow),
        ),
    ];
    for ((family, first, sex, born, commune), expected) in cases {
        let needs = person(family, first, sex, born, commune);
        assert_eq!(asked(&sources, &needs).await, expected, "{family}");
    }
    assert_eq!(double.calls(), 6);
}

#[tokio::test]
async fn a_token_that_is_refused_and_a_machine_that_is_silent_are_told_apart() {
    let double = Double::start().await.unwrap();
    let needs = person("Martin", "Pierre", "male", "1985-06-12", "13055");
    let refused = sources(&double.url(), "un-autre");
    assert_eq!(asked(&refused, &needs).await, Err(Failed::Refused));
    let nobody = sources("http://127.0.0.1:9", TOKEN);
    assert_eq!(asked(&nobody, &needs).await, Err(Failed::Down));
    let elsewhere = refused.ask("ailleurs", Source::QuotientFamilial, &needs, now());
    assert_eq!(elsewhere.await, Err(Failed::Refused));
    assert!(!refused.offers("ailleurs", Source::QuotientFamilial));
}

#[tokio::test]
async fn nobody_waits_longer_than_announced_and_an_outage_is_not_waited_for_again() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((socket, _)) = listener.accept().await {
            held.push(socket);
        }
    });
    let sources = sources(&url, TOKEN);
    let needs = person("Martin", "Pierre", "male", "1985-06-12", "13055");
    let begun = Clock::now();
    let all = (0..5).map(|_| {
        let (sources, needs) = (sources.clone(), needs.clone());
        tokio::spawn(async move { asked(&sources, &needs).await })
    });
    let all: Vec<_> = all.collect();
    for one in all {
        assert_eq!(one.await.unwrap(), Err(Failed::Slow));
    }
    assert!(begun.elapsed() < Duration::from_secs(12));
    let again = Clock::now();
    assert_eq!(asked(&sources, &needs).await, Err(Failed::Down));
    assert!(again.elapsed() < Duration::from_secs(2), "it is left alone");
}

#[test]
fn an_access_without_token_recipient_or_encryption_is_refused() {
    let access = |url: &str, token: &str, recipient: &str| {
        Access::new(url, Token::new(token), recipient, Policy::default()).err()
    };
    let right = "https://particulier.api.gouv.fr";
    assert_eq!(access(right, "t", SIRET), None);
    assert_eq!(access(right, " ", SIRET), Some(AccessProblem::NoToken));
    assert_eq!(access(right, "t", "123"), Some(AccessProblem::NoRecipient));
    for wrong in [
        "http://particulier.api.gouv.fr",
        "https://127.0.0.1/",
        "https://10.0.0.1/",
    ] {
        let problem = access(wrong, "t", SIRET);
        assert!(
            matches!(problem, Some(AccessProblem::Address(_))),
            "{wrong}"
        );
    }
    assert!(!format!("{:?}", Token::new("secret")).contains("secret"));
}
