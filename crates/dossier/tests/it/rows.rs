//! Rows with their own pages: added, changed, taken away one at a time.

use parvis_dossier::DossierError;
use parvis_dossier::answer::{
    Intent, RowIntent, RowPlace, RowRecorded, record_answers, record_row, remove_row,
};
use parvis_form::Answer;
use parvis_kernel::{Ctx, RowId};

use crate::browser::{Browser, Page, Pages};
use crate::filling::{PDF, REPORT, begin};
use crate::stopping::draft_of;
use crate::town::{Town, entries, in_towns};

const STEPS: &str = "steps:
  - step: needs
    title: { fr: Le besoin, en: The need }
    elements:
      - { field: canteen, kind: yes_no, label: { fr: La cantine ?, en: The canteen? } }
  - step: family
    title: { fr: Les enfants, en: The children }
    elements:
      - block: children
        title: { fr: Enfants à inscrire, en: Children to enrol }
        row_title: { fr: Enfant, en: Child }
        add_label: { fr: Ajouter un enfant, en: Add a child }
        pages: true
        min: 1
        max: 3
        checks: [{ rule: \"children.sum(c, c.age) < 30\", message: { fr: Trop âgés ensemble., en: Too old together. } }]
        fields:
          - { field: first, kind: short_text, label: { fr: Prénom, en: First name } }
          - { field: age, kind: integer, max: 17, label: { fr: Âge, en: Age } }
          - { field: school, kind: short_text, if: age >= 3, label: { fr: École, en: School } }
          - { field: menu, kind: yes_no, if: canteen, label: { fr: Sans viande ?, en: Without meat? } }
          - { field: proof, kind: piece, optional: true, accept: [pdf], label: { fr: Certificat, en: Certificate } }
      - { field: years, kind: computed, value: \"children.sum(c, c.age)\", label: { fr: Années en tout, en: Years in all } }
  - step: last
    title: { fr: Pour finir, en: To finish }
    elements:
      - { field: town, kind: short_text, label: { fr: Ville, en: Town } }
";

fn publish(town: &Town) {
    let (head, _) = REPORT.split_once("steps:\n").unwrap();
    let source = format!("{}{STEPS}", head.replace("slug: signaler", "slug: foyer"));
    let checked = parvis_demarche::check("foyer.yaml", &source).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
}

struct Family<'a, 'b> {
    zoe: &'a mut Browser<'b>,
    number: String,
}

impl<'a, 'b> Family<'a, 'b> {
    /// A draft whose first step is answered.
    fn begun(town: &Town, zoe: &'a mut Browser<'b>, way: &str, canteen: &str) -> Self {
        publish(town);
        let number = begin(zoe, "foyer", way);
        let mut family = Self { zoe, number };
        let needs = family.path("needs");
        let page = family.zoe.get(&needs);
        let next = family.post(&needs, &page, &[("canteen", canteen)]);
        assert!(next.path.ends_with("/etapes/family"), "{}", next.path);
        family
    }

    fn path(&self, step: &str) -> String {
        format!("/dossiers/{}/etapes/{step}", self.number)
    }

    fn list(&mut self) -> Page {
        let path = self.path("family");
        self.zoe.get(&path)
    }

    /// Posts a page that was shown, with its hidden inputs.
    fn post(&mut self, path: &str, page: &Page, typed: &[(&str, &str)]) -> Page {
        let mut fields = hidden(page);
        fields.extend(
            typed
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        self.zoe.post(path, &fields)
    }

    /// Fills the page of a row in, each question by its own name.
    fn row(&mut self, page: &Page, typed: &[(&str, &str)]) -> Page {
        let action = page.one("main form", "action");
        let row = action.rsplit('/').next().unwrap().to_owned();
        let named: Vec<(String, &str)> = typed
            .iter()
            .map(|(name, value)| match *name {
                "action" => ("action".to_owned(), *value),
                name => (format!("children.{row}.{name}"), *value),
            })
            .collect();
        let named: Vec<(&str, &str)> = named
            .iter()
            .map(|(name, value)| (name.as_str(), *value))
            .collect();
        self.post(&action, page, &named)
    }

    fn add(&mut self, typed: &[(&str, &str)]) -> Page {
        let path = format!("{}/children/ajouter", self.path("family"));
        let page = self.zoe.get(&path);
        self.row(&page, typed)
    }
}

fn hidden(page: &Page) -> Vec<(String, String)> {
    let names = ["form.asked", "form.revision", "retour"];
    let values = names.into_iter().flat_map(|name| {
        let values = page.all(&format!("main input[type=hidden][name='{name}']"), "value");
        values
            .into_iter()
            .map(move |value| (name.to_owned(), value))
    });
    values.collect()
}

fn rows(page: &Page) -> Vec<String> {
    page.texts(".parvis-rows dt")
}

#[test]
fn the_page_of_the_step_is_the_list_of_its_rows() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let mut family = Family::begun(&town, &mut zoe, "anonyme", "no");
        let list = family.list();
        assert!(
            list.says("Rien n’est ajouté pour l’instant."),
            "{}",
            list.text()
        );
        assert!(list.says("Encore un au moins."));
        assert_eq!(list.texts("#children"), ["Ajouter un enfant"]);
        // The school appears with the age, on the page of the row.
        let page = family.add(&[("first", "Léo"), ("age", "8")]);
        assert!(page.path.contains("?nouveau=1"), "{}", page.path);
        assert!(
            page.says("Enfant 1") && page.says("École"),
            "{}",
            page.text()
        );
        assert!(page.all(".govuk-error-summary", "class").is_empty());
        let list = family.row(
            &page,
            &[("first", "Léo"), ("age", "8"), ("school", "Tilleuls")],
        );
        assert!(list.path.contains("/etapes/family?ligne="), "{}", list.path);
        assert_eq!(rows(&list), ["Léo"]);
        for words in [
            "Tilleuls",
            "Vous pouvez encore en ajouter 2.",
            "Années en tout",
            "8",
        ] {
            assert!(list.says(words), "{words}: {}", list.text());
        }
        assert_eq!(
            list.texts(".parvis-rows a"),
            ["Modifier Léo", "Retirer Léo"]
        );
        let list = family.add(&[("first", "Ana"), ("age", "1")]);
        assert_eq!(rows(&list), ["Léo", "Ana"]);
        assert!(list.says("Années en tout") && list.says("9"));
        let next = family.post(&family.path("family"), &list, &[]);
        assert!(next.path.ends_with("/etapes/last"), "{}", next.path);
    });
}

#[test]
fn what_is_wrong_in_a_row_is_told_on_its_page_and_on_the_list() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let mut family = Family::begun(&town, &mut zoe, "anonyme", "no");
        let none = family.list();
        let path = family.path("family");
        let refused = family.post(&path, &none, &[]);
        assert_eq!(refused.status, 422);
        assert_eq!(refused.all(".govuk-error-summary a", "href"), ["#children"]);
        let page = family.add(&[("first", ""), ("age", "80")]);
        assert_eq!(page.status, 422, "{}", page.path);
        let row = page
            .one("main form", "action")
            .rsplit('/')
            .next()
            .unwrap()
            .to_owned();
        assert_eq!(
            page.all(".govuk-error-summary a", "href"),
            [
                format!("#children.{row}.first"),
                format!("#children.{row}.age")
            ]
        );
        assert_eq!(page.all("main input[type=text]", "value"), ["", "80"]);
        let list = family.list();
        assert_eq!(list.status, 422);
        assert_eq!(
            list.all(".govuk-error-summary a", "href"),
            [format!("#children-{row}")]
        );
        assert!(list.texts(".govuk-error-summary a")[0].starts_with("Enfant 1"));
        assert_eq!(
            list.all(&format!("[id='children-{row}']"), "aria-describedby")
                .len(),
            1
        );
        // Another row is added meanwhile: the first one stays as it was typed.
        let list = family.add(&[("first", "Ana"), ("age", "1")]);
        assert_eq!(rows(&list), ["Enfant 1", "Ana"]);
        let again = family.post(&path, &list, &[]);
        assert_eq!(
            again.all(".govuk-error-summary a", "href"),
            [format!("#children-{row}")]
        );
        let page = family.zoe.get(&format!("{path}/children/{row}"));
        assert_eq!(page.all("main input[type=text]", "value"), ["", "80"]);
        let list = family.row(&page, &[("first", "Léo"), ("age", "2")]);
        assert_eq!(rows(&list), ["Léo", "Ana"]);
        assert_eq!(list.status, 200, "{}", list.text());
    });
}

#[test]
fn a_row_is_kept_for_later_as_it_was_typed() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let mut family = Family::begun(&town, &mut zoe, "anonyme", "no");
        let tasks = family.add(&[("first", "Léo"), ("age", ""), ("action", "later")]);
        assert!(
            tasks.path.ends_with("/taches?avis=enregistre"),
            "{}",
            tasks.path
        );
        let list = family.list();
        assert_eq!(list.status, 200);
        assert_eq!(rows(&list), ["Léo"]);
        assert!(list.says("À terminer"), "{}", list.text());
        let path = family.path("family");
        let refused = family.post(&path, &list, &[]);
        assert_eq!(refused.status, 422, "{}", refused.path);
        assert!(
            refused.says("Léo : Indiquez un nombre"),
            "{}",
            refused.text()
        );
    });
}

#[test]
fn a_row_is_taken_away_once_it_is_confirmed() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let mut family = Family::begun(&town, &mut zoe, "code", "no");
        let page = family
            .zoe
            .get(&format!("{}/children/ajouter", family.path("family")));
        let action = page.one("main form", "action");
        let row = action.rsplit('/').next().unwrap().to_owned();
        let names =
            ["first", "age", "school", "proof"].map(|name| format!("children.{row}.{name}"));
        let shown = hidden(&page);
        let mut fields: Vec<(&str, &str)> = shown
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        fields.extend([(names[0].as_str(), "Léo"), (names[1].as_str(), "1")]);
        let list = family
            .zoe
            .post_files(&action, &fields, &[(names[3].as_str(), "leo.pdf", PDF)]);
        assert_eq!(rows(&list), ["Léo"], "{} {}", list.path, list.text());
        family.add(&[("first", "Ana"), ("age", "1")]);
        let list = family.list();
        let remove = list.all(".parvis-rows a", "href");
        let asked = family.zoe.get(&remove[1]);
        for words in ["Retirer : Léo ?", "leo.pdf", "sera effacé"] {
            assert!(asked.says(words), "{words}: {}", asked.text());
        }
        assert_eq!(
            family.list().texts(".parvis-rows dt").len(),
            2,
            "nothing is done yet"
        );
        let list = family.zoe.post(&remove[1], &[]);
        assert!(list.says("C’est retiré de la liste."), "{}", list.text());
        assert_eq!(rows(&list), ["Ana"]);
        let twice = family.zoe.post(&remove[1], &[]);
        assert_eq!(rows(&twice), ["Ana"]);
        assert!(family.zoe.get(&remove[1]).path.ends_with("/etapes/family"));
    });
}

#[test]
fn no_more_rows_are_added_than_the_form_takes() {
    in_towns(|town| {
        publish(&town);
        let person = town.person();
        let number = draft_of(&town, &person, "foyer");
        let record = |row: RowId, typed: &[(&str, &str)], intent| {
            let place = RowPlace {
                step: "family".to_owned(),
                block: "children".to_owned(),
                row,
            };
            let named: Vec<(String, &str)> = typed
                .iter()
                .map(|(name, value)| (format!("children.{row}.{name}"), *value))
                .collect();
            let named: Vec<(&str, &str)> = named
                .iter()
                .map(|(name, value)| (name.as_str(), *value))
                .collect();
            let (person, number, typed) = (person.clone(), number.clone(), entries(&named));
            town.try_write(move |tx, desk| {
                record_row(&person, tx, desk, &number, &place, &typed, intent)
            })
        };
        let ids: Vec<RowId> = (0..4).map(|_| RowId::new()).collect();
        let early = record(ids[0], &[("first", "Léo")], RowIntent::Finish);
        assert_eq!(early.unwrap(), RowRecorded::TooEarly);
        town.write({
            let (person, number) = (person.clone(), number.clone());
            let needs = entries(&[("canteen", "no")]);
            move |tx, desk| {
                record_answers(
                    &person,
                    tx,
                    desk,
                    &number,
                    "needs",
                    &needs,
                    &Intent::Continue,
                )
            }
        });
        for (index, row) in ids.iter().enumerate() {
            let name = format!("Enfant{index}");
            let recorded = record(*row, &[("first", &name), ("age", "1")], RowIntent::Finish);
            let expected = match index {
                3 => RowRecorded::Full,
                _ => RowRecorded::Kept,
            };
            assert_eq!(recorded.unwrap(), expected, "{index}");
        }
        // A double click on the page of a row is one row.
        let again = record(ids[0], &[("first", "Léo"), ("age", "2")], RowIntent::Finish);
        assert_eq!(again.unwrap(), RowRecorded::Kept);
        let elsewhere = RowPlace {
            step: "needs".to_owned(),
            block: "children".to_owned(),
            row: ids[0],
        };
        let refused = town.try_write({
            let (person, number) = (person.clone(), number.clone());
            move |tx, desk| remove_row(&person, tx, desk, &number, &elsewhere)
        });
        assert!(
            matches!(refused, Err(DossierError::NoSuchStep)),
            "{refused:?}"
        );
        let view = town.write({
            let (person, number) = (person.clone(), number.clone());
            move |tx, desk| parvis_dossier::check::view_check(&person, tx, desk, &number)
        });
        let names: Vec<Option<Answer>> = view
            .answers
            .rows("children")
            .iter()
            .map(|row| row.cells.get("first").cloned())
            .collect();
        let expected = ["Léo", "Enfant1", "Enfant2"];
        let expected = expected.map(|name| Some(Answer::Text(name.to_owned())));
        assert_eq!(names, expected);
    });
}

#[test]
fn a_rule_over_the_rows_is_told_on_the_list_and_an_earlier_answer_opens_questions_in_rows() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let mut family = Family::begun(&town, &mut zoe, "anonyme", "no");
        for name in ["Ana", "Léo"] {
            let page = family.add(&[("first", name), ("age", "16")]);
            family.row(
                &page,
                &[("first", name), ("age", "16"), ("school", "Lycée")],
            );
        }
        let path = family.path("family");
        let list = family.list();
        let refused = family.post(&path, &list, &[]);
        assert_eq!(
            refused.texts(".govuk-error-summary a"),
            ["Trop âgés ensemble."]
        );
        assert_eq!(refused.all(".govuk-error-summary a", "href"), ["#children"]);
        let change = refused.all(".parvis-rows a", "href");
        let page = family.zoe.get(&change[0]);
        family.row(
            &page,
            &[("first", "Ana"), ("age", "3"), ("school", "Lycée")],
        );
        let list = family.list();
        let next = family.post(&path, &list, &[]);
        assert!(next.path.ends_with("/etapes/last"), "{}", next.path);
        // The canteen is asked after all: each row has a question more.
        let needs = family.path("needs");
        let page = family.zoe.get(&needs);
        let list = family.post(&needs, &page, &[("canteen", "yes")]);
        assert_eq!(rows(&list), ["Ana", "Léo"]);
        assert!(list.says("À terminer"), "{}", list.text());
        let refused = family.post(&path, &list, &[]);
        assert_eq!(refused.all(".govuk-error-summary a", "href").len(), 2);
    });
}

#[test]
fn the_page_that_checks_the_answers_leads_to_the_page_of_the_row_and_back() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let mut family = Family::begun(&town, &mut zoe, "anonyme", "no");
        family.add(&[("first", "Ana"), ("age", "1")]);
        let check = format!("/dossiers/{}/verifier", family.number);
        let page = family.zoe.get(&check);
        let change = page.all("main a", "href");
        let change = change
            .into_iter()
            .find(|href| href.contains("/children/"))
            .unwrap();
        assert!(change.contains("?retour=verifier#children."), "{change}");
        let page = family.zoe.get(change.split('#').next().unwrap());
        assert_eq!(page.one(".govuk-back-link", "href"), check);
        let back = family.row(&page, &[("first", "Anaïs"), ("age", "1")]);
        assert_eq!(back.path, check);
        assert!(back.says("Anaïs"));
        // What is left to do in a row leads to its page.
        let needs = family.path("needs");
        let page = family.zoe.get(&needs);
        family.post(&needs, &page, &[("canteen", "yes")]);
        let page = family.zoe.get(&check);
        let undone = page.all("main a", "href");
        assert!(
            undone
                .iter()
                .any(|href| href.contains("/children/") && href.contains(".menu")),
            "{undone:?}"
        );
    });
}

#[test]
fn a_page_that_is_no_row_of_the_form_does_not_exist() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let family = Family::begun(&town, &mut zoe, "anonyme", "no");
        let row = RowId::new();
        let root = format!("/dossiers/{}/etapes", family.number);
        for path in [
            format!("{root}/family/nobody/{row}"),
            format!("{root}/needs/children/{row}"),
            format!("{root}/family/children/rien"),
            format!("{root}/family/children/{row}/rien"),
        ] {
            assert_eq!(family.zoe.get(&path).status, 404, "{path}");
        }
        let other = pages
            .browser()
            .get(&format!("{root}/family/children/{row}"));
        assert_ne!(other.status, 200, "it is somebody else's");
    });
}
