//! The large town, by the Loire.

use parvis_access::OrganisationRole::{Administrator, Dpo, Guichet, ProcedureAuthor};
use parvis_access::Role::{Instructeur, Reader};
use parvis_organisation::Profile;

use super::{DescribedAgent, DescribedService, Description, contact};

const OFFICE_HOURS: &str = "Du lundi au vendredi, de 8 h 30 à 17 h 30";

pub(super) fn describe() -> Description {
    Description {
        slug: "rochebrune",
        name: "Ville de Rochebrune-sur-Loire",
        about: "demo-home-rochebrune",
        profile: profile(),
        services: services(),
        agents: AGENTS,
        dossiers: 228,
        around: &["49246", "49353", "49015", "49267", "49035", "49328"],
        streets: &[
            "rue de la Gare",
            "rue des Tanneurs",
            "avenue de la Loire",
            "place du Marché",
            "quai des Mariniers",
            "boulevard Voltaire",
            "rue du Port",
            "impasse des Lilas",
            "rue de l’Abreuvoir",
            "allée des Tilleuls",
        ],
    }
}

fn profile() -> Profile {
    Profile {
        departement: Some("49".to_owned()),
        contact: contact(
            &[
                "Hôtel de ville",
                "1 place de la République",
                "49999 Rochebrune-sur-Loire",
            ],
            "accueil@rochebrune.example",
            "02 61 91 10 00",
            &[OFFICE_HOURS, "Le samedi, de 9 h à 12 h"],
        ),
        sender: "ne-pas-repondre@rochebrune.example".to_owned(),
        accent: "#1f4d5c".to_owned(),
        publication_director: Some("Hélène Aubry, maire".to_owned()),
        host: Some("Cette machine : démonstration, aucun hébergeur".to_owned()),
        data_protection_officer: contact(
            &[
                "Déléguée à la protection des données",
                "1 place de la République",
                "49999 Rochebrune-sur-Loire",
            ],
            "dpo@rochebrune.example",
            "02 61 91 10 90",
            &[],
        ),
        security_contact: "securite@rochebrune.example".to_owned(),
        administrative_court: Some(
            "tribunal administratif de Nantes, 6 allée de l’Île-Gloriette, 44041 Nantes".to_owned(),
        ),
        conformity: Some("Attestation RGS fictive n° 0000 : démonstration, sans valeur".to_owned()),
        hold_minutes: 0,
        ..Profile::default()
    }
}

fn services() -> Vec<DescribedService> {
    let street = |line| [line, "49999 Rochebrune-sur-Loire"];
    vec![
        DescribedService {
            slug: "etat-civil",
            name: "État civil",
            contact: contact(
                &street("1 place de la République"),
                "etat-civil@rochebrune.example",
                "02 61 91 10 10",
                &[OFFICE_HOURS, "Le samedi, de 9 h à 12 h"],
            ),
        },
        DescribedService {
            slug: "vie-scolaire",
            name: "Vie scolaire",
            contact: contact(
                &street("14 rue des Écoles"),
                "vie-scolaire@rochebrune.example",
                "02 61 91 10 20",
                &[
                    "Lundi, mardi, jeudi et vendredi, de 8 h à 17 h",
                    "Mercredi, de 9 h à 12 h",
                ],
            ),
        },
        DescribedService {
            slug: "cadre-de-vie",
            name: "Cadre de vie",
            contact: contact(
                &street("3 chemin des Ateliers"),
                "cadre-de-vie@rochebrune.example",
                "02 61 91 10 30",
                &["Du lundi au vendredi, de 7 h 30 à 16 h"],
            ),
        },
        DescribedService {
            slug: "ccas",
            name: "Centre communal d’action sociale",
            contact: contact(
                &street("8 rue du Port"),
                "ccas@rochebrune.example",
                "02 61 91 10 40",
                &["Du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h"],
            ),
        },
    ]
}

const AGENTS: &[DescribedAgent] = &[
    DescribedAgent {
        first_name: "Claire",
        last_name: "Marchand",
        quality: "Officière de l’état civil",
        email: "claire.marchand@rochebrune.example",
        delegation: Some("Arrêté fictif 2026-012 du 5 janvier 2026"),
        groups: &[("etat-civil", Instructeur)],
        roles: &[],
    },
    DescribedAgent {
        first_name: "Karim",
        last_name: "Belkacem",
        quality: "Agent de l’état civil",
        email: "karim.belkacem@rochebrune.example",
        delegation: Some("Arrêté fictif 2026-013 du 5 janvier 2026"),
        groups: &[("etat-civil", Instructeur)],
        roles: &[],
    },
    DescribedAgent {
        first_name: "Solène",
        last_name: "Riou",
        quality: "Responsable de la vie scolaire",
        email: "solene.riou@rochebrune.example",
        delegation: Some("Arrêté fictif 2026-021 du 5 janvier 2026"),
        groups: &[("vie-scolaire", Instructeur)],
        roles: &[ProcedureAuthor],
    },
    DescribedAgent {
        first_name: "Thomas",
        last_name: "Guérin",
        quality: "Agent de la vie scolaire",
        email: "thomas.guerin@rochebrune.example",
        delegation: Some("Arrêté fictif 2026-022 du 5 janvier 2026"),
        groups: &[("vie-scolaire", Instructeur)],
        roles: &[],
    },
    DescribedAgent {
        first_name: "Nadia",
        last_name: "Ferhat",
        quality: "Technicienne du cadre de vie",
        email: "nadia.ferhat@rochebrune.example",
        delegation: None,
        groups: &[("cadre-de-vie", Instructeur)],
        roles: &[],
    },
    DescribedAgent {
        first_name: "Hugo",
        last_name: "Lemaire",
        quality: "Responsable du cadre de vie",
        email: "hugo.lemaire@rochebrune.example",
        delegation: None,
        groups: &[("cadre-de-vie", Instructeur)],
        roles: &[],
    },
    DescribedAgent {
        first_name: "Maëlle",
        last_name: "Le Goff",
        quality: "Responsable de l’action sociale",
        email: "maelle.legoff@rochebrune.example",
        delegation: Some("Arrêté fictif 2026-031 du 5 janvier 2026"),
        groups: &[("ccas", Instructeur)],
        roles: &[],
    },
    DescribedAgent {
        first_name: "Ousmane",
        last_name: "Sarr",
        quality: "Travailleur social",
        email: "ousmane.sarr@rochebrune.example",
        delegation: Some("Arrêté fictif 2026-032 du 5 janvier 2026"),
        groups: &[("ccas", Instructeur)],
        roles: &[],
    },
    DescribedAgent {
        first_name: "Odile",
        last_name: "Prat",
        quality: "Responsable de l’accueil",
        email: "odile.prat@rochebrune.example",
        delegation: None,
        groups: &[
            ("etat-civil", Reader),
            ("vie-scolaire", Reader),
            ("cadre-de-vie", Reader),
        ],
        roles: &[Administrator, Guichet],
    },
    DescribedAgent {
        first_name: "Inès",
        last_name: "Vasseur",
        quality: "Déléguée à la protection des données",
        email: "ines.vasseur@rochebrune.example",
        delegation: None,
        groups: &[],
        roles: &[Dpo],
    },
];
