//! What may happen to a dossier: one table, pure. No other transition exists.

use crate::model::State;

/// What somebody does to a dossier, as far as its state is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// The person fills the draft in.
    Fill,
    /// The person deposits it.
    Deposit,
    /// Time erases a draft that nobody finished.
    Expire,
    /// The person erases their draft.
    Erase,
    /// An agent takes or gives the dossier.
    Assign,
    /// An agent begins to instruct it, or goes on without what was asked (CRPA L114-5-1).
    Instruct,
    /// An agent asks the person for something.
    Ask,
    /// The person answers what was asked.
    Complete,
    /// An agent decides in favour of the person, at least in part.
    Accept,
    /// An agent refuses.
    Refuse,
    /// The person gives another account, asked once the decision is taken.
    GiveAccount,
    /// An agent takes a decision back before the person may see it.
    TakeBack,
    /// An agent closes it without a decision.
    Close,
    /// The person takes the request back.
    Withdraw,
    /// Somebody writes a message.
    Write,
    /// An agent writes a note.
    Annotate,
    /// The person says whether they are satisfied.
    Appraise,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Fill,
        Self::Deposit,
        Self::Expire,
        Self::Erase,
        Self::Assign,
        Self::Instruct,
        Self::Ask,
        Self::Complete,
        Self::Accept,
        Self::Refuse,
        Self::GiveAccount,
        Self::TakeBack,
        Self::Close,
        Self::Withdraw,
        Self::Write,
        Self::Annotate,
        Self::Appraise,
    ];
}

/// The state after an act, or nothing when the act is not possible in that state.
#[must_use]
pub const fn after(state: State, act: Act) -> Option<State> {
    use State::{
        Accepted, Closed, Deposited, Draft, Expired, Refused, UnderInstruction, Waiting, Withdrawn,
    };
    Some(match (state, act) {
        (Draft, Act::Fill) => Draft,
        (Draft, Act::Deposit) => Deposited,
        (Draft, Act::Expire | Act::Erase) => Expired,

        (Deposited | Waiting | UnderInstruction, Act::Assign | Act::Write | Act::Annotate) => state,
        (Accepted | Refused | Closed | Withdrawn, Act::Write | Act::Annotate) => state,
        // Once the person knows how it ended: the act looks at what they read.
        (Accepted | Refused | Closed, Act::Appraise) => state,

        (Deposited | Waiting, Act::Instruct) => UnderInstruction,
        (Deposited | UnderInstruction, Act::Ask) => Waiting,
        (Waiting, Act::Complete) => UnderInstruction,

        (UnderInstruction, Act::Accept) => Accepted,
        (UnderInstruction, Act::Refuse) => Refused,
        // While one is asked only: the act looks at the request.
        (Accepted, Act::GiveAccount) => Accepted,
        // While it is held only: the act looks at the instant.
        (Accepted | Refused, Act::TakeBack) => UnderInstruction,
        (Deposited | Waiting | UnderInstruction, Act::Close) => Closed,
        (Deposited | Waiting | UnderInstruction, Act::Withdraw) => Withdrawn,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_life_of_a_dossier_that_is_completed_then_accepted() {
        let acts = [
            (Act::Fill, State::Draft),
            (Act::Deposit, State::Deposited),
            (Act::Ask, State::Waiting),
            (Act::Complete, State::UnderInstruction),
            (Act::Accept, State::Accepted),
        ];
        let mut state = State::Draft;
        for (act, expected) in acts {
            state = after(state, act).unwrap();
            assert_eq!(state, expected, "{act:?}");
        }
    }

    #[test]
    fn nothing_is_decided_before_it_is_instructed() {
        for state in [State::Draft, State::Deposited, State::Waiting] {
            assert_eq!(after(state, Act::Accept), None);
            assert_eq!(after(state, Act::Refuse), None);
        }
    }

    #[test]
    fn a_final_state_stays_what_it_is_unless_its_decision_is_taken_back() {
        for state in State::ALL.into_iter().filter(|state| state.is_final()) {
            for act in Act::ALL.into_iter().filter(|act| *act != Act::TakeBack) {
                assert!(
                    after(state, act).is_none_or(|next| next == state),
                    "{state:?} {act:?}"
                );
            }
        }
    }

    #[test]
    fn an_expired_draft_hears_nothing_any_more() {
        assert!(
            Act::ALL
                .into_iter()
                .all(|act| after(State::Expired, act).is_none())
        );
    }

    #[test]
    fn every_state_can_be_reached_from_a_draft() {
        let mut reached = BTreeSet::from([State::Draft]);
        for _ in 0..State::ALL.len() {
            let next: Vec<State> = reached
                .iter()
                .flat_map(|state| Act::ALL.map(|act| after(*state, act)))
                .flatten()
                .collect();
            reached.extend(next);
        }
        assert_eq!(reached, State::ALL.into_iter().collect());
    }

    #[test]
    fn from_every_open_state_an_end_can_be_reached() {
        for start in State::ALL {
            let mut reached = BTreeSet::from([start]);
            for _ in 0..State::ALL.len() {
                let next: Vec<State> = reached
                    .iter()
                    .flat_map(|state| Act::ALL.map(|act| after(*state, act)))
                    .flatten()
                    .collect();
                reached.extend(next);
            }
            assert!(reached.iter().any(|state| state.is_final()), "{start:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_tried_a_deposited_dossier_never_becomes_a_draft_again(acts in prop::collection::vec(0..Act::ALL.len(), 0..40)) {
            let mut state = State::Draft;
            let mut deposited = false;
            for index in acts {
                let act = Act::ALL[index];
                if let Some(next) = after(state, act) {
                    deposited |= act == Act::Deposit;
                    state = next;
                }
                prop_assert!(!deposited || state != State::Draft && state != State::Expired);
            }
        }
    }
}
