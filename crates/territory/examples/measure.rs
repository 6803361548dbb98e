//! Prints what reading the data and searching cost: `cargo run --release -p parvis-territory --example measure`.

use std::time::Instant;

use parvis_territory::Territory;

const QUERIES: [&str; 14] = [
    "l",
    "s",
    "sa",
    "saint",
    "saint de",
    "st jean de luz",
    "paris",
    "64190",
    "64",
    "2A004",
    "luz jean",
    "navarrenx 64190",
    "lhaylesroses",
    "nulle part",
];

fn main() {
    let before = resident();
    let start = Instant::now();
    let territory = Territory::embedded();
    println!(
        "read      {:>8.2?}  {} lines",
        start.elapsed(),
        territory.communes().count()
    );
    let start = Instant::now();
    let _ = territory.search("paris", 10);
    println!("index     {:>8.2?}", start.elapsed());
    let start = Instant::now();
    let _ = territory.by_postcode("64190");
    println!("postcodes {:>8.2?}", start.elapsed());
    println!(
        "memory    {:>5} kB (index included)",
        resident().saturating_sub(before)
    );
    for query in QUERIES {
        let start = Instant::now();
        let rounds = 200;
        for _ in 0..rounds {
            std::hint::black_box(territory.search(std::hint::black_box(query), 10));
        }
        let names: Vec<_> = territory
            .search(query, 4)
            .iter()
            .map(|commune| commune.name())
            .collect();
        println!(
            "{:>8.1?}  {query:<16} {}",
            start.elapsed() / rounds,
            names.join(", ")
        );
    }
}

/// Resident memory in kilobytes, on Linux.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap_or_default();
    line.split_whitespace()
        .nth(1)
        .and_then(|size| size.parse().ok())
        .unwrap_or_default()
}
