//! The answers of a dossier in words, in groups under a title: before the deposit with a way to change each, and after it.

use parvis_demarche::Revision;
use parvis_form::answer::EntryErrorKind;
use parvis_form::{
    Answers, At, FieldId, Form, Part, Shown, Step, SummaryRow, SummaryStep, summary,
};
use parvis_kernel::RowId;
use parvis_web::{Change, Line, Row, Visit, Wording};

use crate::addresses::Addresses;
use crate::answer::RowPlace;
use crate::model::{Author, Dossier, Identification, Piece};
use crate::prefill::{self, Prefilled, Reader};
use crate::said::Said;

/// A group of answers under one title.
pub(crate) struct Card {
    /// The title.
    pub(crate) title: Wording,
    /// Questions and answers.
    pub(crate) rows: Vec<Row>,
}

/// The answers of a dossier, to be told to who gave them.
pub(crate) struct Answered<'a> {
    pub(crate) visit: &'a Visit,
    pub(crate) at: &'a Addresses,
    pub(crate) dossier: &'a Dossier,
    pub(crate) revision: &'a Revision,
    pub(crate) answers: &'a Answers,
    /// The files that are held: what was found in one is told instead of a link.
    pub(crate) pieces: &'a [Piece],
    /// Where the answers that the person did not type came from.
    pub(crate) prefilled: &'a Prefilled,
    /// Whether each answer has a way to change it.
    pub(crate) can_change: bool,
}

impl Answered<'_> {
    /// The groups: for whom, then a group for each step and for each row of its blocks. Hidden answers are not told.
    pub(crate) fn cards(&self) -> Vec<Card> {
        let mut cards: Vec<Card> = self.people().into_iter().collect();
        for step in summary(&self.revision.form, self.answers, self.visit.tongues()) {
            self.step(&step, &mut cards);
        }
        cards
    }

    /// Who fills the dossier in and for whom; nothing for somebody who stays unknown.
    fn people(&self) -> Option<Card> {
        let people = &self.dossier.people;
        if self.dossier.identification == Identification::Anonymous {
            return None;
        }
        let mut rows = vec![self.changed(self.row("check-beneficiary", &people.label()))];
        if let Author::Helper {
            name, structure, ..
        } = &people.author
        {
            let structure = structure.as_ref().map(|text| text.as_str());
            let lines = [Some(name.as_str()), structure];
            let lines: Vec<&str> = lines.into_iter().flatten().collect();
            rows.push(self.changed(self.row("check-helper", &lines.join("\n"))));
        }
        if let Some(email) = &people.contact.email {
            rows.push(self.row("check-email", email));
        }
        Some(Card {
            title: self.visit.say("check-people").into(),
            rows,
        })
    }

    fn row(&self, key: &str, answer: &str) -> Row {
        let answer = match answer {
            "" => self.visit.say("check-no-answer"),
            answer => answer,
        };
        Row::new(self.visit.say(key), answer)
    }

    /// A row of the people, with the link to their page, which then comes back.
    fn changed(&self, row: Row) -> Row {
        if !self.can_change {
            return row;
        }
        let href = format!("{}?retour=verifier", self.at.people());
        row.change(self.visit.say("check-change"), href)
    }

    /// The answers of a step, those of each row of a block under their own title.
    fn step(&self, step: &SummaryStep, cards: &mut Vec<Card>) {
        let mut title = &step.title;
        let mut rows = Vec::new();
        for answered in &step.rows {
            let wanted = match &answered.row {
                Some(row) => &row.title,
                None => &step.title,
            };
            if wanted != title {
                push(cards, self.said(title), &mut rows);
                title = wanted;
            }
            rows.push(self.answer(answered));
        }
        push(cards, self.said(title), &mut rows);
    }

    /// Words that were already put in the language of the reader.
    fn said(&self, shown: &Shown) -> Wording {
        Said::shown(self.visit, shown.clone()).into()
    }

    fn answer(&self, answered: &SummaryRow) -> Row {
        let mut row = Row::new(self.said(&answered.label), "");
        // The names of the files come first: they are told as links.
        let said = answered.lines.iter().skip(answered.pieces.len());
        row.lines = said.map(|line| self.line(line)).collect();
        for piece in &answered.pieces {
            let mut held = self.pieces.iter().filter(|held| held.id == piece.id);
            if held.any(|held| held.examination.infection.is_some()) {
                let named = [("name", &piece.name)];
                row = row.line(self.visit.say_with("examine-named-blocked-own", &named));
                continue;
            }
            let size = self.visit.size(piece.size);
            row = row.link(format!("{} ({size})", piece.name), self.at.piece(piece.id));
        }
        if row.lines.is_empty() {
            let nothing = match answered.is_computed {
                true => "check-not-computed",
                false => "check-no-answer",
            };
            row.lines.push(Line {
                text: self.visit.say(nothing).into(),
                href: None,
            });
        }
        row.note = self.provenance(answered).unwrap_or_default().into();
        let can_change = self.can_change && !answered.is_computed;
        row.change = can_change.then(|| self.change(answered));
        row
    }

    /// Where an answer came from, when the person did not type it.
    fn provenance(&self, answered: &SummaryRow) -> Option<String> {
        let brought = self.prefilled.of(&answered.field)?;
        let field = self.revision.form.field(answered.field.as_str())?;
        let about = (field, brought);
        Some(prefill::said(
            self.visit,
            Reader::Person,
            about,
            self.answers,
        ))
    }

    fn line(&self, shown: &Shown) -> Line {
        Line {
            text: self.said(shown),
            href: None,
        }
    }

    /// The link to the input where an answer is changed: its page then comes back.
    fn change(&self, answered: &SummaryRow) -> Change {
        let input = input_of(&self.revision.form, answered);
        let step = page_of(
            self.at,
            &self.revision.form,
            answered.step.as_str(),
            answered.row.as_ref().map(|row| (&row.block, row.id)),
        );
        let text = match &answered.row {
            None => self.visit.say("check-change").into(),
            Some(row) => {
                let name = row.name.as_deref().map(Wording::from);
                let name = name.unwrap_or_else(|| self.said(&row.title));
                Wording::quoting(&name, |row| {
                    self.visit.say_with("check-change-row", &[("row", row)])
                })
            }
        };
        Change {
            text,
            href: format!("{step}?retour=verifier#{input}"),
        }
    }
}

fn push(cards: &mut Vec<Card>, title: Wording, rows: &mut Vec<Row>) {
    if !rows.is_empty() {
        cards.push(Card {
            title,
            rows: std::mem::take(rows),
        });
    }
}

/// The page where something of a step is changed: that of its row, when rows have pages.
pub(crate) fn page_of(
    at: &Addresses,
    form: &Form,
    step: &str,
    row: Option<(&FieldId, RowId)>,
) -> String {
    let paged = form.step(step).and_then(Step::paged);
    match (paged, row) {
        (Some(paged), Some((block, row))) if paged.id == *block => at.row(&RowPlace {
            step: step.to_owned(),
            block: block.to_string(),
            row,
        }),
        _ => at.step(step),
    }
}

/// The input where an answer is changed.
fn input_of(form: &Form, answered: &SummaryRow) -> String {
    let at = match &answered.row {
        Some(row) => At::Row {
            block: &row.block,
            row: row.id,
        },
        None => At::Form,
    };
    match form.field(answered.field.as_str()) {
        Some(field) => field
            .error(at, Part::Whole, EntryErrorKind::Required)
            .input_name(),
        None => at.name(&answered.field, Part::Whole),
    }
}
