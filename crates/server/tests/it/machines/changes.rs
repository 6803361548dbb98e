//! Reading what changed since, while others write.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use parvis_kernel::Clock;
use serde_json::{Value, json};

use super::Application;
use crate::town::{Known, in_towns};

/// Reads every page from a cursor; what came, and where to read on.
fn read(portal: &mut Application, cursor: &str, limit: usize) -> (Vec<Value>, String) {
    let (mut items, mut cursor) = (Vec::new(), cursor.to_owned());
    loop {
        let after = if cursor.is_empty() {
            String::new()
        } else {
            format!("&after={cursor}")
        };
        let page = portal
            .get(&format!("/dossiers?limit={limit}{after}"))
            .expect(200);
        items.extend(page.body["items"].as_array().unwrap().clone());
        cursor = page.text("next");
        if page.body["more"] == false {
            return (items, cursor);
        }
    }
}

fn number(item: &Value) -> String {
    item["number"].as_str().unwrap().to_owned()
}

#[test]
fn what_is_created_changed_and_erased_is_read_once_each_time_and_says_nothing_of_a_person() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let known = Known::Email("zoe@exemple.fr");
        let (mut zoe, deposited) = town.deposited(&town.rochebrune, "acte-naissance", known);
        // A draft of a person is nobody else's business.
        let _ = town.begin(&town.rochebrune, &mut zoe, "acte-naissance", Known::Code);
        let own = portal.begin("acte-naissance");
        let (items, cursor) = read(&mut portal, "", 1);
        let numbers: BTreeSet<String> = items.iter().map(number).collect();
        assert_eq!(numbers, BTreeSet::from([deposited.clone(), own.clone()]));
        assert!(
            !Value::from(items)
                .to_string()
                .to_lowercase()
                .contains("lenoir")
        );
        assert_eq!(read(&mut portal, &cursor, 10), (vec![], cursor.clone()));

        let people = json!({ "beneficiary": { "family_name": "Lenoir", "first_names": "Zoé" } });
        portal
            .json("PUT", &format!("/dossiers/{own}/people"), &[], &people)
            .expect(200);
        let (items, cursor) = read(&mut portal, &cursor, 10);
        let numbers: Vec<_> = items.iter().map(number).collect();
        assert_eq!(numbers, std::slice::from_ref(&own));

        // A decision changes the dossier, and so does the end of its hold, at which nobody acts.
        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &deposited);
        town.decide(&mut claire, &deposited, "in-full");
        let (items, cursor) = read(&mut portal, &cursor, 10);
        assert_eq!(items[0]["state"], "accepted");
        town.work();
        let (items, cursor) = read(&mut portal, &cursor, 10);
        assert_eq!(items.len(), 1);

        // The draft of the application expires.
        town.later(3600 * 24 * 400);
        let mut later = town.application(&town.rochebrune);
        let now = town.test.clock.clone();
        let house = &town.house;
        let organisation = town.rochebrune.organisation.id;
        let over = house
            .store
            .read_blocking(move |tx| parvis_dossier::expire::expired_drafts(tx, now.now()));
        for (_, draft) in over.unwrap() {
            let ctx = parvis_kernel::Ctx::house(organisation, house.clock.now());
            let expired = house
                .store
                .write_blocking(move |tx| parvis_dossier::expire::expire(&ctx, tx, draft));
            assert!(expired.unwrap());
        }
        // Another application never knew that draft.
        assert_eq!(read(&mut later, &cursor, 10).0, Vec::<Value>::new());
        town.renew(&portal);
        let (items, _) = read(&mut portal, &cursor, 10);
        assert_eq!(items.len(), 1, "{items:?}");
        assert_eq!(
            (number(&items[0]), &items[0]["deleted"]),
            (own, &json!(true))
        );
        let fields: Vec<&String> = items[0].as_object().unwrap().keys().collect();
        assert_eq!(fields, ["deleted", "deleted_at", "id", "number"]);
    });
}

#[test]
fn no_change_is_missed_while_others_write() {
    const WRITERS: usize = 6;
    const EACH: usize = 8;
    in_towns(|town| {
        let portal = town.application(&town.rochebrune);
        let done = AtomicBool::new(false);
        let (written, seen) = std::thread::scope(|scope| {
            let reading = scope.spawn(|| {
                let mut portal = portal.clone();
                let (mut versions, mut cursor) = (BTreeMap::new(), String::new());
                loop {
                    let last = done.load(Ordering::SeqCst);
                    let (items, next) = read(&mut portal, &cursor, 7);
                    cursor = next;
                    for item in items {
                        versions.insert(number(&item), item["version"].as_i64().unwrap());
                    }
                    if last {
                        return versions;
                    }
                }
            });
            let writing: Vec<_> = (0..WRITERS)
                .map(|_| {
                    let mut portal = portal.clone();
                    scope.spawn(move || {
                        let mut versions = BTreeMap::new();
                        for turn in 0..EACH {
                            let number = portal.begin("acte-naissance");
                            let path = format!("/dossiers/{number}/answers");
                            let body = json!({ "document": { "choice": "extract_with_parents" } });
                            for _ in 0..=(turn % 3) {
                                let filled = portal.json("PATCH", &path, &[], &body).expect(200);
                                let tag = filled.header("etag").trim_matches('"').to_owned();
                                versions.insert(number.clone(), tag.parse::<i64>().unwrap());
                            }
                        }
                        versions
                    })
                })
                .collect();
            let written: BTreeMap<String, i64> = writing
                .into_iter()
                .flat_map(|thread| thread.join().unwrap())
                .collect();
            done.store(true, Ordering::SeqCst);
            (written, reading.join().unwrap())
        });
        assert_eq!(written.len(), WRITERS * EACH);
        assert_eq!(
            seen, written,
            "left: what was read; right: what was written"
        );
    });
}
