//! Who somebody is.

use serde_saphyr::Spanned;

use super::flag;
use crate::definition::ElementSource;
use crate::form::compile::Compiler;
use crate::form::compile::data::one_of;
use crate::kind::{Asked, Identity, Kind};

impl Compiler<'_> {
    pub(super) fn identity(&mut self, source: &ElementSource) -> Kind {
        let (min_age, max_age) = self.ages(source);
        let birth_date = self.asked(source.birth_date.as_ref());
        if birth_date == Asked::No
            && let Some(age) = source.min_age.as_ref().or(source.max_age.as_ref())
        {
            self.problems.note_expecting(
                age.referenced,
                "an age needs the date of birth",
                "`birth_date: required`",
            );
        }
        Kind::Identity(Identity {
            used_name: flag(source.used_name.as_ref(), true),
            birth_date,
            min_age,
            max_age,
            birth_place: self.asked(source.birth_place.as_ref()),
        })
    }

    fn asked(&mut self, source: Option<&Spanned<String>>) -> Asked {
        let Some(source) = source else {
            return Asked::No;
        };
        source.value.parse().unwrap_or_else(|()| {
            let message = format!("`{}` does not say whether it is asked", source.value);
            self.problems.note_expecting(
                source.referenced,
                message,
                one_of(&["no", "optional", "required"]),
            );
            Asked::No
        })
    }
}
