//! The village, on the causse.

use parvis_access::OrganisationRole::{Administrator, Dpo, ProcedureAuthor};
use parvis_access::Role::{Instructeur, Reader};
use parvis_organisation::Profile;

use super::{DescribedAgent, DescribedService, Description, contact};

const TOWN_HALL: [&str; 2] = ["Le Bourg", "46999 Saint-Elme-du-Causse"];
const HOURS: [&str; 2] = [
    "Mardi et jeudi, de 9 h à 12 h et de 14 h à 17 h",
    "Samedi, de 9 h à 12 h",
];

pub(super) fn describe() -> Description {
    Description {
        slug: "saint-elme",
        name: "Commune de Saint-Elme-du-Causse",
        about: "demo-home-saint-elme",
        profile: profile(),
        services: services(),
        agents: AGENTS,
        dossiers: 75,
        around: &["46128", "46240", "46148", "46173", "46045", "46176"],
        streets: &[
            "le Bourg",
            "chemin de la Fontaine",
            "route du Causse",
            "place de l’Église",
            "chemin des Noyers",
            "lieu-dit le Pech",
        ],
    }
}

fn profile() -> Profile {
    Profile {
        departement: Some("46".to_owned()),
        contact: contact(
            &["Mairie", "Le Bourg", "46999 Saint-Elme-du-Causse"],
            "mairie@saint-elme.example",
            "05 36 49 20 00",
            &HOURS,
        ),
        sender: "ne-pas-repondre@saint-elme.example".to_owned(),
        accent: "#6b3f2a".to_owned(),
        publication_director: Some("Lucien Cabrol, maire".to_owned()),
        host: Some("Cette machine : démonstration, aucun hébergeur".to_owned()),
        data_protection_officer: contact(
            &[
                "Délégué à la protection des données, mis en commun",
                "Le Bourg",
                "46999 Saint-Elme-du-Causse",
            ],
            "dpo@saint-elme.example",
            "05 36 49 20 90",
            &[],
        ),
        security_contact: "securite@saint-elme.example".to_owned(),
        administrative_court: Some(
            "tribunal administratif de Toulouse, 68 rue Raymond-IV, 31000 Toulouse".to_owned(),
        ),
        conformity: Some("Attestation RGS fictive n° 0001 : démonstration, sans valeur".to_owned()),
        hold_minutes: 10,
        ..Profile::default()
    }
}

fn services() -> Vec<DescribedService> {
    let office = |slug, name, phone| DescribedService {
        slug,
        name,
        contact: contact(&TOWN_HALL, "mairie@saint-elme.example", phone, &HOURS),
    };
    vec![
        office("etat-civil", "Secrétariat de mairie", "05 36 49 20 00"),
        office("vie-scolaire", "École et cantine", "05 36 49 20 10"),
        office("cadre-de-vie", "Chemins et cadre de vie", "05 36 49 20 20"),
    ]
}

const AGENTS: &[DescribedAgent] = &[
    DescribedAgent {
        first_name: "Marie",
        last_name: "Delpech",
        quality: "Secrétaire générale de mairie",
        email: "marie.delpech@saint-elme.example",
        delegation: Some("Arrêté fictif 2026-003 du 12 janvier 2026"),
        groups: &[
            ("etat-civil", Instructeur),
            ("vie-scolaire", Instructeur),
            ("cadre-de-vie", Instructeur),
        ],
        roles: &[Administrator, ProcedureAuthor],
    },
    DescribedAgent {
        first_name: "Jean",
        last_name: "Vidal",
        quality: "Adjoint au maire, chargé des chemins",
        email: "jean.vidal@saint-elme.example",
        delegation: Some("Arrêté fictif 2026-004 du 12 janvier 2026"),
        groups: &[
            ("cadre-de-vie", Instructeur),
            ("etat-civil", Reader),
            ("vie-scolaire", Reader),
        ],
        roles: &[],
    },
    DescribedAgent {
        first_name: "Paul",
        last_name: "Estève",
        quality: "Délégué à la protection des données, mis en commun",
        email: "paul.esteve@saint-elme.example",
        delegation: None,
        groups: &[],
        roles: &[Dpo],
    },
];
