//! The embedded data, read once.
//!
//! The communes stay in the text in which they are published: a record only says where a line starts and how long its
//! name is, so that 37,590 lines cost about two megabytes and no small allocation.

use std::io::Read;
use std::sync::OnceLock;

use flate2::read::GzDecoder;

use crate::commune::{Commune, Kind};
use crate::country::{self, Country, read_countries};
use crate::division::{Departement, Epci, Region, read_departements, read_epci, read_regions};
use crate::search::Index;

const COMMUNES: &[u8] = include_bytes!("../../../data/territory/communes.tsv.gz");
const DEPARTEMENTS: &str = include_str!("../../../data/territory/departements.tsv");
const REGIONS: &str = include_str!("../../../data/territory/regions.tsv");
const EPCI: &str = include_str!("../../../data/territory/epci.tsv");
const COUNTRIES: &str = include_str!("../../../data/territory/countries.tsv");

/// The length of an INSEE code.
const CODE: usize = 5;
/// A population that is not published.
const UNKNOWN: u32 = u32::MAX;

/// Where a commune is in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    pub(crate) start: u32,
    pub(crate) population: u32,
    pub(crate) name_offset: u8,
    pub(crate) name_length: u8,
    pub(crate) kind: Kind,
    shadowed: bool,
}

impl Record {
    /// Whether its code alone names another: the commune of today of which it is the déléguée.
    pub const fn shadowed(&self) -> bool {
        self.shadowed
    }
}

/// The reference data of the French territory.
pub struct Territory {
    text: String,
    records: Vec<Record>,
    postcodes: OnceLock<Vec<(u32, u32)>>,
    abolished: OnceLock<Vec<([u8; CODE], u32)>>,
    index: OnceLock<Index>,
    departements: Vec<Departement>,
    regions: Vec<Region>,
    epci: Vec<Epci>,
    countries: Vec<Country>,
}

impl Territory {
    /// The data that the binary carries, read at the first call.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Territory> = OnceLock::new();
        EMBEDDED.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut text = String::with_capacity(1_700_000);
        // A damaged text is a damaged binary; a test counts the lines.
        let _ = GzDecoder::new(COMMUNES).read_to_string(&mut text);
        text.shrink_to_fit();
        Self {
            records: records(&text),
            text,
            postcodes: OnceLock::new(),
            abolished: OnceLock::new(),
            index: OnceLock::new(),
            departements: read_departements(DEPARTEMENTS),
            regions: read_regions(REGIONS),
            epci: read_epci(EPCI),
            countries: read_countries(COUNTRIES),
        }
    }

    /// The commune of a code (`2A004`, in either case) or of a [reference](Commune::reference) (`01015-D`).
    ///
    /// Where a commune of today and its déléguée share a code, the code is the one of today. Codes of communes that left no
    /// name behind are unknown here: see [`Territory::today`].
    #[must_use]
    pub fn commune(&self, reference: &str) -> Option<Commune<'_>> {
        let (code, delegated) = match reference.strip_suffix("-D") {
            Some(code) => (code, true),
            None => (reference, false),
        };
        let first = self.position_from(code);
        let second = first + usize::from(delegated);
        self.at(second).filter(|commune| {
            commune.code().eq_ignore_ascii_case(code) && commune.record.shadowed == delegated
        })
    }

    /// The commune of today for a code: current, former, or abolished without leaving a name.
    #[must_use]
    pub fn today(&self, reference: &str) -> Option<Commune<'_>> {
        if let Some(commune) = self.commune(reference) {
            return Some(commune.today());
        }
        let abolished = self.abolished.get_or_init(|| abolished(self));
        let found = abolished
            .binary_search_by(|(code, _)| code.as_slice().cmp(reference.as_bytes()))
            .ok()?;
        self.at(abolished.get(found)?.1 as usize)
    }

    /// The communes of today that a postcode serves, by code; an unknown postcode serves none.
    #[must_use]
    pub fn by_postcode(&self, postcode: &str) -> Vec<Commune<'_>> {
        let Some(number) = number(postcode).filter(|_| postcode.len() == CODE) else {
            return Vec::new();
        };
        self.served(number, number)
            .filter_map(|position| self.at(position))
            .filter(Commune::is_current)
            .collect()
    }

    /// Communes, former communes and arrondissements that fit what a person typed, best first: a name (from its start or
    /// from a word, words in any order), a code, a postcode, a département beside a name.
    #[must_use]
    pub fn search(&self, text: &str, limit: usize) -> Vec<Commune<'_>> {
        let index = self.index.get_or_init(|| Index::build(self));
        index.search(self, text, limit)
    }

    /// All lines, by code: communes of today, former ones, arrondissements.
    pub fn communes(&self) -> impl Iterator<Item = Commune<'_>> {
        self.records.iter().map(|record| Commune {
            territory: self,
            record: *record,
        })
    }

    /// The départements and what takes their place overseas, by code.
    #[must_use]
    pub fn departements(&self) -> &[Departement] {
        &self.departements
    }

    /// The département of a code: `64`, `2A`, `974`.
    #[must_use]
    pub fn departement(&self, code: &str) -> Option<&Departement> {
        self.departements
            .iter()
            .find(|departement| departement.code == code)
    }

    /// The regions and what takes their place overseas, by code.
    #[must_use]
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// The region of a code: `75`, `04`.
    #[must_use]
    pub fn region(&self, code: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.code == code)
    }

    /// All the EPCI, by SIREN.
    #[must_use]
    pub fn all_epci(&self) -> &[Epci] {
        &self.epci
    }

    /// The EPCI of a SIREN.
    #[must_use]
    pub fn epci(&self, siren: &str) -> Option<&Epci> {
        let found = self
            .epci
            .binary_search_by(|epci| epci.siren.cmp(siren))
            .ok()?;
        self.epci.get(found)
    }

    /// The EPCI to which the commune of a code belongs today.
    #[must_use]
    pub fn epci_of(&self, code: &str) -> Option<&Epci> {
        self.epci(self.today(code)?.epci()?.siren)
    }

    /// Countries and territories abroad, in French alphabetical order.
    #[must_use]
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// The country of an ISO 3166-1 alpha-2 code, in either case.
    #[must_use]
    pub fn country(&self, iso: &str) -> Option<&Country> {
        self.countries
            .iter()
            .find(|country| country.iso.eq_ignore_ascii_case(iso))
    }

    /// Countries whose French, English or other name fits what a person typed, best first.
    #[must_use]
    pub fn search_countries(&self, text: &str, limit: usize) -> Vec<&Country> {
        country::search(&self.countries, text, limit)
    }

    pub(crate) fn at(&self, position: usize) -> Option<Commune<'_>> {
        let record = *self.records.get(position)?;
        Some(Commune {
            territory: self,
            record,
        })
    }

    pub(crate) fn records(&self) -> &[Record] {
        &self.records
    }

    /// The position of the first line whose code is not before this one.
    pub(crate) fn position_from(&self, code: &str) -> usize {
        let wanted = code.bytes().map(|byte| byte.to_ascii_uppercase());
        self.records
            .partition_point(|record| self.code_of(record).bytes().lt(wanted.clone()))
    }

    /// The positions of what the postcodes of a range of numbers serve, in order.
    pub(crate) fn served(&self, first: u32, last: u32) -> impl Iterator<Item = usize> {
        let postcodes = self.postcodes.get_or_init(|| postcodes(self));
        let start = postcodes.partition_point(|(number, _)| *number < first);
        postcodes
            .iter()
            .skip(start)
            .take_while(move |(number, _)| *number <= last)
            .map(|(_, position)| *position as usize)
    }

    pub(crate) fn code_of(&self, record: &Record) -> &str {
        let start = record.start as usize;
        self.text.get(start..start + CODE).unwrap_or_default()
    }

    pub(crate) fn name_of(&self, record: &Record) -> &str {
        let start = record.start as usize + usize::from(record.name_offset);
        self.text
            .get(start..start + usize::from(record.name_length))
            .unwrap_or_default()
    }

    /// The columns after the name: postcodes, EPCI, commune of today, abolished codes.
    pub(crate) fn after_name(&self, record: &Record) -> &str {
        let start = record.start as usize
            + usize::from(record.name_offset)
            + usize::from(record.name_length)
            + 1;
        let rest = self.text.get(start..).unwrap_or_default();
        rest.split_once('\n').map_or(rest, |(line, _)| line)
    }
}

/// Reads the lines `code, kind, population, name, ...`.
fn records(text: &str) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::with_capacity(38_000);
    let mut start = 0;
    let mut previous = "";
    for line in text.split_inclusive('\n') {
        let code = line.get(..CODE).unwrap_or_default();
        if let Some(record) = record(line, start, code == previous) {
            records.push(record);
        }
        start += line.len();
        previous = code;
    }
    records
}

fn record(line: &str, start: usize, shadowed: bool) -> Option<Record> {
    let kind = Kind::read(*line.as_bytes().get(CODE + 1)?)?;
    let (population, rest) = line.get(CODE + 3..)?.split_once('\t')?;
    Some(Record {
        start: u32::try_from(start).ok()?,
        population: number(population).unwrap_or(UNKNOWN),
        name_offset: u8::try_from(line.len() - rest.len()).ok()?,
        name_length: u8::try_from(rest.find('\t')?).ok()?,
        kind,
        shadowed,
    })
}

fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// Postcodes as numbers with the positions that they serve, sorted.
fn postcodes(territory: &Territory) -> Vec<(u32, u32)> {
    let mut served: Vec<(u32, u32)> = Vec::with_capacity(38_000);
    for (position, commune) in (0..).zip(territory.communes()) {
        served.extend(
            commune
                .postcodes()
                .filter_map(number)
                .map(|postcode| (postcode, position)),
        );
    }
    served.sort_unstable();
    served
}

/// Codes that left no name behind, with the position of the commune of today, sorted.
fn abolished(territory: &Territory) -> Vec<([u8; CODE], u32)> {
    let mut codes = Vec::with_capacity(2_300);
    for (position, record) in (0..).zip(&territory.records) {
        let column = territory
            .after_name(record)
            .rsplit('\t')
            .next()
            .unwrap_or_default();
        let old = column
            .split(' ')
            .filter_map(|code| code.as_bytes().try_into().ok());
        codes.extend(old.map(|code: [u8; CODE]| (code, position)));
    }
    codes.sort_unstable();
    codes
}
