//! What the person agrees to and signs: boxes that only they tick.

use askama::Template;
use parvis_form::kind::{Consent, Signature};
use parvis_form::{At, Field, Part};
use parvis_web::{PageError, Wording};

use super::line::LONG;
use crate::answer::fields::{Page, controls};
use crate::said::worded;

impl Page<'_> {
    /// The box, then how the consent is withdrawn: it is known before it is given.
    pub(super) fn consent(
        &self,
        field: &Field,
        at: At<'_>,
        consent: &Consent,
    ) -> Result<String, PageError> {
        let mut label = self.label(field);
        if field.is_always_optional() {
            label = label.then(self.visit.say("component-optional"));
        }
        let withdrawal = match &consent.withdrawal {
            Some(own) => worded(self.visit, own),
            None => self.visit.say("fields-withdrawal").into(),
        };
        let hint = self.hint(field).then(withdrawal);
        self.ticking(at.name(&field.id, Part::Whole), label, hint)
    }

    /// The box and the name, in a group that the question names.
    pub(super) fn signature(
        &self,
        field: &Field,
        at: At<'_>,
        signature: &Signature,
    ) -> Result<String, PageError> {
        let label = match &signature.statement {
            Some(own) => worded(self.visit, own),
            None => self.visit.say("field-part-signed").into(),
        };
        let name = at.name(&field.id, Part::Signed);
        let mut html = self.ticking(name, label, Wording::default())?;
        let words = "field-part-signed-name";
        html.push_str(&self.part(field, at, Part::SignedName, words, LONG)?);
        self.group(field, at, html)
    }

    fn ticking(&self, name: String, label: Wording, hint: Wording) -> Result<String, PageError> {
        let ticking = controls::Ticking {
            visit: self.visit,
            label,
            hint,
            error: self.errors.of(&name),
            checked: self.value(&name) == "yes",
            name,
        };
        Ok(ticking.render()?)
    }
}
