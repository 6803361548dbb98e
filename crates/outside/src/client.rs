//! The client of a room, and what may have kept it from an answer.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect;

use crate::address::Policy;
use crate::lookup::{Checked, Lookup, Refused, Unknown};

/// How long an answer is waited for.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For the connection, with its encryption.
    pub connecting: Duration,
    /// In all, from the lookup of the name to the last byte of the answer.
    pub whole: Duration,
}

/// A client that connects to what was checked and to nothing else: no redirect, no proxy, each name looked up again at each request.
///
/// The address of each request has to pass [`check`](crate::check) first: an address written as figures is never looked up.
///
/// # Errors
/// The client cannot be built: no list of certificate authorities, for one.
pub fn client(
    policy: Policy,
    lookup: Lookup,
    agent: &str,
    patience: Patience,
) -> Result<reqwest::Client, reqwest::Error> {
    parvis_store::use_ring();
    reqwest::Client::builder()
        .dns_resolver(Arc::new(Checked { policy, lookup }))
        .no_proxy()
        .redirect(redirect::Policy::none())
        .connect_timeout(patience.connecting)
        .timeout(patience.whole)
        .pool_max_idle_per_host(0)
        .user_agent(agent)
        .build()
}

/// Why nothing was answered: `address`, `name`, `certificate`, `timeout` or `connection`. The words of the error itself may quote
/// an address: they are not kept.
#[must_use]
pub fn reason(error: &reqwest::Error) -> &'static str {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(own) = cause {
        if own.is::<Refused>() {
            return "address";
        }
        if own.is::<Unknown>() {
            return "name";
        }
        // The source of such an error is that of what it wraps: what it wraps is asked for.
        let wrapped = own.downcast_ref::<std::io::Error>();
        let wrapped = wrapped.and_then(std::io::Error::get_ref);
        if wrapped.is_some_and(|wrapped| wrapped.is::<rustls::Error>()) {
            return "certificate";
        }
        cause = own.source();
    }
    match error.is_timeout() {
        true => "timeout",
        false => "connection",
    }
}
