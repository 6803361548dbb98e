//! Numbers that identify: their hint says how long they are and where they are found.

use parvis_form::{At, Field};
use parvis_web::PageError;

use crate::answer::fields::Page;

impl Page<'_> {
    /// One number, short.
    pub(super) fn number(
        &self,
        field: &Field,
        at: At<'_>,
        inputmode: &'static str,
        hint: &str,
    ) -> Result<String, PageError> {
        self.line_with(
            field,
            at,
            ("text", inputmode, "20"),
            self.hint_or(field, hint),
        )
    }

    /// An account: long, and never proposed by the browser.
    pub(super) fn account(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        self.line_with(
            field,
            at,
            ("text", "", "30"),
            self.hint_or(field, "fields-iban-hint"),
        )
    }
}
