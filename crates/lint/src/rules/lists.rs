//! Lists to choose from: everybody finds their answer, and tells one from the other.

use std::collections::BTreeMap;

use super::Family;
use crate::finding::Findings;
use crate::language::{plain, says};
use crate::read::{Question, Tree};
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&NO_OTHER, &SAME_OPTION],
    find: |subject, findings| {
        for question in &subject.questions {
            no_other(question, findings);
            same_option(question, findings);
        }
    },
};

/// Options under which a list is taken for complete: two contraries, or three degrees.
const SHORT: usize = 4;

const NO_OTHER: Rule = Rule {
    id: "list-without-other",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Qui ne se trouve pas dans la liste s’arrête, ou répond faux.",
        "Whoever is not in the list stops, or answers falsely.",
    ),
    source: Source::judgment("une réponse obligatoire doit exister pour chacun"),
    example: Example {
        before: "steps: [{ step: rue, title: La rue, elements: [{ field: mal, kind: choice, label: Quel problème ?, options: [{ value: a, label: Un trou }, { value: b, label: Une flaque }, { value: c, label: Un arbre }, { value: d, label: Un panneau }] }] }]",
        after: "steps: [{ step: rue, title: La rue, elements: [{ field: mal, kind: choice, label: Quel problème ?, options: [{ value: a, label: Un trou }, { value: b, label: Une flaque }, { value: c, label: Un arbre }, { value: autre, label: Autre chose }] }] }]",
    },
};

const SAME_OPTION: Rule = Rule {
    id: "option-repeated",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Deux réponses qui se lisent pareil ne se distinguent pas.",
        "Two answers that read the same cannot be told apart.",
    ),
    source: Source::judgment("on choisit entre des choses différentes"),
    example: Example {
        before: "steps: [{ step: rue, title: La rue, elements: [{ field: mal, kind: choice, label: Quel problème ?, options: [{ value: a, label: Un trou }, { value: b, label: un trou }] }] }]",
        after: "steps: [{ step: rue, title: La rue, elements: [{ field: mal, kind: choice, label: Quel problème ?, options: [{ value: a, label: Un trou }, { value: b, label: Une flaque }] }] }]",
    },
};

/// How a list says that an answer is not in it.
const WAYS_OUT: &[&str] = &[
    "autre*",
    "aucun*",
    "ne sais pas",
    "pas encore",
    "rien de*",
    "none",
    "other",
    "ni l un ni l autre",
    "sans",
];

fn no_other(question: &Question<'_>, findings: &mut Findings<'_>) {
    let options = question.options();
    let is_open = question.is_optional() || question.written.text_of("other") == Some("true");
    if options.len() < SHORT || is_open {
        return;
    }
    let says_one = |option: &Tree| {
        let said = plain(&format!(
            "{} {}",
            option.french_of("label"),
            option.text_of("value").unwrap_or_default()
        ));
        WAYS_OUT.iter().any(|words| says(&said, words))
    };
    if options.iter().any(says_one) {
        return;
    }
    let count = options.len();
    findings.note(
        &NO_OTHER,
        &question.place("options"),
        Words::new(
            format!("aucune des {count} réponses ne dit « autre » ou « aucune »"),
            format!("none of the {count} answers says “other” or “none”"),
        ),
        Fixed::new(
            "ajoutez « Autre » ou « Je ne sais pas », ou dites pourquoi la liste est complète",
            "add “Other” or “I do not know”, or say why the list is complete",
        ),
    );
}

fn same_option(question: &Question<'_>, findings: &mut Findings<'_>) {
    let mut seen: BTreeMap<String, &Tree> = BTreeMap::new();
    for option in question.options() {
        let said = plain(option.french_of("label"));
        if said.trim().is_empty() || seen.insert(said, option).is_none() {
            continue;
        }
        let at = option
            .get("label")
            .unwrap_or(option)
            .place(question.within());
        findings.note(
            &SAME_OPTION,
            &at,
            Words::new(
                format!("deux réponses se lisent « {} »", option.french_of("label")),
                format!("two answers read “{}”", option.french_of("label")),
            ),
            Fixed::new(
                "distinguez-les, ou gardez-en une",
                "make them different, or keep one",
            ),
        );
    }
}
