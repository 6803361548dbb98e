//! A panel: a draft is shown to people who have no account, and they say what stops them.

use std::time::Duration;

use parvis_access::AccessError;
use parvis_journal::{self as journal, Subject};
use parvis_kernel::{Ctx, Instant, Language, OrganisationId, PanelId, PublicationId, RemarkId};
use parvis_store::{Due, Tx, Vault};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::super::act::{trace, writes};
use super::places::Place;
use crate::error::DemarcheError;
use crate::model::{Draft, Panel, Remark};
use crate::store;
use parvis_procedure::{Checked, check};

/// Remarks that one panel keeps.
pub const MOST_REMARKS: i64 = 300;
/// Letters of a remark.
pub const LONGEST: usize = 2_000;
/// Letters of the name that somebody chooses to give.
pub const LONGEST_NAME: usize = 80;
/// For how many days a link may serve.
pub const DAYS: [u16; 3] = [7, 15, 30];
/// What is proposed.
pub const USUAL_DAYS: u16 = 15;
/// How long what was said is kept once the panel is over.
pub const KEPT: Duration = Duration::from_secs(183 * 24 * 3600);
/// Panels of one procedure that are open at once.
const MOST_OPEN: usize = 5;
/// Letters of a label that are kept beside a remark.
const LABEL: usize = 200;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The end of the link of a panel: its identifier and a secret that derives from the master key, 64 hexadecimal digits.
#[must_use]
pub fn code(vault: &Vault, organisation: OrganisationId, panel: PanelId) -> String {
    format!(
        "{}{}",
        panel.uuid().simple(),
        secret(vault, organisation, panel)
    )
}

fn secret(vault: &Vault, organisation: OrganisationId, panel: PanelId) -> String {
    let (organisation, panel) = (organisation.uuid(), panel.uuid());
    let context = [organisation.as_bytes().as_slice(), panel.as_bytes()].concat();
    let derived = vault.derive("panel", &context);
    let kept = derived.iter().take(16);
    kept.map(|byte| format!("{byte:02x}")).collect()
}

/// The panel of a link, open or not.
///
/// # Errors
/// `NotFound` for a link that the house did not make, or whose panel is forgotten; those of the store.
pub fn panel_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    code: &str,
) -> Result<Panel, DemarcheError> {
    let (id, sent) = code.split_at_checked(32).ok_or(DemarcheError::NotFound)?;
    let id = Uuid::try_parse(id).map_err(|_| DemarcheError::NotFound)?;
    let id = PanelId::from_uuid(id);
    let expected = secret(tx.vault(), organisation, id);
    if !bool::from(expected.as_bytes().ct_eq(sent.as_bytes())) {
        return Err(DemarcheError::NotFound);
    }
    store::panel(tx, organisation, id)?.ok_or(DemarcheError::NotFound)
}

/// Opens a panel on the version of a draft that the author had read, for some days.
///
/// # Errors
/// `DraftChanged` when another version is kept; `TooManyPanels`; `ReasonNeeded` for words that are too long; access refused; those of the
/// store.
pub fn open_panel(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    read: i64,
    (days, words): (u16, &str),
) -> Result<PanelId, DemarcheError> {
    writes(ctx, tx)?;
    let slug = checked.file.slug.clone();
    let opened_by = ctx.actor.agent().ok_or(AccessError::Forbidden)?;
    if words.chars().count() > LONGEST {
        return Err(DemarcheError::ReasonNeeded);
    }
    let draft = store::draft(tx, ctx.organisation, &slug)?;
    let same = |draft: &Draft| draft.version == read && draft.checksum == checked.checksum;
    if !draft.as_ref().is_some_and(same) {
        return Err(DemarcheError::DraftChanged { slug });
    }
    let panels = store::panels(tx, ctx.organisation, &slug)?;
    if panels.iter().filter(|own| own.is_open(ctx.now)).count() >= MOST_OPEN {
        return Err(DemarcheError::TooManyPanels { most: MOST_OPEN });
    }
    let life = DAY * u32::from(days.clamp(1, 30));
    let panel = Panel {
        id: PanelId::new(),
        title: checked.file.title.in_language(Language::French).to_owned(),
        source: checked.source.clone(),
        words: words.trim().to_owned(),
        opened_at: ctx.now,
        opened_by,
        ends_at: ctx.now.checked_add(life).unwrap_or(Instant::MAX),
        closed_by: None,
        remarks: 0,
        slug,
    };
    store::insert_panel(tx, ctx, &panel)?;
    trace(ctx, tx, "procedure.panel_opened", &panel.slug)?;
    Ok(panel.id)
}

/// Closes a panel: its link serves no more.
///
/// # Errors
/// `PanelOver` when it is closed already; access refused; those of the store.
pub fn close_panel(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    id: PanelId,
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    if !store::close_panel(tx, ctx, slug, id)? {
        return Err(DemarcheError::PanelOver);
    }
    trace(ctx, tx, "procedure.panel_closed", slug)
}

/// Keeps what somebody says of a place of a panel. Whoever has the link may.
///
/// # Errors
/// `NotFound` for an unknown link; `PanelOver` when it closed, expired, or holds as many remarks as it may; `ReasonNeeded` for an
/// empty text, or one that is too long; those of the store.
pub fn remark(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    code: &str,
    place: &Place,
    (text, name): (&str, &str),
) -> Result<(), DemarcheError> {
    let panel = panel_of(tx, ctx.organisation, code)?;
    let (text, name) = (text.trim(), name.trim());
    let fits = text.chars().count() <= LONGEST && name.chars().count() <= LONGEST_NAME;
    if text.is_empty() || !fits {
        return Err(DemarcheError::ReasonNeeded);
    }
    let label = place.label.in_language(Language::French);
    let label: String = label.chars().take(LABEL).collect();
    let about = store::About {
        place: &place.name,
        label: &label,
    };
    let said = (text, name);
    if !store::insert_remark(tx, ctx, panel.id, about, said, MOST_REMARKS)? {
        return Err(DemarcheError::PanelOver);
    }
    let subject = Subject::new("panel", panel.id.uuid());
    Ok(journal::record(
        ctx,
        tx,
        "procedure.remarked",
        subject,
        &[],
    )?)
}

/// The text of a panel, checked: it was when the panel opened.
///
/// # Errors
/// `PanelOver` when an update of the house refuses it since.
pub fn shown(panel: &Panel) -> Result<Checked, DemarcheError> {
    check("demarche.yaml", &panel.source).map_err(|_| DemarcheError::PanelOver)
}

/// Says what becomes of a remark: taken into account, with what changes, or set aside, with why. The words of the former are public.
///
/// # Errors
/// `NotFound` for a remark of another procedure; `RemarkCited` when a revision answers it already; `ReasonNeeded` for one set aside
/// without a word; access refused; those of the store.
pub fn settle_remark(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    id: RemarkId,
    (kept, words): (bool, &str),
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    own_remark(tx, ctx.organisation, slug, id)?;
    let words = words.trim();
    if words.chars().count() > LONGEST || (!kept && words.is_empty()) {
        return Err(DemarcheError::ReasonNeeded);
    }
    if !store::settle(tx, ctx, id, (kept, words))? {
        return Err(DemarcheError::RemarkCited);
    }
    trace(ctx, tx, "procedure.remark_answered", slug)
}

/// Erases a remark: it holds what it should not.
///
/// # Errors
/// `NotFound` for a remark of another procedure; access refused; those of the store.
pub fn erase_remark(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    id: RemarkId,
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    own_remark(tx, ctx.organisation, slug, id)?;
    if !store::erase_remark(tx, ctx.organisation, id)? {
        return Err(DemarcheError::NotFound);
    }
    trace(ctx, tx, "procedure.remark_erased", slug)
}

/// A remark of a procedure.
pub(super) fn own_remark(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
    id: RemarkId,
) -> Result<Remark, DemarcheError> {
    let found = store::remark(tx, organisation, id)?.ok_or(DemarcheError::NotFound)?;
    let panel = store::panel(tx, organisation, found.panel)?;
    match panel.is_some_and(|panel| panel.slug == slug) {
        true => Ok(found),
        false => Err(DemarcheError::NotFound),
    }
}

/// Every remark on a procedure, by panel, the latest panel first.
pub(super) fn remarks_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Vec<(Panel, Vec<Remark>)>, DemarcheError> {
    let mut found = Vec::new();
    for panel in store::panels(tx, organisation, slug)? {
        let remarks = match panel.remarks {
            0 => Vec::new(),
            _ => store::remarks(tx, organisation, panel.id)?,
        };
        found.push((panel, remarks));
    }
    Ok(found)
}

/// Writes what a publication answers: the remarks taken into account that no other one answered, by place, in the words of the author.
pub(in super::super) fn cite(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    publication: PublicationId,
) -> Result<(), DemarcheError> {
    let mut answered: Vec<(String, i64, Vec<String>)> = Vec::new();
    for (_, remarks) in remarks_of(tx, ctx.organisation, slug)? {
        for remark in remarks {
            let Some(settled) = remark.settled.as_ref().filter(|settled| settled.kept) else {
                continue;
            };
            if !store::cite_remark(tx, ctx.organisation, remark.id, publication)? {
                continue;
            }
            let known = answered
                .iter_mut()
                .find(|(label, ..)| *label == remark.label);
            let (count, words) = match known {
                Some((_, count, words)) => (count, words),
                None => {
                    answered.push((remark.label.clone(), 0, Vec::new()));
                    let Some((_, count, words)) = answered.last_mut() else {
                        continue;
                    };
                    (count, words)
                }
            };
            *count += 1;
            if !settled.words.is_empty() && !words.contains(&settled.words) {
                words.push(settled.words.clone());
            }
        }
    }
    for (position, (label, count, words)) in (1..).zip(&answered) {
        let words = words.join("\n");
        let said = (label.as_str(), *count, words.as_str());
        store::insert_citation(tx, ctx.organisation, publication, position, said)?;
    }
    Ok(())
}

/// Panels that are over for so long that nothing of them is kept any more.
///
/// # Errors
/// Those of the store.
pub fn panels_over(tx: &mut Tx<'_>, now: Instant) -> Result<Due, DemarcheError> {
    Ok(store::ended_panels(tx, now - KEPT)?)
}

/// Forgets some of them, and what was said there; how many.
///
/// # Errors
/// Those of the store.
pub fn forget_panels(tx: &mut Tx<'_>, now: Instant) -> Result<u64, DemarcheError> {
    Ok(store::forget_panels(tx, now - KEPT)?)
}
