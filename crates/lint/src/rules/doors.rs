//! The other ways than the web: real ones.

use super::Family;
use crate::finding::Findings;
use crate::language::{plain, says};
use crate::read::Subject;
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&TO_THE_WEB, &NOBODY],
    find: |subject, findings| {
        to_the_web(subject, findings);
        nobody(subject, findings);
    },
};

const TO_THE_WEB: Rule = Rule {
    id: "door-to-the-web",
    severity: Severity::Grave,
    reason: Fixed::new(
        "Une autre voie qui renvoie au site n’en est pas une pour qui ne peut pas s’en servir.",
        "Another way that leads back to the site is none for somebody who cannot use it.",
    ),
    source: Source::to_confirm("Conseil d’État, 3 juin 2022, n° 452798"),
    example: Example {
        before: "doors: [{ kind: counter, text: \"À l’accueil, un écran permet de remplir le formulaire en ligne.\" }]",
        after: "doors: [{ kind: counter, text: \"À l’accueil, un agent remplit la demande avec vous.\" }]",
    },
};

const NOBODY: Rule = Rule {
    id: "door-without-anybody",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Qui lit ou écrit mal le français a besoin de parler à quelqu’un.",
        "Whoever reads or writes French badly needs to speak to somebody.",
    ),
    source: Source::to_confirm("Conseil d’État, 3 juin 2022, n° 452798 (accompagnement)"),
    example: Example {
        before: "doors: [{ kind: post, text: Écrivez au service. }]",
        after: "doors: [{ kind: post, text: Écrivez au service. }, { kind: phone, text: Un agent vous aide. }]",
    },
};

const OF_THE_WEB: &[&str] = &[
    "en ligne",
    "sur le site",
    "sur notre site",
    "site internet",
    "internet",
    "courriel",
    "e mail",
    "mail",
    "courrier electronique",
    "formulaire electronique",
    "teleprocedure",
    "teleservice",
];

fn to_the_web(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for prose in subject
        .prose
        .iter()
        .filter(|prose| prose.place.within == ["doors"])
    {
        let Some(french) = prose.in_language("fr") else {
            continue;
        };
        let said = plain(&french.text);
        let Some(words) = OF_THE_WEB.iter().find(|words| says(&said, words)) else {
            continue;
        };
        findings.note(
            &TO_THE_WEB,
            &french.place,
            Words::new(
                format!("cette voie parle du numérique (« {words} »)"),
                format!("this way speaks of the web (“{words}”)"),
            ),
            Fixed::new(
                "dites ce que la personne fait sans ordinateur ni téléphone connecté",
                "say what the person does without a computer or a connected phone",
            ),
        );
    }
}

fn nobody(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut doors = subject.file.doors.iter();
    if doors.any(|door| matches!(door.kind.term(), "counter" | "phone")) {
        return;
    }
    findings.note(
        &NOBODY,
        &subject.place(&["doors"]),
        Fixed::new(
            "aucune voie ne permet de parler à quelqu’un",
            "no way lets one speak to somebody",
        ),
        Fixed::new(
            "ajoutez un guichet ou un téléphone",
            "add a counter or a telephone",
        ),
    );
}
