//! Composers: who knows what a mail of a template says.

use std::collections::HashMap;
use std::sync::Arc;

use parvis_kernel::{Failure, Instant};
use parvis_organisation::Organisation;
use parvis_store::Tx;

use crate::account::AccountComposer;
use crate::agent::AgentComposer;
use crate::alarm::AlarmComposer;
use crate::code::CodeComposer;
use crate::invitation::InvitationComposer;
use crate::letter::Letter;
use crate::model::{Mail, Template};

/// What a composer is given.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The mail.
    pub mail: &'a Mail,
    /// Who writes.
    pub organisation: &'a Organisation,
    /// When.
    pub now: Instant,
}

/// Writes the letters of one template, from what is true when the mail leaves.
pub trait Compose: Send + Sync {
    /// The letter, or nothing when there is nothing to say any more (erased, ended): the mail is then given up.
    ///
    /// It reads only; it may be called again.
    ///
    /// # Errors
    /// A failure delays the mail.
    fn compose(&self, tx: &mut Tx<'_>, order: &Order<'_>) -> Result<Option<Letter>, Failure>;
}

/// The composer of each template.
#[derive(Clone)]
pub struct Composers(HashMap<Template, Arc<dyn Compose>>);

impl Default for Composers {
    fn default() -> Self {
        Self(HashMap::new())
            .with(Template::Code, CodeComposer)
            .with(Template::Account, AccountComposer)
            .with(Template::Invitation, InvitationComposer)
            .with(Template::Alarm, AlarmComposer)
            .with(Template::Agent, AgentComposer)
    }
}

impl Composers {
    /// Gives a template its composer. Those of codes, of accounts, of invitations, of alarms and of agents are there from the start.
    #[must_use]
    pub fn with(mut self, template: Template, composer: impl Compose + 'static) -> Self {
        self.0.insert(template, Arc::new(composer));
        self
    }

    /// The templates that nobody composes: none in a finished house.
    #[must_use]
    pub fn missing(&self) -> Vec<Template> {
        let mut missing = Template::ALL.to_vec();
        missing.retain(|template| !self.0.contains_key(template));
        missing
    }

    pub(crate) fn of(&self, template: Template) -> Option<Arc<dyn Compose>> {
        self.0.get(&template).cloned()
    }
}
