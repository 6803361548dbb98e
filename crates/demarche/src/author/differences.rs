//! What a draft changes from what is published.

use std::collections::BTreeSet;

use parvis_form::form::Element;
use parvis_form::{Field, Form, Text};
use serde_json::Value;

use crate::file::ProcedureFile;

/// One difference, as an author would tell it. Titles and labels are those of the language of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Difference {
    StepAdded(Text),
    StepRemoved(Text),
    StepRenamed(Text, Text),
    StepChanged(Text),
    FieldAdded(Text, Text),
    FieldRemoved(Text, Text),
    FieldRenamed(Text, Text),
    FieldRequired(Text),
    FieldOptional(Text),
    FieldAnsweredOtherwise(Text),
    FieldShownOtherwise(Text),
    FieldMoved(Text),
    /// A part of what the procedure says of itself: its key in the file.
    Said(String),
}

/// What changes between two versions, in the order of the pages.
pub(super) fn differences(
    before: (&ProcedureFile, &Form),
    after: (&ProcedureFile, &Form),
) -> Vec<Difference> {
    let mut found: Vec<Difference> = said(before.0, after.0);
    found.extend(steps(before.1, after.1));
    found.extend(fields(before.1, after.1));
    found
}

fn said(before: &ProcedureFile, after: &ProcedureFile) -> Vec<Difference> {
    let parts = |file| match serde_json::to_value(file) {
        Ok(Value::Object(parts)) => parts,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (parts(before), parts(after));
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = keys
        .into_iter()
        .filter(|key| before.get(*key) != after.get(*key));
    changed.cloned().map(Difference::Said).collect()
}

fn steps(before: &Form, after: &Form) -> Vec<Difference> {
    let mut found = Vec::new();
    for step in after.steps() {
        match before.step(step.id.as_str()) {
            None => found.push(Difference::StepAdded(step.title.clone())),
            Some(was) if was.title != step.title => {
                let (was, is) = (was.title.clone(), step.title.clone());
                found.push(Difference::StepRenamed(was, is));
            }
            Some(was) if was.intro != step.intro || was.condition != step.condition => {
                found.push(Difference::StepChanged(step.title.clone()));
            }
            Some(was) if texts(&was.elements) != texts(&step.elements) => {
                found.push(Difference::StepChanged(step.title.clone()));
            }
            Some(_) => {}
        }
    }
    let gone = before.steps().iter();
    let gone = gone.filter(|step| after.step(step.id.as_str()).is_none());
    found.extend(gone.map(|step| Difference::StepRemoved(step.title.clone())));
    found
}

/// What a step says beside its questions, and the blocks that it has.
fn texts(elements: &[Element]) -> Vec<Element> {
    let beside = elements.iter().filter_map(|element| match element {
        Element::Field(_) => None,
        Element::Explanation(_) => Some(element.clone()),
        Element::Block(block) => {
            let mut block = block.clone();
            block.fields.clear();
            Some(Element::Block(block))
        }
    });
    beside.collect()
}

fn fields(before: &Form, after: &Form) -> Vec<Difference> {
    let mut found = Vec::new();
    for step in after.steps() {
        for field in step.elements.iter().flat_map(Element::fields) {
            match before.field(field.id.as_str()) {
                None => found.push(Difference::FieldAdded(
                    field.label.clone(),
                    step.title.clone(),
                )),
                Some(was) => found.extend(changed(was, field)),
            }
            if before.field(field.id.as_str()).is_some()
                && step_of(before, field) != Some(step.id.as_str())
            {
                found.push(Difference::FieldMoved(field.label.clone()));
            }
        }
    }
    for step in before.steps() {
        let gone = step.elements.iter().flat_map(Element::fields);
        let gone = gone.filter(|field| after.field(field.id.as_str()).is_none());
        found.extend(
            gone.map(|field| Difference::FieldRemoved(field.label.clone(), step.title.clone())),
        );
    }
    found
}

fn step_of<'a>(form: &'a Form, field: &Field) -> Option<&'a str> {
    let holds = |element: &Element| element.fields().iter().any(|own| own.id == field.id);
    let found = form
        .steps()
        .iter()
        .find(|step| step.elements.iter().any(holds));
    found.map(|step| step.id.as_str())
}

/// What differs in one question.
fn changed(was: &Field, is: &Field) -> Vec<Difference> {
    let mut found = Vec::new();
    let label = || is.label.clone();
    if was.label != is.label {
        found.push(Difference::FieldRenamed(was.label.clone(), label()));
    }
    match (was.optional, is.optional) {
        (true, false) => found.push(Difference::FieldRequired(label())),
        (false, true) => found.push(Difference::FieldOptional(label())),
        _ => {}
    }
    if was.kind != is.kind {
        found.push(Difference::FieldAnsweredOtherwise(label()));
    }
    let (hint, data) = (was.hint != is.hint, was.data != is.data);
    if was.condition != is.condition || hint || data || was.autocomplete != is.autocomplete {
        found.push(Difference::FieldShownOtherwise(label()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::check;
    use crate::library::LIBRARY;

    fn between(text: &str, by: &str) -> Vec<Difference> {
        let (name, source) = LIBRARY[0];
        assert!(source.contains(text), "{text}");
        let before = check(name, source).unwrap();
        let after = check(name, &source.replace(text, by)).unwrap();
        differences((&before.file, &before.form), (&after.file, &after.form))
    }

    #[test]
    fn the_same_file_changes_nothing() {
        assert_eq!(between("minutes: 5", "minutes: 5"), []);
    }

    #[test]
    fn what_the_procedure_says_is_told_by_its_key() {
        assert_eq!(
            between("minutes: 5", "minutes: 6"),
            [Difference::Said("minutes".to_owned())]
        );
    }

    #[test]
    fn every_key_of_a_file_has_its_words() {
        for (name, source) in LIBRARY {
            let file = check(name, source).unwrap().file;
            let Value::Object(parts) = serde_json::to_value(file).unwrap() else {
                unreachable!()
            };
            for key in parts.keys().filter(|key| *key != "format") {
                assert!(super::super::words::part_key(key).is_some(), "{key}");
            }
        }
    }
}
