//! The fictitious people of `data/people`.

use std::io::Read;

use anyhow::{Context, Result};

/// Somebody who does not exist.
#[derive(Debug, Clone)]
pub struct Person {
    /// Family name.
    pub family_name: String,
    /// First names.
    pub first_names: String,
    /// Day, month and year of birth, as typed.
    pub born: [String; 3],
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Number in the street; may be empty.
    pub number: String,
    /// Street.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Official code of the commune.
    pub commune_code: String,
    /// Name of the commune.
    pub commune: String,
}

/// Reads them all.
///
/// # Errors
/// A file that is missing or of another shape.
pub fn all() -> Result<Vec<Person>> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../data/people/people.tsv.gz"
    );
    let file = std::fs::File::open(path).context(path)?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text)?;
    text.lines().skip(1).map(of_line).collect()
}

fn of_line(line: &str) -> Result<Person> {
    let mut columns = line.split('\t').map(str::to_owned);
    let mut column = |name: &str| {
        columns
            .next()
            .with_context(|| format!("{name} missing: {line}"))
    };
    Ok(Person {
        family_name: column("family_name")?,
        first_names: column("first_names")?,
        born: parts(&column("born")?)?,
        email: column("email")?,
        phone: column("phone")?,
        number: column("number")?,
        street: column("street")?,
        postcode: column("postcode")?,
        commune_code: column("commune_code")?,
        commune: column("commune")?,
    })
}

fn parts(date: &str) -> Result<[String; 3]> {
    let mut parts = date
        .split('-')
        .rev()
        .map(|part| part.trim_start_matches('0').to_owned());
    let mut part = || parts.next().with_context(|| format!("not a date: {date}"));
    Ok([part()?, part()?, part()?])
}
