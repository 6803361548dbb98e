//! How far promises are kept, counted on both engines.

use std::time::Duration;

use parvis_demarche::satisfaction::{self, Answer, Degree, Month};
use parvis_demarche::{Kept, Measures, measures};
use parvis_dossier::decide::decide;
use parvis_dossier::instruct::instruct;
use parvis_dossier::measure;
use parvis_dossier::message::write_message;
use parvis_dossier::model::Number;
use parvis_dossier::open::open_dossier;
use parvis_kernel::{Ctx, MessageId};
use parvis_law::{DecisionDraft, Outcome, Signatory, SignatureRegime};

use crate::town::{PROCEDURE, Town, in_towns};

const DAY: Duration = Duration::from_secs(86_400);

/// The same procedure, which promises an answer in 10 days and to messages in 2 working days.
fn promising(town: &Town) {
    let source = format!("{PROCEDURE}commitments: {{ answer_days: 10, message_days: 2 }}\n");
    let checked = parvis_demarche::check("promis.yaml", &source).unwrap();
    let house = Ctx::house(town.desk.organisation.id, town.claire.now);
    town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked).map(drop)?));
}

pub fn decided_after(town: &Town, number: &Number, span: Duration) {
    let ctx = Town::later(&town.claire, span);
    let number = number.clone();
    let draft = DecisionDraft {
        outcome: Some(Outcome::InFull),
        signatory: Signatory {
            first_name: "Claire".to_owned(),
            name: "Martin".to_owned(),
            quality: "Agente d’accueil".to_owned(),
            service: "Accueil".to_owned(),
            delegation: None,
        },
        signature: Some(SignatureRegime::Signed {
            act: "Décision 1".to_owned(),
        }),
        ..DecisionDraft::new("", jiff::civil::date(2026, 1, 1))
    };
    town.write(move |tx, desk| {
        let version = open_dossier(&ctx, tx, desk, &number)?.dossier.version;
        let dossier = instruct(&ctx, tx, desk, &number, version)?;
        decide(&ctx, tx, desk, &number, dossier.version, &draft)
    });
}

fn measured_after(town: &Town, span: Duration) -> Measures {
    let now = town.claire.now + span;
    let desk = town.desk.clone();
    town.write(move |tx, _| {
        let organisation = &desk.organisation;
        let counted = measure::measure(tx, organisation, &desk.catalogue, now)?;
        measure::keep(tx, organisation.id, &counted, now)?;
        // Counted twice, it is told once.
        measure::keep(tx, organisation.id, &counted, now)?;
        let published = desk.catalogue.published(tx, organisation.id, "tout")?;
        let procedure = published.unwrap().procedure;
        Ok(measures(tx, organisation.id, procedure)?.unwrap())
    })
}

#[test]
fn an_answer_in_time_keeps_the_promise_and_a_late_one_or_none_breaks_it() {
    in_towns(|town| {
        promising(&town);
        for days in [1, 9, 11] {
            let (_, number) = town.deposited();
            decided_after(&town, &number, DAY * days);
        }
        let (_, _waits) = town.deposited();
        let answers = |span| measured_after(&town, span).answers;
        assert_eq!(
            answers(DAY * 5),
            Kept { cases: 3, kept: 2 },
            "one still may be answered in time"
        );
        assert_eq!(
            answers(DAY * 12),
            Kept { cases: 4, kept: 2 },
            "and is late now"
        );
        assert_eq!(
            answers(DAY * 400),
            Kept { cases: 1, kept: 0 },
            "a year later it still waits"
        );
    });
}

#[test]
fn messages_in_a_row_count_once_and_from_working_day_to_working_day() {
    in_towns(|town| {
        promising(&town);
        let (person, number) = town.deposited();
        let write = |ctx: &Ctx, span: Duration| {
            let (ctx, number) = (Town::later(ctx, span), number.clone());
            town.write(move |tx, desk| {
                write_message(&ctx, tx, desk, &number, MessageId::new(), "Bonjour")
            });
        };
        write(&person, DAY);
        write(&person, DAY + Duration::from_secs(60));
        assert_eq!(measured_after(&town, DAY).messages, Kept::default());
        write(&town.claire, DAY + Duration::from_secs(3_600));
        assert_eq!(
            measured_after(&town, DAY * 2).messages,
            Kept { cases: 1, kept: 1 }
        );
        write(&person, DAY * 2);
        assert_eq!(
            measured_after(&town, DAY * 2).messages,
            Kept { cases: 1, kept: 1 }
        );
        assert_eq!(
            measured_after(&town, DAY * 12).messages,
            Kept { cases: 2, kept: 1 },
            "nobody answered"
        );
        decided_after(&town, &number, DAY * 13);
        assert_eq!(
            measured_after(&town, DAY * 14).messages,
            Kept { cases: 2, kept: 1 }
        );
    });
}

#[test]
fn satisfaction_is_measured_on_what_was_counted_over_the_year() {
    in_towns(|town| {
        let source = format!("{PROCEDURE}commitments: {{ satisfaction: 80 }}\n");
        let checked = parvis_demarche::check("promis.yaml", &source).unwrap();
        let house = Ctx::house(town.desk.organisation.id, town.claire.now);
        town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked).map(drop)?));
        let house = Ctx::house(town.desk.organisation.id, town.claire.now);
        let month = |span: Duration| Month::of(house.now + span, town.desk.organisation.zone());
        for degree in [Degree::Rather, Degree::RatherNot].repeat(6) {
            let (house, month) = (house.clone(), month(Duration::ZERO));
            town.write(move |tx, desk| {
                let revision = desk.catalogue.published(tx, house.organisation, "tout")?;
                let words = String::new();
                let answer = Answer { degree, words };
                let revision = revision.unwrap();
                Ok(satisfaction::keep(&house, tx, &revision, month, &answer)?)
            });
        }
        let measured = |span| measured_after(&town, span).satisfaction;
        assert_eq!(measured(DAY * 40), Kept::default(), "nothing is counted");
        let (organisation, later) = (house.organisation, month(DAY * 40));
        town.write(move |tx, _| Ok(satisfaction::count(tx, organisation, later)?));
        assert_eq!(measured(DAY * 40), Kept { cases: 12, kept: 6 });
        assert_eq!(measured(DAY * 41).percent(), Some(50));
        assert_eq!(measured(DAY * 440), Kept::default(), "a year later");
    });
}
