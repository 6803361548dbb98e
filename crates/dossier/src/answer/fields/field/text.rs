//! Short texts: with an example when they have a form.

use parvis_form::kind::ShortText;
use parvis_form::{At, Field};
use parvis_web::PageError;

use crate::answer::fields::Page;

impl Page<'_> {
    pub(super) fn short_text(
        &self,
        field: &Field,
        at: At<'_>,
        text: &ShortText,
    ) -> Result<String, PageError> {
        let width = if text.max_length <= 20 { "20" } else { "" };
        let Some(pattern) = &text.pattern else {
            return self.line(field, at, "text", "", width);
        };
        let example = [("example", pattern.example())];
        let example = self.visit.say_with("fields-example", &example);
        let hint = self.hint(field).then(example);
        self.line_with(field, at, ("text", "", width), hint)
    }
}
