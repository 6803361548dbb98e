//! How the pages of an organisation are reached from outside: what the links of mails and of published data begin with.

use crate::TRIAL;
use parvis_organisation::Organisation;

/// How an organisation's pages are reached from outside.
#[derive(Debug, Clone)]
pub struct Roots {
    public_url: String,
}

impl Roots {
    /// `public_url` serves the organisations that have no host name of their own: `http://127.0.0.1:8080`.
    #[must_use]
    pub fn new(public_url: &str) -> Self {
        Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
        }
    }

    /// What stands before the path of each page, without a final slash.
    #[must_use]
    pub fn of(&self, organisation: &Organisation) -> String {
        match &organisation.trial {
            Some(trial) => {
                let real = self.named(trial.host.as_deref(), &trial.slug);
                format!("{real}{TRIAL}")
            }
            None => self.named(organisation.host.as_deref(), &organisation.slug),
        }
    }

    fn named(&self, host: Option<&str>, slug: &str) -> String {
        match host {
            Some(host) => format!("https://{host}"),
            None => format!("{}/{slug}", self.public_url),
        }
    }
}
