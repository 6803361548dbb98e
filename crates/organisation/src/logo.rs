//! The image of an organisation: a PNG whose structure is checked and of which only the picture is kept.
//!
//! A file that somebody gives is written again chunk by chunk: texts, positions, profiles and whatever follows the picture do
//! not come through, and neither does a file that is also something else.

use std::io::Read;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Bytes at most.
pub const MAX_BYTES: usize = 100 * 1024;
/// Pixels at most, across and down.
pub const MAX_SIDE: u32 = 1000;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The chunks that make the picture (PNG, third edition, § 11); every other one is left out.
const KEPT: [&[u8; 4]; 5] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"];

/// What pages need to show the image of an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Logo {
    /// Changes with the image: it names the file, which browsers keep.
    pub version: String,
    /// What it says to those who do not see it; empty when the name beside it says it all.
    pub alt: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// Why an image is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoRefusal {
    /// Larger than [`MAX_BYTES`].
    #[error("larger than {MAX_BYTES} bytes")]
    TooHeavy,
    /// More than [`MAX_SIDE`] pixels across or down.
    #[error("more than {MAX_SIDE} pixels across or down")]
    TooLarge,
    /// Not a PNG, or a damaged one.
    #[error("not a PNG, or a damaged one")]
    NotPng,
}

/// An image that was checked, ready to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedLogo {
    /// What pages need.
    pub logo: Logo,
    /// The file, with the picture only.
    pub png: Vec<u8>,
}

/// Checks an image and writes it again.
///
/// # Errors
/// Why it is refused.
pub fn check(given: &[u8], alt: &str) -> Result<CheckedLogo, LogoRefusal> {
    if given.len() > MAX_BYTES {
        return Err(LogoRefusal::TooHeavy);
    }
    let chunks = chunks(given).ok_or(LogoRefusal::NotPng)?;
    let header = chunks.first().filter(|chunk| chunk.kind == *b"IHDR");
    let header = header
        .and_then(|chunk| Header::of(chunk.data))
        .ok_or(LogoRefusal::NotPng)?;
    if header.width > MAX_SIDE || header.height > MAX_SIDE {
        return Err(LogoRefusal::TooLarge);
    }
    if chunks.iter().skip(1).any(|chunk| chunk.kind == *b"IHDR") || !header.holds(&chunks) {
        return Err(LogoRefusal::NotPng);
    }
    let png = written(&chunks);
    let digest = Sha256::digest(&png);
    let version = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let logo = Logo {
        version,
        alt: alt.trim().to_owned(),
        width: header.width,
        height: header.height,
    };
    Ok(CheckedLogo { logo, png })
}

struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
}

/// The chunks up to the end of the picture; nothing when one is cut or altered.
fn chunks(given: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let mut rest = given.strip_prefix(SIGNATURE)?;
    let mut chunks = Vec::new();
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let body = rest.get(4..8 + length)?;
        let (kind, data) = body.split_first_chunk::<4>()?;
        let sum: [u8; 4] = rest.get(8 + length..12 + length)?.try_into().ok()?;
        if u32::from_be_bytes(sum) != crc(body) {
            return None;
        }
        rest = rest.get(12 + length..)?;
        chunks.push(Chunk { kind: *kind, data });
        if kind == b"IEND" {
            return Some(chunks);
        }
    }
}

/// Width, height, bits of a pixel.
struct Header {
    width: u32,
    height: u32,
    bits: usize,
    interlaced: bool,
}

impl Header {
    fn of(data: &[u8]) -> Option<Self> {
        let data: &[u8; 13] = data.try_into().ok()?;
        let [
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            h,
            depth,
            colour,
            compression,
            filter,
            interlace,
        ] = *data;
        let samples = match (colour, depth) {
            (0, 1 | 2 | 4 | 8 | 16) | (3, 1 | 2 | 4 | 8) => 1,
            (2, 8 | 16) => 3,
            (4, 8 | 16) => 2,
            (6, 8 | 16) => 4,
            _ => return None,
        };
        let header = Self {
            width: u32::from_be_bytes([a, b, c, d]),
            height: u32::from_be_bytes([e, f, g, h]),
            bits: samples * usize::from(depth),
            interlaced: interlace == 1,
        };
        let known = compression == 0 && filter == 0 && interlace <= 1;
        (known && header.width > 0 && header.height > 0).then_some(header)
    }

    /// Whether the compressed picture opens, and holds as many bytes as its size says.
    fn holds(&self, chunks: &[Chunk<'_>]) -> bool {
        let packed: Vec<u8> = chunks
            .iter()
            .filter(|chunk| chunk.kind == *b"IDAT")
            .flat_map(|chunk| chunk.data.iter().copied())
            .collect();
        let expected = self.bytes();
        let most = u64::try_from(expected + 1).unwrap_or(u64::MAX);
        let mut opened = Vec::new();
        let read = flate2::read::ZlibDecoder::new(packed.as_slice())
            .take(most)
            .read_to_end(&mut opened);
        read.is_ok() && opened.len() == expected
    }

    fn bytes(&self) -> usize {
        let size = |pixels: u32| usize::try_from(pixels).unwrap_or(usize::MAX);
        if !self.interlaced {
            return self.rows(size(self.width), size(self.height));
        }
        // Adam7: where each of the seven passes begins and how far its pixels stand apart.
        let passes = [
            (0, 0, 8, 8),
            (4, 0, 8, 8),
            (0, 4, 4, 8),
            (2, 0, 4, 4),
            (0, 2, 2, 4),
            (1, 0, 2, 2),
            (0, 1, 1, 2),
        ];
        let of_pass = |(x, y, across, down): (usize, usize, usize, usize)| {
            let width = size(self.width).saturating_sub(x).div_ceil(across);
            let height = size(self.height).saturating_sub(y).div_ceil(down);
            if width == 0 {
                0
            } else {
                self.rows(width, height)
            }
        };
        passes.into_iter().map(of_pass).sum()
    }

    /// Each row has one byte more, its filter.
    const fn rows(&self, width: usize, height: usize) -> usize {
        height * (1 + (width * self.bits).div_ceil(8))
    }
}

fn written(chunks: &[Chunk<'_>]) -> Vec<u8> {
    let mut png = SIGNATURE.to_vec();
    for chunk in chunks.iter().filter(|chunk| KEPT.contains(&&chunk.kind)) {
        let body = [chunk.kind.as_slice(), chunk.data].concat();
        png.extend(u32::try_from(chunk.data.len()).unwrap_or(0).to_be_bytes());
        png.extend(&body);
        png.extend(crc(&body).to_be_bytes());
    }
    png
}

fn crc(body: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(body);
    crc.sum()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let body = [kind.as_slice(), data].concat();
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [length.as_slice(), &body, &crc(&body).to_be_bytes()].concat()
    }

    fn header(width: u32, height: u32) -> Vec<u8> {
        let mut data = [width.to_be_bytes(), height.to_be_bytes()].concat();
        data.extend([8, 2, 0, 0, 0]);
        chunk(b"IHDR", &data)
    }

    fn packed(bytes: usize) -> Vec<u8> {
        let mut encoder =
            flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(&vec![0; bytes]).unwrap();
        chunk(b"IDAT", &encoder.finish().unwrap())
    }

    fn png(parts: &[Vec<u8>]) -> Vec<u8> {
        [SIGNATURE.to_vec(), parts.concat(), chunk(b"IEND", b"")].concat()
    }

    #[test]
    fn a_picture_comes_through_without_what_was_hidden_in_it() {
        let secret = chunk(b"tEXt", b"Comment\0<script>");
        let mut given = png(&[header(4, 2), secret, packed(2 * 13)]);
        given.extend(b"<html>appended</html>");
        let checked = check(&given, " Blason ").unwrap();
        assert_eq!(
            (
                checked.logo.width,
                checked.logo.height,
                checked.logo.alt.as_str()
            ),
            (4, 2, "Blason")
        );
        assert_eq!(checked.png, png(&[header(4, 2), packed(2 * 13)]));
        assert_eq!(
            check(&checked.png, "Blason").unwrap(),
            checked,
            "checked twice, the same"
        );
    }

    #[test]
    fn what_is_no_sound_picture_is_refused() {
        let cut = png(&[header(4, 2), packed(2 * 13)]);
        let mut altered = cut.clone();
        altered[20] ^= 1;
        for (given, why) in [
            (b"<svg onload=alert(1)>".to_vec(), "svg"),
            (cut[..cut.len() - 1].to_vec(), "cut"),
            (altered, "altered"),
            (png(&[packed(26)]), "no header"),
            (
                png(&[header(4, 2), header(4, 2), packed(26)]),
                "two headers",
            ),
            (png(&[header(4, 2)]), "no picture"),
            (png(&[header(4, 2), packed(25)]), "too few bytes"),
            (png(&[header(4, 2), packed(1_000_000)]), "a bomb"),
        ] {
            assert_eq!(check(&given, "").err(), Some(LogoRefusal::NotPng), "{why}");
        }
        assert_eq!(
            check(&png(&[header(50_000, 2), packed(26)]), "").err(),
            Some(LogoRefusal::TooLarge)
        );
        assert_eq!(
            check(&vec![0; MAX_BYTES + 1], "").err(),
            Some(LogoRefusal::TooHeavy)
        );
    }
}
