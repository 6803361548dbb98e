//! A later revision beside the earlier one: what grew, and why.

use parvis_procedure::Checked;

use crate::Options;
use crate::burden::{Load, of_subject};
use crate::finding::{Finding, Findings};
use crate::read::Subject;
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};
use crate::silences;

/// A later revision that asks more, without a reason.
pub(crate) const HEAVIER: Rule = Rule {
    id: "revision-heavier",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Un formulaire qui ne fait que grossir est la première cause d’abandon.",
        "A form that only grows is the first cause of giving up.",
    ),
    source: Source::judgment(
        "chaque question en plus se justifie ; comparée à la révision précédente seulement",
    ),
    example: Example {
        before: "steps: [{ step: une, title: Une étape, elements: [{ field: mot, kind: short_text, label: Un mot }, { field: lieu, kind: address, label: Une adresse }] }]",
        after: "steps: [{ step: une, title: Une étape, elements: [{ field: mot, kind: short_text, label: Un mot }, { field: lieu, kind: address, label: Une adresse }] }]
lint: [{ rule: revision-heavier, reason: La réponse part par la poste. }]",
    },
};

/// What a later revision makes heavier than the earlier one, unless its file says why (`lint:`, rule `revision-heavier`).
#[must_use]
pub fn lint_revision(file_name: &str, before: &Checked, after: &Checked) -> Vec<Finding> {
    let options = Options::default();
    let was = of_subject(&Subject::read("", before, &options));
    let subject = Subject::read(file_name, after, &options);
    let is = of_subject(&subject);
    let mut findings = Findings::of(file_name);
    let grown: Vec<(&str, &str, String)> = [
        (
            "sur le parcours médian",
            "on the median path",
            grown(was.median, is.median),
        ),
        (
            "sur le parcours le plus long",
            "on the longest path",
            grown(was.longest, is.longest),
        ),
    ]
    .into_iter()
    .filter_map(|(french, english, grown)| Some((french, english, grown?)))
    .collect();
    for (french, english, change) in grown {
        findings.note(
            &HEAVIER,
            &subject.place(&["steps"]),
            Words::new(
                format!("cette révision demande plus que la précédente {french} : {change}"),
                format!("this revision asks more than the earlier one {english}: {change}"),
            ),
            Fixed::new(
                "retirez autant que vous ajoutez, ou dites pourquoi dans `lint`",
                "remove as much as you add, or say why in `lint`",
            ),
        );
    }
    silences::only_heard(&subject, findings.into_vec())
}

/// What grew, in figures that read in both languages; words alone do not count.
fn grown(was: Load, is: Load) -> Option<String> {
    let pairs = [
        ("min", was.minutes(), is.minutes()),
        ("questions", was.questions, is.questions),
        ("documents", was.pieces, is.pieces),
    ];
    let grown: Vec<String> = pairs
        .into_iter()
        .filter(|(_, was, is)| is > was)
        .map(|(unit, was, is)| format!("{was} → {is} {unit}"))
        .collect();
    (!grown.is_empty()).then(|| grown.join(", "))
}
