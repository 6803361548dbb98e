//! A new token, and its secret, shown once.

use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use parvis_access::AccessError;
use parvis_access::token::{self, NewToken, Scope, Secret};
use parvis_kernel::{GroupId, Network};
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::{TOKENS, scope};
use crate::pages::{self, Field, Frame, Part};
use crate::request::{Agent, lines};
use crate::services::{Directory, directory, refuse_reader};

const DAY: u64 = 24 * 3600;
/// Days that a token lives when nobody says otherwise.
const USUAL_DAYS: &str = "180";

pub(super) async fn begin(
    State(house): State<House>,
    Agent(visit): Agent,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let known = directory(&house, &visit.ctx).await?;
    let entries = Entries::from([("jours".to_owned(), vec![USUAL_DAYS.to_owned()])]);
    page(&visit, &known, &entries, &Errors::none())
}

fn page(
    visit: &Visit,
    known: &Directory,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let field = |name: &str, key: &str| Field::new(name, visit.say(key));
    let name = field("nom", "admin-column-name").value(entries.first("nom"));
    let days = field("jours", "admin-token-days").value(entries.first("jours"));
    let networks = field("reseaux", "admin-token-networks").value(entries.first("reseaux"));
    let form = pages::Form {
        frame: Frame::titled(visit.say("admin-token-new")).back(
            visit,
            "admin-section-tokens",
            TOKENS,
        ),
        action: visit.url(&format!("{TOKENS}/nouveau")),
        parts: vec![
            Part::Text(visit.say("admin-token-new-text").to_owned()),
            Part::Input(name.hint(visit.say("admin-token-name-hint")).width("20")),
            Part::Boxes(
                field("droits", "admin-token-may"),
                scopes(visit, entries.all("droits")),
            ),
            Part::Boxes(
                field("groupes", "admin-token-groups")
                    .hint(visit.say("admin-token-groups-hint"))
                    .optional(),
                groups(known, entries.all("groupes")),
            ),
            Part::Area(
                networks
                    .hint(visit.say("admin-token-networks-hint"))
                    .optional(),
            ),
            Part::Input(days.hint(visit.say("admin-token-days-hint")).width("4")),
        ],
        button: visit.say("admin-token-create").to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

fn scopes(visit: &Visit, chosen: &[String]) -> Vec<Choice> {
    let choices = Scope::ALL.map(|own| {
        let checked = chosen.iter().any(|code| code == own.code());
        Choice::new(own.code(), scope(visit, own))
            .hint(own.code())
            .checked(checked)
    });
    choices.to_vec()
}

fn groups(known: &Directory, chosen: &[String]) -> Vec<Choice> {
    let choices = known.open_groups().map(|group| {
        let id = group.id.to_string();
        let checked = chosen.contains(&id);
        Choice::new(id, group.name.clone()).checked(checked)
    });
    choices.collect()
}

pub(super) async fn create(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(entries): Form,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let known = directory(&house, &visit.ctx).await?;
    let new = match asked(&visit, &known, &entries) {
        Ok(new) => new,
        Err(errors) => return page(&visit, &known, &entries, &errors),
    };
    let secret = Secret::draw()?;
    let (ctx, drawn) = (visit.ctx.clone(), secret.clone());
    let made = house
        .store
        .write(move |tx| token::create(&ctx, tx, &new, &drawn));
    match made.await {
        Ok(_) => shown_once(&visit, &secret),
        Err(error) => page(&visit, &known, &entries, &refused(&visit, error)?),
    }
}

/// What the form says. What `access` refuses by itself is said once it did.
fn asked(visit: &Visit, known: &Directory, entries: &Entries) -> Result<NewToken, Errors> {
    let mut errors = Errors::none();
    let scopes = entries.all("droits").iter();
    let scopes: Vec<Scope> = scopes.filter_map(|code| Scope::of_code(code)).collect();
    let chosen = entries.all("groupes");
    let groups: Vec<GroupId> = known
        .open_groups()
        .map(|group| group.id)
        .filter(|id| chosen.contains(&id.to_string()))
        .collect();
    if groups.len() != chosen.len() {
        // A limit that is not understood must never become no limit.
        errors.add("groupes", visit.say("admin-token-error-groups"));
    }
    let networks: Result<Vec<Network>, _> = lines(entries.first("reseaux"))
        .iter()
        .map(|line| line.parse())
        .collect();
    if networks.is_err() {
        errors.add("reseaux", visit.say("admin-token-error-networks"));
    }
    let days: Option<u16> = entries.first("jours").trim().parse().ok();
    if days.is_none() {
        errors.add("jours", visit.say("admin-token-error-days"));
    }
    match (networks, days) {
        (Ok(networks), Some(days)) if !errors.any() => Ok(NewToken {
            name: entries.first("nom").to_owned(),
            scopes,
            procedures: Vec::new(),
            groups,
            networks,
            expires_at: visit.ctx.now + Duration::from_secs(u64::from(days) * DAY),
        }),
        _ => Err(errors),
    }
}

fn refused(visit: &Visit, error: AccessError) -> Result<Errors, PageError> {
    let field = match error {
        AccessError::TokenName { .. } => "nom",
        AccessError::TokenScopes => "droits",
        AccessError::TokenLife => "jours",
        other => return Err(other.into()),
    };
    Ok(pages::refused(visit, field, &error.refusal()?))
}

/// The secret, on a page that nothing leads back to.
fn shown_once(visit: &Visit, secret: &Secret) -> Result<Response, PageError> {
    let words = pages::SecretWords {
        title: "admin-token-secret-title",
        text: "admin-token-secret-text",
        label: "admin-token-secret",
        kept: "admin-token-secret-kept",
    };
    pages::secret_once(visit, &words, secret.reveal(), TOKENS)
}
