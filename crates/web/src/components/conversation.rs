//! Messages between a person and a service, and what happened to a dossier.

use super::Link;

/// One message of a conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// Who wrote it, as the reader should see it.
    pub author: String,
    /// Whether the reader wrote it.
    pub sent: bool,
    /// When, in words.
    pub at: String,
    /// When, for machines (RFC 3339).
    pub datetime: String,
    /// What it says; line breaks are kept.
    pub text: String,
    /// The pieces that came with it; one that may not be opened has no address.
    pub pieces: Vec<Link>,
}

/// One dated fact of a timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub title: String,
    /// When, in words.
    pub at: String,
    /// When, for machines (RFC 3339).
    pub datetime: String,
    /// Who did it, or nothing.
    pub by: String,
    /// More about it, or nothing.
    pub text: String,
}
