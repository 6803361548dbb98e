//! What a back-up says of itself.

use std::fs;
use std::path::Path;

use anyhow::Context;
use parvis_store::snapshot::Seen;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::file::{self, Sum};

/// What a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holding {
    /// A back-up.
    Installation,
    /// One organisation, which goes elsewhere.
    Organisation,
}

impl Holding {
    /// The version of its format.
    pub(crate) const fn format(self) -> &'static str {
        match self {
            Self::Installation => "parvis-backup-1",
            Self::Organisation => "parvis-organisation-1",
        }
    }

    /// Its name, for a person.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Installation => "une sauvegarde",
            Self::Organisation => "un export d'organisation",
        }
    }

    /// The same, known.
    pub(crate) const fn of_it(self) -> &'static str {
        match self {
            Self::Installation => "de la sauvegarde",
            Self::Organisation => "de l'export",
        }
    }
}

/// The file, and the one that holds its own checksum, as `sha256sum` writes it.
pub(crate) const MANIFEST: &str = "manifest.json";
pub(crate) const MANIFEST_SUM: &str = "manifest.json.sha256";

/// What a back-up holds. Fields may be added; a change of meaning changes the format.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format: String,
    /// The version of the program that wrote it.
    pub(crate) program: String,
    /// The engine that it was read from; either one can take it.
    pub(crate) engine: String,
    /// When its snapshot was taken, UTC.
    pub(crate) taken_at: String,
    /// The fingerprint of the master key, which says nothing of the key.
    pub(crate) installation: String,
    pub(crate) master_key: MasterKey,
    /// The organisation, when it is not the whole installation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) organisation: Option<String>,
    /// For whom it is encrypted; nobody, then it is not.
    pub(crate) recipients: Vec<String>,
    /// Those that the database had seen.
    pub(crate) migrations: Vec<MigrationSeen>,
    /// In an order in which they can be filled.
    pub(crate) tables: Vec<TableFile>,
    pub(crate) pieces: Pieces,
    /// The other files: checked byte by byte before anything is read in them.
    pub(crate) files: Vec<FileSum>,
}

/// Whether the master key is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MasterKey {
    Absent,
    InClear,
    Encrypted,
}

/// A migration.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct MigrationSeen {
    pub(crate) room: String,
    pub(crate) number: i64,
    pub(crate) name: String,
    pub(crate) checksum: String,
}

/// A table.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct TableFile {
    pub(crate) name: String,
    pub(crate) file: String,
    pub(crate) rows: u64,
}

/// The pieces, each of which has its line in `pieces.jsonl`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Pieces {
    pub(crate) count: u64,
    pub(crate) bytes: u64,
    /// Named by the rows of the snapshot, and gone before they were copied: their dossier was erased meanwhile.
    pub(crate) erased_meanwhile: Vec<String>,
    /// Named by the rows, and not found: the installation had lost them before.
    pub(crate) missing: Vec<String>,
}

/// A file and its checksum.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct FileSum {
    pub(crate) path: String,
    pub(crate) size: u64,
    pub(crate) sha256: String,
}

impl FileSum {
    pub(crate) fn new(path: String, sum: Sum) -> Self {
        let Sum { size, sha256 } = sum;
        Self { path, size, sha256 }
    }

    pub(crate) fn is(&self, sum: &Sum) -> bool {
        self.size == sum.size && self.sha256 == sum.sha256
    }
}

impl Manifest {
    /// Writes it, and its checksum.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        let sum = file::write(&folder.join(MANIFEST), &text)?;
        let line = format!("{}  {MANIFEST}\n", sum.sha256);
        file::write(&folder.join(MANIFEST_SUM), line.as_bytes())?;
        Ok(())
    }

    /// Reads it; says why it is not what was written.
    pub(crate) fn read(folder: &Path, holding: Holding) -> anyhow::Result<Result<Self, String>> {
        let shown = folder.display();
        let text = fs::read(folder.join(MANIFEST)).with_context(|| {
            let name = holding.name();
            format!("{shown} n'est pas {name} : {MANIFEST} ne peut pas être lu")
        })?;
        let line = fs::read_to_string(folder.join(MANIFEST_SUM)).unwrap_or_default();
        let sum = file::hexadecimal(&Sha256::digest(&text));
        if line != format!("{sum}  {MANIFEST}\n") {
            return Ok(Err(format!(
                "{MANIFEST} : altéré, ou {MANIFEST_SUM} absent ou altéré"
            )));
        }
        let read = serde_json::from_slice::<Self>(&text);
        Ok(read
            .map_err(|problem| format!("{MANIFEST} : incompréhensible ({problem})"))
            .and_then(|manifest| match manifest.format == holding.format() {
                true => Ok(manifest),
                false => Err(other_format(&manifest.format, holding)),
            }))
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        let seen = |it: &MigrationSeen| Seen {
            room: it.room.clone(),
            number: it.number,
            name: it.name.clone(),
            checksum: it.checksum.clone(),
        };
        self.migrations.iter().map(seen).collect()
    }
}

fn other_format(found: &str, holding: Holding) -> String {
    match found {
        "parvis-backup-1" => {
            "c'est une sauvegarde : elle se restaure avec `parvis restore`".to_owned()
        }
        "parvis-organisation-1" => {
            "c'est l'export d'une organisation : il s'importe avec `parvis import`".to_owned()
        }
        newer => format!(
            "{MANIFEST} : le format {newer} n'est pas connu de cette version ; installez la version de Parvis qui a fait {}, ou une plus récente",
            match holding {
                Holding::Installation => "cette sauvegarde",
                Holding::Organisation => "cet export",
            }
        ),
    }
}

impl From<&Seen> for MigrationSeen {
    fn from(seen: &Seen) -> Self {
        Self {
            room: seen.room.clone(),
            number: seen.number,
            name: seen.name.clone(),
            checksum: seen.checksum.clone(),
        }
    }
}

/// Where the master key is, for a person.
pub(crate) fn key_in_french(manifest: &Manifest) -> &'static str {
    match manifest.master_key {
        MasterKey::Absent => "hors de la sauvegarde",
        MasterKey::InClear => "dans la sauvegarde, en clair : gardez-la comme la clé",
        MasterKey::Encrypted => "dans la sauvegarde, chiffrée",
    }
}
