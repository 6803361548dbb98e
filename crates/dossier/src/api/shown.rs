//! Dossiers as applications see them.

use parvis_demarche::Revision;
use parvis_kernel::{Instant, Language};
use parvis_web::api::Caller;
use serde_json::{Map, Value, json};

use crate::examine::Guard;
use crate::model::{
    Author, Decided, Dossier, GivenReceipt, Identification, Message, NO_DUE_DATE, People, Piece,
    Request, Sender, State,
};
use crate::store::day_of_number;

/// An instant as RFC 3339 writes it.
pub(super) fn instant(at: Instant) -> Value {
    at.to_string().into()
}

fn dates(pairs: &[(&str, Option<Instant>)], into: &mut Map<String, Value>) {
    for (name, at) in pairs {
        into.insert((*name).to_owned(), at.map_or(Value::Null, instant));
    }
}

/// A dossier without its people: in the list of changes, and first part of the whole. A decision on hold is not told.
pub(super) fn summary(dossier: &Dossier, revision: &Revision, now: Instant) -> Map<String, Value> {
    let facts = &dossier.facts;
    let state = facts.state_for_person(now);
    let shows = facts.shows_decision(now);
    let due = (dossier.silence_due != NO_DUE_DATE).then(|| day_of_number(dossier.silence_due));
    let mut shown = Map::new();
    shown.insert("id".to_owned(), dossier.id.to_string().into());
    shown.insert("number".to_owned(), dossier.number.as_str().into());
    shown.insert("deleted".to_owned(), false.into());
    shown.insert("procedure".to_owned(), revision.slug.as_str().into());
    shown.insert("revision".to_owned(), revision.id.to_string().into());
    shown.insert("version".to_owned(), dossier.version.into());
    shown.insert("state".to_owned(), state.code().into());
    shown.insert("channel".to_owned(), dossier.channel.as_str().into());
    let due = due.map_or(Value::Null, |day| day.to_string().into());
    shown.insert("silence_due_on".to_owned(), due);
    dates(
        &[
            ("created_at", Some(facts.created_at)),
            ("changed_at", Some(facts.touched_at)),
            ("expires_at", facts.expires_at),
            ("deposited_at", facts.submitted_at),
            ("waiting_since", facts.waiting_since),
            ("instructed_at", facts.instructed_at),
            ("decided_at", facts.decided_at.filter(|_| shows)),
            ("closed_at", facts.closed_at),
            ("withdrawn_at", facts.withdrawn_at),
        ],
        &mut shown,
    );
    shown
}

/// What is left of a dossier that was erased: nothing of a person.
pub(super) fn tombstone(dossier: &Dossier) -> Value {
    let at = dossier.facts.erased_at.or(dossier.facts.expired_at);
    json!({
        "id": dossier.id,
        "number": dossier.number.as_str(),
        "deleted": true,
        "deleted_at": at.map_or(Value::Null, instant),
    })
}

/// Whether nothing of it can be read any more.
pub(super) fn is_gone(dossier: &Dossier) -> bool {
    dossier.facts.erased_at.is_some() || dossier.state() == State::Expired
}

/// The whole of a dossier.
pub(super) fn whole(
    dossier: &Dossier,
    revision: &Revision,
    requests: &[Request],
    now: Instant,
) -> Map<String, Value> {
    let mut shown = summary(dossier, revision, now);
    shown.insert("language".to_owned(), dossier.language.tag().into());
    let identification = dossier.identification.code();
    shown.insert("identification".to_owned(), identification.into());
    let known = dossier.identification != Identification::Anonymous;
    let people = known.then(|| people(&dossier.people));
    shown.insert("people".to_owned(), people.unwrap_or(Value::Null));
    let open = requests.iter().find(|request| request.is_open());
    let asked = open.map(|request| {
        json!({
            "asked_at": instant(request.at),
            "due_on": request.due_on.to_string(),
            "text": request.asked.text.as_str(),
            "fields": request.asked.fields,
            "pieces": request.asked.pieces,
        })
    });
    shown.insert("request".to_owned(), asked.unwrap_or(Value::Null));
    shown
}

fn people(people: &People) -> Value {
    let helper = match &people.author {
        Author::Helper {
            name, structure, ..
        } => json!({
            "name": name.as_str(),
            "structure": structure.as_ref().map(|structure| structure.as_str()),
        }),
        Author::Unknown | Author::Beneficiary => Value::Null,
    };
    json!({
        "beneficiary": {
            "family_name": people.beneficiary_family_name.as_str(),
            "first_names": people.beneficiary_first_names.as_str(),
        },
        "helper": helper,
        "email": people.contact.email.as_ref().map(|email| email.as_str()),
    })
}

/// A receipt: the same facts and the same sentences as its page.
pub(super) fn receipt(given: &GivenReceipt, caller: &Caller) -> Value {
    let receipt = given.receipt();
    let parts = receipt.parts().iter().map(|part| {
        let sentence = part.sentence();
        let text = caller.say_with(sentence.key, &sentence.say(caller.language));
        json!({ "code": sentence.key, "text": text })
    });
    json!({
        "number": given.number,
        "received_at": instant(given.received_at),
        "asks_for_decision": given.request,
        "silence_on": receipt.silence_on().map(|day| day.to_string()),
        "service": {
            "name": given.service.name,
            "postal_address": given.service.postal_address,
            "email": given.service.email,
            "phone": given.service.phone,
        },
        "parts": parts.collect::<Vec<_>>(),
    })
}

/// A message.
pub(super) fn message(message: &Message) -> Value {
    let sender = match message.sender {
        Sender::Usager => "usager",
        Sender::Service(_) | Sender::House => "service",
    };
    json!({
        "id": message.id,
        "sender": sender,
        "text": message.body.as_str(),
        "at": instant(message.at),
        "read_at": message.read_at.map(instant),
    })
}

/// A piece, without its content.
pub(super) fn piece(piece: &Piece, guard: Guard, caller: &Caller, number: &str) -> Value {
    json!({
        "id": piece.id,
        "field": piece.place.strip_prefix("field:"),
        "name": piece.description.name.as_str(),
        "media_type": piece.media_type,
        "size": piece.size,
        "sha256": piece.description.sha256,
        "created_at": instant(piece.created_at),
        "safety": piece.examination.safety(guard).code(),
        "content": caller.url(&format!("/dossiers/{number}/pieces/{}", piece.id)),
    })
}

/// A decision in words and in facts.
pub(super) fn decision(decided: &Decided, caller: &Caller) -> Value {
    let decision = &decided.decision;
    let parts = decision.parts().into_iter().map(|part| {
        let sentence = part.sentence();
        let text = caller.say_with(sentence.key, &sentence.say(caller.language));
        json!({ "code": sentence.key, "text": text })
    });
    json!({
        "number": decision.number,
        "outcome": decision.outcome,
        "decided_on": decision.decided_on.to_string(),
        "decided_at": instant(decided.at),
        "amount_cents": decision.amount,
        "parts": parts.collect::<Vec<_>>(),
    })
}

/// The language of a tag of the document.
pub(super) fn language(tag: Option<&str>, otherwise: Language) -> Language {
    tag.and_then(|tag| tag.parse().ok()).unwrap_or(otherwise)
}
