//! The burden in words: one procedure, two compared, a table of many.

use std::fmt::Write as _;

use parvis_kernel::Language;
use parvis_procedure::Checked;

use super::{Burden, Load, burden};

impl Burden {
    /// Some lines for a person; beside another burden, what changes from it.
    #[must_use]
    pub fn lines(&self, before: Option<&Self>, language: Language) -> String {
        let is_french = language == Language::French;
        let (median, longest) = match is_french {
            true => ("parcours médian", "parcours le plus long"),
            false => ("median path", "longest path"),
        };
        let mut said = line(
            median,
            self.median,
            before.map(|before| before.median),
            is_french,
        );
        said += &line(
            longest,
            self.longest,
            before.map(|before| before.longest),
            is_french,
        );
        if !self.exact || before.is_some_and(|before| !before.exact) {
            said += match is_french {
                true => "trop de parcours : mille ont été tirés, toujours les mêmes\n",
                false => "too many paths: a thousand were drawn, always the same\n",
            };
        }
        said
    }
}

fn line(name: &str, now: Load, before: Option<Load>, is_french: bool) -> String {
    let units = match is_french {
        true => [
            ("min", "min"),
            ("mot", "mots"),
            ("question", "questions"),
            ("document", "documents"),
        ],
        false => [
            ("min", "min"),
            ("word", "words"),
            ("question", "questions"),
            ("piece", "pieces"),
        ],
    };
    let values = |load: Load| [load.minutes(), load.words, load.questions, load.pieces];
    let was = before.map(values);
    let mut said = Vec::new();
    for (at, (value, unit)) in values(now).into_iter().zip(units).enumerate() {
        let was = was.and_then(|was| was.get(at).copied());
        let change = was.filter(|was| *was != value).map(|was| {
            let change = i64::from(value) - i64::from(was);
            format!(" ({change:+})")
        });
        // French counts nothing in the singular, English in the plural.
        let is_one = value == 1 || is_french && value == 0;
        let unit = if is_one { unit.0 } else { unit.1 };
        said.push(format!("{value} {unit}{}", change.unwrap_or_default()));
    }
    let between = if is_french { " : " } else { ": " };
    format!("{name}{between}{}\n", said.join(", "))
}

/// The head of a table of burdens, in Markdown.
const HEAD: &str = "\
| procedure | minutes: median, longest | words | questions | pieces | announced |
|---|---|---|---|---|---|
";

/// A table of burdens in Markdown: the median path, then the longest one; `≈` where paths were drawn. What is announced are the
/// minutes of the file.
#[must_use]
pub fn table<'a>(procedures: impl Iterator<Item = &'a Checked>) -> String {
    let mut table = HEAD.to_owned();
    for checked in procedures {
        table += &table_row(checked);
    }
    table
}

/// The line of one procedure.
#[must_use]
pub fn table_row(checked: &Checked) -> String {
    let Burden {
        median,
        longest,
        exact,
    } = burden(checked);
    let about = if exact { "" } else { "≈ " };
    let pair = |value: fn(Load) -> u32| format!("{about}{}, {}", value(median), value(longest));
    let mut row = String::new();
    // Writing to a text does not fail.
    let _ = writeln!(
        row,
        "| `{}` | {} | {} | {} | {} | {} |",
        checked.file.slug,
        pair(Load::minutes),
        pair(|load| load.words),
        pair(|load| load.questions),
        pair(|load| load.pieces),
        checked.file.minutes,
    );
    row
}
