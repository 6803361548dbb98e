//! What a page, a deposit, a journey cost; what a first view weighs.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::agent::{Account, Desk, files};
use crate::answers::Plan;
use crate::client::Browser;
use crate::forms::Page;
use crate::meter::{self, Meter};
use crate::people::Person;
use crate::person::{Site, Visitor, declared};
use crate::plan::Size;

/// A running house and what watches it.
pub struct Watched<'a> {
    /// Its pages.
    pub site: &'a Site,
    /// The process of the server.
    pub pid: u32,
    /// The first process of PostgreSQL.
    pub database: Option<u32>,
    /// How much is measured.
    pub size: Size,
}

/// What one thing costs, each the median of batches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    /// Processor time of the server.
    pub server: Duration,
    /// Processor time of PostgreSQL, over all batches.
    pub database: Duration,
    /// How long it took, seen from the browser.
    pub took: Duration,
    /// Requests that one thing made.
    pub requests: f64,
}

/// A page: what it costs as a browser asks for it, and without compression.
#[derive(Debug, Clone)]
pub struct PageCost {
    /// Which page.
    pub name: &'static str,
    /// Compressed.
    pub compressed: Cost,
    /// Not compressed.
    pub plain: Cost,
}

impl Watched<'_> {
    fn family(&self) -> Duration {
        self.database.map_or(Duration::ZERO, meter::of_family)
    }

    /// Runs batches of things and keeps the median.
    async fn batches<F>(&self, each: usize, mut batch: impl FnMut(usize) -> F) -> Result<Cost>
    where
        F: Future<Output = Result<Vec<Batch>>>,
    {
        let mut costs = Vec::new();
        let mut requests = 0;
        let database = self.family();
        let mut meter = Meter::of(self.pid);
        for number in 0..self.size.batches {
            let before = meter.read();
            let done = batch(number).await?;
            let used = meter.read().saturating_sub(before);
            requests += done.iter().map(|one| one.requests).sum::<usize>();
            let took: Duration = done.iter().map(|one| one.took).sum();
            costs.push((used / count(each), took / count(each)));
        }
        let all = self.size.batches * each;
        Ok(Cost {
            server: median(costs.iter().map(|cost| cost.0).collect()),
            took: median(costs.iter().map(|cost| cost.1).collect()),
            database: self.family().saturating_sub(database) / count(all),
            requests: requests as f64 / all as f64,
        })
    }

    /// A page asked for many times.
    async fn page(
        &self,
        browser: &mut Browser,
        encoding: &'static str,
        path: &str,
    ) -> Result<Cost> {
        browser.ask_for(encoding);
        let warm = browser.raw("GET", path, None).await?;
        ensure!(warm.status == 200, "{path} answered {}", warm.status);
        let mut costs = Vec::new();
        let database = self.family();
        let mut meter = Meter::of(self.pid);
        for _ in 0..self.size.batches {
            let (began, before) = (Instant::now(), meter.read());
            for _ in 0..self.size.pages {
                let raw = browser.raw("GET", path, None).await?;
                ensure!(raw.status == 200, "{path} answered {}", raw.status);
            }
            let used = meter.read().saturating_sub(before);
            costs.push((
                used / count(self.size.pages),
                began.elapsed() / count(self.size.pages),
            ));
        }
        Ok(Cost {
            server: median(costs.iter().map(|cost| cost.0).collect()),
            took: median(costs.iter().map(|cost| cost.1).collect()),
            database: self.family().saturating_sub(database)
                / count(self.size.batches * self.size.pages),
            requests: 1.0,
        })
    }

    async fn page_cost(
        &self,
        name: &'static str,
        browser: &mut Browser,
        path: &str,
    ) -> Result<PageCost> {
        Ok(PageCost {
            name,
            compressed: self.page(browser, "gzip, deflate, br", path).await?,
            plain: self.page(browser, "", path).await?,
        })
    }

    /// The pages of a person and of an agent.
    pub async fn pages(&self, person: &Person, account: &Account) -> Result<Vec<PageCost>> {
        let plan = Plan::extract(person);
        let mut drafting = Visitor::new(self.site, &plan);
        let check = drafting.answer_all().await?.path;
        let step = check.replace("/verifier", "/etapes/personne");
        let mut waiting = Visitor::new(self.site, &plan);
        let deposited = waiting.deposit().await?;
        let follow = self.site.path(&format!("/dossiers/{}", deposited.number));
        let mut desk = Desk::sign_in(self.site, account).await?;
        let file = files(&desk.queue().await?)
            .into_iter()
            .next()
            .context("an empty list")?;
        let path = |path: &str| self.site.path(path);
        let mut anybody = Browser::new(self.site.address);
        Ok(vec![
            self.page_cost("home", &mut anybody, &path("/")).await?,
            self.page_cost(
                "search",
                &mut anybody,
                &path("/demarches?q=trou+dans+la+rue"),
            )
            .await?,
            self.page_cost(
                "procedure",
                &mut anybody,
                &path("/demarches/acte-naissance"),
            )
            .await?,
            self.page_cost("step", &mut drafting.browser, &step).await?,
            self.page_cost("check your answers", &mut drafting.browser, &check)
                .await?,
            self.page_cost("follow-up", &mut waiting.browser, &follow)
                .await?,
            self.page_cost("list of an agent", &mut desk.browser, &path("/agent"))
                .await?,
            self.page_cost("file of an agent", &mut desk.browser, &file)
                .await?,
        ])
    }

    /// Whole journeys, one after the other, the mails included.
    pub async fn journeys(&self, plan: impl Fn(usize) -> Plan) -> Result<Cost> {
        let each = self.size.journeys;
        let plan = &plan;
        self.batches(each, |number| async move {
            let mut done = Vec::new();
            for own in 0..each {
                let plan = plan(number * each + own);
                let began = Instant::now();
                let mut visitor = Visitor::new(self.site, &plan);
                visitor.deposit().await?;
                done.push(Batch {
                    requests: visitor.browser.timed.len(),
                    took: began.elapsed(),
                });
            }
            self.settled().await;
            Ok(done)
        })
        .await
    }

    /// Only the request that deposits, the drafts being ready, the receipt sent included.
    pub async fn deposits(&self, plan: impl Fn(usize) -> Plan) -> Result<Cost> {
        let each = self.size.journeys;
        let plans: Vec<Plan> = (0..each * self.size.batches).map(plan).collect();
        let mut ready = Vec::new();
        for plan in &plans {
            let mut visitor = Visitor::new(self.site, plan);
            let page = visitor.fill_in().await?;
            ready.push((visitor, declared(&page)?));
        }
        self.settled().await;
        let ready = tokio::sync::Mutex::new(ready);
        let ready = &ready;
        self.batches(each, |_| async move {
            let mut done = Vec::new();
            for _ in 0..each {
                let (mut visitor, form) = ready.lock().await.pop().context("no draft left")?;
                let began = Instant::now();
                let answer = visitor.browser.post(&form).await?;
                let took = began.elapsed();
                ensure!(answer.location.is_some(), "no receipt: {}", answer.status);
                done.push(Batch { requests: 1, took });
                // Closing the connection belongs to the journey.
                ready.lock().await.insert(0, (visitor, form));
            }
            self.settled().await;
            Ok(done)
        })
        .await
    }

    /// Waits until the mails under way have come.
    async fn settled(&self) {
        let mut before = usize::MAX;
        loop {
            let now = self.site.mailbox.total();
            if now == before {
                return;
            }
            before = now;
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }
}

/// One thing of a batch.
struct Batch {
    requests: usize,
    took: Duration,
}

fn count(number: usize) -> u32 {
    u32::try_from(number.max(1)).unwrap_or(u32::MAX)
}

/// The middle one.
pub fn median(mut values: Vec<Duration>) -> Duration {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// What a browser loads to show a page for the first time.
#[derive(Debug, Clone)]
pub struct FirstView {
    /// Bytes received, headers included, without what TLS would add.
    pub bytes: u64,
    /// Requests made.
    pub requests: usize,
    /// Elements of the page.
    pub elements: usize,
}

/// Loads a page and what it needs, by a browser that holds nothing yet; `path` is reached with the cookies of `known`.
pub async fn first_view(known: &mut Browser, path: &str) -> Result<FirstView> {
    known.ask_for("");
    let page: Page = known.get(path).await?;
    known.ask_for("gzip, deflate, br");
    let begun = known.received();
    let mut requests = 1;
    known.raw("GET", path, None).await?;
    for resource in &page.resources {
        let raw = known.raw("GET", resource, None).await?;
        ensure!(raw.status == 200, "{resource} answered {}", raw.status);
        requests += 1;
    }
    Ok(FirstView {
        bytes: known.received().saturating_sub(begun),
        requests,
        elements: page.elements,
    })
}

/// The home page, and the first step of a form.
pub async fn first_views(site: &Site, person: &Person) -> Result<Vec<FirstView>> {
    let plan = Plan::extract(person);
    let mut visitor = Visitor::new(site, &plan);
    let tasks = visitor.begin().await?;
    let step = tasks
        .link_to("/etapes/")
        .with_context(|| tasks.summary())?
        .to_owned();
    let mut anybody = Browser::new(site.address);
    Ok(vec![
        first_view(&mut anybody, &site.path("/")).await?,
        first_view(&mut visitor.browser, &step).await?,
    ])
}
