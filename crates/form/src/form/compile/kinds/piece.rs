//! Pieces.

use std::str::FromStr;

use serde_saphyr::Spanned;

use super::flag;
use crate::definition::{ElementSource, limits};
use crate::form::compile::Compiler;
use crate::form::compile::data::one_of;
use crate::kind::{FileType, Kind, Piece};

impl Compiler<'_> {
    pub(super) fn piece(&mut self, source: &ElementSource) -> Kind {
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
