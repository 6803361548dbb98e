//! A form of 1,000 questions and 300 conditions, all answered: what each reading of it costs.
//!
//! `cargo bench -p parvis-form` prints the median and the slowest of one in a hundred, with the machine and its load.
#![expect(clippy::print_stdout, clippy::indexing_slicing, reason = "a bench")]

mod written;

use std::hint::black_box;
use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use parvis_form::{Journey, Pruned, Surroundings, full_summary, summary, validate};
use parvis_kernel::Language;
use written::{CONDITIONS, FIELDS, answers, form};

const TODAY: Date = date(2026, 11, 23);
const ROUNDS: usize = 400;

fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let (median, slow) = (times[ROUNDS / 2], times[ROUNDS * 99 / 100]);
    println!("{name:<34} median {median:>10.1?}   one in a hundred {slow:>10.1?}");
}

fn main() {
    let (form, answers) = (form(), answers());
    let conditions = form
        .fields()
        .filter(|field| field.condition.is_some())
        .count();
    let pruned = Pruned::of(&form, answers.clone());
    let surroundings = Surroundings::on(TODAY);
    assert_eq!(pruned.len(), FIELDS, "every question is met");
    assert_eq!(conditions, CONDITIONS);
    assert_eq!(validate(&form, &answers, &surroundings), Ok(()));
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let model = cpu
        .lines()
        .find(|line| line.starts_with("model name"))
        .unwrap_or_default();
    println!(
        "{FIELDS} questions, {conditions} conditions; {model}; load {}",
        read("/proc/loadavg").trim()
    );
    measure("prune a copy", || Pruned::of(&form, answers.clone()));
    measure("validate what is pruned", || pruned.validate(&surroundings));
    measure("prune a copy, then validate it", || {
        Pruned::of(&form, answers.clone()).validate(&surroundings)
    });
    measure("validate what is given", || {
        validate(&form, &answers, &surroundings)
    });
    measure("journey of the check page", || {
        Journey::new(&form, &answers, TODAY).progress()
    });
    measure("summary of the check page", || {
        summary(&form, &answers, Language::French)
    });
    measure("summary of the agent", || {
        full_summary(&form, &answers, Language::English)
    });
    measure("copy of the answers, for reference", || answers.clone());
}
