//! Handing a dossier over to another group, on both engines.

use parvis_access::agent::{Membership, Role};
use parvis_access::staff::{self, Rights};
use parvis_kernel::{Ctx, GroupId};

use crate::agent_pages::{instructed, signed_in};
use crate::browser::{Page, Pages};
use crate::town::{Town, in_towns};

/// The group that receives, as the page offers it.
fn receiver(page: &Page) -> String {
    assert_eq!(page.status, 200, "{}", page.text());
    page.one("input[name=groupe]", "value")
}

fn version(page: &Page) -> String {
    page.one("input[name=version]", "value")
}

/// Makes Claire a member of both groups.
fn of_both(town: &Town, other: &str) {
    let (house, agent) = (
        Ctx::house(town.claire.organisation, town.claire.now),
        town.claire.actor.agent().unwrap(),
    );
    let groups = [town.group, other.parse::<GroupId>().unwrap()];
    let memberships = groups.map(|group| Membership {
        group,
        role: Role::Instructeur,
    });
    let rights = Rights {
        memberships: memberships.to_vec(),
        roles: Vec::new(),
    };
    town.write(move |tx, _| Ok(staff::set_rights(&house, tx, agent, &rights)?));
}

#[test]
fn a_dossier_changes_hands_at_once_and_who_lost_it_is_told_where_it_went() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let mut karim = signed_in(&town, &pages, &town.karim);
        let mut yann = signed_in(&town, &pages, &town.stranger);
        instructed(&mut claire, number.as_str());
        let file = format!("/agent/dossiers/{number}");
        let path = format!("{file}/transmettre");
        let stale = version(&karim.get(&path));
        let form = claire.get(&path);
        assert!(
            form.says("voirie") && form.says("Accueil"),
            "{}",
            form.text()
        );
        let (to, seen) = (receiver(&form), version(&form));
        // To nobody, without a reason, or to its own group: nothing happens.
        let own = town.group.to_string();
        for (group, reason) in [
            ("", "Nid de poule"),
            (to.as_str(), " "),
            (own.as_str(), "Motif"),
        ] {
            let fields = [
                ("version", seen.as_str()),
                ("groupe", group),
                ("motif", reason),
            ];
            let refused = claire.post(&path, &fields);
            assert_eq!(refused.status, 422, "{group} {reason}");
            assert_eq!(refused.inner("textarea[name=motif]"), reason.trim());
        }
        assert_eq!(yann.get(&file).status, 404);
        let fields = [
            ("version", seen.as_str()),
            ("groupe", to.as_str()),
            ("motif", "C’est une affaire de voirie."),
        ];
        let done = claire.post(&path, &fields);
        assert_eq!(done.status, 200, "{}", done.text());
        assert!(
            done.says("est transmise au groupe « voirie »"),
            "{}",
            done.text()
        );
        // Rights changed at once; a second click, a colleague's page and an act on it are told the same.
        let again = claire.post(&path, &fields);
        assert!(
            again.says("est transmise au groupe « voirie »"),
            "{}",
            again.text()
        );
        for page in [
            claire.get(&file),
            karim.get(&format!("{file}/notes")),
            karim.post(
                &format!("{file}/attribuer"),
                &[("version", &stale), ("a", "moi")],
            ),
        ] {
            assert_eq!(page.status, 403, "{}", page.text());
            assert!(
                page.says("a transmis cette demande au groupe « voirie »"),
                "{}",
                page.text()
            );
            assert!(!page.says("LENOIR"));
        }
        assert!(!claire.get("/agent?etat=tous").says(number.as_str()));
        // The group that received it: nobody's, with its reason, its state and its history.
        assert!(yann.get("/agent").says(number.as_str()));
        let page = yann.get(&file);
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(
            page.says("En cours d’instruction") && page.says("Personne"),
            "{}",
            page.text()
        );
        let notes = yann.get(&format!("{file}/notes"));
        assert!(notes.says("C’est une affaire de voirie.") && notes.says("Claire Martin"));
        let history = yann.get(&format!("{file}/historique"));
        assert!(
            history.says("Dossier transmis à un autre groupe"),
            "{}",
            history.text()
        );
        assert!(
            history.says("De « accueil » à « voirie »"),
            "{}",
            history.text()
        );
    });
}

#[test]
fn who_is_of_both_groups_keeps_it_and_a_stale_page_hands_nothing_over() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let mut karim = signed_in(&town, &pages, &town.karim);
        let file = format!("/agent/dossiers/{number}");
        let path = format!("{file}/transmettre");
        let form = karim.get(&path);
        let (to, stale) = (receiver(&form), version(&form));
        of_both(&town, &to);
        instructed(&mut claire, number.as_str());
        let fields = [
            ("version", stale.as_str()),
            ("groupe", to.as_str()),
            ("motif", "Mes mots"),
        ];
        let late = karim.post(&path, &fields);
        assert_eq!(late.status, 409);
        assert!(
            late.says("Mes mots") && late.says("Instruction commencée"),
            "{}",
            late.text()
        );
        let fresh = version(&claire.get(&path));
        let fields = [
            ("version", fresh.as_str()),
            ("groupe", to.as_str()),
            ("motif", "Pour nous"),
        ];
        let done = claire.post(&path, &fields);
        assert!(done.says("Le dossier est transmis"), "{}", done.text());
        assert_eq!(done.path, format!("{file}?fait=transmis"));
        let mut reader = signed_in(&town, &pages, &town.reader);
        assert_eq!(reader.get(&path).status, 403);
    });
}
