//! From answers to what a browser posts, for any form: what a story does not say is filled according to its kind.

use parvis_form::{
    Answer, Answers, At, Block, Element, Entries, Field, Identity, Kind, Pieces, PlaceAnswer, Row,
    Step, entries_of,
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
        Kind::ShortText(_) => Answer::Text("Rien à signaler".to_owned()),
        Kind::LongText(_) => Answer::Text("Je suis à votre disposition pour en parler.".to_owned()),
        Kind::Integer(integer) => Answer::Integer(integer.min),
        Kind::Date(_) => Answer::Date(asker.today),
        Kind::YesNo(_) => Answer::YesNo(random.chance(50)),
        Kind::Choice(choice) => {
            let chosen = choice.options.get(random.below(choice.options.len()));
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
        Kind::Email(_) => Answer::Email(asker.person.email.clone()),
        Kind::Phone(_) => Answer::Phone(asker.person.phone_e164()),
        Kind::Address(_) => Answer::Address(asker.person.address.clone()),
        Kind::Commune(_) => Answer::Place(commune_of(asker, random)),
        Kind::Identity(_) => Answer::Identity(Identity {
            birth_place: Some(commune_of(asker, random)),
            ..asker.person.identity()
        }),
        Kind::Piece(piece) => Answer::Pieces(Pieces {
            files: Vec::new(),
            other_way: piece.other_way,
        }),
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
