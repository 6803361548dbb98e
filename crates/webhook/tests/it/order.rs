//! The messages about one dossier come in their order; dossiers and webhooks do not wait for each other.

use std::time::Duration;

use parvis_kernel::DossierId;
use parvis_webhook::{Event, State};

use crate::ground::{about, in_towns, number};
use crate::receiver::{Answer, Receiver};

#[test]
fn a_later_message_waits_for_the_earlier_ones_of_its_dossier_and_for_no_other() {
    in_towns(|town| {
        let id = town.webhook();
        let (first, second) = (DossierId::new(), DossierId::new());
        town.receiver.answers([Answer::status(500)]);
        town.happens(first, "submitted");
        assert_eq!(town.work(), 1);
        town.happens(first, "messaged");
        town.happens(first, "decided");
        town.happens(second, "submitted");
        assert_eq!(town.work(), 1, "the other dossier alone");
        town.later(Duration::from_secs(2));
        assert_eq!(town.work(), 0, "it is not its turn");
        town.later(Duration::from_secs(10));
        town.work();
        let one = number(first.uuid());
        let said: Vec<String> = town.receiver.said();
        assert_eq!(
            said,
            [
                format!("{one} dossier.submitted"),
                format!("{} dossier.submitted", number(second.uuid())),
                format!("{one} dossier.submitted"),
                format!("{one} dossier.messaged"),
                format!("{one} dossier.decided"),
            ]
        );
        let heard = town.receiver.heard();
        assert_eq!(heard[0].id(), heard[2].id(), "the same message");
        assert_eq!(heard[0].bytes, heard[2].bytes);
        assert!(
            town.deliveries(id)
                .iter()
                .all(|own| own.state() == State::Delivered)
        );
    });
}

#[test]
fn a_message_waits_for_a_fact_that_the_outbox_has_not_delivered_yet() {
    in_towns(|town| {
        town.webhook();
        let dossier = DossierId::new();
        town.happens(dossier, "submitted");
        // The second fact is heard first: a subscriber failed on the first one.
        let later = town.happens(dossier, "messaged");
        let now = town.ctx().now;
        let heard = town.test.store.write_blocking(move |tx| {
            parvis_webhook::hear(tx, &later, Event::Messaged, &about(&later), now).unwrap();
            Ok::<_, parvis_store::StoreError>(())
        });
        heard.unwrap();
        let round = town.courier.round();
        assert_eq!(town.runtime.block_on(round).unwrap(), 0);
        town.deliver();
        town.later(Duration::from_secs(1));
        town.work();
        let events: Vec<String> = town.receiver.said();
        let number = number(dossier.uuid());
        // Heard by hand and then by the outbox: what matters is that nothing came before the deposit.
        assert_eq!(events[0], format!("{number} dossier.submitted"));
        assert_eq!(events[1], format!("{number} dossier.messaged"));
    });
}

#[test]
fn a_dead_receiver_delays_no_other_webhook() {
    in_towns(|town| {
        let dead = town.webhook();
        let living = Receiver::start(&town.runtime);
        town.made(&town.ctx(), &living.url).unwrap();
        town.receiver.otherwise(Answer::status(503));
        for _ in 0..30 {
            town.happens(DossierId::new(), "submitted");
        }
        town.work();
        assert_eq!(living.heard().len(), 30);
        assert!(
            town.deliveries(dead)
                .iter()
                .all(|own| own.state() == State::Waiting)
        );
        assert!(town.page(dead).webhook.failing_since.is_some());
    });
}
