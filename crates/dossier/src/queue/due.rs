//! The day to which the law attaches the effect of silence, in words.

use jiff::civil::Date;
use parvis_law::{EffectKind, SilenceEffect};
use parvis_web::{Tag, Tone, Visit};

/// What silence leads to, and when, as an agent reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Due {
    /// « Rejet implicite le 1er avril 2027 », « Pas d'échéance ».
    pub(crate) text: String,
    /// « dans 12 jours »; nothing when it is past or when there is no day.
    pub(crate) wait: String,
    /// « En retard de 3 jours ».
    pub(crate) late: Option<Tag>,
}

impl Due {
    /// The day of a dossier that is still to be decided; none without one.
    pub(crate) fn of(visit: &Visit, silence: &SilenceEffect, day: Option<Date>) -> Self {
        let Some(day) = day else {
            return Self {
                text: visit.say("queue-due-none").to_owned(),
                ..Self::default()
            };
        };
        let left = days_between(visit.today(), day);
        let key = match (silence.kind(), left < 0) {
            (EffectKind::Accepted, false) => "queue-due-accepted",
            (EffectKind::Accepted, true) => "queue-due-accepted-past",
            (EffectKind::Rejected, false) => "queue-due-rejected",
            (EffectKind::Rejected, true) => "queue-due-rejected-past",
            (EffectKind::None, _) => "queue-due-other",
        };
        Self {
            text: visit.say_with(key, &[("day", visit.date(day))]),
            wait: if left < 0 {
                String::new()
            } else {
                visit.say_with("queue-due-in", &[("days", left)])
            },
            late: (left < 0).then(|| {
                let said = visit.say_with("queue-due-late", &[("days", -left)]);
                Tag::new(said, Tone::Bad)
            }),
        }
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until((jiff::Unit::Day, to))
        .map_or(0, |span| span.get_days())
}
