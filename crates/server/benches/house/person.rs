//! A person: finds the procedure, answers step by step, deposits, and comes back to read the answer.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::answers::{Expected, Known, Plan};
use crate::client::Browser;
use crate::forms::{Filled, Page, Value, text};
use crate::mailbox::{Mailbox, number_in};

/// Pages at most between the task list and the end: more is going round.
const PAGES: usize = 40;

/// The site of an organisation, and the letter boxes of its people.
#[derive(Debug, Clone)]
pub struct Site {
    /// Where the server listens.
    pub address: SocketAddr,
    /// What stands before every path.
    pub base: String,
    /// The letter boxes.
    pub mailbox: Mailbox,
}

impl Site {
    /// A path of the site.
    pub fn path(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

/// What a person keeps of a deposit.
#[derive(Debug, Clone)]
pub struct Deposited {
    /// The number of the dossier.
    pub number: String,
    /// The follow-up code, without an address.
    pub code: Option<String>,
    /// How long the mail with the code took, from the page that asks for it.
    pub mail: Option<Duration>,
}

/// One person in front of a browser.
pub struct Visitor<'a> {
    site: &'a Site,
    plan: &'a Plan,
    /// The browser.
    pub browser: Browser,
    mail: Option<Duration>,
    refused: usize,
}

impl<'a> Visitor<'a> {
    /// A person who opens a new browser.
    pub fn new(site: &'a Site, plan: &'a Plan) -> Self {
        Self {
            site,
            plan,
            browser: Browser::new(site.address),
            mail: None,
            refused: 0,
        }
    }

    /// What was refused on the way, as expected.
    pub const fn refused(&self) -> usize {
        self.refused
    }

    /// Goes from the page of the procedure to the receipt.
    pub async fn deposit(&mut self) -> Result<Deposited> {
        let declare = self.fill_in().await?;
        self.declare(&declare).await
    }

    /// Goes from the page of the procedure to the page where the deposit is sent.
    pub async fn fill_in(&mut self) -> Result<Page> {
        let check = self.answer_all().await?;
        let to = check
            .link_to("/declarer")
            .with_context(|| check.summary())?
            .to_owned();
        self.browser.get(&to).await
    }

    /// Goes from the page of the procedure to the page that shows all the answers.
    pub async fn answer_all(&mut self) -> Result<Page> {
        let mut page = self.begin().await?;
        let mut left: Vec<String> = Vec::new();
        for _ in 0..PAGES {
            page = if page.is_at("/verifier") {
                return Ok(page);
            } else if page.is_at("/etapes/") {
                left.push(step_of(&page.path));
                self.step(&page).await?
            } else if page.is_at("/taches") {
                let to = self.next_task(&page, &left)?;
                self.browser.get(&to).await?
            } else {
                bail!("an unexpected page: {} {}", page.path, page.summary())
            };
        }
        bail!("going round: {} {}", page.path, page.summary())
    }

    fn next_task(&self, page: &Page, left: &[String]) -> Result<String> {
        let steps = page.links.iter().map(|(address, _)| address);
        let mut steps = steps.filter(|address| address.contains("/etapes/"));
        let undone = steps.find(|address| !left.contains(&step_of(address)));
        let next = undone
            .map(String::as_str)
            .or_else(|| page.link_to("/verifier"));
        Ok(next
            .with_context(|| format!("nothing left to do: {}", page.summary()))?
            .to_owned())
    }

    /// From the procedure to the list of its steps.
    pub async fn begin(&mut self) -> Result<Page> {
        let path = self
            .site
            .path(&format!("/demarches/{}", self.plan.procedure));
        let presentation = self.browser.get(&path).await?;
        let to = presentation
            .link_to("/commencer")
            .with_context(|| presentation.summary())?;
        let start = self.browser.get(to).await?;
        match self.plan.known {
            Known::Email => self.begin_by_email(&start).await,
            Known::Code | Known::Anonymous => self.begin_by_code(&start).await,
        }
    }

    async fn begin_by_email(&mut self, start: &Page) -> Result<Page> {
        let email = self.plan.person.email.clone();
        let turn = self.site.mailbox.turn(&email).await;
        let form = start.form()?.fill(|name| match name {
            "connu" => Some(vec![text("courriel")]),
            "courriel" => Some(vec![text(&email)]),
            _ => None,
        });
        let asked = self.browser.submit(&form).await?;
        let who = self.give_code(&asked, &email).await?;
        drop(turn);
        self.say_for_whom(&who).await
    }

    /// Waits for the mail and types its code.
    async fn give_code(&mut self, asked: &Page, email: &str) -> Result<Page> {
        let waited = Instant::now();
        let code = self.site.mailbox.code(email).await?;
        self.mail = Some(waited.elapsed());
        let typed = |code: &str| -> Result<Filled> {
            let fill = |name: &str| (name == "code").then(|| vec![text(code)]);
            Ok(asked.form()?.fill(fill))
        };
        if self.plan.slips.wrong_code {
            let wrong = if code == "000000" { "000001" } else { "000000" };
            self.browser.submit_refused(&typed(wrong)?).await?;
            self.refused += 1;
        }
        self.browser.submit(&typed(&code)?).await
    }

    async fn begin_by_code(&mut self, start: &Page) -> Result<Page> {
        let way = match self.plan.known {
            Known::Anonymous => "anonyme",
            _ => "code",
        };
        let fill = |name: &str| (name == "connu").then(|| vec![text(way)]);
        let kept = self.browser.submit(&start.form()?.fill(fill)).await?;
        let next = match self.plan.known {
            Known::Anonymous => "/taches",
            _ => "/pour-qui",
        };
        let to = kept
            .link_to(next)
            .with_context(|| kept.summary())?
            .to_owned();
        let page = self.browser.get(&to).await?;
        match self.plan.known {
            Known::Anonymous => Ok(page),
            _ => self.say_for_whom(&page).await,
        }
    }

    async fn say_for_whom(&mut self, who: &Page) -> Result<Page> {
        let person = &self.plan.person;
        let helper = self.plan.helper.as_deref();
        let form = who.form()?.fill(|name| {
            let value = match (name, helper) {
                ("pour", None) => "moi",
                ("pour", Some(_)) => "aide",
                ("nom", None) | ("nom-aide", Some(_)) => &person.family_name,
                ("prenoms", None) | ("prenoms-aide", Some(_)) => &person.first_names,
                ("aidant", Some(name)) => name,
                ("structure", Some(_)) => "Maison France Services",
                ("accord", Some(_)) => "oui",
                _ => return None,
            };
            Some(vec![text(value)])
        });
        self.browser.submit(&form).await
    }

    /// Answers a step: adds the rows first, then goes on; the same step comes again when answers opened questions.
    async fn step(&mut self, page: &Page) -> Result<Page> {
        let form = page.form()?;
        let plan = self.plan;
        let answer = |name: &str| -> Option<Vec<Value>> { plan.answer(form, name) };
        let rows = form.hidden("children").len();
        let filled = if rows > 0 && rows < plan.rows {
            form.press("add:children", answer)
        } else {
            form.fill(answer)
        };
        let sent = self.browser.post(&filled).await?;
        let answered = self.browser.follow(sent).await?;
        // A commune to choose among several: the step comes again and says so.
        let again = answered.status == 422;
        let shown = if again {
            Page::read(&answered.path, &answered.body)
        } else {
            answered.page()?
        };
        ensure!(
            shown.path != page.path || !again || !asked_twice(page, &shown),
            "{} refuses: {}",
            page.path,
            shown.summary()
        );
        Ok(shown)
    }

    /// Declares and deposits.
    pub async fn declare(&mut self, page: &Page) -> Result<Deposited> {
        let form = page.form()?;
        if self.plan.slips.undeclared {
            self.browser.submit_refused(&form.fill(|_| None)).await?;
            self.refused += 1;
        }
        let filled = declared(page)?;
        let first = self.browser.post(&filled).await?;
        let mut receipt = self.browser.follow(first).await?.page()?;
        if self.plan.slips.twice {
            let same = self.browser.submit(&filled).await?;
            ensure!(
                same.path == receipt.path,
                "two deposits: {} and {}",
                receipt.path,
                same.path
            );
            receipt = same;
        }
        self.deposited(&receipt)
    }

    /// What the receipt says.
    pub fn deposited(&self, receipt: &Page) -> Result<Deposited> {
        ensure!(
            receipt.is_at("/recepisse"),
            "no receipt: {} {}",
            receipt.path,
            receipt.summary()
        );
        let number = number_in(&receipt.path).context("a receipt without number")?;
        let said = receipt.references.contains(&number);
        ensure!(
            said,
            "the receipt does not say {number}: {:?}",
            receipt.references
        );
        let code = receipt
            .references
            .iter()
            .find(|reference| **reference != number)
            .cloned();
        ensure!(
            code.is_some() == (self.plan.known != Known::Email),
            "a follow-up code is for who has no address: {:?}",
            receipt.references
        );
        Ok(Deposited {
            number,
            code,
            mail: self.mail,
        })
    }

    /// Comes back with the number and reads how the dossier ended.
    pub async fn read_answer(&mut self, deposited: &Deposited) -> Result<Expected> {
        let follow = self.come_back(deposited).await?;
        if let Some(decision) = follow.link_to("/decision") {
            let decision = self.browser.get(decision).await?;
            return match decision.title.as_str() {
                title if title.contains("refusée") => Ok(Expected::Refused),
                title if title.contains("acceptée") => Ok(Expected::Accepted),
                _ => bail!("an unexpected decision: {}", decision.summary()),
            };
        }
        ensure!(
            follow.text.contains("Clos"),
            "no answer yet: {}",
            follow.summary()
        );
        Ok(Expected::Closed)
    }

    /// Comes back to the dossier with its number, and a code by mail or the follow-up code.
    pub async fn come_back(&mut self, deposited: &Deposited) -> Result<Page> {
        let path = self
            .site
            .path(&format!("/suivi?numero={}", deposited.number));
        let enter = self.browser.get(&path).await?;
        let email = self.plan.person.email.clone();
        let way = if deposited.code.is_some() {
            "code"
        } else {
            "courriel"
        };
        let form = enter.form()?.fill(|name| match name {
            "moyen" => Some(vec![text(way)]),
            "courriel" => Some(vec![text(&email)]),
            "code" => deposited.code.as_deref().map(|code| vec![text(code)]),
            _ => None,
        });
        if deposited.code.is_some() {
            return self.browser.submit(&form).await;
        }
        let turn = self.site.mailbox.turn(&email).await;
        let asked = self.browser.submit(&form).await?;
        let page = self.give_code(&asked, &email).await?;
        drop(turn);
        Ok(page)
    }
}

/// The form of the deposit, its box ticked.
pub fn declared(page: &Page) -> Result<Filled> {
    let fill = |name: &str| (name == "declaration").then(|| vec![text("oui")]);
    Ok(page.form()?.fill(fill))
}

/// `lieu` of `/bench/dossiers/7K2M-94QD/etapes/lieu?nouveau=1`.
fn step_of(path: &str) -> String {
    let step = path.split("/etapes/").nth(1).unwrap_or_default();
    step.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Whether two pages of a step ask the same: what was answered is then refused for good.
fn asked_twice(before: &Page, after: &Page) -> bool {
    !before.errors.is_empty() && before.errors == after.errors
}
