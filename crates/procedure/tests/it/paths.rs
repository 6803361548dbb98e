//! Every path through every procedure of the library ends: nobody is left in front of a question that cannot be answered.

use std::collections::BTreeSet;

use parvis_form::{
    Answer, Answers, At, Barrier, Block, Element, Entries, EntryError, EntryErrorKind, Field, Form,
    Journey, Kind, Part, Row, Step, normalise, validate,
};
use parvis_kernel::{Language, RowId};
use serde_json::Value;

use crate::examples::{Examples, examples};
use crate::world::{PAPER, TODAY, asking, surroundings};

/// Paths of one procedure at most: more, and nobody can read them over.
const MOST: usize = 6_000;

/// What is met on the way.
struct Paths<'f> {
    name: &'f str,
    form: &'f Form,
    /// The questions that some rule looks at: only they are answered in several ways.
    deciding: BTreeSet<String>,
    met: BTreeSet<String>,
    /// Why people were turned away.
    turned_away: BTreeSet<String>,
    /// How many steps each path that ends with a deposit has.
    deposited: BTreeSet<usize>,
    count: usize,
}

#[test]
fn every_path_ends_and_every_question_is_on_a_path() {
    for (name, source, form) in asking() {
        let mut paths = Paths {
            name,
            form: &form,
            deciding: deciding(&form, source),
            met: BTreeSet::new(),
            turned_away: BTreeSet::new(),
            deposited: BTreeSet::new(),
            count: 0,
        };
        paths.at_step(0, &Answers::new());
        for step in form.steps() {
            for reason in &step.ineligible {
                let message = reason.message.in_language(Language::French);
                assert!(
                    paths.turned_away.contains(message),
                    "{name}: nobody reads {message}"
                );
            }
            for field in step.elements.iter().flat_map(Element::fields) {
                assert!(
                    paths.met.contains(field.id.as_str()),
                    "{name}: nobody meets {}",
                    field.id
                );
            }
        }
        let lengths = (paths.deposited.first(), paths.deposited.last());
        let Examples { short, long, .. } = examples(name);
        assert_eq!(
            lengths,
            (Some(&short.path.len()), Some(&long.path.len())),
            "{name}: the fewest and the most steps"
        );
    }
}

/// The names that stand in the rules of a file.
fn deciding(form: &Form, source: &str) -> BTreeSet<String> {
    fn walk(value: &Value, rules: &mut String) {
        match value {
            Value::Object(members) => {
                for (key, member) in members {
                    match (key.as_str(), member) {
                        ("if" | "rule" | "required_if", Value::String(rule)) => {
                            rules.push_str(rule);
                            rules.push(' ');
                        }
                        _ => walk(member, rules),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, rules)),
            _ => {}
        }
    }
    let mut rules = String::new();
    let file: Value = serde_saphyr::from_str(source).unwrap();
    walk(&file, &mut rules);
    let words: BTreeSet<&str> = rules
        .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .collect();
    let named = form.fields().map(|field| field.id.as_str());
    let named = named.filter(|id| words.contains(id));
    named.map(str::to_owned).collect()
}

impl<'f> Paths<'f> {
    fn at_step(&mut self, place: usize, answers: &Answers) {
        let Some(step) = self.form.steps().get(place) else {
            return self.end(answers);
        };
        if Journey::new(self.form, answers, TODAY)
            .step(step.id.as_str())
            .is_none()
        {
            return self.at_step(place + 1, answers);
        }
        self.at_element(place, step, 0, answers);
    }

    fn at_element(&mut self, place: usize, step: &'f Step, element: usize, answers: &Answers) {
        let Some(shown) = step.elements.get(element) else {
            return match Journey::new(self.form, answers, TODAY).barrier() {
                Some(barrier) => self.turned_away(barrier),
                None => self.at_step(place + 1, answers),
            };
        };
        for answered in self.answered(step, shown, answers) {
            self.at_element(place, step, element + 1, &answered);
        }
    }

    /// The answers so far, with each way of answering one more element.
    fn answered(&mut self, step: &Step, element: &'f Element, answers: &Answers) -> Vec<Answers> {
        let journey = Journey::new(self.form, answers, TODAY);
        let met = journey.step(step.id.as_str());
        match element {
            Element::Field(field) => {
                let shown =
                    met.is_some_and(|met| met.fields().any(|(shown, _)| shown.id == field.id));
                if !shown || field.is_computed() {
                    return vec![answers.clone()];
                }
                self.met.insert(field.id.to_string());
                let ways = self.ways(field, At::Form).into_iter();
                let set = ways.map(|answer| {
                    let mut answers = answers.clone();
                    answers.set(&field.id, answer);
                    answers
                });
                set.collect()
            }
            Element::Block(block) => self.rows(block, answers),
            _ => vec![answers.clone()],
        }
    }

    /// No row where none is needed, and the fewest rows, all alike, in each of their ways.
    fn rows(&mut self, block: &'f Block, answers: &Answers) -> Vec<Answers> {
        let ids: Vec<RowId> = (0..block.min.max(1)).map(|_| RowId::new()).collect();
        let mut ways = vec![Answers::new()];
        for field in &block.fields {
            let mut longer = Vec::new();
            for cells in ways {
                let row = with_rows(block, &ids, &cells, answers);
                let journey = Journey::new(self.form, &row, TODAY);
                let shown = journey.steps().iter().any(|met| {
                    met.fields()
                        .any(|(shown, row)| shown.id == field.id && row.is_some())
                });
                if !shown || field.is_computed() {
                    longer.push(cells);
                    continue;
                }
                self.met.insert(field.id.to_string());
                let at = At::Row {
                    block: &block.id,
                    row: ids[0],
                };
                for answer in self.ways(field, at) {
                    let mut cells = cells.clone();
                    cells.set(&field.id, answer);
                    longer.push(cells);
                }
            }
            ways = longer;
        }
        let none = (block.min == 0).then(|| answers.clone());
        let rows = ways
            .into_iter()
            .map(|cells| with_rows(block, &ids, &cells, answers));
        none.into_iter().chain(rows).collect()
    }

    /// The ways of answering a question that matter: one, or several when a rule looks at it.
    fn ways(&self, field: &Field, at: At<'_>) -> Vec<Option<Answer>> {
        let decides = self.deciding.contains(field.id.as_str());
        let mut ways = Vec::new();
        for sample in samples(&field.kind) {
            let entries: Entries = sample
                .into_iter()
                .map(|(part, values)| (at.name(&field.id, part), values))
                .collect();
            let read = normalise(field, at, &entries, &surroundings());
            ways.extend(read.ok());
        }
        if !decides {
            ways.truncate(1);
        } else if field.optional {
            ways.push(None);
        }
        assert!(
            !ways.is_empty(),
            "{}: {} cannot be answered",
            self.name,
            field.id
        );
        ways
    }

    /// Who cannot make the request reads why, and who can help.
    fn turned_away(&mut self, barrier: Barrier<'_>) {
        self.count();
        let message = barrier.why.message.in_language(Language::French);
        self.turned_away.insert(message.to_owned());
    }

    fn count(&mut self) {
        self.count += 1;
        assert!(self.count <= MOST, "{}: too many paths", self.name);
    }

    fn end(&mut self, answers: &Answers) {
        self.count();
        if let Err(errors) = validate(self.form, answers, &surroundings()) {
            let corrected = errors.iter().all(is_own_check);
            assert!(corrected, "{}: {errors:?}", self.name);
            return;
        }
        let journey = Journey::new(self.form, answers, TODAY);
        self.deposited.insert(journey.steps().len());
        let missing = journey
            .missing()
            .iter()
            .map(|missing| missing.field.as_str());
        let missing: Vec<&str> = missing.collect();
        assert!(
            journey.is_complete(),
            "{}: {missing:?} is missing after {answers:?}",
            self.name
        );
    }
}

/// Whether the author's own rule says what to correct.
fn is_own_check(error: &EntryError) -> bool {
    matches!(error.kind, EntryErrorKind::Check { .. })
}

fn with_rows(block: &Block, ids: &[RowId], cells: &Answers, answers: &Answers) -> Answers {
    let mut answers = answers.clone();
    let rows = ids.iter().map(|id| Row {
        id: *id,
        cells: cells.clone(),
    });
    answers.insert(block.id.clone(), Answer::Rows(rows.collect()));
    answers
}

type Sample = Vec<(Part, Vec<String>)>;

fn one(value: impl Into<String>) -> Sample {
    vec![(Part::Whole, vec![value.into()])]
}

fn parts(parts: &[(Part, &str)]) -> Sample {
    let parts = parts.iter();
    parts
        .map(|(part, value)| (*part, vec![(*value).to_owned()]))
        .collect()
}

/// What people may type, one or several ways.
fn samples(kind: &Kind) -> Vec<Sample> {
    match kind {
        Kind::YesNo(_) => vec![one("yes"), one("no")],
        Kind::Choice(choice) => {
            let options = choice.options.iter();
            options.map(|option| one(option.value.as_str())).collect()
        }
        Kind::Choices(choices) => {
            let values = choices
                .options
                .iter()
                .map(|option| option.value.to_string());
            let values: Vec<String> = values.collect();
            let singles = values.iter().map(one);
            let all = vec![(Part::Whole, values.clone())];
            singles.chain([all]).collect()
        }
        Kind::Integer(integer) => {
            let bounds = [integer.min, integer.max];
            bounds.iter().map(|bound| one(bound.to_string())).collect()
        }
        Kind::Date(_) => [TODAY.tomorrow().unwrap(), TODAY.yesterday().unwrap(), TODAY]
            .map(|date| {
                parts(&[
                    (Part::Day, &date.day().to_string()),
                    (Part::Month, &date.month().to_string()),
                    (Part::Year, &date.year().to_string()),
                ])
            })
            .into(),
        Kind::Email(_) => vec![one("anne.martin@exemple.fr")],
        Kind::Phone(_) => vec![one("06 39 98 12 34")],
        Kind::Address(_) | Kind::Map(_) => vec![parts(&[
            (Part::Street, "rue de la Gare"),
            (Part::Postcode, "49000"),
            (Part::Commune, "Angers"),
        ])],
        Kind::Commune(_) => vec![one("Angers")],
        Kind::Identity(_) => ["1990", "2010", "2017", "2024"]
            .map(|year| {
                parts(&[
                    (Part::FamilyName, "Martin"),
                    (Part::FirstNames, "Anne"),
                    (Part::BirthDay, "12"),
                    (Part::BirthMonth, "5"),
                    (Part::BirthYear, year),
                    (Part::BirthPlace, "Angers"),
                ])
            })
            .into(),
        Kind::Piece(_) => vec![one(PAPER), parts(&[(Part::OtherWay, "yes")])],
        Kind::ShortText(text) => match &text.pattern {
            Some(pattern) => vec![one(pattern.example())],
            None => vec![one("Quelques mots")],
        },
        Kind::LongText(_) => vec![one("Quelques mots")],
        Kind::Select(select) => {
            let options = select.options.iter();
            options.map(|option| one(option.value.as_str())).collect()
        }
        Kind::Decimal(_) => vec![one("12,5"), one("3")],
        Kind::DateTime(_) => vec![parts(&[
            (Part::Day, &TODAY.day().to_string()),
            (Part::Month, &TODAY.month().to_string()),
            (Part::Year, &TODAY.year().to_string()),
            (Part::Time, "14h30"),
        ])],
        Kind::Siren(_) => vec![one("123 456 782")],
        Kind::Siret(_) => vec![one("123 456 782 00010")],
        Kind::Iban(_) => vec![one("FR14 2004 1010 0505 0001 3M02 606")],
        Kind::VehiclePlate(_) => vec![one("AA-123-AA")],
        Kind::Consent(_) => vec![one("yes")],
        Kind::Signature(_) => vec![parts(&[
            (Part::Signed, "yes"),
            (Part::SignedName, "Anne Martin"),
        ])],
        Kind::Amount(amount) => {
            let cents = [amount.min.max(10_000), amount.max.min(5_000_000)];
            cents
                .map(|cents| one(format!("{},{:02}", cents / 100, cents % 100)))
                .into()
        }
        other => panic!("write what people type in the kind {}", other.term()),
    }
}
