//! Saved views: what an agent chose to see of a list, on both engines.

use parvis_access::staff;
use parvis_journal::{self as journal, Subject};
use parvis_kernel::Ctx;

use crate::agent_pages::signed_in;
use crate::browser::{Browser, Page, Pages};
use crate::town::in_towns;

/// Saves the list as it is narrowed by an address: the list that comes after.
pub fn saved(agent: &mut Browser<'_>, address: &str, more: &[(&str, &str)]) -> Page {
    let list = agent.get(address);
    assert_eq!(list.status, 200, "{}", list.text());
    let links = list.all("a", "href");
    let link = links.iter().find(|href| href.contains("/vues/nouvelle"));
    let form = agent.get(link.unwrap());
    assert_eq!(form.status, 200, "{}", form.text());
    let names = form.all("form[action$=vues] input[type=hidden]", "name");
    let values = form.all("form[action$=vues] input[type=hidden]", "value");
    let hidden = names
        .iter()
        .zip(&values)
        .filter(|(name, _)| *name != "csrf");
    let mut fields: Vec<(&str, &str)> = hidden
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.extend(more);
    agent.post("/agent/vues", &fields)
}

fn heads(list: &Page) -> Vec<String> {
    let heads = list.texts("thead th").into_iter();
    heads.map(|head| head.replace('\u{202f}', " ")).collect()
}

#[test]
fn a_view_keeps_its_filters_its_columns_and_their_order() {
    in_towns(|town| {
        let _ = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let address = "/agent?etat=deposited";
        let nameless = saved(&mut claire, address, &[("nom", "  ")]);
        assert_eq!(nameless.status, 422);
        assert!(nameless.says("Donnez un nom"), "{}", nameless.text());
        let fields = [
            ("nom", "Places"),
            ("colonnes", "state"),
            ("colonnes", "answer:sort"),
            ("colonnes", "answer:born"),
            ("colonnes", "answer:<script>"),
        ];
        let list = saved(&mut claire, address, &fields);
        assert_eq!(
            heads(&list)[1..],
            ["Demande", "État", "Quelle place ?", "Date de naissance"]
        );
        assert!(
            list.says("De jour") && list.says("2 mars 1985"),
            "{}",
            list.text()
        );
        assert_eq!(list.texts("main nav a[aria-current=true]"), ["Places"]);
        // The last column goes up one place.
        let id = list.path.split("vue=").nth(1).unwrap().to_owned();
        let path = format!("/agent/vues/{id}");
        let moved = claire.post(&path, &[("etape", "monter answer:born")]);
        assert_eq!(moved.texts("#ordre + form li").len(), 3);
        claire.post(&path, &[("etape", "monter state")]);
        let list = claire.get(&format!("/agent?vue={id}"));
        assert_eq!(
            heads(&list)[1..],
            ["Demande", "État", "Date de naissance", "Quelle place ?"]
        );
        // Renamed, with one column more at the end.
        let fields = [
            ("nom", "Places à donner"),
            ("colonnes", "state"),
            ("colonnes", "answer:born"),
            ("colonnes", "agent"),
        ];
        let list = claire.post(&path, &fields);
        assert_eq!(
            heads(&list)[1..],
            ["Demande", "État", "Date de naissance", "Prise par"]
        );
        assert_eq!(
            list.texts("main nav a[aria-current=true]"),
            ["Places à donner"]
        );
    });
}

#[test]
fn a_view_is_ones_own_until_it_is_shared_and_deleting_it_asks_first() {
    in_towns(|town| {
        let _ = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let list = saved(&mut claire, "/agent?miennes=oui", &[("nom", "Les miennes")]);
        let id = list.path.split("vue=").nth(1).unwrap().to_owned();
        let (path, address) = (format!("/agent/vues/{id}"), format!("/agent?vue={id}"));
        let mut karim = signed_in(&town, &pages, &town.karim);
        assert_eq!(karim.get(&address).status, 404);
        let fields = [
            ("nom", "Les miennes"),
            ("partage", "oui"),
            ("colonnes", "due"),
        ];
        claire.post(&path, &fields);
        // A shared view shows to each their own dossiers, and only its maker changes it.
        assert_eq!(karim.get(&address).status, 200);
        let views = format!("/agent/vues?groupe={}", town.group);
        assert!(karim.get(&views).says("Partagée par Claire Martin"));
        assert_eq!(karim.get(&path).status, 404);
        assert_eq!(karim.post(&path, &[("nom", "x")]).status, 404);
        assert_eq!(karim.post(&format!("{path}/supprimer"), &[]).status, 404);
        let mut stranger = signed_in(&town, &pages, &town.stranger);
        assert_eq!(stranger.get(&address).status, 404);
        assert_eq!(stranger.get(&views).status, 404);
        // A reader has views and shares none.
        let mut reader = signed_in(&town, &pages, &town.reader);
        let own = saved(&mut reader, "/agent?etat=tous", &[("nom", "Tout")]);
        assert_eq!(own.texts("main nav a[aria-current=true]"), ["Tout"]);
        let shared = [("nom", "Tout"), ("partage", "oui")];
        assert_eq!(saved(&mut reader, "/agent?etat=tous", &shared).status, 403);
        // Karim begins with it, until it is not shared any more.
        karim.post(&path, &[("etape", "debut")]);
        let first = karim.get("/agent");
        assert_eq!(
            first.texts("main nav a[aria-current=true]"),
            ["Les miennes"]
        );
        assert!(
            first.says("Aucune demande ne correspond"),
            "{}",
            first.text()
        );
        let plain = karim.get(&format!("/agent?groupe={}&vue=aucune", town.group));
        assert!(plain.texts("main nav a[aria-current=true]")[0].starts_with("À traiter"));
        let clear = first
            .texts("nav a")
            .into_iter()
            .zip(first.all("nav a", "href"));
        let open = clear
            .into_iter()
            .find(|(text, _)| text.starts_with("À traiter"));
        assert!(karim.get(&open.unwrap().1).says("Zoé LENOIR"));
        karim.post(&path, &[("etape", "sans-debut")]);
        assert!(karim.get("/agent").says("Zoé LENOIR"));
        karim.post(&path, &[("etape", "debut")]);
        claire.post(&path, &[("nom", "Les miennes"), ("colonnes", "due")]);
        assert!(karim.get("/agent").says("Zoé LENOIR"));
        // Deleting asks first.
        let asked = claire.get(&format!("{path}/supprimer"));
        assert!(
            asked.says("Supprimer la vue « Les miennes » ?"),
            "{}",
            asked.text()
        );
        claire.post(&path, &[("etape", "debut")]);
        let left = claire.post(&format!("{path}/supprimer"), &[]);
        assert!(left.says("Aucune vue n’est enregistrée"), "{}", left.text());
        assert_eq!(claire.get(&address).status, 404);
        assert!(claire.get("/agent").says("Zoé LENOIR"));
    });
}

#[test]
fn what_exposes_a_person_is_listed_to_few_and_what_the_law_protects_most_to_nobody() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let links = claire.get("/agent").all("a", "href");
        let link = links.iter().find(|href| href.contains("/vues/nouvelle"));
        let offered = claire.get(link.unwrap()).text();
        assert!(offered.contains("Combien de places ?") && !offered.contains("Surnom"));
        let fields = [
            ("nom", "Tout"),
            ("partage", "oui"),
            ("colonnes", "answer:count"),
            ("colonnes", "answer:nickname"),
            ("colonnes", "answer:sort"),
        ];
        let list = saved(&mut claire, "/agent?etat=tous", &fields);
        let own = ["Demande", "Combien de places ?", "Quelle place ?"];
        assert_eq!(heads(&list)[1..], own);
        // A reader sees the same dossiers, without what a reader may not see of many at once.
        let id = list.path.split("vue=").nth(1).unwrap().to_owned();
        let mut reader = signed_in(&town, &pages, &town.reader);
        let list = reader.get(&format!("/agent?vue={id}"));
        assert_eq!(heads(&list), ["Demande", "Quelle place ?"]);
        // Whoever shows answers in a list leaves the trace of it on each dossier.
        let organisation = town.desk.organisation.id;
        let ctx = town.claire.clone();
        let read = town.write(move |tx, desk| {
            let view = parvis_dossier::open::open_dossier(&ctx, tx, desk, &number)?;
            let subject = Subject::dossier(view.dossier.id);
            Ok(journal::consultations(tx, organisation, subject)?)
        });
        let listed = read.iter().filter(|entry| entry.verb == "dossier.listed");
        assert_eq!(listed.count(), 2);
    });
}

#[test]
fn a_view_whose_maker_left_the_group_is_deleted_by_who_instructs() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut karim = signed_in(&town, &pages, &town.karim);
        let fields = [("nom", "À Karim"), ("partage", "oui")];
        let list = saved(&mut karim, "/agent?etat=tous", &fields);
        let id = list.path.split("vue=").nth(1).unwrap().to_owned();
        let path = format!("/agent/vues/{id}/supprimer");
        let mut claire = signed_in(&town, &pages, &town.claire);
        assert_eq!(claire.get(&path).status, 404);
        let (house, group) = (
            Ctx::house(town.claire.organisation, town.claire.now),
            town.group,
        );
        let agent = town.karim.actor.agent().unwrap();
        town.write(move |tx, _| {
            Ok(staff::set_rights(
                &house,
                tx,
                agent,
                &staff::Rights::default(),
            )?)
        });
        assert_eq!(karim.get(&format!("/agent?vue={id}")).status, 404);
        let mut reader = signed_in(&town, &pages, &town.reader);
        assert_eq!(reader.get(&path).status, 403);
        let views = claire.get(&format!("/agent/vues?groupe={group}"));
        assert_eq!(views.all("a[href$=supprimer]", "href").len(), 1);
        let left = claire.post(&path, &[]);
        assert!(left.says("Aucune vue n’est enregistrée"), "{}", left.text());
    });
}
