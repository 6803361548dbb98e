//! Journeys at once: how many in a second, and how long each request waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::task::JoinSet;

use crate::answers::Plan;
use crate::client::Timed;
use crate::meter::Meter;
use crate::people::Person;
use crate::person::{Site, Visitor};

/// What a load showed.
#[derive(Debug, Clone)]
pub struct Load {
    /// People at once.
    pub clients: usize,
    /// Journeys ended.
    pub journeys: usize,
    /// From the first request to the last answer.
    pub lasted: Duration,
    /// Requests answered.
    pub requests: usize,
    /// Half of the requests took less; one in a hundred took more.
    pub request: (Duration, Duration),
    /// The same of the requests that deposit.
    pub deposit: (Duration, Duration),
    /// Half of the codes came sooner by mail; one in a hundred later.
    pub mail: (Duration, Duration),
    /// Processor time of the server for one journey.
    pub server: Duration,
    /// Processor time of the bench itself for one journey, on the same cores.
    pub bench: Duration,
    /// Journeys that failed, and the first reason.
    pub failed: Vec<String>,
}

impl Load {
    /// Journeys in a second.
    pub fn per_second(&self) -> f64 {
        self.journeys as f64 / self.lasted.as_secs_f64()
    }
}

#[derive(Default)]
struct Seen {
    journeys: usize,
    timed: Vec<Timed>,
    mails: Vec<Duration>,
    failed: Vec<String>,
}

/// People who make journeys one after the other, so many at once, for some seconds; those begun are ended.
pub async fn run(
    site: &Site,
    pid: u32,
    people: &Arc<Vec<Person>>,
    clients: usize,
    seconds: u64,
    plan: crate::Draw,
) -> Result<Load> {
    let next = Arc::new(AtomicUsize::new(0));
    let (mut server, mut bench) = (Meter::of(pid), Meter::of(std::process::id()));
    let began = Instant::now();
    let until = began + Duration::from_secs(seconds);
    let mut running = JoinSet::new();
    for _ in 0..clients {
        let (site, people, next) = (site.clone(), Arc::clone(people), Arc::clone(&next));
        running.spawn(async move {
            let mut seen = Seen::default();
            while Instant::now() < until {
                let index = next.fetch_add(1, Ordering::Relaxed) % people.len();
                journey(&site, &plan(&people[index]), &mut seen).await;
            }
            seen
        });
    }
    let mut all = Seen::default();
    while let Some(seen) = running.join_next().await {
        let seen = seen?;
        all.journeys += seen.journeys;
        all.timed.extend(seen.timed);
        all.mails.extend(seen.mails);
        all.failed.extend(seen.failed);
    }
    let lasted = began.elapsed();
    let each = u32::try_from(all.journeys.max(1))?;
    let deposits = all
        .timed
        .iter()
        .filter(|timed| timed.what.starts_with("POST") && timed.what.ends_with("/declarer"));
    Ok(Load {
        clients,
        journeys: all.journeys,
        lasted,
        requests: all.timed.len(),
        deposit: shares(deposits.map(|timed| timed.took).collect()),
        request: shares(all.timed.iter().map(|timed| timed.took).collect()),
        mail: shares(all.mails),
        server: server.read() / each,
        bench: bench.read() / each,
        failed: all.failed,
    })
}

async fn journey(site: &Site, plan: &Plan, seen: &mut Seen) {
    let mut visitor = Visitor::new(site, plan);
    match visitor.deposit().await {
        Ok(deposited) => {
            seen.journeys += 1;
            seen.mails.extend(deposited.mail);
        }
        Err(error) => seen.failed.push(format!("{error:#}")),
    }
    seen.timed.append(&mut visitor.browser.timed);
}

/// Half took less than the first; one in a hundred more than the second.
fn shares(mut values: Vec<Duration>) -> (Duration, Duration) {
    values.sort_unstable();
    let at = |share: usize| {
        values
            .get(values.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    (at(50), at(99))
}
