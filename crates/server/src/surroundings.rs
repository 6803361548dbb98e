//! What the rooms of procedures and dossiers tell the room of administration.

use parvis_access::AccessError;
use parvis_administration::{AdministrationError, Bundled, Led, Surroundings, Unexamined, Use};
use parvis_demarche::{Catalogue, Checked, DEMONSTRATION, DemarcheError};
use parvis_kernel::{AgentId, Ctx, Failure, GroupId, OrganisationId, ServiceId};
use parvis_organisation::{Group, Service};
use parvis_store::{StoreError, Tx};

pub(crate) const SURROUNDINGS: Surroundings = Surroundings {
    of_group,
    of_service,
    leading_to,
    offers,
    exports_to_approve,
    unrouted,
    unexamined,
    bundled,
    bundled_text,
    publish_bundled,
};

fn of_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<Vec<Use>, Failure> {
    let mut uses = Vec::new();
    if parvis_demarche::uses::count_of_group(tx, organisation, group).map_err(failed)? > 0 {
        uses.push(Use::Procedures);
    }
    if parvis_dossier::uses::has_under_way(tx, organisation, group).map_err(failed)? {
        uses.push(Use::Dossiers);
    }
    Ok(uses)
}

fn of_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    service: ServiceId,
) -> Result<Vec<Use>, Failure> {
    let count = parvis_demarche::uses::count_of_service(tx, organisation, service);
    Ok(if count.map_err(failed)? > 0 {
        vec![Use::Procedures]
    } else {
        Vec::new()
    })
}

fn leading_to(ctx: &Ctx, tx: &mut Tx<'_>, group: &str) -> Result<Vec<Led>, Failure> {
    let leading = parvis_demarche::uses::leading_to(tx, ctx.organisation, group)
        .map_err(|error| Failure::new("reading the rules of procedures", error))?;
    let told = leading.into_iter().map(|(slug, title)| Led {
        slug,
        title: title.in_language(ctx.language).to_owned(),
    });
    Ok(told.collect())
}

fn offers(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<bool, Failure> {
    let count = parvis_demarche::uses::count_on_offer(tx, organisation);
    Ok(count.map_err(failed)? > 0)
}

fn exports_to_approve(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<usize, Failure> {
    parvis_dossier::export::to_approve(ctx, tx)
        .map_err(|error| Failure::new("counting the exports to approve", error))
}

fn unrouted(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<i64, Failure> {
    parvis_dossier::uses::count_unrouted(tx, organisation).map_err(failed)
}

fn unexamined(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Unexamined, Failure> {
    let waiting = parvis_dossier::examine::unexamined(tx, organisation).map_err(failed)?;
    Ok(Unexamined {
        count: waiting.count,
        troubled: waiting.troubled,
    })
}

fn bundled(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<Bundled>, Failure> {
    let failed = |error: DemarcheError| Failure::new("reading the procedures", error);
    let catalogue = Catalogue::new();
    let mut found = Vec::with_capacity(DEMONSTRATION.len());
    for (name, source) in DEMONSTRATION {
        let file = checked(name, source)?.file;
        let offered = catalogue.published(tx, ctx.organisation, &file.slug);
        found.push(Bundled {
            title: file.title.in_language(ctx.language).to_owned(),
            summary: file.summary.in_language(ctx.language).to_owned(),
            offered: offered.map_err(failed)?.is_some(),
            slug: file.slug,
        });
    }
    Ok(found)
}

fn checked(name: &str, source: &str) -> Result<Checked, Failure> {
    parvis_demarche::check(name, source).map_err(|problems| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::new("reading a procedure of the house", told.join("\n"))
    })
}

fn bundled_text(slug: &str) -> Option<&'static str> {
    let own = format!("slug: {slug}");
    let found = DEMONSTRATION
        .iter()
        .find(|(_, source)| source.lines().any(|line| line == own));
    found.map(|(_, source)| *source)
}

/// The file names the service and the groups of its author: here they are those of the organisation. Its rules of routing lead
/// to groups that the organisation may not have: one group receives everything, until an author writes rules.
fn localised(source: &str, group: &Group, service: &Service) -> String {
    let mut in_routing = false;
    let lines = source.lines().filter_map(|line| {
        let key = line
            .split_once(':')
            .filter(|_| !line.starts_with([' ', '#', '-']));
        if key.is_some() {
            in_routing = matches!(key, Some(("routing", _)));
        }
        match key {
            _ if in_routing => None,
            Some(("service", _)) => Some(format!("service: {}\n", service.slug)),
            Some(("group", _)) => Some(format!("group: {}\n", group.slug)),
            _ => Some(format!("{line}\n")),
        }
    });
    lines.collect()
}

fn publish_bundled(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    group: &Group,
    service: &Service,
) -> Result<bool, AdministrationError> {
    let source = bundled_text(slug).ok_or(AccessError::NotFound)?;
    let checked = checked(slug, &localised(source, group, service))?;
    let by = ctx.actor.agent().ok_or(AccessError::Forbidden)?;
    match offered(ctx, tx, &checked, by).map_err(DemarcheError::refusal) {
        Ok(published) => Ok(published),
        Err(Ok(refusal)) => Err(AdministrationError::Refused(refusal)),
        Err(Err(failure)) => Err(failure.into()),
    }
}

/// Publishes; where a second person reads first, keeps a draft. False for a draft.
fn offered(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    by: AgentId,
) -> Result<bool, DemarcheError> {
    parvis_demarche::confirm(ctx, tx, checked, by)?;
    if parvis_demarche::is_review_asked_for(ctx, tx)? {
        parvis_demarche::keep_draft(ctx, tx, checked, 0)?;
        return Ok(false);
    }
    parvis_demarche::publish(ctx, tx, checked).map(|_| true)
}

fn failed(error: StoreError) -> Failure {
    Failure::new("asking what points to a group or a service", error)
}
