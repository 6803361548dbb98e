//! Files of people: true PDF and JPEG files, small.

use axum::body::Bytes;

use crate::chance::Chance;
use crate::forms::File;

/// A page of a paper, or a photograph of it.
pub fn paper(name: &str, chance: &mut Chance) -> File {
    if chance.percent(60) {
        photograph(name, chance)
    } else {
        File {
            name: format!("{name}.pdf"),
            media: "application/pdf",
            bytes: pdf(name).into(),
        }
    }
}

/// A photograph.
pub fn photograph(name: &str, chance: &mut Chance) -> File {
    File {
        name: format!("{name}.jpg"),
        media: "image/jpeg",
        bytes: jpeg(chance.between(1, 30) * 1024).into(),
    }
}

/// No file: what a browser sends of an input left empty.
pub const fn none() -> File {
    File {
        name: String::new(),
        media: "application/octet-stream",
        bytes: Bytes::new(),
    }
}

/// One page with one line.
fn pdf(line: &str) -> Vec<u8> {
    let content = format!("BT /F1 14 Tf 40 60 Td ({line}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 120] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let table = out.len();
    out.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    let size = objects.len() + 1;
    out.push_str(&format!(
        "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    ));
    out.into_bytes()
}

/// A grey square of eight pixels, with a description in its EXIF and a comment of so many bytes.
fn jpeg(comment: usize) -> Vec<u8> {
    let mut out = vec![0xFF, 0xD8];
    let mut segment = |marker: u8, bytes: &[u8]| {
        let length = u16::try_from(bytes.len() + 2).unwrap_or(u16::MAX);
        out.extend([0xFF, marker]);
        out.extend(length.to_be_bytes());
        out.extend_from_slice(bytes);
    };
    segment(0xE0, b"JFIF\0\x01\x01\x00\x00\x01\x00\x01\x00\x00");
    // One entry of the first directory: an image description of four letters.
    segment(
        0xE1,
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x0E\x01\x02\0\x04\0\0\0abc\0\0\0\0\0",
    );
    segment(0xFE, &vec![b'.'; comment.min(60_000)]);
    segment(0xDB, &[&[0][..], &[1; 64]].concat());
    segment(0xC0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    let one_code = [&[1][..], &[0; 16]].concat();
    segment(0xC4, &[&[0x00][..], &one_code].concat());
    segment(0xC4, &[&[0x10][..], &one_code].concat());
    segment(0xDA, &[1, 1, 0, 0, 63, 0]);
    out.extend([0x3F, 0xFF, 0xD9]);
    out
}
