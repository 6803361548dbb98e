//! A draft is shown by a link to people without account, who say what stops them, through the door of the house.

use http::StatusCode;
use parvis_testkit::Browser;

use crate::town::{Town, in_towns};

const OWN: &str = "/agent/demarches/essai-de-demarche";

/// Karim writes a draft and opens a panel on it; its link.
fn opened(town: &Town) -> (Browser, String) {
    let mut karim = town.agent(&town.rochebrune, "karim");
    let source = parvis_demarche::LIBRARY[0].1;
    let source = source.replace("slug: acte-naissance", "slug: essai-de-demarche");
    let form = karim.get("/agent/nouvelle-demarche").shown();
    let form = form.form("/nouvelle-demarche").fill("texte", &source);
    let _ = karim.submit(&form).leads_to();
    let form = karim.get(&format!("{OWN}/panel")).shown().form("/panel");
    let done = karim.submit(&form.fill("mots", "Est-ce <em>clair</em> ?"));
    let page = karim.follow(done).shown();
    let link = page.attr("main .govuk-inset-text a", "href").unwrap();
    (karim, link)
}

#[test]
fn a_person_walks_through_a_draft_and_says_what_stops_them_at_a_question() {
    in_towns(|town| {
        let (mut karim, link) = opened(town);
        let mut zoe = town.rochebrune.browser();
        let begin = zoe.get(&link).shown();
        assert!(
            begin.told().contains("Est-ce <em>clair</em> ?"),
            "as it was typed"
        );
        assert!(begin.told().contains("effacées six mois après"));
        let mut next = begin.attr("main a.govuk-button", "href").unwrap();
        let mut remarks = Vec::new();
        while next.contains("/etapes/") {
            let page = zoe.get(&next).shown();
            assert!(!page.has("main form"), "what is typed goes nowhere: {next}");
            remarks.extend(page.attrs(".parvis-said__link a", "href"));
            next = page.attr("main a.govuk-button", "href").unwrap();
        }
        let _ = zoe.get(&next).shown();
        let checked = parvis_demarche::LIBRARY[0];
        let checked = parvis_demarche::check(checked.0, checked.1).unwrap();
        let questions = checked.form.steps().iter().flat_map(|step| &step.elements);
        assert_eq!(remarks.len(), questions.count());
        let ask = zoe.get(&remarks[0]).shown();
        let named = ask.form("/remarque");
        assert_eq!(named.value("nom").unwrap_or_default(), "");
        let empty = zoe.submit(&ask.form("/remarque"));
        let empty = empty.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.errors()[0].contains("Écrivez votre remarque"));
        let said = "Je ne sais pas <script>alert(1)</script>";
        let form = ask
            .form("/remarque")
            .fill("texte", said)
            .fill("nom", "Un parent");
        let done = zoe.submit(&form);
        let thanks = zoe.follow(done).shown();
        assert!(thanks.told().contains("votre remarque est gardée"));
        assert!(!thanks.source().contains("alert(1)"), "not shown again");
        let own = karim.get(&format!("{OWN}/panel")).shown();
        assert!(own.told().contains(said), "as it was typed: {}", own.told());
        assert!(!own.source().contains("<script>alert"));
        assert!(own.told().contains("Un parent, le"));
        let outline = karim.get(&format!("{OWN}/editeur")).shown();
        assert_eq!(outline.texts(".parvis-outline a[href$='/panel']").len(), 1);
        let answer = own.attr(".parvis-remarks a", "href").unwrap();
        let form = karim.get(&answer).shown().form(&answer);
        let aside = karim.submit(&form.clone().fill("reponse", "ecarter"));
        let aside = aside.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(aside.errors()[0].contains("pourquoi vous écartez"));
        let form = form
            .fill("reponse", "garder")
            .fill("mots", "L’aide est plus claire");
        let _ = karim.submit(&form).leads_to();
        let form = karim
            .get(&format!("{OWN}/publier"))
            .shown()
            .form("/publier");
        let done = karim.submit(&form.tick("confirme", "oui"));
        let told = karim.follow(done).shown().told();
        assert!(told.contains("Cette révision répond à :"), "{told}");
        let public = zoe
            .get("/demarches/essai-de-demarche/changements")
            .shown()
            .told();
        assert!(public.contains("L’aide est plus claire"), "{public}");
        assert!(public.contains("1 remarque"), "{public}");
        assert!(!public.contains("Un parent") && !public.contains("Je ne sais pas"));
    });
}

#[test]
fn a_link_that_is_unknown_or_closed_says_so_and_what_to_do() {
    in_towns(|town| {
        let (mut karim, link) = opened(town);
        let mut zoe = town.rochebrune.browser();
        let ask = zoe.get(&format!("{link}/remarque")).shown();
        let form = ask.form("/remarque").fill("texte", "Trop tard");
        let unknown = format!("/avis/{}", "0".repeat(64));
        for path in [&unknown, &format!("{link}0"), &"/avis/x".to_owned()] {
            let page = zoe.get(path).expect(StatusCode::NOT_FOUND);
            assert!(page.told().contains("Demandez un autre lien"), "{path}");
        }
        let elsewhere = town.valmont.browser().get(&link);
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
        let missing = zoe.get(&format!("{link}/remarque?lieu=question/nulle-part"));
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
        let close = karim
            .get(&format!("{OWN}/panel"))
            .shown()
            .form("/panel/fermer");
        let _ = karim.submit(&close).leads_to();
        assert_eq!(zoe.submit(&form).status, StatusCode::GONE);
        for page in ["", "/fin", "/remarque", "/etapes/document"] {
            let page = zoe.get(&format!("{link}{page}")).expect(StatusCode::GONE);
            assert!(page.told().contains("Ce panel est fermé"));
        }
    });
}

#[test]
fn who_fills_the_box_that_nobody_sees_is_thanked_and_not_kept_and_who_insists_waits() {
    in_towns(|town| {
        let (mut karim, link) = opened(town);
        let mut robot = town.rochebrune.browser();
        let form = robot
            .get(&format!("{link}/remarque"))
            .shown()
            .form("/remarque");
        let form = form
            .fill("texte", "Achetez")
            .fill("site", "https://example.com");
        let thanks = robot.submit(&form);
        assert!(thanks.leads_to().contains("merci=oui"));
        let own = karim.get(&format!("{OWN}/panel")).shown();
        assert!(own.told().contains("Personne n’a encore fait de remarque"));
        let last = (0..25).map(|_| robot.submit(&form).status).last();
        assert_eq!(last, Some(StatusCode::TOO_MANY_REQUESTS));
    });
}
