//! Checking a back-up without restoring it, and without any key: every file is there, none is altered, none is added.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::Context;

use super::file;
use super::manifest::{FileSum, Holding, MANIFEST, MANIFEST_SUM, Manifest};
use super::{PIECES, PIECES_LIST, Progress};

/// Damages told; what follows is counted.
const TOLD: usize = 20;

/// What was found.
#[derive(Debug)]
pub(crate) struct Verified {
    holding: Holding,
    /// Nothing when it cannot be believed.
    pub(crate) manifest: Option<Manifest>,
    /// One sentence each.
    pub(crate) damages: Vec<String>,
    /// Damages that are not told.
    pub(crate) untold: u64,
}

/// Checks a back-up.
///
/// # Errors
/// A folder that is no back-up, or cannot be read.
pub(crate) fn verify(
    folder: &Path,
    holding: Holding,
    progress: &mut Progress,
) -> anyhow::Result<Verified> {
    let mut verified = Verified {
        holding,
        manifest: None,
        damages: Vec::new(),
        untold: 0,
    };
    let manifest = match Manifest::read(folder, holding)? {
        Ok(manifest) => manifest,
        Err(damage) => {
            verified.damages.push(damage);
            return Ok(verified);
        }
    };
    let mut expected = BTreeSet::from([MANIFEST.to_owned(), MANIFEST_SUM.to_owned()]);
    for listed in &manifest.files {
        verified.check(folder, &listed.path, listed);
        expected.insert(listed.path.clone());
        progress.say(|| format!("vérification : {}", listed.path));
    }
    // A list that is altered says nothing of the pieces.
    if verified.is_sound() {
        verified.check_pieces(folder, &manifest, &mut expected, progress)?;
    }
    verified.look_for_strangers(folder, Path::new(""), &expected)?;
    progress.end();
    verified.manifest = Some(manifest);
    Ok(verified)
}

impl Verified {
    /// True when nothing is wrong.
    pub(crate) const fn is_sound(&self) -> bool {
        self.damages.is_empty()
    }

    fn found(&mut self, damage: String) {
        match self.damages.len() < TOLD {
            true => self.damages.push(damage),
            false => self.untold += 1,
        }
    }

    fn check(&mut self, folder: &Path, path: &str, listed: &FileSum) {
        if !is_inside(path) {
            let of_it = self.holding.of_it();
            return self.found(format!("{path} : ce nom sort du dossier {of_it}"));
        }
        match file::sum_of(&folder.join(path)) {
            Ok(sum) if listed.is(&sum) => {}
            Ok(sum) if sum.size != listed.size => self.found(format!(
                "{path} : altéré ({} octets au lieu de {})",
                sum.size, listed.size
            )),
            Ok(_) => self.found(format!("{path} : altéré (somme SHA-256 différente)")),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                self.found(format!("{path} : absent"));
            }
            Err(error) => self.found(format!("{path} : illisible ({error})")),
        }
    }

    fn check_pieces(
        &mut self,
        folder: &Path,
        manifest: &Manifest,
        expected: &mut BTreeSet<String>,
        progress: &mut Progress,
    ) -> anyhow::Result<()> {
        let list = fs::File::open(folder.join(PIECES_LIST));
        let list = list.with_context(|| format!("{PIECES_LIST} ne peut pas être lu"))?;
        let mut seen = 0;
        for line in BufReader::new(list).lines() {
            let listed: FileSum = serde_json::from_str(&line?)
                .with_context(|| format!("{PIECES_LIST} : une ligne est incompréhensible"))?;
            let path = format!("{PIECES}/{}", listed.path);
            self.check(folder, &path, &listed);
            expected.insert(path);
            seen += 1;
            progress.say(|| {
                format!(
                    "vérification : pièces, {seen} sur {}",
                    manifest.pieces.count
                )
            });
        }
        if seen != manifest.pieces.count {
            self.found(format!(
                "{PIECES_LIST} : {seen} pièces au lieu de {}",
                manifest.pieces.count
            ));
        }
        Ok(())
    }

    fn look_for_strangers(
        &mut self,
        folder: &Path,
        below: &Path,
        expected: &BTreeSet<String>,
    ) -> anyhow::Result<()> {
        for entry in fs::read_dir(folder.join(below))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                self.look_for_strangers(folder, &path, expected)?;
                continue;
            }
            let shown = path.to_string_lossy();
            // When the list is altered, no piece is expected, and none is a stranger for that.
            let unlisted = !expected.contains(shown.as_ref());
            if unlisted && (self.is_sound() || !path.starts_with(PIECES)) {
                let of_it = self.holding.of_it();
                self.found(format!("{shown} : ce fichier n'est pas {of_it}"));
            }
        }
        Ok(())
    }
}

/// A name that stays in the folder.
fn is_inside(path: &str) -> bool {
    let plain = |part: std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
    !path.is_empty() && Path::new(path).components().all(plain)
}
