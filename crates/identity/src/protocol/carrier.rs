//! The requests to a provider: bounded in time and in size, never to what is inside.

use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use parvis_outside::{Lookup, Patience, Policy, check};

/// How long an answer of a provider is waited for: somebody waits too.
const PATIENCE: Patience = Patience {
    connecting: Duration::from_secs(4),
    whole: Duration::from_secs(8),
};
/// Bytes at most of an answer: the keys of a large provider are a few thousand.
const LARGEST: usize = 512 * 1024;
/// How the house names itself.
const AGENT: &str = "Parvis-Identity/1";

/// Carries the requests.
pub(super) struct Carrier {
    policy: Policy,
    lookup: Lookup,
    client: OnceLock<Option<reqwest::Client>>,
}

/// What kept a request from its answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Carried {
    /// It leads to where the house does not speak.
    #[error("the house does not speak to this address")]
    Address,
    /// No client can be built on this machine.
    #[error("no client can be built on this machine")]
    NoClient,
    /// Nothing was answered.
    #[error("nothing was answered")]
    Silent(#[from] reqwest::Error),
    /// The answer is longer than the house reads.
    #[error("the answer is longer than the house reads")]
    TooLong,
    /// The answer is no answer.
    #[error("the answer cannot be read")]
    Unreadable(#[from] http::Error),
}

impl Carried {
    pub(super) fn reason(&self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::NoClient => "certificate",
            Self::Silent(error) => parvis_outside::reason(error),
            Self::TooLong => "size",
            Self::Unreadable(_) => "status",
        }
    }
}

impl Carrier {
    pub(super) const fn new(policy: Policy, lookup: Lookup) -> Self {
        Self {
            policy,
            lookup,
            client: OnceLock::new(),
        }
    }

    /// The client, built when somebody first needs one.
    fn client(&self) -> Option<&reqwest::Client> {
        let built = || parvis_outside::client(self.policy, self.lookup.clone(), AGENT, PATIENCE);
        self.client.get_or_init(|| built().ok()).as_ref()
    }

    async fn carry(&self, request: HttpRequest) -> Result<HttpResponse, Carried> {
        let address = request.uri().to_string();
        let url = check(&address, self.policy).map_err(|_| Carried::Address)?;
        let client = self.client().ok_or(Carried::NoClient)?;
        let (parts, body) = request.into_parts();
        let sending = client
            .request(parts.method, url)
            .headers(parts.headers)
            .body(body);
        let mut answer = sending.send().await?;
        let mut built = http::Response::builder().status(answer.status());
        for (name, value) in answer.headers() {
            built = built.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            if body.len() + chunk.len() > LARGEST {
                return Err(Carried::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(built.body(body)?)
    }
}

impl<'c> AsyncHttpClient<'c> for Carrier {
    type Error = Carried;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Carried>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.carry(request))
    }
}
