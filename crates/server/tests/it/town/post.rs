//! A post that keeps mails, and that can be down.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use parvis_notify::Outgoing;
use parvis_notify::post::{Memory, Post as Carrier, PostError, PostFuture};
use parvis_testkit::plain;

/// Keeps every mail, unless it is down. Clones are the same post.
#[derive(Clone, Default)]
pub struct Post {
    kept: Memory,
    down: Arc<AtomicBool>,
    silent: Arc<AtomicBool>,
}

impl Post {
    /// Stops or starts taking mails.
    pub fn set_down(&self, down: bool) {
        self.down.store(down, Ordering::SeqCst);
    }

    /// Takes connections and never answers, or answers again.
    pub fn set_silent(&self, silent: bool) {
        self.silent.store(silent, Ordering::SeqCst);
    }

    /// The mails that an address got, oldest first.
    pub fn to(&self, address: &str) -> Vec<Outgoing> {
        let mails = self.kept.mails().into_iter();
        mails.filter(|mail| mail.to.as_str() == address).collect()
    }

    /// All the mails that left, oldest first.
    pub fn all(&self) -> Vec<Outgoing> {
        self.kept.mails()
    }

    /// The last mail that an address got.
    pub fn last(&self, address: &str) -> Outgoing {
        let mut mails = self.to(address);
        mails
            .pop()
            .unwrap_or_else(|| panic!("no mail to {address}"))
    }

    /// The text of the last mail that an address got, with ordinary spaces.
    pub fn text(&self, address: &str) -> String {
        plain(self.last(address).text.as_str())
    }

    /// The code that was asked last for an address: six digits, alone. Other mails may leave at the same time.
    pub fn code(&self, address: &str) -> String {
        let mut mails = self.to(address);
        mails.sort_by_key(|mail| mail.id);
        let latest = mails.iter().rev().find_map(|mail| {
            let digits = plain(mail.text.as_str()).replace(' ', "");
            let mut runs = digits.split(|letter: char| !letter.is_ascii_digit());
            runs.find(|run| run.len() == 6).map(str::to_owned)
        });
        latest.unwrap_or_else(|| panic!("no code in the mails to {address}"))
    }

    /// The path of the link of the last mail that an address got, from where the path begins.
    pub fn link(&self, address: &str, begins: &str) -> String {
        let text = self.last(address).text.as_str().to_owned();
        let at = text
            .find(begins)
            .unwrap_or_else(|| panic!("no link: {text}"));
        let path = text[at..].split_whitespace().next().unwrap();
        path.trim_end_matches(['>', ')', '.']).to_owned()
    }
}

impl Carrier for Post {
    fn carry<'a>(&'a self, mail: &'a Outgoing) -> PostFuture<'a> {
        if self.down.load(Ordering::SeqCst) {
            return Box::pin(async { Err(PostError::Later("down for a test".to_owned())) });
        }
        if self.silent.load(Ordering::SeqCst) {
            return Box::pin(std::future::pending());
        }
        self.kept.carry(mail)
    }
}
