//! What the linter says of a text, beside what it says it of.

use parvis_procedure::edit::Path;
use parvis_web::{Tone, Visit};

use super::super::findings::{Told, found as linted, told};
use super::asked::FILES;
use super::work::Work;

/// What the linter found, and its place in the text.
pub(super) struct Found {
    pub path: Path,
    pub told: Told,
    /// The nearest name around it: what a silence cites.
    pub at: Option<String>,
    /// What is wrong with a silence is mended, not silenced.
    pub keepable: bool,
}

/// What the linter says of a text that stands; nothing of another.
pub(super) fn found(visit: &Visit, work: &Work) -> Vec<Found> {
    let (Some(checked), Ok(document)) = (&work.checked, &work.document) else {
        return Vec::new();
    };
    let found = linted(&work.seen, checked).into_iter();
    let found = found.map(|one| Found {
        path: document.path_at(one.line, one.column),
        told: told(visit, checked, &one),
        at: one.at().map(str::to_owned),
        keepable: !one.rule.id.starts_with("silence-"),
    });
    found.collect()
}

impl Found {
    /// Whether it is about this part, and not about something that it holds and that has its own page.
    pub fn concerns(&self, part: &Path) -> bool {
        let inner = ["elements", "fields"].map(|list| part.child(list));
        self.path.is_within(part) && !inner.iter().any(|inner| self.path.is_within(inner))
    }

    /// Whether it is about one of these keys of the file; what no page asks for is told by the last.
    pub fn is_of_file(&self, part: &str) -> bool {
        let top = self.path.parts().first().map_or("", String::as_str);
        if top == "steps" && self.path.parts().len() > 1 {
            return false;
        }
        let asks = |part: &&super::asked::FilePart| part.asks(top);
        let own = FILES.iter().find(asks).or_else(|| FILES.last());
        own.is_some_and(|own| own.part == part)
    }
}

/// How many there are, and how grave the worst is.
#[derive(Clone, Copy, Default)]
pub(super) struct Mark {
    pub count: usize,
    pub grave: bool,
}

/// The mark of some findings.
pub(super) fn mark<'a>(found: impl Iterator<Item = &'a Found>) -> Mark {
    found.fold(Mark::default(), |mark, one| Mark {
        count: mark.count + 1,
        grave: mark.grave || one.told.severity.tone == Tone::Bad,
    })
}
