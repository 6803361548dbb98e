//! Agents whom a note calls: who they are, how they are told, the list of what they have not read yet.

mod act;
mod called;
mod letter;
mod page;

pub use act::{MentionsView, UnreadMention, unread};
pub(crate) use act::{count_unread, counted, mark_read, mention};
pub(crate) use called::{Part, called, marked};
pub use letter::{MentionLetter, letter};
pub(crate) use page::routes;
