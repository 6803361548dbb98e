//! The files that people of the demonstration give: written here, of no value.

use bytes::Bytes;
use flate2::Crc;
use flate2::write::ZlibEncoder;
use std::io::Write;

/// A file.
#[derive(Debug, Clone)]
pub(super) struct File {
    pub(super) name: &'static str,
    pub(super) media_type: &'static str,
    pub(super) content: Bytes,
}

/// A page that says its title and that it is fictitious.
pub(super) fn pdf(name: &'static str, title: &str) -> File {
    let lines = [
        title,
        "Document fictif, sans valeur.",
        "Parvis, demonstration.",
    ];
    let mut text = String::from("BT /F1 20 Tf 60 760 Td 30 TL\n");
    for line in lines {
        let plain: String = line
            .chars()
            .filter(|c| c.is_ascii_graphic() || *c == ' ')
            .collect();
        text.push_str(&format!("({plain}) Tj T*\n"));
    }
    text.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    File {
        name,
        media_type: "application/pdf",
        content: Bytes::from(document(&objects)),
    }
}

/// Objects, then the table of where each begins.
fn document(objects: &[String]) -> String {
    let mut document = String::from("%PDF-1.4\n");
    let mut places = String::new();
    for (index, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", document.len()));
        document.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let table = document.len();
    let count = objects.len() + 1;
    document.push_str(&format!("xref\n0 {count}\n0000000000 65535 f \n{places}"));
    document.push_str(&format!(
        "trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    ));
    document
}

const WIDTH: u32 = 240;
const HEIGHT: u32 = 160;

/// A picture of a street: the sky, the road, and a spot of one colour where the problem is.
pub(super) fn picture(name: &'static str, spot: [u8; 3]) -> anyhow::Result<File> {
    let mut rows = Vec::with_capacity((HEIGHT * (WIDTH * 3 + 1)) as usize);
    for y in 0..HEIGHT {
        rows.push(0);
        for x in 0..WIDTH {
            rows.extend(colour(x, y, spot));
        }
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(&rows)?;
    let mut header = Vec::new();
    header.extend(WIDTH.to_be_bytes());
    header.extend(HEIGHT.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut picture = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut picture, *b"IHDR", &header);
    chunk(&mut picture, *b"IDAT", &encoder.finish()?);
    chunk(&mut picture, *b"IEND", &[]);
    Ok(File {
        name,
        media_type: "image/png",
        content: Bytes::from(picture),
    })
}

fn colour(x: u32, y: u32, spot: [u8; 3]) -> [u8; 3] {
    let (from_middle, from_spot) = (x.abs_diff(WIDTH / 2), y.abs_diff(112));
    if from_middle * from_middle / 4 + from_spot * from_spot < 400 {
        spot
    } else if y < 60 {
        [196, 214, 226]
    } else if from_middle < 20 + (y - 60) {
        [118, 118, 122]
    } else {
        [166, 178, 140]
    }
}

fn chunk(picture: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) {
    let mut crc = Crc::new();
    crc.update(&kind);
    crc.update(content);
    let length = u32::try_from(content.len()).unwrap_or(0);
    picture.extend(length.to_be_bytes());
    picture.extend(kind);
    picture.extend(content);
    picture.extend(crc.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_what_they_say() {
        let pdf = pdf("livret.pdf", "Livret de famille");
        let text = std::str::from_utf8(&pdf.content).unwrap();
        assert!(text.starts_with("%PDF-1.4") && text.ends_with("%%EOF\n"));
        let table: usize = text
            .rsplit_once("startxref\n")
            .and_then(|(_, rest)| rest.lines().next())
            .unwrap()
            .parse()
            .unwrap();
        assert!(text[table..].starts_with("xref\n0 6\n"));
        let picture = picture("photo.png", [60, 50, 40]).unwrap();
        assert!(picture.content.starts_with(b"\x89PNG\r\n\x1a\n"));
        assert!(picture.content.len() < 20_000);
    }
}
