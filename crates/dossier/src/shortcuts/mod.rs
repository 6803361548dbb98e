//! Single keys that do what a link or a button of the agents' pages does. Each agent switches them off or chooses others
//! (WCAG 2.1.4): whoever dictates would set them off by speaking.

mod act;
mod keys;
mod page;

pub use act::{choose, of_agent, restore};
pub use keys::{Act, KeyError, Shortcuts};
pub(crate) use page::routes;
