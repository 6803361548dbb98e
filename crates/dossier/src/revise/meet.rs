//! What a page of a draft does first: a revision may have been published since.

use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::Right;
use parvis_store::Tx;
use parvis_web::{House, Visit};

use super::act::{bring, newer};
use crate::addresses::Addresses;
use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::Number;
use crate::request::again;

/// How a page of a draft goes on.
#[derive(Debug)]
pub(crate) enum Met {
    /// As the draft stands.
    Same,
    /// The draft just followed a new revision: its author is told.
    Moved,
    /// Its author must first choose.
    Choose(Response),
}

enum Standing {
    Same,
    Fits,
    Differs,
}

/// Lets the draft follow what is published now, or leads to the page that tells what changed. Who may not open the draft learns
/// nothing here: the page itself answers.
pub(crate) async fn meet(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
) -> Result<Met, DossierError> {
    let (ctx, own, asked) = (visit.ctx.clone(), desk.clone(), number.clone());
    let standing = house.store.read(move |tx| {
        let opened = desk::open(&ctx, tx, &own, &asked, Right::HoldDossier)?;
        let standing = match newer(&ctx, tx, &own, &opened)? {
            Some(newer) if newer.carried.fits() => Standing::Fits,
            Some(newer) if !newer.is_declined() => Standing::Differs,
            _ => Standing::Same,
        };
        Ok::<_, DossierError>(standing)
    });
    match standing.await {
        Ok(Standing::Differs) => {
            let at = Addresses::of(visit, number);
            Ok(Met::Choose(Redirect::to(&at.revised()).into_response()))
        }
        Ok(Standing::Fits) => {
            let moved = again(|| {
                let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
                house.store.write(move |tx: &mut Tx<'_>| {
                    let mut opened = desk::open(&ctx, tx, &desk, &number, Right::HoldDossier)?;
                    bring(&ctx, tx, &desk, &mut opened)
                })
            });
            Ok(match moved.await? {
                true => Met::Moved,
                false => Met::Same,
            })
        }
        Ok(Standing::Same) | Err(DossierError::NotFound | DossierError::Access(_)) => Ok(Met::Same),
        Err(error) => Err(error),
    }
}
