//! The white list of functions.

use cel::common::ast::{CallExpr, Expr, IdedExpr};

use super::{Bound, Checker, Over, Typed};
use crate::answer::Decimal;
use crate::definition::limits;
use crate::expression::program::{Matching, Node, Quantity, Source};
use crate::expression::types::Type;

/// Every function, as an author writes it.
const FUNCTIONS: &str = "answered(field), size(...), date('2026-01-31'), year(date), \
    eur('100.00'), decimal('1.5'), \
    text.startsWith('...'), text.endsWith('...'), text.contains('...'), \
    min(a, b), max(a, b), age_on(birth, date), days_between(from, to), \
    block.exists(row, ...), block.all(row, ...), block.count(row, ...), \
    block.sum(row, ...), block.min(row, ...), block.max(row, ...)";

impl Checker<'_> {
    pub(super) fn function(&mut self, part: &IdedExpr, call: &CallExpr) -> Option<Typed> {
        match (
            call.func_name.as_str(),
            call.target.as_deref(),
            call.args.as_slice(),
        ) {
            ("answered" | "has", None, [field]) => self.answered(field),
            ("size", None, [inner]) => self.size(inner),
            ("date", None, [literal]) => self.date(literal),
            ("eur", None, [literal]) => self.amount(literal),
            ("decimal", None, [literal]) => self.decimal(literal),
            ("today", None, []) => self.today(part),
            ("year", None, [inner]) => {
                let inner = self.of_kind(inner, &Type::Date)?;
                Some(Typed::new(
                    Node::Year(Box::new(inner.node)),
                    Type::Int,
                    inner.cost + 1,
                ))
            }
            ("startsWith", Some(text), [piece]) => self.matching(Matching::StartsWith, text, piece),
            ("endsWith", Some(text), [piece]) => self.matching(Matching::EndsWith, text, piece),
            ("contains", Some(text), [piece]) => self.matching(Matching::Contains, text, piece),
            ("age_on", None, [birth, on]) => self.two_dates(birth, on, Node::AgeOn),
            ("days_between", None, [from, to]) => self.two_dates(from, to, Node::DaysBetween),
            ("sum" | "min" | "max" | "count", Some(rows), [name, body]) => {
                self.fold(part, &call.func_name, (rows, name, body))
            }
            ("exists", Some(list), [name, body]) => self.each(Quantity::Any, list, name, body),
            ("all", Some(list), [name, body]) => self.each(Quantity::All, list, name, body),
            (name, _, _) => {
                let message = if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
                    format!("there is no function `{name}` with these arguments")
                } else {
                    format!("there is no operator `{}`", name.replace('_', " ").trim())
                };
                self.flaw(part, message, Some(FUNCTIONS))
            }
        }
    }

    fn answered(&mut self, field: &IdedExpr) -> Option<Typed> {
        let node = match &field.expr {
            Expr::Select(select) if !self.is_row(&select.operand) => {
                let (source, part, _) = self.answer_part(field, select)?;
                Node::AnsweredPart(source, part)
            }
            _ => Node::Answered(self.source(field)?.0),
        };
        Some(Typed::new(node, Type::Bool, 2))
    }

    fn size(&mut self, inner: &IdedExpr) -> Option<Typed> {
        let typed = self.expression(inner)?;
        let cost = match typed.kind {
            Type::Text => u64::from(limits::LONG_TEXT) / 100,
            Type::Choices(_) | Type::Rows | Type::Pieces => 1,
            other => return self.flaw(inner, format!("{other} has no size"), None),
        };
        Some(Typed::new(
            Node::Size(Box::new(typed.node)),
            Type::Int,
            typed.cost + cost,
        ))
    }

    fn date(&mut self, literal: &IdedExpr) -> Option<Typed> {
        let expected = Some("a date written out, such as `date('2026-01-31')`");
        let text = self.written(literal, "the date is not written out", expected)?;
        match text.parse() {
            Ok(date) => Some(Typed::new(Node::Date(date), Type::Date, 1)),
            Err(_) => self.flaw(literal, format!("`{text}` is not a date"), expected),
        }
    }

    /// `eur('100.00')`: euros and cents written out, so that no floating point number stands in between.
    fn amount(&mut self, literal: &IdedExpr) -> Option<Typed> {
        let expected = Some("an amount written out, such as `eur('100.00')`");
        let text = self.written(literal, "the amount is not written out", expected)?;
        let cents = text.parse::<Decimal>().ok();
        match cents.and_then(|amount| amount.with_decimals(2)) {
            Some(amount) => Some(Typed::new(Node::Amount(amount.units()), Type::Amount, 1)),
            None => self.flaw(literal, format!("`{text}` is not an amount"), expected),
        }
    }

    /// `decimal('1.5')`.
    fn decimal(&mut self, literal: &IdedExpr) -> Option<Typed> {
        let expected = Some("a number written out, such as `decimal('1.5')`");
        let text = self.written(literal, "the number is not written out", expected)?;
        match text.parse() {
            Ok(number) => Some(Typed::new(Node::Decimal(number), Type::Decimal, 1)),
            Err(_) => self.flaw(
                literal,
                format!("`{text}` is not a decimal number"),
                expected,
            ),
        }
    }

    /// The text of a literal.
    fn written(
        &mut self,
        literal: &IdedExpr,
        otherwise: &str,
        expected: Option<&str>,
    ) -> Option<String> {
        match self.expression(literal) {
            Some(Typed {
                node: Node::Text(text),
                ..
            }) => Some(text),
            _ => self.flaw(literal, otherwise, expected),
        }
    }

    fn today(&mut self, part: &IdedExpr) -> Option<Typed> {
        if self.names.today {
            return Some(Typed::new(Node::Today, Type::Date, 1));
        }
        self.flaw(
            part,
            "`today()` stands in `checks` and `ineligible` only: what is shown would change while people answer",
            None,
        )
    }

    fn matching(&mut self, how: Matching, text: &IdedExpr, piece: &IdedExpr) -> Option<Typed> {
        let (text, piece) = (
            self.of_kind(text, &Type::Text),
            self.of_kind(piece, &Type::Text),
        );
        let (text, piece) = (text?, piece?);
        let cost = text.cost + piece.cost + u64::from(limits::LONG_TEXT) / 50;
        let node = Node::Match(how, Box::new(text.node), Box::new(piece.node));
        Some(Typed::new(node, Type::Bool, cost))
    }

    fn each(
        &mut self,
        quantity: Quantity,
        list: &IdedExpr,
        name: &IdedExpr,
        body: &IdedExpr,
    ) -> Option<Typed> {
        let (source, times, typed) = self.for_each(list, name, body)?;
        if typed.kind != Type::Bool {
            let message = format!("{} is needed here, this is {}", Type::Bool, typed.kind);
            return self.flaw(body, message, None);
        }
        let cost = (typed.cost + 1).saturating_mul(times);
        Some(Typed::new(
            Node::Each(quantity, source, Box::new(typed.node)),
            Type::Bool,
            cost,
        ))
    }

    /// What is looked at for each row or option: where, how many times at most, and what.
    pub(super) fn for_each(
        &mut self,
        list: &IdedExpr,
        name: &IdedExpr,
        body: &IdedExpr,
    ) -> Option<(Source, u64, Typed)> {
        if self.bound.is_some() {
            return self.flaw(
                list,
                "what goes through rows does not stand inside another",
                None,
            );
        }
        let (source, kind) = self.collection(list)?;
        let Expr::Ident(bound) = &name.expr else {
            return self.flaw(
                name,
                "a name for the row is expected here",
                Some("`block.exists(row, row.field ...)`"),
            );
        };
        if self.names.known.contains_key(bound) {
            return self.flaw(
                name,
                format!("`{bound}` is already the name of a field"),
                None,
            );
        }
        let (over, times) = match kind {
            Type::Choices(options) => (Over::Options(options.clone()), options.len() as u64),
            _ => (
                Over::Rows(source.field().to_owned()),
                self.names.rows(source.field()),
            ),
        };
        self.bound = Some(Bound {
            name: bound.clone(),
            over,
        });
        let typed = self.expression(body);
        self.bound = None;
        Some((source, times, typed?))
    }
}
