//! Comparisons and membership: only what can be equal is compared.

use cel::common::ast::{Expr, IdedExpr, operators};

use super::{Checker, Typed};
use crate::expression::program::{Comparison, Node, Source};
use crate::expression::types::Type;

/// The comparison of an operator.
pub(super) fn comparison(operator: &str) -> Option<Comparison> {
    Some(match operator {
        operators::EQUALS => Comparison::Equal,
        operators::NOT_EQUALS => Comparison::Different,
        operators::LESS => Comparison::Less,
        operators::LESS_EQUALS => Comparison::LessOrEqual,
        operators::GREATER => Comparison::Greater,
        operators::GREATER_EQUALS => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

impl Checker<'_> {
    pub(super) fn comparison(
        &mut self,
        part: &IdedExpr,
        operator: &str,
        left: &IdedExpr,
        right: &IdedExpr,
    ) -> Option<Typed> {
        let how = comparison(operator)?;
        let (typed_left, typed_right) = (self.expression(left), self.expression(right));
        let (typed_left, typed_right) = (typed_left?, typed_right?);
        self.comparable(part, (left, &typed_left), (right, &typed_right))?;
        let equality = matches!(how, Comparison::Equal | Comparison::Different);
        if !equality && !typed_left.kind.has_order() {
            let message = format!(
                "only numbers, amounts and dates have an order, this is {}",
                typed_left.kind
            );
            return self.flaw(part, message, Some("`==` or `!=`"));
        }
        let cost = typed_left.cost + typed_right.cost + 1;
        let node = Node::Compare(how, Box::new(typed_left.node), Box::new(typed_right.node));
        Some(Typed::new(node, Type::Bool, cost))
    }

    /// Checks that two values may be equal.
    fn comparable(
        &mut self,
        part: &IdedExpr,
        left: (&IdedExpr, &Typed),
        right: (&IdedExpr, &Typed),
    ) -> Option<()> {
        match (&left.1.kind, &right.1.kind) {
            (Type::Bool, Type::Bool)
            | (Type::Int, Type::Int)
            | (Type::Decimal, Type::Decimal)
            | (Type::Amount, Type::Amount)
            | (Type::Text, Type::Text)
            | (Type::DateTime, Type::DateTime)
            | (Type::Date, Type::Date) => Some(()),
            (Type::Amount, Type::Int | Type::Decimal)
            | (Type::Int | Type::Decimal, Type::Amount) => self.flaw(
                part,
                "an amount is compared with an amount",
                Some("`eur('100.00')`"),
            ),
            (Type::Decimal, Type::Int) | (Type::Int, Type::Decimal) => self.flaw(
                part,
                "a decimal number is compared with a decimal number",
                Some("`decimal('1.5')`"),
            ),
            (Type::Choice(options), Type::Text) => self.is_option(right.0, right.1, options),
            (Type::Text, Type::Choice(options)) => self.is_option(left.0, left.1, options),
            (Type::Choice(one), Type::Choice(other))
                if one.iter().any(|option| other.contains(option)) =>
            {
                Some(())
            }
            (Type::Choice(_), Type::Choice(_)) => {
                self.flaw(part, "these two choices share no option", None)
            }
            (Type::Choices(_), _) | (_, Type::Choices(_)) => self.flaw(
                part,
                "several choices are not compared",
                Some("`'option' in field`"),
            ),
            (one, other) => {
                let message = format!("{one} is never equal to {other}");
                self.flaw(part, message, None)
            }
        }
    }

    /// Checks that a text is written out and is one of the options.
    pub(super) fn is_option(
        &mut self,
        part: &IdedExpr,
        typed: &Typed,
        options: &[String],
    ) -> Option<()> {
        let listed = options_in_words(options);
        match &typed.node {
            Node::Text(value) if options.contains(value) => Some(()),
            Node::Text(value) => self.flaw(
                part,
                format!("`{value}` is not one of the options"),
                Some(&listed),
            ),
            _ => self.flaw(
                part,
                "a choice is compared with one of its options",
                Some(&listed),
            ),
        }
    }

    /// `a in ['x', 'y']`, or `'x' in choices`.
    pub(super) fn membership(
        &mut self,
        part: &IdedExpr,
        needle: &IdedExpr,
        list: &IdedExpr,
    ) -> Option<Typed> {
        match &list.expr {
            Expr::List(written) => self.one_of(part, needle, &written.elements),
            _ => self.among(needle, list),
        }
    }

    fn one_of(&mut self, part: &IdedExpr, needle: &IdedExpr, list: &[IdedExpr]) -> Option<Typed> {
        let typed_needle = self.expression(needle)?;
        let mut cost = typed_needle.cost + 1;
        let mut nodes = Vec::with_capacity(list.len());
        for element in list {
            let typed = self.expression(element)?;
            self.comparable(element, (needle, &typed_needle), (element, &typed))?;
            cost += typed.cost + 1;
            nodes.push(typed.node);
        }
        if nodes.is_empty() {
            return self.flaw(part, "nothing is in an empty list", None);
        }
        Some(Typed::new(
            Node::OneOf(Box::new(typed_needle.node), nodes),
            Type::Bool,
            cost,
        ))
    }

    fn among(&mut self, needle: &IdedExpr, list: &IdedExpr) -> Option<Typed> {
        let (source, kind) = self.source(list)?;
        let Type::Choices(options) = kind else {
            let message = format!("`in` looks into several choices or a list, this is {kind}");
            return self.flaw(list, message, Some("`a in ['x', 'y']`"));
        };
        let typed = self.expression(needle)?;
        self.is_among(needle, &typed, &options)?;
        let cost = typed.cost + options.len() as u64;
        Some(Typed::new(
            Node::Among(Box::new(typed.node), source),
            Type::Bool,
            cost,
        ))
    }

    fn is_among(&mut self, needle: &IdedExpr, typed: &Typed, options: &[String]) -> Option<()> {
        match &typed.kind {
            Type::Choice(own) if own.iter().any(|option| options.contains(option)) => Some(()),
            Type::Choice(_) => self.flaw(needle, "these two choices share no option", None),
            _ => self.is_option(needle, typed, options),
        }
    }

    /// The rows or the options that `exists` and `all` go through.
    pub(super) fn collection(&mut self, part: &IdedExpr) -> Option<(Source, Type)> {
        let (source, kind) = self.source(part)?;
        match kind {
            Type::Rows | Type::Choices(_) => Some((source, kind)),
            other => self.flaw(
                part,
                format!("a block or several choices are needed here, this is {other}"),
                None,
            ),
        }
    }
}

fn options_in_words(options: &[String]) -> String {
    let shown: Vec<_> = options
        .iter()
        .take(20)
        .map(|option| format!("'{option}'"))
        .collect();
    let more = if options.len() > shown.len() {
        ", ..."
    } else {
        ""
    };
    format!("one of {}{more}", shown.join(", "))
}
