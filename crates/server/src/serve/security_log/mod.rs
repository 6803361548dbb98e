//! The security log: each event of the security journal, as one line of JSON, in a file or to a syslog.
//!
//! Lines are made from the journal after the commit and marked once every sink took them: what happens while a sink is away
//! waits and is written later, in order. A line may be written twice after a failure; its `id` says so. Where several servers
//! share a database, one of them has the log.

mod line;
mod sink;
mod syslog;

use std::time::Duration;

use parvis_journal::Entry;
use parvis_kernel::EntryId;
use parvis_web::House;
use tokio::sync::watch;

pub(crate) use sink::Sink;

use line::Line;

/// Between two looks at the journal.
const PAUSE: Duration = Duration::from_secs(1);
/// After a sink that failed.
const AFTER_FAILURE: Duration = Duration::from_secs(15);
/// Events written at once.
const AT_ONCE: u32 = 200;

/// Follows the security journal until told to stop, and once more then.
pub(super) async fn follow(house: House, mut sinks: Vec<Sink>, mut stop: watch::Receiver<bool>) {
    if sinks.is_empty() {
        return;
    }
    loop {
        let stopping = *stop.borrow();
        let pause = match write_waiting(&house, &mut sinks).await {
            Ok(()) => PAUSE,
            Err(error) => {
                tracing::error!(%error, "the security log cannot be written; what waits is in the journal");
                AFTER_FAILURE
            }
        };
        if stopping {
            return;
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Writes everything that waits.
async fn write_waiting(house: &House, sinks: &mut [Sink]) -> anyhow::Result<()> {
    loop {
        let read = house
            .store
            .read(|tx| parvis_journal::unsent_security(tx, AT_ONCE));
        let entries = read.await?;
        if entries.is_empty() {
            return Ok(());
        }
        let lines: Vec<Line> = entries.iter().map(|entry| line_of(house, entry)).collect();
        for sink in &mut *sinks {
            sink.write(&lines).await?;
        }
        mark(house, entries.iter().map(|entry| entry.id).collect()).await?;
    }
}

fn line_of(house: &House, entry: &Entry) -> Line {
    let organisation = house.directory.by_id(entry.organisation);
    Line::of(entry, organisation.map(|known| known.slug.clone()))
}

async fn mark(house: &House, written: Vec<EntryId>) -> anyhow::Result<()> {
    let now = house.clock.now();
    house
        .store
        .write(move |tx| parvis_journal::mark_security_sent(tx, &written, now))
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests;
