//! What people said of how their requests were dealt with.

use parvis_demarche::satisfaction::{self, Answer, Degree, Month, TOGETHER};
use parvis_demarche::{Catalogue, DemarcheError};
use parvis_kernel::{Clock, Ctx};

use super::{Place, Town};

impl Town {
    /// As many people as it takes wrote about a procedure the month before, and were counted; what they wrote.
    pub fn opinions(&self, place: &Place, slug: &'static str) -> Vec<String> {
        let organisation = &place.organisation;
        let ctx = Ctx::house(organisation.id, self.test.clock.now());
        let now = Month::of(ctx.now, organisation.zone());
        let words = (0..TOGETHER).map(|each| format!("Avis numéro {each}"));
        let words: Vec<String> = words.collect();
        let written = words.clone();
        let counted = self
            .house
            .store
            .write_blocking(move |tx| -> Result<u64, DemarcheError> {
                let revision = Catalogue::new().published(tx, ctx.organisation, slug)?;
                let revision = revision.unwrap();
                for words in &written {
                    let (degree, words) = (Degree::RatherNot, words.clone());
                    let answer = Answer { degree, words };
                    satisfaction::keep(&ctx, tx, &revision, now.before(1), &answer)?;
                }
                satisfaction::count(tx, ctx.organisation, now)
            });
        assert_eq!(counted.unwrap(), TOGETHER.unsigned_abs());
        words
    }
}
