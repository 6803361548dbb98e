//! What may go wrong with dossiers.

use parvis_access::AccessError;
use parvis_demarche::DemarcheError;
use parvis_kernel::{Failure, Personal, Refusal, RefusalKind};
use parvis_law::Missing;
use parvis_organisation::OrganisationError;
use parvis_store::StoreError;
use parvis_store::blobs::BlobError;

use crate::model::{Number, State};
use crate::rules::Act;

/// What may go wrong with dossiers.
#[derive(Debug, thiserror::Error)]
pub enum DossierError {
    /// Unknown, or of somebody else: the same answer for both.
    #[error("unknown, or not to be known by this actor")]
    NotFound,
    /// The state does not allow the act.
    #[error("{act:?} is not possible in the state {state:?}")]
    NotNow {
        /// Where the dossier stands.
        state: State,
        /// What was tried.
        act: Act,
    },
    /// Somebody did something in between.
    #[error("somebody acted since version {expected}")]
    ChangedMeanwhile {
        /// The version on which the actor decided.
        expected: i64,
    },
    /// The dossier cannot be deposited yet.
    #[error("{count} answers are missing or wrong")]
    Incomplete {
        /// How many answers are missing or wrong.
        count: usize,
    },
    /// The declaration was not made.
    #[error("the declaration was not made")]
    NotDeclared,
    /// The author or the beneficiary is not known yet.
    #[error("the people of the dossier are not known yet")]
    PeopleUnknown,
    /// Only the revision that was published since can be deposited.
    #[error("only the revision published since can be deposited")]
    RevisionRequired,
    /// The procedure is not open.
    #[error("the procedure is closed or unknown")]
    ProcedureClosed,
    /// The procedure only says who answers: nothing begins here.
    #[error("this procedure is answered elsewhere")]
    MadeElsewhere,
    /// The procedure needs an identity.
    #[error("the procedure needs an identity")]
    IdentityNeeded,
    /// There is no such step, field or row in the form.
    #[error("no such step, field or row")]
    NoSuchStep,
    /// The step cannot be answered before the ones before it.
    #[error("the step cannot be answered yet")]
    StepTooEarly,
    /// A text is empty or too long.
    #[error("a text is empty or too long")]
    Text {
        /// Characters at most.
        most: usize,
    },
    /// A date is in the past or too far.
    #[error("a date is in the past or too far")]
    DueDate,
    /// A closing that the procedure does not allow.
    #[error("this procedure asks for a decision: it cannot be closed like this")]
    DecisionAsked,
    /// The decision lacks something that the law asks.
    #[error("the decision lacks {}", .0.len())]
    Decision(Vec<Missing>),
    /// A démarche that pays: the amount of a decision is missing, or is not one that it may give.
    #[error("the amount decided is not one that the procedure may give")]
    Amount,
    /// Whoever decided does not check the account.
    #[error("the account is checked by somebody who did not decide")]
    OwnDecision,
    /// Whoever received the person does not check the account.
    #[error("the account is checked by somebody who did not receive the person")]
    OwnCounter,
    /// The decision may still be taken back.
    #[error("the decision may still be taken back")]
    DecisionHeld,
    /// There is no account to check.
    #[error("there is no account to check")]
    NothingToCheck,
    /// The list to order is not the one that was confirmed.
    #[error("the list to order changed")]
    OrderChanged,
    /// An order went to the finance department, or was cancelled.
    #[error("the order is sent or cancelled")]
    OrderSent,
    /// Nothing may be ordered.
    #[error("there is nothing to order")]
    NothingToOrder,
    /// The procedure asks for no decision.
    #[error("this procedure asks for no decision")]
    NoDecisionAsked,
    /// Nothing was chosen.
    #[error("nothing was chosen")]
    NothingChosen,
    /// Too many dossiers were chosen.
    #[error("more than {most} dossiers were chosen")]
    TooManyChosen {
        /// Dossiers at most.
        most: usize,
    },
    /// The batch was confirmed: its words do not change any more.
    #[error("the batch is confirmed")]
    AlreadyConfirmed,
    /// The person may already see the decision.
    #[error("the person may already see the decision")]
    NoLongerHeld,
    /// The list is empty.
    #[error("there is nothing to export")]
    NothingToExport,
    /// Somebody else must approve it, and no reason was written.
    #[error("a mass export needs a written reason")]
    ReasonNeeded,
    /// A view has no name.
    #[error("a view needs a name")]
    NameNeeded,
    /// A group of the agent handed the dossier over to another group.
    #[error("the dossier was handed over to another group")]
    Transferred {
        /// The name of the group that has it now.
        group: String,
    },
    /// The text of a note calls somebody who is no reader of the dossier.
    #[error("a note calls nobody who may read the dossier")]
    NobodyOfThatName(Personal<String>),
    /// The text of a note calls a name that several readers have.
    #[error("a note calls a name that several have")]
    SeveralOfThatName(Personal<String>),
    /// An agent who was ticked may not read the dossier.
    #[error("an agent who is to be told may not read the dossier")]
    NotAReader,
    /// A text holds a word in braces that no dossier fills.
    #[error("no dossier fills a word in braces")]
    UnknownWord(String),
    /// There are enough standard texts.
    #[error("there are {most} standard texts already")]
    TooManyTexts {
        /// Texts at most.
        most: i64,
    },
    /// The group has enough views.
    #[error("there are {most} views already")]
    TooManyViews {
        /// Views at most.
        most: i64,
    },
    /// Whoever asked for an export does not approve it.
    #[error("an export is approved by somebody else")]
    OwnExport,
    /// Nothing was asked.
    #[error("nothing was asked of the person")]
    NothingAsked,
    /// The agent is not of the group.
    #[error("the agent is not of the group")]
    NotOfGroup,
    /// A file is refused.
    #[error("a file is refused: {0:?}")]
    Piece(PieceRefusal),
    /// A file waits to be examined by the antivirus.
    #[error("the piece waits to be examined")]
    PieceWaits,
    /// The antivirus found something in a file.
    #[error("the piece is infected")]
    PieceInfected,
    /// Access was refused.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// Procedures failed.
    #[error(transparent)]
    Demarche(#[from] DemarcheError),
    /// Organisations failed.
    #[error(transparent)]
    Organisation(#[from] OrganisationError),
    /// A stored document cannot be written or read.
    #[error("a stored document cannot be written or read")]
    Document(#[source] serde_json::Error),
    /// A stored row does not make sense.
    #[error("a stored row does not make sense: {0}")]
    Row(&'static str),
    /// A file could not be written.
    #[error("a file could not be written")]
    Written(#[source] std::io::Error),
    /// The storage of pieces failed.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No free number was found.
    #[error("no free number was found, the last one tried was {0}")]
    NoFreeNumber(Number),
}

/// Why a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceRefusal {
    /// It is larger than the field accepts.
    TooLarge {
        /// Bytes at most.
        most: u64,
    },
    /// It is empty.
    Empty,
    /// Its content is of no accepted type.
    WrongType,
    /// There are enough files already.
    TooMany {
        /// Files at most.
        most: u32,
    },
}

impl PieceRefusal {
    /// The message of the words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "piece-too-large",
            Self::Empty => "piece-empty",
            Self::WrongType => "piece-wrong-type",
            Self::TooMany { .. } => "piece-too-many",
        }
    }
}

impl DossierError {
    /// A rule that said no, or a failure of the house.
    ///
    /// # Errors
    /// The failure.
    pub fn refusal(self) -> Result<Refusal, Failure> {
        use RefusalKind::{Conflict, Invalid};
        Ok(match self {
            Self::NotFound | Self::NoSuchStep => Refusal::not_found(),
            Self::NotNow { state, .. } => {
                Refusal::new(Conflict, "refusal-not-now").with("state", state.code())
            }
            Self::ChangedMeanwhile { .. } => Refusal::new(Conflict, "refusal-changed-meanwhile"),
            Self::Incomplete { count } => {
                Refusal::new(Conflict, "refusal-incomplete").with("count", count)
            }
            Self::NotDeclared => Refusal::new(Invalid, "refusal-not-declared"),
            Self::PeopleUnknown => Refusal::new(Conflict, "refusal-people-unknown"),
            Self::RevisionRequired => Refusal::new(Conflict, "refusal-revision-required"),
            Self::ProcedureClosed => {
                Refusal::new(RefusalKind::NotFound, "refusal-procedure-closed")
            }
            Self::MadeElsewhere => Refusal::new(Conflict, "refusal-made-elsewhere"),
            Self::IdentityNeeded => Refusal::new(Invalid, "refusal-identity-needed"),
            Self::StepTooEarly => Refusal::new(Conflict, "refusal-step-too-early"),
            Self::Text { most } => Refusal::new(Invalid, "refusal-text").with("most", most),
            Self::DueDate => Refusal::new(Invalid, "refusal-due-date"),
            Self::DecisionAsked => Refusal::new(Invalid, "refusal-decision-asked"),
            Self::Decision(missing) => {
                Refusal::new(Invalid, "refusal-decision-incomplete").with("count", missing.len())
            }
            Self::Amount => Refusal::new(Invalid, "refusal-payment-amount"),
            Self::OwnDecision => Refusal::new(RefusalKind::Forbidden, "refusal-own-decision"),
            Self::OwnCounter => Refusal::new(RefusalKind::Forbidden, "refusal-own-counter"),
            Self::DecisionHeld => Refusal::new(Conflict, "refusal-decision-held"),
            Self::NothingToCheck => Refusal::new(Conflict, "refusal-nothing-to-check"),
            Self::OrderChanged => Refusal::new(Conflict, "refusal-order-changed"),
            Self::OrderSent => Refusal::new(Conflict, "refusal-order-sent"),
            Self::NothingToOrder => Refusal::new(Invalid, "refusal-nothing-to-order"),
            Self::NoDecisionAsked => Refusal::new(Invalid, "refusal-no-decision-asked"),
            Self::NothingChosen => Refusal::new(Invalid, "refusal-nothing-chosen"),
            Self::TooManyChosen { most } => {
                Refusal::new(Invalid, "refusal-too-many-chosen").with("most", most)
            }
            Self::AlreadyConfirmed => Refusal::new(Conflict, "refusal-already-confirmed"),
            Self::NoLongerHeld => Refusal::new(Conflict, "refusal-no-longer-held"),
            Self::NothingToExport => Refusal::new(Invalid, "refusal-nothing-to-export"),
            Self::ReasonNeeded => Refusal::new(Invalid, "refusal-reason-needed"),
            Self::NameNeeded => Refusal::new(Invalid, "views-error-name"),
            Self::Transferred { group } => {
                Refusal::new(RefusalKind::Forbidden, "transfer-refusal").with("group", group)
            }
            Self::NobodyOfThatName(name) => {
                Refusal::new(Invalid, "mention-error-nobody").with("name", name.as_str())
            }
            Self::SeveralOfThatName(name) => {
                Refusal::new(Invalid, "mention-error-several").with("name", name.as_str())
            }
            Self::NotAReader => Refusal::new(Invalid, "mention-error-reader"),
            Self::UnknownWord(word) => Refusal::new(Invalid, "texts-error-word").with("word", word),
            Self::TooManyTexts { most } => {
                Refusal::new(Invalid, "texts-error-many").with("most", most)
            }
            Self::TooManyViews { most } => {
                Refusal::new(Invalid, "views-error-many").with("most", most)
            }
            Self::OwnExport => Refusal::new(Conflict, "refusal-own-export"),
            Self::NothingAsked => Refusal::new(Invalid, "refusal-nothing-asked"),
            Self::NotOfGroup => Refusal::new(Invalid, "refusal-not-of-group"),
            Self::Piece(refusal) => Refusal::new(Invalid, refusal.key()),
            Self::PieceWaits => Refusal::new(Conflict, "refusal-piece-waits"),
            Self::PieceInfected => Refusal::new(RefusalKind::Forbidden, "refusal-piece-infected"),
            Self::Access(error) => return error.refusal(),
            Self::Demarche(error) => return error.refusal(),
            Self::Organisation(error) => return error.refusal(),
            Self::Store(error) => return Err(Failure::new("working on a dossier", error)),
            Self::Blob(error) => return Err(Failure::new("storing a piece", error)),
            other @ (Self::Document(_)
            | Self::Written(_)
            | Self::Row(_)
            | Self::NoFreeNumber(_)) => {
                return Err(Failure::new("working on a dossier", other));
            }
        })
    }
}

impl From<DossierError> for parvis_web::PageError {
    fn from(error: DossierError) -> Self {
        Self::from_outcome(error.refusal())
    }
}
