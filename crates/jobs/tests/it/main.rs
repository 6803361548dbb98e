//! The outbox and the queue as the other rooms use them, on both engines.
#![expect(
    clippy::expect_used,
    reason = "a test that cannot prepare its ground fails"
)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use parvis_jobs::{
    Backlog, Job, Runner, RunnerFuture, Subscriber, backlog, deliver_due, enqueue,
    forget_delivered, mark_heard, nothing_to_write, publish, run_due,
};
use parvis_kernel::{Clock, Fact, Failure, Instant, OrganisationId};
use parvis_store::{Store, StoreError};
use parvis_testkit::on_both;
use uuid::Uuid;

static HEARD: AtomicUsize = AtomicUsize::new(0);

static COUNTING: [Subscriber; 1] = [Subscriber {
    name: "counting",
    kinds: &["tea.ready.v1"],
    deliver: |_, _, _| {
        HEARD.fetch_add(1, Ordering::SeqCst);
        Ok(())
    },
}];

static FAILING: [Subscriber; 1] = [Subscriber {
    name: "failing",
    kinds: &["tea.ready.v1"],
    deliver: |_, _, _| Err(Failure::new("hearing", "not now")),
}];

static MIXED: [Subscriber; 2] = [
    COUNTING[0],
    Subscriber {
        name: "spilling",
        kinds: &["tea.spilt.v1"],
        deliver: |_, _, _| Err(Failure::new("wiping", "not now")),
    },
];

fn publish_one(store: &Store, fact: Fact) {
    store
        .write_blocking(move |tx| publish(tx, &fact))
        .expect("published");
}

fn deliver(store: &Store, subscribers: &'static [Subscriber], now: Instant) -> usize {
    block_on(deliver_due(store, subscribers, now)).expect("delivered")
}

fn waiting(store: &Store) -> Backlog {
    store.read_blocking(backlog).expect("counted")
}

fn minutes(count: u64) -> Duration {
    Duration::from_secs(60 * count)
}

#[test]
fn a_fact_is_delivered_once_and_not_before_its_hold_ends() {
    on_both(&[parvis_jobs::MIGRATIONS], |test| {
        HEARD.store(0, Ordering::SeqCst);
        let now = test.clock.now();
        let fact = Fact::new(OrganisationId::new(), "tea.ready.v1", Uuid::now_v7(), now)
            .held_until(now + minutes(10));
        publish_one(&test.store, fact);
        assert_eq!(deliver(&test.store, &COUNTING, now), 0);
        let later = now + minutes(11);
        assert_eq!(deliver(&test.store, &COUNTING, later), 1);
        assert_eq!(deliver(&test.store, &COUNTING, later), 0);
        assert_eq!(HEARD.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn a_subscriber_that_fails_delays_its_fact_and_loses_nothing() {
    on_both(&[parvis_jobs::MIGRATIONS], |test| {
        HEARD.store(0, Ordering::SeqCst);
        let now = test.clock.now();
        publish_one(
            &test.store,
            Fact::new(OrganisationId::new(), "tea.ready.v1", Uuid::now_v7(), now),
        );
        assert_eq!(deliver(&test.store, &FAILING, now), 0);
        assert_eq!(waiting(&test.store).facts, 1);
        assert!(waiting(&test.store).next_fact_at > Some(now));
        let later = now + minutes(1);
        assert_eq!(deliver(&test.store, &COUNTING, later), 1);
        assert_eq!(waiting(&test.store).facts, 0);
        assert_eq!(HEARD.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn a_fact_that_fails_holds_no_other_back() {
    on_both(&[parvis_jobs::MIGRATIONS], |test| {
        HEARD.store(0, Ordering::SeqCst);
        let now = test.clock.now();
        for kind in ["tea.ready.v1", "tea.spilt.v1", "tea.ready.v1"] {
            let fact = Fact::new(OrganisationId::new(), kind, Uuid::now_v7(), now);
            publish_one(&test.store, fact);
        }
        assert_eq!(deliver(&test.store, &MIXED, now), 2);
        assert_eq!(waiting(&test.store).facts, 1);
        assert_eq!(deliver(&test.store, &MIXED, now), 0);
    });
}

/// Fails as many times as told, then succeeds.
struct Stubborn(AtomicUsize);

impl Runner for Stubborn {
    fn kind(&self) -> &'static str {
        "tea.pour"
    }

    fn run(&self, _: Job) -> RunnerFuture<'_> {
        let left = self.0.load(Ordering::SeqCst);
        self.0.store(left.saturating_sub(1), Ordering::SeqCst);
        Box::pin(async move {
            if left > 0 {
                return Err(Failure::new("pouring", "no water"));
            }
            Ok(nothing_to_write())
        })
    }
}

fn enqueue_one(store: &Store, now: Instant) {
    let job = Job::new(OrganisationId::new(), "tea.pour", Uuid::now_v7(), now);
    store
        .write_blocking(move |tx| enqueue(tx, &job, now))
        .expect("enqueued");
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(future)
}

#[test]
fn a_job_that_fails_is_tried_again_later_until_it_succeeds() {
    on_both(&[parvis_jobs::MIGRATIONS], |test| {
        enqueue_one(&test.store, test.clock.now());
        let runners: Vec<Arc<dyn Runner>> = vec![Arc::new(Stubborn(AtomicUsize::new(2)))];
        let mut succeeded = 0;
        for _ in 0..4 {
            succeeded += block_on(run_due(&test.store, &runners, test.clock.as_ref())).unwrap();
            test.clock.advance(minutes(5).try_into().unwrap());
        }
        assert_eq!(succeeded, 1);
        assert_eq!(waiting(&test.store).jobs, 0);
    });
}

#[test]
fn a_job_that_always_fails_is_given_up_and_stays_visible() {
    on_both(&[parvis_jobs::MIGRATIONS], |test| {
        enqueue_one(&test.store, test.clock.now());
        let runners: Vec<Arc<dyn Runner>> = vec![Arc::new(Stubborn(AtomicUsize::new(usize::MAX)))];
        for _ in 0..40 {
            block_on(run_due(&test.store, &runners, test.clock.as_ref())).unwrap();
            test.clock.advance(minutes(200).try_into().unwrap());
        }
        let left = waiting(&test.store);
        assert_eq!((left.jobs, left.given_up), (1, 1));
    });
}

#[test]
fn a_rolled_back_act_publishes_nothing() {
    on_both(&[parvis_jobs::MIGRATIONS], |test| {
        let fact = Fact::new(
            OrganisationId::new(),
            "tea.ready.v1",
            Uuid::now_v7(),
            test.clock.now(),
        );
        let refused: Result<(), StoreError> = test.store.write_blocking(move |tx| {
            publish(tx, &fact)?;
            Err(StoreError::NoRow)
        });
        assert!(refused.is_err());
        assert_eq!(waiting(&test.store).facts, 0);
    });
}

#[test]
fn facts_that_everybody_heard_are_forgotten_the_others_never() {
    on_both(&[parvis_jobs::MIGRATIONS], |test| {
        let now = test.clock.now();
        let fact = || Fact::new(OrganisationId::new(), "tea.ready.v1", Uuid::now_v7(), now);
        publish_one(&test.store, fact());
        assert_eq!(deliver(&test.store, &[], now), 1);
        publish_one(&test.store, fact());
        let later = now + minutes(1);
        let forgotten = test
            .store
            .write_blocking(move |tx| forget_delivered(tx, later))
            .unwrap();
        assert_eq!((forgotten, waiting(&test.store).facts), (1, 1));
    });
}

#[test]
fn what_is_loaded_with_its_past_is_not_told_today_but_for_the_latest() {
    on_both(&[parvis_jobs::MIGRATIONS], |test| {
        let now = test.clock.now();
        for age in [50, 40, 30, 20, 10] {
            let at = now - minutes(age);
            let fact = Fact::new(OrganisationId::new(), "tea.ready.v1", Uuid::now_v7(), at);
            publish_one(&test.store, fact);
        }
        let heard = |latest| {
            let marked = test
                .store
                .write_blocking(move |tx| mark_heard(tx, now, latest));
            marked.unwrap()
        };
        assert_eq!((heard(9), waiting(&test.store).facts), (0, 5));
        assert_eq!((heard(2), waiting(&test.store).facts), (3, 2));
        assert_eq!(heard(2), 0);
    });
}

#[test]
fn answers_that_nobody_can_ask_again_are_forgotten() {
    on_both(&[parvis_jobs::MIGRATIONS], |test| {
        let now = test.clock.now();
        let forgotten: Result<u64, StoreError> = test
            .store
            .write_blocking(move |tx| parvis_jobs::forget_answers(tx, now));
        assert_eq!(forgotten.unwrap(), 0);
    });
}
