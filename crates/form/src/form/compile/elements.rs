//! Fields, blocks and explanations.

use serde_saphyr::{Location, Spanned};

use super::conditions::Place;
use super::{Compiler, kinds};
use crate::definition::{ElementSource, FieldId, Text, limits};
use crate::form::{Block, Element, Explanation, Field};

/// What an element may hold, by what it is.
const OF_EXPLANATION: &[&str] = &[];
const OF_BLOCK: &[&str] = &[
    "title",
    "row_title",
    "add_label",
    "hint",
    "min",
    "max",
    "fields",
];
pub(super) const OF_FIELD: &[&str] = &[
    "label",
    "hint",
    "optional",
    "kind",
    "purpose",
    "legal_basis",
    "retention",
    "sensitivity",
    "autocomplete",
];

impl Compiler<'_> {
    pub(super) fn element(&mut self, source: &ElementSource) -> Option<Element> {
        match (&source.field, &source.block, &source.explanation) {
            (Some(name), None, None) => {
                let id = self.id(name);
                let place = Place::outside(self.order, Some(&id));
                Some(Element::Field(self.field(name, source, &place)))
            }
            (None, Some(name), None) => Some(Element::Block(self.block(name, source))),
            (None, None, Some(text)) => Some(Element::Explanation(self.explanation(text, source))),
            _ => {
                let at = place_of(source);
                self.problems.note_expecting(
                    at,
                    "an element is one thing",
                    "exactly one of `field`, `block` and `explanation`",
                );
                None
            }
        }
    }

    fn explanation(&mut self, text: &Spanned<Text>, source: &ElementSource) -> Explanation {
        self.refuse_others(source, text.referenced, "an explanation", OF_EXPLANATION);
        Explanation {
            text: self.words(text, limits::LONG_WORDS),
            condition: self.condition(source.condition.as_ref(), &Place::outside(self.order, None)),
        }
    }

    fn field(
        &mut self,
        name: &Spanned<String>,
        source: &ElementSource,
        place: &Place<'_>,
    ) -> Field {
        let owner = name.referenced;
        let condition = self.condition(source.condition.as_ref(), place);
        self.order += 1;
        let kind = self.kind(owner, source);
        Field {
            id: self.id(name),
            label: self.needed_words(owner, "label", source.label.as_ref()),
            hint: self.some_words(source.hint.as_ref()),
            optional: source
                .optional
                .as_ref()
                .is_some_and(|optional| optional.value),
            autocomplete: self.autocomplete(source.autocomplete.as_ref()),
            data: self.data_use(owner, source),
            condition,
            kind,
        }
    }

    fn autocomplete(&mut self, source: Option<&Spanned<String>>) -> Option<String> {
        let source = source?;
        let fits = source.value.len() <= 60
            && source.value.bytes().all(|letter| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || b"- ".contains(&letter)
            });
        if !fits || source.value.is_empty() {
            let expected = "a token of HTML such as `given-name`, or `off`";
            self.problems.note_expecting(
                source.referenced,
                "this is no autocomplete token",
                expected,
            );
        }
        Some(source.value.clone())
    }

    fn block(&mut self, name: &Spanned<String>, source: &ElementSource) -> Block {
        let owner = name.referenced;
        self.refuse_others(source, owner, "a block", OF_BLOCK);
        let id = self.id(name);
        let condition = self.condition(
            source.condition.as_ref(),
            &Place::outside(self.order, Some(&id)),
        );
        self.order += 1;
        let (min, max) = self.row_bounds(owner, source);
        let title = self.needed_words(owner, "title", source.title.as_ref());
        let row_title = self.needed_words(owner, "row_title", source.row_title.as_ref());
        let add_label = self.some_words(source.add_label.as_ref());
        let hint = self.some_words(source.hint.as_ref());
        let fields = self.block_fields(owner, &id, source, max);
        Block {
            id,
            title,
            row_title,
            add_label,
            hint,
            min,
            max,
            fields,
            condition,
        }
    }

    fn row_bounds(&mut self, owner: Location, source: &ElementSource) -> (u32, u32) {
        let bound = |bound: &Option<Spanned<i64>>, default: u32| match bound {
            Some(bound) => u32::try_from(bound.value).ok(),
            None => Some(default),
        };
        let bounds = bound(&source.min, 0).zip(bound(&source.max, 20));
        match bounds {
            Some((min, max)) if min <= max && (1..=limits::ROWS).contains(&max) => (min, max),
            _ => {
                let at = source
                    .max
                    .as_ref()
                    .or(source.min.as_ref())
                    .map_or(owner, |bound| bound.referenced);
                let expected = format!("0 <= min <= max <= {}", limits::ROWS);
                self.problems
                    .note_expecting(at, "the rows are out of bounds", expected);
                (0, 1)
            }
        }
    }

    fn block_fields(
        &mut self,
        owner: Location,
        block: &FieldId,
        source: &ElementSource,
        rows: u32,
    ) -> Vec<Field> {
        let sources = source.fields.as_deref().unwrap_or_default();
        if sources.is_empty() {
            self.problems.note_expecting(
                owner,
                "the block is empty",
                "`fields`, with at least one field",
            );
        }
        let mut fields = Vec::with_capacity(sources.len());
        for source in sources {
            let (Some(name), None, None) = (&source.field, &source.block, &source.explanation)
            else {
                self.problems.note_expecting(
                    place_of(source),
                    "a block holds fields only",
                    "`field`",
                );
                continue;
            };
            let id = self.id(name);
            let place = Place::inside(self.order, block, &id, u64::from(rows));
            fields.push(self.field(name, source, &place));
        }
        fields
    }

    /// Refuses what does not belong to this sort of element.
    pub(super) fn refuse_others(
        &mut self,
        source: &ElementSource,
        owner: Location,
        what: &str,
        allowed: &[&str],
    ) {
        for (name, at) in kinds::given(source, owner) {
            if !allowed.contains(&name) {
                let expected = if allowed.is_empty() {
                    "nothing else than `if`".to_owned()
                } else {
                    format!("`if`, {}", allowed.join(", "))
                };
                self.problems.note_expecting(
                    at,
                    format!("`{name}` does not belong to {what}"),
                    expected,
                );
            }
        }
    }
}

/// Where an element stands, as well as it is known.
fn place_of(source: &ElementSource) -> Location {
    let names = source
        .field
        .as_ref()
        .or(source.block.as_ref())
        .map(|name| name.referenced);
    let explanation = source.explanation.as_ref().map(|text| text.referenced);
    let label = source
        .label
        .as_ref()
        .or(source.title.as_ref())
        .map(|text| text.referenced);
    names.or(explanation).or(label).unwrap_or(Location::UNKNOWN)
}
