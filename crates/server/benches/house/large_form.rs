//! A form of 1,000 questions and 300 conditions, published, answered step by step, and its check page opened as a person does.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use jiff::civil::date;
use parvis_form::{Pruned, Surroundings};

use crate::client::Browser;
use crate::forms::{Page, Value, text};
use crate::machine::{Machine, load as load_average};
use crate::meter::Meter;
use crate::plan::Size;
use crate::postgres::Postgres;
use crate::report;
use crate::server::{Installation, SLUG};
use crate::written::{CONDITIONS, FIELDS, STEPS, answers, form, written};

/// The file of the form, without its questions.
const HEAD: &str = "\
slug: mille-questions
title: Répondre à mille questions
summary: Une démarche de mille questions, pour la mesure.
theme: papers
who_for: Personne.
what_you_get: Rien.
minutes: 240
papers: []
cost: { cents: 0 }
delay: { words: Aucun., expected_days: 1 }
silence: { effect: none, reason: Rien n'est demandé. }
financial: false
asks_for_decision: false
identity: optional
doors: [{ kind: counter, text: À la mairie. }]
service: mairie
group: mairie
retention: { after_decision: 1 month, legal_basis: Aucune }
declarations: [Je déclare que mes réponses sont exactes.]
closing: [{ code: fait, label: C'est fait }]
sources: []
data_defaults: {purpose: Mesurer, legal_basis: {ground: public_task, text: Code civil}, retention: 1 year, sensitivity: ordinary}
steps:
";
/// The bar of pruning and validating.
const ENGINE_BAR: Duration = Duration::from_millis(2);
/// The bar of the check page.
const BAR: Duration = Duration::from_millis(20);

/// What was measured on one engine.
pub struct Opened {
    engine: String,
    /// What the browser waits: half, one in a hundred at most.
    waits: (Duration, Duration),
    /// Processor time of the server, for one page.
    server: Duration,
    bytes: usize,
}

/// Measures the engine of forms alone, then the page on both engines, and gives the words of it.
pub fn figures(size: Size) -> Result<String> {
    let before = load_average();
    let machine = Machine::look(&std::env::temp_dir());
    let alone = alone(size);
    let mut all = vec![measured("SQLite", None, size)?];
    if crate::plan::both_engines() {
        let postgres = Postgres::start()?;
        all.push(measured(
            &postgres.name(),
            Some(&postgres.database()?),
            size,
        )?);
    }
    let setting = report::setting(&machine, (&before, &load_average()));
    Ok(format!("{setting}{}", words(alone, &all)))
}

/// What pruning a whole set of answers and validating it takes, without house nor store: half, one in a hundred.
fn alone(size: Size) -> (Duration, Duration) {
    let (form, answers) = (form(), answers());
    let surroundings = Surroundings::on(date(2026, 11, 23));
    let rounds = (0..size.batches * size.pages).map(|_| {
        let given = answers.clone();
        let began = Instant::now();
        let valid = Pruned::of(&form, given).validate(&surroundings);
        let took = began.elapsed();
        assert_eq!(valid, Ok(()), "every answer is right");
        took
    });
    half_and_slow(rounds.collect())
}

/// The middle one, and the one that one in a hundred exceeds.
fn half_and_slow(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |rank: usize| times.get(rank).copied().unwrap_or_default();
    (at(times.len() / 2), at(times.len() * 99 / 100))
}

fn words(alone: (Duration, Duration), all: &[Opened]) -> String {
    let mut out = format!(
        "A dossier of {FIELDS} answers, {CONDITIONS} conditions and {STEPS} steps. The page is asked for as a browser does, compressed.\n\n\
         | what | bar | half / one in a hundred | | CPU of the server | HTML |\n|---|---|---|---|---|---|\n"
    );
    out += &row(
        "prune and validate all the answers, in memory",
        ENGINE_BAR,
        alone,
    );
    out += " – | – |\n";
    for own in all {
        out += &row(
            &format!("open the check page, {}", own.engine),
            BAR,
            own.waits,
        );
        out += &format!(" {:.1} ms | {} kB |\n", ms(own.server), own.bytes / 1_000);
    }
    out
}

fn row(what: &str, bar: Duration, (half, slow): (Duration, Duration)) -> String {
    let met = if half < bar { "met" } else { "**not met**" };
    format!(
        "| {what} | under {} ms | {:.2} / {:.2} ms | {met} |",
        bar.as_millis(),
        ms(half),
        ms(slow)
    )
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn measured(engine: &str, database: Option<&str>, size: Size) -> Result<Opened> {
    let installation = Installation::empty(database)?;
    let accounts = installation.furnish(1)?;
    let author = accounts.first().context("no agent")?;
    let file = format!("{HEAD}{}", written());
    installation.publish("mille-questions.yaml", &file, author)?;
    let server = installation.serve()?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let opened = runtime.block_on(async {
        let mut browser = Browser::new(server.address);
        let check = answered(&mut browser).await?;
        let mut meter = Meter::of(server.pid());
        let (mut waits, before) = (Vec::new(), meter.read());
        let times = size.batches * size.pages;
        for _ in 0..times {
            let began = Instant::now();
            let raw = browser.raw("GET", &check, None).await?;
            waits.push(began.elapsed());
            ensure!(raw.status == 200, "{check} answered {}", raw.status);
        }
        let used = meter.read().saturating_sub(before);
        browser.ask_for("");
        let plain = browser.raw("GET", &check, None).await?;
        Ok::<_, anyhow::Error>(Opened {
            engine: engine.to_owned(),
            waits: half_and_slow(waits),
            server: used / u32::try_from(times).unwrap_or(u32::MAX),
            bytes: plain.body.len(),
        })
    })?;
    server.stop()?;
    println!("{engine}: large form measured");
    Ok(opened)
}

/// Begins, answers every step, and gives the path of the check page.
async fn answered(browser: &mut Browser) -> Result<String> {
    let procedure = format!("/{SLUG}/demarches/mille-questions");
    let start = linked(browser, &procedure, "/commencer").await?;
    let anonymous = |name: &str| (name == "connu").then(|| vec![text("anonyme")]);
    let kept = browser.submit(&start.form()?.fill(anonymous)).await?;
    let tasks = kept
        .link_to("/taches")
        .context("no list of steps")?
        .to_owned();
    let mut page = linked(browser, &tasks, "/etapes/").await?;
    // A step comes again when its answers open questions.
    for _ in 0..STEPS * FIELDS {
        if page.is_at("/verifier") {
            return Ok(page.path);
        } else if page.is_at("/taches") {
            page = linked(browser, &page.path.clone(), "/verifier").await?;
        } else {
            let filled = page.form()?.fill(answer);
            let sent = browser.post(&filled).await?;
            page = browser.follow(sent).await?.page()?;
        }
    }
    bail!("going round: {} {}", page.path, page.summary())
}

/// The page to which a page leads.
async fn linked(browser: &mut Browser, path: &str, to: &str) -> Result<Page> {
    let page = browser.get(path).await?;
    let next = page.link_to(to).with_context(|| page.summary())?.to_owned();
    browser.get(&next).await
}

/// What a person types in an input, by its name: `f12`, `f16-day`.
fn answer(name: &str) -> Option<Vec<Value>> {
    let (field, part) = name.split_once('-').unwrap_or((name, ""));
    let number: usize = field.strip_prefix('f')?.parse().ok()?;
    let typed = match (number % 6, part) {
        (0, _) => "12",
        (1, _) => "Quelques mots d'une réponse ordinaire",
        (2, _) => "yes",
        (3, _) => "red",
        (4, "day") => "1",
        (4, "month") => "3",
        (4, _) => "2026",
        _ => "125,50",
    };
    Some(vec![text(typed)])
}
