//! The desk: an agent makes a dossier with a person, through the person's own pages, and holds nothing of anybody else.

use http::StatusCode;
use parvis_access::{OrganisationRole, role};
use parvis_kernel::{Clock, Ctx};
use parvis_testkit::{Browser, Page};

use crate::town::{Known, Town, answers, in_towns};

/// Yann receives people; he instructs none of the procedures.
fn receive(town: &Town, who: &str) -> Browser {
    let place = &town.rochebrune;
    let id = place.agents.iter().find(|(own, _)| *own == who).unwrap().1;
    let ctx = Ctx::house(place.organisation.id, town.test.clock.now());
    town.house
        .store
        .write_blocking(move |tx| role::grant(&ctx, tx, id, OrganisationRole::Guichet))
        .unwrap();
    town.agent(place, who)
}

/// Begins a birth certificate with a person; its number and the page that follows.
fn begin(agent: &mut Browser, door: &str, email: &str) -> (String, Page) {
    let page = agent.get("/agent/guichet/commencer").shown();
    let form = page
        .form("/guichet/commencer")
        .fill("porte", door)
        .fill("demarche", "acte-naissance")
        .fill("courriel", email);
    let page = agent.post_form(&form).shown();
    let number = page.path.split('/').nth(2).unwrap().to_owned();
    (number, page)
}

/// The follow-up code that a page shows.
fn code_shown(page: &Page) -> String {
    let shown = page.texts("dd.parvis-reference");
    shown.last().unwrap().clone()
}

#[test]
fn a_dossier_is_made_at_the_desk_with_the_same_steps_and_says_by_whom() {
    in_towns(|town| {
        let mut yann = receive(town, "yann");
        let (number, shown) = begin(&mut yann, "guichet", "");
        let banner = shown.text(".parvis-served");
        assert!(banner.contains("Au guichet avec une personne."));
        let code = code_shown(&shown);
        let next = yann.get(&format!("/dossiers/{number}/pour-qui")).shown();
        let check = town.fill(&mut yann, &number, next, answers("acte-naissance"));
        assert!(check.has(".govuk-summary-list"), "{}", check.told());
        let receipt = town.declare(&mut yann, &number);
        assert!(receipt.told().contains(&number), "{}", receipt.told());
        assert!(receipt.told().contains(&code), "the person needs the code");
        town.work();

        let home = yann.get("/agent/guichet").shown();
        let end = yann.post_form(&home.form("/guichet/terminer")).shown();
        assert!(end.told().contains("Vous avez terminé"), "{}", end.told());
        for page in ["", "/recepisse", "/decision"] {
            let gone = yann.get(&format!("/dossiers/{number}{page}"));
            assert_ne!(gone.status, StatusCode::OK, "{page}");
        }

        let mut claire = town.agent(&town.rochebrune, "claire");
        let history = claire
            .get(&format!("/agent/dossiers/{number}/historique"))
            .shown();
        assert!(
            history.told().contains("Yann Le Goff, au guichet"),
            "{}",
            history.told()
        );
        let mut person = town.rochebrune.browser();
        let page = person.get("/suivi").shown();
        let form = page
            .form("/suivi")
            .fill("numero", &number)
            .fill("moyen", "code")
            .fill("code", &code);
        let followed = person.post_form(&form).shown();
        assert!(
            followed.told().contains("au guichet, avec un agent"),
            "{}",
            followed.told()
        );
    });
}

#[test]
fn whoever_cannot_make_the_request_is_told_at_the_desk_too_and_the_agent_deposits_nothing() {
    in_towns(|town| {
        let mut yann = receive(town, "yann");
        let (number, _) = begin(&mut yann, "guichet", "");
        let people = yann.get(&format!("/dossiers/{number}/pour-qui")).shown();
        yann.post_form(
            &people
                .form("/pour-qui")
                .fill("pour", "moi")
                .fill("nom", "Lenoir")
                .fill("prenoms", "Zoé"),
        );
        let step = |name: &str| format!("/dossiers/{number}/etapes/{name}");
        let page = yann.get(&step("document")).shown();
        let form = page.form("/etapes/document").fill("document", "full_copy");
        let _ = yann.post_form(&form.fill("copies", "1"));
        let page = yann.get(&step("lien")).shown();
        let form = page.form("/etapes/lien").fill("link", "other");
        let told = yann.post_form(&form).shown();
        assert!(told.path.ends_with("/impossible"), "{}", told.path);
        assert!(
            told.told()
                .contains("La loi ne permet pas de vous remettre ce document."),
            "{}",
            told.told()
        );
        let banner = told.text(".parvis-served");
        assert!(banner.contains("Au guichet avec une personne."));
        let page = yann.get(&format!("/dossiers/{number}/declarer"));
        assert!(
            !page.told().contains("Numéro de dossier"),
            "{}",
            page.told()
        );
        let page = yann.get(&step("lien")).shown();
        let form = page.form("/etapes/lien").fill("link", "self");
        let next = yann.post_form(&form).shown();
        assert!(next.path.ends_with("/etapes/personne"), "{}", next.path);
    });
}

#[test]
fn who_serves_a_person_sees_nothing_of_agents_and_nothing_of_others() {
    in_towns(|town| {
        let (_, other) = town.deposited(&town.rochebrune, "acte-naissance", Known::Code);
        let mut yann = receive(town, "yann");
        let (number, _) = begin(&mut yann, "telephone", "zoe@exemple.fr");
        for page in [
            format!("/agent/dossiers/{number}"),
            format!("/agent/dossiers/{other}"),
            format!("/dossiers/{other}"),
            format!("/dossiers/{other}/recepisse"),
        ] {
            let refused = yann.get(&page);
            assert_ne!(refused.status, StatusCode::OK, "{page}");
        }
        // The next person ends with the one before.
        let (next, _) = begin(&mut yann, "guichet", "");
        let gone = yann.get(&format!("/dossiers/{number}/taches"));
        assert_ne!(gone.status, StatusCode::OK);
        let held = yann.get(&format!("/dossiers/{next}/taches"));
        assert_eq!(held.status, StatusCode::OK);
    });
}

#[test]
fn a_draft_is_taken_up_again_by_its_agent_or_with_the_code_of_the_person() {
    in_towns(|town| {
        let mut yann = receive(town, "yann");
        let (number, shown) = begin(&mut yann, "guichet", "");
        let code = code_shown(&shown);
        let home = yann.get("/agent/guichet").shown();
        let end = yann.post_form(&home.form("/guichet/terminer")).shown();
        let again = end.form(&format!("/guichet/dossiers/{number}"));
        let taken = yann.post_form(&again).shown();
        assert!(taken.path.ends_with("/taches"), "{}", taken.path);

        let mut claire = town.agent(&town.rochebrune, "claire");
        let take_up = |claire: &mut Browser, code: &str| {
            let page = claire.get("/agent/guichet/reprendre").shown();
            let form = page
                .form("/guichet/reprendre")
                .fill("porte", "telephone")
                .fill("numero", &number)
                .fill("code", code);
            claire.post_form(&form)
        };
        for wrong in ["", "AAAA-AAAA-AAAA"] {
            let refused = take_up(&mut claire, wrong);
            assert_eq!(
                refused.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{wrong:?}"
            );
        }
        let taken = take_up(&mut claire, &code).shown();
        let banner = taken.text(".parvis-served");
        assert!(banner.contains("Au téléphone avec une personne."));
    });
}

#[test]
fn who_receives_nobody_begins_nothing() {
    in_towns(|town| {
        let mut rosa = town.agent(&town.rochebrune, "rosa");
        let home = rosa.get("/agent/guichet").shown();
        assert!(home.told().contains("Vous ne recevez pas de public"));
        let refused = rosa.get("/agent/guichet/commencer");
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_instructeur_completes_a_deposited_dossier_with_the_person_on_the_phone() {
    in_towns(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &number);
        town.ask(&mut claire, &number, "copies", "Combien d’exemplaires ?");
        let page = claire.get("/agent/guichet/reprendre").shown();
        let form = page
            .form("/guichet/reprendre")
            .fill("porte", "telephone")
            .fill("numero", &number);
        let followed = claire.post_form(&form).shown();
        assert!(followed.path.ends_with(&number), "{}", followed.path);
        let asked = claire.get(&format!("/dossiers/{number}/completer")).shown();
        let form = asked.form("/completer").fill("copies", "3");
        let _ = claire.post_form(&form).shown();
        let file = town.open_file(&mut claire, &number);
        assert!(file.told().contains("exemplaires ? 3"), "{}", file.told());
        let history = claire
            .get(&format!("/agent/dossiers/{number}/historique"))
            .shown();
        assert!(
            history.told().contains("Claire Martin, au téléphone"),
            "{}",
            history.told()
        );
    });
}
