//! Civil identities: names, and where and when somebody was born.

use std::str::FromStr;

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use super::date::{Date, DateParts, date_in_words, write_date};
use super::place::{Commune, PlaceParts, place_in_words, write_place};
use crate::answer::{
    Answer, EntryErrorKind, Identity as Kept, Part, PlaceScope, Reader, Surroundings, Writer,
};

/// Whether a part of an identity is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// It is not asked.
    #[default]
    No,
    /// It may stay empty.
    Optional,
    /// It must be given.
    Required,
}

impl FromStr for Asked {
    type Err = ();

    fn from_str(term: &str) -> Result<Self, ()> {
        match term {
            "no" => Ok(Self::No),
            "optional" => Ok(Self::Optional),
            "required" => Ok(Self::Required),
            _ => Err(()),
        }
    }
}

/// A civil identity. The family name (nom de famille) is always asked, since letters use it unless
/// the person asks otherwise (CRPA L111-3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Whether the name used in daily life (nom d'usage) is asked; it may stay empty.
    pub used_name: bool,
    /// Whether the date of birth is asked.
    pub birth_date: Asked,
    /// The least age, when the date of birth is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_age: Option<u8>,
    /// The greatest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_age: Option<u8>,
    /// Whether the place of birth is asked: former communes and towns abroad are accepted.
    pub birth_place: Asked,
}

const BIRTH_DATE: DateParts = DateParts {
    whole: Part::BirthDay,
    day: Part::BirthDay,
    month: Part::BirthMonth,
    year: Part::BirthYear,
};
const BIRTH_PLACE: PlaceParts = PlaceParts {
    text: Part::BirthPlace,
    code: Part::BirthPlaceCode,
    town: Part::BirthTown,
    country: Part::BirthCountry,
};
const ANYWHERE: Commune = Commune {
    scope: PlaceScope::CurrentAndFormer,
    abroad: true,
};

impl Rules for Identity {
    fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::FamilyName];
        if self.used_name {
            parts.push(Part::UsedName);
        }
        parts.push(Part::FirstNames);
        if self.birth_date != Asked::No {
            parts.extend([Part::BirthDay, Part::BirthMonth, Part::BirthYear]);
        }
        if self.birth_place != Asked::No {
            parts.extend(ANYWHERE.parts_of(&BIRTH_PLACE));
        }
        parts
    }

    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        if reader.is_blank(&self.parts()) {
            return None;
        }
        let family_name = read_name(reader, Part::FamilyName, true).unwrap_or_default();
        let used_name = if self.used_name {
            read_name(reader, Part::UsedName, false)
        } else {
            None
        };
        let first_names = read_name(reader, Part::FirstNames, true).unwrap_or_default();
        let birth_date = self.read_birth_date(reader, surroundings);
        let birth_place = self.read_birth_place(reader, surroundings);
        reader.is_clean().then(|| {
            Answer::Identity(Kept {
                used_name: used_name.filter(|used| *used != family_name),
                family_name,
                first_names,
                birth_date,
                birth_place,
            })
        })
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        let Answer::Identity(identity) = answer else {
            return;
        };
        writer.put(Part::FamilyName, &identity.family_name);
        writer.put_some(Part::UsedName, identity.used_name.as_ref());
        writer.put(Part::FirstNames, &identity.first_names);
        if let Some(date) = identity.birth_date {
            write_date(date, &BIRTH_DATE, writer);
        }
        if let Some(place) = &identity.birth_place {
            write_place(place, &BIRTH_PLACE, writer);
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        match answer {
            Answer::Identity(identity) => identity_in_words(identity, language),
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        let name = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
        let mut properties = serde_json::Map::new();
        let mut required = vec!["family_name", "first_names"];
        properties.insert("family_name".to_owned(), name.clone());
        properties.insert("first_names".to_owned(), name.clone());
        if self.used_name {
            properties.insert("used_name".to_owned(), name);
        }
        for (asked, part, schema) in [
            (
                self.birth_date,
                "birth_date",
                json!({ "type": "string", "format": "date" }),
            ),
            (self.birth_place, "birth_place", ANYWHERE.place_schema()),
        ] {
            if asked != Asked::No {
                properties.insert(part.to_owned(), schema);
            }
            if asked == Asked::Required {
                required.push(part);
            }
        }
        json!({ "identity": {
            "type": "object", "properties": properties, "required": required,
            "additionalProperties": false,
        } })
    }

    fn autocomplete(&self, part: Part) -> Option<&'static str> {
        match part {
            Part::FamilyName => Some("family-name"),
            Part::FirstNames => Some("given-name"),
            Part::BirthDay => Some("bday-day"),
            Part::BirthMonth => Some("bday-month"),
            Part::BirthYear => Some("bday-year"),
            _ => None,
        }
    }
}

impl Identity {
    fn read_birth_date(
        &self,
        reader: &mut Reader<'_>,
        surroundings: &Surroundings<'_>,
    ) -> Option<jiff::civil::Date> {
        if self.birth_date == Asked::No {
            return None;
        }
        let inputs = [Part::BirthDay, Part::BirthMonth, Part::BirthYear];
        if reader.is_blank(&inputs) {
            if self.birth_date == Asked::Required {
                reader.refuse(Part::BirthDay, EntryErrorKind::Required);
            }
            return None;
        }
        let born = Date {
            past: true,
            min_age: self.min_age,
            max_age: self.max_age,
            ..Date::default()
        };
        born.read_parts(reader, &BIRTH_DATE, surroundings.today)
    }

    fn read_birth_place(
        &self,
        reader: &mut Reader<'_>,
        surroundings: &Surroundings<'_>,
    ) -> Option<crate::answer::PlaceAnswer> {
        if self.birth_place == Asked::No {
            return None;
        }
        if reader.is_blank(&ANYWHERE.parts_of(&BIRTH_PLACE)) {
            if self.birth_place == Asked::Required {
                reader.refuse(Part::BirthPlace, EntryErrorKind::Required);
            }
            return None;
        }
        ANYWHERE.read_parts(reader, &BIRTH_PLACE, surroundings.places)
    }
}

/// Reads a name: letters of any script, spaces, hyphens, apostrophes and points.
pub(super) fn read_name(reader: &mut Reader<'_>, part: Part, needed: bool) -> Option<String> {
    let typed = if needed {
        Some(reader.needed(part, 200)).filter(|name| !name.is_empty())
    } else {
        reader.short(part, 200)
    }?;
    let name = typed.replace(',', " ");
    let name = crate::answer::words::one_line(&name);
    if !is_name(&name) {
        reader.refuse(part, EntryErrorKind::NameInvalid);
    }
    Some(name)
}

fn is_name(name: &str) -> bool {
    let allowed = |letter: char| {
        letter.is_alphabetic()
            || unicode_normalization::char::is_combining_mark(letter)
            || " -'’.‑·\u{200c}\u{200d}".contains(letter)
    };
    name.chars().any(char::is_alphabetic) && name.chars().all(allowed)
}

fn identity_in_words(identity: &Kept, language: Language) -> Vec<String> {
    let mut lines = vec![format!("{} {}", identity.first_names, identity.family_name)];
    let (used, born, at) = match language {
        Language::French => ("Nom d'usage : ", "Naissance : ", ", "),
        Language::English => ("Name used in daily life: ", "Born: ", ", "),
    };
    if let Some(name) = &identity.used_name {
        lines.push(format!("{used}{name}"));
    }
    let date = identity
        .birth_date
        .map(|date| date_in_words(date, language));
    let place = identity.birth_place.as_ref().map(place_in_words);
    let birth: Vec<_> = date.into_iter().chain(place).collect();
    if !birth.is_empty() {
        lines.push(format!("{born}{}", birth.join(at)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names_have_letters_and_no_digits() {
        for name in [
            "Zoé",
            "Jean-Paul",
            "d’Arc",
            "O'Neil",
            "N. Ngũgĩ",
            "李",
            "Ben‑Ali",
        ] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "-", "R2D2", "a@b", "<b>", "N°1"] {
            assert!(!is_name(name), "{name}");
        }
    }
}
