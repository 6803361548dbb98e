//! Typing and pricing: what a condition may say, decided once, when the form is compiled.

mod calls;
mod comparisons;
mod computations;
mod names;

pub(crate) use names::{Known, Names};

use cel::common::ast::{CallExpr, Expr, IdedExpr, LiteralValue, SelectExpr, operators};

use super::parse::Parsed;
use super::program::{AnswerPart, Node, Source};
use super::types::Type;
use crate::definition::limits;

/// What is wrong in a condition, and how many characters after its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) offset: usize,
    pub(crate) message: String,
    pub(crate) expected: Option<String>,
}

impl Flaw {
    pub(crate) fn new(offset: usize, message: impl Into<String>) -> Self {
        Self {
            offset,
            message: message.into(),
            expected: None,
        }
    }

    pub(crate) fn expecting(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }
}

/// A typed expression and its price.
pub(crate) struct Checked {
    pub(crate) program: Node,
    pub(crate) kind: Type,
    pub(crate) cost: u64,
}

/// Types and prices the expression of a computed field: it gives one value, and may look at no field.
pub(crate) fn check_value(parsed: &Parsed, names: &Names<'_>) -> Result<Checked, Vec<Flaw>> {
    let mut checker = Checker::new(parsed, names);
    let typed = checker.expression(&parsed.tree);
    if let Some(typed) = typed {
        if !typed.kind.is_single() {
            let message = format!("a field is not computed as {}", typed.kind);
            let expected = "a yes/no, a number, an amount, a date or a text";
            checker
                .flaws
                .push(Flaw::new(0, message).expecting(expected));
        } else if typed.cost > limits::EXPRESSION_COST {
            let message = format!(
                "the value costs {}, over {}",
                typed.cost,
                limits::EXPRESSION_COST
            );
            let flaw = Flaw::new(0, message).expecting("a simpler value");
            checker.flaws.push(flaw);
        } else if checker.flaws.is_empty() {
            return Ok(typed.checked());
        }
    }
    Err(checker.flaws)
}

/// Types and prices a condition.
pub(crate) fn check(parsed: &Parsed, names: &Names<'_>) -> Result<Checked, Vec<Flaw>> {
    let mut checker = Checker::new(parsed, names);
    let typed = checker.expression(&parsed.tree);
    if let Some(typed) = typed {
        if typed.kind != Type::Bool {
            let message = format!("a condition is true or false, this is {}", typed.kind);
            checker
                .flaws
                .push(Flaw::new(0, message).expecting("a comparison, or a yes/no field"));
        } else if typed.node.fields().is_empty() {
            checker
                .flaws
                .push(Flaw::new(0, "the condition looks at no field"));
        } else if typed.cost > limits::EXPRESSION_COST {
            let message = format!(
                "the condition costs {}, over {}",
                typed.cost,
                limits::EXPRESSION_COST
            );
            checker
                .flaws
                .push(Flaw::new(0, message).expecting("a simpler condition"));
        } else if checker.flaws.is_empty() {
            return Ok(typed.checked());
        }
    }
    Err(checker.flaws)
}

/// A typed part of a condition.
struct Typed {
    node: Node,
    kind: Type,
    cost: u64,
}

impl Typed {
    const fn new(node: Node, kind: Type, cost: u64) -> Self {
        Self { node, kind, cost }
    }

    fn checked(self) -> Checked {
        Checked {
            program: self.node,
            kind: self.kind,
            cost: self.cost,
        }
    }
}

/// What `exists` and `all` bind while their condition is checked.
struct Bound {
    name: String,
    over: Over,
}

enum Over {
    /// The rows of a block.
    Rows(String),
    /// The chosen options.
    Options(Vec<String>),
}

struct Checker<'a> {
    parsed: &'a Parsed,
    names: &'a Names<'a>,
    flaws: Vec<Flaw>,
    bound: Option<Bound>,
    depth: usize,
}

impl<'a> Checker<'a> {
    const fn new(parsed: &'a Parsed, names: &'a Names<'a>) -> Self {
        Self {
            parsed,
            names,
            flaws: Vec::new(),
            bound: None,
            depth: 0,
        }
    }
}

impl Checker<'_> {
    /// Types a part; `None` when something is wrong, which is then noted.
    fn expression(&mut self, part: &IdedExpr) -> Option<Typed> {
        if self.depth >= limits::EXPRESSION_DEPTH {
            return self.flaw(part, "the condition is nested too deep", None);
        }
        self.depth += 1;
        let typed = match &part.expr {
            Expr::Literal(literal) => self.literal(part, literal),
            Expr::Ident(name) => self.name(part, name),
            Expr::Select(select) => self.part_of(part, select),
            Expr::Call(call) => self.call(part, call),
            Expr::List(_) => self.flaw(
                part,
                "a list stands only after `in`",
                Some("`a in ['x', 'y']`"),
            ),
            _ => self.flaw(part, "this cannot stand in a condition", None),
        };
        self.depth -= 1;
        typed
    }

    fn flaw<T>(
        &mut self,
        part: &IdedExpr,
        message: impl Into<String>,
        expected: Option<&str>,
    ) -> Option<T> {
        let mut flaw = Flaw::new(self.parsed.offset(part), message);
        flaw.expected = expected.map(str::to_owned);
        self.flaws.push(flaw);
        None
    }

    fn literal(&mut self, part: &IdedExpr, literal: &LiteralValue) -> Option<Typed> {
        let (node, kind) = match literal {
            LiteralValue::Boolean(literal) => (Node::Bool(*literal.inner()), Type::Bool),
            LiteralValue::Int(literal) => (Node::Int(*literal.inner()), Type::Int),
            LiteralValue::String(literal) => (Node::Text(literal.inner().to_owned()), Type::Text),
            LiteralValue::Double(_) => {
                return self.flaw(
                    part,
                    "numbers with a decimal part decide nothing",
                    Some("an integer, `decimal('1.5')` or `eur('1.50')`"),
                );
            }
            LiteralValue::UInt(_) => {
                return self.flaw(
                    part,
                    "unsigned numbers are not used",
                    Some("an integer, without `u`"),
                );
            }
            LiteralValue::Null => {
                return self.flaw(
                    part,
                    "`null` is not used",
                    Some("`answered(field)` or `!answered(field)`"),
                );
            }
            LiteralValue::Bytes(_) => {
                return self.flaw(part, "bytes are not used", Some("a text, without `b`"));
            }
        };
        Some(Typed::new(node, kind, 1))
    }

    fn name(&mut self, part: &IdedExpr, name: &str) -> Option<Typed> {
        if let Some(bound) = &self.bound
            && bound.name == name
        {
            return match &bound.over {
                Over::Options(options) => {
                    Some(Typed::new(Node::Item, Type::Choice(options.clone()), 1))
                }
                Over::Rows(_) => self.flaw(
                    part,
                    format!("`{name}` is a row"),
                    Some(&format!("`{name}.` and one of its fields")),
                ),
            };
        }
        let (source, kind) = self.field(part, name)?;
        Some(Typed::new(Node::Answer(source), kind, 2))
    }

    /// The field of a name, seen from where the condition stands.
    fn field(&mut self, part: &IdedExpr, name: &str) -> Option<(Source, Type)> {
        match self.names.find(name) {
            Ok(found) => Some(found),
            Err((message, expected)) => self.flaw(part, message, expected.as_deref()),
        }
    }

    /// The field that a bare name or `row.field` designates.
    fn source(&mut self, part: &IdedExpr) -> Option<(Source, Type)> {
        match &part.expr {
            Expr::Ident(name) if self.bound.as_ref().is_none_or(|bound| bound.name != *name) => {
                self.field(part, name)
            }
            Expr::Select(select) => self.cell(part, select),
            _ => self.flaw(part, "the name of a field is expected here", None),
        }
    }

    /// `row.field` inside `exists` or `all`.
    fn cell(&mut self, part: &IdedExpr, select: &SelectExpr) -> Option<(Source, Type)> {
        let block = match (&select.operand.expr, &self.bound) {
            (
                Expr::Ident(name),
                Some(Bound {
                    name: bound,
                    over: Over::Rows(block),
                }),
            ) if name == bound => block.clone(),
            _ => return self.flaw(part, "the name of a field is expected here", None),
        };
        match self.names.find_cell(&block, &select.field) {
            Ok(found) => Some(found),
            Err((message, expected)) => self.flaw(part, message, expected.as_deref()),
        }
    }

    fn is_row(&self, part: &IdedExpr) -> bool {
        matches!((&part.expr, &self.bound),
            (Expr::Ident(name), Some(Bound { name: bound, over: Over::Rows(_) })) if name == bound)
    }

    fn part_of(&mut self, part: &IdedExpr, select: &SelectExpr) -> Option<Typed> {
        if self.is_row(&select.operand) {
            let (source, kind) = self.cell(part, select)?;
            return Some(Typed::new(Node::Answer(source), kind, 2));
        }
        let (source, answer_part, kind) = self.answer_part(part, select)?;
        Some(Typed::new(Node::Part(source, answer_part), kind, 3))
    }

    /// `field.part` or `row.field.part`.
    fn answer_part(
        &mut self,
        part: &IdedExpr,
        select: &SelectExpr,
    ) -> Option<(Source, AnswerPart, Type)> {
        let (source, kind) = self.source(&select.operand)?;
        let parts = parts_of(&kind);
        if let Some((_, found, kind)) = parts.iter().find(|(name, _, _)| *name == select.field) {
            return Some((source, found.clone(), kind.clone()));
        }
        let names: Vec<_> = parts
            .iter()
            .map(|(name, _, _)| format!("`.{name}`"))
            .collect();
        let expected = (!names.is_empty()).then(|| names.join(", "));
        self.flaw(
            part,
            format!("{kind} has no part `{}`", select.field),
            expected.as_deref(),
        )
    }

    fn call(&mut self, part: &IdedExpr, call: &CallExpr) -> Option<Typed> {
        let arguments = call.args.as_slice();
        match (call.func_name.as_str(), call.target.as_deref(), arguments) {
            (operators::LOGICAL_AND, None, [_, _]) => self.connected(part, operators::LOGICAL_AND),
            (operators::LOGICAL_OR, None, [_, _]) => self.connected(part, operators::LOGICAL_OR),
            (operators::LOGICAL_NOT, None, [inner]) => {
                let inner = self.of_kind(inner, &Type::Bool)?;
                Some(Typed::new(
                    Node::Not(Box::new(inner.node)),
                    Type::Bool,
                    inner.cost + 1,
                ))
            }
            (operators::NEGATE, None, [inner]) => {
                let inner = self.expression(inner)?;
                if !matches!(inner.kind, Type::Int | Type::Decimal | Type::Amount) {
                    return self.flaw(part, format!("{} has no opposite", inner.kind), None);
                }
                let node = Node::Negate(Box::new(inner.node));
                Some(Typed::new(node, inner.kind, inner.cost + 1))
            }
            (name, None, [left, right]) if computations::operation(name).is_some() => {
                self.compute(part, name, left, right)
            }
            (operators::CONDITIONAL, None, [condition, yes, no]) => {
                self.alternative(part, condition, yes, no)
            }
            (operators::IN, None, [needle, list]) => self.membership(part, needle, list),
            (name, None, [left, right]) if comparisons::comparison(name).is_some() => {
                self.comparison(part, name, left, right)
            }
            _ => self.function(part, call),
        }
    }

    /// `a && b && c`, flattened: a long chain is not a deep one.
    fn connected(&mut self, part: &IdedExpr, operator: &str) -> Option<Typed> {
        let mut members = Vec::new();
        flatten(part, operator, &mut members);
        let typed: Vec<_> = members
            .into_iter()
            .map(|member| self.of_kind(member, &Type::Bool))
            .collect();
        let typed: Vec<_> = typed.into_iter().collect::<Option<_>>()?;
        let cost = typed.iter().map(|member| member.cost).sum::<u64>() + 1;
        let nodes = typed.into_iter().map(|member| member.node).collect();
        let node = if operator == operators::LOGICAL_AND {
            Node::And(nodes)
        } else {
            Node::Or(nodes)
        };
        Some(Typed::new(node, Type::Bool, cost))
    }

    fn alternative(
        &mut self,
        part: &IdedExpr,
        condition: &IdedExpr,
        yes: &IdedExpr,
        no: &IdedExpr,
    ) -> Option<Typed> {
        let condition = self.of_kind(condition, &Type::Bool);
        let (yes, no) = (self.expression(yes), self.expression(no));
        let (condition, yes, no) = (condition?, yes?, no?);
        if yes.kind != no.kind || !yes.kind.is_single() {
            let message = format!(
                "the two results have no common type: {} and {}",
                yes.kind, no.kind
            );
            return self.flaw(part, message, None);
        }
        let cost = condition.cost + yes.cost.max(no.cost) + 1;
        let node = Node::If(
            Box::new(condition.node),
            Box::new(yes.node),
            Box::new(no.node),
        );
        Some(Typed::new(node, yes.kind, cost))
    }

    fn of_kind(&mut self, part: &IdedExpr, wanted: &Type) -> Option<Typed> {
        let typed = self.expression(part)?;
        if typed.kind == *wanted {
            return Some(typed);
        }
        self.flaw(
            part,
            format!("{wanted} is needed here, this is {}", typed.kind),
            None,
        )
    }
}

fn flatten<'a>(part: &'a IdedExpr, operator: &str, members: &mut Vec<&'a IdedExpr>) {
    match &part.expr {
        Expr::Call(call) if call.func_name == operator && call.target.is_none() => {
            call.args
                .iter()
                .for_each(|inner| flatten(inner, operator, members));
        }
        _ => members.push(part),
    }
}

/// The parts of an answer that conditions can look at.
fn parts_of(kind: &Type) -> Vec<(&str, AnswerPart, Type)> {
    match kind {
        Type::DateTime => vec![("date", AnswerPart::Day, Type::Date)],
        Type::Place => vec![
            ("code", AnswerPart::PlaceCode, Type::Text),
            ("departement", AnswerPart::PlaceDepartement, Type::Text),
            ("country", AnswerPart::PlaceCountry, Type::Text),
        ],
        Type::Registered => vec![("number", AnswerPart::Number, Type::Text)],
        Type::Location(shapes) => vec![
            ("shape", AnswerPart::Shape, Type::Choice(shapes.clone())),
            ("postcode", AnswerPart::Postcode, Type::Text),
            ("commune_code", AnswerPart::CommuneCode, Type::Text),
        ],
        Type::Coded => vec![("code", AnswerPart::Code, Type::Text)],
        Type::Address => vec![
            ("postcode", AnswerPart::Postcode, Type::Text),
            ("commune_code", AnswerPart::CommuneCode, Type::Text),
        ],
        Type::Identity => vec![
            ("birth_date", AnswerPart::BirthDate, Type::Date),
            ("birth_place_code", AnswerPart::BirthPlaceCode, Type::Text),
            (
                "birth_departement",
                AnswerPart::BirthDepartement,
                Type::Text,
            ),
            ("birth_country", AnswerPart::BirthCountry, Type::Text),
        ],
        Type::Table(columns) => columns
            .iter()
            .map(|(name, kind)| {
                let part = AnswerPart::Column(name.clone());
                (name.as_str(), part, kind.clone())
            })
            .collect(),
        Type::Linked { first, second } => vec![
            ("first", AnswerPart::First, Type::Choice(first.clone())),
            ("second", AnswerPart::Second, Type::Choice(second.clone())),
        ],
        Type::Pieces => vec![("other_way", AnswerPart::OtherWay, Type::Bool)],
        _ => Vec::new(),
    }
}
