//! The stored form: a versioned JSON, always written the same way.

use serde::{Deserialize, Serialize};

use super::{Form, Step};

/// The version of the rules that evaluate a stored form.
///
/// It rises when the same stored form would behave otherwise; older versions must then still be
/// evaluated as they were, since a file pins its revision.
pub const EVALUATOR_VERSION: u32 = 1;

/// A stored form that cannot be evaluated.
#[derive(Debug, thiserror::Error)]
pub enum CanonicalError {
    /// The stored form comes from a later version of the software.
    #[error("the form needs evaluator version {found}, this one is {EVALUATOR_VERSION}")]
    Newer {
        /// Its version.
        found: u32,
    },
    /// The stored form does not read.
    #[error("the stored form does not read")]
    Unreadable(#[from] serde_json::Error),
}

#[derive(Serialize)]
struct Written<'a> {
    evaluator: u32,
    steps: &'a [Step],
}

#[derive(Deserialize)]
struct Version {
    evaluator: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(rename = "evaluator")]
    _evaluator: u32,
    steps: Vec<Step>,
}

impl Form {
    /// The stored form. Conditions are stored both as written and compiled, so that no later parser
    /// can read them otherwise.
    #[must_use]
    pub fn to_canonical(&self) -> String {
        let written = Written {
            evaluator: EVALUATOR_VERSION,
            steps: &self.steps,
        };
        // Nothing in a form refuses to be written: keys are texts and numbers are integers.
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// Reads a stored form, ready to evaluate.
    ///
    /// # Errors
    /// A later version, or a text that is not a stored form.
    pub fn from_canonical(stored: &str) -> Result<Self, CanonicalError> {
        let Version { evaluator } = serde_json::from_str(stored)?;
        if evaluator > EVALUATOR_VERSION {
            return Err(CanonicalError::Newer { found: evaluator });
        }
        let read: Read = serde_json::from_str(stored)?;
        Ok(Self { steps: read.steps })
    }
}
