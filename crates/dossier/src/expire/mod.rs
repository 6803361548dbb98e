//! Drafts that expire.

mod act;

pub use act::{count_expired_drafts, expire, expired_drafts, purge_parked, purge_uploads};
