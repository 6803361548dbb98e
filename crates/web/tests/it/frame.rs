//! Who visits, forged forms, cookies, languages, protections.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Html;
use axum::routing::{get, post};
use http::{Request, StatusCode};
use parvis_access::session::{self, Token};
use parvis_kernel::{Ctx, Language};
use parvis_web::{EntriesExt, Form, House, PageError, Rule, Visit};

use crate::house::TestHouse;

async fn form(visit: Visit) -> Html<String> {
    Html(visit.csrf().to_owned())
}

async fn sent(_: Visit, Form(entries): Form) -> String {
    assert!(!entries.contains_key("csrf"));
    format!("reçu : {}", entries.first("nom"))
}

async fn plain(visit: Visit) -> String {
    format!(
        "{} {:?} {}",
        visit.language,
        visit.ctx.actor.kind(),
        visit.url("/demarches")
    )
}

async fn limited(
    axum::extract::State(house): axum::extract::State<House>,
    visit: Visit,
) -> Result<&'static str, PageError> {
    const RULE: Rule = Rule {
        name: "code",
        burst: 1,
        every: Duration::from_secs(90),
    };
    visit.limit(&house, &RULE, "a@b.fr")?;
    Ok("fait")
}

fn routes() -> Router<House> {
    Router::new()
        .route("/formulaire", get(form).post(sent))
        .route("/page", get(plain))
        .route("/code", post(limited))
}

#[tokio::test]
async fn a_form_comes_back_to_the_house_that_showed_it() {
    let house = TestHouse::secure(routes());
    let shown = house.get("/formulaire").await;
    let cookie = shown.cookies().remove(0);
    assert!(cookie.starts_with("__Host-parvis="), "{cookie}");
    let body = format!("csrf={}&nom=L%C3%A9a", shown.body);
    let answer = house
        .post("/formulaire", &[("cookie", &cookie)], body)
        .await;
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (StatusCode::OK, "reçu : Léa")
    );
    assert!(answer.cookies().is_empty());
}

#[tokio::test]
async fn a_forged_form_is_refused_on_both_lines() {
    let house = TestHouse::secure(routes());
    let shown = house.get("/formulaire").await;
    let cookie = shown.cookies().remove(0);
    let right = format!("csrf={}", shown.body);
    let without_cookie = house.post("/formulaire", &[], right.clone()).await;
    let wrong_token = house
        .post("/formulaire", &[("cookie", &cookie)], "csrf=0000")
        .await;
    let elsewhere = [
        ("cookie", cookie.as_str()),
        ("sec-fetch-site", "cross-site"),
    ];
    let from_elsewhere = house.post("/formulaire", &elsewhere, right).await;
    for answer in [without_cookie, wrong_token, from_elsewhere] {
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.body.contains("Ce formulaire a expiré"));
    }
}

#[tokio::test]
async fn a_page_without_form_gives_no_cookie() {
    let house = TestHouse::secure(routes());
    assert!(house.get("/page").await.cookies().is_empty());
}

#[tokio::test]
async fn a_session_makes_somebody_known_until_it_ends_and_its_forms_survive_it() {
    let house = TestHouse::secure(routes());
    let token = Token::draw().unwrap();
    let now = "2026-11-22T08:00:00Z".parse().unwrap();
    let ctx = Ctx::house(house.site.organisation.id, now);
    let opened = token.clone();
    let organisation = (*house.site.organisation).clone();
    house
        .house
        .store
        .write(move |tx| -> Result<(), parvis_store::StoreError> {
            parvis_organisation::create(&ctx, tx, &organisation).unwrap();
            session::open(&ctx, tx, &opened).unwrap();
            Ok(())
        })
        .await
        .unwrap();
    let cookie = format!("__Host-parvis={}", token.reveal());
    let ask = |path: &str| {
        house.send(
            Request::get(path)
                .header("cookie", &cookie)
                .body(Body::empty())
                .unwrap(),
        )
    };
    assert!(ask("/page").await.body.contains("usager"));
    let csrf = ask("/formulaire").await.body;
    house.clock.advance(jiff::SignedDuration::from_hours(13));
    assert!(ask("/page").await.body.contains("anonymous"));
    let body = format!("csrf={csrf}&nom=A");
    let answer = house
        .post("/formulaire", &[("cookie", &cookie)], body)
        .await;
    assert_eq!(answer.body, "reçu : A");
}

#[tokio::test]
async fn in_a_demonstration_the_cookie_belongs_to_one_organisation() {
    let house = TestHouse::demonstration(routes());
    let shown = house.get("/formulaire").await;
    let cookie = shown.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("parvis_rochebrune="), "{cookie}");
    assert!(
        cookie.ends_with("; Path=/rochebrune; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    assert!(
        house
            .get("/page")
            .await
            .body
            .ends_with("/rochebrune/demarches")
    );
}

#[tokio::test]
async fn the_language_follows_the_browser_then_the_choice() {
    let house = TestHouse::demonstration(routes());
    let english = Request::get("/page").header("accept-language", "en");
    assert!(
        house
            .send(english.body(Body::empty()).unwrap())
            .await
            .body
            .starts_with("en")
    );
    let switched = house.get("/langue?vers=fr&retour=/page%3Fa%3Db").await;
    assert_eq!(switched.headers["location"], "/rochebrune/page?a=b");
    let request = Request::get("/page").header("accept-language", "en");
    let request = request.header("cookie", switched.cookies().remove(0));
    assert!(
        house
            .send(request.body(Body::empty()).unwrap())
            .await
            .body
            .starts_with("fr")
    );
    let evil = house.get("/langue?vers=en&retour=//evil.example").await;
    assert_eq!(evil.headers["location"], "/rochebrune/");
    assert_eq!(Language::ALL.len(), 2);
}

#[tokio::test]
async fn every_response_is_protected() {
    let house = TestHouse::secure(routes());
    let asset = parvis_web::assets::url("parvis.css");
    for path in [
        "/page",
        "/nothing",
        "/langue?vers=en",
        asset,
        "/assets/nothing",
        "/assets/accent-aabbcc.css",
    ] {
        let answer = house.get(path).await;
        let header = |name: &str| answer.headers[name].to_str().unwrap();
        assert!(
            header("content-security-policy").starts_with("default-src 'none'"),
            "{path}"
        );
        assert!(
            !header("content-security-policy").contains("unsafe"),
            "{path}"
        );
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(
            header("strict-transport-security"),
            "max-age=63072000",
            "{path}"
        );
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        let cached = path.starts_with("/assets/") && answer.status == StatusCode::OK;
        let expected = if cached {
            "public, max-age=31536000, immutable"
        } else {
            "no-store"
        };
        assert_eq!(header("cache-control"), expected, "{path}");
    }
}

#[tokio::test]
async fn the_style_sheet_is_sent_compressed() {
    let house = TestHouse::secure(routes());
    let request =
        Request::get(parvis_web::assets::url("parvis.css")).header("accept-encoding", "gzip, br");
    let answer = house.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.headers["content-encoding"], "br");
    assert_eq!(answer.headers["content-type"], "text/css; charset=utf-8");
}

#[tokio::test]
async fn too_many_tries_are_told_to_wait() {
    let house = TestHouse::secure(routes());
    assert_eq!(house.post("/code", &[], "").await.body, "fait");
    let refused = house.post("/code", &[], "").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.headers["retry-after"], "90");
    assert!(
        refused.body.contains("Attendez 2\u{a0}minutes"),
        "{}",
        refused.body
    );
}

#[tokio::test]
async fn a_damaged_form_is_refused_with_what_to_do() {
    let house = TestHouse::secure(routes());
    let cases: [(&[u8], StatusCode, &str); 4] = [
        (
            b"a=%00",
            StatusCode::UNPROCESSABLE_ENTITY,
            "caractère invisible",
        ),
        (
            b"a=%FF",
            StatusCode::UNPROCESSABLE_ENTITY,
            "caractères illisibles",
        ),
        (b"a=%4", StatusCode::UNPROCESSABLE_ENTITY, "abîmé"),
        (
            &[b'a'; 300_000],
            StatusCode::PAYLOAD_TOO_LARGE,
            "trop volumineux",
        ),
    ];
    for (body, status, text) in cases {
        let answer = house.post("/formulaire", &[], body.to_vec()).await;
        assert_eq!(answer.status, status);
        assert!(answer.body.contains(text), "{text}");
    }
}
