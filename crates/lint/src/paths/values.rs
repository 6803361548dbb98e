//! The values of an answer that are worth trying: one for each way in which a condition may turn.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use parvis_form::expression::Turn;
use parvis_form::{Answer, Answers, Block, Field, Kind, Row};
use parvis_kernel::RowId;

use crate::read::Tree;

/// Values of one answer at most; beyond, the field decides nothing.
const MOST: usize = 64;

/// A field or a block that a condition looks at.
pub(crate) struct Asked<'a> {
    /// The moment when it is asked.
    pub at: usize,
    pub name: &'a str,
    /// What to try; `None` is to leave it empty.
    pub values: Vec<Option<Answer>>,
    /// Whether the values tell everything that conditions can see of it.
    pub exact: bool,
    /// The last moment whose condition looks at it.
    pub last_use: usize,
}

impl<'a> Asked<'a> {
    pub(crate) fn field(
        at: usize,
        field: &'a Field,
        options: Option<&Tree>,
        turns: &[Turn<'_>],
        last_use: usize,
    ) -> Self {
        let (mut answers, mut exact) = answers(field, options, turns);
        if answers.len() > MOST {
            answers.truncate(MOST);
            exact = false;
        }
        let mut values: Vec<Option<Answer>> = answers.into_iter().map(Some).collect();
        if field.optional || values.is_empty() {
            values.push(None);
        }
        Self {
            at,
            name: field.id.as_str(),
            values,
            exact,
            last_use,
        }
    }

    /// A block is tried with one row, and without any where it may have none. What conditions say of its rows is not told by
    /// one row, but whether there is one is.
    pub(crate) fn block(at: usize, block: &'a Block, turns: &[Turn<'_>], last_use: usize) -> Self {
        let row = Row {
            id: RowId::from_uuid(uuid::Uuid::nil()),
            cells: Answers::new(),
        };
        let mut values = vec![Some(Answer::Rows(vec![row]))];
        if block.min == 0 {
            values.push(None);
        }
        Self {
            at,
            name: block.id.as_str(),
            values,
            exact: turns.iter().all(|turn| *turn == Turn::Answered),
            last_use,
        }
    }
}

fn answers(field: &Field, options: Option<&Tree>, turns: &[Turn<'_>]) -> (Vec<Answer>, bool) {
    let options = || {
        let values = options.map(Tree::items).unwrap_or_default().iter();
        let values = values.filter_map(|option| option.text_of("value"));
        values.map(str::to_owned).collect::<Vec<_>>()
    };
    match &field.kind {
        Kind::YesNo(_) => (vec![Answer::YesNo(true), Answer::YesNo(false)], true),
        Kind::Integer(kind) => {
            let tried = numbers(kind.min, kind.max, turns);
            (
                tried.into_iter().map(Answer::Integer).collect(),
                only_numbers(turns),
            )
        }
        Kind::Amount(kind) => {
            let tried = numbers(kind.min, kind.max, turns);
            let amount = |cents| Answer::Amount(parvis_form::Amount { cents });
            (tried.into_iter().map(amount).collect(), only_numbers(turns))
        }
        Kind::Date(_) => dates(turns),
        Kind::ShortText(kind) => texts(kind.max_length, turns),
        Kind::LongText(kind) => texts(kind.max_length, turns),
        kind => match kind.term() {
            "choice" | "select" => {
                let options = options();
                let exact = options.len() >= 2;
                (options.into_iter().map(Answer::Choice).collect(), exact)
            }
            "choices" => sets(&options(), turns),
            // Whether it is there is all that can be told.
            _ => (
                vec![Answer::Text("x".to_owned())],
                turns.iter().all(|turn| *turn == Turn::Answered),
            ),
        },
    }
}

fn only_numbers(turns: &[Turn<'_>]) -> bool {
    turns
        .iter()
        .all(|turn| matches!(turn, Turn::Number(_) | Turn::Answered | Turn::Opaque))
}

/// The ends, and each number around which a condition turns with its neighbours.
fn numbers(min: i64, max: i64, turns: &[Turn<'_>]) -> Vec<i64> {
    let mut tried = vec![min, max];
    for turn in turns {
        if let Turn::Number(number) = turn {
            tried.extend([number.saturating_sub(1), *number, number.saturating_add(1)]);
        }
    }
    tried.retain(|number| (min..=max).contains(number));
    tried.sort_unstable();
    tried.dedup();
    tried
}

fn dates(turns: &[Turn<'_>]) -> (Vec<Answer>, bool) {
    let mut tried: Vec<Date> = vec![date(1900, 1, 1), date(2100, 1, 1)];
    let mut exact = true;
    for turn in turns {
        match turn {
            Turn::Date(day) => {
                let around = [-1, 0, 1].map(|days| day.saturating_add(days.days()));
                tried.extend(around);
            }
            Turn::Year(year) => {
                for year in [year.saturating_sub(1), *year, year.saturating_add(1)] {
                    let year = i16::try_from(year).unwrap_or(2000);
                    tried.extend(Date::new(year, 6, 15).ok());
                }
            }
            Turn::Answered | Turn::Opaque => {}
            _ => exact = false,
        }
    }
    tried.sort_unstable();
    tried.dedup();
    (tried.into_iter().map(Answer::Date).collect(), exact)
}

/// Each text that is written in a condition and one that is not; or a text of each size around which one turns.
fn texts(most: u32, turns: &[Turn<'_>]) -> (Vec<Answer>, bool) {
    let most = i64::from(most);
    let mut tried = vec!["\u{2014}".to_owned()];
    let (mut written, mut sized) = (false, false);
    for turn in turns {
        match turn {
            Turn::Text(text) => {
                written = true;
                tried.push((*text).to_owned());
            }
            Turn::Size(size) => {
                sized = true;
                let around = [size.saturating_sub(1), *size, size.saturating_add(1), most];
                let fit = around.into_iter().filter(|size| (1..=most).contains(size));
                tried.extend(fit.map(|size| "x".repeat(usize::try_from(size).unwrap_or(1))));
            }
            _ => {}
        }
    }
    tried.sort_unstable();
    tried.dedup();
    let known = turns.iter().all(|turn| {
        matches!(
            turn,
            Turn::Text(_) | Turn::Size(_) | Turn::Answered | Turn::Opaque
        )
    });
    let exact = known && !(written && sized);
    (tried.into_iter().map(Answer::Text).collect(), exact)
}

/// Every set of options where they are few; else every set of those that conditions name, and one more option.
fn sets(options: &[String], turns: &[Turn<'_>]) -> (Vec<Answer>, bool) {
    let all: Vec<&String> = options.iter().collect();
    if all.len() <= 5 {
        return (subsets(&all, &[]), true);
    }
    let is_named = |option: &&String| turns.contains(&Turn::Chosen(option.as_str()));
    let named: Vec<&String> = options.iter().filter(is_named).collect();
    let other: Vec<&String> = options
        .iter()
        .filter(|option| !is_named(option))
        .take(1)
        .collect();
    let only_named = turns
        .iter()
        .all(|turn| matches!(turn, Turn::Chosen(_) | Turn::Answered | Turn::Opaque));
    if named.len() > 5 {
        let single = all
            .iter()
            .map(|option| Answer::Choices(vec![(*option).clone()]));
        return (single.collect(), false);
    }
    (subsets(&named, &other), only_named)
}

/// Every set of the options that is not empty, with and without the one more.
fn subsets(options: &[&String], other: &[&String]) -> Vec<Answer> {
    let mut sets: Vec<Vec<String>> = vec![Vec::new()];
    for option in options.iter().chain(other) {
        let with: Vec<Vec<String>> = sets
            .iter()
            .map(|set| set.iter().chain([*option]).cloned().collect())
            .collect();
        sets.extend(with);
    }
    sets.retain(|set| !set.is_empty());
    sets.into_iter().map(Answer::Choices).collect()
}
