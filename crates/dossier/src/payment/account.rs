//! The account to which a payment goes: whole for who checks it, masked for everybody else of the service.

use parvis_demarche::{Holder, Payment, ProcedureFile, Revision};
use parvis_form::{Answer, Answers};
use parvis_kernel::{Language, Personal};
use serde::{Deserialize, Serialize};

use crate::model::People;
use crate::prefill::Prefilled;

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

/// What was brought to a dossier as everybody of the service reads it, beside the answers before they are masked: an account that was
/// brought is masked as the answer is, and still tells whether the person changed it.
pub(crate) fn masked_beside(
    file: &ProcedureFile,
    answers: &Answers,
    mut prefilled: Prefilled,
) -> Prefilled {
    let Some(payment) = &file.payment else {
        return prefilled;
    };
    let Some(brought) = prefilled.answers.get_mut(&payment.iban) else {
        return prefilled;
    };
    let is_changed = brought.is_changed(&payment.iban, answers);
    let given = match &brought.given {
        Answer::Iban(iban) => mask(iban),
        _ => String::new(),
    };
    // Two accounts may differ in what is masked alone.
    let is_told = match answers.get(payment.iban.as_str()) {
        Some(Answer::Iban(own)) => (mask(own) != given) == is_changed,
        _ => true,
    };
    brought.given = Answer::Iban(if is_told {
        given
    } else {
        "X".repeat(given.len())
    });
    prefilled
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
    use crate::prefill::{Brought, Provenance};

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

    /// A file that pays, whose account was proposed by an application, and what its agents then read of it.
    fn read(proposed: &str, answered: &str) -> (String, bool) {
        let source = include_str!("../../../../procedures/aide-urgence-catastrophe.yaml");
        let file = parvis_demarche::check("aide.yaml", source).unwrap().file;
        let iban = file.payment.as_ref().unwrap().iban.clone();
        let brought = Brought {
            from: Provenance::Application {
                name: "Portail".to_owned(),
            },
            at: parvis_kernel::Instant::UNIX_EPOCH,
            given: Answer::Iban(proposed.to_owned()),
        };
        let mut prefilled = Prefilled::default();
        prefilled.answers.insert(iban.clone(), brought);
        let mut answers = Answers::default();
        answers.insert(iban.clone(), Answer::Iban(answered.to_owned()));
        let prefilled = masked_beside(&file, &answers, prefilled);
        let answers = masked(&file, answers);
        let brought = prefilled.of(&iban).unwrap();
        let Answer::Iban(given) = &brought.given else {
            panic!("{brought:?}");
        };
        (given.clone(), brought.is_changed(&iban, &answers))
    }

    #[test]
    fn an_account_that_was_proposed_is_masked_as_well_and_still_tells_whether_it_was_changed() {
        const OWN: &str = "FR1420041010050500013M02606";
        assert_eq!(
            read(OWN, OWN),
            ("FR14XXXXXXXXXXXXXXXXXXXX606".to_owned(), false)
        );
        let (given, is_changed) = read("FR7630006000011234567890189", OWN);
        assert_eq!(given, "FR76XXXXXXXXXXXXXXXXXXXX189");
        assert!(is_changed);
        let (given, is_changed) = read("FR1420041010050500099M02606", OWN);
        assert!(is_changed && !given.contains("99M"), "{given}");
    }
}
