//! A person erases their draft.

use parvis_dossier::DossierError;
use parvis_dossier::erase::erase;
use parvis_dossier::expire::expired_drafts;
use parvis_dossier::follow::{open_by_code, park};
use parvis_dossier::model::Number;
use parvis_dossier::sweep::forgotten;
use parvis_store::Sql;
use parvis_store::sealing::SealingKey;

use crate::browser::{Browser, Pages};
use crate::filling::{PDF, begin_for_myself, town};
use crate::town::{Town, entries, in_towns};

const INSERT_WORD: Sql =
    Sql("INSERT INTO dossier_words (organisation_id, token, dossier_id) VALUES ($1, 7, $2)");
const COUNT_WORDS: Sql =
    Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM dossier_words WHERE dossier_id = $1");

/// A draft with answers and a file.
fn drafted(browser: &mut Browser<'_>) -> String {
    let number = begin_for_myself(browser);
    let at = |step: &str| format!("/dossiers/{number}/etapes/{step}");
    let born = [
        ("born-day", "2"),
        ("born-month", "3"),
        ("born-year", "1985"),
    ];
    browser.get(&at("you"));
    browser.post(&at("you"), &born);
    let wish = [("sort", "day"), ("count", "2"), ("with_children", "no")];
    browser.post(&at("wish"), &wish);
    browser.post_files(&at("proof"), &[], &[("proof", "loyer.pdf", PDF)]);
    number
}

/// The files that no dossier names any more.
fn swept(town: &Town, pages: &Pages) -> Vec<String> {
    let blobs = pages.blob_names();
    town.write(move |tx, _| forgotten(tx, &blobs))
}

#[test]
fn a_person_erases_their_draft_once_they_read_what_it_means() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = drafted(&mut zoe);
        let root = format!("/dossiers/{number}");
        let tasks = zoe.get(&format!("{root}/taches"));
        let link = format!("{root}/effacer");
        assert!(tasks.all("main a", "href").contains(&link));
        let ask = zoe.get(&link);
        for words in [
            "Voulez-vous effacer ce brouillon ?",
            "vos réponses, les noms, les coordonnées et les fichiers envoyés",
            "Rien n’a été déposé",
            "ne peut pas être retrouvé",
        ] {
            assert!(ask.says(words), "{words}: {}", ask.text());
        }
        assert!(
            zoe.get(&link).says("Garder ce brouillon"),
            "asking erases nothing"
        );
        assert!(swept(&town, &pages).is_empty());

        let sent = zoe.post_once(&link, &[]);
        assert_eq!(
            (
                sent.status.as_u16(),
                sent.headers["location"].to_str().unwrap()
            ),
            (303, link.as_str())
        );
        let done = zoe.get(&link);
        assert_eq!(done.status, 200);
        assert!(done.says("Votre brouillon est effacé") && done.says(&number));
        assert_eq!(done.one("main a.govuk-button", "href"), "/demarches/tout");
        assert_eq!(swept(&town, &pages).len(), 1, "its file goes with it");
        for page in ["", "/taches", "/etapes/you", "/verifier", "/pour-qui"] {
            let gone = zoe.get(&format!("{root}{page}"));
            assert_eq!(gone.status, 404, "{page}");
            assert!(!gone.says("Lenoir"));
        }
        // A double click.
        let again = zoe.post_once(&link, &[]);
        assert_eq!(again.headers["location"].to_str().unwrap(), link);
    });
}

#[test]
fn an_erased_draft_leaves_one_trace_and_nothing_to_find_again() {
    in_towns(|town| {
        let person = town.person();
        let draft = town.draft(&person);
        let (number, ctx) = (draft.number.clone(), person.clone());
        let code = town.write(move |tx, desk| {
            let code = parvis_dossier::follow::follow(&ctx, tx, desk, &number)?.follow_up_code;
            let key = SealingKey::kept_elsewhere([7; 32]);
            let typed = entries(&[("nickname", "Zouzou")]);
            park(&ctx, tx, uuid::Uuid::new_v4(), &key, &number, "you", &typed)?;
            tx.put(INSERT_WORD, &[ctx.organisation.into(), draft.id.into()])?;
            erase(&ctx, tx, desk, &number)?;
            erase(&ctx, tx, desk, &number)?;
            Ok(code.unwrap().reveal().to_owned())
        });
        let (verbs, opened, over, words) = town.write(move |tx, _| {
            let subject = parvis_journal::Subject::dossier(draft.id);
            let history = parvis_journal::history(tx, person.organisation, subject)?;
            let verbs: Vec<String> = history.into_iter().map(|entry| entry.verb).collect();
            let session = person.actor.session().unwrap();
            let opened = open_by_code(&person, tx, session, &draft.number, &code)?;
            let late = person.now + std::time::Duration::from_secs(400 * 24 * 3600);
            let words = tx.one(COUNT_WORDS, &[draft.id.into()], |row| row.int(0))?;
            Ok((verbs, opened, expired_drafts(tx, late)?, words))
        });
        let erased = verbs.iter().filter(|verb| *verb == "draft.erased");
        assert_eq!(erased.count(), 1, "{verbs:?}");
        assert!(!opened, "its code opens nothing");
        assert_eq!(words, 0, "no word leads to it");
        assert!(over.is_empty(), "it does not expire once more");
    });
}

#[test]
fn nobody_else_erases_a_draft_and_a_deposited_request_is_not_erased() {
    in_towns(|town| {
        let person = town.person();
        let number = town.draft(&person).number;
        for other in [town.person(), town.claire.clone()] {
            let number = number.clone();
            let refused = town.try_write(move |tx, desk| erase(&other, tx, desk, &number));
            assert!(matches!(
                refused,
                Err(DossierError::NotFound | DossierError::Access(_))
            ));
        }
        town.fill(&person, &number);
        town.deposit(&person, &number);
        let refused = town.try_write(move |tx, desk| erase(&person, tx, desk, &number));
        assert!(matches!(refused, Err(DossierError::NotNow { .. })));
    });
}

#[test]
fn the_page_of_an_erased_draft_is_shown_only_to_who_held_it() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    let link = format!("/dossiers/{number}/effacer");
    zoe.get(&link);
    zoe.post(&link, &[]);
    let mut karim = pages.browser();
    begin_for_myself(&mut karim);
    let foreign = karim.get(&link);
    let unknown = karim.get(&format!("/dossiers/{}/effacer", Number::draw()));
    assert_eq!(foreign.status, 404);
    assert_eq!(foreign.text(), unknown.text());
    zoe.cookies
        .insert(parvis_web::LANGUAGE_COOKIE.to_owned(), "en".to_owned());
    assert!(zoe.get(&link).says("Your draft is erased"));
}
