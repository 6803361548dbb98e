//! One try: a request, bounded in time, of which only the status is read.

use std::time::Duration;

use parvis_kernel::Instant;
use parvis_outside::{Lookup, Patience, Policy, reason};
use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};

use super::take::Taken;
use crate::secret::signatures;

/// One try, from the lookup of the name to the status.
const WHOLE_TRY: Duration = Duration::from_secs(10);
/// The connection, with its encryption.
const CONNECTING: Duration = Duration::from_secs(5);
/// How the house names itself.
const AGENT: &str = "Parvis-Webhooks/1";

/// What became of one try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The receiver took it.
    Delivered(u16),
    /// The receiver wants no more (410).
    Gone,
    /// To be tried again.
    Failed {
        status: Option<u16>,
        reason: &'static str,
        /// What the receiver asked to wait.
        asked: Option<Duration>,
    },
}

/// Carries messages away.
pub(super) struct Post {
    client: reqwest::Client,
    policy: Policy,
}

impl Post {
    pub(super) fn new(policy: Policy, lookup: Lookup) -> Result<Self, reqwest::Error> {
        let patience = Patience {
            connecting: CONNECTING,
            whole: WHOLE_TRY,
        };
        let client = parvis_outside::client(policy, lookup, AGENT, patience)?;
        Ok(Self { client, policy })
    }

    pub(super) async fn carry(&self, taken: &Taken, body: &str, now: Instant) -> Outcome {
        let Ok(url) = parvis_outside::check(&taken.webhook.url, self.policy) else {
            return failed("address");
        };
        let id = taken.delivery.id;
        let request = self
            .client
            .post(url)
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", id.to_string())
            .header("webhook-timestamp", now.as_second().to_string())
            .header("webhook-signature", signatures(&taken.keys, id, now, body))
            .body(body.to_owned());
        match request.send().await {
            // The body of the answer is not read: it closes with the connection.
            Ok(answer) => outcome(answer.status().as_u16(), answer.headers()),
            Err(error) => failed(reason(&error)),
        }
    }
}

fn outcome(status: u16, headers: &HeaderMap) -> Outcome {
    let asked = headers
        .get(RETRY_AFTER)
        .and_then(|asked| asked.to_str().ok());
    let asked = asked.and_then(|seconds| seconds.parse().ok());
    match status {
        200..=299 => Outcome::Delivered(status),
        410 => Outcome::Gone,
        _ => Outcome::Failed {
            status: Some(status),
            reason: match status {
                300..=399 => "redirect",
                _ => "status",
            },
            asked: asked.map(Duration::from_secs),
        },
    }
}

const fn failed(reason: &'static str) -> Outcome {
    Outcome::Failed {
        status: None,
        reason,
        asked: None,
    }
}
