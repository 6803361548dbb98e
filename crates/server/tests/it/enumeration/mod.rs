//! Every route of the house: who is refused, what leaves a trace, what every answer says.

mod everyone;
mod protection;
mod sources;
mod table;


pub use protection::problems_of_headers;
