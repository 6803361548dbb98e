//! `make bench`: the real binary, a real folder, real requests, on both engines.
//!
//! `cargo bench --package parvis-server --bench house` measures everything and writes `docs/performance.md`;
//! `-- quick` does a little of everything and only prints; `-- realistic` plays only the realistic input; `-- scale` measures
//! only what is large, and `-- quick-scale` the same in front of fewer dossiers; `-- form` only the check page of a large form;
//! with `sqlite` after any of them, on SQLite alone.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench that goes wrong stops"
)]

mod agent;
mod answers;
mod chance;
mod cleanup;
mod client;
mod forms;
mod large_form;
mod load;
mod machine;
mod mailbox;
mod measure;
mod meter;
mod people;
mod person;
mod pieces;
mod plan;
mod postgres;
mod realistic;
mod report;
mod scale;
mod server;
mod wire;
#[path = "../../../form/benches/written/mod.rs"]
mod written;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;

use crate::agent::Account;
use crate::answers::Plan;
use crate::machine::{Machine, load as load_average};
use crate::mailbox::Mailbox;
use crate::measure::Watched;
use crate::people::Person;
use crate::person::Site;
use crate::plan::{Large, Mode};
use crate::postgres::Postgres;
use crate::report::Figures;
use crate::server::{Installation, SLUG, Server};

/// Agents of the realistic input; one more signs in for the measures.
const AGENTS: usize = 3;
/// What a person of the measures asks for.
type Draw = fn(&Person) -> Plan;
/// The journeys that are measured.
const JOURNEYS: [(&str, Draw); 2] = [
    ("certificate, by e-mail", Plan::extract),
    ("report, unnamed", Plan::quick_report),
];

fn main() -> ExitCode {
    let mode = match Mode::of_arguments() {
        Ok(mode) => mode,
        Err(problem) => {
            eprintln!("bench: {problem}");
            return ExitCode::FAILURE;
        }
    };
    cleanup::on_interruption();
    match run(mode) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Measures both engines; false when something is not as it must be.
fn run(mode: Mode) -> Result<bool> {
    let people = Arc::new(people::all()?);
    let mut right = true;
    if !matches!(mode, Mode::Scale | Mode::QuickScale | Mode::Form) {
        right &= house(mode, &people)?;
    }
    if matches!(mode, Mode::Whole | Mode::Quick | Mode::Form) {
        large_form(mode)?;
    }
    if let Some(large) = mode.large() {
        right &= large_house(mode, large, &people)?;
    }
    Ok(right)
}

/// Pages, deposits, journeys, and the realistic input.
fn house(mode: Mode, people: &Arc<Vec<Person>>) -> Result<bool> {
    let before = load_average();
    let machine = Machine::look(&std::env::temp_dir());
    let sqlite = measured("SQLite", None, mode, people)?;
    let mut both = vec![sqlite];
    if plan::both_engines() {
        let postgres = Postgres::start()?;
        both.push(measured(&postgres.name(), Some(&postgres), mode, people)?);
    }
    let figures = report::figures(&machine, (&before, &load_average()), &both);
    println!("\n{figures}");
    let mut right = true;
    for own in &both {
        right &= is_right(&own.engine, &own.story.wrong);
    }
    if mode == Mode::Whole && right && plan::both_engines() {
        report::write(report::FIGURES, &figures)?;
        println!("Written to docs/performance.md");
    }
    Ok(right)
}

/// The check page of a large form.
fn large_form(mode: Mode) -> Result<()> {
    let figures = large_form::figures(mode.size())?;
    println!("\n{figures}");
    if matches!(mode, Mode::Whole | Mode::Form) {
        report::write(report::FORM, &figures)?;
        println!("Written to docs/performance.md");
    }
    Ok(())
}

/// What is large.
fn large_house(mode: Mode, large: Large, people: &Arc<Vec<Person>>) -> Result<bool> {
    let before = load_average();
    let machine = Machine::look(&std::env::temp_dir());
    let sqlite = scale::measured("SQLite", None, large, people)?;
    // Said at once: what comes next takes longer.
    println!("\n{}", scale::words::of(std::slice::from_ref(&sqlite)));
    let mut both = vec![sqlite];
    if plan::both_engines() {
        let postgres = Postgres::start()?;
        let database = Some(postgres.database()?);
        both.push(scale::measured(&postgres.name(), database, large, people)?);
    }
    let setting = report::setting(&machine, (&before, &load_average()));
    let figures = format!("{setting}{}", scale::words::of(&both));
    println!("\n{figures}");
    let mut right = true;
    for own in &both {
        right &= is_right(&own.engine, &own.failures);
        right &= is_right(&own.engine, &own.surge.failed);
    }
    if matches!(mode, Mode::Whole | Mode::Scale) && right {
        report::write(report::SCALE, &figures)?;
        println!("Written to docs/performance.md");
    }
    Ok(right)
}

/// Says what is not as it must be, if anything.
fn is_right(engine: &str, wrong: &[String]) -> bool {
    for wrong in wrong.iter().take(20) {
        eprintln!("bench: {engine}: {wrong}");
    }
    wrong.is_empty()
}

fn measured(
    name: &str,
    postgres: Option<&Postgres>,
    mode: Mode,
    people: &Arc<Vec<Person>>,
) -> Result<Figures> {
    let mut figures = Figures {
        engine: name.to_owned(),
        ..Figures::default()
    };
    let database = || postgres.map(Postgres::database).transpose();
    if mode != Mode::Realistic {
        for _ in 0..mode.size().starts {
            let empty = Installation::empty(database()?.as_deref())?;
            let server = empty.serve()?;
            figures.starts.push(server.ready_after);
            std::thread::sleep(Duration::from_millis(200));
            server.stop()?;
        }
        told(name, "starts measured");
    }
    let installation = Installation::empty(database()?.as_deref())?;
    let accounts = installation.furnish(AGENTS + 1)?;
    let server = installation.serve()?;
    std::thread::sleep(Duration::from_secs(2));
    figures.memory[0] = meter::resident(server.pid());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let outcome = runtime.block_on(watched(
        &mut figures,
        &installation,
        &server,
        postgres,
        mode,
        people,
        &accounts,
    ));
    runtime.shutdown_timeout(Duration::from_secs(5));
    if outcome.is_err() {
        eprintln!("{}", installation.failures().join("\n"));
    }
    outcome?;
    figures.memory[1] = meter::resident(server.pid());
    figures.memory[2] = meter::peak(server.pid());
    server.stop()?;
    figures.stored = installation.bytes();
    figures.story.wrong.extend(installation.failures());
    let again = installation.serve()?;
    figures.restart = again.ready_after;
    again.stop()?;
    Ok(figures)
}

async fn watched(
    figures: &mut Figures,
    installation: &Installation,
    server: &Server,
    postgres: Option<&Postgres>,
    mode: Mode,
    people: &Arc<Vec<Person>>,
    accounts: &[Account],
) -> Result<()> {
    let (name, size) = (figures.engine.clone(), mode.size());
    let site = Site {
        address: server.address,
        base: format!("/{SLUG}"),
        mailbox: Mailbox::open(&installation.mails()),
    };
    let (agents, one_more) = accounts.split_at(AGENTS);
    figures.story = realistic::run(&site, people, size.people, agents).await?;
    told(&name, "realistic input played");
    if mode == Mode::Realistic {
        return Ok(());
    }
    let watched = Watched {
        site: &site,
        pid: server.pid(),
        database: postgres.map(Postgres::pid).transpose()?,
        size,
    };
    let person = |number: usize| &people[number % people.len()];
    figures.views = measure::first_views(&site, person(0)).await?;
    for (journey, plan) in JOURNEYS {
        let cost = watched.journeys(|number| plan(person(number))).await?;
        figures.journeys.push((journey, cost));
        let cost = watched.deposits(|number| plan(person(number))).await?;
        figures.deposits.push((journey, cost));
    }
    told(&name, "journeys and deposits measured");
    for (journey, plan) in JOURNEYS {
        for clients in [1, 8, 64] {
            let load = load::run(&site, server.pid(), people, clients, size.seconds, plan).await?;
            figures.story.wrong.extend(
                load.failed
                    .iter()
                    .map(|failed| format!("{journey}, {clients} clients: {failed}")),
            );
            figures.loads.push((journey, load));
        }
    }
    told(&name, "loads measured");
    let made = size.batches * size.journeys * 2 * JOURNEYS.len();
    figures.dossiers = figures.story.receipts
        + made
        + figures
            .loads
            .iter()
            .map(|(_, load)| load.journeys)
            .sum::<usize>();
    figures.pages = watched.pages(person(1), &one_more[0]).await?;
    told(&name, "pages measured");
    Ok(())
}

fn told(engine: &str, what: &str) {
    println!("{engine}: {what}");
}
