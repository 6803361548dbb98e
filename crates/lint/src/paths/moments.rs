//! A form as a list of moments: each shows something, or leads elsewhere, under its condition.

use std::collections::BTreeMap;

use parvis_form::expression::{Condition, Turn};
use parvis_form::{Block, Element, Field, Step};

use super::Asked;
use crate::read::{Place, Subject, Tree};

/// One moment of a form.
pub(crate) struct Moment<'a> {
    pub what: What<'a>,
    /// Under which it happens.
    pub condition: Option<&'a Condition>,
    /// Where one goes when it does not: the number of another moment.
    pub otherwise: usize,
    /// The block in whose row it is.
    pub block: Option<&'a Block>,
    /// The step in which it is.
    pub step: Option<usize>,
    /// The place of its condition in the file.
    pub place: Place,
}

/// What happens in a moment.
#[derive(Clone, Copy)]
pub(crate) enum What<'a> {
    Step(&'a Step),
    Field(&'a Field),
    Block(&'a Block),
    /// A text; its words are read.
    Explanation(&'a str),
    /// Whoever is there cannot make the request.
    Ineligible,
    /// Leads to a group; one goes on when its condition does not hold.
    Route,
}

/// The moments of a form, and the answers that they look at.
pub(crate) fn moments<'a>(subject: &'a Subject<'a>) -> (Vec<Moment<'a>>, Vec<Asked<'a>>) {
    let mut list = List {
        moments: Vec::new(),
    };
    let written = subject
        .root
        .get("steps")
        .map(Tree::items)
        .unwrap_or_default();
    for (at, step) in subject.form.steps().iter().enumerate() {
        list.step(step, written.get(at).unwrap_or(&subject.root));
    }
    list.routes(subject);
    let asked = asked(subject, &list.moments);
    (list.moments, asked)
}

struct List<'a> {
    moments: Vec<Moment<'a>>,
}

impl<'a> List<'a> {
    fn push(
        &mut self,
        what: What<'a>,
        condition: Option<&'a Condition>,
        written: &Tree,
        within: Vec<String>,
    ) -> usize {
        let at = written.get("if").unwrap_or(written);
        self.moments.push(Moment {
            what,
            condition,
            otherwise: 0,
            block: None,
            step: None,
            place: at.place(within),
        });
        self.moments.len() - 1
    }

    fn step(&mut self, step: &'a Step, written: &Tree) {
        let name = step.id.to_string();
        let begins = self.push(
            What::Step(step),
            step.condition.as_ref(),
            written,
            vec![name.clone()],
        );
        let elements = written.get("elements").map(Tree::items).unwrap_or_default();
        for (at, element) in step.elements.iter().enumerate() {
            self.element(element, elements.get(at).unwrap_or(written), &name);
        }
        let reasons = written
            .get("ineligible")
            .map(Tree::items)
            .unwrap_or_default();
        for (at, one) in step.ineligible.iter().enumerate() {
            let tree = reasons.get(at).unwrap_or(written);
            let at = self.push(
                What::Ineligible,
                Some(&one.condition),
                tree,
                vec![name.clone()],
            );
            self.after(at);
        }
        self.after(begins);
        for moment in self.moments.iter_mut().skip(begins + 1) {
            moment.step = Some(begins);
        }
    }

    fn element(&mut self, element: &'a Element, written: &Tree, step: &str) {
        let within = |name: Option<&str>| {
            let names = [Some(step), name].into_iter().flatten();
            names.map(str::to_owned).collect::<Vec<_>>()
        };
        let condition = element.condition();
        match element {
            Element::Field(field) => {
                let at = self.push(
                    What::Field(field),
                    condition,
                    written,
                    within(Some(field.id.as_str())),
                );
                self.after(at);
            }
            Element::Block(block) => {
                let at = self.push(
                    What::Block(block),
                    condition,
                    written,
                    within(Some(block.id.as_str())),
                );
                self.rows(block, written, &within(Some(block.id.as_str())));
                self.after(at);
            }
            Element::Explanation(text) => {
                let said = text.text.in_language(parvis_kernel::Language::French);
                let at = self.push(What::Explanation(said), condition, written, within(None));
                self.after(at);
            }
            #[expect(unreachable_patterns, reason = "elements that ask nothing come and go")]
            _ => {}
        }
    }

    fn rows(&mut self, block: &'a Block, written: &Tree, within: &[String]) {
        let fields = written.get("fields").map(Tree::items).unwrap_or_default();
        for (at, field) in block.fields.iter().enumerate() {
            let mut names = within.to_vec();
            names.push(field.id.to_string());
            let written = fields.get(at).unwrap_or(written);
            let at = self.push(What::Field(field), field.condition.as_ref(), written, names);
            if let Some(moment) = self.moments.get_mut(at) {
                moment.block = Some(block);
            }
            self.after(at);
        }
    }

    fn routes(&mut self, subject: &'a Subject<'a>) {
        let written = subject
            .root
            .get("routing")
            .map(Tree::items)
            .unwrap_or_default();
        for (at, route) in subject.file.routing.iter().enumerate() {
            let condition = route.rule.as_ref().map(parvis_form::Rule::condition);
            let tree = written.get(at).unwrap_or(&subject.root);
            let at = self.push(What::Route, condition, tree, vec!["routing".to_owned()]);
            self.after(at);
        }
    }

    /// When a moment does not happen, one goes to what comes after all that was listed since.
    fn after(&mut self, at: usize) {
        let next = self.moments.len();
        if let Some(moment) = self.moments.get_mut(at) {
            moment.otherwise = next;
        }
    }
}

/// The fields and blocks that conditions look at, with the values to try.
fn asked<'a>(subject: &'a Subject<'a>, moments: &[Moment<'a>]) -> Vec<Asked<'a>> {
    let mut turns: BTreeMap<&str, Vec<Turn<'_>>> = BTreeMap::new();
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, moment) in moments.iter().enumerate() {
        for look in moment.condition.into_iter().flat_map(Condition::looks) {
            turns.entry(look.field).or_default().push(look.turn);
            last.insert(look.field, at);
        }
    }
    let mut asked = Vec::new();
    for (at, moment) in moments.iter().enumerate() {
        let found = match moment.what {
            What::Field(field) => turns.get_key_value(field.id.as_str()),
            What::Block(block) => turns.get_key_value(block.id.as_str()),
            _ => None,
        };
        let Some((name, turns)) = found else { continue };
        let last_use = last.get(name).copied().unwrap_or(at);
        match moment.what {
            What::Field(field) => {
                let question = subject
                    .questions
                    .iter()
                    .find(|question| question.field.id == field.id);
                let options = question.and_then(|question| question.written.get("options"));
                asked.push(Asked::field(at, field, options, turns, last_use));
            }
            What::Block(block) => asked.push(Asked::block(at, block, turns, last_use)),
            _ => {}
        }
    }
    asked
}
