//! Keeping a text, changing it, taking it away; which ones an agent may put into a form.

use parvis_access::{AccessError, Right, Role, Target, agent, authorize};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, GroupId, StandardTextId};
use parvis_store::Tx;

use super::model::checked_words;
use super::{Purpose, StandardText, Version};
use crate::error::DossierError;
use crate::{store, text};

/// Texts of a group, and texts of the organisation.
const MOST: i64 = 200;
/// Signs of a title at most.
const LONGEST_TITLE: usize = 80;
/// Versions of a page.
const LISTED: i64 = 50;

/// The texts that an agent may put into a form about a dossier of a group: those of the group, those of the organisation.
///
/// # Errors
/// Those of the store: whoever opened the dossier sees them.
pub fn offered(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    group: GroupId,
) -> Result<Vec<StandardText>, DossierError> {
    let mut texts = store::standard_texts(tx, ctx.organisation, Some(group), MOST)?;
    texts.extend(store::standard_texts(tx, ctx.organisation, None, MOST)?);
    Ok(texts)
}

/// The texts that the agent may change: those of their groups, and those of the organisation when they administer.
///
/// # Errors
/// `SignInFirst`; `Forbidden` for who keeps none.
pub fn kept(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<StandardText>, DossierError> {
    let mut texts = Vec::new();
    for keeper in keepers(ctx, tx)? {
        texts.extend(store::standard_texts(tx, ctx.organisation, keeper, MOST)?);
    }
    Ok(texts)
}

/// For whom the agent may keep texts: the groups in which they instruct, the organisation (nothing) when they administer.
///
/// # Errors
/// `SignInFirst`; `Forbidden` for who may for none.
pub fn keepers(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<Option<GroupId>>, DossierError> {
    let own = by(ctx)?;
    let mut keepers = Vec::new();
    match authorize(ctx, tx, Right::Administer, Target::Organisation) {
        Ok(()) => keepers.push(None),
        Err(AccessError::Forbidden) => {}
        Err(error) => return Err(error.into()),
    }
    for membership in agent::memberships(tx, ctx.organisation, own)? {
        if membership.role == Role::Instructeur {
            keepers.push(Some(membership.group));
        }
    }
    if keepers.is_empty() {
        return Err(AccessError::Forbidden.into());
    }
    Ok(keepers)
}

/// Keeps a new text. A second time, from a double click, nothing happens.
///
/// # Errors
/// `Forbidden` or `NotFound` for a group in which the agent does not instruct, `Forbidden` for the organisation unless they
/// administer; `NameNeeded`; `Text`; `UnknownWord`; `TooManyTexts`.
pub fn save(ctx: &Ctx, tx: &mut Tx<'_>, written: &StandardText) -> Result<(), DossierError> {
    allowed(ctx, tx, written.group)?;
    let own = by(ctx)?;
    let written = StandardText {
        version: 1,
        ..checked(written)?
    };
    let known = store::standard_texts(tx, ctx.organisation, written.group, MOST)?;
    if known.iter().any(|known| known.id == written.id) {
        return Ok(());
    }
    if i64::try_from(known.len()).unwrap_or(i64::MAX) >= MOST {
        return Err(DossierError::TooManyTexts { most: MOST });
    }
    if store::insert_standard_text(tx, ctx, &written, own)? {
        trace(ctx, tx, "text.kept", &written)?;
    }
    Ok(())
}

/// Writes a text anew; what it said before is kept with who wrote it.
///
/// # Errors
/// Those of [`save`]; `NotFound`; `ChangedMeanwhile` when somebody wrote it since it was read.
pub fn change(ctx: &Ctx, tx: &mut Tx<'_>, written: &StandardText) -> Result<(), DossierError> {
    let known = one(ctx, tx, written.id)?;
    let own = by(ctx)?;
    let changed = StandardText {
        group: known.group,
        ..checked(written)?
    };
    if !store::change_standard_text(tx, ctx, &changed, own)? {
        return Err(DossierError::ChangedMeanwhile {
            expected: written.version,
        });
    }
    trace(ctx, tx, "text.changed", &changed)
}

/// Takes a text away from the forms. What it said stays with its versions.
///
/// # Errors
/// `NotFound`; those of [`save`] about who may.
pub fn delete(ctx: &Ctx, tx: &mut Tx<'_>, id: StandardTextId) -> Result<(), DossierError> {
    let known = one(ctx, tx, id)?;
    store::delete_standard_text(tx, ctx, id)?;
    trace(ctx, tx, "text.deleted", &known)
}

/// What a text said, the latest first.
///
/// # Errors
/// `NotFound`; those of [`save`] about who may.
pub fn versions(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: StandardTextId,
) -> Result<(StandardText, Vec<Version>), DossierError> {
    let known = one(ctx, tx, id)?;
    let versions = store::standard_text_versions(tx, ctx.organisation, id, LISTED)?;
    Ok((known, versions))
}

/// A text that the agent may change; to anybody else it does not exist.
fn one(ctx: &Ctx, tx: &mut Tx<'_>, id: StandardTextId) -> Result<StandardText, DossierError> {
    let found = store::standard_text(tx, ctx.organisation, id)?;
    let found = found.ok_or(DossierError::NotFound)?;
    allowed(ctx, tx, found.group)?;
    Ok(found)
}

fn allowed(ctx: &Ctx, tx: &mut Tx<'_>, group: Option<GroupId>) -> Result<(), DossierError> {
    let (right, target) = match group {
        Some(group) => (Right::InstructDossier, Target::Group(group)),
        None => (Right::Administer, Target::Organisation),
    };
    Ok(authorize(ctx, tx, right, target)?)
}

fn checked(written: &StandardText) -> Result<StandardText, DossierError> {
    let title = text::line(&written.title, LONGEST_TITLE);
    if title.is_empty() {
        return Err(DossierError::NameNeeded);
    }
    let body = text::accepted(&written.body)?.as_str().to_owned();
    checked_words(&body).map_err(|word| DossierError::UnknownWord(word.0))?;
    Ok(StandardText {
        title,
        body,
        ..written.clone()
    })
}

fn by(ctx: &Ctx) -> Result<AgentId, DossierError> {
    Ok(ctx.actor.agent().ok_or(AccessError::SignInFirst)?)
}

fn trace(ctx: &Ctx, tx: &mut Tx<'_>, verb: &str, text: &StandardText) -> Result<(), DossierError> {
    let subject = Subject::new("text", text.id.uuid());
    let group = text.group.map(|group| group.to_string());
    let detail = [
        ("group", group.unwrap_or_default()),
        ("purpose", text.purpose.code().to_owned()),
        ("version", text.version.to_string()),
    ];
    Ok(journal::record(ctx, tx, verb, subject, &detail)?)
}

impl StandardText {
    /// Those of one purpose among several.
    pub(crate) fn of_purpose(texts: &[Self], purpose: Purpose) -> impl Iterator<Item = &Self> {
        texts.iter().filter(move |text| text.purpose == purpose)
    }
}
