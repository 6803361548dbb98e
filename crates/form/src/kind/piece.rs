//! Supporting documents.

use std::str::FromStr;

use parvis_kernel::{Language, PieceId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{
    Answer, EntryErrorKind, Part, PieceEntry, Pieces, Reader, Surroundings, Writer,
};

/// A supporting document: files received beforehand, posted by their identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Files at most.
    pub max_files: u32,
    /// Bytes of each file at most.
    pub max_bytes: u64,
    /// Accepted types.
    pub accept: Vec<FileType>,
    /// Whether "I will send it another way" is offered.
    pub other_way: bool,
}

/// An accepted type of file. None of them is active content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileType {
    /// PDF.
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// HEIC, the pictures of some phones.
    Heic,
}

impl FileType {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Webp, Self::Heic];

    /// The terms of the procedure file.
    pub const TERMS: &[&str] = &["pdf", "jpeg", "png", "webp", "heic"];

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Heic => "image/heic",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
            Self::Heic => "HEIC",
        }
    }
}

impl FromStr for FileType {
    type Err = ();

    fn from_str(term: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .zip(Self::TERMS)
            .find(|(_, own)| **own == term)
            .map(|(file_type, _)| file_type)
            .ok_or(())
    }
}

impl Piece {
    /// What is wrong with a file, if anything: to be asked with the sniffed type as soon as it is
    /// received.
    #[must_use]
    pub fn refusal_of(&self, file: &PieceEntry) -> Option<EntryErrorKind> {
        if file.size > self.max_bytes {
            return Some(self.too_large(&file.name));
        }
        let accepted = self
            .accept
            .iter()
            .any(|own| own.media_type() == file.media_type);
        (!accepted).then(|| self.type_refused(&file.name))
    }

    /// The refusal of a file that is too large, for one whose reading stopped.
    #[must_use]
    pub fn too_large(&self, name: &str) -> EntryErrorKind {
        EntryErrorKind::FileTooLarge {
            max: self.max_bytes,
            name: name.to_owned(),
        }
    }

    /// The refusal of a file of another type.
    #[must_use]
    pub fn type_refused(&self, name: &str) -> EntryErrorKind {
        EntryErrorKind::FileTypeRefused {
            accepted: self.accepted_words(),
            name: name.to_owned(),
        }
    }

    /// The accepted types in words: `PDF, JPEG, PNG`.
    #[must_use]
    pub fn accepted_words(&self) -> String {
        let words: Vec<_> = self.accept.iter().map(|own| own.words()).collect();
        words.join(", ")
    }

    /// The `accept` attribute of the input.
    #[must_use]
    pub fn accept_attribute(&self) -> String {
        let types: Vec<_> = self.accept.iter().map(|own| own.media_type()).collect();
        types.join(",")
    }
}

impl Rules for Piece {
    fn parts(&self) -> Vec<Part> {
        if self.other_way {
            vec![Part::Whole, Part::OtherWay]
        } else {
            vec![Part::Whole]
        }
    }

    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        let mut files: Vec<PieceEntry> = Vec::new();
        let posted = reader
            .values(Part::Whole)
            .iter()
            .filter(|value| !value.is_empty());
        for value in posted {
            if files.len() >= self.max_files as usize {
                reader.refuse(
                    Part::Whole,
                    EntryErrorKind::TooManyFiles {
                        max: self.max_files,
                    },
                );
                return None;
            }
            let held = PieceId::from_str(value)
                .ok()
                .and_then(|id| surroundings.pieces.piece(id));
            let Some(file) = held else {
                reader.refuse(Part::Whole, EntryErrorKind::FileUnknown);
                return None;
            };
            if let Some(refusal) = self.refusal_of(&file) {
                reader.refuse(Part::Whole, refusal);
            }
            if files.iter().all(|other| other.id != file.id) {
                files.push(file);
            }
        }
        let other_way = self.read_other_way(reader);
        (other_way || !files.is_empty()).then_some(Answer::Pieces(Pieces { files, other_way }))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        let Answer::Pieces(pieces) = answer else {
            return;
        };
        for file in &pieces.files {
            writer.put(Part::Whole, file.id.to_string());
        }
        if pieces.other_way {
            writer.put(Part::OtherWay, "yes");
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        let Answer::Pieces(pieces) = answer else {
            return Vec::new();
        };
        let promise = match language {
            Language::French => "Sera envoyé autrement",
            Language::English => "Will be sent another way",
        };
        let files = pieces.files.iter().map(|file| file.name.clone());
        let promised = pieces.other_way.then(|| promise.to_owned());
        files.chain(promised).collect()
    }

    fn schema(&self) -> Value {
        let media_types: Vec<_> = self.accept.iter().map(|own| own.media_type()).collect();
        json!({ "pieces": {
            "type": "object", "additionalProperties": false, "required": ["files", "other_way"],
            "properties": {
                "files": { "type": "array", "maxItems": self.max_files, "items": {
                    "type": "object", "additionalProperties": false,
                    "required": ["id", "name", "media_type", "size"],
                    "properties": {
                        "id": { "type": "string", "format": "uuid" },
                        "name": { "type": "string" },
                        "media_type": { "enum": media_types },
                        "size": { "type": "integer", "minimum": 0, "maximum": self.max_bytes },
                    },
                } },
                "other_way": if self.other_way { json!({ "type": "boolean" }) } else { json!({ "const": false }) },
            },
        } })
    }
}

impl Piece {
    fn read_other_way(&self, reader: &mut Reader<'_>) -> bool {
        match reader.line(Part::OtherWay).as_str() {
            "" => false,
            "yes" if self.other_way => true,
            _ => {
                reader.refuse(Part::OtherWay, EntryErrorKind::UnknownOption);
                false
            }
        }
    }
}
