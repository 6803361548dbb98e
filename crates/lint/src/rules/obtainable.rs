//! What the administration holds or can obtain is not asked as proof (CRPA, art. L113-12 and L113-13).

use super::Family;
use crate::finding::Findings;
use crate::language::{plain, says};
use crate::read::{Question, Subject};
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&OBTAINABLE, &SOURCE],
    find: obtainable_or_sourced,
};

const SOURCE: Rule = Rule {
    id: "source-unused",
    severity: Severity::Light,
    reason: Fixed::new(
        "Une réponse qui peut être demandée à l’administration qui la détient n’a pas à être retrouvée et recopiée par la personne.",
        "An answer that can be asked of the administration that holds it need not be found and copied by the person.",
    ),
    source: Source::read("CRPA, art. L113-12 et L114-8"),
    example: Example {
        before: "steps: [{ step: tarif, title: Votre tarif, elements: [{ field: quotient, kind: integer, label: Votre quotient familial, hint: Le nombre qui est sur votre attestation., purpose: Calculer le tarif. }] }]",
        after: "steps: [{ step: tarif, title: Votre tarif, elements: [{ field: quotient, kind: integer, source: api-particulier/quotient-familial, label: Votre quotient familial, hint: Le nombre qui est sur votre attestation., purpose: Calculer le tarif. }] }]",
    },
};

/// How what a source gives is asked for.
const SOURCED: &[(parvis_form::Source, &[&str])] = &[(
    parvis_form::Source::QuotientFamilial,
    &["quotient familial"],
)];

const OBTAINABLE: Rule = Rule {
    id: "data-obtainable",
    severity: Severity::Grave,
    reason: Fixed::new(
        "Personne n’est tenu de produire ce que l’administration détient ou peut obtenir d’une autre.",
        "Nobody has to produce what the administration holds or can obtain from another one.",
    ),
    source: Source::read("CRPA, art. L113-12, L113-13 et L114-8"),
    example: Example {
        before: "papers: [{ name: Un avis d’imposition }]\nsteps: [{ step: revenus, title: Vos revenus, elements: [{ field: avis, kind: piece, label: Votre dernier avis d’imposition }] }]",
        after: "steps: [{ step: revenus, title: Vos revenus, elements: [{ field: avis, kind: piece, label: Votre dernier avis d’imposition, hint: Seulement si vous préférez l’envoyer vous-même., purpose: Éviter une recherche., optional: true }] }]\npapers: [{ name: Un avis d’imposition }]",
    },
};

/// Something that can be had from another administration.
struct Obtainable {
    /// How it is asked for.
    words: &'static [&'static str],
    /// What it is.
    what: Fixed,
    /// The exchange that gives it, in the catalogues of API Particulier and API Entreprise.
    from: &'static str,
}

const TABLE: &[Obtainable] = &[
    Obtainable {
        words: &[
            "avis d imposition",
            "avis d impot*",
            "avis de non imposition",
            "avis de situation declarative",
            "revenu fiscal de reference",
        ],
        what: Fixed::new("l’avis d’imposition", "the tax notice"),
        from: "API Impôt particulier (DGFiP)",
    },
    Obtainable {
        words: &[
            "quotient familial",
            "attestation caf",
            "attestation de la caf",
            "attestation de paiement caf",
            "attestation msa",
        ],
        what: Fixed::new("le quotient familial", "the family quotient"),
        from: "API Particulier, quotient familial CAF et MSA",
    },
    Obtainable {
        words: &[
            "complementaire sante solidaire",
            "attestation de droits a l assurance maladie",
            "attestation de droit a l assurance maladie",
        ],
        what: Fixed::new(
            "les droits à la complémentaire santé solidaire",
            "the rights to supplementary health cover",
        ),
        from: "API Particulier, complémentaire santé solidaire",
    },
    Obtainable {
        words: &[
            "attestation rsa",
            "attestation de rsa",
            "attestation aah",
            "attestation asf",
            "attestation de prime d activite",
            "revenu de solidarite active",
            "allocation aux adultes handicapes",
        ],
        what: Fixed::new(
            "le statut d’allocataire",
            "the status of recipient of an allowance",
        ),
        from: "API Particulier, statuts RSA, AAH, ASF, prime d’activité",
    },
    Obtainable {
        words: &[
            "attestation pole emploi",
            "attestation france travail",
            "attestation de demandeur d emploi",
            "inscription comme demandeur d emploi",
        ],
        what: Fixed::new(
            "le statut de demandeur d’emploi",
            "the status of job seeker",
        ),
        from: "API Particulier, statut demandeur d’emploi (France Travail)",
    },
    Obtainable {
        words: &[
            "certificat de scolarite",
            "carte d etudiant",
            "carte etudiante",
            "attestation de bourse",
        ],
        what: Fixed::new(
            "la scolarité ou la bourse",
            "the enrolment or the scholarship",
        ),
        from: "API Particulier, statuts élève scolarisé, étudiant, étudiant boursier",
    },
    Obtainable {
        words: &[
            "extrait kbis",
            "kbis",
            "k bis",
            "extrait rne",
            "extrait du registre du commerce",
        ],
        what: Fixed::new(
            "l’extrait d’immatriculation de l’entreprise",
            "the registration extract of the firm",
        ),
        from: "API Entreprise, extrait RCS et attestation RNE",
    },
    Obtainable {
        words: &[
            "attestation de vigilance",
            "attestation urssaf",
            "attestation sociale",
        ],
        what: Fixed::new(
            "l’attestation de vigilance",
            "the certificate of social contributions",
        ),
        from: "API Entreprise, attestation de vigilance (Urssaf)",
    },
    Obtainable {
        words: &["attestation fiscale", "attestation de regularite fiscale"],
        what: Fixed::new("l’attestation fiscale", "the tax certificate"),
        from: "API Entreprise, attestation fiscale (DGFiP)",
    },
    Obtainable {
        words: &[
            "avis de situation sirene",
            "avis de situation au repertoire sirene",
            "avis sirene",
            "avis insee",
        ],
        what: Fixed::new(
            "la situation au répertoire Sirene",
            "the entry in the Sirene directory",
        ),
        from: "API Entreprise, données unité légale et établissement (Insee)",
    },
    Obtainable {
        words: &[
            "statuts de l association",
            "statuts de votre association",
            "recepisse de declaration de l association",
            "recepisse de declaration en prefecture",
            "recepisse prefecture",
        ],
        what: Fixed::new(
            "les statuts et la déclaration de l’association",
            "the statutes and the declaration of the association",
        ),
        from: "API Entreprise, données et documents d’une association (RNA)",
    },
    Obtainable {
        words: &["carte grise", "certificat d immatriculation du vehicule"],
        what: Fixed::new(
            "l’immatriculation du véhicule",
            "the registration of the vehicle",
        ),
        from: "API Particulier, extrait d’immatriculation (FranceConnect)",
    },
    Obtainable {
        words: &[
            "certificat de participation a la jdc",
            "certificat individuel de participation",
            "attestation de jdc",
            "certificat jdc",
        ],
        what: Fixed::new(
            "la situation au regard du service national",
            "the standing towards national service",
        ),
        from: "API Particulier, situation du service national (DSNJ)",
    },
];

fn obtainable_or_sourced(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    obtainable(subject, findings);
    sourced(subject, findings);
}

/// What a person is asked to type, where a question could name who has it.
fn sourced(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let alone = subject.questions.iter().filter(|own| own.block.is_none());
    for question in alone {
        let said = plain(question.french("label"));
        let known = SOURCED.iter().find(|(source, words)| {
            source.suits(&question.field.kind) && words.iter().any(|words| says(&said, words))
        });
        let Some((source, _)) = known.filter(|_| question.field.source.is_none()) else {
            continue;
        };
        let term = source.term();
        findings.note(
            &SOURCE,
            &question.place("label"),
            Words::new(
                format!("cette réponse peut être demandée à {term}"),
                format!("this answer can be asked of {term}"),
            ),
            Words::new(
                format!("ajoutez `source: {term}`"),
                format!("add `source: {term}`"),
            ),
        );
    }
}

fn obtainable(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for question in subject
        .questions
        .iter()
        .filter(|question| is_proof(question))
    {
        let said = plain(&format!(
            "{} {}",
            question.french("label"),
            question.french("hint")
        ));
        let asked = TABLE
            .iter()
            .find(|one| one.words.iter().any(|words| says(&said, words)));
        let Some(Obtainable { what, from, .. }) = asked else {
            continue;
        };
        findings.note(
            &OBTAINABLE,
            &question.place("label"),
            Words::new(
                format!("{} peut être obtenu d’une autre administration : {from}", what.french),
                format!("{} can be obtained from another administration: {from}", what.english),
            ),
            Fixed::new(
                "retirez la question, rendez-la facultative (`optional: true`), ou écrivez ce qui empêche de l’obtenir (CRPA, art. L114-10)",
                "remove the question, make it optional (`optional: true`), or write what prevents from obtaining it (CRPA, art. L114-10)",
            ),
        );
    }
}

/// A piece that must be given. What a person types is their declaration (CRPA, art. L113-13), and is not looked at here; nor
/// is a question that is filled in from a source.
fn is_proof(question: &Question<'_>) -> bool {
    question.field.kind.term() == "piece" && !question.is_optional() && !question.says("source")
}
