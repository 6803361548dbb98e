//! The figures of scale in words.

use std::fmt::Write;
use std::time::Duration;

use super::Scale;
use super::upload::Upload;
use crate::report::{megabytes, ms, said};

/// Deposits in a second that are asked of SQLite.
const DEPOSITS: f64 = 1500.0;
/// Milliseconds that one page in twenty may exceed.
const WAIT: f64 = 50.0;
/// Growth of memory that is still called flat: a tenth, and ten megabytes.
const FLAT: (f64, u64) = (1.1, 10_000_000);

/// Everything, in Markdown.
pub fn of(all: &[Scale]) -> String {
    let mut out = String::new();
    for own in all {
        let _ = write!(
            out,
            "### {}\n\n{}\n{}\n{}\n{}\n",
            own.engine,
            deposits(own),
            desk(own),
            memory(own),
            surge(own)
        );
    }
    out
}

fn three(took: &[Duration; 3]) -> String {
    let [half, twentieth, hundredth] = took.map(ms);
    format!("{half:.1} / {twentieth:.1} / {hundredth:.1} ms")
}

fn deposits(own: &Scale) -> String {
    let mut out = "Deposits by the API, sixty-four at once, drafts being ready; each answer waits for the disk.\n\n\
        | what | bar | deposits/s | | a deposit: half / 95 % / 99 % under | CPU of the server, of the applications, per deposit | drafts/s |\n\
        |---|---|---|---|---|---|---|\n"
        .to_owned();
    for made in &own.deposits {
        let bar = if own.engine == "SQLite" {
            "1,500/s"
        } else {
            ""
        };
        let met = if bar.is_empty() {
            ""
        } else {
            said(made.deposits >= DEPOSITS)
        };
        let _ = writeln!(
            out,
            "| {}, {} of them | {bar} | {:.0} | {met} | {} | {:.2}, {:.2} ms | {:.0} |",
            made.asked.words(),
            made.count,
            made.deposits,
            three(&made.took),
            ms(made.server),
            ms(made.bench),
            made.drafts,
        );
    }
    out
}

fn desk(own: &Scale) -> String {
    let mut out = format!(
        "An agent in front of {} dossiers of one group (to get there: {:.0} whole dossiers in a second by the API, {:.0} MB in the folder).\n\n\
        | page | bar | half / 95 % / 99 % under | |\n|---|---|---|---|\n",
        own.dossiers,
        own.filled,
        megabytes(own.stored)
    );
    for wait in &own.waits {
        let met = said(ms(wait.took[1]) < WAIT);
        let _ = writeln!(
            out,
            "| {}, {} times | 95 % under 50 ms | {} | {met} |",
            wait.what,
            wait.count,
            three(&wait.took)
        );
    }
    out
}

fn memory(own: &Scale) -> String {
    let mut out = "Memory of the server.\n\n| while | bar | before, at most | | how long |\n|---|---|---|---|---|\n".to_owned();
    let mut row = |what: &str, before: u64, most: u64, lasted: &str| {
        let (factor, bytes) = FLAT;
        let flat = most as f64 <= before as f64 * factor || most <= before + bytes;
        let (before, most) = (megabytes(before), megabytes(most));
        let _ = writeln!(
            out,
            "| {what} | flat | {before:.0} MB, {most:.0} MB | {} | {lasted} |",
            said(flat)
        );
    };
    for made in &own.deposits {
        let what = format!("{} deposits: {}", made.count, made.asked.words());
        row(
            &what,
            made.memory[0],
            made.memory[2],
            &format!("{:.0} s", made.count as f64 / made.deposits),
        );
    }
    let export = own.export;
    let what = format!(
        "an export of {} lines, {:.0} MB of CSV",
        export.lines,
        megabytes(export.bytes as u64)
    );
    row(
        &what,
        export.memory[0],
        export.memory[1],
        &format!("{:.0} s", export.lasted.as_secs_f64()),
    );
    for upload in &own.uploads {
        out.push_str(&uploaded(upload, &own.uploads));
    }
    out
}

/// One upload; a large one must ask for no more memory than a small one sent in the same way.
fn uploaded(upload: &Upload, all: &[Upload]) -> String {
    let grown = |own: &Upload| own.memory[1].saturating_sub(own.memory[0]);
    let small = all
        .iter()
        .find(|own| own.how == upload.how && own.size < upload.size);
    let met = small.map_or("", |small| said(grown(upload) <= grown(small) + FLAT.1));
    let bar = if small.is_some() {
        "as the smaller one"
    } else {
        ""
    };
    format!(
        "| a piece of {:.0} MB {} | {bar} | {:.0} MB, {:.0} MB | {met} | {:.1} s |\n",
        megabytes(upload.size as u64),
        upload.how,
        megabytes(upload.memory[0]),
        megabytes(upload.memory[1]),
        upload.lasted.as_secs_f64(),
    )
}

fn surge(own: &Scale) -> String {
    let surge = &own.surge;
    let mut out = format!(
        "{} people within one second, each from the page of the procedure to the receipt: {} receipts in {:.0} s, {} lost; {} requests, {} of them told to come back \
        in so many seconds; a request: {}; a person: {}; memory {:.0} MB, at most {:.0} MB.\n",
        surge.people,
        surge.receipts,
        surge.lasted.as_secs_f64(),
        surge.lost,
        surge.requests,
        surge.told_to_come_back,
        three(&surge.took),
        three(&surge.journey),
        megabytes(surge.memory[0]),
        megabytes(surge.memory[1]),
    );
    if !surge.failed.is_empty() {
        let _ = writeln!(
            out,
            "\n{} gave up. The first: `{}`.",
            surge.failed.len(),
            surge.failed[0]
        );
    }
    out
}
