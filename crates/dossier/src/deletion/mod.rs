//! The page that asks an agent whether to delete what they or their group keep: a view, a text.

use askama::Template;
use parvis_web::Visit;

/// What is about to be deleted, and where its form goes.
#[derive(Template)]
#[template(path = "deletion/page.html")]
pub(crate) struct DeletionPage<'a> {
    pub(crate) visit: &'a Visit,
    /// How the agent is called.
    pub(crate) own: String,
    pub(crate) title: String,
    pub(crate) words: Words,
    /// Where the confirmation is posted.
    pub(crate) action: String,
    /// Where who gives up goes.
    pub(crate) back: String,
}

/// The keys of what the page says.
pub(crate) struct Words {
    /// The page it comes back to.
    pub(crate) back: &'static str,
    /// What deleting means.
    pub(crate) text: &'static str,
    /// The button.
    pub(crate) confirm: &'static str,
}
