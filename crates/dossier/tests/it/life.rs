//! The life of a dossier, from its first question to its answer.

use std::time::Duration;

use parvis_access::AccessError;
use parvis_dossier::answer::{Intent, Recorded, record_answers, view_draft, view_step};
use parvis_dossier::ask::{Ask, ask};
use parvis_dossier::assign::assign;
use parvis_dossier::complete::{Completed, complete, view_request};
use parvis_dossier::decide::decide;
use parvis_dossier::deposit::{deposit, receipt};
use parvis_dossier::expire::{count_expired_drafts, expire, expired_drafts, purge_parked};
use parvis_dossier::follow::{follow, open_by_code};
use parvis_dossier::instruct::instruct;
use parvis_dossier::model::State;
use parvis_dossier::open::open_dossier;
use parvis_dossier::piece::{Place, Received, add_piece, remove_piece};
use parvis_dossier::read_decision::read_decision;
use parvis_dossier::sweep::forgotten;
use parvis_dossier::{DossierError, withdraw::withdraw};
use parvis_form::EntryError;
use parvis_kernel::{Ctx, Language, PieceId};
use parvis_law::{DecisionDraft, Outcome, Signatory};

use crate::town::{PROCEDURE, Town, entries, in_towns};

/// A favourable decision.
fn favourable() -> DecisionDraft {
    DecisionDraft {
        outcome: Some(Outcome::InFull),
        signatory: Signatory {
            first_name: "Claire".to_owned(),
            name: "Martin".to_owned(),
            quality: "Agente d’accueil".to_owned(),
            service: "Accueil".to_owned(),
            delegation: None,
        },
        ..DecisionDraft::new("", jiff::civil::date(2026, 1, 1))
    }
}

#[test]
fn a_person_deposits_an_agent_decides_the_person_reads() {
    in_towns(|town| {
        let (person, number) = town.deposited();
        let claire = town.claire.clone();
        let decided = town.write({
            let number = number.clone();
            move |tx, desk| {
                let opened = open_dossier(&claire, tx, desk, &number)?;
                let taken = assign(
                    &claire,
                    tx,
                    desk,
                    &number,
                    opened.dossier.version,
                    claire.actor.agent(),
                )?;
                let instructed = instruct(&claire, tx, desk, &number, taken.version)?;
                decide(
                    &claire,
                    tx,
                    desk,
                    &number,
                    instructed.version,
                    &favourable(),
                )
            }
        });
        assert_eq!(decided.state(), State::Accepted);
        let (first, second) = town.write({
            let later = Town::later(&person, Duration::from_secs(3600));
            move |tx, desk| {
                let (first, read) = read_decision(&person, tx, desk, &number)?;
                assert_eq!(read.decision.outcome, Outcome::InFull);
                let (second, _) = read_decision(&later, tx, desk, &number)?;
                Ok((first, second))
            }
        });
        assert!(first.facts.decision_read_at.is_some());
        assert_eq!(first.facts.decision_read_at, second.facts.decision_read_at);
    });
}

#[test]
fn the_receipt_says_the_day_on_which_silence_rejects() {
    in_towns(|town| {
        let (person, number) = town.deposited();
        let (dossier, given) = town.write(move |tx, desk| receipt(&person, tx, desk, &number));
        let day = given.receipt().silence_on().unwrap();
        let received = given.receipt().received().date();
        assert_eq!(day, parvis_law::Period::TWO_MONTHS.after(received));
        assert!(dossier.silence_due < parvis_dossier::model::NO_DUE_DATE);
    });
}

#[test]
fn depositing_twice_gives_the_same_receipt_and_one_fact() {
    in_towns(|town| {
        let (person, number) = town.deposited();
        let later = Town::later(&person, Duration::from_secs(60));
        let (first, again, backlog) = town.write(move |tx, desk| {
            let first = receipt(&person, tx, desk, &number)?.1;
            let again = deposit(&later, tx, desk, &number, true)?;
            Ok((first, again, parvis_jobs::backlog(tx)?))
        });
        assert_eq!(first, again);
        // One for the procedure, one for the draft, one for the deposit.
        assert_eq!(backlog.facts, 3);
    });
}

#[test]
fn what_a_step_refuses_is_kept_and_shown_again_with_its_errors() {
    in_towns(|town| {
        let person = town.person();
        let number = town.draft(&person).number;
        let view = town.write(move |tx, desk| {
            let wrong = entries(&[
                ("born-day", "32"),
                ("born-month", "3"),
                ("born-year", "1985"),
                ("nickname", "Zo"),
            ]);
            let recorded =
                record_answers(&person, tx, desk, &number, "you", &wrong, &Intent::Continue)?;
            assert_eq!(recorded, Recorded::Again);
            view_step(&person, tx, desk, &number, "you")
        });
        assert_eq!(view.errors.len(), 1);
        let kept = view.entries.unwrap();
        assert_eq!(
            (kept["born-day"][0].as_str(), kept["nickname"][0].as_str()),
            ("32", "Zo")
        );
    });
}

#[test]
fn saving_for_later_keeps_everything_and_complains_of_nothing() {
    in_towns(|town| {
        let person = town.person();
        let number = town.draft(&person).number;
        let view = town.write(move |tx, desk| {
            let half = entries(&[("born-day", "2")]);
            let recorded = record_answers(
                &person,
                tx,
                desk,
                &number,
                "you",
                &half,
                &Intent::SaveForLater,
            )?;
            assert!(matches!(recorded, Recorded::Accepted { .. }));
            view_step(&person, tx, desk, &number, "you")
        });
        assert!(view.errors.is_empty());
        assert_eq!(view.entries.unwrap()["born-day"], ["2"]);
    });
}

#[test]
fn a_step_out_of_order_is_kept_but_not_recorded() {
    in_towns(|town| {
        let person = town.person();
        let number = town.draft(&person).number;
        let (recorded, unknown) = town.write(move |tx, desk| {
            let early = entries(&[("children", "")]);
            let recorded = record_answers(
                &person,
                tx,
                desk,
                &number,
                "children",
                &early,
                &Intent::Continue,
            )?;
            let unknown = record_answers(
                &person,
                tx,
                desk,
                &number,
                "nowhere",
                &early,
                &Intent::Continue,
            );
            Ok((recorded, matches!(unknown, Err(DossierError::NoSuchStep))))
        });
        assert_eq!(recorded, Recorded::TooEarly);
        assert!(unknown);
    });
}

#[test]
fn an_answer_that_becomes_hidden_is_neither_checked_nor_deposited() {
    in_towns(|town| {
        let person = town.person();
        let number = town.draft(&person).number;
        town.fill(&person, &number);
        let answers = town.write(move |tx, desk| {
            let night = entries(&[
                ("sort", "night"),
                ("why_night", "Je travaille le jour"),
                ("count", "2"),
                ("with_children", "no"),
            ]);
            record_answers(
                &person,
                tx,
                desk,
                &number,
                "wish",
                &night,
                &Intent::Continue,
            )?;
            let day = entries(&[
                ("sort", "day"),
                ("why_night", "Je travaille le jour"),
                ("count", "2"),
                ("with_children", "no"),
            ]);
            record_answers(&person, tx, desk, &number, "wish", &day, &Intent::Continue)?;
            Ok(view_draft(&person, tx, desk, &number)?.answers)
        });
        assert!(answers.get("why_night").is_none());
        assert!(answers.get("sort").is_some());
    });
}

#[test]
fn an_incomplete_or_undeclared_draft_is_not_deposited() {
    in_towns(|town| {
        let person = town.person();
        let number = town.draft(&person).number;
        let incomplete = {
            let (person, number) = (person.clone(), number.clone());
            town.try_write(move |tx, desk| deposit(&person, tx, desk, &number, true))
        };
        assert!(matches!(incomplete, Err(DossierError::Incomplete { count }) if count > 0));
        town.fill(&person, &number);
        let undeclared = town.try_write(move |tx, desk| deposit(&person, tx, desk, &number, false));
        assert!(matches!(undeclared, Err(DossierError::NotDeclared)));
    });
}

#[test]
fn a_request_asks_only_what_it_names_and_keeps_what_was_deposited() {
    in_towns(|town| {
        let (person, number) = town.deposited();
        let claire = town.claire.clone();
        let state = town.write(move |tx, desk| {
            let version = open_dossier(&claire, tx, desk, &number)?.dossier.version;
            let due_on = desk.today(&claire).tomorrow().unwrap();
            let asked = Ask {
                version,
                text: "La date ne correspond pas à la pièce.".to_owned(),
                fields: vec!["born".to_owned()],
                pieces: Vec::new(),
                due_on,
            };
            let waiting = ask(&claire, tx, desk, &number, &asked)?;
            assert_eq!(waiting.state(), State::Waiting);
            let view = view_request(&person, tx, desk, &number)?;
            assert_eq!(view.step.elements.len(), 1);
            let wrong = entries(&[
                ("born-day", "40"),
                ("born-month", "3"),
                ("born-year", "1985"),
            ]);
            let refused = complete(&person, tx, desk, &number, &wrong)?;
            assert!(matches!(refused, Completed::Again(errors) if errors.len() == 1));
            let right = entries(&[
                ("born-day", "4"),
                ("born-month", "3"),
                ("born-year", "1985"),
            ]);
            assert_eq!(
                complete(&person, tx, desk, &number, &right)?,
                Completed::Done
            );
            let opened = open_dossier(&claire, tx, desk, &number)?;
            assert_eq!(opened.dossier.answers_version, 2);
            assert!(
                opened.answers.get("sort").is_some(),
                "the other answers are kept"
            );
            Ok(opened.dossier.state())
        });
        assert_eq!(state, State::UnderInstruction);
    });
}

#[test]
fn a_correction_breaks_no_rule_of_a_step_that_the_deposit_kept() {
    in_towns(|town| {
        let rule = "  - step: wish\n    title: { fr: Votre souhait, en: Your wish }\n    checks:\n      - { rule: count <= 3 || with_children, message: { fr: Trois places au plus sans enfant., en: Three places at most without children. } }\n      - { rule: count != 9, message: { fr: Jamais neuf., en: Never nine. } }\n";
        let plain = "  - step: wish\n    title: { fr: Votre souhait, en: Your wish }\n";
        assert!(PROCEDURE.contains(plain));
        let checked = parvis_demarche::check("tout.yaml", &PROCEDURE.replace(plain, rule)).unwrap();
        let house = Ctx::house(town.desk.organisation.id, town.claire.now);
        town.write(move |tx, _| Ok(parvis_demarche::publish(&house, tx, &checked)?));
        let (person, number) = town.deposited();
        let claire = town.claire.clone();
        town.write(move |tx, desk| {
            let version = open_dossier(&claire, tx, desk, &number)?.dossier.version;
            let asked = Ask {
                version,
                text: "Combien de places voulez-vous ?".to_owned(),
                fields: vec!["count".to_owned()],
                pieces: Vec::new(),
                due_on: desk.today(&claire).tomorrow().unwrap(),
            };
            ask(&claire, tx, desk, &number, &asked)?;
            let told = |completed| match completed {
                Completed::Again(errors) => {
                    let errors: Vec<EntryError> = errors;
                    let told = errors.iter().map(|error| {
                        let words = error
                            .words()
                            .map(|words| words.in_language(Language::French));
                        (error.input_name(), words.unwrap_or_default().to_owned())
                    });
                    told.collect::<Vec<_>>()
                }
                Completed::Done => Vec::new(),
            };
            let count = |count: &str| entries(&[("count", count)]);
            let place = |words: &str| vec![("count".to_owned(), words.to_owned())];
            let many = complete(&person, tx, desk, &number, &count("4"))?;
            assert_eq!(told(many), place("Trois places au plus sans enfant."));
            let right = complete(&person, tx, desk, &number, &count("3"))?;
            assert_eq!(right, Completed::Done);
            Ok(())
        });
    });
}

#[test]
fn two_agents_on_one_file_never_overwrite_each_other() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let (claire, karim) = (town.claire.clone(), town.karim.clone());
        let loser = town.try_write(move |tx, desk| {
            let read = open_dossier(&claire, tx, desk, &number)?.dossier.version;
            instruct(&karim, tx, desk, &number, read)?;
            instruct(&claire, tx, desk, &number, read)
        });
        assert!(matches!(loser, Err(DossierError::ChangedMeanwhile { .. })));
    });
}

#[test]
fn a_dossier_exists_for_its_person_and_its_group_only() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let other_person = town.person();
        let (reader, stranger) = (town.reader.clone(), town.stranger.clone());
        town.write(move |tx, desk| {
            let hidden = |error: DossierError| {
                matches!(
                    error,
                    DossierError::NotFound | DossierError::Access(AccessError::NotFound)
                )
            };
            assert!(hidden(
                follow(&other_person, tx, desk, &number).unwrap_err()
            ));
            assert!(hidden(
                open_dossier(&stranger, tx, desk, &number).unwrap_err()
            ));
            let read = open_dossier(&reader, tx, desk, &number)?;
            let refused = instruct(&reader, tx, desk, &number, read.dossier.version).unwrap_err();
            assert!(matches!(
                refused,
                DossierError::Access(AccessError::Forbidden)
            ));
            Ok(())
        });
    });
}

#[test]
fn a_person_without_e_mail_comes_back_with_number_and_code() {
    in_towns(|town| {
        let (person, number) = town.deposited();
        let elsewhere = town.person();
        let session = elsewhere.actor.session().unwrap();
        town.write(move |tx, desk| {
            let code = follow(&person, tx, desk, &number)?.follow_up_code.unwrap();
            assert!(!open_by_code(
                &elsewhere,
                tx,
                session,
                &number,
                "AAAA-AAAA-AAAA"
            )?);
            assert!(open_by_code(
                &elsewhere,
                tx,
                session,
                &number,
                &code.reveal().to_lowercase()
            )?);
            assert_eq!(
                follow(&elsewhere, tx, desk, &number)?.dossier.number,
                number
            );
            Ok(())
        });
    });
}

#[test]
fn a_withdrawn_request_is_over() {
    in_towns(|town| {
        let (person, number) = town.deposited();
        let claire = town.claire.clone();
        let over = town.try_write(move |tx, desk| {
            assert_eq!(
                withdraw(&person, tx, desk, &number)?.state(),
                State::Withdrawn
            );
            assert_eq!(
                withdraw(&person, tx, desk, &number)?.state(),
                State::Withdrawn
            );
            let version = open_dossier(&claire, tx, desk, &number)?.dossier.version;
            instruct(&claire, tx, desk, &number, version)
        });
        assert!(matches!(
            over,
            Err(DossierError::NotNow {
                state: State::Withdrawn,
                ..
            })
        ));
    });
}

#[test]
fn a_draft_that_nobody_finishes_is_erased_for_good() {
    in_towns(|town| {
        let person = town.person();
        let draft = town.draft(&person);
        let late = Town::later(&town.claire, Duration::from_secs(31 * 24 * 3600));
        let house = parvis_kernel::Ctx::house(late.organisation, late.now);
        let gone = town.write(move |tx, desk| {
            assert!(expired_drafts(tx, person.now)?.is_empty());
            let over = expired_drafts(tx, house.now)?;
            assert_eq!(over, [(house.organisation, draft.id)]);
            assert!(!expire(&person, tx, draft.id)?, "not before its time");
            assert!(expire(&house, tx, draft.id)?);
            assert!(!expire(&house, tx, draft.id)?);
            Ok(follow(&person, tx, desk, &draft.number))
        });
        assert!(matches!(gone, Err(DossierError::NotFound)));
    });
}

#[test]
fn a_purge_counts_the_drafts_whose_time_is_over_and_forgets_what_was_set_aside() {
    in_towns(|town| {
        let person = town.person();
        town.draft(&person);
        let late = person.now + Duration::from_secs(31 * 24 * 3600);
        let counts = town.write(move |tx, _| {
            let organisation = person.organisation;
            Ok((
                count_expired_drafts(tx, organisation, person.now)?.count,
                count_expired_drafts(tx, organisation, late)?.count,
                purge_parked(tx, late)?,
            ))
        });
        assert_eq!(counts, (0, 1, 0));
    });
}

#[test]
fn only_files_that_no_dossier_names_are_swept() {
    in_towns(|town| {
        let person = town.person();
        let number = town.draft(&person).number;
        let swept = town.write(move |tx, desk| {
            let received = Received {
                id: PieceId::new(),
                place: Place::Field("proof".to_owned()),
                name: "facture.pdf".to_owned().into(),
                media_type: "application/pdf".to_owned(),
                size: 12,
                sha256: String::new(),
                blob: "kept".to_owned(),
            };
            add_piece(&person, tx, desk, &number, &received)?;
            let names = ["kept".to_owned(), "nobody".to_owned()];
            let before = forgotten(tx, &names)?;
            remove_piece(&person, tx, desk, &number, received.id)?;
            Ok((before, forgotten(tx, &names)?))
        });
        assert_eq!(swept.0, ["nobody"]);
        assert_eq!(swept.1, ["kept", "nobody"]);
    });
}
