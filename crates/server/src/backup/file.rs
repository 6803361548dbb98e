//! Files of a back-up: written with their checksum, on the disk before they count, readable by their owner alone.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

/// What is read or copied at once.
const PORTION: usize = 256 * 1024;

/// The size and the checksum of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) size: u64,
    pub(crate) sha256: String,
}

/// A file that is being written.
pub(crate) struct Written {
    out: BufWriter<File>,
    hash: Sha256,
    size: u64,
}

impl Written {
    /// Begins a file that does not exist.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create_new(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Self {
            out: BufWriter::with_capacity(PORTION, options.open(path)?),
            hash: Sha256::new(),
            size: 0,
        })
    }

    /// Waits for the disk.
    pub(crate) fn finish(self) -> io::Result<Sum> {
        let file = self
            .out
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(Sum {
            size: self.size,
            sha256: hexadecimal(&self.hash.finalize()),
        })
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or(bytes));
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The size and the checksum of a file that exists.
pub(crate) fn sum_of(path: &Path) -> io::Result<Sum> {
    let mut file = File::open(path)?;
    let (mut hash, mut size) = (Sha256::new(), 0);
    let mut portion = vec![0; PORTION];
    loop {
        let read = file.read(&mut portion)?;
        if read == 0 {
            break;
        }
        hash.update(portion.get(..read).unwrap_or_default());
        size += read as u64;
    }
    Ok(Sum {
        size,
        sha256: hexadecimal(&hash.finalize()),
    })
}

/// Writes a small file.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<Sum> {
    let mut file = Written::create(path)?;
    file.write_all(bytes)?;
    file.finish()
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Creates a folder for its owner alone, and those above it.
pub(crate) fn folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Waits until the disk has the names of everything in a folder and in those below.
pub(crate) fn sync_folders(path: &Path) -> io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_folders(&entry.path())?;
        }
    }
    sync(path)
}

/// Waits until the disk has the names of a folder.
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    let folder = match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    };
    File::open(folder)?.sync_all()
}

/// True when there is nothing at a path, or a folder without anything in it.
pub(crate) fn is_free(path: &Path) -> io::Result<bool> {
    match fs::read_dir(path) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error),
    }
}
