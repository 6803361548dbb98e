//! Computations: which types they take, and which one they give.

use cel::common::ast::{IdedExpr, operators};

use super::{Checker, Typed};
use crate::expression::program::{Fold, Node, Operation};
use crate::expression::types::Type;

/// The computation of an operator or a function of two values.
pub(super) fn operation(name: &str) -> Option<Operation> {
    Some(match name {
        operators::ADD => Operation::Add,
        operators::SUBSTRACT => Operation::Subtract,
        operators::MULTIPLY => Operation::Multiply,
        operators::DIVIDE => Operation::Divide,
        operators::MODULO => Operation::Remainder,
        "min" => Operation::Least,
        "max" => Operation::Greatest,
        _ => return None,
    })
}

/// What a computation gives; nothing when it does not take these types.
const fn result(how: Operation, left: &Type, right: &Type) -> Option<Type> {
    use Operation::{Add, Divide, Greatest, Least, Multiply, Remainder, Subtract};
    Some(match (how, left, right) {
        (_, Type::Int, Type::Int) => Type::Int,
        (Divide | Remainder, _, _) => return None,
        (_, Type::Decimal, Type::Decimal | Type::Int) | (_, Type::Int, Type::Decimal) => {
            Type::Decimal
        }
        (Add | Subtract | Least | Greatest, Type::Amount, Type::Amount)
        | (Multiply, Type::Amount, Type::Int | Type::Decimal)
        | (Multiply, Type::Int | Type::Decimal, Type::Amount) => Type::Amount,
        (Least | Greatest, Type::Date, Type::Date)
        | (Add | Subtract, Type::Date, Type::Int)
        | (Add, Type::Int, Type::Date) => Type::Date,
        _ => return None,
    })
}

impl Checker<'_> {
    pub(super) fn compute(
        &mut self,
        part: &IdedExpr,
        name: &str,
        left: &IdedExpr,
        right: &IdedExpr,
    ) -> Option<Typed> {
        let how = operation(name)?;
        let (left, right) = (self.expression(left), self.expression(right));
        let (left, right) = (left?, right?);
        let Some(kind) = result(how, &left.kind, &right.kind) else {
            let sign = name.trim_matches('_');
            let message = format!("`{sign}` does not take {} and {}", left.kind, right.kind);
            return self.flaw(part, message, None);
        };
        let cost = left.cost + right.cost + 1;
        let node = Node::Compute(how, Box::new(left.node), Box::new(right.node));
        Some(Typed::new(node, kind, cost))
    }

    pub(super) fn two_dates(
        &mut self,
        left: &IdedExpr,
        right: &IdedExpr,
        node: impl Fn(Box<Node>, Box<Node>) -> Node,
    ) -> Option<Typed> {
        let left = self.of_kind(left, &Type::Date);
        let right = self.of_kind(right, &Type::Date);
        let (left, right) = (left?, right?);
        let cost = left.cost + right.cost + 1;
        let node = node(Box::new(left.node), Box::new(right.node));
        Some(Typed::new(node, Type::Int, cost))
    }

    /// `rows.sum(row, ...)`, `.min`, `.max`, `.count`.
    pub(super) fn fold(
        &mut self,
        part: &IdedExpr,
        name: &str,
        (rows, row, body): (&IdedExpr, &IdedExpr, &IdedExpr),
    ) -> Option<Typed> {
        let (source, times, typed) = self.for_each(rows, row, body)?;
        if !self.names.is_block(source.field()) {
            return self.flaw(
                rows,
                format!("`{name}` goes through the rows of a block"),
                None,
            );
        }
        let folded = match (name, &typed.kind) {
            ("sum", Type::Int) => Some(Fold::Integers),
            ("sum", Type::Decimal) => Some(Fold::Decimals),
            ("sum", Type::Amount) => Some(Fold::Amounts),
            ("min", kind) if kind.has_order() => Some(Fold::Least),
            ("max", kind) if kind.has_order() => Some(Fold::Greatest),
            ("count", Type::Bool) => Some(Fold::Count),
            _ => None,
        };
        let Some(how) = folded else {
            let message = format!("there is no `{name}` of {}", typed.kind);
            return self.flaw(part, message, None);
        };
        let kind = if how == Fold::Count {
            Type::Int
        } else {
            typed.kind
        };
        let cost = (typed.cost + 1).saturating_mul(times);
        Some(Typed::new(
            Node::Fold(how, source, Box::new(typed.node)),
            kind,
            cost,
        ))
    }
}
