//! An order to pay as the finance department reads it: its lines, their sum, and the file that says the same.

use jiff::civil::Date;
use parvis_form::Decimal;
use parvis_kernel::Personal;
use serde::{Deserialize, Serialize};

use crate::export::Cell;
use crate::export::csv;
use crate::payment::Account;

/// An order, as it is stored: sealed, never rewritten. The file is kept as it was first written, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Document {
    /// The version of this stored form.
    pub(crate) format: u32,
    pub(crate) lines: Vec<Line>,
    pub(crate) csv: String,
}

/// What is to be paid for one dossier, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) number: String,
    pub(crate) beneficiary: Personal<String>,
    pub(crate) account: Account,
    /// In euro cents.
    pub(crate) cents: i64,
    pub(crate) decided_on: Date,
    /// Who took the decision, and the act that was signed.
    pub(crate) decided_by: String,
    pub(crate) checked_by: String,
    pub(crate) checked_on: Date,
    pub(crate) imputation: String,
    pub(crate) justification: String,
}

/// The version of [`Document`].
const FORMAT: u32 = 1;

/// The heads of the file: in French, for a French finance department.
const HEADS: [&str; 15] = [
    "Ordre",
    "Ligne",
    "Dossier",
    "Bénéficiaire",
    "Titulaire du compte",
    "IBAN",
    "Montant",
    "Devise",
    "Décision du",
    "Décision prise par",
    "Imputation",
    "Pièces justificatives",
    "Compte vérifié par",
    "Compte vérifié le",
    "Total de l'ordre",
];

impl Document {
    /// The order of these lines, under its number.
    pub(crate) fn of(number: i64, lines: Vec<Line>) -> Self {
        let total = sum(&lines);
        let mut out = csv::MARK.as_bytes().to_vec();
        csv::line(&HEADS.map(Cell::text), &mut out);
        for (place, line) in (1..).zip(&lines) {
            csv::line(&line.cells(number, place, total), &mut out);
        }
        Self {
            format: FORMAT,
            lines,
            csv: String::from_utf8_lossy(&out).into_owned(),
        }
    }

    pub(crate) fn count(&self) -> i64 {
        i64::try_from(self.lines.len()).unwrap_or(i64::MAX)
    }

    /// The sum of its lines, in euro cents.
    pub(crate) fn total(&self) -> i64 {
        sum(&self.lines)
    }
}

/// The sum of some lines, in euro cents.
pub(crate) fn sum(lines: &[Line]) -> i64 {
    lines.iter().map(|line| line.cents).sum()
}

impl Line {
    fn cells(&self, order: i64, place: i64, total: i64) -> [Cell; 15] {
        [
            Cell::Number(order),
            Cell::Number(place),
            Cell::text(self.number.as_str()),
            Cell::text(self.beneficiary.as_str()),
            Cell::text(self.account.holder.as_str()),
            Cell::text(self.account.iban.as_str()),
            euros(self.cents),
            Cell::text("EUR"),
            Cell::Date(self.decided_on),
            Cell::text(self.decided_by.as_str()),
            Cell::text(self.imputation.as_str()),
            Cell::text(self.justification.as_str()),
            Cell::text(self.checked_by.as_str()),
            Cell::Date(self.checked_on),
            euros(total),
        ]
    }
}

fn euros(cents: i64) -> Cell {
    let written = format!("{}.{:02}", cents / 100, cents % 100);
    written
        .parse::<Decimal>()
        .map_or(Cell::Empty, Cell::Decimal)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(name: &str, cents: i64) -> Line {
        let day = jiff::civil::date(2026, 11, 23);
        Line {
            number: "7K2M-94QD".to_owned(),
            beneficiary: name.to_owned().into(),
            account: Account {
                iban: "FR1420041010050500013M02606".to_owned().into(),
                holder: name.to_owned().into(),
            },
            cents,
            decided_on: day,
            decided_by: "Claire Martin, Maire".to_owned(),
            checked_by: "Karim Haddad".to_owned(),
            checked_on: day,
            imputation: "Chapitre 65".to_owned(),
            justification: "Décision".to_owned(),
        }
    }

    #[test]
    fn the_file_says_what_is_ordered_and_begins_no_formula() {
        let document = Document::of(12, vec![line("=cmd()", 125_005)]);
        let rows: Vec<&str> = document.csv.lines().collect();
        assert!(
            rows[0].starts_with("\u{feff}\"Ordre\";\"Ligne\""),
            "{rows:?}"
        );
        assert_eq!(
            rows[1],
            "12;1;\"7K2M-94QD\";\"'=cmd()\";\"'=cmd()\";\"FR1420041010050500013M02606\";1250,05;\"EUR\";2026-11-23;\
             \"Claire Martin, Maire\";\"Chapitre 65\";\"Décision\";\"Karim Haddad\";2026-11-23;1250,05"
        );
    }

    proptest! {
        #[test]
        fn the_amounts_of_the_file_add_up_to_its_total(cents in prop::collection::vec(1_i64..=100_000_000, 1..60)) {
            let lines = cents.iter().map(|cents| line("Zoé LENOIR", *cents)).collect();
            let document = Document::of(1, lines);
            prop_assert_eq!(document.total(), cents.iter().sum::<i64>());
            let in_cents = |text: &str| -> i64 {
                let (euros, rest) = text.split_once(',').unwrap();
                euros.parse::<i64>().unwrap() * 100 + rest.parse::<i64>().unwrap()
            };
            let rows: Vec<Vec<&str>> = document.csv.lines().skip(1).map(|row| row.split(';').collect()).collect();
            let written: i64 = rows.iter().map(|row| in_cents(row[6])).sum();
            prop_assert_eq!(written, document.total());
            for row in &rows {
                prop_assert_eq!(in_cents(row[14]), written);
            }
        }
    }
}
