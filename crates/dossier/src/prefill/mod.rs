//! Answers that somebody else proposes: by the address of a page, by a sealed link, by an application. The person sees what is
//! proposed before a dossier begins, then where each answer came from, and sends it themselves.

mod act;
mod carried;
mod link;
mod model;
mod said;

pub(crate) use act::{LONGEST_LIFE, USUAL_LIFE, beginning, forget, kept, show, take};
pub use act::{NewProposal, Proposal, keep, over, propose, propose_by_machine, purge};
pub(crate) use carried::{Carried, LinkProblem};
pub use link::{NotOpened, SealedLink};
pub use model::{Brought, Prefilled, Provenance};
pub(crate) use said::{Reader, declined, said};
