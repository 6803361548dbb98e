//! The realistic input: everybody deposits, agents decide everything, everybody reads the answer, and every count is checked.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::task::JoinSet;

use crate::agent::{Account, Desk, Done, Office};
use crate::answers::{CERTIFICATE, Expected, Known, Plan, REPORT, SCHOOL};
use crate::chance::Chance;
use crate::mailbox::Kind;
use crate::people::Person;
use crate::person::{Deposited, Site, Visitor};

/// The seed of every draw.
const SEED: u64 = 20_261_122;
/// People at once.
const CLIENTS: usize = 8;

/// What happened.
#[derive(Debug, Default)]
pub struct Story {
    /// Files asked for, by procedure: certificates, enrolments, reports.
    pub asked: [usize; 3],
    /// Receipts shown.
    pub receipts: usize,
    /// Refusals on the way, as expected: wrong codes, declarations left unticked, a refusal without reasons.
    pub refusals: usize,
    /// Deposits sent twice that gave the same receipt.
    pub repeated: usize,
    /// Mails that came: codes, drafts, receipts, decisions, messages.
    pub mails: [usize; 5],
    /// What the agents did.
    pub done: Done,
    /// Answers read, and what they said: accepted, refused, closed.
    pub read: [usize; 3],
    /// How long people deposited, agents decided, people read.
    pub lasted: [Duration; 3],
    /// Requests of people and of agents.
    pub requests: usize,
    /// Whatever is not as it must be.
    pub wrong: Vec<String>,
}

impl Story {
    fn check(&mut self, what: &str, found: usize, expected: usize) {
        if found != expected {
            self.wrong
                .push(format!("{what}: {found} instead of {expected}"));
        }
    }

    fn failed(&mut self, what: &str, error: &anyhow::Error) {
        self.wrong.push(format!("{what}: {error:#}"));
    }
}

/// Makes so many people deposit, three agents decide, everybody read.
pub async fn run(
    site: &Site,
    people: &[Person],
    number: usize,
    agents: &[Account],
) -> Result<Story> {
    let plans = people.iter().take(number).zip(0..);
    let plans = plans.map(|(person, index)| Plan::drawn(person, people, Chance::of(SEED, index)));
    let plans: Arc<Vec<Plan>> = Arc::new(plans.collect());
    let mut story = Story::default();
    let of = |procedure| {
        plans
            .iter()
            .filter(|plan| plan.procedure == procedure)
            .count()
    };
    story.asked = [of(CERTIFICATE), of(SCHOOL), of(REPORT)];
    let began = Instant::now();
    let deposits = Arc::new(deposit(site, &plans, &mut story).await);
    story.lasted[0] = began.elapsed();
    check_receipts(site, &plans, &deposits, &mut story).await;
    let began = Instant::now();
    decide(site, agents, &mut story).await?;
    story.lasted[1] = began.elapsed();
    check_decisions(site, &plans, &mut story).await;
    let began = Instant::now();
    read(site, &plans, &deposits, &mut story).await;
    story.lasted[2] = began.elapsed();
    let kinds = [
        Kind::Code,
        Kind::Draft,
        Kind::Receipt,
        Kind::Decision,
        Kind::Message,
    ];
    story.mails = kinds.map(|kind| site.mailbox.count(kind));
    Ok(story)
}

/// What one person came to, by their place in the list.
type Outcome<T> = (usize, Result<T>, Spent);

#[derive(Default)]
struct Spent {
    requests: usize,
    refused: usize,
}

async fn deposit(site: &Site, plans: &Arc<Vec<Plan>>, story: &mut Story) -> Vec<Option<Deposited>> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut running = JoinSet::new();
    for _ in 0..CLIENTS {
        let (site, plans, next) = (site.clone(), Arc::clone(plans), Arc::clone(&next));
        running.spawn(async move {
            let mut outcomes: Vec<Outcome<Deposited>> = Vec::new();
            while let Some(index) = turn(&next, plans.len()) {
                let mut visitor = Visitor::new(&site, &plans[index]);
                let deposited = visitor.deposit().await;
                let spent = Spent {
                    requests: visitor.browser.timed.len(),
                    refused: visitor.refused(),
                };
                outcomes.push((index, deposited, spent));
            }
            outcomes
        });
    }
    let mut deposits: Vec<Option<Deposited>> = vec![None; plans.len()];
    for (index, outcome, spent) in running.join_all().await.into_iter().flatten() {
        story.requests += spent.requests;
        story.refusals += spent.refused;
        match outcome {
            Ok(deposited) => deposits[index] = Some(deposited),
            Err(error) => story.failed(
                &format!("deposit of person {index} ({})", plans[index].procedure),
                &error,
            ),
        }
    }
    deposits
}

fn turn(next: &AtomicUsize, limit: usize) -> Option<usize> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    (index < limit).then_some(index)
}

async fn check_receipts(
    site: &Site,
    plans: &[Plan],
    deposits: &[Option<Deposited>],
    story: &mut Story,
) {
    let numbers: BTreeSet<&str> = deposits
        .iter()
        .flatten()
        .map(|deposited| deposited.number.as_str())
        .collect();
    story.receipts = deposits.iter().flatten().count();
    story.check("receipts", story.receipts, plans.len());
    story.check("distinct numbers", numbers.len(), plans.len());
    let expected = plans.iter().map(|plan| {
        usize::from(plan.slips.undeclared)
            + usize::from(plan.slips.wrong_code && plan.known == Known::Email)
    });
    story.check("refusals on the way", story.refusals, expected.sum());
    story.repeated = plans.iter().filter(|plan| plan.slips.twice).count();
    let by_mail = plans
        .iter()
        .filter(|plan| plan.known == Known::Email)
        .count();
    if let Err(error) = site.mailbox.wait_for(Kind::Receipt, by_mail).await {
        story.failed("receipts by mail", &error);
    }
    story.check(
        "receipts by mail",
        site.mailbox.count(Kind::Receipt),
        by_mail,
    );
    let lost = deposits.iter().zip(plans).filter_map(|(deposited, plan)| {
        let deposited = deposited.as_ref().filter(|_| plan.known == Known::Email)?;
        (!site.mailbox.has(Kind::Receipt, &deposited.number)).then_some(&deposited.number)
    });
    story
        .wrong
        .extend(lost.map(|number| format!("no receipt by mail for {number}")));
}

async fn decide(site: &Site, agents: &[Account], story: &mut Story) -> Result<()> {
    let office = Office::default();
    let mut running = JoinSet::new();
    for account in agents {
        let (site, account, office) = (site.clone(), account.clone(), office.clone());
        running.spawn(async move {
            let mut desk = Desk::sign_in(&site, &account).await?;
            let worked = desk.work(&office).await;
            anyhow::Ok((desk.done, desk.browser.timed.len(), worked))
        });
    }
    for outcome in running.join_all().await {
        let (done, requests, worked) = match outcome {
            Ok(worked) => worked,
            Err(error) => {
                story.failed("an agent", &error);
                continue;
            }
        };
        story.done.accepted += done.accepted;
        story.done.refused += done.refused;
        story.done.closed += done.closed;
        story.done.incomplete += done.incomplete;
        story.requests += requests;
        if let Err(error) = worked {
            story.failed("an agent", &error);
        }
    }
    Ok(())
}

async fn check_decisions(site: &Site, plans: &[Plan], story: &mut Story) {
    let expected = |outcome| plans.iter().filter(|plan| plan.expected == outcome).count();
    let by_mail = |closed: bool| {
        let known = plans.iter().filter(|plan| plan.known == Known::Email);
        known
            .filter(|plan| (plan.expected == Expected::Closed) == closed)
            .count()
    };
    let done = story.done;
    story.check(
        "decisions that accept",
        done.accepted,
        expected(Expected::Accepted),
    );
    story.check(
        "decisions that refuse",
        done.refused,
        expected(Expected::Refused),
    );
    story.check("files closed", done.closed, expected(Expected::Closed));
    story.refusals += done.incomplete;
    for (kind, number) in [
        (Kind::Decision, by_mail(false)),
        (Kind::Message, by_mail(true)),
    ] {
        if let Err(error) = site.mailbox.wait_for(kind, number).await {
            story.failed("mails of answers", &error);
        }
        story.check(&format!("mails {kind:?}"), site.mailbox.count(kind), number);
    }
}

async fn read(
    site: &Site,
    plans: &Arc<Vec<Plan>>,
    deposits: &Arc<Vec<Option<Deposited>>>,
    story: &mut Story,
) {
    let next = Arc::new(AtomicUsize::new(0));
    let mut running = JoinSet::new();
    for _ in 0..CLIENTS {
        let (site, plans, next) = (site.clone(), Arc::clone(plans), Arc::clone(&next));
        let deposits = Arc::clone(deposits);
        running.spawn(async move {
            let mut outcomes: Vec<Outcome<Expected>> = Vec::new();
            while let Some(index) = turn(&next, plans.len()) {
                let Some(deposited) = &deposits[index] else {
                    continue;
                };
                let mut visitor = Visitor::new(&site, &plans[index]);
                let read = visitor.read_answer(deposited).await;
                let spent = Spent {
                    requests: visitor.browser.timed.len(),
                    refused: visitor.refused(),
                };
                outcomes.push((index, read, spent));
            }
            outcomes
        });
    }
    for (index, outcome, spent) in running.join_all().await.into_iter().flatten() {
        story.requests += spent.requests;
        story.refusals += spent.refused;
        match outcome {
            Ok(found) => {
                story.read[found as usize] += 1;
                if found != plans[index].expected {
                    let expected = plans[index].expected;
                    story.wrong.push(format!(
                        "person {index} reads {found:?} instead of {expected:?}"
                    ));
                }
            }
            Err(error) => story.failed(&format!("reading of person {index}"), &error),
        }
    }
    let all: usize = story.read.iter().sum();
    story.check("answers read", all, plans.len());
}
