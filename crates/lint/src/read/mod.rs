//! The file as it is written: every value with its place, whatever the word before it.
//!
//! What a procedure means is read by the room `procedure`; here one only looks for where it says it, so that a word that is
//! new in the grammar has a place at once.

mod prose;
mod question;
mod tree;

pub(crate) use prose::{Prose, Role, Version, prose_of};
pub(crate) use question::{Question, questions_of};
pub(crate) use tree::{Node, Tree, read_tree};

use parvis_form::Form;
use parvis_procedure::{Checked, ProcedureFile};

use crate::Options;

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its line, from 1.
    pub line: u64,
    /// Its column, from 1.
    pub column: u64,
    /// The names around it, from the outside.
    pub within: Vec<String>,
}

/// A procedure, and where it says each thing.
pub(crate) struct Subject<'a> {
    pub options: &'a Options,
    pub file: &'a ProcedureFile,
    pub form: &'a Form,
    pub root: Tree,
    /// Every question, in order.
    pub questions: Vec<Question<'a>>,
    /// Every text that a person reads, in order.
    pub prose: Vec<Prose>,
}

impl<'a> Subject<'a> {
    pub(crate) fn read(name: &str, checked: &'a Checked, options: &'a Options) -> Self {
        let root = read_tree(name, &checked.source);
        Self {
            options,
            file: &checked.file,
            form: &checked.form,
            questions: questions_of(&checked.form, &root),
            prose: prose_of(&root),
            root,
        }
    }

    /// The place of what is written under some words, one in the other; of the last that exists.
    pub(crate) fn place(&self, words: &[&str]) -> Place {
        let mut found = &self.root;
        for word in words {
            let Some(inner) = found.get(word) else { break };
            found = inner;
        }
        let within = words.first().map(|word| (*word).to_owned());
        found.place(within.into_iter().collect())
    }
}
