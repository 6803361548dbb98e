//! An element of an official list: a département, a region, a country, an EPCI.

use parvis_kernel::{Language, Tongues};
use serde_json::{Value, json};

use super::Rules;
use super::listed::{Listing, read_search, read_value, write_search};
use crate::answer::words::folded;
use crate::answer::{
    Answer, Coded, Listed, OfficialList, OfficialLists, Part, Reader, Surroundings, Writer,
};
use crate::definition::Shown;

impl OfficialList {
    /// Says whether the list is too long to be shown: it is looked into by words.
    #[must_use]
    pub const fn is_searched(self) -> bool {
        matches!(self, Self::Epci)
    }

    const fn answer(self, coded: Coded) -> Answer {
        match self {
            Self::Departements => Answer::Departement(coded),
            Self::Regions => Answer::Region(coded),
            Self::Countries => Answer::Country(coded),
            Self::Epci => Answer::Epci(coded),
        }
    }

    const fn of(self, answer: &Answer) -> Option<&Coded> {
        match (self, answer) {
            (Self::Departements, Answer::Departement(coded))
            | (Self::Regions, Answer::Region(coded))
            | (Self::Countries, Answer::Country(coded))
            | (Self::Epci, Answer::Epci(coded)) => Some(coded),
            _ => None,
        }
    }

    const fn term(self) -> &'static str {
        match self {
            Self::Departements => "departement",
            Self::Regions => "region",
            Self::Countries => "country",
            Self::Epci => "epci",
        }
    }
}

struct InList<'a> {
    list: OfficialList,
    lists: &'a dyn OfficialLists,
}

impl Listing for InList<'_> {
    fn of_value(&self, value: &str) -> Option<Listed> {
        self.lists.by_code(self.list, value)
    }

    fn labelled(&self, fits: &dyn Fn(&str) -> bool) -> Vec<Listed> {
        let mut all = self.lists.all(self.list);
        all.retain(|listed| listed.label.versions().any(|label| fits(&folded(label))));
        all
    }
}

impl Rules for OfficialList {
    fn parts(&self) -> Vec<Part> {
        match self.is_searched() {
            true => vec![Part::Whole, Part::Code],
            false => vec![Part::Whole],
        }
    }

    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        let list = InList {
            list: *self,
            lists: surroundings.lists,
        };
        let listed = match self.is_searched() {
            true => read_search(reader, &list),
            false => read_value(reader, &list),
        }?;
        let name = listed.label.in_language(Language::French).to_owned();
        let code = listed.value;
        Some(self.answer(Coded { code, name }))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        match self.of(answer) {
            Some(coded) if self.is_searched() => write_search(&coded.code, &coded.name, writer),
            Some(coded) => writer.put(Part::Whole, &coded.code),
            None => {}
        }
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        let line = self.of(answer).map(|coded| match self {
            Self::Departements => format!("{} ({})", coded.name, coded.code),
            _ => coded.name.clone(),
        });
        line.into_iter().collect()
    }

    /// An answer keeps the French name of a country; the others have no other name.
    fn said(&self, answer: &Answer, tongues: Tongues) -> Vec<Shown> {
        let lines = self.lines(answer, tongues.house).into_iter();
        let is_translated = *self == Self::Countries && tongues.house != Language::French;
        match is_translated {
            true => lines.map(Shown::french).collect(),
            false => lines.map(Shown::plain).collect(),
        }
    }

    fn schema(&self) -> Value {
        let text = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
        json!({ (self.term()): {
            "type": "object", "required": ["code", "name"], "additionalProperties": false,
            "properties": { "code": text, "name": text },
        } })
    }
}
