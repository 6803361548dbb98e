//! What an application asks to happen once.

use std::sync::Barrier;

use serde_json::json;

use crate::town::in_towns;

const TOGETHER: usize = 20;

#[test]
fn the_same_key_gives_the_same_answer_and_another_body_is_refused() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let mut begin =
            |key: &str, body| portal.json("POST", "/dossiers", &[("idempotency-key", key)], &body);
        let body = json!({ "procedure": "acte-naissance" });
        let first = begin("k", body.clone()).expect(201);
        assert_eq!(begin("k", body.clone()).expect(201).body, first.body);
        assert_eq!(begin("\"k\"", body.clone()).expect(201).body, first.body);
        let other = begin("k", json!({ "procedure": "ecole-cantine" })).expect(422);
        assert_eq!(other.code(), "idempotency-reused");
        assert_ne!(begin("l", body.clone()).expect(201).body, first.body);
        assert_eq!(
            begin("", body.clone()).expect(400).code(),
            "idempotency-key"
        );
        // A refusal keeps nothing of the key.
        assert_eq!(
            begin("m", json!({ "procedure": "rien" }))
                .expect(404)
                .code(),
            "procedure-closed"
        );
        begin("m", body.clone()).expect(201);
        // Another application does not share keys.
        let mut other = town.application(&town.rochebrune);
        let begun = other
            .json("POST", "/dossiers", &[("idempotency-key", "k")], &body)
            .expect(201);
        assert_ne!(begun.text("number"), first.text("number"));
        town.later(24 * 3600 + 1);
        let mut again = town.application(&town.rochebrune);
        again
            .json("POST", "/dossiers", &[("idempotency-key", "k")], &body)
            .expect(201);
        let late = portal
            .json("POST", "/dossiers", &[("idempotency-key", "k")], &body)
            .expect(201);
        assert_ne!(late.text("number"), first.text("number"));
    });
}

#[test]
fn twenty_deposits_at_once_give_one_receipt() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.ready();
        let gate = Barrier::new(TOGETHER);
        let answers: Vec<_> = std::thread::scope(|scope| {
            let each = (0..TOGETHER).map(|turn| {
                let (mut portal, number, gate) = (portal.clone(), &number, &gate);
                // Half of them with one key, half each with their own.
                let key = if turn % 2 == 0 {
                    "same".to_owned()
                } else {
                    turn.to_string()
                };
                scope.spawn(move || {
                    gate.wait();
                    portal.deposit(number, &key)
                })
            });
            let running: Vec<_> = each.collect();
            running
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .collect()
        });
        let receipt = portal
            .get(&format!("/dossiers/{number}/receipt"))
            .expect(200);
        for answer in answers {
            assert_eq!(answer.expect(200).body, receipt.body);
        }
        let deposits = town.traces(town.rochebrune.organisation.id);
        let deposits = deposits
            .iter()
            .filter(|trace| trace.verb == "dossier.submitted");
        assert_eq!(deposits.count(), 1);
    });
}

#[test]
fn twenty_beginnings_with_one_key_begin_one_draft() {
    in_towns(|town| {
        let portal = town.application(&town.rochebrune);
        let gate = Barrier::new(TOGETHER);
        let numbers: Vec<String> = std::thread::scope(|scope| {
            let each = (0..TOGETHER).map(|_| {
                let (mut portal, gate) = (portal.clone(), &gate);
                scope.spawn(move || {
                    gate.wait();
                    let body = json!({ "procedure": "acte-naissance" });
                    let begun =
                        portal.json("POST", "/dossiers", &[("idempotency-key", "k")], &body);
                    begun.expect(201).text("number")
                })
            });
            let running: Vec<_> = each.collect();
            running
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .collect()
        });
        assert!(
            numbers.iter().all(|number| *number == numbers[0]),
            "{numbers:?}"
        );
    });
}
