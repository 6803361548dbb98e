//! Conditions that are made of choices, from the language of conditions and to it.

use jiff::civil::Date;

use super::questions::{Asked, Sort};

/// One choice: what is looked at, how, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub name: String,
    pub relation: Relation,
    /// What the answer is compared with; nothing for a relation that compares with nothing.
    pub value: String,
}

/// How an answer is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Is,
    IsNot,
    AtLeast,
    AtMost,
    Answered,
    Unanswered,
}

impl Relation {
    pub const ALL: [Self; 6] = [
        Self::Is,
        Self::IsNot,
        Self::AtLeast,
        Self::AtMost,
        Self::Answered,
        Self::Unanswered,
    ];

    /// Its name in what is sent.
    pub const fn term(self) -> &'static str {
        match self {
            Self::Is => "est",
            Self::IsNot => "pas",
            Self::AtLeast => "min",
            Self::AtMost => "max",
            Self::Answered => "dit",
            Self::Unanswered => "vide",
        }
    }

    pub fn of(term: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|relation| relation.term() == term)
    }

    /// Whether it compares with something.
    pub const fn compares(self) -> bool {
        !matches!(self, Self::Answered | Self::Unanswered)
    }

    const fn sign(self) -> &'static str {
        match self {
            Self::Is => "==",
            Self::IsNot => "!=",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Answered | Self::Unanswered => "",
        }
    }
}

/// How several are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joined {
    All,
    Any,
}

impl Joined {
    const fn sign(self) -> &'static str {
        match self {
            Self::All => " && ",
            Self::Any => " || ",
        }
    }
}

/// The condition in its own language; none without a term that means something.
pub(super) fn written(joined: Joined, terms: &[Term], asked: &[Asked]) -> Option<String> {
    let written = terms.iter().filter_map(|term| {
        let question = asked.iter().find(|question| question.name == term.name)?;
        expression(term, question)
    });
    let written: Vec<String> = written.collect();
    (!written.is_empty()).then(|| written.join(joined.sign()))
}

/// One term in the language of conditions; none when it means nothing.
pub(super) fn expression(term: &Term, question: &Asked) -> Option<String> {
    let Term {
        name,
        relation,
        value,
    } = term;
    if !question.sort.relations().contains(relation) {
        return None;
    }
    match relation {
        Relation::Answered => return Some(format!("answered({name})")),
        Relation::Unanswered => return Some(format!("!answered({name})")),
        _ => {}
    }
    let literal = literal(question, value)?;
    Some(match (question.sort, relation) {
        (Sort::Several, Relation::Is) => format!("{literal} in {name}"),
        (Sort::Several, _) => format!("!({literal} in {name})"),
        _ => format!("{name} {} {literal}", relation.sign()),
    })
}

/// A value as the language of conditions writes it; none when the question cannot have it.
fn literal(question: &Asked, value: &str) -> Option<String> {
    let offered = question.answers.iter().any(|answer| answer.value == value);
    match question.sort {
        Sort::YesNo => offered.then(|| value.to_owned()),
        Sort::One | Sort::Several => offered.then(|| format!("\"{value}\"")),
        Sort::Integer => value.parse::<i64>().ok().map(|number| number.to_string()),
        Sort::Decimal => decimal(value).map(|number| format!("decimal(\"{number}\")")),
        Sort::Amount => decimal(value).map(|number| format!("eur(\"{number}\")")),
        Sort::Date => value
            .parse::<Date>()
            .ok()
            .map(|date| format!("date(\"{date}\")")),
        Sort::Free => None,
    }
}

/// Digits, and decimals after a point or a comma.
fn decimal(typed: &str) -> Option<String> {
    let number = typed.trim().replace(',', ".");
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, "0"));
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    (digits(whole, 12) && digits(decimals, 6)).then_some(number)
}

/// The terms of a condition, when it is made of nothing else.
pub(super) fn read(code: &str, asked: &[Asked]) -> Option<(Joined, Vec<Term>)> {
    let code = plain(code);
    if code.is_empty() {
        return None;
    }
    let joined = if code.contains("||") {
        Joined::Any
    } else {
        Joined::All
    };
    let parts = code.split(joined.sign().trim());
    let terms: Option<Vec<Term>> = parts
        .map(|part| asked.iter().find_map(|question| term(part, question)))
        .collect();
    Some((joined, terms?))
}

fn plain(text: &str) -> String {
    text.replace('\'', "\"")
        .split_whitespace()
        .collect::<String>()
}

/// What a part of a condition says of a question, when it says something of that one alone.
fn term(part: &str, question: &Asked) -> Option<Term> {
    let name = question.name.as_str();
    if !part.contains(name) {
        return None;
    }
    let made = |relation, value: &str| Term {
        name: name.to_owned(),
        relation,
        value: value.to_owned(),
    };
    if question.sort == Sort::YesNo {
        if part == name {
            return Some(made(Relation::Is, "true"));
        }
        if part.strip_prefix('!') == Some(name) {
            return Some(made(Relation::Is, "false"));
        }
    }
    Relation::ALL.into_iter().find_map(|relation| {
        let value = match relation {
            Relation::Answered | Relation::Unanswered => "",
            _ if question.sort == Sort::Several => within(part)?,
            relation => bare(part.strip_prefix(name)?.strip_prefix(relation.sign())?),
        };
        let term = made(relation, value);
        let own = expression(&term, question)?;
        (plain(&own) == part).then_some(term)
    })
}

/// What stands in quotes.
fn within(part: &str) -> Option<&str> {
    part.split('"').nth(1)
}

/// A value without what says its sort.
fn bare(text: &str) -> &str {
    within(text).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::super::questions::Answer;
    use super::*;

    fn question(name: &str, sort: Sort, values: &[&str]) -> Asked {
        let answers = values.iter().map(|value| Answer {
            value: (*value).to_owned(),
            label: (*value).to_owned(),
        });
        Asked {
            name: name.to_owned(),
            label: name.to_owned(),
            sort,
            answers: answers.collect(),
        }
    }

    fn questions() -> Vec<Asked> {
        vec![
            question("document", Sort::One, &["copy", "extract"]),
            question("needs", Sort::Several, &["school", "canteen"]),
            question("here", Sort::YesNo, &["true", "false"]),
            question("name", Sort::Free, &[]),
            question("age", Sort::Integer, &[]),
            question("rent", Sort::Amount, &[]),
            question("born", Sort::Date, &[]),
            question("problem.first", Sort::One, &["road", "noise"]),
        ]
    }

    fn term(name: &str, relation: Relation, value: &str) -> Term {
        Term {
            name: name.to_owned(),
            relation,
            value: value.to_owned(),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        use Relation::{Answered, AtLeast, AtMost, Is, IsNot, Unanswered};
        let asked = questions();
        for (terms, joined, code) in [
            (
                vec![term("document", Is, "copy")],
                Joined::All,
                "document == \"copy\"",
            ),
            (
                vec![term("needs", IsNot, "school")],
                Joined::All,
                "!(\"school\" in needs)",
            ),
            (
                vec![term("here", Is, "false"), term("name", Unanswered, "")],
                Joined::Any,
                "here == false || !answered(name)",
            ),
            (
                vec![
                    term("document", IsNot, "copy"),
                    term("needs", Is, "canteen"),
                    term("needs", Answered, ""),
                ],
                Joined::All,
                "document != \"copy\" && \"canteen\" in needs && answered(needs)",
            ),
            (
                vec![
                    term("age", AtLeast, "18"),
                    term("rent", AtMost, "800.00"),
                    term("born", AtLeast, "2010-09-01"),
                ],
                Joined::All,
                "age >= 18 && rent <= eur(\"800.00\") && born >= date(\"2010-09-01\")",
            ),
            (
                vec![term("problem.first", Is, "road")],
                Joined::All,
                "problem.first == \"road\"",
            ),
        ] {
            assert_eq!(written(joined, &terms, &asked).as_deref(), Some(code));
            assert_eq!(read(code, &asked), Some((joined, terms)), "{code}");
        }
    }

    #[test]
    fn what_is_more_than_choices_is_left_to_its_author() {
        let asked = questions();
        assert_eq!(read("document=='copy'", &asked).unwrap().1.len(), 1);
        assert_eq!(
            read("!here", &asked).unwrap().1,
            [term("here", Relation::Is, "false")]
        );
        for by_hand in [
            "age > 3",
            "document == \"copy\" && here == true || here == false",
            "size(needs) > 1",
            "document == name",
            "age >= 18 + 1",
        ] {
            assert_eq!(read(by_hand, &asked), None, "{by_hand}");
        }
    }

    #[test]
    fn only_what_a_question_can_answer_is_written() {
        use Relation::{AtLeast, Is};
        let asked = questions();
        for term in [
            term("document", Is, "\" || true || \""),
            term("age", Is, "18 || true"),
            term("rent", AtLeast, "1e9"),
            term("born", Is, "2027-02-30"),
            term("document", AtLeast, "copy"),
            term("elsewhere", Is, "copy"),
        ] {
            let code = written(Joined::All, std::slice::from_ref(&term), &asked);
            assert_eq!(code, None, "{term:?}");
        }
    }
}
