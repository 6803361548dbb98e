//! What an agent and the person exchanged: requests, messages both ways, and the form to write.

mod page;
mod texts;

pub(crate) use page::routes;
pub(crate) use texts::{ReplyLink, chosen_text, reply_links};
