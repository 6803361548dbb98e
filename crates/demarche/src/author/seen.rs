//! What the store holds of a procedure, read once for a page.

use std::collections::HashMap;
use std::sync::Arc;

use parvis_access::{AccessError, agent};
use parvis_kernel::{AgentId, Ctx};
use parvis_organisation as organisation;
use parvis_store::Tx;

use super::act;
use super::differences::{Difference, differences};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::file::{Checked, check, is_word};
use crate::model::{Draft, Edition, Revision, Standing};
use crate::store;

/// A procedure as its authors see it: published, drafted, or both.
pub(super) struct Seen {
    pub slug: String,
    pub standing: Option<Standing>,
    pub published: Option<Arc<Revision>>,
    pub draft: Option<Draft>,
    pub editions: Vec<Edition>,
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
        let editions = match &standing {
            Some(standing) => store::editions(tx, ctx.organisation, standing.procedure)?,
            None => Vec::new(),
        };
        let authors = editions.iter().filter_map(|edition| edition.published_by);
        let authors = authors.chain(draft.iter().filter_map(|draft| draft.written_by));
        let tried = draft.iter().filter_map(|draft| draft.tried.as_ref()?.by);
        let names = names(ctx, tx, authors.chain(tried).collect())?;
        let services = organisation::services(tx, ctx.organisation)?.into_iter();
        let services = services.filter(|(_, closed_at)| closed_at.is_none());
        let services = services.map(|(service, _)| (service.slug, service.name));
        let services = services.collect();
        let groups = organisation::groups(tx, ctx.organisation)?.into_iter();
        let groups = groups.filter(|(_, closed_at)| closed_at.is_none());
        let groups = groups.map(|(group, _)| (group.slug, group.name)).collect();
        Ok(Self {
            slug: slug.to_owned(),
            published: published.transpose()?,
            standing,
            draft,
            editions,
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
        if file.languages().len() == 1 {
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
