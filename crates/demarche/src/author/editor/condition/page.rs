//! The page where a condition is made.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use parvis_web::{Choice, Errors, PageError, Visit};

use super::super::work::{Work, go};
use super::super::{condition_of, outline, outline_of, part_of};
use super::questions::{Asked, Sort, asked_before, said};
use super::terms::{Joined, Relation, Term, read, written};
use super::{Draft, TERMS, place};

#[derive(Template)]
#[template(path = "author/editor/condition/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    errors: Errors,
    title: String,
    part: String,
    action: String,
    version: i64,
    /// The condition as it is kept; nothing when there is none.
    code: String,
    /// The same in words; nothing when it is more than choices.
    said: String,
    /// What is being made, in its own language, when it differs.
    making: String,
    joined: Vec<Choice>,
    rows: Vec<Row>,
    /// The questions that a row may be added for; nothing when there are rows enough.
    questions: Vec<Choice>,
    asks_before: bool,
}

/// One choice: a question, how it is looked at, with what.
struct Row {
    number: usize,
    name: String,
    label: String,
    relations: Vec<Choice>,
    value: Value,
    value_name: String,
    error: String,
}

/// With what an answer is compared.
enum Value {
    Nothing,
    Choose(Vec<Choice>),
    Typed { text: String, hint: &'static str },
}

pub(super) fn page(
    visit: &Visit,
    work: &Work,
    rest: &str,
    draft: Option<Draft>,
    wrong: &[usize],
) -> Result<Response, PageError> {
    shown(visit, work, rest, draft, wrong, None)
}

/// The page again, with why the condition is not kept.
pub(super) fn refused(
    visit: &Visit,
    work: &Work,
    rest: &str,
    draft: Draft,
    why: String,
) -> Result<Response, PageError> {
    shown(visit, work, rest, Some(draft), &[], Some(why))
}

fn shown(
    visit: &Visit,
    work: &Work,
    rest: &str,
    draft: Option<Draft>,
    wrong: &[usize],
    why: Option<String>,
) -> Result<Response, PageError> {
    let slug = &work.seen.slug;
    let Ok(document) = &work.document else {
        return Ok(go(visit, &outline_of(slug), "", ""));
    };
    let path = place(document, rest).ok_or_else(PageError::not_found)?;
    let asked = asked_before(document, &path, visit);
    let code = document.word(&path.child("if")).to_owned();
    let draft = draft.unwrap_or_else(|| match read(&code, &asked) {
        Some((joined, terms)) => Draft { joined, terms },
        None => Draft {
            joined: Joined::All,
            terms: Vec::new(),
        },
    });
    let rows = rows(visit, &draft.terms, &asked, wrong);
    let mut errors = Errors::none();
    for row in rows.iter().filter(|row| !row.error.is_empty()) {
        errors.add(row.value_name.clone(), row.error.clone());
    }
    if let Some(why) = why {
        errors.add("", why);
    }
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let label = ["label", "title", "explanation", "heading"]
        .iter()
        .find_map(|key| {
            let own = path.child(key);
            document.has(&own).then(|| document.words(&own))
        });
    let making = written(draft.joined, &draft.terms, &asked).unwrap_or_default();
    let joint = |value: &'static str, key, joined| {
        Choice::new(value, visit.say(key)).checked(draft.joined == joined)
    };
    let room = draft.terms.len() < TERMS;
    let questions = asked.iter().filter(|_| room);
    let page = Page {
        visit,
        errors,
        title: outline::short(&label.unwrap_or_default(), visit),
        part: visit.url(&part_of(slug, rest)),
        action: visit.url(&condition_of(slug, rest)),
        version: work.version,
        said: said(visit, &code, &asked).unwrap_or_default(),
        making: if making == code {
            String::new()
        } else {
            making
        },
        code,
        joined: vec![
            joint("toutes", "editor-condition-all", Joined::All),
            joint("une", "editor-condition-any", Joined::Any),
        ],
        rows,
        questions: questions
            .map(|question| Choice::new(question.name.clone(), question.label.clone()))
            .collect(),
        asks_before: !asked.is_empty(),
    };
    Ok((status, Html(page.render()?)).into_response())
}

fn rows(visit: &Visit, terms: &[Term], asked: &[Asked], wrong: &[usize]) -> Vec<Row> {
    let rows = terms.iter().enumerate().filter_map(|(index, term)| {
        let question = asked.iter().find(|question| question.name == term.name)?;
        Some(row(visit, index, term, question, wrong.contains(&index)))
    });
    rows.collect()
}

fn row(visit: &Visit, index: usize, term: &Term, question: &Asked, wrong: bool) -> Row {
    let number = index + 1;
    let relations = question.sort.relations().iter().map(|relation| {
        let words = visit.say(question.sort.words(*relation));
        Choice::new(relation.term(), words).checked(*relation == term.relation)
    });
    let label = visit.say_with(
        "editor-condition-question",
        &[("question", &question.label)],
    );
    Row {
        number,
        name: question.name.clone(),
        relations: relations.collect(),
        value: value(term, question),
        value_name: format!("valeur-{number}"),
        error: match wrong {
            true => visit.say_with("editor-condition-error", &[("question", &label)]),
            false => String::new(),
        },
        label,
    }
}

fn value(term: &Term, question: &Asked) -> Value {
    let typed = |hint| Value::Typed {
        text: term.value.clone(),
        hint,
    };
    match question.sort {
        Sort::Free => Value::Nothing,
        Sort::YesNo | Sort::One | Sort::Several => {
            let choices = question.answers.iter().map(|answer| {
                let choice = Choice::new(answer.value.clone(), answer.label.clone());
                choice.checked(answer.value == term.value)
            });
            Value::Choose(choices.collect())
        }
        Sort::Integer => typed("editor-condition-integer"),
        Sort::Decimal => typed("editor-condition-decimal"),
        Sort::Amount => typed("editor-condition-amount"),
        Sort::Date => typed("editor-condition-date"),
    }
}

/// Leads to the page of what is being made, at a row.
pub(super) fn redirect(visit: &Visit, path: &str, draft: &Draft, row: usize) -> Response {
    let joint = match draft.joined {
        Joined::All => "toutes",
        Joined::Any => "une",
    };
    let terms = draft.terms.iter().map(|term| {
        let Term {
            name,
            relation,
            value,
        } = term;
        format!("{name}~{}~{value}", Relation::term(*relation))
    });
    let mut query = format!("joint={joint}");
    for term in terms {
        query.push_str("&terme=");
        query.push_str(&encoded(&term));
    }
    let to = visit.url(&format!("{path}?{query}"));
    Redirect::to(&format!("{to}#ligne-{row}")).into_response()
}

/// A text in the query of an address.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
