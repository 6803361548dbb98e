//! What agents do, on both engines: the order of the queue, its pages, its search, and each act.

use std::time::Duration;

use parvis_access::AccessError;
use parvis_dossier::ask::{Ask, ask};
use parvis_dossier::assign::assign;
use parvis_dossier::close::close;
use parvis_dossier::decide::decide;
use parvis_dossier::instruct::instruct;
use parvis_dossier::message::write_message;
use parvis_dossier::model::{Closing, Dossier, Number, State};
use parvis_dossier::note::{NewNote, annotate};
use parvis_dossier::open::{OpenView, open_dossier};
use parvis_dossier::people::{NewPeople, set_people};
use parvis_dossier::queue::{PAGE, QueueQuery, QueueView, queue};
use parvis_dossier::{Desk, DossierError};
use parvis_journal::{self as journal, Subject};
use parvis_kernel::{Ctx, MessageId};
use parvis_law::{DecisionDraft, Missing, Outcome, Signatory, SignatureRegime};
use parvis_store::Tx;
use uuid::Uuid;

use crate::town::{Town, in_towns};

fn listed(town: &Town, ctx: &Ctx, query: &QueueQuery) -> QueueView {
    let (ctx, query) = (ctx.clone(), query.clone());
    town.write(move |tx, desk| queue(&ctx, tx, desk, &query))
}

fn numbers(view: &QueueView) -> Vec<String> {
    view.items
        .iter()
        .map(|item| item.number.to_string())
        .collect()
}

fn read(town: &Town, ctx: &Ctx, number: &Number) -> OpenView {
    let (ctx, number) = (ctx.clone(), number.clone());
    town.write(move |tx, desk| open_dossier(&ctx, tx, desk, &number))
}

/// A dossier of somebody, deposited some days after the others.
fn deposited_by(town: &Town, first: &str, family: &str, days: u64) -> Number {
    let later = Duration::from_secs(days * 86_400);
    let person = Town::later(&town.person(), later);
    let number = town.draft(&person).number;
    let named = (person.clone(), number.clone());
    let people = NewPeople {
        helper: None,
        family_name: family.to_owned().into(),
        first_names: first.to_owned().into(),
    };
    town.write(move |tx, desk| set_people(&named.0, tx, desk, &named.1, &people));
    town.fill(&person, &number);
    town.deposit(&person, &number);
    number
}

/// An act of an agent on a dossier as it is now.
fn acted<T: Send + 'static>(
    town: &Town,
    ctx: &Ctx,
    number: &Number,
    act: impl Fn(&Ctx, &mut Tx<'_>, &Desk, &Number, i64) -> Result<T, DossierError> + Send + 'static,
) -> Result<T, DossierError> {
    let version = read(town, &town.claire, number).dossier.version;
    let (ctx, number) = (ctx.clone(), number.clone());
    town.try_write(move |tx, desk| act(&ctx, tx, desk, &number, version))
}

fn instructed(town: &Town, number: &Number) -> Dossier {
    acted(town, &town.claire, number, instruct).unwrap()
}

fn verbs(town: &Town, dossier: &Dossier) -> Vec<String> {
    let (organisation, id) = (town.desk.organisation.id, dossier.id);
    let entries =
        town.write(move |tx, _| Ok(journal::history(tx, organisation, Subject::dossier(id))?));
    entries.into_iter().map(|entry| entry.verb).collect()
}

fn draft(outcome: Outcome) -> DecisionDraft {
    DecisionDraft {
        outcome: Some(outcome),
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
fn the_queue_shows_first_what_silence_will_decide_first() {
    in_towns(|town| {
        let third = deposited_by(&town, "Ana", "Costa", 9).to_string();
        let first = deposited_by(&town, "Luc", "Petit", 1).to_string();
        let second = deposited_by(&town, "Eva", "Roux", 4).to_string();
        let view = listed(&town, &town.claire, &QueueQuery::default());
        assert_eq!(numbers(&view), [first, second, third]);
        assert_eq!(view.counts.get(&State::Deposited), Some(&3));
        assert_eq!(view.procedures.len(), 1);
        assert_eq!(view.items[0].label, "Luc PETIT");
        assert!(view.previous.is_none() && view.next.is_none());
    });
}

#[test]
fn the_queue_is_read_page_by_page_forwards_and_backwards() {
    in_towns(|town| {
        let mut expected: Vec<String> = Vec::new();
        for day in 0..PAGE + 3 {
            let day = u64::try_from(day).unwrap();
            expected.push(deposited_by(&town, "Luc", "Petit", day).to_string());
        }
        let open = QueueQuery::default();
        let one_state = QueueQuery {
            state: Some(State::Deposited),
            ..open.clone()
        };
        let all = QueueQuery {
            all_states: true,
            ..open.clone()
        };
        for list in [open, one_state, all] {
            let first = listed(&town, &town.claire, &list);
            assert_eq!(numbers(&first), expected[..PAGE]);
            assert!(first.previous.is_none());
            let after = QueueQuery {
                after: first.next,
                ..list.clone()
            };
            let second = listed(&town, &town.claire, &after);
            assert_eq!(numbers(&second), expected[PAGE..]);
            assert!(second.next.is_none());
            let before = QueueQuery {
                before: second.previous,
                ..list
            };
            let back = listed(&town, &town.claire, &before);
            assert_eq!(numbers(&back), expected[..PAGE]);
            assert!(back.previous.is_none());
            assert_eq!(back.next, first.next);
        }
    });
}

#[test]
fn a_name_is_found_without_accents_and_every_typed_word_counts() {
    in_towns(|town| {
        let zoe = deposited_by(&town, "Zoé", "Lenoir-Dupré", 0).to_string();
        let leo = deposited_by(&town, "Léo", "Lenoir", 1).to_string();
        let found = |typed: &str| {
            let search = Some(typed.to_owned());
            let query = QueueQuery {
                search,
                ..QueueQuery::default()
            };
            numbers(&listed(&town, &town.claire, &query))
        };
        assert_eq!(found("lenoir"), [zoe.clone(), leo.clone()]);
        assert_eq!(found("LEO Lenoir"), [leo.as_str()]);
        assert_eq!(found("dupre zoe lenoir"), [zoe.as_str()]);
        assert_eq!(found("len"), [zoe.clone(), leo]);
        assert_eq!(found("lenoir martin"), Vec::<String>::new());
        assert_eq!(found(&zoe.to_lowercase().replace('-', " ")), [zoe]);
        assert_eq!(found("9"), Vec::<String>::new());
    });
}

#[test]
fn the_queue_is_narrowed_by_state_by_agent_and_by_procedure() {
    in_towns(|town| {
        let mine = deposited_by(&town, "Luc", "Petit", 0);
        let other = deposited_by(&town, "Eva", "Roux", 1);
        instructed(&town, &mine);
        acted(
            &town,
            &town.claire,
            &other,
            |ctx, tx, desk, number, version| {
                close(ctx, tx, desk, number, version, &Closing::Duplicate)
            },
        )
        .unwrap();
        let shown = |query: QueueQuery| numbers(&listed(&town, &town.claire, &query));
        let (mine, other) = (mine.to_string(), other.to_string());
        assert_eq!(shown(QueueQuery::default()), [mine.as_str()]);
        let closed = QueueQuery {
            state: Some(State::Closed),
            ..QueueQuery::default()
        };
        assert_eq!(shown(closed), [other.as_str()]);
        let all = QueueQuery {
            all_states: true,
            ..QueueQuery::default()
        };
        assert_eq!(shown(all.clone()), [mine.clone(), other]);
        let own = QueueQuery { mine: true, ..all };
        assert_eq!(shown(own.clone()), [mine]);
        assert_eq!(
            numbers(&listed(&town, &town.karim, &own)),
            Vec::<String>::new()
        );
        let unknown = QueueQuery {
            procedure: Some(parvis_kernel::ProcedureId::new()),
            ..QueueQuery::default()
        };
        assert_eq!(shown(unknown), Vec::<String>::new());
    });
}

#[test]
fn the_next_file_is_the_one_that_silence_decides_next() {
    in_towns(|town| {
        let [first, second, third] = [("Luc", 1), ("Eva", 4), ("Ana", 9)]
            .map(|(name, day)| deposited_by(&town, name, "Petit", day));
        let next = |number: &Number| read(&town, &town.claire, number).next;
        assert_eq!(next(&first), Some(second.clone()));
        assert_eq!(next(&second), Some(third.clone()));
        assert_eq!(next(&third), None, "the last of the list");
        instructed(&town, &second);
        acted(
            &town,
            &town.claire,
            &second,
            |ctx, tx, desk, number, version| {
                decide(ctx, tx, desk, number, version, &draft(Outcome::InFull))
            },
        )
        .unwrap();
        assert_eq!(next(&first), Some(third), "a decided one is passed over");
        assert_eq!(next(&second), Some(first), "once decided: the most urgent");
    });
}

#[test]
fn a_long_name_is_found_before_it_is_typed_whole() {
    in_towns(|town| {
        let number = deposited_by(&town, "Faniry", "Ravelomanantsoa", 0).to_string();
        for typed in [
            "rav",
            "ravelomana",
            "Ravelomanantso fani",
            "RAVELOMANANTSOA",
        ] {
            let query = QueueQuery {
                search: Some(typed.to_owned()),
                ..QueueQuery::default()
            };
            let found = numbers(&listed(&town, &town.claire, &query));
            assert_eq!(found, [number.as_str()], "{typed}");
        }
    });
}

#[test]
fn a_group_and_its_dossiers_do_not_exist_for_others() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let group = Some(town.group);
        let query = QueueQuery {
            group,
            ..QueueQuery::default()
        };
        let stranger = town.stranger.clone();
        let refused = town.try_write(move |tx, desk| queue(&stranger, tx, desk, &query));
        assert!(matches!(
            refused,
            Err(DossierError::Access(AccessError::NotFound))
        ));
        let reader = acted(&town, &town.reader, &number, instruct);
        assert!(matches!(
            reader,
            Err(DossierError::Access(AccessError::Forbidden))
        ));
    });
}

#[test]
fn a_dossier_is_taken_given_and_put_back_within_the_group_only() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let give = |to: Option<parvis_kernel::AgentId>| {
            acted(
                &town,
                &town.claire,
                &number,
                move |ctx, tx, desk, number, version| assign(ctx, tx, desk, number, version, to),
            )
        };
        let karim = town.karim.actor.agent();
        assert_eq!(give(karim).unwrap().agent, karim);
        let stranger = give(town.stranger.actor.agent());
        assert!(matches!(stranger, Err(DossierError::NotOfGroup)));
        let back = give(None).unwrap();
        assert_eq!((back.agent, back.agent_since), (None, None));
        assert_eq!(
            verbs(&town, &back)[..]
                .iter()
                .filter(|verb| *verb == "dossier.assigned")
                .count(),
            2
        );
    });
}

#[test]
fn a_request_names_known_questions_a_day_to_come_and_a_reason() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let asked = |text: &str, fields: &[&str], pieces: &[&str], due: jiff::civil::Date| {
            let fields: Vec<String> = fields.iter().map(|field| (*field).to_owned()).collect();
            let pieces: Vec<String> = pieces.iter().map(|piece| (*piece).to_owned()).collect();
            let text = text.to_owned();
            acted(
                &town,
                &town.claire,
                &number,
                move |ctx, tx, desk, number, version| {
                    let wanted = Ask {
                        version,
                        text: text.clone(),
                        fields: fields.clone(),
                        pieces: pieces.clone(),
                        due_on: due,
                    };
                    ask(ctx, tx, desk, number, &wanted)
                },
            )
        };
        let day = jiff::civil::date(2026, 12, 22);
        assert!(matches!(
            asked("", &["born"], &[], day),
            Err(DossierError::Text { .. })
        ));
        assert!(matches!(
            asked("x", &[], &[" "], day),
            Err(DossierError::NothingAsked)
        ));
        assert!(matches!(
            asked("x", &["nothing"], &[], day),
            Err(DossierError::NoSuchStep)
        ));
        let past = jiff::civil::date(2026, 11, 22);
        assert!(matches!(
            asked("x", &["born"], &[], past),
            Err(DossierError::DueDate)
        ));
        let waiting = asked("La date manque.", &["born"], &["Un avis"], day).unwrap();
        assert_eq!(waiting.state(), State::Waiting);
        let view = read(&town, &town.claire, &number);
        assert_eq!(view.requests[0].due_on, day);
        assert_eq!(view.requests[0].asked.pieces, ["Un avis"]);
    });
}

#[test]
fn instruction_goes_on_without_the_answer_and_the_request_is_lifted() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        acted(
            &town,
            &town.claire,
            &number,
            |ctx, tx, desk, number, version| {
                let wanted = Ask {
                    version,
                    text: "Un avis manque.".to_owned(),
                    fields: Vec::new(),
                    pieces: vec!["Un avis".to_owned()],
                    due_on: jiff::civil::date(2026, 12, 22),
                };
                ask(ctx, tx, desk, number, &wanted)
            },
        )
        .unwrap();
        let dossier = instructed(&town, &number);
        assert_eq!(dossier.state(), State::UnderInstruction);
        assert_eq!(dossier.agent, town.claire.actor.agent());
        let view = read(&town, &town.claire, &number);
        assert!(view.requests[0].lifted_at.is_some());
    });
}

#[test]
fn a_refusal_without_reasons_is_refused_and_nothing_is_recorded() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let too_early = acted(
            &town,
            &town.claire,
            &number,
            |ctx, tx, desk, number, version| {
                decide(ctx, tx, desk, number, version, &draft(Outcome::Refused))
            },
        );
        assert!(matches!(too_early, Err(DossierError::NotNow { .. })));
        instructed(&town, &number);
        let bare = acted(
            &town,
            &town.claire,
            &number,
            |ctx, tx, desk, number, version| {
                decide(ctx, tx, desk, number, version, &draft(Outcome::Refused))
            },
        );
        let Err(DossierError::Decision(missing)) = bare else {
            panic!("{bare:?}")
        };
        assert_eq!(missing, [Missing::ReasonInLaw, Missing::ReasonInFact]);
        assert!(read(&town, &town.claire, &number).decided.is_none());
        let refused = acted(
            &town,
            &town.claire,
            &number,
            |ctx, tx, desk, number, version| {
                let reasoned = DecisionDraft {
                    reason_in_law: Some("Règlement intérieur".to_owned()),
                    reason_in_fact: Some("Il n’y a plus de place.".to_owned()),
                    signature: Some(SignatureRegime::Signed {
                        act: "Décision 2026-1".to_owned(),
                    }),
                    ..draft(Outcome::Refused)
                };
                decide(ctx, tx, desk, number, version, &reasoned)
            },
        )
        .unwrap();
        assert_eq!(refused.state(), State::Refused);
        let decided = read(&town, &town.claire, &number).decided.unwrap().decision;
        assert_eq!(decided.remedies.len(), 2);
        assert_eq!(decided.number, number.as_str());
    });
}

#[test]
fn a_decision_leaves_the_queue_its_trace_and_a_fact_held_until_it_is_visible() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        instructed(&town, &number);
        let decided = acted(
            &town,
            &town.claire,
            &number,
            |ctx, tx, desk, number, version| {
                decide(ctx, tx, desk, number, version, &draft(Outcome::InFull))
            },
        )
        .unwrap();
        let view = listed(&town, &town.claire, &QueueQuery::default());
        assert!(view.items.is_empty());
        assert!(verbs(&town, &decided).contains(&"dossier.decided".to_owned()));
        let hold = town.desk.organisation.profile.hold_minutes;
        let visible = decided.facts.visible_at.unwrap();
        let held = visible.duration_since(decided.facts.decided_at.unwrap());
        assert_eq!(held.as_mins(), i64::from(hold));
    });
}

#[test]
fn a_request_for_a_decision_is_closed_only_as_a_duplicate() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let stated = acted(
            &town,
            &town.claire,
            &number,
            |ctx, tx, desk, number, version| {
                close(
                    ctx,
                    tx,
                    desk,
                    number,
                    version,
                    &Closing::Stated("done".to_owned()),
                )
            },
        );
        assert!(matches!(stated, Err(DossierError::DecisionAsked)));
        let closed = acted(
            &town,
            &town.claire,
            &number,
            |ctx, tx, desk, number, version| {
                close(ctx, tx, desk, number, version, &Closing::Duplicate)
            },
        )
        .unwrap();
        assert_eq!(closed.state(), State::Closed);
        assert_eq!(closed.facts.closing, Some(Closing::Duplicate));
    });
}

fn noted(id: Uuid, body: &str) -> NewNote {
    NewNote {
        id,
        body: body.to_owned(),
        ticked: Vec::new(),
    }
}

#[test]
fn a_double_click_writes_one_message_and_one_note() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let (message, note) = (MessageId::new(), Uuid::now_v7());
        for _ in 0..2 {
            acted(
                &town,
                &town.claire,
                &number,
                move |ctx, tx, desk, number, _| {
                    write_message(ctx, tx, desk, number, message, "Bonjour")?;
                    annotate(ctx, tx, desk, number, &noted(note, "Appelée ce matin"))
                },
            )
            .unwrap();
        }
        let view = read(&town, &town.claire, &number);
        assert_eq!((view.messages.len(), view.notes.len()), (1, 1));
        let traced = verbs(&town, &view.dossier);
        let count = |verb: &str| traced.iter().filter(|own| *own == verb).count();
        assert_eq!(
            (count("dossier.messaged"), count("dossier.annotated")),
            (1, 1)
        );
    });
}

#[test]
fn whoever_left_the_group_is_still_named_in_the_dossiers() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        acted(&town, &town.karim, &number, |ctx, tx, desk, number, _| {
            annotate(ctx, tx, desk, number, &noted(Uuid::now_v7(), "Vu"))
        })
        .unwrap();
        let view = read(&town, &town.claire, &number);
        let karim = town.karim.actor.agent().unwrap();
        assert_eq!(view.agents[&karim].full_name(), "Karim Haddad");
        assert_eq!(view.colleagues.len(), 3);
    });
}

#[test]
fn every_reading_leaves_its_trace() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let view = read(&town, &town.claire, &number);
        listed(&town, &town.claire, &QueueQuery::default());
        let (organisation, group) = (town.desk.organisation.id, town.group);
        let id = view.dossier.id;
        let (dossier, lists) = town.write(move |tx, _| {
            let dossier = journal::consultations(tx, organisation, Subject::dossier(id))?;
            let group = Subject::new("group", group.uuid());
            Ok((dossier, journal::consultations(tx, organisation, group)?))
        });
        let by_claire = dossier
            .iter()
            .filter(|entry| entry.verb == "dossier.read" && entry.actor_kind == "agent");
        assert_eq!(by_claire.count(), 1);
        assert_eq!(lists.len(), 1);
        assert_eq!(lists[0].verb, "queue.read");
    });
}
