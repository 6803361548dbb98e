//! Kinds of field and their parameters.

mod agreement;
mod choice;
mod computed;
mod date;
mod identified;
mod identity;
mod map;
mod number;
mod piece;
mod place;
mod select;
mod table;
mod text;

pub(in crate::form::compile) use computed::is_computed;

use serde_saphyr::{Location, Spanned};

use super::data::one_of;
use super::{Compiler, elements};
use crate::definition::{ElementSource, limits};
use crate::expression::Type;
use crate::kind::{Address, Email, Kind, Phone, Siren, Siret, YesNo};

/// Everything that is given in an element besides what it is and its condition.
pub(in crate::form::compile) fn given(
    source: &ElementSource,
    owner: Location,
) -> Vec<(&'static str, Location)> {
    fn at<T>(name: &'static str, value: &Option<Spanned<T>>) -> Option<(&'static str, Location)> {
        value.as_ref().map(|value| (name, value.referenced))
    }
    [
        at("label", &source.label),
        at("hint", &source.hint),
        at("optional", &source.optional),
        at("required_if", &source.required_if),
        at("checks", &source.checks),
        at("kind", &source.kind),
        at("purpose", &source.purpose),
        at("legal_basis", &source.legal_basis),
        at("retention", &source.retention),
        at("sensitivity", &source.sensitivity),
        at("autocomplete", &source.autocomplete),
        at("source", &source.source),
        at("max_length", &source.max_length),
        at("min", &source.min),
        at("max", &source.max),
        at("decimals", &source.decimals),
        at("unit", &source.unit),
        at("past", &source.past),
        at("future", &source.future),
        at("after", &source.after),
        at("before", &source.before),
        at("min_age", &source.min_age),
        at("max_age", &source.max_age),
        at("pattern", &source.pattern),
        at("example", &source.example),
        at("pattern_message", &source.pattern_message),
        at("withdrawal", &source.withdrawal),
        at("statement", &source.statement),
        at("level", &source.level),
        at("options", &source.options),
        at("other", &source.other),
        at("table", &source.table),
        at("shapes", &source.shapes),
        at("second_label", &source.second_label),
        at("scope", &source.scope),
        at("abroad", &source.abroad),
        at("used_name", &source.used_name),
        at("birth_date", &source.birth_date),
        at("birth_place", &source.birth_place),
        at("value", &source.value),
        at("show", &source.show),
        at("max_files", &source.max_files),
        at("max_size", &source.max_size),
        at("accept", &source.accept),
        at("other_way", &source.other_way),
        at("title", &source.title),
        at("row_title", &source.row_title),
        at("add_label", &source.add_label),
        at("pages", &source.pages),
        source.fields.as_ref().map(|_| ("fields", owner)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The type that conditions see, before the field is compiled.
pub(in crate::form::compile) fn type_of(source: &ElementSource) -> Type {
    if source.block.is_some() {
        return Type::Rows;
    }
    match source.kind.as_ref().map(|kind| kind.value.as_str()) {
        Some("integer") => Type::Int,
        Some("decimal") => Type::Decimal,
        Some("amount") => Type::Amount,
        Some("date") => Type::Date,
        Some("date_time") => Type::DateTime,
        Some("yes_no" | "consent") => Type::Bool,
        Some("choice" | "select") => Type::Choice(choice::values(source)),
        Some("choices") => Type::Choices(choice::values(source)),
        Some("table") => table::type_of(source),
        Some("linked") => choice::linked_type(source),
        Some("address") => Type::Address,
        Some("commune") => Type::Place,
        Some("departement" | "region" | "country" | "epci") => Type::Coded,
        Some("association" | "company" | "school") => Type::Registered,
        Some("map") => map::type_of(source),
        Some("identity") => Type::Identity,
        Some("piece") => Type::Pieces,
        Some("fee") => Type::Amount,
        _ => Type::Text,
    }
}

/// The rows of a block at most.
pub(in crate::form::compile) fn rows_of(source: &ElementSource) -> u64 {
    let max = source.max.as_ref();
    let max = max.map_or(Some(20), |max| max.value.integer());
    let max = max.and_then(|max| u64::try_from(max).ok());
    max.unwrap_or(1).min(u64::from(limits::ROWS))
}

impl Compiler<'_> {
    pub(in crate::form::compile) fn kind(
        &mut self,
        owner: Location,
        source: &ElementSource,
    ) -> Kind {
        let Some(term) = &source.kind else {
            self.problems
                .note_expecting(owner, "`kind` is missing", one_of(Kind::TERMS));
            return Kind::YesNo(YesNo {});
        };
        let (kind, parameters): (Kind, &[&str]) = match term.value.as_str() {
            "short_text" => (
                self.short_text(owner, source),
                &["max_length", "pattern", "example", "pattern_message"],
            ),
            "long_text" => (self.long_text(source), &["max_length"]),
            "integer" => (self.integer(owner, source), &["min", "max"]),
            "decimal" => (
                self.decimal(owner, source),
                &["decimals", "min", "max", "unit"],
            ),
            "amount" => (self.amount(owner, source), &["min", "max"]),
            "date" => (
                self.date(source),
                &["past", "future", "after", "before", "min_age", "max_age"],
            ),
            "date_time" => (
                self.date_time(source),
                &["past", "future", "after", "before"],
            ),
            "yes_no" => (Kind::YesNo(YesNo {}), &[]),
            "select" => (self.select(owner, source), &["options"]),
            "choice" => (self.choice(owner, source), &["options", "other"]),
            "choices" => (self.choices(owner, source), &["options", "other"]),
            "table" => (self.table(owner, source), &["table"]),
            "linked" => (self.linked(owner, source), &["options", "second_label"]),
            "email" => (Kind::Email(Email {}), &[]),
            "phone" => (Kind::Phone(Phone {}), &[]),
            "siren" => (Kind::Siren(Siren {}), &[]),
            "siret" => (Kind::Siret(Siret {}), &[]),
            "iban" => (self.iban(source, term.referenced), &[]),
            "vehicle_plate" => (self.vehicle_plate(source), &["abroad"]),
            "address" => (Kind::Address(Address {}), &[]),
            "commune" => (self.commune(source), &["scope", "abroad"]),
            "departement" => (Kind::Departement, &[]),
            "region" => (Kind::Region, &[]),
            "country" => (Kind::Country, &[]),
            "epci" => (Kind::Epci, &[]),
            "association" => (Kind::Association, &[]),
            "company" => (Kind::Company, &[]),
            "school" => (Kind::School, &[]),
            "dossier" => (Kind::Dossier, &[]),
            "map" => (self.map(source), &["shapes"]),
            "identity" => (
                self.identity(source),
                &[
                    "used_name",
                    "birth_date",
                    "birth_place",
                    "min_age",
                    "max_age",
                ],
            ),
            "consent" => (self.consent(source), &["withdrawal"]),
            "signature" => (self.signature(source), &["statement"]),
            "piece" => (
                self.piece(source),
                &["max_files", "max_size", "accept", "other_way"],
            ),
            other => {
                self.problems.note_expecting(
                    term.referenced,
                    format!("`{other}` is not a kind of field"),
                    one_of(Kind::TERMS),
                );
                return Kind::YesNo(YesNo {});
            }
        };
        let allowed: Vec<_> = elements::OF_FIELD
            .iter()
            .chain(parameters)
            .copied()
            .collect();
        self.refuse_others(
            source,
            owner,
            &format!("a field of kind `{}`", term.value),
            &allowed,
        );
        kind
    }

    /// A positive parameter under a limit.
    fn bounded(&mut self, source: Option<&Spanned<u32>>, default: u32, limit: u32) -> u32 {
        match source {
            None => default,
            Some(source) if (1..=limit).contains(&source.value) => source.value,
            Some(source) => {
                let message = format!("{} is out of bounds", source.value);
                self.problems
                    .note_expecting(source.referenced, message, format!("1 to {limit}"));
                default
            }
        }
    }
}

fn flag(source: Option<&Spanned<bool>>, default: bool) -> bool {
    source.map_or(default, |flag| flag.value)
}
