//! A commune of the official list, or a town abroad.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::words::folded;
use crate::answer::{
    Answer, EntryErrorKind, Part, Place, PlaceAnswer, PlaceScope, Places, Reader, Surroundings,
    Writer,
};

/// Communes to choose among, at most.
const CANDIDATES: usize = 50;

/// A commune, or a town abroad.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commune {
    /// Which communes are accepted.
    pub scope: PlaceScope,
    /// Whether a town abroad is accepted.
    pub abroad: bool,
}

/// The four inputs of a place.
pub(crate) struct PlaceParts {
    pub(crate) text: Part,
    pub(crate) code: Part,
    pub(crate) town: Part,
    pub(crate) country: Part,
}

const PARTS: PlaceParts = PlaceParts {
    text: Part::Whole,
    code: Part::Code,
    town: Part::Town,
    country: Part::Country,
};

impl Rules for Commune {
    fn parts(&self) -> Vec<Part> {
        self.parts_of(&PARTS)
    }

    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        self.read_parts(reader, &PARTS, surroundings.places)
            .map(Answer::Place)
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Place(place) = answer {
            write_place(place, &PARTS, writer);
        }
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        match answer {
            Answer::Place(place) => vec![place_in_words(place)],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "place": self.place_schema() })
    }
}

impl Commune {
    /// The inputs, those of a town abroad only when it is accepted.
    pub(crate) fn parts_of(&self, parts: &PlaceParts) -> Vec<Part> {
        let mut listed = vec![parts.text, parts.code];
        if self.abroad {
            listed.extend([parts.town, parts.country]);
        }
        listed
    }

    /// Reads the inputs; `None` when they are empty or when the reader noted what is wrong.
    pub(crate) fn read_parts(
        &self,
        reader: &mut Reader<'_>,
        parts: &PlaceParts,
        places: &dyn Places,
    ) -> Option<PlaceAnswer> {
        let abroad = self.abroad && !reader.is_blank(&[parts.town, parts.country]);
        if abroad && !reader.is_blank(&[parts.text]) {
            reader.refuse(parts.text, EntryErrorKind::PlaceTwice);
            return None;
        }
        if abroad {
            return read_abroad(reader, parts, places);
        }
        let text = reader.short(parts.text, 200);
        let code = reader.short(parts.code, 20);
        if text.is_none() && code.is_none() {
            return None;
        }
        match find(
            text.as_deref().unwrap_or_default(),
            code.as_deref(),
            self.scope,
            places,
        ) {
            Ok(place) => Some(PlaceAnswer::from(place)),
            Err(kind) => {
                reader.refuse(parts.text, kind);
                None
            }
        }
    }

    /// The JSON Schema of a place.
    pub(crate) fn place_schema(&self) -> Value {
        let text = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
        let object = |names: [&str; 3]| {
            let properties: serde_json::Map<_, _> = names
                .iter()
                .map(|name| ((*name).to_owned(), text.clone()))
                .collect();
            json!({ "type": "object", "properties": properties, "required": names, "additionalProperties": false })
        };
        let mut properties = serde_json::Map::new();
        properties.insert(
            "commune".to_owned(),
            object(["code", "name", "departement"]),
        );
        if self.abroad {
            properties.insert(
                "abroad".to_owned(),
                object(["country_code", "country", "town"]),
            );
        }
        json!({ "type": "object", "properties": properties, "additionalProperties": false,
                "minProperties": 1, "maxProperties": 1 })
    }
}

impl From<Place> for PlaceAnswer {
    fn from(place: Place) -> Self {
        Self::Commune {
            code: place.code,
            name: place.name,
            departement: place.departement,
        }
    }
}

fn read_abroad(
    reader: &mut Reader<'_>,
    parts: &PlaceParts,
    places: &dyn Places,
) -> Option<PlaceAnswer> {
    let town = reader.needed(parts.town, 100);
    let code = reader.needed(parts.country, 20);
    if !reader.is_clean() {
        return None;
    }
    let Some(country) = places.country(&code) else {
        reader.refuse(parts.country, EntryErrorKind::CountryUnknown);
        return None;
    };
    Some(PlaceAnswer::Abroad {
        country_code: country.code,
        country: country.name,
        town,
    })
}

/// Finds the commune that a person typed or chose.
///
/// A chosen code counts only while the text still designates it: a person who corrects the text
/// must not keep the commune chosen before.
pub(crate) fn find(
    text: &str,
    code: Option<&str>,
    scope: PlaceScope,
    places: &dyn Places,
) -> Result<Place, EntryErrorKind> {
    let wanted = Wanted::of(text);
    let chosen = code.and_then(|code| places.by_code(code, scope));
    if let Some(place) = &chosen
        && (text.is_empty() || wanted.is_exactly(place))
    {
        return Ok(place.clone());
    }
    if text.is_empty() {
        return Err(EntryErrorKind::PlaceUnknown);
    }
    let mut candidates = places.search(wanted.query, scope);
    candidates.retain(|place| wanted.is_near(place));
    if let Some(place) =
        chosen.filter(|place| candidates.iter().any(|other| other.code == place.code))
    {
        return Ok(place);
    }
    let exact: Vec<_> = candidates
        .iter()
        .filter(|place| wanted.is_exactly(place))
        .cloned()
        .collect();
    match exact.as_slice() {
        [only] => return Ok(only.clone()),
        [] => {}
        _ => candidates = exact,
    }
    if candidates.is_empty() {
        return Err(EntryErrorKind::PlaceUnknown);
    }
    candidates.truncate(CANDIDATES);
    Err(EntryErrorKind::PlaceAmbiguous { candidates })
}

/// What a person typed: `Rennes`, `35000`, `Saint-Denis 93`, `Rennes (35)`.
struct Wanted<'a> {
    query: &'a str,
    folded: String,
    area: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    fn of(text: &'a str) -> Self {
        let bare = text.trim_end_matches(')');
        let area = bare
            .rsplit([' ', '('])
            .next()
            .filter(|last| last.starts_with(|first: char| first.is_ascii_digit()) && *last != text);
        let query = match area {
            Some(area) => bare.trim_end_matches(area).trim_end_matches([' ', '(']),
            None => text,
        };
        Self {
            query,
            folded: folded(query),
            area,
        }
    }

    fn is_exactly(&self, place: &Place) -> bool {
        let named = folded(&place.name) == self.folded;
        let coded = place
            .postcodes
            .iter()
            .any(|postcode| postcode == self.query);
        (named || coded) && self.is_near(place)
    }

    fn is_near(&self, place: &Place) -> bool {
        self.area.is_none_or(|area| {
            place.departement.eq_ignore_ascii_case(area)
                || place
                    .postcodes
                    .iter()
                    .any(|postcode| postcode.starts_with(area))
        })
    }
}

/// Writes a place in its inputs.
pub(crate) fn write_place(place: &PlaceAnswer, parts: &PlaceParts, writer: &mut Writer) {
    match place {
        PlaceAnswer::Commune { code, name, .. } => {
            writer.put(parts.text, name);
            writer.put(parts.code, code);
        }
        PlaceAnswer::Abroad {
            country_code, town, ..
        } => {
            writer.put(parts.town, town);
            writer.put(parts.country, country_code);
        }
    }
}

/// A place in words: `Rennes (35)`, `Bonn (Allemagne)`.
pub(crate) fn place_in_words(place: &PlaceAnswer) -> String {
    match place {
        PlaceAnswer::Commune {
            name, departement, ..
        } => format!("{name} ({departement})"),
        PlaceAnswer::Abroad { town, country, .. } => format!("{town} ({country})"),
    }
}
