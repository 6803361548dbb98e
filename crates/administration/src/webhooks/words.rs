//! Webhooks and deliveries in words.

use parvis_web::{Tag, Tone, Visit};
use parvis_webhook::{Delivery, Event, State, Suspension, Webhook};

/// Who made it.
pub(super) fn maker<'a>(visit: &'a Visit, own: &Webhook) -> &'a str {
    visit.say(match own.token {
        Some(_) => "admin-webhook-by-application",
        None => "admin-webhook-by-agent",
    })
}

pub(super) fn state(visit: &Visit, own: &Webhook) -> Tag {
    match (own.suspended, own.failing_since) {
        (Some((_, Suspension::Asked)), _) => {
            Tag::new(visit.say("admin-webhook-suspended"), Tone::Quiet)
        }
        (Some(_), _) => Tag::new(visit.say("admin-webhook-suspended"), Tone::Bad),
        (None, Some(_)) => Tag::new(visit.say("admin-webhook-failing"), Tone::Wait),
        (None, None) => Tag::new(visit.say("admin-webhook-active"), Tone::Good),
    }
}

/// More about a state that somebody must look at.
pub(super) fn why(visit: &Visit, own: &Webhook) -> Option<String> {
    let (at, key) = match (own.suspended, own.failing_since) {
        (Some((at, why)), _) => (at, suspension(why)),
        (None, Some(since)) => (since, "admin-webhook-failing-since"),
        (None, None) => return None,
    };
    Some(visit.say_with(key, &[("at", visit.date_time(at))]))
}

const fn suspension(why: Suspension) -> &'static str {
    match why {
        Suspension::Asked => "admin-webhook-suspended-asked",
        Suspension::Failing => "admin-webhook-suspended-failing",
        Suspension::Gone => "admin-webhook-suspended-gone",
        Suspension::TokenEnded => "admin-webhook-suspended-token",
        Suspension::Moved => "admin-webhook-suspended-moved",
    }
}

pub(super) fn event(visit: &Visit, event: Event) -> &str {
    visit.say(match event {
        Event::Submitted => "admin-webhook-event-submitted",
        Event::Requested => "admin-webhook-event-requested",
        Event::Completed => "admin-webhook-event-completed",
        Event::Messaged => "admin-webhook-event-messaged",
        Event::Decided => "admin-webhook-event-decided",
        Event::Closed => "admin-webhook-event-closed",
        Event::Withdrawn => "admin-webhook-event-withdrawn",
        Event::Ping => "admin-webhook-event-ping",
    })
}

pub(super) fn outcome(visit: &Visit, own: &Delivery) -> Tag {
    match (own.state(), own.attempts) {
        (State::Delivered, _) => Tag::new(visit.say("admin-delivery-delivered"), Tone::Good),
        (State::GivenUp, _) => Tag::new(visit.say("admin-delivery-given-up"), Tone::Bad),
        (State::Waiting, 0) => Tag::new(visit.say("admin-delivery-waiting"), Tone::Plain),
        (State::Waiting, _) => Tag::new(visit.say("admin-delivery-again"), Tone::Wait),
    }
}

/// What the receiver answered, or why it did not; and the next try.
pub(super) fn answer(visit: &Visit, own: &Delivery) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(status) = own.status {
        lines.push(visit.say_with("admin-delivery-status", &[("status", status.to_string())]));
    }
    if let Some(key) = own.reason.as_deref().and_then(reason) {
        lines.push(visit.say(key).to_owned());
    }
    if own.attempts > 1 {
        lines.push(visit.say_with("admin-delivery-tries", &[("count", own.attempts)]));
    }
    if own.state() == State::Waiting && own.attempts > 0 {
        let at = [("at", visit.date_time(own.next_attempt_at))];
        lines.push(visit.say_with("admin-delivery-next", &at));
    }
    lines
}

/// Why nothing was answered; what was answered says itself.
fn reason(code: &str) -> Option<&'static str> {
    Some(match code {
        "address" => "admin-delivery-reason-address",
        "name" => "admin-delivery-reason-name",
        "connection" => "admin-delivery-reason-connection",
        "certificate" => "admin-delivery-reason-certificate",
        "timeout" => "admin-delivery-reason-timeout",
        "redirect" => "admin-delivery-reason-redirect",
        "gone" => "admin-delivery-reason-gone",
        _ => return None,
    })
}
