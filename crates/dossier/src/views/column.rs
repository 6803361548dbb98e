//! The columns of a list.

use std::sync::Arc;

use parvis_access::Role;
use parvis_demarche::Revision;
use parvis_form::{Sensitivity, Text};
use parvis_kernel::ProcedureId;

use crate::export::questions;

/// Columns at most.
const MOST: usize = 12;

/// A column that an agent chose; the dossier itself always stands first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// The procedure.
    Procedure,
    /// The day of the deposit.
    Deposited,
    /// Where it stands.
    State,
    /// What silence leads to, and when.
    Due,
    /// Who took it.
    Agent,
    /// The answer to a question, by its stable identifier: `quotient`, `enfants.prenom`.
    Answer(String),
}

impl Column {
    /// Those of a list without a view.
    pub const USUAL: [Self; 4] = [Self::Procedure, Self::State, Self::Due, Self::Agent];
    /// Those that every dossier has.
    pub const FIXED: [Self; 5] = [
        Self::Procedure,
        Self::Deposited,
        Self::State,
        Self::Due,
        Self::Agent,
    ];

    /// The stable word.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Procedure => "procedure".to_owned(),
            Self::Deposited => "deposited".to_owned(),
            Self::State => "state".to_owned(),
            Self::Due => "due".to_owned(),
            Self::Agent => "agent".to_owned(),
            Self::Answer(id) => format!("answer:{id}"),
        }
    }

    /// The column of a stable word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let mut fixed = Self::FIXED.into_iter();
        let is_id = |id: &&str| {
            let fits = |sign: char| sign.is_ascii_alphanumeric() || "_.-".contains(sign);
            !id.is_empty() && id.len() <= 200 && id.chars().all(fits)
        };
        let answer = code.strip_prefix("answer:").filter(is_id);
        fixed
            .find(|column| column.code() == code)
            .or_else(|| answer.map(|id| Self::Answer(id.to_owned())))
    }

    /// Columns as a row keeps them.
    pub(crate) fn written(columns: &[Self]) -> String {
        let codes: Vec<String> = columns.iter().map(Self::code).collect();
        codes.join(" ")
    }

    /// The columns of a row.
    pub(crate) fn read(written: &str) -> Vec<Self> {
        written
            .split(' ')
            .filter_map(Self::of_code)
            .take(MOST)
            .collect()
    }

    /// The columns that were chosen, those kept from before in their order, each once.
    pub(crate) fn chosen(before: &[Self], codes: &[String]) -> Vec<Self> {
        let wanted: Vec<Self> = codes
            .iter()
            .filter_map(|code| Self::of_code(code))
            .collect();
        let kept = before.iter().filter(|column| wanted.contains(column));
        let mut chosen: Vec<Self> = Vec::new();
        for column in kept.chain(&wanted) {
            if !chosen.contains(column) && chosen.len() < MOST {
                chosen.push(column.clone());
            }
        }
        chosen
    }
}

/// The questions whose answers may be columns for an agent of this role.
///
/// A list shows many persons at once, and over a shoulder: what the law protects most (RGPD art. 9 and 10) is read in its dossier
/// only, and what exposes a person is listed to those who instruct.
pub(crate) fn offered(
    procedure: Option<ProcedureId>,
    revisions: &[Arc<Revision>],
    role: Role,
) -> Vec<(String, Text)> {
    let may_be_listed = |sensitivity: Sensitivity| match sensitivity {
        Sensitivity::Ordinary => true,
        Sensitivity::Sensitive => role == Role::Instructeur,
        Sensitivity::HighlySensitive => false,
    };
    questions(procedure, revisions)
        .into_iter()
        .filter(|question| may_be_listed(question.sensitivity))
        .map(|question| (question.id, question.label))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_read_back_as_they_were_written_and_nothing_else_is_read() {
        let columns = [Column::Due, Column::Answer("enfants.prenom".to_owned())];
        assert_eq!(Column::written(&columns), "due answer:enfants.prenom");
        assert_eq!(Column::read("due answer:enfants.prenom"), columns);
        assert_eq!(Column::read("due answer: answer:a'b x"), [Column::Due]);
    }

    #[test]
    fn what_was_chosen_keeps_its_order_and_what_is_new_comes_last() {
        let codes = ["agent", "procedure", "due", "due"].map(str::to_owned);
        let before = [Column::Due, Column::State, Column::Agent];
        let chosen = Column::chosen(&before, &codes);
        assert_eq!(chosen, [Column::Due, Column::Agent, Column::Procedure]);
    }
}
