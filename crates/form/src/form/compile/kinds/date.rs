//! Dates, and what they may be.

use jiff::civil;
use serde_saphyr::Spanned;

use super::flag;
use crate::definition::ElementSource;
use crate::expression::Names;
use crate::form::compile::Compiler;
use crate::kind::{Bound, Bounds, Date, DateTime, Kind};

/// Nobody is older.
const OLDEST: u8 = 130;

impl Compiler<'_> {
    pub(super) fn date(&mut self, source: &ElementSource) -> Kind {
        let (past, future) = self.past_or_future(source);
        let (min_age, max_age) = self.ages(source);
        Kind::Date(Date {
            past,
            future,
            bounds: self.day_bounds(source),
            min_age,
            max_age,
        })
    }

    pub(super) fn date_time(&mut self, source: &ElementSource) -> Kind {
        let (past, future) = self.past_or_future(source);
        Kind::DateTime(DateTime {
            past,
            future,
            bounds: self.day_bounds(source),
        })
    }

    fn past_or_future(&mut self, source: &ElementSource) -> (bool, bool) {
        let past = flag(source.past.as_ref(), false);
        let future = flag(source.future.as_ref(), false);
        if let (true, true, Some(at)) = (past, future, &source.future) {
            self.problems.note_expecting(
                at.referenced,
                "a date is not both past and future",
                "`past` or `future`",
            );
        }
        (past, future)
    }

    /// The least and the greatest age of who is born on a day.
    pub(super) fn ages(&mut self, source: &ElementSource) -> (Option<u8>, Option<u8>) {
        let age = |age: &Option<Spanned<u8>>| age.as_ref().map(|age| age.value);
        let ages = (age(&source.min_age), age(&source.max_age));
        let least = ages.0.unwrap_or(0);
        let most = ages.1.unwrap_or(OLDEST);
        if (least > most || most > OLDEST)
            && let Some(at) = source.max_age.as_ref().or(source.min_age.as_ref())
        {
            self.problems.note_expecting(
                at.referenced,
                "the ages are out of bounds",
                format!("0 <= min_age <= max_age <= {OLDEST}"),
            );
        }
        ages
    }

    fn day_bounds(&mut self, source: &ElementSource) -> Bounds {
        let bounds = Bounds {
            after: self.day_bound(source, source.after.as_ref()),
            before: self.day_bound(source, source.before.as_ref()),
        };
        if let (Some(Bound::Day(first)), Some(Bound::Day(last))) = (&bounds.after, &bounds.before)
            && first > last
            && let Some(at) = &source.before
        {
            self.problems.note_expecting(
                at.referenced,
                "no day is after the one and before the other",
                "`after` no later than `before`",
            );
        }
        bounds
    }

    /// A day written out, or a date asked before.
    fn day_bound(
        &mut self,
        source: &ElementSource,
        bound: Option<&Spanned<String>>,
    ) -> Option<Bound> {
        let bound = bound?;
        if let Ok(day) = bound.value.parse::<civil::Date>() {
            return Some(Bound::Day(day));
        }
        let own = source.field.as_ref();
        let own = own.and_then(|name| self.known.get(&name.value));
        let names = Names {
            known: &self.known,
            before: own.map_or(0, |own| own.order),
            own_block: own.and_then(|own| own.block.as_ref()),
            bearer: own.map(|own| &own.id),
            today: false,
            what: "condition",
        };
        match names.date(&bound.value) {
            Ok(field) => Some(Bound::Field(field)),
            Err((message, _)) => {
                self.problems.note_expecting(
                    bound.referenced,
                    message,
                    "a day such as `2026-01-31`, or a date asked before",
                );
                None
            }
        }
    }
}
