//! Who else has a dossier before their eyes, on both engines.

use std::time::Duration;

use parvis_dossier::presence;
use parvis_kernel::{Clock, Instant};
use parvis_store::Sql;

use crate::agent_pages::{instructed, signed_in};
use crate::browser::{Browser, Pages};
use crate::town::{Town, in_towns};

/// What the script of an open page is told.
fn still_there(agent: &mut Browser<'_>, number: &str) -> String {
    let page = agent.post_once(&format!("/agent/dossiers/{number}/presence"), &[]);
    assert_eq!(page.status, 200, "{}", page.body());
    assert_eq!(page.headers["content-type"], "text/plain; charset=utf-8");
    page.body().replace(['\u{a0}', '\u{202f}'], " ")
}

/// When each presence was written last.
fn written(town: &Town) -> Vec<Instant> {
    town.write(|tx, _| {
        let sql = Sql("SELECT seen_at FROM dossier_presences ORDER BY agent_id");
        Ok(tx.query(sql, &[], |row| row.instant(0))?)
    })
}

fn later(town: &Town, seconds: u64) {
    let span = Duration::from_secs(seconds);
    town.kit.clock.advance(span.try_into().unwrap());
}

const CLAIRE: &str = "Claire Martin consulte ce dossier depuis 9 h 00.";

#[test]
fn two_agents_who_have_a_dossier_before_their_eyes_see_each_other() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let number = number.as_str();
        let file = format!("/agent/dossiers/{number}");
        let pages = Pages::of(&town);
        let [mut claire, mut karim, mut yann] =
            [&town.claire, &town.karim, &town.stranger].map(|who| signed_in(&town, &pages, who));
        instructed(&mut claire, number);
        let alone = claire.get(&file);
        assert!(!alone.says("consulte ce dossier"), "{}", alone.text());
        assert_eq!(alone.one("[data-presence]", "aria-live"), "polite");
        later(&town, 30);
        for page in ["", "/notes", "/decider", "/clore", "/historique"] {
            let page = karim.get(&format!("{file}{page}"));
            assert!(page.says(CLAIRE), "{}", page.text());
        }
        assert_eq!(still_there(&mut karim, number), CLAIRE);
        let told = still_there(&mut claire, number);
        assert_eq!(told, "Karim Haddad consulte ce dossier depuis 9 h 00.");
        // It is as if the dossier did not exist for an agent of another group.
        let _ = yann.get("/agent");
        assert_eq!(yann.get(&file).status, 404);
        let refused = yann.post_once(&format!("{file}/presence"), &[]);
        assert_eq!(refused.status, 404);
        // Claire closes the page; two minutes later she is gone, and forgotten.
        later(&town, 100);
        assert_eq!(still_there(&mut karim, number), "");
        later(&town, 100);
        let now = town.kit.clock.now();
        let gone = town.write(move |tx, _| presence::purge(tx, now));
        assert_eq!((gone, written(&town).len()), (1, 1));
        // When she comes back she is there since then.
        let _ = claire.get(&file);
        let told = still_there(&mut karim, number);
        assert_eq!(told, "Claire Martin consulte ce dossier depuis 9 h 03.");
    });
}

#[test]
fn a_presence_is_written_at_most_once_a_minute_and_survives_a_clock_set_back() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let number = number.as_str();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let _ = claire.get(&format!("/agent/dossiers/{number}"));
        let begun = written(&town);
        for (seconds, is_written) in [(29, false), (30, false), (2, true), (59, false), (2, true)] {
            let before = written(&town);
            later(&town, seconds);
            still_there(&mut claire, number);
            assert_eq!(written(&town) != before, is_written, "{seconds}");
        }
        let mut karim = signed_in(&town, &pages, &town.karim);
        let _ = karim.get(&format!("/agent/dossiers/{number}"));
        assert_eq!(still_there(&mut karim, number), CLAIRE);
        town.kit.clock.set(begun[0] - Duration::from_secs(3600));
        assert_eq!(still_there(&mut karim, number), "");
        let _ = claire.get(&format!("/agent/dossiers/{number}"));
        let told = still_there(&mut karim, number);
        assert_eq!(told, "Claire Martin consulte ce dossier depuis 8 h 00.");
    });
}
