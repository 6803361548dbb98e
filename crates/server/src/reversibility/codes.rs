//! The follow-up codes of an organisation: persons hold them on paper, and they go on opening their dossiers elsewhere.

use std::io::{BufRead, BufReader, Read, Write};

use anyhow::Context;
use parvis_dossier::model::FollowUpCode;
use parvis_dossier::moving::{self, Code};
use parvis_kernel::{DossierId, OrganisationId};
use parvis_store::Store;
use parvis_store::snapshot::Snapshot;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

/// Codes kept in one transaction.
const AT_ONCE: usize = 500;

#[derive(Serialize, Deserialize)]
struct Line {
    dossier: Uuid,
    code: String,
}

/// Erased from memory.
impl Drop for Line {
    fn drop(&mut self) {
        self.code.zeroize();
    }
}

/// Writes every code.
pub(super) fn write(
    snapshot: &mut Snapshot,
    organisation: OrganisationId,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let mut after = None;
    loop {
        let page = snapshot.read(|tx| moving::codes(tx, organisation, after))?;
        for own in &page.items {
            let line = Line {
                dossier: own.dossier.uuid(),
                code: own.code.reveal().to_owned(),
            };
            serde_json::to_writer(&mut *out, &line)?;
            out.write_all(b"\n")?;
        }
        if page.last.is_none() {
            return Ok(());
        }
        after = page.last;
    }
}

/// Keeps every code, sealed under the key of its dossier.
pub(super) fn keep(
    store: &Store,
    organisation: OrganisationId,
    from: impl Read,
) -> anyhow::Result<()> {
    let mut waiting = Vec::with_capacity(AT_ONCE);
    for line in BufReader::new(from).lines() {
        let line = Zeroizing::new(line?);
        waiting.push(understood(&line).context("une ligne n'est pas un code de suivi")?);
        if waiting.len() == AT_ONCE {
            keep_some(store, organisation, std::mem::take(&mut waiting))?;
        }
    }
    keep_some(store, organisation, waiting)
}

fn keep_some(store: &Store, organisation: OrganisationId, codes: Vec<Code>) -> anyhow::Result<()> {
    let keeping = store.write_blocking(move |tx| {
        let mut codes = codes.iter();
        codes.try_for_each(|code| moving::keep_code(tx, organisation, code))
    });
    Ok(keeping?)
}

fn understood(line: &str) -> anyhow::Result<Code> {
    let line: Line = serde_json::from_str(line)?;
    Ok(Code {
        dossier: DossierId::from_uuid(line.dossier),
        code: FollowUpCode::given(&line.code).context("un code a douze signes")?,
    })
}
