//! The administrations that are asked for answers: those of the configuration, or the double of the demonstration.

use std::collections::BTreeMap;

use anyhow::Context;
use parvis_outside::{Policy, system};
use parvis_sources::double::{Double, TOKEN};
use parvis_sources::{Access, Provider, Sources, Token};

use crate::config::Config;

/// The organisations of the demonstration, and a SIRET for each that nobody has.
const DEMONSTRATED: [(&str, &str); 2] = [
    ("rochebrune", "00000000000017"),
    ("saint-elme", "00000000000025"),
];
const LOOPBACK: Policy = Policy {
    loopback: true,
    networks: &[],
};

/// The sources of an installation. A demonstration without any of its own asks a double, whose cases are fictitious.
///
/// # Errors
/// A wrong key of the configuration; no port for the double.
pub(crate) async fn open(config: &Config, demonstration: bool) -> anyhow::Result<Sources> {
    let accesses = config.sources.accesses()?;
    if !demonstration || !accesses.is_empty() {
        let sources = Sources::new(accesses, config.sources.policy(), system());
        return sources.context("clé sources");
    }
    let double = Double::start().await.context("la source fictive")?;
    let accesses = DEMONSTRATED.map(|(slug, siret)| {
        let access = Access::new(&double.url(), Token::new(TOKEN), siret, LOOPBACK);
        let access = access.map(Access::fictitious);
        let key = (Provider::ApiParticulier, slug.to_owned());
        access.map(|access| (key, access))
    });
    let accesses: Result<BTreeMap<_, _>, _> = accesses.into_iter().collect();
    let accesses = accesses.map_err(|problem| anyhow::anyhow!("{problem:?}"))?;
    Sources::new(accesses, LOOPBACK, system()).context("la source fictive")
}
