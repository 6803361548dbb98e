//! The account to which a payment goes: whole for who checks it, masked for everybody else of the service.

use parvis_demarche::{Holder, Payment, ProcedureFile, Revision};
use parvis_form::{Answer, Answers};
use parvis_kernel::{Language, Personal};
use serde::{Deserialize, Serialize};

use crate::model::People;

/// The account of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Account {
    /// Its IBAN, without spaces.
    pub(crate) iban: Personal<String>,
    /// Whose it must be.
    pub(crate) holder: Personal<String>,
}

/// With what the account was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Proved {
    /// A file of the dossier: the RIB.
    Piece,
    /// A RIB that was shown.
    Shown,
    /// The answer of the bank, or of the comptable.
    Bank,
}

/// What a second agent checked; sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AccountCheck {
    /// The account that they read.
    pub(crate) account: Account,
    /// With what they compared it.
    pub(crate) by: Proved,
}

impl Proved {
    pub(crate) const ALL: [Self; 3] = [Self::Piece, Self::Shown, Self::Bank];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Piece => "piece",
            Self::Shown => "montre",
            Self::Bank => "banque",
        }
    }

    pub(crate) fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}

impl Account {
    /// The account that the answers of a dossier name; nothing while they name none.
    pub(crate) fn of(
        payment: &Payment,
        revision: &Revision,
        answers: &Answers,
        people: &People,
    ) -> Option<Self> {
        let iban = match answers.get(payment.iban.as_str())? {
            Answer::Iban(iban) => iban.clone(),
            _ => return None,
        };
        let holder = match &payment.holder {
            Holder::Identity => people.label(),
            Holder::Field(id) => {
                let field = revision.form.field(id.as_str())?;
                let lines = field.in_words(answers.get(id.as_str())?, Language::French);
                lines.into_iter().next()?.words
            }
        };
        Some(Self {
            iban: iban.into(),
            holder: holder.into(),
        })
    }

    /// The IBAN as people read it, by groups of four.
    pub(crate) fn grouped(&self) -> String {
        let mut grouped = String::new();
        for (place, sign) in self.iban.chars().enumerate() {
            if place > 0 && place.is_multiple_of(4) {
                grouped.push(' ');
            }
            grouped.push(sign);
        }
        grouped
    }

    /// The IBAN masked, by groups of four.
    pub(crate) fn hint(&self) -> String {
        let masked = Self {
            iban: mask(&self.iban).into(),
            holder: self.holder.clone(),
        };
        masked.grouped()
    }
}

/// The answers as everybody of the service reads them: the account that is paid is masked. Its country and its last three signs are
/// enough to speak of it; a masked one still has the shape of an IBAN, and never the right checksum.
pub(crate) fn masked(file: &ProcedureFile, mut answers: Answers) -> Answers {
    let Some(payment) = &file.payment else {
        return answers;
    };
    if let Some(Answer::Iban(iban)) = answers.get(payment.iban.as_str()) {
        let masked = mask(iban);
        answers.insert(payment.iban.clone(), Answer::Iban(masked));
    }
    answers
}

fn mask(iban: &str) -> String {
    let end = iban.chars().count().saturating_sub(3);
    let signs = iban.chars().enumerate();
    signs
        .map(|(place, sign)| if (4..end).contains(&place) { 'X' } else { sign })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_account_keeps_its_country_and_its_end() {
        let account = Account {
            iban: "FR1420041010050500013M02606".to_owned().into(),
            holder: "Zoé LENOIR".to_owned().into(),
        };
        assert_eq!(account.hint(), "FR14 XXXX XXXX XXXX XXXX XXXX 606");
        assert_eq!(account.grouped(), "FR14 2004 1010 0505 0001 3M02 606");
        assert!(!format!("{account:?}").contains("3M02"));
    }
}
