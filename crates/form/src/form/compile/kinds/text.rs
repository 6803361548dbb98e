//! Lines of text.

use serde_saphyr::Location;

use crate::definition::{ElementSource, limits};
use crate::form::compile::Compiler;
use crate::kind::{Kind, LongText, Pattern, ShortText, Unusable};

impl Compiler<'_> {
    pub(super) fn short_text(&mut self, owner: Location, source: &ElementSource) -> Kind {
        let max_length = self.bounded(source.max_length.as_ref(), 200, limits::SHORT_TEXT);
        Kind::ShortText(ShortText {
            max_length,
            pattern: self.pattern(owner, source, max_length),
        })
    }

    pub(super) fn long_text(&mut self, source: &ElementSource) -> Kind {
        let max_length = self.bounded(source.max_length.as_ref(), 2_000, limits::LONG_TEXT);
        Kind::LongText(LongText { max_length })
    }

    /// The form of a text: with an example of it, and words for who writes otherwise.
    fn pattern(
        &mut self,
        owner: Location,
        source: &ElementSource,
        max_length: u32,
    ) -> Option<Pattern> {
        let message = source.pattern_message.as_ref();
        let message = message.map(|message| self.words(message, limits::SHORT_WORDS));
        let given = (source.pattern.as_ref(), source.example.as_ref(), message);
        let (pattern, example, message) = match given {
            (None, None, None) => return None,
            (Some(pattern), Some(example), Some(message)) => (pattern, example, message),
            _ => {
                self.problems.note_expecting(
                    owner,
                    "the form of the text is not whole",
                    "`pattern`, `example` and `pattern_message` together",
                );
                return None;
            }
        };
        if pattern.value.chars().count() > limits::PATTERN {
            let message = format!("the pattern is longer than {} letters", limits::PATTERN);
            self.problems.note(pattern.referenced, message);
            return None;
        }
        let shown = crate::answer::words::one_line(&example.value);
        match Pattern::new(&pattern.value, shown.clone(), message) {
            Ok(read) => {
                let fits = read.fits(&shown) && shown.chars().count() <= max_length as usize;
                if !fits || shown.is_empty() {
                    self.problems.note_expecting(
                        example.referenced,
                        "the example has not the form of the pattern",
                        "a text that would be accepted",
                    );
                }
                Some(read)
            }
            Err(Unusable::TooLarge) => {
                self.problems.note_expecting(
                    pattern.referenced,
                    "the pattern is too large once compiled",
                    "fewer repetitions",
                );
                None
            }
            Err(Unusable::Unreadable(reason)) => {
                let message = format!("the pattern does not read: {reason}");
                self.problems.note(pattern.referenced, message);
                None
            }
        }
    }
}
