//! The document says what is there, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Application;
use super::application::Answer;
use crate::enumeration::table::machines;
use crate::town::{in_one_town, in_towns};

type Operations = BTreeSet<(String, String)>;

#[test]
fn the_document_enumerates_exactly_the_routes_that_answer() {
    let document = parvis_server::openapi("/rochebrune");
    assert_eq!(document["servers"][0]["url"], "/rochebrune/api/v1");
    let mut told = Operations::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            told.insert((method.to_uppercase(), format!("/api/v1{path}")));
        }
    }
    let mounted: Operations = machines()
        .map(|(method, path)| (method.to_owned(), path.to_owned()))
        .collect();
    assert_eq!(told, mounted, "left: the document; right: the routes");
}

#[test]
fn anybody_reads_the_document_and_it_stays_what_it_is() {
    in_one_town(|town| {
        let mut nobody = town.rochebrune.browser();
        let page = nobody.get("/api/v1/openapi.json");
        let served: Value = serde_json::from_slice(&page.body).unwrap();
        assert_eq!(page.status, 200);
        assert_eq!(served, parvis_server::openapi(""));
        insta::assert_snapshot!("openapi", serde_json::to_string_pretty(&served).unwrap());
    });
}

#[test]
fn every_reference_leads_somewhere_and_every_operation_has_its_own_name() {
    let document = parvis_server::openapi("");
    let mut names = BTreeMap::new();
    for methods in document["paths"].as_object().unwrap().values() {
        for operation in methods.as_object().unwrap().values() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name, ()).is_none(), "{name} twice");
        }
    }
    let text = document.to_string();
    for reference in text.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(
            document["components"]["schemas"].get(name).is_some(),
            "{name}"
        );
    }
}

/// A validator of a schema of the document.
fn validator(document: &Value, schema: &str) -> jsonschema::Validator {
    let whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/components/schemas/{schema}"),
        "components": document["components"],
    });
    jsonschema::validator_for(&whole).unwrap()
}

#[test]
fn every_example_is_valid_against_its_schema() {
    let document = parvis_server::openapi("");
    let mut checked = 0;
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for example in schema["examples"].as_array().into_iter().flatten() {
            let errors: Vec<String> = validator(&document, name)
                .iter_errors(example)
                .map(|error| error.to_string())
                .collect();
            assert_eq!(errors, Vec::<String>::new(), "{name}");
            checked += 1;
        }
    }
    assert_eq!(checked, 7);
}

#[test]
fn every_answer_is_valid_against_the_schema_that_the_document_names() {
    in_towns(|town| {
        let document = parvis_server::openapi("");
        let fits = |schema: &str, answer: Answer| {
            let errors: Vec<String> = validator(&document, schema)
                .iter_errors(&answer.body)
                .map(|error| error.to_string())
                .collect();
            assert_eq!(errors, Vec::<String>::new(), "{schema}: {}", answer.body);
        };
        let mut portal: Application = town.application(&town.rochebrune);
        fits("Procedures", portal.get("/procedures").expect(200));
        let procedure = portal.get("/procedures/acte-naissance").expect(200);
        let revision = format!(
            "/procedures/acte-naissance/revisions/{}",
            procedure.text("revision")
        );
        fits("Procedure", procedure);
        fits("Procedure", portal.get(&revision).expect(200));
        let schema = portal
            .get(&format!("{revision}/answers-schema"))
            .expect(200)
            .body;
        portal
            .get(&revision.replace("acte-naissance", "ecole-cantine"))
            .expect(404);
        let body = json!({ "procedure": "acte-naissance" });
        fits(
            "Begun",
            portal
                .json("POST", "/dossiers", &[("idempotency-key", "k")], &body)
                .expect(201),
        );
        let number = portal.deposited();
        let answers = portal
            .get(&format!("/dossiers/{number}/answers"))
            .expect(200);
        assert!(
            jsonschema::validator_for(&schema)
                .unwrap()
                .is_valid(&answers.body),
            "{}",
            answers.body
        );
        fits("Answers", answers);
        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &number);
        town.ask(&mut claire, &number, "copies", "Combien ?");
        fits(
            "Dossier",
            portal.get(&format!("/dossiers/{number}")).expect(200),
        );
        fits("Changes", portal.get("/dossiers").expect(200));
        fits(
            "Receipt",
            portal
                .get(&format!("/dossiers/{number}/receipt"))
                .expect(200),
        );
        fits(
            "Pieces",
            portal
                .get(&format!("/dossiers/{number}/pieces"))
                .expect(200),
        );
        let text = json!({ "text": "Bonjour" });
        let messages = format!("/dossiers/{number}/messages");
        fits(
            "Written",
            portal
                .json("POST", &messages, &[("idempotency-key", "m")], &text)
                .expect(201),
        );
        fits("Messages", portal.get(&messages).expect(200));
        let new = json!({ "name": "Portail", "url": "http://127.0.0.1:1/" });
        let made = portal.json("POST", "/webhooks", &[], &new).expect(201);
        let own = format!("/webhooks/{}", made.text("id"));
        fits("WebhookWithSecret", made);
        let post = |portal: &mut Application, path: &str| {
            portal.send("POST", &format!("{own}{path}"), &[], "")
        };
        fits("WebhookDelivery", post(&mut portal, "/ping").expect(202));
        town.tell_applications();
        fits(
            "WebhookDeliveries",
            portal.get(&format!("{own}/deliveries")).expect(200),
        );
        fits(
            "WebhookWithSecret",
            post(&mut portal, "/secret").expect(200),
        );
        fits("Webhooks", portal.get("/webhooks").expect(200));
        fits("Webhook", portal.get(&own).expect(200));
        let draft = portal.begin("acte-naissance");
        fits(
            "Validation",
            portal
                .get(&format!("/dossiers/{draft}/validation"))
                .expect(200),
        );
        fits("Problem", portal.get("/nothing").expect(404));
        fits("Problem", portal.deposit(&draft, "x").expect(409));
    });
}
