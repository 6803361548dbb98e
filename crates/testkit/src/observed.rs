//! What the tests of faults observe: `docs/reliability.md` is made of it.

use std::fs::OpenOptions;
use std::io::Write;

/// The variable that names the file where observations are noted; without it they are only printed.
const OBSERVATIONS: &str = "PARVIS_OBSERVATIONS";

/// What goes wrong around the house: a disk, a database, a clock, a crowd.
///
/// # Panics
///
/// When it cannot be noted.
pub fn bad_day(fault: &str, seen: &str) {
    note("Bad days", fault, seen);
}

/// What somebody sends to harm the house, or those who use it.
///
/// # Panics
///
/// When it cannot be noted.
pub fn hostile(fault: &str, seen: &str) {
    note("Hostile input", fault, seen);
}

/// One line by observation: several processes append to the same file, each with one write.
fn note(chapter: &str, fault: &str, seen: &str) {
    let line = [chapter, fault, seen].map(|text| text.replace(['\n', '\t'], " "));
    let line = format!("{}\n", line.join("\t"));
    print!("{line}");
    let Ok(path) = std::env::var(OBSERVATIONS) else {
        return;
    };
    let opened = OpenOptions::new().create(true).append(true).open(path);
    let mut file = opened.expect("the file of observations");
    file.write_all(line.as_bytes()).expect("an observation");
}
