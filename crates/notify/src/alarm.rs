//! Alarms: what those who administer must look at. The mail says what sort of thing, and where to look; never about whom.

use parvis_access::agent;
use parvis_access::{AccessError, OrganisationRole, staff};
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, Failure};
use parvis_store::Tx;

use crate::compose::{Compose, Order};
use crate::letter::{AlarmContent, Content, Letter};
use crate::model::Template;

/// What an alarm is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alarm {
    /// The house stopped sending to a webhook.
    WebhookSuspended,
    /// No rule of a procedure led a dossier to a group.
    Unrouted,
}

impl Alarm {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::WebhookSuspended, Self::Unrouted];

    /// The word of the template.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::WebhookSuspended => "webhook-suspended",
            Self::Unrouted => "unrouted",
        }
    }

    /// Where to look.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::WebhookSuspended => "/agent/administration/webhooks",
            Self::Unrouted => "/agent/administration",
        }
    }

    /// The noun of the subject of its mails, which is the agent to whom each goes.
    fn noun(self) -> String {
        format!("alarm-{}", self.code())
    }
}

/// Plans a mail to each agent who administers the organisation of the context.
///
/// # Errors
/// Those of the store.
pub fn raise(ctx: &Ctx, tx: &mut Tx<'_>, alarm: Alarm) -> Result<(), AccessError> {
    for member in staff::all(ctx, tx)? {
        let open = member.agent.disabled_at.is_none();
        if open && member.roles.contains(&OrganisationRole::Administrator) {
            let subject = Subject::new(&alarm.noun(), member.agent.id.uuid());
            crate::send(ctx, tx, Template::Alarm, subject)?;
        }
    }
    Ok(())
}

/// Reads the agent; nothing for one who left meanwhile.
pub(crate) struct AlarmComposer;

impl Compose for AlarmComposer {
    fn compose(&self, tx: &mut Tx<'_>, order: &Order<'_>) -> Result<Option<Letter>, Failure> {
        let subject = &order.mail.subject;
        let alarm = Alarm::ALL
            .into_iter()
            .find(|alarm| alarm.noun() == subject.kind.as_str());
        let Some(alarm) = alarm else {
            return Ok(None);
        };
        let id = AgentId::from_uuid(subject.id);
        let agent = match agent::find(tx, order.organisation.id, id) {
            Ok(agent) if agent.disabled_at.is_none() => agent,
            Ok(_) | Err(AccessError::NotFound) => return Ok(None),
            Err(error) => return Err(Failure::new("reading who administers", error)),
        };
        Ok(Some(Letter {
            person: Some(agent.full_name().into()),
            to: agent.email.into(),
            language: order.mail.language,
            reply_to: None,
            content: Content::Alarm(AlarmContent {
                kind: alarm.code(),
                path: alarm.path(),
            }),
        }))
    }
}
