//! What an agent had before their eyes when they acted: two agents never overwrite each other.

use std::fmt;

use parvis_web::{Entries, EntriesExt};

use super::OpenView;

/// The version of a dossier and the length of its history, carried by every form on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen {
    /// The version.
    pub(crate) version: i64,
    /// How many things had happened.
    pub(crate) events: usize,
}

impl Seen {
    /// What a page shows now.
    pub(crate) const fn of(view: &OpenView) -> Self {
        Self {
            version: view.dossier.version,
            events: view.history.len(),
        }
    }

    /// What a form carried; a forged one was never seen.
    pub(crate) fn sent(entries: &Entries) -> Self {
        let parts = entries.first("version").split_once('-');
        let read = parts.and_then(|(version, events)| {
            Some(Self {
                version: version.parse().ok()?,
                events: events.parse().ok()?,
            })
        });
        read.unwrap_or(Self {
            version: i64::MIN,
            events: usize::MAX,
        })
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.version, self.events)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_tells_what_was_seen_and_a_forged_one_tells_nothing() {
        let seen = Seen {
            version: 7,
            events: 12,
        };
        let sent = |text: &str| {
            let entries = [("version".to_owned(), vec![text.to_owned()])];
            Seen::sent(&Entries::from(entries))
        };
        assert_eq!(sent(&seen.to_string()), seen);
        for forged in ["", "7", "7-x", "-1-3", "99999999999999999999-1"] {
            assert_eq!(sent(forged).version, i64::MIN, "{forged}");
        }
    }
}
