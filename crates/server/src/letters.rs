//! What each mail about a dossier says: read when the mail leaves, from what is true then.

use parvis_access::OrganisationRole;
use parvis_access::agent::{self, Membership, Role};
use parvis_access::staff;
use parvis_demarche::Catalogue;
use parvis_dossier::correspondence::{Correspondence, correspondence};
use parvis_dossier::facts;
use parvis_dossier::mention;
use parvis_dossier::model::State;
use parvis_jobs::Subscriber;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, DossierId, Fact, Failure, GroupId, Instant, Language, ReviewId};
use parvis_law::Value;
use parvis_notify::{
    AgentNotice, Compose, Composers, Content, DecisionContent, DraftContent, Letter,
    MentionContent, MessageContent, Order, PaymentContent, ReceiptContent, RequestContent,
    Template,
};
use parvis_organisation::Organisation;
use parvis_store::Tx;
use parvis_web::{Words, format};

/// Which facts of dossiers make a mail leave.
pub(crate) const SUBSCRIBERS: &[Subscriber] = &[
    Subscriber {
        name: "letters.draft",
        kinds: &[facts::DRAFT_STARTED],
        deliver: |fact, now, tx| plan(fact, now, tx, Template::Draft),
    },
    Subscriber {
        name: "letters.receipt",
        kinds: &[facts::SUBMITTED],
        deliver: |fact, now, tx| plan(fact, now, tx, Template::Receipt),
    },
    Subscriber {
        name: "letters.request",
        kinds: &[facts::REQUESTED],
        deliver: |fact, now, tx| plan(fact, now, tx, Template::Request),
    },
    Subscriber {
        name: "letters.message",
        kinds: &[facts::MESSAGED, facts::CLOSED],
        deliver: written,
    },
    Subscriber {
        name: "letters.draft_reminder",
        kinds: &[facts::DRAFT_REMINDED],
        deliver: |fact, now, tx| plan(fact, now, tx, Template::DraftReminder),
    },
    Subscriber {
        name: "letters.request_reminder",
        kinds: &[facts::REQUEST_REMINDED],
        deliver: |fact, now, tx| plan(fact, now, tx, Template::RequestReminder),
    },
    Subscriber {
        name: "letters.decision",
        kinds: &[facts::DECIDED],
        deliver: |fact, now, tx| plan(fact, now, tx, Template::Decision),
    },
    Subscriber {
        name: "letters.payment",
        kinds: &[facts::PAYMENT_SENT],
        deliver: |fact, now, tx| plan(fact, now, tx, Template::Payment),
    },
    Subscriber {
        name: "letters.export_asked",
        kinds: &[facts::EXPORT_ASKED],
        deliver: export_asked,
    },
    Subscriber {
        name: "letters.export_answered",
        kinds: &[facts::EXPORT_ANSWERED],
        deliver: export_answered,
    },
    Subscriber {
        name: "letters.transferred",
        kinds: &[facts::TRANSFERRED],
        deliver: transferred,
    },
    Subscriber {
        name: "letters.review_asked",
        kinds: &[parvis_demarche::facts::REVIEW_ASKED],
        deliver: review_asked,
    },
    Subscriber {
        name: "letters.review_answered",
        kinds: &[parvis_demarche::facts::REVIEW_ANSWERED],
        deliver: review_answered,
    },
    Subscriber {
        name: "letters.published_unreviewed",
        kinds: &[parvis_demarche::facts::PUBLISHED_UNREVIEWED],
        deliver: published_unreviewed,
    },
    Subscriber {
        name: "letters.mentioned",
        kinds: &[facts::MENTIONED],
        deliver: mentioned,
    },
];

fn plan(fact: &Fact, now: Instant, tx: &mut Tx<'_>, template: Template) -> Result<(), Failure> {
    let ctx = Ctx::house(fact.organisation, now);
    let subject = Subject::new("dossier", fact.subject);
    parvis_notify::send(&ctx, tx, template, subject)
        .map(drop)
        .map_err(|error| Failure::new("planning a mail", error))
}

/// A message of the service is announced to the person; one of the person to nobody: agents see it in their list.
fn written(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let sender = fact.detail.get("sender").and_then(|sender| sender.as_str());
    if sender == Some("usager") {
        return Ok(());
    }
    plan(fact, now, tx, Template::Message)
}

/// Those who may approve an export are told of it, but for whoever asked.
fn export_asked(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let ctx = Ctx::house(fact.organisation, now);
    let asked = agent_of(fact);
    let members = staff::all(&ctx, tx)
        .map_err(|error| Failure::new("reading who may approve an export", error))?;
    let approves = |role: &OrganisationRole| {
        matches!(
            role,
            OrganisationRole::Administrator | OrganisationRole::Dpo
        )
    };
    for member in members {
        if member.roles.iter().any(approves) && Some(member.agent.id) != asked {
            tell(&ctx, tx, AgentNotice::ExportToApprove, member.agent.id)?;
        }
    }
    Ok(())
}

fn export_answered(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let ctx = Ctx::house(fact.organisation, now);
    match agent_of(fact) {
        Some(agent) => tell(&ctx, tx, AgentNotice::ExportAnswered, agent),
        None => Ok(()),
    }
}

/// Those who may read a draft before it is published are told that somebody asks for it.
fn review_asked(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let ctx = Ctx::house(fact.organisation, now);
    let slug = fact.detail.get("procedure").and_then(|slug| slug.as_str());
    let Some(slug) = slug else {
        return Ok(());
    };
    let authors = authors(&ctx, tx)?;
    let review = ReviewId::from_uuid(fact.subject);
    let readers = parvis_demarche::readers_of(tx, fact.organisation, (slug, review), &authors)
        .map_err(|error| Failure::new("reading who may review a draft", error))?;
    for reader in readers {
        tell(&ctx, tx, AgentNotice::ReviewToDo, reader)?;
    }
    Ok(())
}

fn review_answered(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let ctx = Ctx::house(fact.organisation, now);
    match agent_of(fact) {
        Some(agent) => tell(&ctx, tx, AgentNotice::ReviewAnswered, agent),
        None => Ok(()),
    }
}

/// The others who write procedures are told of what nobody read.
fn published_unreviewed(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let ctx = Ctx::house(fact.organisation, now);
    let by = agent_of(fact);
    for author in authors(&ctx, tx)? {
        if Some(author) != by {
            tell(&ctx, tx, AgentNotice::PublishedUnreviewed, author)?;
        }
    }
    Ok(())
}

/// Who writes the procedures of an organisation.
fn authors(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<AgentId>, Failure> {
    let members = staff::all(ctx, tx)
        .map_err(|error| Failure::new("reading who writes procedures", error))?;
    let writes = |role: &OrganisationRole| {
        matches!(
            role,
            OrganisationRole::Administrator | OrganisationRole::ProcedureAuthor
        )
    };
    let open = members
        .into_iter()
        .filter(|member| member.agent.disabled_at.is_none());
    let authors = open.filter(|member| member.roles.iter().any(writes));
    Ok(authors.map(|member| member.agent.id).collect())
}

/// Those who instruct in the group that received a dossier are told that it is there.
fn transferred(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let ctx = Ctx::house(fact.organisation, now);
    let group = fact.detail.get("group").and_then(|group| group.as_str());
    let Some(group) = group.and_then(|group| group.parse::<GroupId>().ok()) else {
        return Ok(());
    };
    let failed = |error| Failure::new("reading who received a dossier", error);
    for agent in agent::of_group(tx, fact.organisation, group).map_err(failed)? {
        let own = agent::memberships(tx, fact.organisation, agent.id).map_err(failed)?;
        let instructs = |of: &Membership| of.group == group && of.role == Role::Instructeur;
        if own.iter().any(instructs) {
            tell(&ctx, tx, AgentNotice::Transferred, agent.id)?;
        }
    }
    Ok(())
}

/// The agent whom a note calls is told of it: its mention says who, when the mail leaves.
fn mentioned(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let mention = fact.detail.get("mention").and_then(|id| id.as_str());
    let Some(mention) = mention.and_then(|id| id.parse().ok()) else {
        return Ok(());
    };
    let ctx = Ctx::house(fact.organisation, now);
    let subject = Subject::new("mention", mention);
    parvis_notify::send(&ctx, tx, Template::Mention, subject)
        .map(drop)
        .map_err(|error| Failure::new("planning a mail", error))
}

fn agent_of(fact: &Fact) -> Option<AgentId> {
    let agent = fact.detail.get("agent").and_then(|agent| agent.as_str());
    agent.and_then(|agent| agent.parse().ok())
}

fn tell(ctx: &Ctx, tx: &mut Tx<'_>, notice: AgentNotice, agent: AgentId) -> Result<(), Failure> {
    parvis_notify::send(ctx, tx, Template::Agent, notice.to(agent))
        .map(drop)
        .map_err(|error| Failure::new("planning a mail", error))
}

/// Who writes each template.
#[must_use]
pub fn composers(words: &Words, catalogue: &Catalogue) -> Composers {
    let of = |content: ContentOf| DossierComposer {
        words: words.clone(),
        catalogue: catalogue.clone(),
        content,
    };
    Composers::default()
        .with(Template::Draft, of(draft))
        .with(Template::Receipt, of(receipt))
        .with(Template::Request, of(request))
        .with(Template::DraftReminder, of(draft_reminder))
        .with(Template::RequestReminder, of(request_reminder))
        .with(Template::Message, of(message))
        .with(Template::Decision, of(decision))
        .with(Template::Payment, of(payment))
        .with(Template::Mention, MentionComposer(catalogue.clone()))
}

/// What a template says of a dossier; nothing when it no longer stands.
type ContentOf = fn(&Correspondence, &Organisation, &Words) -> Option<Content>;

struct DossierComposer {
    words: Words,
    catalogue: Catalogue,
    content: ContentOf,
}

impl Compose for DossierComposer {
    fn compose(&self, tx: &mut Tx<'_>, order: &Order<'_>) -> Result<Option<Letter>, Failure> {
        let failed = |error| Failure::new("reading a dossier for a mail", error);
        let id = DossierId::from_uuid(order.mail.subject.id);
        let organisation = order.organisation;
        let Some(dossier) =
            correspondence(tx, &self.catalogue, organisation.id, id).map_err(failed)?
        else {
            return Ok(None);
        };
        let Some(to) = dossier.email.clone() else {
            return Ok(None);
        };
        let service = parvis_organisation::service(tx, organisation.id, dossier.service)
            .map_err(|error| Failure::new("reading the service of a mail", error))?;
        let Some(content) = (self.content)(&dossier, organisation, &self.words) else {
            return Ok(None);
        };
        Ok(Some(Letter {
            to,
            person: None,
            language: dossier.language,
            reply_to: service.contact.email,
            content,
        }))
    }
}

/// Writes to the agent whom a note calls.
struct MentionComposer(Catalogue);

impl Compose for MentionComposer {
    fn compose(&self, tx: &mut Tx<'_>, order: &Order<'_>) -> Result<Option<Letter>, Failure> {
        let organisation = order.organisation.id;
        let found = mention::letter(tx, &self.0, organisation, order.mail.subject.id)
            .map_err(|error| Failure::new("reading a mention for a mail", error))?;
        Ok(found.map(|told| {
            let language = order.mail.language;
            Letter {
                person: Some(told.to.full_name().into()),
                to: told.to.email.into(),
                language,
                reply_to: None,
                content: Content::Mention(MentionContent {
                    author: told.by.map(|author| author.full_name()),
                    number: told.number.to_string(),
                    procedure: told.revision.file.title.in_language(language).to_owned(),
                    path: told.path,
                }),
            }
        }))
    }
}

fn title(dossier: &Correspondence) -> String {
    dossier
        .revision
        .file
        .title
        .in_language(dossier.language)
        .to_owned()
}

fn path(dossier: &Correspondence) -> String {
    format!("/suivi?numero={}", dossier.number)
}

fn draft(dossier: &Correspondence, organisation: &Organisation, _: &Words) -> Option<Content> {
    kept_draft(dossier, organisation).map(Content::Draft)
}

fn draft_reminder(
    dossier: &Correspondence,
    organisation: &Organisation,
    _: &Words,
) -> Option<Content> {
    kept_draft(dossier, organisation).map(Content::DraftReminder)
}

fn kept_draft(dossier: &Correspondence, organisation: &Organisation) -> Option<DraftContent> {
    let expires_at = dossier
        .expires_at
        .filter(|_| dossier.state == State::Draft)?;
    let day = format::day(expires_at, &organisation.zone());
    Some(DraftContent {
        number: dossier.number.to_string(),
        procedure: title(dossier),
        until: format::date(dossier.language, day),
        path: path(dossier),
    })
}

fn receipt(dossier: &Correspondence, _: &Organisation, words: &Words) -> Option<Content> {
    let given = dossier.receipt.as_ref()?;
    let mut sentences = given
        .receipt()
        .parts()
        .iter()
        .map(|part| said(words, dossier.language, part))
        .collect::<Vec<_>>()
        .into_iter();
    Some(Content::Receipt(ReceiptContent {
        title: sentences.next()?,
        number: dossier.number.to_string(),
        procedure: title(dossier),
        asks_for_decision: given.request,
        lines: sentences.collect(),
        path: path(dossier),
    }))
}

fn said(words: &Words, language: Language, part: &parvis_law::receipt::ReceiptPart) -> String {
    let sentence = part.sentence();
    words.say_with(language, sentence.key, &sentence.say(language))
}

fn request(dossier: &Correspondence, _: &Organisation, _: &Words) -> Option<Content> {
    open_request(dossier).map(Content::Request)
}

fn request_reminder(dossier: &Correspondence, _: &Organisation, _: &Words) -> Option<Content> {
    open_request(dossier).map(Content::RequestReminder)
}

fn open_request(dossier: &Correspondence) -> Option<RequestContent> {
    let request = dossier.request.as_ref()?;
    Some(RequestContent {
        number: dossier.number.to_string(),
        procedure: title(dossier),
        until: Some(format::date(dossier.language, request.due_on)),
        path: path(dossier),
    })
}

fn message(dossier: &Correspondence, _: &Organisation, _: &Words) -> Option<Content> {
    Some(Content::Message(MessageContent {
        number: dossier.number.to_string(),
        procedure: title(dossier),
        path: path(dossier),
    }))
}

fn decision(dossier: &Correspondence, _: &Organisation, _: &Words) -> Option<Content> {
    Some(Content::Decision(DecisionContent {
        number: dossier.number.to_string(),
        procedure: title(dossier),
        path: path(dossier),
    }))
}

/// How much and since when; nothing once the order that held it is no longer the one that went.
fn payment(dossier: &Correspondence, organisation: &Organisation, _: &Words) -> Option<Content> {
    let (cents, at) = dossier.paid?;
    let day = format::day(at, &organisation.zone());
    Some(Content::Payment(PaymentContent {
        number: dossier.number.to_string(),
        procedure: title(dossier),
        amount: Value::Amount(cents).say(dossier.language),
        day: format::date(dossier.language, day),
        path: path(dossier),
    }))
}
