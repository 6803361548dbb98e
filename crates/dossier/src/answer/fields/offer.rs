//! What stands after a question whose answer may be obtained from an administration.

use askama::Template;
use parvis_form::Field;
use parvis_sources::slot;
use parvis_web::PageError;

use super::{Page, controls};
use crate::obtain::is_offered;
use crate::prefill::Provenance;

impl Page<'_> {
    /// The offer to ask instead of the person, and why it failed when it did. Nothing once it was obtained, or where nobody is asked.
    pub(super) fn offer(&self, field: &Field) -> Result<String, PageError> {
        let (visit, questions) = (self.visit, self.questions);
        let Some(source) = field.source else {
            return Ok(String::new());
        };
        let brought = questions.prefilled.of(&field.id);
        let is_obtained = brought.is_some_and(|brought| {
            matches!(brought.from, Provenance::Source { .. })
                && !brought.is_changed(&field.id, self.answers)
        });
        if is_obtained || !is_offered(&visit.ctx, self.desk, questions.sources, source) {
            return Ok(String::new());
        }
        let words = slot(source).words();
        let what = visit.say(&format!("source-{words}-what")).to_owned();
        let who = visit.say(&format!("source-{words}-who")).to_owned();
        let asked = questions.prefilled.asked.get(&field.id);
        let failed = asked.and_then(|asked| asked.failed);
        let why = failed.map(|failed| visit.say(&failed.key()).to_owned());
        let offer = controls::Offer {
            failed: why.map_or_else(String::new, |why| {
                visit.say_with("obtain-failed", &[("why", why)])
            }),
            about: visit.say_with("obtain-offer", &[("what", what), ("who", who)]),
            label: match failed {
                Some(_) => visit.say("obtain-offer-again"),
                None => visit.say("obtain-offer-submit"),
            },
            value: format!("source:{}", field.id),
        };
        Ok(offer.render()?)
    }
}
