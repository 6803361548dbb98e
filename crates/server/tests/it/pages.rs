//! Every page of a whole walk, in both languages: what a machine can check of it, and its words.

use std::collections::{BTreeMap, BTreeSet};

use parvis_kernel::Language;
use parvis_testkit::{Browser, Page, problems_of};

use crate::enumeration::protected;
use crate::town::{Known, Town, answers, in_one_town, in_towns};

const ZOE: &str = "zoe.lenoir@exemple.fr";
/// What people typed in the walk: none of it ever stands in an address.
const PERSONAL: &[&str] = &[
    "lenoir",
    "zoé",
    "zoe",
    "anaïs",
    "marius",
    "exemple.fr",
    "puits",
    "vaison",
    "06 12",
    "0612",
];

/// Every page that a person meets, from the home page to the decision, with errors on the way.
fn person_walks(town: &Town, language: &'static str) -> (Browser, String) {
    let place = &town.rochebrune;
    let mut zoe = place.browser().in_language(language);
    for path in [
        "/",
        "/demarches",
        "/demarches?q=naissance",
        "/demarches?q=rien-de-tel",
        "/demarches/acte-naissance",
        "/demarches/ecole-cantine",
        "/demarches/signaler-un-probleme",
        "/accessibilite",
        "/donnees-personnelles",
        "/conditions",
        "/mentions-legales",
        "/securite",
        "/quitter",
        "/quitter/fin",
        "/suivi",
        "/demarches/acte-naissance/commencer",
    ] {
        let _ = zoe.get(path).shown();
    }
    let _ = zoe.get("/nulle-part");
    let _ = zoe.get("/dossiers/0000-0000");
    // Nothing chosen, nothing typed: each form says what is missing.
    for (path, action) in [
        ("/demarches/acte-naissance/commencer", "/commencer"),
        ("/suivi", "/suivi"),
        ("/agent/connexion", "/agent/connexion"),
    ] {
        let form = zoe.get(path).form(action);
        let refused = zoe.submit(&form);
        assert_eq!(refused.status.as_u16(), 422, "{path}");
    }
    let start = zoe.get("/demarches/acte-naissance/commencer");
    let asked = start.form("/commencer").fill("connu", "courriel");
    let asked = asked.fill("courriel", "jean@exemple.fr");
    let code = zoe.post_form(&asked).shown();
    for typed in ["", "12", "000000"] {
        let _ = zoe.submit(&code.form("/code").fill("code", typed));
    }
    let _ = zoe.post_form(&code.form("/code/nouveau"));
    town.later(1000);
    let _ = zoe.get(&code.path);
    let known = Known::Email(ZOE);
    let (number, page) = town.begin(place, &mut zoe, "acte-naissance", known);
    let _ = zoe.submit(&page.form("/pour-qui"));
    let _ = zoe.submit(&page.form("/pour-qui").fill("pour", "aide"));
    for path in ["taches", "verifier", "declarer"] {
        let _ = zoe.get(&format!("/dossiers/{number}/{path}"));
    }
    let check = town.fill(&mut zoe, &number, page, answers("acte-naissance"));
    // Every step again, empty: its errors.
    let links = check.attrs("main a", "href").into_iter();
    let steps: BTreeSet<String> = links
        .filter(|link| link.contains("/etapes/"))
        .map(|link| link.split(['?', '#']).next().unwrap().to_owned())
        .collect();
    for path in &steps {
        let step = zoe.get(path);
        // What was emptied before may hide this one.
        if step.status.as_u16() == 200 {
            let mut form = step.form(path);
            let names: Vec<String> = form.names().iter().map(|name| (*name).to_owned()).collect();
            for name in names.iter().filter(|name| *name != "csrf") {
                form = form.without(name);
            }
            let _ = zoe.post_form(&form);
        }
    }
    let mut again = place.browser().in_language(language);
    let (number, page) = town.begin(place, &mut again, "acte-naissance", known);
    town.fill(&mut again, &number, page, answers("acte-naissance"));
    let declare = again.get(&format!("/dossiers/{number}/declarer")).shown();
    let _ = again.submit(&declare.form("/declarer"));
    town.declare(&mut again, &number);
    let _ = again.get(&format!("/dossiers/{number}")).shown();
    let _ = again.get(&format!("/dossiers/{number}/retirer")).shown();
    (again, number)
}

/// The other two procedures, by people without e-mail.
fn others_deposit(town: &Town, language: &'static str) {
    let place = &town.rochebrune;
    for (slug, known) in [
        ("ecole-cantine", Known::Code),
        ("signaler-un-probleme", Known::Anonymous),
    ] {
        let mut browser = place.browser().in_language(language);
        let (number, page) = town.begin(place, &mut browser, slug, known);
        town.fill(&mut browser, &number, page, answers(slug));
        town.declare(&mut browser, &number);
        let _ = browser.get(&format!("/dossiers/{number}")).shown();
    }
}

/// Every page that an agent meets on a file, with errors on the way; the file ends refused.
fn agent_walks(town: &Town, language: &'static str, zoe: &mut Browser, number: &str) {
    let mut yann = town.rochebrune.browser().in_language(language);
    let asked = town.give_password(&town.rochebrune, &mut yann, "yann");
    let enrolment = yann.follow(asked).shown();
    let _ = yann.submit(&enrolment.form("/premiere-fois").fill("code", "000000"));
    let mut claire = town.agent(&town.rochebrune, "claire").in_language(language);
    let at = |page: &str| format!("/agent/dossiers/{number}{page}");
    let queue = claire.get("/agent").shown();
    let _ = claire.submit(&queue.form("/agent/recherche").fill("q", "Lenoir"));
    let _ = claire.submit(&queue.form("/agent/recherche").fill("q", "personne"));
    for page in [
        "",
        "/historique",
        "/echanges",
        "/notes",
        "/demander",
        "/attribuer",
        "/clore",
    ] {
        let _ = claire.get(&at(page)).shown();
    }
    for page in ["demander", "echanges", "notes", "clore"] {
        let form = claire
            .get(&at(&format!("/{page}")))
            .form(&format!("/{page}"));
        let refused = claire.submit(&form);
        assert_eq!(refused.status.as_u16(), 422, "{page}");
    }
    town.take(&mut claire, number);
    town.ask(&mut claire, number, "copies", "Combien d’exemplaires ?");
    let notes = claire.get(&at("/notes")).shown();
    let _ = claire.post_form(&notes.form("/notes").fill("texte", "À relire."));
    let exchanges = claire.get(&at("/echanges")).shown();
    let _ = claire.post_form(&exchanges.form("/echanges").fill("texte", "Bonjour"));
    let _ = claire.get(&at("/instruire"));
    town.work();
    let followed = zoe.get(&format!("/dossiers/{number}")).shown();
    let _ = zoe.submit(&followed.form("/messages"));
    let _ = zoe.post_form(&followed.form("/messages").fill("message", "Voici."));
    let asked = zoe.get(&format!("/dossiers/{number}/completer")).shown();
    let form = asked.form("/completer");
    let _ = zoe.submit(&form.clone().fill("copies", "trois mille"));
    let _ = zoe.post_form(&form.fill("copies", "3"));
    let decide = claire.get(&at("/decider")).shown();
    let form = decide.form("/decider").press("etape", "relire");
    let _ = claire.submit(&form);
    town.decide(&mut claire, number, "refused");
    let _ = claire.get(&at("")).shown();
    let _ = claire.get(&at("/decision")).shown();
    let _ = claire.get(&at("/historique")).shown();
    let _ = claire.get("/agent").shown();
    town.later(1800);
    town.work();
    let _ = zoe.get(&format!("/dossiers/{number}/decision")).shown();
    let _ = zoe.get(&format!("/dossiers/{number}")).shown();
    let _ = zoe.get(&format!("/dossiers/{number}/recepisse")).shown();
}

fn walk(town: &Town) {
    for language in ["fr", "en"] {
        let (mut zoe, number) = person_walks(town, language);
        others_deposit(town, language);
        agent_walks(town, language, &mut zoe, &number);
        town.later(3600);
    }
}

/// The page of a path without what changes: identifiers and queries.
fn kind_of(page: &Page) -> String {
    let path = page.path.split('?').next().unwrap();
    let parts = path.split('/').map(|part| {
        let is_number = part.len() == 9 && part.as_bytes()[4] == b'-';
        if is_number || part.len() == 36 {
            "{}"
        } else {
            part
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn every_page_of_the_walk_is_accessible_protected_and_silent_about_people() {
    in_one_town(|town| {
        walk(town);
        let mut problems = BTreeSet::new();
        for page in town.seen() {
            assert!(
                !page.status.is_server_error(),
                "{} {}: {}",
                page.method,
                page.path,
                page.told()
            );
            let mut add = |problem: String| {
                let kind = kind_of(&page);
                problems.insert(format!(
                    "{} {kind} ({}): {problem}",
                    page.method, page.status
                ));
            };
            if page.is_html() {
                problems_of(&page).into_iter().for_each(&mut add);
            }
            for address in addresses(&page) {
                let readable = decoded(&address).to_lowercase();
                for word in PERSONAL.iter().filter(|word| readable.contains(**word)) {
                    add(format!("{word:?} in the address {address}"));
                }
            }
        }
        let told: Vec<String> = problems.into_iter().collect();
        assert!(told.is_empty(), "{}", told.join("\n"));
        assert_eq!(titles_used_twice(town), Vec::<String>::new());
        protected(town);
    });
}

/// Where a page leads: redirects, links, forms.
fn addresses(page: &Page) -> Vec<String> {
    let mut all = vec![page.path.clone(), page.header("location").to_owned()];
    if page.is_html() {
        for (selector, name) in [("[href]", "href"), ("[src]", "src"), ("form", "action")] {
            all.extend(page.attrs(selector, name));
        }
    }
    all.retain(|address| !address.starts_with("mailto:") && !address.starts_with("tel:"));
    all
}

fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        let escaped = (byte == b'%').then(|| [rest.next(), rest.next()]);
        match escaped {
            Some([Some(high), Some(low)]) => {
                let pair = [high, low];
                let pair = std::str::from_utf8(&pair).unwrap_or_default();
                bytes.push(u8::from_str_radix(pair, 16).unwrap_or(b'?'));
            }
            Some(_) => {}
            None => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Two different pages never have the same title.
fn titles_used_twice(town: &Town) -> Vec<String> {
    let mut kinds: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for page in &town.seen() {
        if page.is_html() && page.status.is_success() && page.method == "GET" {
            // A decision is the same document for the person and for the agent.
            let kind =
                kind_of(page).replace("/agent/dossiers/{}/decision", "/dossiers/{}/decision");
            kinds.entry(page.title()).or_default().insert(kind);
        }
    }
    let several = kinds.into_iter().filter(|(_, kinds)| kinds.len() > 1);
    several
        .map(|(title, kinds)| format!("{title}: {kinds:?}"))
        .collect()
}

#[test]
fn every_word_exists_in_both_languages_and_no_page_asks_for_another() {
    in_towns(|town| {
        assert_eq!(town.house.words.missing(), Vec::<(Language, String)>::new());
        walk(town);
        assert_eq!(town.house.words.unknown(), Vec::<String>::new());
        for page in town.seen().iter().filter(|page| page.is_html()) {
            let lang = page.attr("html", "lang").unwrap();
            assert!(["fr", "en"].contains(&lang.as_str()), "{}", page.path);
        }
    });
}

#[test]
fn what_one_language_says_the_other_says_too() {
    in_one_town(|town| {
        for language in ["fr", "en"] {
            let mut browser = town.rochebrune.browser().in_language(language);
            let page = browser.get("/demarches").shown();
            assert_eq!(page.attr("html", "lang").as_deref(), Some(language));
        }
        let mut browser = town.rochebrune.browser();
        let switched = browser.open("/langue?vers=en&retour=/suivi");
        assert_eq!(switched.attr("html", "lang").as_deref(), Some("en"));
        assert_eq!(switched.path, "/suivi");
    });
}
