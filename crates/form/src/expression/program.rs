//! What a condition is compiled to. Stored with the form: changing it is a new evaluator version.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::answer::Decimal;
use crate::definition::FieldId;

/// A typed expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Node {
    /// A literal.
    Bool(bool),
    /// A literal.
    Int(i64),
    /// A literal: `decimal('1.5')`.
    Decimal(Decimal),
    /// A literal, in cents: `eur('100.00')`.
    Amount(i64),
    /// A literal.
    Text(String),
    /// A literal.
    Date(Date),
    /// The answer to a field.
    Answer(Source),
    /// A part of an answer.
    Part(Source, AnswerPart),
    /// Whether a field is answered.
    Answered(Source),
    /// Whether a part of an answer is there.
    AnsweredPart(Source, AnswerPart),
    /// The option being looked at by [`Node::Any`] and the like.
    Item,
    /// `!a`
    Not(Box<Node>),
    /// `a && b && ...`
    And(Vec<Node>),
    /// `a || b || ...`
    Or(Vec<Node>),
    /// `a == b`, `a < b`, ...
    Compare(Comparison, Box<Node>, Box<Node>),
    /// `a in [b, c]`
    OneOf(Box<Node>, Vec<Node>),
    /// `a in choices`
    Among(Box<Node>, Source),
    /// `a + b`, ...
    Compute(Operation, Box<Node>, Box<Node>),
    /// `today()`
    Today,
    /// `-a`
    Negate(Box<Node>),
    /// `size(a)`
    Size(Box<Node>),
    /// `year(a)`
    Year(Box<Node>),
    /// `a.startsWith(b)`, ...
    Match(Matching, Box<Node>, Box<Node>),
    /// `a ? b : c`
    If(Box<Node>, Box<Node>, Box<Node>),
    /// `rows.exists(r, ...)`, `choices.all(c, ...)`
    Each(Quantity, Source, Box<Node>),
    /// `rows.sum(r, ...)` and the like
    Fold(Fold, Source, Box<Node>),
    /// `age_on(birth, date)`
    AgeOn(Box<Node>, Box<Node>),
    /// `days_between(from, to)`
    DaysBetween(Box<Node>, Box<Node>),
}

/// Where an answer is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Source {
    /// Among the answers of the form.
    Form(FieldId),
    /// In the row where the condition stands.
    OwnRow(FieldId),
    /// In the row being looked at by [`Node::Each`].
    EachRow(FieldId),
}

/// A part of an answer that a condition can look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AnswerPart {
    /// Of a day and a time.
    Day,
    /// Of a place: the code of the commune.
    PlaceCode,
    /// Of a place: the code of the département.
    PlaceDepartement,
    /// Of a place: the code of the country, for a town abroad.
    PlaceCountry,
    /// Of an element of an official list.
    Code,
    /// Of a body of a register.
    Number,
    /// Of a place on the ground: what is drawn.
    Shape,
    /// Of an address.
    Postcode,
    /// Of an address.
    CommuneCode,
    /// Of an identity.
    BirthDate,
    /// Of an identity: the code of the commune of birth.
    BirthPlaceCode,
    /// Of an identity: the code of the département of birth.
    BirthDepartement,
    /// Of an identity: the code of the country of birth.
    BirthCountry,
    /// Of pieces.
    OtherWay,
    /// Of a row of a table: the cell of a column.
    Column(String),
    /// Of a choice in two levels.
    First,
    /// Of a choice in two levels.
    Second,
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    Different,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// A computation on integers, decimal numbers, amounts and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Operation {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
    /// `min(a, b)`
    Least,
    /// `max(a, b)`
    Greatest,
}

/// What is made of a value of every row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fold {
    /// `rows.sum(r, ...)` of integers.
    Integers,
    /// `rows.sum(r, ...)` of decimal numbers.
    Decimals,
    /// `rows.sum(r, ...)` of amounts.
    Amounts,
    /// `rows.min(r, ...)`
    Least,
    /// `rows.max(r, ...)`
    Greatest,
    /// `rows.count(r, ...)`
    Count,
}

/// A test of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Matching {
    /// `a.startsWith(b)`
    StartsWith,
    /// `a.endsWith(b)`
    EndsWith,
    /// `a.contains(b)`
    Contains,
}

/// How many rows or options must satisfy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Quantity {
    /// At least one.
    Any,
    /// Every one.
    All,
}

impl Source {
    /// The name of the field.
    pub(crate) fn field(&self) -> &str {
        match self {
            Self::Form(field) | Self::OwnRow(field) | Self::EachRow(field) => field.as_str(),
        }
    }
}

impl Node {
    /// The fields that the expression looks at.
    pub(crate) fn fields(&self) -> Vec<&str> {
        let mut fields = Vec::new();
        self.collect_fields(&mut fields);
        fields
    }

    fn collect_fields<'a>(&'a self, fields: &mut Vec<&'a str>) {
        match self {
            Self::Bool(_)
            | Self::Int(_)
            | Self::Decimal(_)
            | Self::Amount(_)
            | Self::Text(_)
            | Self::Date(_)
            | Self::Item
            | Self::Today => {}
            Self::Answer(source)
            | Self::Part(source, _)
            | Self::Answered(source)
            | Self::AnsweredPart(source, _) => fields.push(source.field()),
            Self::Not(inner) | Self::Negate(inner) | Self::Size(inner) | Self::Year(inner) => {
                inner.collect_fields(fields);
            }
            Self::And(all) | Self::Or(all) => {
                all.iter().for_each(|node| node.collect_fields(fields))
            }
            Self::Compare(_, left, right)
            | Self::Compute(_, left, right)
            | Self::AgeOn(left, right)
            | Self::DaysBetween(left, right)
            | Self::Match(_, left, right) => {
                left.collect_fields(fields);
                right.collect_fields(fields);
            }
            Self::OneOf(needle, list) => {
                needle.collect_fields(fields);
                list.iter().for_each(|node| node.collect_fields(fields));
            }
            Self::Among(needle, source) => {
                needle.collect_fields(fields);
                fields.push(source.field());
            }
            Self::If(condition, yes, no) => {
                for node in [condition, yes, no] {
                    node.collect_fields(fields);
                }
            }
            Self::Each(_, source, body) | Self::Fold(_, source, body) => {
                fields.push(source.field());
                body.collect_fields(fields);
            }
        }
    }
}
