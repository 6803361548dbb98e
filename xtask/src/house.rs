//! The workspace as `cargo metadata` tells it: members and what they import.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The repository.
pub struct House {
    /// The folder that holds the workspace.
    pub root: PathBuf,
    /// Every member, by folder.
    pub members: Vec<Member>,
}

/// One package of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The name of the package: `parvis-law`.
    pub package: String,
    /// Its folder from the root: `crates/law`.
    pub folder: PathBuf,
    /// The other members that it imports.
    pub imports: Vec<Import>,
}

/// An import of another package of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The name of the package imported.
    pub package: String,
    /// True when only the tests import it.
    pub for_tests: bool,
}

impl Member {
    /// The room's name, which is the last part of its folder: `law`.
    pub fn room(&self) -> &str {
        self.folder
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or(&self.package)
    }
}

impl House {
    /// Asks cargo about the workspace.
    pub fn read() -> Result<Self> {
        Self::parse(&metadata(&["--no-deps", "--offline"])?)
    }

    fn parse(json: &str) -> Result<Self> {
        let metadata: Metadata = serde_json::from_str(json).context("reading cargo metadata")?;
        let names: Vec<String> = metadata.packages.iter().map(|it| it.name.clone()).collect();
        let root = metadata.workspace_root;
        let mut members: Vec<Member> = metadata
            .packages
            .into_iter()
            .map(|package| member(&root, &names, package))
            .collect();
        members.sort_by(|left, right| left.folder.cmp(&right.folder));
        Ok(Self { root, members })
    }
}

/// Runs `cargo metadata` and returns its JSON.
pub fn metadata(arguments: &[&str]) -> Result<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1"])
        .args(arguments)
        .output()
        .context("running cargo metadata")?;
    if !output.status.success() {
        bail!(
            "cargo metadata failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    String::from_utf8(output.stdout).context("reading cargo metadata")
}

fn member(root: &Path, names: &[String], package: Package) -> Member {
    let folder = package.manifest_path.parent().unwrap_or(root);
    let folder = folder.strip_prefix(root).unwrap_or(folder).to_owned();
    let imports = package
        .dependencies
        .into_iter()
        .filter(|it| names.contains(&it.name));
    Member {
        folder,
        imports: imports.map(Dependency::into_import).collect(),
        package: package.name,
    }
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    workspace_root: PathBuf,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
}

impl Dependency {
    fn into_import(self) -> Import {
        Import {
            package: self.name,
            for_tests: self.kind.as_deref() == Some("dev"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_come_with_their_folder_and_only_the_imports_of_the_house() {
        let house = House::parse(
            r#"{"workspace_root": "/house", "packages": [
                {"name": "parvis-web", "manifest_path": "/house/crates/web/Cargo.toml", "dependencies": [
                    {"name": "parvis-kernel", "kind": null},
                    {"name": "axum", "kind": null},
                    {"name": "parvis-testkit", "kind": "dev"}]},
                {"name": "parvis-kernel", "manifest_path": "/house/crates/kernel/Cargo.toml", "dependencies": []},
                {"name": "parvis-testkit", "manifest_path": "/house/crates/testkit/Cargo.toml", "dependencies": []}]}"#,
        )
        .unwrap();
        let rooms: Vec<_> = house.members.iter().map(Member::room).collect();
        assert_eq!(rooms, ["kernel", "testkit", "web"]);
        let imports = &house.members[2].imports;
        assert_eq!(imports.len(), 2);
        assert!(!imports[0].for_tests);
        assert!(imports[1].for_tests);
    }
}
