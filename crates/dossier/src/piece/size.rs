//! How many points a picture has, as its header says: read without drawing it.

use parvis_form::kind::FileType;

/// Points at most on a side: a sheet of A3 at 1,200 points per inch, and more than any telephone gives.
pub(super) const LONGEST_SIDE: u32 = 16_000;

/// Whether a picture may be drawn by whoever opens it. What says no size here is bounded by its format.
pub(super) fn is_reasonable(first: &[u8], kind: FileType) -> bool {
    let size = match kind {
        FileType::Png => png(first),
        FileType::Jpeg => jpeg(first),
        FileType::Pdf | FileType::Webp | FileType::Heic => None,
    };
    let fits = |side: u32| (1..=LONGEST_SIDE).contains(&side);
    size.is_none_or(|(width, height)| fits(width) && fits(height))
}

/// The first chunk of a PNG is its header.
fn png(first: &[u8]) -> Option<(u32, u32)> {
    let (width, rest) = first.get(16..)?.split_first_chunk::<4>()?;
    let height = rest.first_chunk::<4>()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

/// The size is in the segment that begins the frame, after those that say something else.
fn jpeg(first: &[u8]) -> Option<(u32, u32)> {
    let mut rest = first.get(2..)?;
    loop {
        let (marker, after) = (rest.get(1)?, rest.get(2..)?);
        let length = u16::from_be_bytes(*after.first_chunk::<2>()?);
        if is_frame(*marker) {
            let (height, rest) = after.get(3..)?.split_first_chunk::<2>()?;
            let width = rest.first_chunk::<2>()?;
            let side = |bytes: &[u8; 2]| u32::from(u16::from_be_bytes(*bytes));
            return Some((side(width), side(height)));
        }
        rest = after.get(usize::from(length)..)?;
    }
}

/// SOF0 to SOF15, but for the tables that share their range.
const fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(width: u32, height: u32) -> Vec<u8> {
        let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &size].concat()
    }

    #[test]
    fn a_picture_is_as_large_as_its_header_says() {
        for (width, height, reasonable) in [
            (1, 1, true),
            (16_000, 16_000, true),
            (16_001, 1, false),
            (1, 50_000, false),
            (0, 10, false),
        ] {
            let said = is_reasonable(&header(width, height), FileType::Png);
            assert_eq!(said, reasonable, "{width} x {height}");
        }
    }

    #[test]
    fn the_frame_of_a_jpeg_is_found_behind_other_segments() {
        let start = b"\xff\xd8\xff\xe1\0\x08Exif\0\0\xff\xdb\0\x04ab";
        let frame = b"\xff\xc2\0\x11\x08\xc3\x50\0\x10";
        let picture = [start.as_slice(), frame].concat();
        assert_eq!(jpeg(&picture), Some((16, 50_000)));
        assert!(!is_reasonable(&picture, FileType::Jpeg));
        assert_eq!(jpeg(start), None, "no frame yet");
    }
}
