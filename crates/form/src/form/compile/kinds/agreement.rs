//! What the person agrees to and signs.

use crate::definition::{ElementSource, limits};
use crate::form::compile::Compiler;
use crate::kind::{Consent, Kind, Signature};

impl Compiler<'_> {
    pub(super) fn consent(&mut self, source: &ElementSource) -> Kind {
        Kind::Consent(Consent {
            withdrawal: self.some_words(source.withdrawal.as_ref()),
        })
    }

    pub(super) fn signature(&mut self, source: &ElementSource) -> Kind {
        let statement = source.statement.as_ref();
        Kind::Signature(Signature {
            statement: statement.map(|statement| self.words(statement, limits::SHORT_WORDS)),
        })
    }
}
