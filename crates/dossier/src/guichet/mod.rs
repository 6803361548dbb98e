//! A dossier made with a person: at the desk, on the telephone, from a paper form. The steps are those of the person's own pages.

mod act;

pub use act::{HelpedStart, begin, drafts, resume, resume_by_code, served};
