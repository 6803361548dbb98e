//! From what an author wrote to a form: every problem is gathered, nothing is guessed.

mod checks;
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
use crate::expression::{Computed, Condition, Formula, Known, Type};

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

/// Compiles a rule that gives an amount from the answers of a whole form.
pub(super) fn proposal(
    file: &str,
    steps: &[StepSource],
    rule: &Spanned<String>,
) -> Result<Formula, Vec<Problem>> {
    apart(file, || {
        let mut compiler = Compiler::new(file, steps, None);
        compiler.problems = Problems::of(file);
        let place = Place::outside(usize::MAX, None);
        let formula = compiler.formula(rule, &place);
        if let Some(formula) = &formula
            && formula.result() != Computed::Amount
        {
            let expected = "an amount, such as `eur('12.00')`";
            let message = "what is proposed is an amount";
            compiler
                .problems
                .note_expecting(rule.referenced, message, expected);
        }
        compiler.check_total_cost();
        match formula {
            Some(formula) if compiler.problems.is_empty() => Ok(formula),
            _ => Err(compiler.problems.into_vec()),
        }
    })
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
    /// Whether a fee was met.
    has_fee: bool,
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
            has_fee: false,
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
        let tables: usize = steps
            .iter()
            .flat_map(|step| &step.elements)
            .flat_map(|element| std::iter::once(element).chain(element.fields.iter().flatten()))
            .filter_map(|element| element.table.as_ref())
            .map(|table| table.value.csv.value.len())
            .sum();
        if tables > limits::TABLES {
            self.problems.note(
                first,
                format!("the tables have more than {} bytes", limits::TABLES),
            );
        }
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
        self.needs_a_question(source);
        let title = self.words(&source.title, limits::SHORT_WORDS);
        let intro = self.some_words(source.intro.as_ref());
        let elements = source.elements.iter();
        let elements = elements
            .filter_map(|element| self.element(element))
            .collect();
        let after = Place::outside(self.order, None);
        self.check_headings(&source.elements);
        self.check_pages(&source.elements);
        Step {
            id,
            title,
            intro,
            condition,
            checks: self.checks(source.checks.as_ref(), after),
            ineligible: self.ineligible(source.ineligible.as_ref(), after),
            elements,
        }
    }

    /// A heading of level 3 stands under one of level 2, or a block, whose title is of level 2: readers of screens go from one to
    /// the next (RGAA 9.1).
    fn check_headings(&mut self, elements: &[ElementSource]) {
        let mut has_parent = false;
        for element in elements {
            let level = element.level.as_ref().map_or(2, |level| level.value);
            match &element.heading {
                Some(heading) if level == 3 && !has_parent => self.problems.note_expecting(
                    heading.referenced,
                    "no heading of level 2 stands before this one",
                    "`level: 2`",
                ),
                Some(_) => has_parent = true,
                None => has_parent |= element.block.is_some(),
            }
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

    /// The type of a computed field, from what is asked before it. What is wrong is told when the field is compiled.
    fn computed_type(
        &self,
        source: &ElementSource,
        id: &FieldId,
        block: Option<&FieldId>,
        order: usize,
    ) -> Option<Type> {
        let value = source
            .value
            .as_ref()
            .filter(|_| kinds::is_computed(source))?;
        let place = match block {
            None => Place::outside(order, Some(id)),
            Some(block) => Place::inside(order, block, id, 1),
        };
        let typed = conditions::value_of(value, &self.known, &place);
        typed.ok().map(|(checked, _)| checked.kind)
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
        let computed = self.computed_type(source, &id, block, *order);
        let known = Known {
            order: *order,
            block: block.cloned(),
            is_unsure: kinds::is_computed(source) && computed.is_none(),
            kind: computed.unwrap_or_else(|| kinds::type_of(source)),
            rows: kinds::rows_of(source),
            mentions: conditions::mentions(&[
                source.condition.as_ref(),
                source.required_if.as_ref(),
                source.value.as_ref(),
            ]),
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
