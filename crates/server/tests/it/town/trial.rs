//! The trial of Rochebrune: opened by the press of an author, stood before as before any organisation.

use axum::body::{Body, to_bytes};
use http::header::{CONTENT_TYPE, LOCATION};
use http::{HeaderValue, Request, Response, Uri};
use parvis_organisation::Organisation;
use parvis_server::Front;
use parvis_testkit::{Browser, Door};

use super::{Place, Town};

/// Where the trial hangs.
const BASE: &str = "/essai";
/// The session of a trial.
pub const SESSION: &str = "__Host-parvis_essai";
/// What a browser carries that was let in.
pub const PASS: &str = "__Host-parvis_essai_entree";

impl Town {
    /// Puts what is published of a procedure on trial; the browser of who did, on the side of the organisation itself.
    pub fn on_trial(&self, slug: &str) -> Browser {
        let mut karim = self.agent(&self.rochebrune, "karim");
        let page = karim.get(&format!("/agent/demarches/{slug}")).shown();
        let done = karim.post_form(&page.form("/essayer"));
        assert!(done.shown().told().contains("La démarche est à l’essai"));
        karim
    }

    /// The trial of Rochebrune, among the organisations that the house serves.
    pub fn twin(&self) -> Organisation {
        let twin = self
            .house
            .directory
            .trial_of(self.rochebrune.organisation.id);
        (*twin.expect("a trial")).clone()
    }

    /// The same as a place: its paths are those of any organisation, its browsers were let in.
    pub fn trial(&self) -> Place {
        let organisation = self.twin();
        let front = self.front.clone();
        let door = Door::of(tower::service_fn(move |request| {
            let front = front.clone();
            async move { Ok(below(front, request).await) }
        }));
        let door = door.saying("x-forwarded-proto", "https");
        let door = door.saying("host", "rochebrune.example");
        let pass = parvis_web::trial::pass(self.house.store.vault(), &organisation);
        Place {
            organisation,
            door,
            agents: Vec::new(),
            kept: vec![(PASS.to_owned(), pass)],
        }
    }

    /// The browser of an author in the trial, where they went with one press.
    pub fn agent_of(&self, trial: &Place, author: &mut Browser) -> Browser {
        let page = author.get("/agent/essai").shown();
        let form = page.form("/essai/traiter").press("vers", "/agent");
        assert_eq!(author.submit(&form).leads_to(), "/essai/agent");
        let mut there = trial.browser();
        there.keep(SESSION, author.cookie(SESSION).expect("a session there"));
        let _ = there.get("/agent").shown();
        there
    }
}

/// Asks below the trial, and answers as if it hung at the root.
async fn below(front: Front, mut request: Request<Body>) -> Response<Body> {
    let path = request.uri().path_and_query().unwrap().as_str().to_owned();
    *request.uri_mut() = format!("{BASE}{path}").parse::<Uri>().unwrap();
    let response = front.answer(request).await;
    let (mut parts, body) = response.into_parts();
    if let Some(to) = parts.headers.get(LOCATION) {
        let to = to.to_str().unwrap();
        let to = to.strip_prefix(BASE).unwrap_or(to).to_owned();
        parts
            .headers
            .insert(LOCATION, HeaderValue::from_str(&to).unwrap());
    }
    let media = parts.headers.get(CONTENT_TYPE);
    if !media.is_some_and(|media| media.as_bytes().starts_with(b"text/html")) {
        return Response::from_parts(parts, body);
    }
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    let page = String::from_utf8(bytes.to_vec()).unwrap();
    let page = page.replace(&format!("\"{BASE}/"), "\"/");
    Response::from_parts(parts, Body::from(page))
}
