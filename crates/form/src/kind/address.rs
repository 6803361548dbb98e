//! Postal addresses in France.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Rules, place};
use crate::answer::words::folded;
use crate::answer::{
    Address as Kept, Answer, EntryErrorKind, Part, Place, PlaceScope, Places, Reader, Surroundings,
    Writer,
};

/// A postal address in France: number and complement may be empty, the commune is of the official
/// list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {}

const PARTS: [Part; 6] = [
    Part::Number,
    Part::Street,
    Part::Complement,
    Part::Postcode,
    Part::Commune,
    Part::CommuneCode,
];

impl Rules for Address {
    fn parts(&self) -> Vec<Part> {
        PARTS.to_vec()
    }

    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        if reader.is_blank(&PARTS) {
            return None;
        }
        let number = reader.short(Part::Number, 20);
        let street = reader.needed(Part::Street, 200);
        let complement = reader.short(Part::Complement, 200);
        let postcode = reader.needed(Part::Postcode, 20).replace(' ', "");
        if !postcode.is_empty() && !is_postcode(&postcode) {
            reader.refuse(Part::Postcode, EntryErrorKind::PostcodeInvalid);
        }
        let commune = if is_postcode(&postcode) {
            read_commune(reader, &postcode, surroundings.places)
        } else {
            None
        };
        let commune = commune.filter(|_| reader.is_clean())?;
        Some(Answer::Address(Kept {
            number,
            street,
            complement,
            postcode,
            commune_code: commune.code,
            commune: commune.name,
        }))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        let Answer::Address(address) = answer else {
            return;
        };
        writer.put_some(Part::Number, address.number.as_ref());
        writer.put(Part::Street, &address.street);
        writer.put_some(Part::Complement, address.complement.as_ref());
        writer.put(Part::Postcode, &address.postcode);
        writer.put(Part::Commune, &address.commune);
        writer.put(Part::CommuneCode, &address.commune_code);
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        let Answer::Address(address) = answer else {
            return Vec::new();
        };
        let street = match &address.number {
            Some(number) => format!("{number} {}", address.street),
            None => address.street.clone(),
        };
        let town = format!("{} {}", address.postcode, address.commune);
        std::iter::once(street)
            .chain(address.complement.clone())
            .chain(std::iter::once(town))
            .collect()
    }

    fn schema(&self) -> Value {
        let text = |max: u32| json!({ "type": "string", "minLength": 1, "maxLength": max });
        json!({ "address": {
            "type": "object", "additionalProperties": false,
            "required": ["street", "postcode", "commune_code", "commune"],
            "properties": {
                "number": text(20), "street": text(200), "complement": text(200),
                "postcode": { "type": "string", "pattern": "^[0-9]{5}$" },
                "commune_code": text(20), "commune": text(200),
            },
        } })
    }

    fn autocomplete(&self, part: Part) -> Option<&'static str> {
        match part {
            Part::Street => Some("address-line1"),
            Part::Complement => Some("address-line2"),
            Part::Postcode => Some("postal-code"),
            Part::Commune => Some("address-level2"),
            _ => None,
        }
    }
}

fn is_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|digit| digit.is_ascii_digit()) && !text.starts_with("00")
}

/// The commune of an address: the one chosen, the one typed, or the only one of the postcode.
fn read_commune(reader: &mut Reader<'_>, postcode: &str, places: &dyn Places) -> Option<Place> {
    let typed = reader.line(Part::Commune);
    let code = reader.short(Part::CommuneCode, 20);
    let here = places.search(postcode, PlaceScope::Current);
    if typed.is_empty() && code.is_none() {
        return only_one(reader, here);
    }
    let found = match here
        .iter()
        .find(|place| folded(&place.name) == folded(&typed))
    {
        Some(place) if code.is_none() => Ok(place.clone()),
        _ => place::find(&typed, code.as_deref(), PlaceScope::Current, places),
    };
    match found {
        Ok(place) if delivers(postcode, &place, &here) => Some(place),
        Ok(_) => {
            reader.refuse(
                Part::Commune,
                EntryErrorKind::PlaceElsewhere { candidates: here },
            );
            None
        }
        Err(_) if !here.is_empty() => {
            reader.refuse(
                Part::Commune,
                EntryErrorKind::PlaceElsewhere { candidates: here },
            );
            None
        }
        Err(kind) => {
            reader.refuse(Part::Commune, kind);
            None
        }
    }
}

fn only_one(reader: &mut Reader<'_>, mut here: Vec<Place>) -> Option<Place> {
    match here.len() {
        1 => here.pop(),
        0 => {
            reader.refuse(Part::Commune, EntryErrorKind::Required);
            None
        }
        _ => {
            reader.refuse(
                Part::Commune,
                EntryErrorKind::PlaceAmbiguous { candidates: here },
            );
            None
        }
    }
}

/// Says whether a postcode can serve a commune: one of its own; or, for a postcode that no commune
/// bears (CEDEX) or a commune that has none, one of the same département.
fn delivers(postcode: &str, place: &Place, here: &[Place]) -> bool {
    if place.postcodes.iter().any(|own| own == postcode) {
        return true;
    }
    let area = if place.departement.starts_with("2A") || place.departement.starts_with("2B") {
        "20"
    } else {
        place.departement.as_str()
    };
    (here.is_empty() || place.postcodes.is_empty()) && postcode.starts_with(area)
}
