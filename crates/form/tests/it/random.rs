//! Random conditions, forms and answers, from numbers that proptest draws and shrinks.

use parvis_form::{Amount, Answer, Answers, Decimal, Form, Row};
use parvis_kernel::RowId;
use proptest::prelude::*;

use crate::world::form;

/// A source of small numbers.
pub struct Draw<'a> {
    numbers: &'a [u32],
    next: usize,
}

impl<'a> Draw<'a> {
    pub fn new(numbers: &'a [u32]) -> Self {
        Self { numbers, next: 0 }
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.next += 1;
        self.numbers
            .get(self.next - 1)
            .map_or(0, |number| *number as usize % bound)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

pub fn numbers() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), 0..160)
}

#[derive(Clone, Copy, PartialEq)]
pub enum Sort {
    Int,
    Amount,
    Decimal,
    Text,
    YesNo,
    Choice,
    Choices,
    Rows,
}

/// A field that conditions may look at.
#[derive(Clone)]
pub struct Known {
    pub name: String,
    pub sort: Sort,
    /// The integer of each row, for a block.
    pub cell: String,
    /// Whether the house computes it.
    pub computed: bool,
}

const COLOURS: [&str; 3] = ["red", "blue", "green"];
const TEXTS: [&str; 4] = ["", "a", "ab", "été"];

/// A well-typed condition over some fields.
pub fn condition(draw: &mut Draw<'_>, known: &[Known], depth: usize) -> String {
    if depth > 0 {
        match draw.below(6) {
            0 => {
                return format!(
                    "({} && {})",
                    condition(draw, known, depth - 1),
                    condition(draw, known, depth - 1)
                );
            }
            1 => {
                return format!(
                    "({} || {})",
                    condition(draw, known, depth - 1),
                    condition(draw, known, depth - 1)
                );
            }
            2 => return format!("!({})", condition(draw, known, depth - 1)),
            3 => {
                let inner: Vec<_> = (0..3).map(|_| condition(draw, known, depth - 1)).collect();
                return format!("({} ? {} : {})", inner[0], inner[1], inner[2]);
            }
            _ => {}
        }
    }
    let field = known[draw.below(known.len())].clone();
    let name = &field.name;
    match field.sort {
        Sort::Int => {
            let operator = draw.pick(&["==", "!=", "<", "<=", ">", ">="]);
            let (left, right) = (draw.below(5), draw.below(9));
            match draw.below(8) {
                4 => format!("{name} / {} {operator} {right}", left + 1),
                5 => format!("-{name} % {} {operator} {right}", left + 1),
                6 => format!("max({name}, {left}) {operator} {right}"),
                7 => format!("min({left}, {name}) {operator} {right}"),
                0 => format!("{name} + {left} {operator} {right}"),
                1 => format!("-{name} * {left} {operator} {right} - {name}"),
                2 => format!("{name} in [{left}, {right}]"),
                _ => format!("{name} {operator} {right}"),
            }
        }
        Sort::Amount => ordered(draw, name, |euros, half| format!("eur('{euros}.{half}0')")),
        Sort::Decimal => ordered(draw, name, |whole, half| {
            format!("decimal('{whole}.{half}')")
        }),
        Sort::Text => {
            let text = draw.pick(&TEXTS);
            match draw.below(5) {
                0 => format!("{name}.startsWith('{text}')"),
                1 => format!("{name}.contains('{text}')"),
                2 => format!("size({name}) > {}", draw.below(3)),
                3 => format!("{name} != '{text}'"),
                _ => format!("{name} == '{text}'"),
            }
        }
        Sort::YesNo => format!("{name}{}", draw.pick(&["", " == true", " != true"])),
        Sort::Choice => match draw.below(2) {
            0 => format!("{name} == '{}'", draw.pick(&COLOURS)),
            _ => format!(
                "{name} in ['{}', '{}']",
                draw.pick(&COLOURS),
                draw.pick(&COLOURS)
            ),
        },
        Sort::Choices => match draw.below(3) {
            0 => format!("'{}' in {name}", draw.pick(&COLOURS)),
            1 => format!("{name}.all(one, one != '{}')", draw.pick(&COLOURS)),
            _ => format!("size({name}) > {}", draw.below(3)),
        },
        Sort::Rows => {
            let quantity = draw.pick(&["exists", "all"]);
            format!(
                "{name}.{quantity}(row, row.{} > {})",
                field.cell,
                draw.below(6)
            )
        }
    }
}

/// A condition on a number whose literals are `written`, in halves.
fn ordered(draw: &mut Draw<'_>, name: &str, written: impl Fn(usize, usize) -> String) -> String {
    let literal = |draw: &mut Draw<'_>| written(draw.below(7), 5 * draw.below(2));
    let (left, right) = (literal(draw), literal(draw));
    match draw.below(3) {
        0 => format!("{name} in [{left}, {right}]"),
        1 => format!("({name} < {left} ? {name} : {left}) != {right}"),
        _ => {
            let operator = draw.pick(&["==", "!=", "<", "<=", ">", ">="]);
            format!("{name} {operator} {right}")
        }
    }
}

/// An answer of the right type, of a wrong one, or none.
pub fn answer(draw: &mut Draw<'_>, field: &Known, always: bool) -> Option<Answer> {
    if always && field.computed {
        return None;
    }
    if !always {
        match draw.below(8) {
            0 | 1 => return None,
            2 => return Some(Answer::Text("stray".to_owned())),
            _ => {}
        }
    }
    Some(right_answer(draw, field))
}

fn right_answer(draw: &mut Draw<'_>, field: &Known) -> Answer {
    match field.sort {
        Sort::Int => Answer::Integer(draw.below(7) as i64),
        Sort::Amount => Answer::Amount(Amount {
            cents: 50 * draw.below(14) as i64,
        }),
        Sort::Decimal => Answer::Decimal(Decimal::new(50 * draw.below(14) as i64, 2).unwrap()),
        Sort::Text => Answer::Text(draw.pick(&TEXTS[1..]).to_owned()),
        Sort::YesNo => Answer::YesNo(draw.below(2) == 0),
        Sort::Choice => Answer::Choice(draw.pick(&COLOURS).to_owned()),
        Sort::Choices => {
            let first = draw.below(2);
            Answer::Choices(
                COLOURS[first..=first + draw.below(2)]
                    .iter()
                    .map(|colour| (*colour).to_owned())
                    .collect(),
            )
        }
        Sort::Rows => Answer::Rows(
            (0..=draw.below(3))
                .map(|_| {
                    let mut cells = Answers::new();
                    cells.insert(
                        field.cell.parse().unwrap(),
                        Answer::Integer(draw.below(7) as i64),
                    );
                    Row {
                        id: RowId::new(),
                        cells,
                    }
                })
                .collect(),
        ),
    }
}

/// A random form, and its fields.
pub fn random_form(draw: &mut Draw<'_>) -> (Form, Vec<Known>) {
    let mut known: Vec<Known> = Vec::new();
    let mut text = String::new();
    for step in 0..1 + draw.below(3) {
        text.push_str(&format!("- step: s{step}\n  title: S\n"));
        if !known.is_empty() && draw.below(3) == 0 {
            text.push_str(&format!("  if: \"{}\"\n", condition(draw, &known, 2)));
        }
        text.push_str("  elements:\n  - explanation: Lisez\n");
        for _ in 0..1 + draw.below(5) {
            if !known.is_empty() && draw.below(4) == 0 {
                computed(draw, &mut known, &mut text);
            } else {
                element(draw, &mut known, &mut text);
            }
        }
    }
    (form(&text), known)
}

fn element(draw: &mut Draw<'_>, known: &mut Vec<Known>, text: &mut String) {
    let name = format!("f{}", known.len());
    let shown = if !known.is_empty() && draw.below(2) == 0 {
        format!(", if: \"{}\"", condition(draw, known, 3))
    } else {
        String::new()
    };
    let optional = if draw.below(4) == 0 {
        ", optional: true"
    } else {
        ""
    };
    let colours =
        "options: [{value: red, label: R}, {value: blue, label: B}, {value: green, label: G}]";
    let (sort, kind) = match draw.below(8) {
        6 => (Sort::Amount, "amount".to_owned()),
        7 => (Sort::Decimal, "decimal, decimals: 2".to_owned()),
        0 => (Sort::Int, "integer".to_owned()),
        1 => (Sort::Text, "short_text".to_owned()),
        2 => (Sort::Choice, format!("choice, {colours}")),
        3 => (Sort::Choices, format!("choices, {colours}")),
        4 => (Sort::Rows, String::new()),
        _ => (Sort::YesNo, "yes_no".to_owned()),
    };
    let cell = format!("c{name}");
    if sort == Sort::Rows {
        let inner = if known.is_empty() {
            String::new()
        } else {
            format!(", if: \"{cell} > 2 && ({})\"", condition(draw, known, 1))
        };
        text.push_str(&format!(
            "  - {{block: {name}, title: B, row_title: R, max: 5{shown}, fields: [{{field: {cell}, label: C, kind: integer}}, {{field: d{name}, label: D, kind: yes_no{inner}}}]}}\n"
        ));
    } else {
        text.push_str(&format!(
            "  - {{field: {name}, label: L, kind: {kind}{optional}{shown}}}\n"
        ));
    }
    known.push(Known {
        name,
        sort,
        cell,
        computed: false,
    });
}

/// A computed field over what is known; what it computes may be undecided whatever is answered.
fn computed(draw: &mut Draw<'_>, known: &mut Vec<Known>, text: &mut String) {
    let name = format!("f{}", known.len());
    let (sort, value) = value(draw, known);
    text.push_str(&format!(
        "  - {{field: {name}, label: V, kind: computed, value: \"{value}\"}}\n"
    ));
    known.push(Known {
        name,
        sort,
        cell: String::new(),
        computed: true,
    });
}

/// A well-typed value over some fields.
fn value(draw: &mut Draw<'_>, known: &[Known]) -> (Sort, String) {
    let field = known[draw.below(known.len())].clone();
    let name = &field.name;
    match (field.sort, draw.below(4)) {
        (Sort::Int, 0) => (Sort::Int, format!("{name} * 9223372036854775807 + 1")),
        (Sort::Int, 1) => (
            Sort::Int,
            format!("{} / ({name} - {})", draw.below(9), draw.below(4)),
        ),
        (Sort::Int, 2) => (Sort::Int, format!("7 % {name}")),
        (Sort::Int, _) => (Sort::YesNo, format!("eur('1.00') * {name} > eur('2.50')")),
        (Sort::Rows, 0) => (Sort::Int, format!("{name}.sum(row, row.{})", field.cell)),
        (Sort::Rows, 1) => (
            Sort::Int,
            format!("{name}.max(row, row.{} + 1)", field.cell),
        ),
        (Sort::Rows, 2) => (
            Sort::Int,
            format!("{name}.count(row, row.{} > 2)", field.cell),
        ),
        (Sort::Rows, _) => (
            Sort::YesNo,
            format!("{name}.min(row, row.{}) == 1", field.cell),
        ),
        (_, 0) => (
            Sort::Text,
            format!("{} ? 'a' : 'ab'", condition(draw, known, 1)),
        ),
        (_, 1) => (Sort::YesNo, condition(draw, known, 1)),
        _ => (
            Sort::Int,
            format!("({}) ? 1 : 2", condition(draw, known, 1)),
        ),
    }
}

/// Random answers to the fields of a form, and to a stranger.
pub fn random_answers(draw: &mut Draw<'_>, known: &[Known], always: bool) -> Answers {
    let mut answers = Answers::new();
    for field in known {
        answers.set(&field.name.parse().unwrap(), answer(draw, field, always));
    }
    if !always && draw.below(4) == 0 {
        answers.insert("stranger".parse().unwrap(), Answer::YesNo(true));
    }
    answers
}
