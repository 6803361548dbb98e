//! What a métropole brings: applications that deposit, two hundred thousand dossiers, large pieces, everybody at once.

mod caller;
mod desk;
mod machines;
mod surge;
mod upload;
pub mod words;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::agent::{Account, Desk};
use crate::mailbox::Mailbox;
use crate::people::Person;
use crate::person::Site;
use crate::plan::Large;
use crate::server::{Installation, SLUG, Server};
use crate::told;
use caller::{Asked, Caller};
use desk::{Export, Waits};
use machines::{Deposits, Machines};
use surge::Surge;
use upload::Upload;

/// Agents: one asks for an export, the other approves it.
const AGENTS: usize = 2;

/// What was measured on one engine.
#[derive(Debug)]
pub struct Scale {
    /// The engine and its version.
    pub engine: String,
    /// Deposits by the API.
    pub deposits: Vec<Deposits>,
    /// Uploads of a large piece.
    pub uploads: Vec<Upload>,
    /// Everybody at once.
    pub surge: Surge,
    /// Dossiers held when an agent works.
    pub dossiers: usize,
    /// Whole dossiers in a second, by the API, until there.
    pub filled: f64,
    /// How long the pages of an agent took.
    pub waits: Vec<Waits>,
    /// The whole list as a table.
    pub export: Export,
    /// Bytes in the folder at the end.
    pub stored: u64,
    /// The failures that the server told.
    pub failures: Vec<String>,
}

/// Measures one engine.
///
/// # Errors
/// Whatever goes wrong.
pub fn measured(
    name: &str,
    database: Option<String>,
    large: Large,
    people: &Arc<Vec<Person>>,
) -> Result<Scale> {
    let installation = Installation::empty(database.as_deref())?;
    let accounts = installation.furnish(AGENTS)?;
    let token = installation.token()?;
    let server = installation.serve()?;
    let machines = Machines {
        address: server.address,
        pid: server.pid(),
        token,
        people: Arc::clone(people),
    };
    let mails = installation.mails();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let outcome = runtime.block_on(async {
        let site = Site {
            address: machines.address,
            base: format!("/{SLUG}"),
            mailbox: Mailbox::open(&mails),
        };
        run(name, &site, &machines, large, &accounts).await
    });
    runtime.shutdown_timeout(Duration::from_secs(5));
    if outcome.is_err() {
        eprintln!("{}", installation.failures().join("\n"));
    }
    let mut scale = outcome?;
    Server::stop(server)?;
    scale.stored = installation.bytes();
    scale.failures = installation.failures();
    Ok(scale)
}

async fn run(
    name: &str,
    site: &Site,
    machines: &Machines,
    large: Large,
    accounts: &[Account],
) -> Result<Scale> {
    let mut deposits = Vec::new();
    // The first ones wake everything up: they are not kept.
    machines.deposit(Asked::Report, large.deposits / 10).await?;
    for asked in [Asked::Report, Asked::Certificate] {
        deposits.push(machines.deposit(asked, large.deposits).await?);
    }
    told(name, "deposits by the API measured");
    let uploads = upload::run(machines).await?;
    told(name, "uploads measured");
    let surge = surge::run(site, machines, large.surge).await?;
    told(name, "surge measured");
    let began = Instant::now();
    let held =
        deposits.iter().map(|own| own.count).sum::<usize>() + large.deposits / 10 + surge.receipts;
    let more = large.dossiers.saturating_sub(held);
    machines.fill(more).await?;
    let filled = more as f64 / began.elapsed().as_secs_f64();
    let numbers = Caller::new(machines.address, &machines.token)
        .deposited()
        .await?;
    let known: BTreeSet<&String> = numbers.iter().collect();
    ensure!(
        known.len() >= large.dossiers.max(held),
        "{} dossiers of {}",
        known.len(),
        large.dossiers.max(held)
    );
    told(name, "dossiers deposited");
    let (mut one, mut other) = (
        Desk::sign_in(site, &accounts[0]).await?,
        Desk::sign_in(site, &accounts[1]).await?,
    );
    let waits = desk::waits(&mut one, site, &machines.people, &numbers, large.looks).await?;
    told(name, "pages of an agent measured");
    let export = desk::export(&mut one, &mut other, site, machines.pid).await?;
    ensure!(
        export.lines > numbers.len(),
        "{} lines for {} dossiers",
        export.lines,
        numbers.len()
    );
    told(name, "export measured");
    Ok(Scale {
        engine: name.to_owned(),
        deposits,
        uploads,
        surge,
        dossiers: numbers.len(),
        filled,
        waits,
        export,
        stored: 0,
        failures: Vec::new(),
    })
}
