//! The page that asks for whom the request is.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_kernel::Personal;
use parvis_store::Tx;
use parvis_web::{Choice, Entries, EntriesExt, Errors, House, PageError, Visit, Wording, page};

use super::act::{LONGEST_NAME, NewHelper, NewPeople, keep_people, set_people};
use crate::answer::aside::Aside;
use crate::answer::view_draft;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::follow::{self, PEOPLE};
use crate::model::{Author, Number, People};
use crate::piece;
use crate::request::{DeskOf, again, number_of};
use crate::said::worded;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/dossiers/{number}/pour-qui", get(show).post(send))
}

#[derive(Template)]
#[template(path = "people/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: Wording,
    back: String,
    action: String,
    choices: Vec<Choice>,
    entries: &'a Entries,
    errors: Errors,
    notice: &'a str,
    aside: Aside,
}

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let kept = follow::kept_aside(&house, &visit, &desk, &number, PEOPLE, &headers).await?;
    let typed = Typed {
        notice: kept.as_ref().map(|_| visit.say("people-kept")),
        entries: kept,
        ..Typed::default()
    };
    shown(&house, &visit, desk, number, typed).await
}

/// What was typed, and why it is shown again.
#[derive(Default)]
struct Typed<'a> {
    entries: Option<Entries>,
    errors: Errors,
    notice: Option<&'a str>,
    /// Whether the page must be sent once more, as it was not one that this browser was shown.
    unrecognised: bool,
}

async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
    request: Request,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let headers = request.headers().clone();
    let body = piece::read_body(&house, &visit, None, request).await?;
    if !follow::is_held(&house, &visit, &desk, &number).await? {
        return follow::set_aside(&house, &visit, &number, PEOPLE, body.entries).await;
    }
    let mut typed = Typed::default();
    if !body.recognised {
        typed.notice = Some(visit.say("step-sent-twice"));
        typed.unrecognised = true;
        typed.entries = Some(body.entries);
        return shown(&house, &visit, desk, number, typed).await;
    }
    let people = match read(&visit, &body.entries) {
        Ok(people) => people,
        Err(errors) => {
            let (ctx, own, asked) = (visit.ctx.clone(), desk.clone(), number.clone());
            let kept = body.entries.clone();
            let act = move |tx: &mut Tx<'_>| keep_people(&ctx, tx, &own, &asked, &kept);
            house.store.write(act).await?;
            typed.errors = errors;
            typed.entries = Some(body.entries);
            return shown(&house, &visit, desk, number, typed).await;
        }
    };
    let set = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        let people = people.clone();
        house
            .store
            .write(move |tx| set_people(&ctx, tx, &desk, &number, &people))
    });
    set.await?;
    let next = visit.url(&format!("/dossiers/{number}/taches"));
    let forget = follow::forget_aside(&house, &visit, &headers).await?;
    Ok((forget, Redirect::to(&next)).into_response())
}

async fn shown(
    house: &House,
    visit: &Visit,
    desk: Desk,
    number: Number,
    typed: Typed<'_>,
) -> Result<Response, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), number.clone());
    let viewed = house.store.write(move |tx| {
        let view = view_draft(&ctx, tx, &desk, &asked)?;
        let aside = Aside::of(&ctx, tx, &view.dossier)?;
        Ok::<_, DossierError>((view, aside))
    });
    let (view, aside) = viewed.await?;
    let status = match (typed.unrecognised, typed.errors.any()) {
        (true, _) => StatusCode::FORBIDDEN,
        (false, true) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, false) => StatusCode::OK,
    };
    let entries = typed.entries.or(view.people_typed);
    let entries = entries.unwrap_or_else(|| entries_of(&view.dossier.people));
    let shown = Page {
        visit,
        title: worded(visit, &view.revision.file.title),
        back: visit.url(&format!("/dossiers/{number}/taches")),
        action: visit.url(&format!("/dossiers/{number}/pour-qui")),
        choices: choices(visit, entries.first("pour")),
        entries: &entries,
        errors: typed.errors,
        notice: typed.notice.unwrap_or_default(),
        aside,
    };
    Ok((status, page(&shown)?).into_response())
}

fn choices(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let ways = if visit.ctx.serves_person() {
        [
            ("moi", "people-for-them", "people-for-them-hint"),
            ("aide", "people-for-other", "people-for-other-hint"),
        ]
    } else {
        [
            ("moi", "people-for-me", "people-for-me-hint"),
            ("aide", "people-for-somebody", "people-for-somebody-hint"),
        ]
    };
    let choices = ways.map(|(way, words, hint)| {
        Choice::new(way, visit.say(words))
            .hint(visit.say(hint))
            .checked(way == chosen)
            .revealing()
    });
    choices.to_vec()
}

/// What is known already, as it would be typed.
fn entries_of(people: &People) -> Entries {
    let mut entries = Entries::new();
    let mut put = |name: &str, value: &str| {
        entries.insert(name.to_owned(), vec![value.to_owned()]);
    };
    let family_name = people.beneficiary_family_name.as_str();
    let first_names = people.beneficiary_first_names.as_str();
    match &people.author {
        Author::Unknown => {}
        Author::Beneficiary => {
            put("pour", "moi");
            put("nom", family_name);
            put("prenoms", first_names);
        }
        Author::Helper {
            name, structure, ..
        } => {
            put("pour", "aide");
            put("aidant", name);
            put(
                "structure",
                structure
                    .as_ref()
                    .map_or("", |structure| structure.as_str()),
            );
            put("nom-aide", family_name);
            put("prenoms-aide", first_names);
            put("accord", "oui");
        }
    }
    entries
}

/// Who fills the dossier in, and for whom; or what must be corrected.
fn read(visit: &Visit, entries: &Entries) -> Result<NewPeople, Errors> {
    let mut reader = Reader {
        visit,
        entries,
        errors: Errors::none(),
    };
    let people = match entries.first("pour") {
        "moi" => NewPeople {
            helper: None,
            family_name: reader.name("nom", "people-error-own-family-name"),
            first_names: reader.name("prenoms", "people-error-own-first-names"),
        },
        "aide" => {
            let name = reader.name("aidant", "people-error-helper-name");
            let structure = reader.short("structure");
            let family_name = reader.name("nom-aide", "people-error-family-name");
            let first_names = reader.name("prenoms-aide", "people-error-first-names");
            let agreement = entries.first("accord") == "oui";
            if !agreement {
                reader.refuse("accord", "people-error-agreement");
            }
            let helper = NewHelper {
                name,
                structure,
                agreement,
            };
            NewPeople {
                helper: Some(helper),
                family_name,
                first_names,
            }
        }
        _ => {
            reader.refuse("pour", "people-error-for");
            return Err(reader.errors);
        }
    };
    if reader.errors.any() {
        return Err(reader.errors);
    }
    Ok(people)
}

struct Reader<'a> {
    visit: &'a Visit,
    entries: &'a Entries,
    errors: Errors,
}

impl Reader<'_> {
    fn refuse(&mut self, name: &str, key: &str) {
        self.errors.add(name, self.visit.say(key));
    }

    /// A text that is not too long.
    fn short(&mut self, name: &str) -> Personal<String> {
        let typed = self.entries.first(name);
        if typed.chars().count() > LONGEST_NAME {
            let message = self
                .visit
                .say_with("people-error-long", &[("most", LONGEST_NAME)]);
            self.errors.add(name, message);
        }
        Personal::new(typed.to_owned())
    }

    /// A name that must be there.
    fn name(&mut self, name: &str, key: &str) -> Personal<String> {
        let typed = self.short(name);
        if crate::text::cleaned(&typed).is_empty() {
            self.refuse(name, key);
        }
        typed
    }
}
