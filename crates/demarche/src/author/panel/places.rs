//! The places of a procedure of which somebody may say something: its presentation, a step, a question, a text.

use parvis_form::{Element, Form, Step, Text};
use parvis_procedure::Checked;

/// The presentation of the procedure, and all that has no other place.
pub const WHOLE: &str = "ensemble";

/// A place, and the words under which it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What names it in an address and in the database: `ensemble`, `etape/ID`, `question/ID`, `texte/STEP/2`.
    pub name: String,
    /// Its words: a title, a label, the beginning of a text.
    pub label: Text,
    /// The step that shows it; none for the presentation.
    pub step: Option<String>,
}

/// The place of a step.
#[must_use]
pub fn of_step(step: &Step) -> Place {
    let id = step.id.as_str();
    Place {
        name: format!("etape/{id}"),
        label: step.title.clone(),
        step: Some(id.to_owned()),
    }
}

/// The place of an element of a step, which is the `index`th.
#[must_use]
pub fn of_element(step: &Step, index: usize, element: &Element) -> Place {
    let (name, label) = match element {
        Element::Field(field) => (format!("question/{}", field.id.as_str()), &field.label),
        Element::Block(block) => (format!("question/{}", block.id.as_str()), &block.title),
        Element::Explanation(explanation) => (
            format!("texte/{}/{index}", step.id.as_str()),
            &explanation.text,
        ),
    };
    Place {
        name,
        label: label.clone(),
        step: Some(step.id.as_str().to_owned()),
    }
}

/// Every place of a procedure, in the order of its pages.
#[must_use]
pub fn places(checked: &Checked) -> Vec<Place> {
    let mut found = vec![Place {
        name: WHOLE.to_owned(),
        label: checked.file.title.clone(),
        step: None,
    }];
    found.extend(of_form(&checked.form));
    found
}

fn of_form(form: &Form) -> Vec<Place> {
    let mut found = Vec::new();
    for step in form.steps() {
        found.push(of_step(step));
        for (index, element) in step.elements.iter().enumerate() {
            found.push(of_element(step, index, element));
        }
    }
    found
}
