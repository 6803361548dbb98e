//! « Courriels de l’essai »: what a person who tries would have received, read by who treats the trial. In a trial only.

use askama::Template;
use axum::Router;
use axum::extract::{Extension, State};
use axum::response::Html;
use axum::routing::get;
use parvis_kernel::Instant;
use parvis_organisation::Organisation;
use parvis_store::Tx;
use parvis_web::{AgentVisit, House, PageError, Visit};

use crate::error::NotifyError;
use crate::model::Mail;
use crate::store;
use crate::writer::Writer;

/// Mails of the page: the latest ones.
const SHOWN: i64 = 30;

/// The page of the mails of a trial, beside those of its agents.
pub fn routes(writer: Writer) -> Router<House> {
    Router::new()
        .route("/agent/courriels", get(show))
        .layer(Extension(writer))
}

#[derive(Template)]
#[template(path = "kept/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    mails: Vec<Said>,
}

/// A mail, as the page tells it.
struct Said {
    at: String,
    state: &'static str,
    /// What it says; none when there is nothing to say any more.
    words: Option<Words>,
}

struct Words {
    to: String,
    subject: String,
    text: String,
}

async fn show(
    State(house): State<House>,
    Extension(writer): Extension<Writer>,
    AgentVisit(visit): AgentVisit,
) -> Result<Html<String>, PageError> {
    if visit.organisation.trial.is_none() {
        return Err(PageError::not_found());
    }
    let (organisation, now) = (visit.organisation.clone(), visit.ctx.now);
    let read = house
        .store
        .read(move |tx| read(tx, &writer, &organisation, now));
    let found = read.await?;
    let mails = found.into_iter().map(|(mail, words)| Said {
        at: visit.date_time(mail.created_at),
        state: state(&mail),
        words,
    });
    let page = Page {
        visit: &visit,
        mails: mails.collect(),
    };
    Ok(Html(page.render()?))
}

/// Each mail as it would be written now.
fn read(
    tx: &mut Tx<'_>,
    writer: &Writer,
    organisation: &Organisation,
    now: Instant,
) -> Result<Vec<(Mail, Option<Words>)>, NotifyError> {
    let mut read = Vec::new();
    for mail in store::latest(tx, organisation.id, SHOWN)? {
        let letter = writer.compose(tx, &mail, organisation, now)?;
        let words = match letter {
            Some(letter) => {
                let written = writer.write(&letter, organisation)?;
                Some(Words {
                    to: letter.to.clone().into_inner(),
                    subject: written.subject,
                    text: written.text.into_inner(),
                })
            }
            None => None,
        };
        read.push((mail, words));
    }
    Ok(read)
}

const fn state(mail: &Mail) -> &'static str {
    match (mail.sent_at, mail.given_up_at) {
        (Some(_), _) => "trial-mails-sent",
        (None, Some(_)) => "trial-mails-kept",
        (None, None) => "trial-mails-waiting",
    }
}
