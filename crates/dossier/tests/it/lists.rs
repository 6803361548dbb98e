//! Choosing in lists, with a browser that runs no script.

use parvis_dossier::answer::{AnswersPatch, Unfit, patch_answers};
use parvis_kernel::Ctx;
use serde_json::json;

use crate::browser::{Browser, Page, Pages};
use crate::filling::{REPORT, begin, town};
use crate::stopping::draft_of;
use crate::town::{Town, in_towns};

/// The report, with its first step about lists.
fn source() -> String {
    let head = REPORT.split("steps:").next().unwrap();
    let stops: String = (1..=40)
        .map(|n| format!("            s{n};Arrêt {n};{n}\n"))
        .collect();
    format!(
        "{}steps:
  - step: lists
    title: {{ fr: Votre transport, en: Your transport }}
    elements:
      - field: way
        kind: choice
        other: true
        label: {{ fr: Comment venez-vous ?, en: How do you come? }}
        options: [{{ value: bus, label: {{ fr: En car, en: By coach }} }}, {{ value: foot, label: {{ fr: À pied, en: On foot }} }}]
      - field: needs
        kind: choices
        other: true
        optional: true
        label: {{ fr: De quoi avez-vous besoin ?, en: What do you need? }}
        options: [{{ value: seat, label: {{ fr: Un siège enfant, en: A child seat }} }}]
      - field: stop
        kind: table
        label: {{ fr: Votre arrêt, en: Your stop }}
        table:
          value: code
          label: nom
          columns: {{ places: integer }}
          csv: |
            code;nom;places
{stops}            h1;Halle aux grains;3
            h2;Halle aux poissons;4
      - {{ field: far, kind: yes_no, optional: true, label: {{ fr: Est-ce loin ?, en: Is it far? }}, if: stop.places > 30 }}
      - field: fare
        kind: table
        optional: true
        label: {{ fr: Votre tarif, en: Your fare }}
        table:
          value: code
          label: {{ fr: nom, en: name }}
          columns: {{ prix: amount }}
          csv: |
            code,nom,name,prix
            full,Plein tarif,Full fare,\"12,50\"
            half,Demi-tarif,Half fare,6.25
  - step: problem
    title: {{ fr: Le problème, en: The problem }}
    elements:
      - field: problem
        kind: linked
        label: {{ fr: Que voulez-vous signaler ?, en: What do you report? }}
        second_label: {{ fr: Plus précisément, en: More precisely }}
        options:
          - value: road
            label: {{ fr: Voirie, en: Road }}
            options: [{{ value: hole, label: {{ fr: Nid-de-poule, en: Pothole }} }}, {{ value: sign, label: {{ fr: Panneau abîmé, en: Damaged sign }} }}]
          - value: green
            label: {{ fr: Espaces verts, en: Green spaces }}
            options: [{{ value: tree, label: {{ fr: Arbre tombé, en: Fallen tree }} }}]
          - {{ value: noise, label: {{ fr: Bruit, en: Noise }} }}
  - step: lands
    title: {{ fr: Les territoires, en: The territories }}
    elements:
      - {{ field: departement, kind: departement, label: {{ fr: Votre département, en: Your département }} }}
      - {{ field: region, kind: region, label: {{ fr: Votre région, en: Your region }}, optional: true }}
      - {{ field: country, kind: country, label: {{ fr: Votre pays, en: Your country }} }}
      - {{ field: epci, kind: epci, label: {{ fr: Votre intercommunalité, en: Your group of communes }} }}
",
        head.replace("slug: signaler", "slug: listes")
    )
}

fn publish(town: &Town) {
    let checked = parvis_demarche::check("lists.yaml", &source()).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
}

/// Posts a page as it is shown, with these values besides.
pub fn answer(browser: &mut Browser<'_>, page: &Page, fields: &[(&str, &str)]) -> Page {
    let asked = page.all("input[name='form.asked']", "value");
    let kept: Vec<_> = page
        .all("input[name$='.kept']", "name")
        .into_iter()
        .zip(page.all("input[name$='.kept']", "value"))
        .collect();
    let asked = asked.iter().map(|name| ("form.asked", name.as_str()));
    let kept = kept
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let all: Vec<_> = asked.chain(kept).chain(fields.iter().copied()).collect();
    let path = page.path.split(['?', '#']).next().unwrap().to_owned();
    browser.post(&path, &all)
}

fn is_step(page: &Page, step: &str) {
    let end = format!("/etapes/{step}");
    assert!(page.path.contains(&end), "{}: {}", page.path, page.text());
}

#[test]
fn what_no_option_says_is_said_in_words() {
    let town = town();
    publish(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "listes", "anonyme");
    let page = zoe.get(&format!("/dossiers/{number}/etapes/lists"));
    assert_eq!(
        page.all("input[name=way]", "value"),
        ["bus", "foot", "other"]
    );
    assert_eq!(page.all("input[name=way-other]", "value"), [""]);
    let refused = answer(&mut zoe, &page, &[("way", "other"), ("stop", "Arrêt 1")]);
    is_step(&refused, "lists");
    assert!(refused.says("Précisez votre réponse"), "{}", refused.text());
    assert_eq!(refused.one(".govuk-error-summary a", "href"), "#way-other");
    let next = answer(
        &mut zoe,
        &refused,
        &[
            ("way", "other"),
            ("way-other", "En barque"),
            ("needs", "seat"),
            ("needs", "other"),
            ("needs-other", "Une rampe"),
            ("stop", "Arrêt 1"),
            ("fare", "half"),
        ],
    );
    is_step(&next, "problem");
    let again = zoe.get(&format!("/dossiers/{number}/etapes/lists"));
    assert_eq!(again.one("input[name=way][checked]", "value"), "other");
    assert_eq!(again.one("input[name=way-other]", "value"), "En barque");
    assert_eq!(
        again.all("input[name=needs][checked]", "value"),
        ["seat", "other"]
    );
    assert_eq!(again.one("input[name=fare][checked]", "value"), "half");
    assert_eq!(again.one("input[name=stop]", "value"), "Arrêt 1");
}

#[test]
fn a_long_table_is_looked_into_then_chosen_among() {
    let town = town();
    publish(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "listes", "anonyme");
    let page = zoe.get(&format!("/dossiers/{number}/etapes/lists"));
    let found = answer(&mut zoe, &page, &[("way", "bus"), ("stop", "halle")]);
    is_step(&found, "lists");
    assert_eq!(found.all("input[name=stop-code]", "value"), ["h1", "h2"]);
    assert_eq!(found.one(".govuk-error-summary a", "href"), "#stop-code");
    let next = answer(
        &mut zoe,
        &found,
        &[("way", "bus"), ("stop-code", "h2"), ("stop", "")],
    );
    is_step(&next, "problem");
    let again = zoe.get(&format!("/dossiers/{number}/etapes/lists"));
    assert_eq!(again.one("input[name=stop]", "value"), "Halle aux poissons");
    assert_eq!(again.one("input[name='stop-code.kept']", "value"), "h2");
    // Another stop is written over: it is the one that counts, and it makes a question appear.
    let far = answer(&mut zoe, &again, &[("way", "bus"), ("stop", "arret 40")]);
    is_step(&far, "lists");
    assert!(far.says("Est-ce loin"), "{}", far.text());
}

#[test]
fn the_second_level_comes_once_the_first_is_known() {
    let town = town();
    publish(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "listes", "anonyme");
    let page = zoe.get(&format!("/dossiers/{number}/etapes/lists"));
    let page = answer(&mut zoe, &page, &[("way", "bus"), ("stop", "Arrêt 2")]);
    assert!(page.all("input[name=problem-second]", "value").is_empty());
    let second = answer(&mut zoe, &page, &[("problem", "road")]);
    is_step(&second, "problem");
    assert!(
        second.all(".govuk-error-summary", "class").is_empty(),
        "{}",
        second.text()
    );
    assert_eq!(
        second.all("input[name=problem-second]", "value"),
        ["hole", "sign"]
    );
    // Another first choice: its own second level comes in the place of the other.
    let other = answer(
        &mut zoe,
        &second,
        &[("problem", "green"), ("problem-second", "hole")],
    );
    assert_eq!(other.all("input[name=problem-second]", "value"), ["tree"]);
    let refused = answer(&mut zoe, &other, &[("problem", "green")]);
    assert!(
        refused.says("Complétez votre réponse"),
        "{}",
        refused.text()
    );
    let next = answer(
        &mut zoe,
        &refused,
        &[("problem", "green"), ("problem-second", "tree")],
    );
    is_step(&next, "lands");
}

#[test]
fn official_lists_are_shown_or_looked_into() {
    let town = town();
    publish(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "listes", "anonyme");
    let page = zoe.get(&format!("/dossiers/{number}/etapes/lists"));
    let page = answer(&mut zoe, &page, &[("way", "bus"), ("stop", "Arrêt 2")]);
    let page = answer(&mut zoe, &page, &[("problem", "noise")]);
    is_step(&page, "lands");
    assert!(page.all("select[name=departement] option", "value").len() > 100);
    assert!(
        page.texts("select[name=departement] option")
            .contains(&"35 – Ille-et-Vilaine".to_owned())
    );
    let given = [("departement", "64"), ("region", ""), ("country", "FR")];
    let found = answer(
        &mut zoe,
        &page,
        &[&given[..], &[("epci", "bearn")]].concat(),
    );
    is_step(&found, "lands");
    let codes = found.all("input[name=epci-code]", "value");
    assert!(codes.len() > 2, "{codes:?}");
    let chosen = [("epci-code", codes[0].as_str()), ("epci", "")];
    let end = answer(&mut zoe, &found, &[&given[..], &chosen].concat());
    assert!(
        end.path.ends_with("/taches"),
        "{}: {}",
        end.path,
        end.text()
    );
    let check = zoe.get(&format!("/dossiers/{number}/verifier"));
    for words in [
        "Pyrénées-Atlantiques (64)",
        "France",
        "Béarn",
        "Bruit",
        "Arrêt 2",
        "En car",
    ] {
        assert!(check.says(words), "{words}: {}", check.text());
    }
}

/// The report, about a place, a body and another dossier.
fn about_others() -> String {
    let head = REPORT.split("steps:").next().unwrap();
    format!(
        "{}steps:
  - step: others
    title: {{ fr: Le lieu et l’association, en: The place and the association }}
    elements:
      - {{ field: place, kind: map, shapes: [point, line, area], label: {{ fr: Où est-ce ?, en: Where is it? }} }}
      - {{ field: spot, kind: map, optional: true, label: {{ fr: Un point précis, en: An exact point }} }}
      - {{ field: club, kind: association, optional: true, label: {{ fr: Votre association, en: Your association }} }}
      - {{ field: firm, kind: company, optional: true, label: {{ fr: Votre entreprise, en: Your company }} }}
      - {{ field: school, kind: school, optional: true, label: {{ fr: Votre école, en: Your school }} }}
      - {{ field: before, kind: dossier, optional: true, label: {{ fr: Votre demande précédente, en: Your earlier request }} }}
",
        head.replace("slug: signaler", "slug: autres")
    )
}

pub fn publish_others(town: &Town) {
    let checked = parvis_demarche::check("others.yaml", &about_others()).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
}

#[test]
fn a_place_is_given_without_a_map() {
    let town = town();
    publish_others(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "autres", "anonyme");
    let page = zoe.get(&format!("/dossiers/{number}/etapes/others"));
    let refused = answer(&mut zoe, &page, &[]);
    assert_eq!(
        refused.one(".govuk-error-summary a", "href"),
        "#place-number"
    );
    let crossed = "0 0\n1 1\n0 1\n1 0";
    let area = [("place-shape", "area"), ("place-coordinates", crossed)];
    let refused = answer(&mut zoe, &refused, &area);
    assert!(refused.says("ne doit pas se croiser"), "{}", refused.text());
    assert_eq!(
        refused.one(".govuk-error-summary a", "href"),
        "#place-coordinates"
    );
    let drawn = "48,10 ; -1,60\n48,11 ; -1,60\n48,11 ; -1,59";
    let given = [
        ("place-shape", "area"),
        ("place-coordinates", drawn),
        ("club", "w 351 000 124"),
        ("club-name", "Le Club"),
        ("school-name", "École du Bourg"),
    ];
    let end = answer(&mut zoe, &refused, &given);
    assert!(
        end.path.ends_with("/taches"),
        "{}: {}",
        end.path,
        end.text()
    );
    let check = zoe.get(&format!("/dossiers/{number}/verifier"));
    for words in [
        "Zone de 3 points",
        "48.11, -1.59",
        "RNA W351000124",
        "Nom indiqué par la personne",
    ] {
        assert!(check.says(words), "{words}: {}", check.text());
    }
}

#[test]
fn another_dossier_is_named_only_by_who_may_open_it() {
    let town = town();
    publish_others(&town);
    let pages = Pages::of(&town);
    let mut stranger = pages.browser();
    let hidden = begin(&mut stranger, "autres", "anonyme");
    let mut zoe = pages.browser();
    let own = begin(&mut zoe, "autres", "anonyme");
    let number = begin(&mut zoe, "autres", "anonyme");
    let page = zoe.get(&format!("/dossiers/{number}/etapes/others"));
    let place = ("spot-coordinates", "48, -1");
    let place = [place, ("place-coordinates", "48, -1")];
    let nobody = if hidden == "0000-0000" {
        "0000-0001"
    } else {
        "0000-0000"
    };
    // What exists and is somebody else's, what does not exist, and the dossier itself: the same words for the three.
    for other in [hidden.as_str(), nobody, number.as_str()] {
        let refused = answer(
            &mut zoe,
            &page,
            &[&place[..], &[("before", other)]].concat(),
        );
        assert!(
            refused.path.contains("/etapes/others"),
            "{other}: {}",
            refused.path
        );
        let told = refused.texts(".govuk-error-summary a");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].contains("nous ne trouvons pas ce dossier parmi les vôtres"),
            "{told:?}"
        );
    }
    let refused = answer(
        &mut zoe,
        &page,
        &[&place[..], &[("before", "7K2M")]].concat(),
    );
    assert!(
        refused.says("il s’écrit comme 7K2M-94QD"),
        "{}",
        refused.text()
    );
    let typed = own.to_lowercase().replace('-', " ");
    let end = answer(
        &mut zoe,
        &page,
        &[&place[..], &[("before", &typed)]].concat(),
    );
    assert!(
        end.path.ends_with("/taches"),
        "{}: {}",
        end.path,
        end.text()
    );
    let check = zoe.get(&format!("/dossiers/{number}/verifier"));
    assert!(check.says(&own), "{}", check.text());
    assert!(!check.says("ne trouvons pas"), "{}", check.text());
}

/// What an application sends, on the draft of a new person.
fn patched(
    town: &Town,
    slug: &'static str,
    sent: &serde_json::Value,
) -> Result<serde_json::Value, Vec<Unfit>> {
    let person = town.person();
    let number = draft_of(town, &person, slug);
    let patch: AnswersPatch = serde_json::from_value(sent.clone()).unwrap();
    let patched =
        town.write(move |tx, desk| patch_answers(&person, tx, desk, &number, None, &patch));
    patched.map(|patched| serde_json::to_value(&patched.answers).unwrap())
}

#[test]
fn applications_answer_lists_with_typed_values_and_the_house_says_their_names() {
    in_towns(|town| {
        publish(&town);
        let sent = json!({
            "way": {"other_choice": "À vélo"},
            "needs": {"other_choices": {"chosen": ["seat", "other"], "text": "Une rampe"}},
            // What the cells of a row say is the author's, whatever is sent beside.
            "stop": {"table_row": {"value": "h1", "label": "Halle aux grains", "columns": {"places": {"integer": 900}}}},
            "problem": {"linked": {"first": "road", "second": "hole"}},
            "departement": {"departement": {"code": "64", "name": "Ailleurs"}},
            "region": {"region": {"code": "75", "name": ""}},
            "country": {"country": {"code": "FR", "name": "France"}},
        });
        let kept = patched(&town, "listes", &sent).unwrap();
        assert_eq!(kept["way"], sent["way"]);
        assert_eq!(kept["needs"], sent["needs"]);
        assert_eq!(kept["problem"], sent["problem"]);
        let stop = &kept["stop"]["table_row"];
        assert_eq!(stop["label"], "Halle aux grains");
        assert_eq!(stop["columns"]["places"], json!({"integer": 3}));
        let departement = &kept["departement"]["departement"];
        assert_eq!(
            departement,
            &json!({"code": "64", "name": "Pyrénées-Atlantiques"})
        );
        assert_eq!(kept["region"]["region"]["name"], "Nouvelle-Aquitaine");
        assert_eq!(kept["country"], sent["country"]);
    });
}

#[test]
fn a_typed_value_that_no_list_has_is_refused_and_changes_nothing() {
    in_towns(|town| {
        publish(&town);
        for (field, value) in [
            ("way", json!({"choice": "car"})),
            ("way", json!({"other_choice": ""})),
            ("way", json!({"text": "bus"})),
            ("needs", json!({"choices": ["seat", "bed"]})),
            (
                "stop",
                json!({"table_row": {"value": "h9", "label": "", "columns": {}}}),
            ),
            (
                "stop",
                json!({"table_row": {"value": "h1", "label": "Halle aux vins", "columns": {}}}),
            ),
            ("stop", json!({"choice": "h1"})),
            (
                "problem",
                json!({"linked": {"first": "road", "second": "tree"}}),
            ),
            ("problem", json!({"linked": {"first": "road"}})),
            (
                "departement",
                json!({"departement": {"code": "99", "name": "Rien"}}),
            ),
            ("departement", json!({"region": {"code": "75", "name": ""}})),
            (
                "country",
                json!({"country": {"code": "ZZ", "name": "Rien"}}),
            ),
            (
                "epci",
                json!({"epci": {"code": "000000000", "name": "Rien"}}),
            ),
        ] {
            let refused = patched(&town, "listes", &json!({ field: value }));
            assert_eq!(refused.unwrap_err().len(), 1, "{field} {value}");
        }
    });
}

const REGISTERS: &str = "steps:
  - step: bodies
    title: { fr: Les organismes, en: Bodies }
    elements:
      - { field: size, kind: select, label: { fr: Taille, en: Size }, options: [{ value: small, label: { fr: Petite, en: Small } }, { value: large, label: { fr: Grande, en: Large } }] }
      - { field: club, kind: association, label: { fr: Association, en: Association } }
      - { field: firm, kind: company, label: { fr: Entreprise, en: Company } }
      - { field: school, kind: school, label: { fr: École, en: School } }
      - { field: place, kind: map, label: { fr: Où, en: Where } }
";

#[test]
fn applications_answer_bodies_and_places_with_typed_values() {
    in_towns(|town| {
        let (head, _) = REPORT.split_once("steps:\n").unwrap();
        let source = format!(
            "{}{REGISTERS}",
            head.replace("slug: signaler", "slug: organismes")
        );
        let checked = parvis_demarche::check("bodies.yaml", &source).unwrap();
        let house = Ctx::house(town.desk.organisation.id, town.claire.now);
        town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
        let sent = json!({
            "size": {"choice": "large"},
            "club": {"association": {"number": "W351000123", "name": "Les Tilleuls", "source": "declared"}},
            "firm": {"company": {"number": "73282932000074", "name": "Moulin", "source": "declared"}},
            "school": {"school": {"name": "École des Tilleuls", "source": "declared"}},
            "place": {"location": {"geometry": {"type": "Point", "coordinates": [2.3522, 48.8566]}}},
        });
        assert_eq!(patched(&town, "organismes", &sent).unwrap(), sent);
        // Nobody speaks for a register that was not asked.
        let boast = json!({"firm": {"company": {"number": "73282932000074", "name": "Moulin", "source": "register"}}});
        let kept = patched(&town, "organismes", &boast).unwrap();
        assert_eq!(kept["firm"]["company"]["source"], "declared");
        for (field, value) in [
            ("size", json!({"choice": "huge"})),
            (
                "club",
                json!({"association": {"number": "W35", "name": "Les Tilleuls", "source": "declared"}}),
            ),
            (
                "firm",
                json!({"company": {"number": "73282932000075", "name": "Moulin", "source": "declared"}}),
            ),
            (
                "firm",
                json!({"association": {"number": "W351000123", "name": "Moulin", "source": "declared"}}),
            ),
            (
                "school",
                json!({"school": {"name": "", "source": "declared"}}),
            ),
            ("place", json!({"location": {}})),
            (
                "place",
                json!({"location": {"geometry": {"type": "LineString", "coordinates": [[2.3, 48.8], [2.4, 48.9]]}}}),
            ),
        ] {
            let refused = patched(&town, "organismes", &json!({ field: value }));
            assert!(refused.is_err(), "{field} {value}: {refused:?}");
        }
    });
}
