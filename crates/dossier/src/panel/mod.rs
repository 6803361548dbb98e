//! What somebody sees who received the link of a panel: the draft of a procedure, step by step, and beside each question the way to say
//! what stops them. Nothing that is typed in the questions is sent: they stand in no form.

mod over;
mod say;
mod walk;

use axum::Router;
use axum::routing::get;
use http::HeaderValue;
use http::header::HeaderName;
use parvis_demarche::panel::{self, public_path};
use parvis_demarche::{Checked, Panel};
use parvis_web::{House, PageError, Visit};

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/avis/{code}", get(walk::begin))
        .route("/avis/{code}/etapes/{step}", get(walk::step))
        .route("/avis/{code}/fin", get(walk::end))
        .route("/avis/{code}/remarque", get(say::ask).post(say::say))
}

/// No search engine keeps a page of a panel.
const ROBOTS: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-robots-tag"),
    HeaderValue::from_static("noindex, nofollow"),
);

/// A panel that is open, and the text that it shows.
struct Shown {
    code: String,
    panel: Panel,
    checked: Checked,
}

/// Why a link leads nowhere.
enum Closed {
    Unknown,
    Over,
}

/// The panel of a link, if it serves.
async fn shown(
    house: &House,
    visit: &Visit,
    code: &str,
) -> Result<Result<Shown, Closed>, PageError> {
    let (organisation, asked) = (visit.organisation.id, code.to_owned());
    let read = house
        .store
        .read(move |tx| match panel::panel_of(tx, organisation, &asked) {
            Err(parvis_demarche::DemarcheError::NotFound) => Ok(None),
            other => other.map(Some),
        });
    let Some(panel) = read.await? else {
        return Ok(Err(Closed::Unknown));
    };
    if !panel.is_open(visit.ctx.now) {
        return Ok(Err(Closed::Over));
    }
    let Ok(checked) = panel::shown(&panel) else {
        return Ok(Err(Closed::Over));
    };
    Ok(Ok(Shown {
        code: code.to_owned(),
        panel,
        checked,
    }))
}

impl Shown {
    /// A page of the panel.
    fn url(&self, visit: &Visit, page: &str) -> String {
        visit.url(&format!("{}{page}", public_path(&self.code)))
    }

    /// The page where one says something of a place.
    fn remark(&self, visit: &Visit, place: &str) -> String {
        self.url(visit, &format!("/remarque?lieu={place}"))
    }
}
