//! Kinds of field and their parameters.

use std::str::FromStr;

use serde_saphyr::{Location, Spanned};

use super::data::one_of;
use super::{Compiler, elements};
use crate::answer::PlaceScope;
use crate::definition::{ElementSource, OptionSource, is_name, limits};
use crate::expression::Type;
use crate::kind::{
    Address, Asked, Choice, ChoiceOption, Choices, Commune, Date, Email, FileType, Identity,
    Integer, Kind, LongText, Phone, Piece, ShortText, YesNo,
};

/// Everything that is given in an element besides what it is and its condition.
pub(super) fn given(source: &ElementSource, owner: Location) -> Vec<(&'static str, Location)> {
    fn at<T>(name: &'static str, value: &Option<Spanned<T>>) -> Option<(&'static str, Location)> {
        value.as_ref().map(|value| (name, value.referenced))
    }
    [
        at("label", &source.label),
        at("hint", &source.hint),
        at("optional", &source.optional),
        at("kind", &source.kind),
        at("purpose", &source.purpose),
        at("legal_basis", &source.legal_basis),
        at("retention", &source.retention),
        at("sensitivity", &source.sensitivity),
        at("autocomplete", &source.autocomplete),
        at("max_length", &source.max_length),
        at("min", &source.min),
        at("max", &source.max),
        at("past", &source.past),
        at("future", &source.future),
        at("options", &source.options),
        at("scope", &source.scope),
        at("abroad", &source.abroad),
        at("used_name", &source.used_name),
        at("birth_date", &source.birth_date),
        at("birth_place", &source.birth_place),
        at("max_files", &source.max_files),
        at("max_size", &source.max_size),
        at("accept", &source.accept),
        at("other_way", &source.other_way),
        at("title", &source.title),
        at("row_title", &source.row_title),
        at("add_label", &source.add_label),
        source.fields.as_ref().map(|_| ("fields", owner)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The type that conditions see, before the field is compiled.
pub(super) fn type_of(source: &ElementSource) -> Type {
    if source.block.is_some() {
        return Type::Rows;
    }
    let options = || {
        let options = source.options.iter().flat_map(|options| &options.value);
        options.map(|option| option.value.value.clone()).collect()
    };
    match source.kind.as_ref().map(|kind| kind.value.as_str()) {
        Some("integer") => Type::Int,
        Some("date") => Type::Date,
        Some("yes_no") => Type::Bool,
        Some("choice") => Type::Choice(options()),
        Some("choices") => Type::Choices(options()),
        Some("address") => Type::Address,
        Some("commune") => Type::Place,
        Some("identity") => Type::Identity,
        Some("piece") => Type::Pieces,
        _ => Type::Text,
    }
}

/// The rows of a block at most.
pub(super) fn rows_of(source: &ElementSource) -> u64 {
    let max = source.max.as_ref().map_or(20, |max| max.value);
    u64::try_from(max).unwrap_or(1).min(u64::from(limits::ROWS))
}

impl Compiler<'_> {
    pub(super) fn kind(&mut self, owner: Location, source: &ElementSource) -> Kind {
        let Some(term) = &source.kind else {
            self.problems
                .note_expecting(owner, "`kind` is missing", one_of(Kind::TERMS));
            return Kind::YesNo(YesNo {});
        };
        let (kind, parameters): (Kind, &[&str]) = match term.value.as_str() {
            "short_text" => (self.short_text(source), &["max_length"]),
            "long_text" => (self.long_text(source), &["max_length"]),
            "integer" => (self.integer(owner, source), &["min", "max"]),
            "date" => (self.date(source), &["past", "future"]),
            "yes_no" => (Kind::YesNo(YesNo {}), &[]),
            "choice" => (
                Kind::Choice(Choice {
                    options: self.options(owner, source),
                }),
                &["options"],
            ),
            "choices" => (
                Kind::Choices(Choices {
                    options: self.options(owner, source),
                }),
                &["options"],
            ),
            "email" => (Kind::Email(Email {}), &[]),
            "phone" => (Kind::Phone(Phone {}), &[]),
            "address" => (Kind::Address(Address {}), &[]),
            "commune" => (self.commune(source), &["scope", "abroad"]),
            "identity" => (
                self.identity(source),
                &["used_name", "birth_date", "birth_place"],
            ),
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

    fn short_text(&mut self, source: &ElementSource) -> Kind {
        let max_length = self.bounded(source.max_length.as_ref(), 200, limits::SHORT_TEXT);
        Kind::ShortText(ShortText { max_length })
    }

    fn long_text(&mut self, source: &ElementSource) -> Kind {
        let max_length = self.bounded(source.max_length.as_ref(), 2_000, limits::LONG_TEXT);
        Kind::LongText(LongText { max_length })
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

    fn integer(&mut self, owner: Location, source: &ElementSource) -> Kind {
        let reach = 1_000_000_000_000_000;
        let min = source.min.as_ref().map_or(0, |min| min.value);
        let max = source.max.as_ref().map_or(1_000_000_000, |max| max.value);
        if min > max || min < -reach || max > reach {
            let at = source
                .max
                .as_ref()
                .or(source.min.as_ref())
                .map_or(owner, |bound| bound.referenced);
            self.problems.note_expecting(
                at,
                "`min` and `max` are out of bounds",
                format!("-{reach} <= min <= max <= {reach}"),
            );
        }
        Kind::Integer(Integer { min, max })
    }

    fn date(&mut self, source: &ElementSource) -> Kind {
        let past = flag(source.past.as_ref(), false);
        let future = flag(source.future.as_ref(), false);
        if past && future {
            let at = source
                .future
                .as_ref()
                .map_or(Location::UNKNOWN, |future| future.referenced);
            self.problems.note_expecting(
                at,
                "a date is not both past and future",
                "`past` or `future`",
            );
        }
        Kind::Date(Date { past, future })
    }

    fn options(&mut self, owner: Location, source: &ElementSource) -> Vec<ChoiceOption> {
        let Some(options) = &source.options else {
            self.problems.note_expecting(
                owner,
                "`options` is missing",
                "`options: [{value: ..., label: ...}, ...]`",
            );
            return Vec::new();
        };
        if !(2..=limits::OPTIONS).contains(&options.value.len()) {
            let expected = format!("2 to {} options", limits::OPTIONS);
            self.problems.note_expecting(
                options.referenced,
                "the options are too few or too many",
                expected,
            );
        }
        let mut known: Vec<&str> = Vec::new();
        for option in options.value.iter().take(limits::OPTIONS) {
            let value = &option.value;
            if !is_name(&value.value) {
                let message = format!("`{}` is not the value of an option", value.value);
                self.problems.note_expecting(
                    value.referenced,
                    message,
                    "a name such as `full_copy`",
                );
            }
            if known.contains(&value.value.as_str()) {
                self.problems.note(
                    value.referenced,
                    format!("two options have the value `{}`", value.value),
                );
            }
            known.push(&value.value);
        }
        options
            .value
            .iter()
            .take(limits::OPTIONS)
            .map(|option| self.option(option))
            .collect()
    }

    fn option(&mut self, source: &OptionSource) -> ChoiceOption {
        ChoiceOption {
            value: source.value.value.clone(),
            label: self.words(&source.label, limits::SHORT_WORDS),
            hint: self.some_words(source.hint.as_ref()),
        }
    }

    fn commune(&mut self, source: &ElementSource) -> Kind {
        let scope = match source
            .scope
            .as_ref()
            .map(|scope| (scope, scope.value.as_str()))
        {
            None | Some((_, "current")) => PlaceScope::Current,
            Some((_, "current_and_former")) => PlaceScope::CurrentAndFormer,
            Some((scope, other)) => {
                let message = format!("`{other}` is not a scope");
                self.problems.note_expecting(
                    scope.referenced,
                    message,
                    one_of(&["current", "current_and_former"]),
                );
                PlaceScope::Current
            }
        };
        Kind::Commune(Commune {
            scope,
            abroad: flag(source.abroad.as_ref(), false),
        })
    }

    fn identity(&mut self, source: &ElementSource) -> Kind {
        Kind::Identity(Identity {
            used_name: flag(source.used_name.as_ref(), true),
            birth_date: self.asked(source.birth_date.as_ref()),
            birth_place: self.asked(source.birth_place.as_ref()),
        })
    }

    fn asked(&mut self, source: Option<&Spanned<String>>) -> Asked {
        let Some(source) = source else {
            return Asked::No;
        };
        source.value.parse().unwrap_or_else(|()| {
            let message = format!("`{}` does not say whether it is asked", source.value);
            self.problems.note_expecting(
                source.referenced,
                message,
                one_of(&["no", "optional", "required"]),
            );
            Asked::No
        })
    }

    fn piece(&mut self, source: &ElementSource) -> Kind {
        Kind::Piece(Piece {
            max_files: self.bounded(source.max_files.as_ref(), 5, limits::FILES),
            max_bytes: self.file_size(source.max_size.as_ref()),
            accept: self.accepted(source),
            other_way: flag(source.other_way.as_ref(), false),
        })
    }

    fn file_size(&mut self, source: Option<&Spanned<String>>) -> u64 {
        let default = 10_000_000;
        let Some(source) = source else {
            return default;
        };
        let size = source
            .value
            .strip_suffix("MB")
            .and_then(|count| count.trim().parse::<u64>().ok());
        match size.and_then(|megabytes| megabytes.checked_mul(1_000_000)) {
            Some(bytes) if (1..=limits::FILE_BYTES).contains(&bytes) => bytes,
            _ => {
                let expected = format!("1 MB to {} MB", limits::FILE_BYTES / 1_000_000);
                self.problems.note_expecting(
                    source.referenced,
                    format!("`{}` is not a size", source.value),
                    expected,
                );
                default
            }
        }
    }

    fn accepted(&mut self, source: &ElementSource) -> Vec<FileType> {
        let Some(accept) = &source.accept else {
            return vec![FileType::Pdf, FileType::Jpeg, FileType::Png, FileType::Heic];
        };
        if accept.value.is_empty() {
            self.problems.note_expecting(
                accept.referenced,
                "no type of file is accepted",
                one_of(FileType::TERMS),
            );
        }
        let mut types = Vec::new();
        for term in &accept.value {
            match FileType::from_str(&term.value) {
                Ok(found) if types.contains(&found) => {}
                Ok(found) => types.push(found),
                Err(()) => {
                    let message = format!("`{}` is not a type of file", term.value);
                    self.problems
                        .note_expecting(term.referenced, message, one_of(FileType::TERMS));
                }
            }
        }
        types
    }
}

fn flag(source: Option<&Spanned<bool>>, default: bool) -> bool {
    source.map_or(default, |flag| flag.value)
}
