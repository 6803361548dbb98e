//! A decision as it is read: the same words in the preview of the agent and on the page of the person.

use parvis_law::{Decision, DecisionPart};
use parvis_web::{Link, Visit};

use crate::model::Piece;

/// A decision in words, group by group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DecisionDocument {
    /// « Votre demande est acceptée ».
    pub(crate) title: String,
    /// The dossier and the day.
    pub(crate) dated: String,
    /// What is granted: words, amount, time, conditions, attached act.
    pub(crate) granted: Vec<String>,
    /// The files attached.
    pub(crate) acts: Vec<Link>,
    /// The considerations of law and of fact.
    pub(crate) reasons: Vec<String>,
    /// Who takes it, and how it is signed.
    pub(crate) signature: Vec<String>,
    /// How it can be contested.
    pub(crate) remedies: Vec<String>,
}

impl DecisionDocument {
    /// The document of a decision, in the language of the visit.
    pub(crate) fn of(visit: &Visit, decision: &Decision) -> Self {
        let mut document = Self::default();
        for part in decision.parts() {
            let sentence = part.sentence();
            let said = visit.say_with(sentence.key, &sentence.say(visit.language));
            document.place(&part, said);
        }
        document
    }

    /// The same, with the files attached to it: what each is, and where `address` says it is read.
    pub(crate) fn with_acts(
        mut self,
        visit: &Visit,
        acts: &[Piece],
        address: impl Fn(&Piece) -> String,
    ) -> Self {
        let link = |act: &Piece| {
            let name = act.description.name.as_str();
            let values = [("name", name.to_owned()), ("size", visit.size(act.size))];
            if act.examination.infection.is_some() {
                let blocked = [("name", name)];
                return Link::new(visit.say_with("examine-named-blocked", &blocked), "");
            }
            Link::new(
                visit.say_with("decision-document-act", &values),
                address(act),
            )
        };
        self.acts = acts.iter().map(link).collect();
        self
    }

    fn place(&mut self, part: &DecisionPart, said: String) {
        match part {
            DecisionPart::Title(_) => self.title = said,
            DecisionPart::Dated(..) => self.dated = said,
            DecisionPart::Granted(_)
            | DecisionPart::Amount(_)
            | DecisionPart::Term(_)
            | DecisionPart::Conditions(_)
            | DecisionPart::AttachedAct(_) => self.granted.push(said),
            DecisionPart::ReasonInLaw(_) | DecisionPart::ReasonInFact(_) => {
                self.reasons.push(said);
            }
            DecisionPart::Signatory(_) | DecisionPart::Signature(_) => self.signature.push(said),
            DecisionPart::Remedy(_) => self.remedies.push(said),
        }
    }
}
