//! What a file really is, whatever its name says.

use parvis_form::kind::FileType;

/// The first bytes that tell: the type, and how large a picture is, behind what its camera wrote.
pub(super) const ENOUGH: usize = 128 * 1024;

/// The type of a file, from its first bytes; nothing when it is none of those that a form may accept.
pub(super) fn sniffed(first: &[u8]) -> Option<FileType> {
    let media = infer::get(first)?.mime_type();
    match media {
        // Readers of PDF take what hides behind a page or a program of a thousand bytes: we do not.
        "application/pdf" if !begins_as_pdf(first) => None,
        "image/heif" | "image/heic" => Some(FileType::Heic),
        media => FileType::ALL
            .into_iter()
            .find(|own| own.media_type() == media),
    }
}

/// Whether a PDF begins at once, but for a mark of encoding and blank lines.
fn begins_as_pdf(first: &[u8]) -> bool {
    let first = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first);
    first.trim_ascii_start().starts_with(b"%PDF-")
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
    fn a_pdf_begins_at_the_beginning() {
        assert_eq!(sniffed(b"\xef\xbb\xbf\n%PDF-1.4\n"), Some(FileType::Pdf));
        assert_eq!(sniffed(b"<html><script></script>%PDF-1.4\n"), None);
        assert_eq!(sniffed(b"MZ\x90\0%PDF-1.4\n"), None);
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
