//! The form of what an organisation says of itself.

use parvis_organisation::{Accessibility, Contact, Organisation, Profile};
use parvis_web::{Choice, Entries, EntriesExt, Errors, Visit};

use super::{accessibility_key, number};
use crate::pages::{Field, Form, Frame, Part, missing};
use crate::request::{is_address, lines, optional};

/// Where France counts its days.
pub(crate) const ZONES: [&str; 12] = [
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "Indian/Reunion",
    "Indian/Mayotte",
    "America/Miquelon",
    "America/St_Barthelemy",
    "America/Marigot",
    "Pacific/Tahiti",
    "Pacific/Noumea",
    "Pacific/Wallis",
];

const STATES: [(&str, Accessibility); 4] = [
    ("non-audite", Accessibility::NotAudited),
    ("non-conforme", Accessibility::NotConforming),
    ("partiel", Accessibility::PartlyConforming),
    ("total", Accessibility::Conforming),
];

/// The entries that say what stands now.
pub(super) fn typed(own: &Organisation) -> Entries {
    let profile = &own.profile;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let state = STATES
        .iter()
        .find(|(_, state)| *state == profile.accessibility);
    let pairs = [
        ("nom", own.name.clone()),
        ("siren", text(&profile.siren)),
        ("adresse", profile.contact.postal_address.join("\n")),
        ("telephone", text(&profile.contact.phone)),
        ("courriel", text(&profile.contact.email)),
        ("horaires", profile.contact.hours.join("\n")),
        ("fuseau", profile.time_zone.clone()),
        ("expediteur", profile.sender.clone()),
        ("couleur", profile.accent.clone()),
        ("directeur", text(&profile.publication_director)),
        ("hebergeur", text(&profile.host)),
        (
            "dpo-adresse",
            profile.data_protection_officer.postal_address.join("\n"),
        ),
        (
            "dpo-telephone",
            text(&profile.data_protection_officer.phone),
        ),
        ("dpo-courriel", text(&profile.data_protection_officer.email)),
        ("securite", profile.security_contact.clone()),
        (
            "accessibilite",
            state.map_or("", |(word, _)| word).to_owned(),
        ),
        ("tribunal", text(&profile.administrative_court)),
        ("attestation", text(&profile.conformity)),
        ("retenue", profile.hold_minutes.to_string()),
        ("brouillon", profile.draft_days.to_string()),
        ("revue", profile.review_months.to_string()),
        ("relecture", reader(profile.second_reader).to_owned()),
    ];
    let pairs = pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), vec![value]));
    pairs.collect()
}

const fn reader(asked: bool) -> &'static str {
    if asked { "oui" } else { "non" }
}

/// The words that say whether a second person reads what is published.
pub(super) const fn reader_key(asked: bool) -> &'static str {
    match asked {
        true => "admin-organisation-reader-yes",
        false => "admin-organisation-reader-no",
    }
}

/// The page, filled in with these entries.
pub(super) fn page(visit: &Visit, entries: &Entries) -> Form {
    let field = |name: &str, key: &str| Field::new(name, visit.say(key)).value(entries.first(name));
    let mail = |name: &str, key: &str| field(name, key).kind("email").width("30");
    let zones = ZONES.map(|zone| Choice::new(zone, zone).checked(entries.first("fuseau") == zone));
    let states = STATES.map(|(word, state)| {
        let label = visit.say(accessibility_key(state));
        Choice::new(word, label).checked(entries.first("accessibilite") == word)
    });
    let read = ["oui", "non"].map(|word| {
        let label = visit.say(reader_key(word == "oui"));
        Choice::new(word, label).checked(entries.first("relecture") == word)
    });
    let heading = |key: &str| Part::Heading(visit.say(key).to_owned());
    let hint = |field: Field, key: &str| field.hint(visit.say(key));
    let parts = vec![
        Part::Input(field("nom", "admin-organisation-name")),
        Part::Input(
            field("siren", "admin-organisation-siren")
                .width("10")
                .optional(),
        ),
        heading("admin-organisation-contact"),
        Part::Area(
            hint(
                field("adresse", "admin-organisation-address"),
                "admin-organisation-lines",
            )
            .optional(),
        ),
        Part::Input(
            field("telephone", "admin-organisation-phone")
                .kind("tel")
                .width("20")
                .optional(),
        ),
        Part::Input(mail("courriel", "admin-organisation-email").optional()),
        Part::Area(
            hint(
                field("horaires", "admin-organisation-hours"),
                "admin-organisation-lines",
            )
            .optional(),
        ),
        Part::Select(field("fuseau", "admin-organisation-zone"), zones.to_vec()),
        heading("admin-organisation-look"),
        Part::Input(hint(
            field("couleur", "admin-organisation-accent").width("10"),
            "admin-organisation-accent-hint",
        )),
        heading("admin-organisation-mails"),
        Part::Input(hint(
            mail("expediteur", "admin-organisation-sender"),
            "admin-organisation-sender-hint",
        )),
        heading("admin-organisation-legal"),
        Part::Input(field("directeur", "admin-organisation-director").optional()),
        Part::Input(field("hebergeur", "admin-organisation-host").optional()),
        Part::Input(field("tribunal", "admin-organisation-court").optional()),
        Part::Input(
            hint(
                field("attestation", "admin-organisation-conformity"),
                "admin-organisation-conformity-hint",
            )
            .optional(),
        ),
        Part::Input(mail("securite", "admin-organisation-security").optional()),
        Part::Radios(
            field("accessibilite", "admin-organisation-accessibility"),
            states.to_vec(),
        ),
        heading("admin-organisation-dpo"),
        Part::Area(
            hint(
                field("dpo-adresse", "admin-organisation-dpo-address"),
                "admin-organisation-lines",
            )
            .optional(),
        ),
        Part::Input(
            field("dpo-telephone", "admin-organisation-dpo-phone")
                .kind("tel")
                .width("20")
                .optional(),
        ),
        Part::Input(mail("dpo-courriel", "admin-organisation-dpo-email").optional()),
        heading("admin-organisation-delays"),
        Part::Input(hint(
            field("retenue", "admin-organisation-hold").width("5"),
            "admin-organisation-hold-hint",
        )),
        Part::Input(hint(
            field("brouillon", "admin-organisation-draft").width("5"),
            "admin-organisation-draft-hint",
        )),
        Part::Input(hint(
            field("revue", "admin-organisation-review").width("5"),
            "admin-organisation-review-hint",
        )),
        heading("admin-organisation-procedures"),
        Part::Radios(
            hint(
                field("relecture", "admin-organisation-reader"),
                "admin-organisation-reader-hint",
            ),
            read.to_vec(),
        ),
    ];
    let back = "/agent/administration/organisation";
    Form {
        frame: Frame::titled(visit.say("admin-organisation-edit")).back(
            visit,
            "admin-section-organisation",
            back,
        ),
        action: visit.url("/agent/administration/organisation/modifier"),
        parts,
        button: visit.say("admin-save").to_owned(),
        ..Form::default()
    }
}

/// What is wrong before any rule of the organisation is asked.
pub(super) fn errors(visit: &Visit, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    for (name, label) in [
        ("nom", "admin-organisation-name"),
        ("expediteur", "admin-organisation-sender"),
    ] {
        if entries.first(name).is_empty() {
            missing(visit, &mut errors, name, label);
        }
    }
    for name in ["courriel", "expediteur", "securite", "dpo-courriel"] {
        let address = entries.first(name);
        if !address.is_empty() && !is_address(address) {
            errors.add(name, visit.say("admin-error-address"));
        }
    }
    for (name, least, most) in BOUNDS {
        if number(entries, name, least, most).is_none() {
            let bounds = [("least", least), ("most", most)];
            errors.add(
                name,
                visit.say_with("admin-organisation-error-number", &bounds),
            );
        }
    }
    errors
}

/// The numbers, with the least and the greatest that make sense.
const BOUNDS: [(&str, u16, u16); 3] = [
    ("retenue", 0, 10_080),
    ("brouillon", 1, 365),
    ("revue", 1, 24),
];

/// What the entries say; what the form does not ask stays.
pub(super) fn profile(entries: &Entries, before: Profile) -> Profile {
    let text = |name: &str| optional(entries.first(name));
    let state = STATES
        .iter()
        .find(|(word, _)| *word == entries.first("accessibilite"));
    Profile {
        siren: text("siren").map(|siren| siren.replace(' ', "")),
        contact: Contact {
            postal_address: lines(entries.first("adresse")),
            email: text("courriel"),
            phone: text("telephone"),
            hours: lines(entries.first("horaires")),
        },
        time_zone: entries.first("fuseau").to_owned(),
        sender: entries.first("expediteur").to_owned(),
        accent: entries.first("couleur").to_lowercase(),
        publication_director: text("directeur"),
        host: text("hebergeur"),
        data_protection_officer: Contact {
            postal_address: lines(entries.first("dpo-adresse")),
            email: text("dpo-courriel"),
            phone: text("dpo-telephone"),
            hours: before.data_protection_officer.hours.clone(),
        },
        security_contact: entries.first("securite").to_owned(),
        accessibility: state.map_or(before.accessibility, |(_, state)| *state),
        administrative_court: text("tribunal"),
        conformity: text("attestation"),
        hold_minutes: number(entries, "retenue", 0, 10_080).unwrap_or(before.hold_minutes),
        draft_days: number(entries, "brouillon", 1, 365).unwrap_or(before.draft_days),
        review_months: number(entries, "revue", 1, 24).unwrap_or(before.review_months),
        second_reader: match entries.first("relecture") {
            "oui" => true,
            "non" => false,
            _ => before.second_reader,
        },
        ..before
    }
}
