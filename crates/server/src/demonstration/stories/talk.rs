//! What people and agents write to each other about a procedure.

use parvis_kernel::Language;

/// What is said about a procedure.
pub(in super::super) struct Talk {
    /// What the person writes, in French and in English.
    pub(in super::super) questions: &'static [(&'static str, &'static str)],
    /// What an agent writes back.
    pub(in super::super) replies: &'static [(&'static str, &'static str)],
    /// What an agent notes for colleagues.
    pub(in super::super) notes: &'static [&'static str],
    /// What an agent asks.
    pub(in super::super) asked: Asked,
    /// What is granted in full.
    pub(in super::super) granted: &'static str,
    /// What is granted in part, and why: in law, in fact.
    pub(in super::super) in_part: (&'static str, &'static str, &'static str),
    /// Under which conditions it is granted, and why: in law, in fact.
    pub(in super::super) conditions: (&'static str, &'static str, &'static str),
    /// Why it is refused, in fact; the law is the one that the procedure offers.
    pub(in super::super) refused: &'static [&'static str],
    /// How it ends when no decision is asked.
    pub(in super::super) closings: &'static [(&'static str, usize)],
}

/// A request to the person.
pub(in super::super) struct Asked {
    pub(in super::super) text: (&'static str, &'static str),
    /// The question to answer again, if the person answered it.
    pub(in super::super) field: &'static str,
    /// Otherwise the paper to send.
    pub(in super::super) piece: &'static str,
}

/// The text in a language.
pub(in super::super) const fn said(
    language: Language,
    text: (&'static str, &'static str),
) -> &'static str {
    match language {
        Language::French => text.0,
        Language::English => text.1,
    }
}

/// What is said about a procedure, by its slug.
pub(in super::super) fn talk(slug: &str) -> &'static Talk {
    match slug {
        "acte-naissance" => &BIRTH,
        "signaler-un-probleme" => &REPORT,
        "aide-urgence" => &AID,
        _ => &SCHOOL,
    }
}

const BIRTH: Talk = Talk {
    questions: &[
        (
            "Bonjour, mon mariage est le mois prochain. Pensez-vous que le document arrivera à temps ? Merci.",
            "Hello, my wedding is next month. Do you think that the document will arrive in time? Thank you.",
        ),
        (
            "Bonjour, j’ai changé d’adresse depuis ma demande. Puis-je vous donner la nouvelle ?",
            "Hello, I have moved since my request. May I give you the new address?",
        ),
        (
            "Bonjour, le notaire me demande un document de moins de trois mois. Est-ce bien le cas ?",
            "Hello, the notary asks for a document less than three months old. Is it?",
        ),
    ],
    replies: &[
        (
            "Bonjour, votre demande est en cours. Le document part en général en moins d’une semaine. Bonne journée.",
            "Hello, your request is under way. The document usually leaves within a week. Have a good day.",
        ),
        (
            "Bonjour, c’est bien noté. Le document sera daté du jour de l’envoi.",
            "Hello, noted. The document will bear the date on which it is sent.",
        ),
    ],
    notes: &[
        "Acte retrouvé au registre, mention marginale à reporter.",
        "Deux homonymes la même année : vérifier les prénoms des parents.",
        "Le demandeur a appelé, il attend le document pour un dossier de passeport.",
    ],
    asked: Asked {
        text: (
            "Bonjour, nous ne pouvons pas lire la page du livret de famille que vous avez envoyée. Pouvez-vous en refaire une photo, bien à plat et à la lumière ?",
            "Hello, we cannot read the page of the family record book that you sent. Could you photograph it again, flat and in good light?",
        ),
        field: "link_proof",
        piece: "Une page lisible du livret de famille",
    },
    granted: "Le document demandé est envoyé par la poste.",
    in_part: (
        "Un extrait sans filiation est délivré à la place du document demandé.",
        "Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil, règles de délivrance des copies et extraits (article à confirmer)",
        "Le document que vous avez joint ne vous autorise pas à recevoir celui que vous demandez. L’extrait sans filiation est ouvert à tous.",
    ),
    conditions: (
        "Présenter une pièce d’identité au guichet pour retirer le document.",
        "Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (article à confirmer)",
        "L’acte porte une mention récente qui doit être lue avec vous.",
    ),
    refused: &[
        "Le document que vous avez joint ne vous autorise pas à recevoir celui que vous demandez.",
        "La personne n’est pas née dans notre commune : nous ne gardons pas cet acte.",
    ],
    closings: &[],
};

const SCHOOL: Talk = Talk {
    questions: &[
        (
            "Bonjour, savez-vous dans quelle école iront les enfants ? Nous habitons juste à côté de la mairie.",
            "Hello, do you know which school the children will go to? We live right next to the town hall.",
        ),
        (
            "Bonjour, peut-on changer les jours de cantine en cours d’année ?",
            "Hello, can the canteen days be changed during the year?",
        ),
        (
            "Bonjour, faut-il un certificat de radiation si l’on arrive d’une autre ville ?",
            "Hello, is a leaving certificate needed when we come from another town?",
        ),
    ],
    replies: &[
        (
            "Bonjour, l’école dépend de votre adresse ; nous vous le dirons avec la décision. Bonne journée.",
            "Hello, the school depends on your address; we will tell you with the decision. Have a good day.",
        ),
        (
            "Bonjour, oui, il suffit de nous prévenir une semaine avant.",
            "Hello, yes, simply tell us a week before.",
        ),
        (
            "Bonjour, oui, demandez-le à l’ancienne école et donnez-le à la nouvelle.",
            "Hello, yes, ask the former school for it and give it to the new one.",
        ),
    ],
    notes: &[
        "Rapprocher de la fratrie déjà inscrite aux Tilleuls.",
        "La famille arrive en fin de mois, prévoir une place en moyenne section.",
        "Appel de la directrice : une place se libère à la Toussaint.",
    ],
    asked: Asked {
        text: (
            "Bonjour, votre justificatif de domicile est ancien. Pouvez-vous envoyer un document plus récent, ou une déclaration sur l’honneur ?",
            "Hello, your proof of address is old. Could you send a more recent document, or a signed statement?",
        ),
        field: "address_proof",
        piece: "Un justificatif de domicile de moins de trois mois",
    },
    granted: "Inscription à l’école Les Tilleuls, et à la cantine si elle est demandée.",
    in_part: (
        "Inscription à l’école Les Tilleuls. Cantine deux jours par semaine au lieu de quatre.",
        "Code de l’éducation, art. L131-13 (à confirmer)",
        "Le second service de cantine est complet le lundi et le vendredi jusqu’aux prochaines vacances.",
    ),
    conditions: (
        "Présenter à la direction de l’école le certificat de radiation de l’ancienne école.",
        "Code de l’éducation, art. L131-5 (à confirmer)",
        "L’enfant est encore inscrit dans une autre école.",
    ),
    refused: &[
        "La famille habite une autre commune, et la commission n’a pas accordé de dérogation.",
        "L’enfant a moins de 3 ans, et la classe des plus jeunes est complète.",
    ],
    closings: &[],
};

const REPORT: Talk = Talk {
    questions: &[
        (
            "C’est pire depuis hier, le passage est complètement fermé.",
            "It has been worse since yesterday, the passage is completely closed.",
        ),
        (
            "Merci d’être venus si vite !",
            "Thank you for coming so quickly!",
        ),
        (
            "Bonjour, quelqu’un est-il passé voir ?",
            "Hello, has anybody come to look?",
        ),
    ],
    replies: &[
        (
            "Merci. Nos équipes sont prévenues et passeront dans les prochains jours.",
            "Thank you. Our teams have been told and will come in the next few days.",
        ),
        (
            "Bonjour, une équipe est passée ce matin. La réparation est prévue la semaine prochaine.",
            "Hello, a team came this morning. The repair is planned for next week.",
        ),
    ],
    notes: &[
        "Même endroit que le signalement de la semaine dernière.",
        "Demander un devis à l’entreprise d’éclairage.",
        "Voirie départementale : à transmettre.",
    ],
    asked: Asked {
        text: (
            "Bonjour, nous ne trouvons pas l’endroit. Pouvez-vous donner un repère, par exemple un commerce ou un arrêt de bus ?",
            "Hello, we cannot find the place. Could you give a landmark, for example a shop or a bus stop?",
        ),
        field: "landmark",
        piece: "Une photo de l’endroit, prise de plus loin",
    },
    granted: "",
    in_part: ("", "", ""),
    conditions: ("", "", ""),
    refused: &[],
    closings: &[
        ("report-done", 6),
        ("report-planned", 2),
        ("report-passed-on", 2),
        ("report-nothing-found", 1),
    ],
};

const AID: Talk = Talk {
    questions: &[
        (
            "Bonjour, le rez-de-chaussée sèche encore. Savez-vous quand l’aide sera versée ?",
            "Hello, the ground floor is still drying. Do you know when the aid will be paid?",
        ),
        (
            "Bonjour, l’expert de l’assurance passe la semaine prochaine. Faut-il vous envoyer son rapport ?",
            "Hello, the expert of the insurer comes next week. Must I send you the report?",
        ),
    ],
    replies: &[
        (
            "Bonjour, la décision vient cette semaine. Un collègue vérifie ensuite votre compte, puis l’ordre de paiement part.",
            "Hello, the decision comes this week. A colleague then checks your account, then the payment order leaves.",
        ),
        (
            "Bonjour, ce n’est pas nécessaire : l’aide ne dépend pas de l’assurance. Bon courage.",
            "Hello, there is no need: the aid does not depend on the insurance. Take heart.",
        ),
    ],
    notes: &[
        "La rue est dans la zone relevée par les services techniques le lendemain de la crue.",
        "Relogement proposé au téléphone, la famille dort chez des proches.",
    ],
    asked: Asked {
        text: (
            "Bonjour, pouvez-vous envoyer une photo des pièces touchées ?",
            "Hello, could you send a photograph of the rooms that were hit?",
        ),
        field: "photos",
        piece: "Une photo des pièces touchées",
    },
    granted: "L’aide d’urgence votée pour les foyers touchés par la crue.",
    in_part: (
        "Une partie de l’aide d’urgence.",
        "Délibération fictive qui crée l’aide",
        "Seule la cave du logement a été touchée.",
    ),
    conditions: ("", "", ""),
    refused: &["Le logement n’est pas dans la zone touchée par la crue."],
    closings: &[],
};
