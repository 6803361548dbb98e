//! What the running server does from time to time: each round starts afresh, so that a failure is only a delay.

use std::time::Duration;

use futures::{StreamExt, TryStreamExt};
use jiff::tz::TimeZone;
use parvis_demarche::satisfaction::{self, Month};
use parvis_kernel::{Ctx, Instant};
use parvis_organisation::trial;
use parvis_store::Tx;
use parvis_web::House;
use tokio::sync::watch;

/// Between two rounds.
const PAUSE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(24 * 3600);
const MONTH: Duration = Duration::from_secs(30 * 24 * 3600);
/// Stored files looked at in one transaction.
const SWEPT_AT_ONCE: usize = 200;

/// Keeps house until told to stop.
pub(super) async fn keep(house: House, mut stop: watch::Receiver<bool>) {
    let mut swept_at = None;
    while !*stop.borrow() {
        let now = house.clock.now();
        if let Err(error) = every_minute(&house, now).await {
            tracing::error!(%error, "housekeeping failed; it will be tried again");
        }
        if swept_at.is_none_or(|at: Instant| at + DAY <= now) {
            swept_at = Some(now);
            if let Err(error) = every_day(&house, now).await {
                tracing::error!(%error, "sweeping failed; it will be tried again tomorrow");
            }
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Erases drafts and exports whose time is over, forgets old sessions, parked posts and proposed answers, hears of new organisations.
async fn every_minute(house: &House, now: Instant) -> anyhow::Result<()> {
    house.directory.refresh(&house.store).await?;
    let over = house
        .store
        .read(move |tx| parvis_dossier::expire::expired_drafts(tx, now))
        .await?;
    for (organisation, draft) in over {
        let ctx = Ctx::house(organisation, now);
        let erased = house
            .store
            .write(move |tx| parvis_dossier::expire::expire(&ctx, tx, draft));
        erased.await?;
    }
    let parked = house
        .store
        .write(move |tx| parvis_dossier::expire::purge_parked(tx, now));
    parked.await?;
    let prefills = house
        .store
        .write(move |tx| parvis_dossier::prefill::purge(tx, now));
    prefills.await?;
    let uploads = house
        .store
        .write(move |tx| parvis_dossier::expire::purge_uploads(tx, now));
    uploads.await?;
    let presences = house
        .store
        .write(move |tx| parvis_dossier::presence::purge(tx, now));
    presences.await?;
    let sessions = house
        .store
        .write(move |tx| parvis_access::session::purge(tx, now - DAY));
    sessions.await?;
    let attempts = house.store.write(move |tx| parvis_identity::purge(tx, now));
    attempts.await?;
    let exports = house
        .store
        .write(move |tx| parvis_dossier::export::purge(tx, now));
    for blob in exports.await?.1 {
        house.blobs.delete(&blob).await?;
    }
    Ok(())
}

/// Ends trials that are over, forgets panels of six months ago, answers about satisfaction of two years ago, facts, mails and webhook deliveries of a month ago, and sweeps stored files that nothing names any more.
async fn every_day(house: &House, now: Instant) -> anyhow::Result<()> {
    let facts = house
        .store
        .write(move |tx| parvis_jobs::forget_delivered(tx, now - MONTH));
    facts.await?;
    let mails = house
        .store
        .write(move |tx| parvis_notify::purge(tx, now - MONTH));
    mails.await?;
    let deliveries = house
        .store
        .write(move |tx| parvis_webhook::purge(tx, now - MONTH));
    deliveries.await?;
    let answers = house
        .store
        .write(move |tx| parvis_jobs::forget_answers(tx, now - DAY));
    answers.await?;
    let batches = house
        .store
        .write(move |tx| parvis_dossier::batch::purge(tx, now - MONTH));
    batches.await?;
    let panels = house
        .store
        .write(move |tx| parvis_demarche::panel::forget_panels(tx, now));
    panels.await?;
    let satisfactions = house.store.write(move |tx| {
        let month = Month::of(now, TimeZone::UTC);
        satisfaction::forget(tx, month)
    });
    satisfactions.await?;
    end_trials(house, now).await?;
    remind(house, now).await?;
    measure(house, now).await?;
    house.blobs.sweep_unfinished(now - DAY).await?;
    sweep(house, now - DAY).await
}

/// Erases the trials whose thirty days are over.
async fn end_trials(house: &House, now: Instant) -> anyhow::Result<()> {
    let over = house.store.read(move |tx| trial::over(tx, now)).await?;
    for twin in over.into_iter().filter_map(|twin| twin.trial) {
        let ctx = Ctx::house(twin.of, now);
        house.store.write(move |tx| trial::erase(&ctx, tx)).await?;
    }
    Ok(house.directory.refresh(&house.store).await?)
}

/// Counts what people answered of the months that are over, then how far each organisation keeps its promises.
async fn measure(house: &House, now: Instant) -> anyhow::Result<()> {
    let catalogue = parvis_demarche::Catalogue::new();
    for organisation in house.directory.all() {
        let (id, own) = (organisation.id, catalogue.clone());
        let month = Month::of(now, organisation.zone());
        let counting = house
            .store
            .write(move |tx| satisfaction::count(tx, id, month));
        counting.await?;
        let measuring = house
            .store
            .read(move |tx| parvis_dossier::measure::measure(tx, &organisation, &own, now));
        let measured = measuring.await?;
        let keeping = house
            .store
            .write(move |tx| parvis_dossier::measure::keep(tx, id, &measured, now));
        keeping.await?;
    }
    Ok(())
}

/// Reminds persons of drafts that will be erased and of answers that are expected, round after round until nobody is left.
async fn remind(house: &House, now: Instant) -> anyhow::Result<()> {
    loop {
        let round = house.store.read(move |tx| {
            let drafts = parvis_dossier::remind::ending_drafts(tx, now)?;
            let awaited = parvis_dossier::remind::awaited(tx, now)?;
            Ok::<_, parvis_dossier::DossierError>((drafts, awaited))
        });
        let (drafts, awaited) = round.await?;
        let mut reminded = 0_u32;
        for (organisation, draft) in drafts {
            let ctx = Ctx::house(organisation, now);
            let act = move |tx: &mut Tx<'_>| parvis_dossier::remind::remind_draft(&ctx, tx, draft);
            reminded += u32::from(house.store.write(act).await?);
        }
        for (organisation, dossier) in awaited {
            let ctx = Ctx::house(organisation, now);
            let act =
                move |tx: &mut Tx<'_>| parvis_dossier::remind::remind_request(&ctx, tx, dossier);
            reminded += u32::from(house.store.write(act).await?);
        }
        if reminded == 0 {
            return Ok(());
        }
        house.wake.wake();
    }
}

async fn sweep(house: &House, before: Instant) -> anyhow::Result<()> {
    let old = house
        .blobs
        .list("")
        .try_filter(|blob| std::future::ready(blob.stored_at < before))
        .map_ok(|blob| blob.name);
    let mut chunks = Box::pin(old.chunks(SWEPT_AT_ONCE));
    while let Some(chunk) = chunks.next().await {
        let names = chunk.into_iter().collect::<Result<Vec<_>, _>>()?;
        let forgotten = house
            .store
            .read(move |tx| parvis_dossier::sweep::forgotten(tx, &names));
        for name in forgotten.await? {
            house.blobs.delete(&name).await?;
        }
    }
    Ok(())
}
