//! A text that names somebody is erased by who protects people, and stays counted.

use http::StatusCode;
use parvis_testkit::{Browser, Page};

use crate::town::in_towns;

const SLUG: &str = "ecole-cantine";
const PAGE: &str = "/agent/engagements/ecole-cantine";

fn written(page: &Page) -> usize {
    page.texts("main blockquote").len()
}

#[test]
fn a_text_that_names_somebody_is_erased_once_and_its_answer_stays_counted() {
    in_towns(|town| {
        let all = town.opinions(&town.rochebrune, SLUG).len();
        let mut claire = town.agent(&town.rochebrune, "claire");
        let page = claire.get(PAGE).shown();
        assert_eq!(written(&page), all);
        let form = page.form("/effacer");
        for _ in 0..2 {
            let done = claire.post_form(&form).shown();
            assert!(done.told().contains("Le texte est effacé."));
            assert_eq!(written(&done), all - 1);
        }
        let journal = claire.get("/agent/administration/journal").shown();
        let told = journal.text("main");
        assert!(told.contains("a effacé un texte"), "{told}");
        assert!(!told.contains("Avis numéro"), "{told}");
    });
}

#[test]
fn who_is_criticised_reads_what_people_wrote_and_erases_none_of_it() {
    in_towns(|town| {
        let all = town.opinions(&town.rochebrune, SLUG).len();
        let mut claire = town.agent(&town.rochebrune, "claire");
        let form = claire.get(PAGE).shown().form("/effacer");
        let mut karim = town.agent(&town.rochebrune, "karim");
        let read = |karim: &mut Browser| karim.get(PAGE).shown();
        assert_eq!(written(&read(&mut karim)), all);
        assert!(read(&mut karim).find_form("/effacer").is_none());
        let own = karim.get("/agent/nouvelle-demarche").shown();
        let own = own.form("/agent/nouvelle-demarche");
        let token = own.value("csrf").expect("a form token").to_owned();
        let refused = karim.submit(&form.clone().tamper("csrf", &token));
        let refused = refused.expect(StatusCode::FORBIDDEN);
        assert!(!refused.text("main").contains("Avis numéro"));
        assert_eq!(written(&read(&mut karim)), all);
        // What belongs to another organisation is not there.
        assert_eq!(town.opinions(&town.valmont, SLUG).len(), all);
        let mut other = town.agent(&town.valmont, "claire");
        let theirs = other.get(PAGE).shown().form("/effacer");
        let id = form.value("texte").expect("a text").to_owned();
        let done = other.post_form(&theirs.tamper("texte", &id)).shown();
        assert_eq!(written(&done), all);
        assert_eq!(written(&read(&mut karim)), all);
    });
}
