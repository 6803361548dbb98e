//! The letter boxes of the people: mails are read in the folder where a house without SMTP puts them.
//!
//! A mail that was read is taken away, so that looking for the next one stays quick.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use parvis_notify::post::folder::{self, Kept};
use tokio::sync::{Notify, OwnedMutexGuard};

/// How long a person waits for a code before they give up.
const PATIENCE: Duration = Duration::from_secs(60);
/// Between two looks at the folder.
const LOOK: Duration = Duration::from_millis(4);

/// What a mail is about, by its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A code that confirms an address.
    Code,
    /// A draft was begun.
    Draft,
    /// The receipt of a deposit.
    Receipt,
    /// A decision waits.
    Decision,
    /// The service wrote, or closed the dossier.
    Message,
    /// Anything else.
    Other,
}

impl Kind {
    fn of(subject: &str) -> Self {
        let is = |part: &str| subject.contains(part);
        match () {
            () if is("code de confirmation") => Self::Code,
            () if is("Brouillon") => Self::Draft,
            () if is("Accusé") => Self::Receipt,
            () if is("réponse vous attend") => Self::Decision,
            () if is("nouveau message") => Self::Message,
            () => Self::Other,
        }
    }
}

#[derive(Debug, Default)]
struct State {
    codes: HashMap<String, String>,
    counts: BTreeMap<Kind, usize>,
    about: BTreeSet<(Kind, String)>,
    turns: HashMap<String, Arc<tokio::sync::Mutex<()>>>,
}

/// All the letter boxes. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Mailbox {
    folder: PathBuf,
    state: Arc<Mutex<State>>,
    arrived: Arc<Notify>,
}

impl Mailbox {
    /// Opens the boxes of a folder; the postman runs until the runtime stops.
    pub fn open(folder: &Path) -> Self {
        let mailbox = Self {
            folder: folder.to_owned(),
            state: Arc::default(),
            arrived: Arc::default(),
        };
        let postman = mailbox.clone();
        tokio::spawn(async move {
            loop {
                postman.collect();
                tokio::time::sleep(LOOK).await;
            }
        });
        mailbox
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn collect(&self) {
        let mails = folder::list(&self.folder, usize::MAX).unwrap_or_default();
        if mails.is_empty() {
            return;
        }
        for mail in mails.iter().rev() {
            self.take(mail);
            for ending in ["json", "eml"] {
                let _ = std::fs::remove_file(self.folder.join(format!("{}.{ending}", mail.name)));
            }
        }
        self.arrived.notify_waiters();
    }

    fn take(&self, mail: &Kept) {
        let kind = Kind::of(&mail.subject);
        let mut state = self.state();
        *state.counts.entry(kind).or_default() += 1;
        if let Some(number) = number_in(&mail.subject) {
            state.about.insert((kind, number));
        }
        if let Some(code) = code_in(&mail.text).filter(|_| kind == Kind::Code) {
            state.codes.insert(mail.to.clone(), code);
        }
    }

    /// Two people of the same address ask for their codes one after the other.
    pub async fn turn(&self, address: &str) -> OwnedMutexGuard<()> {
        let turn = Arc::clone(self.state().turns.entry(address.to_owned()).or_default());
        let turn = turn.lock_owned().await;
        self.state().codes.remove(address);
        turn
    }

    /// Waits for the code sent to an address.
    ///
    /// # Errors
    /// No mail in a minute.
    pub async fn code(&self, address: &str) -> Result<String> {
        let waiting = async {
            loop {
                let arrived = self.arrived.notified();
                if let Some(code) = self.state().codes.remove(address) {
                    return code;
                }
                arrived.await;
            }
        };
        let code = tokio::time::timeout(PATIENCE, waiting).await;
        code.with_context(|| format!("no code came to {address} in {PATIENCE:?}"))
    }

    /// How many mails of a kind came.
    pub fn count(&self, kind: Kind) -> usize {
        self.state().counts.get(&kind).copied().unwrap_or_default()
    }

    /// How many mails came.
    pub fn total(&self) -> usize {
        self.state().counts.values().sum()
    }

    /// How many dossiers a kind of mail was about.
    pub fn dossiers(&self, kind: Kind) -> usize {
        let state = self.state();
        state.about.iter().filter(|(own, _)| *own == kind).count()
    }

    /// Whether a mail of a kind came about a dossier.
    pub fn has(&self, kind: Kind, number: &str) -> bool {
        self.state().about.contains(&(kind, number.to_owned()))
    }

    /// Waits until mails of a kind are so many.
    ///
    /// # Errors
    /// How many there are, when they do not come.
    pub async fn wait_for(&self, kind: Kind, dossiers: usize) -> Result<()> {
        for _ in 0..600 {
            if self.dossiers(kind) >= dossiers {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        bail!(
            "{:?}: {} mails of {dossiers} came",
            kind,
            self.dossiers(kind)
        )
    }
}

/// The six digits that stand alone on a line.
fn code_in(text: &str) -> Option<String> {
    let mut lines = text.lines().map(str::trim);
    let alone = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
    lines.find(alone).map(str::to_owned)
}

/// The number of a dossier, `7K2M-94QD`.
pub fn number_in(text: &str) -> Option<String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let mut numbers = words.filter(|word| {
        let signs = word.bytes().enumerate();
        word.len() == 9
            && signs.into_iter().all(|(place, byte)| match place {
                4 => byte == b'-',
                _ => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            })
    });
    numbers.next().map(str::to_owned)
}
