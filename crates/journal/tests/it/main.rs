//! The journals as the other rooms use them, on both engines.

use parvis_journal as journal;
use parvis_journal::{Cursor, Journal, SecurityQuery, Subject};
use parvis_kernel::{Actor, AgentId, Ctx, DossierId, SessionId};
use parvis_store::{Sql, StoreError};
use parvis_testkit::on_both;

const SALTED: Sql = Sql("SELECT salt, commitment FROM journal_acts WHERE organisation_id = $1");

#[test]
fn an_act_leaves_its_trace_in_order() {
    on_both(&[journal::MIGRATIONS], |test| {
        let ctx = test.ctx();
        let subject = Subject::dossier(DossierId::new());
        let entries = test
            .store
            .write_blocking(move |tx| {
                journal::record(&ctx, tx, "dossier.submitted", subject.clone(), &[])?;
                journal::record(
                    &ctx,
                    tx,
                    "dossier.taken",
                    subject.clone(),
                    &[("group", "g".to_owned())],
                )?;
                journal::history(tx, ctx.organisation, subject.clone())
            })
            .unwrap();
        let verbs: Vec<_> = entries.iter().map(|entry| entry.verb.as_str()).collect();
        assert_eq!(verbs, ["dossier.submitted", "dossier.taken"]);
        assert_eq!(entries[1].detail["group"], "g");
    });
}

#[test]
fn a_rolled_back_act_leaves_no_trace() {
    on_both(&[journal::MIGRATIONS], |test| {
        let ctx = test.ctx();
        let subject = Subject::dossier(DossierId::new());
        let (act_ctx, act_subject) = (ctx.clone(), subject.clone());
        let refused: Result<(), StoreError> = test.store.write_blocking(move |tx| {
            journal::record(&act_ctx, tx, "dossier.submitted", act_subject.clone(), &[])?;
            Err(StoreError::NoRow)
        });
        assert!(refused.is_err());
        let left = test
            .store
            .read_blocking(move |tx| journal::history(tx, ctx.organisation, subject.clone()))
            .unwrap();
        assert!(left.is_empty());
    });
}

#[test]
fn consultations_and_security_events_are_kept_apart_from_acts() {
    on_both(&[journal::MIGRATIONS], |test| {
        let ctx = test.ctx();
        let subject = Subject::dossier(DossierId::new());
        let counts = test
            .store
            .write_blocking(move |tx| {
                journal::consulted(&ctx, tx, "dossier.read", subject.clone(), &[])?;
                journal::security(&ctx, tx, "agent.refused", subject.clone(), &[])?;
                let org = ctx.organisation;
                Ok::<_, StoreError>((
                    journal::history(tx, org, subject.clone())?.len(),
                    journal::consultations(tx, org, subject.clone())?.len(),
                    journal::security_events(tx, org, subject.clone())?.len(),
                    Journal::ALL.map(|kind| {
                        let late = ctx.now + one_second();
                        let due = journal::expired(tx, org, kind, late).unwrap();
                        let none = journal::forget(tx, org, kind, ctx.now, 9).unwrap();
                        let all = journal::forget(tx, org, kind, late, 9).unwrap();
                        (due.count, none, all)
                    }),
                ))
            })
            .unwrap();
        assert_eq!(counts, (0, 1, 1, [(0, 0, 0), (1, 0, 1), (1, 0, 1)]));
    });
}

#[test]
fn a_commitment_binds_the_salt_and_every_part_of_the_entry() {
    on_both(&[journal::MIGRATIONS], |test| {
        let ctx = test.ctx();
        let subject = Subject::dossier(DossierId::new());
        let (entry, salt, stored) = test
            .store
            .write_blocking(move |tx| {
                journal::record(&ctx, tx, "dossier.submitted", subject.clone(), &[])?;
                let entry = journal::history(tx, ctx.organisation, subject.clone())?.remove(0);
                let (salt, stored) = tx.one(SALTED, &[ctx.organisation.into()], |row| {
                    Ok((row.bytes(0)?, row.bytes(1)?))
                })?;
                Ok::<_, StoreError>((entry, salt, stored))
            })
            .unwrap();
        assert_eq!(entry.commitment(&salt).to_vec(), stored);
        assert_ne!(entry.commitment(b"another salt").to_vec(), stored);
        let mut altered = entry;
        altered.verb = "dossier.decided".to_owned();
        assert_ne!(altered.commitment(&salt).to_vec(), stored);
        altered.verb = "dossier.submitted".to_owned();
        altered.channel = Some("counter".to_owned());
        assert_ne!(altered.commitment(&salt).to_vec(), stored);
        altered.channel = None;
        assert_ne!(altered.commitment(&salt).to_vec(), stored);
    });
}

#[test]
fn security_events_wait_for_the_security_log_until_they_are_written() {
    on_both(&[journal::MIGRATIONS], |test| {
        let ctx = test.ctx();
        let subject = Subject::dossier(DossierId::new());
        let verbs = test
            .store
            .write_blocking(move |tx| {
                for verb in ["agent.joined", "agent.signed_in", "agent.refused"] {
                    journal::security(&ctx, tx, verb, subject.clone(), &[])?;
                }
                journal::record(&ctx, tx, "dossier.submitted", subject.clone(), &[])?;
                let first = journal::unsent_security(tx, 2)?;
                let written: Vec<_> = first.iter().map(|entry| entry.id).collect();
                journal::mark_security_sent(tx, &written, ctx.now)?;
                let rest = journal::unsent_security(tx, 10)?;
                let own = rest
                    .iter()
                    .all(|entry| entry.organisation == ctx.organisation);
                let verbs = |entries: &[journal::Entry]| -> Vec<String> {
                    entries.iter().map(|entry| entry.verb.clone()).collect()
                };
                Ok::<_, StoreError>((verbs(&first), verbs(&rest), own))
            })
            .unwrap();
        let (first, rest, own) = verbs;
        assert_eq!(first, ["agent.joined", "agent.signed_in"]);
        assert_eq!(rest, ["agent.refused"]);
        assert!(own);
    });
}

#[test]
fn the_latest_entry_of_any_journal_tells_the_time_that_was() {
    on_both(&[journal::MIGRATIONS], |test| {
        let ctx = test.ctx();
        let subject = Subject::dossier(DossierId::new());
        let (before, after, now) = test
            .store
            .write_blocking(move |tx| {
                let before = journal::latest(tx)?;
                journal::record(&ctx, tx, "dossier.submitted", subject.clone(), &[])?;
                Ok::<_, StoreError>((before, journal::latest(tx)?, ctx.now))
            })
            .unwrap();
        assert_eq!((before, after), (None, Some(now)));
    });
}

fn one_second() -> std::time::Duration {
    std::time::Duration::from_secs(1)
}

#[test]
fn the_security_journal_is_read_page_by_page_by_who_and_what_and_when() {
    on_both(&[journal::MIGRATIONS], |test| {
        let ctx = test.ctx();
        let (one, other) = (AgentId::new(), AgentId::new());
        let by = |agent, second: i64| Ctx {
            actor: Actor::Agent(agent, SessionId::new()),
            now: ctx.now + jiff::SignedDuration::from_secs(second),
            ..ctx.clone()
        };
        let acts = [
            (by(one, 0), "a"),
            (by(other, 1), "a"),
            (by(one, 1), "b"),
            (by(one, 2), "a"),
        ];
        let subject = Subject::organisation(ctx.organisation);
        test.store
            .write_blocking(move |tx| {
                for (ctx, verb) in &acts {
                    journal::security(ctx, tx, verb, subject.clone(), &[])?;
                }
                Ok::<_, StoreError>(())
            })
            .unwrap();
        let organisation = ctx.organisation;
        let read = |query: &SecurityQuery, limit| {
            let query = query.clone();
            let read = test
                .store
                .read_blocking(move |tx| journal::security_page(tx, organisation, &query, limit));
            read.unwrap()
        };
        let all = SecurityQuery {
            actor: None,
            verb: None,
            from: ctx.now,
            before: Cursor::start(),
        };
        let whole = read(&all, 10);
        assert_eq!(whole.len(), 4);
        let mut paged = Vec::new();
        let mut query = all.clone();
        while let Some(last) = read(&query, 1).pop() {
            query.before = Cursor {
                at: last.at,
                id: last.id.to_string(),
            };
            paged.push(last);
        }
        assert_eq!(paged, whole, "one by one, the same");
        let of_one = SecurityQuery {
            actor: Some(one.uuid()),
            ..all.clone()
        };
        assert_eq!(read(&of_one, 10).len(), 3);
        let verb = Some("a".to_owned());
        assert_eq!(
            read(
                &SecurityQuery {
                    verb: verb.clone(),
                    ..all.clone()
                },
                10
            )
            .len(),
            3
        );
        assert_eq!(read(&SecurityQuery { verb, ..of_one }, 10).len(), 2);
        let later = ctx.now + jiff::SignedDuration::from_secs(2);
        assert_eq!(read(&SecurityQuery { from: later, ..all }, 10).len(), 1);
    });
}
