//! A ZIP archive that is written as it goes: nothing is sought back, and nothing of it waits on a disk in the clear.
//!
//! In memory are the bytes that were not taken yet, the window of the compressor, and what the table of contents says of each
//! file: about a hundred bytes. The format is that of PKWARE's APPNOTE 6.3: sizes follow each file, names are UTF-8, more than
//! 65,535 files or 4 GiB in all take the records of ZIP64. One file holds less than 4 GiB.

use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use jiff::civil::DateTime;

const LOCAL: u32 = 0x0403_4b50;
const AFTER: u32 = 0x0807_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END_64: u32 = 0x0606_4b50;
const WHERE_END_64: u32 = 0x0706_4b50;
/// Sizes follow the file.
const SIZES_FOLLOW: u16 = 1 << 3;
/// The name is UTF-8.
const UTF_8: u16 = 1 << 11;
const DEFLATED: u16 = 8;
const STORED: u16 = 0;

/// An archive that is being written.
pub struct Archive {
    out: Vec<u8>,
    /// Bytes before those of `out`.
    taken: u64,
    directory: Vec<u8>,
    files: u64,
    open: Option<Open>,
    at: (u16, u16),
}

/// The file that is being written.
struct Open {
    name: String,
    offset: u64,
    deflated: u64,
    plain: u64,
    crc: Crc,
    encoder: DeflateEncoder<Vec<u8>>,
}

/// What the table of contents says of a file.
struct Told<'a> {
    name: &'a str,
    flags: u16,
    method: u16,
    crc: u32,
    packed: u32,
    plain: u32,
    offset: u64,
}

impl Archive {
    /// An empty one, whose files bear this date.
    #[must_use]
    pub fn new(at: DateTime) -> Self {
        Self {
            out: Vec::new(),
            taken: 0,
            directory: Vec::new(),
            files: 0,
            open: None,
            at: dos(at),
        }
    }

    /// The bytes that were written and not taken yet, when they are `enough` or more.
    pub fn take(&mut self, enough: usize) -> Option<Vec<u8>> {
        if self.out.is_empty() || self.out.len() < enough {
            return None;
        }
        self.taken += self.out.len() as u64;
        Some(std::mem::take(&mut self.out))
    }

    /// Writes a short file as it is, without anything between its header and its bytes: the first file of an OpenDocument.
    ///
    /// # Errors
    /// What is too large for the format, or no file to go on with.
    pub fn stored(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut crc = Crc::new();
        crc.update(bytes);
        let size = small(bytes.len() as u64)?;
        let offset = self.offset();
        self.header(name, 0, STORED, (crc.sum(), size, size))?;
        self.out.extend_from_slice(bytes);
        self.told(&Told {
            name,
            flags: 0,
            method: STORED,
            crc: crc.sum(),
            packed: size,
            plain: size,
            offset,
        })
    }

    /// Begins a file; the one before is ended.
    ///
    /// # Errors
    /// What is too large for the format, or no file to go on with.
    pub fn begin(&mut self, name: &str) -> io::Result<()> {
        self.end()?;
        let offset = self.offset();
        self.header(name, SIZES_FOLLOW | UTF_8, DEFLATED, (0, 0, 0))?;
        self.open = Some(Open {
            name: name.to_owned(),
            offset,
            deflated: 0,
            plain: 0,
            crc: Crc::new(),
            encoder: DeflateEncoder::new(Vec::new(), Compression::default()),
        });
        Ok(())
    }

    /// Goes on with the file that was begun.
    ///
    /// # Errors
    /// What is too large for the format, or no file to go on with.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let open = self.open.as_mut();
        let open = open.ok_or_else(|| io::Error::other("no file was begun"))?;
        open.crc.update(bytes);
        open.plain += bytes.len() as u64;
        open.encoder.write_all(bytes)?;
        let packed = open.encoder.get_mut();
        open.deflated += packed.len() as u64;
        self.out.append(packed);
        Ok(())
    }

    /// Ends the file that was begun, if one was.
    ///
    /// # Errors
    /// What is too large for the format, or no file to go on with.
    pub fn end(&mut self) -> io::Result<()> {
        let Some(open) = self.open.take() else {
            return Ok(());
        };
        let rest = open.encoder.finish()?;
        let deflated = open.deflated + rest.len() as u64;
        self.out.extend_from_slice(&rest);
        let (packed, plain, crc) = (small(deflated)?, small(open.plain)?, open.crc.sum());
        for number in [AFTER, crc, packed, plain] {
            self.out.extend_from_slice(&number.to_le_bytes());
        }
        self.told(&Told {
            name: &open.name,
            flags: SIZES_FOLLOW | UTF_8,
            method: DEFLATED,
            crc,
            packed,
            plain,
            offset: open.offset,
        })
    }

    /// Ends the archive with its table of contents.
    ///
    /// # Errors
    /// What is too large for the format, or no file to go on with.
    pub fn finish(&mut self) -> io::Result<()> {
        self.end()?;
        let (offset, size) = (self.offset(), self.directory.len() as u64);
        let directory = std::mem::take(&mut self.directory);
        self.out.extend_from_slice(&directory);
        let most = u64::from(u32::MAX);
        if self.files >= u64::from(u16::MAX) || offset >= most || size >= most {
            self.end_64(offset, size);
        }
        let files = u16::try_from(self.files).unwrap_or(u16::MAX);
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        self.out.extend_from_slice(&END.to_le_bytes());
        for number in [0, 0, files, files] {
            self.out.extend_from_slice(&number.to_le_bytes());
        }
        for number in [size, offset] {
            self.out.extend_from_slice(&number.to_le_bytes());
        }
        self.out.extend_from_slice(&0_u16.to_le_bytes());
        Ok(())
    }

    /// The records of ZIP64: where the table of contents is, and where these records are.
    fn end_64(&mut self, offset: u64, size: u64) {
        let at = self.offset();
        self.out.extend_from_slice(&END_64.to_le_bytes());
        self.out.extend_from_slice(&44_u64.to_le_bytes());
        for version in [45_u16, 45] {
            self.out.extend_from_slice(&version.to_le_bytes());
        }
        for disk in [0_u32, 0] {
            self.out.extend_from_slice(&disk.to_le_bytes());
        }
        for number in [self.files, self.files, size, offset] {
            self.out.extend_from_slice(&number.to_le_bytes());
        }
        self.out.extend_from_slice(&WHERE_END_64.to_le_bytes());
        self.out.extend_from_slice(&0_u32.to_le_bytes());
        self.out.extend_from_slice(&at.to_le_bytes());
        self.out.extend_from_slice(&1_u32.to_le_bytes());
    }

    fn header(
        &mut self,
        name: &str,
        flags: u16,
        method: u16,
        (crc, packed, plain): (u32, u32, u32),
    ) -> io::Result<()> {
        let length = length(name)?;
        self.out.extend_from_slice(&LOCAL.to_le_bytes());
        for number in [20, flags, method, self.at.0, self.at.1] {
            self.out.extend_from_slice(&number.to_le_bytes());
        }
        for number in [crc, packed, plain] {
            self.out.extend_from_slice(&number.to_le_bytes());
        }
        for number in [length, 0] {
            self.out.extend_from_slice(&number.to_le_bytes());
        }
        self.out.extend_from_slice(name.as_bytes());
        Ok(())
    }

    fn told(&mut self, told: &Told<'_>) -> io::Result<()> {
        let far = told.offset >= u64::from(u32::MAX);
        let (version, extra): (u16, u16) = if far { (45, 12) } else { (20, 0) };
        let directory = &mut self.directory;
        directory.extend_from_slice(&CENTRAL.to_le_bytes());
        // Made as on Unix (3), with the version of the format that is needed.
        for number in [
            (3 << 8) | version,
            version,
            told.flags,
            told.method,
            self.at.0,
            self.at.1,
        ] {
            directory.extend_from_slice(&number.to_le_bytes());
        }
        for number in [told.crc, told.packed, told.plain] {
            directory.extend_from_slice(&number.to_le_bytes());
        }
        for number in [length(told.name)?, extra, 0, 0, 0] {
            directory.extend_from_slice(&number.to_le_bytes());
        }
        // A plain file that its owner reads and writes.
        directory.extend_from_slice(&(0o100_600_u32 << 16).to_le_bytes());
        let offset = u32::try_from(told.offset).unwrap_or(u32::MAX);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(told.name.as_bytes());
        if far {
            directory.extend_from_slice(&1_u16.to_le_bytes());
            directory.extend_from_slice(&8_u16.to_le_bytes());
            directory.extend_from_slice(&told.offset.to_le_bytes());
        }
        self.files += 1;
        Ok(())
    }

    fn offset(&self) -> u64 {
        self.taken + self.out.len() as u64
    }
}

fn length(name: &str) -> io::Result<u16> {
    u16::try_from(name.len()).map_err(|_| io::Error::other("the name of a file is too long"))
}

fn small(size: u64) -> io::Result<u32> {
    match u32::try_from(size) {
        Ok(size) if size < u32::MAX => Ok(size),
        _ => Err(io::Error::other("one file of an archive reaches 4 GiB")),
    }
}

/// A date as ZIP writes it: time, then day, from 1980 on, to two seconds.
fn dos(at: DateTime) -> (u16, u16) {
    let number = |part: i64| u16::try_from(part).unwrap_or(0);
    let year = (i64::from(at.year()) - 1980).clamp(0, 127);
    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
    let time = (i64::from(hour) << 11) | (i64::from(minute) << 5) | (i64::from(second) / 2);
    let day = (year << 9) | (i64::from(at.month()) << 5) | i64::from(at.day());
    (number(time), number(day))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn date() -> DateTime {
        jiff::civil::date(2026, 11, 22).at(15, 42, 8, 0)
    }

    #[test]
    fn what_is_written_in_pieces_is_read_by_another_reader() {
        let mut archive = Archive::new(date());
        let mut whole = Vec::new();
        archive.stored("mimetype", b"application/x").unwrap();
        for name in ["un.txt", "dossier/été.txt"] {
            archive.begin(name).unwrap();
            for _ in 0..2000 {
                archive.write(b"abcdefgh\n").unwrap();
                whole.extend(archive.take(512).unwrap_or_default());
            }
        }
        archive.finish().unwrap();
        whole.extend(archive.take(0).unwrap());
        assert!(whole.starts_with(b"PK\x03\x04"));
        assert_eq!(&whole[30..51], b"mimetypeapplication/x");
        let mut read = zip::ZipArchive::new(io::Cursor::new(whole)).unwrap();
        assert_eq!(read.len(), 3);
        let mut text = String::new();
        let mut file = read.by_name("dossier/été.txt").unwrap();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "abcdefgh\n".repeat(2000));
        let dated = file.last_modified().unwrap();
        assert_eq!((dated.year(), dated.hour(), dated.second()), (2026, 15, 8));
    }

    #[test]
    fn more_files_than_the_old_format_counts_are_all_there() {
        let mut archive = Archive::new(date());
        let mut whole = Vec::new();
        for number in 0..66_000 {
            archive.stored(&format!("{number}"), b"").unwrap();
            whole.extend(archive.take(65_536).unwrap_or_default());
        }
        archive.finish().unwrap();
        whole.extend(archive.take(0).unwrap());
        let mut read = zip::ZipArchive::new(io::Cursor::new(whole)).unwrap();
        assert_eq!(read.len(), 66_000);
        assert!(read.by_name("65999").is_ok());
    }
}
