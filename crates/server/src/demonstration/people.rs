//! The fictitious people of `data/people`.

use std::io::Read;

use anyhow::Context;
use jiff::civil::Date;
use parvis_form::{Address, Identity};

const PEOPLE: &[u8] = include_bytes!("../../../../data/people/people.tsv.gz");

/// Somebody who does not exist.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) family_name: String,
    pub(super) first_names: String,
    pub(super) born: Date,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) address: Address,
}

impl Person {
    /// Names and day of birth.
    pub(super) fn identity(&self) -> Identity {
        Identity {
            family_name: self.family_name.clone(),
            used_name: None,
            first_names: self.first_names.clone(),
            birth_date: Some(self.born),
            birth_place: None,
        }
    }

    /// The telephone number as it is kept.
    pub(super) fn phone_e164(&self) -> String {
        let digits: String = self.phone.chars().filter(char::is_ascii_digit).collect();
        format!("+33{}", digits.trim_start_matches('0'))
    }
}

/// All of them.
pub(super) fn people() -> anyhow::Result<Vec<Person>> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(PEOPLE)
        .read_to_string(&mut text)
        .context("data/people/people.tsv.gz")?;
    text.lines()
        .skip(1)
        .map(|line| person(line).with_context(|| format!("data/people/people.tsv.gz : {line}")))
        .collect()
}

fn person(line: &str) -> anyhow::Result<Person> {
    let mut columns = line.split('\t').map(str::to_owned);
    let mut column = || columns.next().context("une colonne manque");
    Ok(Person {
        family_name: column()?,
        first_names: column()?,
        born: column()?.parse()?,
        email: column()?,
        phone: column()?,
        address: Address {
            number: Some(column()?).filter(|number| !number.is_empty()),
            street: column()?,
            complement: None,
            postcode: column()?,
            commune_code: column()?,
            commune: column()?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_thousand_people_live_in_true_communes_and_answer_no_telephone() {
        let people = people().unwrap();
        assert_eq!(people.len(), 2000);
        let territory = parvis_territory::Territory::embedded();
        for person in people {
            let commune = territory.commune(&person.address.commune_code).unwrap();
            assert_eq!(commune.name(), person.address.commune);
            assert!(person.phone.starts_with("06 39 98 "), "{}", person.phone);
            assert!(person.phone_e164().starts_with("+3363998"));
            assert!(person.email.ends_with("@example.org"));
        }
    }
}
