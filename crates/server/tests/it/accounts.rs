//! The optional account of a person, through the pages.

use http::StatusCode;
use parvis_testkit::{Browser, Page};

use crate::town::{Known, SECRET_SENTENCE, Town, in_towns};

const ZOE: &str = "zoe.lenoir@exemple.fr";
const NEW: &str = "zoe.nouvelle@exemple.fr";
const PAUL: &str = "paul@exemple.fr";

/// Begins a draft while signed in: without any code.
fn begin(browser: &mut Browser) -> String {
    let page = browser.get("/demarches/acte-naissance/commencer").shown();
    let people = browser.post_form(&page.form("/commencer").fill("connu", "compte"));
    let people = people.shown();
    let number = people.path.split('/').nth(2).unwrap().to_owned();
    assert_eq!(people.path, format!("/dossiers/{number}/pour-qui"));
    number
}

fn recovery_codes(page: &Page) -> Vec<String> {
    page.texts("ol strong.parvis-reference")
}

#[test]
fn an_account_is_opened_with_a_code_and_gathers_what_is_begun_in_it() {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        assert!(
            zoe.get("/compte")
                .told()
                .contains("Vous n’avez encore rien ici")
        );
        assert!(
            town.post
                .text(ZOE)
                .contains("Un compte vient d’être ouvert")
        );
        let number = begin(&mut zoe);
        let home = zoe.get("/compte").shown();
        assert!(home.told().contains(&number) && home.told().contains("Brouillon à finir"));
        // Another device: the account opens the draft, no code is asked.
        let mut other = town.rochebrune.browser();
        let _ = town.sign_in(&mut other, ZOE, SECRET_SENTENCE).shown();
        assert_eq!(
            other.get(&format!("/dossiers/{number}/taches")).status,
            StatusCode::OK
        );
        // Somebody else, with an account too, sees nothing of it.
        let mut paul = town.open_account(&town.rochebrune, PAUL);
        assert!(!paul.get("/compte").told().contains(&number));
        let foreign = paul.get(&format!("/dossiers/{number}/taches"));
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_account_is_of_one_organisation_only() {
    in_towns(|town| {
        let zoe = town.open_account(&town.rochebrune, ZOE);
        let mut there = town.valmont.browser();
        let refused = town.sign_in(&mut there, ZOE, SECRET_SENTENCE);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut stolen = town.valmont.browser();
        stolen.keep("__Host-parvis", zoe.cookie("__Host-parvis").unwrap());
        let asked = stolen.get("/compte");
        assert_eq!(asked.leads_to(), "/compte/connexion?retour=/compte");
        // The same address may have an account there: another one.
        let mut zoe_there = town.open_account(&town.valmont, ZOE);
        assert_eq!(zoe_there.get("/compte").status, StatusCode::OK);
    });
}

#[test]
fn an_unknown_address_and_a_wrong_password_get_the_same_answer() {
    in_towns(|town| {
        let _ = town.open_account(&town.rochebrune, ZOE);
        let answer = |address: &str| {
            let mut browser = town.rochebrune.browser();
            let page = town.sign_in(&mut browser, address, "ce n'est pas la bonne phrase");
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            page.told().replace(address, "ADDRESS")
        };
        assert_eq!(answer(ZOE), answer("personne@exemple.fr"));
        let code = |address: &str| {
            let mut browser = town.rochebrune.browser();
            let page = browser.get("/compte/connexion/code").shown();
            let form = page.form("/compte/connexion/code").fill("email", address);
            let sent = browser.post_form(&form).shown();
            town.work();
            sent.text("h1")
        };
        assert_eq!(code(ZOE), code("personne@exemple.fr"));
        assert!(town.post.to("personne@exemple.fr").is_empty());
    });
}

#[test]
fn a_session_planted_before_signing_in_opens_nothing_after() {
    in_towns(|town| {
        let _ = town.open_account(&town.rochebrune, ZOE);
        // The attacker's session, planted in the browser of the person.
        let mut planted = town.rochebrune.browser();
        let page = planted.get("/compte/connexion/code").shown();
        let form = page.form("/compte/connexion/code").fill("email", PAUL);
        let _ = planted.post_form(&form).shown();
        let attacker = planted.clone();
        let _ = town.sign_in(&mut planted, ZOE, SECRET_SENTENCE).shown();
        assert_ne!(
            planted.cookie("__Host-parvis"),
            attacker.cookie("__Host-parvis")
        );
        let mut attacker = attacker;
        assert!(
            attacker
                .get("/compte")
                .leads_to()
                .starts_with("/compte/connexion")
        );
    });
}

#[test]
fn after_several_wrong_passwords_the_right_one_waits_and_a_code_still_opens() {
    in_towns(|town| {
        let _ = town.open_account(&town.rochebrune, ZOE);
        for _ in 0..5 {
            let mut browser = town.rochebrune.browser();
            let _ = town.sign_in(&mut browser, ZOE, "ce n'est pas la bonne phrase");
        }
        let mut browser = town.rochebrune.browser();
        let refused = town.sign_in(&mut browser, ZOE, SECRET_SENTENCE);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = browser.get("/compte/connexion/code").shown();
        let form = page.form("/compte/connexion/code").fill("email", ZOE);
        let waiting = browser.post_form(&form).shown();
        let home = town.give_code(&mut browser, &waiting, ZOE);
        assert_eq!(home.shown().path, "/compte");
    });
}

#[test]
fn with_a_second_factor_the_password_alone_opens_nothing_and_a_recovery_code_serves_once() {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        let number = begin(&mut zoe);
        let (_, shown) = town.add_second_factor(&mut zoe);
        let codes = recovery_codes(&shown);
        assert_eq!(codes.len(), 10);
        let mut half = town.rochebrune.browser();
        let asked = town.sign_in(&mut half, ZOE, SECRET_SENTENCE).shown();
        assert_eq!(asked.path, "/compte/connexion/second-facteur");
        let closed = half.get(&format!("/dossiers/{number}/taches"));
        assert_eq!(closed.status, StatusCode::NOT_FOUND);
        assert!(
            half.get("/compte/securite")
                .leads_to()
                .starts_with("/compte/connexion")
        );
        let mut second = town.rochebrune.browser();
        let again = town.sign_in(&mut second, ZOE, SECRET_SENTENCE).shown();
        let form = |page: &Page| {
            page.form("/second-facteur")
                .fill("code", &codes[3].to_lowercase())
        };
        assert_eq!(half.post_form(&form(&asked)).shown().path, "/compte");
        let refused = second.submit(&form(&again));
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        town.work();
        assert!(town.post.text(ZOE).contains("Un code de secours a servi"));
        let security = half.get("/compte/securite").shown();
        assert!(
            security.told().contains("Il en reste 9"),
            "{}",
            security.told()
        );
    });
}

#[test]
fn a_new_password_ends_the_other_sessions() {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        let mut other = town.rochebrune.browser();
        let _ = town.sign_in(&mut other, ZOE, SECRET_SENTENCE).shown();
        let page = zoe.get("/compte/mot-de-passe").shown();
        let weak = zoe.submit(&page.form("/mot-de-passe").fill("password", "motdepasse123"));
        assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = page
            .form("/mot-de-passe")
            .fill("password", "trois cerfs volants au grenier");
        assert!(
            zoe.post_form(&form)
                .shown()
                .told()
                .contains("Votre mot de passe est changé")
        );
        assert!(
            other
                .get("/compte")
                .leads_to()
                .starts_with("/compte/connexion")
        );
        assert_eq!(zoe.get("/compte").status, StatusCode::OK);
    });
}

#[test]
fn what_matters_most_asks_again_who_one_is_after_a_quarter_of_an_hour() {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        town.later(16 * 60);
        let page = zoe.open("/compte/supprimer").shown();
        assert_eq!(page.path, "/compte/confirmer?retour=/compte/supprimer");
        let wrong = zoe.submit(
            &page
                .form("/compte/confirmer")
                .fill("password", "ce n'est pas elle"),
        );
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = page
            .form("/compte/confirmer")
            .fill("password", SECRET_SENTENCE);
        assert_eq!(zoe.post_form(&form).shown().path, "/compte/supprimer");
        town.later(16 * 60);
        let page = zoe.open("/compte/adresse").shown();
        let waiting = zoe.post_form(&page.form("/compte/confirmer/code")).shown();
        let back = town.give_code(&mut zoe, &waiting, ZOE).shown();
        assert_eq!(back.path, "/compte/adresse");
    });
}

/// Changes the address of a signed-in browser.
fn change_address(town: &Town, browser: &mut Browser, to: &str) -> Page {
    let page = browser.get("/compte/adresse").shown();
    let waiting = browser.post_form(&page.form("/compte/adresse").fill("email", to));
    let confirm = town.give_code(browser, &waiting.shown(), to).shown();
    let changed = browser.post_form(&confirm.form("/compte/adresse/suite"));
    town.work();
    changed
}

#[test]
fn the_old_address_is_told_of_a_change_and_puts_itself_back_for_seven_days() {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        let done = change_address(town, &mut zoe, NEW).shown();
        assert!(done.told().contains(NEW));
        let mut at_new = town.rochebrune.browser();
        assert_eq!(
            town.sign_in(&mut at_new, NEW, SECRET_SENTENCE).path,
            "/compte"
        );
        let (_, _) = town.add_second_factor(&mut at_new);
        let link = town.link_of(ZOE, "remplacée");
        let mut reader = town.rochebrune.browser();
        let page = reader.get(&link).shown();
        assert_eq!(
            at_new.get("/compte").status,
            StatusCode::OK,
            "reading changes nothing"
        );
        let done = reader
            .post_form(&page.form("/compte/adresse/annuler"))
            .shown();
        assert_eq!(done.text("h1"), "Votre adresse est remise");
        assert!(
            at_new
                .get("/compte")
                .leads_to()
                .starts_with("/compte/connexion")
        );
        // The password that somebody else may know serves no more; a code to the old address opens, without the factor added since.
        let mut back = town.rochebrune.browser();
        let refused = town.sign_in(&mut back, ZOE, SECRET_SENTENCE);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = back.get("/compte/connexion/code").shown();
        let waiting = back
            .post_form(&page.form("/connexion/code").fill("email", ZOE))
            .shown();
        assert_eq!(town.give_code(&mut back, &waiting, ZOE).path, "/compte");
        let form = page_again(&mut reader, &link);
        let again = reader.submit(&form);
        assert_eq!(again.status, StatusCode::GONE);
    });
}

fn page_again(reader: &mut Browser, link: &str) -> parvis_testkit::Form {
    reader.get(link).shown().form("/compte/adresse/annuler")
}

#[test]
fn a_change_of_address_cannot_be_undone_after_seven_days_nor_with_a_made_up_link() {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        let _ = change_address(town, &mut zoe, NEW).shown();
        let link = town.link_of(ZOE, "remplacée");
        let mut reader = town.rochebrune.browser();
        let forged = link.replace("&j=", "&j=0");
        let refused = reader.submit(&page_again(&mut town.rochebrune.browser(), &forged));
        assert!(refused.status.is_client_error());
        // The link of one organisation says nothing to another.
        let mut there = town.valmont.browser();
        let form = page_again(&mut there, &link);
        assert_eq!(there.submit(&form).status, StatusCode::GONE);
        town.later(7 * 24 * 3600);
        let form = page_again(&mut reader, &link);
        assert_eq!(reader.submit(&form).status, StatusCode::GONE);
        assert_eq!(
            town.sign_in(&mut reader, NEW, SECRET_SENTENCE).path,
            "/compte"
        );
    });
}

#[test]
fn a_dossier_is_added_with_its_proof_and_never_by_its_address_alone() {
    in_towns(|town| {
        let known = Known::Email(ZOE);
        let (_, by_mail) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let (mut helper, by_code) = {
            let place = &town.rochebrune;
            let mut browser = place.browser();
            let (number, _) = town.begin(place, &mut browser, "acte-naissance", Known::Code);
            (browser, number)
        };
        let code = helper
            .get(&format!("/dossiers/{by_code}/code-de-suivi"))
            .shown();
        let code = code.texts(".parvis-reference")[1].clone();
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        assert!(
            !zoe.get("/compte").told().contains(&by_mail),
            "nothing comes by itself"
        );
        let add = zoe.get("/compte/ajouter").shown();
        let fill = |number: &str| add.form("/compte/ajouter").fill("numero", number);
        let wrong = fill(&by_code)
            .fill("moyen", "code")
            .fill("code", "AAAA-AAAA-AAAA");
        assert_eq!(zoe.submit(&wrong).status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = fill(&by_code).fill("moyen", "code").fill("code", &code);
        assert!(zoe.post_form(&right).shown().told().contains(&by_code));
        let right = fill(&by_mail)
            .fill("moyen", "courriel")
            .fill("courriel", ZOE);
        let waiting = zoe.post_form(&right).shown();
        let home = town.give_code(&mut zoe, &waiting, ZOE).shown();
        assert!(home.told().contains(&by_mail) && home.path == "/compte?fait=ajoute");
        // Taken out: the follow-up code still opens it.
        let page = zoe
            .get(&format!("/compte/dossiers/{by_code}/retirer"))
            .shown();
        assert!(page.told().contains(&code));
        let home = zoe.post_form(&page.form("/retirer")).shown();
        let shown = home.texts(".govuk-task-list__hint").join(" ");
        assert!(!shown.contains(&by_code) && shown.contains(&by_mail));
        let gone = zoe.get(&format!("/dossiers/{by_code}/taches"));
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        let still = helper.get(&format!("/dossiers/{by_code}/taches"));
        assert_eq!(still.status, StatusCode::OK);
    });
}

#[test]
fn everything_leaves_in_a_file_and_the_account_is_closed_with_its_drafts_if_asked() {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        let number = begin(&mut zoe);
        let page = zoe.get("/compte/donnees").shown();
        let file = zoe.submit(&page.form("/compte/donnees"));
        assert_eq!(
            file.header("content-type"),
            "application/json; charset=utf-8"
        );
        let held: serde_json::Value = serde_json::from_str(&file.source()).unwrap();
        assert_eq!(held["account"]["address"], ZOE);
        assert_eq!(held["dossiers"][0]["number"], number);
        assert_eq!(held["dossiers"][0]["people"]["contact"]["email"], ZOE);
        let page = zoe.get("/compte/supprimer").shown();
        let form = page.form("/compte/supprimer").tick("brouillons", "oui");
        let done = zoe.post_form(&form).shown();
        assert_eq!(done.path, "/compte/supprime");
        town.work();
        assert!(town.post.text(ZOE).contains("Votre compte a été supprimé"));
        let mut back = town.rochebrune.browser();
        let refused = town.sign_in(&mut back, ZOE, SECRET_SENTENCE);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        // The address is free again, and the draft is gone.
        let mut again = town.open_account(&town.rochebrune, ZOE);
        assert!(!again.get("/compte").told().contains(&number));
        let gone = again.get(&format!("/dossiers/{number}/taches"));
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_lost_second_factor_is_taken_off_by_an_administrator_after_three_days_unless_the_person_says_no()
 {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        let (_, _) = town.add_second_factor(&mut zoe);
        let mut karim = town.agent(&town.rochebrune, "karim");
        let refused = karim.get("/agent/comptes/second-facteur");
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        town.make_administrator(&town.rochebrune, "claire");
        let ask = || {
            let mut claire = town.agent(&town.rochebrune, "claire");
            let page = claire.get("/agent/comptes/second-facteur").shown();
            let form = page.form("/comptes/second-facteur").fill("email", ZOE);
            let unseen = claire.submit(&form);
            assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY);
            let done = claire.submit(&form.tick("identite", "oui")).shown();
            assert!(done.told().contains("La demande est faite"));
            town.work();
        };
        ask();
        let mut reader = town.rochebrune.browser();
        let page = reader.get(&town.link_of(ZOE, "accueil")).shown();
        let kept = reader.submit(&page.form("/second-facteur/annuler")).shown();
        assert_eq!(kept.text("h1"), "La demande est annulée");
        town.later(73 * 3600);
        let mut early = town.rochebrune.browser();
        let asked = town.sign_in(&mut early, ZOE, SECRET_SENTENCE);
        assert_eq!(asked.path, "/compte/connexion/second-facteur");
        ask();
        town.later(71 * 3600);
        let asked = town.sign_in(&mut town.rochebrune.browser(), ZOE, SECRET_SENTENCE);
        assert_eq!(asked.path, "/compte/connexion/second-facteur");
        town.later(3600);
        let mut through = town.rochebrune.browser();
        assert_eq!(
            town.sign_in(&mut through, ZOE, SECRET_SENTENCE).path,
            "/compte"
        );
        let activity = through.get("/compte/activite").shown();
        assert!(
            activity.told().contains("comme demandé à l’accueil"),
            "{}",
            activity.told()
        );
        assert!(activity.told().contains("par un agent"));
    });
}

#[test]
fn a_device_is_signed_out_from_afar_and_no_account_ends_the_session_of_another() {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        let mut other = town.rochebrune.browser();
        let _ = town.sign_in(&mut other, ZOE, SECRET_SENTENCE).shown();
        let page = zoe.get("/compte/appareils").shown();
        let id = page.attr("input[name=session]", "value").unwrap();
        let mut paul = town.open_account(&town.rochebrune, PAUL);
        let _ = town
            .sign_in(&mut town.rochebrune.browser(), PAUL, SECRET_SENTENCE)
            .shown();
        let foreign = paul.get("/compte/appareils").shown();
        let form = foreign.form("/compte/appareils").tamper("session", &id);
        let _ = paul.post_form(&form).shown();
        assert_eq!(other.get("/compte").status, StatusCode::OK);
        let _ = zoe.post_form(&page.form("/compte/appareils")).shown();
        assert!(
            other
                .get("/compte")
                .leads_to()
                .starts_with("/compte/connexion")
        );
        assert_eq!(zoe.get("/compte").status, StatusCode::OK);
    });
}

#[test]
fn an_address_that_has_an_account_is_told_only_to_who_reads_it() {
    in_towns(|town| {
        let _ = town.open_account(&town.rochebrune, ZOE);
        let mut browser = town.rochebrune.browser();
        let page = browser.get("/compte/ouvrir").shown();
        let waiting = browser
            .post_form(&page.form("/compte/ouvrir").fill("email", ZOE))
            .shown();
        assert!(!waiting.told().contains("déjà un compte"));
        let told = town.give_code(&mut browser, &waiting, ZOE).shown();
        assert_eq!(told.text("h1"), "Vous avez déjà un compte");
    });
}
