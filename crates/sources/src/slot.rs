//! What a source is, to who asks it: pure.

use parvis_form::{Answers, Form, Source};

use crate::failed::Failed;
use crate::quotient;

/// Who answers, behind one access.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Provider {
    /// API Particulier, of the DINUM.
    ApiParticulier,
}

impl Provider {
    /// What the configuration calls it.
    #[must_use]
    pub const fn term(self) -> &'static str {
        match self {
            Self::ApiParticulier => "api_particulier",
        }
    }
}

/// What is asked: a path below the address of the provider, and its parameters.
#[derive(Clone, PartialEq, Eq)]
pub struct Query {
    /// The path, `/v3/...`.
    pub path: &'static str,
    /// The parameters: data of a person, never logged.
    pub parameters: Vec<(&'static str, String)>,
}

/// Shows the path only.
impl std::fmt::Debug for Query {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.path)
    }
}

/// One source: what it needs to be asked, what it is asked, what its answer means.
pub trait Slot: Sync {
    /// Which one.
    fn source(&self) -> Source;
    /// Who answers.
    fn provider(&self) -> Provider;
    /// What its messages begin with, after `source-`: `-what`, `-who`, `-law`.
    fn words(&self) -> &'static str;
    /// What the person says so that they are found: a form of one step.
    fn needs(&self) -> &Form;
    /// What the provider is asked; nothing when what the person said is not whole.
    fn query(&self, needs: &Answers) -> Option<Query>;
    /// What the answer of the provider says for the question, as a person would type it. Everything else of it is dropped here.
    ///
    /// # Errors
    /// Why it says nothing.
    fn read(&self, status: u16, body: &[u8]) -> Result<String, Failed>;
}

/// The slot of a source.
#[must_use]
pub fn slot(source: Source) -> &'static dyn Slot {
    match source {
        Source::QuotientFamilial => &quotient::QuotientFamilial,
    }
}
