//! What is wrong in a text, beside what it is wrong with.

use parvis_form::Problem;
use parvis_procedure::edit::{Document, Path};
use parvis_web::Visit;

use super::super::words::Wrong;

/// A problem and its place in the text.
#[derive(Debug, Clone)]
pub(super) struct Noted {
    pub path: Path,
    pub said: String,
    /// Nothing is written there yet.
    pub missing: bool,
}

/// The problems of a text, each at its place.
pub(super) fn noted(visit: &Visit, document: &Document, problems: &[Problem]) -> Vec<Noted> {
    let mut noted: Vec<Noted> = Vec::new();
    for problem in problems {
        let path = place(document, problem);
        let missing = missing(problem).is_some();
        // What each question lacks because the file does not say it for all is said once.
        if missing
            && noted
                .iter()
                .any(|other| other.missing && other.path == path)
        {
            continue;
        }
        noted.push(Noted {
            path,
            said: Wrong::of(visit, document.text(), problem).said,
            missing,
        });
    }
    noted
}

/// What a file says once for all its questions.
const DEFAULTS: &[&str] = &["purpose", "legal_basis", "retention", "sensitivity"];

/// The key that is missing.
fn missing(problem: &Problem) -> Option<&str> {
    let message = problem.message.as_str();
    let own = message
        .strip_prefix('`')
        .and_then(|rest| rest.strip_suffix("` is missing"));
    own.or_else(|| message.strip_prefix("missing field `")?.strip_suffix('`'))
}

/// Where a problem is: what is missing has the place that it would have.
fn place(document: &Document, problem: &Problem) -> Path {
    let path = document.path_at(problem.line, problem.column);
    let Some(key) = missing(problem) else {
        return path;
    };
    let defaults = Path::root().child("data_defaults");
    let said_once =
        DEFAULTS.contains(&key) && path.parts().first().is_some_and(|top| top == "steps");
    if said_once && !document.has(&defaults.child(key)) {
        return defaults.child(key);
    }
    let lacks = |path: &Path| {
        let keys = document.keys(path);
        !keys.is_empty() && !keys.iter().any(|own| own == key)
    };
    let mut holder = path.clone();
    while !lacks(&holder) {
        if holder == Path::root() {
            return path;
        }
        holder = holder.parent();
    }
    holder.child(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use parvis_procedure::check;

    #[test]
    fn a_problem_is_told_where_it_can_be_mended() {
        let text = "\
slug: essai
delay: { expected_days: 2 }
silence:
  effect: accepted
steps:
  - step: une
    title: Une
    elements:
      - field: a
        kind: short_text
        max_length: 5000
      - block: b
        fields: []
        title: B
";
        let document = Document::read(text).unwrap();
        let problems = check("essai.yaml", text).unwrap_err();
        let places: Vec<String> = problems
            .iter()
            .map(|problem| place(&document, problem).to_string())
            .collect();
        for expected in [
            "title",
            "doors",
            "delay/words",
            "data_defaults/purpose",
            "steps/une/elements/a/label",
            "steps/une/elements/a/max_length",
            "steps/une/elements/b/row_title",
        ] {
            assert!(
                places.iter().any(|own| own == expected),
                "{expected}: {places:?}"
            );
        }
    }
}
