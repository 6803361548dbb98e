//! The packages that the house depends on, as cargo and npm know them.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

/// A dependency.
pub struct Package {
    /// Its name and version.
    pub name: String,
    /// Its licence, as an SPDX expression.
    pub licence: Option<String>,
    /// Where it comes from, when that is known.
    pub source: Option<String>,
    /// The file that locks it.
    pub lock: &'static str,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Crate>,
}

#[derive(Deserialize)]
struct Crate {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

/// Reads the crates from `cargo metadata`; those of the workspace have no source and are left out.
pub fn crates(json: &str) -> Result<Vec<Package>> {
    let metadata: Metadata = serde_json::from_str(json).context("reading cargo metadata")?;
    let outside = metadata
        .packages
        .into_iter()
        .filter(|it| it.source.is_some());
    let packages = outside.map(|it| Package {
        name: format!("{} {}", it.name, it.version),
        licence: it.license,
        source: it.source,
        lock: "Cargo.lock",
    });
    Ok(packages.collect())
}

#[derive(Deserialize)]
struct Lock {
    packages: BTreeMap<String, Installed>,
}

#[derive(Deserialize)]
struct Installed {
    version: Option<String>,
    license: Option<String>,
}

/// Reads the front-end packages from a lock file of npm; its root, which is ours, is left out.
pub fn front_end(lock: &'static str, json: &str) -> Result<Vec<Package>> {
    let read: Lock = serde_json::from_str(json).with_context(|| format!("reading {lock}"))?;
    let installed = read
        .packages
        .into_iter()
        .filter(|(place, _)| !place.is_empty());
    let packages = installed.map(|(place, it)| Package {
        name: format!("{place} {}", it.version.unwrap_or_default()),
        licence: it.license,
        source: None,
        lock,
    });
    Ok(packages.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_of_the_workspace_are_left_out() {
        let json = r#"{"packages": [
            {"name": "ours", "version": "1.0.0", "license": "EUPL-1.2", "source": null},
            {"name": "theirs", "version": "2.0.0", "license": "MIT", "source": "registry+x"}]}"#;
        let names: Vec<_> = crates(json)
            .unwrap()
            .into_iter()
            .map(|it| it.name)
            .collect();
        assert_eq!(names, ["theirs 2.0.0"]);
    }

    #[test]
    fn the_root_of_a_front_end_lock_is_left_out() {
        let json = r#"{"packages": {"": {"license": "EUPL-1.2"}, "node_modules/x": {"version": "1.0.0", "license": "MIT"}}}"#;
        let packages = front_end("package-lock.json", json).unwrap();
        assert_eq!(packages.len(), 1);
        assert_eq!(packages[0].name, "node_modules/x 1.0.0");
    }
}
