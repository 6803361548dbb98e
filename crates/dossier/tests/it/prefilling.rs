//! Answers that somebody else proposes: seen before anything begins, told apart afterwards, and never more than proposed.

use std::time::Duration;

use parvis_access::challenge;
use parvis_dossier::model::PrefillCode;
use parvis_dossier::prefill::{self, Proposal, Provenance, SealedLink};
use parvis_form::Entries;
use parvis_kernel::{ChallengeId, Ctx};
use parvis_store::Sql;

use crate::agent_pages::signed_in;
use crate::browser::{Browser, Page, Pages};
use crate::filling::town;
use crate::town::{Town, entries, in_towns};

const START: &str = "/demarches/tout/commencer";
const FROM_LINK: &str = "Rempli par le lien que vous avez suivi.";
const DRAFTS: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM dossiers WHERE organisation_id = $1");
const WAITING: Sql =
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM prefills WHERE organisation_id = $1");

const PREFILLED: Sql =
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM dossier_prefilled WHERE organisation_id = $1");

fn count(town: &Town, statement: Sql) -> i64 {
    let organisation = town.desk.organisation.id;
    town.write(move |tx, _| Ok(tx.one(statement, &[organisation.into()], |row| row.int(0))?))
}

/// Sends the form of the first page with what it carries: the number of the draft.
fn begun(browser: &mut Browser<'_>, page: &Page) -> String {
    let carried = hidden(page);
    let mut fields: Vec<(&str, &str)> = vec![("connu", "code")];
    fields.extend(
        carried
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str())),
    );
    let page = browser.post(START, &fields);
    assert!(
        page.path.ends_with("/code-de-suivi"),
        "{}: {}",
        page.path,
        page.text()
    );
    let number = page.path.split('/').nth(2).unwrap().to_owned();
    let people = format!("/dossiers/{number}/pour-qui");
    browser.get(&people);
    browser.post(
        &people,
        &[("pour", "moi"), ("nom", "Lenoir"), ("prenoms", "Zoé")],
    );
    number
}

fn hidden(page: &Page) -> Vec<(String, String)> {
    let names = page.all("main form input[type=hidden]", "name");
    let values = page.all("main form input[type=hidden]", "value");
    let pairs = names.into_iter().zip(values);
    pairs.filter(|(name, _)| name != "csrf").collect()
}

fn sealed(town: &Town, given: &[(&str, &str)], until: Duration) -> String {
    let link = SealedLink {
        procedure: "tout".to_owned(),
        by: "Caisse des écoles".to_owned(),
        given: entries(given),
        until: town.claire.now + until,
    };
    let vault = town.kit.store.vault().clone();
    link.seal(&vault, town.desk.organisation.id).unwrap()
}

#[test]
fn a_link_says_what_it_proposes_before_anything_begins_and_fills_nothing_in_by_being_followed() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let link = format!(
        "{START}?sort=day&with_children=no&nickname=Secret&count=2&phone=abc&proof-other-way=yes&bogus=%3Cscript%3E&utm_source=x"
    );
    let page = zoe.get(&link);
    assert_eq!(page.status, 200);
    for words in [
        "Ce lien propose de remplir ces réponses",
        "De jour",
        "Avec des enfants ? Non",
        "« Surnom » : cette réponse ne peut pas passer par l'adresse",
        "« Combien de places ? » : cette réponse ne peut pas passer par l'adresse",
        "« Justificatif de domicile » : vous seul pouvez y répondre",
        "« Téléphone » :",
        "Un élément du lien ne correspond à aucune question.",
    ] {
        assert!(
            page.says(&words.replace('\'', "’")),
            "{words}: {}",
            page.text()
        );
    }
    assert!(!page.says("Secret") && !page.says("script"));
    assert_eq!((count(&town, DRAFTS), count(&town, WAITING)), (0, 0));
}

#[test]
fn what_a_link_proposed_is_shown_at_its_step_and_is_no_answer_before_the_person_sends_it() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let page = zoe.get(&format!(
        "{START}?sort=day&with_children=no&born=1985-03-02"
    ));
    let number = begun(&mut zoe, &page);
    assert_eq!(count(&town, WAITING), 0, "it served");
    let check = zoe.get(&format!("/dossiers/{number}/verifier"));
    assert!(!check.says("De jour"), "{}", check.text());
    let you = format!("/dossiers/{number}/etapes/you");
    let page = zoe.get(&you);
    assert!(page.says(FROM_LINK));
    assert_eq!(page.all("#born-day", "value"), ["2"]);
    let born = [
        ("born-day", "2"),
        ("born-month", "3"),
        ("born-year", "1985"),
    ];
    let page = zoe.post(&you, &born);
    assert!(page.path.ends_with("/etapes/wish"), "{}", page.path);
    assert!(page.says(FROM_LINK), "{}", page.text());
    assert_eq!(page.all("input[name=sort][checked]", "value"), ["day"]);
    assert!(!page.says("Vous l’avez modifié."));
    let wish = format!("/dossiers/{number}/etapes/wish");
    let changed = [
        ("sort", "night"),
        ("why_night", "Je travaille"),
        ("count", "2"),
        ("with_children", "no"),
    ];
    zoe.post(&wish, &changed);
    let page = zoe.get(&wish);
    assert!(
        page.says(&format!("{FROM_LINK} Vous l’avez modifié.")),
        "{}",
        page.text()
    );
    let check = zoe.get(&format!("/dossiers/{number}/verifier"));
    assert!(
        check.says(&format!("De nuit {FROM_LINK} Vous l’avez modifié.")),
        "{}",
        check.text()
    );
    assert!(check.says(&format!("Non {FROM_LINK}")));
}

#[test]
fn agents_see_where_an_answer_came_from_and_the_history_says_it() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let given = [("sort", "day"), ("count", "3"), ("born", "1985-03-02")];
        let link = sealed(&town, &given, Duration::from_secs(60));
        let page = zoe.get(&format!("{START}?lien-scelle={link}"));
        assert!(page.says("Caisse des écoles vous transmet ces réponses"));
        assert!(
            page.says("Combien de places ? 3"),
            "sealed, it may be sensitive"
        );
        let number = begun(&mut zoe, &page);
        let at = |step: &str| format!("/dossiers/{number}/etapes/{step}");
        let born = [
            ("born-day", "2"),
            ("born-month", "3"),
            ("born-year", "1985"),
        ];
        let page = zoe.post(&at("you"), &born);
        assert!(
            page.says("Transmis par Caisse des écoles, le"),
            "{}",
            page.text()
        );
        let answers = [("sort", "day"), ("count", "2"), ("with_children", "no")];
        zoe.post(&at("wish"), &answers);
        zoe.post(&at("proof"), &[("proof-other-way", "yes")]);
        let declare = format!("/dossiers/{number}/declarer");
        zoe.get(&declare);
        let done = zoe.post(&declare, &[("declaration", "oui")]);
        assert_eq!(done.status, 200, "{}", done.text());
        let mut claire = signed_in(&town, &pages, &town.claire);
        let file = claire.get(&format!("/agent/dossiers/{number}"));
        assert_eq!(file.status, 200, "{}", file.text());
        assert!(file.says("De jour Transmis par Caisse des écoles, le"));
        assert!(
            file.says("La personne l’a modifié ; ce qui avait été reçu : 3"),
            "{}",
            file.text()
        );
        let history = claire.get(&format!("/agent/dossiers/{number}/historique"));
        assert!(history.says("Par Caisse des écoles"), "{}", history.text());
        let follow = zoe.get(&format!("/dossiers/{number}"));
        assert!(follow.says("Réponses proposées par un lien ou une application"));
    });
}

#[test]
fn a_link_that_was_changed_or_is_over_or_says_too_much_is_refused_plainly_and_the_way_goes_on() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let right = sealed(&town, &[("sort", "day")], Duration::from_secs(60));
    let over = sealed(&town, &[("sort", "day")], Duration::ZERO);
    let long = format!("{START}?sort={}", "d".repeat(9_000));
    let cases = [
        (
            format!("{START}?lien-scelle={}", &right[1..]),
            400,
            "coupé en chemin",
        ),
        (
            format!("{START}?lien-scelle={over}"),
            410,
            "durée de validité est terminée",
        ),
        (
            format!("{START}?code-prerempli=AAAA-AAAA-AAAA"),
            410,
            "ont déjà servi",
        ),
        (format!("{START}?sort=%zz"), 400, "coupé en chemin"),
        (long, 400, "trop de réponses"),
    ];
    for (path, status, words) in cases {
        let page = zoe.get(&path);
        assert_eq!(page.status, status, "{words}");
        assert!(page.says(words), "{words}: {}", page.text());
        assert_eq!(page.all("main a.govuk-button", "href"), [START]);
    }
    zoe.get(START);
    let forged = [("connu", "code"), ("lien-scelle", "AAAA")];
    assert_eq!(zoe.post(START, &forged).status, 400);
    assert_eq!(count(&town, DRAFTS), 0);
}

#[test]
fn what_is_proposed_waits_while_the_address_is_confirmed() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let page = zoe.get(&format!("{START}?sort=day"));
        let carried = hidden(&page);
        let mut fields = vec![("connu", "courriel"), ("courriel", "zoe@example.org")];
        fields.extend(
            carried
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str())),
        );
        let sent = zoe.post_once(START, &fields);
        let next = sent.headers["location"].to_str().unwrap().to_owned();
        assert!(!next.contains("day"), "{next}");
        assert_eq!(count(&town, WAITING), 1);
        let id: ChallengeId = next.strip_prefix("/code?c=").unwrap().parse().unwrap();
        let house = Ctx::house(town.desk.organisation.id, town.claire.now);
        town.write(move |tx, _| {
            let found = challenge::find(tx, house.organisation, id)?;
            let code = challenge::code(tx.vault(), id);
            challenge::confirm(&house, tx, id, found.session, &code)?;
            Ok(())
        });
        let people = zoe.get(&format!("{START}/suite?c={id}"));
        let number = people.path.split('/').nth(2).unwrap().to_owned();
        assert_eq!(count(&town, WAITING), 0);
        let page = zoe.get(&format!("/dossiers/{number}/taches"));
        assert!(page.says("Votre souhait À terminer"), "{}", page.text());
    });
}

/// A proposal of an application, and its code.
fn proposed(town: &Town, given: &[(&str, &str)]) -> PrefillCode {
    let (given, ctx): (Entries, Ctx) = (entries(given), town.claire.clone());
    town.write(move |tx, _| {
        let code = PrefillCode::of(tx.vault(), ChallengeId::new().uuid().as_bytes());
        let proposal = Proposal {
            procedure: "tout".to_owned(),
            from: Provenance::Application {
                name: "Portail familles".to_owned(),
            },
            given: given.clone(),
            code: None,
        };
        prefill::keep(
            &ctx,
            tx,
            code.reveal(),
            &proposal,
            Duration::from_secs(3_600),
        )?;
        Ok(code)
    })
}

#[test]
fn a_code_serves_once_and_a_double_click_begins_one_draft() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let code = proposed(&town, &[("sort", "night"), ("count", "4")]);
        let link = format!("{START}?code-prerempli={}", code.reveal());
        let page = zoe.get(&link);
        assert!(
            page.says("Portail familles vous transmet ces réponses"),
            "{}",
            page.text()
        );
        let carried = hidden(&page);
        let mut fields = vec![("connu", "code")];
        fields.extend(
            carried
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str())),
        );
        let first = zoe.post(START, &fields);
        let second = zoe.post(START, &fields);
        assert_eq!(first.path, second.path, "{}", second.text());
        assert_eq!(count(&town, DRAFTS), 1);
        assert_eq!(pages.browser().get(&link).status, 410);
        let later = Town::later(&town.claire, Duration::from_secs(8_000));
        town.write(move |tx, _| prefill::purge(tx, later.now));
        assert_eq!(count(&town, WAITING), 0);
    });
}

#[test]
fn of_two_people_who_opened_the_same_code_the_first_to_begin_has_the_answers_and_the_other_is_told()
{
    in_towns(|town| {
        let pages = Pages::of(&town);
        let code = proposed(&town, &[("sort", "night"), ("count", "4")]);
        let link = format!("{START}?code-prerempli={}", code.reveal());
        let (mut zoe, mut other) = (pages.browser(), pages.browser());
        let (page, same) = (zoe.get(&link), other.get(&link));
        begun(&mut zoe, &page);
        let carried = hidden(&same);
        let carried = carried
            .iter()
            .map(|(name, own)| (name.as_str(), own.as_str()));
        let late: Vec<(&str, &str)> = carried.chain([("connu", "code")]).collect();
        let told = other.post(START, &late);
        assert!(told.says("Ces réponses ont déjà servi"), "{}", told.text());
        let without = other.get(START);
        begun(&mut other, &without);
        assert_eq!(count(&town, DRAFTS), 2);
        assert_eq!(count(&town, PREFILLED), 1);
    });
}

#[test]
fn a_proposal_that_waits_says_nothing_to_who_reads_the_table() {
    let town = town();
    proposed(&town, &[("sort", "night"), ("nickname", "Zozo")]);
    const SEALED: Sql = Sql("SELECT sealed FROM prefills WHERE organisation_id = $1");
    let organisation = town.desk.organisation.id;
    let sealed =
        town.write(move |tx, _| Ok(tx.one(SEALED, &[organisation.into()], |row| row.bytes(0))?));
    let text = String::from_utf8_lossy(&sealed);
    assert!(!text.contains("Zozo") && !text.contains("night") && !text.contains("Portail"));
}
