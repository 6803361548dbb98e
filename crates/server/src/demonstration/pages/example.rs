//! Dossiers to follow as a person: their number, and what opens them.

use std::sync::Arc;

use parvis_dossier::correspondence::correspondence;
use parvis_kernel::{Failure, Language};
use parvis_store::Tx;

use super::Inner;
use crate::demonstration::progress::{Example, Progress};

/// A dossier to follow.
pub(super) struct ShownExample {
    /// The commune.
    pub(super) organisation: String,
    /// Its name in addresses.
    pub(super) slug: String,
    pub(super) procedure: String,
    /// The message that names its state.
    pub(super) state: String,
    pub(super) number: String,
    /// The address to which a code is sent.
    pub(super) email: Option<String>,
    /// Without address, the follow-up code.
    pub(super) code: Option<String>,
}

pub(super) async fn examples(
    inner: &Arc<Inner>,
    language: Language,
) -> Result<Vec<ShownExample>, Failure> {
    let config = inner.config.clone();
    let progress = tokio::task::spawn_blocking(move || Progress::read(&config)).await;
    let progress = progress
        .map_err(|error| Failure::new("reading the examples", error))?
        .map_err(|error| Failure::new("reading the examples", error.to_string()))?
        .unwrap_or_default();
    let reading = Arc::clone(inner);
    let store = &inner.house.store;
    let shown = store.read(move |tx| {
        let mut shown = Vec::new();
        for example in &progress.examples {
            shown.extend(show(tx, &reading, *example, language)?);
        }
        anyhow::Ok(shown)
    });
    shown
        .await
        .map_err(|error| Failure::new("reading the examples", error.to_string()))
}

/// Nothing once the dossier is erased.
fn show(
    tx: &mut Tx<'_>,
    inner: &Inner,
    example: Example,
    language: Language,
) -> anyhow::Result<Option<ShownExample>> {
    let Some(organisation) = inner.house.directory.by_id(example.organisation) else {
        return Ok(None);
    };
    let found = match correspondence(tx, &inner.catalogue, organisation.id, example.dossier) {
        Ok(Some(found)) => found,
        // A draft that expired has no key any more.
        Ok(None) | Err(_) => return Ok(None),
    };
    let code = found.follow_up_code.filter(|_| found.email.is_none());
    Ok(Some(ShownExample {
        organisation: organisation.name.clone(),
        slug: organisation.slug.clone(),
        procedure: found.revision.file.title.in_language(language).to_owned(),
        state: format!("state-{}", found.state.code()),
        number: found.number.to_string(),
        code: code.map(|code| code.reveal().to_owned()),
        email: found.email.map(parvis_kernel::Personal::into_inner),
    }))
}
