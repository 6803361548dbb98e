//! The page that asks for whom the request is.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_kernel::Personal;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit, page};

use super::act::{LONGEST_NAME, NewHelper, NewPeople, set_people};
use crate::answer::aside::Aside;
use crate::answer::fields::said;
use crate::answer::view_draft;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::{Author, Number, People};
use crate::request::{DeskOf, again, number_of};

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/dossiers/{number}/pour-qui", get(show).post(send))
}

#[derive(Template)]
#[template(path = "people/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: String,
    back: String,
    action: String,
    choices: Vec<Choice>,
    entries: &'a Entries,
    errors: Errors,
    aside: Aside,
}

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    shown(
        &house,
        &visit,
        desk,
        number_of(&number)?,
        None,
        Errors::none(),
    )
    .await
}

async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let people = match read(&visit, &entries) {
        Ok(people) => people,
        Err(errors) => return shown(&house, &visit, desk, number, Some(entries), errors).await,
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
    Ok(Redirect::to(&next).into_response())
}

async fn shown(
    house: &House,
    visit: &Visit,
    desk: Desk,
    number: Number,
    typed: Option<Entries>,
    errors: Errors,
) -> Result<Response, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), number.clone());
    let viewed = house.store.write(move |tx| {
        let view = view_draft(&ctx, tx, &desk, &asked)?;
        let aside = Aside::of(&ctx, tx, &view.dossier)?;
        Ok::<_, DossierError>((view, aside))
    });
    let (view, aside) = viewed.await?;
    let entries = typed.unwrap_or_else(|| entries_of(&view.dossier.people));
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let shown = Page {
        visit,
        title: said(visit, &view.revision.file.title),
        back: visit.url(&format!("/dossiers/{number}/taches")),
        action: visit.url(&format!("/dossiers/{number}/pour-qui")),
        choices: choices(visit, entries.first("pour")),
        entries: &entries,
        errors,
        aside,
    };
    Ok((status, page(&shown)?).into_response())
}

fn choices(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let ways = [
        ("moi", "people-for-me", "people-for-me-hint"),
        ("aide", "people-for-somebody", "people-for-somebody-hint"),
    ];
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
