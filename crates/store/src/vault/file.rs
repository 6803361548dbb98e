//! The key file: one line, `parvis-key-1` and 64 hexadecimal digits.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use zeroize::Zeroizing;

use crate::derivation::Secret;
use crate::{StoreError, hex};

/// The first word of the file: the version of its format.
const WORD: &str = "parvis-key-1";

pub(super) fn open_or_create(path: &Path) -> Result<Secret, StoreError> {
    match read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            create(path).map_err(|error| refused(path, &error))?;
            read(path)
        }
        outcome => outcome,
    }
    .map_err(|error| refused(path, &error))
    .and_then(|text| understood(&text))
}

/// Understands the content of the file, or the digits alone.
pub(super) fn understood(text: &str) -> Result<Secret, StoreError> {
    let line = text.trim();
    let digits = line.strip_prefix(WORD).unwrap_or(line).trim_start();
    hex::read_32(digits).map(Zeroizing::new).ok_or_else(|| {
        StoreError::MasterKey(format!("expected \"{WORD}\" and 64 hexadecimal digits"))
    })
}

/// The line of the file.
pub(super) fn line(key: &Secret) -> Zeroizing<String> {
    let digits = Zeroizing::new(hex::written(key.as_slice()));
    Zeroizing::new(format!("{WORD} {}\n", digits.as_str()))
}

fn read(path: &Path) -> io::Result<Zeroizing<String>> {
    refuse_readable_by_others(path)?;
    fs::read_to_string(path).map(Zeroizing::new)
}

#[cfg(unix)]
fn refuse_readable_by_others(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if fs::metadata(path)?.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    let message = "others may read it; run: chmod 600 on this file";
    Err(io::Error::new(ErrorKind::PermissionDenied, message))
}

#[cfg(not(unix))]
fn refuse_readable_by_others(path: &Path) -> io::Result<()> {
    fs::metadata(path).map(drop)
}

/// Draws a key and keeps it: the file appears whole (written aside, then linked in place), and is on the disk before
/// anything is sealed. When another process creates it at the same time, the first one wins.
fn create(path: &Path) -> io::Result<()> {
    let mut key = Secret::default();
    getrandom::fill(key.as_mut_slice()).map_err(|error| io::Error::other(error.to_string()))?;
    let aside = path.with_extension(format!("{}.tmp", std::process::id()));
    let line = line(&key);
    let linked = write_aside(&aside, line.as_bytes()).and_then(|()| fs::hard_link(&aside, path));
    fs::remove_file(&aside)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => path.parent().map_or(Ok(()), sync_folder),
    }
}

fn write_aside(path: &Path, line: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(line)?;
    file.sync_all()
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    File::open(folder)?.sync_all()
}

fn refused(path: &Path, error: &io::Error) -> StoreError {
    StoreError::MasterKey(format!("{}: {error}", path.display()))
}
