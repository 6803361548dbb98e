//! Erasing from a picture what it says beside what it shows: place, hour, device, names, thumbnail.
//!
//! Which way is up is kept: without it, pictures of telephones lie on their side.

use bytes::{BufMut, Bytes, BytesMut};
use parvis_form::kind::FileType;

/// A picture without what it says beside what it shows; nothing when it cannot be read as what it claims to be.
///
/// A PDF is given back as it is: what it says of its author was put there by a program that the person chose.
pub(super) fn cleaned(picture: Bytes, kind: FileType) -> Option<Bytes> {
    match kind {
        FileType::Jpeg => jpeg(&picture),
        FileType::Png => png(&picture),
        FileType::Webp => webp(&picture),
        FileType::Pdf => Some(picture),
        FileType::Heic => None,
    }
}

/// The chunks that draw a PNG; the others (text, EXIF, dates, private ones) say something else.
const PNG_CHUNKS: [&[u8; 4]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT", b"cICP",
];

const PNG_START: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Copies the chunks that draw a PNG, each with its checksum, to the end of the picture and no further.
fn png(picture: &[u8]) -> Option<Bytes> {
    let mut rest = picture.strip_prefix(PNG_START)?;
    let mut out = BytesMut::with_capacity(picture.len());
    out.put_slice(PNG_START);
    loop {
        let (length, kind) = (rest.first_chunk::<4>()?, rest.get(4..8)?);
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (chunk, after) = rest.split_at_checked(length.checked_add(12)?)?;
        rest = after;
        if PNG_CHUNKS.iter().any(|own| own.as_slice() == kind) {
            out.put_slice(chunk);
        }
        if kind == b"IEND" {
            return Some(out.freeze());
        }
    }
}

/// The chunks that draw a WebP.
const WEBP_CHUNKS: [&[u8; 4]; 7] = [
    b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP",
];
/// What the flags of the header say of EXIF and XMP.
const WEBP_SAYS_MORE: u8 = 0b0000_1100;

/// Copies the chunks that draw a WebP.
fn webp(picture: &[u8]) -> Option<Bytes> {
    let length = picture.strip_prefix(b"RIFF")?.first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let mut rest = picture
        .get(8..length.checked_add(8)?)?
        .strip_prefix(b"WEBP")?;
    let mut drawing = BytesMut::with_capacity(picture.len());
    drawing.put_slice(b"WEBP");
    while !rest.is_empty() {
        let (kind, length) = (rest.get(..4)?, rest.get(4..)?.first_chunk::<4>()?);
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let padded = length.checked_add(length % 2)?.checked_add(8)?;
        let (chunk, after) = rest.split_at_checked(padded)?;
        rest = after;
        if !WEBP_CHUNKS.iter().any(|own| own.as_slice() == kind) {
            continue;
        }
        drawing.put_slice(chunk);
        let flags = drawing.len() - chunk.len() + 8;
        if kind == b"VP8X"
            && let Some(flags) = drawing.get_mut(flags)
        {
            *flags &= !WEBP_SAYS_MORE;
        }
    }
    let mut out = BytesMut::with_capacity(drawing.len() + 8);
    out.put_slice(b"RIFF");
    out.put_u32_le(u32::try_from(drawing.len()).ok()?);
    out.put_slice(&drawing);
    Some(out.freeze())
}

const START: u8 = 0xD8;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const APP14: u8 = 0xEE;
const APP15: u8 = 0xEF;
const COMMENT: u8 = 0xFE;

/// Copies the segments that draw a JPEG, to its end and no further: what follows (a video, a second picture) is dropped.
fn jpeg(picture: &[u8]) -> Option<Bytes> {
    let mut rest = picture.strip_prefix(&[0xFF, START])?;
    let mut out = BytesMut::with_capacity(picture.len());
    out.put_slice(&[0xFF, START]);
    let mut upright = false;
    loop {
        let (marker, after) = marker(rest)?;
        rest = after;
        if marker == END {
            out.put_slice(&[0xFF, END]);
            return Some(out.freeze());
        }
        if has_no_length(marker) {
            continue;
        }
        let (contents, after) = segment(rest)?;
        rest = after;
        if draws(marker, contents) {
            out.put_slice(&[0xFF, marker]);
            out.put_u16(u16::try_from(contents.len() + 2).ok()?);
            out.put_slice(contents);
        } else if let Some(way) = orientation(marker, contents).filter(|_| !upright) {
            upright = true;
            put_orientation(&mut out, way);
        }
        if marker == SCAN {
            let length = scan_length(rest)?;
            let (scan, after) = rest.split_at_checked(length)?;
            out.put_slice(scan);
            rest = after;
        }
    }
}

/// The next marker, fill bytes skipped.
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes.strip_prefix(&[0xFF])?;
    loop {
        let (first, after) = rest.split_first()?;
        rest = after;
        if *first != 0xFF {
            return (*first != 0).then_some((*first, rest));
        }
    }
}

const fn has_no_length(marker: u8) -> bool {
    matches!(marker, 0x01 | 0xD0..=0xD8)
}

/// The contents of a segment and what follows it.
fn segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length)).checked_sub(2)?;
    rest.split_at_checked(length)
}

/// Whether a segment is needed to draw: not a comment, nor an application's own, but for JFIF, colours and Adobe's.
fn draws(marker: u8, contents: &[u8]) -> bool {
    match marker {
        APP0 => contents.starts_with(b"JFIF\0"),
        APP2 => contents.starts_with(b"ICC_PROFILE\0"),
        APP14 => contents.starts_with(b"Adobe"),
        APP1..=APP15 | COMMENT => false,
        _ => true,
    }
}

/// How long the drawing is, up to the next marker that is not inside it.
fn scan_length(bytes: &[u8]) -> Option<usize> {
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    pairs
        .enumerate()
        .find(|(_, (first, second))| **first == 0xFF && !matches!(**second, 0 | 0xD0..=0xD7 | 0xFF))
        .map(|(index, _)| index)
}

/// Which way is up, from 1 to 8, as the camera wrote it (EXIF, tag 0x0112 of the first directory).
fn orientation(marker: u8, contents: &[u8]) -> Option<u8> {
    if marker != APP1 {
        return None;
    }
    let tiff = contents.strip_prefix(b"Exif\0\0")?;
    let little = match tiff.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = <[u8; 2]>::try_from(tiff.get(at..at.checked_add(2)?)?).ok()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let offset = <[u8; 4]>::try_from(tiff.get(4..8)?).ok()?;
    let offset = if little {
        u32::from_le_bytes(offset)
    } else {
        u32::from_be_bytes(offset)
    };
    let directory = usize::try_from(offset).ok()?;
    let count = usize::from(short(directory)?);
    let entries = (0..count).filter_map(|index| directory.checked_add(2 + index * 12));
    let mut found = entries.filter(|entry| short(*entry) == Some(0x0112));
    let way = short(found.next()?.checked_add(8)?)?;
    u8::try_from(way).ok().filter(|way| (2..=8).contains(way))
}

/// Writes an EXIF that says which way is up and nothing else.
fn put_orientation(out: &mut BytesMut, way: u8) {
    let tiff: [u8; 26] = [
        b'M', b'M', 0, 42, 0, 0, 0, 8, // big-endian, the directory follows
        0, 1, // one entry
        1, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, // the orientation, one short
        0, 0, 0, 0, // no other directory
    ];
    out.put_slice(&[0xFF, APP1]);
    out.put_u16(2 + 6 + 26);
    out.put_slice(b"Exif\0\0");
    out.put_slice(&tiff);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment_of(marker: u8, contents: &[u8]) -> Vec<u8> {
        let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], contents].concat()
    }

    /// An EXIF with the orientation 6 and a place.
    fn exif() -> Vec<u8> {
        let mut tiff = b"Exif\0\0II\x2a\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend([0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
        tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
        tiff.extend([0, 0, 0, 0]);
        tiff.extend(b"GPS 48.8566 N");
        tiff
    }

    fn photo() -> Vec<u8> {
        [
            vec![0xFF, 0xD8],
            segment_of(APP0, b"JFIF\0\x01\x02"),
            segment_of(APP1, &exif()),
            segment_of(
                APP1,
                b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>",
            ),
            segment_of(APP2, b"ICC_PROFILE\0\x01\x01colours"),
            segment_of(0xED, b"Photoshop 3.0\0secret"),
            segment_of(COMMENT, b"secret"),
            segment_of(0xDB, b"table with \xFF\xD9 inside"),
            segment_of(SCAN, b"header"),
            b"pixels \xFF\x00 more \xFF\xD0 pixels".to_vec(),
            segment_of(COMMENT, b"secret"),
            segment_of(SCAN, b"second"),
            b"finer pixels".to_vec(),
            vec![0xFF, 0xD9],
            b"secret film after the end".to_vec(),
        ]
        .concat()
    }

    fn holds(bytes: &[u8], part: &[u8]) -> bool {
        bytes.windows(part.len()).any(|window| window == part)
    }

    #[test]
    fn a_photo_loses_its_place_its_texts_and_what_follows_its_end() {
        let clean = cleaned(photo().into(), FileType::Jpeg).unwrap();
        for gone in [&b"GPS"[..], b"secret", b"xmp", b"Photoshop"] {
            assert!(!holds(&clean, gone), "{}", String::from_utf8_lossy(gone));
        }
        for kept in [
            &b"JFIF"[..],
            b"ICC_PROFILE",
            b"table with",
            b"pixels \xFF\x00 more \xFF\xD0 pixels",
            b"finer pixels",
        ] {
            assert!(holds(&clean, kept), "{}", String::from_utf8_lossy(kept));
        }
        assert!(clean.ends_with(&[0xFF, 0xD9]));
    }

    #[test]
    fn a_photo_stays_upright() {
        let clean = cleaned(photo().into(), FileType::Jpeg).unwrap();
        let at = clean
            .windows(6)
            .position(|window| window == b"Exif\0\0")
            .unwrap();
        assert_eq!(orientation(APP1, &clean[at..]), Some(6));
    }

    #[test]
    fn cleaning_twice_changes_nothing_more() {
        let once = cleaned(photo().into(), FileType::Jpeg).unwrap();
        assert_eq!(cleaned(once.clone(), FileType::Jpeg), Some(once));
    }

    #[test]
    fn a_drawing_loses_its_texts() {
        let chunk = |kind: &[u8; 4], data: &[u8]| {
            let length = u32::try_from(data.len()).unwrap().to_be_bytes();
            [&length[..], kind, data, &[0; 4]].concat()
        };
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        png.extend(chunk(b"IHDR", &[0; 13]));
        png.extend(chunk(b"tEXt", b"Author\0secret"));
        png.extend(chunk(b"eXIf", b"secret"));
        png.extend(chunk(b"IDAT", b"pixels"));
        png.extend(chunk(b"IEND", b""));
        let clean = cleaned(png.into(), FileType::Png).unwrap();
        assert!(!holds(&clean, b"secret") && holds(&clean, b"pixels"));
    }

    #[test]
    fn a_picture_of_the_web_loses_its_texts() {
        let chunk = |kind: &[u8; 4], data: &[u8]| {
            let length = u32::try_from(data.len()).unwrap().to_le_bytes();
            let padding: &[u8] = if data.len() % 2 == 1 { &[0] } else { &[] };
            [&kind[..], &length, data, padding].concat()
        };
        let webp = |chunks: &[Vec<u8>]| {
            let body = [b"WEBP".to_vec(), chunks.concat()].concat();
            let length = u32::try_from(body.len()).unwrap().to_le_bytes();
            [&b"RIFF"[..], &length, &body].concat()
        };
        let header = |flags: u8| chunk(b"VP8X", &[flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
        let pixels = chunk(b"VP8 ", b"pix");
        let full = webp(&[
            header(0b0010_1100),
            pixels.clone(),
            chunk(b"EXIF", b"secret"),
            chunk(b"XMP ", b"odd"),
        ]);
        let bare = webp(&[header(0b0010_0000), pixels]);
        assert_eq!(cleaned(full.into(), FileType::Webp).unwrap(), bare);
    }

    #[test]
    fn what_is_broken_or_cannot_be_cleaned_is_refused() {
        assert_eq!(
            cleaned(Bytes::from_static(b"\xFF\xD8\xFF"), FileType::Jpeg),
            None
        );
        assert_eq!(
            cleaned(Bytes::from_static(b"\xFF\xD8junk"), FileType::Jpeg),
            None
        );
        assert_eq!(cleaned(Bytes::from_static(b"\x89PNG"), FileType::Png), None);
        assert_eq!(cleaned(Bytes::from_static(b"RIFF"), FileType::Webp), None);
        assert_eq!(
            cleaned(Bytes::from_static(b"anything"), FileType::Heic),
            None
        );
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_sent_breaks_the_house(tail in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            for (kind, head) in [
                (FileType::Jpeg, &b"\xFF\xD8\xFF\xE1"[..]),
                (FileType::Png, b"\x89PNG\r\n\x1a\n"),
                (FileType::Webp, b"RIFF\x24\0\0\0WEBP"),
            ] {
                let _ = cleaned([head, &tail].concat().into(), kind);
            }
        }
    }
}
