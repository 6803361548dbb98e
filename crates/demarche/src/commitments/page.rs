//! The pages of the promises: the list, and one procedure with what people wrote.

use askama::Template;
use axum::extract::FromRequestParts;
use axum::extract::{Extension, Path, State};
use axum::http::request::Parts;
use axum::response::{Html, Response};
use parvis_web::{AgentVisit, EntriesExt, Form, House, PageError, Visit, done, just_done};
use uuid::Uuid;

use super::act::{Measured, Read, forget_words, one, promised};
use super::{PATH, Told, told};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::measures::FEWEST;
use crate::prose::Said;
use crate::satisfaction::{self, Degree, Month, TOGETHER};

#[derive(Template)]
#[template(path = "commitments/list.html")]
struct List<'a> {
    visit: &'a Visit,
    lines: Vec<Line>,
}

/// A procedure of the list.
struct Line {
    href: String,
    title: Said,
    told: Vec<Told>,
}

impl Line {
    fn of(visit: &Visit, (revision, measured): &Measured) -> Self {
        Self {
            href: visit.url(&format!("{PATH}/{}", revision.slug)),
            title: Said::of(visit, &revision.file.title),
            told: told(visit, &revision.file, *measured),
        }
    }

    /// The share of a promise: nothing when it is not made.
    fn share(&self, visit: &Visit, about: &str) -> String {
        let found = self.told.iter().find(|told| told.about == about);
        let key = match found {
            None => "commitments-not-promised",
            Some(told) => match &told.share {
                Some(share) => return share.clone(),
                None => "commitments-too-few",
            },
        };
        visit.say(key).to_owned()
    }
}

pub(super) async fn list(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    AgentVisit(visit): AgentVisit,
) -> Result<Html<String>, PageError> {
    let ctx = visit.ctx.clone();
    let read = house.store.read(move |tx| promised(&ctx, tx, &catalogue));
    let lines = read.await?;
    let page = List {
        lines: lines.iter().map(|found| Line::of(&visit, found)).collect(),
        visit: &visit,
    };
    Ok(Html(page.render()?))
}

#[derive(Template)]
#[template(path = "commitments/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    notice: Option<&'static str>,
    title: Said,
    /// The page that forgets what somebody wrote; nothing for who may not.
    forget: Option<String>,
    /// Where the public reads the same promises.
    public: String,
    told: Vec<Told>,
    /// What is told of the answers; none when people are not asked.
    answers: Option<Answers>,
}

/// What is told of the answers of people.
struct Answers {
    /// Each degree, and how many gave it: nothing under the fewest that are told.
    degrees: Vec<DegreeSaid>,
    texts: Vec<TextSaid>,
    how: String,
}

struct DegreeSaid {
    label: String,
    people: u32,
    share: String,
}

struct TextSaid {
    id: String,
    degree: String,
    words: String,
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    AgentVisit(visit): AgentVisit,
    Path(slug): Path<String>,
    Done(notice): Done,
) -> Result<Html<String>, PageError> {
    let (ctx, now) = (visit.ctx.clone(), Month::of(visit.ctx.now, visit.zone()));
    let read = house
        .store
        .read(move |tx| one(&ctx, tx, &catalogue, &slug, now));
    let Read {
        measured: (revision, measured),
        told: found,
        may_forget,
    } = read.await?;
    let asked = satisfaction::is_asked(&revision);
    let page = Page {
        notice,
        title: Said::of(&visit, &revision.file.title),
        forget: may_forget.then(|| visit.url(&format!("{PATH}/{}/effacer", revision.slug))),
        public: visit.url(&format!("/demarches/{}", revision.slug)),
        told: told(&visit, &revision.file, measured),
        answers: asked.then(|| Answers::of(&visit, &found)),
        visit: &visit,
    };
    Ok(Html(page.render()?))
}

pub(super) async fn forget(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    AgentVisit(visit): AgentVisit,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (ctx, own) = (visit.ctx.clone(), slug.clone());
    let id = entries.first("texte").parse();
    let id = id.map_err(|_| DemarcheError::NotFound)?;
    let write = house
        .store
        .write(move |tx| forget_words(&ctx, tx, &catalogue, &own, id));
    write.await?;
    Ok(done(&visit, &format!("{PATH}/{slug}"), "texte-efface"))
}

/// What the page just did.
pub(super) struct Done(Option<&'static str>);

impl<S: Send + Sync> FromRequestParts<S> for Done {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        just_done(parts, &[("texte-efface", "commitments-forgotten")]).map(Self)
    }
}

impl Answers {
    fn of(visit: &Visit, found: &satisfaction::Told) -> Self {
        let all: u32 = found.degrees.iter().map(|(_, people)| people).sum();
        let degree = |degree: Degree| {
            let given = found.degrees.iter().find(|(own, _)| *own == degree);
            let people = given.map_or(0, |(_, people)| *people);
            let share = u64::from(people) * 100 / u64::from(all.max(1));
            DegreeSaid {
                label: said(visit, degree),
                people,
                share: visit.say_with("commitments-share", &[("share", share)]),
            }
        };
        let degrees = match all < FEWEST {
            true => Vec::new(),
            false => Degree::ALL.into_iter().map(degree).collect(),
        };
        let text = |(id, answer): &(Uuid, satisfaction::Answer)| TextSaid {
            id: id.to_string(),
            degree: said(visit, answer.degree),
            words: answer.words.clone(),
        };
        Self {
            degrees,
            texts: found.texts.iter().map(text).collect(),
            how: visit.say_with("commitments-how", &[("together", TOGETHER)]),
        }
    }
}

/// A degree in words.
fn said(visit: &Visit, degree: Degree) -> String {
    let key = format!("satisfaction-{}", degree.code());
    visit.say(&key).to_owned()
}
