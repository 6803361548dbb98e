//! Conditions that decide nothing: what nobody meets, what everybody meets.

use parvis_form::expression::Condition;

use super::Family;
use crate::finding::Findings;
use crate::paths::{Moment, Seen, What, explore, moments};
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&NEVER, &ALWAYS],
    find: |subject, findings| {
        let (moments, asked) = moments(subject);
        let outcome = explore::<()>(&moments, &asked, |(), _| {});
        for (at, (moment, seen)) in moments.iter().zip(&outcome.seen).enumerate() {
            let is_met = moment
                .step
                .is_none_or(|step| outcome.seen.get(step).is_some_and(|step| step.happens));
            if seen.exact && is_met {
                never(at, moment, *seen, findings);
                always(moment, *seen, findings);
            }
        }
    },
};

const NEVER: Rule = Rule {
    id: "never-met",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Ce que personne ne rencontre est une erreur dans une condition, ou du texte de trop.",
        "What nobody meets is a mistake in a condition, or text too many.",
    ),
    source: Source::judgment(
        "toutes les réponses possibles sont essayées ; ce qui ne se décide pas n’est pas dit",
    ),
    example: Example {
        before: "steps: [{ step: age, title: L’âge, elements: [{ field: age, kind: integer, label: Votre âge, min: 18, max: 120 }, { field: tuteur, kind: short_text, label: Qui signe pour vous ?, if: age < 18 }] }]",
        after: "steps: [{ step: age, title: L’âge, elements: [{ field: age, kind: integer, label: Votre âge, min: 0, max: 120 }, { field: tuteur, kind: short_text, label: Qui signe pour vous ?, if: age < 18 }] }]",
    },
};

const ALWAYS: Rule = Rule {
    id: "always-true",
    severity: Severity::Light,
    reason: Fixed::new(
        "Une condition toujours vraie fait croire à une exception qui n’existe pas.",
        "A condition that is always true makes one believe in an exception that does not exist.",
    ),
    source: Source::judgment(
        "toutes les réponses possibles sont essayées ; ce qui ne se décide pas n’est pas dit",
    ),
    example: Example {
        before: "steps: [{ step: age, title: L’âge, elements: [{ field: age, kind: integer, label: Votre âge, min: 18, max: 120 }, { field: metier, kind: short_text, label: Votre métier, if: age >= 18 }] }]",
        after: "steps: [{ step: age, title: L’âge, elements: [{ field: age, kind: integer, label: Votre âge, min: 18, max: 120 }, { field: metier, kind: short_text, label: Votre métier }] }]",
    },
};

fn never(at: usize, moment: &Moment<'_>, seen: Seen, findings: &mut Findings<'_>) {
    let (what, english) = match moment.what {
        // An inner element of a step that is met but before which all paths went elsewhere is told by what leads elsewhere.
        _ if seen.happens || (!seen.misses && !matches!(moment.what, What::Route)) => return,
        What::Step(_) => ("cette étape", "this step"),
        What::Field(_) => ("cette question", "this question"),
        What::Block(_) => ("ce bloc", "this block"),
        What::Explanation(_) => ("ce texte", "this text"),
        What::Ineligible => (
            "ce cas où la demande est impossible",
            "this case where the request is impossible",
        ),
        What::Route => ("cette règle d’aiguillage", "this rule of routing"),
    };
    if at == 0 && moment.condition.is_none() {
        return;
    }
    let condition = moment.condition.map_or("", Condition::source);
    let shown = if condition.is_empty() {
        String::new()
    } else {
        format!(" (`{condition}`)")
    };
    findings.note(
        &NEVER,
        &moment.place,
        Words::new(
            format!("aucune réponse ne mène à {what}{shown}"),
            format!("no answer leads to {english}{shown}"),
        ),
        Fixed::new(
            "corrigez la condition, ou retirez ce qu’elle montre",
            "correct the condition, or remove what it shows",
        ),
    );
}

fn always(moment: &Moment<'_>, seen: Seen, findings: &mut Findings<'_>) {
    let Some(condition) = moment.condition.filter(|_| seen.happens && !seen.misses) else {
        return;
    };
    let condition = condition.source();
    let (advice, english) = match moment.what {
        What::Ineligible => (
            "personne ne peut faire la demande : corrigez la condition",
            "nobody can make the request: correct the condition",
        ),
        _ => ("retirez la condition", "remove the condition"),
    };
    findings.note(
        &ALWAYS,
        &moment.place,
        Words::new(
            format!("la condition `{condition}` est vraie quelles que soient les réponses"),
            format!("the condition `{condition}` is true whatever the answers"),
        ),
        Words::new(advice, english),
    );
}
