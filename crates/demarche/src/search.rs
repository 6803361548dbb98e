//! Finding a procedure by the words of the person: accents, endings and typing mistakes are forgiven.
//!
//! A collectivité offers tens of procedures, a large one a few hundred: all of them are compared in memory, which costs
//! less than asking the store.

use std::cmp::Reverse;
use std::sync::Arc;

use parvis_territory::fold;

use crate::model::Revision;
use parvis_procedure::ProcedureFile;

/// Letters of a question that are read.
const QUESTION: usize = 200;
/// Words of a question that are read.
const WORDS: usize = 12;

/// Words that say nothing of the démarche: « je voudrais demander un… ».
const EMPTY: &[&str] = &[
    "a", "ai", "au", "aux", "avec", "avoir", "ce", "comment", "d", "dans", "de", "demande",
    "demander", "demarche", "des", "du", "en", "est", "et", "faire", "faut", "il", "j", "je", "l",
    "la", "le", "les", "ma", "me", "mes", "mon", "obtenir", "ou", "par", "pour", "que", "quel",
    "quelle", "qui", "sa", "se", "ses", "son", "sur", "un", "une", "veux", "voudrais", "y", "an",
    "and", "apply", "at", "for", "from", "get", "how", "i", "in", "my", "of", "on", "or", "the",
    "to", "want", "with",
];

/// The folded words under which a procedure is found, each with its weight.
#[derive(Debug, Clone, Default)]
pub(crate) struct SearchWords(Vec<(String, u32)>);

impl SearchWords {
    pub fn of(file: &ProcedureFile) -> Self {
        let mut words = Self::default();
        for version in file.title.versions() {
            words.add(version, 8);
        }
        for version in file.summary.versions() {
            words.add(version, 3);
        }
        for (_, keyword) in file.keywords.by_language() {
            words.add(keyword, 6);
        }
        words
    }

    fn add(&mut self, text: &str, weight: u32) {
        for word in meaningful(&fold(text)) {
            match self.0.iter_mut().find(|(known, _)| known == word) {
                Some((_, heaviest)) => *heaviest = weight.max(*heaviest),
                None => self.0.push((word.to_owned(), weight)),
            }
        }
    }

    /// How well a word of a question is found here: the weight of the best word, times how alike they are.
    fn score(&self, asked: &str) -> u32 {
        let scores = self
            .0
            .iter()
            .map(|(word, weight)| weight * likeness(asked, word));
        scores.max().unwrap_or(0)
    }
}

/// The revisions that answer a question, best first; all of them, in their order, for a question without words.
pub(crate) fn search(revisions: &[Arc<Revision>], question: &str) -> Vec<Arc<Revision>> {
    let question: String = question.chars().take(QUESTION).collect();
    let folded = fold(&question);
    let asked: Vec<&str> = meaningful(&folded).take(WORDS).collect();
    if asked.is_empty() {
        return revisions.to_vec();
    }
    let mut found = Vec::new();
    for revision in revisions {
        let scores: Vec<u32> = asked
            .iter()
            .map(|word| revision.words.score(word))
            .collect();
        let hits = scores.iter().filter(|score| **score > 0).count();
        if hits * 2 >= asked.len() {
            let total: u32 = scores.iter().sum();
            found.push((Reverse((hits, total)), revision));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found
        .into_iter()
        .map(|(_, revision)| Arc::clone(revision))
        .collect()
}

/// The words of a folded text that say something; all of them when none does.
fn meaningful(folded: &str) -> impl Iterator<Item = &str> {
    let empty = |word: &str| EMPTY.contains(&word);
    let only_empty = folded.split(' ').all(empty);
    folded
        .split(' ')
        .filter(move |word| !word.is_empty() && (only_empty || !empty(word)))
}

/// How alike two folded words are, from 0 (not at all) to 10 (the same).
fn likeness(asked: &str, word: &str) -> u32 {
    let (asked, word) = (singular(asked), singular(word));
    if asked == word {
        return 10;
    }
    if asked.len() >= 3 && word.starts_with(asked) {
        return 8;
    }
    if word.len() >= 4 && asked.starts_with(word) {
        return 6;
    }
    match mistakes_allowed(asked) {
        0 => 0,
        allowed if mistakes(asked, word, allowed) <= allowed => 5,
        allowed => {
            // A word that is still being typed: its beginning, with a mistake.
            let beginning = word.get(..asked.len()).unwrap_or(word);
            if asked.len() >= 5 && mistakes(asked, beginning, allowed) <= 1 {
                3
            } else {
                0
            }
        }
    }
}

/// Without the mark of the plural.
fn singular(word: &str) -> &str {
    match word.strip_suffix(['s', 'x']) {
        Some(shorter) if shorter.len() >= 3 => shorter,
        _ => word,
    }
}

const fn mistakes_allowed(word: &str) -> usize {
    match word.len() {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// How many letters are missing, added, changed or exchanged with their neighbour (optimal string alignment); more than
/// `most` when the lengths alone exceed it. Folded words are ASCII.
fn mistakes(a: &str, b: &str, most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut previous = None;
    for (row, letter) in a.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in b.iter().enumerate() {
            let at =
                |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&above, column) + usize::from(letter != other);
            let mut best = changed
                .min(at(&above, column + 1) + 1)
                .min(at(&line, column) + 1);
            let exchanged =
                column > 0 && previous == Some(other) && b.get(column - 1) == Some(letter);
            if exchanged {
                best = best.min(at(&before, column - 1) + 1);
            }
            line.push(best);
        }
        previous = Some(letter);
        before = std::mem::replace(&mut above, line);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn endings_beginnings_and_mistakes_are_forgiven() {
        for (asked, word) in [
            ("naissance", "naissance"),
            ("naissances", "naissance"),
            ("naiss", "naissance"),
            ("nessance", "naissance"),
            ("naisance", "naissance"),
            ("naissnace", "naissance"),
            ("cantien", "cantine"),
            ("trous", "trou"),
        ] {
            assert!(likeness(asked, word) > 0, "{asked} {word}");
        }
        for (asked, word) in [
            ("rue", "rat"),
            ("mariage", "naissance"),
            ("la", "lampadaire"),
            ("impot", "ecole"),
        ] {
            assert_eq!(likeness(asked, word), 0, "{asked} {word}");
        }
    }

    #[test]
    fn empty_words_count_only_when_there_is_nothing_else() {
        let words = |text| meaningful(text).collect::<Vec<_>>();
        assert_eq!(words("je voudrais une copie"), ["copie"]);
        assert_eq!(words("faire une demande"), ["faire", "une", "demande"]);
        assert_eq!(words(""), Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn counting_mistakes_is_symmetric_and_zero_for_the_same(a in "[a-z]{0,9}", b in "[a-z]{0,9}") {
            prop_assert_eq!(mistakes(&a, &a, 9), 0);
            prop_assert_eq!(mistakes(&a, &b, 9), mistakes(&b, &a, 9));
            prop_assert!(mistakes(&a, &b, 9) <= a.len().max(b.len()));
        }

        #[test]
        fn one_changed_letter_of_a_long_word_is_forgiven(word in "[b-y]{6,12}", place in 0_usize..6) {
            let mut typed = word.clone().into_bytes();
            typed[place] = b'z';
            let typed = String::from_utf8(typed).unwrap();
            prop_assert!(likeness(&typed, &word) > 0);
        }
    }
}
