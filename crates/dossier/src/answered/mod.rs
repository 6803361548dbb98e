//! The answers of a dossier in words, in groups under a title: before the deposit with a way to change each, and after it.

use parvis_demarche::Revision;
use parvis_form::answer::EntryErrorKind;
use parvis_form::{Answers, At, Form, Part, SummaryRow, SummaryStep, summary};
use parvis_kernel::Language;
use parvis_web::{Line, Link, Row, Visit, Wording, typography};

use crate::addresses::Addresses;
use crate::model::{Author, Dossier, Identification, Piece};

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
    /// Whether each answer has a way to change it.
    pub(crate) can_change: bool,
}

impl Answered<'_> {
    /// The groups: for whom, then a group for each step and for each row of its blocks. Hidden answers are not told.
    pub(crate) fn cards(&self) -> Vec<Card> {
        let mut cards: Vec<Card> = self.people().into_iter().collect();
        for step in summary(&self.revision.form, self.answers, self.visit.language) {
            self.step(&step, &mut cards);
        }
        cards
    }

    /// Words of an author that were already put in the language of the page.
    fn author(&self, words: &str, is_french: bool) -> Wording {
        match self.visit.language {
            Language::French => typography(words).into(),
            Language::English if is_french => Wording::french(typography(words)),
            Language::English => words.into(),
        }
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
        let mut title = (&step.title, step.is_title_french);
        let mut rows = Vec::new();
        for answered in &step.rows {
            let wanted = match &answered.row {
                Some(row) => (&row.title, row.is_title_french),
                None => (&step.title, step.is_title_french),
            };
            if wanted != title {
                push(cards, self.author(title.0, title.1), &mut rows);
                title = wanted;
            }
            rows.push(self.answer(answered));
        }
        push(cards, self.author(title.0, title.1), &mut rows);
    }

    fn answer(&self, answered: &SummaryRow) -> Row {
        let label = self.author(&answered.label, answered.is_label_french);
        let mut row = Row::new(label, "");
        // The names of the files come first: they are told as links.
        let said = answered.lines.iter().skip(answered.pieces.len());
        row.lines = said.map(|text| self.line(text, answered)).collect();
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
            row.lines.push(Line {
                text: self.visit.say("check-no-answer").into(),
                href: None,
            });
        }
        row.change = self.can_change.then(|| self.change(answered));
        row
    }

    fn line(&self, text: &str, answered: &SummaryRow) -> Line {
        let is_foreign = answered.are_lines_french && self.visit.language != Language::French;
        Line {
            text: match is_foreign {
                true => Wording::french(text),
                false => text.into(),
            },
            href: None,
        }
    }

    /// The link to the input where an answer is changed: its page then comes back.
    fn change(&self, answered: &SummaryRow) -> Link {
        let input = input_of(&self.revision.form, answered);
        let step = self.at.step(answered.step.as_str());
        let mut change = Link::new(
            self.visit.say("check-change"),
            format!("{step}?retour=verifier#{input}"),
        );
        if let Some(of_row) = &answered.row {
            let row = of_row.name.as_ref().unwrap_or(&of_row.title);
            change.text = self.visit.say_with("check-change-row", &[("row", row)]);
        }
        change
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
