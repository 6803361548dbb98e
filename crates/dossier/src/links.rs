//! Other dossiers of the person, that an answer names.
//!
//! A number is accepted when whoever fills the dossier may open the one that it names, in the same organisation. To everybody
//! else it is refused with the same words as a number that nobody has.

use std::collections::BTreeSet;

use parvis_access::Right;
use parvis_form::{Answer, Answers, Entries, Form, Kind, NotOwn, OwnDossiers};
use parvis_kernel::Ctx;
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::Number;

/// Numbers that are looked up for one page, at most.
const LOOKED_UP: usize = 100;

/// The dossiers that the person may open, among those that were named.
#[derive(Debug, Default)]
pub(crate) struct Own {
    numbers: Vec<Number>,
}

/// Every number that is well formed: for pages, which only show again what acts accepted or refused.
pub(crate) struct AsTyped;

impl OwnDossiers for Own {
    fn number(&self, typed: &str) -> Result<String, NotOwn> {
        let number = Number::parse(typed).ok_or(NotOwn::NotNumber)?;
        if self.numbers.contains(&number) {
            Ok(number.as_str().to_owned())
        } else {
            Err(NotOwn::NotTheirs)
        }
    }
}

impl OwnDossiers for AsTyped {
    fn number(&self, typed: &str) -> Result<String, NotOwn> {
        let number = Number::parse(typed).ok_or(NotOwn::NotNumber)?;
        Ok(number.as_str().to_owned())
    }
}

/// Which of the dossiers named by what was typed the person may open. What is kept was accepted already, perhaps in a
/// session that could open more.
///
/// # Errors
/// A failure of the store.
pub(crate) fn own(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    filled: &Number,
    kept: &Answers,
    typed: &[&str],
) -> Result<Own, DossierError> {
    let mut numbers = numbers_in(kept);
    let typed: BTreeSet<&str> = typed.iter().copied().take(LOOKED_UP).collect();
    for number in typed.into_iter().filter_map(Number::parse) {
        if number == *filled || numbers.contains(&number) {
            continue;
        }
        match desk::open(ctx, tx, desk, &number, Right::HoldDossier) {
            Ok(_) => numbers.push(number),
            Err(error) if is_refusal(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Own { numbers })
}

/// The dossiers that answers name: they were accepted when they were recorded.
pub(crate) fn accepted(answers: &Answers) -> Own {
    Own {
        numbers: numbers_in(answers),
    }
}

const fn is_refusal(error: &DossierError) -> bool {
    matches!(
        error,
        DossierError::NotFound | DossierError::Access(_) | DossierError::Transferred { .. }
    )
}

/// What was typed in the questions that ask for another dossier.
pub(crate) fn typed_in<'e>(form: &Form, entries: &'e Entries) -> Vec<&'e str> {
    let asked = form
        .fields()
        .filter(|field| matches!(field.kind, Kind::Dossier));
    let mut typed = Vec::new();
    for field in asked {
        let id = field.id.as_str();
        let own = entries.iter().filter(|(name, _)| {
            name.strip_suffix(id)
                .is_some_and(|before| before.is_empty() || before.ends_with('.'))
        });
        typed.extend(own.flat_map(|(_, values)| values.iter().map(String::as_str)));
    }
    typed
}

/// The numbers of dossiers that answers hold, those of rows included.
pub(crate) fn texts_of(answers: &Answers) -> Vec<&str> {
    let mut numbers = Vec::new();
    for (_, answer) in answers.iter() {
        match answer {
            Answer::Dossier(number) => numbers.push(number.as_str()),
            Answer::Rows(rows) => numbers.extend(rows.iter().flat_map(|row| texts_of(&row.cells))),
            _ => {}
        }
    }
    numbers
}

fn numbers_in(answers: &Answers) -> Vec<Number> {
    let texts = texts_of(answers).into_iter();
    texts.filter_map(Number::parse).collect()
}
