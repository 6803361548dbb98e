//! A second person reads a procedure before it is published, through the door of the house.

use http::StatusCode;
use parvis_testkit::Browser;

use crate::town::{Town, in_towns};

const BIRTH: &str = "/agent/demarches/acte-naissance";
const READING: &str = "/agent/demarches/acte-naissance/relecture";

/// Claire, who administers, asks that a second person reads what is published.
fn ask_for_readers(town: &Town) -> Browser {
    let mut claire = town.agent(&town.rochebrune, "claire");
    let page = "/agent/administration/organisation/modifier";
    let form = claire.get(page).shown().form("/modifier");
    assert_eq!(
        form.value("relecture"),
        Some("non"),
        "off until somebody asks"
    );
    let done = claire.submit(&form.fill("relecture", "oui"));
    let told = claire.follow(done).shown().told();
    assert!(
        told.contains("Obligatoire avant chaque publication"),
        "{told}"
    );
    claire
}

/// Karim writes a draft that asks for one minute more.
fn drafted(by: &mut Browser, minutes: &str) {
    let form = by.get(&format!("{BIRTH}/texte")).shown().form("/texte");
    let text = form.value("texte").unwrap().to_owned();
    let at = text.find("minutes: ").unwrap();
    let end = at + text[at..].find('\n').unwrap();
    let text = format!("{}minutes: {minutes}{}", &text[..at], &text[end..]);
    let _ = by.submit(&form.fill("texte", &text)).leads_to();
}

/// The last mail to an agent.
fn mail(town: &Town, who: &str) -> String {
    town.work();
    town.post.text(&format!("{who}@rochebrune.example"))
}

#[test]
fn a_draft_is_given_to_a_second_person_sent_back_approved_and_published() {
    in_towns(|town| {
        let mut claire = ask_for_readers(town);
        let mut karim = town.agent(&town.rochebrune, "karim");
        drafted(&mut karim, "7");
        let page = karim.get(BIRTH).shown();
        assert!(
            page.told()
                .contains("qu’une autre personne relise ce texte")
        );
        let publish = karim.get(&format!("{BIRTH}/publier")).shown();
        assert!(publish.told().contains("ne peut pas encore être publié"));
        assert!(
            !publish.has("main form button"),
            "nothing to press for an author"
        );
        let form = karim.get(READING).shown().form("/relecture");
        let asked = karim.submit(&form.clone().fill("note", "Le temps <b>annoncé</b> change"));
        let told = karim.follow(asked).shown().told();
        assert!(told.contains("La relecture est demandée"), "{told}");
        assert!(told.contains("une autre personne doit répondre"), "{told}");
        assert_eq!(
            karim.submit(&form).status,
            StatusCode::CONFLICT,
            "the other tab"
        );
        let told = mail(town, "claire");
        assert!(told.contains("soit relue avant sa publication"), "{told}");
        let list = claire.get("/agent/demarches").shown();
        assert!(list.told().contains("Relecture demandée par Karim Haddad"));
        let read = claire.get(READING).shown();
        assert!(
            read.told().contains("Le temps <b>annoncé</b> change"),
            "as it was typed"
        );
        assert!(
            read.told().contains("Change : le temps annoncé"),
            "{}",
            read.told()
        );
        let form = read.form("/relecture/reponse");
        let empty = claire.submit(&form.clone().fill("reponse", "renvoyer"));
        let empty = empty.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            empty.errors()[0].contains("ce qu’il faut changer"),
            "{:?}",
            empty.errors()
        );
        let back = form
            .fill("reponse", "renvoyer")
            .fill("commentaire", "Huit minutes");
        let _ = claire.submit(&back).leads_to();
        assert_eq!(
            claire.submit(&back).status,
            StatusCode::CONFLICT,
            "answered"
        );
        let told = mail(town, "karim");
        assert!(
            told.contains("La relecture que vous avez demandée a reçu"),
            "{told}"
        );
        let told = karim.get(READING).shown().told();
        assert!(told.contains("Renvoyé par Claire Martin"), "{told}");
        assert!(told.contains("Huit minutes"), "{told}");
        drafted(&mut karim, "8");
        let form = karim.get(READING).shown().form("/relecture");
        let _ = karim.submit(&form).leads_to();
        let form = claire.get(READING).shown().form("/relecture/reponse");
        let _ = claire.submit(&form.fill("reponse", "approuver")).leads_to();
        let confirm = karim.get(BIRTH).shown().form("/confirmer");
        let page = karim.submit(&confirm);
        let told = karim.follow(page).shown().told();
        assert!(told.contains("Confirmés par Karim Haddad"), "{told}");
        let form = karim
            .get(&format!("{BIRTH}/publier"))
            .shown()
            .form("/publier");
        let done = karim.submit(&form);
        let told = karim.follow(done).shown().told();
        for line in [
            "Écrite par Karim Haddad.",
            "Relue et approuvée par Claire Martin",
            "Faits datés confirmés par Karim Haddad",
        ] {
            assert!(told.contains(line), "{line}: {told}");
        }
    });
}

#[test]
fn in_an_emergency_the_administrator_publishes_with_a_reason_that_stays() {
    in_towns(|town| {
        let mut claire = ask_for_readers(town);
        drafted(&mut claire, "9");
        let page = claire.get(&format!("{BIRTH}/publier")).shown();
        let form = page.form("/publier").tick("confirme", "oui");
        let refused = claire.submit(&form.clone().press("faire", "sans-relecture"));
        let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.errors()[0].contains("ne peut pas attendre"));
        let unread = claire.submit(&form.clone());
        assert_eq!(
            unread.status,
            StatusCode::CONFLICT,
            "the button of every day"
        );
        let form = form.fill("raison", "La crue de ce soir");
        let done = claire.submit(&form.press("faire", "sans-relecture"));
        let told = claire.follow(done).shown().told();
        assert!(
            told.contains("Publiée sans relecture : « La crue de ce soir »"),
            "{told}"
        );
        let told = mail(town, "karim");
        assert!(told.contains("en urgence, sans relecture"), "{told}");
        let mut yann = town.agent(&town.rochebrune, "yann");
        let journal = yann.get("/agent/administration/journal").shown().told();
        assert!(journal.contains("Claire Martin a publié sans relecture la démarche"));
    });
}

#[test]
fn a_procedure_that_comes_with_the_house_waits_for_its_reader_too() {
    in_towns(|town| {
        let mut claire = ask_for_readers(town);
        let page = "/agent/administration/mise-en-route/demarche";
        let form = claire.get(page).shown().form(page);
        let value = form
            .value("demarche")
            .unwrap_or("signaler-un-probleme")
            .to_owned();
        let form = form.fill("demarche", &value).tick("confirme", "oui");
        let kept = claire.submit(&form);
        let told = claire.follow(kept).shown().told();
        assert!(told.contains("Demander une relecture"), "{told}");
    });
}
