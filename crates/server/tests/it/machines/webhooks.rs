//! What an application is told, and how it looks after it; what those who administer see of it.

use parvis_testkit::{Browser, Form, Page};
use serde_json::json;

use super::Application;
use super::application::Answer;
use super::receiver::Receiver;
use crate::town::{Known, Town, in_towns};

const DAY: u64 = 24 * 3600;

fn declare(application: &mut Application, url: &str) -> Answer {
    let new = json!({ "name": "Portail", "url": url });
    application.json("POST", "/webhooks", &[], &new)
}

#[test]
fn an_application_is_told_what_happens_to_its_dossier_in_order_and_nothing_of_anybody() {
    in_towns(|town| {
        let receiver = Receiver::start(town);
        let mut portal = town.application(&town.rochebrune);
        let made = declare(&mut portal, &receiver.url).expect(201);
        assert!(made.text("secret").starts_with("whsec_"));
        let number = portal.deposited();
        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &number);
        let text = json!({ "text": "Bonjour" });
        let messages = format!("/dossiers/{number}/messages");
        portal
            .json("POST", &messages, &[("idempotency-key", "m")], &text)
            .expect(201);
        town.decide(&mut claire, &number, "in-full");
        town.tell_applications();
        assert_eq!(
            receiver.about(&number),
            ["dossier.submitted", "dossier.messaged", "dossier.decided"]
        );
        let heard = receiver.heard();
        let said = serde_json::to_string(&heard).unwrap();
        for personal in ["Lenoir", "Zoé", "Anaïs", "zoe.lenoir", "Bonjour", "in_full"] {
            assert!(!said.contains(personal), "{personal}: {said}");
        }
        // The address of the resource is one that the application can read.
        let url = heard[0]["data"]["url"].as_str().unwrap();
        let path = url
            .strip_prefix("https://rochebrune.example/api/v1")
            .unwrap();
        portal.get(path).expect(200);
        let told = portal
            .get(&format!("/webhooks/{}/deliveries", made.text("id")))
            .expect(200);
        let items = told.body["items"].as_array().unwrap();
        assert!(
            items.iter().all(|item| item["state"] == "delivered"),
            "{items:?}"
        );
    });
}

#[test]
fn a_draft_and_another_organisation_tell_nothing() {
    in_towns(|town| {
        let receiver = Receiver::start(town);
        let mut portal = town.application(&town.rochebrune);
        declare(&mut portal, &receiver.url).expect(201);
        portal.ready();
        let known = Known::Email("zoe@exemple.fr");
        town.deposited(&town.valmont, "acte-naissance", known);
        town.tell_applications();
        assert!(receiver.heard().is_empty(), "{:?}", receiver.heard());
    });
}

#[test]
fn an_application_looks_after_its_own_webhooks() {
    in_towns(|town| {
        let receiver = Receiver::start(town);
        let mut portal = town.application(&town.rochebrune);
        let made = declare(&mut portal, &receiver.url).expect(201);
        let own = format!("/webhooks/{}", made.text("id"));
        assert_eq!(
            declare(&mut portal, &receiver.url).expect(409).code(),
            "webhook-there"
        );
        let mut other = town.application(&town.rochebrune);
        other.get(&own).expect(404);
        other
            .json("PATCH", &own, &[], &json!({ "active": false }))
            .expect(404);
        other.send("DELETE", &own, &[], "").expect(404);
        assert_eq!(other.get("/webhooks").expect(200).body["items"], json!([]));

        let changed =
            json!({ "name": "Portail famille", "events": ["dossier.decided"], "active": false });
        let changed = portal.json("PATCH", &own, &[], &changed).expect(200);
        assert_eq!(
            (changed.text("name"), changed.text("suspended_for")),
            ("Portail famille".to_owned(), "asked".to_owned())
        );
        portal
            .send("POST", &format!("{own}/ping"), &[], "")
            .expect(409);
        portal
            .json("PATCH", &own, &[], &json!({ "active": true }))
            .expect(200);
        let number = portal.deposited();
        town.tell_applications();
        assert!(
            receiver.about(&number).is_empty(),
            "it hears of decisions only"
        );
        portal
            .send("POST", &format!("{own}/ping"), &[], "")
            .expect(202);
        town.tell_applications();
        assert_eq!(receiver.heard().len(), 1);
        town.later(1);
        let since = json!({ "since": "2026-01-01T00:00:00Z" });
        let again = portal
            .json("POST", &format!("{own}/replay"), &[], &since)
            .expect(202);
        assert_eq!(again.body["count"], 1);
        town.tell_applications();
        town.later(1);
        let last = portal.get(&format!("{own}/deliveries")).expect(200).body["items"][0].clone();
        let one = format!("{own}/deliveries/{}/replay", last["id"].as_str().unwrap());
        portal.send("POST", &one, &[], "").expect(202);
        town.tell_applications();
        assert_eq!(receiver.heard().len(), 3);
        let page = portal.get(&format!(
            "{own}/deliveries?before={}",
            last["id"].as_str().unwrap()
        ));
        assert_eq!(page.expect(200).body["items"], json!([]));
        let secret = portal
            .send("POST", &format!("{own}/secret"), &[], "")
            .expect(200);
        assert_ne!(secret.text("secret"), made.text("secret"));
        assert!(portal.get(&own).expect(200).body.get("secret").is_none());
        portal.send("DELETE", &own, &[], "").expect(204);
        portal.get(&own).expect(404);
    });
}

#[test]
fn what_does_not_fit_is_told_at_its_place() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let mut refused = |body| {
            portal
                .json("POST", "/webhooks", &[], &body)
                .expect(422)
                .pointers()
        };
        let url = "https://exemple.fr/";
        assert_eq!(
            refused(json!({ "name": "A", "url": "https://10.0.0.1/" })),
            ["/url"]
        );
        assert_eq!(
            refused(json!({ "name": "A", "url": "http://exemple.fr/" })),
            ["/url"]
        );
        assert_eq!(refused(json!({ "name": " ", "url": url })), ["/name"]);
        assert_eq!(
            refused(json!({ "name": "A", "url": url, "events": [] })),
            ["/events"]
        );
        let unknown =
            json!({ "name": "A", "url": url, "events": ["dossier.decided", "webhook.ping"] });
        assert_eq!(refused(unknown), ["/events/1"]);
    });
}

#[test]
fn those_who_administer_change_where_an_application_is_told_and_what() {
    in_towns(|town| {
        let (old, new) = (Receiver::start(town), Receiver::start(town));
        let mut claire = town.agent(&town.rochebrune, "claire");
        let declared = |by: &mut Browser, name: &str, url: &str| {
            let page = by.get("/agent/administration/webhooks/nouveau").shown();
            let form = page.form("/nouveau");
            by.submit(&form.fill("nom", name).fill("adresse", url))
                .shown()
        };
        let made = declared(&mut claire, "Portail", &old.url);
        let own = made.attrs("main a", "href").pop().unwrap();
        let _ = declared(&mut claire, "Autre", &format!("{}/autre", old.url));

        let change = format!("{own}/modifier");
        let form = claire.get(&change).shown().form("/modifier");
        assert_eq!(
            (form.value("nom"), form.value("adresse")),
            (Some("Portail"), Some(old.url.as_str()))
        );
        let taken = form.clone().fill("adresse", &format!("{}/autre", old.url));
        let refused = claire.submit(&taken);
        assert_eq!(refused.status.as_u16(), 422);
        let private = form.clone().fill("adresse", "https://10.0.0.1/");
        assert_eq!(claire.submit(&private).status.as_u16(), 422);

        let form = form.fill("nom", "Portail agents").fill("adresse", &new.url);
        let told = claire.post_form(&form).shown().told();
        assert!(told.contains("Portail agents"), "{told}");
        let form = claire.get(&own).shown().form("/essai");
        let _ = claire.post_form(&form).shown();
        town.tell_applications();
        assert_eq!((old.heard().len(), new.heard().len()), (0, 1));

        let mut yann = town.agent(&town.rochebrune, "yann");
        assert_eq!(yann.get(&change).status.as_u16(), 403);
    });
}

/// The form that sends the last message again.
pub fn sent_again(page: &Page) -> Form {
    let actions = page.attrs("form", "action").into_iter();
    let mut own = actions.filter(|action| action.contains("/envois/"));
    page.form(&own.next().expect("a message to send again"))
}

/// The mails about applications that an agent received.
fn alarms(town: &Town, address: &str) -> usize {
    let mails = town.post.to(address).into_iter();
    mails
        .filter(|mail| mail.text.contains("/agent/administration/webhooks"))
        .count()
}

#[test]
fn those_who_administer_see_what_failed_are_told_of_a_suspension_and_resume() {
    in_towns(|town| {
        let receiver = Receiver::start(town);
        receiver.answers(410);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let page = claire.get("/agent/administration/webhooks/nouveau").shown();
        let form = page
            .form("/nouveau")
            .fill("nom", "Portail")
            .fill("adresse", &receiver.url);
        let made = claire.submit(&form).shown();
        assert!(made.told().contains("whsec_"), "{}", made.told());
        let own = made.attrs("main a", "href").pop().unwrap();
        let form = claire.get(&own).shown().form("/essai");
        let done = claire.post_form(&form).shown();
        assert!(!done.told().contains("whsec_"));
        town.tell_applications();
        town.work();
        let told = claire.get(&own).shown().told();
        assert!(told.contains("Suspendue") && told.contains("410"), "{told}");
        assert_eq!(alarms(town, "claire@rochebrune.example"), 1);
        assert_eq!(alarms(town, "karim@rochebrune.example"), 0);

        receiver.answers(200);
        let form = claire.get(&own).shown().form("/reprendre");
        let _ = claire.post_form(&form).shown();
        let form = sent_again(&claire.get(&own).shown());
        let _ = claire.post_form(&form).shown();
        town.tell_applications();
        assert!(claire.get(&own).shown().told().contains("Reçu"));
        assert_eq!(receiver.heard().len(), 2);

        // Who watches over the data sees it and changes nothing.
        let mut yann = town.agent(&town.rochebrune, "yann");
        let seen = yann.get(&own).shown();
        assert!(seen.find_form("/suspendre").is_none());
        let forged = claire.get(&own).shown().form("/suspendre");
        let token = yann.get("/quitter").form("/quitter");
        let forged = forged.tamper("csrf", token.value("csrf").unwrap());
        assert_eq!(yann.submit(&forged).status.as_u16(), 403);
        let mut karim = town.agent(&town.rochebrune, "karim");
        assert_eq!(karim.get(&own).status.as_u16(), 403);
        town.later(31 * DAY);
    });
}
