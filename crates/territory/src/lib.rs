#![doc = include_str!("../README.md")]

mod commune;
mod country;
mod division;
mod embedded;
mod fold;
mod search;

pub use commune::{Commune, Kind};
pub use country::Country;
pub use division::{Departement, Epci, EpciKind, Region};
pub use embedded::Territory;
pub use fold::fold;
