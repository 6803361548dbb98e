//! What a person at a terminal sees while they wait; nothing when the output is no terminal.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Between two words.
const PAUSE: Duration = Duration::from_millis(200);

/// One line of the error stream, written over.
pub(crate) struct Progress {
    shown: bool,
    last: Option<Instant>,
}

impl Progress {
    /// Speaks when somebody watches.
    pub(crate) fn new() -> Self {
        Self {
            shown: std::io::stderr().is_terminal(),
            last: None,
        }
    }

    /// Says where it is, now and then.
    pub(crate) fn say(&mut self, text: impl FnOnce() -> String) {
        if !self.shown || self.last.is_some_and(|last| last.elapsed() < PAUSE) {
            return;
        }
        self.last = Some(Instant::now());
        eprint!("\r\x1b[2K{}", text());
        let _ = std::io::stderr().flush();
    }

    /// Clears the line.
    pub(crate) fn end(&mut self) {
        if self.shown && self.last.take().is_some() {
            eprint!("\r\x1b[2K");
        }
    }
}

/// A size for a person.
pub(crate) fn size(bytes: u64) -> String {
    let (unit, word) = match bytes {
        0..1_000_000 => (1_000, "ko"),
        1_000_000..1_000_000_000 => (1_000_000, "Mo"),
        _ => (1_000_000_000, "Go"),
    };
    let tenths = bytes.saturating_mul(10) / unit;
    format!("{},{} {word}", tenths / 10, tenths % 10)
}
