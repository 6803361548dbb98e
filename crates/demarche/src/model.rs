//! Frozen revisions of procedures.

use parvis_form::Form;
use parvis_kernel::{GroupId, Instant, ProcedureId, RevisionId, ServiceId};

use crate::file::ProcedureFile;
use crate::search::SearchWords;

/// A frozen version of a procedure: what a dossier pins.
#[derive(Debug, Clone)]
pub struct Revision {
    /// Its identifier.
    pub id: RevisionId,
    /// The procedure of which it is a version.
    pub procedure: ProcedureId,
    /// 1 for the first version of the procedure.
    pub number: i64,
    /// The name of the procedure in addresses.
    pub slug: String,
    /// The group of agents who instruct.
    pub group: GroupId,
    /// The service that answers.
    pub service: ServiceId,
    /// When it was published for the first time.
    pub published_at: Instant,
    /// What the file says of the procedure.
    pub file: ProcedureFile,
    /// Its questions.
    pub form: Form,
    /// Under which words it is found.
    pub(crate) words: SearchWords,
}
