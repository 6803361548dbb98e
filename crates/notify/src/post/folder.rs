//! A folder of mails, for a house without SMTP and for the demonstration.
//!
//! Each mail is two files of the same name: `.eml`, that any mail program opens, and `.json`, that [`list`] and [`read`]
//! understand. Both appear whole or not at all, readable by the owner only; the `.eml` is waited for on the disk.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use parvis_kernel::{Instant, Language};
use serde::{Deserialize, Serialize};

use super::{Post, PostError, PostFuture};
use crate::message::Outgoing;

/// A mail of the folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Its name in the folder, for [`read`].
    pub name: String,
    /// The organisation's slug.
    pub organisation: String,
    /// When it was written.
    pub at: Instant,
    /// The sender address.
    pub from: String,
    /// The address of the person.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its language.
    pub language: Language,
    /// Its plain text.
    pub text: String,
}

/// The post that writes to a folder.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// Creates the folder when it does not exist.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn open(path: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(path)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))?;
        }
        Ok(Self(path.to_owned()))
    }
}

impl Post for Folder {
    fn carry<'a>(&'a self, mail: &'a Outgoing) -> PostFuture<'a> {
        let (folder, mail) = (self.0.clone(), mail.clone());
        Box::pin(async move {
            let kept = tokio::task::spawn_blocking(move || keep(&folder, &mail)).await;
            match kept {
                Ok(Ok(())) => Ok(()),
                Ok(Err(error)) => Err(PostError::Later(error.kind().to_string())),
                Err(_) => Err(PostError::Later("the thread of the disk ended".to_owned())),
            }
        })
    }
}

/// The mails of a folder, newest first; at most `limit`. A file that is none of ours is passed over.
///
/// # Errors
/// Those of the disk.
pub fn list(folder: &Path, limit: usize) -> io::Result<Vec<Kept>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        names.extend(name.strip_suffix(".json").map(str::to_owned));
    }
    names.sort_unstable_by(|one, other| other.cmp(one));
    let mails = names
        .iter()
        .filter_map(|name| read(folder, name).ok().flatten());
    Ok(mails.take(limit).collect())
}

/// A mail of a folder by its name; nothing when there is none.
///
/// # Errors
/// Those of the disk.
pub fn read(folder: &Path, name: &str) -> io::Result<Option<Kept>> {
    if !is_name(name) {
        return Ok(None);
    }
    match std::fs::read(folder.join(format!("{name}.json"))) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Only names that [`name_of`] makes: nothing leads out of the folder.
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-' || byte.is_ascii_lowercase())
}

/// Sorted by time.
fn name_of(mail: &Outgoing) -> String {
    format!("{:017}-{}", mail.at.as_microsecond(), mail.id)
}

fn keep(folder: &Path, mail: &Outgoing) -> io::Result<()> {
    let name = name_of(mail);
    let kept = Kept {
        name: name.clone(),
        organisation: mail.organisation.clone(),
        at: mail.at,
        from: mail.from.clone(),
        to: mail.to.as_str().to_owned(),
        subject: mail.subject.clone(),
        language: mail.language,
        text: mail.text.as_str().to_owned(),
    };
    let eml = folder.join(format!("{name}.eml"));
    write_whole(&eml, &mail.formatted(), Durable::Yes)?;
    let json = folder.join(format!("{name}.json"));
    write_whole(&json, &serde_json::to_vec(&kept)?, Durable::No)
}

/// Whether to wait for the disk.
#[derive(PartialEq, Eq)]
enum Durable {
    /// The mail itself.
    Yes,
    /// What can be made again from the mail.
    No,
}

/// Writes beside, then renames: the file appears whole.
fn write_whole(path: &Path, bytes: &[u8], durable: Durable) -> io::Result<()> {
    let beside = path.with_added_extension("part");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    if durable == Durable::Yes {
        file.sync_all()?;
    }
    std::fs::rename(&beside, path)
}
