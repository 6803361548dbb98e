//! The examples of the grammar are right.

use crate::world::{compile, form};

/// The indented examples of the document.
fn examples() -> Vec<String> {
    let mut examples = vec![String::new()];
    for line in include_str!("../../GRAMMAR.md").lines() {
        match line.strip_prefix("    ") {
            Some(code) => examples.last_mut().unwrap().push_str(&format!("{code}\n")),
            None if !examples.last().unwrap().is_empty() => examples.push(String::new()),
            None => {}
        }
    }
    examples.retain(|example| !example.is_empty());
    examples
}

#[test]
fn the_examples_of_the_grammar_compile() {
    let examples = examples();
    assert!(examples.len() > 3, "{examples:?}");
    compile(&examples[0]).unwrap();
    for example in &examples[1..] {
        if example.starts_with("- step:") {
            form(example);
            continue;
        }
        let elements: String = example.lines().map(|line| format!("  {line}\n")).collect();
        form(&format!(
            "- step: one\n  title: Une\n  elements:\n{elements}"
        ));
    }
}
