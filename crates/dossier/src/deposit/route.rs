//! Who instructs what is deposited: the rules of the procedure, read on the answers.

use std::time::Duration;

use parvis_demarche::Routing;
use parvis_form::Answers;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact};
use parvis_organisation::Group;
use parvis_store::Tx;

use crate::desk::Opened;
use crate::error::DossierError;
use crate::facts;
use crate::store;

/// Those who administer are told once in so long: rules that are wrong are wrong for everybody.
const ONCE_IN: Duration = Duration::from_secs(24 * 3600);

/// Where the answers of a deposit lead.
pub(super) enum Route {
    /// The procedure has no rule.
    Own,
    /// A rule, by its number, and its group.
    Rule(u16, Group),
    /// No rule holds; or one does, by its number, and its group is gone.
    Nowhere(Option<u16>),
}

/// Finds the group to which the answers lead, and gives it the dossier in memory: the receipt names its service. When no rule
/// holds, or when the group is gone, the dossier stays with the group of the procedure.
pub(super) fn find(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    opened: &mut Opened,
    answers: &Answers,
) -> Result<Route, DossierError> {
    let file = &opened.revision.file;
    let (number, slug) = match file.routed(answers) {
        Routing::None => return Ok(Route::Own),
        Routing::Nowhere => return Ok(Route::Nowhere(None)),
        Routing::To { number, group } => (number, group),
    };
    let Some(group) = parvis_organisation::group_by_slug(tx, ctx.organisation, slug)? else {
        return Ok(Route::Nowhere(Some(number)));
    };
    opened.dossier.group = group.id;
    opened.dossier.service = group.service;
    Ok(Route::Rule(number, group))
}

impl Route {
    /// Writes it once the deposit is: the group, the trace, and the alarm when nothing led the dossier.
    pub(super) fn write(
        &self,
        ctx: &Ctx,
        tx: &mut Tx<'_>,
        opened: &Opened,
    ) -> Result<(), DossierError> {
        let id = opened.dossier.id;
        let subject = Subject::dossier(id);
        match self {
            Self::Own => Ok(()),
            Self::Rule(number, group) => {
                store::give(tx, ctx, id, group.id, group.service)?;
                let detail = [("rule", number.to_string()), ("group", group.slug.clone())];
                Ok(journal::record(
                    ctx,
                    tx,
                    "dossier.routed",
                    subject,
                    &detail,
                )?)
            }
            Self::Nowhere(number) => {
                let number = number.map(|number| ("rule", number.to_string()));
                let detail: Vec<(&str, String)> = number.into_iter().collect();
                journal::record(ctx, tx, "dossier.unrouted", subject, &detail)?;
                alarm(ctx, tx, opened)
            }
        }
    }
}

fn alarm(ctx: &Ctx, tx: &mut Tx<'_>, opened: &Opened) -> Result<(), DossierError> {
    let last = store::last_unrouted(tx, ctx.organisation)?;
    store::insert_unrouted(tx, ctx, opened.dossier.id)?;
    let told = last.is_some_and(|at| at.saturating_add(ONCE_IN).is_ok_and(|end| ctx.now < end));
    if !told {
        let id = opened.dossier.id.uuid();
        let fact = Fact::new(ctx.organisation, facts::UNROUTED, id, ctx.now);
        jobs::publish(tx, &fact)?;
    }
    Ok(())
}
