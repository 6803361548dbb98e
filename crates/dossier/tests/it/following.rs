//! A person checks, deposits, follows, writes, answers, withdraws, reads the decision.

use std::sync::Arc;
use std::time::Duration;

use parvis_access::challenge;
use parvis_dossier::DossierError;
use parvis_dossier::ask::{Ask, ask};
use parvis_dossier::decide::decide;
use parvis_dossier::deposit::deposit;
use parvis_dossier::follow::follow;
use parvis_dossier::instruct::instruct;
use parvis_dossier::message::write_message;
use parvis_dossier::model::{Number, State};
use parvis_dossier::open::open_dossier;
use parvis_dossier::read_decision::read_decision;
use parvis_kernel::{ChallengeId, Ctx, MessageId};
use parvis_law::{DecisionDraft, Outcome, Signatory};

use crate::browser::{Browser, Page, Pages};
use crate::filling::{PDF, begin_for_myself, town};
use crate::town::{Town, in_towns};

/// Answers every step, by posts.
fn answered(browser: &mut Browser<'_>) -> String {
    let number = begin_for_myself(browser);
    let at = |step: &str| format!("/dossiers/{number}/etapes/{step}");
    browser.get(&at("you"));
    browser.post(
        &at("you"),
        &[
            ("born-day", "2"),
            ("born-month", "3"),
            ("born-year", "1985"),
        ],
    );
    browser.post(
        &at("wish"),
        &[("sort", "day"), ("count", "2"), ("with_children", "no")],
    );
    browser.post(&at("proof"), &[("proof-other-way", "yes")]);
    number
}

/// Deposits, by posts.
pub fn deposited(browser: &mut Browser<'_>) -> String {
    let number = answered(browser);
    let path = format!("/dossiers/{number}/declarer");
    browser.get(&path);
    let receipt = browser.post(&path, &[("declaration", "oui")]);
    assert!(receipt.path.ends_with("/recepisse"), "{}", receipt.text());
    number
}

/// Begins with an address, whose code is given.
fn begin_by_email(town: &Town, browser: &mut Browser<'_>, address: &str) -> String {
    let path = "/demarches/tout/commencer";
    browser.get(path);
    let sent = browser.post_once(path, &[("connu", "courriel"), ("courriel", address)]);
    let id = code_given(town, &sent);
    let people = browser.get(&format!("/demarches/tout/commencer/suite?c={id}"));
    people.path.split('/').nth(2).unwrap().to_owned()
}

/// Gives the right code of the challenge to which a response leads.
fn code_given(town: &Town, sent: &Page) -> ChallengeId {
    let next = sent.headers["location"].to_str().unwrap().to_owned();
    let id: ChallengeId = next.strip_prefix("/code?c=").unwrap().parse().unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| {
        let found = challenge::find(tx, house.organisation, id)?;
        let code = challenge::code(tx.vault(), id);
        challenge::confirm(&house, tx, id, found.session, &code)?;
        Ok(())
    });
    id
}

/// What an agent reads and does.
fn as_claire<T: Send + 'static>(
    town: &Town,
    number: &str,
    act: impl Fn(
        &Ctx,
        &mut parvis_store::Tx<'_>,
        &parvis_dossier::Desk,
        &Number,
        i64,
    ) -> Result<T, DossierError>
    + Send
    + 'static,
) -> T {
    let (claire, number) = (town.claire.clone(), Number::parse(number).unwrap());
    town.write(move |tx, desk| {
        let version = open_dossier(&claire, tx, desk, &number)?.dossier.version;
        act(&claire, tx, desk, &number, version)
    })
}

fn asks(town: &Town, number: &str, fields: &[&str], pieces: &[&str]) {
    let fields: Vec<String> = fields.iter().map(|name| (*name).to_owned()).collect();
    let pieces: Vec<String> = pieces.iter().map(|name| (*name).to_owned()).collect();
    as_claire(town, number, move |claire, tx, desk, number, version| {
        let asked = Ask {
            version,
            text: "La date ne va pas avec la pièce.\nPouvez-vous vérifier ?".to_owned(),
            fields: fields.clone(),
            pieces: pieces.clone(),
            due_on: jiff::civil::date(2026, 12, 15),
        };
        ask(claire, tx, desk, number, &asked)
    });
}

fn decides(town: &Town, number: &str, outcome: Outcome) {
    as_claire(town, number, move |claire, tx, desk, number, version| {
        let instructed = instruct(claire, tx, desk, number, version)?;
        let adverse = outcome == Outcome::Refused;
        let said = |text: &str| adverse.then(|| text.to_owned());
        let draft = DecisionDraft {
            outcome: Some(outcome),
            reason_in_law: said("Article 4 du règlement intérieur."),
            reason_in_fact: said("Il ne reste plus de place.\nLa liste est close."),
            signatory: Signatory {
                first_name: "Claire".to_owned(),
                name: "Martin".to_owned(),
                quality: "Agente d’accueil".to_owned(),
                service: "Accueil".to_owned(),
                delegation: None,
            },
            ..DecisionDraft::new("", jiff::civil::date(2026, 1, 1))
        };
        decide(claire, tx, desk, number, instructed.version, &draft)
    });
}

fn state(town: &Town, number: &str) -> State {
    as_claire(town, number, |claire, tx, desk, number, _| {
        Ok(open_dossier(claire, tx, desk, number)?.dossier.state())
    })
}

fn follow_up_code(receipt: &Page) -> String {
    let html = scraper::Html::parse_document(&receipt.body());
    let code = scraper::Selector::parse(".govuk-inset-text .parvis-reference").unwrap();
    html.select(&code).next().unwrap().text().collect()
}

/// The content of a page, its changing parts made still.
pub fn still(page: &Page, number: &str, code: &str) -> String {
    let html = scraper::Html::parse_document(&page.body());
    let main = scraper::Selector::parse("main").unwrap();
    let text = html.select(&main).next().unwrap().inner_html();
    let text = text.replace(number, "7K2M-94QD").replace('>', ">\n");
    let text = text.replace('<', "\n<");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines =
        lines.filter(|line| !line.contains("name=\"csrf\"") && !line.contains("identifiant"));
    let text: Vec<&str> = lines.collect();
    let text = text.join("\n");
    match code {
        "" => text,
        code => text.replace(code, "ABCD-1234-EFGH"),
    }
}

#[test]
fn the_answers_are_read_again_each_with_a_way_to_change_it() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = answered(&mut zoe);
    let check = zoe.get(&format!("/dossiers/{number}/verifier"));
    for words in [
        "Zoé LENOIR",
        "2 mars 1985",
        "De jour",
        "Sera envoyé autrement",
        "Pas de réponse",
        "Rien n’est encore déposé",
    ] {
        assert!(check.says(words), "{words}: {}", check.text());
    }
    let changes = check.all(".govuk-summary-list__actions a", "href");
    let born = format!("/dossiers/{number}/etapes/you?retour=verifier#born-day");
    assert!(changes.contains(&born), "{changes:?}");
    assert!(
        check
            .body()
            .contains("<span class=\"govuk-visually-hidden\"> Date de naissance</span>")
    );
    assert_eq!(
        check.all("a.govuk-button", "href"),
        [format!("/dossiers/{number}/declarer")]
    );
}

#[test]
fn what_is_missing_is_said_before_the_deposit_with_a_link_to_it() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_for_myself(&mut zoe);
    for page in ["verifier", "declarer"] {
        let page = zoe.get(&format!("/dossiers/{number}/{page}"));
        assert_eq!(page.status, 200);
        assert!(page.says("Il reste à compléter"), "{}", page.text());
        let links = page.all("section.govuk-inset-text a", "href");
        let step = format!("/dossiers/{number}/etapes/you?retour=verifier#");
        assert!(
            links.iter().any(|link| link.starts_with(&step)),
            "{links:?}"
        );
        assert!(page.all("form[action$='declarer']", "action").is_empty());
    }
}

#[test]
fn nothing_is_deposited_without_the_declaration() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = answered(&mut zoe);
    let path = format!("/dossiers/{number}/declarer");
    let declare = zoe.get(&path);
    assert!(declare.says("Ce que j’ai écrit est exact."));
    assert!(
        declare.says("à la fin du 22 janvier 2027, elle est considérée comme refusée"),
        "{}",
        declare.text()
    );
    let refused = zoe.post(&path, &[]);
    assert_eq!(refused.status, 422);
    assert!(refused.says("Erreur : Déposez votre demande"));
    assert_eq!(
        refused.all(".govuk-error-summary a", "href"),
        ["#declaration"]
    );
}

#[test]
fn something_typed_and_not_accepted_keeps_the_deposit_from_losing_it() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = answered(&mut zoe);
    let step = format!("/dossiers/{number}/etapes/you");
    zoe.get(&step);
    zoe.post(
        &step,
        &[
            ("born-day", "2"),
            ("born-month", "3"),
            ("born-year", "1985"),
            ("mail", "zoe@"),
            ("action", "later"),
        ],
    );
    let path = format!("/dossiers/{number}/declarer");
    let declare = zoe.get(&path);
    assert!(declare.says("Étape « Vous »"), "{}", declare.text());
    let refused = zoe.post(&path, &[("declaration", "oui")]);
    assert_eq!(refused.status, 422);
}

#[test]
fn a_deposit_sent_twice_is_one_deposit_with_the_same_receipt() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = answered(&mut zoe);
        let path = format!("/dossiers/{number}/declarer");
        zoe.get(&path);
        let first = zoe.post(&path, &[("declaration", "oui")]);
        let again = zoe.post(&path, &[("declaration", "oui")]);
        assert_eq!(first.path, again.path);
        assert_eq!(first.text(), again.text());
        assert!(zoe.get(&path).path.ends_with("/recepisse"));
        let check = zoe.get(&format!("/dossiers/{number}/verifier"));
        assert_eq!(check.path, format!("/dossiers/{number}"));
        let backlog = town.write(|tx, _| Ok(parvis_jobs::backlog(tx)?));
        // One for the procedure, one for the draft, one for the deposit.
        assert_eq!(backlog.facts, 3);
    });
}

#[test]
fn deposits_at_the_same_moment_are_one_deposit() {
    in_towns(|town| {
        let person = town.person();
        let number = town.draft(&person).number;
        town.fill(&person, &number);
        let town = Arc::new(town);
        let threads: Vec<_> = (0..6)
            .map(|_| {
                let (town, person, number) = (town.clone(), person.clone(), number.clone());
                std::thread::spawn(move || {
                    loop {
                        let (person, number) = (person.clone(), number.clone());
                        let deposited = town
                            .try_write(move |tx, desk| deposit(&person, tx, desk, &number, true));
                        match deposited {
                            Err(DossierError::ChangedMeanwhile { .. }) => {}
                            other => return other.unwrap(),
                        }
                    }
                })
            })
            .collect();
        let receipts: Vec<_> = threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect();
        assert!(receipts.windows(2).all(|pair| pair[0] == pair[1]));
        let backlog = town.write(|tx, _| Ok(parvis_jobs::backlog(tx)?));
        assert_eq!(backlog.facts, 3);
    });
}

#[test]
fn the_receipt_says_what_the_law_asks() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = deposited(&mut zoe);
    let path = format!("/dossiers/{number}/recepisse");
    let receipt = zoe.get(&path);
    let code = follow_up_code(&receipt);
    insta::assert_snapshot!("receipt", still(&receipt, &number, &code));
    zoe.cookies
        .insert(parvis_web::LANGUAGE_COOKIE.to_owned(), "en".to_owned());
    let english = zoe.get(&path);
    assert!(
        english.says("The French text prevails"),
        "{}",
        english.text()
    );
}

#[test]
fn an_agent_who_reads_the_receipt_does_not_see_the_secret_of_the_person() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = deposited(&mut zoe);
    let path = format!("/dossiers/{number}/recepisse");
    let code = follow_up_code(&zoe.get(&path));
    let mut claire = crate::agent_pages::signed_in(&town, &pages, &town.claire);
    let receipt = claire.get(&path);
    assert!(receipt.says("Accusé de réception"), "{}", receipt.text());
    assert!(!receipt.body().contains(&code));
}

#[test]
fn the_receipt_of_a_person_with_an_address_says_where_it_is_sent() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin_by_email(&town, &mut zoe, "zoe@example.org");
    let at = |page: &str| format!("/dossiers/{number}/{page}");
    zoe.get(&at("pour-qui"));
    zoe.post(
        &at("pour-qui"),
        &[("pour", "moi"), ("nom", "Lenoir"), ("prenoms", "Zoé")],
    );
    let born = [
        ("born-day", "2"),
        ("born-month", "3"),
        ("born-year", "1985"),
    ];
    zoe.post(&at("etapes/you"), &born);
    let wish = [("sort", "day"), ("count", "2"), ("with_children", "no")];
    zoe.post(&at("etapes/wish"), &wish);
    zoe.post(&at("etapes/proof"), &[("proof-other-way", "yes")]);
    let receipt = zoe.post(&at("declarer"), &[("declaration", "oui")]);
    assert!(receipt.says("z•••@example.org"), "{}", receipt.text());
    assert!(!receipt.says("Votre code de suivi"));
}

#[test]
fn nobody_learns_from_the_follow_page_which_numbers_and_addresses_exist() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let number = begin_by_email(&town, &mut pages.browser(), "zoe@example.org");
        let tries = [
            (number.as_str(), "zoe@example.org"),
            (number.as_str(), "karim@example.org"),
            ("0000-0000", "zoe@example.org"),
        ];
        for (index, (number, address)) in tries.into_iter().enumerate() {
            let mut somebody = pages.browser();
            somebody.get("/suivi");
            let fields = [
                ("numero", number),
                ("moyen", "courriel"),
                ("courriel", address),
            ];
            let sent = somebody.post_once("/suivi", &fields);
            assert_eq!(sent.status, 303);
            let id = code_given(&town, &sent);
            let back = somebody.get(&format!("/suivi/retour?c={id}"));
            match index {
                0 => assert!(back.path.ends_with("/taches"), "{}", back.path),
                _ => assert_eq!(back.path, "/suivi"),
            }
        }
    });
}

#[test]
fn a_person_comes_back_with_number_and_code_to_where_they_were() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = deposited(&mut zoe);
        let code = follow_up_code(&zoe.get(&format!("/dossiers/{number}/recepisse")));
        let mut elsewhere = pages.browser();
        let sent_away = elsewhere.get(&format!("/dossiers/{number}"));
        assert_eq!(sent_away.path, format!("/suivi?numero={number}"));
        assert_eq!(sent_away.one("#numero", "value"), number);
        let wrong = [
            ("numero", number.as_str()),
            ("moyen", "code"),
            ("code", "ABCD-ABCD-ABCD"),
        ];
        let refused = elsewhere.post("/suivi", &wrong);
        assert_eq!(refused.status, 422);
        assert!(refused.says("ils ne vont pas ensemble"));
        let unknown = elsewhere.post("/suivi", &[("numero", "0000-0000"), wrong[1], wrong[2]]);
        assert_eq!(unknown.status, 422);
        let before = elsewhere.cookies.clone();
        let lower = code.to_lowercase();
        let follow = elsewhere.post("/suivi", &[wrong[0], wrong[1], ("code", &lower)]);
        assert_eq!(follow.path, format!("/dossiers/{number}"));
        assert_ne!(before, elsewhere.cookies, "the session has a new token");
        assert!(follow.says("Déposée"));
    });
}

#[test]
fn follow_up_codes_are_not_tried_for_ever() {
    let town = town();
    let pages = Pages::of(&town);
    let mut somebody = pages.browser();
    somebody.get("/suivi");
    let fields = [
        ("numero", "7K2M-94QD"),
        ("moyen", "code"),
        ("code", "ABCD-ABCD-ABCD"),
    ];
    for _ in 0..10 {
        assert_eq!(somebody.post_once("/suivi", &fields).status, 422);
    }
    assert_eq!(somebody.post_once("/suivi", &fields).status, 429);
}

#[test]
fn an_unknown_and_a_foreign_dossier_give_the_same_page_that_leads_to_the_follow_page() {
    let town = town();
    let pages = Pages::of(&town);
    let number = deposited(&mut pages.browser());
    let mut karim = pages.browser();
    answered(&mut karim);
    let foreign = karim.get(&format!("/dossiers/{number}"));
    let unknown = karim.get("/dossiers/0000-0000");
    assert_eq!(
        (foreign.status, unknown.status),
        (404.try_into().unwrap(), 404.try_into().unwrap())
    );
    assert_eq!(foreign.text(), unknown.text());
    assert_eq!(
        foreign.one("main a.govuk-button", "href"),
        format!("/suivi?numero={number}")
    );
    for page in [
        "recepisse",
        "decision",
        "completer",
        "retirer",
        "verifier",
        "declarer",
    ] {
        let foreign = karim.get(&format!("/dossiers/{number}/{page}"));
        let unknown = karim.get(&format!("/dossiers/0000-0000/{page}"));
        assert_eq!(foreign.status, 404, "{page}");
        assert_eq!(foreign.text(), unknown.text(), "{page}");
    }
}

#[test]
fn the_follow_up_page_says_where_the_request_stands_and_who_acts_next() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = deposited(&mut zoe);
    let code = follow_up_code(&zoe.get(&format!("/dossiers/{number}/recepisse")));
    let path = format!("/dossiers/{number}");
    let page = zoe.get(&path);
    assert!(
        page.says("Vous n’avez rien à faire pour le moment"),
        "{}",
        page.text()
    );
    asks(&town, &number, &["born"], &["Justificatif de domicile"]);
    as_claire(&town, &number, |claire, tx, desk, number, _| {
        write_message(
            claire,
            tx,
            desk,
            number,
            MessageId::new(),
            "Bonjour,\nune précision.",
        )
    });
    let page = zoe.get(&path);
    insta::assert_snapshot!("follow", still(&page, &number, &code));
    assert!(
        page.headers["cache-control"]
            .to_str()
            .unwrap()
            .contains("no-store")
    );
}

#[test]
fn a_message_is_written_once_with_its_files() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = deposited(&mut zoe);
        let page = zoe.get(&format!("/dossiers/{number}"));
        let id = page.one("input[name=identifiant]", "value");
        let path = format!("/dossiers/{number}/messages");
        let fields = [
            ("identifiant", id.as_str()),
            ("message", "Bonjour,\nvoici."),
        ];
        let files = [("exchange_0", "bail.pdf", PDF)];
        for _ in 0..2 {
            let sent = zoe.post_files(&path, &fields, &files);
            assert_eq!(sent.path, format!("/dossiers/{number}?fait=message"));
            assert!(sent.says("Votre message est envoyé"));
            assert_eq!(sent.all(".moj-message-item", "class").len(), 1);
            assert!(sent.says("bail.pdf"));
        }
        assert_eq!(pages.blobs(), 1);
        let link = zoe.get(&format!("/dossiers/{number}"));
        let link = link.one(".moj-message-item .parvis-pieces a", "href");
        assert_eq!(zoe.get(&link).bytes, PDF);
    });
}

#[test]
fn a_message_that_cannot_be_sent_is_shown_again() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = deposited(&mut zoe);
    zoe.get(&format!("/dossiers/{number}"));
    let path = format!("/dossiers/{number}/messages");
    let empty = zoe.post_files(&path, &[("message", "  ")], &[]);
    assert_eq!(empty.status, 422);
    assert_eq!(empty.all(".govuk-error-summary a", "href"), ["#message"]);
    let fields = [("message", "Voici le bail")];
    let wrong = zoe.post_files(&path, &fields, &[("exchange_0", "bail.pdf", b"MZ\0\0")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.all(".govuk-error-summary a", "href"), ["#exchange_0"]);
    assert!(wrong.body().contains("Voici le bail</textarea>"));
    assert_eq!(pages.blobs(), 0);
    let only_file = zoe.post_files(
        &path,
        &[("message", "")],
        &[("exchange_0", "bail.pdf", PDF)],
    );
    assert!(
        only_file.says("Voici un document pour ma demande."),
        "{}",
        only_file.text()
    );
    let long = "é".repeat(5_001);
    assert_eq!(
        zoe.post_files(&path, &[("message", &long)], &[]).status,
        422
    );
}

#[test]
fn a_message_posted_after_the_session_ended_is_sent_once_the_person_is_back() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = deposited(&mut zoe);
    let code = follow_up_code(&zoe.get(&format!("/dossiers/{number}/recepisse")));
    zoe.cookies.clear();
    let path = format!("/dossiers/{number}/messages");
    let away = zoe.post_files(&path, &[("message", "J’ai oublié de dire bonjour.")], &[]);
    assert!(away.path.starts_with("/suivi"), "{}", away.path);
    assert!(away.says("Rien n’est perdu"), "{}", away.text());
    let fields = [
        ("numero", number.as_str()),
        ("moyen", "code"),
        ("code", code.as_str()),
    ];
    let back = zoe.post(&away.path, &fields);
    assert_eq!(back.path, format!("/dossiers/{number}?fait=message"));
    assert!(back.says("J’ai oublié de dire bonjour."), "{}", back.text());
}

#[test]
fn only_what_was_asked_is_asked_again_and_sent_once() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = deposited(&mut zoe);
        let path = format!("/dossiers/{number}/completer");
        assert_eq!(
            zoe.get(&path).path,
            format!("/dossiers/{number}"),
            "nothing is asked"
        );
        asks(&town, &number, &["born"], &["Justificatif de domicile"]);
        let page = zoe.get(&path);
        for words in [
            "La date ne va pas avec la pièce.",
            "15 décembre 2026",
            "Date de naissance",
            "Justificatif de domicile",
            "Claire Martin, Agente d’accueil, Accueil",
        ] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert!(!page.says("Combien de places"));
        assert_eq!(page.one("#born-day", "value"), "2");
        let asked = page.all("input[name='form.asked']", "value");
        let asked: Vec<(&str, &str)> = asked
            .iter()
            .map(|name| ("form.asked", name.as_str()))
            .collect();
        let wrong = [
            &asked[..],
            &[
                ("born-day", "40"),
                ("born-month", "3"),
                ("born-year", "1985"),
                ("message", "Voilà"),
            ],
        ]
        .concat();
        let refused = zoe.post_files(&path, &wrong, &[]);
        assert_eq!(refused.status, 422);
        assert_eq!(
            refused.all(".govuk-error-summary a", "href").len(),
            2,
            "{}",
            refused.text()
        );
        assert_eq!(refused.one("#born-day", "value"), "40");
        assert!(refused.body().contains("Voilà</textarea>"));
        let kept = zoe.post_files(&path, &wrong, &[("exchange_0", "facture.pdf", PDF)]);
        assert!(kept.says("facture.pdf"), "{}", kept.text());
        let held = kept.one("input[type=hidden][name=exchange_0]", "value");
        let right = [
            &asked[..],
            &[
                ("born-day", "4"),
                ("born-month", "3"),
                ("born-year", "1985"),
                ("message", "Voilà"),
                ("exchange_0", held.as_str()),
            ],
        ]
        .concat();
        let done = zoe.post_files(&path, &right, &[]);
        assert_eq!(done.path, format!("/dossiers/{number}?fait=complement"));
        assert!(done.says("Votre réponse est envoyée au service"));
        assert!(
            done.says("« Justificatif de domicile » : un fichier envoyé"),
            "{}",
            done.text()
        );
        let again = zoe.post_files(&path, &right, &[]);
        assert_eq!(again.path, format!("/dossiers/{number}"));
        assert_eq!(again.all(".moj-message-item", "class").len(), 1);
        assert_eq!(state(&town, &number), State::UnderInstruction);
        let born = as_claire(&town, &number, |claire, tx, desk, number, _| {
            let opened = open_dossier(claire, tx, desk, number)?;
            assert_eq!(opened.dossier.answers_version, 2);
            Ok(opened.answers.get("sort").is_some())
        });
        assert!(born, "the other answers are kept");
    });
}

#[test]
fn a_correction_that_opens_a_question_asks_it_too() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = deposited(&mut zoe);
    asks(&town, &number, &["sort"], &[]);
    let path = format!("/dossiers/{number}/completer");
    let page = zoe.get(&path);
    assert!(!page.says("Pourquoi la nuit"));
    let asked = page.one("input[name='form.asked']", "value");
    let opened = zoe.post_files(&path, &[("form.asked", &asked), ("sort", "night")], &[]);
    assert!(opened.says("Pourquoi la nuit"), "{}", opened.text());
    assert_eq!(state(&town, &number), State::Waiting);
    let asked = opened.all("input[name='form.asked']", "value");
    let asked: Vec<(&str, &str)> = asked
        .iter()
        .map(|name| ("form.asked", name.as_str()))
        .collect();
    let answer = [
        &asked[..],
        &[("sort", "night"), ("why_night", "Je travaille")],
    ]
    .concat();
    let done = zoe.post_files(&path, &answer, &[]);
    assert!(done.path.ends_with("?fait=complement"), "{}", done.text());
}

#[test]
fn a_piece_that_is_asked_may_come_another_way_but_not_be_forgotten() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = deposited(&mut zoe);
    asks(&town, &number, &[], &["Justificatif de domicile"]);
    let path = format!("/dossiers/{number}/completer");
    zoe.get(&path);
    let forgotten = zoe.post_files(&path, &[], &[]);
    assert_eq!(forgotten.status, 422);
    assert_eq!(
        forgotten.all(".govuk-error-summary a", "href"),
        ["#exchange_0"]
    );
    let done = zoe.post_files(&path, &[("exchange_0-other-way", "yes")], &[]);
    assert!(done.says("sera envoyé autrement"), "{}", done.text());
}

#[test]
fn a_request_is_withdrawn_only_after_it_is_said_what_that_means() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = deposited(&mut zoe);
        let path = format!("/dossiers/{number}/retirer");
        let page = zoe.get(&path);
        assert!(page.says("Une demande retirée ne peut pas être reprise"));
        assert_eq!(state(&town, &number), State::Deposited);
        for _ in 0..2 {
            let done = zoe.post(&path, &[]);
            assert_eq!(done.path, format!("/dossiers/{number}?fait=retrait"));
            assert!(done.says("Vous avez retiré cette demande"));
        }
        assert_eq!(zoe.get(&path).path, format!("/dossiers/{number}"));
    });
}

#[test]
fn a_decision_on_hold_is_not_known_to_the_person() {
    in_towns(|town| {
        let (person, number) = town.deposited();
        let claire = town.claire.clone();
        town.write(move |tx, desk| {
            let mut profile = desk.organisation.profile.clone();
            profile.hold_minutes = 10;
            let mut organisation = (*desk.organisation).clone();
            organisation.profile = profile;
            let desk = parvis_dossier::Desk {
                organisation: Arc::new(organisation),
                ..desk.clone()
            };
            let version = open_dossier(&claire, tx, &desk, &number)?.dossier.version;
            let instructed = instruct(&claire, tx, &desk, &number, version)?;
            let draft = DecisionDraft {
                outcome: Some(Outcome::InFull),
                signatory: Signatory {
                    first_name: "Claire".to_owned(),
                    name: "Martin".to_owned(),
                    quality: "Agente".to_owned(),
                    service: "Accueil".to_owned(),
                    delegation: None,
                },
                ..DecisionDraft::new("", jiff::civil::date(2026, 1, 1))
            };
            decide(&claire, tx, &desk, &number, instructed.version, &draft)?;
            let early = read_decision(&person, tx, &desk, &number);
            assert!(matches!(early, Err(DossierError::NotFound)));
            let view = follow(&person, tx, &desk, &number)?;
            assert!(
                view.events
                    .iter()
                    .all(|event| event.verb != "dossier.decided")
            );
            assert_eq!(
                view.dossier.facts.state_for_person(person.now),
                State::UnderInstruction
            );
            let later = Town::later(&person, Duration::from_secs(601));
            assert!(read_decision(&later, tx, &desk, &number).is_ok());
            Ok(())
        });
    });
}

#[test]
fn the_decision_is_read_as_a_letter_and_its_first_reading_is_dated_once() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = deposited(&mut zoe);
        let path = format!("/dossiers/{number}/decision");
        assert_eq!(zoe.get(&path).status, 404, "not decided yet");
        decides(&town, &number, Outcome::Refused);
        let follow = zoe.get(&format!("/dossiers/{number}"));
        assert!(follow.says("Lire la décision"));
        let decision = zoe.get(&path);
        if town.kit.engine == parvis_store::Engine::Sqlite {
            insta::assert_snapshot!("decision", still(&decision, &number, ""));
        }
        for words in [
            "Votre demande est refusée",
            "Il ne reste plus de place.",
            "Claire Martin",
            "tribunal administratif de Nîmes",
        ] {
            assert!(decision.says(words), "{words}: {}", decision.text());
        }
        let first = first_reading(&town, &number);
        town.kit
            .clock
            .advance(Duration::from_secs(3600).try_into().unwrap());
        zoe.get(&path);
        assert!(first.is_some());
        assert_eq!(first_reading(&town, &number), first);
        zoe.cookies
            .insert(parvis_web::LANGUAGE_COOKIE.to_owned(), "en".to_owned());
        assert!(zoe.get(&path).says("The French text prevails"));
    });
}

fn first_reading(town: &Town, number: &str) -> Option<parvis_kernel::Instant> {
    as_claire(town, number, |claire, tx, desk, number, _| {
        let facts = open_dossier(claire, tx, desk, number)?.dossier.facts;
        Ok(facts.decision_read_at)
    })
}

#[test]
fn an_answer_to_the_service_sent_after_the_session_ended_comes_back_as_it_was_typed() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = deposited(&mut zoe);
        let code = follow_up_code(&zoe.get(&format!("/dossiers/{number}/recepisse")));
        asks(&town, &number, &["count"], &["Un loyer"]);
        let path = format!("/dossiers/{number}/completer");
        zoe.get(&path);
        town.kit.clock.advance(jiff::SignedDuration::from_hours(3));
        let typed = [
            ("count", "7"),
            ("exchange_0-other-way", "yes"),
            ("message", "Nous serons sept."),
        ];
        let sent = zoe.post_files_once(&path, &typed, &[("exchange_0", "loyer.pdf", PDF)]);
        assert_eq!(sent.status, 303);
        let next = format!("/suivi?numero={number}&retour=etape");
        assert_eq!(sent.headers["location"], next);
        assert_eq!(pages.blobs(), 0, "no file is kept for who proves nothing");
        zoe.get(&next);
        let known = [
            ("numero", number.as_str()),
            ("moyen", "code"),
            ("code", &code),
        ];
        let back = zoe.post(&next, &known);
        assert_eq!(back.path, path);
        assert!(
            back.says("est revenu, mais n’est pas encore envoyé"),
            "{}",
            back.text()
        );
        assert_eq!(back.one("input[name=count]", "value"), "7");
        assert_eq!(back.texts("textarea[name=message]"), ["Nous serons sept."]);
        assert_eq!(state(&town, &number), State::Waiting, "nothing is sent yet");
        assert_eq!(zoe.get(&path).one("input[name=count]", "value"), "7");

        let done = zoe.post_files(&path, &typed, &[]);
        assert!(done.says("Votre réponse est envoyée"), "{}", done.text());
        assert!(!zoe.cookies.contains_key("__Host-parvis_aside"));
        assert_eq!(state(&town, &number), State::UnderInstruction);
    });
}

#[test]
fn what_was_set_aside_is_for_the_browser_that_typed_it_alone() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = deposited(&mut zoe);
    let code = follow_up_code(&zoe.get(&format!("/dossiers/{number}/recepisse")));
    asks(&town, &number, &["count"], &[]);
    let path = format!("/dossiers/{number}/completer");
    let mut stranger = pages.browser();
    stranger.get("/suivi");
    stranger.post(&path, &[("count", "9")]);
    let page = stranger.get(&path);
    assert_ne!(page.status, 200);
    let mut elsewhere = pages.browser();
    elsewhere.get("/suivi");
    let known = [
        ("numero", number.as_str()),
        ("moyen", "code"),
        ("code", &code),
    ];
    elsewhere.post("/suivi", &known);
    assert_eq!(elsewhere.get(&path).one("input[name=count]", "value"), "2");
}

#[test]
fn what_was_deposited_is_read_again_on_the_follow_up_page_step_by_step() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = answered(&mut zoe);
        let at = |page: &str| format!("/dossiers/{number}/{page}");
        let draft = zoe.get(&format!("/dossiers/{number}"));
        assert!(!draft.says("Vos réponses"), "{}", draft.text());
        // Hidden again: by night, why; then by day.
        let night = [
            ("sort", "night"),
            ("why_night", "Je travaille de nuit."),
            ("count", "2"),
            ("with_children", "no"),
        ];
        zoe.post(&at("etapes/wish"), &night);
        zoe.post(
            &at("etapes/wish"),
            &[("sort", "day"), night[1], night[2], night[3]],
        );
        zoe.get(&at("etapes/proof"));
        zoe.post_files(&at("etapes/proof"), &[], &[("proof", "loyer.pdf", PDF)]);
        zoe.get(&at("declarer"));
        zoe.post(&at("declarer"), &[("declaration", "oui")]);
        let follow = zoe.get(&format!("/dossiers/{number}"));
        for words in [
            "Relire ce que vous avez déposé",
            "Zoé LENOIR",
            "2 mars 1985",
            "Quelle place ?",
            "De jour",
        ] {
            assert!(follow.says(words), "{words}: {}", follow.text());
        }
        assert!(!follow.says("Je travaille de nuit"), "{}", follow.text());
        assert!(!follow.says("Pourquoi la nuit"), "{}", follow.text());
        let pieces = follow.all(".govuk-summary-card a", "href");
        assert_eq!(pieces.len(), 1, "{pieces:?}");
        assert_eq!(zoe.get_once(&pieces[0]).status, 200);
        assert!(
            follow
                .all(".govuk-summary-list__actions a", "href")
                .is_empty()
        );
        let headings = follow.texts("main h3.govuk-summary-card__title");
        assert_eq!(headings[0], "Pour qui");

        asks(&town, &number, &["count"], &[]);
        let complete = at("completer");
        zoe.get(&complete);
        let follow = zoe.post(&complete, &[("count", "5")]);
        let card = follow.texts(".govuk-summary-card__content");
        assert!(
            card.iter()
                .any(|text| text.contains("Combien de places") && text.contains('5')),
            "{card:?}"
        );
    });
}
