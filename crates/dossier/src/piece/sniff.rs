//! What a file really is, whatever its name says.

use parvis_form::kind::FileType;

/// The first bytes that tell.
pub(super) const ENOUGH: usize = 4096;

/// The type of a file, from its first bytes; nothing when it is none of those that a form may accept.
pub(super) fn sniffed(first: &[u8]) -> Option<FileType> {
    let media = infer::get(first)?.mime_type();
    match media {
        "image/heif" | "image/heic" => Some(FileType::Heic),
        media => FileType::ALL
            .into_iter()
            .find(|own| own.media_type() == media),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        assert_eq!(sniffed(b"%PDF-1.7\n"), Some(FileType::Pdf));
        assert_eq!(
            sniffed(b"\xff\xd8\xff\xe0\0\x10JFIF\0"),
            Some(FileType::Jpeg)
        );
        assert_eq!(
            sniffed(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            Some(FileType::Png)
        );
        assert_eq!(sniffed(b"RIFF\x24\0\0\0WEBPVP8 "), Some(FileType::Webp));
        assert_eq!(
            sniffed(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
            Some(FileType::Heic)
        );
    }

    #[test]
    fn a_program_or_a_page_is_nothing_that_a_form_accepts() {
        for wrong in [
            &b"MZ\x90\0\x03"[..],
            b"<html><script>",
            b"#!/bin/sh",
            b"PK\x03\x04",
            b"",
            b"GIF89a",
            b"<svg xmlns=",
        ] {
            assert_eq!(sniffed(wrong), None);
        }
    }
}
