//! An agent in front of two hundred thousand dossiers: the list, a search, a file; and the whole list as a table.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::machines::shares;
use crate::agent::{Desk, files};
use crate::chance::Chance;
use crate::client::Timed;
use crate::forms::{Page, text};
use crate::meter;
use crate::people::Person;
use crate::person::Site;

/// How long an export may be waited for.
const PATIENCE: Duration = Duration::from_secs(1800);

/// How long the pages of an agent took: half, one in twenty, one in a hundred took more.
#[derive(Debug, Clone, Copy)]
pub struct Waits {
    /// The page.
    pub what: &'static str,
    /// How often it was asked for.
    pub count: usize,
    /// The shares.
    pub took: [Duration; 3],
}

/// What the export of the whole list showed.
#[derive(Debug, Clone, Copy)]
pub struct Export {
    /// Lines of the file, its title included.
    pub lines: usize,
    /// Its bytes.
    pub bytes: usize,
    /// From the approval to the file.
    pub lasted: Duration,
    /// Resident bytes of the server at most in the first tenth of the time that it took to write it, and from then until it is read.
    pub memory: [u64; 2],
}

/// The list, searches, and files, so many times each, by one agent.
///
/// # Errors
/// A page that is refused.
pub async fn waits(
    desk: &mut Desk<'_>,
    site: &Site,
    people: &[Person],
    numbers: &[String],
    times: usize,
) -> Result<Vec<Waits>> {
    let mut chance = Chance::of(2026, 0);
    let mut all = Vec::new();
    for what in [
        "list",
        "next page of the list",
        "search of a name",
        "search of a number",
        "file",
    ] {
        let mut took = Vec::with_capacity(times);
        let mut list = desk.queue().await?;
        for _ in 0..times {
            let number = &numbers[chance.below(numbers.len())];
            let person = &people[chance.below(people.len())];
            desk.browser.timed.clear();
            let page = match what {
                "list" => desk.queue().await?,
                "next page of the list" => next_page(desk, &mut list).await?,
                "search of a name" => search(desk, &list, &person.family_name).await?,
                "search of a number" => search(desk, &list, number).await?,
                _ => {
                    desk.browser
                        .get(&site.path(&format!("/agent/dossiers/{number}")))
                        .await?
                }
            };
            ensure!(
                what == "file" || !files(&page).is_empty() || what == "search of a name",
                "{what}: {}",
                page.summary()
            );
            took.extend(desk.browser.timed.last().map(|timed: &Timed| timed.took));
        }
        all.push(Waits {
            what,
            count: took.len(),
            took: shares(took),
        });
    }
    Ok(all)
}

/// The page that follows; from the first one again at the end.
async fn next_page(desk: &mut Desk<'_>, list: &mut Page) -> Result<Page> {
    let next = list
        .links
        .iter()
        .find(|(address, words)| address.contains("/agent?") && words.contains("suivante"));
    let to = next
        .map(|(address, _)| address.clone())
        .with_context(|| list.summary())?;
    *list = desk.browser.get(&to).await?;
    Ok(list.clone())
}

async fn search(desk: &mut Desk<'_>, list: &Page, words: &str) -> Result<Page> {
    let form = list.form_to("/agent/recherche")?;
    let filled = form.fill(|name| (name == "q").then(|| vec![text(words)]));
    desk.browser.submit(&filled).await
}

/// The whole list as CSV, as the house wants it: one asks, another approves, the first reads.
///
/// # Errors
/// A page that is refused, or an export that does not end.
pub async fn export(
    desk: &mut Desk<'_>,
    approver: &mut Desk<'_>,
    site: &Site,
    pid: u32,
) -> Result<Export> {
    let list = desk.browser.get(&site.path("/agent?etat=tous")).await?;
    let to = list
        .link_to("/agent/exports/nouveau")
        .with_context(|| list.summary())?;
    let asked = desk.browser.get(to).await?;
    let filled = asked.form_to("/agent/exports")?.fill(|name| match name {
        "format" => Some(vec![text("csv")]),
        "motif" => Some(vec![text(
            "Mesure de ce que coûte un export de toute la liste.",
        )]),
        _ => None,
    });
    desk.browser.submit(&filled).await?;
    let waiting = approver
        .browser
        .get(&site.path("/agent/exports/approbations"))
        .await?;
    let approved = waiting.form_to("/avis")?.press("approuver", |_| None);
    approver.browser.submit(&approved).await?;
    meter::forget_peak(pid);
    let began = Instant::now();
    let (file, held) = written(desk, site, pid, began).await?;
    let lasted = began.elapsed();
    desk.browser.ask_for("");
    let raw = desk.browser.raw("GET", &file, None).await?;
    desk.browser.ask_for("gzip");
    ensure!(raw.status == 200, "the file answered {}", raw.status);
    Ok(Export {
        lines: raw.body.iter().filter(|byte| **byte == b'\n').count(),
        bytes: raw.body.len(),
        lasted,
        memory: [begun(&held), meter::peak(pid)],
    })
}

/// Waits for the file; gives its address, and what the server held from time to time.
async fn written(
    desk: &mut Desk<'_>,
    site: &Site,
    pid: u32,
    began: Instant,
) -> Result<(String, Vec<u64>)> {
    let mut held = Vec::new();
    while began.elapsed() < PATIENCE {
        held.push(meter::resident(pid));
        let list = desk.browser.get(&site.path("/agent/exports")).await?;
        if let Some(file) = list.link_to("/fichier") {
            return Ok((file.to_owned(), held));
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    bail!("the export is not written after {PATIENCE:?}")
}

/// The most that was held in the first tenth.
fn begun(held: &[u64]) -> u64 {
    let first = held.len().div_ceil(10);
    held.iter().take(first).copied().max().unwrap_or(0)
}
