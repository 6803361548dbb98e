//! What is announced of the burden, and what it is.

use super::Family;
use crate::burden::of_subject;
use crate::finding::Findings;
use crate::read::Subject;
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&MINUTES],
    find: minutes,
};

const MINUTES: Rule = Rule {
    id: "minutes-understated",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Qui a prévu cinq minutes et en passe dix abandonne, ou ne croit plus ce qui est annoncé.",
        "Whoever planned five minutes and spends ten gives up, or no longer believes what is announced.",
    ),
    source: Source::judgment("charge mesurée par le modèle de `parvis procedure burden`"),
    example: Example {
        before: "minutes: 1\nsteps: [{ step: vous, title: Vous, elements: [{ field: a, kind: long_text, label: Racontez. }, { field: b, kind: long_text, label: Expliquez. }, { field: c, kind: address, label: Votre adresse }] }]",
        after: "minutes: 5\nsteps: [{ step: vous, title: Vous, elements: [{ field: a, kind: long_text, label: Racontez. }, { field: b, kind: long_text, label: Expliquez. }, { field: c, kind: address, label: Votre adresse }] }]",
    },
};

/// The median path takes more than what is announced, by more than two minutes and more than half of it.
fn minutes(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let announced = u32::from(subject.file.minutes);
    let measured = of_subject(subject).median.minutes();
    let margin = (announced / 2).max(2);
    if subject.file.orientation.is_some() || measured <= announced + margin {
        return;
    }
    findings.note(
        &MINUTES,
        &subject.place(&["minutes"]),
        Words::new(
            format!(
                "{announced} min sont annoncées ; le parcours médian en prend environ {measured}"
            ),
            format!("{announced} min are announced; the median path takes about {measured}"),
        ),
        Fixed::new(
            "annoncez le temps qu’il faut, ou posez moins de questions",
            "announce the time that it takes, or ask less",
        ),
    );
}
