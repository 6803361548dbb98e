//! The pieces: rows against stored files, both ways, and what opens.

use std::collections::{BTreeMap, BTreeSet};

use futures::TryStreamExt;
use parvis_dossier::DossierError;
use parvis_dossier::sweep::{self, Named};
use parvis_kernel::Instant;
use parvis_store::blobs::{BlobError, Blobs};
use parvis_store::sealing;
use parvis_store::snapshot::Snapshot;

use super::Finding;
use crate::house::Located;

/// Pieces that are opened when not all of them are.
const SAMPLE: usize = 100;
/// A stored file has this long to get its row.
const DAY: std::time::Duration = std::time::Duration::from_secs(24 * 3600);
const LOST: &str = "reprenez ces pièces dans une sauvegarde (dossier pieces/, même nom), ou demandez-les de nouveau aux personnes";

pub(super) fn pieces(
    snapshot: &mut Snapshot,
    house: &Located,
    now: Instant,
    all: bool,
) -> Vec<Finding> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let examined = match (named(snapshot), runtime) {
        (Ok(named), Ok(runtime)) => {
            let stored = runtime.block_on(stored(&house.blobs));
            stored
                .map(|stored| (named, stored, runtime))
                .map_err(|error| error.to_string())
        }
        (Err(error), _) => Err(error.to_string()),
        (_, Err(error)) => Err(error.to_string()),
    };
    let (named, stored, runtime) = match examined {
        Ok(examined) => examined,
        Err(error) => {
            let to_do = "vérifiez que le dossier des pièces, ou le dépôt S3, est accessible";
            return vec![Finding::bad("pieces", error, to_do)];
        }
    };
    let mut findings = vec![missing(&named, &stored), orphans(&named, &stored, now)];
    let step = match all {
        true => 1,
        false => named.len().div_ceil(SAMPLE).max(1),
    };
    let (mut opened, mut damaged) = (0, Vec::new());
    for piece in named.iter().step_by(step) {
        let key =
            snapshot.read(|tx| sealing::load_key(tx, piece.organisation, piece.dossier.uuid()));
        let read = match &key {
            Ok(key) => runtime.block_on(open(&house.blobs, piece, key)),
            Err(_) => Err(BlobError::Sealed),
        };
        match read {
            // Said already.
            Err(BlobError::NotFound) => {}
            Ok(()) => opened += 1,
            Err(_) => damaged.push(piece.blob.clone()),
        }
    }
    findings.push(match damaged.is_empty() {
        true => Finding::sound(
            "pieces-damaged",
            format!(
                "{opened} pièces ouvertes sur {}, aucune abîmée",
                named.len()
            ),
        ),
        false => Finding::bad("pieces-damaged", told("ne s'ouvrent pas", &damaged), LOST),
    });
    findings
}

fn named(snapshot: &mut Snapshot) -> Result<Vec<Named>, DossierError> {
    let mut named: Vec<Named> = Vec::new();
    loop {
        let after = named.last().map(|it| it.blob.clone()).unwrap_or_default();
        let page = snapshot.read(|tx| sweep::named(tx, &after))?;
        if page.is_empty() {
            return Ok(named);
        }
        named.extend(page);
    }
}

async fn stored(blobs: &Blobs) -> Result<BTreeMap<String, Instant>, BlobError> {
    let listed = blobs.list("").map_ok(|blob| (blob.name, blob.stored_at));
    listed.try_collect().await
}

async fn open(blobs: &Blobs, piece: &Named, key: &sealing::SealingKey) -> Result<(), BlobError> {
    let mut stream = Box::pin(blobs.get(&piece.blob, key).await?);
    while stream.try_next().await?.is_some() {}
    Ok(())
}

fn missing(named: &[Named], stored: &BTreeMap<String, Instant>) -> Finding {
    let lost: Vec<String> = named
        .iter()
        .filter(|piece| !stored.contains_key(&piece.blob))
        .map(|piece| piece.blob.clone())
        .collect();
    match lost.is_empty() {
        true => Finding::sound(
            "pieces-missing",
            format!("{} pièces, toutes là", named.len()),
        ),
        false => Finding::bad("pieces-missing", told("manquent", &lost), LOST),
    }
}

fn orphans(named: &[Named], stored: &BTreeMap<String, Instant>, now: Instant) -> Finding {
    let known: BTreeSet<&str> = named.iter().map(|piece| piece.blob.as_str()).collect();
    let old = stored
        .iter()
        .filter(|(name, at)| !known.contains(name.as_str()) && **at < now - DAY);
    let orphans: Vec<String> = old.map(|(name, _)| name.clone()).collect();
    match orphans.is_empty() {
        true => Finding::sound(
            "pieces-orphan",
            "aucun fichier sans dossier depuis plus d'un jour",
        ),
        false => Finding::odd(
            "pieces-orphan",
            told("ne sont d'aucun dossier", &orphans),
            "rien à faire : un serveur qui tourne les efface chaque jour ; s'ils restent, vérifiez qu'il tourne",
        ),
    }
}

/// How many, and the first ones.
fn told(what: &str, names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(5).map(String::as_str).collect();
    format!("{} pièces {what}, dont {}", names.len(), first.join(", "))
}
