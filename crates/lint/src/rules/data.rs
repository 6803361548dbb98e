//! Data that nothing uses, or that are kept longer than what they are for.

use std::collections::BTreeSet;

use parvis_form::{Retention, RetentionUnit};

use super::Family;
use crate::finding::Findings;
use crate::read::{Subject, Tree};
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&UNUSED, &KEPT_LONGER],
    find: |subject, findings| {
        unused(subject, findings);
        kept_longer(subject, findings);
    },
};

const UNUSED: Rule = Rule {
    id: "optional-unused",
    severity: Severity::Light,
    reason: Fixed::new(
        "Une question facultative dont rien ne se sert et qui ne dit pas à quoi elle sert n’est pas nécessaire.",
        "An optional question that nothing uses and that does not say what it is for is not needed.",
    ),
    source: Source::to_confirm("RGPD, art. 5, 1, c (minimisation)"),
    example: Example {
        before: "steps: [{ step: vous, title: Vous, elements: [{ field: metier, kind: short_text, label: Votre métier, optional: true }] }]",
        after: "steps: [{ step: vous, title: Vous, elements: [{ field: metier, kind: short_text, label: Votre métier, optional: true, purpose: Vous proposer un horaire qui vous convient. }] }]",
    },
};

const KEPT_LONGER: Rule = Rule {
    id: "kept-longer",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Une réponse gardée plus longtemps que son dossier n’a plus de raison d’être gardée.",
        "An answer kept longer than its file has no reason to be kept any more.",
    ),
    source: Source::to_confirm("RGPD, art. 5, 1, e (durée limitée)"),
    example: Example {
        before: "steps: [{ step: vous, title: Vous, elements: [{ field: metier, kind: short_text, label: Votre métier, retention: 10 years }] }]",
        after: "steps: [{ step: vous, title: Vous, elements: [{ field: metier, kind: short_text, label: Votre métier, retention: 6 months }] }]",
    },
};

fn unused(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut used = BTreeSet::new();
    names_of(&subject.root, "", &mut used);
    for question in &subject.questions {
        let field = question.field;
        // A reader finds an answer's own purpose under it; a piece is looked at, whatever it is.
        if !question.is_optional() || question.says("purpose") || used.contains(field.id.as_str()) {
            continue;
        }
        findings.note(
            &UNUSED,
            &question.place("label"),
            Fixed::new(
                "cette question facultative ne dit pas à quoi elle sert, et aucune règle ne s’en sert",
                "this optional question does not say what it is for, and no rule uses it",
            ),
            Fixed::new("retirez-la, ou dites à quoi elle sert (`purpose`)", "remove it, or say what it is for (`purpose`)"),
        );
    }
}

/// The words of the grammar that hold an expression.
const EXPRESSIONS: &[&str] = &["if", "rule", "value", "required_if", "after", "before"];

/// The names that expressions mention.
fn names_of<'t>(tree: &'t Tree, word: &str, used: &mut BTreeSet<&'t str>) {
    if let Some(text) = tree.text().filter(|_| EXPRESSIONS.contains(&word)) {
        used.extend(text.split(|sign: char| !sign.is_alphanumeric() && sign != '_'));
    }
    for (word, inner) in tree.entries() {
        names_of(inner, word, used);
    }
    for item in tree.items() {
        names_of(item, word, used);
    }
}

fn kept_longer(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let file = subject.file.retention.after_decision;
    for question in &subject.questions {
        let own = question.field.data.retention;
        if !question.says("retention") || days(own) <= days(file) {
            continue;
        }
        findings.note(
            &KEPT_LONGER,
            &question.place("retention"),
            Words::new(
                format!("la réponse est gardée {own}, le dossier {file}"),
                format!("the answer is kept {own}, the file {file}"),
            ),
            Fixed::new(
                "alignez la durée de la question sur celle du dossier, ou l’inverse",
                "bring the time of the question to that of the file, or the other way round",
            ),
        );
    }
}

fn days(retention: Retention) -> u32 {
    let unit = match retention.unit {
        RetentionUnit::Days => 1,
        RetentionUnit::Months => 30,
        RetentionUnit::Years => 365,
    };
    u32::from(retention.count) * unit
}
