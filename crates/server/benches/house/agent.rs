//! An agent: signs in with a password and a second factor, opens the files of the list, decides them or closes them.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use jiff::Timestamp;
use parvis_access::totp;

use crate::answers::Expected;
use crate::client::Browser;
use crate::forms::{Page, text};
use crate::mailbox::number_in;
use crate::person::Site;

/// An agent as the command line created them.
#[derive(Debug, Clone)]
pub struct Account {
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
}

/// The files that colleagues already work on: said aloud in the office. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Office(Arc<Mutex<BTreeSet<String>>>);

impl Office {
    /// Says that one takes a file; false when a colleague has it.
    fn take(&self, number: &str) -> bool {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        taken.insert(number.to_owned())
    }
}

/// What an agent did.
#[derive(Debug, Default, Clone, Copy)]
pub struct Done {
    /// Decisions that give what was asked.
    pub accepted: usize,
    /// Decisions that refuse.
    pub refused: usize,
    /// Files closed without a decision.
    pub closed: usize,
    /// What the house refused, as expected: a refusal without its reasons.
    pub incomplete: usize,
}

/// An agent in front of a browser.
pub struct Desk<'a> {
    site: &'a Site,
    /// The browser.
    pub browser: Browser,
    /// What was done.
    pub done: Done,
}

impl<'a> Desk<'a> {
    /// Signs in for the first time: password, then the second factor is enrolled.
    pub async fn sign_in(site: &'a Site, account: &Account) -> Result<Self> {
        let mut browser = Browser::new(site.address);
        let asked = browser.get(&site.path("/agent")).await?;
        let form = asked.form()?.fill(|name| match name {
            "email" => Some(vec![text(&account.email)]),
            "password" => Some(vec![text(&account.password)]),
            _ => None,
        });
        let enrolment = browser.submit(&form).await?;
        let key = enrolment
            .references
            .first()
            .with_context(|| enrolment.summary())?;
        let code = totp::code_at(&secret(key)?, Timestamp::now())?;
        let fill = |name: &str| (name == "code").then(|| vec![text(&code)]);
        let queue = browser.submit(&enrolment.form()?.fill(fill)).await?;
        ensure!(
            queue.path.ends_with("/agent"),
            "not signed in: {}",
            queue.summary()
        );
        Ok(Self {
            site,
            browser,
            done: Done::default(),
        })
    }

    /// Shows the list.
    pub async fn queue(&mut self) -> Result<Page> {
        self.browser.get(&self.site.path("/agent")).await
    }

    /// Works until the list is empty.
    pub async fn work(&mut self, office: &Office) -> Result<()> {
        loop {
            let queue = self.queue().await?;
            let files = files(&queue);
            if files.is_empty() {
                return Ok(());
            }
            let mut took_one = false;
            for file in files {
                let number = number_in(&file).with_context(|| file.clone())?;
                if office.take(&number) {
                    took_one = true;
                    self.handle(&file).await.with_context(|| file.clone())?;
                }
            }
            if !took_one {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }

    /// Opens a file, takes it, and ends it as its answers ask.
    async fn handle(&mut self, path: &str) -> Result<()> {
        let file = self.browser.get(path).await?;
        let taken = self
            .browser
            .submit(&file.form_to("/attribuer")?.press("moi", |_| None))
            .await?;
        match outcome(&taken) {
            Expected::Closed => self.close(&taken).await,
            expected => {
                let under_way = self
                    .browser
                    .submit(&taken.form_to("/instruire")?.fill(|_| None))
                    .await?;
                self.decide(&under_way, expected).await
            }
        }
    }

    async fn decide(&mut self, file: &Page, expected: Expected) -> Result<()> {
        let to = file.link_to("/decider").with_context(|| file.summary())?;
        let form = self.browser.get(to).await?;
        let refused = expected == Expected::Refused;
        if refused && self.done.refused == 0 {
            // A refusal must say why: once, an agent forgets.
            let forgotten = form
                .form()?
                .fill(|name| (name == "issue").then(|| vec![text("refused")]));
            self.browser.submit_refused(&forgotten).await?;
            self.done.incomplete += 1;
        }
        let shown = form.form()?;
        let ground: Vec<_> = shown
            .offered("motif")
            .into_iter()
            .take(1)
            .map(text)
            .collect();
        let filled = shown.fill(|name| match name {
            "issue" => Some(vec![text(if refused { "refused" } else { "in-full" })]),
            "motif" if refused => Some(ground.clone()),
            "fait" if refused => Some(vec![text(
                "Les réponses données ne permettent pas d’accorder ce qui est demandé.",
            )]),
            "acte-signe" => Some(vec![text("registre des décisions, n° 2026-114")]),
            _ => None,
        });
        let preview = self.browser.submit(&filled).await?;
        let word = if refused { "refusée" } else { "acceptée" };
        ensure!(
            preview.title.contains(word),
            "not the decision meant: {}",
            preview.summary()
        );
        let decided = self.browser.submit(&preview.form()?.fill(|_| None)).await?;
        ensure!(
            !decided.text.contains("Décider"),
            "not decided: {}",
            decided.summary()
        );
        if refused {
            self.done.refused += 1;
        } else {
            self.done.accepted += 1;
        }
        Ok(())
    }

    async fn close(&mut self, file: &Page) -> Result<()> {
        let to = file.link_to("/clore").with_context(|| file.summary())?;
        let form = self.browser.get(to).await?;
        let chosen = form
            .form()?
            .fill(|name| (name == "motif").then(|| vec![text("report-done")]));
        let confirm = self.browser.submit(&chosen).await?;
        let closed = self.browser.submit(&confirm.form()?.fill(|_| None)).await?;
        ensure!(
            closed.text.contains("Clos"),
            "not closed: {}",
            closed.summary()
        );
        self.done.closed += 1;
        Ok(())
    }
}

/// The files of a list, in its order.
pub fn files(queue: &Page) -> Vec<String> {
    let addresses = queue.links.iter().map(|(address, _)| address);
    let files = addresses.filter(|address| address.contains("/agent/dossiers/"));
    files.cloned().collect()
}

/// How a file must end, read from its answers: what the law closes to this person, what the commune does not hold, a child too young.
fn outcome(file: &Page) -> Expected {
    let says = |text: &str| file.text.contains(text);
    if says("Signaler un problème dans la rue") {
        return Expected::Closed;
    }
    let refused = says("née dans notre commune ? Non")
        || says("pour la personne née : Une autre personne")
        || says("Toute petite section");
    if refused {
        Expected::Refused
    } else {
        Expected::Accepted
    }
}

/// The secret of a key typed four letters at a time (RFC 4648, base 32).
fn secret(key: &str) -> Result<Vec<u8>> {
    let (mut bits, mut held, mut out) = (0_u32, 0_u32, Vec::new());
    for letter in key.chars().filter(|letter| !letter.is_whitespace()) {
        let value = match letter {
            'A'..='Z' => u32::from(letter) - u32::from('A'),
            '2'..='7' => u32::from(letter) - u32::from('2') + 26,
            _ => bail!("not a key: {key}"),
        };
        bits = (bits << 5) | value;
        held += 5;
        if held >= 8 {
            held -= 8;
            out.extend(u8::try_from((bits >> held) & 0xFF));
            bits &= (1 << held) - 1;
        }
    }
    Ok(out)
}
