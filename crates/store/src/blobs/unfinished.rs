//! The folder, and what a killed process leaves in it.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use parvis_kernel::Instant;

/// Separates the name of a blob from the number of its unfinished copy; no blob has it in its name.
const UNFINISHED: char = '#';

pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Removes the unfinished copies last written before an instant.
pub(super) fn sweep(folder: &Path, before: Instant) -> io::Result<u64> {
    let mut removed = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            removed += sweep(&entry.path(), before)?;
        } else if entry.file_name().to_string_lossy().contains(UNFINISHED)
            && entry.metadata()?.modified()? < SystemTime::from(before)
        {
            fs::remove_file(entry.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}
