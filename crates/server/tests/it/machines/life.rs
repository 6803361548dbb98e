//! What an application does from the draft to the decision.

use parvis_testkit::Page;
use serde_json::json;

use super::application::birth;
use crate::town::{PNG, in_towns};

#[test]
fn an_application_deposits_a_dossier_and_reads_the_decision_of_an_agent() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let begun = json!({ "procedure": "acte-naissance", "language": "en" });
        let begun = portal.json("POST", "/dossiers", &[("idempotency-key", "a")], &begun);
        let begun = begun.expect(201);
        let number = begun.text("number");
        assert_eq!(
            begun.header("location"),
            format!("/api/v1/dossiers/{number}")
        );
        assert_eq!(begun.text("follow_up_code").len(), 14);
        assert_eq!(
            (begun.text("state"), begun.text("channel")),
            ("draft".to_owned(), "api".to_owned())
        );

        let answers = format!("/dossiers/{number}/answers");
        let tag = begun.header("etag").to_owned();
        let filled = portal
            .json("PATCH", &answers, &[("if-match", &tag)], &birth())
            .expect(200);
        assert_eq!(filled.body["copies"], json!({ "integer": 2 }));
        assert_ne!(filled.header("etag"), tag);
        assert_eq!(portal.get(&answers).expect(200).body, filled.body);
        let late = portal
            .json("PATCH", &answers, &[("if-match", &tag)], &json!({}))
            .expect(412);
        assert_eq!(late.code(), "changed");

        let missing = portal
            .get(&format!("/dossiers/{number}/validation"))
            .expect(200);
        assert_eq!(missing.body["ready"], false);
        assert_eq!(missing.body["people_missing"], true);
        assert_eq!(missing.pointers(), ["/link_proof"]);
        let people = json!({
            "beneficiary": { "family_name": "Lenoir", "first_names": "Zoé" },
            "helper": { "name": "Ana Ruiz", "structure": "Maison France services", "agreement": true },
        });
        portal
            .json("PUT", &format!("/dossiers/{number}/people"), &[], &people)
            .expect(200);
        let early = portal.deposit(&number, "early").expect(409);
        assert_eq!(
            (early.code(), early.pointers()),
            ("incomplete".to_owned(), vec!["/link_proof".to_owned()])
        );

        let pieces = format!("/dossiers/{number}/pieces");
        let piece = portal.send(
            "POST",
            &format!("{pieces}?field=link_proof&name=livret.png"),
            &[],
            PNG,
        );
        let piece = piece.expect(201);
        assert_eq!(piece.text("media_type"), "image/png");
        let content = portal
            .get(&format!("{pieces}/{}", piece.text("id")))
            .expect(200);
        assert_eq!(content.bytes, PNG);
        assert_eq!(portal.get(&pieces).expect(200).body["items"][0], piece.body);
        let ready = portal
            .get(&format!("/dossiers/{number}/validation"))
            .expect(200);
        assert_eq!(ready.body["ready"], true, "{}", ready.body);

        let receipt = portal.deposit(&number, "once").expect(200);
        assert_eq!(receipt.text("number"), number);
        assert_eq!(
            portal
                .get(&format!("/dossiers/{number}/receipt"))
                .expect(200)
                .body,
            receipt.body
        );
        let read = portal.get(&format!("/dossiers/{number}")).expect(200);
        assert_eq!(read.text("state"), "deposited");
        assert_eq!(read.body["people"]["helper"]["name"], "Ana Ruiz");
        assert_eq!(read.text("silence_due_on"), receipt.text("silence_on"));

        let messages = format!("/dossiers/{number}/messages");
        let text = json!({ "text": "Bonjour,\nmerci." });
        portal
            .json("POST", &messages, &[("idempotency-key", "m")], &text)
            .expect(201);
        assert_eq!(
            portal.get(&messages).expect(200).body["items"][0]["text"],
            "Bonjour,\nmerci."
        );

        let decision = format!("/dossiers/{number}/decision");
        portal.get(&decision).expect(404);
        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &number);
        town.decide(&mut claire, &number, "in-full");
        let decided = portal.get(&decision).expect(200);
        assert_eq!(decided.text("outcome"), "in_full");
        assert_eq!(
            portal.get(&format!("/dossiers/{number}")).text("state"),
            "accepted"
        );
    });
}

#[test]
fn the_receipt_of_an_application_says_what_its_page_says() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.deposited();
        let receipt = portal
            .get(&format!("/dossiers/{number}/receipt"))
            .expect(200);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let page: Page = claire.get(&format!("/agent/dossiers/{number}")).shown();
        assert!(
            page.told().contains("Zoé"),
            "the agent sees the dossier of the application"
        );
        let parts = receipt.body["parts"].as_array().unwrap();
        let said: Vec<&str> = parts
            .iter()
            .map(|part| part["text"].as_str().unwrap())
            .collect();
        assert!(said.len() >= 4, "{said:?}");
        let service = receipt.body["service"]["name"].as_str().unwrap();
        assert!(said.iter().any(|text| text.contains(service)), "{said:?}");
        assert!(said.iter().any(|text| text.contains(&number)), "{said:?}");
    });
}

#[test]
fn answers_are_normalised_typed_and_pruned_as_those_of_a_browser() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.begin("acte-naissance");
        let path = format!("/dossiers/{number}/answers");
        let mut patch = |body| portal.json("PATCH", &path, &[], &body);
        patch(birth()).expect(200);
        let spaced = json!({ "delivery_address": { "address": {
            "street": "  rue   du Puits ", "postcode": "84110", "commune_code": "84137", "commune": "vaison" } } });
        let kept = patch(spaced).expect(200);
        assert_eq!(
            kept.body["delivery_address"]["address"]["street"],
            "rue du Puits"
        );
        assert_eq!(
            kept.body["delivery_address"]["address"]["commune"],
            "Vaison-la-Romaine"
        );

        let refused =
            patch(json!({ "copies": { "integer": 2_000 }, "document": { "choice": "nothing" } }))
                .expect(422);
        assert_eq!(refused.pointers(), ["/document", "/copies"]);
        let refused =
            patch(json!({ "no/such": { "text": "a" }, "copies": { "text": "2" } })).expect(422);
        assert_eq!(refused.pointers(), ["/copies", "/no~1such"]);
        let refused = patch(json!({ "copies": 2 })).expect(422);
        assert_eq!(refused.pointers(), ["/copies"]);

        // Without parents in the extract, they are not asked.
        let pruned = patch(json!({ "document": { "choice": "extract" } })).expect(200);
        assert_eq!(pruned.body["first_parent"], serde_json::Value::Null);
        let hidden = birth()["first_parent"].clone();
        let refused = patch(json!({ "first_parent": hidden })).expect(422);
        assert_eq!(refused.pointers(), ["/first_parent"]);
        let taken = patch(json!({ "copies": null })).expect(200);
        assert!(taken.body.get("copies").is_none());
    });
}

#[test]
fn rows_of_a_block_are_filled_and_their_errors_point_at_them() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.begin("ecole-cantine");
        let path = format!("/dossiers/{number}/answers");
        let row = |name: &str, level: &str| {
            json!({ "id": uuid::Uuid::now_v7(), "cells": {
                "child": { "identity": { "family_name": "Lenoir", "first_names": name, "birth_date": "2022-06-05" } },
                "level": { "choice": level },
                "canteen_days": { "choices": ["monday", "friday"] },
                "menu": { "choice": "daily" },
            } })
        };
        let mut patch = |rows: Vec<serde_json::Value>| {
            let body = json!({ "needs": { "choices": ["school", "canteen"] }, "children": { "rows": rows } });
            portal.json("PATCH", &path, &[], &body)
        };
        let refused = patch(vec![row("Tom", "ms"), row("Lou", "nothing")]).expect(422);
        assert_eq!(refused.pointers(), ["/children/rows/1/cells/level"]);
        let kept = patch(vec![row("Tom", "ms"), row("Lou", "ms")]).expect(200);
        assert_eq!(kept.body["children"]["rows"].as_array().unwrap().len(), 2);
    });
}

#[test]
fn a_file_that_its_question_does_not_take_leaves_nothing() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.begin("acte-naissance");
        let pieces = format!("/dossiers/{number}/pieces");
        let mut add = |field: &str, bytes: &'static [u8]| {
            portal.send(
                "POST",
                &format!("{pieces}?field={field}&name=a.png"),
                &[],
                bytes,
            )
        };
        assert_eq!(add("copies", PNG).expect(422).code(), "invalid");
        assert_eq!(add("nothing", PNG).expect(422).code(), "invalid");
        assert_eq!(add("link_proof", b"MZ\x90").expect(415).code(), "file-type");
        assert_eq!(add("link_proof", b"").expect(422).code(), "invalid");
        // The question is hidden as long as its condition does not hold.
        assert_eq!(
            add("link_proof", PNG).expect(422).pointers(),
            ["/link_proof"]
        );
        assert_eq!(portal.get(&pieces).expect(200).body["items"], json!([]));
    });
}

#[test]
fn a_piece_of_a_draft_is_taken_away_with_its_name_in_the_answer_and_a_deposited_one_stays() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.ready();
        let pieces = format!("/dossiers/{number}/pieces");
        let second = portal.send(
            "POST",
            &format!("{pieces}?field=link_proof&name=second.png"),
            &[],
            PNG,
        );
        let second = second.expect(201).text("id");
        let first = portal.get(&pieces).expect(200).body["items"][0]["id"].clone();
        let first = first.as_str().unwrap().to_owned();
        let named = |by: &mut crate::machines::Application| {
            let answers = by.get(&format!("/dossiers/{number}/answers")).expect(200);
            let files = answers.body["link_proof"]["pieces"]["files"].clone();
            let files = files.as_array().cloned().unwrap_or_default();
            let ids = files
                .iter()
                .map(|file| file["id"].as_str().unwrap().to_owned());
            ids.collect::<Vec<_>>()
        };
        assert_eq!(named(&mut portal), [first.clone(), second.clone()]);
        let remove = |by: &mut crate::machines::Application, id: &str| {
            by.send("DELETE", &format!("{pieces}/{id}"), &[], "")
        };
        town.application(&town.rochebrune)
            .send("DELETE", &format!("{pieces}/{first}"), &[], "")
            .expect(403);
        remove(&mut portal, &first).expect(204);
        assert_eq!(named(&mut portal), std::slice::from_ref(&second));
        portal.get(&format!("{pieces}/{first}")).expect(404);
        remove(&mut portal, &first).expect(404);
        remove(&mut portal, &second).expect(204);
        assert!(named(&mut portal).is_empty());
        let missing = portal
            .get(&format!("/dossiers/{number}/validation"))
            .expect(200);
        assert_eq!(missing.pointers(), ["/link_proof"]);

        let again = portal.send(
            "POST",
            &format!("{pieces}?field=link_proof&name=a.png"),
            &[],
            PNG,
        );
        let kept = again.expect(201).text("id");
        portal.deposit(&number, "once").expect(200);
        assert_eq!(remove(&mut portal, &kept).expect(409).code(), "not-now");
        portal.get(&format!("{pieces}/{kept}")).expect(200);
    });
}
