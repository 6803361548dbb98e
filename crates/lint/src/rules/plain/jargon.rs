//! Words of offices, and what people say instead.

use crate::finding::Findings;
use crate::language::{plain, says};
use crate::read::Version;
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const JARGON: Rule = Rule {
    id: "jargon",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Un mot de bureau fait douter d’avoir compris ; le mot de tous les jours dit la même chose.",
        "A word of offices makes one doubt of having understood; the everyday word says the same.",
    ),
    source: Source::judgment("liste du projet, tirée de l’usage des guides de langage clair"),
    example: Example {
        before: "what_you_get: Le cas échéant, un récépissé dûment complété.",
        after: "what_you_get: Un reçu, si vous le demandez.",
    },
};

/// Each expression and what to say instead. A `*` takes any ending; case and accents do not count.
const LIST: &[(&str, &str)] = &[
    ("à cet effet", "pour cela"),
    ("à défaut", "sinon"),
    ("à titre gracieux", "gratuitement"),
    ("à titre onéreux", "payant"),
    ("à titre d’information", "pour votre information"),
    ("acquitter", "payer"),
    ("administré", "habitant, usager"),
    ("administrés", "habitants, usagers"),
    ("afférent*", "qui concerne, lié à"),
    ("attributaire*", "qui reçoit"),
    ("au titre de", "pour, selon"),
    ("au préalable", "avant"),
    ("ayant droit", "personne qui a droit à, avec l’explication"),
    (
        "ayants droit",
        "personnes qui ont droit à, avec l’explication",
    ),
    (
        "bien vouloir",
        "supprimez, et dites la chose : « envoyez… »",
    ),
    ("ci-après", "plus bas, suivant"),
    ("ci-dessous mentionné*", "suivant"),
    ("ci-joint*", "avec ce message"),
    ("complétude", "dossier complet"),
    ("conformément à", "selon, comme le dit"),
    ("conformément aux", "selon, comme le disent"),
    (
        "courrier recommandé avec accusé de réception",
        "lettre recommandée avec accusé de réception",
    ),
    ("dans le cadre de", "pour, pendant"),
    (
        "dans les meilleurs délais",
        "dites le délai : « en une semaine »",
    ),
    ("de plein droit", "automatiquement"),
    ("débouter", "refuser"),
    ("diligenter", "faire"),
    ("dûment", "supprimez, ou dites comment"),
    ("en application de", "selon"),
    ("en conséquence", "donc"),
    ("en l’espèce", "ici"),
    ("en sus", "en plus"),
    ("en vertu de", "selon"),
    ("en vue de", "pour"),
    ("est tenu de", "doit"),
    ("êtes tenu de", "devez"),
    ("êtes tenus de", "devez"),
    ("sont tenus de", "doivent"),
    ("forclos*", "trop tard"),
    ("il convient de", "il faut, ou « faites »"),
    ("il vous appartient de", "c’est à vous de"),
    ("instruction de votre demande", "examen de votre demande"),
    ("instruction de la demande", "examen de la demande"),
    ("instruction du dossier", "examen du dossier"),
    ("irrecevab*", "ne peut pas être acceptée, avec la raison"),
    ("documents justificatifs", "documents à joindre"),
    ("document justificatif", "document à joindre"),
    ("le cas échéant", "si c’est votre cas"),
    ("le présent formulaire", "ce formulaire"),
    ("la présente demande", "cette demande"),
    ("mandatement", "paiement"),
    ("modalités", "comment faire"),
    ("nonobstant", "malgré"),
    ("notifi*", "annoncer, prévenir"),
    ("notamment dans le cas où", "surtout si"),
    ("obligatoirement", "il faut"),
    ("par la présente", "supprimez"),
    ("pétitionnaire", "personne qui demande"),
    ("pièces justificatives", "documents à joindre"),
    ("pièce justificative", "document à joindre"),
    ("postérieurement à", "après"),
    ("préalablement", "avant"),
    ("préalable à", "avant"),
    ("procéder à", "faire"),
    ("procédez à", "faites"),
    ("procède à", "fait"),
    ("prorog*", "prolonger"),
    ("récépissé", "reçu"),
    ("recouvrement", "paiement demandé"),
    ("redevable", "qui doit payer"),
    ("relatif à", "sur, qui concerne"),
    ("relative à", "sur, qui concerne"),
    ("requérant*", "personne qui demande"),
    ("ressortissant*", "personne de nationalité"),
    ("s’acquitter", "payer"),
    ("sans préjudice", "sans empêcher"),
    ("sollicit*", "demander"),
    ("soussigné*", "« je »"),
    ("sous couvert de", "par"),
    ("sous réserve de", "si"),
    ("sous réserve que", "si"),
    ("statuer", "décider"),
    ("subséquent*", "suivant"),
    ("susmentionné*", "dont on vient de parler"),
    ("susvisé*", "dont on vient de parler"),
    ("susceptible de", "qui peut"),
    ("ultérieur*", "plus tard"),
    ("usager bénéficiaire", "personne qui reçoit l’aide"),
    ("veuillez", "dites la chose : « envoyez », « choisissez »"),
    ("voie dématérialisée", "internet"),
    ("dématérialisé*", "sur internet, sans papier"),
    ("téléprocédure*", "démarche sur internet"),
    ("télévers*", "envoyer, ajouter"),
    ("renseigner le champ", "répondre"),
    ("renseigner le formulaire", "remplir le formulaire"),
];

pub(super) fn jargon(french: &Version, findings: &mut Findings<'_>) {
    let said = plain(&french.text);
    for (expression, instead) in LIST {
        if !says(&said, expression) {
            continue;
        }
        let shown = expression.trim_end_matches('*');
        findings.note(
            &JARGON,
            &french.place,
            Words::new(
                format!("« {shown} » est un mot de bureau"),
                format!("“{shown}” is a word of offices"),
            ),
            Words::new(
                format!("dites plutôt : {instead}"),
                format!("say instead: {instead}"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_no_double() {
        for (at, (expression, instead)) in LIST.iter().enumerate() {
            assert!(!instead.is_empty());
            let is_double = LIST
                .iter()
                .skip(at + 1)
                .any(|(other, _)| plain(other) == plain(expression));
            assert!(!is_double, "{expression}");
        }
    }
}
