//! The declared state of accessibility, and where a barrier is reported (loi 2005-102 art. 47; décret 2019-768, to be
//! confirmed).

use askama::Template;
use axum::response::Html;
use parvis_organisation::Accessibility;
use parvis_web::{PageError, Visit};

#[derive(Template)]
#[template(path = "about/accessibility.html")]
struct Page<'a> {
    visit: &'a Visit,
    state: &'static str,
    why: &'static str,
}

pub(super) async fn show(visit: Visit) -> Result<Html<String>, PageError> {
    let (state, why) = keys(visit.organisation.profile.accessibility);
    let page = Page {
        visit: &visit,
        state,
        why,
    };
    Ok(Html(page.render()?))
}

const fn keys(state: Accessibility) -> (&'static str, &'static str) {
    match state {
        Accessibility::NotAudited => (
            "about-accessibility-not-audited",
            "about-accessibility-not-audited-why",
        ),
        Accessibility::NotConforming => (
            "about-accessibility-not-conforming",
            "about-accessibility-not-conforming-why",
        ),
        Accessibility::PartlyConforming => (
            "about-accessibility-partly-conforming",
            "about-accessibility-partly-conforming-why",
        ),
        Accessibility::Conforming => (
            "about-accessibility-conforming",
            "about-accessibility-conforming-why",
        ),
    }
}
