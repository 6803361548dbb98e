//! The revisions in memory: every page and every act on a dossier reads one.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use parvis_kernel::{Instant, OrganisationId, ProcedureId, RevisionId};
use parvis_store::Tx;

use crate::error::DemarcheError;
use crate::model::Revision;
use crate::store;
use parvis_procedure::is_word;

/// A procedure closed.
#[derive(Debug, Clone)]
pub struct Notice {
    /// When.
    pub at: Instant,
    /// What replaces it, if something that is open does.
    pub replacement: Option<Arc<Revision>>,
}

type Key = (OrganisationId, RevisionId);

/// Keeps compiled revisions in memory.
///
/// Only what never changes is kept: a frozen revision, by its identifier. Which revision is published is asked of the
/// store each time, so that several machines on one database never disagree and nothing has to be invalidated.
#[derive(Debug, Clone, Default)]
pub struct Catalogue(Arc<RwLock<HashMap<Key, Arc<Revision>>>>);

impl Catalogue {
    /// An empty one; it fills as it is asked.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The published revision of a procedure, unless it is closed.
    ///
    /// # Errors
    /// Those of the store, and a stored revision that cannot be read.
    pub fn published(
        &self,
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
        slug: &str,
    ) -> Result<Option<Arc<Revision>>, DemarcheError> {
        if !is_word(slug) {
            return Ok(None);
        }
        let id = store::published_id(tx, organisation, slug)?;
        id.map(|id| self.revision(tx, organisation, id)).transpose()
    }

    /// A revision, published or not any more: the one that a dossier pins.
    ///
    /// # Errors
    /// `NotFound` when the organisation has no such revision; those of the store.
    pub fn revision(
        &self,
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
        id: RevisionId,
    ) -> Result<Arc<Revision>, DemarcheError> {
        let key = (organisation, id);
        if let Some(known) = self.known(key) {
            return Ok(known);
        }
        let read = store::revision(tx, organisation, id)?.ok_or(DemarcheError::NotFound)?;
        let read = Arc::new(read);
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.insert(key, Arc::clone(&read));
        Ok(read)
    }

    /// The published revisions of an organisation, by slug.
    ///
    /// # Errors
    /// Those of the store, and a stored revision that cannot be read.
    pub fn list(
        &self,
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
    ) -> Result<Vec<Arc<Revision>>, DemarcheError> {
        let ids = store::published_ids(tx, organisation)?;
        ids.into_iter()
            .map(|id| self.revision(tx, organisation, id))
            .collect()
    }

    /// The revisions of a procedure published after this one, the newest first.
    ///
    /// # Errors
    /// Those of the store, and a stored revision that cannot be read.
    pub fn since(
        &self,
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
        before: &Revision,
    ) -> Result<Vec<Arc<Revision>>, DemarcheError> {
        let all = store::editions(tx, organisation, before.procedure)?.into_iter();
        all.filter(|own| own.number > before.number)
            .map(|own| self.revision(tx, organisation, own.id))
            .collect()
    }

    /// What a person who began a procedure should know of its closing; nothing while it is open.
    ///
    /// # Errors
    /// Those of the store, and a stored revision that cannot be read.
    pub fn closing(
        &self,
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
        procedure: ProcedureId,
    ) -> Result<Option<Notice>, DemarcheError> {
        let Some(closed) = store::closed(tx, organisation, procedure)? else {
            return Ok(None);
        };
        let replacement = match closed.replacement {
            Some(slug) => self.published(tx, organisation, &slug)?,
            None => None,
        };
        let at = closed.at;
        Ok(Some(Notice { at, replacement }))
    }

    /// Every revision of an organisation, published or not any more.
    ///
    /// # Errors
    /// Those of the store, and a stored revision that cannot be read.
    pub fn every(
        &self,
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
    ) -> Result<Vec<Arc<Revision>>, DemarcheError> {
        let ids = store::revision_ids(tx, organisation)?;
        ids.into_iter()
            .map(|id| self.revision(tx, organisation, id))
            .collect()
    }

    fn known(&self, key: Key) -> Option<Arc<Revision>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.get(&key).cloned()
    }
}
