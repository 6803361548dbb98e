//! What the invented people answer when they are asked whether they are satisfied.

use parvis_demarche::satisfaction::{Answer, Degree};
use parvis_kernel::Language;

use super::random::Random;

/// An answer, in French and in English, and how often it is given among a hundred or so.
type Opinion = ((Degree, &'static str, &'static str), usize);

const SCHOOL: &[Opinion] = &[
    ((Degree::Very, "", ""), 28),
    ((Degree::Rather, "", ""), 22),
    ((Degree::Neither, "", ""), 5),
    (
        (
            Degree::Very,
            "Fait en dix minutes le soir, depuis mon téléphone. La réponse est arrivée dans la semaine.",
            "Done in ten minutes in the evening, on my telephone. The answer came within the week.",
        ),
        12,
    ),
    (
        (
            Degree::Rather,
            "C’est clair, mais il a fallu envoyer deux fois le justificatif de domicile.",
            "It is clear, but the proof of address had to be sent twice.",
        ),
        12,
    ),
    (
        (
            Degree::Rather,
            "J’aurais aimé savoir plus tôt dans quelle école.",
            "I would have liked to know sooner which school.",
        ),
        8,
    ),
    (
        (
            Degree::RatherNot,
            "Personne ne m’a répondu pour les jours de cantine, j’ai dû appeler.",
            "Nobody answered about the canteen days, I had to call.",
        ),
        8,
    ),
    (
        (
            Degree::NotAtAll,
            "Trois semaines d’attente pour une inscription, c’est trop long.",
            "Three weeks of waiting for an enrolment is too long.",
        ),
        5,
    ),
];

const REPORT: &[Opinion] = &[
    ((Degree::Very, "", ""), 25),
    ((Degree::Rather, "", ""), 20),
    ((Degree::RatherNot, "", ""), 8),
    (
        (
            Degree::Very,
            "Réparé en trois jours. Merci aux équipes !",
            "Repaired in three days. Thanks to the teams!",
        ),
        15,
    ),
    (
        (
            Degree::Rather,
            "C’est réparé, mais rien ne m’a dit quand.",
            "It is repaired, but nothing told me when.",
        ),
        14,
    ),
    (
        (
            Degree::Neither,
            "Le trou est rebouché, il revient à chaque hiver.",
            "The hole is filled, it comes back every winter.",
        ),
        10,
    ),
    (
        (
            Degree::NotAtAll,
            "Signalement clos alors que le lampadaire est toujours éteint.",
            "Report closed while the street lamp is still out.",
        ),
        8,
    ),
];

/// What somebody answers about a procedure.
pub(super) fn opinion(slug: &str, language: Language, random: &mut Random) -> Answer {
    let among = match slug {
        "signaler-un-probleme" => REPORT,
        _ => SCHOOL,
    };
    let (degree, french, english) = random.weighted(among, (Degree::Very, "", ""));
    let words = match language {
        Language::French => french,
        Language::English => english,
    };
    Answer {
        degree,
        words: words.to_owned(),
    }
}
