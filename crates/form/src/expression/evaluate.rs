//! Evaluation: total, bounded, three-valued (Kleene).
//!
//! A value that needs a missing answer is undecided. `false && x` is false and `true || x` is true
//! whatever `x`; anything else that touches an undecided value is undecided. A program stored for
//! another form cannot make it fail either: values of unexpected types are undecided.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::program::{AnswerPart, Comparison, Matching, Node, Operation, Quantity, Source};
use crate::answer::{Answer, Answers, PlaceAnswer, Row};

/// Where a condition looks for answers.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    answers: &'a Answers,
    own_row: Option<&'a Answers>,
    each_row: Option<&'a Answers>,
    item: Option<&'a str>,
}

/// A decided value.
#[derive(Clone, Copy, PartialEq)]
enum Value<'a> {
    Bool(bool),
    Int(i64),
    Text(&'a str),
    Date(Date),
    Options(&'a [String]),
    Rows(&'a [Row]),
    Files(usize),
}

impl<'a> Scope<'a> {
    /// The answers of a form.
    pub(crate) const fn form(answers: &'a Answers) -> Self {
        Self {
            answers,
            own_row: None,
            each_row: None,
            item: None,
        }
    }

    /// The answers of a form, seen from a row.
    pub(crate) const fn row(answers: &'a Answers, cells: &'a Answers) -> Self {
        Self {
            own_row: Some(cells),
            ..Self::form(answers)
        }
    }

    /// Decides a condition, if the answers allow.
    pub(crate) fn decide(&self, node: &'a Node) -> Option<bool> {
        match self.value(node)? {
            Value::Bool(decided) => Some(decided),
            _ => None,
        }
    }

    fn value(&self, node: &'a Node) -> Option<Value<'a>> {
        match node {
            Node::Bool(literal) => Some(Value::Bool(*literal)),
            Node::Int(literal) => Some(Value::Int(*literal)),
            Node::Text(literal) => Some(Value::Text(literal)),
            Node::Date(literal) => Some(Value::Date(*literal)),
            Node::Answer(source) => value_of(self.answer(source)?),
            Node::Part(source, part) => part_of(self.answer(source)?, *part),
            Node::Answered(source) => Some(Value::Bool(self.answer(source).is_some())),
            Node::AnsweredPart(source, part) => {
                let there = self
                    .answer(source)
                    .and_then(|answer| part_of(answer, *part));
                Some(Value::Bool(there.is_some()))
            }
            Node::Item => self.item.map(Value::Text),
            Node::Not(inner) => self.decide(inner).map(|decided| Value::Bool(!decided)),
            Node::And(all) => self.both_ways(all, false),
            Node::Or(any) => self.both_ways(any, true),
            Node::Compare(how, left, right) => {
                compare(*how, self.value(left)?, self.value(right)?).map(Value::Bool)
            }
            Node::OneOf(needle, list) => self.one_of(needle, list),
            Node::Among(needle, source) => self.among(needle, source),
            Node::Compute(how, left, right) => {
                compute(*how, self.value(left)?, self.value(right)?).map(Value::Int)
            }
            Node::Negate(inner) => match self.value(inner)? {
                Value::Int(number) => number.checked_neg().map(Value::Int),
                _ => None,
            },
            Node::Size(inner) => size(self.value(inner)?).map(Value::Int),
            Node::Year(inner) => match self.value(inner)? {
                Value::Date(date) => Some(Value::Int(i64::from(date.year()))),
                _ => None,
            },
            Node::Match(how, text, piece) => match (self.value(text)?, self.value(piece)?) {
                (Value::Text(text), Value::Text(piece)) => {
                    Some(Value::Bool(matches(*how, text, piece)))
                }
                _ => None,
            },
            Node::If(condition, yes, no) => {
                self.value(if self.decide(condition)? { yes } else { no })
            }
            Node::Each(quantity, source, body) => self.each(*quantity, source, body),
        }
    }

    fn answer(&self, source: &Source) -> Option<&'a Answer> {
        let (answers, field) = match source {
            Source::Form(field) => (Some(self.answers), field),
            Source::OwnRow(field) => (self.own_row, field),
            Source::EachRow(field) => (self.each_row, field),
        };
        answers?.get(field.as_str())
    }

    /// `winning` decides alone; otherwise one undecided leaves the whole undecided.
    fn both_ways(&self, nodes: &'a [Node], winning: bool) -> Option<Value<'a>> {
        settle(nodes.iter().map(|node| self.decide(node)), winning).map(Value::Bool)
    }

    fn one_of(&self, needle: &'a Node, list: &'a [Node]) -> Option<Value<'a>> {
        let needle = self.value(needle)?;
        let equal = |node| compare(Comparison::Equal, needle, self.value(node)?);
        settle(list.iter().map(equal), true).map(Value::Bool)
    }

    fn among(&self, needle: &'a Node, source: &Source) -> Option<Value<'a>> {
        match (self.value(needle)?, value_of(self.answer(source)?)?) {
            (Value::Text(needle), Value::Options(chosen)) => {
                Some(Value::Bool(chosen.iter().any(|option| option == needle)))
            }
            _ => None,
        }
    }

    fn each(&self, quantity: Quantity, source: &Source, body: &'a Node) -> Option<Value<'a>> {
        let winning = quantity == Quantity::Any;
        let decided = match value_of(self.answer(source)?)? {
            Value::Rows(rows) => settle(
                rows.iter().map(|row| {
                    let each_row = Some(&row.cells);
                    Self { each_row, ..*self }.decide(body)
                }),
                winning,
            ),
            Value::Options(chosen) => settle(
                chosen.iter().map(|option| {
                    let item = Some(option.as_str());
                    Self { item, ..*self }.decide(body)
                }),
                winning,
            ),
            _ => None,
        };
        decided.map(Value::Bool)
    }
}

/// Kleene's "or" (`winning` is true) and "and" (`winning` is false).
fn settle(decisions: impl Iterator<Item = Option<bool>>, winning: bool) -> Option<bool> {
    let mut undecided = false;
    for decision in decisions {
        match decision {
            Some(decision) if decision == winning => return Some(winning),
            Some(_) => {}
            None => undecided = true,
        }
    }
    (!undecided).then_some(!winning)
}

fn value_of(answer: &Answer) -> Option<Value<'_>> {
    Some(match answer {
        Answer::Text(text) | Answer::Email(text) | Answer::Phone(text) | Answer::Choice(text) => {
            Value::Text(text)
        }
        Answer::Integer(number) => Value::Int(*number),
        Answer::Date(date) => Value::Date(*date),
        Answer::YesNo(yes) => Value::Bool(*yes),
        Answer::Choices(chosen) => Value::Options(chosen),
        Answer::Rows(rows) => Value::Rows(rows),
        Answer::Pieces(pieces) => Value::Files(pieces.files.len()),
        Answer::Address(_) | Answer::Place(_) | Answer::Identity(_) => return None,
    })
}

fn part_of(answer: &Answer, part: AnswerPart) -> Option<Value<'_>> {
    match (answer, part) {
        (Answer::Place(place), AnswerPart::PlaceCode) => commune(place).map(|(code, _)| code),
        (Answer::Place(place), AnswerPart::PlaceDepartement) => {
            commune(place).map(|(_, area)| area)
        }
        (Answer::Place(place), AnswerPart::PlaceCountry) => country(place),
        (Answer::Address(address), AnswerPart::Postcode) => Some(Value::Text(&address.postcode)),
        (Answer::Address(address), AnswerPart::CommuneCode) => {
            Some(Value::Text(&address.commune_code))
        }
        (Answer::Identity(identity), AnswerPart::BirthDate) => identity.birth_date.map(Value::Date),
        (Answer::Identity(identity), birth) => {
            let place = identity.birth_place.as_ref()?;
            match birth {
                AnswerPart::BirthPlaceCode => commune(place).map(|(code, _)| code),
                AnswerPart::BirthDepartement => commune(place).map(|(_, area)| area),
                AnswerPart::BirthCountry => country(place),
                _ => None,
            }
        }
        (Answer::Pieces(pieces), AnswerPart::OtherWay) => Some(Value::Bool(pieces.other_way)),
        _ => None,
    }
}

fn commune(place: &PlaceAnswer) -> Option<(Value<'_>, Value<'_>)> {
    match place {
        PlaceAnswer::Commune {
            code, departement, ..
        } => Some((Value::Text(code), Value::Text(departement))),
        PlaceAnswer::Abroad { .. } => None,
    }
}

fn country(place: &PlaceAnswer) -> Option<Value<'_>> {
    match place {
        PlaceAnswer::Commune { .. } => None,
        PlaceAnswer::Abroad { country_code, .. } => Some(Value::Text(country_code)),
    }
}

fn compare(how: Comparison, left: Value<'_>, right: Value<'_>) -> Option<bool> {
    let order = match (left, right) {
        (Value::Bool(left), Value::Bool(right)) => left.cmp(&right),
        (Value::Int(left), Value::Int(right)) => left.cmp(&right),
        (Value::Text(left), Value::Text(right)) => left.cmp(right),
        (Value::Date(left), Value::Date(right)) => left.cmp(&right),
        _ => return None,
    };
    Some(match how {
        Comparison::Equal => order == Ordering::Equal,
        Comparison::Different => order != Ordering::Equal,
        Comparison::Less => order == Ordering::Less,
        Comparison::LessOrEqual => order != Ordering::Greater,
        Comparison::Greater => order == Ordering::Greater,
        Comparison::GreaterOrEqual => order != Ordering::Less,
    })
}

fn compute(how: Operation, left: Value<'_>, right: Value<'_>) -> Option<i64> {
    let (Value::Int(left), Value::Int(right)) = (left, right) else {
        return None;
    };
    match how {
        Operation::Add => left.checked_add(right),
        Operation::Subtract => left.checked_sub(right),
        Operation::Multiply => left.checked_mul(right),
    }
}

fn size(value: Value<'_>) -> Option<i64> {
    let count = match value {
        Value::Text(text) => text.chars().count(),
        Value::Options(chosen) => chosen.len(),
        Value::Rows(rows) => rows.len(),
        Value::Files(count) => count,
        _ => return None,
    };
    i64::try_from(count).ok()
}

fn matches(how: Matching, text: &str, piece: &str) -> bool {
    match how {
        Matching::StartsWith => text.starts_with(piece),
        Matching::EndsWith => text.ends_with(piece),
        Matching::Contains => text.contains(piece),
    }
}
