//! Differences and warnings in sentences.

use parvis_form::{Problem, Text};
use parvis_kernel::Language;
use parvis_procedure::{Checked, french};
use parvis_web::Visit;

use super::differences::Difference;
use super::editor;
use super::seen::Warning;
use crate::prose::Said;

/// Keys of the file and the words that name them.
const PARTS: &[(&str, &str)] = &[
    ("slug", "author-part-slug"),
    ("title", "author-part-title"),
    ("summary", "author-part-summary"),
    ("theme", "author-part-theme"),
    ("languages", "author-part-languages"),
    ("keywords", "author-part-keywords"),
    ("who_for", "author-part-who-for"),
    ("what_you_get", "author-part-what-you-get"),
    ("minutes", "author-part-minutes"),
    ("papers", "author-part-papers"),
    ("cost", "author-part-cost"),
    ("delay", "author-part-delay"),
    ("silence", "author-part-silence"),
    ("silence_reason", "author-part-silence-reason"),
    ("financial", "author-part-financial"),
    ("asks_for_decision", "author-part-asks-for-decision"),
    ("identity", "author-part-identity"),
    ("doors", "author-part-doors"),
    ("service", "author-part-service"),
    ("group", "author-part-group"),
    ("routing", "author-part-routing"),
    ("retention", "author-part-retention"),
    ("draft_days", "author-part-draft-days"),
    ("begun_drafts", "author-part-begun-drafts"),
    ("declarations", "author-part-declarations"),
    ("reply_texts", "author-part-reply-texts"),
    ("refusal_grounds", "author-part-refusal-grounds"),
    ("remedies", "author-part-remedies"),
    ("closing", "author-part-closing"),
    ("sources", "author-part-sources"),
    ("regime", "author-part-regime"),
    ("commitments", "author-part-commitments"),
    ("payment", "author-part-payment"),
    ("orientation", "author-part-orientation"),
    ("lint", "author-part-lint"),
];

/// The words that name a part of the file.
pub(super) fn part_key(key: &str) -> Option<&'static str> {
    let found = PARTS.iter().find(|(part, _)| *part == key);
    found.map(|(_, words)| *words)
}

/// What bears a name in a procedure, as its pages call it: a question, a block, a step, a part of what the file says.
pub(super) fn part_said(visit: &Visit, checked: &Checked, name: &str) -> Option<String> {
    let form = &checked.form;
    let label = form.field(name).map(|field| &field.label);
    let label = label.or_else(|| form.block(name).map(|block| &block.title));
    if let Some(label) = label {
        return Some(Said::of(visit, label).text);
    }
    if let Some(step) = form.step(name) {
        return Some(Said::of(visit, &step.title).text);
    }
    let words = visit.say(part_key(name)?);
    let mut letters = words.chars();
    let capital = letters.next()?.to_uppercase();
    Some(capital.chain(letters).collect())
}

/// A difference in a sentence.
pub(super) fn difference(visit: &Visit, difference: &Difference) -> String {
    let said = |text: &Text| Said::of(visit, text).text;
    let one = |key: &str, text: &Text| visit.say_with(key, &[("name", said(text))]);
    let two = |key: &str, was: &Text, is: &Text| {
        visit.say_with(key, &[("was", said(was)), ("is", said(is))])
    };
    let of_step = |key: &str, label: &Text, step: &Text| {
        visit.say_with(key, &[("name", said(label)), ("step", said(step))])
    };
    match difference {
        Difference::StepAdded(title) => one("author-change-step-added", title),
        Difference::StepRemoved(title) => one("author-change-step-removed", title),
        Difference::StepRenamed(was, is) => two("author-change-step-renamed", was, is),
        Difference::Translated(text, languages) => {
            let names = languages.iter().map(|own| own.name(visit.language));
            let names = names.collect::<Vec<_>>().join(", ");
            let values = [("name", said(text)), ("languages", names)];
            visit.say_with("author-change-translated", &values)
        }
        Difference::StepChanged(title) => one("author-change-step", title),
        Difference::FieldAdded(label, step) => of_step("author-change-added", label, step),
        Difference::FieldRemoved(label, step) => of_step("author-change-removed", label, step),
        Difference::FieldRenamed(was, is) => two("author-change-renamed", was, is),
        Difference::FieldRequired(label) => one("author-change-required", label),
        Difference::FieldOptional(label) => one("author-change-optional", label),
        Difference::OptionAdded(label, option) => two("author-change-option-added", label, option),
        Difference::OptionRemoved(label, option) => {
            two("author-change-option-removed", label, option)
        }
        Difference::KindChanged(label, was, is) => {
            let (was, is) = (
                editor::kind_words(visit, was),
                editor::kind_words(visit, is),
            );
            let values = [("name", said(label)), ("was", was), ("is", is)];
            visit.say_with("author-change-kind", &values)
        }
        Difference::LimitChanged {
            label,
            kind,
            key,
            was,
            is,
        } => {
            let what = editor::limit_words(visit, kind, key);
            let shown = |value: &str| match value {
                "" => visit.say("author-change-none").to_owned(),
                value => value.to_owned(),
            };
            let values = [
                ("name", said(label)),
                ("what", what),
                ("was", shown(was)),
                ("is", shown(is)),
            ];
            visit.say_with("author-change-limit", &values)
        }
        Difference::ConditionChanged(label, Some(condition)) => {
            let values = [("name", said(label)), ("condition", condition.clone())];
            visit.say_with("author-change-condition", &values)
        }
        Difference::ConditionChanged(label, None) => one("author-change-unconditional", label),
        Difference::StepsReordered => visit.say("author-change-steps-order").to_owned(),
        Difference::QuestionsReordered(step) => one("author-change-questions-order", step),
        Difference::FieldAnsweredOtherwise(label) => one("author-change-answered", label),
        Difference::HintChanged(label, Some(hint)) => {
            let values = [("name", said(label)), ("hint", said(hint))];
            visit.say_with("author-change-hint", &values)
        }
        Difference::HintChanged(label, None) => one("author-change-no-hint", label),
        Difference::FieldShownOtherwise(label) => one("author-change-shown", label),
        Difference::FieldMoved(label) => one("author-change-moved", label),
        Difference::MinutesChanged(was, is) => {
            visit.say_with("author-change-minutes", &[("was", was), ("is", is)])
        }
        Difference::Said(key) => match part_key(key) {
            Some(words) => visit.say_with("author-change-said", &[("part", visit.say(words))]),
            None => visit.say_with("author-change-said", &[("part", key)]),
        },
    }
}

/// A warning in a sentence.
pub(super) fn warning(visit: &Visit, warning: &Warning) -> String {
    match warning {
        Warning::NoService(slug) => visit.say_with("author-warning-service", &[("slug", slug)]),
        Warning::NoGroup(slug) => visit.say_with("author-warning-group", &[("slug", slug)]),
        Warning::ToConfirm(facts) => {
            visit.say_with("author-warning-to-confirm", &[("count", facts)])
        }
        Warning::FrenchOnly => visit.say("author-warning-french-only").to_owned(),
        Warning::Same => visit.say("author-warning-same").to_owned(),
    }
}

/// One thing to correct in a text, with the line that has it.
pub(super) struct Wrong {
    /// Where.
    pub place: String,
    /// What is wrong, and what was expected.
    pub said: String,
    /// The line as it was written.
    pub line: String,
}

/// Letters of a line that are shown.
const LINE: usize = 160;

impl Wrong {
    pub fn of(visit: &Visit, source: &str, problem: &Problem) -> Self {
        Self {
            place: place(visit, problem.line, problem.column),
            said: said(visit, problem),
            line: line_of(source, problem.line),
        }
    }
}

/// A place of a file, in words.
pub(super) fn place(visit: &Visit, line: u64, column: u64) -> String {
    match line {
        0 => visit.say("author-problem-whole").to_owned(),
        line => visit.say_with(
            "author-problem-place",
            &[("line", line), ("column", column)],
        ),
    }
}

/// A line of a file as it was written, from 1, cut where it is long.
pub(super) fn line_of(source: &str, line: u64) -> String {
    let index = usize::try_from(line).unwrap_or_default();
    let line = index.checked_sub(1).and_then(|at| source.lines().nth(at));
    line.unwrap_or_default().trim().chars().take(LINE).collect()
}

/// What is quoted between grave accents, between guillemets.
pub(super) fn guillemets(text: &str) -> String {
    let mut parts = text.split('`');
    let mut quoted = parts.next().unwrap_or_default().to_owned();
    for (index, part) in parts.enumerate() {
        quoted.push_str(if index % 2 == 0 { "« " } else { " »" });
        quoted.push_str(part);
    }
    quoted
}

fn said(visit: &Visit, problem: &Problem) -> String {
    let in_language = |text: &str| match visit.language {
        Language::French => parvis_web::typography(&guillemets(&french(text))),
        Language::English => text.to_owned(),
    };
    let message = in_language(&problem.message);
    let Some(expected) = problem.expected.as_deref().filter(|text| !text.is_empty()) else {
        return message;
    };
    let values = [("message", message), ("expected", in_language(expected))];
    visit.say_with("author-problem-expected", &values)
}
