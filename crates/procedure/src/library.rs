//! The procedures that come with the house.

/// Files of `procedures/`: the name and the text of each.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../procedures/", $name)))),*]
    };
}

/// Name and text of every file of `procedures/`: what an author can begin from.
pub const LIBRARY: &[(&str, &str)] = files![
    "copie-acte-naissance.yaml",
    "inscription-scolaire-cantine.yaml",
    "signalement-voirie.yaml",
    "copie-acte-mariage.yaml",
    "copie-acte-deces.yaml",
    "bapteme-civil.yaml",
    "recensement-16-ans.yaml",
    "accueil-periscolaire.yaml",
    "place-en-creche.yaml",
    "centre-de-loisirs.yaml",
    "signaler-une-nuisance.yaml",
    "pret-de-salle.yaml",
    "pret-de-materiel.yaml",
    "document-administratif.yaml",
    "droits-donnees-personnelles.yaml",
    "suggestion-reclamation.yaml",
    "candidature.yaml",
    "demande-de-stage.yaml",
    "liste-electorale.yaml",
    "carte-stationnement-handicap.yaml",
    "meuble-de-tourisme.yaml",
    "cheque-energie.yaml",
    "declaration-de-travaux.yaml",
    "pacs.yaml",
    "buvette-temporaire.yaml",
    "occupation-domaine-public.yaml",
    "arrete-de-circulation.yaml",
    "chien-dangereux.yaml",
    "concession-cimetiere.yaml",
    "subvention-association.yaml",
    "aide-du-ccas.yaml",
    "aide-urgence-catastrophe.yaml",
];

/// Those that a commune opens after a disaster: an author answers a few questions, and publishes.
pub const CRISIS: &[&str] = &["aide-urgence-catastrophe.yaml"];

/// Those that the demonstration publishes, and that a first start offers: three simple ones, for three services.
pub const DEMONSTRATION: &[(&str, &str)] = files![
    "copie-acte-naissance.yaml",
    "inscription-scolaire-cantine.yaml",
    "signalement-voirie.yaml",
];
