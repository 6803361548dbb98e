//! Applications that deposit: sixty-four at once, every receipt durable before it is answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use tokio::task::JoinSet;

use super::caller::{Asked, Caller};
use crate::meter::{self, Meter};
use crate::people::Person;

/// Applications at once.
pub const CLIENTS: usize = 64;

/// A server and the applications that call it.
#[derive(Clone)]
pub struct Machines {
    /// Where the server listens.
    pub address: SocketAddr,
    /// Its process.
    pub pid: u32,
    /// The token that all hold.
    pub token: String,
    /// The people for whom they ask.
    pub people: Arc<Vec<Person>>,
}

/// What so many deposits showed.
#[derive(Debug, Clone)]
pub struct Deposits {
    /// What was asked.
    pub asked: Asked,
    /// Deposited.
    pub count: usize,
    /// Drafts begun and filled in a second: three calls each, two for a report.
    pub drafts: f64,
    /// Deposits in a second.
    pub deposits: f64,
    /// Half of the deposits took less; one in twenty more; one in a hundred more.
    pub took: [Duration; 3],
    /// Processor time of the server for one deposit, what runs behind it included.
    pub server: Duration,
    /// Processor time of the applications for one deposit, on the same cores.
    pub bench: Duration,
    /// Resident bytes of the server when the deposits begin, at their end, and at most.
    pub memory: [u64; 3],
}

impl Machines {
    /// Drafts first, then the deposits alone.
    ///
    /// # Errors
    /// A call that is refused.
    pub async fn deposit(&self, asked: Asked, count: usize) -> Result<Deposits> {
        let began = Instant::now();
        let numbers = Arc::new(self.drafts(asked, count).await?);
        let drafts = numbers.len() as f64 / began.elapsed().as_secs_f64();
        ensure!(
            numbers.len() == count,
            "{} drafts of {count}",
            numbers.len()
        );
        let before = meter::resident(self.pid);
        meter::forget_peak(self.pid);
        let (mut server, mut bench) = (Meter::of(self.pid), Meter::of(std::process::id()));
        let began = Instant::now();
        let took = self
            .together(count, move |mut caller, index| {
                let numbers = Arc::clone(&numbers);
                async move {
                    let done = caller.deposit(&numbers[index]).await;
                    (caller, done)
                }
            })
            .await?;
        let lasted = began.elapsed();
        let each = u32::try_from(count.max(1))?;
        Ok(Deposits {
            asked,
            count,
            drafts,
            deposits: count as f64 / lasted.as_secs_f64(),
            took: shares(took),
            server: server.read() / each,
            bench: bench.read() / each,
            memory: [before, meter::resident(self.pid), meter::peak(self.pid)],
        })
    }

    /// Begins, fills and deposits so many dossiers, and says from time to time how far it is.
    ///
    /// # Errors
    /// A call that is refused.
    pub async fn fill(&self, count: usize) -> Result<()> {
        let people = Arc::clone(&self.people);
        let told = Arc::new(AtomicUsize::new(0));
        let began = Instant::now();
        self.together(count, move |mut caller, index| {
            let (people, told) = (Arc::clone(&people), Arc::clone(&told));
            async move {
                let person = &people[index % people.len()];
                let done = match caller.draft(asked_of(index), person).await {
                    Ok(number) => caller.deposit(&number).await,
                    Err(error) => Err(error),
                };
                let done_so_far = told.fetch_add(1, Ordering::Relaxed) + 1;
                if done_so_far.is_multiple_of(10_000) {
                    println!(
                        "  {done_so_far} dossiers in {:.0} s",
                        began.elapsed().as_secs_f64()
                    );
                }
                (caller, done)
            }
        })
        .await?;
        Ok(())
    }

    async fn drafts(&self, asked: Asked, count: usize) -> Result<Vec<String>> {
        let people = Arc::clone(&self.people);
        let numbers = Arc::new(std::sync::Mutex::new(Vec::with_capacity(count)));
        let kept = Arc::clone(&numbers);
        self.together(count, move |mut caller, index| {
            let (people, kept) = (Arc::clone(&people), Arc::clone(&kept));
            async move {
                let drafted = caller.draft(asked, &people[index % people.len()]).await;
                let drafted = drafted.map(|number| kept.lock().expect("no panic").push(number));
                (caller, drafted)
            }
        })
        .await?;
        Ok(std::mem::take(&mut *numbers.lock().expect("no panic")))
    }

    /// So many applications do `count` things, each taking the next; how long each deposit took.
    async fn together<W, F>(&self, count: usize, work: W) -> Result<Vec<Duration>>
    where
        W: Fn(Caller, usize) -> F + Clone + Send + 'static,
        F: Future<Output = (Caller, Result<()>)> + Send,
    {
        let next = Arc::new(AtomicUsize::new(0));
        let mut running = JoinSet::new();
        for _ in 0..CLIENTS {
            let (next, work) = (Arc::clone(&next), work.clone());
            let mut caller = Caller::new(self.address, &self.token);
            running.spawn(async move {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= count {
                        return Ok(caller.deposits);
                    }
                    let (own, done) = work(caller, index).await;
                    done?;
                    caller = own;
                }
            });
        }
        let mut took = Vec::with_capacity(count);
        while let Some(own) = running.join_next().await {
            let own: Result<Vec<Duration>> = own?;
            took.extend(own?);
        }
        Ok(took)
    }
}

/// Most of what comes is a report; one in four is a certificate.
const fn asked_of(index: usize) -> Asked {
    if index.is_multiple_of(4) {
        Asked::Certificate
    } else {
        Asked::Report
    }
}

/// Half, one in twenty, one in a hundred took more than these.
pub fn shares(mut values: Vec<Duration>) -> [Duration; 3] {
    values.sort_unstable();
    let at = |share: usize| values.get(values.len() * share / 100);
    [50, 95, 99].map(|share| at(share).copied().unwrap_or_default())
}
