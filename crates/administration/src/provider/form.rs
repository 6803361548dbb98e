//! The form that declares a provider, or changes it.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use parvis_identity::{
    Addresses, Identity, IdentityError, LONGEST_LABEL, Matching, Provider, SecondFactor, Settings,
};
use parvis_kernel::Personal;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::{PROVIDER, addresses, factor, found, matching, refused, returns};
use crate::pages::{self, Field, Frame, Part};
use crate::request::{Agent, done, lines};
use crate::services::refuse_reader;

/// What most providers know.
const USUAL_SCOPES: &str = "email profile";

pub(super) async fn begin(
    State(house): State<House>,
    Agent(visit): Agent,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let known = found(&house, &visit).await?;
    let entries = typed(known.as_ref());
    page(&house, &visit, known.is_some(), &entries, &Errors::none())
}

/// The entries that say what stands now. The secret is never shown again.
fn typed(known: Option<&Provider>) -> Entries {
    let text = |read: fn(&Settings) -> String| known.map(|own| read(&own.settings));
    let scopes = text(|own| own.scopes.join(" "));
    let pairs = [
        ("emetteur", text(|own| own.issuer.clone())),
        ("client", text(|own| own.client_id.clone())),
        ("bouton", text(|own| own.label.clone())),
        (
            "etendues",
            Some(scopes.unwrap_or_else(|| USUAL_SCOPES.to_owned())),
        ),
        ("niveaux", text(|own| own.acr.join(" "))),
        ("domaines", text(|own| own.domains.join("\n"))),
        (
            "adresses",
            Some(
                text(|own| own.addresses.code().to_owned())
                    .unwrap_or_else(|| Addresses::SaidVerified.code().to_owned()),
            ),
        ),
        (
            "reconnaissance",
            Some(
                text(|own| own.matching.code().to_owned())
                    .unwrap_or_else(|| Matching::Subject.code().to_owned()),
            ),
        ),
        (
            "second-facteur",
            Some(
                text(|own| own.second_factor.code().to_owned())
                    .unwrap_or_else(|| SecondFactor::House.code().to_owned()),
            ),
        ),
    ];
    let pairs = pairs
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), vec![value?])));
    pairs.collect()
}

fn page(
    house: &House,
    visit: &Visit,
    known: bool,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let titled = |key: &str| visit.say(key).to_owned();
    let (back, end) = returns(house, visit);
    let to_give = [("back", back.as_str()), ("end", end.as_str())];
    let title = match known {
        true => "admin-provider-edit",
        false => "admin-provider-declare",
    };
    let mut parts = vec![
        Part::Text(titled("admin-provider-form-text")),
        Part::Text(visit.say_with("admin-provider-form-back", &to_give)),
        Part::Heading(titled("admin-provider-heading-provider")),
    ];
    parts.extend(of_provider(visit, known, entries));
    parts.push(Part::Heading(titled("admin-provider-heading-agents")));
    parts.extend(of_agents(visit, entries));
    let form = pages::Form {
        frame: Frame::titled(visit.say(title)).back(visit, "admin-provider-title", PROVIDER),
        action: visit.url(&format!("{PROVIDER}/modifier")),
        parts,
        button: titled("admin-provider-save"),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

fn field(visit: &Visit, entries: &Entries, name: &str, key: &str) -> Field {
    let hint = format!("{key}-hint");
    Field::new(name, visit.say(key))
        .value(entries.first(name))
        .hint(visit.say(&hint))
}

fn of_provider(visit: &Visit, known: bool, entries: &Entries) -> Vec<Part> {
    let field = |name: &str, key: &str| field(visit, entries, name, key);
    let secret = Field::new("secret", visit.say("admin-provider-secret")).kind("password");
    let secret = match known {
        true => secret
            .hint(visit.say("admin-provider-secret-kept-hint"))
            .optional(),
        false => secret.hint(visit.say("admin-provider-secret-hint")),
    };
    vec![
        Part::Input(field("emetteur", "admin-provider-issuer").kind("url")),
        Part::Input(field("client", "admin-provider-client")),
        Part::Input(secret.autocomplete("off")),
        Part::Input(field("etendues", "admin-provider-scopes")),
        Part::Input(field("bouton", "admin-provider-label").width("20")),
    ]
}

fn of_agents(visit: &Visit, entries: &Entries) -> Vec<Part> {
    let field = |name: &str, key: &str| field(visit, entries, name, key);
    let believed = Addresses::ALL.map(|own| {
        let chosen = entries.first("adresses") == own.code();
        Choice::new(own.code(), addresses(visit, own)).checked(chosen)
    });
    let ways = Matching::ALL.map(|own| {
        let chosen = entries.first("reconnaissance") == own.code();
        Choice::new(own.code(), matching(visit, own)).checked(chosen)
    });
    let factors = SecondFactor::ALL.map(|own| {
        let chosen = entries.first("second-facteur") == own.code();
        Choice::new(own.code(), factor(visit, own)).checked(chosen)
    });
    vec![
        Part::Radios(
            field("adresses", "admin-provider-addresses"),
            believed.to_vec(),
        ),
        Part::Radios(
            field("reconnaissance", "admin-provider-matching"),
            ways.to_vec(),
        ),
        Part::Area(field("domaines", "admin-provider-domains").optional()),
        Part::Radios(
            field("second-facteur", "admin-provider-factor"),
            factors.to_vec(),
        ),
        Part::Input(field("niveaux", "admin-provider-acr").optional()),
    ]
}

pub(super) async fn declare(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(identity): Extension<Identity>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let known = found(&house, &visit).await?.is_some();
    let settings = match asked(&visit, known, &entries) {
        Ok(settings) => settings,
        Err(errors) => return page(&house, &visit, known, &entries, &errors),
    };
    // A secret may begin or end with a space that the form keeps elsewhere.
    let secret = entries.all("secret").first().cloned().unwrap_or_default();
    let secret = Some(secret)
        .filter(|text| !text.is_empty())
        .map(Personal::new);
    let (ctx, policy) = (visit.ctx.clone(), identity.policy());
    let declared = house
        .store
        .write(move |tx| parvis_identity::declare(&ctx, tx, policy, &settings, secret.as_ref()));
    match declared.await {
        Ok(_) => Ok(done(&visit, PROVIDER, "enregistre")),
        Err(error) => {
            let errors = errors_of(&visit, error)?;
            page(&house, &visit, known, &entries, &errors)
        }
    }
}

/// Says at once everything that is left empty.
fn missing(visit: &Visit, known: bool, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    let most = [("most", LONGEST_LABEL)];
    for (name, message) in [
        ("emetteur", visit.say("refusal-identity-issuer").to_owned()),
        ("client", visit.say("refusal-identity-client").to_owned()),
        ("secret", visit.say("refusal-identity-secret").to_owned()),
        ("bouton", visit.say_with("refusal-identity-label", &most)),
    ] {
        let kept = known && name == "secret";
        if entries.first(name).is_empty() && !kept {
            errors.add(name, message);
        }
    }
    errors
}

fn asked(visit: &Visit, known: bool, entries: &Entries) -> Result<Settings, Errors> {
    let mut errors = missing(visit, known, entries);
    let addresses = Addresses::of_code(entries.first("adresses"));
    let matching = Matching::of_code(entries.first("reconnaissance"));
    let factor = SecondFactor::of_code(entries.first("second-facteur"));
    if addresses.is_none() {
        errors.add("adresses", visit.say("admin-provider-error-addresses"));
    }
    if matching.is_none() {
        errors.add("reconnaissance", visit.say("admin-provider-error-matching"));
    }
    if factor.is_none() {
        errors.add("second-facteur", visit.say("admin-provider-error-factor"));
    }
    let chosen = addresses.zip(matching).zip(factor);
    let (Some(((addresses, matching), second_factor)), false) = (chosen, errors.any()) else {
        return Err(errors);
    };
    Ok(Settings {
        issuer: entries.first("emetteur").to_owned(),
        client_id: entries.first("client").to_owned(),
        label: entries.first("bouton").to_owned(),
        scopes: vec![entries.first("etendues").to_owned()],
        acr: vec![entries.first("niveaux").to_owned()],
        domains: lines(entries.first("domaines")),
        addresses,
        matching,
        second_factor,
    })
}

/// Says beside which field a rule said no.
fn errors_of(visit: &Visit, error: IdentityError) -> Result<Errors, PageError> {
    let name = match error {
        IdentityError::Issuer(_) => "emetteur",
        IdentityError::ClientId => "client",
        IdentityError::Secret => "secret",
        IdentityError::Label { .. } => "bouton",
        IdentityError::Scopes => "etendues",
        IdentityError::Acr => "niveaux",
        IdentityError::Domains => "domaines",
        other => return Err(refused(other)),
    };
    Ok(pages::refused(visit, name, &error.refusal()?))
}
