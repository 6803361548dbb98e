//! What an application proposes, and the person takes.

use parvis_access::token::Scope;
use serde_json::{Value, json};

use super::application::{Answer, Application, birth};
use crate::town::in_towns;

fn propose(by: &mut Application, key: &str, body: &Value) -> Answer {
    by.json("POST", "/prefills", &[("idempotency-key", key)], body)
}

#[test]
fn what_an_application_proposes_waits_under_a_code_that_the_person_opens_once() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let body = json!({ "procedure": "acte-naissance", "answers": birth(), "days": 2 });
        let told = propose(&mut portal, "a", &body).expect(201);
        let code = told.text("code");
        assert_eq!(code.len(), 14, "{}", told.body);
        let end = format!("/demarches/acte-naissance/commencer?code-prerempli={code}");
        let link = told.text("link");
        assert!(link.starts_with("http") && link.ends_with(&end), "{link}");
        assert_eq!(propose(&mut portal, "a", &body).expect(201).body, told.body);
        let another = propose(&mut portal, "b", &body).expect(201);
        assert_ne!(another.text("code"), code);

        let mut zoe = town.rochebrune.browser();
        let page = zoe.get(&end).shown();
        assert!(
            page.text("main")
                .contains("Portail vous transmet ces réponses"),
            "{}",
            page.text("main")
        );
        let form = page.form("/commencer").fill("connu", "code");
        let begun = zoe.post_form(&form).shown();
        assert!(begun.path.ends_with("/code-de-suivi"), "{}", begun.path);
        assert_eq!(town.rochebrune.browser().get(&end).status.as_u16(), 410);
        // The application holds nothing of the dossier that the person began.
        let number = begun.path.split('/').nth(2).unwrap();
        portal.get(&format!("/dossiers/{number}")).expect(404);
        town.later(2 * 24 * 3600 + 1);
        let over = format!(
            "/demarches/acte-naissance/commencer?code-prerempli={}",
            another.text("code")
        );
        assert_eq!(zoe.get(&over).status.as_u16(), 410);
    });
}

#[test]
fn an_application_is_told_of_each_answer_that_it_may_not_propose() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let body = json!({ "procedure": "acte-naissance", "answers": {
            "copies": { "integer": 400 },
            "document": { "integer": 2 },
            "nothing": { "integer": 2 },
            "link_proof": { "pieces": { "files": [], "other_way": true } },
        } });
        let refused = propose(&mut portal, "a", &body).expect(422);
        assert_eq!(refused.code(), "invalid");
        let mut pointers = refused.pointers();
        pointers.sort();
        assert_eq!(
            pointers,
            ["/answers/document", "/answers/nothing"],
            "{}",
            refused.body
        );
        let body = json!({ "procedure": "acte-naissance", "answers": {
            "copies": { "integer": 400 },
            "link_proof": { "pieces": { "files": [], "other_way": true } },
        } });
        let refused = propose(&mut portal, "a", &body).expect(422);
        assert_eq!(
            refused.pointers(),
            ["/answers/copies", "/answers/link_proof"],
            "{}",
            refused.body
        );
        let long = json!({ "procedure": "acte-naissance", "answers": {}, "days": 31 });
        assert_eq!(
            propose(&mut portal, "a", &long).expect(422).pointers(),
            ["/days"]
        );
        let none = json!({ "procedure": "rien", "answers": {} });
        propose(&mut portal, "a", &none).expect(404);
        let mut reader = town.application_with(&town.rochebrune, |new| {
            new.scopes = vec![Scope::DossiersRead];
        });
        propose(&mut reader, "a", &long).expect(403);
    });
}
