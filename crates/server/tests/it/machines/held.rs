//! A decision that is held is nowhere in what applications read or are told, until it is notified.

use serde_json::json;

use super::Application;
use super::receiver::Receiver;
use crate::town::{Town, in_towns};

/// All that an application can read of a dossier, one text.
fn readings(by: &mut Application, number: &str) -> String {
    let mut texts = Vec::new();
    for path in [
        "",
        "/answers",
        "/receipt",
        "/messages",
        "/pieces",
        "/decision",
    ] {
        let answer = by.get(&format!("/dossiers/{number}{path}"));
        texts.push(format!("{path} {} {}", answer.status, answer.body));
    }
    let listed = by.get("/dossiers").expect(200);
    texts.push(listed.body["items"].to_string());
    texts.join("\n")
}

/// What tells that it was decided.
const TRACES: [&str; 6] = [
    "in_full",
    "accepted",
    "decided",
    "refused",
    "outcome",
    "decision_on",
];

fn scene(town: &Town) -> (Application, Receiver, String) {
    let receiver = Receiver::start(town);
    let mut portal = town.application(&town.rochebrune);
    let new = json!({ "name": "Portail", "url": receiver.url });
    portal.json("POST", "/webhooks", &[], &new).expect(201);
    let number = portal.deposited();
    (portal, receiver, number)
}

#[test]
fn a_held_decision_is_read_and_told_nowhere_until_it_is_notified() {
    in_towns(|town| {
        town.hold(10);
        let (mut portal, receiver, number) = scene(town);
        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &number);
        town.tell_applications();
        let before = readings(&mut portal, &number);
        let cursor = portal.get("/dossiers").expect(200).body["next"].clone();
        town.decide(&mut claire, &number, "in-full");
        town.later(9 * 60);
        town.tell_applications();
        let held = readings(&mut portal, &number);
        for trace in TRACES {
            assert_eq!(
                held.contains(trace),
                before.contains(trace),
                "{trace}: {held}"
            );
        }
        assert!(held.contains("/decision 404"), "{held}");
        assert_eq!(receiver.about(&number), ["dossier.submitted"]);
        let _ = cursor;

        town.later(61);
        town.tell_applications();
        let shown = readings(&mut portal, &number);
        assert!(
            shown.contains("in_full") && shown.contains("/decision 200"),
            "{shown}"
        );
        assert_eq!(
            receiver.about(&number),
            ["dossier.submitted", "dossier.decided"]
        );
    });
}

#[test]
fn a_decision_that_was_taken_back_was_never_told() {
    in_towns(|town| {
        town.hold(10);
        let (mut portal, receiver, number) = scene(town);
        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &number);
        town.decide(&mut claire, &number, "in-full");
        town.later(60);
        let page = claire
            .get(&format!("/agent/dossiers/{number}/reprendre"))
            .shown();
        let _ = claire.post_form(&page.form("/reprendre")).shown();
        town.later(3600);
        town.tell_applications();
        assert_eq!(receiver.about(&number), ["dossier.submitted"]);
        let read = readings(&mut portal, &number);
        assert!(
            read.contains("/decision 404") && !read.contains("in_full"),
            "{read}"
        );
    });
}
