//! Walking all the paths at once, or some of them drawn with a fixed seed where they are too many.

use std::collections::BTreeMap;

use parvis_form::expression::{Condition, Turn};
use parvis_form::{Answer, Answers, Row};
use parvis_kernel::RowId;

use super::{Asked, Moment, What};

/// Ways of answering told apart at once, at most; beyond, paths are drawn.
const MOST_STATES: usize = 4_000;
/// Work at most, in answers looked at: a form of a thousand questions written by somebody hostile ends in a second too.
const MOST_WORK: usize = 20_000_000;
/// Paths drawn where they are too many.
const DRAWN: usize = 1_000;
/// The likelihood of all paths together; each answer to a question is as likely as the others.
const WHOLE: u128 = 1 << 100;

/// What a moment was seen to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// It happened on some path.
    pub happens: bool,
    /// It was met, and did not happen, on some path.
    pub misses: bool,
    /// Whether what was seen is all that there is.
    pub exact: bool,
}

/// What was met on all the paths.
pub(crate) struct Outcome<L> {
    pub seen: Vec<Seen>,
    /// What the paths that end in a deposit carry, and how likely each is.
    pub loads: BTreeMap<L, u128>,
    /// Whether all paths were walked.
    pub complete: bool,
}

/// A way of answering so far: for each asked thing the number of its value from 1, 0 when it is not answered or looked at no
/// more.
type Key = Vec<u16>;

/// Walks the paths. `load` adds what a moment costs to what a path carries.
pub(crate) fn explore<L: Clone + Ord + Default>(
    moments: &[Moment<'_>],
    asked: &[Asked<'_>],
    load: impl Fn(&mut L, usize),
) -> Outcome<L> {
    let walk = Walk {
        moments,
        asked,
        exact: exact(moments, asked),
        looked: moments.iter().map(|moment| looked(moment, asked)).collect(),
        asked_at: asked
            .iter()
            .enumerate()
            .map(|(which, asked)| (asked.at, which))
            .collect(),
    };
    walk.all(&load).unwrap_or_else(|| walk.some(&load))
}

struct Walk<'w, 'a> {
    moments: &'w [Moment<'a>],
    asked: &'w [Asked<'a>],
    exact: Vec<bool>,
    /// For each moment, what its condition looks at.
    looked: Vec<Vec<usize>>,
    /// What is asked in a moment.
    asked_at: BTreeMap<usize, usize>,
}

fn looked(moment: &Moment<'_>, asked: &[Asked<'_>]) -> Vec<usize> {
    let looks = moment.condition.map(Condition::looks).unwrap_or_default();
    let is_looked = |asked: &Asked<'_>| looks.iter().any(|look| look.field == asked.name);
    let found = asked
        .iter()
        .enumerate()
        .filter(|(_, asked)| is_looked(asked));
    found.map(|(which, _)| which).collect()
}

/// Where a path goes from a moment.
enum Next {
    On,
    To(usize),
    Stop,
}

impl Walk<'_, '_> {
    fn all<L: Clone + Ord + Default>(&self, load: &impl Fn(&mut L, usize)) -> Option<Outcome<L>> {
        let mut arrivals: BTreeMap<usize, BTreeMap<(Key, L), u128>> = BTreeMap::new();
        let mut seen = vec![Seen::default(); self.moments.len()];
        let start = (vec![0; self.asked.len()], L::default());
        arrivals.entry(0).or_default().insert(start, WHOLE);
        let mut work = 0;
        for (at, moment) in self.moments.iter().enumerate() {
            for ((key, mut carried), likely) in arrivals.remove(&at).unwrap_or_default() {
                work += self.asked.len() + 1;
                if work > MOST_WORK {
                    return None;
                }
                match self.decide(at, moment, &key, seen.get_mut(at)?) {
                    Next::Stop => continue,
                    Next::To(there) => {
                        let to = arrivals.entry(there).or_default();
                        *to.entry((self.forget(key, there), carried)).or_default() += likely;
                        continue;
                    }
                    Next::On => {}
                }
                load(&mut carried, at);
                let values = self.values(at);
                let share = likely / values.len() as u128;
                for value in values {
                    let there = self.after(at, moment, value);
                    let key = self.answered(key.clone(), value, there);
                    let to = arrivals.entry(there).or_default();
                    *to.entry((key, carried.clone())).or_default() += share;
                    if to.len() > MOST_STATES {
                        return None;
                    }
                }
            }
        }
        let mut loads = BTreeMap::new();
        for ((_, carried), likely) in arrivals.remove(&self.moments.len()).unwrap_or_default() {
            *loads.entry(carried).or_default() += likely;
        }
        self.tell(&mut seen, true);
        Some(Outcome {
            seen,
            loads,
            complete: true,
        })
    }

    fn some<L: Clone + Ord + Default>(&self, load: &impl Fn(&mut L, usize)) -> Outcome<L> {
        let mut chance = Chance(0x5eed_0001);
        let mut seen = vec![Seen::default(); self.moments.len()];
        let mut loads = BTreeMap::new();
        let path = (self.moments.len() * (self.asked.len() + 1)).max(1);
        for _ in 0..(MOST_WORK / path).clamp(1, DRAWN) {
            if let Some(carried) = self.one(&mut chance, &mut seen, load) {
                *loads.entry(carried).or_default() += 1;
            }
        }
        self.tell(&mut seen, false);
        Outcome {
            seen,
            loads,
            complete: false,
        }
    }

    fn one<L: Default>(
        &self,
        chance: &mut Chance,
        seen: &mut [Seen],
        load: &impl Fn(&mut L, usize),
    ) -> Option<L> {
        let mut key = vec![0; self.asked.len()];
        let mut carried = L::default();
        let mut at = 0;
        while let Some(moment) = self.moments.get(at) {
            match self.decide(at, moment, &key, seen.get_mut(at)?) {
                Next::Stop => return None,
                Next::To(there) => at = there,
                Next::On => {
                    load(&mut carried, at);
                    let values = self.values(at);
                    let drawn = values.get(chance.below(values.len())).copied().flatten();
                    at = self.after(at, moment, drawn);
                    key = self.answered(key, drawn, at);
                }
            }
        }
        Some(carried)
    }

    fn decide(&self, at: usize, moment: &Moment<'_>, key: &Key, seen: &mut Seen) -> Next {
        let holds = moment
            .condition
            .is_none_or(|condition| self.holds(at, moment, condition, key));
        if holds {
            seen.happens = true;
        } else {
            seen.misses = true;
        }
        match (moment.what, holds) {
            (What::Route, true) => Next::To(self.moments.len()),
            (What::Route, false) => Next::On,
            // What cannot be told exactly stops nobody.
            (What::Ineligible, true) if self.exact.get(at) == Some(&true) => Next::Stop,
            (What::Ineligible, _) | (_, true) => Next::On,
            (_, false) => Next::To(moment.otherwise),
        }
    }

    fn holds(&self, at: usize, moment: &Moment<'_>, condition: &Condition, key: &Key) -> bool {
        let mut answers = Answers::new();
        let mut cells = Answers::new();
        for which in self.looked.get(at).into_iter().flatten() {
            let number = key.get(*which).copied().unwrap_or_default();
            let Some(asked) = self.asked.get(*which) else {
                continue;
            };
            let (Some(Some(answer)), Ok(name)) = (self.value(*which, number), asked.name.parse())
            else {
                continue;
            };
            if self.is_cell(asked) {
                cells.insert(name, answer.clone());
            } else {
                answers.insert(name, answer.clone());
            }
        }
        if moment.block.is_some() {
            return condition.holds_for(&answers, Some(&cells));
        }
        fill_rows(&mut answers, &cells);
        condition.holds_for(&answers, None)
    }

    fn is_cell(&self, asked: &Asked<'_>) -> bool {
        self.moments
            .get(asked.at)
            .is_some_and(|moment| moment.block.is_some())
    }

    /// The numbers of the values to try in a moment.
    fn values(&self, at: usize) -> Vec<Option<(usize, u16)>> {
        let which = self.asked_at.get(&at).copied();
        let Some((which, asked)) = which.and_then(|which| Some((which, self.asked.get(which)?)))
        else {
            return vec![None];
        };
        let numbers = 1..=u16::try_from(asked.values.len()).unwrap_or(u16::MAX);
        numbers.map(|number| Some((which, number))).collect()
    }

    /// Where one goes once a moment happened: past the rows of a block that has none.
    fn after(&self, at: usize, moment: &Moment<'_>, value: Option<(usize, u16)>) -> usize {
        let tried = value.and_then(|(which, number)| self.value(which, number));
        match (moment.what, tried) {
            (What::Block(_), Some(None)) => moment.otherwise,
            _ => at + 1,
        }
    }

    fn value(&self, which: usize, number: u16) -> Option<&Option<Answer>> {
        let at = number.checked_sub(1)?;
        self.asked.get(which)?.values.get(usize::from(at))
    }

    fn answered(&self, mut key: Key, value: Option<(usize, u16)>, next: usize) -> Key {
        if let Some((which, number)) = value
            && let Some(slot) = key.get_mut(which)
        {
            *slot = number;
        }
        self.forget(key, next)
    }

    /// Forgets what no later condition looks at.
    fn forget(&self, mut key: Key, next: usize) -> Key {
        for (asked, slot) in self.asked.iter().zip(&mut key) {
            if asked.last_use < next {
                *slot = 0;
            }
        }
        key
    }

    fn tell(&self, seen: &mut [Seen], complete: bool) {
        for (seen, exact) in seen.iter_mut().zip(&self.exact) {
            seen.exact = complete && *exact;
        }
    }
}

/// A condition on rows sees the cells of the one row that is tried.
fn fill_rows(answers: &mut Answers, cells: &Answers) {
    let blocks = answers
        .iter()
        .filter(|(_, answer)| matches!(answer, Answer::Rows(_)));
    let blocks: Vec<_> = blocks.map(|(name, _)| name.clone()).collect();
    for block in blocks {
        let row = Row {
            id: RowId::from_uuid(uuid::Uuid::nil()),
            cells: cells.clone(),
        };
        answers.insert(block, Answer::Rows(vec![row]));
    }
}

/// Whether the values that are tried tell everything of each moment: of its own condition, of those around it, and of those that
/// show what it looks at.
fn exact(moments: &[Moment<'_>], asked: &[Asked<'_>]) -> Vec<bool> {
    let mut exact: Vec<bool> = Vec::with_capacity(moments.len());
    for moment in moments {
        let own = moment.condition.is_none_or(|condition| {
            condition.looks().iter().all(|look| {
                let found = asked.iter().find(|asked| asked.name == look.field);
                let told =
                    found.is_some_and(|asked| asked.exact && exact.get(asked.at) == Some(&true));
                told && is_told(&look.turn, found)
            })
        });
        let of_block = moment.block.and_then(|block| {
            moments
                .iter()
                .position(|other| matches!(other.what, What::Block(own) if own.id == block.id))
        });
        let mut around = [moment.step, of_block].into_iter().flatten();
        exact.push(own && around.all(|outer| exact.get(outer) == Some(&true)));
    }
    exact
}

fn is_told(turn: &Turn<'_>, asked: Option<&Asked<'_>>) -> bool {
    let countable = |value: &Option<Answer>| {
        matches!(
            value,
            None | Some(Answer::YesNo(_) | Answer::Choice(_) | Answer::Choices(_))
        )
    };
    match turn {
        Turn::Opaque => false,
        Turn::Value => asked.is_some_and(|asked| asked.values.iter().all(countable)),
        _ => true,
    }
}

/// Numbers that look drawn, always the same (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut drawn = self.0;
        drawn = (drawn ^ (drawn >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        drawn = (drawn ^ (drawn >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let most = u64::try_from(most.max(1)).unwrap_or(1);
        usize::try_from((drawn ^ (drawn >> 31)) % most).unwrap_or_default()
    }
}
