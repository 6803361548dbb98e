//! The procedures that come with the house: for the demonstration, and to begin from.

/// Name and text of each file of `procedures/`.
pub const LIBRARY: &[(&str, &str)] = &[
    (
        "copie-acte-naissance.yaml",
        include_str!("../../../procedures/copie-acte-naissance.yaml"),
    ),
    (
        "inscription-scolaire-cantine.yaml",
        include_str!("../../../procedures/inscription-scolaire-cantine.yaml"),
    ),
    (
        "signalement-voirie.yaml",
        include_str!("../../../procedures/signalement-voirie.yaml"),
    ),
];
