//! The routes that the sources declare. axum does not list them: the text of `.route(...)` is the only register.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Rooms whose routes are those of tests, not of the house.
const NOT_THE_HOUSE: &[&str] = &["testkit"];
const METHODS: &[&str] = &["get", "post", "put", "delete", "patch", "head"];

/// The methods of each path, from all the sources of the house.
pub fn routes() -> BTreeMap<String, BTreeSet<String>> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for room in std::fs::read_dir(crates).unwrap() {
        let room = room.unwrap();
        if NOT_THE_HOUSE.contains(&room.file_name().to_str().unwrap()) {
            continue;
        }
        for file in sources(&room.path().join("src")) {
            let text = std::fs::read_to_string(&file).unwrap();
            for (path, methods) in routes_of(&text) {
                found.entry(path).or_default().extend(methods);
            }
        }
    }
    found
}

/// The sources under a folder, but for files of tests.
pub fn sources(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
    files
}

/// The routes of one file: `.route(PATH, get(..).post(..))`, on one line or several.
pub fn routes_of(text: &str) -> Vec<(String, Vec<String>)> {
    let text = text.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    for (at, _) in text.match_indices(".route(") {
        let inside = between_parentheses(&text[at + ".route".len()..]);
        let (path, handlers) = inside.split_once(',').unwrap();
        found.push((path_of(text, path.trim()), methods_of(handlers)));
    }
    found
}

/// What stands between the first parenthesis and the one that closes it.
fn between_parentheses(text: &str) -> &str {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return &text[1..at];
                }
            }
            _ => {}
        }
    }
    panic!("never closed: {text:.80}")
}

/// A literal, or a constant of the same file.
fn path_of(text: &str, path: &str) -> String {
    if let Some(literal) = path.strip_prefix('"') {
        return literal.trim_end_matches('"').to_owned();
    }
    let declared = format!("const {path}: &str = \"");
    let after = text
        .split(&declared)
        .nth(1)
        .unwrap_or_else(|| panic!("{path} is no constant of its file"));
    after.split('"').next().unwrap().to_owned()
}

fn methods_of(handlers: &str) -> Vec<String> {
    let words = handlers.split('(');
    let names = words.map(|word| {
        word.rsplit(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
            .next()
            .unwrap()
    });
    let methods: Vec<String> = names
        .filter(|name| METHODS.contains(name))
        .map(|name| name.to_uppercase())
        .collect();
    assert!(
        !methods.is_empty(),
        "no method that the tests know: {handlers}"
    );
    methods
}

#[test]
fn routes_are_read_from_the_sources_however_they_are_laid_out() {
    let text = "const A: &str = \"/a\";\nRouter::new().route(A, get(x::y).post(z)).route(\n    \"/b/{c}\",\n    post(other::get_it),\n)\n#[cfg(test)] .route(\"/t\", get(t))";
    let found = routes_of(text);
    assert_eq!(
        found,
        [
            ("/a".to_owned(), vec!["GET".to_owned(), "POST".to_owned()]),
            ("/b/{c}".to_owned(), vec!["POST".to_owned()]),
        ]
    );
}
