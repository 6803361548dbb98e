//! The other dossiers of the person, as the engine needs them; another room knows them.

/// The dossiers that the person may open, besides the one that they fill.
pub trait OwnDossiers {
    /// The number of one of them, as it is written.
    ///
    /// # Errors
    /// Why it is none of them: what exists and belongs to others is not told from what does not exist.
    fn number(&self, typed: &str) -> Result<String, NotOwn>;
}

/// Why a number names none of the person's dossiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOwn {
    /// It is not a number of dossier.
    NotNumber,
    /// It is none of theirs.
    NotTheirs,
}

/// The person has no other dossier.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoDossiers;

impl OwnDossiers for NoDossiers {
    fn number(&self, _typed: &str) -> Result<String, NotOwn> {
        Err(NotOwn::NotTheirs)
    }
}
