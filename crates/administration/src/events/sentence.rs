//! An entry of the journal in a plain sentence.

use parvis_journal::Entry;
use parvis_web::Visit;

use super::Names;
use super::verbs::VERBS;

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
    let procedure = entry.detail.get("procedure");
    let procedure = procedure.and_then(|slug| slug.as_str()).unwrap_or_default();
    let found = VERBS.iter().find(|(verb, ..)| *verb == entry.verb);
    let key = found.map_or("admin-event-other", |(_, key, _)| *key);
    let values = [
        ("who", who),
        ("subject", name.map(about).unwrap_or_default()),
        ("fields", fields.unwrap_or_default()),
        ("procedure", procedure.to_owned()),
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
