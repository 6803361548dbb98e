//! What a part makes, beside the page where it is changed.

use parvis_procedure::edit::Path;
use parvis_web::Visit;

use super::super::super::preview::{frame_path, preview_path};
use super::super::work::Work;
use super::about::About;

/// What is shown beside the page of a part.
#[derive(Default)]
pub(super) struct Preview {
    /// The page in the frames; nothing when the text does not stand, or for what no step shows.
    pub frame: String,
    /// The same in a page of its own; nothing while there is no draft.
    pub page: String,
    /// Something must be mended before anything can be shown.
    pub waits: bool,
}

impl Preview {
    pub fn of(visit: &Visit, work: &Work, about: About, path: &Path) -> Self {
        let Ok(document) = &work.document else {
            return Self::default();
        };
        if matches!(about, About::File(..)) {
            return Self::default();
        }
        if work.checked.is_none() {
            return Self {
                waits: true,
                ..Self::default()
            };
        }
        let first = |parts: usize| {
            let parts = path.parts().iter().take(parts);
            parts.fold(Path::root(), |path, part| path.child(part))
        };
        let (step, element) = (first(2), first(4));
        let step = document.word(&step.child("step"));
        let names = ["field", "block"].map(|key| document.word(&element.child(key)));
        let part = names.into_iter().find(|name| !name.is_empty());
        let slug = &work.seen.slug;
        Self {
            frame: visit.url(&frame_path(slug, step, part.unwrap_or_default())),
            page: match work.version {
                0 => String::new(),
                _ => visit.url(&preview_path(slug, step)),
            },
            waits: false,
        }
    }
}
