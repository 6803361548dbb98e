//! What an agent chose to see of a list, under a name: which dossiers, and which columns.

mod act;
mod column;
mod page;

pub(crate) use act::seen;
pub use act::{
    MOST_VIEWS, SavedView, applied, change, delete, move_column, save, set_default, views,
};
pub use column::Column;
pub(crate) use column::offered;
pub(crate) use page::routes;
