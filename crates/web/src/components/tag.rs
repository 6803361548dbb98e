//! States in words.

/// A state in words, whose colour only repeats them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The words.
    pub text: String,
    /// The colour.
    pub tone: Tone,
}

impl Tag {
    /// A state.
    #[must_use]
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
        }
    }
}

/// What a state means for the reader.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Under way.
    #[default]
    Plain,
    /// Nothing to do yet, or any more.
    Quiet,
    /// Done, accepted.
    Good,
    /// Waits for somebody.
    Wait,
    /// Refused, late.
    Bad,
}

impl Tone {
    /// The class of the style sheet.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Plain => "parvis-tag--plain",
            Self::Quiet => "parvis-tag--quiet",
            Self::Good => "parvis-tag--good",
            Self::Wait => "parvis-tag--wait",
            Self::Bad => "parvis-tag--bad",
        }
    }
}
