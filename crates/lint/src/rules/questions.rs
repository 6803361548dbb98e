//! Questions: understood where they stand, few at a time, each one once.

use std::collections::BTreeMap;

use super::Family;
use crate::finding::Findings;
use crate::language::{plain, says};
use crate::read::{Question, Subject, Tree};
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&TERM, &REPEATED, &LONG_STEP],
    find: |subject, findings| {
        for question in &subject.questions {
            terms(question, findings);
        }
        repeated(subject, findings);
        long_steps(subject, findings);
    },
};

const TERM: Rule = Rule {
    id: "term-without-hint",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Un mot du droit ou de l’administration sans explication laisse la personne deviner.",
        "A word of law or administration without an explanation leaves the person to guess.",
    ),
    source: Source::to_confirm("RGAA 4.1 et WCAG 2.2, critère 3.1.3 (mots rares)"),
    example: Example {
        before: "steps: [{ step: terrain, title: Votre terrain, elements: [{ field: parcelle, kind: short_text, label: Numéro de la parcelle }] }]",
        after: "steps: [{ step: terrain, title: Votre terrain, elements: [{ field: parcelle, kind: short_text, label: Numéro de la parcelle, hint: Un terrain au nom d’une personne. Son numéro est sur votre acte. }] }]",
    },
};

const REPEATED: Rule = Rule {
    id: "label-repeated",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Deux questions qui se lisent pareil se confondent, surtout à la relecture.",
        "Two questions that read the same are confused, above all when read over.",
    ),
    source: Source::to_confirm("WCAG 2.2, critère 2.4.6 (étiquettes)"),
    example: Example {
        before: "steps: [{ step: vous, title: Vous, elements: [{ field: a, kind: phone, label: Votre numéro }, { field: b, kind: short_text, label: Votre numéro }] }]",
        after: "steps: [{ step: vous, title: Vous, elements: [{ field: a, kind: phone, label: Votre numéro de téléphone }, { field: b, kind: short_text, label: Votre numéro de dossier }] }]",
    },
};

const LONG_STEP: Rule = Rule {
    id: "step-long",
    severity: Severity::Light,
    reason: Fixed::new(
        "Une page courte se remplit, se corrige et se reprend mieux qu’une longue.",
        "A short page is filled in, corrected and taken up again more easily than a long one.",
    ),
    source: Source::judgment("une page pose quelques questions qui vont ensemble"),
    example: Example {
        before: "steps: [{ step: vous, title: Vous, elements: [{ field: a, kind: yes_no, label: Un ? }, { field: b, kind: yes_no, label: Deux ? }, { field: c, kind: yes_no, label: Trois ? }, { field: d, kind: yes_no, label: Quatre ? }, { field: e, kind: yes_no, label: Cinq ? }, { field: f, kind: yes_no, label: Six ? }, { field: g, kind: yes_no, label: Sept ? }, { field: h, kind: yes_no, label: Huit ? }, { field: i, kind: yes_no, label: Neuf ? }] }]",
        after: "steps: [{ step: vous, title: Vous, elements: [{ field: a, kind: yes_no, label: Un ? }, { field: b, kind: yes_no, label: Deux ? }] }]",
    },
};

/// Words that not everybody knows.
const TERMS: &[&str] = &[
    "quotient familial",
    "revenu fiscal",
    "numéro fiscal",
    "numéro d’allocataire",
    "filiation",
    "autorité parentale",
    "nom d’usage",
    "ayant droit",
    "ayants droit",
    "SIRET",
    "SIREN",
    "RNA",
    "Kbis",
    "RIB",
    "IBAN",
    "BIC",
    "représentant légal",
    "mandataire",
    "personne morale",
    "tutelle",
    "curatelle",
    "usufruit*",
    "indivision",
    "indivisaire",
    "nu-propriétaire",
    "parcelle*",
    "cadastr*",
    "emprise au sol",
    "surface de plancher",
    "alignement",
    "servitude*",
    "concession",
    "domaine public",
    "écobuage",
    "débit de boissons",
    "licence",
    "ERP",
    "gabarit",
    "PTAC",
    "catégorie d’ERP",
    "meublé de tourisme",
    "mineur émancipé",
    "pupille",
    "tiers payant",
    "réversion",
    "obligation alimentaire",
    "aide légale",
    "domicile de secours",
    "taux d’invalidité",
    "acte authentique",
    "mainlevée",
    "publication des bans",
    "apostille",
    "numéro de voie",
    "code APE",
    "code NAF",
    "objet social",
    "contrat d’engagement républicain",
];

fn term(label: &str) -> Option<&'static str> {
    let said = plain(label);
    TERMS.iter().copied().find(|term| says(&said, term))
}

fn terms(question: &Question<'_>, findings: &mut Findings<'_>) {
    if !question.says("hint") {
        note(
            term(question.french("label")),
            &question.place("label"),
            findings,
        );
    }
    let options = question
        .written
        .get("options")
        .map(Tree::items)
        .unwrap_or_default();
    for option in options.iter().filter(|option| option.get("hint").is_none()) {
        let Some(label) = option.get("label") else {
            continue;
        };
        let french = label
            .text()
            .or_else(|| label.text_of("fr"))
            .unwrap_or_default();
        // A hint of the question may explain its options.
        if !question.says("hint") {
            note(term(french), &label.place(question.within()), findings);
        }
    }
}

fn note(term: Option<&str>, at: &crate::read::Place, findings: &mut Findings<'_>) {
    let Some(term) = term else { return };
    let term = term.trim_end_matches('*');
    findings.note(
        &TERM,
        at,
        Words::new(
            format!("« {term} » n’est pas un mot que chacun connaît, et rien ne l’explique"),
            format!("“{term}” is not a word that everybody knows, and nothing explains it"),
        ),
        Fixed::new(
            "ajoutez `hint` : ce que c’est, où le trouver",
            "add `hint`: what it is, where to find it",
        ),
    );
}

fn repeated(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut seen: BTreeMap<String, &Question<'_>> = BTreeMap::new();
    for question in &subject.questions {
        let said = plain(question.french("label"));
        let Some(first) = seen.get(&said) else {
            seen.insert(said, question);
            continue;
        };
        findings.note(
            &REPEATED,
            &question.place("label"),
            Words::new(
                format!("la question se lit comme `{}`", first.field.id),
                format!("the question reads like `{}`", first.field.id),
            ),
            Fixed::new("dites en quoi elles diffèrent", "say how they differ"),
        );
    }
}

fn long_steps(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let most = subject.options.questions_of_step;
    let written = subject
        .root
        .get("steps")
        .map(Tree::items)
        .unwrap_or_default();
    for (step, tree) in subject.form.steps().iter().zip(written) {
        let always = step
            .elements
            .iter()
            .filter(|element| element.condition().is_none());
        let asked: usize = always.map(|element| element.fields().len()).sum();
        if asked <= most {
            continue;
        }
        let at = tree
            .get("title")
            .unwrap_or(tree)
            .place(vec![step.id.to_string()]);
        findings.note(
            &LONG_STEP,
            &at,
            Words::new(
                format!("l’étape pose {asked} questions à tous"),
                format!("the step asks everybody {asked} questions"),
            ),
            Words::new(
                format!("coupez-la : {most} questions au plus"),
                format!("cut it: {most} questions at most"),
            ),
        );
    }
}
