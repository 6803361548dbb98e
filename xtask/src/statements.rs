//! Every SQL statement of the house was executed on both engines by the tests.
//!
//! Under `PARVIS_STATEMENT_LOG=FOLDER` the `store` room appends each statement that it executes to a file of
//! the folder, one line each: the engine, a tab, the text with `\\`, newline and tab escaped. Here those lines
//! meet the `Sql("...")` constants of the sources. What differs between engines by design lives in the dialect.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::files::{self, TextFile};
use crate::finding::Finding;
use crate::house::House;
use crate::source::{Token, starts_with, tokens, without_tests};

const ENGINES: [&str; 2] = ["sqlite", "postgres"];

/// A statement of the sources.
#[derive(Debug, PartialEq, Eq)]
struct Statement {
    line: usize,
    text: String,
}

/// Statements executed, as (engine, normalised text).
type Executed = BTreeSet<(String, String)>;

/// Compares the statements of the sources with those that the tests executed.
pub fn check(house: &House, folder: &Path) -> Result<Vec<Finding>> {
    let executed = read_logs(folder)?;
    let sources = files::read(&house.root, Path::new("crates"), &["rs"])?;
    let mut findings = Vec::new();
    for file in sources.iter().filter(|file| is_checked(&file.path)) {
        findings.extend(check_file(&house.root, file, &executed)?);
    }
    Ok(findings)
}

fn is_checked(path: &Path) -> bool {
    let is_dialect = path.starts_with("crates/store")
        && path
            .components()
            .any(|part| part.as_os_str().to_string_lossy().starts_with("dialect"));
    let is_example = path.components().any(|part| part.as_os_str() == "examples");
    !is_dialect && !is_example && !files::is_test(path)
}

fn read_logs(folder: &Path) -> Result<Executed> {
    let logs = files::list(folder)?;
    if logs.is_empty() {
        bail!(
            "no statement was logged in {}: run the tests with PARVIS_STATEMENT_LOG set to it",
            folder.display()
        );
    }
    let mut executed = Executed::new();
    for log in logs {
        let text = std::fs::read_to_string(&log).with_context(|| log.display().to_string())?;
        executed.extend(text.lines().filter_map(executed_line));
    }
    Ok(executed)
}

fn executed_line(line: &str) -> Option<(String, String)> {
    let (engine, statement) = line.split_once('\t')?;
    Some((engine.to_lowercase(), normalise(&unescape(statement))))
}

/// Undoes what the log does to keep a statement on one line.
fn unescape(text: &str) -> String {
    let mut characters = text.chars();
    let mut unescaped = String::with_capacity(text.len());
    while let Some(character) = characters.next() {
        let real = match character {
            '\\' => characters
                .next()
                .map(|it| if matches!(it, 'n' | 't') { ' ' } else { it }),
            other => Some(other),
        };
        unescaped.extend(real);
    }
    unescaped
}

fn check_file(root: &Path, file: &TextFile, executed: &Executed) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for statement in statements(root, file)? {
        let text = normalise(&statement.text);
        let missing: Vec<_> = ENGINES
            .into_iter()
            .filter(|engine| !executed.contains(&((*engine).to_owned(), text.clone())))
            .collect();
        if !missing.is_empty() {
            let what = format!(
                "no test executed this statement on {}: {}",
                missing.join(" and "),
                shorten(&text)
            );
            let todo = "write a test that runs it through testkit::on_both, or remove it";
            findings.push(Finding::new(&file.path, statement.line, what, todo));
        }
    }
    Ok(findings)
}

/// Every `Sql("...")` and `Sql(include_str!("..."))` of a file, its tests left out.
fn statements(root: &Path, file: &TextFile) -> Result<Vec<Statement>> {
    let tokens = without_tests(tokens(&file.text));
    let mut statements = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if let Some(text) = statement_here(root, &file.path, rest)? {
            statements.push(Statement {
                line: first.line,
                text,
            });
        }
        rest = after;
    }
    Ok(statements)
}

fn statement_here(root: &Path, path: &Path, tokens: &[Token]) -> Result<Option<String>> {
    if starts_with(tokens, &["Sql", "(", "include_str", "!", "("]) {
        let Some(name) = tokens.get(5).and_then(Token::text) else {
            return Ok(None);
        };
        let place = root.join(path).with_file_name(name);
        return Ok(Some(
            std::fs::read_to_string(&place).with_context(|| place.display().to_string())?,
        ));
    }
    let text = tokens
        .get(2)
        .and_then(Token::text)
        .filter(|_| starts_with(tokens, &["Sql", "("]));
    Ok(text.map(str::to_owned))
}

/// One space between words, no closing semicolon.
fn normalise(statement: &str) -> String {
    let words: Vec<&str> = statement.split_whitespace().collect();
    words.join(" ").trim_end_matches([';', ' ']).to_owned()
}

fn shorten(statement: &str) -> String {
    const LONGEST: usize = 80;
    if statement.chars().count() <= LONGEST {
        return statement.to_owned();
    }
    statement.chars().take(LONGEST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "const FIND: Sql = Sql(\n  \"SELECT id\n   FROM dossiers WHERE id = $1\",\n);\n#[cfg(test)]\nmod tests { const T: Sql = Sql(\"DROP\"); }";

    fn told(log: &str) -> Vec<String> {
        let file = TextFile {
            path: "crates/dossier/src/store.rs".into(),
            text: SOURCE.to_owned(),
        };
        let executed = log.lines().filter_map(executed_line).collect();
        let findings = check_file(Path::new("."), &file, &executed).unwrap();
        findings
            .iter()
            .map(|it| format!("{}: {}", it.line, it.what))
            .collect()
    }

    #[test]
    fn a_statement_executed_on_both_engines_has_nothing_to_hear_whatever_its_spaces() {
        let log = "sqlite\tSELECT id\\n   FROM dossiers WHERE id = $1\npostgres\tSELECT\\tid FROM dossiers WHERE id = $1;\n";
        assert_eq!(told(log), Vec::<String>::new());
    }

    #[test]
    fn a_statement_executed_on_one_engine_only_is_told_with_the_other() {
        assert_eq!(
            told("sqlite\tSELECT id FROM dossiers WHERE id = $1\n"),
            [
                "1: no test executed this statement on postgres: SELECT id FROM dossiers WHERE id = $1"
            ]
        );
    }

    #[test]
    fn a_backslash_of_a_statement_comes_back_as_it_was() {
        assert_eq!(unescape(r"a\nb\\nc"), r"a b\nc");
    }

    #[test]
    fn a_statement_kept_in_a_file_is_read_there() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("crates/law/src/store")).unwrap();
        std::fs::write(
            root.path().join("crates/law/src/store/find.sql"),
            "SELECT 1",
        )
        .unwrap();
        let file = TextFile {
            path: "crates/law/src/store.rs".into(),
            text: "const A: Sql = Sql(include_str!(\"store/find.sql\"));".to_owned(),
        };
        assert_eq!(
            statements(root.path(), &file).unwrap(),
            [Statement {
                line: 1,
                text: "SELECT 1".to_owned()
            }]
        );
    }

    #[test]
    fn tests_and_the_dialect_are_not_checked() {
        for (path, expected) in [
            ("crates/store/src/dialect/mod.rs", false),
            ("crates/store/src/dialect.rs", false),
            ("crates/store/tests/it/main.rs", false),
            ("crates/store/examples/throughput.rs", false),
            ("crates/dossier/src/store.rs", true),
        ] {
            assert_eq!(is_checked(Path::new(path)), expected, "{path}");
        }
    }

    #[test]
    fn no_log_at_all_is_an_error_and_not_a_success() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read_logs(folder.path()).is_err());
    }
}
