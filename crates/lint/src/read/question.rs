//! The questions of a form, each with its place in the file.

use std::collections::BTreeMap;

use parvis_form::{Block, Element, Field, Form, Step};

use super::{Place, Tree};

/// A question.
pub(crate) struct Question<'a> {
    pub step: &'a Step,
    pub block: Option<&'a Block>,
    pub field: &'a Field,
    /// What its author wrote.
    pub written: Tree,
}

/// Every question of a form, in order.
pub(crate) fn questions_of<'a>(form: &'a Form, root: &Tree) -> Vec<Question<'a>> {
    let mut written = BTreeMap::new();
    if let Some(steps) = root.get("steps") {
        gather(steps, &mut written);
    }
    let mut questions = Vec::new();
    for step in form.steps() {
        for element in &step.elements {
            let block = match element {
                Element::Block(block) => Some(block),
                _ => None,
            };
            for field in element.fields() {
                if let Some(tree) = written.get(field.id.as_str()) {
                    questions.push(Question {
                        step,
                        block,
                        field,
                        written: (*tree).clone(),
                    });
                }
            }
        }
    }
    questions
}

/// Names of fields are unique in a form.
fn gather<'t>(tree: &'t Tree, written: &mut BTreeMap<&'t str, &'t Tree>) {
    if let Some(id) = tree.text_of("field") {
        written.insert(id, tree);
    }
    for (_, inner) in tree.entries() {
        gather(inner, written);
    }
    for item in tree.items() {
        gather(item, written);
    }
}

impl Question<'_> {
    /// The names around what the question says, from the outside.
    pub(crate) fn within(&self) -> Vec<String> {
        let mut names = vec![self.step.id.to_string()];
        names.extend(self.block.map(|block| block.id.to_string()));
        names.push(self.field.id.to_string());
        names
    }

    /// The place of what the question says under a word; of the question where it says nothing.
    pub(crate) fn place(&self, word: &str) -> Place {
        let found = self.written.get(word).unwrap_or(&self.written);
        found.place(self.within())
    }

    /// The French of what is written under a word.
    pub(crate) fn french(&self, word: &str) -> &str {
        self.written.french_of(word)
    }

    /// The answers that its author offers.
    pub(crate) fn options(&self) -> &[Tree] {
        let written = self.written.get("options");
        written.map(Tree::items).unwrap_or_default()
    }

    /// Whether the question may always stay empty.
    pub(crate) const fn is_optional(&self) -> bool {
        self.field.optional && self.field.required_if.is_none()
    }

    /// Whether the author wrote this word for this question.
    pub(crate) fn says(&self, word: &str) -> bool {
        self.written.get(word).is_some()
    }
}
