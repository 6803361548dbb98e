//! The keys of an organisation, bare: one line each, with whose it is. Whoever reads this file opens everything.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read, Write};

use anyhow::Context;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use parvis_kernel::{Instant, OrganisationId};
use parvis_store::sealing::{self, BareKey};
use parvis_store::snapshot::{Filling, Snapshot};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

#[derive(Serialize, Deserialize)]
struct Line {
    subject: Uuid,
    /// Microseconds since 1970, UTC, as in the tables.
    created_at: i64,
    /// 32 bytes, in base64.
    key: String,
}

/// Erased from memory.
impl Drop for Line {
    fn drop(&mut self) {
        self.key.zeroize();
    }
}

/// Writes every key, but those of what is left behind.
pub(super) fn write(
    snapshot: &mut Snapshot,
    organisation: OrganisationId,
    left: &HashSet<String>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let mut after = None;
    loop {
        let page = snapshot.read(|tx| sealing::bare_keys(tx, organisation, after));
        let page = page.context("une clé de données ne s'ouvre pas : voyez `parvis doctor`")?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = Some(last.subject);
        for key in page {
            if left.contains(&key.subject.to_string()) {
                continue;
            }
            let line = Line {
                subject: key.subject,
                created_at: key.created_at.as_microsecond(),
                key: STANDARD.encode(key.reveal()),
            };
            serde_json::to_writer(&mut *out, &line)?;
            out.write_all(b"\n")?;
        }
    }
}

/// Keeps every key, wrapped by the master key of the installation that is filled.
pub(super) fn keep(
    filling: &mut Filling,
    organisation: OrganisationId,
    from: impl Read,
) -> anyhow::Result<()> {
    for line in BufReader::new(from).lines() {
        let line = Zeroizing::new(line?);
        let key = understood(&line).context("une ligne n'est pas une clé")?;
        filling.also(|tx| sealing::keep_bare_key(tx, organisation, &key))?;
    }
    Ok(())
}

fn understood(line: &str) -> anyhow::Result<BareKey> {
    let line: Line = serde_json::from_str(line)?;
    let bytes = Zeroizing::new(STANDARD.decode(line.key.as_bytes())?);
    let bytes = <[u8; 32]>::try_from(bytes.as_slice())?;
    let created_at = Instant::from_microsecond(line.created_at)?;
    Ok(BareKey::told(line.subject, created_at, bytes))
}
