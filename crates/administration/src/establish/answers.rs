//! What the steps ask, and what is wrong in it.

use parvis_access::agent::Agent;
use parvis_kernel::{AgentId, GroupId, OrganisationId, ServiceId};
use parvis_organisation::{Contact, Group, Organisation, Profile, Service, check_slug};
use parvis_web::{Choice, Entries, EntriesExt, Errors, Visit};

use crate::accept::password_errors;
use crate::describe::ZONES;
use crate::pages::{Field, Part, missing};
use crate::request::{is_address, lines, optional};
use crate::services::slug_of;

/// The fields of the organisation.
pub(super) fn organisation_parts(visit: &Visit, entries: &Entries) -> Vec<Part> {
    let field = |name: &str, key: &str| Field::new(name, visit.say(key)).value(entries.first(name));
    let hinted = |name: &str, key: &str, hint: &str| field(name, key).hint(visit.say(hint));
    let chosen = match entries.first("fuseau") {
        "" => "Europe/Paris",
        zone => zone,
    };
    let zones = ZONES.map(|zone| Choice::new(zone, zone).checked(chosen == zone));
    vec![
        Part::Input(hinted("nom", "establish-name", "establish-name-hint")),
        Part::Input(
            hinted("courriel", "establish-email", "establish-email-hint")
                .kind("email")
                .width("30"),
        ),
        Part::Input(
            field("telephone", "admin-organisation-phone")
                .kind("tel")
                .width("20"),
        ),
        Part::Area(
            hinted(
                "adresse",
                "admin-organisation-address",
                "admin-organisation-lines",
            )
            .optional(),
        ),
        Part::Select(field("fuseau", "admin-organisation-zone"), zones.to_vec()),
        Part::Heading(visit.say("establish-addresses").to_owned()),
        Part::Input(
            hinted("nom-court", "establish-slug", "establish-slug-hint")
                .width("20")
                .optional(),
        ),
        Part::Input(
            hinted("hote", "establish-host", "establish-host-hint")
                .width("30")
                .optional(),
        ),
        Part::Input(
            hinted(
                "expediteur",
                "admin-organisation-sender",
                "establish-sender-hint",
            )
            .kind("email")
            .width("30")
            .optional(),
        ),
    ]
}

/// What is wrong with the organisation.
pub(super) fn organisation_errors(visit: &Visit, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    for (name, label) in [
        ("nom", "establish-name"),
        ("courriel", "establish-email"),
        ("telephone", "admin-organisation-phone"),
    ] {
        if entries.first(name).is_empty() {
            missing(visit, &mut errors, name, label);
        }
    }
    for name in ["courriel", "expediteur"] {
        let address = entries.first(name);
        if !address.is_empty() && !is_address(address) {
            errors.add(name, visit.say("admin-error-address"));
        }
    }
    if !entries.first("nom").is_empty() && check_slug(&slug(entries)).is_err() {
        errors.add("nom-court", visit.say("establish-error-slug"));
    }
    if !entries.first("hote").is_empty() && !is_host(entries.first("hote")) {
        errors.add("hote", visit.say("establish-error-host"));
    }
    if !ZONES.contains(&entries.first("fuseau")) {
        missing(visit, &mut errors, "fuseau", "admin-organisation-zone");
    }
    errors
}

fn slug(entries: &Entries) -> String {
    match entries.first("nom-court") {
        "" => slug_of(entries.first("nom")),
        typed => typed.to_owned(),
    }
}

/// A name of the domain name system, in ASCII, without port.
fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        let letters = label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (1..=63).contains(&label.len())
            && letters
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(label)
}

/// The field of the first service.
pub(super) fn service_parts(visit: &Visit, entries: &Entries) -> Vec<Part> {
    let value = match entries.get("service") {
        Some(_) => entries.first("service"),
        None => visit.say("establish-service-first"),
    };
    let field = Field::new("service", visit.say("establish-service")).value(value);
    vec![Part::Input(field.hint(visit.say("establish-service-hint")))]
}

/// What is wrong with the first service.
pub(super) fn service_errors(visit: &Visit, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    if slug_of(entries.first("service")).len() < 2 {
        missing(visit, &mut errors, "service", "establish-service");
    }
    errors
}

/// The fields of the first administrator.
pub(super) fn administrator_parts(visit: &Visit, entries: &Entries) -> Vec<Part> {
    let field = |name: &str, key: &str| Field::new(name, visit.say(key)).value(entries.first(name));
    let secret = |name: &str, key: &str| {
        let field = Field::new(name, visit.say(key)).kind("password");
        field.width("30").autocomplete("new-password")
    };
    vec![
        Part::Input(
            field("prenom", "admin-agent-first-name")
                .width("20")
                .autocomplete("given-name"),
        ),
        Part::Input(
            field("nom-agent", "admin-agent-last-name")
                .width("20")
                .autocomplete("family-name"),
        ),
        Part::Input(
            field("qualite", "admin-agent-quality")
                .width("30")
                .hint(visit.say("establish-quality-hint")),
        ),
        Part::Input(
            field("courriel-agent", "establish-own-email")
                .kind("email")
                .width("30")
                .autocomplete("username"),
        ),
        Part::Input(
            secret("mot-de-passe", "accept-password").hint(visit.say("accept-password-hint")),
        ),
        Part::Input(secret("confirmation", "accept-password-again")),
    ]
}

/// What is wrong with the first administrator.
pub(super) fn administrator_errors(visit: &Visit, entries: &Entries) -> Errors {
    let known = ["courriel-agent", "prenom", "nom-agent"].map(|name| entries.first(name));
    let mut errors = Errors::none();
    for (name, label) in [
        ("prenom", "admin-agent-first-name"),
        ("nom-agent", "admin-agent-last-name"),
        ("qualite", "admin-agent-quality"),
        ("courriel-agent", "establish-own-email"),
    ] {
        if entries.first(name).is_empty() {
            missing(visit, &mut errors, name, label);
        }
    }
    if !known[0].is_empty() && !is_address(known[0]) {
        errors.add("courriel-agent", visit.say("admin-error-address"));
    }
    let given = password(entries);
    let secret = password_errors(visit, &given, entries.all("confirmation"), &known);
    for error in secret.list() {
        errors.add(error.name.clone(), error.message.clone());
    }
    errors
}

/// The password as it was typed: its spaces are part of it.
pub(super) fn password(entries: &Entries) -> String {
    let typed = entries.all("mot-de-passe").first();
    typed.cloned().unwrap_or_default()
}

/// What the answers create.
pub(super) fn created(entries: &Entries) -> (Organisation, Service, Group, Agent) {
    let contact = Contact {
        postal_address: lines(entries.first("adresse")),
        email: optional(entries.first("courriel")),
        phone: optional(entries.first("telephone")),
        hours: Vec::new(),
    };
    let sender = match entries.first("expediteur") {
        "" => entries.first("courriel"),
        typed => typed,
    };
    let organisation = Organisation {
        id: OrganisationId::new(),
        slug: slug(entries),
        host: optional(&entries.first("hote").to_lowercase()),
        name: entries.first("nom").to_owned(),
        profile: Profile {
            time_zone: entries.first("fuseau").to_owned(),
            sender: sender.to_owned(),
            contact: contact.clone(),
            ..Profile::default()
        },
        demonstration: false,
        trial: None,
    };
    let name = entries.first("service").to_owned();
    let service = Service {
        id: ServiceId::new(),
        slug: slug_of(&name),
        name: name.clone(),
        contact,
    };
    let group = Group {
        id: GroupId::new(),
        slug: service.slug.clone(),
        name,
        service: service.id,
    };
    let administrator = Agent {
        id: AgentId::new(),
        email: entries.first("courriel-agent").to_lowercase(),
        first_name: entries.first("prenom").to_owned(),
        last_name: entries.first("nom-agent").to_owned(),
        quality: entries.first("qualite").to_owned(),
        service: service.id,
        delegation: None,
        disabled_at: None,
    };
    (organisation, service, group, administrator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_without_anything_around() {
        for good in ["demarches.rochebrune.fr", "ville.example", "a-b.c1.fr"] {
            assert!(is_host(good), "{good}");
        }
        for bad in [
            "",
            "ville",
            "ville.fr:443",
            "https://ville.fr",
            "ville.fr/",
            "-a.fr",
            "a..fr",
            "é.fr",
            "a b.fr",
        ] {
            assert!(!is_host(bad), "{bad}");
        }
    }
}
