//! A rule: what it watches, why, where that comes from, and what it looks like.

use crate::said::Fixed;

/// A rule of the linter.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable name, written in files that silence it.
    pub id: &'static str,
    /// How grave what it finds is.
    pub severity: Severity,
    /// Why it exists, in one sentence.
    pub reason: Fixed,
    /// What it rests on.
    pub source: Source,
    /// What it finds, and what it is content with.
    pub example: Example,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A text forbids it, or a person loses a right.
    Grave,
    /// People will stop, err or ask.
    Heavy,
    /// It can be better.
    Light,
}

impl Severity {
    /// The name, in outputs for machines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Grave => "grave",
            Self::Heavy => "heavy",
            Self::Light => "light",
        }
    }

    /// The name, for people.
    #[must_use]
    pub const fn words(self) -> Fixed {
        match self {
            Self::Grave => Fixed::new("grave", "grave"),
            Self::Heavy => Fixed::new("lourd", "heavy"),
            Self::Light => Fixed::new("léger", "light"),
        }
    }

    /// The level of SARIF 2.1.0 (§ 3.27.10).
    #[must_use]
    pub const fn sarif(self) -> &'static str {
        match self {
            Self::Grave => "error",
            Self::Heavy => "warning",
            Self::Light => "note",
        }
    }
}

/// What a rule rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The article, the standard, the paper, or the reasoning.
    pub text: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How sure the source of a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Read in the text itself.
    Read,
    /// Known from elsewhere: to be confirmed.
    ToConfirm,
    /// A judgment of the project, to be argued with.
    Judgment,
}

impl Certainty {
    /// What is said after the source; nothing when it was read.
    #[must_use]
    pub const fn words(self) -> Option<Fixed> {
        match self {
            Self::Read => None,
            Self::ToConfirm => Some(Fixed::new("à confirmer", "to be confirmed")),
            Self::Judgment => Some(Fixed::new("avis du projet", "judgment of the project")),
        }
    }
}

/// Two versions of the same part of a file: whole keys of a procedure, in YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// What the rule finds.
    pub before: &'static str,
    /// What it is content with.
    pub after: &'static str,
}

impl Source {
    pub(crate) const fn read(text: &'static str) -> Self {
        Self {
            text,
            certainty: Certainty::Read,
        }
    }

    pub(crate) const fn to_confirm(text: &'static str) -> Self {
        Self {
            text,
            certainty: Certainty::ToConfirm,
        }
    }

    pub(crate) const fn judgment(text: &'static str) -> Self {
        Self {
            text,
            certainty: Certainty::Judgment,
        }
    }
}

impl Rule {
    /// The source, and what is said of its certainty.
    #[must_use]
    pub fn source_said(&self, language: parvis_kernel::Language) -> String {
        match self.source.certainty.words() {
            Some(words) => format!("{} ({})", self.source.text, words.said(language)),
            None => self.source.text.to_owned(),
        }
    }
}
