//! From names to addresses: what was checked is what is connected to.

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Policy;
use crate::address::is_public;

/// The future of a lookup.
pub type LookupFuture = Pin<Box<dyn Future<Output = std::io::Result<Vec<IpAddr>>> + Send>>;

/// Looks a name up.
pub type Lookup = Arc<dyn Fn(String) -> LookupFuture + Send + Sync>;

/// As the machine does.
pub(super) fn system() -> Lookup {
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
pub(super) struct Refused;

/// A name that leads nowhere.
#[derive(Debug, thiserror::Error)]
#[error("the name leads nowhere")]
pub(super) struct Unknown;

/// Gives the client the addresses of a name once they are checked; it connects to those, and asks nobody again. One bad address
/// refuses the name: an honest receiver has none.
pub(super) struct Checked {
    pub(super) policy: Policy,
    pub(super) lookup: Lookup,
}

impl Resolve for Checked {
    fn resolve(&self, name: Name) -> Resolving {
        let (policy, looking) = (self.policy, (self.lookup)(name.as_str().to_owned()));
        Box::pin(async move {
            let found = looking.await.map_err(|_| Unknown)?;
            if found.is_empty() {
                return Err(Unknown.into());
            }
            if !found.iter().all(|address| is_allowed(*address, policy)) {
                return Err(Refused.into());
            }
            // The client puts the port of the address.
            let addresses = found.into_iter().map(|address| SocketAddr::new(address, 0));
            Ok(Box::new(addresses) as Addrs)
        })
    }
}

fn is_allowed(address: IpAddr, policy: Policy) -> bool {
    is_public(address) || (policy.loopback && address.is_loopback())
}
