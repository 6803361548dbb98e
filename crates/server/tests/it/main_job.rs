//! The main job: a person deposits a démarche, an agent decides it, the person reads the answer.

use parvis_testkit::{Browser, Page};

use crate::town::{IN_FACT, Known, Town, answers, in_towns};

const ZOE: &str = "zoe.lenoir@exemple.fr";

/// What a receipt must say (CRPA R112-11-1): date, service, address, telephone.
fn has_what_the_law_asks(text: &str, number: &str) {
    for part in [
        number,
        "22 novembre 2026",
        "1 place du Parvis",
        "84999 Rochebrune",
        "04 65 71 00 00",
    ] {
        assert!(text.contains(part), "no {part:?} in the receipt: {text}");
    }
}

/// From the list of procedures to the receipt; the browser, the number and the receipt.
fn deposit(town: &Town, slug: &str, known: Known<'_>) -> (Browser, String, Page) {
    let place = &town.rochebrune;
    let mut browser = place.browser();
    let list = browser.get("/demarches").shown();
    assert!(list.has(&format!("a[href='/demarches/{slug}']")));
    let presented = browser.get(&format!("/demarches/{slug}")).shown();
    assert!(presented.has(&format!("a[href='/demarches/{slug}/commencer']")));
    let (number, page) = town.begin(place, &mut browser, slug, known);
    let check = town.fill(&mut browser, &number, page, answers(slug));
    assert!(check.has(".govuk-summary-list"), "{}", check.told());
    let receipt = town.declare(&mut browser, &number);
    town.work();
    (browser, number, receipt)
}

#[test]
fn a_birth_certificate_is_asked_by_e_mail_completed_refused_and_read() {
    in_towns(|town| {
        let (mut person, number, receipt) = deposit(town, "acte-naissance", Known::Email(ZOE));
        has_what_the_law_asks(&receipt.told(), &number);
        assert!(
            receipt.told().contains("Accusé de réception"),
            "{}",
            receipt.told()
        );
        has_what_the_law_asks(&town.post.text(ZOE), &number);

        let mut claire = town.agent(&town.rochebrune, "claire");
        assert!(claire.get("/agent").shown().told().contains(&number));
        town.take(&mut claire, &number);
        town.ask(
            &mut claire,
            &number,
            "copies",
            "Combien d’exemplaires, au juste ?",
        );
        town.work();
        assert!(town.post.text(ZOE).contains(&number));

        let waiting = person.get(&format!("/dossiers/{number}")).shown();
        assert!(waiting.told().contains("Combien d’exemplaires, au juste ?"));
        let asked = person.get(&format!("/dossiers/{number}/completer")).shown();
        let form = asked.form("/completer");
        assert!(form.names().contains(&"copies") && !form.names().contains(&"document"));
        let _ = person.post_form(&form.fill("copies", "3")).shown();
        let file = town.open_file(&mut claire, &number);
        assert!(
            file.told().contains("Combien d’exemplaires ? 3"),
            "{}",
            file.told()
        );

        town.decide(&mut claire, &number, "refused");
        town.later(3600);
        town.work();
        assert!(town.post.text(ZOE).contains(&number));
        assert!(
            !town.post.text(ZOE).contains(IN_FACT),
            "a mail says no decision"
        );
        let decision = person.get(&format!("/dossiers/{number}/decision")).shown();
        for part in [
            IN_FACT,
            "2017-890",
            "Claire Martin",
            "tribunal administratif de Nîmes",
        ] {
            assert!(
                decision.told().contains(part),
                "{part}: {}",
                decision.told()
            );
        }
        // An hour later the session of the agent is over.
        let mut claire = town.agent(&town.rochebrune, "claire");
        let read = town.open_file(&mut claire, &number);
        assert!(
            read.told().contains("Lue pour la première fois"),
            "{}",
            read.told()
        );
    });
}

#[test]
fn a_child_is_enrolled_by_somebody_without_e_mail_who_comes_back_elsewhere() {
    in_towns(|town| {
        let (mut person, number, receipt) = deposit(town, "ecole-cantine", Known::Code);
        has_what_the_law_asks(&receipt.told(), &number);
        // Silence for two months, counted date to date, accepts.
        assert!(
            receipt.told().contains("22 janvier 2027"),
            "{}",
            receipt.told()
        );
        let code = receipt.text(".govuk-inset-text .parvis-reference");
        assert_eq!(code.len(), 14, "{code}");
        let _ = person.get("/quitter");
        person.forget();

        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &number);
        town.decide(&mut claire, &number, "in-full");
        town.later(3600);
        town.work();

        let mut elsewhere = town.rochebrune.browser();
        let form = elsewhere.get("/suivi").shown().form("/suivi");
        let form = form
            .fill("numero", &number.to_lowercase())
            .fill("moyen", "code")
            .fill("code", &code);
        let followed = elsewhere.post_form(&form).shown();
        assert_eq!(followed.path, format!("/dossiers/{number}"));
        let decision = elsewhere
            .get(&format!("/dossiers/{number}/decision"))
            .shown();
        assert!(
            decision.told().contains("Claire Martin"),
            "{}",
            decision.told()
        );
    });
}

#[test]
fn a_street_is_reported_by_nobody_in_particular_and_closed_when_mended() {
    in_towns(|town| {
        let (mut person, number, receipt) = deposit(town, "signaler-un-probleme", Known::Anonymous);
        assert!(receipt.told().contains(&number));
        let mut claire = town.agent(&town.rochebrune, "claire");
        town.take(&mut claire, &number);
        let page = claire
            .get(&format!("/agent/dossiers/{number}/clore"))
            .shown();
        let form = page.form("/clore").fill("motif", "report-done");
        let confirm = claire.submit(&form).shown();
        let _ = claire
            .post_form(&confirm.form("/clore").press("etape", "confirmer"))
            .shown();
        let followed = person.get(&format!("/dossiers/{number}")).shown();
        assert!(
            followed.told().contains("Le problème est réglé"),
            "{}",
            followed.told()
        );
    });
}

#[test]
fn every_way_to_be_known_leads_to_a_receipt() {
    in_towns(|town| {
        for slug in ["acte-naissance", "ecole-cantine"] {
            for known in [Known::Email(ZOE), Known::Code] {
                let (_, number, receipt) = deposit(town, slug, known);
                has_what_the_law_asks(&receipt.told(), &number);
            }
        }
        for known in [Known::Email(ZOE), Known::Code, Known::Anonymous] {
            let (_, number, receipt) = deposit(town, "signaler-un-probleme", known);
            assert!(receipt.told().contains(&number));
        }
    });
}
