//! The place that a request is for.

use std::sync::Arc;

use parvis_organisation::Organisation;

/// Where the trial of an organisation hangs, below its own pages.
pub const TRIAL: &str = "/essai";

/// An organisation and where its pages hang: put by `server` in the extensions of each request, after it stripped
/// `base` from the path.
#[derive(Debug, Clone)]
pub struct Site {
    /// The organisation.
    pub organisation: Arc<Organisation>,
    /// What stands before every path: nothing under a host name, `/rochebrune` in a demonstration.
    pub base: String,
}

impl Site {
    /// The name of the session cookie. Two organisations never share one (`__Host-` binds to the host).
    #[must_use]
    pub fn cookie_name(&self, secure: bool) -> String {
        if secure && self.real_base().is_empty() {
            match self.organisation.trial {
                Some(_) => "__Host-parvis_essai".to_owned(),
                None => "__Host-parvis".to_owned(),
            }
        } else {
            format!("parvis_{}", self.organisation.slug)
        }
    }

    /// The place of the trial of this organisation: below it.
    #[must_use]
    pub fn of_trial(&self, trial: Arc<Organisation>) -> Self {
        Self {
            organisation: trial,
            base: format!("{}{TRIAL}", self.base),
        }
    }

    /// The place of the organisation whose trial this is; itself when it is no trial.
    #[must_use]
    pub fn real_base(&self) -> &str {
        match self.organisation.trial {
            Some(_) => self.base.strip_suffix(TRIAL).unwrap_or(&self.base),
            None => &self.base,
        }
    }

    /// The path to which the session cookie is sent. Under a host name it is the root, for a trial too: `__Host-` asks for it, and
    /// the name tells one from the other.
    #[must_use]
    pub fn cookie_path(&self) -> &str {
        if self.real_base().is_empty() {
            "/"
        } else {
            &self.base
        }
    }
}
