//! What a draft changes from what is published.

use std::collections::BTreeSet;

use parvis_form::form::{Element, Step};
use parvis_form::{Field, Form, Text};
use parvis_kernel::{Language, LanguageTag};
use serde_json::Value;

use parvis_procedure::ProcedureFile;

/// One difference, as an author would tell it. Titles and labels are those of the language of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Difference {
    StepAdded(Text),
    StepRemoved(Text),
    StepRenamed(Text, Text),
    /// The French of a title or of a question is the same; what it says in other languages is not.
    Translated(Text, Vec<LanguageTag>),
    StepChanged(Text),
    FieldAdded(Text, Text),
    FieldRemoved(Text, Text),
    FieldRenamed(Text, Text),
    FieldRequired(Text),
    FieldOptional(Text),
    /// An option more, or less: the question, the option.
    OptionAdded(Text, Text),
    OptionRemoved(Text, Text),
    /// Another kind of answer: the question, the terms of the file.
    KindChanged(Text, String, String),
    /// A limit of the answer: the question, its kind and the key of the file, what it was and what it is; nothing when it had none.
    LimitChanged {
        label: Text,
        kind: String,
        key: String,
        was: String,
        is: String,
    },
    /// The condition of a question or of a step, now; none when it is always met.
    ConditionChanged(Text, Option<String>),
    /// The steps are the same in another order.
    StepsReordered,
    /// The questions of a step are the same in another order.
    QuestionsReordered(Text),
    FieldAnsweredOtherwise(Text),
    /// The help of a question, now; none when it has none any more.
    HintChanged(Text, Option<Text>),
    FieldShownOtherwise(Text),
    FieldMoved(Text),
    /// The time that is announced, in minutes: what it was and what it is.
    MinutesChanged(u16, u16),
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
    found.extend(reordered(before.1, after.1));
    found
}

fn said(before: &ProcedureFile, after: &ProcedureFile) -> Vec<Difference> {
    let parts = |file| match serde_json::to_value(file) {
        Ok(Value::Object(parts)) => parts,
        _ => serde_json::Map::new(),
    };
    let own = (before, after);
    let (before, after) = (parts(before), parts(after));
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = keys
        .into_iter()
        .filter(|key| before.get(*key) != after.get(*key));
    let told = changed.map(|key| match key.as_str() {
        "minutes" => Difference::MinutesChanged(own.0.minutes, own.1.minutes),
        key => Difference::Said(key.to_owned()),
    });
    told.collect()
}

fn steps(before: &Form, after: &Form) -> Vec<Difference> {
    let mut found = Vec::new();
    for step in after.steps() {
        match before.step(step.id.as_str()) {
            None => found.push(Difference::StepAdded(step.title.clone())),
            Some(was) if was.title != step.title => {
                found.push(renamed(&was.title, &step.title, Difference::StepRenamed));
            }
            Some(was) if was.condition != step.condition => {
                let condition = step.condition.as_ref();
                let condition = condition.map(|condition| condition.source().to_owned());
                let title = step.title.clone();
                found.push(Difference::ConditionChanged(title, condition));
            }
            Some(was)
                if was.intro != step.intro
                    || was.checks != step.checks
                    || was.ineligible != step.ineligible =>
            {
                found.push(Difference::StepChanged(step.title.clone()));
            }
            Some(was) if texts(&was.elements) != texts(&step.elements) => {
                found.push(Difference::StepChanged(step.title.clone()));
            }
            Some(_) => {}
        }
    }
    let names = |form: &Form, other: &Form| {
        let steps = form.steps().iter().map(|step| step.id.as_str().to_owned());
        let both = steps.filter(|step| other.step(step).is_some());
        both.collect::<Vec<_>>()
    };
    if names(before, after) != names(after, before) {
        found.push(Difference::StepsReordered);
    }
    let gone = before.steps().iter();
    let gone = gone.filter(|step| after.step(step.id.as_str()).is_none());
    found.extend(gone.map(|step| Difference::StepRemoved(step.title.clone())));
    found
}

/// A text that is not what it was: another one, or the same said otherwise in other languages.
fn renamed(was: &Text, is: &Text, other: impl FnOnce(Text, Text) -> Difference) -> Difference {
    if was.in_language(LanguageTag::FRENCH) != is.in_language(LanguageTag::FRENCH) {
        return other(was.clone(), is.clone());
    }
    let version = |text: &Text, language| {
        let exists = text.exists_in(language);
        exists.then(|| text.in_language(language).to_owned())
    };
    let mut languages: Vec<LanguageTag> = Vec::new();
    for (language, _) in was.by_language().chain(is.by_language()) {
        if version(was, language) != version(is, language) && !languages.contains(&language) {
            languages.push(language);
        }
    }
    // The same in every language: their order alone changed.
    match languages.is_empty() {
        true => other(was.clone(), is.clone()),
        false => Difference::Translated(is.clone(), languages),
    }
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

/// Steps whose questions that stay are in another order.
fn reordered(before: &Form, after: &Form) -> Vec<Difference> {
    let order = |step: &Step, other: &Step| {
        let own = step.elements.iter().flat_map(Element::fields);
        let both = own.filter(|field| {
            let mut others = other.elements.iter().flat_map(Element::fields);
            others.any(|twin| twin.id == field.id)
        });
        both.map(|field| field.id.clone()).collect::<Vec<_>>()
    };
    let moved = after.steps().iter().filter(|step| {
        let was = before.step(step.id.as_str());
        was.is_some_and(|was| order(was, step) != order(step, was))
    });
    moved
        .map(|step| Difference::QuestionsReordered(step.title.clone()))
        .collect()
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
        found.push(renamed(&was.label, &is.label, Difference::FieldRenamed));
    }
    match (was.optional, is.optional) {
        (true, false) => found.push(Difference::FieldRequired(label())),
        (false, true) => found.push(Difference::FieldOptional(label())),
        _ => {}
    }
    if was.kind != is.kind {
        found.extend(answered(was, is));
    }
    if was.condition != is.condition {
        let condition = is.condition.as_ref();
        let condition = condition.map(|condition| condition.source().to_owned());
        found.push(Difference::ConditionChanged(label(), condition));
    }
    let french = |field: &Field| {
        let hint = field.hint.as_ref();
        hint.map(|hint| hint.in_language(Language::French).to_owned())
    };
    let helped = french(was) != french(is);
    if helped {
        found.push(Difference::HintChanged(label(), is.hint.clone()));
    }
    // What no sentence above tells: help in other languages, use of the data, rules.
    let rest = |field: &Field| {
        let mut field = field.clone();
        if helped {
            field.hint.clone_from(&is.hint);
        }
        field.label.clone_from(&is.label);
        field.kind.clone_from(&is.kind);
        field.condition.clone_from(&is.condition);
        field.optional = is.optional;
        field
    };
    if rest(was) != rest(is) {
        found.push(Difference::FieldShownOtherwise(label()));
    }
    found
}

/// What differs in how a question is answered.
fn answered(was: &Field, is: &Field) -> Vec<Difference> {
    let label = || is.label.clone();
    let (kind, former) = (is.kind.term().to_owned(), was.kind.term().to_owned());
    if kind != former {
        return vec![Difference::KindChanged(label(), former, kind)];
    }
    let parameters = |field: &Field| match serde_json::to_value(&field.kind) {
        Ok(Value::Object(parameters)) => parameters,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (parameters(was), parameters(is));
    let mut found = Vec::new();
    let mut untold = false;
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for key in keys
        .into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
    {
        let pair = (before.get(key), after.get(key));
        match pair {
            (Some(Value::Array(old)), Some(Value::Array(new))) if key == "options" => {
                let told = options(is, old, new);
                untold = untold || told.is_empty();
                found.extend(told);
            }
            (old, new) => match limit(old).zip(limit(new)) {
                Some((was, now)) => found.push(Difference::LimitChanged {
                    label: label(),
                    kind: kind.clone(),
                    key: key.clone(),
                    was,
                    is: now,
                }),
                None => untold = true,
            },
        }
    }
    if untold {
        found.push(Difference::FieldAnsweredOtherwise(label()));
    }
    found
}

/// A number or a word, as it is told; nothing when it is not there.
fn limit(value: Option<&Value>) -> Option<String> {
    match value {
        None | Some(Value::Null) => Some(String::new()),
        Some(Value::Number(number)) => Some(number.to_string()),
        Some(Value::String(word)) => Some(word.clone()),
        Some(_) => None,
    }
}

/// Options that came and that went; none when they only changed of place or of words.
fn options(field: &Field, old: &[Value], new: &[Value]) -> Vec<Difference> {
    let missing = |from: &[Value], others: &[Value]| {
        let gone = from.iter().filter(|option| {
            let same = |other: &Value| other.get("value") == option.get("value");
            !others.iter().any(same)
        });
        let labels = gone.filter_map(|option| {
            let label = option.get("label")?.clone();
            serde_json::from_value::<Text>(label).ok()
        });
        labels.collect::<Vec<_>>()
    };
    let label = || field.label.clone();
    let added = missing(new, old).into_iter();
    let added = added.map(|option| Difference::OptionAdded(label(), option));
    let removed = missing(old, new).into_iter();
    let removed = removed.map(|option| Difference::OptionRemoved(label(), option));
    added.chain(removed).collect()
}

#[cfg(test)]
mod tests;
