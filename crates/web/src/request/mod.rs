//! What a request brings: the site it is for, who makes it, what it carries.

mod agent;
mod browser;
mod client;
mod coding;
mod cookie;
mod device;
mod entries;
mod form;
mod language;
mod origin;
mod person;
mod session;
mod site;
mod visit;

pub use agent::{AgentVisit, done, just_done, to_sign_in};
pub use browser::Browser;
pub use client::client_address;
pub(crate) use coding::takes_coding;
pub(crate) use cookie::is_set;
pub use cookie::{Cookie, read as read_cookie};
pub use device::device_name;
pub use entries::{Entries, EntriesError, EntriesExt, parse as parse_entries};
pub use form::Form;
pub(crate) use language::of as language_of;
pub use language::{LANGUAGE_COOKIE, READING_COOKIE, language_routes};
pub(crate) use origin::comes_from_elsewhere;
pub use person::{PersonVisit, RecentVisit};
pub use session::session_of;
pub use site::{Site, TRIAL};
pub use visit::{Unattended, Visit};
