//! What each thing costs.
//!
//! Reading: 195 words a minute, the mean of silent reading aloud-paced standard texts in French (Trauzettel-Klosinski and Dietz,
//! *Standardized assessment of reading performance: the new International Reading Speed Texts*, Investigative Ophthalmology &
//! Visual Science, 2012; read of second hand: to be confirmed). The seconds of answers and pages are an estimate of the project,
//! made for the kind of answer, on a phone, by somebody who knows the answer.

use parvis_form::{Field, Text};
use parvis_kernel::Language;

use super::Load;
use crate::language::words;
use crate::paths::{Moment, What};
use crate::read::{Subject, Tree};

/// Words read in a minute.
const WORDS_A_MINUTE: u32 = 195;
/// Seconds to send a page and see the next one.
const PAGE: u32 = 6;
/// Seconds to look over one's answers before the deposit.
const REVIEW: u32 = 30;
/// Seconds to answer, by kind.
const ANSWER: &[(&str, u32)] = &[
    ("yes_no", 3),
    ("consent", 3),
    ("choice", 4),
    ("select", 6),
    ("choices", 6),
    ("integer", 5),
    ("decimal", 7),
    ("amount", 7),
    ("short_text", 12),
    ("long_text", 60),
    ("date", 10),
    ("date_time", 15),
    ("email", 15),
    ("phone", 12),
    ("address", 30),
    ("commune", 10),
    ("departement", 6),
    ("region", 6),
    ("country", 6),
    ("epci", 8),
    ("identity", 20),
    ("siren", 20),
    ("siret", 25),
    ("iban", 40),
    ("vehicle_plate", 10),
    ("association", 25),
    ("company", 25),
    ("school", 15),
    ("dossier", 15),
    ("table", 12),
    ("linked", 10),
    ("map", 45),
    ("piece", 90),
    ("signature", 15),
    ("computed", 0),
    ("fee", 0),
];
/// Seconds to answer a kind that is not in the list.
const OTHER: u32 = 15;
/// Kinds that show something and ask nothing.
const ASKS_NOTHING: &[&str] = &["computed", "fee"];

/// What a moment costs when it happens, with or without the answers that may stay empty; reading is counted in words until the
/// end.
pub(super) fn cost(subject: &Subject<'_>, moment: &Moment<'_>, optional: bool) -> Load {
    match moment.what {
        What::Step(step) => Load {
            seconds: PAGE,
            words: count(&step.title) + step.intro.as_ref().map_or(0, count),
            ..Load::default()
        },
        What::Explanation(text) => Load {
            words: counted(text),
            ..Load::default()
        },
        What::Block(block) => Load {
            seconds: PAGE,
            words: count(&block.title) + block.hint.as_ref().map_or(0, count),
            ..Load::default()
        },
        What::Field(field) => {
            let rows = moment.block.map_or(1, |block| block.min.max(1));
            let one = question(subject, field, optional);
            Load {
                seconds: one.seconds * rows,
                words: one.words * rows,
                questions: one.questions * rows,
                pieces: one.pieces * rows,
            }
        }
        What::Ineligible | What::Route => Load::default(),
    }
}

fn question(subject: &Subject<'_>, field: &Field, optional: bool) -> Load {
    let is_answered = optional || !field.optional;
    let term = field.kind.term();
    let known = ANSWER.iter().find(|(kind, _)| *kind == term);
    let written = subject
        .questions
        .iter()
        .find(|question| question.field.id == field.id);
    let options = written.and_then(|question| question.written.get("options"));
    Load {
        seconds: known.map_or(OTHER, |(_, seconds)| *seconds) * u32::from(is_answered),
        words: count(&field.label)
            + field.hint.as_ref().map_or(0, count)
            + options.map_or(0, of_options),
        questions: u32::from(!ASKS_NOTHING.contains(&term)),
        pieces: u32::from(term == "piece" && is_answered),
    }
}

fn of_options(options: &Tree) -> u32 {
    let french = |option: &Tree, word: &str| {
        let text = option.get(word)?;
        text.text().or_else(|| text.text_of("fr")).map(counted)
    };
    let words = options.items().iter();
    words
        .flat_map(|option| [french(option, "label"), french(option, "hint")])
        .flatten()
        .sum()
}

/// What everybody reads and does around the questions: the presentation, the declarations, the review.
pub(super) fn around(subject: &Subject<'_>) -> Load {
    let file = subject.file;
    let mut words = [
        &file.title,
        &file.summary,
        &file.who_for,
        &file.what_you_get,
        &file.delay.words,
    ]
    .map(count)
    .iter()
    .sum();
    words +=
        file.cost.words.as_ref().map_or(0, count) + file.silence_reason.as_ref().map_or(0, count);
    for paper in &file.papers {
        words += count(&paper.name) + paper.hint.as_ref().map_or(0, count);
    }
    words += file.declarations.iter().map(count).sum::<u32>();
    let asks = !subject.form.steps().is_empty();
    Load {
        seconds: if asks { PAGE + REVIEW } else { 0 },
        words,
        ..Load::default()
    }
}

pub(super) const fn add(load: &mut Load, more: Load) {
    load.seconds += more.seconds;
    load.words += more.words;
    load.questions += more.questions;
    load.pieces += more.pieces;
}

/// Adds the time of reading.
pub(super) const fn with_reading(mut load: Load) -> Load {
    load.seconds += load.words * 60 / WORDS_A_MINUTE;
    load
}

fn count(text: &Text) -> u32 {
    counted(text.in_language(Language::French))
}

fn counted(text: &str) -> u32 {
    u32::try_from(words(text).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_the_form_has_its_seconds() {
        for term in parvis_form::Kind::TERMS {
            assert!(
                ANSWER.iter().any(|(kind, _)| kind == term),
                "{term} has no estimate of its own"
            );
        }
    }
}
