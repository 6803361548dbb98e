//! A text to check: a file, or what was pasted. What is right is kept as a draft; what is wrong is told, line by line.

use askama::Template;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_form::Problem;
use parvis_kernel::Ctx;
use parvis_web::{EntriesError, Errors, House, Link, PageError, Visit};

use super::request::{Author, done, path};
use super::words::Wrong;
use super::{LIST, act};
use crate::error::DemarcheError;
use crate::model::Draft;
use crate::store;
use parvis_procedure::{Checked, FILE_BYTES, check};

/// Problems that one page tells: the rest are seen once these are mended.
const TOLD: usize = 30;
/// Bytes of the form: the text twice (pasted and as a file), and what goes around.
const FORM_BYTES: usize = 2 * FILE_BYTES + 100_000;

#[derive(Template)]
#[template(path = "author/upload.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: &'a str,
    back: Link,
    action: String,
    editor: String,
    text: &'a str,
    version: i64,
    errors: Errors,
    wrong: Vec<Wrong>,
    more: usize,
}

impl<'a> Page<'a> {
    /// The page for a new procedure, or for the text of a known one.
    fn of(visit: &'a Visit, slug: Option<&str>) -> Self {
        let (key, back, action) = match slug {
            None => ("author-upload-new", LIST.to_owned(), NEW.to_owned()),
            Some(slug) => ("author-upload-edit", path(slug), text_of(slug)),
        };
        let back_to = match slug {
            None => visit.say("author-list-title"),
            Some(_) => visit.say("author-back-procedure"),
        };
        Self {
            visit,
            title: visit.say(key),
            back: Link::new(back_to, visit.url(&back)),
            action: visit.url(&action),
            editor: slug.map_or_else(String::new, |slug| {
                visit.url(&format!("{}/editeur", path(slug)))
            }),
            text: "",
            version: 0,
            errors: Errors::none(),
            wrong: Vec::new(),
            more: 0,
        }
    }

    fn answer(&self) -> Result<Response, PageError> {
        let status = match self.errors.any() {
            true => StatusCode::UNPROCESSABLE_ENTITY,
            false => StatusCode::OK,
        };
        Ok((status, Html(self.render()?)).into_response())
    }

    /// Tells what is wrong in the text.
    fn wrong(mut self, problems: &[Problem]) -> Result<Response, PageError> {
        let told = problems.iter().take(TOLD);
        let told: Vec<Wrong> = told
            .map(|problem| Wrong::of(self.visit, self.text, problem))
            .collect();
        for (index, wrong) in told.iter().enumerate() {
            let values = [("place", &wrong.place), ("said", &wrong.said)];
            let said = self.visit.say_with("author-problem", &values);
            self.errors.add(format!("probleme-{}", index + 1), said);
        }
        self.more = problems.len().saturating_sub(told.len());
        self.wrong = told;
        self.answer()
    }

    /// Tells one thing about the whole.
    fn refuse(mut self, name: &str, said: String) -> Result<Response, PageError> {
        self.errors.add(name, said);
        self.answer()
    }
}

const NEW: &str = "/agent/nouvelle-demarche";

fn text_of(slug: &str) -> String {
    format!("{}/texte", path(slug))
}

/// What the form brought.
#[derive(Default)]
struct Sent {
    csrf: String,
    version: i64,
    text: Vec<u8>,
}

pub(super) async fn begin(Author(visit): Author) -> Result<Response, PageError> {
    Page::of(&visit, None).answer()
}

/// The draft to correct; what is published when there is none.
pub(super) async fn edit(
    State(house): State<House>,
    Author(visit): Author,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let read = house.store.read(move |tx| {
        act::writes(&ctx, tx)?;
        if let Some(draft) = store::draft(tx, ctx.organisation, &asked)? {
            return Ok::<_, DemarcheError>((draft.version, draft.source));
        }
        let standing = store::standing(tx, ctx.organisation, &asked)?;
        let standing = standing.ok_or(DemarcheError::NotFound)?;
        let published = standing.published.ok_or(DemarcheError::NotFound)?;
        let editions = store::editions(tx, ctx.organisation, standing.procedure)?;
        let current = editions.iter().find(|edition| edition.id == published);
        let number = current.map_or(0, |edition| edition.number);
        let source = store::source(tx, ctx.organisation, standing.procedure, number)?;
        Ok((0, source.ok_or(DemarcheError::NotFound)?))
    });
    let (version, text) = read.await?;
    Page {
        version,
        text: &text,
        ..Page::of(&visit, Some(&slug))
    }
    .answer()
}

pub(super) async fn keep(
    State(house): State<House>,
    Author(visit): Author,
    request: Request,
) -> Result<Response, PageError> {
    received(&house, &visit, None, request).await
}

pub(super) async fn replace(
    State(house): State<House>,
    Author(visit): Author,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, PageError> {
    received(&house, &visit, Some(&slug), request).await
}

async fn received(
    house: &House,
    visit: &Visit,
    slug: Option<&str>,
    request: Request,
) -> Result<Response, PageError> {
    let sent = read(request).await?;
    visit.check_csrf(&sent.csrf)?;
    let Ok(text) = String::from_utf8(sent.text) else {
        let said = visit.say("author-upload-error-text").to_owned();
        return Page::of(visit, slug).refuse("fichier", said);
    };
    // Browsers send two signs at the end of a line: the same text pasted or given as a file is the same text.
    let text = text.replace("\r\n", "\n");
    let page = Page {
        text: &text,
        version: sent.version,
        ..Page::of(visit, slug)
    };
    if text.trim().is_empty() {
        let said = visit.say("author-upload-error-missing").to_owned();
        return page.refuse("fichier", said);
    }
    if text.len() > FILE_BYTES {
        let said = visit.say("author-upload-error-heavy").to_owned();
        let page = Page { text: "", ..page };
        return page.refuse("fichier", said);
    }
    let checked = match check("demarche.yaml", &text) {
        Ok(checked) => checked,
        Err(problems) => return page.wrong(&problems),
    };
    if let Some(slug) = slug.filter(|slug| *slug != checked.file.slug) {
        let values = [("slug", slug), ("other", &checked.file.slug)];
        let said = visit.say_with("author-upload-error-other", &values);
        return page.refuse("texte", said);
    }
    let own = checked.file.slug.clone();
    match kept(house, &visit.ctx, checked, sent.version).await {
        Ok(()) => Ok(done(visit, &path(&own), "brouillon")),
        Err(DemarcheError::DraftChanged { .. }) => taken(house, visit, page, own).await,
        Err(error) => Err(error.into()),
    }
}

async fn kept(house: &House, ctx: &Ctx, checked: Checked, read: i64) -> Result<(), DemarcheError> {
    let ctx = ctx.clone();
    let write = house
        .store
        .write(move |tx| act::keep_draft(&ctx, tx, &checked, read));
    write.await.map(drop)
}

/// Another draft is kept: whose, and since when. Sent again, the text replaces it.
async fn taken(
    house: &House,
    visit: &Visit,
    page: Page<'_>,
    slug: String,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let read = house.store.read(move |tx| {
        let draft = store::draft(tx, ctx.organisation, &slug)?;
        let by = draft.as_ref().and_then(|draft| draft.written_by);
        let by = by.map(|agent| parvis_access::agent::find(tx, ctx.organisation, agent));
        let by = by.transpose()?.map(|agent| agent.full_name());
        Ok::<(Option<Draft>, Option<String>), DemarcheError>((draft, by))
    });
    let (draft, by) = read.await?;
    let Some(draft) = draft else {
        // It was published or thrown away in between: the text begins another.
        let said = visit.say("author-upload-error-gone").to_owned();
        return Page { version: 0, ..page }.refuse("texte", said);
    };
    let by = by.unwrap_or_else(|| visit.say("author-house").to_owned());
    let values = [("name", by), ("date", visit.date_time(draft.written_at))];
    let said = visit.say_with("author-upload-error-taken", &values);
    let page = Page {
        version: draft.version,
        ..page
    };
    page.refuse("texte", said)
}

/// Reads the form; of a text that is too heavy, no more than what shows that it is. The file wins over what is pasted.
async fn read(mut request: Request) -> Result<Sent, PageError> {
    let malformed = |_| PageError::from(EntriesError::Malformed);
    DefaultBodyLimit::max(FORM_BYTES).apply(&mut request);
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|_| EntriesError::Malformed)?;
    let mut sent = Sent::default();
    while let Some(mut part) = parts.next_field().await.map_err(malformed)? {
        let name = part.name().unwrap_or_default().to_owned();
        let mut held = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(malformed)? {
            if held.len() <= FILE_BYTES {
                held.extend_from_slice(&chunk);
            }
        }
        match name.as_str() {
            "csrf" => sent.csrf = String::from_utf8_lossy(&held).into_owned(),
            "version" => sent.version = String::from_utf8_lossy(&held).parse().unwrap_or_default(),
            "fichier" | "texte"
                if !held.is_empty() && (name == "fichier" || sent.text.is_empty()) =>
            {
                sent.text = held;
            }
            _ => {}
        }
    }
    Ok(sent)
}
