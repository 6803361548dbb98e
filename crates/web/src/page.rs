//! Writing a page.

use askama::Template;
use axum::response::Html;

use crate::error::PageError;

/// Writes a page: `page(&Presentation { visit: &visit, ... })`.
///
/// # Errors
/// A failure of the template, shown as an incident.
pub fn page(template: &impl Template) -> Result<Html<String>, PageError> {
    Ok(Html(template.render()?))
}
