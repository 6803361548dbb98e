//! Pieces.

use std::str::FromStr;

use askama::Template;
use parvis_form::kind::{FileType, Piece as PieceKind};
use parvis_form::{At, Field, Part};
use parvis_kernel::PieceId;
use parvis_web::{PageError, Wording};

use crate::answer::fields::{Page, controls};
use crate::examine::about_own;

impl Page<'_> {
    pub(super) fn piece(
        &mut self,
        field: &Field,
        at: At<'_>,
        piece: &PieceKind,
    ) -> Result<String, PageError> {
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
            optional: field.is_always_optional(),
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
