//! Fields, blocks and explanations.

use serde_saphyr::{Location, Spanned};

use super::conditions::Place;
use super::{Compiler, kinds};
use crate::definition::{ElementSource, FieldId, NumberSource, Text, limits};
use crate::form::{Block, Element, Explanation, Field};
use crate::kind::Kind;
use crate::source::Source;

/// What an element may hold, by what it is.
const OF_EXPLANATION: &[&str] = &[];
const OF_HEADING: &[&str] = &["level"];
const OF_BLOCK: &[&str] = &[
    "title",
    "row_title",
    "add_label",
    "pages",
    "hint",
    "min",
    "max",
    "checks",
    "fields",
];
pub(super) const OF_FIELD: &[&str] = &[
    "label",
    "hint",
    "optional",
    "required_if",
    "checks",
    "kind",
    "purpose",
    "legal_basis",
    "retention",
    "sensitivity",
    "autocomplete",
    "source",
];

/// What a computed field may hold.
const OF_COMPUTED: &[&str] = &[
    "label",
    "hint",
    "checks",
    "kind",
    "value",
    "show",
    "purpose",
    "legal_basis",
    "retention",
    "sensitivity",
];
const OF_FEE: &[&str] = &[
    "label",
    "hint",
    "checks",
    "kind",
    "value",
    "purpose",
    "legal_basis",
    "retention",
    "sensitivity",
];

pub(super) const fn of_computed(is_fee: bool) -> &'static [&'static str] {
    if is_fee { OF_FEE } else { OF_COMPUTED }
}

impl Compiler<'_> {
    pub(super) fn element(&mut self, source: &ElementSource) -> Option<Element> {
        match (&source.field, &source.block, words_of(source)) {
            _ if source.explanation.is_some() && source.heading.is_some() => {
                self.two_things(source)
            }
            (Some(name), None, None) => {
                let id = self.id(name);
                let place = Place::outside(self.order, Some(&id));
                Some(Element::Field(self.field(name, source, &place)))
            }
            (None, Some(name), None) => Some(Element::Block(self.block(name, source))),
            (None, None, Some(text)) => Some(Element::Explanation(self.explanation(text, source))),
            _ => self.two_things(source),
        }
    }

    fn two_things(&mut self, source: &ElementSource) -> Option<Element> {
        let at = place_of(source);
        self.problems.note_expecting(
            at,
            "an element is one thing",
            "exactly one of `field`, `block`, `explanation` and `heading`",
        );
        None
    }

    fn explanation(&mut self, text: &Spanned<Text>, source: &ElementSource) -> Explanation {
        let heading = match &source.heading {
            Some(_) => {
                self.refuse_others(source, text.referenced, "a heading", OF_HEADING);
                Some(self.level(source))
            }
            None => {
                self.refuse_others(source, text.referenced, "an explanation", OF_EXPLANATION);
                None
            }
        };
        let most = match heading {
            Some(_) => limits::SHORT_WORDS,
            None => limits::LONG_WORDS,
        };
        Explanation {
            text: self.words(text, most),
            heading,
            condition: self.condition(source.condition.as_ref(), &Place::outside(self.order, None)),
        }
    }

    /// The level of a heading: the title of the page is of level 1.
    fn level(&mut self, source: &ElementSource) -> u8 {
        match &source.level {
            None => 2,
            Some(level) if (2..=3).contains(&level.value) => level.value,
            Some(level) => {
                let message = format!("{} is not the level of a heading", level.value);
                self.problems
                    .note_expecting(level.referenced, message, "2 or 3");
                2
            }
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
        let required_if = self.condition(source.required_if.as_ref(), place);
        let computed = self.computed(owner, source, place);
        self.order += 1;
        let is_computed = computed.is_some();
        let kind = match computed {
            Some(kind) => kind,
            None => self.kind(owner, source),
        };
        Field {
            id: self.id(name),
            label: self.needed_words(owner, "label", source.label.as_ref()),
            hint: self.some_words(source.hint.as_ref()),
            optional: is_computed || self.optional(source),
            required_if,
            checks: self.checks(source.checks.as_ref(), place.after(self.order)),
            autocomplete: self.autocomplete(source.autocomplete.as_ref()),
            source: self.source(source.source.as_ref(), &kind),
            data: self.data_use(owner, source),
            condition,
            kind,
        }
    }

    /// Whether the field may stay unanswered, at least sometimes.
    fn optional(&mut self, source: &ElementSource) -> bool {
        let always = source.optional.as_ref().map(|optional| optional.value);
        if let (Some(optional), Some(_)) = (&source.optional, &source.required_if) {
            self.problems.note_expecting(
                optional.referenced,
                "`optional` and `required_if` say two things",
                "one of them",
            );
        }
        always.unwrap_or(source.required_if.is_some())
    }

    fn source(&mut self, source: Option<&Spanned<String>>, kind: &Kind) -> Option<Source> {
        let source = source?;
        let Ok(known) = source.value.parse::<Source>() else {
            let terms: Vec<&str> = Source::ALL.iter().map(|source| source.term()).collect();
            let message = format!("`{}` is no source", source.value);
            let expected = terms.join(", ");
            self.problems
                .note_expecting(source.referenced, message, expected);
            return None;
        };
        if !known.suits(kind) {
            let message = format!("what `{}` gives does not fit this kind", source.value);
            let expected = known.kinds().join(", ");
            self.problems
                .note_expecting(source.referenced, message, expected);
        }
        Some(known)
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
        let after = Place::outside(self.order, Some(&id));
        let checks = self.checks(source.checks.as_ref(), after);
        Block {
            id,
            title,
            row_title,
            add_label,
            hint,
            min,
            max,
            pages: source.pages.as_ref().is_some_and(|pages| pages.value),
            checks,
            fields,
            condition,
        }
    }

    /// A block whose rows have pages is what its step asks: the page of the step is the list of the rows.
    pub(super) fn check_pages(&mut self, elements: &[ElementSource]) {
        let paged = elements.iter().filter_map(|element| element.pages.as_ref());
        let Some(paged) = paged.into_iter().find(|pages| pages.value) else {
            return;
        };
        let asks = |element: &&ElementSource| {
            let kind = element.kind.as_ref().map(|kind| kind.value.as_str());
            element.block.is_some()
                || (element.field.is_some() && !matches!(kind, Some("computed" | "fee")))
        };
        if elements.iter().filter(asks).count() > 1 {
            self.problems.note_expecting(
                paged.referenced,
                "a block whose rows have pages stands alone in its step",
                "another step for the other questions; explanations, headings and computed values may stay",
            );
        }
    }

    fn row_bounds(&mut self, owner: Location, source: &ElementSource) -> (u32, u32) {
        let bound = |bound: &Option<Spanned<NumberSource>>, default: u32| match bound {
            Some(bound) => bound
                .value
                .integer()
                .and_then(|bound| u32::try_from(bound).ok()),
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
            let (Some(name), None, None) = (&source.field, &source.block, words_of(source)) else {
                self.problems.note_expecting(
                    place_of(source),
                    "a block holds fields only",
                    "`field`",
                );
                continue;
            };
            if let Some(asked) = &source.source {
                self.problems.note_expecting(
                    asked.referenced,
                    "no source is asked for each row",
                    "`source` on a question outside of blocks",
                );
            }
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

/// The text of an explanation or of a heading, when it is one of the two.
fn words_of(source: &ElementSource) -> Option<&Spanned<Text>> {
    source.explanation.as_ref().or(source.heading.as_ref())
}

/// Where an element stands, as well as it is known.
fn place_of(source: &ElementSource) -> Location {
    let names = source
        .field
        .as_ref()
        .or(source.block.as_ref())
        .map(|name| name.referenced);
    let explanation = words_of(source).map(|text| text.referenced);
    let label = source
        .label
        .as_ref()
        .or(source.title.as_ref())
        .map(|text| text.referenced);
    names.or(explanation).or(label).unwrap_or(Location::UNKNOWN)
}
