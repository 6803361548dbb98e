//! What the address of the first page of a procedure brings, and what its form carries on.

use parvis_form::Entries;
use parvis_web::{EntriesExt, parse_entries};

/// The parameter of a sealed link. No question can have an input of this name.
pub(crate) const LINK: &str = "lien-scelle";
/// The parameter of the code of an application's proposal. No question can have an input of this name.
pub(crate) const CODE: &str = "code-prerempli";
/// What the name of a hidden input begins with, before that of the input of a question.
const VALUE: &str = "valeur.";
/// Bytes at most of an address, and inputs at most that it fills in.
const LONGEST: usize = 8_000;
const MOST: usize = 60;
/// What the parameters begin with that tools for measuring audiences add to any address.
const MEASURES: [&str; 7] = ["utm_", "mtm_", "pk_", "at_", "xtor", "fbclid", "gclid"];

/// What is brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Carried {
    /// Nothing.
    Nothing,
    /// Texts by input, in the clear.
    Values(Entries),
    /// A sealed link.
    Sealed(String),
    /// The code of an application's proposal.
    Code(String),
}

/// Why a link proposes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkProblem {
    /// It was changed or cut on the way, or made for something else.
    Altered,
    /// Its time is over.
    Over,
    /// It brings too much.
    TooLong,
    /// No proposal waits under its code: it was used, or its time is over.
    Unknown,
}

impl LinkProblem {
    /// The message that says it.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Altered => "prefill-problem-altered",
            Self::Over => "prefill-problem-over",
            Self::TooLong => "prefill-problem-long",
            Self::Unknown => "prefill-problem-unknown",
        }
    }
}

impl Carried {
    /// What the query of the address brings.
    pub(crate) fn of_query(query: Option<&str>) -> Result<Self, LinkProblem> {
        let query = query.unwrap_or_default();
        if query.len() > LONGEST {
            return Err(LinkProblem::TooLong);
        }
        let mut given = parse_entries(query.as_bytes()).map_err(|_| LinkProblem::Altered)?;
        given.retain(|name, _| !MEASURES.iter().any(|measure| name.starts_with(measure)));
        Self::of(given)
    }

    /// What the form carries on.
    pub(crate) fn of_form(posted: &Entries) -> Result<Self, LinkProblem> {
        let mut given = Entries::new();
        for (name, values) in posted {
            match name.strip_prefix(VALUE) {
                Some(input) => drop(given.insert(input.to_owned(), values.clone())),
                None if [LINK, CODE].contains(&name.as_str()) => {
                    given.insert(name.clone(), values.clone());
                }
                None => {}
            }
        }
        let length = |(name, values): (&String, &Vec<String>)| {
            name.len() + values.iter().map(String::len).sum::<usize>()
        };
        match given.iter().map(length).sum::<usize>() > LONGEST {
            true => Err(LinkProblem::TooLong),
            false => Self::of(given),
        }
    }

    fn of(given: Entries) -> Result<Self, LinkProblem> {
        match (given.first(CODE), given.first(LINK)) {
            _ if given.len() > MOST => Err(LinkProblem::TooLong),
            ("", "") if given.is_empty() => Ok(Self::Nothing),
            ("", "") => Ok(Self::Values(given)),
            ("", link) => Ok(Self::Sealed(link.to_owned())),
            (code, _) => Ok(Self::Code(code.to_owned())),
        }
    }

    /// The hidden inputs of the form that carries it on.
    pub(crate) fn hidden(&self) -> Vec<(String, String)> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Sealed(link) => vec![(LINK.to_owned(), link.clone())],
            Self::Code(code) => vec![(CODE.to_owned(), code.clone())],
            Self::Values(given) => {
                let inputs = given.iter().flat_map(|(name, values)| {
                    let named = move |value: &String| (format!("{VALUE}{name}"), value.clone());
                    values.iter().map(named)
                });
                inputs.collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Carried {
        let pairs = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()]));
        Carried::Values(pairs.collect())
    }

    #[test]
    fn an_address_brings_what_its_query_says_and_the_form_carries_it_on() {
        let carried = Carried::of_query(Some("who-first-names=Zo%C3%A9&copies=2&utm_source=x"));
        let carried = carried.unwrap();
        assert_eq!(
            carried,
            values(&[("copies", "2"), ("who-first-names", "Zoé")])
        );
        let mut posted: Entries = Entries::new();
        for (name, value) in carried.hidden() {
            posted.entry(name).or_default().push(value);
        }
        posted.insert("connu".to_owned(), vec!["code".to_owned()]);
        assert_eq!(Carried::of_form(&posted), Ok(carried));
        assert_eq!(Carried::of_query(None), Ok(Carried::Nothing));
        assert_eq!(
            Carried::of_query(Some("utm_source=x")),
            Ok(Carried::Nothing)
        );
    }

    #[test]
    fn a_seal_or_a_code_prevails_over_what_stands_beside_it() {
        let sealed = Carried::of_query(Some("lien-scelle=abc&copies=2"));
        assert_eq!(sealed, Ok(Carried::Sealed("abc".to_owned())));
        let code = Carried::of_query(Some("code-prerempli=7K2M&lien-scelle=abc"));
        assert_eq!(code, Ok(Carried::Code("7K2M".to_owned())));
    }

    #[test]
    fn an_address_that_is_damaged_or_too_long_brings_nothing() {
        for damaged in ["a=%zz", "a=%00", "a=%ff"] {
            let read = Carried::of_query(Some(damaged));
            assert_eq!(read, Err(LinkProblem::Altered), "{damaged}");
        }
        let long = format!("a={}", "b".repeat(LONGEST));
        assert_eq!(Carried::of_query(Some(&long)), Err(LinkProblem::TooLong));
        let many: Vec<String> = (0..=MOST).map(|each| format!("a{each}=1")).collect();
        let read = Carried::of_query(Some(&many.join("&")));
        assert_eq!(read, Err(LinkProblem::TooLong));
    }
}
