//! From what an author wrote to a form: every problem is gathered, nothing is guessed.

mod conditions;
mod data;
mod elements;
mod kinds;

use std::collections::BTreeMap;

use serde_saphyr::{Location, Spanned};

use super::Step;
use crate::definition::{
    DataDefaults, ElementSource, FieldId, Problem, Problems, StepId, StepSource, Text, limits,
};
use crate::expression::{Condition, Known};

use conditions::Place;

/// The parser of conditions descends once per bracket, with large frames: its depth is bounded, and
/// this stack is several times what that bound needs.
const STACK: usize = 64 * 1024 * 1024;

/// Compiles the steps of a file.
pub(super) fn compile(
    file: &str,
    steps: &[StepSource],
    defaults: Option<&DataDefaults>,
) -> Result<Vec<Step>, Vec<Problem>> {
    apart(file, || compile_here(file, steps, defaults))
}

/// Compiles rules about the answers of a whole form: they see every question.
pub(super) fn rules(
    file: &str,
    steps: &[StepSource],
    rules: &[&Spanned<String>],
) -> Result<Vec<Condition>, Vec<Problem>> {
    apart(file, || rules_here(file, steps, rules))
}

fn rules_here(
    file: &str,
    steps: &[StepSource],
    rules: &[&Spanned<String>],
) -> Result<Vec<Condition>, Vec<Problem>> {
    let mut compiler = Compiler::new(file, steps, None);
    compiler.problems = Problems::of(file);
    let place = Place::outside(usize::MAX, None);
    let compiled = rules
        .iter()
        .filter_map(|rule| compiler.condition(Some(rule), &place));
    let compiled: Vec<Condition> = compiled.collect();
    compiler.check_total_cost();
    if compiler.problems.is_empty() {
        Ok(compiled)
    } else {
        Err(compiler.problems.into_vec())
    }
}

/// Works on a thread of its own, whose stack is large enough.
fn apart<T: Send>(
    file: &str,
    work: impl FnOnce() -> Result<T, Vec<Problem>> + Send,
) -> Result<T, Vec<Problem>> {
    let broken = || {
        let message = "the form cannot be read by this machine";
        vec![Problem::at(file, Location::UNKNOWN, message)]
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        match thread.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(compiled)) => compiled,
            _ => Err(broken()),
        }
    })
}

fn compile_here(
    file: &str,
    steps: &[StepSource],
    defaults: Option<&DataDefaults>,
) -> Result<Vec<Step>, Vec<Problem>> {
    let mut compiler = Compiler::new(file, steps, defaults);
    let compiled = steps.iter().map(|step| compiler.step(step)).collect();
    compiler.check_total_cost();
    if compiler.problems.is_empty() {
        Ok(compiled)
    } else {
        Err(compiler.problems.into_vec())
    }
}

struct Compiler<'a> {
    problems: Problems,
    defaults: data::Defaults,
    /// Every field and block, for conditions.
    known: BTreeMap<String, Known>,
    /// How many fields and blocks were met so far.
    order: usize,
    /// The names of the steps met so far.
    step_ids: Vec<&'a str>,
    /// The price of all conditions, each counted for every row.
    cost: u64,
}

impl<'a> Compiler<'a> {
    fn new(file: &str, steps: &'a [StepSource], defaults: Option<&DataDefaults>) -> Self {
        let mut problems = Problems::of(file);
        let defaults = data::Defaults::read(defaults, &mut problems);
        let mut compiler = Self {
            problems,
            defaults,
            known: BTreeMap::new(),
            order: 0,
            step_ids: Vec::new(),
            cost: 0,
        };
        compiler.check_counts(steps);
        compiler.learn_names(steps);
        compiler
    }

    fn check_counts(&mut self, steps: &[StepSource]) {
        let first = steps
            .first()
            .map_or(Location::UNKNOWN, |step| step.step.referenced);
        if steps.is_empty() {
            self.problems.note_expecting(
                Location::UNKNOWN,
                "the form has no step",
                "at least one step",
            );
        }
        if steps.len() > limits::STEPS {
            self.problems
                .note(first, format!("more than {} steps", limits::STEPS));
        }
        let elements = steps.iter().flat_map(|step| &step.elements);
        let fields: usize = elements
            .map(|element| 1 + element.fields.as_ref().map_or(0, Vec::len))
            .sum();
        if fields > limits::FIELDS {
            self.problems
                .note(first, format!("more than {} elements", limits::FIELDS));
        }
    }

    fn step(&mut self, source: &'a StepSource) -> Step {
        let id = self.step_id(&source.step);
        let before = self.order;
        let condition = self.condition(source.condition.as_ref(), &Place::outside(before, None));
        if source.elements.is_empty() {
            self.problems.note_expecting(
                source.step.referenced,
                "the step is empty",
                "at least one element",
            );
        }
        Step {
            id,
            title: self.words(&source.title, limits::SHORT_WORDS),
            intro: self.some_words(source.intro.as_ref()),
            condition,
            elements: source
                .elements
                .iter()
                .filter_map(|element| self.element(element))
                .collect(),
        }
    }

    fn step_id(&mut self, source: &'a Spanned<String>) -> StepId {
        if self.step_ids.contains(&source.value.as_str()) {
            self.problems.note(
                source.referenced,
                format!("two steps are called `{}`", source.value),
            );
        }
        self.step_ids.push(&source.value);
        match source.value.parse() {
            Ok(id) => id,
            Err(error) => {
                self.problems.note_expecting(
                    source.referenced,
                    format!("{error}"),
                    "a name such as `your_children`",
                );
                StepId::placeholder()
            }
        }
    }

    /// The name of a field or of a block; a wrong one was noted when names were learnt.
    fn id(&self, source: &Spanned<String>) -> FieldId {
        source
            .value
            .parse()
            .unwrap_or_else(|_| FieldId::placeholder())
    }

    /// Words that people read: not empty, not endless.
    fn words(&mut self, source: &Spanned<Text>, max: usize) -> Text {
        for version in source.value.versions() {
            if version.is_empty() {
                self.problems.note(source.referenced, "the text is empty");
            }
            if version.chars().count() > max {
                self.problems.note(
                    source.referenced,
                    format!("the text is longer than {max} letters"),
                );
            }
        }
        source.value.clone()
    }

    fn some_words(&mut self, source: Option<&Spanned<Text>>) -> Option<Text> {
        source.map(|source| self.words(source, limits::LONG_WORDS))
    }

    /// Words that must be there.
    fn needed_words(
        &mut self,
        owner: Location,
        name: &str,
        source: Option<&Spanned<Text>>,
    ) -> Text {
        if let Some(source) = source {
            return self.words(source, limits::SHORT_WORDS);
        }
        self.problems.note_expecting(
            owner,
            format!("`{name}` is missing"),
            format!("`{name}: a text`"),
        );
        Text::french("?")
    }

    fn check_total_cost(&mut self) {
        if self.cost > limits::FORM_COST {
            let message = format!(
                "the conditions of the form cost {}, over {}",
                self.cost,
                limits::FORM_COST
            );
            self.problems.note(Location::UNKNOWN, message);
        }
    }

    /// Learns the names first, so that a condition can say "asked later" rather than "unknown".
    fn learn_names(&mut self, steps: &[StepSource]) {
        let mut order = 0;
        for element in steps.iter().flat_map(|step| &step.elements) {
            if let Some(name) = element.field.as_ref().or(element.block.as_ref()) {
                self.learn(name, element, None, &mut order);
            }
            let Some(block) = &element.block else {
                continue;
            };
            let block = self.id(block);
            for field in element.fields.iter().flatten() {
                if let Some(name) = &field.field {
                    self.learn(name, field, Some(&block), &mut order);
                }
            }
        }
    }

    fn learn(
        &mut self,
        name: &Spanned<String>,
        source: &ElementSource,
        block: Option<&FieldId>,
        order: &mut usize,
    ) {
        let id: FieldId = match name.value.parse() {
            Ok(id) => id,
            Err(error) => {
                self.problems.note_expecting(
                    name.referenced,
                    format!("{error}"),
                    "a name such as `first_name`",
                );
                *order += 1;
                return;
            }
        };
        let known = Known {
            order: *order,
            block: block.cloned(),
            kind: kinds::type_of(source),
            rows: kinds::rows_of(source),
            mentions: conditions::mentions(source.condition.as_ref()),
            id,
        };
        *order += 1;
        if self.known.contains_key(&name.value) {
            self.problems.note_expecting(
                name.referenced,
                format!("`{}` is already a name of the form", name.value),
                "another name",
            );
            return;
        }
        self.known.insert(name.value.clone(), known);
    }
}
