//! What the store holds of a procedure, read once for a page.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use parvis_access::{AccessError, agent};
use parvis_kernel::{AgentId, Ctx, Instant, Language, RevisionId};
use parvis_organisation as organisation;
use parvis_store::Tx;

use super::differences::{Difference, differences};
use super::{act, review};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::{Citation, Draft, Edition, Publication, Review, Revision, Standing, Writer};
use crate::store;
use parvis_procedure::{Checked, check, is_word};

/// A procedure as its authors see it: published, drafted, or both.
pub(super) struct Seen {
    pub slug: String,
    pub standing: Option<Standing>,
    pub published: Option<Arc<Revision>>,
    pub draft: Option<Draft>,
    /// The text that is published, where there is a draft to compare with it.
    pub earlier: Option<String>,
    pub editions: Vec<Edition>,
    /// Each time that a revision was published, the earliest first.
    pub publications: Vec<Publication>,
    /// Who wrote the draft, and what was published.
    pub writers: Vec<Writer>,
    /// Who confirmed the dated facts of each revision.
    pub confirmations: Vec<(RevisionId, AgentId, Instant)>,
    /// What each revision answers of what people said.
    pub citations: Vec<Citation>,
    /// Remarks of panels that wait for an answer, by place.
    pub remarks: BTreeMap<String, i64>,
    /// Who confirmed those of the draft.
    pub confirmed: Option<(AgentId, Instant)>,
    /// The requests that a second person reads a draft that replaces what is published now, the latest first.
    pub reviews: Vec<Review>,
    /// The one that approved the draft as it is.
    pub approval: Option<Review>,
    /// Whether the organisation asks for a second person.
    pub second_reader: bool,
    /// Names of the agents who wrote and published.
    pub names: HashMap<AgentId, String>,
    /// Short names and names of the services and of the groups to which something new can point.
    pub services: Vec<(String, String)>,
    pub groups: Vec<(String, String)>,
}

/// What an author should know before they publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Warning {
    /// The organisation has no such service: it cannot be published.
    NoService(String),
    /// The organisation has no such group: it cannot be published.
    NoGroup(String),
    /// Dated facts that somebody must confirm.
    ToConfirm(usize),
    /// Not written in English.
    FrenchOnly,
    /// The text that is published already.
    Same,
}

impl Seen {
    pub fn read(
        ctx: &Ctx,
        tx: &mut Tx<'_>,
        catalogue: &Catalogue,
        slug: &str,
    ) -> Result<Self, DemarcheError> {
        act::writes(ctx, tx)?;
        if !is_word(slug) {
            return Err(DemarcheError::NotFound);
        }
        let standing = store::standing(tx, ctx.organisation, slug)?;
        let draft = store::draft(tx, ctx.organisation, slug)?;
        if standing.is_none() && draft.is_none() {
            return Err(DemarcheError::NotFound);
        }
        let published = standing.as_ref().and_then(|standing| standing.published);
        let published = published.map(|id| catalogue.revision(tx, ctx.organisation, id));
        let published = published.transpose()?;
        let earlier = match (&standing, &published, &draft) {
            (Some(standing), Some(revision), Some(_)) => {
                store::source(tx, ctx.organisation, standing.procedure, revision.number)?
            }
            _ => None,
        };
        let editions = match &standing {
            Some(standing) => store::editions(tx, ctx.organisation, standing.procedure)?,
            None => Vec::new(),
        };
        let told = Told::read(ctx, tx, standing.as_ref(), slug)?;
        let base = standing.as_ref().and_then(|standing| standing.published);
        let mut reviews = store::reviews(tx, ctx.organisation, slug, review::LOOKED_AT)?;
        reviews.retain(|review| review.base == base);
        let (approval, confirmed) = match &draft {
            Some(draft) => {
                let text = (draft.checksum.as_str(), base);
                let approval = review::approval(tx, ctx.organisation, slug, text)?;
                let confirmed = match &standing {
                    Some(own) => {
                        store::confirmation(tx, ctx.organisation, own.procedure, &draft.checksum)?
                    }
                    None => None,
                };
                (approval, confirmed)
            }
            None => (None, None),
        };
        let authors = editions.iter().filter_map(|edition| edition.published_by);
        let authors = authors.chain(draft.iter().filter_map(|draft| draft.written_by));
        let tried = draft.iter().filter_map(|draft| draft.tried.as_ref()?.by);
        let read = reviews.iter().flat_map(agents_of);
        let confirms = confirmed.iter().map(|(agent, _)| *agent);
        let authors = authors.chain(tried).chain(read).chain(confirms);
        let names = names(ctx, tx, authors.chain(told.agents()).collect())?;
        let services = organisation::services(tx, ctx.organisation)?.into_iter();
        let services = services.filter(|(_, closed_at)| closed_at.is_none());
        let services = services.map(|(service, _)| (service.slug, service.name));
        let services = services.collect();
        let groups = organisation::groups(tx, ctx.organisation)?.into_iter();
        let groups = groups.filter(|(_, closed_at)| closed_at.is_none());
        let groups = groups.map(|(group, _)| (group.slug, group.name)).collect();
        Ok(Self {
            slug: slug.to_owned(),
            published,
            standing,
            draft,
            earlier,
            editions,
            publications: told.publications,
            writers: told.writers,
            confirmations: told.confirmations,
            citations: told.citations,
            remarks: store::remarks_to_settle(tx, ctx.organisation, slug)?,
            confirmed,
            reviews,
            approval,
            second_reader: review::is_review_asked_for(ctx, tx)?,
            names,
            services,
            groups,
        })
    }

    /// The draft, checked again: an earlier version of the house may have accepted what this one refuses.
    pub fn checked(&self) -> Option<Result<Checked, Vec<parvis_form::Problem>>> {
        let draft = self.draft.as_ref()?;
        Some(check(&format!("{}.yaml", self.slug), &draft.source))
    }

    /// What the draft changes; nothing to compare with while nothing is published.
    pub fn differences(&self, checked: &Checked) -> Option<Vec<Difference>> {
        let published = self.published.as_ref()?;
        let before = (&published.file, &published.form);
        Some(differences(before, (&checked.file, &checked.form)))
    }

    pub fn warnings(&self, checked: &Checked) -> Vec<Warning> {
        let mut warnings = Vec::new();
        let file = &checked.file;
        if !self.services.iter().any(|(slug, _)| *slug == file.service) {
            warnings.push(Warning::NoService(file.service.clone()));
        }
        if !self.groups.iter().any(|(slug, _)| *slug == file.group) {
            warnings.push(Warning::NoGroup(file.group.clone()));
        }
        for route in &file.routing {
            if !self.groups.iter().any(|(slug, _)| *slug == route.group) {
                warnings.push(Warning::NoGroup(route.group.clone()));
            }
        }
        let facts = file.sources.iter().filter(|source| source.to_confirm);
        match facts.count() {
            0 => {}
            facts => warnings.push(Warning::ToConfirm(facts)),
        }
        if !file.title.exists_in(Language::English) {
            warnings.push(Warning::FrenchOnly);
        }
        if self
            .differences(checked)
            .is_some_and(|found| found.is_empty())
        {
            warnings.push(Warning::Same);
        }
        warnings
    }

    /// Whether publishing is refused as things stand.
    pub fn is_blocked(warnings: &[Warning]) -> bool {
        let blocks =
            |warning: &Warning| matches!(warning, Warning::NoService(_) | Warning::NoGroup(_));
        warnings.iter().any(blocks)
    }

    pub fn name(&self, agent: Option<AgentId>) -> Option<&str> {
        self.names.get(&agent?).map(String::as_str)
    }
}

/// What the history of a procedure tells.
struct Told {
    publications: Vec<Publication>,
    writers: Vec<Writer>,
    confirmations: Vec<(RevisionId, AgentId, Instant)>,
    citations: Vec<Citation>,
}

impl Told {
    fn read(
        ctx: &Ctx,
        tx: &mut Tx<'_>,
        standing: Option<&Standing>,
        slug: &str,
    ) -> Result<Self, DemarcheError> {
        let mut told = Self {
            publications: Vec::new(),
            writers: store::writers(tx, ctx.organisation, slug)?,
            confirmations: Vec::new(),
            citations: Vec::new(),
        };
        if let Some(own) = standing {
            told.publications = store::publications(tx, ctx.organisation, own.procedure)?;
            told.confirmations = store::confirmations(tx, ctx.organisation, own.procedure)?;
            told.citations = store::citations(tx, ctx.organisation, own.procedure)?;
        }
        Ok(told)
    }

    fn agents(&self) -> Vec<AgentId> {
        let mut agents: Vec<AgentId> = self.writers.iter().map(|writer| writer.agent).collect();
        agents.extend(self.confirmations.iter().map(|(_, agent, _)| *agent));
        for publication in &self.publications {
            agents.extend(publication.by);
            agents.extend(publication.reviewed.map(|(agent, _)| agent));
        }
        agents
    }
}

/// Who asked, answered or took back.
fn agents_of(review: &Review) -> Vec<AgentId> {
    let answered = review.answered.as_ref().map(|answered| answered.by);
    let withdrawn = review.withdrawn.and_then(|(_, by)| by);
    let asked = Some(review.asked_by);
    [asked, answered, withdrawn].into_iter().flatten().collect()
}

fn names(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agents: Vec<AgentId>,
) -> Result<HashMap<AgentId, String>, DemarcheError> {
    let mut names = HashMap::new();
    for id in agents {
        if names.contains_key(&id) {
            continue;
        }
        match agent::find(tx, ctx.organisation, id) {
            Ok(agent) => {
                names.insert(id, agent.full_name());
            }
            Err(AccessError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(names)
}
