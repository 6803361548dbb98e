//! What every router is given: the house itself.

use std::sync::Arc;

use parvis_jobs::Wake;
use parvis_kernel::{Clock, Network};
use parvis_organisation::Directory;
use parvis_store::Store;
use parvis_store::blobs::Blobs;

use crate::ground::Ground;
use crate::limits::Limits;
use crate::words::Words;

/// The state of every router. Cheap to clone: everything in it is shared.
#[derive(Clone)]
pub struct House {
    /// The database.
    pub store: Store,
    /// The pieces.
    pub blobs: Blobs,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The words of the interface.
    pub words: Words,
    /// The organisations served.
    pub directory: Directory,
    /// How often things may be tried.
    pub limits: Limits,
    /// How the house stands in its network.
    pub settings: Arc<Settings>,
    /// Wakes the worker after an act, so that a mail leaves at once.
    pub wake: Wake,
}

/// How the house stands in its network.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Whether people reach it through HTTPS: then cookies are `Secure` and HSTS is sent. False on loopback only.
    pub secure: bool,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// How the outside reaches the organisations that have no host name of their own, without a final slash.
    pub public_url: String,
    /// The ground of drawn maps; without one, no map is drawn.
    pub ground: Option<Ground>,
}
