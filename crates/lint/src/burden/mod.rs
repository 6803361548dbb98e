//! The burden of a procedure: what it asks of a person, in minutes, words, questions and pieces.
//!
//! A model, not a stopwatch: it compares procedures and revisions, and tells an author what grew. Everything that is shown is
//! taken as read once. An optional question is read on every path and answered on the longest one only; a block counts for one row,
//! or for its least number of rows.

mod model;
mod words;

pub use words::{table, table_row};

use std::collections::BTreeMap;

use parvis_procedure::Checked;

use crate::Options;
use crate::paths::{explore, moments};
use crate::read::Subject;

/// What one path asks of a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Load {
    /// Seconds of all of it: reading, and answering.
    pub seconds: u32,
    /// Words to read.
    pub words: u32,
    /// Questions to answer.
    pub questions: u32,
    /// Pieces to give.
    pub pieces: u32,
}

impl Load {
    /// Whole minutes, rounded up.
    #[must_use]
    pub const fn minutes(self) -> u32 {
        self.seconds.div_ceil(60)
    }
}

/// The burden of a procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Burden {
    /// On the median path: half of the paths are longer, each answer to a question being as likely as the others.
    pub median: Load,
    /// On the longest path; the longest of those drawn where paths are too many.
    pub longest: Load,
    /// Whether all paths were walked; otherwise a thousand at most were drawn, always the same.
    pub exact: bool,
}

/// Measures a procedure.
#[must_use]
pub fn burden(checked: &Checked) -> Burden {
    let options = Options::default();
    of_subject(&Subject::read("", checked, &options))
}

pub(crate) fn of_subject(subject: &Subject<'_>) -> Burden {
    let (moments, asked) = moments(subject);
    let walked = |optional: bool| {
        let cost = |moment| model::cost(subject, moment, optional);
        let costs: Vec<Load> = moments.iter().map(cost).collect();
        explore(&moments, &asked, |carried: &mut Load, at| {
            model::add(carried, costs.get(at).copied().unwrap_or_default());
        })
    };
    let (usual, full) = (walked(false), walked(true));
    let around = model::around(subject);
    let with_around = |mut load: Load| {
        model::add(&mut load, around);
        model::with_reading(load)
    };
    let timed = |loads: BTreeMap<Load, u128>| {
        let mut timed: BTreeMap<Load, u128> = BTreeMap::new();
        for (load, likely) in loads {
            *timed.entry(with_around(load)).or_default() += likely;
        }
        timed
    };
    let (exact, usual, full) = (
        usual.complete && full.complete,
        timed(usual.loads),
        timed(full.loads),
    );
    Burden {
        median: median(&usual),
        longest: full.keys().next_back().copied().unwrap_or_default(),
        exact,
    }
}

/// The load that half of the paths do not pass.
fn median(loads: &BTreeMap<Load, u128>) -> Load {
    let whole: u128 = loads.values().sum();
    let mut passed = 0;
    let found = loads.iter().find(|(_, likely)| {
        passed += **likely;
        passed * 2 >= whole
    });
    found.map(|(load, _)| *load).unwrap_or_default()
}
