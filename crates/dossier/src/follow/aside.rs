//! What was posted after the session ended: set aside by a browser, taken back by the same one.

use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::Right;
use parvis_access::session::Token;
use parvis_form::Entries;
use parvis_kernel::{Ctx, Failure};
use parvis_store::sealing::SealingKey;
use parvis_web::{Cookie, House, PageError, Rule, Visit};
use uuid::Uuid;

use super::parked::{COMPLETE, MESSAGE, PEOPLE, forget_parked, park, parked_for, unpark};
use crate::addresses::Addresses;
use crate::answer::fields::Posted;
use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::Number;
use crate::request::again;

/// Posts set aside by one device.
const ASIDE: Rule = Rule {
    name: "aside",
    burst: 20,
    every: Duration::from_secs(60),
};
/// How long the browser keeps the key, in seconds.
const AGE: u32 = 24 * 3600;
/// What the name of the cookie ends with, after the name of the one of the session.
const COOKIE_NAME: &str = "_aside";

/// Sets aside what was posted on a step by a browser that does not hold the dossier, and leads to the page where the person
/// is known again. A dossier that does not exist is treated like one that does.
pub(crate) async fn set_aside(
    house: &House,
    visit: &Visit,
    number: &Number,
    step: &str,
    entries: Entries,
) -> Result<Response, PageError> {
    let next = visit.url(&format!("/suivi?numero={number}&retour=etape"));
    let next = Redirect::to(&next);
    let entries = Posted::of_any_step(entries);
    if entries.is_empty() || step.len() > 60 {
        return Ok(next.into_response());
    }
    visit.limit(house, &ASIDE, &visit.client.to_string())?;
    let kept = Kept::draw()?;
    let (ctx, number, step) = (visit.ctx.clone(), number.clone(), step.to_owned());
    let (id, key) = (kept.id, kept.key());
    let parked = house
        .store
        .write(move |tx| park(&ctx, tx, id, &key, &number, &step, &entries));
    parked.await?;
    Ok((kept.cookie(visit), next).into_response())
}

/// Whether this browser holds the dossier: if not, its session ended, or the dossier is somebody else's.
pub(crate) async fn is_held(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
) -> Result<bool, PageError> {
    let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
    let opened = house.store.read(move |tx| {
        desk::open(&ctx, tx, &desk, &number, Right::HoldDossier)?;
        Ok::<_, DossierError>(())
    });
    match opened.await {
        Ok(()) => Ok(true),
        Err(DossierError::NotFound | DossierError::Access(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Takes back what this browser set aside for a dossier that `ctx` holds again: it is recorded as if it had just been posted.
///
/// Gives the address of the step where the person goes on, and the cookie that forgets the key, unless that page is to show
/// it; nothing when there is nothing to take back.
pub(crate) async fn take_back(
    house: &House,
    ctx: &Ctx,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    headers: &HeaderMap,
) -> Result<Option<(Option<Cookie>, String)>, PageError> {
    let Some(kept) = Kept::of(visit, headers) else {
        return Ok(None);
    };
    let taken = again(|| {
        let (ctx, desk, number) = (ctx.clone(), desk.clone(), number.clone());
        let (id, key) = (kept.id, kept.key());
        house
            .store
            .write(move |tx| unpark(&ctx, tx, &desk, &number, id, &key))
    });
    match taken.await {
        Ok(Some((step, _))) => {
            let at = Addresses::of(visit, number);
            Ok(Some(match step.as_str() {
                COMPLETE => (None, at.complete()),
                PEOPLE => (None, at.people()),
                MESSAGE => (
                    Some(forgetting(visit)),
                    format!("{}?fait=message", at.follow()),
                ),
                step => (Some(forgetting(visit)), at.step(step)),
            }))
        }
        Ok(None) => Ok(None),
        Err(error) => match error.refusal() {
            // Deposited meanwhile, or a step that is no more: there is nothing left to fill in.
            Ok(_) => Ok(None),
            Err(failure) => Err(failure.into()),
        },
    }
}

/// What this browser set aside for a page of a dossier, which shows it again; it stays aside until it is sent.
pub(crate) async fn kept_aside(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    page: &'static str,
    headers: &HeaderMap,
) -> Result<Option<Entries>, PageError> {
    let Some(kept) = Kept::of(visit, headers) else {
        return Ok(None);
    };
    let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
    let found = house.store.read(move |tx| {
        let key = kept.key();
        parked_for(&ctx, tx, &desk, (&number, page), kept.id, &key)
    });
    match found.await {
        Ok(entries) => Ok(entries),
        Err(error) => match error.refusal() {
            Ok(_) => Ok(None),
            Err(failure) => Err(failure.into()),
        },
    }
}

/// Forgets what this browser set aside, once it is sent: the cookie that erases the key.
pub(crate) async fn forget_aside(
    house: &House,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<Option<Cookie>, PageError> {
    let Some(kept) = Kept::of(visit, headers) else {
        return Ok(None);
    };
    let ctx = visit.ctx.clone();
    let forgotten = house
        .store
        .write(move |tx| forget_parked(&ctx, tx, kept.id));
    forgotten.await?;
    Ok(Some(forgetting(visit)))
}

/// The cookie that erases the key.
fn forgetting(visit: &Visit) -> Cookie {
    let path = visit.site.cookie_path();
    Cookie::new(&name(visit), "", path, visit.secure, Some(0))
}

/// What the browser keeps: the name of the post and the key that opens it.
struct Kept {
    id: Uuid,
    secret: [u8; 32],
}

impl Kept {
    fn draw() -> Result<Self, PageError> {
        let secret = bytes_of(Token::draw()?.reveal())
            .ok_or_else(|| Failure::new("drawing a key", "not hexadecimal"))?;
        Ok(Self {
            id: Uuid::new_v4(),
            secret,
        })
    }

    /// What a request brings back.
    fn of(visit: &Visit, headers: &HeaderMap) -> Option<Self> {
        let name = name(visit);
        let lines = headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok());
        let mut pairs = lines.flat_map(|line| line.split(';'));
        let value = pairs.find_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            (key.trim() == name).then_some(value.trim())
        })?;
        let (id, secret) = value.split_once('.')?;
        Some(Self {
            id: id.parse().ok()?,
            secret: bytes_of(secret)?,
        })
    }

    fn key(&self) -> SealingKey {
        SealingKey::kept_elsewhere(self.secret)
    }

    fn cookie(&self, visit: &Visit) -> Cookie {
        let secret: String = self
            .secret
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let value = format!("{}.{secret}", self.id);
        Cookie::new(
            &name(visit),
            &value,
            visit.site.cookie_path(),
            visit.secure,
            Some(AGE),
        )
    }
}

fn name(visit: &Visit) -> String {
    format!("{}{COOKIE_NAME}", visit.site.cookie_name(visit.secure))
}

/// The bytes of 64 hexadecimal digits.
fn bytes_of(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (index, byte) in bytes.iter_mut().enumerate() {
        let digits = text.get(index * 2..index * 2 + 2)?;
        *byte = u8::from_str_radix(digits, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::bytes_of;

    #[test]
    fn a_key_is_64_hexadecimal_digits() {
        assert_eq!(bytes_of(&"0f".repeat(32)), Some([15; 32]));
        for wrong in ["", "0f", &"zz".repeat(32), &"é".repeat(32)] {
            assert_eq!(bytes_of(wrong), None, "{wrong}");
        }
    }
}
