//! A dossier as somebody reads it without this house: a document, words, pieces.

use parvis_demarche::Catalogue;
use parvis_form::full_summary;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{DossierId, Instant, Language, OrganisationId};
use parvis_store::Tx;
use parvis_store::sealing::SealingKey;
use serde_json::{Value, json};

use super::{Page, page};
use crate::error::DossierError;
use crate::export::{Cell, Told, csv, folder};
use crate::model::{Decided, Dossier, Message, Note, Piece, Request, Sender, outcome_code};
use crate::store;

/// A dossier, ready to be written as files.
pub struct Readable {
    /// The name of its folder.
    pub folder: String,
    /// What it says, for a program.
    pub document: Value,
    /// Its questions and answers, for a reader.
    pub answers: String,
    /// Its files.
    pub pieces: Vec<ReadablePiece>,
}

/// A file of a dossier.
pub struct ReadablePiece {
    /// Its name in the folder: safe on every system.
    pub name: String,
    /// Its name in the storage.
    pub blob: String,
    /// What opens it.
    pub key: SealingKey,
}

/// The deposited dossiers of an organisation, after one of them. A draft is its person's alone: it is not told.
///
/// # Errors
/// Those of the store.
pub fn readable(
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    organisation: OrganisationId,
    after: Option<DossierId>,
) -> Result<Page<Readable>, DossierError> {
    page(tx, organisation, after, |tx, id| {
        let (dossier, key) = store::find(tx, organisation, id)?;
        match dossier.facts.submitted_at {
            Some(_) => told(tx, catalogue, organisation, dossier, &key).map(Some),
            None => Ok(None),
        }
    })
}

fn told(
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    organisation: OrganisationId,
    dossier: Dossier,
    key: &SealingKey,
) -> Result<Readable, DossierError> {
    let (id, version) = (dossier.id, dossier.answers_version);
    let told = Told {
        revision: catalogue.revision(tx, organisation, dossier.revision)?,
        answers: store::answers(tx, organisation, id, version, key)?,
        group: dossier.group.to_string(),
        agent: dossier.agent.map_or_else(String::new, |id| id.to_string()),
        dossier,
    };
    let pieces = store::pieces(tx, organisation, id, key)?;
    let mut document = folder::document(&told);
    if let Value::Object(members) = &mut document {
        members.insert("answers_in_words".to_owned(), in_words(&told));
        members.insert(
            "pieces".to_owned(),
            pieces.iter().enumerate().map(piece).collect(),
        );
        for (name, value) in exchanged(tx, organisation, id, key)? {
            members.insert(name.to_owned(), value);
        }
    }
    let given = pieces.iter().enumerate();
    let given = given.filter(|(_, piece)| piece.examination.infection.is_none());
    Ok(Readable {
        folder: folder::of(&told),
        answers: folder::answers(&told, Language::French),
        document,
        pieces: given
            .map(|(index, piece)| ReadablePiece {
                name: folder::piece_name(index, piece),
                blob: piece.blob.clone(),
                key: key.clone(),
            })
            .collect(),
    })
}

/// What was said and done about a dossier, by the name of its member in the document.
fn exchanged(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DossierId,
    key: &SealingKey,
) -> Result<[(&'static str, Value); 6], DossierError> {
    let receipt = store::receipt(tx, organisation, id, key)?;
    let requests = store::requests(tx, organisation, id, key)?;
    let messages = store::messages(tx, organisation, id, key)?;
    let notes = store::notes(tx, organisation, id, key)?;
    let decision = store::decision(tx, organisation, id, key)?;
    let acts = journal::history(tx, organisation, Subject::dossier(id))?;
    Ok([
        ("receipt", json!(receipt)),
        ("requests", requests.iter().map(request).collect()),
        ("messages", messages.iter().map(message).collect()),
        ("notes", notes.iter().map(note).collect()),
        ("decision", decision.as_ref().map_or(Value::Null, decided)),
        ("acts", acts.iter().map(act).collect()),
    ])
}

fn decided(decided: &Decided) -> Value {
    json!({
        "agent": decided.agent.to_string(),
        "at": decided.at.to_string(),
        "decision": decided.decision,
    })
}

/// The answers with their questions, as a French reader is asked them.
fn in_words(told: &Told) -> Value {
    let steps = full_summary(&told.revision.form, &told.answers, Language::French);
    let steps = steps.iter().map(|step| {
        let rows = step.rows.iter().map(|row| {
            json!({
                "field": row.field.to_string(),
                "row": row.row.as_ref().map(|row| row.title.words.clone()),
                "label": row.label.words,
                "lines": row.words().collect::<Vec<_>>(),
            })
        });
        json!({ "step": step.title.words, "answers": rows.collect::<Vec<Value>>() })
    });
    steps.collect()
}

fn request(request: &Request) -> Value {
    json!({
        "agent": request.agent.to_string(),
        "asked": request.asked,
        "due_on": request.due_on.to_string(),
        "at": request.at.to_string(),
        "answered_at": request.answered_at.map(|at| at.to_string()),
        "lifted_at": request.lifted_at.map(|at| at.to_string()),
    })
}

fn message(message: &Message) -> Value {
    let (sender, agent) = match message.sender {
        Sender::Usager => ("usager", None),
        Sender::Service(agent) => ("service", Some(agent.to_string())),
        Sender::House => ("service", None),
    };
    json!({
        "sender": sender,
        "agent": agent,
        "body": message.body,
        "at": message.at.to_string(),
        "read_at": message.read_at.map(|at| at.to_string()),
    })
}

fn note(note: &Note) -> Value {
    json!({ "agent": note.agent.to_string(), "body": note.body, "at": note.at.to_string() })
}

fn act(entry: &journal::Entry) -> Value {
    json!({
        "at": entry.at.to_string(),
        "verb": entry.verb,
        "actor": entry.actor_kind,
        "actor_id": entry.actor_id.map(|id| id.to_string()),
        "channel": entry.channel,
        "detail": entry.detail,
    })
}

fn piece((index, piece): (usize, &Piece)) -> Value {
    json!({
        "file": piece.examination.infection.is_none().then(|| folder::piece_name(index, piece)),
        "name": piece.description.name,
        "place": piece.place,
        "media_type": piece.media_type,
        "size": piece.size,
        "sha256": piece.description.sha256,
        "received_at": piece.created_at.to_string(),
        "infection": piece.examination.infection,
    })
}

/// The columns of the table of dossiers.
pub const READABLE_COLUMNS: [&str; 13] = [
    "numéro",
    "démarche",
    "révision",
    "état",
    "nom",
    "prénoms",
    "courriel",
    "porte d'entrée",
    "déposé le",
    "instruit depuis le",
    "décidé le",
    "issue",
    "clos ou retiré le",
];

/// The lines of the table of dossiers, after one of them.
///
/// # Errors
/// Those of the store.
pub fn readable_row(
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    organisation: OrganisationId,
    after: Option<DossierId>,
) -> Result<Page<Vec<String>>, DossierError> {
    page(tx, organisation, after, |tx, id| {
        let (dossier, _) = store::find(tx, organisation, id)?;
        if dossier.facts.submitted_at.is_none() {
            return Ok(None);
        }
        let revision = catalogue.revision(tx, organisation, dossier.revision)?;
        Ok(Some(row(&dossier, &revision)))
    })
}

fn row(dossier: &Dossier, revision: &parvis_demarche::Revision) -> Vec<String> {
    let (facts, people) = (&dossier.facts, &dossier.people);
    let at = |at: Option<Instant>| at.map_or_else(String::new, |at| at.to_string());
    let email = people.contact.email.as_ref();
    vec![
        dossier.number.to_string(),
        revision.slug.clone(),
        revision.number.to_string(),
        dossier.state().code().to_owned(),
        people.beneficiary_family_name.as_str().to_owned(),
        people.beneficiary_first_names.as_str().to_owned(),
        email.map_or_else(String::new, |email| email.as_str().to_owned()),
        dossier.channel.clone(),
        at(facts.submitted_at),
        at(facts.instructed_at),
        at(facts.decided_at),
        facts
            .outcome
            .map_or_else(String::new, |outcome| outcome_code(outcome).to_owned()),
        at(facts.closed_at.or(facts.withdrawn_at)),
    ]
}

/// One line of a table that spreadsheets open: no text of it is ever a formula.
#[must_use]
pub fn readable_line(cells: &[String]) -> Vec<u8> {
    let cells: Vec<Cell> = cells.iter().map(Cell::text).collect();
    let mut line = Vec::new();
    csv::line(&cells, &mut line);
    line
}
