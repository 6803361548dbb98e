//! The search of communes: sorted names and sorted words over one string of folded names.

use std::cmp::Reverse;
use std::ops::Range;

use crate::commune::Commune;
use crate::embedded::Territory;
use crate::fold::{fold, plain};

/// What is read of a text: longer than any name, short enough for any abuse.
const LONGEST: usize = 80;

/// How well a commune fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Start,
    Word,
    AllWords,
    Squeezed,
}

/// A commune found: ordered by fit, then communes of today first, then population.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    fit: Fit,
    former: bool,
    population: Reverse<u32>,
    position: u32,
}

/// A word inside a folded name.
#[derive(Debug, Clone, Copy)]
struct Word {
    position: u32,
    offset: u8,
}

/// The folded names, and two orders over them.
pub struct Index {
    /// Folded names one after the other, in the order of the records.
    folded: String,
    /// Where each starts, and where the last ends.
    starts: Vec<u32>,
    /// Positions by folded name.
    names: Vec<u32>,
    /// Words that do not start a name, by the text from there to the end of the name.
    words: Vec<Word>,
}

/// Two words of a query that are not names: a département and a postcode.
#[derive(Default)]
struct Place<'q> {
    departement: Option<&'q str>,
    postcode: Option<&'q str>,
}

impl Index {
    pub fn build(territory: &Territory) -> Self {
        let mut folded = String::with_capacity(600_000);
        let mut starts = vec![0];
        for record in territory.records() {
            folded.push_str(&fold(territory.name_of(record)));
            starts.push(u32::try_from(folded.len()).unwrap_or(u32::MAX));
        }
        folded.shrink_to_fit();
        let mut index = Self {
            folded,
            starts,
            names: Vec::new(),
            words: Vec::new(),
        };
        index.sort();
        index
    }

    fn sort(&mut self) {
        let count = u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let mut words = Vec::with_capacity(60_000);
        for position in 0..count {
            let spaces = self
                .name(position)
                .bytes()
                .enumerate()
                .filter(|(_, byte)| *byte == b' ');
            words.extend(spaces.filter_map(|(at, _)| {
                let offset = u8::try_from(at + 1).ok()?;
                Some(Word { position, offset })
            }));
        }
        words.sort_unstable_by(|a, b| self.text_at(*a).cmp(self.text_at(*b)));
        let mut names: Vec<u32> = (0..count).collect();
        names.sort_unstable_by(|a, b| self.name(*a).cmp(self.name(*b)));
        self.words = words;
        self.names = names;
    }

    pub fn search<'t>(
        &self,
        territory: &'t Territory,
        text: &str,
        limit: usize,
    ) -> Vec<Commune<'t>> {
        let text: String = text.chars().take(LONGEST).collect();
        let wanted = fold(&text);
        let mut hits = self.by_number(territory, &wanted);
        if hits.is_empty() {
            hits = self.by_name(territory, &text, &wanted, limit);
        }
        best(hits, limit)
            .into_iter()
            .filter_map(|position| territory.at(position as usize))
            .collect()
    }

    /// A code, a postcode, or the beginning of one.
    fn by_number(&self, territory: &Territory, wanted: &str) -> Vec<Hit> {
        let digits = wanted.len();
        let numeric = wanted.bytes().skip(2).all(|byte| byte.is_ascii_digit())
            && wanted
                .bytes()
                .next()
                .is_some_and(|byte| byte.is_ascii_digit());
        if !numeric || !(2..=5).contains(&digits) {
            return Vec::new();
        }
        let fit = if digits == 5 { Fit::Exact } else { Fit::Start };
        let start = territory.position_from(wanted);
        let coded = (start..).take_while(|at| {
            let code = territory
                .at(*at)
                .and_then(|commune| commune.code().get(..digits));
            code.is_some_and(|code| code.eq_ignore_ascii_case(wanted))
        });
        let mut hits: Vec<Hit> = coded.filter_map(|at| hit(territory, at, fit)).collect();
        if let Ok(number) = wanted.parse::<u32>() {
            let unit = 10_u32.pow(u32::try_from(5 - digits).unwrap_or_default());
            let served = territory.served(number * unit, number * unit + unit - 1);
            hits.extend(served.filter_map(|at| hit(territory, at, fit)));
        }
        hits
    }

    fn by_name(&self, territory: &Territory, text: &str, wanted: &str, limit: usize) -> Vec<Hit> {
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut hits = Vec::new();
        self.phrase(territory, wanted, limit, &mut hits);
        if let Some(unfinished) = unfinished(text, wanted) {
            self.phrase(territory, &unfinished, limit, &mut hits);
        }
        if hits.len() < limit && wanted.contains(' ') {
            self.all_words(territory, wanted, &mut hits);
        }
        if hits.is_empty() {
            self.squeezed(territory, wanted, &mut hits);
        }
        hits
    }

    /// Names that start with the query; if they are few, names that have it at a word.
    fn phrase(&self, territory: &Territory, wanted: &str, limit: usize, hits: &mut Vec<Hit>) {
        for position in self.names.get(self.named(wanted)).unwrap_or_default() {
            let fit = if self.name(*position).len() == wanted.len() {
                Fit::Exact
            } else {
                Fit::Start
            };
            hits.extend(hit(territory, *position as usize, fit));
        }
        if hits.len() < limit {
            for word in self.words.get(self.worded(wanted)).unwrap_or_default() {
                hits.extend(hit(territory, word.position as usize, Fit::Word));
            }
        }
    }

    /// Names that have every word of the query, in any order, at the place that it says.
    fn all_words(&self, territory: &Territory, wanted: &str, hits: &mut Vec<Hit>) {
        let (place, words) = place(territory, wanted);
        let rarity = |word: &&str| self.named(word).len() + self.worded(word).len();
        let Some(rarest) = words.iter().copied().min_by_key(rarity) else {
            return;
        };
        let named = self
            .names
            .get(self.named(rarest))
            .unwrap_or_default()
            .iter()
            .copied();
        let worded = self
            .words
            .get(self.worded(rarest))
            .unwrap_or_default()
            .iter();
        let worded = worded.map(|word| word.position);
        let rest = words.join(" ");
        for position in named.chain(worded) {
            let name = self.name(position);
            let has = |word: &&str| name.split(' ').any(|candidate| candidate.starts_with(word));
            if words.iter().all(has) && place.holds(territory, position) {
                let fit = if name == rest {
                    Fit::Exact
                } else {
                    Fit::AllWords
                };
                hits.extend(hit(territory, position as usize, fit));
            }
        }
    }

    /// Names that start with the query once spaces are forgotten: `labergement`, `saintjeandeluz`.
    fn squeezed(&self, territory: &Territory, wanted: &str, hits: &mut Vec<Hit>) {
        let letters = || wanted.bytes().filter(|byte| *byte != b' ');
        for position in &self.names {
            let mut name = self.name(*position).bytes().filter(|byte| *byte != b' ');
            if letters().all(|letter| name.next() == Some(letter)) {
                hits.extend(hit(territory, *position as usize, Fit::Squeezed));
            }
        }
    }

    fn name(&self, position: u32) -> &str {
        let at = position as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => self
                .folded
                .get(*start as usize..*end as usize)
                .unwrap_or_default(),
            _ => "",
        }
    }

    fn text_at(&self, word: Word) -> &str {
        self.name(word.position)
            .get(usize::from(word.offset)..)
            .unwrap_or_default()
    }

    fn named(&self, prefix: &str) -> Range<usize> {
        starting_with(&self.names, prefix, |position| self.name(*position))
    }

    fn worded(&self, prefix: &str) -> Range<usize> {
        starting_with(&self.words, prefix, |word| self.text_at(*word))
    }
}

/// The part of a sorted list whose texts start with a prefix.
fn starting_with<'t, T>(sorted: &[T], prefix: &str, text: impl Fn(&T) -> &'t str) -> Range<usize> {
    let start = sorted.partition_point(|item| text(item) < prefix);
    let rest = sorted.get(start..).unwrap_or_default();
    let length = rest.partition_point(|item| text(item).starts_with(prefix));
    start..start + length
}

impl Place<'_> {
    fn holds(&self, territory: &Territory, position: u32) -> bool {
        let Some(commune) = territory.at(position as usize) else {
            return false;
        };
        let departement = |code: &str| {
            commune
                .departement()
                .is_some_and(|found| found.code.eq_ignore_ascii_case(code))
        };
        let postcode = |code: &str| commune.today().postcodes().any(|found| found == code);
        self.departement.is_none_or(departement) && self.postcode.is_none_or(postcode)
    }
}

/// Tells the words of a name from a département and a postcode: `saint denis 974`, `64190 navarrenx`.
fn place<'q>(territory: &Territory, wanted: &'q str) -> (Place<'q>, Vec<&'q str>) {
    let mut place = Place::default();
    let mut words = Vec::new();
    for word in wanted.split(' ') {
        if word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            place.postcode = Some(word);
        } else if territory.departement(&word.to_ascii_uppercase()).is_some() {
            place.departement = Some(word);
        } else {
            words.push(word);
        }
    }
    (place, words)
}

/// `st` at the end of what was typed may be the beginning of `strasbourg` as well as `saint`.
fn unfinished(text: &str, wanted: &str) -> Option<String> {
    let plain = plain(text);
    let last = plain.rsplit(' ').next()?;
    let full = match last {
        "st" => "saint",
        "ste" => "sainte",
        _ => return None,
    };
    Some(format!("{}{last}", wanted.strip_suffix(full)?))
}

fn hit(territory: &Territory, position: usize, fit: Fit) -> Option<Hit> {
    let commune = territory.at(position)?;
    Some(Hit {
        fit,
        former: commune.is_former(),
        population: Reverse(commune.population().unwrap_or_default()),
        position: u32::try_from(position).ok()?,
    })
}

/// The best, each once.
fn best(mut hits: Vec<Hit>, limit: usize) -> Vec<u32> {
    // A name may be found at several of its words: four times the limit is enough to fill it.
    let enough = limit.saturating_mul(4);
    if enough < hits.len() {
        hits.select_nth_unstable(enough);
        hits.truncate(enough);
    }
    hits.sort_unstable();
    let mut best: Vec<u32> = Vec::with_capacity(limit.min(hits.len()));
    for hit in hits {
        if best.len() == limit {
            break;
        }
        if !best.contains(&hit.position) {
            best.push(hit.position);
        }
    }
    best
}
