//! Everybody at once: the night of a flood. What cannot be served is told to come back; what is accepted is not lost.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use tokio::task::JoinSet;

use super::caller::Caller;
use super::machines::{Machines, shares};
use crate::answers::Plan;
use crate::meter;
use crate::person::{Site, Visitor};

/// What the surge showed.
#[derive(Debug, Clone, Default)]
pub struct Surge {
    /// People who come in the same second.
    pub people: usize,
    /// Receipts shown.
    pub receipts: usize,
    /// Requests answered.
    pub requests: usize,
    /// Requests told to come back in so many seconds (503, 429 with `Retry-After`), and made again.
    pub told_to_come_back: usize,
    /// People who gave up, and the first reasons.
    pub failed: Vec<String>,
    /// Receipts whose dossier is not found afterwards: must be none.
    pub lost: usize,
    /// Until the last receipt.
    pub lasted: Duration,
    /// Half of the requests, one in twenty, one in a hundred took more.
    pub took: [Duration; 3],
    /// Half of the people, one in twenty, one in a hundred needed more from their first click to their receipt.
    pub journey: [Duration; 3],
    /// Resident bytes of the server before, and at most.
    pub memory: [u64; 2],
}

/// So many people report a problem, all beginning within one second.
///
/// # Errors
/// What was deposited cannot be read afterwards.
pub async fn run(site: &Site, machines: &Machines, people: usize) -> Result<Surge> {
    let mut surge = Surge {
        people,
        memory: [meter::resident(machines.pid), 0],
        ..Surge::default()
    };
    meter::forget_peak(machines.pid);
    let began = Instant::now();
    let mut running = JoinSet::new();
    for index in 0..people {
        let (site, everybody) = (site.clone(), Arc::clone(&machines.people));
        running.spawn(async move {
            let late = Duration::from_secs(1) * u32::try_from(index)? / u32::try_from(people)?;
            tokio::time::sleep(late).await;
            let plan = Plan::quick_report(&everybody[index % everybody.len()]);
            let mut visitor = Visitor::new(&site, &plan);
            visitor.browser.come_back_when_told();
            let began = Instant::now();
            let deposited = visitor.deposit().await;
            anyhow::Ok((deposited, visitor.browser, began.elapsed()))
        });
    }
    let (mut receipts, mut took, mut journeys) = (BTreeSet::new(), Vec::new(), Vec::new());
    while let Some(ended) = running.join_next().await {
        let (deposited, browser, lasted) = ended??;
        surge.told_to_come_back += browser.told_to_come_back;
        surge.requests += browser.timed.len();
        took.extend(browser.timed.into_iter().map(|timed| timed.took));
        match deposited {
            Ok(deposited) => {
                receipts.insert(deposited.number);
                journeys.push(lasted);
            }
            Err(error) => surge.failed.push(format!("{error:#}")),
        }
    }
    surge.lasted = began.elapsed();
    surge.memory[1] = meter::peak(machines.pid);
    surge.receipts = receipts.len();
    (surge.took, surge.journey) = (shares(took), shares(journeys));
    let mut caller = Caller::new(machines.address, &machines.token);
    let held: BTreeSet<String> = caller.deposited().await?.into_iter().collect();
    surge.lost = receipts.difference(&held).count();
    ensure!(surge.lost == 0, "{} receipts have no dossier", surge.lost);
    Ok(surge)
}
