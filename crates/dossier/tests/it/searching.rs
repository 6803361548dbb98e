//! Finding a dossier by what it says, in all the groups of an agent, though it is sealed.

use std::sync::Arc;

use parvis_access::agent::{self, Membership, Role};
use parvis_dossier::message::write_message;
use parvis_dossier::model::Number;
use parvis_dossier::queue::{QueueQuery, queue};
use parvis_dossier::search::{Indexer, SUBSCRIBERS};
use parvis_jobs::{Runner, deliver_due, run_due};
use parvis_kernel::{Ctx, MessageId};

use crate::town::{Town, in_towns};

/// Delivers what was published, and runs the jobs that come of it.
fn work(town: &Town) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let indexer = Indexer::new(town.kit.store.clone(), town.desk.catalogue.clone());
    let runners: Vec<Arc<dyn Runner>> = vec![Arc::new(indexer)];
    let clock = town.kit.clock.clone();
    let now = parvis_kernel::Clock::now(clock.as_ref());
    let delivered = runtime.block_on(deliver_due(&town.kit.store, SUBSCRIBERS, now));
    delivered.unwrap();
    while runtime
        .block_on(run_due(&town.kit.store, &runners, clock.as_ref()))
        .unwrap()
        > 0
    {}
}

fn found(town: &Town, ctx: &Ctx, typed: &str) -> Vec<String> {
    let query = QueueQuery {
        search: Some(typed.to_owned()),
        ..QueueQuery::default()
    };
    let ctx = ctx.clone();
    let view = town.write(move |tx, desk| queue(&ctx, tx, desk, &query));
    let items = view.items.iter();
    items.map(|item| item.number.to_string()).collect()
}

fn writes(town: &Town, person: &Ctx, number: &Number, text: &'static str) {
    let (person, number) = (person.clone(), number.clone());
    town.write(move |tx, desk| write_message(&person, tx, desk, &number, MessageId::new(), text));
}

#[test]
fn a_dossier_is_found_by_the_whole_words_of_its_messages_once_they_are_indexed() {
    in_towns(|town| {
        let (zoe, number) = town.deposited();
        let (_, other) = town.deposited();
        writes(&town, &zoe, &number, "Le portillon du square est CASSÉ");
        assert!(found(&town, &town.claire, "portillon").is_empty());
        work(&town);
        let only = [number.to_string()];
        for typed in ["portillon", "casse square", "Cassé"] {
            assert_eq!(found(&town, &town.claire, typed), only, "{typed}");
        }
        for missed in ["portill", "portillon piscine", "est"] {
            assert!(found(&town, &town.claire, missed).is_empty(), "{missed}");
        }
        // A name comes first, and nothing twice.
        assert_eq!(found(&town, &town.claire, "Lenoir").len(), 2);
        assert!(found(&town, &town.claire, other.as_str()).contains(&other.to_string()));
        writes(&town, &zoe, &number, "Le banc aussi");
        work(&town);
        assert_eq!(found(&town, &town.claire, "banc portillon"), only);
    });
}

#[test]
fn a_search_covers_the_groups_of_the_agent_and_no_other() {
    in_towns(|town| {
        let (zoe, number) = town.deposited();
        writes(&town, &zoe, &number, "Le portillon");
        work(&town);
        for typed in ["portillon", "Lenoir", number.as_str()] {
            assert!(found(&town, &town.stranger, typed).is_empty(), "{typed}");
        }
        // He joins that group, to read: whatever list he looks at, he finds.
        let (organisation, own) = (
            town.desk.organisation.id,
            town.stranger.actor.agent().unwrap(),
        );
        let group = town.group;
        let house = Ctx::house(organisation, town.claire.now);
        town.write(move |tx, _| {
            let membership = Membership {
                group,
                role: Role::Reader,
            };
            Ok(agent::join(&house, tx, own, membership)?)
        });
        for typed in ["portillon", "Lenoir", number.as_str()] {
            assert_eq!(
                found(&town, &town.stranger, typed),
                [number.to_string()],
                "{typed}"
            );
        }
    });
}
