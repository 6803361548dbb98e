//! What the forms of the library need of the world: a day, a few places, one paper.

use jiff::civil::{Date, date};
use parvis_form::{Country, Form, HeldPieces, PieceEntry, Place, PlaceScope, Places, Surroundings};
use parvis_kernel::PieceId;
use parvis_procedure::{LIBRARY, check};

pub const TODAY: Date = date(2026, 11, 23);
/// Where the papers of the examples are kept.
pub const PAPER: &str = "0190163d-8694-739b-aea5-966c26f8ad91";

/// The procedures of the library that ask something: their names, texts and forms.
pub fn asking() -> Vec<(&'static str, &'static str, Form)> {
    let checked = LIBRARY
        .iter()
        .map(|(name, source)| (*name, *source, check(name, source).unwrap()));
    let asking = checked.filter(|(_, _, checked)| checked.file.is_made_here());
    asking
        .map(|(name, source, checked)| (name, source, checked.form))
        .collect()
}

pub fn surroundings() -> Surroundings<'static> {
    Surroundings {
        places: &FewPlaces,
        pieces: &OnePaper,
        ..Surroundings::on(TODAY)
    }
}

/// The same paper, whatever is asked for: a type that every question takes.
struct OnePaper;

impl HeldPieces for OnePaper {
    fn piece(&self, id: PieceId) -> Option<PieceEntry> {
        Some(PieceEntry {
            id,
            name: "papier.jpg".to_owned(),
            media_type: "image/jpeg".to_owned(),
            size: 40_000,
        })
    }
}

struct FewPlaces;

const COMMUNES: [(&str, &str, &str, &str); 4] = [
    ("49007", "Angers", "49000", "49"),
    ("49328", "Saumur", "49400", "49"),
    ("44109", "Nantes", "44000", "44"),
    ("35238", "Rennes", "35000", "35"),
];

fn all() -> impl Iterator<Item = Place> {
    COMMUNES
        .into_iter()
        .map(|(code, name, postcode, departement)| Place {
            code: code.to_owned(),
            name: name.to_owned(),
            postcodes: vec![postcode.to_owned()],
            departement: departement.to_owned(),
            now_in: None,
        })
}

impl Places for FewPlaces {
    fn by_code(&self, code: &str, _scope: PlaceScope) -> Option<Place> {
        all().find(|place| place.code == code)
    }

    fn search(&self, text: &str, _scope: PlaceScope) -> Vec<Place> {
        all()
            .filter(|place| place.name == text || place.postcodes[0] == text)
            .collect()
    }

    fn country(&self, code: &str) -> Option<Country> {
        self.countries()
            .into_iter()
            .find(|country| country.code == code)
    }

    fn countries(&self) -> Vec<Country> {
        vec![Country {
            code: "99109".to_owned(),
            name: "Allemagne".to_owned(),
        }]
    }
}
