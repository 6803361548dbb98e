//! What is already loaded: a demonstration that was interrupted goes on where it stopped.

use std::path::PathBuf;

use anyhow::Context;
use parvis_kernel::{DossierId, OrganisationId};
use serde::{Deserialize, Serialize};

use crate::config::Config;

/// What is already loaded, and the dossiers that `/dev` proposes to follow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Progress {
    /// Dossiers that are loaded.
    pub(super) dossiers: usize,
    /// Nothing is left to load.
    pub(super) complete: bool,
    /// Dossiers to follow as a person.
    pub(super) examples: Vec<Example>,
}

/// A dossier to follow as a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Example {
    pub(super) organisation: OrganisationId,
    pub(super) dossier: DossierId,
}

fn path(config: &Config) -> PathBuf {
    config.data.join("demonstration.json")
}

impl Progress {
    /// What the folder says; nothing when it says nothing.
    pub(super) fn read(config: &Config) -> anyhow::Result<Option<Self>> {
        let path = path(config);
        match std::fs::read(&path) {
            Ok(bytes) => {
                let read = serde_json::from_slice(&bytes);
                Ok(Some(read.with_context(|| path.display().to_string())?))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| path.display().to_string()),
        }
    }

    /// Keeps it: beside, then renamed, so that it is never half written.
    pub(super) fn keep(&self, config: &Config) -> anyhow::Result<()> {
        let path = path(config);
        let beside = path.with_extension("part");
        std::fs::write(&beside, serde_json::to_vec_pretty(self)?)?;
        std::fs::rename(&beside, &path).with_context(|| path.display().to_string())
    }
}
