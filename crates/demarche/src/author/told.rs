//! What a revision changes, told to who began a request under the former one.

use parvis_form::Text;
use parvis_web::Visit;

use super::differences::{Difference, differences};
use super::words::difference;
use crate::model::Revision;

/// What changes in what a person reads and answers, in sentences of the language of the page: neither the terms of the file nor
/// what the house computes for agents. A change told twice in the same words is told once.
#[must_use]
pub fn what_changed(visit: &Visit, before: &Revision, after: &Revision) -> Vec<String> {
    let found = differences((&before.file, &before.form), (&after.file, &after.form));
    let mut told = Vec::new();
    for change in found.into_iter().filter_map(plain) {
        let is_hidden = |form: &parvis_form::Form| {
            let mut hidden = form.fields().filter(|field| field.is_hidden());
            hidden.any(|field| is_about(&change, &field.label))
        };
        if is_hidden(&before.form) || is_hidden(&after.form) {
            continue;
        }
        let sentence = difference(visit, &change);
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    told
}

/// A difference without the terms of the file; nothing for what only its author reads.
fn plain(change: Difference) -> Option<Difference> {
    Some(match change {
        Difference::KindChanged(label, ..) | Difference::LimitChanged { label, .. } => {
            Difference::FieldAnsweredOtherwise(label)
        }
        Difference::Said(key) => match key.as_str() {
            "title" | "papers" | "cost" | "delay" | "silence" | "who_for" | "what_you_get"
            | "declarations" => Difference::Said(key),
            _ => return None,
        },
        Difference::ConditionChanged(..)
        | Difference::FieldShownOtherwise(_)
        | Difference::HintChanged(..)
        | Difference::MinutesChanged(..)
        | Difference::StepsReordered
        | Difference::QuestionsReordered(_)
        | Difference::StepChanged(_) => return None,
        change => change,
    })
}

fn is_about(change: &Difference, label: &Text) -> bool {
    match change {
        Difference::FieldAdded(own, _)
        | Difference::FieldRemoved(own, _)
        | Difference::FieldRenamed(_, own)
        | Difference::FieldAnsweredOtherwise(own)
        | Difference::FieldMoved(own) => own == label,
        _ => false,
    }
}
