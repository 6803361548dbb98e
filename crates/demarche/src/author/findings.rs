//! What the linter says of a draft. It blocks nothing: an organisation knows its people, and publishes with its eyes open.

use parvis_kernel::Language;
use parvis_lint::{Finding, Options, Severity, burden, lint, lint_revision};
use parvis_procedure::{Checked, check};
use parvis_web::{Tag, Tone, Visit};

use super::seen::Seen;
use super::words::{guillemets, line_of, part_said, place};

/// Findings that are told; a text with more has others to read first.
const TOLD: usize = 40;

/// What the linter says of a draft, as the page tells it.
pub(super) struct FindingsSaid {
    /// What it asks of a person, one line for each path.
    pub burden: Vec<String>,
    /// Each finding.
    pub told: Vec<Told>,
    /// How many more there are, in words.
    pub more: Option<String>,
}

/// A finding, as the page tells it.
pub(super) struct Told {
    pub severity: Tag,
    /// The question, the step or the word of the procedure that it is about.
    pub about: String,
    /// Its line and its column.
    pub place: String,
    pub message: String,
    pub advice: String,
    /// Why the rule exists, and what it rests on.
    pub reason: String,
    /// The line as it was written.
    pub line: String,
    pub rule: &'static str,
}

/// Everything that the linter finds in a draft, and in what it adds to what is published.
pub(super) fn found(seen: &Seen, checked: &Checked) -> Vec<Finding> {
    let name = format!("{}.yaml", seen.slug);
    let mut found = lint(&name, checked, &Options::default());
    let grown = earlier(seen).map(|earlier| lint_revision(&name, &earlier, checked));
    found.extend(grown.unwrap_or_default());
    found
}

/// What is published, where there is a draft to compare with it.
fn earlier(seen: &Seen) -> Option<Checked> {
    let source = seen.earlier.as_ref()?;
    check(&format!("{}.yaml", seen.slug), source).ok()
}

/// What the linter says of a draft, and of what it adds to what is published.
pub(super) fn findings(visit: &Visit, seen: &Seen, checked: &Checked) -> FindingsSaid {
    let mut found = found(seen, checked);
    let before = earlier(seen).as_ref().map(burden);
    let said = burden(checked).lines(before.as_ref(), visit.language);
    let more = found.len().saturating_sub(TOLD);
    found.sort_by_key(|finding| (finding.rule.severity, finding.line));
    FindingsSaid {
        burden: said.lines().map(|line| sentence(visit, line)).collect(),
        told: found
            .iter()
            .take(TOLD)
            .map(|one| told(visit, checked, one))
            .collect(),
        more: (more > 0).then(|| visit.say_with("author-findings-more", &[("count", more)])),
    }
}

/// A finding in the words of the page.
pub(super) fn told(visit: &Visit, checked: &Checked, finding: &Finding) -> Told {
    let language = visit.language;
    let tone = match finding.rule.severity {
        Severity::Grave => Tone::Bad,
        Severity::Heavy => Tone::Wait,
        Severity::Light => Tone::Quiet,
    };
    let rule = finding.rule;
    let reason = typed(visit, rule.reason.said(language));
    let rests_on = sentence(visit, &rule.source_said(language));
    let about = finding
        .at()
        .and_then(|name| part_said(visit, checked, name));
    let whole = || visit.say("author-findings-whole").to_owned();
    Told {
        severity: Tag::new(rule.severity.words().said(language), tone),
        about: about.unwrap_or_else(whole),
        place: place(visit, finding.line, finding.column),
        message: sentence(visit, finding.message.said(language)),
        advice: sentence(visit, finding.advice.said(language)),
        reason: format!("{reason} {rests_on}"),
        line: line_of(&checked.source, finding.line),
        rule: rule.id,
    }
}

/// A sentence begins with a capital and ends with its full stop.
fn sentence(visit: &Visit, text: &str) -> String {
    let mut letters = text.chars();
    let capital = letters.next().map(char::to_uppercase);
    let said: String = capital
        .into_iter()
        .flatten()
        .chain(letters)
        .chain(['.'])
        .collect();
    typed(visit, &said)
}

fn typed(visit: &Visit, text: &str) -> String {
    match visit.language {
        Language::French => parvis_web::typography(&guillemets(text)),
        _ => text.to_owned(),
    }
}
