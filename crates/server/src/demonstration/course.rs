//! What becomes of a dossier, and when it began.

use super::random::Random;

/// The oldest dossiers began so many days ago: ten weeks.
pub(super) const OLDEST: i64 = 70;

/// What becomes of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Course {
    /// Not deposited yet.
    Draft,
    /// Never finished.
    Expired,
    /// Nobody has begun to instruct it.
    Deposited,
    /// The person was asked for something.
    Waiting,
    /// An agent instructs it.
    UnderInstruction,
    /// The person answered what was asked; an agent instructs it.
    Answered,
    /// Granted in full.
    Accepted,
    /// Granted in part.
    InPart,
    /// Granted with conditions.
    WithConditions,
    /// Refused.
    Refused,
    /// A report, closed in one of the ways that the procedure states.
    Reported,
    /// Closed because it came twice.
    Duplicate,
    /// Taken back.
    Withdrawn,
}

use Course::{
    Accepted, Answered, Deposited, Draft, Duplicate, Expired, InPart, Refused, Reported,
    UnderInstruction, Waiting, WithConditions, Withdrawn,
};

/// How often each happens where a decision is asked.
const WITH_DECISION: &[(Course, usize)] = &[
    (Draft, 8),
    (Expired, 3),
    (Deposited, 14),
    (Waiting, 9),
    (UnderInstruction, 11),
    (Answered, 8),
    (Accepted, 28),
    (InPart, 4),
    (WithConditions, 3),
    (Refused, 6),
    (Duplicate, 2),
    (Withdrawn, 4),
];

/// How often each happens where none is.
const WITHOUT_DECISION: &[(Course, usize)] = &[
    (Draft, 6),
    (Expired, 3),
    (Deposited, 20),
    (Waiting, 6),
    (UnderInstruction, 14),
    (Answered, 4),
    (Reported, 40),
    (Duplicate, 3),
    (Withdrawn, 4),
];

impl Course {
    /// The course of the dossier of this rank: each happens once, then chance decides.
    pub(super) fn of_rank(rank: usize, asks_for_decision: bool, random: &mut Random) -> Self {
        let courses = if asks_for_decision {
            WITH_DECISION
        } else {
            WITHOUT_DECISION
        };
        match courses.get(rank) {
            Some((course, _)) => *course,
            None => random.weighted(courses, Deposited),
        }
    }

    /// How many days ago it began. Drafts live `draft_days`; a quarter of what waits for a decision that silence brings is
    /// about two months old.
    pub(super) fn age(self, draft_days: i64, silence_decides: bool, random: &mut Random) -> i64 {
        let (least, most) = match self {
            Draft => (0, (draft_days - 3).clamp(0, 25)),
            Expired => (draft_days + 2, OLDEST - 2),
            Deposited | UnderInstruction | Waiting if silence_decides && random.chance(24) => {
                (54, 64)
            }
            Deposited => (0, 9),
            Waiting => (3, 30),
            UnderInstruction => (3, 25),
            _ => (7, OLDEST - 2),
        };
        random.between(least, most.max(least))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_course_happens_and_drafts_are_as_old_as_they_may_be() {
        let mut random = Random::seeded(3);
        for asks in [true, false] {
            let courses: Vec<Course> = (0..40)
                .map(|rank| Course::of_rank(rank, asks, &mut random))
                .collect();
            assert!(courses.contains(&Draft) && courses.contains(&Withdrawn));
            assert_eq!(courses.contains(&Accepted), asks);
            assert_eq!(courses.contains(&Reported), !asks);
        }
        for days in [7, 30] {
            for _ in 0..200 {
                assert!(Draft.age(days, false, &mut random) < days);
                let expired = Expired.age(days, false, &mut random);
                assert!(expired > days && expired < OLDEST);
            }
        }
    }
}
