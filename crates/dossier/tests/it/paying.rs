//! From the decision to the order for the finance department, on both engines.

use std::sync::{Arc, Barrier};
use std::time::Duration;

use parvis_access::{AccessError, guichet};
use parvis_dossier::DossierError;
use parvis_dossier::answer::{Intent, Recorded, record_answers};
use parvis_dossier::check_account::{Compared, ComparedWith, check_account};
use parvis_dossier::complete::{Completed, complete};
use parvis_dossier::decide::decide;
use parvis_dossier::destroy::{Destruction, destroy};
use parvis_dossier::instruct::instruct;
use parvis_dossier::model::{Identification, Number};
use parvis_dossier::open::{OpenView, open_dossier};
use parvis_dossier::order::{self, Asked, Payable, payable};
use parvis_dossier::people::set_people;
use parvis_dossier::piece::{Place, prepare};
use parvis_dossier::start::{Start, start};
use parvis_form::{Answer, Entries};
use parvis_journal::{self as journal, Subject};
use parvis_kernel::{ChallengeId, Channel, Ctx, PaymentOrderId, ProcedureId};
use parvis_law::{DecisionDraft, Outcome, Signatory, SignatureRegime};

use crate::agent_pages::signed_in;
use crate::batches;
use crate::browser::Pages;
use crate::town::{PROCEDURE, Town, entries, in_towns, right_answers, zoe};

const IBAN: &str = "FR1420041010050500013M02606";
const OTHER: &str = "DE89370400440532013000";

/// The procedure of the tests, which pays: 250 € for each place, 1 000 € at most.
fn paying() -> String {
    let asked = "      - { field: with_children, kind: yes_no";
    let iban = "      - { field: iban, kind: iban, sensitivity: sensitive, label: { fr: Compte, en: Account } }\n";
    let payment = "payment:\n  iban: iban\n  holder: identity\n  proof: proof\n  amount: \"count >= 2 ? eur('500.00') : eur('250.00')\"\n  \
         max: \"1000.00\"\n  budget: { imputation: Chapitre 65, justification: Décision }\n";
    let source = PROCEDURE
        .replace("slug: tout", "slug: aide")
        .replace("financial: false", "financial: true")
        .replace(asked, &format!("{iban}{asked}"));
    format!("{source}{payment}")
}

/// A town whose procedure pays.
struct Aid {
    town: Town,
    procedure: ProcedureId,
}

impl Aid {
    fn of(town: Town) -> Self {
        let checked = parvis_demarche::check("aide.yaml", &paying()).unwrap();
        let house = Ctx::house(town.desk.organisation.id, town.claire.now);
        let organisation = house.organisation;
        let procedure = town.write(move |tx, desk| {
            parvis_demarche::publish(&house, tx, &checked)?;
            let published = desk.catalogue.published(tx, organisation, "aide")?;
            Ok(published.unwrap().procedure)
        });
        Self { town, procedure }
    }

    /// A deposited request that names this account, under instruction.
    fn instructed(&self, iban: &'static str) -> (Ctx, Number) {
        let person = self.town.person();
        let begun = person.clone();
        let session = person.actor.session().unwrap();
        let number = self.town.write(move |tx, desk| {
            let new = Start {
                slug: "aide".to_owned(),
                session,
                identification: Identification::Code,
                challenge: ChallengeId::new(),
            };
            let number = start(&begun, tx, desk, &new)?.number;
            set_people(&begun, tx, desk, &number, &zoe())?;
            Ok(number)
        });
        for (step, mut answers) in right_answers() {
            if step == "wish" {
                answers.insert("iban".to_owned(), vec![iban.to_owned()]);
            }
            self.answer(&person, &number, step, &answers);
        }
        self.town.deposit(&person, &number);
        let version = self.read(&number).dossier.version;
        let (ctx, own) = (self.town.claire.clone(), number.clone());
        self.town
            .write(move |tx, desk| instruct(&ctx, tx, desk, &own, version));
        (person, number)
    }

    fn answer(&self, person: &Ctx, number: &Number, step: &'static str, answers: &Entries) {
        let (person, number, answers) = (person.clone(), number.clone(), answers.clone());
        let recorded = self.town.write(move |tx, desk| {
            let intent = Intent::Continue;
            record_answers(&person, tx, desk, &number, step, &answers, &intent)
        });
        assert!(
            matches!(recorded, Recorded::Accepted { .. }),
            "{recorded:?}"
        );
    }

    fn read(&self, number: &Number) -> OpenView {
        let (ctx, number) = (self.town.claire.clone(), number.clone());
        self.town
            .write(move |tx, desk| open_dossier(&ctx, tx, desk, &number))
    }

    /// Claire decides.
    fn decided(&self, number: &Number, draft: DecisionDraft) -> Result<(), DossierError> {
        let version = self.read(number).dossier.version;
        let (ctx, number) = (self.town.claire.clone(), number.clone());
        self.town
            .try_write(move |tx, desk| decide(&ctx, tx, desk, &number, version, &draft).map(drop))
    }

    fn check(&self, agent: &Ctx, number: &Number, compared: Compared) -> Result<(), DossierError> {
        let version = self.read(number).dossier.version;
        let (ctx, number) = (agent.clone(), number.clone());
        self.town.try_write(move |tx, desk| {
            check_account(&ctx, tx, desk, &number, version, &compared).map(drop)
        })
    }

    /// A request of 500 € decided by Claire and checked by Karim.
    fn checked(&self) -> Number {
        let (_, number) = self.instructed(IBAN);
        self.decided(&number, granting(Some(50_000))).unwrap();
        self.check(&self.town.karim, &number, matches()).unwrap();
        number
    }

    fn payable(&self, agent: &Ctx) -> Payable {
        let (ctx, group, procedure) = (agent.clone(), self.town.group, self.procedure);
        self.town
            .write(move |tx, desk| payable(&ctx, tx, desk, group, procedure))
    }

    /// What confirming the present list asks.
    fn asked(&self) -> Asked {
        let found = self.payable(&self.town.claire);
        Asked {
            id: PaymentOrderId::new(),
            group: self.town.group,
            procedure: self.procedure,
            numbers: found.numbers,
            total: found.total,
        }
    }

    fn order(&self, agent: &Ctx, asked: &Asked) -> Result<(), DossierError> {
        let (ctx, asked) = (agent.clone(), asked.clone());
        self.town
            .try_write(move |tx, desk| order::order(&ctx, tx, desk, &asked))
    }

    fn file(&self, id: PaymentOrderId) -> Result<(i64, String), DossierError> {
        let ctx = self.town.claire.clone();
        self.town.try_write(move |tx, _| order::file(&ctx, tx, id))
    }

    fn cancel(&self, id: PaymentOrderId, reason: &'static str) -> Result<(), DossierError> {
        let ctx = self.town.claire.clone();
        self.town
            .try_write(move |tx, _| order::cancel(&ctx, tx, id, reason))
    }

    fn send(&self, id: PaymentOrderId) -> Result<(), DossierError> {
        let ctx = self.town.claire.clone();
        self.town.try_write(move |tx, _| order::send(&ctx, tx, id))
    }

    fn verbs(&self, number: &Number) -> Vec<String> {
        let id = self.read(number).dossier.id;
        let organisation = self.town.desk.organisation.id;
        let entries = self
            .town
            .write(move |tx, _| Ok(journal::history(tx, organisation, Subject::dossier(id))?));
        entries.into_iter().map(|entry| entry.verb).collect()
    }
}

fn in_aids(test: impl Fn(Aid)) {
    in_towns(|town| test(Aid::of(town)));
}

fn matches() -> Compared {
    Compared::Matches(ComparedWith::SHOWN)
}

fn differs() -> Compared {
    Compared::Differs("Ce compte n’est pas à votre nom.".to_owned())
}

fn granting(cents: Option<i64>) -> DecisionDraft {
    DecisionDraft {
        outcome: Some(Outcome::InFull),
        amount: cents,
        signatory: Signatory {
            first_name: "Claire".to_owned(),
            name: "Martin".to_owned(),
            quality: "Agente d’accueil".to_owned(),
            service: "Accueil".to_owned(),
            delegation: None,
        },
        signature: Some(SignatureRegime::Signed {
            act: "Décision 2026-12".to_owned(),
        }),
        ..DecisionDraft::new("", jiff::civil::date(2026, 1, 1))
    }
}

fn in_part(cents: i64) -> DecisionDraft {
    DecisionDraft {
        outcome: Some(Outcome::InPart),
        reason_in_law: Some("Délibération du 3 mars 2026.".to_owned()),
        reason_in_fact: Some("Une seule pièce est touchée.".to_owned()),
        ..granting(Some(cents))
    }
}

#[test]
fn a_favourable_decision_gives_an_amount_that_the_procedure_allows() {
    in_aids(|aid| {
        let (_, number) = aid.instructed(IBAN);
        assert_eq!(aid.read(&number).proposed, Some(50_000));
        for wrong in [
            granting(None),
            granting(Some(100_001)),
            // The rule proposes 500 €: less is a part, with its reasons.
            granting(Some(49_999)),
            in_part(100_001),
        ] {
            let refused = aid.decided(&number, wrong);
            assert!(matches!(refused, Err(DossierError::Amount)), "{refused:?}");
        }
        aid.decided(&number, in_part(20_000)).unwrap();
        let decided = aid.read(&number).decided.unwrap();
        assert_eq!(decided.decision.amount, Some(20_000));
    });
}

#[test]
fn a_batch_gives_nothing_since_it_says_no_amount() {
    in_aids(|aid| {
        let (_, number) = aid.instructed(IBAN);
        let pages = Pages::of(&aid.town);
        let mut claire = signed_in(&aid.town, &pages, &aid.town.claire);
        let path = batches::chosen(&mut claire, "accept").path;
        let read = claire.post(&path, &batches::with(&[("etape", "relire")]));
        assert!(
            read.says("Il manque un élément que la loi demande."),
            "{}",
            read.text()
        );
        claire.post(&path, &[("etape", "confirmer")]);
        batches::work(&aid.town);
        assert!(aid.read(&number).decided.is_none());
        assert!(aid.payable(&aid.town.karim).numbers.is_empty());
    });
}

#[test]
fn a_refusal_gives_nothing_and_leaves_nothing_to_order() {
    in_aids(|aid| {
        let (_, number) = aid.instructed(IBAN);
        let refusal = DecisionDraft {
            outcome: Some(Outcome::Refused),
            amount: None,
            ..in_part(1)
        };
        aid.decided(&number, refusal).unwrap();
        let refused = aid.check(&aid.town.karim, &number, matches());
        assert!(matches!(refused, Err(DossierError::NothingToCheck)));
        assert!(aid.payable(&aid.town.claire).numbers.is_empty());
    });
}

#[test]
fn the_account_is_checked_by_an_agent_who_did_not_decide() {
    in_aids(|aid| {
        let (_, number) = aid.instructed(IBAN);
        let early = aid.check(&aid.town.karim, &number, matches());
        assert!(matches!(early, Err(DossierError::NothingToCheck)));
        aid.decided(&number, granting(Some(50_000))).unwrap();
        assert!(aid.payable(&aid.town.karim).numbers.is_empty());
        let own = aid.check(&aid.town.claire, &number, matches());
        assert!(matches!(own, Err(DossierError::OwnDecision)), "{own:?}");
        let own = aid.check(&aid.town.claire, &number, differs());
        assert!(matches!(own, Err(DossierError::OwnDecision)), "{own:?}");
        let reader = aid.check(&aid.town.reader, &number, matches());
        assert!(matches!(
            reader,
            Err(DossierError::Access(AccessError::Forbidden))
        ));
        let stranger = aid.check(&aid.town.stranger, &number, matches());
        assert!(matches!(
            stranger,
            Err(DossierError::Access(AccessError::NotFound))
        ));
        aid.check(&aid.town.karim, &number, matches()).unwrap();
        assert_eq!(
            aid.payable(&aid.town.claire).numbers,
            std::slice::from_ref(&number)
        );
        assert!(aid.verbs(&number).contains(&"account.confirmed".to_owned()));
    });
}

#[test]
fn who_received_the_person_does_not_check_their_account() {
    in_aids(|aid| {
        let (_, number) = aid.instructed(IBAN);
        aid.decided(&number, granting(Some(50_000))).unwrap();
        let id = aid.read(&number).dossier.id;
        let karim = aid.town.karim.clone();
        aid.town.write(move |tx, _| {
            guichet::serve(&karim, tx, id, Channel::Counter)?;
            Ok(guichet::finish(&karim, tx)?)
        });
        let refused = aid.check(&aid.town.karim, &number, matches());
        assert!(
            matches!(refused, Err(DossierError::OwnCounter)),
            "{refused:?}"
        );
        assert!(aid.payable(&aid.town.karim).numbers.is_empty());
    });
}

#[test]
fn another_account_is_asked_of_the_person_and_checked_anew() {
    in_aids(|aid| {
        let (person, number) = aid.instructed(IBAN);
        aid.decided(&number, granting(Some(50_000))).unwrap();
        aid.check(&aid.town.karim, &number, differs()).unwrap();
        assert!(aid.payable(&aid.town.karim).numbers.is_empty());
        let again = aid.check(&aid.town.karim, &number, matches());
        assert!(
            matches!(again, Err(DossierError::NothingToCheck)),
            "another account is awaited: {again:?}"
        );
        let view = aid.read(&number);
        let asked = &view.requests.last().unwrap().asked;
        assert_eq!(asked.fields, ["iban", "proof"]);
        let given = entries(&[("iban", OTHER), ("proof-other-way", "yes")]);
        let own = (person.clone(), number.clone());
        let completed = aid
            .town
            .write(move |tx, desk| complete(&own.0, tx, desk, &own.1, &given));
        assert_eq!(completed, Completed::Done);
        let state = aid.read(&number).dossier.state();
        assert_eq!(state, parvis_dossier::model::State::Accepted);
        assert!(
            aid.payable(&aid.town.karim).numbers.is_empty(),
            "the new account is not checked"
        );
        aid.check(&aid.town.karim, &number, matches()).unwrap();
        let asked = aid.asked();
        aid.order(&aid.town.claire, &asked).unwrap();
        assert!(aid.file(asked.id).unwrap().1.contains(OTHER));
        // Once it is decided, nothing else may be completed.
        let closed = aid.town.try_write(move |tx, desk| {
            let given = entries(&[("iban", IBAN)]);
            complete(&person, tx, desk, &number, &given)
        });
        assert!(matches!(closed, Err(DossierError::NotNow { .. })));
    });
}

#[test]
fn with_another_account_its_proof_is_sent_and_no_other_file() {
    in_aids(|aid| {
        let (person, number) = aid.instructed(IBAN);
        let proof = || Place::Field("proof".to_owned());
        let sent = |place: Place| {
            let (person, number) = (person.clone(), number.clone());
            aid.town
                .try_write(move |tx, desk| prepare(&person, tx, desk, &number, &place).map(drop))
        };
        aid.decided(&number, granting(Some(50_000))).unwrap();
        assert!(sent(proof()).is_err(), "nothing is asked yet");
        aid.check(&aid.town.karim, &number, differs()).unwrap();
        assert!(sent(proof()).is_ok());
        let other = Place::Field("photo".to_owned());
        assert!(sent(other).is_err(), "it is not asked");
        let given = entries(&[("iban", OTHER), ("proof-other-way", "yes")]);
        let own = (person.clone(), number.clone());
        aid.town
            .write(move |tx, desk| complete(&own.0, tx, desk, &own.1, &given));
        assert!(sent(proof()).is_err(), "it is answered");
    });
}

#[test]
fn an_order_holds_what_was_read_once_and_its_file_stays_the_same() {
    in_aids(|aid| {
        let numbers = [aid.checked(), aid.checked(), aid.checked()];
        let asked = aid.asked();
        assert_eq!(asked.numbers, numbers);
        assert_eq!(asked.total, 150_000);
        let other = Asked {
            total: 149_999,
            ..asked.clone()
        };
        let changed = aid.order(&aid.town.karim, &other);
        assert!(matches!(changed, Err(DossierError::OrderChanged)));
        let fewer = Asked {
            numbers: asked.numbers[..2].to_vec(),
            ..asked.clone()
        };
        let changed = aid.order(&aid.town.karim, &fewer);
        assert!(matches!(changed, Err(DossierError::OrderChanged)));
        aid.order(&aid.town.claire, &asked).unwrap();
        // A double click orders once.
        aid.order(&aid.town.claire, &asked).unwrap();
        assert!(aid.payable(&aid.town.claire).numbers.is_empty());
        let (number, csv) = aid.file(asked.id).unwrap();
        assert_eq!(number, 1);
        assert_eq!(csv.lines().count(), 4);
        assert!(csv.contains(&format!(
            "1;1;\"{}\";\"Zoé LENOIR\";\"Zoé LENOIR\";\"{IBAN}\";500,00;\"EUR\"",
            numbers[0]
        )));
        assert!(csv.contains("Claire Martin, Agente d’accueil (Décision 2026-12)"));
        assert!(csv.contains("\"Karim Haddad\""));
        assert_eq!(aid.file(asked.id).unwrap().1, csv);
        for agent in [&aid.town.reader, &aid.town.stranger] {
            let (ctx, id) = (agent.clone(), asked.id);
            let refused = aid.town.try_write(move |tx, _| order::file(&ctx, tx, id));
            assert!(matches!(refused, Err(DossierError::Access(_))));
        }
        // What is ordered is not checked again.
        let late = aid.check(&aid.town.karim, &numbers[0], differs());
        assert!(matches!(late, Err(DossierError::NothingToCheck)));
    });
}

#[test]
fn two_agents_at_once_never_order_a_dossier_twice() {
    in_aids(|aid| {
        let numbers = [aid.checked(), aid.checked()];
        let aid = Arc::new(aid);
        let ready = Arc::new(Barrier::new(4));
        let threads: Vec<_> = (0..4)
            .map(|index| {
                let (aid, ready) = (aid.clone(), ready.clone());
                std::thread::spawn(move || {
                    let asked = aid.asked();
                    let town = &aid.town;
                    let agent = if index % 2 == 0 {
                        &town.claire
                    } else {
                        &town.karim
                    };
                    ready.wait();
                    (asked.id, aid.order(agent, &asked))
                })
            })
            .collect();
        let ended: Vec<_> = threads.into_iter().map(|it| it.join().unwrap()).collect();
        let made: Vec<_> = ended.iter().filter(|(_, it)| it.is_ok()).collect();
        assert_eq!(made.len(), 1, "{ended:?}");
        let (number, csv) = aid.file(made[0].0).unwrap();
        assert_eq!(number, 1);
        for dossier in &numbers {
            assert_eq!(csv.matches(dossier.as_str()).count(), 1);
            let ordered = aid.verbs(dossier);
            let ordered = ordered.iter().filter(|verb| *verb == "payment.ordered");
            assert_eq!(ordered.count(), 1);
        }
        for (id, ended) in ended.iter().filter(|(_, it)| it.is_err()) {
            assert!(
                matches!(ended, Err(DossierError::OrderChanged)),
                "{ended:?}"
            );
            assert!(matches!(aid.file(*id), Err(DossierError::NotFound)));
        }
    });
}

#[test]
fn an_order_never_takes_the_identifier_of_something_else() {
    in_aids(|aid| {
        let number = aid.checked();
        let mut asked = aid.asked();
        asked.id = aid.read(&number).dossier.id.to_string().parse().unwrap();
        let refused = aid.order(&aid.town.claire, &asked);
        assert!(matches!(refused, Err(DossierError::OrderChanged)));
        assert_eq!(aid.payable(&aid.town.claire).numbers, [number]);
    });
}

#[test]
fn an_order_that_is_cut_off_orders_nothing() {
    in_aids(|aid| {
        let number = aid.checked();
        let asked = aid.asked();
        let (ctx, cut) = (aid.town.claire.clone(), asked.clone());
        let ended = aid.town.try_write(move |tx, desk| {
            order::order(&ctx, tx, desk, &cut)?;
            Err::<(), _>(DossierError::NothingToOrder)
        });
        assert!(ended.is_err());
        assert!(matches!(aid.file(asked.id), Err(DossierError::NotFound)));
        assert_eq!(
            aid.payable(&aid.town.claire).numbers,
            std::slice::from_ref(&number)
        );
        assert!(!aid.verbs(&number).contains(&"payment.ordered".to_owned()));
        aid.order(&aid.town.claire, &asked).unwrap();
        assert_eq!(aid.file(asked.id).unwrap().0, 1);
    });
}

#[test]
fn an_order_is_cancelled_with_a_reason_until_it_is_sent() {
    in_aids(|aid| {
        let number = aid.checked();
        let first = aid.asked();
        aid.order(&aid.town.claire, &first).unwrap();
        let bare = aid.cancel(first.id, " ");
        assert!(matches!(bare, Err(DossierError::ReasonNeeded)));
        aid.cancel(first.id, "Mauvaise ligne du budget.").unwrap();
        assert!(matches!(aid.file(first.id), Err(DossierError::NotFound)));
        let late = aid.send(first.id);
        assert!(matches!(late, Err(DossierError::OrderSent)));
        // It may be ordered again, under the next number.
        let second = aid.asked();
        assert_eq!(second.numbers, std::slice::from_ref(&number));
        aid.order(&aid.town.karim, &second).unwrap();
        assert_eq!(aid.file(second.id).unwrap().0, 2);
        aid.send(second.id).unwrap();
        aid.send(second.id).unwrap();
        let late = aid.cancel(second.id, "Trop tard.");
        assert!(matches!(late, Err(DossierError::OrderSent)));
        assert!(aid.file(second.id).is_ok());
        let verbs = aid.verbs(&number);
        let sent = verbs.iter().filter(|verb| *verb == "payment.sent").count();
        assert_eq!(sent, 1);
        assert!(verbs.contains(&"payment.order_cancelled".to_owned()));
    });
}

#[test]
fn an_order_is_forgotten_with_the_last_of_its_dossiers() {
    in_aids(|aid| {
        let (first, _) = (aid.checked(), aid.checked());
        let asked = aid.asked();
        aid.order(&aid.town.claire, &asked).unwrap();
        aid.send(asked.id).unwrap();
        let revision = aid.read(&first).dossier.revision;
        let later = Town::later(&aid.town.claire, Duration::from_secs(400 * 86_400));
        let house = Ctx::house(later.organisation, later.now);
        let one = Destruction {
            revision,
            before: later.now,
            rule: "12 months".to_owned(),
            visa: "AD84-1".to_owned(),
            at_once: 1,
        };
        let (house, one) = (house.clone(), one.clone());
        let again = (house.clone(), one.clone());
        aid.town.write(move |tx, _| destroy(&house, tx, &one));
        assert!(aid.file(asked.id).is_ok(), "a dossier of it is left");
        aid.town.write(move |tx, _| destroy(&again.0, tx, &again.1));
        assert!(matches!(aid.file(asked.id), Err(DossierError::NotFound)));
    });
}

#[test]
fn a_decision_taken_back_leaves_nothing_to_pay() {
    in_aids(|mut aid| {
        let mut organisation = (*aid.town.desk.organisation).clone();
        organisation.profile.hold_minutes = 10;
        aid.town.desk.organisation = Arc::new(organisation);
        let (_, number) = aid.instructed(IBAN);
        aid.decided(&number, granting(Some(50_000))).unwrap();
        let held = aid.check(&aid.town.karim, &number, matches());
        assert!(matches!(held, Err(DossierError::DecisionHeld)), "{held:?}");
        let version = aid.read(&number).dossier.version;
        let (ctx, own) = (aid.town.claire.clone(), number.clone());
        aid.town.write(move |tx, desk| {
            parvis_dossier::take_back::take_back(&ctx, tx, desk, &own, version)
        });
        aid.decided(&number, in_part(10_000)).unwrap();
        let owed = aid.read(&number).decided.unwrap();
        assert_eq!(owed.decision.amount, Some(10_000));
    });
}

#[test]
fn the_account_is_masked_but_for_who_checks_it() {
    in_aids(|aid| {
        let (_, number) = aid.instructed(IBAN);
        aid.decided(&number, granting(Some(50_000))).unwrap();
        let view = aid.read(&number);
        let masked = "FR14XXXXXXXXXXXXXXXXXXXX606".to_owned();
        assert_eq!(view.answers.get("iban"), Some(&Answer::Iban(masked)));
        let pages = Pages::of(&aid.town);
        let path = format!("/agent/dossiers/{number}");
        let mut claire = signed_in(&aid.town, &pages, &aid.town.claire);
        let page = claire.get(&path);
        assert!(
            page.says("FR14 XXXX XXXX XXXX XXXX XXXX 606"),
            "{}",
            page.text()
        );
        assert!(page.says("500,00 €"));
        let refused = claire.get_once(&format!("{path}/compte"));
        assert_eq!(refused.status, 403);
        assert!(!refused.body().contains("3M02"));
        let mut karim = signed_in(&aid.town, &pages, &aid.town.karim);
        let page = karim.get(&format!("{path}/compte"));
        assert!(
            page.says("FR14 2004 1010 0505 0001 3M02 606"),
            "{}",
            page.text()
        );
        assert!(page.says("Zoé LENOIR"));
        let id = view.dossier.id;
        let organisation = aid.town.desk.organisation.id;
        let read = aid.town.write(move |tx, _| {
            let subject = Subject::dossier(id);
            Ok(journal::consultations(tx, organisation, subject)?)
        });
        let read = read.iter().filter(|entry| entry.verb == "account.read");
        assert_eq!(read.count(), 1);
    });
}

#[test]
fn from_the_check_to_the_order_by_pages() {
    in_aids(|aid| {
        let (person, number) = aid.instructed(IBAN);
        aid.decided(&number, granting(Some(50_000))).unwrap();
        let pages = Pages::of(&aid.town);
        let mut karim = signed_in(&aid.town, &pages, &aid.town.karim);
        let list = karim.get("/agent/paiements");
        assert!(list.says("Comptes à vérifier") && list.says(number.as_str()));
        let path = format!("/agent/dossiers/{number}/compte");
        let form = karim.get(&path);
        let version = form.one("input[name=version]", "value");
        let empty = karim.post(&path, &[("version", &version)]);
        assert_eq!(empty.status, 422);
        let done = karim.post(&path, &[("version", &version), ("compte", "montre")]);
        assert!(done.says("Le compte est vérifié."), "{}", done.text());
        let list = karim.get("/agent/paiements");
        let href = list
            .all("main a", "href")
            .into_iter()
            .find(|href| href.contains("/paiements/nouveau"))
            .unwrap();
        let new = karim.get(&href);
        assert!(new.says("cinq cents euros"), "{}", new.text());
        assert!(!new.body().contains("3M02"));
        let fields = ["ordre", "groupe", "demarche", "dossiers", "total"]
            .map(|name| (name, new.one(&format!("input[name={name}]"), "value")));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let order = karim.post("/agent/paiements", &fields);
        assert!(order.says("Ordre de paiement n° 1"), "{}", order.text());
        assert!(order.says("FR14 2004 1010 0505 0001 3M02 606"));
        let id = &fields[0].1;
        let bare = karim.post(&format!("/agent/paiements/{id}/annuler"), &[("motif", "")]);
        assert_eq!(bare.status, 422);
        let file = karim.get(&format!("/agent/paiements/{id}/fichier"));
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        let sent = karim.post(&format!("/agent/paiements/{id}/transmettre"), &[]);
        assert!(sent.says("Transmis"), "{}", sent.text());
        let (ctx, own) = (person.clone(), number.clone());
        let told = aid
            .town
            .write(move |tx, desk| parvis_dossier::follow::follow(&ctx, tx, desk, &own));
        assert!(told.events.iter().any(|event| event.verb == "payment.sent"));
    });
}
