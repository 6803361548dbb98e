//! Countries, and the territories that have a code of their own.

use crate::division::rows;
use crate::fold::fold;

/// A country, or a territory abroad with its own ISO code. French territories are communes, not countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2: `DE`. Kosovo has the usual `XK`.
    pub iso: &'static str,
    /// INSEE's code of the country: `99109`. Some territories share one.
    pub insee: &'static str,
    /// The French name.
    pub french: &'static str,
    /// The English name.
    pub english: &'static str,
    also: &'static str,
}

impl Country {
    /// Other names under which it is found.
    pub fn also(&self) -> impl Iterator<Item = &'static str> {
        self.also.split('|').filter(|name| !name.is_empty())
    }

    /// How well a folded text names it: 0 exactly, 1 from the start, 2 from a word.
    fn closeness(&self, wanted: &str) -> Option<u8> {
        let names = [self.french, self.english].into_iter().chain(self.also());
        names
            .filter_map(|name| closeness(&fold(name), wanted))
            .chain((self.iso.eq_ignore_ascii_case(wanted) || self.insee == wanted).then_some(0))
            .min()
    }
}

fn closeness(name: &str, wanted: &str) -> Option<u8> {
    if name == wanted {
        Some(0)
    } else if name.starts_with(wanted) {
        Some(1)
    } else if name.split(' ').any(|word| word.starts_with(wanted)) {
        Some(2)
    } else {
        None
    }
}

/// In French alphabetical order, as the file is.
pub fn read_countries(text: &'static str) -> Vec<Country> {
    rows(text)
        .skip(1)
        .filter_map(|[iso, insee, french, english, also]| {
            Some(Country {
                iso: iso?,
                insee: insee?,
                french: french?,
                english: english?,
                also: also?,
            })
        })
        .collect()
}

pub fn search<'t>(countries: &'t [Country], text: &str, limit: usize) -> Vec<&'t Country> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, &Country)> = countries
        .iter()
        .filter_map(|country| Some((country.closeness(&wanted)?, country)))
        .collect();
    found.sort_by_key(|(closeness, _)| *closeness);
    found
        .into_iter()
        .map(|(_, country)| country)
        .take(limit)
        .collect()
}
