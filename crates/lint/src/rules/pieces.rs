//! Pieces that no text lets one ask for, or that another one replaces (CRPA, art. R113-5 to R113-10).

use parvis_kernel::Language;

use super::Family;
use crate::finding::Findings;
use crate::language::{plain, says};
use crate::read::{Question, Subject};
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::Fixed;

pub(super) const FAMILY: Family = Family {
    rules: &[&ADDRESS, &CERTIFIED, &CIVIL_STATUS, &RECENT, &UNTOLD],
    find: |subject, findings| {
        for question in subject
            .questions
            .iter()
            .filter(|question| question.field.kind.term() == "piece")
        {
            address(subject, question, findings);
            certified(question, findings);
            civil_status(subject, question, findings);
            recent(question, findings);
            untold(subject, question, findings);
        }
    },
};

const ADDRESS: Rule = Rule {
    id: "proof-of-address",
    severity: Severity::Grave,
    reason: Fixed::new(
        "Qui déclare son domicile n’a pas à le prouver, sauf pour quelques titres et inscriptions.",
        "Whoever declares their home does not have to prove it, but for a few documents and enrolments.",
    ),
    source: Source::read("CRPA, art. R113-8"),
    example: Example {
        before: "papers: [{ name: Un justificatif de domicile }]\nsteps: [{ step: foyer, title: Votre foyer, elements: [{ field: preuve, kind: piece, label: Un justificatif de domicile }] }]",
        after: "steps: [{ step: foyer, title: Votre foyer, elements: [{ field: adresse, kind: address, label: Votre adresse }] }]",
    },
};

const CERTIFIED: Rule = Rule {
    id: "certified-copy",
    severity: Severity::Grave,
    reason: Fixed::new(
        "Une photocopie lisible suffit : l’administration ne peut pas exiger de copie certifiée conforme.",
        "A readable photocopy is enough: the administration cannot require a certified copy.",
    ),
    source: Source::read("CRPA, art. R113-10"),
    example: Example {
        before: "papers: [{ name: Un diplôme }]\nsteps: [{ step: diplome, title: Votre diplôme, elements: [{ field: diplome, kind: piece, label: Une copie certifiée conforme du diplôme }] }]",
        after: "papers: [{ name: Un diplôme }]\nsteps: [{ step: diplome, title: Votre diplôme, elements: [{ field: diplome, kind: piece, label: Une copie du diplôme }] }]",
    },
};

const CIVIL_STATUS: Rule = Rule {
    id: "civil-status-piece",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Le livret de famille, la carte d’identité ou le passeport dispensent d’un extrait d’acte d’état civil.",
        "The family record book, the identity card or the passport excuse from a civil-status extract.",
    ),
    source: Source::read("CRPA, art. R113-5 et R113-9"),
    example: Example {
        before: "papers: [{ name: Un acte de naissance }]\nsteps: [{ step: enfant, title: L’enfant, elements: [{ field: acte, kind: piece, label: L’acte de naissance de l’enfant }] }]",
        after: "papers: [{ name: Le livret de famille }]\nsteps: [{ step: enfant, title: L’enfant, elements: [{ field: acte, kind: piece, label: Le livret de famille ou l’acte de naissance de l’enfant, hint: Une photo lisible suffit. }] }]",
    },
};

const RECENT: Rule = Rule {
    id: "civil-status-date",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Une pièce d’état civil vaut quelle que soit la date à laquelle elle a été délivrée, sauf texte contraire.",
        "A civil-status paper holds whatever the day on which it was issued, unless a text says otherwise.",
    ),
    source: Source::read("CRPA, art. R113-7"),
    example: Example {
        before: "papers: [{ name: Le livret de famille }]\nsteps: [{ step: enfant, title: L’enfant, elements: [{ field: acte, kind: piece, label: Le livret de famille ou l’acte de naissance, hint: L’acte doit avoir moins de 3 mois. }] }]",
        after: "papers: [{ name: Le livret de famille }]\nsteps: [{ step: enfant, title: L’enfant, elements: [{ field: acte, kind: piece, label: Le livret de famille ou l’acte de naissance, hint: Une photo lisible suffit. }] }]",
    },
};

const UNTOLD: Rule = Rule {
    id: "piece-untold",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Qui découvre en route qu’il faut un papier s’arrête : il se dit avant de commencer.",
        "Whoever finds on the way that a paper is needed stops: it is told before they begin.",
    ),
    source: Source::judgment("on prépare ses papiers avant de commencer"),
    example: Example {
        before: "papers: []\nsteps: [{ step: diplome, title: Votre diplôme, elements: [{ field: diplome, kind: piece, label: Une copie du diplôme }] }]",
        after: "papers: [{ name: Un diplôme }]\nsteps: [{ step: diplome, title: Votre diplôme, elements: [{ field: diplome, kind: piece, label: Une copie du diplôme }] }]",
    },
};

const PROOFS_OF_ADDRESS: &[&str] = &[
    "justificatif de domicile",
    "justificatifs de domicile",
    "preuve de domicile",
    "justificatif de residence",
    "preuve de residence",
    "justificatif d adresse",
    "attestation d hebergement",
    "quittance de loyer",
    "facture d electricite",
    "facture d energie",
];

/// Procedures for which the home may have to be proved (R113-8).
const HOME_IS_PROVED: &[&str] = &[
    "ecole*",
    "scolaire*",
    "scolarisation",
    "liste electorale",
    "listes electorales",
    "attestation d accueil",
    "carte d identite",
    "passeport",
    "titre de sejour",
    "nationalite",
    "immatriculation",
];

const CIVIL_STATUS_PAPERS: &[&str] = &[
    "acte de naissance",
    "actes de naissance",
    "extrait de naissance",
    "acte de mariage",
    "acte de deces",
    "acte d etat civil",
    "acte de l etat civil",
    "copie integrale",
];

const REPLACING: &[&str] = &[
    "livret de famille",
    "livret",
    "carte d identite",
    "carte nationale d identite",
    "passeport",
    "piece d identite",
];

/// Procedures where the papers of R113-5 excuse from nothing (R113-9).
const NOTHING_REPLACES: &[&str] = &[
    "acte de naissance",
    "acte de mariage",
    "acte de deces",
    "etat civil",
    "livret de famille",
    "pacs",
    "nationalite",
    "carte d identite",
    "passeport",
    "titre de sejour",
    "changement de nom",
    "changer de nom",
    "changement de prenom",
];

fn asked(question: &Question<'_>) -> String {
    plain(&format!(
        "{} {}",
        question.french("label"),
        question.french("hint")
    ))
}

fn is_about(subject: &Subject<'_>, words: &[&str]) -> bool {
    let file = subject.file;
    let said = [&file.title, &file.summary].map(|text| plain(text.in_language(Language::French)));
    words.iter().any(|word| says(&said.concat(), word))
}

fn address(subject: &Subject<'_>, question: &Question<'_>, findings: &mut Findings<'_>) {
    let label = plain(question.french("label"));
    let is_proof = PROOFS_OF_ADDRESS.iter().any(|words| says(&label, words));
    if !is_proof || question.is_optional() || is_about(subject, HOME_IS_PROVED) {
        return;
    }
    findings.note(
        &ADDRESS,
        &question.place("label"),
        Fixed::new(
            "un justificatif de domicile est exigé",
            "a proof of address is required",
        ),
        Fixed::new(
            "demandez l’adresse : la déclaration suffit",
            "ask for the address: the declaration is enough",
        ),
    );
}

fn certified(question: &Question<'_>, findings: &mut Findings<'_>) {
    let said = asked(question);
    let certified = [
        "certifiee conforme",
        "certifiees conformes",
        "certifie conforme",
        "copie certifiee",
        "copies certifiees",
    ];
    let denied = ["n est pas", "ne sont pas", "pas besoin", "inutile"];
    let says_one = |words: &[&str]| words.iter().any(|word| says(&said, word));
    if !says_one(&certified) || says_one(&denied) {
        return;
    }
    findings.note(
        &CERTIFIED,
        &question.place("label"),
        Fixed::new("une copie certifiée conforme est exigée", "a certified copy is required"),
        Fixed::new(
            "demandez une copie lisible ; en cas de doute, l’original se demande ensuite (CRPA, art. R113-6)",
            "ask for a readable copy; in case of doubt, the original is asked for afterwards (CRPA, art. R113-6)",
        ),
    );
}

fn civil_status(subject: &Subject<'_>, question: &Question<'_>, findings: &mut Findings<'_>) {
    let said = asked(question);
    let says_one = |words: &[&str]| words.iter().any(|word| says(&said, word));
    let only = says_one(CIVIL_STATUS_PAPERS) && !says_one(REPLACING);
    if !only || question.is_optional() || is_about(subject, NOTHING_REPLACES) {
        return;
    }
    findings.note(
        &CIVIL_STATUS,
        &question.place("label"),
        Fixed::new(
            "un acte d’état civil est exigé, sans dire ce qui en dispense",
            "a civil-status record is required, without saying what excuses from it",
        ),
        Fixed::new(
            "acceptez aussi le livret de famille, la carte d’identité ou le passeport, et dites-le",
            "also accept the family record book, the identity card or the passport, and say so",
        ),
    );
}

fn recent(question: &Question<'_>, findings: &mut Findings<'_>) {
    let said = asked(question);
    let says_one = |words: &[&str]| words.iter().any(|word| says(&said, word));
    let dated = [
        "moins de 3 mois",
        "moins de trois mois",
        "moins de 6 mois",
        "moins de six mois",
        "date recente",
        "moins d un an",
    ];
    if !says_one(CIVIL_STATUS_PAPERS) || !says_one(&dated) {
        return;
    }
    let at = if question.says("hint") {
        "hint"
    } else {
        "label"
    };
    findings.note(
        &RECENT,
        &question.place(at),
        Fixed::new(
            "une date récente est exigée d’une pièce d’état civil",
            "a recent date is required of a civil-status paper",
        ),
        Fixed::new(
            "retirez cette condition, ou citez le texte qui la permet",
            "remove this condition, or cite the text that allows it",
        ),
    );
}

fn untold(subject: &Subject<'_>, question: &Question<'_>, findings: &mut Findings<'_>) {
    if question.is_optional() || !subject.file.papers.is_empty() {
        return;
    }
    findings.note(
        &UNTOLD,
        &question.place("label"),
        Fixed::new(
            "un document est exigé, et `papers` n’en annonce aucun",
            "a document is required, and `papers` announces none",
        ),
        Fixed::new("annoncez-le dans `papers`", "announce it in `papers`"),
    );
}
