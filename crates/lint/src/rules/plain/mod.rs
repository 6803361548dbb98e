//! Plain French: texts that are read at once.

mod jargon;

use super::Family;
use crate::finding::Findings;
use crate::language::{ease_of, sentences, words};
use crate::read::{Prose, Role, Subject, Version};
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&EASE, &SENTENCE, &jargon::JARGON],
    find: |subject, findings| {
        for prose in &subject.prose {
            if let Some(french) = prose.in_language("fr") {
                ease(subject, prose, french, findings);
                jargon::jargon(french, findings);
            }
            for version in &prose.versions {
                long_sentences(subject, version, findings);
            }
        }
    },
};

const EASE: Rule = Rule {
    id: "reading-hard",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Un texte difficile à lire écarte ceux qui ont le plus besoin de la démarche.",
        "A text that is hard to read keeps away those who need the démarche most.",
    ),
    source: Source::to_confirm(
        "Kandel et Moles, Cahiers d’études de radio-télévision, 19, 1958, p. 253-274 : indice 207 − 1,015 × mots par phrase − 73,6 × syllabes par mot ; cible : 50, choix du projet",
    ),
    example: Example {
        before: "who_for: Conformément aux dispositions réglementaires, l’administration communale procède à l’instruction des sollicitations formulées par les administrés résidant sur le territoire intercommunal, sous réserve de la production des documents justificatifs afférents.",
        after: "who_for: Vous habitez la commune ? Cette aide est pour vous. Il vous faut un document qui montre votre situation. Nous vous répondons par la poste, en moins de deux semaines.",
    },
};

const SENTENCE: Rule = Rule {
    id: "sentence-long",
    severity: Severity::Light,
    reason: Fixed::new(
        "Au-delà de vingt-cinq mots, on perd le début de la phrase avant d’en lire la fin.",
        "Beyond twenty-five words, one loses the start of the sentence before reading its end.",
    ),
    source: Source::to_confirm("guides de langage clair : 15 à 20 mots en moyenne, 25 au plus"),
    example: Example {
        before: "who_for: Vous pouvez faire cette demande si vous habitez la commune depuis plus de six mois, si vous avez plus de dix-huit ans et si vous n’avez pas déjà reçu cette aide dans l’année.",
        after: "who_for: Vous habitez la commune depuis plus de six mois et vous êtes majeur. Vous n’avez pas reçu cette aide cette année.",
    },
};

/// A text is judged in sentences: a title, a question or an option is not one.
fn ease(subject: &Subject<'_>, prose: &Prose, french: &Version, findings: &mut Findings<'_>) {
    if matches!(prose.role, Role::Title | Role::Label) {
        return;
    }
    let Some(found) = ease_of(&french.text) else {
        return;
    };
    let (points, least) = (found.points(), subject.options.least_ease);
    if points >= least {
        return;
    }
    let (counted, said) = (found.words, found.sentences);
    findings.note(
        &EASE,
        &french.place,
        Words::new(
            format!("ce texte est difficile à lire : indice {points}, {counted} mots en {said} phrase(s) ; la cible est {least}"),
            format!("this text is hard to read: index {points}, {counted} words in {said} sentence(s); the target is {least}"),
        ),
        Fixed::new(
            "coupez les phrases, prenez des mots plus courts",
            "cut the sentences, use shorter words",
        ),
    );
}

fn long_sentences(subject: &Subject<'_>, version: &Version, findings: &mut Findings<'_>) {
    let most = subject.options.words_of_sentence;
    for sentence in sentences(&version.text) {
        let counted = words(sentence).count();
        if counted <= most {
            continue;
        }
        let start: Vec<&str> = words(sentence).take(4).collect();
        let start = start.join(" ");
        findings.note(
            &SENTENCE,
            &version.place,
            Words::new(
                format!("une phrase a {counted} mots : « {start}… »"),
                format!("a sentence has {counted} words: “{start}…”"),
            ),
            Words::new(
                format!("coupez-la : {most} mots au plus"),
                format!("cut it: {most} words at most"),
            ),
        );
    }
}
