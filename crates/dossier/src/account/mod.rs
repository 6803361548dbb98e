//! The dossiers of a person's account: their home page, adding one with a proof, taking one out, taking everything away, closing
//! the account. Signing in and what protects the account are in `signin`.

mod add;
mod close;
mod export;
mod home;
mod remove;

use axum::Router;
use axum::routing::get;
use parvis_access::account as access;
use parvis_demarche::Catalogue;
use parvis_kernel::Ctx;
use parvis_store::Tx;
use parvis_store::sealing::SealingKey;
use parvis_web::House;
use std::sync::Arc;

use crate::error::DossierError;
use crate::model::Dossier;
use crate::store;

pub(crate) use home::HOME;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/compte", get(home::show))
        .route("/compte/ajouter", get(add::show).post(add::send))
        .route("/compte/ajouter/suite", get(add::confirmed))
        .route(
            "/compte/dossiers/{number}/retirer",
            get(remove::show).post(remove::remove),
        )
        .route("/compte/donnees", get(export::show).post(export::download))
        .route("/compte/supprimer", get(close::show).post(close::close))
        .route("/compte/supprime", get(close::done))
}

/// A dossier of the account.
pub(crate) struct Kept {
    pub(crate) dossier: Dossier,
    pub(crate) revision: Arc<parvis_demarche::Revision>,
    pub(crate) key: SealingKey,
}

/// The dossiers of the account of the person who acts, the one added last first. Those that were erased are gone.
///
/// # Errors
/// `SignInFirst`.
pub(crate) fn kept(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
) -> Result<Vec<Kept>, DossierError> {
    let mut kept = Vec::new();
    for id in access::dossiers(ctx, tx)? {
        let (dossier, key) = match store::find(tx, ctx.organisation, id) {
            Ok(found) => found,
            Err(DossierError::NotFound) => continue,
            Err(error) => return Err(error),
        };
        let revision = catalogue.revision(tx, ctx.organisation, dossier.revision)?;
        kept.push(Kept {
            dossier,
            revision,
            key,
        });
    }
    Ok(kept)
}
