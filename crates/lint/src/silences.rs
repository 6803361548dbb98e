//! Silences: findings that an author keeps, with a written reason.
//!
//! A silence is written in the file (`lint:`), so that whoever reads the file reads why. One that names no rule, that silences
//! nothing or that gives no reason is a finding, which nothing silences.

use parvis_kernel::Language;
use parvis_procedure::Silenced;

use crate::finding::{Finding, Findings};
use crate::language::words;
use crate::read::{Place, Subject};
use crate::revision;
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

/// Words under which the reason of a silence says nothing.
pub const WORDS_OF_A_REASON: usize = 4;

/// The rules about silences.
pub(crate) const RULES: &[&Rule] = &[&UNKNOWN, &USELESS, &UNREASONED];

/// A silence that names no rule.
pub(crate) const UNKNOWN: Rule = Rule {
    id: "silence-unknown",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Une mise en silence dont la règle n’existe pas ne tait rien et trompe le lecteur.",
        "A silence whose rule does not exist silences nothing and misleads the reader.",
    ),
    source: Source::judgment("ce que dit un fichier doit être vrai"),
    example: Example {
        before: "lint: [{ rule: jargonn, reason: Ce mot est celui du code civil. }]",
        after: "lint: []",
    },
};

/// A silence that nothing needs.
pub(crate) const USELESS: Rule = Rule {
    id: "silence-useless",
    severity: Severity::Light,
    reason: Fixed::new(
        "Une mise en silence qui ne tait plus rien cacherait la prochaine faute au même endroit.",
        "A silence that silences nothing any more would hide the next fault in the same place.",
    ),
    source: Source::judgment("ce que dit un fichier doit être vrai"),
    example: Example {
        before: "lint: [{ rule: jargon, at: mot, reason: Ce mot est celui du code civil. }]",
        after: "lint: []",
    },
};

/// A silence without a reason.
pub(crate) const UNREASONED: Rule = Rule {
    id: "silence-unreasoned",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Qui relit le fichier doit savoir pourquoi le constat est gardé.",
        "Whoever reads the file again must know why the finding is kept.",
    ),
    source: Source::judgment("une exception se justifie par écrit"),
    example: Example {
        before: "title: Demander une attestation d’ayant droit\nlint: [{ rule: jargon, at: title, reason: Voulu. }]",
        after: "title: Demander une attestation d’ayant droit\nlint: [{ rule: jargon, at: title, reason: Ce mot figure sur la carte des anciens combattants. }]",
    },
};

/// The findings that no silence covers, and what is wrong with the silences themselves.
pub(crate) fn heard(file: &str, subject: &Subject<'_>, found: Vec<Finding>) -> Vec<Finding> {
    let silences = &subject.file.lint;
    let of_silences = |at: usize| silence_place(subject, at);
    let mut wrong = Findings::of(file);
    for (at, silence) in silences.iter().enumerate() {
        judge(silence, &of_silences(at), &found, &mut wrong);
    }
    let is_silenced = |finding: &Finding| silences.iter().any(|silence| covers(silence, finding));
    let mut heard: Vec<Finding> = found
        .into_iter()
        .filter(|finding| !is_silenced(finding))
        .collect();
    heard.extend(wrong.into_vec());
    heard.sort_by(|one, other| one.order().cmp(&other.order()));
    heard
}

/// The findings that no silence covers; the silences themselves are judged elsewhere.
pub(crate) fn only_heard(subject: &Subject<'_>, mut found: Vec<Finding>) -> Vec<Finding> {
    let silences = &subject.file.lint;
    found.retain(|finding| !silences.iter().any(|silence| covers(silence, finding)));
    found
}

/// A silence covers what its rule finds there or inside.
fn covers(silence: &Silenced, finding: &Finding) -> bool {
    let there = |at: &String| finding.within.contains(at);
    silence.rule == finding.rule.id && silence.at.as_ref().is_none_or(there)
}

fn judge(silence: &Silenced, place: &Place, found: &[Finding], wrong: &mut Findings<'_>) {
    let rule = &silence.rule;
    if crate::rule(rule).is_none() {
        wrong.note(
            &UNKNOWN,
            place,
            Words::new(
                format!("la règle `{rule}` n’existe pas"),
                format!("there is no rule `{rule}`"),
            ),
            Fixed::new(
                "`parvis procedure rules` donne leurs noms",
                "`parvis procedure rules` gives their names",
            ),
        );
    } else if rule != revision::HEAVIER.id && !found.iter().any(|finding| covers(silence, finding))
    {
        wrong.note(
            &USELESS,
            place,
            Words::new(
                format!("`{rule}` ne trouve rien ici"),
                format!("`{rule}` finds nothing here"),
            ),
            Fixed::new("retirez cette mise en silence", "remove this silence"),
        );
    }
    let reason = silence.reason.in_language(Language::French);
    if words(reason).count() < WORDS_OF_A_REASON {
        wrong.note(
            &UNREASONED,
            place,
            Fixed::new(
                "la raison ne dit pas pourquoi le constat est gardé",
                "the reason does not say why the finding is kept",
            ),
            Words::new(
                format!("écrivez-la en {WORDS_OF_A_REASON} mots au moins"),
                format!("write it in at least {WORDS_OF_A_REASON} words"),
            ),
        );
    }
}

fn silence_place(subject: &Subject<'_>, at: usize) -> Place {
    let written = subject
        .root
        .get("lint")
        .and_then(|list| list.items().get(at));
    let within = vec!["lint".to_owned()];
    written.unwrap_or(&subject.root).place(within)
}
