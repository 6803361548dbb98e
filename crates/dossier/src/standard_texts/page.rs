//! The pages of standard texts: those that the agent keeps, a new one, changing one with its versions, deleting one.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_access::agent;
use parvis_kernel::{AgentId, Ctx, GroupId, StandardTextId};
use parvis_store::Tx;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::{Purpose, StandardText, Version, change, delete, keepers, kept, save, versions};
use crate::deletion::{DeletionPage, Words};
use crate::error::DossierError;
use crate::request::AgentVisit;
use crate::text::LONGEST_TEXT;

const TEXTS: &str = "/agent/textes";
/// The keeper of a text of the whole organisation, in a form.
const EVERYBODY: &str = "tous";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/textes", get(list).post(create))
        .route("/agent/textes/nouveau", get(new))
        .route("/agent/textes/{text}", get(show).post(write))
        .route("/agent/textes/{text}/supprimer", get(ask).post(remove))
}

/// The texts that an agent keeps.
#[derive(Template)]
#[template(path = "standard_texts/list.html")]
struct List<'a> {
    visit: &'a Visit,
    own: String,
    done: Option<&'a str>,
    keepers: Vec<(String, Vec<Line>)>,
}

/// A text of the list.
struct Line {
    title: String,
    href: String,
    purpose: String,
    version: i64,
}

/// A text being written.
#[derive(Template)]
#[template(path = "standard_texts/form.html")]
struct Sheet<'a> {
    visit: &'a Visit,
    own: String,
    title: String,
    action: String,
    errors: Errors,
    meanwhile: Option<String>,
    id: StandardTextId,
    version: i64,
    keepers: Vec<Choice>,
    purposes: Vec<Choice>,
    called: String,
    body: String,
    most: usize,
    versions: Vec<(String, Version)>,
    delete: Option<String>,
}

/// What the pages need beside the texts: for whom the agent keeps them, by name, and how the agent is called.
struct Around {
    own: String,
    keepers: Vec<(Option<GroupId>, String)>,
}

fn around(ctx: &Ctx, tx: &mut Tx<'_>, everybody: &str) -> Result<Around, DossierError> {
    let mut named = Vec::new();
    for keeper in keepers(ctx, tx)? {
        let name = match keeper {
            Some(group) => parvis_organisation::group(tx, ctx.organisation, group)?.name,
            None => everybody.to_owned(),
        };
        named.push((keeper, name));
    }
    let own = ctx.actor.agent().ok_or(DossierError::NotFound)?;
    Ok(Around {
        own: agent::find(tx, ctx.organisation, own)?.full_name(),
        keepers: named,
    })
}

async fn list(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Html<String>, PageError> {
    let (ctx, everybody) = (visit.ctx.clone(), everybody(&visit));
    let reading = house.store.read(move |tx| {
        let around = around(&ctx, tx, &everybody)?;
        Ok::<_, DossierError>((around, kept(&ctx, tx)?))
    });
    let (around, texts) = reading.await?;
    let line = |text: &StandardText| Line {
        title: text.title.clone(),
        href: visit.url(&format!("{TEXTS}/{}", text.id)),
        purpose: purpose(&visit, text.purpose),
        version: text.version,
    };
    let of = |(keeper, name): &(Option<GroupId>, String)| {
        let own = texts.iter().filter(|text| text.group == *keeper);
        (name.clone(), own.map(line).collect())
    };
    let done = match parameters.get("fait").map(String::as_str) {
        Some("garde") => Some(visit.say("texts-done-kept")),
        Some("supprime") => Some(visit.say("texts-done-deleted")),
        _ => None,
    };
    let page = List {
        visit: &visit,
        done,
        keepers: around.keepers.iter().map(of).collect(),
        own: around.own,
    };
    Ok(Html(page.render()?))
}

async fn new(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
) -> Result<Response, PageError> {
    let typed = Typed::default();
    sheet(&house, &visit, typed, true, Errors::none(), None).await
}

/// What was typed, before anything of it is accepted.
#[derive(Debug, Clone, Default)]
struct Typed {
    id: StandardTextId,
    keeper: String,
    purpose: String,
    title: String,
    body: String,
    version: i64,
}

impl Typed {
    fn of(entries: &Entries) -> Self {
        let text = |name: &str| entries.first(name).to_owned();
        Self {
            id: entries.first("id").parse().unwrap_or_default(),
            keeper: text("pour"),
            purpose: text("ou"),
            title: text("titre"),
            body: text("texte"),
            version: entries.first("version").parse().unwrap_or_default(),
        }
    }

    fn written(text: &StandardText) -> Self {
        Self {
            id: text.id,
            keeper: keeper_code(text.group),
            purpose: text.purpose.code().to_owned(),
            title: text.title.clone(),
            body: text.body.clone(),
            version: text.version,
        }
    }

    /// The text, or what must be said first.
    fn text(&self, visit: &Visit) -> Result<StandardText, Errors> {
        let mut errors = Errors::none();
        let group = match self.keeper.as_str() {
            EVERYBODY => Some(None),
            group => group.parse().ok().map(Some),
        };
        if group.is_none() {
            errors.add("pour", visit.say("texts-error-keeper"));
        }
        let purpose = Purpose::of_code(&self.purpose);
        if purpose.is_none() {
            errors.add("ou", visit.say("texts-error-purpose"));
        }
        match (group, purpose) {
            (Some(group), Some(purpose)) => Ok(StandardText {
                id: self.id,
                group,
                purpose,
                title: self.title.clone(),
                body: self.body.clone(),
                version: self.version,
            }),
            _ => Err(errors),
        }
    }
}

fn keeper_code(group: Option<GroupId>) -> String {
    group.map_or_else(|| EVERYBODY.to_owned(), |group| group.to_string())
}

async fn create(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let typed = Typed::of(&entries);
    let wanted = match typed.text(&visit) {
        Ok(wanted) => wanted,
        Err(errors) => return sheet(&house, &visit, typed, true, errors, None).await,
    };
    let ctx = visit.ctx.clone();
    let acting = house.store.write(move |tx| save(&ctx, tx, &wanted));
    match acting.await {
        Ok(()) => Ok(done(&visit, "garde")),
        Err(error) => {
            let errors = refused(&visit, error)?;
            sheet(&house, &visit, typed, true, errors, None).await
        }
    }
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(text): Path<String>,
) -> Result<Response, PageError> {
    let id = id_of(&text)?;
    let ctx = visit.ctx.clone();
    let (text, _) = house.store.read(move |tx| versions(&ctx, tx, id)).await?;
    let typed = Typed::written(&text);
    sheet(&house, &visit, typed, false, Errors::none(), None).await
}

async fn write(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(text): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let id = id_of(&text)?;
    let ctx = visit.ctx.clone();
    let (known, _) = house.store.read(move |tx| versions(&ctx, tx, id)).await?;
    let mut typed = Typed {
        id,
        keeper: keeper_code(known.group),
        ..Typed::of(&entries)
    };
    let wanted = match typed.text(&visit) {
        Ok(wanted) => wanted,
        Err(errors) => return sheet(&house, &visit, typed, false, errors, None).await,
    };
    let ctx = visit.ctx.clone();
    let acting = house.store.write(move |tx| change(&ctx, tx, &wanted));
    match acting.await {
        Ok(()) => Ok(done(&visit, "garde")),
        Err(DossierError::ChangedMeanwhile { .. }) => {
            // What was typed is kept in the form; saving it again replaces what the colleague wrote, knowingly.
            typed.version = known.version;
            let none = Errors::none();
            sheet(&house, &visit, typed, false, none, Some(())).await
        }
        Err(error) => {
            let errors = refused(&visit, error)?;
            sheet(&house, &visit, typed, false, errors, None).await
        }
    }
}

/// What the act refuses of what was typed; anything else is no matter of the form.
fn refused(visit: &Visit, error: DossierError) -> Result<Errors, PageError> {
    let mut errors = Errors::none();
    match error {
        DossierError::NameNeeded => errors.add("titre", visit.say("texts-error-name")),
        DossierError::Text { most } => {
            errors.add(
                "texte",
                visit.say_with("texts-error-body", &[("most", most)]),
            );
        }
        DossierError::UnknownWord(word) => {
            errors.add(
                "texte",
                visit.say_with("texts-error-word", &[("word", word)]),
            );
        }
        DossierError::TooManyTexts { most } => {
            errors.add(
                "titre",
                visit.say_with("texts-error-many", &[("most", most)]),
            );
        }
        error => return Err(error.into()),
    }
    Ok(errors)
}

async fn ask(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(text): Path<String>,
) -> Result<Html<String>, PageError> {
    let id = id_of(&text)?;
    let (ctx, everybody) = (visit.ctx.clone(), everybody(&visit));
    let reading = house.store.read(move |tx| {
        let (text, _) = versions(&ctx, tx, id)?;
        Ok::<_, DossierError>((text, around(&ctx, tx, &everybody)?))
    });
    let (text, around) = reading.await?;
    let page = DeletionPage {
        words: Words {
            back: "texts-title",
            text: "texts-delete-text",
            confirm: "texts-delete-confirm",
        },
        title: visit.say_with("texts-delete-title", &[("title", text.title.as_str())]),
        action: visit.url(&format!("{TEXTS}/{id}/supprimer")),
        back: visit.url(&format!("{TEXTS}/{id}")),
        own: around.own,
        visit: &visit,
    };
    Ok(Html(page.render()?))
}

async fn remove(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(text): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id = id_of(&text)?;
    let ctx = visit.ctx.clone();
    house.store.write(move |tx| delete(&ctx, tx, id)).await?;
    Ok(done(&visit, "supprime"))
}

fn done(visit: &Visit, what: &str) -> Response {
    Redirect::to(&visit.url(&format!("{TEXTS}?fait={what}"))).into_response()
}

fn id_of(text: &str) -> Result<StandardTextId, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

fn everybody(visit: &Visit) -> String {
    visit.say("texts-of-organisation").to_owned()
}

fn purpose(visit: &Visit, purpose: Purpose) -> String {
    let key = format!("texts-purpose-{}", purpose.code());
    visit.say(&key).to_owned()
}

/// The names of the agents who wrote the versions.
fn writers(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    versions: &[Version],
) -> Result<HashMap<AgentId, String>, DossierError> {
    let mut names = HashMap::new();
    for version in versions {
        match agent::find(tx, ctx.organisation, version.agent) {
            Ok(agent) => drop(names.insert(version.agent, agent.full_name())),
            Err(parvis_access::AccessError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(names)
}

async fn sheet(
    house: &House,
    visit: &Visit,
    typed: Typed,
    is_new: bool,
    errors: Errors,
    meanwhile: Option<()>,
) -> Result<Response, PageError> {
    let (ctx, everybody, id) = (visit.ctx.clone(), everybody(visit), typed.id);
    let reading = house.store.read(move |tx| {
        let versions = match is_new {
            true => Vec::new(),
            false => versions(&ctx, tx, id)?.1,
        };
        let names = writers(&ctx, tx, &versions)?;
        Ok::<_, DossierError>((around(&ctx, tx, &everybody)?, versions, names))
    });
    let (around, versions, names) = reading.await?;
    let name = |agent: AgentId| {
        let known = names.get(&agent).cloned();
        known.unwrap_or_else(|| visit.say("queue-somebody").to_owned())
    };
    let meanwhile = meanwhile.and(versions.first()).map(|latest| {
        let who = [("who", name(latest.agent))];
        visit.say_with("texts-changed-meanwhile", &who)
    });
    let status = match (errors.any(), &meanwhile) {
        (true, _) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, Some(_)) => StatusCode::CONFLICT,
        (false, None) => StatusCode::OK,
    };
    let keeper = |(group, name): &(Option<GroupId>, String)| {
        let code = keeper_code(*group);
        let is_only = around.keepers.len() == 1;
        let chosen = typed.keeper == code || is_only;
        Choice::new(code, name.as_str()).checked(chosen)
    };
    let purpose = |own: Purpose| {
        Choice::new(own.code(), purpose(visit, own)).checked(typed.purpose == own.code())
    };
    let version = |version: Version| {
        let said = [
            ("number", version.number.to_string()),
            ("who", name(version.agent)),
            ("at", visit.date_time(version.at)),
        ];
        (visit.say_with("texts-version", &said), version)
    };
    let path = format!("{TEXTS}/{id}");
    let page = Sheet {
        title: match versions.first() {
            None => visit.say("texts-new").to_owned(),
            Some(latest) => visit.say_with("texts-change", &[("title", latest.title.as_str())]),
        },
        action: visit.url(if is_new { TEXTS } else { &path }),
        errors,
        meanwhile,
        id,
        version: typed.version,
        keepers: match is_new {
            true => around.keepers.iter().map(keeper).collect(),
            false => Vec::new(),
        },
        purposes: Purpose::ALL.into_iter().map(purpose).collect(),
        called: typed.title.clone(),
        body: typed.body.clone(),
        most: LONGEST_TEXT,
        versions: versions.into_iter().map(version).collect(),
        delete: (!is_new).then(|| visit.url(&format!("{path}/supprimer"))),
        own: around.own.clone(),
        visit,
    };
    Ok((status, Html(page.render()?)).into_response())
}
