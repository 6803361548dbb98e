//! What names mean, seen from where a condition stands.

use std::collections::BTreeMap;

use crate::definition::FieldId;
use crate::expression::program::Source;
use crate::expression::types::Type;

/// A field or a block, as conditions know it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// Its name.
    pub(crate) id: FieldId,
    /// Its place among all fields and blocks.
    pub(crate) order: usize,
    /// The block that it belongs to.
    pub(crate) block: Option<FieldId>,
    /// What it answers.
    pub(crate) kind: Type,
    /// Rows at most, for a block.
    pub(crate) rows: u64,
    /// The names that its own expressions mention.
    pub(crate) mentions: Vec<String>,
    /// Whether it is computed by an expression that is itself wrong: its type is not known.
    pub(crate) is_unsure: bool,
}

/// The names of a form, seen from where a condition stands.
pub(crate) struct Names<'a> {
    /// Every field and block.
    pub(crate) known: &'a BTreeMap<String, Known>,
    /// The order of the first element that the condition cannot see.
    pub(crate) before: usize,
    /// The block in whose rows the condition stands.
    pub(crate) own_block: Option<&'a FieldId>,
    /// The field or block that has the condition, unless it is a step or an explanation.
    pub(crate) bearer: Option<&'a FieldId>,
    /// Whether it may look at the day: what is shown would change while people answer.
    pub(crate) today: bool,
    /// What the expression is, in messages: a condition, a value.
    pub(crate) what: &'static str,
}

/// A message, and what was expected.
pub(crate) type Unfit = (String, Option<String>);

impl Names<'_> {
    /// The field of a bare name.
    pub(super) fn find(&self, name: &str) -> Result<(Source, Type), Unfit> {
        let Some(known) = self.known.get(name) else {
            return Err((format!("no field is called `{name}`"), self.nearest(name)));
        };
        if known.order >= self.before {
            return Err(self.too_late(known));
        }
        if known.is_unsure {
            return Err((format!("the value of `{name}` is itself wrong"), None));
        }
        if self.own_block == Some(&known.id) {
            return Err((
                format!("the condition stands inside the block `{name}`"),
                None,
            ));
        }
        match &known.block {
            None => Ok((Source::Form(known.id.clone()), known.kind.clone())),
            Some(block) if self.own_block == Some(block) => {
                Ok((Source::OwnRow(known.id.clone()), known.kind.clone()))
            }
            Some(block) => Err((
                format!("`{name}` stands inside the block `{block}`, which has several rows"),
                Some(format!("`{block}.exists(row, row.{name} ...)`")),
            )),
        }
    }

    /// The field of a bare name, if it is a date.
    pub(crate) fn date(&self, name: &str) -> Result<FieldId, Unfit> {
        match self.find(name)? {
            (Source::Form(field) | Source::OwnRow(field), Type::Date | Type::DateTime) => Ok(field),
            (_, other) => Err((
                format!("{} is needed here, this is {other}", Type::Date),
                None,
            )),
        }
    }

    /// The field of `row.name`, for a row of a block.
    pub(super) fn find_cell(&self, block: &str, name: &str) -> Result<(Source, Type), Unfit> {
        match self.known.get(name) {
            Some(known)
                if known
                    .block
                    .as_ref()
                    .is_some_and(|own| own.as_str() == block)
                    && !known.is_unsure
                    && known.order < self.before =>
            {
                Ok((Source::EachRow(known.id.clone()), known.kind.clone()))
            }
            _ => Err((format!("the block `{block}` has no field `{name}`"), None)),
        }
    }

    /// Says whether a name is that of a block.
    pub(super) fn is_block(&self, name: &str) -> bool {
        self.known
            .get(name)
            .is_some_and(|known| known.kind == Type::Rows)
    }

    /// The rows of a block at most.
    pub(super) fn rows(&self, block: &str) -> u64 {
        self.known.get(block).map_or(1, |known| known.rows)
    }

    fn too_late(&self, known: &Known) -> Unfit {
        let name = &known.id;
        let message = match self.bearer {
            Some(bearer) if bearer == name => {
                format!("the {} of `{name}` looks at itself", self.what)
            }
            Some(bearer) if self.leads_to(name.as_str(), bearer.as_str()) => {
                format!("`{bearer}` and `{name}` wait for each other")
            }
            _ => format!("`{name}` is asked after this {}", self.what),
        };
        (message, Some("a field that is asked before".to_owned()))
    }

    /// Says whether the conditions of a field lead to another one.
    fn leads_to(&self, from: &str, to: &str) -> bool {
        let mut seen = vec![from];
        let mut next = 0;
        while let Some(name) = seen.get(next).copied() {
            next += 1;
            let mentions = self
                .known
                .get(name)
                .map_or(&[][..], |known| &known.mentions);
            for mention in mentions {
                if mention == to {
                    return true;
                }
                if !seen.contains(&mention.as_str()) && self.known.contains_key(mention) {
                    seen.push(mention);
                }
            }
        }
        false
    }

    fn nearest(&self, name: &str) -> Option<String> {
        let visible = self
            .known
            .values()
            .filter(|known| known.order < self.before);
        visible
            .map(|known| (distance(name, known.id.as_str()), &known.id))
            .filter(|(distance, _)| *distance <= 2)
            .min()
            .map(|(_, id)| format!("`{id}`"))
    }
}

/// How many letters to change, add or remove between two names (Levenshtein).
fn distance(left: &str, right: &str) -> usize {
    if left.len() > 60 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.bytes().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(right.bytes()) {
            let best = (diagonal + usize::from(a != b))
                .min(before + 1)
                .min(*cell + 1);
            diagonal = *cell;
            *cell = best;
            before = best;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distance_counts_changed_letters() {
        assert_eq!(distance("age", "age"), 0);
        assert_eq!(distance("agr", "age"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("town", "twon"), 2);
    }
}
