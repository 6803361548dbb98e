//! A body of a public register: its number, then its name.

use askama::Template;
use parvis_form::{At, Field, Part, Register};
use parvis_web::PageError;

use super::line::LONG;
use crate::answer::fields::Page;

impl Page<'_> {
    pub(super) fn registered(
        &self,
        field: &Field,
        at: At<'_>,
        register: Register,
    ) -> Result<String, PageError> {
        let (label, hint, optional) = match register {
            Register::Associations => ("fields-rna", "fields-rna-hint", false),
            Register::Companies => ("fields-siret", "fields-siret-hint", false),
            Register::Schools => ("fields-uai", "fields-uai-hint", true),
        };
        let name = at.name(&field.id, Part::Whole);
        let number = self
            .typed_line(&name, self.visit.say(label))
            .hint(self.visit.say(hint))
            .width("20")
            .optional(optional);
        let named = self.part(field, at, Part::Name, "field-part-name", LONG)?;
        self.group(field, at, number.render()? + &named)
    }
}
