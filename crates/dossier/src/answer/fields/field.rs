//! One field of each kind.

use std::str::FromStr;

use askama::Template;
use parvis_form::kind::{Asked, ChoiceOption, FileType, Identity, Integer, Piece as PieceKind};
use parvis_form::{At, Field, Kind, Part, PlaceScope};
use parvis_kernel::PieceId;
use parvis_web::{Choice, PageError, Wording};

use super::place::{Asking, BIRTH, OF_ADDRESS, PLACE};
use super::{Page, controls};
use crate::examine::about_own;
use crate::said::worded;

/// The inputs of a date: name, words, width.
const DATE: [(Part, &str, &str); 3] = [
    (Part::Day, "field-part-day", "2"),
    (Part::Month, "field-part-month", "2"),
    (Part::Year, "field-part-year", "4"),
];
/// Those of a birth.
const BIRTH_DATE: [(Part, &str, &str); 3] = [
    (Part::BirthDay, "field-part-birth-day", "2"),
    (Part::BirthMonth, "field-part-birth-month", "2"),
    (Part::BirthYear, "field-part-birth-year", "4"),
];

impl Page<'_> {
    /// Writes a field.
    pub(super) fn field(&mut self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        match &field.kind {
            Kind::ShortText(text) => {
                let width = if text.max_length <= 20 { "20" } else { "" };
                self.line(field, at, "text", "", width)
            }
            Kind::LongText(text) => self.area(field, at, text.max_length),
            Kind::Integer(integer) => self.integer(field, at, integer),
            Kind::Date(_) => self.date(field, at),
            Kind::YesNo(_) => self.yes_no(field, at),
            Kind::Choice(choice) => self.choice(field, at, &choice.options, false),
            Kind::Choices(choices) => self.choice(field, at, &choices.options, true),
            Kind::Email(_) => self.line(field, at, "email", "email", ""),
            Kind::Phone(_) => self.line(field, at, "tel", "tel", "20"),
            Kind::Address(_) => self.address(field, at),
            Kind::Commune(commune) => self.place(field, at, commune.scope, commune.abroad),
            Kind::Identity(identity) => self.identity(field, at, identity),
            Kind::Piece(piece) => self.piece(field, at, piece),
        }
    }

    /// The value of an input.
    pub(super) fn value(&self, name: &str) -> String {
        let values = self.entries.get(name);
        values
            .and_then(|values| values.first())
            .cloned()
            .unwrap_or_default()
    }

    fn label(&self, field: &Field) -> Wording {
        worded(self.visit, &field.label)
    }

    fn hint(&self, field: &Field) -> Wording {
        field
            .hint
            .as_ref()
            .map(|hint| worded(self.visit, hint))
            .unwrap_or_default()
    }

    /// The token that lets the browser propose what it knows: only to somebody who answers about themselves.
    fn autocomplete(&self, field: &Field, part: Part) -> String {
        let token = field.autocomplete_of(part).unwrap_or_default();
        if self.questions.own {
            token.to_owned()
        } else {
            String::new()
        }
    }

    fn line(
        &self,
        field: &Field,
        at: At<'_>,
        kind: &'static str,
        inputmode: &'static str,
        width: &'static str,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let line = controls::Line {
            visit: self.visit,
            label: self.label(field),
            value: self.value(&name),
            hint: self.hint(field),
            error: self.errors.of(&name),
            kind,
            inputmode,
            autocomplete: self.autocomplete(field, Part::Whole),
            width,
            optional: field.optional,
            suffix: String::new(),
            name,
        };
        Ok(line.render()?)
    }

    fn integer(&self, field: &Field, at: At<'_>, integer: &Integer) -> Result<String, PageError> {
        let width = if integer.max < 1_000 { "4" } else { "10" };
        // A numeric keyboard has no minus sign on some telephones.
        let inputmode = if integer.min < 0 { "" } else { "numeric" };
        self.line(field, at, "text", inputmode, width)
    }

    fn area(&self, field: &Field, at: At<'_>, most: u32) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let area = controls::Area {
            visit: self.visit,
            label: self.label(field),
            value: self.value(&name),
            hint: self.hint(field),
            error: self.errors.of(&name),
            most: most as usize,
            optional: field.optional,
            name,
        };
        Ok(area.render()?)
    }

    fn choice(
        &self,
        field: &Field,
        at: At<'_>,
        options: &[ChoiceOption],
        several: bool,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let chosen = self.entries.get(&name).map_or(&[][..], Vec::as_slice);
        let choices = options.iter().map(|option| {
            let hint = option.hint.as_ref().map(|hint| worded(self.visit, hint));
            Choice::new(&option.value, worded(self.visit, &option.label))
                .hint(hint.unwrap_or_default())
                .checked(chosen.contains(&option.value))
        });
        self.choosing(field, name, choices.collect(), several, false)
    }

    fn yes_no(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let value = self.value(&name);
        let choices = [("yes", "field-yes"), ("no", "field-no")];
        let choices = choices
            .map(|(code, words)| Choice::new(code, self.visit.say(words)).checked(value == code));
        self.choosing(field, name, choices.to_vec(), false, true)
    }

    fn choosing(
        &self,
        field: &Field,
        name: String,
        choices: Vec<Choice>,
        several: bool,
        inline: bool,
    ) -> Result<String, PageError> {
        let choosing = controls::Choosing {
            visit: self.visit,
            legend: self.label(field),
            hint: self.hint(field),
            error: self.errors.of(&name),
            choices,
            several,
            inline,
            optional: field.optional,
            name,
        };
        Ok(choosing.render()?)
    }

    fn date(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        let legend = self.label(field);
        let mut hint = self.hint(field);
        if hint.is_empty() {
            hint = self.visit.say("fields-date-hint").into();
        }
        self.date_parts(field, at, &DATE, (legend, hint, field.optional))
    }

    fn date_parts(
        &self,
        field: &Field,
        at: At<'_>,
        parts: &[(Part, &str, &'static str); 3],
        (legend, hint, optional): (Wording, Wording, bool),
    ) -> Result<String, PageError> {
        let names = parts.iter().map(|(part, _, _)| at.name(&field.id, *part));
        let mut errors = names.map(|name| self.errors.of(&name));
        let error = errors.find(|message| !message.is_empty());
        let inputs = parts.iter().map(|(part, words, width)| {
            let name = at.name(&field.id, *part);
            controls::DatePart {
                label: self.visit.say(words).to_owned(),
                value: self.value(&name),
                width,
                autocomplete: self.autocomplete(field, *part),
                name,
            }
        });
        let (whole, _, _) = parts[0];
        let date = controls::Date {
            visit: self.visit,
            name: format!("{}-group", at.name(&field.id, whole)),
            legend,
            hint,
            error: error.unwrap_or_default(),
            optional,
            parts: inputs.collect(),
        };
        Ok(date.render()?)
    }

    /// One input of a question that has several.
    fn part(
        &self,
        field: &Field,
        at: At<'_>,
        part: Part,
        words: &str,
        shape: Shape,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, part);
        let line = controls::Line {
            visit: self.visit,
            label: self.visit.say(words).into(),
            value: self.value(&name),
            hint: Wording::default(),
            error: self.errors.of(&name),
            kind: "text",
            inputmode: shape.inputmode,
            autocomplete: self.autocomplete(field, part),
            width: shape.width,
            optional: shape.optional,
            suffix: String::new(),
            name,
        };
        Ok(line.render()?)
    }

    fn group(&self, field: &Field, at: At<'_>, html: String) -> Result<String, PageError> {
        let group = controls::Group {
            visit: self.visit,
            name: format!("{}-group", at.name(&field.id, Part::Whole)),
            legend: self.label(field),
            hint: self.hint(field),
            optional: field.optional,
            html,
        };
        Ok(group.render()?)
    }

    fn address(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        let optional = true;
        let mut html = String::new();
        for (part, words, shape) in [
            (
                Part::Number,
                "field-part-number",
                Shape {
                    width: "5",
                    optional,
                    ..LONG
                },
            ),
            (Part::Street, "field-part-street", LONG),
            (
                Part::Complement,
                "field-part-complement",
                Shape { optional, ..LONG },
            ),
            (
                Part::Postcode,
                "field-part-postcode",
                Shape {
                    width: "5",
                    inputmode: "numeric",
                    optional: false,
                },
            ),
        ] {
            html.push_str(&self.part(field, at, part, words, shape)?);
        }
        let asking = Asking {
            label: self.visit.say("field-part-commune").into(),
            hint: Wording::default(),
            optional: false,
            scope: PlaceScope::Current,
            autocomplete: self.autocomplete(field, Part::Commune),
        };
        html.push_str(&self.commune(field, at, &OF_ADDRESS, asking)?);
        self.group(field, at, html)
    }

    fn place(
        &self,
        field: &Field,
        at: At<'_>,
        scope: PlaceScope,
        abroad: bool,
    ) -> Result<String, PageError> {
        let asking = |label, hint, optional| Asking {
            label,
            hint,
            optional,
            scope,
            autocomplete: String::new(),
        };
        if !abroad {
            let asking = asking(self.label(field), self.hint(field), field.optional);
            return self.commune(field, at, &PLACE, asking);
        }
        let label = Wording::from(self.visit.say("field-part-commune"));
        let asking = asking(label, Wording::default(), false);
        let html = self.commune(field, at, &PLACE, asking)? + &self.abroad(field, at, &PLACE)?;
        self.group(field, at, html)
    }

    fn identity(
        &self,
        field: &Field,
        at: At<'_>,
        identity: &Identity,
    ) -> Result<String, PageError> {
        let may = |asked| asked == Asked::Optional && !field.optional;
        let mut html = self.part(field, at, Part::FamilyName, "field-part-family-name", LONG)?;
        if identity.used_name {
            let shape = Shape {
                optional: true,
                ..LONG
            };
            html.push_str(&self.part(field, at, Part::UsedName, "field-part-used-name", shape)?);
        }
        html.push_str(&self.part(field, at, Part::FirstNames, "field-part-first-names", LONG)?);
        if identity.birth_date != Asked::No {
            let legend = self.visit.say("field-part-birth-date").into();
            let hint = self.visit.say("fields-date-hint").into();
            let words = (legend, hint, may(identity.birth_date));
            html.push_str(&self.date_parts(field, at, &BIRTH_DATE, words)?);
        }
        if identity.birth_place != Asked::No {
            let asking = Asking {
                label: self.visit.say("field-part-birth-place").into(),
                hint: Wording::default(),
                optional: may(identity.birth_place),
                scope: PlaceScope::CurrentAndFormer,
                autocomplete: String::new(),
            };
            html.push_str(&self.commune(field, at, &BIRTH, asking)?);
            html.push_str(&self.abroad(field, at, &BIRTH)?);
        }
        self.group(field, at, html)
    }

    fn piece(&mut self, field: &Field, at: At<'_>, piece: &PieceKind) -> Result<String, PageError> {
        self.takes_pieces = true;
        let name = at.name(&field.id, Part::Whole);
        let other_way_name = at.name(&field.id, Part::OtherWay);
        let files = self.files(&name);
        let left = (piece.max_files as usize).saturating_sub(files.len());
        let accepted = accepted(piece, self.questions.anonymous);
        let files = controls::Files {
            visit: self.visit,
            label: self.label(field),
            hint: self.piece_hint(field, piece, &accepted),
            error: self.errors.of(&name),
            optional: field.optional,
            accept: accepted
                .iter()
                .map(|own| own.media_type())
                .collect::<Vec<_>>()
                .join(","),
            several: left > 1,
            room: left > 0,
            other_way: piece.other_way,
            other_way_checked: self.value(&other_way_name) == "yes",
            other_way_name,
            files,
            name,
        };
        Ok(files.render()?)
    }

    fn piece_hint(&self, field: &Field, piece: &PieceKind, accepted: &[FileType]) -> Wording {
        let formats: Vec<&str> = accepted.iter().map(|own| own.words()).collect();
        let values = [
            ("count", piece.max_files.to_string()),
            ("size", self.visit.size(piece.max_bytes)),
            ("formats", formats.join(", ")),
        ];
        let limits = self.visit.say_with("fields-file-limits", &values);
        self.hint(field).then(limits)
    }

    /// The files that the inputs of a field name, of those that the dossier holds.
    fn files(&self, name: &str) -> Vec<controls::File> {
        let ids = self.entries.get(name).map_or(&[][..], Vec::as_slice).iter();
        let ids = ids.filter_map(|id| PieceId::from_str(id).ok());
        let held = ids.filter_map(|id| {
            let pieces = self.questions.pieces.iter();
            pieces.into_iter().find(|piece| piece.id == id)
        });
        held.map(|piece| controls::File {
            id: piece.id.to_string(),
            name: piece.description.name.to_string(),
            size: self.visit.size(piece.size),
            href: self.visit.url(&format!(
                "/dossiers/{}/pieces/{}",
                self.questions.number, piece.id
            )),
            picture: piece.media_type.starts_with("image/"),
            blocked: about_own(self.visit, piece),
        })
        .collect()
    }
}

/// The types that a field accepts. What is hidden in a HEIC picture cannot be erased: an anonymous person is not let
/// to send one.
pub(crate) fn accepted(piece: &PieceKind, anonymous: bool) -> Vec<FileType> {
    let types = piece.accept.iter().copied();
    types
        .filter(|own| !(anonymous && *own == FileType::Heic))
        .collect()
}

/// How an input of several looks.
#[derive(Clone, Copy)]
struct Shape {
    width: &'static str,
    inputmode: &'static str,
    optional: bool,
}

const LONG: Shape = Shape {
    width: "",
    inputmode: "",
    optional: false,
};
