//! Data that expose people: they need a text, and are never asked by habit (RGPD, art. 9 and 10).

use parvis_form::Sensitivity;
use parvis_kernel::Language;

use super::Family;
use super::silence::cites_a_text;
use crate::finding::Findings;
use crate::language::{plain, says};
use crate::read::{Place, Question};
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&NIR, &BY_DEFAULT, &WITHOUT_TEXT],
    find: |subject, findings| {
        for question in &subject.questions {
            nir(question, findings);
            by_default(question, findings);
            without_text(question, findings);
        }
    },
};

const NIR: Rule = Rule {
    id: "nir-asked",
    severity: Severity::Grave,
    reason: Fixed::new(
        "Le numéro de sécurité sociale ne se demande que pour les usages qu’un décret énumère.",
        "The social security number is asked for only in the uses that a decree lists.",
    ),
    source: Source::to_confirm(
        "Loi n° 78-17 du 6 janvier 1978, art. 30 ; décret n° 2019-341 du 19 avril 2019",
    ),
    example: Example {
        before: "steps: [{ step: vous, title: Vous, elements: [{ field: numero, kind: short_text, label: Votre numéro de sécurité sociale, hint: Il a 15 chiffres. }] }]",
        after: "steps: [{ step: vous, title: Vous, elements: [{ field: nom, kind: identity, label: Qui êtes-vous ? }] }]",
    },
};

const BY_DEFAULT: Rule = Rule {
    id: "sensitive-by-default",
    severity: Severity::Grave,
    reason: Fixed::new(
        "Une donnée qui expose la personne ne se traite pas comme une donnée ordinaire.",
        "Data that expose a person are not handled as ordinary data.",
    ),
    source: Source::to_confirm("RGPD, art. 9 et 10"),
    example: Example {
        before: "steps: [{ step: sante, title: La santé, elements: [{ field: allergie, kind: short_text, label: Une allergie à signaler }] }]",
        after: "steps: [{ step: sante, title: La santé, elements: [{ field: allergie, kind: short_text, label: Une allergie à signaler, sensitivity: highly_sensitive, legal_basis: { ground: consent, text: \"RGPD, art. 9, 2, a\" } }] }]",
    },
};

const WITHOUT_TEXT: Rule = Rule {
    id: "sensitive-without-text",
    severity: Severity::Grave,
    reason: Fixed::new(
        "Les données de l’article 9 sont interdites sauf exception : la question cite la sienne.",
        "The data of article 9 are forbidden but for an exception: the question cites its own.",
    ),
    source: Source::to_confirm("RGPD, art. 9, 2"),
    example: Example {
        before: "steps: [{ step: sante, title: La santé, elements: [{ field: allergie, kind: short_text, label: Une allergie à signaler, sensitivity: highly_sensitive }] }]",
        after: "steps: [{ step: sante, title: La santé, elements: [{ field: allergie, kind: short_text, label: Une allergie à signaler, sensitivity: highly_sensitive, legal_basis: { ground: consent, text: \"RGPD, art. 9, 2, a\" } }] }]",
    },
};

const OF_NIR: &[&str] = &[
    "numero de securite sociale",
    "numero d assure social",
    "numero de secu",
    "nir",
    "numero d inscription au repertoire",
    "carte vitale",
];

/// Words of the data of article 9 and 10, and what they tell of.
const EXPOSING: &[(&str, Fixed)] = &[
    ("sante", HEALTH),
    ("maladie*", HEALTH),
    ("handicap*", HEALTH),
    ("invalidite", HEALTH),
    ("allergi*", HEALTH),
    ("certificat medical", HEALTH),
    ("medica*", HEALTH),
    ("vaccin*", HEALTH),
    ("grossesse", HEALTH),
    ("enceinte", HEALTH),
    ("regime alimentaire", HEALTH),
    ("religi*", BELIEF),
    ("confession", BELIEF),
    ("culte", BELIEF),
    ("halal", BELIEF),
    ("casher", BELIEF),
    ("bapteme*", BELIEF),
    ("opinion politique", OPINION),
    ("opinions politiques", OPINION),
    ("parti politique", OPINION),
    ("syndicat", OPINION),
    ("syndicale", OPINION),
    ("origine ethnique", ORIGIN),
    ("orientation sexuelle", INTIMACY),
    ("vie sexuelle", INTIMACY),
    ("empreinte digitale", BODY),
    ("empreintes digitales", BODY),
    ("biometri*", BODY),
    ("casier judiciaire", OFFENCE),
    ("condamnation*", OFFENCE),
    ("infraction*", OFFENCE),
];
const HEALTH: Fixed = Fixed::new("de la santé", "health");
const BELIEF: Fixed = Fixed::new("de la religion", "religion");
const OPINION: Fixed = Fixed::new("des opinions", "opinions");
const ORIGIN: Fixed = Fixed::new("de l’origine", "origin");
const INTIMACY: Fixed = Fixed::new("de la vie intime", "private life");
const BODY: Fixed = Fixed::new("du corps", "the body");
const OFFENCE: Fixed = Fixed::new("d’infractions", "offences");

fn nir(question: &Question<'_>, findings: &mut Findings<'_>) {
    let label = plain(question.french("label"));
    let basis = question
        .field
        .data
        .legal_basis
        .text
        .in_language(Language::French);
    if !OF_NIR.iter().any(|words| says(&label, words)) || basis.contains("2019-341") {
        return;
    }
    findings.note(
        &NIR,
        &question.place("label"),
        Fixed::new(
            "le numéro de sécurité sociale est demandé",
            "the social security number is asked for",
        ),
        Fixed::new(
            "retirez la question, ou citez l’article du décret n° 2019-341 dans `legal_basis`",
            "remove the question, or cite the article of decree 2019-341 in `legal_basis`",
        ),
    );
}

fn by_default(question: &Question<'_>, findings: &mut Findings<'_>) {
    let data = &question.field.data;
    let is_declared = data.sensitivity == Sensitivity::HighlySensitive
        || question.says("sensitivity") && data.sensitivity != Sensitivity::Ordinary;
    let told = [told_by_label(question), told_by_an_answer(question)];
    let Some((at, what)) = told.into_iter().flatten().next().filter(|_| !is_declared) else {
        return;
    };
    let at = if question.says("sensitivity") {
        question.place("sensitivity")
    } else {
        at
    };
    findings.note(
        &BY_DEFAULT,
        &at,
        Words::new(
            format!("la question parle {} et ses données sont tenues pour ordinaires", what.french),
            format!("the question tells of {} and its data are held for ordinary", what.english),
        ),
        Fixed::new(
            "écrivez `sensitivity: highly_sensitive` et le texte qui permet de la poser, ou retirez-la",
            "write `sensitivity: highly_sensitive` and the text that allows asking it, or remove it",
        ),
    );
}

/// What a question is about, by its label.
fn told_by_label(question: &Question<'_>) -> Option<(Place, Fixed)> {
    Some((question.place("label"), exposed(question.french("label"))?))
}

/// What whoever chooses one of the answers lets know.
fn told_by_an_answer(question: &Question<'_>) -> Option<(Place, Fixed)> {
    let mut told = question.options().iter().filter_map(|option| {
        let at = option.get("label").unwrap_or(option);
        Some((
            at.place(question.within()),
            exposed(option.french_of("label"))?,
        ))
    });
    told.next()
}

fn exposed(text: &str) -> Option<Fixed> {
    let said = plain(text);
    let told = EXPOSING.iter().find(|(words, _)| says(&said, words));
    told.map(|(_, what)| *what)
}

fn without_text(question: &Question<'_>, findings: &mut Findings<'_>) {
    let data = &question.field.data;
    if data.sensitivity != Sensitivity::HighlySensitive {
        return;
    }
    let cited = cites_a_text(data.legal_basis.text.in_language(Language::French));
    if cited && question.says("legal_basis") {
        return;
    }
    let at = if question.says("legal_basis") {
        "legal_basis"
    } else {
        "sensitivity"
    };
    findings.note(
        &WITHOUT_TEXT,
        &question.place(at),
        Fixed::new(
            "une donnée très sensible n’a pas de texte à elle",
            "very sensitive data have no text of their own",
        ),
        Fixed::new(
            "écrivez `legal_basis` dans la question, avec l’article qui permet de la poser",
            "write `legal_basis` in the question, with the article that allows asking it",
        ),
    );
}
