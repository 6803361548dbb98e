//! What the document of the API says of dossiers.

#![expect(
    clippy::indexing_slicing,
    reason = "setting a key of a JSON object adds it; only what is no object would panic"
)]

use parvis_access::token::Scope;
use parvis_web::api::document::{
    Operation, Part, header, idempotency_key, if_match, object, query, reference,
};
use serde_json::{Value, json};

use crate::model::State;

/// The calls and the schemas of dossiers.
#[must_use]
pub fn part() -> Part {
    Part {
        operations: [
            dossiers(),
            prefills(),
            drafts(),
            exchanges(),
            pieces(),
            uploads(),
        ]
        .concat(),
        schemas: [schemas(), schemas_of_exchanges(), sent()].concat(),
    }
}

fn dossiers() -> Vec<Operation> {
    let new = Operation::new;
    let limit = json!({ "type": "integer", "minimum": 1, "maximum": 500, "default": 100 });
    let cursor = json!({ "type": "string", "pattern": "^c[0-9]{1,18}$" });
    vec![
        new(
            "get",
            "/dossiers",
            "dossiers.changes",
            "What was created, changed or deleted since a cursor: each dossier once, at its last change",
            Scope::DossiersRead,
        )
        .with(query("after", "The `next` of the last page; without it, from the beginning.", false, cursor))
        .with(query("limit", "Dossiers looked at.", false, limit))
        .answers(200, "A page; `more` says whether another waits now", "Changes"),
        new("post", "/dossiers", "dossiers.begin", "Begins a draft for a person", Scope::DossiersWrite)
            .with(idempotency_key())
            .body("NewDossier")
            .problems(&[404])
            .answers(201, "The draft. `follow_up_code` is for the person, when they have no address", "Begun"),
        new("get", "/dossiers/{number}", "dossiers.read", "A dossier: state, dates, people, what is asked of the person", Scope::DossiersRead)
            .answers(200, "The dossier", "Dossier"),
        new("post", "/dossiers/{number}/deposit", "dossiers.deposit", "Deposits a draft and gives its receipt (CRPA L112-11)", Scope::DossiersWrite)
            .with(idempotency_key())
            .with(if_match())
            .body("Declaration")
            .problems(&[409, 412])
            .answers(200, "The receipt", "Receipt"),
        new("get", "/dossiers/{number}/receipt", "dossiers.receipt", "The receipt that was given at deposit", Scope::DossiersRead)
            .answers(200, "The receipt", "Receipt"),
    ]
}

fn prefills() -> Vec<Operation> {
    let told = "The code, and the page that the person opens";
    vec![
        Operation::new(
            "post",
            "/prefills",
            "prefills.propose",
            "Proposes answers to a person, who sees them, corrects them and begins the dossier",
            Scope::DossiersWrite,
        )
        .with(idempotency_key())
        .body("NewPrefill")
        .problems(&[404])
        .answers(201, told, "Prefill"),
    ]
}

fn drafts() -> Vec<Operation> {
    let new = Operation::new;
    vec![
        new("get", "/dossiers/{number}/answers", "answers.read", "The typed answers", Scope::DossiersRead)
            .problems(&[409])
            .answers(200, "The answers, as the schema of the revision says", "Answers"),
        new(
            "patch",
            "/dossiers/{number}/answers",
            "answers.change",
            "Changes answers of a draft (RFC 7396 on its questions): all of them or none, normalised and pruned",
            Scope::DossiersWrite,
        )
        .with(if_match())
        .body("AnswersPatch")
        .problems(&[409, 412])
        .answers(200, "All the answers", "Answers"),
        new("put", "/dossiers/{number}/people", "dossiers.people", "Says who fills the dossier in, and for whom", Scope::DossiersWrite)
            .with(if_match())
            .body("People")
            .problems(&[409, 412])
            .answers(200, "The dossier", "Summary"),
        new("get", "/dossiers/{number}/validation", "dossiers.validation", "What keeps a draft from being deposited", Scope::DossiersWrite)
            .problems(&[409])
            .answers(200, "What is missing or wrong; pointers into the answers", "Validation"),
    ]
}

fn exchanges() -> Vec<Operation> {
    let new = Operation::new;
    vec![
        new(
            "get",
            "/dossiers/{number}/messages",
            "messages.list",
            "The messages, both ways",
            Scope::DossiersRead,
        )
        .answers(200, "The messages, oldest first", "Messages"),
        new(
            "post",
            "/dossiers/{number}/messages",
            "messages.write",
            "Writes a message to the service, for the person",
            Scope::MessagesWrite,
        )
        .with(idempotency_key())
        .body("NewMessage")
        .problems(&[409])
        .answers(201, "The message, without its text", "Written"),
        new(
            "get",
            "/dossiers/{number}/decision",
            "dossiers.decision",
            "The decision, once the person may read it",
            Scope::DecisionsRead,
        )
        .answers(200, "The decision", "Decision"),
    ]
}

fn pieces() -> Vec<Operation> {
    let new = Operation::new;
    let bytes = json!({ "type": "string", "format": "binary" });
    let mut add = new(
        "post",
        "/dossiers/{number}/pieces",
        "pieces.add",
        "Gives a file in one request: the body is its content",
        Scope::DossiersWrite,
    )
    .with(for_question())
    .with(file_name())
    .problems(&[409, 413, 415, 422])
    .answers(
        201,
        "The piece, named in the answer of its question",
        "Piece",
    );
    add.told["requestBody"] = json!({
        "required": true,
        "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary", "contentMediaType": "application/octet-stream" } } },
    });
    vec![
        new("get", "/dossiers/{number}/pieces", "pieces.list", "The pieces of a dossier", Scope::DossiersRead)
            .answers(200, "The pieces", "Pieces"),
        add,
        new("get", "/dossiers/{number}/pieces/{piece}", "pieces.content", "The content of a piece", Scope::DossiersRead)
            .problems(&[409])
            .answers_with(200, json!({ "description": "The content, as it was given", "content": { "*/*": { "schema": bytes } } })),
        new("delete", "/dossiers/{number}/pieces/{piece}", "pieces.remove", "Takes a file away from a draft; what was deposited stays", Scope::DossiersWrite)
            .answers_with(204, json!({ "description": "Taken away" }))
            .problems(&[409]),
    ]
}

fn for_question() -> Value {
    let schema = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
    query(
        "field",
        "The question, or `block.ROW.question` in a repeated block.",
        true,
        schema,
    )
}

fn file_name() -> Value {
    query(
        "name",
        "The name of the file.",
        true,
        json!({ "type": "string", "maxLength": 300 }),
    )
}

fn uploads() -> Vec<Operation> {
    let new = Operation::new;
    let count = json!({ "type": "string", "pattern": "^[0-9]{1,15}$" });
    let headers = |names: &[&str]| -> Value {
        let told = names.iter().map(|name| {
            (
                (*name).to_owned(),
                json!({ "schema": { "type": "string" } }),
            )
        });
        Value::Object(told.collect())
    };
    let mut go_on = new("patch", "/dossiers/{number}/uploads/{upload}", "uploads.go_on", "Sends more of the file (tus 1.0)", Scope::DossiersWrite)
        .with(header("Upload-Offset", "Where the bytes begin.", true, count.clone()))
        .problems(&[409, 413, 415, 422])
        .answers_with(204, json!({ "description": "Kept; more is awaited", "headers": headers(&["Upload-Offset", "Tus-Resumable"]) }))
        .answers(200, "All of it came: the piece", "Piece");
    go_on.told["requestBody"] = json!({
        "required": true,
        "content": { "application/offset+octet-stream": { "schema": { "type": "string", "format": "binary", "contentMediaType": "application/offset+octet-stream" } } },
    });
    let place = json!({ "description": "The place", "headers": headers(&["Upload-Offset", "Upload-Length", "Upload-Expires", "Tus-Resumable"]) });
    vec![
        new("post", "/dossiers/{number}/uploads", "uploads.begin", "Begins a file that comes in several times (tus 1.0, creation)", Scope::DossiersWrite)
            .with(for_question())
            .with(file_name())
            .with(header("Upload-Length", "Bytes of the whole file.", true, count))
            .problems(&[409, 413, 422])
            .answers_with(201, json!({ "description": "Where to send it", "headers": headers(&["Location", "Upload-Expires", "Tus-Resumable"]) })),
        new("head", "/dossiers/{number}/uploads/{upload}", "uploads.place", "Where the file is to be gone on with", Scope::DossiersWrite)
            .problems(&[409])
            .answers_with(200, place),
        go_on,
        new("delete", "/dossiers/{number}/uploads/{upload}", "uploads.give_up", "Gives the file up (tus 1.0, termination)", Scope::DossiersWrite)
            .problems(&[409])
            .answers_with(204, json!({ "description": "Forgotten" })),
    ]
}

fn schemas() -> Vec<(&'static str, Value)> {
    let changes = json!({
        "items": { "type": "array", "items": { "oneOf": [reference("Summary"), reference("Tombstone")] } },
        "next": { "type": "string", "description": "The cursor of the next page." },
        "more": { "type": "boolean" },
    });
    let tombstone = json!({
        "id": uuid(), "number": text(), "deleted": { "const": true }, "deleted_at": maybe_instant(),
    });
    let mut begun = properties();
    begun["follow_up_code"] = maybe(text());
    let mut whole = properties();
    whole["language"] = json!({ "enum": ["fr", "en"] });
    whole["identification"] = json!({ "enum": ["email", "code", "anonymous"] });
    whole["people"] = one_or_none(reference("KnownPeople"));
    whole["request"] = one_or_none(reference("Request"));
    vec![
        ("Changes", object(changes, &["items", "next", "more"])),
        ("Summary", closed(properties())),
        (
            "Tombstone",
            object(tombstone, &["id", "number", "deleted", "deleted_at"]),
        ),
        ("Begun", closed(begun)),
        ("Dossier", closed(whole)),
        (
            "Prefill",
            closed(
                json!({ "procedure": text(), "code": text(), "link": { "type": "string", "format": "uri" }, "expires_at": at() }),
            ),
        ),
        (
            "Answers",
            json!({ "type": "object", "additionalProperties": { "type": "object" }, "description": "By question; see answers-schema." }),
        ),
        (
            "Validation",
            object(
                json!({
                    "ready": { "type": "boolean" },
                    "people_missing": { "type": "boolean" },
                    "errors": { "type": "array", "items": object(json!({ "pointer": text(), "code": text(), "detail": text() }), &["pointer", "code", "detail"]) },
                    "ineligible": maybe(object(json!({ "message": text(), "who": text(), "url": maybe(text()) }), &["message", "who", "url"])),
                }),
                &["ready", "people_missing", "errors", "ineligible"],
            ),
        ),
        (
            "Receipt",
            closed(json!({
                "number": text(),
                "received_at": at(),
                "asks_for_decision": { "type": "boolean" },
                "silence_on": maybe(json!({ "type": "string", "format": "date" })),
                "service": closed(json!({ "name": text(), "postal_address": maybe(text()), "email": maybe(text()), "phone": maybe(text()) })),
                "parts": sentences(),
            })),
        ),
    ]
}

fn schemas_of_exchanges() -> Vec<(&'static str, Value)> {
    let sender = json!({ "enum": ["usager", "service"] });
    let list = |schema: &str| {
        object(
            json!({ "items": { "type": "array", "items": reference(schema) } }),
            &["items"],
        )
    };
    vec![
        (
            "KnownPeople",
            closed(json!({
                "beneficiary": closed(json!({ "family_name": text(), "first_names": text() })),
                "helper": one_or_none(closed(json!({ "name": text(), "structure": maybe(text()) }))),
                "email": maybe(text()),
            })),
        ),
        (
            "Request",
            closed(json!({
                "asked_at": at(), "due_on": { "type": "string", "format": "date" }, "text": text(),
                "fields": { "type": "array", "items": text() }, "pieces": { "type": "array", "items": text() },
            })),
        ),
        ("Messages", list("Message")),
        (
            "Message",
            closed(
                json!({ "id": uuid(), "sender": sender, "text": text(), "at": at(), "read_at": maybe_instant() }),
            ),
        ),
        (
            "Written",
            closed(json!({ "id": uuid(), "sender": sender, "at": at() })),
        ),
        (
            "Decision",
            closed(json!({
                "number": text(), "outcome": { "enum": ["in_full", "in_part", "with_conditions", "refused"] },
                "decided_on": { "type": "string", "format": "date" }, "decided_at": at(),
                "amount_cents": maybe(json!({ "type": "integer" })), "parts": sentences(),
            })),
        ),
        ("Pieces", list("Piece")),
        (
            "Piece",
            closed(json!({
                "id": uuid(), "field": maybe(text()), "name": text(), "media_type": text(),
                "size": { "type": "integer", "minimum": 0 }, "sha256": text(), "created_at": at(),
                "safety": { "enum": ["not-examined", "waiting", "clean", "infected"], "description": "What the antivirus said: only a piece that is clean, or not examined because there is no antivirus, is given." },
                "content": { "type": "string", "format": "uri-reference" },
            })),
        ),
    ]
}

/// What applications send, each with an example.
fn sent() -> Vec<(&'static str, Value)> {
    let name = json!({ "type": "string", "minLength": 1, "maxLength": 100 });
    let example = |mut schema: Value, example: Value| {
        schema["examples"] = json!([example]);
        schema
    };
    vec![
        (
            "NewDossier",
            example(
                object(
                    json!({
                        "procedure": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$" },
                        "anonymous": { "type": "boolean", "default": false, "description": "Only where the procedure allows it." },
                        "email": { "type": ["string", "null"], "format": "email", "maxLength": 250, "description": "The person's address, of which the application answers." },
                        "language": { "enum": ["fr", "en", null] },
                    }),
                    &["procedure"],
                ),
                json!({ "procedure": "acte-naissance", "email": "zoe.lenoir@exemple.fr" }),
            ),
        ),
        (
            "NewPrefill",
            example(
                object(
                    json!({
                        "procedure": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$" },
                        "answers": { "type": "object", "additionalProperties": { "type": "object" }, "description": "By question, its typed answer. Neither consent, signature, file nor repeated block." },
                        "days": { "type": ["integer", "null"], "minimum": 1, "maximum": 30, "description": "Days during which it waits; 7 without it." },
                    }),
                    &["procedure", "answers"],
                ),
                json!({ "procedure": "acte-naissance", "answers": { "copies": { "integer": 2 } } }),
            ),
        ),
        (
            "AnswersPatch",
            example(
                json!({ "type": "object", "additionalProperties": { "type": ["object", "null"] }, "description": "By question, its typed answer; null takes the answer back." }),
                json!({ "copies": { "integer": 2 }, "motif": null }),
            ),
        ),
        (
            "People",
            example(
                object(
                    json!({
                        "beneficiary": object(json!({ "family_name": name, "first_names": name }), &["family_name", "first_names"]),
                        "helper": { "oneOf": [{ "type": "null" }, object(json!({
                            "name": name, "structure": { "type": ["string", "null"], "maxLength": 100 }, "agreement": { "const": true },
                        }), &["name", "agreement"])] },
                    }),
                    &["beneficiary"],
                ),
                json!({ "beneficiary": { "family_name": "Lenoir", "first_names": "Zoé" } }),
            ),
        ),
        (
            "Declaration",
            example(
                object(
                    json!({ "declared": { "const": true, "description": "The person made the declarations of the procedure." } }),
                    &["declared"],
                ),
                json!({ "declared": true }),
            ),
        ),
        (
            "NewMessage",
            example(
                object(
                    json!({ "text": { "type": "string", "minLength": 1, "maxLength": 5000 } }),
                    &["text"],
                ),
                json!({ "text": "Bonjour, voici le document demandé." }),
            ),
        ),
    ]
}

/// The properties of a dossier without its people.
fn properties() -> Value {
    let states = State::ALL.map(State::code);
    json!({
        "id": uuid(),
        "number": { "type": "string", "description": "The number by which people call it." },
        "deleted": { "const": false },
        "procedure": text(),
        "revision": uuid(),
        "version": { "type": "integer", "minimum": 1 },
        "state": { "enum": states, "description": "As the person is told it: a decision on hold is not told." },
        "channel": text(),
        "silence_due_on": { "type": ["string", "null"], "format": "date", "description": "The day to which the law attaches the effect of silence." },
        "created_at": at(),
        "changed_at": at(),
        "expires_at": maybe_instant(),
        "deposited_at": maybe_instant(),
        "waiting_since": maybe_instant(),
        "instructed_at": maybe_instant(),
        "decided_at": maybe_instant(),
        "closed_at": maybe_instant(),
        "withdrawn_at": maybe_instant(),
    })
}

/// An object of which every field is there.
fn closed(properties: Value) -> Value {
    let names: Vec<String> = properties
        .as_object()
        .map(|properties| properties.keys().cloned().collect())
        .unwrap_or_default();
    json!({ "type": "object", "properties": properties, "required": names, "additionalProperties": false })
}

fn sentences() -> Value {
    json!({ "type": "array", "items": closed(json!({ "code": text(), "text": text() })), "description": "Each sentence, in the language of Accept-Language." })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn uuid() -> Value {
    json!({ "type": "string", "format": "uuid" })
}

fn at() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

fn maybe_instant() -> Value {
    json!({ "type": ["string", "null"], "format": "date-time" })
}

fn maybe(mut schema: Value) -> Value {
    let own = schema["type"].clone();
    schema["type"] = json!([own, "null"]);
    schema
}

fn one_or_none(schema: Value) -> Value {
    json!({ "oneOf": [schema, { "type": "null" }] })
}
