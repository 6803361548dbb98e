//! Names of files in an archive, that every system opens and that leave no folder.

use parvis_form::kind::FileType;

/// Letters at most of a name, its ending left out.
const LONGEST: usize = 80;
/// What Windows keeps for itself.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name of a piece: its place in the file, the name that the person gave, the ending of what it is.
pub(super) fn of_piece(place: usize, given: &str, media_type: &str) -> String {
    let stem = match given.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 5 => stem,
        _ => given,
    };
    format!("{place:02}-{}.{}", safe(stem), ending(media_type))
}

fn ending(media_type: &str) -> &'static str {
    let mut known = FileType::ALL.into_iter();
    match known.find(|kind| kind.media_type() == media_type) {
        Some(FileType::Pdf) => "pdf",
        Some(FileType::Jpeg) => "jpg",
        Some(FileType::Png) => "png",
        Some(FileType::Webp) => "webp",
        Some(FileType::Heic) => "heic",
        None => "bin",
    }
}

/// A text as a part of a name: letters, figures, dots inside and dashes.
pub(super) fn safe(text: &str) -> String {
    let mut name = String::new();
    for sign in text.chars() {
        match sign {
            sign if sign.is_alphanumeric() => name.push(sign),
            '.' | '_' if !name.is_empty() => name.push(sign),
            _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
    }
    let name: String = name.chars().take(LONGEST).collect();
    let name = name.trim_matches(['.', '-', '_']);
    let lower = name.to_lowercase();
    if name.is_empty() || RESERVED.contains(&lower.as_str()) {
        "fichier".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_its_folder_or_hides_its_ending() {
        let names = [
            ("../../etc/passwd", "image/png", "01-etc-passwd.png"),
            ("facture.pdf", "application/pdf", "01-facture.pdf"),
            (
                "c:\\windows\\a.exe",
                "application/pdf",
                "01-c-windows-a.pdf",
            ),
            ("photo\u{202e}gpj.exe", "image/jpeg", "01-photo-gpj.jpg"),
            ("", "image/png", "01-fichier.png"),
            ("CON.pdf", "application/pdf", "01-fichier.pdf"),
            ("été à la mer", "text/x", "01-été-à-la-mer.bin"),
        ];
        for (given, media, name) in names {
            assert_eq!(of_piece(1, given, media), name);
        }
        assert!(of_piece(1, &"a".repeat(400), "image/png").len() < 100);
    }
}
