//! The questions that a condition can look back at, and a condition in words.

use parvis_procedure::edit::{Document, Path};
use parvis_web::Visit;

use super::terms::{Joined, Relation, Term, read};

/// A question that a condition can look back at.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub name: String,
    pub label: String,
    pub sort: Sort,
    pub answers: Vec<Answer>,
}

/// How its answer is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    YesNo,
    One,
    Several,
    Integer,
    Decimal,
    Amount,
    Date,
    /// It can only be answered or not.
    Free,
}

/// One answer that can be chosen.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub value: String,
    pub label: String,
}

impl Sort {
    fn of(kind: &str) -> Self {
        match kind {
            "yes_no" => Self::YesNo,
            "choice" | "select" | "linked" => Self::One,
            "choices" => Self::Several,
            "integer" => Self::Integer,
            "decimal" => Self::Decimal,
            "amount" => Self::Amount,
            "date" => Self::Date,
            _ => Self::Free,
        }
    }

    /// What can be asked of such an answer.
    pub const fn relations(self) -> &'static [Relation] {
        use Relation::{Answered, AtLeast, AtMost, Is, IsNot, Unanswered};
        match self {
            Self::YesNo | Self::One | Self::Several => &[Is, IsNot, Answered, Unanswered],
            Self::Integer | Self::Decimal | Self::Amount | Self::Date => {
                &[AtLeast, AtMost, Is, IsNot, Answered, Unanswered]
            }
            Self::Free => &[Answered, Unanswered],
        }
    }

    /// The key of the words of a relation.
    pub const fn words(self, relation: Relation) -> &'static str {
        match (self, relation) {
            (Self::Several, Relation::Is) => "editor-relation-holds",
            (Self::Several, Relation::IsNot) => "editor-relation-holds-not",
            (Self::Date, Relation::AtLeast) => "editor-relation-from",
            (Self::Date, Relation::AtMost) => "editor-relation-until",
            (_, Relation::Is) => "editor-relation-is",
            (_, Relation::IsNot) => "editor-relation-is-not",
            (_, Relation::AtLeast) => "editor-relation-at-least",
            (_, Relation::AtMost) => "editor-relation-at-most",
            (_, Relation::Answered) => "editor-relation-answered",
            (_, Relation::Unanswered) => "editor-relation-unanswered",
        }
    }
}

impl Asked {
    /// A value as people read it.
    pub fn value_said<'a>(&'a self, value: &'a str) -> &'a str {
        let own = self.answers.iter().find(|answer| answer.value == value);
        own.map_or(value, |answer| answer.label.as_str())
    }

    /// A term in words.
    pub fn said(&self, visit: &Visit, term: &Term) -> String {
        let relation = visit.say(self.sort.words(term.relation));
        let question = visit.say_with("editor-condition-question", &[("question", &self.label)]);
        match term.relation.compares() {
            true => {
                let value = self.value_said(&term.value);
                let value = visit.say_with("editor-condition-value", &[("value", value)]);
                format!("{question} {relation} {value}")
            }
            false => format!("{question} {relation}"),
        }
    }
}

/// Every question of a text: to say conditions in words.
pub(in super::super) struct Questions(Vec<Asked>);

impl Questions {
    pub fn of(document: &Document, visit: &Visit) -> Self {
        let mut found = Vec::new();
        for step in document.items(&Path::root().child("steps")) {
            for element in document.items(&step.path.child("elements")) {
                for field in document.items(&element.path.child("fields")) {
                    found.extend(asked(document, &field.path, visit));
                }
                found.extend(asked(document, &element.path, visit));
            }
        }
        Self(found)
    }

    /// A condition in words; none when it is more than choices.
    pub fn said(&self, visit: &Visit, code: &str) -> Option<String> {
        said(visit, code, &self.0)
    }
}

/// A condition in words; none when it is more than choices.
pub(super) fn said(visit: &Visit, code: &str, asked: &[Asked]) -> Option<String> {
    let (joined, terms) = read(code, asked)?;
    let between = match joined {
        Joined::All => visit.say("editor-condition-and"),
        Joined::Any => visit.say("editor-condition-or"),
    };
    let said = terms.iter().filter_map(|term| {
        let question = asked.iter().find(|question| question.name == term.name)?;
        Some(question.said(visit, term))
    });
    Some(said.collect::<Vec<_>>().join(&format!(" {between} ")))
}

/// The questions asked before a part: those of the steps before, of its own before it, and of its row in a block.
pub(super) fn asked_before(document: &Document, part: &Path, visit: &Visit) -> Vec<Asked> {
    let part = document.named(part);
    let mut found = Vec::new();
    for step in document.items(&Path::root().child("steps")) {
        if step.path == part {
            break;
        }
        for element in document.items(&step.path.child("elements")) {
            if element.path == part {
                return found;
            }
            let fields = element.path.child("fields");
            if part.is_within(&fields) {
                for field in document.items(&fields) {
                    if field.path == part {
                        return found;
                    }
                    found.extend(asked(document, &field.path, visit));
                }
            }
            found.extend(asked(document, &element.path, visit));
        }
    }
    found
}

fn asked(document: &Document, path: &Path, visit: &Visit) -> Option<Asked> {
    let name = document.word(&path.child("field"));
    if name.is_empty() {
        return None;
    }
    let kind = document.word(&path.child("kind"));
    let sort = Sort::of(kind);
    let answer = |value: &str, key: &str| Answer {
        value: value.to_owned(),
        label: visit.say(key).to_owned(),
    };
    let answers = match sort {
        Sort::YesNo => vec![answer("true", "editor-yes"), answer("false", "editor-no")],
        Sort::One | Sort::Several => {
            let options = document.items(&path.child("options")).into_iter();
            let options = options.map(|option| Answer {
                value: document.word(&option.path.child("value")).to_owned(),
                label: super::super::outline::short(
                    &document.words(&option.path.child("label")),
                    visit,
                ),
            });
            let other = document.flag(&path.child("other")) == Some(true);
            let other = other.then(|| answer("other", "editor-condition-other"));
            options.chain(other).collect()
        }
        _ => Vec::new(),
    };
    Some(Asked {
        name: match kind {
            "linked" => format!("{name}.first"),
            _ => name.to_owned(),
        },
        label: super::super::outline::short(&document.words(&path.child("label")), visit),
        sort,
        answers,
    })
}
