//! Typical pages, to look at the components together.

use askama::Template;
use parvis_web::Visit;

use crate::sample::Sample;

#[derive(Template)]
#[template(path = "pages/gallery.html")]
struct Gallery<'a> {
    visit: &'a Visit,
    parts: &'a [(&'static str, String)],
}

macro_rules! pages {
    ($($kind:ident => $name:literal, $path:literal);* $(;)?) => {
        $(
            #[derive(Template)]
            #[template(path = $path)]
            struct $kind<'a> { visit: &'a Visit, sample: &'a Sample }
        )*

        /// The name and the HTML of each page.
        ///
        /// # Errors
        /// Those of a template.
        pub fn all(visit: &Visit, sample: &Sample) -> askama::Result<Vec<(&'static str, String)>> {
            Ok(vec![$(($name, $kind { visit, sample }.render()?)),*])
        }
    };
}

pages! {
    Home => "accueil", "pages/home.html";
    Step => "etape", "pages/step.html";
    Tasks => "taches", "pages/tasks.html";
    Check => "verifier", "pages/check.html";
    Receipt => "recepisse", "pages/receipt.html";
    Follow => "suivi", "pages/follow.html";
    Queue => "file-agent", "pages/queue.html";
}

/// The page of some components.
///
/// # Errors
/// Those of the template.
pub fn gallery(visit: &Visit, parts: &[(&'static str, String)]) -> askama::Result<String> {
    Gallery { visit, parts }.render()
}
