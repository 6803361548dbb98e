//! The addresses of the pages of one dossier, for the person.

use parvis_kernel::PieceId;
use parvis_web::Visit;

use crate::answer::RowPlace;
use crate::model::Number;

/// Where the pages of a dossier are; templates hold one as `at`.
#[derive(Debug, Clone)]
pub(crate) struct Addresses {
    root: String,
}

impl Addresses {
    /// Those of a dossier.
    pub(crate) fn of(visit: &Visit, number: &Number) -> Self {
        Self {
            root: visit.url(&format!("/dossiers/{number}")),
        }
    }

    /// The follow-up page.
    pub(crate) fn follow(&self) -> &str {
        &self.root
    }

    /// Where a message of the person is posted.
    pub(crate) fn messages(&self) -> String {
        self.below("messages")
    }

    /// The list of the steps.
    pub(crate) fn tasks(&self) -> String {
        self.below("taches")
    }

    /// What a new revision changes in the draft.
    pub(crate) fn revised(&self) -> String {
        self.below("nouvelle-version")
    }

    /// Who the dossier is for.
    pub(crate) fn people(&self) -> String {
        self.below("pour-qui")
    }

    /// A step.
    pub(crate) fn step(&self, step: &str) -> String {
        self.below(&format!("etapes/{step}"))
    }

    /// A row that has its own page.
    pub(crate) fn row(&self, place: &RowPlace) -> String {
        let RowPlace { step, block, row } = place;
        self.below(&format!("etapes/{step}/{block}/{row}"))
    }

    /// Where an administration is asked for the answer of a question.
    pub(crate) fn source(&self, step: &str, field: &str) -> String {
        self.below(&format!("sources/{step}/{field}"))
    }

    /// Whether the person is satisfied.
    pub(crate) fn appraise(&self) -> String {
        self.below("satisfaction")
    }

    /// The answers, before the deposit.
    pub(crate) fn check(&self) -> String {
        self.below("verifier")
    }

    /// Why the request cannot be made.
    pub(crate) fn stopped(&self) -> String {
        self.below("impossible")
    }

    /// The deposit.
    pub(crate) fn declare(&self) -> String {
        self.below("declarer")
    }

    /// The receipt.
    pub(crate) fn receipt(&self) -> String {
        self.below("recepisse")
    }

    /// The answer to a request of the service.
    pub(crate) fn complete(&self) -> String {
        self.below("completer")
    }

    /// Taking the request back.
    pub(crate) fn withdraw(&self) -> String {
        self.below("retirer")
    }

    /// Erasing the draft.
    pub(crate) fn erase(&self) -> String {
        self.below("effacer")
    }

    /// The decision.
    pub(crate) fn decision(&self) -> String {
        self.below("decision")
    }

    /// A piece.
    pub(crate) fn piece(&self, piece: PieceId) -> String {
        self.below(&format!("pieces/{piece}"))
    }

    fn below(&self, path: &str) -> String {
        format!("{}/{path}", self.root)
    }
}
