//! Evaluation: total, bounded, three-valued (Kleene).
//!
//! A value that needs a missing answer is undecided. `false && x` is false and `true || x` is true
//! whatever `x`; anything else that touches an undecided value is undecided. A program stored for
//! another form cannot make it fail either: values of unexpected types are undecided.

use std::cmp::Ordering;

use jiff::civil::{Date, DateTime};

use super::Computed;
use super::arithmetic::{self, Number};
use super::program::{AnswerPart, Comparison, Fold, Matching, Node, Operation, Quantity, Source};
use crate::answer::{Amount, Answer, Answers, Cell, Decimal, Location, PlaceAnswer, Row};
use crate::definition::FieldId;
use crate::kind::{OTHER, Shape};

/// Where a condition looks for answers.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    answers: &'a Answers,
    own_row: Option<&'a Answers>,
    each_row: Option<&'a Answers>,
    item: Option<&'a str>,
    today: Option<Date>,
}

/// A decided value.
#[derive(Clone, Copy, PartialEq)]
enum Value<'a> {
    Bool(bool),
    Int(i64),
    Decimal(Decimal),
    Amount(i64),
    Text(&'a str),
    Date(Date),
    Moment(DateTime),
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
            today: None,
        }
    }

    /// The same, on a day.
    pub(crate) const fn on(self, today: Date) -> Self {
        Self {
            today: Some(today),
            ..self
        }
    }

    /// The answers of a form, seen from a row.
    pub(crate) const fn row(answers: &'a Answers, cells: &'a Answers) -> Self {
        Self {
            own_row: Some(cells),
            ..Self::form(answers)
        }
    }

    /// The answer to a field, in the row where one stands or outside of blocks.
    pub(crate) fn of_field(&self, field: &FieldId) -> Option<&'a Answer> {
        let own = self.own_row.and_then(|cells| cells.get(field.as_str()));
        own.or_else(|| self.answers.get(field.as_str()))
    }

    /// Decides a condition, if the answers allow.
    pub(crate) fn decide(&self, node: &'a Node) -> Option<bool> {
        match self.value(node)? {
            Value::Bool(decided) => Some(decided),
            _ => None,
        }
    }

    /// The value of an expression as an answer of that type.
    pub(crate) fn answer_to(&self, node: &'a Node, result: Computed) -> Option<Answer> {
        match (result, self.value(node)?) {
            (Computed::YesNo, Value::Bool(decided)) => Some(Answer::YesNo(decided)),
            (Computed::Integer, Value::Int(number)) => Some(Answer::Integer(number)),
            (Computed::Decimal, Value::Decimal(number)) => Some(Answer::Decimal(number)),
            (Computed::Amount, Value::Amount(cents)) => Some(Answer::Amount(Amount { cents })),
            (Computed::Date, Value::Date(date)) => Some(Answer::Date(date)),
            (Computed::Text, Value::Text(text)) => Some(Answer::Text(text.to_owned())),
            _ => None,
        }
    }

    fn value(&self, node: &'a Node) -> Option<Value<'a>> {
        match node {
            Node::Bool(literal) => Some(Value::Bool(*literal)),
            Node::Int(literal) => Some(Value::Int(*literal)),
            Node::Decimal(literal) => Some(Value::Decimal(*literal)),
            Node::Amount(cents) => Some(Value::Amount(*cents)),
            Node::Text(literal) => Some(Value::Text(literal)),
            Node::Date(literal) => Some(Value::Date(*literal)),
            Node::Answer(source) => value_of(self.answer(source)?),
            Node::Part(source, part) => part_of(self.answer(source)?, part),
            Node::Answered(source) => Some(Value::Bool(self.answer(source).is_some())),
            Node::AnsweredPart(source, part) => {
                let there = self.answer(source).and_then(|answer| part_of(answer, part));
                Some(Value::Bool(there.is_some()))
            }
            Node::Today => self.today.map(Value::Date),
            Node::Item => self.item.map(Value::Text),
            Node::Not(inner) => self.decide(inner).map(|decided| Value::Bool(!decided)),
            Node::And(all) => self.both_ways(all, false),
            Node::Or(any) => self.both_ways(any, true),
            Node::Compare(how, left, right) => {
                compare(*how, self.value(left)?, self.value(right)?).map(Value::Bool)
            }
            Node::OneOf(needle, list) => self.one_of(needle, list),
            Node::Among(needle, source) => self.among(needle, source),
            Node::Compute(how, left, right) => compute(*how, self.value(left)?, self.value(right)?),
            Node::Negate(inner) => arithmetic::negated(self.value(inner)?.number()?).map(Value::of),
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
            Node::Fold(how, source, body) => self.fold(*how, source, body),
            Node::AgeOn(birth, on) => self.dates(birth, on, arithmetic::age_on),
            Node::DaysBetween(from, to) => self.dates(from, to, arithmetic::days_between),
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

    fn dates(
        &self,
        left: &'a Node,
        right: &'a Node,
        count: impl Fn(Date, Date) -> i64,
    ) -> Option<Value<'a>> {
        match (self.value(left)?, self.value(right)?) {
            (Value::Date(left), Value::Date(right)) => Some(Value::Int(count(left, right))),
            _ => None,
        }
    }

    /// Goes through the rows: a block without a row has a sum and a count of nothing, and no least or greatest.
    fn fold(&self, how: Fold, source: &Source, body: &'a Node) -> Option<Value<'a>> {
        let rows = match self.answer(source).map(value_of) {
            None => &[][..],
            Some(Some(Value::Rows(rows))) => rows,
            Some(_) => return None,
        };
        let mut values = rows.iter().map(|row| {
            let each_row = Some(&row.cells);
            Self { each_row, ..*self }.value(body)
        });
        let nothing = match how {
            Fold::Integers => Value::Int(0),
            Fold::Decimals => Value::Decimal(Decimal::default()),
            Fold::Amounts => Value::Amount(0),
            Fold::Count => return count(values),
            Fold::Least => return ranked(values, Operation::Least),
            Fold::Greatest => return ranked(values, Operation::Greatest),
        };
        values.try_fold(nothing, |sum, value| compute(Operation::Add, sum, value?))
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
        Answer::Text(text)
        | Answer::Dossier(text)
        | Answer::Email(text)
        | Answer::Phone(text)
        | Answer::Siren(text)
        | Answer::Siret(text)
        | Answer::Iban(text)
        | Answer::VehiclePlate(text)
        | Answer::Choice(text) => Value::Text(text),
        Answer::Integer(number) => Value::Int(*number),
        Answer::Decimal(number) => Value::Decimal(*number),
        Answer::Amount(amount) => Value::Amount(amount.cents),
        Answer::Date(date) => Value::Date(*date),
        Answer::DateTime(moment) => Value::Moment(*moment),
        Answer::YesNo(yes) | Answer::Consent(yes) => Value::Bool(*yes),
        Answer::Signature(signature) => Value::Text(&signature.name),
        Answer::Choices(chosen) => Value::Options(chosen),
        Answer::Rows(rows) => Value::Rows(rows),
        Answer::Pieces(pieces) => Value::Files(pieces.files.len()),
        Answer::OtherChoice(_) => Value::Text(OTHER),
        Answer::OtherChoices(other) => Value::Options(&other.chosen),
        Answer::Address(_)
        | Answer::Place(_)
        | Answer::Identity(_)
        | Answer::Association(_)
        | Answer::Company(_)
        | Answer::School(_)
        | Answer::Location(_)
        | Answer::Departement(_)
        | Answer::Region(_)
        | Answer::Country(_)
        | Answer::Epci(_)
        | Answer::TableRow(_)
        | Answer::Linked(_) => return None,
    })
}

fn part_of<'a>(answer: &'a Answer, part: &AnswerPart) -> Option<Value<'a>> {
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
        (
            Answer::Departement(coded)
            | Answer::Region(coded)
            | Answer::Country(coded)
            | Answer::Epci(coded),
            AnswerPart::Code,
        ) => Some(Value::Text(&coded.code)),
        (
            Answer::Association(body) | Answer::Company(body) | Answer::School(body),
            AnswerPart::Number,
        ) => body.number.as_deref().map(Value::Text),
        (Answer::Location(location), part) => location_part(location, part),
        (Answer::TableRow(row), AnswerPart::Column(name)) => row.columns.get(name).map(cell),
        (Answer::Linked(linked), AnswerPart::First) => Some(Value::Text(&linked.first)),
        (Answer::Linked(linked), AnswerPart::Second) => linked.second.as_deref().map(Value::Text),
        (Answer::DateTime(moment), AnswerPart::Day) => Some(Value::Date(moment.date())),
        (Answer::Pieces(pieces), AnswerPart::OtherWay) => Some(Value::Bool(pieces.other_way)),
        _ => None,
    }
}

const fn cell(cell: &Cell) -> Value<'_> {
    match cell {
        Cell::Text(text) => Value::Text(text.as_str()),
        Cell::Integer(number) => Value::Int(*number),
        Cell::Amount(amount) => Value::Amount(amount.cents),
    }
}

fn location_part<'a>(location: &'a Location, part: &AnswerPart) -> Option<Value<'a>> {
    match part {
        AnswerPart::Shape => {
            let geometry = location.geometry.as_ref()?;
            Some(Value::Text(Shape::of(geometry).term()))
        }
        AnswerPart::Postcode => Some(Value::Text(&location.address.as_ref()?.postcode)),
        AnswerPart::CommuneCode => Some(Value::Text(&location.address.as_ref()?.commune_code)),
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
        (Value::Decimal(left), Value::Decimal(right)) => left.compare(right),
        (Value::Amount(left), Value::Amount(right)) => left.cmp(&right),
        (Value::Text(left), Value::Text(right)) => left.cmp(right),
        (Value::Date(left), Value::Date(right)) => left.cmp(&right),
        (Value::Moment(left), Value::Moment(right)) => left.cmp(&right),
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

fn compute<'a>(how: Operation, left: Value<'_>, right: Value<'_>) -> Option<Value<'a>> {
    let compute = match how {
        Operation::Add => arithmetic::add,
        Operation::Subtract => arithmetic::subtract,
        Operation::Multiply => arithmetic::multiply,
        Operation::Divide => arithmetic::divide,
        Operation::Remainder => arithmetic::remainder,
        Operation::Least => arithmetic::least,
        Operation::Greatest => arithmetic::greatest,
    };
    compute(left.number()?, right.number()?).map(Value::of)
}

impl Value<'_> {
    const fn number(&self) -> Option<Number> {
        match self {
            Self::Int(number) => Some(Number::Int(*number)),
            Self::Decimal(number) => Some(Number::Decimal(*number)),
            Self::Amount(cents) => Some(Number::Amount(*cents)),
            Self::Date(date) => Some(Number::Date(*date)),
            _ => None,
        }
    }

    const fn of(number: Number) -> Self {
        match number {
            Number::Int(number) => Self::Int(number),
            Number::Decimal(number) => Self::Decimal(number),
            Number::Amount(cents) => Self::Amount(cents),
            Number::Date(date) => Self::Date(date),
        }
    }
}

/// How many rows satisfy: undecided as long as one is.
fn count<'a>(mut decisions: impl Iterator<Item = Option<Value<'a>>>) -> Option<Value<'a>> {
    let all = decisions.try_fold(0, |count, decided| match decided? {
        Value::Bool(decided) => Some(count + i64::from(decided)),
        _ => None,
    });
    all.map(Value::Int)
}

fn ranked<'a>(
    mut values: impl Iterator<Item = Option<Value<'a>>>,
    how: Operation,
) -> Option<Value<'a>> {
    let first = values.next()??;
    values.try_fold(first, |kept, value| compute(how, kept, value?))
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
