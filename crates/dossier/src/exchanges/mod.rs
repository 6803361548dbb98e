//! What an agent and the person exchanged: requests, messages both ways, and the form to write.

mod page;
mod sent;
mod texts;

pub(crate) use page::routes;
pub(crate) use sent::{SentFiles, sent_files};
pub(crate) use texts::{ReplyLink, chosen_text, reply_links};
