//! What was wrong in a form.

use super::Wording;

/// One thing to correct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field, or nothing when the whole form is meant.
    pub name: String,
    /// What to do about it.
    pub message: Wording,
}

/// The things to correct in a form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// Nothing to correct.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Adds one.
    pub fn add(&mut self, name: impl Into<String>, message: impl Into<Wording>) {
        self.0.push(FieldError {
            name: name.into(),
            message: message.into(),
        });
    }

    /// Whether there is any.
    #[must_use]
    pub const fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// What is wrong with a field; nothing when it is right.
    #[must_use]
    pub fn of(&self, name: &str) -> Wording {
        let found = self.0.iter().find(|error| error.name == name);
        found.map(|error| error.message.clone()).unwrap_or_default()
    }

    /// All of them.
    #[must_use]
    pub fn list(&self) -> &[FieldError] {
        &self.0
    }
}

impl<W: Into<Wording>> FromIterator<(String, W)> for Errors {
    fn from_iter<I: IntoIterator<Item = (String, W)>>(pairs: I) -> Self {
        let mut errors = Self::none();
        for (name, message) in pairs {
            errors.add(name, message);
        }
        errors
    }
}
