//! `kill -9` while people deposit: what was acknowledged is there, once and whole.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use parvis_store::Engine;
use parvis_testkit::{bad_day, engines};

use super::deposits::{missing, whole};
use super::ground::{Ground, name_of};
use super::visitor::{Deposited, Visitor};
use crate::town::PNG;

/// Rounds of an ordinary run, each of at most so many milliseconds.
const SHORT: (u64, u64) = (6, 1200);
/// Milliseconds at most of a round when `PARVIS_KILL_ROUNDS` asks for more rounds: about ten deposits in each.
const LONG: u64 = 7000;
/// People who deposit at the same time.
const PEOPLE: usize = 4;

/// A number that follows from another, spread over 64 bits (SplitMix64).
fn spread(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// People deposit until nobody answers; gives what was acknowledged, each with who was told so.
fn deposit_until_the_end(ground: &Ground) -> Vec<(Visitor, Deposited)> {
    let acknowledged = Mutex::new(Vec::new());
    let door = ground.door();
    std::thread::scope(|scope| {
        for _ in 0..PEOPLE {
            scope.spawn(|| {
                loop {
                    let mut visitor = Visitor::hasty(door.browser());
                    let Some(deposited) = visitor.report(PNG) else {
                        return;
                    };
                    acknowledged.lock().unwrap().push((visitor, deposited));
                }
            });
        }
    });
    acknowledged.into_inner().unwrap()
}

/// Serves, lets people deposit, and kills the server some time later.
fn interrupted(ground: &Ground, after: Duration) -> Vec<(Visitor, Deposited)> {
    let mut server = ground.serve();
    std::thread::scope(|scope| {
        let people = scope.spawn(|| deposit_until_the_end(ground));
        std::thread::sleep(after);
        server.kill();
        people.join().unwrap()
    })
}

/// What was acknowledged is shown to its person by the server that starts again, as it was.
fn shown_again(ground: &Ground, acknowledged: &mut [(Visitor, Deposited)]) {
    let mut server = ground.serve();
    for (visitor, deposited) in acknowledged {
        let receipt = visitor.receipt(&deposited.number).unwrap();
        if let Some(before) = &deposited.receipt {
            assert_eq!(&receipt, before, "the receipt changed");
        }
    }
    server.kill();
}

fn rounds() -> (u64, u64) {
    let asked = std::env::var("PARVIS_KILL_ROUNDS");
    asked.map_or(SHORT, |asked| (asked.parse().unwrap(), LONG))
}

fn killed_again_and_again(engine: Engine) {
    let ground = Ground::on(engine);
    let ((rounds, longest), started) = (rounds(), Instant::now());
    let mut acknowledged: Vec<String> = Vec::new();
    for round in 0..rounds {
        let after = Duration::from_millis(200 + spread(round) % (longest - 200));
        let mut new = interrupted(&ground, after);
        // Before anything starts again: nobody repaired what is looked at.
        whole(&ground);
        shown_again(&ground, &mut new);
        acknowledged.extend(new.into_iter().map(|(_, deposited)| deposited.number));
    }
    let there = whole(&ground);
    assert_eq!(missing(&acknowledged, &there), Vec::<String>::new());
    assert!(!acknowledged.is_empty(), "nobody had the time to deposit");
    bad_day(
        "`kill -9` while four people deposit, at a random moment, again and again",
        &format!(
            "{}: {rounds} kills, {} receipts promised, all there, each once; {} more deposits that nobody was told of, whole; no half act ({} s)",
            name_of(engine),
            acknowledged.len(),
            there.len() - acknowledged.len(),
            started.elapsed().as_secs()
        ),
    );
}

#[test]
fn what_was_acknowledged_survives_a_kill_once_and_whole() {
    for engine in engines() {
        killed_again_and_again(engine);
    }
}
