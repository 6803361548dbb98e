//! The place of a row in a list, as an address carries it.

use std::fmt;
use std::str::FromStr;

use parvis_kernel::{DossierId, Instant};

/// The place of a row in the list: the day that the law attaches to silence first.
///
/// It only says where to go on reading a list that the agent may read: a forged one shows nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The day to which the law attaches the effect of silence.
    pub silence_due: i64,
    /// When it was deposited.
    pub submitted_at: Instant,
    /// Which one.
    pub id: DossierId,
}

/// A text that is no place of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACursor;

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.submitted_at.as_microsecond();
        let id = self.id.uuid().simple();
        write!(formatter, "{:x}.{at:x}.{id}", self.silence_due)
    }
}

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, NotACursor> {
        let mut parts = text.split('.');
        let (Some(due), Some(at), Some(id), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotACursor);
        };
        let at = i64::from_str_radix(at, 16).map_err(|_| NotACursor)?;
        Ok(Self {
            silence_due: i64::from_str_radix(due, 16).map_err(|_| NotACursor)?,
            submitted_at: Instant::from_microsecond(at).map_err(|_| NotACursor)?,
            id: id.parse().map_err(|_| NotACursor)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_what_it_writes() {
        let cursor = Cursor {
            silence_due: 20_820,
            submitted_at: "2026-11-22T08:00:00.000001Z".parse().unwrap(),
            id: DossierId::new(),
        };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
    }

    #[test]
    fn a_forged_cursor_is_no_cursor() {
        for forged in [
            "",
            "1.2",
            "1.2.3",
            "x.y.z",
            "1.2.00000000000000000000000000000000.4",
            "1.7fffffffffffffff.00000000000000000000000000000000",
            "' OR 1=1 --",
        ] {
            assert_eq!(forged.parse::<Cursor>(), Err(NotACursor), "{forged}");
        }
    }
}
