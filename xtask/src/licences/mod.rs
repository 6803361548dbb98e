//! Every dependency comes from the public registry, under a licence that `deny.toml` accepts.
//!
//! `deny.toml` is also read by cargo-deny where it is installed: one list for both.

mod expression;
mod packages;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::finding::Finding;
use crate::house::{House, metadata};

use packages::Package;

/// The files that name the front-end packages.
const LOCKS: [&str; 2] = ["package-lock.json", "journeys/package-lock.json"];

/// What `deny.toml` accepts.
#[derive(Deserialize)]
struct Policy {
    licenses: Accepted,
    sources: Sources,
}

#[derive(Deserialize)]
struct Accepted {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Sources {
    #[serde(rename = "allow-registry")]
    allow_registry: Vec<String>,
}

/// Checks the crates and the front-end packages.
pub fn check(house: &House) -> Result<Vec<Finding>> {
    let policy = std::fs::read_to_string(house.root.join("deny.toml")).context("deny.toml")?;
    let policy: Policy = toml::from_str(&policy).context("deny.toml")?;
    let mut packages = packages::crates(&metadata(&["--locked"])?)?;
    for lock in LOCKS {
        let text = std::fs::read_to_string(house.root.join(lock)).context(lock)?;
        packages.extend(packages::front_end(lock, &text)?);
    }
    Ok(packages
        .iter()
        .flat_map(|package| check_package(&policy, package))
        .collect())
}

fn check_package(policy: &Policy, package: &Package) -> Vec<Finding> {
    let problems = [
        licence_problem(policy, package),
        source_problem(policy, package),
    ];
    problems.into_iter().flatten().collect()
}

fn licence_problem(policy: &Policy, package: &Package) -> Option<Finding> {
    let todo = "choose another dependency, or accept the licence in deny.toml with its reason";
    let Some(licence) = &package.licence else {
        let what = format!("{} says no licence", package.name);
        return Some(Finding::new(package.lock, 1, what, todo));
    };
    if expression::is_accepted(licence, &policy.licenses.allow) {
        return None;
    }
    let what = format!("{} is under {licence}, which is not accepted", package.name);
    Some(Finding::new(package.lock, 1, what, todo))
}

fn source_problem(policy: &Policy, package: &Package) -> Option<Finding> {
    let source = package.source.as_ref()?;
    if policy
        .sources
        .allow_registry
        .iter()
        .any(|allowed| source.ends_with(allowed))
    {
        return None;
    }
    let what = format!("{} comes from {source}", package.name);
    Some(Finding::new(
        package.lock,
        1,
        what,
        "take it from the public registry",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(licence: Option<&str>, source: Option<&str>) -> Vec<String> {
        let policy = Policy {
            licenses: Accepted {
                allow: vec!["MIT".to_owned()],
            },
            sources: Sources {
                allow_registry: vec!["https://crates.example/index".to_owned()],
            },
        };
        let package = Package {
            name: "pkg 1.0.0".to_owned(),
            licence: licence.map(str::to_owned),
            source: source.map(str::to_owned),
            lock: "Cargo.lock",
        };
        check_package(&policy, &package)
            .into_iter()
            .map(|it| it.what)
            .collect()
    }

    #[test]
    fn a_licence_or_a_source_out_of_the_list_is_told() {
        assert_eq!(
            told(
                Some("MIT OR X"),
                Some("registry+https://crates.example/index")
            ),
            Vec::<String>::new()
        );
        assert_eq!(
            told(Some("X"), None),
            ["pkg 1.0.0 is under X, which is not accepted"]
        );
        assert_eq!(told(None, None), ["pkg 1.0.0 says no licence"]);
        assert_eq!(
            told(Some("MIT"), Some("git+https://elsewhere.example/pkg")),
            ["pkg 1.0.0 comes from git+https://elsewhere.example/pkg"]
        );
    }
}
