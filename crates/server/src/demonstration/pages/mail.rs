//! One mail, as text.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use parvis_kernel::Failure;
use parvis_notify::post::folder::{self, Kept};

use super::view::View;
use super::{Demonstration, failed, not_found, shown};

#[derive(Template)]
#[template(path = "demonstration/pages/mail.html")]
struct Page<'a> {
    view: &'a View,
    mail: Kept,
}

impl Page<'_> {
    /// Paragraphs, each of some lines.
    fn paragraphs(&self) -> Vec<Vec<&str>> {
        let blocks = self.mail.text.split("\n\n");
        blocks.map(|block| block.lines().collect()).collect()
    }

    /// The path of a line that is an address: in a demonstration, always one of this server.
    fn local<'a>(&self, line: &'a str) -> Option<&'a str> {
        let address = line.trim().strip_prefix("http://")?;
        let path = address.get(address.find('/')?..)?;
        (!path.contains(char::is_whitespace)).then_some(path)
    }
}

pub(super) async fn show(
    State(demonstration): State<Demonstration>,
    Path(name): Path<String>,
    view: View,
) -> Response {
    let Some(folder) = demonstration.0.mails() else {
        return not_found(view).await;
    };
    let read = tokio::task::spawn_blocking(move || folder::read(&folder, &name)).await;
    match read {
        Ok(Ok(Some(mail))) => shown(&Page { view: &view, mail }),
        Ok(Ok(None)) => not_found(view).await,
        Ok(Err(error)) => failed(&Failure::new("reading a mail", error)),
        Err(error) => failed(&Failure::new("reading a mail", error)),
    }
}
