//! What pages say of the safety of a piece.

use parvis_web::Visit;

use super::Guard;
use crate::model::{Piece, Safety};

/// For an agent, what there is to know, and to do.
pub(crate) fn about(visit: &Visit, guard: Guard, piece: &Piece) -> String {
    let examined = &piece.examination;
    match examined.safety(guard) {
        Safety::NotExamined => visit.say("examine-not-examined").to_owned(),
        Safety::Waiting if examined.trouble.as_deref() == Some("too-large") => {
            visit.say("examine-too-large").to_owned()
        }
        Safety::Waiting => visit.say("examine-waiting").to_owned(),
        Safety::Clean => {
            let at = examined.at.map(|at| visit.date_time(at));
            let signatures = examined.signatures.clone();
            let values = [
                ("at", at.unwrap_or_default()),
                ("signatures", signatures.unwrap_or_default()),
            ];
            visit.say_with("examine-clean", &values)
        }
        Safety::Infected => visit.say("examine-infected").to_owned(),
    }
}

/// For the person who gave it, only what they can do something about.
pub(crate) fn about_own(visit: &Visit, piece: &Piece) -> Option<String> {
    (piece.examination.infection.is_some()).then(|| visit.say("examine-infected-own").to_owned())
}
