//! The legal notice: who publishes, who hosts (loi 2004-575 art. 6, to be confirmed).

use askama::Template;
use axum::response::Html;
use parvis_web::{PageError, Visit};

#[derive(Template)]
#[template(path = "about/legal.html")]
struct Page<'a> {
    visit: &'a Visit,
}

pub(super) async fn show(visit: Visit) -> Result<Html<String>, PageError> {
    let page = Page { visit: &visit };
    Ok(Html(page.render()?))
}
