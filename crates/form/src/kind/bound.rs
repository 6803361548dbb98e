//! The day before or after which a date must be: written in the file, or the answer to a field asked before.

use jiff::civil::{Date, DateTime};
use parvis_kernel::Personal;
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, EntryErrorKind};
use crate::definition::FieldId;
use crate::expression::Scope;

/// The end of what a date may be, itself accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// A day.
    Day(Date),
    /// The date that answers a field asked before, in the same row or outside of blocks. Unanswered, it bounds nothing.
    Field(FieldId),
}

/// Both ends of what a date may be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Bound>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Bound>,
}

impl Bounds {
    /// What is wrong with a date, by the days of the file.
    pub(super) fn by_days(&self, date: Date) -> Option<EntryErrorKind> {
        match (&self.after, &self.before) {
            (Some(Bound::Day(first)), _) if date < *first => Some(not_before(*first)),
            (_, Some(Bound::Day(last))) if date > *last => Some(not_after(*last)),
            _ => None,
        }
    }

    /// What is wrong with an answer, by the other answers.
    pub(super) fn by_answers(&self, answer: &Answer, scope: &Scope<'_>) -> Option<EntryErrorKind> {
        let other = |bound: &Option<Bound>| match bound {
            Some(Bound::Field(field)) => scope.of_field(field).and_then(moment),
            _ => None,
        };
        let own = moment(answer)?;
        if let Some(first) = other(&self.after)
            && is_before(own, first)
        {
            return Some(not_before(first.day));
        }
        let last = other(&self.before).filter(|last| is_before(*last, own))?;
        Some(not_after(last.day))
    }
}

fn not_before(first: Date) -> EntryErrorKind {
    EntryErrorKind::TooEarly {
        first: Personal::new(first),
    }
}

fn not_after(last: Date) -> EntryErrorKind {
    EntryErrorKind::TooLate {
        last: Personal::new(last),
    }
}

/// A day, and its time when it is known.
#[derive(Clone, Copy)]
struct Moment {
    day: Date,
    time: Option<DateTime>,
}

fn moment(answer: &Answer) -> Option<Moment> {
    match answer {
        Answer::Date(day) => Some(Moment {
            day: *day,
            time: None,
        }),
        Answer::DateTime(time) => Some(Moment {
            day: time.date(),
            time: Some(*time),
        }),
        _ => None,
    }
}

/// By their times when both have one, else by their days.
fn is_before(one: Moment, other: Moment) -> bool {
    match (one.time, other.time) {
        (Some(one), Some(other)) => one < other,
        _ => one.day < other.day,
    }
}
