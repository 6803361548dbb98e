//! A procedure as lists show it.

use std::sync::Arc;

use parvis_web::Visit;

use crate::model::Revision;
use crate::prose::Said;
use parvis_procedure::Theme;

/// A title that leads to the presentation page, and one sentence.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    pub title: Said,
    pub summary: Said,
    pub path: String,
}

impl Offer {
    pub fn of(visit: &Visit, revision: &Revision) -> Self {
        Self {
            title: Said::of(visit, &revision.file.title),
            summary: Said::of(visit, &revision.file.summary),
            path: format!("/demarches/{}", revision.slug),
        }
    }
}

/// The procedures of one part of life.
#[derive(Debug, Clone)]
pub(crate) struct Shelf {
    pub theme: Theme,
    pub offers: Vec<Offer>,
}

impl Shelf {
    /// The message that names the part of life.
    pub const fn key(&self) -> &'static str {
        match self.theme {
            Theme::Papers => "procedure-theme-papers",
            Theme::Family => "procedure-theme-family",
            Theme::Housing => "procedure-theme-housing",
            Theme::Street => "procedure-theme-street",
            Theme::Solidarity => "procedure-theme-solidarity",
            Theme::Culture => "procedure-theme-culture",
            Theme::Business => "procedure-theme-business",
        }
    }
}

/// Sorts procedures by part of life; a part without procedure is not shown.
pub(crate) fn shelves(visit: &Visit, revisions: &[Arc<Revision>]) -> Vec<Shelf> {
    let mut shelves = Vec::new();
    for theme in Theme::ALL {
        let own = revisions
            .iter()
            .filter(|revision| revision.file.theme == *theme);
        let mut offers: Vec<Offer> = own.map(|revision| Offer::of(visit, revision)).collect();
        offers.sort_by(|a, b| a.title.text.cmp(&b.title.text));
        if !offers.is_empty() {
            shelves.push(Shelf {
                theme: *theme,
                offers,
            });
        }
    }
    shelves
}
