//! What an answer makes appear is read before going on.

use parvis_kernel::Ctx;

use crate::browser::Pages;
use crate::filling::{REPORT, begin, town};

const ADVICE: &str = "N’y touchez pas";

/// The report, with an advice for who has not seen the thing.
fn source() -> String {
    let question = "label: { fr: Quel jour ?, en: Which day? }, if: seen }\n";
    let advice = "      - explanation: { fr: N’y touchez pas., en: Do not touch it. }\n        if: seen == false\n";
    assert!(REPORT.contains(question));
    REPORT
        .replace("slug: signaler", "slug: avertir")
        .replace(question, &format!("{question}{advice}"))
}

#[test]
fn an_advice_that_an_answer_makes_appear_is_shown_once_before_the_next_step() {
    let town = town();
    let checked = parvis_demarche::check("advice.yaml", &source()).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
    let pages = Pages::of(&town);
    let mut somebody = pages.browser();
    let number = begin(&mut somebody, "avertir", "anonyme");
    let path = format!("/dossiers/{number}/etapes/photo");
    let page = somebody.get(&path);
    assert!(!page.says(ADVICE));
    let asked = page.all("input[name='form.asked']", "value");
    let mut fields: Vec<(&str, &str)> = asked
        .iter()
        .map(|name| ("form.asked", name.as_str()))
        .collect();
    fields.push(("seen", "no"));
    let page = somebody.post_files(&path, &fields, &[]);
    assert!(page.path.contains("/etapes/photo"), "{}", page.path);
    assert!(page.says(ADVICE), "{}", page.text());
    let page = somebody.post_files(&path, &fields, &[]);
    assert!(page.path.contains("/etapes/places"), "{}", page.path);
}
