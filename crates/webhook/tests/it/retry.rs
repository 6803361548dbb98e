//! Tries, the end of them, suspension, and what is sent again.

use std::time::Duration;

use parvis_kernel::{DossierId, WebhookId};
use parvis_webhook::{State, Suspension, WebhookError};

use crate::ground::{Town, in_towns};
use crate::receiver::Answer;

const HOUR: Duration = Duration::from_secs(3600);

#[test]
fn a_message_is_tried_for_a_day_then_given_up_visibly_and_the_next_one_leaves() {
    in_towns(|town| {
        let id = town.webhook();
        town.receiver.otherwise(Answer::status(500));
        let dossier = DossierId::new();
        town.happens(dossier, "submitted");
        town.happens(dossier, "messaged");
        town.work();
        let started = town.ctx().now;
        let mut tried_at = vec![0];
        for _ in 0..25 * 60 {
            town.later(Duration::from_secs(60));
            let before = town.receiver.heard().len();
            town.work();
            if town.receiver.heard().len() > before {
                tried_at.push(town.ctx().now.duration_since(started).as_secs() / 60);
            }
            if town.deliveries(id)[1].state() == State::GivenUp {
                break;
            }
        }
        // Minutes after the first try: 5 s and 30 s fall together here, then the waits grow, and the last try ends the day.
        let minutes = |place: usize| tried_at[place];
        assert!(minutes(1) <= 1 && minutes(2) <= 2, "{tried_at:?}");
        assert!((4..=6).contains(&minutes(3)), "{tried_at:?}");
        assert_eq!(tried_at.last(), Some(&(24 * 60)), "{tried_at:?}");
        let kept = town.deliveries(id);
        let given_up = &kept[1];
        assert_eq!(given_up.state(), State::GivenUp);
        assert_eq!(
            (given_up.status, given_up.reason.as_deref()),
            (Some(500), Some("status"))
        );
        town.receiver.otherwise(Answer::status(200));
        town.later(HOUR);
        town.work();
        assert_eq!(town.deliveries(id)[0].state(), State::Delivered);
        assert!(town.page(id).webhook.failing_since.is_none());
    });
}

#[test]
fn a_receiver_that_asks_to_wait_is_heard() {
    in_towns(|town| {
        town.webhook();
        let wait = Answer {
            header: Some(("retry-after", "120")),
            ..Answer::status(429)
        };
        town.receiver.answers([wait]);
        town.happens(DossierId::new(), "submitted");
        assert_eq!(town.work(), 1);
        town.later(Duration::from_secs(119));
        assert_eq!(town.work(), 0);
        town.later(Duration::from_secs(1));
        assert_eq!(town.work(), 1);
    });
}

/// Fails for days, with a new dossier each day.
fn fail_for(town: &Town, days: u64) {
    for _ in 0..days * 24 {
        town.happens(DossierId::new(), "submitted");
        town.work();
        town.later(HOUR);
    }
}

fn resume(town: &Town, id: WebhookId) -> Result<(), WebhookError> {
    let ctx = town.ctx();
    town.test
        .store
        .write_blocking(move |tx| parvis_webhook::resume(&ctx, tx, id))
}

#[test]
fn a_webhook_that_fails_for_five_days_is_suspended_said_and_resumed_with_what_waited() {
    in_towns(|town| {
        let id = town.webhook();
        town.receiver.otherwise(Answer::status(500));
        fail_for(town, 5);
        assert_eq!(town.page(id).webhook.suspended, None);
        town.work();
        town.later(HOUR);
        town.work();
        let suspended = town.page(id).webhook.suspended;
        assert_eq!(suspended.map(|(_, why)| why), Some(Suspension::Failing));
        assert_eq!(town.alarms(), 1);
        // Nothing is sent any more, and what happens waits.
        let before = town.receiver.heard().len();
        town.receiver.otherwise(Answer::status(200));
        let dossier = DossierId::new();
        town.happens(dossier, "submitted");
        town.later(HOUR);
        assert_eq!(town.work(), 0);
        assert_eq!(town.receiver.heard().len(), before);
        resume(town, id).unwrap();
        town.work();
        let waiting = town
            .deliveries(id)
            .into_iter()
            .filter(|own| own.state() == State::Waiting);
        assert_eq!(waiting.count(), 0);
        let last = town.deliveries(id).remove(0);
        assert_eq!(last.dossier.unwrap().id, dossier);
    });
}

#[test]
fn a_receiver_that_is_gone_suspends_its_webhook_at_once() {
    in_towns(|town| {
        let id = town.webhook();
        town.receiver.answers([Answer::status(410)]);
        town.happens(DossierId::new(), "submitted");
        town.work();
        let suspended = town.page(id).webhook.suspended;
        assert_eq!(suspended.map(|(_, why)| why), Some(Suspension::Gone));
        assert_eq!(town.alarms(), 1);
        town.happens(DossierId::new(), "submitted");
        assert_eq!(town.work(), 0);
    });
}

#[test]
fn what_is_sent_again_keeps_its_identifier_and_its_order() {
    in_towns(|town| {
        let id = town.webhook();
        let (older, dossier) = (DossierId::new(), DossierId::new());
        town.happens(older, "submitted");
        town.work();
        town.later(HOUR);
        let since = town.ctx().now;
        for kind in ["submitted", "messaged", "decided"] {
            town.happens(dossier, kind);
        }
        town.work();
        town.later(HOUR);
        let first = town.receiver.heard();
        let ctx = town.ctx();
        let replayed = town
            .test
            .store
            .write_blocking(move |tx| parvis_webhook::replay_since(&ctx, tx, id, since));
        assert_eq!(replayed.unwrap(), 3);
        let ctx = town.ctx();
        let again = town
            .test
            .store
            .write_blocking(move |tx| parvis_webhook::replay_since(&ctx, tx, id, since));
        assert_eq!(again.unwrap(), 0);
        town.work();
        let all = town.receiver.heard();
        let ids = |heard: &[crate::receiver::Heard]| -> Vec<String> {
            heard.iter().map(|own| own.id().to_owned()).collect()
        };
        assert_eq!(ids(&all[4..]), ids(&first[1..]));
        // One alone, the oldest.
        let oldest = town.deliveries(id).pop().unwrap();
        town.later(HOUR);
        let (ctx, delivery) = (town.ctx(), oldest.id);
        let replayed = town
            .test
            .store
            .write_blocking(move |tx| parvis_webhook::replay(&ctx, tx, id, delivery));
        assert_eq!(replayed.unwrap().state(), State::Waiting);
        assert_eq!(town.work(), 1);
        let last = town.receiver.heard().pop().unwrap();
        assert_eq!(last.id(), first[0].id());
    });
}

#[test]
fn a_test_is_sent_and_names_no_dossier() {
    in_towns(|town| {
        let id = town.webhook();
        let ctx = town.ctx();
        let sent = town
            .test
            .store
            .write_blocking(move |tx| parvis_webhook::ping(&ctx, tx, id));
        sent.unwrap();
        town.work();
        let heard = town.receiver.heard().remove(0);
        assert_eq!((heard.event(), heard.number()), ("webhook.ping", ""));
        assert_eq!(heard.body["data"]["id"], id.to_string());
    });
}

#[test]
fn deliveries_are_forgotten_after_their_month_and_a_deleted_webhook_with_its_own() {
    in_towns(|town| {
        let id = town.webhook();
        town.happens(DossierId::new(), "submitted");
        town.work();
        town.later(HOUR);
        let now = town.ctx().now;
        let old = town
            .test
            .store
            .read_blocking(move |tx| parvis_webhook::old(tx, now));
        assert_eq!(old.unwrap().count, 1);
        let purged = town
            .test
            .store
            .write_blocking(move |tx| parvis_webhook::purge(tx, now));
        assert_eq!(purged.unwrap(), 1);
        assert!(town.deliveries(id).is_empty());
        town.happens(DossierId::new(), "submitted");
        town.work();
        let ctx = town.ctx();
        let deleted = town
            .test
            .store
            .write_blocking(move |tx| parvis_webhook::delete(&ctx, tx, id));
        deleted.unwrap();
        town.happens(DossierId::new(), "submitted");
        assert_eq!(town.work(), 0);
    });
}
