//! Two servers on one PostgreSQL, of which one dies; a worker that dies while it works.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use parvis_store::Engine;
use parvis_testkit::{bad_day, engines};

use super::deposits::{missing, whole};
use super::ground::{Ground, name_of};
use super::visitor::Visitor;
use crate::process::{Server, free_address};
use crate::town::{Known, PNG, answers, in_towns};

const ZOE: &str = "zoe.lenoir@exemple.fr";

#[test]
fn of_two_servers_on_one_database_the_one_that_dies_takes_nothing_with_it() {
    if !engines().contains(&Engine::Postgres) {
        return;
    }
    let ground = Ground::on(Engine::Postgres);
    let mut first = ground.serve();
    let mut second = Server::at(free_address(), ground.command(), &[]);
    second.get("/health/ready");
    let doors = [ground.door(), ground.door_of(&second)];
    let (acknowledged, until) = (
        Mutex::new(Vec::new()),
        Instant::now() + Duration::from_secs(4),
    );
    std::thread::scope(|scope| {
        for door in [&doors[0], &doors[0], &doors[1], &doors[1]] {
            scope.spawn(|| {
                while Instant::now() < until {
                    let Some(deposited) = Visitor::hasty(door.browser()).report(PNG) else {
                        return;
                    };
                    acknowledged.lock().unwrap().push(deposited.number);
                }
            });
        }
        std::thread::sleep(Duration::from_secs(2));
        first.kill();
    });
    let after = Visitor::hasty(doors[1].browser())
        .report(PNG)
        .expect("the other serves");
    second.kill();
    let mut acknowledged = acknowledged.into_inner().unwrap();
    acknowledged.push(after.number);
    let there = whole(&ground);
    assert_eq!(missing(&acknowledged, &there), Vec::<String>::new());
    bad_day(
        "two servers on one PostgreSQL, one killed while both take deposits",
        &format!(
            "{} receipts promised by either, all there, each once and whole; the other one goes on serving",
            acknowledged.len()
        ),
    );
}

#[test]
fn what_a_dead_worker_had_taken_is_done_by_another_once() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut zoe = place.browser();
        let (number, page) = town.begin(place, &mut zoe, "signaler-un-probleme", Known::Email(ZOE));
        town.fill(&mut zoe, &number, page, answers("signaler-un-probleme"));
        town.work();
        let before = town.post.to(ZOE).len();
        town.declare(&mut zoe, &number);
        town.post.set_silent(true);
        town.die_at_work();
        town.post.set_silent(false);
        town.work();
        let at_once = town.post.to(ZOE).len() - before;
        assert_eq!(at_once, 0, "nobody else may take it yet");
        // The lease of two minutes is over.
        town.later(121);
        town.work();
        town.later(3600);
        town.work();
        assert_eq!(town.post.to(ZOE).len() - before, 1, "the mail, once");
        bad_day(
            "a server dies while it sends a mail",
            &format!(
                "{}: nobody takes its work for two minutes, then another does; the mail leaves once",
                name_of(town.test.engine)
            ),
        );
    });
}
