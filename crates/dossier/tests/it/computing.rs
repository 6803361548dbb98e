//! What the house computes: shown to the person, never typed, kept for agents, and what will be asked.

use parvis_dossier::answer::{AnswersPatch, Unfit, patch_answers};
use parvis_form::{Answer, Answers};
use parvis_kernel::Ctx;
use serde_json::json;

use crate::browser::{Browser, Page, Pages};
use crate::filling::{REPORT, begin, town};
use crate::stopping::draft_of;
use crate::town::Town;

const STEPS: &str = "steps:
  - step: home
    title: { fr: Le foyer, en: The household }
    elements:
      - { field: income, kind: amount, label: { fr: Quotient, en: Income } }
      - { field: band, kind: computed, show: false, label: { fr: Tranche, en: Band }, value: \"income < eur('500.00') ? 'basse' : 'haute'\" }
      - { field: price, kind: computed, label: { fr: Prix du repas, en: Price of a meal }, value: \"band == 'basse' ? eur('1.15') : eur('3.40')\" }
  - step: meals
    title: { fr: Les repas, en: Meals }
    elements:
      - block: children
        title: { fr: Les enfants, en: Children }
        row_title: { fr: Enfant, en: Child }
        min: 1
        max: 3
        fields:
          - { field: count, kind: integer, max: 5, label: { fr: Repas, en: Meals } }
          - { field: week, kind: computed, label: { fr: Par semaine, en: A week }, value: price * count }
      - { field: owed, kind: fee, label: { fr: Par semaine en tout, en: A week in all }, value: \"children.sum(c, c.week)\" }
";

fn publish(town: &Town) {
    let (head, _) = REPORT.split_once("steps:\n").unwrap();
    let source = format!("{}{STEPS}", head.replace("slug: signaler", "slug: repas"));
    let checked = parvis_demarche::check("meals.yaml", &source).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
}

fn send(browser: &mut Browser<'_>, path: &str, typed: &[(&str, &str)]) -> Page {
    let page = browser.get(path);
    let asked = page.all("input[name='form.asked']", "value");
    let mut fields: Vec<(&str, &str)> = asked
        .iter()
        .map(|name| ("form.asked", name.as_str()))
        .collect();
    fields.extend(typed);
    browser.post(path, &fields)
}

fn amount(answers: &Answers, name: &str) -> i64 {
    let cents = match answers.get(name) {
        Some(Answer::Amount(amount)) => Some(amount.cents),
        _ => None,
    };
    cents.unwrap()
}

#[test]
fn a_computed_value_is_read_and_never_typed_and_the_fee_is_told_before_the_deposit() {
    let town = town();
    publish(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "repas", "anonyme");
    let home = format!("/dossiers/{number}/etapes/home");
    let page = zoe.get(&home);
    assert_eq!(
        page.all("input[name=price], input[name=band]", "name"),
        Vec::<String>::new()
    );
    assert_eq!(page.all("input[name='form.asked']", "value"), ["income"]);
    assert!(page.says("Prix du repas"), "{}", page.text());
    assert!(
        page.says("apparaîtra quand vos réponses"),
        "{}",
        page.text()
    );
    assert!(!page.says("Tranche"), "{}", page.text());
    // What is posted in its place is not looked at.
    let next = send(
        &mut zoe,
        &home,
        &[("income", "400"), ("price", "0,01"), ("band", "haute")],
    );
    assert!(next.path.ends_with("/etapes/meals"), "{}", next.path);
    assert!(
        zoe.get(&home).says("1,15"),
        "the page shows what was computed"
    );
    let meals = format!("/dossiers/{number}/etapes/meals");
    let page = zoe.post(&meals, &[("action", "add:children")]);
    let row = page.one("input[name=children]", "value");
    let count = format!("children.{row}.count");
    let tasks = send(&mut zoe, &meals, &[("children", &row), (&count, "4")]);
    assert!(
        tasks.path.ends_with("/taches"),
        "{} {}",
        tasks.path,
        tasks.text()
    );
    let check = zoe.get(&format!("/dossiers/{number}/verifier"));
    for words in ["Prix du repas", "Ce qui vous sera demandé", "4,60"] {
        assert!(check.says(words), "{words}: {}", check.text());
    }
    assert!(!check.says("Tranche"), "{}", check.text());
    let changes = check.all("a", "href");
    assert!(
        !changes
            .iter()
            .any(|href| href.contains("#price") || href.contains("week")),
        "{changes:?}"
    );
}

#[test]
fn an_application_reads_what_is_computed_and_does_not_give_it() {
    let town = town();
    publish(&town);
    let person = town.person();
    let number = draft_of(&town, &person, "repas");
    let patch = |patch: serde_json::Value| {
        let (person, number) = (person.clone(), number.clone());
        let patch: AnswersPatch = serde_json::from_value(patch).unwrap();
        town.write(move |tx, desk| patch_answers(&person, tx, desk, &number, None, &patch))
    };
    let income = json!({ "amount": { "cents": 60_000 } });
    let refused =
        patch(json!({ "income": income, "price": { "amount": { "cents": 1 } } })).unwrap_err();
    assert!(
        matches!(&refused[..], [Unfit::Entry(error)] if error.key() == "field-error-computed"),
        "{refused:?}"
    );
    let row = json!({ "id": "0190163d-8694-739b-aea5-966c26f8ad91", "cells": {
        "count": { "integer": 5 }, "week": { "amount": { "cents": 1 } },
    } });
    let given = patch(json!({ "income": income, "children": { "rows": [row] } })).unwrap();
    assert_eq!(amount(&given.answers, "price"), 340);
    assert_eq!(
        amount(&given.answers.rows("children")[0].cells, "week"),
        1700
    );
    assert_eq!(amount(&given.answers, "owed"), 1700);
    assert_eq!(
        given.answers.get("band"),
        Some(&Answer::Text("haute".to_owned()))
    );
}
