//! Reading the text of a condition with the parser of the `cel` crate.

use cel::common::ast::{Expr, IdedExpr, SourceInfo};

use super::Flaw;
use crate::definition::limits;

/// A read condition, and where each of its parts stands in the text.
pub(crate) struct Parsed {
    pub(crate) tree: IdedExpr,
    places: SourceInfo,
}

impl Parsed {
    /// Where a part starts, in characters from the start of the text.
    pub(crate) fn offset(&self, part: &IdedExpr) -> usize {
        let start = first_token(part, &self.places);
        start.unwrap_or_default() as usize
    }
}

/// A call and an operator are placed where their name stands; what people look for is where the
/// expression begins.
fn first_token(part: &IdedExpr, places: &SourceInfo) -> Option<u32> {
    let own = places.offset_for(part.id).map(|(start, _)| start);
    let first_child = match &part.expr {
        Expr::Call(call) => call.target.as_deref().or_else(|| {
            let is_operator = call.func_name.starts_with('_') || call.func_name.starts_with('@');
            call.args.first().filter(|_| is_operator)
        }),
        Expr::Select(select) => Some(select.operand.as_ref()),
        _ => None,
    };
    let inner = first_child.and_then(|child| first_token(child, places));
    own.into_iter().chain(inner).min()
}

/// Reads a condition. The parser's own macros are off: `exists` and `all` stay calls.
pub(crate) fn parse(source: &str) -> Result<Parsed, Flaw> {
    if source.chars().count() > limits::EXPRESSION {
        let message = format!(
            "the condition is longer than {} characters",
            limits::EXPRESSION
        );
        return Err(Flaw::new(0, message));
    }
    let parser = cel::Env::default()
        .with_optional_support(false)
        .parser()
        .max_recursion_depth(60);
    match parser.parse_with_source_info(source) {
        Ok((tree, places)) => Ok(Parsed { tree, places }),
        Err(errors) => Err(first_flaw(source, &errors)),
    }
}

fn first_flaw(source: &str, errors: &cel::ParseErrors) -> Flaw {
    let Some(error) = errors.errors.first() else {
        return Flaw::new(0, "the condition does not read");
    };
    let (line, column) = error.pos;
    let lines_before = usize::try_from(line - 1).unwrap_or_default();
    let before: usize = source
        .split_inclusive('\n')
        .take(lines_before)
        .map(|line| line.chars().count())
        .sum();
    let offset = before + usize::try_from(column - 1).unwrap_or_default();
    let reason = error.msg.lines().next().unwrap_or_default();
    Flaw::new(offset, format!("the condition does not read: {reason}"))
        .expecting("an expression such as `age >= 18 && town == 'rennes'`")
}

/// The bare names in a condition: what it might look at, before any check.
pub(crate) fn mentioned_names(part: &IdedExpr, names: &mut Vec<String>) {
    match &part.expr {
        Expr::Ident(name) => names.push(name.clone()),
        Expr::Call(call) => {
            for inner in call.target.as_deref().into_iter().chain(&call.args) {
                mentioned_names(inner, names);
            }
        }
        Expr::Select(select) => mentioned_names(&select.operand, names),
        Expr::List(list) => list
            .elements
            .iter()
            .for_each(|inner| mentioned_names(inner, names)),
        _ => {}
    }
}
