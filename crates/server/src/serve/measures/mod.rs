//! What an operator measures: requests, what waits, the process. Text of OpenMetrics, on a listener of its own that only this
//! machine reaches.
//!
//! A route is named by its pattern (`/dossiers/{number}`), never by what a person asked: no identifier, and as many series as
//! there are routes.

mod page;
mod process;
mod requests;

pub(super) use page::{listen, serve};
pub(super) use requests::{Requests, measured};
