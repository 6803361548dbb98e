//! Rules about the answers of a whole form, read after its last question: who instructs, for one.

use serde::{Deserialize, Serialize};
use serde_saphyr::Spanned;

use super::compile;
use crate::answer::{Answer, Answers};
use crate::definition::{Problem, StepSource};
use crate::expression::{Condition, Formula, Scope};

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

    /// The condition of the rule.
    #[must_use]
    pub const fn condition(&self) -> &Condition {
        &self.0
    }

    /// Says whether the rule holds for these answers. It does not when it needs a missing one to be decided.
    #[must_use]
    pub fn holds(&self, answers: &Answers) -> bool {
        self.0.holds(&Scope::form(answers))
    }
}

/// An amount that a rule proposes from the answers of a whole form: whoever decides starts from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Proposal(Formula);

impl Proposal {
    /// Compiles the rule of a file against the questions of its steps. What is wrong with the steps is told by
    /// [`Form::compile`](super::Form::compile), not here.
    ///
    /// # Errors
    /// Everything that is wrong with the rule, at its place; a rule that gives no amount.
    pub fn compile(
        file: &str,
        steps: &[StepSource],
        rule: &Spanned<String>,
    ) -> Result<Self, Vec<Problem>> {
        compile::proposal(file, steps, rule).map(Self)
    }

    /// What the author wrote.
    #[must_use]
    pub fn source(&self) -> &str {
        self.0.source()
    }

    /// The amount in euro cents, never under zero; nothing when the answers do not decide it.
    #[must_use]
    pub fn cents(&self, answers: &Answers) -> Option<i64> {
        match self.0.answer(&Scope::form(answers))? {
            Answer::Amount(amount) => Some(amount.cents.max(0)),
            _ => None,
        }
    }
}
