//! What happened to the account, in plain sentences, from the journal of security.

use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use parvis_access::account;
use parvis_web::{Event, House, Link, PageError, PersonVisit, Visit};

#[derive(Template)]
#[template(path = "account/activity.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: Link,
    events: Vec<Event>,
}

pub(super) async fn show(
    State(house): State<House>,
    person: PersonVisit,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let ctx = visit.ctx.clone();
    let entries = house.store.read(move |tx| account::activity(&ctx, tx));
    let entries = entries.await?;
    let events = entries.iter().filter_map(|entry| {
        Some(Event {
            title: visit.say(sentence(&entry.verb)?).to_owned(),
            at: visit.date_time(entry.at),
            datetime: entry.at.to_string(),
            by: match entry.actor_kind.as_str() {
                "agent" => visit.say("account-activity-by-agent").to_owned(),
                _ => String::new(),
            },
            text: String::new(),
        })
    });
    let page = Page {
        visit,
        back: Link::new(
            visit.say("account-back-security"),
            visit.url(super::SECURITY),
        ),
        events: events.collect(),
    };
    Ok(Html(page.render()?).into_response())
}

/// The sentence of a verb of the journal; a verb that is not of an account says nothing here.
fn sentence(verb: &str) -> Option<&'static str> {
    Some(match verb {
        "account.opened" => "account-activity-opened",
        "account.signed_in" => "account-activity-signed-in",
        "account.signed_in_with_passkey" => "passkey-activity-signed-in",
        "account.passkey_added" => "passkey-activity-added",
        "account.passkey_renamed" => "passkey-activity-renamed",
        "account.passkey_removed" => "passkey-activity-removed",
        "account.passkey_refused" => "passkey-activity-refused",
        "account.passkey_suspected" => "passkey-activity-suspected",
        "account.signed_out" => "account-activity-signed-out",
        "account.sign_in_refused" => "account-activity-sign-in-refused",
        "account.second_factor_refused" => "account-activity-factor-refused",
        "account.proved_again" => "account-activity-proved-again",
        "account.password_changed" => "account-activity-password-changed",
        "account.address_changed" => "account-activity-address-changed",
        "account.address_put_back" => "account-activity-address-put-back",
        "account.second_factor_added" => "account-activity-factor-added",
        "account.second_factor_removed" => "account-activity-factor-removed",
        "account.second_factor_reset" => "account-activity-factor-reset",
        "account.recovery_codes_drawn" => "account-activity-codes-drawn",
        "account.recovery_code_used" => "account-activity-code-used",
        "account.reset_asked" => "account-activity-reset-asked",
        "account.reset_cancelled" => "account-activity-reset-cancelled",
        "account.session_ended" => "account-activity-session-ended",
        "account.dossier_added" => "account-activity-dossier-added",
        "account.dossier_removed" => "account-activity-dossier-removed",
        "account.exported" => "account-activity-exported",
        _ => return None,
    })
}
