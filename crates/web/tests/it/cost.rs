//! What a page costs. A bound wide enough for a busy machine and an unoptimised build: `make bench` measures.

use std::time::{Duration, Instant};

use parvis_kernel::Language;

use crate::sample::Sample;
use crate::{pages, sample};

#[test]
fn writing_a_page_takes_far_less_than_answering_a_request() {
    let visit = sample::visit(Language::French).unwrap();
    let sample = Sample::new();
    let started = Instant::now();
    let mut written = 0;
    for _ in 0..100 {
        written += pages::all(&visit, &sample).unwrap().len();
    }
    let each = started.elapsed() / u32::try_from(written).unwrap();
    println!("{each:?} per page");
    assert!(each < Duration::from_millis(5), "{each:?}");
}
