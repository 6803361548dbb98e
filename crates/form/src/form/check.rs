//! What answers must satisfy, and who cannot make a request.

use serde::{Deserialize, Serialize};

use crate::answer::EntryErrorKind;
use crate::definition::Text;
use crate::expression::{Condition, Scope};

/// Something that answers must satisfy, with what the person reads when they do not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What must be true; undecided, it passes.
    pub rule: Condition,
    /// What the person reads when it is false.
    pub message: Text,
}

impl Check {
    /// Says whether the answers contradict the rule.
    pub(crate) fn fails(&self, scope: &Scope<'_>) -> bool {
        self.rule.is_false(scope)
    }
}

/// What the answers contradict, in the words of the author.
pub(crate) fn contradicted<'a>(
    checks: &'a [Check],
    scope: &'a Scope<'_>,
) -> impl Iterator<Item = EntryErrorKind> + 'a {
    let failing = checks.iter().filter(|check| check.fails(scope));
    failing.map(|check| EntryErrorKind::Check {
        message: check.message.clone(),
    })
}

/// Who cannot make the request, why, and who can help them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ineligibility {
    /// The condition under which the request cannot be made; undecided, it can.
    pub condition: Condition,
    /// Why it cannot, in words.
    pub message: Text,
    /// Who can help.
    pub who: Text,
    /// Where they are on the web: `https://...`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
