//! Who is refused, and how each error is told.

use http::StatusCode;
use parvis_access::token::{self, Scope};
use parvis_dossier::model::Number;
use parvis_kernel::Ctx;
use serde_json::json;

use super::Application;
use super::application::{Answer, birth};
use crate::enumeration::table::machines;
use crate::town::{Known, Town, in_one_town, in_towns};

impl Town {
    /// Gives an application whose token ended a later end: tests that let years pass.
    pub fn renew(&self, application: &Application) {
        const RENEW: parvis_store::Sql =
            parvis_store::Sql("UPDATE tokens SET expires_at = $2 WHERE id = $1");
        let (id, end) = (
            application.id,
            self.house.clock.now() + std::time::Duration::from_secs(3600),
        );
        let done = self
            .house
            .store
            .write_blocking(move |tx| tx.execute(RENEW, &[id.into(), end.into()]));
        assert_eq!(done.unwrap(), 1);
    }
}

fn path(template: &str, number: &str) -> String {
    let id = uuid::Uuid::now_v7().to_string();
    let path = template.strip_prefix("/api/v1").unwrap();
    path.replace("{slug}", "acte-naissance")
        .replace("{number}", number)
        .replace("{piece}", &id)
        .replace("{upload}", &id)
        .replace("{webhook}", &id)
        .replace("{delivery}", &id)
        .replace("{revision}", &id)
}

/// Calls a route as its method and its path ask.
fn call(by: &mut Application, method: &str, template: &str, number: &str) -> Answer {
    let mut path = path(template, number);
    let mut headers = vec![
        ("idempotency-key", "k"),
        ("upload-length", "10"),
        ("upload-offset", "0"),
    ];
    let body = match (method, template.rsplit('/').next().unwrap()) {
        ("POST", "dossiers") => json!({ "procedure": "acte-naissance" }),
        ("POST", "prefills") => json!({ "procedure": "acte-naissance", "answers": {} }),
        ("POST", "deposit") => json!({ "declared": true }),
        ("POST", "messages") => json!({ "text": "Bonjour" }),
        ("PUT", "people") => json!({ "beneficiary": { "family_name": "A", "first_names": "B" } }),
        ("PATCH", "answers") => birth(),
        ("POST", "webhooks") => json!({ "name": "A", "url": "https://exemple.fr/" }),
        ("POST", "replay") => json!({ "since": "2026-11-01T00:00:00Z" }),
        _ => json!({}),
    };
    if template.ends_with("{upload}") {
        headers.push(("content-type", "application/offset+octet-stream"));
        return by.send(method, &path, &headers, "x");
    }
    if method == "POST" && (template.ends_with("/pieces") || template.ends_with("/uploads")) {
        path = format!("{path}?field=link_proof&name=a.png");
        return by.send(method, &path, &headers, crate::town::PNG);
    }
    by.json(method, &path, &headers, &body)
}

/// Each problem is one of RFC 9457.
fn is_problem(answer: &Answer, head: bool) -> bool {
    let media = answer.header("content-type") == "application/problem+json";
    let status = answer.body["status"] == answer.status.as_u16();
    media && (head || status && answer.text("type").starts_with("urn:parvis:problem:"))
}

#[test]
fn without_a_token_every_route_answers_401_and_a_cookie_changes_nothing() {
    in_towns(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let (zoe, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let mut nobody = Application::with(
            &town.rochebrune,
            parvis_kernel::TokenId::new(),
            "parvis_0".to_owned(),
        );
        let cookie = format!("__Host-parvis={}", zoe.cookie("__Host-parvis").unwrap());
        for (method, template) in machines() {
            let answer = call(&mut nobody, method, template, &number);
            assert_eq!(
                answer.status,
                StatusCode::UNAUTHORIZED,
                "{method} {template}"
            );
            assert!(
                is_problem(&answer, method == "HEAD"),
                "{method} {template}: {answer:?}"
            );
            assert!(answer.header("www-authenticate").starts_with("Bearer"));
            assert!(answer.header("set-cookie").is_empty());
            town.later(60);
        }
        let with_cookie = nobody.send(
            "GET",
            &format!("/dossiers/{number}"),
            &[("cookie", &cookie)],
            "",
        );
        assert_eq!(with_cookie.expect(401).code(), "token-unknown");
    });
}

#[test]
fn a_token_without_the_scope_is_refused_on_every_route_and_leaves_a_trace() {
    in_towns(|town| {
        let mut whole = town.application(&town.rochebrune);
        let number = whole.deposited();
        for (method, template) in machines() {
            let needed = scope_of(method, template);
            let others: Vec<Scope> = Scope::ALL
                .into_iter()
                .filter(|scope| *scope != needed)
                .collect();
            let mut weak = town.application_with(&town.rochebrune, |new| new.scopes = others);
            let mut answer = None;
            let verbs = town.traced(|| answer = Some(call(&mut weak, method, template, &number)));
            let answer = answer.unwrap();
            assert_eq!(
                answer.status,
                StatusCode::FORBIDDEN,
                "{method} {template}: {}",
                answer.body
            );
            if method != "HEAD" {
                assert_eq!(answer.code(), "scope", "{method} {template}");
            }
            assert_eq!(verbs, ["token.refused"], "{method} {template}");
        }
    });
}

fn scope_of(method: &str, template: &str) -> Scope {
    if template.contains("/webhooks") {
        return Scope::WebhooksManage;
    }
    if template.contains("/procedures") {
        return Scope::ProceduresRead;
    }
    if template.ends_with("/decision") {
        return Scope::DecisionsRead;
    }
    match (method, template.rsplit('/').next().unwrap()) {
        (_, "validation" | "{upload}") => Scope::DossiersWrite,
        ("GET", _) => Scope::DossiersRead,
        ("POST", "messages") => Scope::MessagesWrite,
        _ => Scope::DossiersWrite,
    }
}

#[test]
fn nothing_of_another_organisation_is_reached() {
    in_towns(|town| {
        let mut own = town.application(&town.rochebrune);
        let number = own.deposited();
        // Its token is unknown there.
        let mut there = Application::with(&town.valmont, own.id, own.secret.clone());
        assert_eq!(
            there.get(&format!("/dossiers/{number}")).expect(401).code(),
            "token-unknown"
        );
        // A token of there sees no difference between a dossier of here and none.
        let mut valmont = town.application(&town.valmont);
        let unknown = Number::draw().to_string();
        for (method, template) in machines().filter(|(_, template)| template.contains("{number}")) {
            let foreign = call(&mut valmont, method, template, &number);
            let missing = call(&mut valmont, method, template, &unknown);
            assert_eq!(
                foreign.status.as_u16(),
                404,
                "{method} {template}: {}",
                foreign.body
            );
            assert_eq!(
                (foreign.status, foreign.body),
                (missing.status, missing.body),
                "{method} {template}"
            );
        }
        assert_eq!(
            valmont.get("/dossiers").expect(200).body["items"],
            json!([])
        );
    });
}

#[test]
fn an_application_fills_only_what_it_began_and_sees_only_its_limits() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let (draft, deposited) = (portal.begin("acte-naissance"), portal.deposited());
        let mut other = town.application(&town.rochebrune);
        other.get(&format!("/dossiers/{deposited}")).expect(200);
        other.get(&format!("/dossiers/{draft}")).expect(404);
        let body = json!({ "text": "Bonjour" });
        let written = other.json(
            "POST",
            &format!("/dossiers/{deposited}/messages"),
            &[("idempotency-key", "k")],
            &body,
        );
        assert_eq!(written.expect(403).code(), "forbidden");
        other
            .json(
                "PATCH",
                &format!("/dossiers/{deposited}/answers"),
                &[],
                &birth(),
            )
            .expect(403);

        let procedure = portal.get("/procedures/ecole-cantine").expect(200);
        let (house, organisation) = (&town.house, town.rochebrune.organisation.id);
        let revision = procedure.text("revision").parse().unwrap();
        let catalogue = parvis_demarche::Catalogue::new();
        let school = house
            .store
            .read_blocking(move |tx| catalogue.revision(tx, organisation, revision))
            .unwrap();
        let mut limited = town.application_with(&town.rochebrune, |new| {
            new.procedures = vec![school.procedure]
        });
        limited.get(&format!("/dossiers/{deposited}")).expect(404);
        assert_eq!(
            limited.get("/dossiers").expect(200).body["items"],
            json!([])
        );
        assert_eq!(
            limited.get("/procedures").expect(200).body["items"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
        limited.get("/procedures/acte-naissance").expect(404);
        let body = json!({ "procedure": "acte-naissance" });
        limited
            .json("POST", "/dossiers", &[("idempotency-key", "k")], &body)
            .expect(404);
        limited.begin("ecole-cantine");
        let group = school.group;
        let mut limited = town.application_with(&town.rochebrune, |new| new.groups = vec![group]);
        limited.get(&format!("/dossiers/{deposited}")).expect(404);
        limited
            .json("POST", "/dossiers", &[("idempotency-key", "k")], &body)
            .expect(404);
        limited.begin("ecole-cantine");
    });
}

#[test]
fn a_token_that_ended_or_comes_from_elsewhere_is_refused_and_traced() {
    in_towns(|town| {
        let near = |network: &str| {
            let network = network.parse().unwrap();
            town.application_with(&town.rochebrune, |new| new.networks = vec![network])
        };
        near("127.0.0.0/8").get("/procedures").expect(200);
        let mut away = near("192.0.2.0/24");
        let mut answer = None;
        let verbs = town.traced(|| answer = Some(away.get("/procedures")));
        assert_eq!(answer.unwrap().expect(403).code(), "network");
        assert_eq!(verbs, ["token.refused"]);
        // The house is behind a proxy that it trusts.
        away.send(
            "GET",
            "/procedures",
            &[("x-forwarded-for", "192.0.2.7")],
            "",
        )
        .expect(200);

        let mut revoked = town.application(&town.rochebrune);
        let ctx = Ctx::house(town.rochebrune.organisation.id, town.house.clock.now());
        let id = revoked.id;
        town.house
            .store
            .write_blocking(move |tx| token::revoke(&ctx, tx, id))
            .unwrap();
        assert_eq!(
            revoked.get("/procedures").expect(401).code(),
            "token-revoked"
        );
        let mut old = town.application(&town.rochebrune);
        town.later(31 * 24 * 3600);
        assert_eq!(old.get("/procedures").expect(401).code(), "token-expired");
    });
}

#[test]
fn each_error_is_a_problem_in_the_language_asked() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.begin("acte-naissance");
        let answers = format!("/dossiers/{number}/answers");
        let json_type = ("content-type", "application/json");
        let too_large = format!("{{\"a\":\"{}\"}}", "x".repeat(300_000));
        let key = ("idempotency-key", "k");
        let cases: Vec<(u16, &str, Answer)> = vec![
            (404, "not-found", portal.get("/nothing")),
            (404, "not-found", portal.get("/dossiers/nothing")),
            (405, "method", portal.send("DELETE", "/dossiers", &[], "")),
            (
                400,
                "malformed",
                portal.send("PATCH", &answers, &[json_type], "{"),
            ),
            (
                415,
                "media-type",
                portal.send("PATCH", &answers, &[("content-type", "text/plain")], "{}"),
            ),
            (
                413,
                "too-large",
                portal.send("PATCH", &answers, &[json_type], too_large),
            ),
            (
                422,
                "invalid",
                portal.send("PATCH", &answers, &[json_type], "[]"),
            ),
            (
                412,
                "changed",
                portal.send(
                    "PATCH",
                    &answers,
                    &[json_type, ("if-match", "\"99\"")],
                    "{}",
                ),
            ),
            (400, "bad-request", portal.get("/dossiers?after=x")),
            (400, "bad-request", portal.get("/dossiers?limit=0")),
            (400, "bad-request", portal.get("/dossiers?limit=x")),
            (
                409,
                "people-unknown",
                portal.json(
                    "POST",
                    &format!("/dossiers/{number}/deposit"),
                    &[key],
                    &json!({ "declared": true }),
                ),
            ),
            (
                422,
                "invalid",
                portal.json(
                    "POST",
                    &format!("/dossiers/{number}/deposit"),
                    &[key],
                    &json!({ "declared": false }),
                ),
            ),
            (
                409,
                "not-now",
                portal.json(
                    "POST",
                    &format!("/dossiers/{number}/messages"),
                    &[key],
                    &json!({ "text": "a" }),
                ),
            ),
            (
                422,
                "invalid",
                portal.json(
                    "POST",
                    "/dossiers",
                    &[key],
                    &json!({ "procedure": "acte-naissance", "email": "non" }),
                ),
            ),
            (
                422,
                "identity-needed",
                portal.json(
                    "POST",
                    "/dossiers",
                    &[key],
                    &json!({ "procedure": "acte-naissance", "anonymous": true }),
                ),
            ),
        ];
        for (status, code, answer) in cases {
            assert!(is_problem(&answer, false), "{answer:?}");
            assert_eq!(
                (answer.status.as_u16(), answer.code().as_str()),
                (status, code),
                "{}",
                answer.body
            );
            assert!(answer.header("ratelimit").contains("r="), "{answer:?}");
            assert!(answer.header("ratelimit-policy").contains("q=600"));
        }
        let allow = portal.send("DELETE", "/dossiers", &[], "");
        assert!(allow.header("allow").contains("GET"), "{allow:?}");
        let english = portal.send("GET", "/nothing", &[("accept-language", "en")], "");
        assert_eq!(english.text("title"), "Not found");
        assert_eq!(portal.get("/nothing").text("title"), "Introuvable");
        let people = json!({ "beneficiary": { "family_name": " ", "first_names": "Zoé" }, "helper": { "name": "", "agreement": false } });
        let refused = portal
            .json("PUT", &format!("/dossiers/{number}/people"), &[], &people)
            .expect(422);
        assert_eq!(
            refused.pointers(),
            [
                "/beneficiary/family_name",
                "/helper/name",
                "/helper/agreement"
            ]
        );
    });
}

#[test]
fn too_many_calls_are_told_how_long_to_wait() {
    in_one_town(|town| {
        let mut portal = town.application(&town.rochebrune);
        let first = portal.get("/procedures").expect(200);
        assert_eq!(first.header("ratelimit-policy"), "\"api\";q=600;w=60");
        assert_eq!(first.header("ratelimit"), "\"api\";r=599;t=1");
        let refused = (0..600)
            .map(|_| portal.get("/nothing"))
            .find(|answer| answer.status == 429);
        let refused = refused.expect("a limit");
        assert_eq!(refused.code(), "too-many");
        assert_eq!(refused.header("retry-after"), "1");
        assert!(refused.header("ratelimit").contains("r=0"));
        town.later(60);
        portal.get("/procedures").expect(200);
        let mut nobody = Application::with(
            &town.rochebrune,
            parvis_kernel::TokenId::new(),
            "wrong".to_owned(),
        );
        let refused = (0..100)
            .map(|_| nobody.get("/procedures"))
            .find(|answer| answer.status == 429);
        assert!(!refused.expect("a limit").header("retry-after").is_empty());
    });
}
