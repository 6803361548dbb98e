//! Finding and reading the files of a folder, always in the same order.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Folders that hold nothing written by hand.
const SKIPPED: [&str; 4] = ["target", "node_modules", "dist", ".git"];

/// A file that was read: its place from the root of the repository, and its text.
pub struct TextFile {
    /// From the root of the repository.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
}

/// Lists every file under `folder`, sorted; none when the folder does not exist.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect(folder, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if !path.is_dir() {
            found.push(path);
        } else if !is_skipped(&path) {
            collect(&path, found)?;
        }
    }
    Ok(())
}

fn is_skipped(folder: &Path) -> bool {
    SKIPPED.iter().any(|name| folder.ends_with(name))
}

/// Reads the files under `folder` that have one of these extensions; paths come back relative to `root`.
pub fn read(root: &Path, folder: &Path, extensions: &[&str]) -> Result<Vec<TextFile>> {
    let mut read = Vec::new();
    for path in list(&root.join(folder))? {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if extension.is_some_and(|extension| extensions.contains(&extension)) {
            read.push(read_one(root, &path)?);
        }
    }
    Ok(read)
}

fn read_one(root: &Path, path: &Path) -> Result<TextFile> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let path = path.strip_prefix(root).unwrap_or(path).to_owned();
    Ok(TextFile { path, text })
}

/// Tells whether a file holds tests only, by its place.
pub fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests")
        || path.file_name().is_some_and(|name| name == "tests.rs")
}

/// The line, from 1, of a byte of the text.
pub fn line_of(text: &str, byte: usize) -> usize {
    text.bytes()
        .take(byte)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_folders_are_not_read() {
        let folder = tempfile::tempdir().unwrap();
        for place in ["src/lib.rs", "dist/app.rs", "src/node_modules/x.rs"] {
            let path = folder.path().join(place);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        let files = read(folder.path(), Path::new(""), &["rs"]).unwrap();
        let paths: Vec<_> = files.iter().map(|file| file.path.as_path()).collect();
        assert_eq!(paths, [Path::new("src/lib.rs")]);
    }

    #[test]
    fn files_of_tests_are_known_by_their_place() {
        for (path, expected) in [
            ("crates/law/src/receipt/tests.rs", true),
            ("crates/law/tests/it/main.rs", true),
            ("crates/law/src/receipt/mod.rs", false),
            ("crates/testkit/src/lib.rs", false),
        ] {
            assert_eq!(is_test(Path::new(path)), expected, "{path}");
        }
    }
}
