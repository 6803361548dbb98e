//! What the house asks of an antivirus.

use std::fmt;
use std::pin::Pin;

use bytes::Bytes;
use futures::stream::BoxStream;
use jiff::civil::DateTime;
use jiff::fmt::strtime;
use parvis_store::blobs::BlobError;

/// The content of a piece, as it is read.
pub type Content<'a> = BoxStream<'a, Result<Bytes, BlobError>>;

/// What an antivirus is doing.
pub type Examining<'a, T> = Pin<Box<dyn Future<Output = Result<T, Trouble>> + Send + 'a>>;

/// An antivirus: reads a piece and says what it found.
pub trait Antivirus: Send + Sync {
    /// Which signatures it has; also how the house knows that it answers.
    fn signatures(&self) -> Examining<'_, Signatures>;
    /// Examines a piece. Nothing of an examination that failed counts.
    fn examine<'a>(&'a self, content: Content<'a>) -> Examining<'a, Finding>;
}

/// What an antivirus found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Nothing that its signatures know.
    Clean,
    /// This, by its name.
    Infected(String),
}

/// Why a piece could not be examined.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It does not answer, or not in time.
    #[error("the antivirus does not answer: {0}")]
    Silent(String),
    /// What it answered makes no sense, or is cut off.
    #[error("the antivirus answered something that makes no sense")]
    Garbled,
    /// It does not examine files of this size.
    #[error("the antivirus does not examine files of this size")]
    TooLarge,
    /// It says that it failed.
    #[error("the antivirus failed")]
    Failed,
    /// The house could not read the piece.
    #[error("the piece could not be read")]
    Unreadable(#[source] BlobError),
}

impl Trouble {
    /// The stable word of the column.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Silent(_) => "silent",
            Self::Garbled => "garbled",
            Self::TooLarge => "too-large",
            Self::Failed => "failed",
            Self::Unreadable(_) => "unreadable",
        }
    }
}

/// The version of an antivirus and of its signatures, as it says it: `ClamAV 1.4.6/27456/Sun Nov 22 09:12:13 2026`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatures(String);

impl Signatures {
    /// What an antivirus says of itself; nothing when it is no sentence.
    #[must_use]
    pub fn said(text: &str) -> Option<Self> {
        let printable = text
            .chars()
            .all(|sign| sign == ' ' || sign.is_ascii_graphic());
        (printable && !text.is_empty() && text.len() <= 200).then(|| Self(text.to_owned()))
    }

    /// As it was said.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// When its signatures were made, by its own clock; nothing when it does not say, or has none.
    #[must_use]
    pub fn made_at(&self) -> Option<DateTime> {
        let (_, made) = self.0.rsplit_once('/')?;
        let read = strtime::parse("%a %b %e %H:%M:%S %Y", made.trim()).ok()?;
        read.to_datetime().ok()
    }
}

impl fmt::Display for Signatures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_day_of_the_signatures_is_read_when_it_is_said() {
        let made = |text| Signatures::said(text).unwrap().made_at();
        let day = date(2026, 11, 22).at(9, 12, 13, 0);
        assert_eq!(
            made("ClamAV 1.4.6/27456/Sun Nov 22 09:12:13 2026"),
            Some(day)
        );
        assert_eq!(
            made("ClamAV 1.4.6/27440/Fri Nov  6 09:12:13 2026"),
            Some(date(2026, 11, 6).at(9, 12, 13, 0))
        );
        assert_eq!(made("ClamAV 1.4.6"), None);
        assert_eq!(made("ClamAV 1.4.6/1/yesterday"), None);
    }

    #[test]
    fn what_is_no_sentence_is_no_version() {
        let long = "a".repeat(201);
        for text in ["", "a\r\nb", "\u{1b}[31m", "é", long.as_str()] {
            assert_eq!(Signatures::said(text), None, "{text:?}");
        }
    }
}
