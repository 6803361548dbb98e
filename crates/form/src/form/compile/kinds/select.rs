//! Lists.

use serde_saphyr::Location;

use crate::definition::ElementSource;
use crate::form::compile::Compiler;
use crate::kind::{Kind, Select};

impl Compiler<'_> {
    /// An option of a list is one line: it has no hint.
    pub(super) fn select(&mut self, owner: Location, source: &ElementSource) -> Kind {
        let options = source.options.iter().flat_map(|options| &options.value);
        for hint in options.filter_map(|option| option.hint.as_ref()) {
            self.problems.note_expecting(
                hint.referenced,
                "an option of a list has no hint",
                "no hint, or `kind: choice`",
            );
        }
        Kind::Select(Select {
            options: self.options_and_other(owner, source),
        })
    }
}
