//! The figures in words: printed, and written between two marks of `docs/performance.md`.

use std::fmt::Write;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::load::Load;
use crate::machine::Machine;
use crate::measure::{Cost, FirstView, PageCost};
use crate::realistic::Story;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/performance.md");
/// What stands around the figures of pages, deposits and journeys.
pub const FIGURES: [&str; 2] = [
    "<!-- figures: written by make bench -->",
    "<!-- end of figures -->",
];
/// What stands around the figures of scale.
pub const SCALE: [&str; 2] = [
    "<!-- scale: written by make bench -->",
    "<!-- end of scale -->",
];

/// What stands around the figures of a large form.
pub const FORM: [&str; 2] = [
    "<!-- form: written by make bench -->",
    "<!-- end of form -->",
];

/// Requests of the journey that the bar is about.
const JOURNEY: f64 = 12.0;

/// Everything measured on one engine.
#[derive(Debug, Default)]
pub struct Figures {
    /// The engine and its version.
    pub engine: String,
    /// Starts on an empty folder.
    pub starts: Vec<Duration>,
    /// The start on the folder that all the loads filled.
    pub restart: Duration,
    /// Resident memory: two seconds after the start, after everything, and at most.
    pub memory: [u64; 3],
    /// Bytes stored at the end.
    pub stored: u64,
    /// Dossiers held when the pages were measured.
    pub dossiers: usize,
    /// First views.
    pub views: Vec<FirstView>,
    /// Pages.
    pub pages: Vec<PageCost>,
    /// The request that deposits, by kind of journey.
    pub deposits: Costs,
    /// Whole journeys.
    pub journeys: Costs,
    /// Journeys at once.
    pub loads: Vec<(&'static str, Load)>,
    /// The realistic input.
    pub story: Story,
}

/// What each kind of journey costs, or its deposit.
type Costs = Vec<(&'static str, Cost)>;
/// One of those lists.
type Part = fn(&Figures) -> &Costs;

/// A table whose columns are engines.
struct Table {
    text: String,
}

impl Table {
    fn new(first: &str, columns: &[String]) -> Self {
        let mut text = format!("| {first} | bar |");
        for column in columns {
            let _ = write!(text, " {column} | |");
        }
        text.push_str("\n|---|---|");
        text.push_str(&"---|---|".repeat(columns.len()));
        text.push('\n');
        Self { text }
    }

    /// A row: what, the bar, and each figure with whether it holds, if there is a bar.
    fn row(
        &mut self,
        what: &str,
        bar: &str,
        figures: impl Iterator<Item = (String, Option<bool>)>,
    ) {
        let _ = write!(self.text, "| {what} | {bar} |");
        for (figure, met) in figures {
            let _ = write!(self.text, " {figure} | {} |", met.map_or("", said));
        }
        self.text.push('\n');
    }
}

/// Whether a bar is met.
pub const fn said(met: bool) -> &'static str {
    if met { "met" } else { "**not met**" }
}

/// Milliseconds.
pub fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Millions of bytes.
pub fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// All the figures, in Markdown.
pub fn figures(machine: &Machine, loads: (&str, &str), all: &[Figures]) -> String {
    let mut out = setting(machine, loads);
    if all.iter().any(|own| !own.pages.is_empty()) {
        out.push_str(&bars(all));
        out.push_str(&pages(all));
        out.push_str(&costs(all));
        out.push_str(&at_once(all));
    }
    out.push_str(&stories(all));
    out
}

/// On which machine, beside what.
pub fn setting(machine: &Machine, (before, after): (&str, &str)) -> String {
    let memory = machine.memory as f64 / f64::from(1 << 30);
    format!(
        "Measured {} at commit {}, in release.\n\n\
         - Machine: {}, {} cores, {memory:.0} GiB, {}; data on {}.\n\
         - Load average before: {before}; after: {after}. Other work on the machine makes every figure worse.\n\
         - The disk: 4 kB written and waited for in {:.2} ms (one in a hundred: {:.2} ms).\n\
         - The browsers of the bench run on the same cores as the server.\n\n",
        machine.day,
        machine.commit,
        machine.processor,
        machine.cores,
        machine.kernel,
        machine.file_system,
        ms(machine.fsync.0),
        ms(machine.fsync.1),
    )
}

fn columns(all: &[Figures]) -> Vec<String> {
    all.iter().map(|figures| figures.engine.clone()).collect()
}

/// The worst of several figures against a bar.
fn worst(figures: impl Iterator<Item = f64>) -> f64 {
    figures.fold(0.0, f64::max)
}

fn bars(all: &[Figures]) -> String {
    let mut table = Table::new("what", &columns(all));
    let mut bar = |what: &str, limit: f64, unit: &str, figure: &dyn Fn(&Figures) -> f64| {
        let at_most = unit == "requests";
        let word = if at_most { "at most" } else { "under" };
        let under = format!("{word} {limit} {unit}");
        table.row(
            what,
            &under,
            all.iter().map(|own| {
                let value = figure(own);
                (
                    precise(value, unit),
                    Some(value < limit || (at_most && value <= limit)),
                )
            }),
        );
    };
    let of_pages = |own: &Figures, pick: &dyn Fn(&PageCost) -> Cost| {
        worst(own.pages.iter().map(|page| ms(pick(page).server)))
    };
    bar(
        "CPU of the dearest page, compressed as browsers ask",
        0.3,
        "ms",
        &|own| of_pages(own, &|page| page.compressed),
    );
    bar(
        "CPU of the dearest page, not compressed",
        0.3,
        "ms",
        &|own| of_pages(own, &|page| page.plain),
    );
    bar(
        "CPU of a deposit request, its receipt by mail included",
        1.0,
        "ms",
        &|own| worst(own.deposits.iter().map(|(_, cost)| ms(cost.server))),
    );
    bar("CPU of a journey, for twelve requests", 4.0, "ms", &|own| {
        worst(
            own.journeys
                .iter()
                .map(|(_, cost)| ms(cost.server) * JOURNEY / cost.requests),
        )
    });
    bar("memory at rest", 100.0, "MB", &|own| {
        megabytes(own.memory[0])
    });
    bar("start on an empty folder, median", 1000.0, "ms", &|own| {
        ms(crate::measure::median(own.starts.clone()))
    });
    bar(
        "first view, the heavier of home and first step",
        60.0,
        "kB",
        &|own| worst(own.views.iter().map(|view| view.bytes as f64 / 1e3)),
    );
    bar("requests of a first view", 5.0, "requests", &|own| {
        worst(own.views.iter().map(|view| view.requests as f64))
    });
    bar("elements of a first view", 300.0, "elements", &|own| {
        worst(own.views.iter().map(|view| view.elements as f64))
    });
    format!("### The bars\n\n{}\n", table.text)
}

fn precise(value: f64, unit: &str) -> String {
    match unit {
        "ms" if value < 10.0 => format!("{value:.3} ms"),
        "requests" | "elements" => format!("{value:.0}"),
        _ => format!("{value:.0} {unit}"),
    }
}

fn pages(all: &[Figures]) -> String {
    let mut out = "### Each page\n\nProcessor time of the server: compressed as browsers ask / not compressed; then how long the browser waited.\n\n".to_owned();
    let mut table = Table::new("page", &columns(all));
    let names = all
        .first()
        .map(|own| own.pages.iter().map(|page| page.name).collect::<Vec<_>>());
    for (index, name) in names.unwrap_or_default().into_iter().enumerate() {
        table.row(
            name,
            "under 0.3 ms",
            all.iter().map(|own| {
                let Some(page) = own.pages.get(index) else {
                    return (String::new(), None);
                };
                let (compressed, plain) = (ms(page.compressed.server), ms(page.plain.server));
                let text = format!(
                    "{compressed:.3} / {plain:.3} ms; {:.2} ms",
                    ms(page.compressed.took)
                );
                (text, Some(compressed < 0.3))
            }),
        );
    }
    for (index, name) in ["first view of home", "first view of a step"]
        .into_iter()
        .enumerate()
    {
        table.row(
            name,
            "60 kB, 5 requests, 300 elements",
            all.iter().map(|own| {
                let Some(view) = own.views.get(index) else {
                    return (String::new(), None);
                };
                let text = format!(
                    "{:.1} kB, {} requests, {} elements",
                    view.bytes as f64 / 1e3,
                    view.requests,
                    view.elements
                );
                (
                    text,
                    Some(view.bytes < 60_000 && view.requests <= 5 && view.elements < 300),
                )
            }),
        );
    }
    let held: Vec<String> = all.iter().map(|own| own.dossiers.to_string()).collect();
    let _ = write!(
        out,
        "{}\nDossiers held meanwhile: {}.\n\n",
        table.text,
        held.join(" and ")
    );
    out
}

fn costs(all: &[Figures]) -> String {
    let mut out = "### Deposits and journeys\n\nOne after the other. Processor time of the server, of PostgreSQL beside it, and how long it took.\n\n".to_owned();
    let mut table = Table::new("what", &columns(all));
    let parts: [(&str, Part); 2] = [
        ("deposit request", |own| &own.deposits),
        ("journey", |own| &own.journeys),
    ];
    for (what, part) in parts {
        let limit = if what == "journey" { 4.0 } else { 1.0 };
        let names = all
            .first()
            .map(|own| part(own).iter().map(|(name, _)| *name).collect::<Vec<_>>());
        for (index, name) in names.unwrap_or_default().into_iter().enumerate() {
            table.row(
                &format!("{what}: {name}"),
                &format!("under {limit} ms"),
                all.iter().map(|own| {
                    let Some((_, cost)) = part(own).get(index) else {
                        return (String::new(), None);
                    };
                    (cost_in_words(cost), Some(ms(cost.server) < limit))
                }),
            );
        }
    }
    out.push_str(&table.text);
    out.push_str("\nHere a journey is whole, with all its requests; the bar of 4 ms is about twelve of them.\n\n");
    out
}

fn cost_in_words(cost: &Cost) -> String {
    let mut text = format!("{:.2} ms", ms(cost.server));
    if !cost.database.is_zero() {
        let _ = write!(text, " + {:.2} ms", ms(cost.database));
    }
    let _ = write!(text, "; {:.1} ms", ms(cost.took));
    if cost.requests > 1.5 {
        let _ = write!(text, "; {:.0} requests", cost.requests);
    }
    text
}

fn at_once(all: &[Figures]) -> String {
    let mut out = "### Journeys at once\n\nEvery commit waits for the disk. Latencies: half / one in a hundred.\n\n\
         | journey | engine | clients | journeys/s | requests/s | request | deposit | code by mail | CPU of the server, of the bench, per journey |\n\
         |---|---|---|---|---|---|---|---|---|\n"
        .to_owned();
    for own in all {
        for (name, load) in &own.loads {
            let both = |(half, late): (Duration, Duration)| {
                format!("{:.1} / {:.1} ms", ms(half), ms(late))
            };
            let mail = if load.mail.0.is_zero() {
                "–".to_owned()
            } else {
                both(load.mail)
            };
            let _ = writeln!(
                out,
                "| {name} | {} | {} | {:.0} | {:.0} | {} | {} | {mail} | {:.1}, {:.1} ms |",
                own.engine,
                load.clients,
                load.per_second(),
                load.requests as f64 / load.lasted.as_secs_f64(),
                both(load.request),
                both(load.deposit),
                ms(load.server),
                ms(load.bench),
            );
        }
    }
    out.push('\n');
    out
}

fn stories(all: &[Figures]) -> String {
    let mut out = "### Realistic input\n\n".to_owned();
    let mut table = Table::new("what", &columns(all));
    let mut row = |what: &str, figure: &dyn Fn(&Story) -> String| {
        table.row(what, "", all.iter().map(|own| (figure(&own.story), None)));
    };
    row("deposits: certificates, enrolments, reports", &|own| {
        list(&own.asked)
    });
    row("receipts shown", &|own| own.receipts.to_string());
    row("deposits sent twice, same receipt", &|own| {
        own.repeated.to_string()
    });
    row("refused on the way, as expected", &|own| {
        own.refusals.to_string()
    });
    row(
        "mails: codes, drafts, receipts, decisions, messages",
        &|own| list(&own.mails),
    );
    row("decided by agents: accepted, refused, closed", &|own| {
        list(&[own.done.accepted, own.done.refused, own.done.closed])
    });
    row("answers read: accepted, refused, closed", &|own| {
        list(&own.read)
    });
    row("requests", &|own| own.requests.to_string());
    row("time to deposit, to decide, to read", &|own| {
        let seconds = own
            .lasted
            .map(|lasted| format!("{:.0} s", lasted.as_secs_f64()));
        seconds.join(", ")
    });
    row("discrepancies", &|own| own.wrong.len().to_string());
    table.row(
        "start on the folder at the end, and its size",
        "",
        all.iter().map(|own| {
            (
                format!("{:.0} ms, {:.0} MB", ms(own.restart), megabytes(own.stored)),
                None,
            )
        }),
    );
    table.row(
        "memory after everything, and at most",
        "",
        all.iter().map(|own| {
            (
                format!(
                    "{:.0} MB, {:.0} MB",
                    megabytes(own.memory[1]),
                    megabytes(own.memory[2])
                ),
                None,
            )
        }),
    );
    out.push_str(&table.text);
    out.push_str("\nEight people at once, three agents. On PostgreSQL the size leaves out the database itself.\n");
    out
}

fn list(numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    numbers.join(", ")
}

/// Replaces what stands between two marks.
///
/// # Errors
/// The document cannot be read or written, or lacks a mark.
pub fn write([begin, end]: [&str; 2], figures: &str) -> Result<()> {
    let document = std::fs::read_to_string(DOCUMENT).context(DOCUMENT)?;
    let (before, rest) = document
        .split_once(begin)
        .context("docs/performance.md holds no mark of beginning")?;
    let (_, after) = rest
        .split_once(end)
        .context("docs/performance.md holds no mark of end")?;
    std::fs::write(
        DOCUMENT,
        format!("{before}{begin}\n\n{figures}\n{end}{after}"),
    )?;
    Ok(())
}
