//! Passkeys of accounts, through the pages, with a device in software.

use http::StatusCode;
use parvis_testkit::{Authenticator, Browser, Page};
use serde_json::Value;

use crate::town::{SECRET_SENTENCE, Town, in_towns};

const ZOE: &str = "zoe.lenoir@exemple.fr";
const PAUL: &str = "paul@exemple.fr";
const ENTER: &str = "/compte/connexion/cle";

/// Somebody with an account, a device with its passkey, and the page that followed.
fn with_passkey(town: &Town, address: &str) -> (Browser, Authenticator, Page) {
    let mut browser = town.open_account(&town.rochebrune, address);
    let mut device = Authenticator::default();
    let page = town.add_passkey(&mut browser, &mut device, "Téléphone");
    (browser, device, page)
}

/// The page of sign-in, what it asks of a device and where.
fn asking(town: &Town) -> (Browser, Page, String, String) {
    let mut browser = town.rochebrune.browser();
    let page = browser.get("/compte/connexion").shown();
    let (options, origin) = town.asked(&mut browser, &page);
    (browser, page, options, origin)
}

/// Sends an answer from the page of sign-in; it must be refused, with these words.
fn refused(browser: &mut Browser, page: &Page, answer: &str, words: &str) {
    let sent = browser.submit(&page.form(ENTER).tamper("reponse", answer));
    assert_eq!(
        sent.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        sent.told()
    );
    assert!(sent.told().contains(words), "{}", sent.told());
    let home = browser.get("/compte");
    assert!(home.leads_to().starts_with("/compte/connexion"));
}

fn edited(options: &str, edit: impl FnOnce(&mut Value)) -> String {
    let mut options: Value = serde_json::from_str(options).unwrap();
    edit(&mut options["publicKey"]);
    options.to_string()
}

const UNKNOWN: &str = "n’ouvre pas de compte ici";
const LATE: &str = "Le temps est écoulé";

#[test]
fn a_passkey_opens_the_account_without_password_and_its_person_sees_all_that_it_did() {
    in_towns(|town| {
        let (mut zoe, mut device, codes) = with_passkey(town, ZOE);
        assert_eq!(codes.texts("ol strong.parvis-reference").len(), 10);
        assert!(
            town.post
                .text(ZOE)
                .contains("Une clé d’accès a été ajoutée")
        );
        let list = zoe.get("/compte/cles").shown();
        assert_eq!(list.texts("h2.govuk-summary-card__title"), ["Téléphone"]);
        assert!(list.told().contains("N’a pas encore servi"));
        town.later(3600);
        let mut elsewhere = town.rochebrune.browser();
        let home = town.enter_with(&mut elsewhere, &mut device).shown();
        assert_eq!(home.path, "/compte");
        // Both factors at once: what matters most is open at once.
        assert_eq!(elsewhere.get("/compte/mot-de-passe").status, StatusCode::OK);
        let list = elsewhere.get("/compte/cles").shown();
        assert!(
            list.told().contains("Dernière connexion"),
            "{}",
            list.told()
        );
        let activity = elsewhere.get("/compte/activite").shown().told();
        assert!(activity.contains("Vous vous êtes connecté avec une clé d’accès"));
        assert!(activity.contains("Une clé d’accès a été ajoutée"));
        assert_eq!(
            elsewhere
                .get("/compte/appareils")
                .shown()
                .texts("h2.govuk-summary-card__title")
                .len(),
            2
        );
        // It is in what the person takes away.
        let page = elsewhere.get("/compte/donnees").shown();
        let file = elsewhere.submit(&page.form("/compte/donnees"));
        let held: Value = serde_json::from_str(&file.source()).unwrap();
        assert_eq!(held["passkeys"][0]["name"], "Téléphone");
        // Again, and again.
        for _ in 0..2 {
            let mut other = town.rochebrune.browser();
            let home = town.enter_with(&mut other, &mut device);
            assert_eq!(home.shown().path, "/compte");
        }
    });
}

#[test]
fn with_a_passkey_the_password_alone_opens_nothing_and_the_passkey_or_a_recovery_code_does() {
    in_towns(|town| {
        let (_, mut device, codes) = with_passkey(town, ZOE);
        let mut half = town.rochebrune.browser();
        let asked = town.sign_in(&mut half, ZOE, SECRET_SENTENCE).shown();
        assert_eq!(asked.path, "/compte/connexion/second-facteur");
        assert!(asked.told().contains("Servez-vous d’une clé d’accès"));
        let (options, _) = town.asked(&mut half, &asked);
        let options: Value = serde_json::from_str(&options).unwrap();
        let allowed = &options["publicKey"]["allowCredentials"];
        assert_eq!(allowed.as_array().unwrap().len(), 1);
        let form = town.answered(&mut half, &asked, &mut device);
        assert_eq!(half.post_form(&form).shown().path, "/compte");
        let mut half = town.rochebrune.browser();
        let asked = town.sign_in(&mut half, ZOE, SECRET_SENTENCE).shown();
        let codes = codes.texts("ol strong.parvis-reference");
        let form = asked.form("/second-facteur").fill("code", &codes[0]);
        assert_eq!(half.post_form(&form).shown().path, "/compte");
    });
}

#[test]
fn the_passkey_of_somebody_else_is_no_second_factor_of_mine() {
    in_towns(|town| {
        let _ = with_passkey(town, ZOE);
        let (_, mut pauls, _) = with_passkey(town, PAUL);
        let mut half = town.rochebrune.browser();
        let asked = town.sign_in(&mut half, ZOE, SECRET_SENTENCE).shown();
        let (options, origin) = town.asked(&mut half, &asked);
        let any = edited(&options, |asked| asked["allowCredentials"] = Value::Null);
        let answer = pauls.prove(&any, &origin);
        let sent = half.submit(&asked.form(ENTER).tamper("reponse", &answer));
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.told().contains(UNKNOWN), "{}", sent.told());
        assert!(
            half.get("/compte")
                .leads_to()
                .starts_with("/compte/connexion")
        );
        // A device that says that its key is of somebody else.
        let (mut browser, page, options, origin) = asking(town);
        let answer: Value = serde_json::from_str(&pauls.prove(&options, &origin)).unwrap();
        for person in [Value::Null, "AAAAAAAAAAAAAAAAAAAAAA".into(), "AAAA".into()] {
            let mut lie = answer.clone();
            lie["response"]["userHandle"] = person;
            let _ = town.asked(&mut browser, &page);
            refused(&mut browser, &page, &lie.to_string(), UNKNOWN);
        }
    });
}

#[test]
fn an_answer_serves_once_for_five_minutes_and_in_the_browser_that_was_asked() {
    in_towns(|town| {
        let (_, mut device, _) = with_passkey(town, ZOE);
        // Seen by somebody else on its way.
        let (mut browser, page, options, origin) = asking(town);
        let answer = device.prove(&options, &origin);
        let mut thief = town.rochebrune.browser();
        let theirs = thief.get("/compte/connexion").shown();
        refused(&mut thief, &theirs, &answer, LATE);
        let _ = town.asked(&mut thief, &theirs);
        refused(&mut thief, &theirs, &answer, UNKNOWN);
        // Twice from the same page.
        let mut again = browser.clone();
        let form = page.form(ENTER).tamper("reponse", &answer);
        assert_eq!(browser.post_form(&form).shown().path, "/compte");
        refused(&mut again, &page, &answer, LATE);
        // Too late.
        let (mut browser, page, options, origin) = asking(town);
        let answer = device.prove(&options, &origin);
        town.later(300);
        refused(&mut browser, &page, &answer, LATE);
        // Asked again since: the first question has no answer any more.
        let (mut browser, page, options, origin) = asking(town);
        let answer = device.prove(&options, &origin);
        let _ = town.asked(&mut browser, &page);
        refused(&mut browser, &page, &answer, UNKNOWN);
        // What was asked to sign in makes no passkey.
        let mut zoe = town.rochebrune.browser();
        let _ = town.enter_with(&mut zoe, &mut device).shown();
        let page = zoe.get("/compte/cles/ajouter").shown();
        let (options, origin) = town.asked(&mut zoe, &page);
        let answer = Authenticator::default().make(&options, &origin);
        let confirm = zoe.get("/compte/confirmer").shown();
        let _ = town.asked(&mut zoe, &confirm);
        let form = page.form("/ajouter").tamper("reponse", &answer);
        let sent = zoe.submit(&form);
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.told().contains(LATE), "{}", sent.told());
    });
}

#[test]
fn an_answer_given_elsewhere_or_without_checking_the_person_opens_nothing() {
    in_towns(|town| {
        let (_, mut device, _) = with_passkey(town, ZOE);
        let (mut browser, page, options, _) = asking(town);
        let answer = device.prove(&options, "https://rochebrune.exarnple");
        refused(&mut browser, &page, &answer, "vient d’un autre site");
        let (mut browser, page, options, origin) = asking(town);
        device.site = Some("rochebrune.exarnple".to_owned());
        let answer = device.prove(&options, &origin);
        refused(&mut browser, &page, &answer, "vient d’un autre site");
        device.site = None;
        let (mut browser, page, options, origin) = asking(town);
        device.careless = true;
        let answer = device.prove(&options, &origin);
        refused(&mut browser, &page, &answer, "n’a pas vérifié");
    });
}

#[test]
fn a_passkey_of_one_organisation_opens_nothing_in_another() {
    in_towns(|town| {
        let (_, mut device, _) = with_passkey(town, ZOE);
        let _ = town.open_account(&town.valmont, ZOE);
        let before = town.traces(town.rochebrune.organisation.id).len();
        let mut browser = town.valmont.browser();
        let page = browser.get("/compte/connexion").shown();
        let (options, origin) = town.asked(&mut browser, &page);
        // A device that answers for whatever site it is told.
        let asked = edited(&options, |asked| {
            asked["rpId"] = "rochebrune.example".into()
        });
        device.site = Some("valmont.example".to_owned());
        let answer = device.prove(&asked, &origin);
        refused(&mut browser, &page, &answer, UNKNOWN);
        assert_eq!(town.traces(town.rochebrune.organisation.id).len(), before);
    });
}

#[test]
fn a_copy_is_refused_by_its_counter_and_the_person_is_told() {
    in_towns(|town| {
        let (_, mut device, _) = with_passkey(town, ZOE);
        let mut copy = device.clone();
        let _ = town
            .enter_with(&mut town.rochebrune.browser(), &mut device)
            .shown();
        let (mut browser, page, options, origin) = asking(town);
        let answer = copy.prove(&options, &origin);
        refused(
            &mut browser,
            &page,
            &answer,
            "une copie en circule peut-être",
        );
        town.work();
        assert!(
            town.post
                .text(ZOE)
                .contains("il en existe peut-être une copie")
        );
        let traces = town.traces(town.rochebrune.organisation.id);
        let told = traces
            .iter()
            .filter(|trace| trace.verb == "account.passkey_suspected");
        assert_eq!(told.count(), 1);
        // The original goes on.
        let home = town.enter_with(&mut town.rochebrune.browser(), &mut device);
        assert_eq!(home.shown().path, "/compte");
    });
}

/// The address of a page of the only passkey of an account.
fn page_of(browser: &mut Browser, end: &str) -> String {
    let list = browser.get("/compte/cles").shown();
    let links = list
        .attrs(".govuk-summary-card__action a", "href")
        .into_iter();
    let mut links = links.filter(|link| link.ends_with("/retirer") == (end == "/retirer"));
    links.next().expect("a passkey in the list")
}

#[test]
fn a_passkey_is_renamed_then_removed_and_opens_nothing_any_more() {
    in_towns(|town| {
        let (mut zoe, mut device, codes) = with_passkey(town, ZOE);
        let page = page_of(&mut zoe, "");
        let form = zoe.get(&page).shown().form(&page);
        for wrong in [String::new(), "x".repeat(61)] {
            let refused = zoe.submit(&form.clone().fill("nom", &wrong));
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let list = zoe.post_form(&form.fill("nom", "<b>Bureau</b>")).shown();
        assert_eq!(
            list.texts("h2.govuk-summary-card__title"),
            ["<b>Bureau</b>"]
        );
        // Somebody else has no such passkey.
        let mut paul = town.open_account(&town.rochebrune, PAUL);
        for path in [
            page.clone(),
            format!("{page}/retirer"),
            "/compte/cles/rien".into(),
        ] {
            assert_eq!(paul.get(&path).status, StatusCode::NOT_FOUND);
        }
        let removal = page_of(&mut zoe, "/retirer");
        let theirs = zoe.get(&removal).shown().form("/retirer");
        let csrf = paul.get("/compte/cles/ajouter").shown();
        let csrf = csrf.attr("input[name=csrf]", "value").unwrap();
        let refused = paul.submit(&theirs.tamper("csrf", &csrf));
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        // The last second factor: it is said, and the recovery codes go with it.
        let warned = zoe.get(&removal).shown();
        assert!(
            warned
                .told()
                .contains("C’est votre dernière deuxième étape")
        );
        let list = zoe.post_form(&warned.form("/retirer")).shown();
        assert!(list.told().contains("La clé d’accès est retirée"));
        town.work();
        assert!(
            town.post
                .text(ZOE)
                .contains("Une clé d’accès a été retirée")
        );
        let (mut browser, page, options, origin) = asking(town);
        let answer = device.prove(&options, &origin);
        refused_as_before(&mut browser, &page, &answer);
        let mut again = town.rochebrune.browser();
        let home = town.sign_in(&mut again, ZOE, SECRET_SENTENCE);
        assert_eq!(home.path, "/compte");
        drop(codes);
        assert_eq!(
            zoe.get(&removal).status,
            StatusCode::NOT_FOUND,
            "it is gone"
        );
    });
}

fn refused_as_before(browser: &mut Browser, page: &Page, answer: &str) {
    refused(browser, page, answer, UNKNOWN);
}

#[test]
fn an_application_and_a_passkey_stand_beside_each_other() {
    in_towns(|town| {
        let (mut zoe, mut device, _) = with_passkey(town, ZOE);
        let (_, after) = town.add_second_factor(&mut zoe);
        assert!(
            after
                .told()
                .contains("Vos codes de secours restent les mêmes")
        );
        // No warning: the application stays when the passkey goes, and the passkey when the application goes.
        let removal = page_of(&mut zoe, "/retirer");
        let page = zoe.get(&removal).shown();
        assert!(!page.told().contains("dernière deuxième étape"));
        let page = zoe.get("/compte/second-facteur/retirer").shown();
        assert!(
            page.told()
                .contains("Vos clés d’accès et vos codes de secours restent")
        );
        let security = zoe.post_form(&page.form("/second-facteur/retirer")).shown();
        assert!(
            security.told().contains("Il en reste 10"),
            "{}",
            security.told()
        );
        town.work();
        assert!(
            town.post
                .text(ZOE)
                .contains("Vos clés d’accès et vos codes de secours servent toujours")
        );
        let mut half = town.rochebrune.browser();
        let asked = town.sign_in(&mut half, ZOE, SECRET_SENTENCE);
        assert_eq!(asked.path, "/compte/connexion/second-facteur");
        let home = town.enter_with(&mut town.rochebrune.browser(), &mut device);
        assert_eq!(home.shown().path, "/compte");
    });
}

#[test]
fn a_passkey_proves_again_who_one_is() {
    in_towns(|town| {
        let (mut zoe, mut device, _) = with_passkey(town, ZOE);
        let (_, mut pauls, _) = with_passkey(town, PAUL);
        town.later(16 * 60);
        let page = zoe.open("/compte/supprimer").shown();
        assert_eq!(page.path, "/compte/confirmer?retour=/compte/supprimer");
        let (options, origin) = town.asked(&mut zoe, &page);
        let any = edited(&options, |asked| asked["allowCredentials"] = Value::Null);
        let answer = pauls.prove(&any, &origin);
        let sent = zoe.submit(&page.form(ENTER).tamper("reponse", &answer));
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = town.answered(&mut zoe, &page, &mut device);
        let before = zoe.cookie("__Host-parvis").map(str::to_owned);
        assert_eq!(zoe.post_form(&form).shown().path, "/compte/supprimer");
        assert_ne!(zoe.cookie("__Host-parvis").map(str::to_owned), before);
        // An account that is closed takes its passkeys with it.
        let page = zoe.get("/compte/supprimer").shown();
        let _ = zoe.post_form(&page.form("/compte/supprimer")).shown();
        let (mut browser, page, options, origin) = asking(town);
        let answer = device.prove(&options, &origin);
        refused(&mut browser, &page, &answer, UNKNOWN);
    });
}

#[test]
fn adding_a_passkey_asks_for_a_recent_proof_of_who_one_is() {
    in_towns(|town| {
        let mut zoe = town.open_account(&town.rochebrune, ZOE);
        let page = zoe.get("/compte/cles/ajouter").shown();
        let (options, origin) = town.asked(&mut zoe, &page);
        let answer = Authenticator::default().make(&options, &origin);
        town.later(16 * 60);
        let confirm = "/compte/confirmer?retour=";
        assert!(
            zoe.get("/compte/cles/ajouter")
                .leads_to()
                .starts_with(confirm)
        );
        let form = page.form("/ajouter");
        for form in [
            form.clone().to("/compte/cles/options"),
            form.tamper("reponse", &answer),
        ] {
            assert!(zoe.submit(&form).leads_to().starts_with(confirm));
        }
        let list = zoe.get("/compte/cles").shown();
        assert!(list.told().contains("Vous n’en avez pas encore"));
    });
}

#[test]
fn whoever_lost_everything_gets_in_by_the_desk_and_an_address_put_back_forgets_the_passkeys() {
    in_towns(|town| {
        let (_, mut device, _) = with_passkey(town, ZOE);
        town.make_administrator(&town.rochebrune, "claire");
        let mut claire = town.agent(&town.rochebrune, "claire");
        let page = claire.get("/agent/comptes/second-facteur").shown();
        let form = page.form("/comptes/second-facteur").fill("email", ZOE);
        let done = claire.submit(&form.tick("identite", "oui")).shown();
        assert!(done.told().contains("La demande est faite"));
        town.work();
        town.later(73 * 3600);
        let mut through = town.rochebrune.browser();
        let home = town.sign_in(&mut through, ZOE, SECRET_SENTENCE);
        assert_eq!(home.path, "/compte");
        let (mut browser, page, options, origin) = asking(town);
        let answer = device.prove(&options, &origin);
        refused(&mut browser, &page, &answer, UNKNOWN);

        // Somebody who took the account over adds a passkey of their own, then changes the address.
        let mut taken = town.open_account(&town.rochebrune, PAUL);
        let mut theirs = Authenticator::default();
        let _ = town.add_passkey(&mut taken, &mut theirs, "À moi");
        let page = taken.get("/compte/adresse").shown();
        let new = "autre@exemple.fr";
        let waiting = taken.post_form(&page.form("/compte/adresse").fill("email", new));
        let confirm = town.give_code(&mut taken, &waiting.shown(), new).shown();
        let _ = taken
            .post_form(&confirm.form("/compte/adresse/suite"))
            .shown();
        let link = town.link_of(PAUL, "remplacée");
        let mut reader = town.rochebrune.browser();
        let page = reader.get(&link).shown();
        let _ = reader
            .post_form(&page.form("/compte/adresse/annuler"))
            .shown();
        let (mut browser, page, options, origin) = asking(town);
        let answer = theirs.prove(&options, &origin);
        refused(&mut browser, &page, &answer, UNKNOWN);
    });
}

#[test]
fn what_no_device_sends_is_refused_politely_and_leaves_its_trace() {
    in_towns(|town| {
        let (mut zoe, mut device, _) = with_passkey(town, ZOE);
        let (mut browser, page, options, origin) = asking(town);
        let right = device.prove(&options, &origin);
        let deep = "[".repeat(15_000);
        let pad = format!("{{\"pad\":\"{}\",", "x".repeat(20_000));
        let long = right.replacen('{', &pad, 1);
        let cut = &right[..right.len() / 2];
        let bodies = ["", "{}", "null", "[1]", "é", cut, &deep, &long];
        let verbs = town.traced(|| {
            for body in bodies {
                let _ = town.asked(&mut browser, &page);
                refused(&mut browser, &page, body, UNKNOWN);
            }
        });
        let told = verbs
            .iter()
            .filter(|verb| verb.contains("account.passkey_refused"));
        assert_eq!(told.count(), bodies.len(), "{verbs:?}");
        town.later(400);
        let page = zoe.get("/compte/cles/ajouter").shown();
        for body in bodies {
            let _ = town.asked(&mut zoe, &page);
            let sent = zoe.submit(&page.form("/ajouter").tamper("reponse", body));
            assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
            assert!(
                sent.told().contains("n’a pas fait de clé d’accès"),
                "{}",
                sent.told()
            );
        }
        // Larger than any form.
        let huge = page
            .form("/ajouter")
            .tamper("reponse", &"x".repeat(300_000));
        assert_eq!(zoe.submit(&huge).status, StatusCode::PAYLOAD_TOO_LARGE);
        // A form of another site.
        let forged = page.form("/ajouter").tamper("csrf", "0");
        assert!(zoe.submit(&forged).status.is_client_error());
    });
}

#[test]
fn nothing_that_is_asked_of_a_device_says_whether_somebody_has_an_account() {
    in_towns(|town| {
        let _ = with_passkey(town, ZOE);
        let (_, _, options, _) = asking(town);
        let asked: Value = serde_json::from_str(&options).unwrap();
        assert_eq!(
            asked["publicKey"]["allowCredentials"],
            serde_json::json!([])
        );
        assert_eq!(asked["publicKey"]["rpId"], "rochebrune.example");
        let page = town.rochebrune.browser().get("/compte/connexion").shown();
        assert!(
            page.has("form[data-passkey][hidden]"),
            "only a script shows it"
        );
    });
}
