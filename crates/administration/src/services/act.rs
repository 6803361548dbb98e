//! The acts on services and groups: who may, and what must not point to what is closed.

use parvis_access::{Right, Target, authorize, staff};
use parvis_kernel::{Ctx, GroupId, Instant, ServiceId};
use parvis_organisation::{Contact, Group, Service};
use parvis_store::Tx;

use crate::error::AdministrationError;
use crate::surroundings::{Led, Surroundings, Use};

/// Every service and every group, with the day on which each closed.
#[derive(Debug, Clone)]
pub(crate) struct Directory {
    pub(crate) services: Vec<(Service, Option<Instant>)>,
    pub(crate) groups: Vec<(Group, Option<Instant>)>,
}

impl Directory {
    pub(crate) fn service_name(&self, id: ServiceId) -> &str {
        let found = self.services.iter().find(|(service, _)| service.id == id);
        found.map_or("", |(service, _)| service.name.as_str())
    }

    pub(crate) fn group_name(&self, id: GroupId) -> &str {
        let found = self.groups.iter().find(|(group, _)| group.id == id);
        found.map_or("", |(group, _)| group.name.as_str())
    }

    /// Those to which something can point.
    pub(crate) fn open_services(&self) -> impl Iterator<Item = &Service> {
        let open = self
            .services
            .iter()
            .filter(|(_, closed_at)| closed_at.is_none());
        open.map(|(service, _)| service)
    }

    pub(crate) fn open_groups(&self) -> impl Iterator<Item = &Group> {
        let open = self
            .groups
            .iter()
            .filter(|(_, closed_at)| closed_at.is_none());
        open.map(|(group, _)| group)
    }
}

pub(crate) fn read(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Directory, AdministrationError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    Ok(Directory {
        services: parvis_organisation::services(tx, ctx.organisation)?,
        groups: parvis_organisation::groups(tx, ctx.organisation)?,
    })
}

pub(super) fn create_service(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &Service,
) -> Result<(), AdministrationError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    Ok(parvis_organisation::create_service(ctx, tx, new)?)
}

pub(super) fn change_service(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: ServiceId,
    name: &str,
    contact: &Contact,
) -> Result<(), AdministrationError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    Ok(parvis_organisation::change_service(
        ctx, tx, id, name, contact,
    )?)
}

pub(super) fn close_service(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    surroundings: Surroundings,
    id: ServiceId,
) -> Result<(), AdministrationError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    parvis_organisation::service(tx, ctx.organisation, id)?;
    let mut uses = (surroundings.of_service)(tx, ctx.organisation, id)?;
    if staff::count_in_service(tx, ctx.organisation, id)? > 0 {
        uses.push(Use::Agents);
    }
    let groups = parvis_organisation::groups(tx, ctx.organisation)?;
    if groups
        .iter()
        .any(|(group, closed_at)| group.service == id && closed_at.is_none())
    {
        uses.push(Use::Groups);
    }
    refuse(uses)?;
    Ok(parvis_organisation::close_service(ctx, tx, id)?)
}

pub(super) fn create_group(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &Group,
) -> Result<(), AdministrationError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    parvis_organisation::open_service(tx, ctx.organisation, new.service)?;
    Ok(parvis_organisation::create_group(ctx, tx, new)?)
}

pub(super) fn change_group(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: GroupId,
    name: &str,
    service: ServiceId,
) -> Result<(), AdministrationError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    Ok(parvis_organisation::change_group(
        ctx, tx, id, name, service,
    )?)
}

pub(super) fn close_group(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    surroundings: Surroundings,
    id: GroupId,
) -> Result<(), AdministrationError> {
    can_close(ctx, tx, surroundings, id)?;
    Ok(parvis_organisation::close_group(ctx, tx, id)?)
}

/// What closing a group would change: the procedures of which a rule leads to it, by their names in addresses and their titles.
pub(super) fn led_by_rules(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    surroundings: Surroundings,
    id: GroupId,
) -> Result<Vec<Led>, AdministrationError> {
    let group = can_close(ctx, tx, surroundings, id)?;
    Ok((surroundings.leading_to)(ctx, tx, &group.slug)?)
}

/// A group that nothing keeps from being closed.
fn can_close(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    surroundings: Surroundings,
    id: GroupId,
) -> Result<Group, AdministrationError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    let group = parvis_organisation::group(tx, ctx.organisation, id)?;
    let mut uses = (surroundings.of_group)(tx, ctx.organisation, id)?;
    if staff::count_in_group(tx, ctx.organisation, id)? > 0 {
        uses.push(Use::Agents);
    }
    refuse(uses)?;
    Ok(group)
}

fn refuse(uses: Vec<Use>) -> Result<(), AdministrationError> {
    if uses.is_empty() {
        Ok(())
    } else {
        Err(AdministrationError::InUse(uses))
    }
}
