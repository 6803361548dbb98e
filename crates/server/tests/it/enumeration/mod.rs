//! Every route of the house: who is refused, what leaves a trace, what every answer says.

mod everyone;
mod foreign;
mod plans;
mod protection;
mod sentences;
mod sources;
pub mod table;
mod traces;
mod trial;

pub use protection::protected;
pub use table::{Ids, all};
