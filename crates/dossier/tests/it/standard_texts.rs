//! Texts that agents write again, from the page that keeps them to the forms that take them, on both engines.

use parvis_access::staff::{self, Rights};
use parvis_access::{OrganisationRole, role};
use parvis_kernel::Ctx;

use crate::agent_pages::{instructed, signed_in};
use crate::browser::{Browser, Page, Pages};
use crate::town::in_towns;

const BODY: &str = "Votre demande {numero}, déposée le {depot}, attend un justificatif récent.";

/// Keeps a text for the last keeper that the page offers: the page after it.
fn keep(agent: &mut Browser<'_>, purpose: &str, title: &str, body: &str) -> Page {
    let form = agent.get("/agent/textes/nouveau");
    assert_eq!(form.status, 200, "{}", form.text());
    let keepers = form.all("input[name=pour]", "value");
    let fields = [
        ("id", form.one("main input[name=id]", "value")),
        ("pour", keepers.last().unwrap().clone()),
        ("ou", purpose.to_owned()),
        ("titre", title.to_owned()),
        ("texte", body.to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
    agent.post("/agent/textes", &fields)
}

/// The value of the text of this title in the choice of a form.
fn choice(page: &Page, title: &str) -> String {
    let values = page.all("#texte-type option", "value");
    let titles = page.texts("#texte-type option");
    let place = titles.iter().position(|known| known.contains(title));
    values[place.unwrap()].clone()
}

fn typed(page: &Page, field: &str) -> String {
    page.inner(&format!("textarea[name={field}]"))
}

#[test]
fn whoever_administers_without_a_group_is_led_to_the_texts_of_the_organisation() {
    in_towns(|town| {
        let (house, karim) = (
            Ctx::house(town.karim.organisation, town.karim.now),
            town.karim.actor.agent().unwrap(),
        );
        let rights = |roles: Vec<OrganisationRole>| {
            let (house, rights) = (
                house.clone(),
                Rights {
                    memberships: Vec::new(),
                    roles,
                },
            );
            town.write(move |tx, _| Ok(staff::set_rights(&house, tx, karim, &rights)?));
        };
        let claire = town.claire.actor.agent().unwrap();
        let granting = house.clone();
        town.write(move |tx, _| {
            let administrator = OrganisationRole::Administrator;
            Ok(role::grant(&granting, tx, claire, administrator)?)
        });
        rights(vec![OrganisationRole::Administrator]);
        let pages = Pages::of(&town);
        let mut karim = signed_in(&town, &pages, &town.karim);
        let nowhere = karim.get("/agent");
        assert_eq!(nowhere.status, 403);
        let link = nowhere.one("main a", "href");
        assert_eq!(karim.get(&link).status, 200, "{link}");
        rights(Vec::new());
        assert!(karim.get("/agent").all("main a", "href").is_empty());
    });
}

#[test]
fn a_text_is_added_to_what_was_typed_filled_by_the_dossier() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        keep(&mut claire, "message", "Trop ancien", BODY);
        keep(
            &mut claire,
            "request",
            "À refaire",
            "Document illisible, {beneficiaire}.",
        );
        keep(
            &mut claire,
            "reason-in-law",
            "Règlement",
            "Règlement, article 2.",
        );
        keep(
            &mut claire,
            "reason-in-fact",
            "Hors délai",
            "Déposée après la date.",
        );
        let file = format!("/agent/dossiers/{number}");
        instructed(&mut claire, number.as_str());
        let path = format!("{file}/echanges");
        let page = claire.get(&path);
        // A message offers those of messages only.
        assert_eq!(page.texts("#texte-type option").len(), 2);
        let chosen = choice(&page, "Trop ancien");
        let press = |text: &str, chosen: &str| {
            [
                ("etape", "inserer".to_owned()),
                ("texte", text.to_owned()),
                ("texte-type", chosen.to_owned()),
            ]
        };
        let fields = press("Bonjour,", &chosen);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
        let page = claire.post_files(&path, &fields, &[]);
        assert_eq!(page.status, 200, "{}", page.text());
        let text = typed(&page, "texte");
        let filled = format!("Bonjour,\n\nVotre demande {number}, déposée le 22 novembre 2026");
        assert!(text.replace("&nbsp;", " ").starts_with(&filled), "{text}");
        assert!(page.says("Aucun message"), "{}", page.text());
        // Nothing chosen: nothing is sent, and what was typed stays.
        let page = claire.post_files(&path, &[("etape", "inserer"), ("texte", "Gardé")], &[]);
        assert_eq!(
            (page.status.as_u16(), typed(&page, "texte").as_str()),
            (422, "Gardé")
        );
        // A request keeps what was ticked.
        let path = format!("{file}/demander");
        let page = claire.get(&path);
        let (chosen, version) = (
            choice(&page, "À refaire"),
            page.one("input[name=version]", "value"),
        );
        let fields = [
            ("etape", "inserer"),
            ("version", version.as_str()),
            ("champs", "sort"),
            ("texte-type", chosen.as_str()),
        ];
        let page = claire.post(&path, &fields);
        assert_eq!(typed(&page, "texte"), "Document illisible, Zoé LENOIR.");
        assert_eq!(page.one("input[name=champs][checked]", "value"), "sort");
        assert_eq!(page.one("input[name=version]", "value"), version);
        // A decision takes each where it belongs.
        let path = format!("{file}/decider");
        let page = claire.get(&path);
        for (title, field, words) in [
            ("En droit", "droit", "Règlement, article 2."),
            ("En fait", "fait", "Déposée après la date."),
        ] {
            let chosen = choice(&page, title);
            let fields = [
                ("etape", "inserer"),
                ("version", version.as_str()),
                ("issue", "refused"),
                ("texte-type", chosen.as_str()),
            ];
            let page = claire.post_files(&path, &fields, &[]);
            assert_eq!(page.status, 200, "{}", page.text());
            assert_eq!(typed(&page, field), words);
            assert_eq!(page.one("input[name=issue][checked]", "value"), "refused");
        }
    });
}

#[test]
fn each_version_is_kept_with_its_writer_and_nobody_overwrites_unknowingly() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let mut karim = signed_in(&town, &pages, &town.karim);
        let list = keep(&mut claire, "message", "Trop ancien", BODY);
        let path = list.one("table a", "href");
        let page = karim.get(&path);
        assert_eq!(page.one("main input[name=version]", "value"), "1");
        let written = |version: &'static str, body: &'static str| {
            [
                ("version", version),
                ("ou", "message"),
                ("titre", "Trop ancien"),
                ("texte", body),
            ]
        };
        let kept = karim.post(&path, &written("1", "Autrement."));
        assert!(kept.says("Le texte est gardé"), "{}", kept.text());
        let late = claire.post(&path, &written("1", "À ma façon."));
        assert_eq!(late.status, 409);
        assert!(
            late.says("Karim Haddad a modifié ce texte"),
            "{}",
            late.text()
        );
        assert_eq!(typed(&late, "texte"), "À ma façon.");
        assert_eq!(late.one("main input[name=version]", "value"), "2");
        claire.post(&path, &written("2", "À ma façon."));
        let page = claire.get(&path);
        let versions = page.texts("details summary");
        let who: Vec<bool> = versions
            .iter()
            .map(|text| text.contains("Claire Martin"))
            .collect();
        assert_eq!(who, [true, false, true], "{versions:?}");
        assert!(page.says("Autrement.") && page.says("attend un justificatif récent"));
        let gone = claire.post(&format!("{path}/supprimer"), &[]);
        assert!(gone.says("Le texte est supprimé") && gone.says("Aucun texte n’est encore gardé"));
        assert_eq!(claire.get(&path).status, 404);
    });
}

#[test]
fn who_instructs_keeps_the_texts_of_the_group_and_who_administers_those_of_all() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let path = keep(&mut claire, "message", "Du groupe", BODY).one("table a", "href");
        let mut reader = signed_in(&town, &pages, &town.reader);
        assert_eq!(reader.get("/agent/textes").status, 403);
        let mut stranger = signed_in(&town, &pages, &town.stranger);
        assert_eq!(stranger.get(&path).status, 404);
        assert!(!stranger.get("/agent/textes").says("Du groupe"));
        assert!(
            !claire
                .get("/agent/textes/nouveau")
                .says("Toute l’organisation")
        );
        let (house, agent) = (
            Ctx::house(town.claire.organisation, town.claire.now),
            town.stranger.actor.agent().unwrap(),
        );
        town.write(move |tx, _| {
            Ok(role::grant(
                &house,
                tx,
                agent,
                OrganisationRole::Administrator,
            )?)
        });
        let form = stranger.get("/agent/textes/nouveau");
        let id = form.one("main input[name=id]", "value");
        let fields = [
            ("id", id.as_str()),
            ("pour", "tous"),
            ("ou", "message"),
            ("titre", "De tous"),
            ("texte", "Bonjour."),
        ];
        assert!(stranger.post("/agent/textes", &fields).says("De tous"));
        assert_eq!(claire.get(&format!("/agent/textes/{id}")).status, 403);
        instructed(&mut claire, number.as_str());
        let page = claire.get(&format!("/agent/dossiers/{number}/echanges"));
        choice(&page, "De tous");
        choice(&page, "Du groupe");
        let unknown = keep(&mut claire, "message", "Faux", "Bonjour {nom}");
        assert_eq!(unknown.status, 422);
        assert!(
            unknown.says("n’est rempli par aucune demande"),
            "{}",
            unknown.text()
        );
    });
}
