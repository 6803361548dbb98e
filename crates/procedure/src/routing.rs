//! Which group instructs: rules on the answers, the first that holds decides.

use parvis_form::definition::Problems;
use parvis_form::{Answers, Problem, Rule, StepSource};
use serde::{Deserialize, Serialize};
use serde_saphyr::Spanned;

use crate::ProcedureFile;
use crate::source::RouteSource;
use crate::values::is_word;

/// Rules of one procedure at most.
const MOST: usize = 50;

/// A rule, and the group to which it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// When; a last route without rule takes all the others.
    #[serde(default, rename = "if", skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// The slug of the group.
    pub group: String,
}

/// Where answers lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Routing<'a> {
    /// The file has no rule: to the group of the procedure.
    None,
    /// The route of this number, from 1.
    To {
        /// Its number.
        number: u16,
        /// The slug of its group.
        group: &'a str,
    },
    /// The file has rules and none holds: to the group of the procedure, and somebody must look.
    Nowhere,
}

impl ProcedureFile {
    /// Where answers lead: the first route whose rule holds.
    #[must_use]
    pub fn routed(&self, answers: &Answers) -> Routing<'_> {
        if self.routing.is_empty() {
            return Routing::None;
        }
        let mut numbered = (1..).zip(&self.routing);
        let found = numbered.find(|(_, route)| {
            let rule = route.rule.as_ref();
            rule.is_none_or(|rule| rule.holds(answers))
        });
        match found {
            Some((number, route)) => Routing::To {
                number,
                group: &route.group,
            },
            None => Routing::Nowhere,
        }
    }
}

/// The routes of a file, or everything that is wrong with them.
pub(crate) fn routes(
    file: &str,
    written: Option<&Spanned<Vec<RouteSource>>>,
    steps: &[StepSource],
) -> Result<Vec<Route>, Vec<Problem>> {
    const EXPECTED: &str = "a list of `if` and `group`; the last one may have no `if`";
    let Some(routing) = written else {
        return Ok(Vec::new());
    };
    let mut problems = Problems::of(file);
    if routing.value.is_empty() || routing.value.len() > MOST {
        let message = format!("from 1 to {MOST} rules");
        problems.note_expecting(routing.referenced, message, EXPECTED);
    }
    let last = routing.value.len();
    for (place, route) in (1..).zip(&routing.value) {
        if route.condition.is_none() && place < last {
            let message = "a route without `if` takes everything: those after it are never reached";
            problems.note_expecting(route.group.referenced, message, EXPECTED);
        }
        if !is_word(&route.group.value) {
            let message = "`group` is not the slug of a group";
            let expected = "lower-case letters, digits and hyphens";
            problems.note_expecting(route.group.referenced, message, expected);
        }
    }
    let conditions = routing
        .value
        .iter()
        .filter_map(|route| route.condition.as_ref());
    let conditions: Vec<&Spanned<String>> = conditions.collect();
    let mut all = problems.into_vec();
    match Rule::compile(file, steps, &conditions) {
        Ok(rules) if all.is_empty() => Ok(joined(&routing.value, rules)),
        Ok(_) => Err(all),
        Err(wrong) => {
            all.extend(wrong);
            Err(all)
        }
    }
}

/// Each route with its rule: as many rules as routes that have one.
fn joined(written: &[RouteSource], rules: Vec<Rule>) -> Vec<Route> {
    let mut rules = rules.into_iter();
    let routes = written.iter().map(|route| Route {
        rule: route.condition.as_ref().and_then(|_| rules.next()),
        group: route.group.value.clone(),
    });
    routes.collect()
}
