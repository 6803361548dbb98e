//! From answers to what a browser posts, for any form: what a story does not say is filled according to its kind.

use std::collections::BTreeMap;

use parvis_form::{
    Amount, Answer, Answers, At, Block, Coded, Element, Entries, Field, Identity, Kind, Linked,
    Location, NameSource, Pieces, PlaceAnswer, Registered, Row, Signature, Step, TableRow,
    entries_of,
};
use parvis_kernel::RowId;

use super::Asker;
use crate::demonstration::random::Random;

/// What a browser posts for a step.
pub(in super::super) fn entries_of_step(
    step: &Step,
    answers: &Answers,
    asker: &Asker<'_>,
    random: &mut Random,
) -> Entries {
    let mut entries = Entries::new();
    for element in &step.elements {
        match element {
            Element::Field(field) => post(&mut entries, field, At::Form, answers, asker, random),
            Element::Block(block) => post_rows(&mut entries, block, answers, asker, random),
            Element::Explanation(_) => {}
        }
    }
    entries
}

/// What a browser posts for some fields of a form: those of a request.
pub(in super::super) fn entries_of_fields<'f>(
    fields: impl Iterator<Item = &'f Field>,
    answers: &Answers,
    asker: &Asker<'_>,
    random: &mut Random,
) -> Entries {
    let mut entries = Entries::new();
    for field in fields {
        post(&mut entries, field, At::Form, answers, asker, random);
    }
    entries
}

fn post(
    entries: &mut Entries,
    field: &Field,
    at: At<'_>,
    answers: &Answers,
    asker: &Asker<'_>,
    random: &mut Random,
) {
    let answer = match answers.get(field.id.as_str()) {
        Some(answer) => answer.clone(),
        None if field.optional => return,
        None => plausible(&field.kind, asker, random),
    };
    entries.extend(entries_of(field, at, &answer));
}

fn post_rows(
    entries: &mut Entries,
    block: &Block,
    answers: &Answers,
    asker: &Asker<'_>,
    random: &mut Random,
) {
    let rows = match answers.get(block.id.as_str()) {
        Some(Answer::Rows(rows)) => rows.clone(),
        _ => (0..block.min).map(|_| empty_row()).collect(),
    };
    for row in rows {
        let ids = entries.entry(block.id.to_string()).or_default();
        ids.push(row.id.to_string());
        let at = At::Row {
            block: &block.id,
            row: row.id,
        };
        for field in &block.fields {
            post(entries, field, at, &row.cells, asker, random);
        }
    }
}

fn empty_row() -> Row {
    Row {
        id: RowId::new(),
        cells: Answers::new(),
    }
}

/// An answer that the kind accepts.
fn plausible(kind: &Kind, asker: &Asker<'_>, random: &mut Random) -> Answer {
    match kind {
        Kind::ShortText(text) => Answer::Text(match &text.pattern {
            Some(pattern) => pattern.example().to_owned(),
            None => "Rien à signaler".to_owned(),
        }),
        Kind::LongText(_) => Answer::Text("Je suis à votre disposition pour en parler.".to_owned()),
        Kind::Integer(integer) => Answer::Integer(integer.min),
        Kind::Decimal(decimal) => Answer::Decimal(decimal.min),
        Kind::Amount(amount) => Answer::Amount(Amount { cents: amount.min }),
        Kind::Date(_) => Answer::Date(asker.today),
        Kind::DateTime(_) => Answer::DateTime(asker.today.at(14, 30, 0, 0)),
        Kind::YesNo(_) => Answer::YesNo(random.chance(50)),
        Kind::Choice(choice) => {
            let chosen = choice.options.get(random.below(choice.options.len()));
            Answer::Choice(
                chosen
                    .map(|option| option.value.clone())
                    .unwrap_or_default(),
            )
        }
        Kind::Select(select) => {
            let chosen = select.options.get(random.below(select.options.len()));
            Answer::Choice(
                chosen
                    .map(|option| option.value.clone())
                    .unwrap_or_default(),
            )
        }
        Kind::Choices(choices) => {
            let first = choices.options.iter().take(1);
            Answer::Choices(first.map(|option| option.value.clone()).collect())
        }
        Kind::Table(table) => Answer::TableRow(TableRow {
            value: table
                .listed()
                .next()
                .map(|row| row.value)
                .unwrap_or_default(),
            label: String::new(),
            columns: BTreeMap::new(),
        }),
        Kind::Linked(linked) => {
            let first = linked.options.get(random.below(linked.options.len()));
            Answer::Linked(Linked {
                first: first.map(|option| option.value.clone()).unwrap_or_default(),
                second: first
                    .and_then(|option| option.options.first())
                    .map(|option| option.value.clone()),
            })
        }
        Kind::Email(_) => Answer::Email(asker.person.email.clone()),
        Kind::Phone(_) => Answer::Phone(asker.person.phone_e164()),
        Kind::Siren(_) => Answer::Siren("123456782".to_owned()),
        Kind::Siret(_) => Answer::Siret("12345678200010".to_owned()),
        // The example of the registry of IBAN formats: no bank bears it.
        Kind::Iban(_) => Answer::Iban("FR1420041010050500013M02606".to_owned()),
        Kind::VehiclePlate(_) => Answer::VehiclePlate("AA-123-AA".to_owned()),
        Kind::Address(_) => Answer::Address(asker.person.address.clone()),
        Kind::Commune(_) => Answer::Place(commune_of(asker, random)),
        Kind::Departement => Answer::Departement(coded("64")),
        Kind::Region => Answer::Region(coded("75")),
        Kind::Country => Answer::Country(coded("FR")),
        Kind::Epci => Answer::Epci(coded("200067106")),
        Kind::Association => Answer::Association(body("W641000123", "Les amis du gave")),
        Kind::Company => Answer::Company(body("73282932000074", "Menuiserie du gave")),
        Kind::School => Answer::School(body("0750655E", "École du bourg")),
        // A dossier can only name another one of the same person: a story that needs it says which.
        Kind::Dossier => Answer::Dossier(String::new()),
        Kind::Map(_) => Answer::Location(Location {
            geometry: None,
            address: Some(asker.town.address(random)),
        }),
        Kind::Identity(_) => Answer::Identity(Identity {
            birth_place: Some(commune_of(asker, random)),
            ..asker.person.identity()
        }),
        Kind::Consent(_) => Answer::Consent(true),
        Kind::Signature(_) => Answer::Signature(Signature {
            name: format!(
                "{} {}",
                asker.person.identity().first_names,
                asker.person.identity().family_name
            ),
        }),
        // Never posted: the house computes it.
        Kind::Computed(_) | Kind::Fee(_) => Answer::YesNo(false),
        Kind::Piece(piece) => Answer::Pieces(Pieces {
            files: Vec::new(),
            other_way: piece.other_way,
        }),
    }
}

/// An element of an official list; its name is read from its code.
fn coded(code: &str) -> Coded {
    Coded {
        code: code.to_owned(),
        name: String::new(),
    }
}

/// A body of a register, as a person names it.
fn body(number: &str, name: &str) -> Registered {
    Registered {
        number: Some(number.to_owned()),
        name: name.to_owned(),
        source: NameSource::Declared,
    }
}

/// A commune of the neighbourhood.
pub(super) fn commune_of(asker: &Asker<'_>, random: &mut Random) -> PlaceAnswer {
    let address = asker.town.address(random);
    PlaceAnswer::Commune {
        departement: address.commune_code.chars().take(2).collect(),
        code: address.commune_code,
        name: address.commune,
    }
}
