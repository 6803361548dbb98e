//! A condition made of choices: "when the answer to this question is that one". It is written in the language of conditions, and read
//! back from it; what is more than that is written by hand on the page of the part.

mod page;
mod questions;
mod terms;

use axum::extract::{Extension, Path as Address, State};
use axum::http::Uri;
use axum::response::Response;
use parvis_procedure::edit::{Content, Document, Operation, Path};
use parvis_web::{Entries, EntriesExt, Form, House, PageError, parse_entries};

use super::super::request::Author;
use super::work::{Work, answer, go};
use super::{condition_of, outline_of, part_of};
use crate::catalogue::Catalogue;
use page::{page, redirect};
use questions::asked_before;
use terms::{Joined, Relation, Term, expression, read, written};

pub(super) use questions::Questions;

/// Terms of a condition that are built here at most.
const TERMS: usize = 12;

/// What an author is making.
#[derive(Debug, Clone)]
struct Draft {
    joined: Joined,
    terms: Vec<Term>,
}

fn place(document: &Document, rest: &str) -> Option<Path> {
    let path: Path = rest.parse().ok()?;
    let list = path.parent();
    let is_part = ["steps", "elements", "fields"].contains(&list.last().unwrap_or_default());
    let in_steps = path.parts().first().is_some_and(|top| top == "steps");
    (is_part && in_steps && document.has(&path)).then_some(path)
}

pub(super) async fn ask(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Address((slug, rest)): Address<(String, String)>,
    uri: Uri,
) -> Result<Response, PageError> {
    let work = Work::open(&house, &visit, catalogue, &slug).await?;
    let entries = parse_entries(uri.query().unwrap_or_default().as_bytes())?;
    let draft = entries
        .contains_key("joint")
        .then(|| Draft::in_address(&entries));
    page(&visit, &work, &rest, draft, &[])
}

pub(super) async fn change(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Address((slug, rest)): Address<(String, String)>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let work = Work::open(&house, &visit, catalogue, &slug).await?;
    let Ok(document) = &work.document else {
        return Ok(go(&visit, &outline_of(&slug), "", ""));
    };
    let path = place(document, &rest).ok_or_else(PageError::not_found)?;
    let asked = asked_before(document, &path, &visit);
    let mut draft = Draft::typed(&entries);
    if let Some(shown) = draft.changed(&entries, &asked) {
        return Ok(redirect(&visit, &condition_of(&slug, &rest), &draft, shown));
    }
    let means = |term: &Term| {
        let question = asked.iter().find(|question| question.name == term.name);
        question.is_some_and(|question| expression(term, question).is_some())
    };
    let wrong: Vec<usize> = (0..draft.terms.len())
        .filter(|at| !draft.terms.get(*at).is_some_and(means))
        .collect();
    if !wrong.is_empty() {
        return page(&visit, &work, &rest, Some(draft), &wrong);
    }
    let operations = operations(document, &path, &draft, &asked);
    let kept = go(&visit, &part_of(&slug, &rest), "change", "if");
    let again = |why: String| page::refused(&visit, &work, &rest, draft.clone(), why);
    answer(&house, &visit, &work, (&entries, &operations), kept, again).await
}

/// What to do so that the text says the condition. One written by hand is not removed by a page that cannot show it.
fn operations(
    document: &Document,
    path: &Path,
    draft: &Draft,
    asked: &[questions::Asked],
) -> Vec<Operation> {
    let own = path.child("if");
    let code = document.word(&own);
    match written(draft.joined, &draft.terms, asked) {
        Some(condition) => vec![Operation::Set {
            path: own,
            content: Content::text(condition),
        }],
        None if read(code, asked).is_some() => vec![Operation::Remove { path: own }],
        None => Vec::new(),
    }
}

impl Draft {
    fn joined(entries: &Entries) -> Joined {
        match entries.first("joint") {
            "une" => Joined::Any,
            _ => Joined::All,
        }
    }

    /// What is typed, row by row.
    fn typed(entries: &Entries) -> Self {
        let terms = (1..=TERMS).filter_map(|number| {
            let own = |what: &str| entries.first(&format!("{what}-{number}"));
            let relation = Relation::of(own("relation"))?;
            let value = match relation.compares() {
                true => own("valeur").trim(),
                false => "",
            };
            Some(Term {
                name: own("question").to_owned(),
                relation,
                value: value.to_owned(),
            })
        });
        Self {
            joined: Self::joined(entries),
            terms: terms.collect(),
        }
    }

    /// What an address holds: what is being made, before it is kept.
    fn in_address(entries: &Entries) -> Self {
        let terms = entries.all("terme").iter().filter_map(|term| {
            let mut parts = term.splitn(3, '~');
            Some(Term {
                name: parts.next()?.to_owned(),
                relation: Relation::of(parts.next()?)?,
                value: parts.next()?.to_owned(),
            })
        });
        Self {
            joined: Self::joined(entries),
            terms: terms.take(TERMS).collect(),
        }
    }

    /// Adds or removes a row when that is asked: the number of the row to show then.
    fn changed(&mut self, entries: &Entries, asked: &[questions::Asked]) -> Option<usize> {
        if let Some(("retirer", number)) = entries.first("faire").split_once(':') {
            let at = number.parse::<usize>().unwrap_or_default();
            if (1..=self.terms.len()).contains(&at) {
                self.terms.remove(at - 1);
            }
            return Some(at.min(self.terms.len()));
        }
        let added = entries.first("ajouter");
        let question = asked.iter().find(|question| question.name == added)?;
        let relation = *question.sort.relations().first()?;
        if self.terms.len() < TERMS {
            self.terms.push(Term {
                name: question.name.clone(),
                relation,
                value: String::new(),
            });
        }
        Some(self.terms.len())
    }
}
