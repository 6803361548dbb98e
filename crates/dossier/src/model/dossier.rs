//! A dossier and the dated facts from which its state is derived.

use parvis_kernel::{
    AgentId, ChallengeId, DossierId, GroupId, Instant, Language, ProcedureId, RevisionId, ServiceId,
};

use super::number::{FollowUpCode, Number};
use super::people::People;
use super::state::{Closing, State};
use parvis_law::Outcome;
use parvis_store::Vault;

/// The sort key of a dossier to which the law attaches no date: after all those that have one.
pub const NO_DUE_DATE: i64 = 9_999_999;

/// How the person of a draft is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identification {
    /// By a confirmed e-mail address.
    Email,
    /// By a follow-up code: the person has no e-mail.
    Code,
    /// By a follow-up code, without a name: the procedure allows it.
    Anonymous,
}

impl Identification {
    /// The stable word of the column.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Code => "code",
            Self::Anonymous => "anonymous",
        }
    }

    /// The identification of a stable word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Email, Self::Code, Self::Anonymous]
            .into_iter()
            .find(|identification| identification.code() == code)
    }
}

/// The dated facts of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The draft was begun.
    pub created_at: Instant,
    /// Somebody last did something to it.
    pub touched_at: Instant,
    /// The draft is erased from then on.
    pub expires_at: Option<Instant>,
    /// Deposited.
    pub submitted_at: Option<Instant>,
    /// The person was asked for something and has not answered yet.
    pub waiting_since: Option<Instant>,
    /// Instruction began.
    pub instructed_at: Option<Instant>,
    /// Decided.
    pub decided_at: Option<Instant>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The decision is shown to the person from then on.
    pub visible_at: Option<Instant>,
    /// The person first read the decision.
    pub decision_read_at: Option<Instant>,
    /// Closed without a decision.
    pub closed_at: Option<Instant>,
    /// Why.
    pub closing: Option<Closing>,
    /// Taken back.
    pub withdrawn_at: Option<Instant>,
    /// The draft expired.
    pub expired_at: Option<Instant>,
    /// Its key was destroyed: the person erased their draft, or its retention is over.
    pub erased_at: Option<Instant>,
}

impl Facts {
    /// The facts of a draft just begun.
    #[must_use]
    pub const fn of_new_draft(now: Instant, expires_at: Instant) -> Self {
        Self {
            created_at: now,
            touched_at: now,
            expires_at: Some(expires_at),
            submitted_at: None,
            waiting_since: None,
            instructed_at: None,
            decided_at: None,
            outcome: None,
            visible_at: None,
            decision_read_at: None,
            closed_at: None,
            closing: None,
            withdrawn_at: None,
            expired_at: None,
            erased_at: None,
        }
    }

    /// The state: the only place where it is decided.
    #[must_use]
    pub const fn state(&self) -> State {
        if self.expired_at.is_some() || self.erased_at.is_some() {
            State::Expired
        } else if self.withdrawn_at.is_some() {
            State::Withdrawn
        } else if self.closed_at.is_some() {
            State::Closed
        } else if self.decided_at.is_some() {
            match self.outcome {
                Some(Outcome::Refused) => State::Refused,
                _ => State::Accepted,
            }
        } else if self.submitted_at.is_none() {
            State::Draft
        } else if self.waiting_since.is_some() {
            State::Waiting
        } else if self.instructed_at.is_some() {
            State::UnderInstruction
        } else {
            State::Deposited
        }
    }

    /// Whether the person may see the decision at an instant.
    #[must_use]
    pub fn shows_decision(&self, now: Instant) -> bool {
        self.decided_at.is_some() && self.visible_at.is_none_or(|instant| instant <= now)
    }

    /// Whether there is a decision that the person may not see yet.
    #[must_use]
    pub fn holds_decision(&self, now: Instant) -> bool {
        self.decided_at.is_some() && !self.shows_decision(now)
    }

    /// The state that the person is told: a decision on hold is still an instruction for them.
    #[must_use]
    pub fn state_for_person(&self, now: Instant) -> State {
        match self.state() {
            State::Accepted | State::Refused if !self.shows_decision(now) => {
                State::UnderInstruction
            }
            state => state,
        }
    }
}

/// A file of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Its identifier.
    pub id: DossierId,
    /// The number by which people call it.
    pub number: Number,
    /// The procedure.
    pub procedure: ProcedureId,
    /// The exact revision that it answers.
    pub revision: RevisionId,
    /// The group that instructs it.
    pub group: GroupId,
    /// The service in charge.
    pub service: ServiceId,
    /// By which door it came: `web`.
    pub channel: String,
    /// The language in which the person is written to.
    pub language: Language,
    /// How the person is known again.
    pub identification: Identification,
    /// The confirmed code with which it was begun.
    pub challenge: Option<ChallengeId>,
    /// Counts the acts: two agents never overwrite each other.
    pub version: i64,
    /// The current version of the answers.
    pub answers_version: i64,
    /// Author, beneficiary and contact.
    pub people: People,
    /// Its dated facts.
    pub facts: Facts,
    /// The day, counted from 1970-01-01, to which the law attaches the effect of silence; [`NO_DUE_DATE`] without one.
    pub silence_due: i64,
    /// The agent who took it.
    pub agent: Option<AgentId>,
    /// Since when.
    pub agent_since: Option<Instant>,
    /// The follow-up code that another installation gave: the dossier came from there.
    pub given_code: Option<FollowUpCode>,
}

impl Dossier {
    /// The follow-up code of its person, who gave no e-mail: the one that this installation gives, or the one that they had already.
    #[must_use]
    pub fn follow_up_code(&self, vault: &Vault) -> Option<FollowUpCode> {
        match self.identification {
            Identification::Email => None,
            Identification::Code | Identification::Anonymous => {
                let given = self.given_code.clone();
                Some(given.unwrap_or_else(|| FollowUpCode::of(vault, self.id)))
            }
        }
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> State {
        self.facts.state()
    }
}
