//! How the organisation is set up: who it is, its services, agents and procedures; nothing that lets anybody in.

use std::collections::BTreeMap;

use parvis_store::Value as Stored;
use serde_json::{Map, Value};

use super::{Cells, Files, Source, each_row, instant, is_instant};

/// The lists of `organisation.json`: the name of each, and its table.
const LISTS: [(&str, &str); 8] = [
    ("organisation", "organisations"),
    ("services", "services"),
    ("groups", "agent_groups"),
    ("agents", "agents"),
    ("memberships", "memberships"),
    ("roles", "organisation_roles"),
    ("standard_texts", "standard_texts"),
    ("views", "views"),
];

/// What is nobody's business but that of the exact part.
const SECRET: [&str; 4] = [
    "password_hash",
    "totp_last_step",
    "failed_tries",
    "locked_until",
];

pub(super) fn write(source: &mut Source<'_>, files: &mut Files<'_>) -> anyhow::Result<()> {
    let mut document = Map::new();
    document.insert("format".to_owned(), "parvis-readable/1".into());
    for (name, table) in LISTS {
        let mut rows = Vec::new();
        each_row(source, table, |cells| {
            rows.push(object(cells));
            Ok(())
        })?;
        document.insert(name.to_owned(), Value::Array(rows));
    }
    files.json("organisation.json", &Value::Object(document))?;
    procedures(source, files)
}

/// A row as an object: a text that is JSON is told as such.
fn object(cells: &Cells<'_>) -> Value {
    let mut object = Map::new();
    for (column, value) in cells.table.columns.iter().zip(cells.values) {
        let name = column.name.as_str();
        if name == "organisation_id" || SECRET.contains(&name) {
            continue;
        }
        let told = match value {
            Stored::Null => Value::Null,
            Stored::Int(number) if is_instant(name) => instant(*number).into(),
            Stored::Int(number) => (*number).into(),
            Stored::Text(text) if text.starts_with(['{', '[']) => {
                serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into())
            }
            Stored::Text(text) => text.as_str().into(),
            // Sealed, or an image.
            Stored::Bytes(_) => continue,
        };
        object.insert(name.to_owned(), told);
    }
    Value::Object(object)
}

/// The text of every revision that was published, as its author wrote it.
fn procedures(source: &mut Source<'_>, files: &mut Files<'_>) -> anyhow::Result<()> {
    let mut slugs = BTreeMap::new();
    each_row(source, "procedures", |cells| {
        slugs.insert(cells.text("id").to_owned(), cells.text("slug").to_owned());
        Ok(())
    })?;
    each_row(source, "procedure_revisions", |cells| {
        let id = cells.text("procedure_id");
        let slug = slugs.get(id).map_or(id, String::as_str);
        let number = super::text_of("number", cells.get("number"));
        let name = format!("demarches/{slug}/revision-{number}.yaml");
        files.file(&name, cells.text("source").as_bytes())
    })
}
