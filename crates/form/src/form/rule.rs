//! Rules about the answers of a whole form, read after its last question: who instructs, for one.

use serde::{Deserialize, Serialize};
use serde_saphyr::Spanned;

use super::compile;
use crate::answer::Answers;
use crate::definition::{Problem, StepSource};
use crate::expression::{Condition, Scope};

/// A rule about the answers of a whole form: checked against its questions, stored as written and compiled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rule(Condition);

impl Rule {
    /// Compiles the rules of a file against the questions of its steps. What is wrong with the steps is told by
    /// [`Form::compile`](super::Form::compile), not here.
    ///
    /// # Errors
    /// Everything that is wrong with the rules, at its place: a name that is no question, a value of another type.
    pub fn compile(
        file: &str,
        steps: &[StepSource],
        rules: &[&Spanned<String>],
    ) -> Result<Vec<Self>, Vec<Problem>> {
        let compiled = compile::rules(file, steps, rules)?;
        Ok(compiled.into_iter().map(Self).collect())
    }

    /// What the author wrote.
    #[must_use]
    pub fn source(&self) -> &str {
        self.0.source()
    }

    /// Says whether the rule holds for these answers. It does not when it needs a missing one to be decided.
    #[must_use]
    pub fn holds(&self, answers: &Answers) -> bool {
        self.0.holds(&Scope::form(answers))
    }
}
