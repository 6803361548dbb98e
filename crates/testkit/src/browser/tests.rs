use axum::Router;
use axum::extract::RawForm;
use axum::response::{AppendHeaders, Html, Redirect};
use axum::routing::get;
use http::StatusCode;
use http::header::{COOKIE, SET_COOKIE};

use super::*;

const PAGE: &str = "<!doctype html><html lang=fr><head><title>Page</title><meta name=viewport></head><body><main><h1>Page</h1>\
<form method=post action=/page><input type=hidden name=csrf value=a%b><label for=nom>Nom</label><input id=nom name=nom value=Léa>\
<fieldset><legend>Quand</legend><label for=m>Matin</label><input id=m type=radio name=quand value=matin checked>\
<label for=s>Soir</label><input id=s type=radio name=quand value=soir></fieldset>\
<button>Aller</button><button name=action value=plus>Plus</button></form></main></body></html>";

fn door() -> Door {
    let post = |RawForm(body): RawForm| async move { String::from_utf8_lossy(&body).into_owned() };
    let set = || async {
        (
            AppendHeaders([(SET_COOKIE, "a=1; Path=/")]),
            Redirect::to("/lu"),
        )
    };
    let read = |headers: http::HeaderMap| async move {
        let cookie = headers
            .get(COOKIE)
            .map(|value| value.to_str().unwrap().to_owned());
        cookie.unwrap_or_default()
    };
    let router = Router::new()
        .route("/page", get(|| async { Html(PAGE) }).post(post))
        .route("/pose", get(set))
        .route("/lu", get(read));
    Door::of(router)
}

#[test]
fn a_form_sends_what_the_page_shows_and_what_was_filled_in() {
    let mut browser = door().browser();
    let form = browser.get("/page").shown().form("/page");
    let sent = browser.submit(&form.clone().fill("quand", "soir").press("action", "plus"));
    assert_eq!(
        sent.source(),
        "csrf=a%25b&nom=L%C3%A9a&quand=soir&action=plus"
    );
    assert_eq!(form.value("quand"), Some("matin"));
}

#[test]
#[should_panic(expected = "does not offer")]
fn a_value_that_the_page_does_not_offer_is_not_filled_in() {
    let mut browser = door().browser();
    let _ = browser.get("/page").form("/page").fill("quand", "minuit");
}

#[test]
fn cookies_are_kept_and_redirects_followed() {
    let door = door();
    let mut browser = door.browser();
    assert_eq!(browser.get("/pose").leads_to(), "/lu");
    assert_eq!(browser.open("/pose").source(), "a=1");
    browser.forget();
    assert_eq!(browser.get("/lu").source(), "");
    let statuses: Vec<StatusCode> = door.seen().iter().map(|page| page.status).collect();
    assert_eq!(
        statuses,
        [303, 303, 200, 200].map(|code| StatusCode::from_u16(code).unwrap())
    );
}

#[test]
fn a_right_page_has_no_problem_and_a_wrong_one_says_which() {
    let mut page = door().browser().get("/page");
    assert_eq!(problems_of(&page), Vec::<String>::new());
    page.body = PAGE
        .replace("<label for=s>Soir</label>", "<p id=nom style=a>")
        .into();
    let problems = problems_of(&page);
    for expected in [
        "identifier nom twice",
        "labels of <input",
        "inline script or style",
    ] {
        assert!(
            problems.iter().any(|problem| problem.starts_with(expected)),
            "{problems:?}"
        );
    }
}
