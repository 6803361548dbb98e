#![doc = include_str!("../README.md")]

mod check;
mod commitments;
pub mod edit;
mod french;
mod library;
mod marks;
mod orientation;
mod payment;
mod routing;
mod schema;
mod silence;
mod source;
mod terms;
#[cfg(test)]
mod tests;
mod values;

use std::collections::BTreeMap;

use jiff::civil::Date;
use parvis_form::{Form, Retention, Text};
use parvis_kernel::LanguageTag;
use parvis_law::{Remedy, SilenceEffect};
use serde::{Deserialize, Serialize};

pub use check::{FILE_BYTES, check};
pub use commitments::{Commitments, Regime};
pub use french::french;
pub use library::{CRISIS, DEMONSTRATION, LIBRARY};
pub use marks::{marked, without_marks};
pub use orientation::Orientation;
pub use payment::{Budget, Holder, Payment};
pub use routing::{Route, Routing};
pub use schema::procedure_schema;
pub use terms::{BegunDrafts, DoorKind, Fate, IdentityRule, Theme};
pub use values::is_word;

/// The version of the stored form of [`ProcedureFile`]; later versions add fields with defaults.
pub const PROCEDURE_FORMAT: u32 = 1;

/// A procedure file that is right: what it says of the procedure, and its compiled form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What it says of the procedure.
    pub file: ProcedureFile,
    /// Its questions, compiled.
    pub form: Form,
    /// The text of the file.
    pub source: String,
    /// SHA-256 of the text, in hexadecimal.
    pub checksum: String,
}

/// What a procedure file says of the procedure, apart from its questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcedureFile {
    /// The version of this stored form.
    pub format: u32,
    /// Its name in addresses.
    pub slug: String,
    /// What the person wants to do, in a few words.
    pub title: Text,
    /// One sentence.
    pub summary: Text,
    /// The part of life to which it belongs.
    pub theme: Theme,
    /// The languages beside French in which every text is promised.
    #[serde(default, rename = "languages", skip_serializing_if = "Vec::is_empty")]
    pub promised_languages: Vec<LanguageTag>,
    /// Words under which people look for it.
    pub keywords: Keywords,
    /// Who may make it.
    pub who_for: Text,
    /// What the person receives at the end.
    pub what_you_get: Text,
    /// Minutes that filling it in takes.
    pub minutes: u16,
    /// Papers to have at hand.
    pub papers: Vec<Paper>,
    /// What it costs.
    pub cost: Cost,
    /// How long the answer takes.
    pub delay: Delay,
    /// What the silence of the administration leads to.
    pub silence: SilenceEffect,
    /// Why silence decides nothing, in both languages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silence_reason: Option<Text>,
    /// Whether the request is about money (CRPA L231-4 3°).
    pub financial: bool,
    /// Whether the person asks for a decision; a report does not.
    pub asks_for_decision: bool,
    /// Whether the person says who they are.
    pub identity: IdentityRule,
    /// The other ways to make the démarche.
    pub doors: Vec<Door>,
    /// The slug of the service that answers.
    pub service: String,
    /// The slug of the group of agents who instruct.
    pub group: String,
    /// Which other groups instruct, by rules on the answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routing: Vec<Route>,
    /// How long a file is kept.
    pub retention: FileRetention,
    /// Days after which an untouched draft is erased, when not those of the collectivité.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft_days: Option<u16>,
    /// What becomes of the drafts begun before this revision, when some of their answers do not fit it.
    #[serde(default = "may_finish", skip_serializing_if = "is_may_finish")]
    pub begun_drafts: BegunDrafts,
    /// What the person declares when depositing.
    pub declarations: Vec<Text>,
    /// Texts that agents reuse in messages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reply_texts: Vec<ReplyText>,
    /// Reasons in law offered for a refusal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refusal_grounds: Vec<RefusalGround>,
    /// The remedies, when not the usual ones (CRPA L411-2, CJA R421-1).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Remedy>,
    /// How a report that asks for no decision may end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closing: Vec<Closing>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Special rules that prevail over the ordinary ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regime: Option<Regime>,
    /// What the service promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitments: Option<Commitments>,
    /// How it is paid, when a favourable decision gives money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// Who answers instead of the collectivité; such a démarche asks no question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orientation: Option<Orientation>,
    /// What the linter finds and its author keeps, with a reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lint: Vec<Silenced>,
}

impl ProcedureFile {
    /// Whether a fact of the file must be confirmed by an agent before real people rely on it.
    #[must_use]
    pub fn to_confirm(&self) -> bool {
        self.sources.iter().any(|source| source.to_confirm)
    }

    /// Whether the collectivité answers the démarche itself; otherwise it only says who does.
    #[must_use]
    pub const fn is_made_here(&self) -> bool {
        self.orientation.is_none()
    }

    /// Whether a person may stay anonymous.
    #[must_use]
    pub fn is_anonymous_allowed(&self) -> bool {
        self.identity == IdentityRule::Optional
    }

    /// The languages in which it can be read: French, those that the file promises, those of its title.
    #[must_use]
    pub fn languages(&self) -> Vec<LanguageTag> {
        let mut languages = vec![LanguageTag::FRENCH];
        let of_title = self.title.by_language().map(|(language, _)| language);
        for language in self.promised_languages.iter().copied().chain(of_title) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        languages
    }
}

/// Words under which people look for a procedure, by language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Keywords(BTreeMap<LanguageTag, Vec<String>>);

impl Keywords {
    /// Each of them with its language.
    pub fn by_language(&self) -> impl Iterator<Item = (LanguageTag, &str)> {
        let languages = self.0.iter();
        languages.flat_map(|(language, words)| words.iter().map(|word| (*language, word.as_str())))
    }
}

/// A paper to have at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// What it is called.
    pub name: Text,
    /// When it is needed, or what may stand for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
}

/// What a procedure costs: an amount, words, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Euro cents; zero is free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cents: Option<u32>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// How long the answer usually takes: a habit of the service, not the delay of silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delay {
    /// In words.
    pub words: Text,
    /// In days, for counts.
    pub expected_days: u16,
}

/// Another way than the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// Which one.
    pub kind: DoorKind,
    /// What to do there.
    pub text: Text,
}

/// How long a file is kept after its decision, or its closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRetention {
    /// How long.
    pub after_decision: Retention,
    /// The text that says so.
    pub legal_basis: Text,
    /// What becomes of it then: revisions that say nothing go to the archives.
    #[serde(default = "archive", skip_serializing_if = "is_archive")]
    pub fate: Fate,
}

const fn may_finish() -> BegunDrafts {
    BegunDrafts::MayFinish
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_may_finish(drafts: &BegunDrafts) -> bool {
    *drafts == BegunDrafts::MayFinish
}

const fn archive() -> Fate {
    Fate::Archive
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_archive(fate: &Fate) -> bool {
    *fate == Fate::Archive
}

/// A text that agents reuse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyText {
    /// How agents find it.
    pub title: Text,
    /// What the person reads.
    pub text: Text,
}

/// A reason in law for a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalGround {
    /// The reason, in words.
    pub label: Text,
    /// The article.
    pub law: Text,
}

/// An end of a report that asks for no decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Its stable name.
    pub code: String,
    /// What the person reads.
    pub label: Text,
}

/// Where the facts of the file come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The number of the public description, such as `F1427`.
    pub fiche: String,
    /// Its title.
    pub title: String,
    /// The date of its content.
    pub date: Date,
    /// Whether an agent must confirm that it still holds.
    pub to_confirm: bool,
}

/// A finding of the linter that the author keeps, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silenced {
    /// The rule.
    pub rule: String,
    /// The step, block, field or word of the procedure where it is kept; everywhere without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Why, for the next reader.
    pub reason: Text,
}
