//! Places.

use super::flag;
use crate::answer::PlaceScope;
use crate::definition::ElementSource;
use crate::form::compile::Compiler;
use crate::form::compile::data::one_of;
use crate::kind::{Commune, Kind};

impl Compiler<'_> {
    pub(super) fn commune(&mut self, source: &ElementSource) -> Kind {
        let scope = match source
            .scope
            .as_ref()
            .map(|scope| (scope, scope.value.as_str()))
        {
            None | Some((_, "current")) => PlaceScope::Current,
            Some((_, "current_and_former")) => PlaceScope::CurrentAndFormer,
            Some((scope, other)) => {
                let message = format!("`{other}` is not a scope");
                self.problems.note_expecting(
                    scope.referenced,
                    message,
                    one_of(&["current", "current_and_former"]),
                );
                PlaceScope::Current
            }
        };
        Kind::Commune(Commune {
            scope,
            abroad: flag(source.abroad.as_ref(), false),
        })
    }
}
