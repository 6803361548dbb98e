//! What the components of `templates/components` are given.
//!
//! Each component is a folder with `macro.html` and `example.html`. Texts are parameters; the few words that never
//! change (« Erreur : », « Jour », « facultatif ») are taken from the page's `visit`, so every page template that
//! calls a component has a field named `visit`.

mod choice;
mod conversation;
mod errors;
mod link;
mod reading;
mod summary;
mod table;
mod tag;
mod wording;

pub use choice::{Choice, DateEntry};
pub use conversation::{Event, Message};
pub use errors::{Errors, FieldError};
pub use link::{Card, Link, Pager};
pub use reading::{Reading, Readings};
pub use summary::{Change, Line, Row, Task};
pub use table::{Cell, Column, Direction, Sort, Table};
pub use tag::{Tag, Tone};
pub use wording::Wording;
