//! Bad days: a courier that dies between sending and writing, two couriers on one database, a receiver that never answers.

use std::time::Duration;

use parvis_kernel::DossierId;
use parvis_store::{Engine, Store, Vault};
use parvis_testkit::{TestStore, engines};
use parvis_webhook::{Courier, State};

use crate::ground::{MIGRATIONS, Town, courier, in_towns};
use crate::receiver::Answer;

#[test]
fn a_courier_that_dies_before_it_wrote_leaves_the_message_to_be_sent_again_as_the_same() {
    in_towns(|town| {
        let id = town.webhook();
        town.receiver.answers([Answer {
            after: Duration::from_secs(5),
            ..Answer::status(204)
        }]);
        town.happens(DossierId::new(), "submitted");
        town.deliver();
        // It dies once the receiver has heard, before the answer.
        let receiver = town.receiver.clone();
        town.runtime.block_on(async {
            tokio::select! {
                _ = town.courier.round() => panic!("the round ended"),
                () = async {
                    while receiver.heard().is_empty() {
                        tokio::time::sleep(Duration::from_millis(5)).await;
                    }
                } => {}
            }
        });
        assert_eq!(town.work(), 0, "nobody else takes it yet");
        town.later(Duration::from_secs(61));
        assert_eq!(town.work(), 1);
        let heard = town.receiver.heard();
        assert_eq!(heard.len(), 2);
        assert_eq!(heard[0].id(), heard[1].id());
        assert_eq!(heard[0].bytes, heard[1].bytes);
        assert_eq!(town.deliveries(id)[0].state(), State::Delivered);
    });
}

#[test]
fn two_couriers_on_one_database_never_send_the_same_message() {
    in_towns(|town| {
        town.webhook();
        town.receiver.otherwise(Answer {
            after: Duration::from_millis(20),
            ..Answer::status(204)
        });
        for _ in 0..40 {
            let dossier = DossierId::new();
            town.happens(dossier, "submitted");
            town.happens(dossier, "messaged");
        }
        town.deliver();
        // On PostgreSQL, another server has its own connections.
        let own = match town.test.engine {
            Engine::Postgres => {
                Store::open(town.test.location(), Vault::from_bytes([42; 32])).unwrap()
            }
            Engine::Sqlite => town.test.store.clone(),
        };
        let other = courier(&town.test, &own, &town.directory, Courier::system_lookup());
        town.runtime.block_on(async {
            loop {
                let (one, two) = tokio::join!(town.courier.round(), other.round());
                if one.unwrap() + two.unwrap() == 0 {
                    break;
                }
            }
        });
        // Those whose turn had not come are looked at again a little later.
        town.later(Duration::from_secs(61));
        town.runtime.block_on(async {
            while tokio::join!(town.courier.round(), other.round()).0.unwrap() > 0 {}
        });
        let mut ids: Vec<String> = town
            .receiver
            .heard()
            .iter()
            .map(|own| own.id().to_owned())
            .collect();
        assert_eq!(ids.len(), 80);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 80, "a message was sent twice");
        assert!(town.receiver.most_at_once() > 1, "they worked at once");
    });
}

#[test]
fn a_receiver_that_never_answers_holds_its_lane_ten_seconds_and_no_more() {
    let town = Town::open(TestStore::on(engines()[0], MIGRATIONS));
    let id = town.webhook();
    town.receiver.answers([Answer {
        after: Duration::from_secs(60),
        ..Answer::status(204)
    }]);
    town.happens(DossierId::new(), "submitted");
    let started = std::time::Instant::now();
    town.work();
    assert!(started.elapsed() < Duration::from_secs(15));
    let kept = town.deliveries(id).remove(0);
    assert_eq!(
        (kept.status, kept.reason.as_deref()),
        (None, Some("timeout"))
    );
    assert_eq!(kept.state(), State::Waiting);
}
