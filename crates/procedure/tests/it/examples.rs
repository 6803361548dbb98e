//! Three people for each procedure: the shortest way, a long one, and one who is stopped.

use std::collections::BTreeMap;
use std::path::PathBuf;

use parvis_form::{
    Answers, Entries, EntryError, EntryErrorKind, Form, Journey, Text, normalise_step, validate,
};
use parvis_kernel::{Language, RowId};
use parvis_procedure::LIBRARY;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::world::{PAPER, TODAY, asking, surroundings};

/// The examples of one procedure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// The fewest steps.
    pub short: Example,
    /// The most steps.
    pub long: Example,
    refused: Example,
}

/// What a person types, and where it leads.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Who they are, in words.
    says: String,
    /// The steps that they meet, in order; the last one is where they are stopped, if they are.
    pub path: Vec<String>,
    /// What they type, by question.
    types: Map<String, Value>,
    /// What stops them: for each question, the key of the words that they read, or the author's own words; for a step,
    /// why they cannot make the request.
    #[serde(default)]
    because: BTreeMap<String, String>,
}

/// How a walk ended.
struct Walk {
    path: Vec<String>,
    answers: Answers,
    errors: BTreeMap<String, String>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../procedures")
}

/// The names of the files of a folder, in order.
fn files(folder: PathBuf) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".yaml")).collect();
    names.sort();
    names
}

pub fn examples(name: &str) -> Examples {
    let text = std::fs::read_to_string(folder().join("examples").join(name)).unwrap();
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Walks from step to step as a browser does, until the end or the first thing to correct.
fn walk(form: &Form, typed: &Map<String, Value>) -> Walk {
    let entries = posted(typed);
    let mut answers = Answers::new();
    let mut path: Vec<String> = Vec::new();
    loop {
        let journey = Journey::new(form, &answers, TODAY);
        let next = match path.last() {
            None => journey.first(),
            Some(last) => journey.next(last),
        };
        let Some(met) = next else { break };
        path.push(met.step.id.to_string());
        let read = normalise_step(form, met.step, &answers, &entries, &surroundings());
        answers = read.answers;
        let errors = stopped(form, &answers, &read.errors);
        if !errors.is_empty() {
            return Walk {
                path,
                answers,
                errors,
            };
        }
    }
    Walk {
        path,
        answers,
        errors: BTreeMap::new(),
    }
}

/// What the person reads instead of the next step, if anything.
fn stopped(form: &Form, answers: &Answers, errors: &[EntryError]) -> BTreeMap<String, String> {
    if errors.is_empty() {
        let barrier = Journey::new(form, answers, TODAY).barrier();
        return barrier
            .map(|barrier| (barrier.step.id.to_string(), french(&barrier.why.message)))
            .into_iter()
            .collect();
    }
    let told = errors.iter().map(|error| match &error.kind {
        EntryErrorKind::Check { message } => (plain(&error.input_name()), french(message)),
        _ => (plain(&error.input_name()), error.key()),
    });
    told.collect()
}

fn french(text: &Text) -> String {
    text.in_language(Language::French).to_owned()
}

/// The name of an input without its row: `children.0190….child` is `children.child`.
fn plain(input: &str) -> String {
    let parts: Vec<&str> = input.split('.').collect();
    match parts.as_slice() {
        [block, _row, field] => format!("{block}.{field}"),
        _ => input.to_owned(),
    }
}

/// What a browser posts of what a person types.
fn posted(typed: &Map<String, Value>) -> Entries {
    let mut entries = Entries::new();
    for (name, value) in typed {
        post(&mut entries, name, value);
    }
    entries
}

fn post(entries: &mut Entries, name: &str, value: &Value) {
    match value {
        Value::Object(parts) => {
            for (part, value) in parts {
                post(entries, &format!("{name}-{part}"), value);
            }
        }
        Value::Array(items) if items.iter().all(Value::is_object) => {
            for row in items {
                let id = RowId::new().to_string();
                for (field, value) in row.as_object().unwrap() {
                    post(entries, &format!("{name}.{id}.{field}"), value);
                }
                entries.entry(name.to_owned()).or_default().push(id);
            }
        }
        Value::Array(items) => {
            let values = items.iter().map(word).collect();
            entries.insert(name.to_owned(), values);
        }
        Value::String(text) if text.parse::<jiff::civil::Date>().is_ok() => {
            for (part, digits) in ["year", "month", "day"].into_iter().zip(text.split('-')) {
                entries.insert(format!("{name}-{part}"), vec![digits.to_owned()]);
            }
        }
        one => {
            entries.insert(name.to_owned(), vec![word(one)]);
        }
    }
}

fn word(value: &Value) -> String {
    match value {
        Value::String(text) if text.ends_with(".jpg") => PAPER.to_owned(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        other => other.to_string(),
    }
}

#[test]
fn every_procedure_is_in_the_library_and_has_examples_if_it_asks_anything() {
    let mut library: Vec<&str> = LIBRARY.iter().map(|(name, _)| *name).collect();
    library.sort_unstable();
    assert_eq!(files(folder()), library);
    let mut asking: Vec<&str> = asking().iter().map(|(name, _, _)| *name).collect();
    asking.sort_unstable();
    assert_eq!(files(folder().join("examples")), asking);
}

/// What is wrong with an example, in words: nothing when it leads where it says.
fn wrong(name: &str, form: &Form, example: &Example) -> Vec<String> {
    let walked = walk(form, &example.types);
    let mut wrong = Vec::new();
    if walked.path != example.path {
        wrong.push(format!("goes {:?}", walked.path));
    }
    if walked.errors != example.because {
        wrong.push(format!("is stopped by {:?}", walked.errors));
    }
    if example.because.is_empty() {
        let kept = |question: &&String| walked.answers.get(question).is_some();
        let lost: Vec<&String> = example.types.keys().filter(|name| !kept(name)).collect();
        if !lost.is_empty() {
            wrong.push(format!("is never asked {lost:?}"));
        }
        if let Err(errors) = validate(form, &walked.answers, &surroundings()) {
            wrong.push(format!("cannot be deposited: {errors:?}"));
        }
    }
    let told = |wrong| format!("{name}: « {} » {wrong}", example.says);
    wrong.into_iter().map(told).collect()
}

#[test]
fn the_examples_lead_where_they_say() {
    let mut all = Vec::new();
    for (name, _, form) in asking() {
        let Examples {
            short,
            long,
            refused,
        } = examples(name);
        for example in [&short, &long, &refused] {
            all.extend(wrong(name, &form, example));
        }
        let ends = short.because.is_empty() && long.because.is_empty();
        assert!(ends && !refused.because.is_empty(), "{name}");
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}
