//! An entry of the journal in a plain sentence.

use parvis_journal::Entry;
use parvis_web::Visit;

use super::Names;

/// What is told: the verb, its sentence, its name in the filter.
pub(super) const VERBS: [(&str, &str, &str); 30] = [
    (
        "agent.signed_in",
        "admin-event-signed-in",
        "admin-events-kind-signed-in",
    ),
    (
        "agent.sign_in_refused",
        "admin-event-refused",
        "admin-events-kind-refused",
    ),
    (
        "agent.second_factor_enrolled",
        "admin-event-enrolled",
        "admin-events-kind-enrolled",
    ),
    (
        "agent.second_factor_forgotten",
        "admin-event-forgotten",
        "admin-events-kind-forgotten",
    ),
    (
        "agent.password_changed",
        "admin-event-password",
        "admin-events-kind-password",
    ),
    (
        "agent.password_reset",
        "admin-event-reset",
        "admin-events-kind-reset",
    ),
    (
        "agent.session_ended",
        "admin-event-session",
        "admin-events-kind-session",
    ),
    (
        "agent.sessions_ended",
        "admin-event-sessions",
        "admin-events-kind-sessions",
    ),
    (
        "agent.created",
        "admin-event-created",
        "admin-events-kind-created",
    ),
    (
        "agent.changed",
        "admin-event-changed",
        "admin-events-kind-changed",
    ),
    (
        "agent.disabled",
        "admin-event-disabled",
        "admin-events-kind-disabled",
    ),
    (
        "agent.enabled",
        "admin-event-enabled",
        "admin-events-kind-enabled",
    ),
    (
        "agent.joined",
        "admin-event-joined",
        "admin-events-kind-joined",
    ),
    ("agent.left", "admin-event-left", "admin-events-kind-left"),
    (
        "agent.role_granted",
        "admin-event-granted",
        "admin-events-kind-granted",
    ),
    (
        "agent.role_revoked",
        "admin-event-revoked",
        "admin-events-kind-revoked",
    ),
    (
        "agent.rights_confirmed",
        "admin-event-confirmed",
        "admin-events-kind-confirmed",
    ),
    (
        "agent.rights_withdrawn",
        "admin-event-withdrawn",
        "admin-events-kind-withdrawn",
    ),
    (
        "rights.reviewed",
        "admin-event-reviewed",
        "admin-events-kind-reviewed",
    ),
    (
        "invitation.sent",
        "admin-event-invited",
        "admin-events-kind-invited",
    ),
    (
        "invitation.sent_again",
        "admin-event-invited-again",
        "admin-events-kind-invited-again",
    ),
    (
        "invitation.revoked",
        "admin-event-uninvited",
        "admin-events-kind-uninvited",
    ),
    (
        "invitation.accepted",
        "admin-event-accepted",
        "admin-events-kind-accepted",
    ),
    (
        "organisation.described",
        "admin-event-described",
        "admin-events-kind-described",
    ),
    (
        "service.created",
        "admin-event-service-created",
        "admin-events-kind-service-created",
    ),
    (
        "service.changed",
        "admin-event-service-changed",
        "admin-events-kind-service-changed",
    ),
    (
        "service.closed",
        "admin-event-service-closed",
        "admin-events-kind-service-closed",
    ),
    (
        "group.created",
        "admin-event-group-created",
        "admin-events-kind-group-created",
    ),
    (
        "group.changed",
        "admin-event-group-changed",
        "admin-events-kind-group-changed",
    ),
    (
        "group.closed",
        "admin-event-group-closed",
        "admin-events-kind-group-closed",
    ),
];

/// What happened, in a sentence.
pub(super) fn sentence(visit: &Visit, names: &Names, entry: &Entry) -> String {
    let who = who(visit, names, entry);
    let name = names.of(entry.subject.id).filter(|name| *name != who);
    let about = |name: &str| visit.say_with("admin-events-about", &[("name", name)]);
    let said = |fields: &str| {
        visit.say_with(
            "admin-events-fields",
            &[("fields", fields.replace(' ', ", "))],
        )
    };
    let fields = entry
        .detail
        .get("fields")
        .and_then(|fields| fields.as_str());
    let fields = fields.filter(|fields| !fields.is_empty()).map(said);
    let found = VERBS.iter().find(|(verb, ..)| *verb == entry.verb);
    let key = found.map_or("admin-event-other", |(_, key, _)| *key);
    let values = [
        ("who", who),
        ("subject", name.map(about).unwrap_or_default()),
        ("fields", fields.unwrap_or_default()),
        ("verb", entry.verb.clone()),
    ];
    visit.say_with(key, &values)
}

fn who(visit: &Visit, names: &Names, entry: &Entry) -> String {
    let key = match entry.actor_kind.as_str() {
        "agent" => {
            let name = entry.actor_id.and_then(|id| names.of(id));
            return name
                .unwrap_or_else(|| visit.say("admin-events-gone"))
                .to_owned();
        }
        "house" => "admin-events-house",
        "machine" => "admin-events-machine",
        _ => "admin-events-somebody",
    };
    visit.say(key).to_owned()
}
