//! From names to addresses: what was checked is what is connected to.

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::address::Policy;

/// The future of a lookup.
pub type LookupFuture = Pin<Box<dyn Future<Output = std::io::Result<Vec<IpAddr>>> + Send>>;

/// Looks a name up.
pub type Lookup = Arc<dyn Fn(String) -> LookupFuture + Send + Sync>;

/// Looks names up as the machine does.
#[must_use]
pub fn system() -> Lookup {
    Arc::new(|name| {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name, 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    })
}

/// A name that leads to an address to which the house does not send.
#[derive(Debug, thiserror::Error)]
#[error("the name leads to an address to which the house does not send")]
pub(crate) struct Refused;

/// A name that leads nowhere.
#[derive(Debug, thiserror::Error)]
#[error("the name leads nowhere")]
pub(crate) struct Unknown;

/// Gives the client the addresses of a name once they are checked; it connects to those, and asks nobody again. One bad address
/// refuses the name: an honest receiver has none.
pub(crate) struct Checked {
    pub(crate) policy: Policy,
    pub(crate) lookup: Lookup,
}

impl Resolve for Checked {
    fn resolve(&self, name: Name) -> Resolving {
        let (policy, looking) = (self.policy, (self.lookup)(name.as_str().to_owned()));
        Box::pin(async move {
            let found = looking.await.map_err(|_| Unknown)?;
            if found.is_empty() {
                return Err(Unknown.into());
            }
            if !found.iter().all(|address| policy.allows(*address)) {
                return Err(Refused.into());
            }
            // The client puts the port of the address.
            let addresses = found.into_iter().map(|address| SocketAddr::new(address, 0));
            Ok(Box::new(addresses) as Addrs)
        })
    }
}
