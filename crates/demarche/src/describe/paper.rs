//! The blank form on paper: every question with room for its answer, and when it is asked.

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::response::Html;
use parvis_form::answer::Part;
use parvis_form::form::Element;
use parvis_form::kind::{ChoiceOption, LinkedOption};
use parvis_form::{Block, Field, Form, Kind, Reading, Step, Text};
use parvis_organisation::Service;
use parvis_procedure::DoorKind;
use parvis_web::{House, Link, PageError, Readings, Visit, Wording};

use super::published;
use crate::catalogue::Catalogue;
use crate::model::Revision;
use crate::prose::{Passage, Said};

#[derive(Template)]
#[template(path = "describe/paper.html")]
struct Page<'a> {
    visit: &'a Visit,
    links: Vec<Link>,
    title: Said,
    readings: Readings,
    service: Service,
    /// What to do with the sheet, door by door.
    doors: Vec<Said>,
    sections: Vec<Section>,
    declarations: Vec<Said>,
}

/// A step.
struct Section {
    title: Said,
    intro: Option<Said>,
    when: Option<Wording>,
    items: Vec<Item>,
}

/// What stands on the paper, one under the other.
enum Item {
    Words {
        said: Said,
        when: Option<Wording>,
    },
    Question(Question),
    /// Questions asked for each of several things.
    Rows {
        title: Said,
        when: Option<Wording>,
        /// The title of each row, with its questions.
        rows: Vec<(Said, Vec<Question>)>,
    },
}

struct Question {
    label: Said,
    hint: Option<Said>,
    when: Option<Wording>,
    optional: bool,
    room: Room,
}

/// Where the answer is written.
enum Room {
    /// Boxes to tick: one of them, or several.
    Boxes {
        labels: Vec<Wording>,
        several: bool,
        /// A last box, for something else to say in words.
        other: bool,
    },
    /// Lines, each with its name when there are several.
    Lines(Vec<String>),
    /// A large empty place.
    Area,
    /// Papers to join.
    Joined,
}

/// Rows of a block on one sheet at most; who needs more copies the sheet.
const ROWS: u32 = 3;

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Path(slug): Path<String>,
    visit: Visit,
) -> Result<Html<String>, PageError> {
    let (revision, service) = published(&house, &visit, catalogue, slug).await?;
    if !revision.file.is_made_here() {
        return Err(PageError::not_found());
    }
    Ok(Html(page(&visit, &revision, service).render()?))
}

fn page<'a>(visit: &'a Visit, revision: &Revision, service: Service) -> Page<'a> {
    let file = &revision.file;
    let scribe = Scribe {
        visit,
        form: &revision.form,
    };
    let brought = file
        .doors
        .iter()
        .filter(|door| door.kind != DoorKind::Phone);
    let title = scribe.said(&file.title);
    Page {
        visit,
        links: vec![
            Link::new(visit.say("layout-home"), visit.url("/")),
            Link::new(
                &title.text,
                visit.url(&format!("/demarches/{}", revision.slug)),
            )
            .in_language(title.language),
        ],
        title,
        readings: visit.readings(&file.languages()),
        service,
        doors: brought.map(|door| scribe.said(&door.text)).collect(),
        sections: revision
            .form
            .steps()
            .iter()
            .map(|step| scribe.section(step))
            .collect(),
        declarations: file
            .declarations
            .iter()
            .map(|declared| scribe.said(declared))
            .collect(),
    }
}

/// Says whether something is written there: what the house computes is not on paper.
const fn is_asked(element: &Element) -> bool {
    !matches!(element, Element::Field(field) if field.is_computed())
}

/// Writes the form in the language of the visit.
struct Scribe<'a> {
    visit: &'a Visit,
    form: &'a Form,
}

impl Scribe<'_> {
    fn said(&self, text: &Text) -> Said {
        Said::of(self.visit, text)
    }

    fn section(&self, step: &Step) -> Section {
        let condition = step.condition.as_ref();
        Section {
            title: self.said(&step.title),
            intro: step.intro.as_ref().map(|intro| self.said(intro)),
            when: condition.map(|condition| self.when(&condition.reading(self.form))),
            items: step
                .elements
                .iter()
                .filter(|element| is_asked(element))
                .map(|element| self.item(element))
                .collect(),
        }
    }

    fn item(&self, element: &Element) -> Item {
        let condition = element.condition();
        let when = condition.map(|condition| self.when(&condition.reading(self.form)));
        match element {
            Element::Field(field) => Item::Question(self.question(field)),
            Element::Explanation(explanation) => Item::Words {
                said: self.said(&explanation.text),
                when: condition.map(|own| self.only("paper-read-if", &own.reading(self.form))),
            },
            Element::Block(block) => Item::Rows {
                title: self.said(&block.title),
                when,
                rows: self.rows(block),
            },
        }
    }

    fn rows(&self, block: &Block) -> Vec<(Said, Vec<Question>)> {
        let title = self.said(&block.row_title);
        let rows = (1..=block.max.min(ROWS)).map(|number| {
            let asked = block.fields.iter().filter(|field| !field.is_computed());
            let questions = asked.map(|field| self.question(field));
            (title.clone().numbered(number as usize), questions.collect())
        });
        rows.collect()
    }

    fn question(&self, field: &Field) -> Question {
        let condition = field.condition.as_ref();
        Question {
            label: self.said(&field.label),
            hint: field.hint.as_ref().map(|hint| self.said(hint)),
            when: condition.map(|condition| self.when(&condition.reading(self.form))),
            optional: field.is_always_optional(),
            room: self.room(&field.kind),
        }
    }

    fn room(&self, kind: &Kind) -> Room {
        match kind {
            Kind::YesNo(_) => {
                let words = ["field-yes", "field-no"].map(|key| self.visit.say(key).to_owned());
                let labels = words.map(Wording::from);
                Room::Boxes {
                    labels: labels.into(),
                    several: false,
                    other: false,
                }
            }
            Kind::Choice(choice) => self.boxes(&choice.options, false, choice.other),
            Kind::Choices(choices) => self.boxes(&choices.options, true, choices.other),
            Kind::Select(select) => self.boxes(&select.options, false, false),
            Kind::Linked(linked) => Room::Boxes {
                labels: linked
                    .options
                    .iter()
                    .flat_map(|first| self.both(first))
                    .collect(),
                several: false,
                other: false,
            },
            Kind::Consent(_) => Room::Boxes {
                labels: vec![self.visit.say("field-yes").into()],
                several: false,
                other: false,
            },
            Kind::Table(table) if !table.is_searched() => Room::Boxes {
                labels: table
                    .listed()
                    .map(|row| self.said(&row.label).into())
                    .collect(),
                several: false,
                other: false,
            },
            Kind::LongText(_) => Room::Area,
            Kind::Piece(_) => Room::Joined,
            other => Room::Lines(self.lines(&other.parts())),
        }
    }

    fn boxes(&self, options: &[ChoiceOption], several: bool, other: bool) -> Room {
        let labels = options.iter().map(|option| self.said(&option.label).into());
        Room::Boxes {
            labels: labels.collect(),
            several,
            other,
        }
    }

    /// The boxes of an option that may lead to others.
    fn both(&self, first: &LinkedOption) -> Vec<Wording> {
        let own = self.said(&first.label);
        if first.options.is_empty() {
            return vec![own.into()];
        }
        let options = first.options.iter();
        let named = options.map(|second| {
            let second = self.said(&second.label);
            Wording::joined([own.clone().into(), second.into()], " – ")
        });
        named.collect()
    }

    /// The names of the lines of an answer in several parts; a date is one line.
    fn lines(&self, parts: &[Part]) -> Vec<String> {
        let mut lines = Vec::new();
        for part in parts {
            let name = match part {
                Part::Month | Part::Year | Part::BirthMonth | Part::BirthYear => continue,
                Part::CommuneCode | Part::Code | Part::BirthPlaceCode => continue,
                Part::Whole => String::new(),
                Part::Day => self.visit.say("paper-date").to_owned(),
                Part::BirthDay => self.visit.say("paper-birth-date").to_owned(),
                named => {
                    let key = format!("field-part-{}", named.suffix());
                    self.visit.say(&key).to_owned()
                }
            };
            lines.push(name);
        }
        lines
    }

    /// When a question is asked, in a sentence.
    fn when(&self, reading: &Reading) -> Wording {
        self.only("paper-only-if", reading)
    }

    fn only(&self, key: &str, reading: &Reading) -> Wording {
        Wording::quoting_all(&[self.clause(reading)], |places| {
            self.visit.say_with(key, &[("clause", places.concat())])
        })
    }

    fn clause(&self, reading: &Reading) -> Wording {
        let label = |field: &parvis_form::FieldId| {
            let field = self.form.field(field.as_str());
            field.map_or_else(Wording::default, |field| self.said(&field.label).into())
        };
        let about = |key: &str, field| {
            Wording::quoting_all(&[label(field)], |places| {
                self.visit.say_with(key, &[("question", places.concat())])
            })
        };
        match reading {
            Reading::All(all) => self.joined(all, "paper-and"),
            Reading::Any(any) => self.joined(any, "paper-or"),
            Reading::Chosen { field, options, is } => {
                let key = if *is {
                    "paper-chosen"
                } else {
                    "paper-not-chosen"
                };
                let words = options.iter().map(|option| self.said(option).into());
                let options = Wording::joined(words, self.visit.say("paper-or-option"));
                Wording::quoting_all(&[label(field), options], |places| {
                    let values = ["question", "options"].into_iter().zip(places);
                    self.visit.say_with(key, &values.collect::<Vec<_>>())
                })
            }
            Reading::YesNo { field, yes } => {
                let key = if *yes {
                    "paper-said-yes"
                } else {
                    "paper-said-no"
                };
                about(key, field)
            }
            Reading::Answered { field, is } => {
                let key = if *is {
                    "paper-answered"
                } else {
                    "paper-not-answered"
                };
                about(key, field)
            }
            Reading::Learned(_) => self.visit.say("paper-learned").into(),
        }
    }

    fn joined(&self, readings: &[Reading], key: &str) -> Wording {
        let clauses = readings.iter().map(|reading| self.clause(reading));
        Wording::joined(clauses, self.visit.say(key))
    }
}
