//! Pieces, copied as they are sealed, out of a storage and into one.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use anyhow::Context;
use bytes::Bytes;
use futures::TryStreamExt;
use parvis_store::blobs::{BlobError, Blobs};

use super::file::{self, Sum, Written};
use super::manifest::FileSum;

/// What is read at once of a piece.
const PORTION: usize = 256 * 1024;

/// What became of one piece.
pub(crate) enum Copied {
    Anew(Sum),
    /// It is the same file as in an earlier back-up.
    Linked(Sum),
    Gone,
}

/// Copies a piece, or links it when an earlier copy of it is as it was.
pub(crate) async fn copied(
    blobs: &Blobs,
    name: &str,
    to: &Path,
    earlier: Option<&FileSum>,
    since: Option<&Path>,
) -> anyhow::Result<Copied> {
    if let (Some(earlier), Some(since)) = (earlier, since)
        && let Some(sum) = linked(&since.join(name), &to.join(name), earlier)
    {
        return Ok(Copied::Linked(sum));
    }
    copy(blobs, name, to).await
}

/// Copies a piece out of its storage, under the same name.
pub(crate) async fn copy(blobs: &Blobs, name: &str, to: &Path) -> anyhow::Result<Copied> {
    let sealed = match blobs.sealed(name).await {
        Err(BlobError::NotFound) => return Ok(Copied::Gone),
        found => found?,
    };
    let mut sealed = Box::pin(sealed);
    let mut file = Written::create(&to.join(name))?;
    while let Some(bytes) = sealed.try_next().await? {
        file.write_all(&bytes)?;
    }
    Ok(Copied::Anew(file.finish()?))
}

/// The same file under two names, when it still is what the earlier back-up says: a damaged one is copied again.
fn linked(from: &Path, to: &Path, earlier: &FileSum) -> Option<Sum> {
    let sum = file::sum_of(from).ok().filter(|sum| earlier.is(sum))?;
    fs::hard_link(from, to).ok()?;
    Some(sum)
}

/// Copies a piece into a storage, under the same name.
pub(crate) async fn put(blobs: &Blobs, from: &Path, name: String) -> anyhow::Result<()> {
    let file = File::open(from.join(&name)).with_context(|| format!("pièce {name}"))?;
    let portions = futures::stream::iter(Portions(file));
    blobs
        .put_sealed(&name, portions)
        .await
        .with_context(|| format!("pièce {name}"))
}

/// A file, portion by portion.
struct Portions(File);

impl Iterator for Portions {
    type Item = std::io::Result<Bytes>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut portion = vec![0; PORTION];
        match self.0.read(&mut portion) {
            Ok(0) => None,
            Ok(read) => {
                portion.truncate(read);
                Some(Ok(portion.into()))
            }
            Err(error) => Some(Err(error)),
        }
    }
}
