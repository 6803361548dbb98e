//! The place that a request is for.

use std::sync::Arc;

use parvis_organisation::Organisation;

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
        if secure && self.base.is_empty() {
            "__Host-parvis".to_owned()
        } else {
            format!("parvis_{}", self.organisation.slug)
        }
    }

    /// The path to which the session cookie is sent.
    #[must_use]
    pub fn cookie_path(&self) -> &str {
        if self.base.is_empty() {
            "/"
        } else {
            &self.base
        }
    }
}
