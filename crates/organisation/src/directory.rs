//! The organisations in memory: every request asks which one it is for.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use parvis_kernel::OrganisationId;
use parvis_store::Store;

use crate::error::OrganisationError;
use crate::model::Organisation;

/// Finds an organisation by host name, slug or identifier without touching the database.
#[derive(Debug, Clone, Default)]
pub struct Directory(Arc<RwLock<Arc<Snapshot>>>);

#[derive(Debug, Default)]
struct Snapshot {
    all: Vec<Arc<Organisation>>,
    by_host: HashMap<String, Arc<Organisation>>,
    by_slug: HashMap<String, Arc<Organisation>>,
    by_id: HashMap<OrganisationId, Arc<Organisation>>,
    /// By the organisation that tries there. A trial is found by nothing else but its identifier.
    trials: HashMap<OrganisationId, Arc<Organisation>>,
}

impl Directory {
    /// Reads the organisations again.
    ///
    /// # Errors
    /// Those of the store; the directory then keeps what it knew.
    pub async fn refresh(&self, store: &Store) -> Result<(), OrganisationError> {
        let organisations = store.read(crate::all_served).await?;
        self.replace(organisations);
        Ok(())
    }

    /// Replaces what is known.
    pub fn replace(&self, organisations: Vec<Organisation>) {
        let mut snapshot = Snapshot::default();
        for organisation in organisations.into_iter().map(Arc::new) {
            if let Some(trial) = &organisation.trial {
                snapshot.trials.insert(trial.of, Arc::clone(&organisation));
                snapshot
                    .by_id
                    .insert(organisation.id, Arc::clone(&organisation));
                continue;
            }
            if let Some(host) = &organisation.host {
                snapshot
                    .by_host
                    .insert(host.to_lowercase(), Arc::clone(&organisation));
            }
            snapshot
                .by_slug
                .insert(organisation.slug.clone(), Arc::clone(&organisation));
            snapshot
                .by_id
                .insert(organisation.id, Arc::clone(&organisation));
            snapshot.all.push(organisation);
        }
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
    }

    /// The organisation served under a host name (without port, any case).
    #[must_use]
    pub fn by_host(&self, host: &str) -> Option<Arc<Organisation>> {
        self.snapshot().by_host.get(&host.to_lowercase()).cloned()
    }

    /// The organisation of a slug.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<Arc<Organisation>> {
        self.snapshot().by_slug.get(slug).cloned()
    }

    /// The organisation of an identifier.
    #[must_use]
    pub fn by_id(&self, id: OrganisationId) -> Option<Arc<Organisation>> {
        self.snapshot().by_id.get(&id).cloned()
    }

    /// Where an organisation tries its procedures, if it does.
    #[must_use]
    pub fn trial_of(&self, id: OrganisationId) -> Option<Arc<Organisation>> {
        self.snapshot().trials.get(&id).cloned()
    }

    /// All of them but trials, by name.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<Organisation>> {
        self.snapshot().all.clone()
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }
}
