//! Asking a source over the network.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use parvis_form::{Answers, Source};
use parvis_kernel::Instant;
use parvis_outside::{Lookup, Patience, Policy, client, reason};

use crate::access::Access;
use crate::circuit::Circuit;
use crate::failed::Failed;
use crate::slot::{Provider, Query, slot};

/// How long the person waits for a source, at most.
pub const PATIENCE: Patience = Patience {
    connecting: Duration::from_secs(2),
    whole: Duration::from_secs(8),
};
/// Bytes at most of an answer.
const MOST: usize = 256 * 1024;

/// The sources of an installation: which organisation asks which provider, and how. Cheap to clone.
#[derive(Clone, Default)]
pub struct Sources(Option<Arc<Inner>>);

struct Inner {
    client: reqwest::Client,
    /// By provider, then by the slug of an organisation.
    accesses: BTreeMap<(Provider, String), Access>,
    circuits: Mutex<BTreeMap<Provider, Circuit>>,
}

impl Sources {
    /// Those whose access is configured.
    ///
    /// # Errors
    /// The client cannot be built.
    pub fn new(
        accesses: BTreeMap<(Provider, String), Access>,
        policy: Policy,
        lookup: Lookup,
    ) -> Result<Self, reqwest::Error> {
        if accesses.is_empty() {
            return Ok(Self::default());
        }
        let inner = Inner {
            client: client(policy, lookup, "Parvis", PATIENCE)?,
            accesses,
            circuits: Mutex::default(),
        };
        Ok(Self(Some(Arc::new(inner))))
    }

    /// Whether an organisation may ask a source.
    #[must_use]
    pub fn offers(&self, organisation: &str, source: Source) -> bool {
        self.access(organisation, source).is_some()
    }

    /// Whether a source answers with fictitious cases.
    #[must_use]
    pub fn is_fictitious(&self, organisation: &str, source: Source) -> bool {
        let access = self.access(organisation, source);
        access.is_some_and(|access| access.fictitious)
    }

    fn access(&self, organisation: &str, source: Source) -> Option<&Access> {
        let provider = slot(source).provider();
        let accesses = &self.0.as_ref()?.accesses;
        accesses.get(&(provider, organisation.to_owned()))
    }

    /// Asks a source for what a question wants, as a person would type it. Ends in time whatever the provider does; nothing of what is
    /// sent or answered is logged.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn ask(
        &self,
        organisation: &str,
        source: Source,
        needs: &Answers,
        now: Instant,
    ) -> Result<String, Failed> {
        let (Some(inner), Some(access)) = (&self.0, self.access(organisation, source)) else {
            return Err(Failed::Refused);
        };
        let slot = slot(source);
        let query = slot.query(needs).ok_or(Failed::NotFound)?;
        if !inner.circuit(slot.provider(), |circuit| circuit.lets(now)) {
            return Err(Failed::Down);
        }
        let called = tokio::time::timeout(PATIENCE.whole, inner.call(access, &query)).await;
        let answered = match called {
            Err(_) => Err(Failed::Slow),
            Ok(Err(failed)) => Err(failed),
            Ok(Ok((status, body))) => slot.read(status, &body),
        };
        let failed = answered.as_ref().err().copied();
        inner.circuit(slot.provider(), |circuit| {
            circuit.note(failed.is_some_and(Failed::is_outage), now);
        });
        if let Some(failed) = failed {
            tracing::warn!(
                source = source.term(),
                failed = failed.term(),
                "a source gave no answer"
            );
        }
        answered
    }
}

impl Inner {
    fn circuit<T>(&self, provider: Provider, see: impl FnOnce(&mut Circuit) -> T) -> T {
        let mut circuits = self.circuits.lock().unwrap_or_else(PoisonError::into_inner);
        see(circuits.entry(provider).or_default())
    }

    async fn call(&self, access: &Access, query: &Query) -> Result<(u16, Vec<u8>), Failed> {
        let mut url = access.url.clone();
        let root = url.path().trim_end_matches('/').to_owned();
        url.set_path(&format!("{root}{}", query.path));
        url.query_pairs_mut()
            .append_pair("recipient", &access.recipient)
            .extend_pairs(&query.parameters);
        let request = self.client.get(url).bearer_auth(access.token.reveal());
        let request = request.header("accept", "application/json");
        let mut response = request.send().await.map_err(|error| failed(&error))?;
        let status = response.status().as_u16();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| failed(&error))? {
            if body.len() + chunk.len() > MOST {
                return Err(Failed::Unreadable);
            }
            body.extend_from_slice(&chunk);
        }
        Ok((status, body))
    }
}

fn failed(error: &reqwest::Error) -> Failed {
    match reason(error) {
        "timeout" => Failed::Slow,
        _ => Failed::Down,
    }
}

/// Shows how many accesses there are.
impl fmt::Debug for Sources {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.as_ref().map_or(0, |inner| inner.accesses.len());
        write!(formatter, "Sources({count})")
    }
}
