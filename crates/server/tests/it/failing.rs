//! What happens when something around the house fails, or when everybody comes at once.

use std::sync::Barrier;

use http::StatusCode;
use parvis_store::{Engine, Sql, StoreError};
use parvis_testkit::{Page, TestStore, bad_day, hostile};

use crate::bad_days::{DISK_FULL, name_of};
use crate::enumeration::protected;
use crate::town::{Known, Town, answers, in_towns};

const ZOE: &str = "zoe.lenoir@exemple.fr";
/// No page more than there are: SQLite then says that the disk is full.
const NO_MORE_PAGES: Sql = Sql("PRAGMA max_page_count = 1");
const MANY_PAGES: Sql = Sql("PRAGMA max_page_count = 1000000");
const COUNT_DOSSIERS: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM dossiers");

fn pages_at_most(town: &Town, sql: Sql) {
    let set = town
        .house
        .store
        .write_blocking(move |tx| tx.query(sql, &[], |row| row.int(0)));
    let set: Result<Vec<i64>, StoreError> = set;
    set.unwrap();
}

fn dossiers(town: &Town) -> i64 {
    let counted = town
        .house
        .store
        .read_blocking(|tx| tx.one(COUNT_DOSSIERS, &[], |row| row.int(0)));
    let counted: Result<i64, StoreError> = counted;
    counted.unwrap()
}

#[test]
fn a_hundred_deposits_at_once_give_one_dossier_and_the_same_receipt() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut zoe = place.browser();
        let known = Known::Email(ZOE);
        let (number, page) = town.begin(place, &mut zoe, "acte-naissance", known);
        town.fill(&mut zoe, &number, page, answers("acte-naissance"));
        let declare = zoe.get(&format!("/dossiers/{number}/declarer")).shown();
        let form = declare.form("/declarer").fill("declaration", "oui");
        town.work();
        let mails_before = town.post.to(ZOE).len();
        let (dossiers_before, together) = (dossiers(town), Barrier::new(100));
        let mut pages: Vec<Page> = Vec::new();
        let verbs = town.traced(|| {
            std::thread::scope(|scope| {
                let threads: Vec<_> = (0..100)
                    .map(|_| {
                        let (mut window, form, together) = (zoe.clone(), &form, &together);
                        scope.spawn(move || {
                            together.wait();
                            window.post_form(form)
                        })
                    })
                    .collect();
                pages = threads
                    .into_iter()
                    .map(|thread| thread.join().unwrap())
                    .collect();
            });
        });
        // So many tries in one second are too many for one browser: some are told to wait.
        pages.retain(|page| page.status != StatusCode::TOO_MANY_REQUESTS);
        let answered = pages.len();
        let mut receipts: Vec<String> = pages
            .iter()
            .map(|page| page.clone().shown().told())
            .collect();
        receipts.dedup();
        assert_eq!(receipts.len(), 1, "{receipts:#?}");
        assert_eq!(dossiers(town), dossiers_before);
        let submitted = verbs.iter().filter(|verb| *verb == "dossier.submitted");
        assert_eq!(submitted.count(), 1, "{verbs:?}");
        town.work();
        assert_eq!(
            town.post.to(ZOE).len(),
            mails_before + 1,
            "the receipt, once"
        );
        protected(town);
        hostile(
            "the same deposit sent a hundred times at once",
            &format!(
                "{}: one dossier, one mail, one trace of the deposit; {answered} times the same receipt, {} times a page that says to wait a minute",
                name_of(town.test.engine),
                100 - answered
            ),
        );
    });
}

#[test]
fn a_double_click_at_the_start_begins_one_draft() {
    in_towns(|town| {
        let mut zoe = town.rochebrune.browser();
        let page = zoe.get("/demarches/acte-naissance/commencer").shown();
        let form = page.form("/commencer").fill("connu", "code");
        let first = zoe.submit(&form);
        let second = zoe.submit(&form);
        assert_eq!(first.leads_to(), second.leads_to());
        assert_eq!(dossiers(town), 1);
    });
}

#[test]
fn without_a_mail_server_the_deposit_stands_and_the_mail_leaves_later() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut zoe = place.browser();
        let known = Known::Email(ZOE);
        let (number, page) = town.begin(place, &mut zoe, "signaler-un-probleme", known);
        town.fill(&mut zoe, &number, page, answers("signaler-un-probleme"));
        town.work();
        let before = town.post.to(ZOE).len();
        town.post.set_down(true);
        let receipt = town.declare(&mut zoe, &number);
        assert!(
            receipt
                .told()
                .contains("s’il tarde, votre demande est bien déposée"),
            "{}",
            receipt.told()
        );
        town.work();
        assert_eq!(town.post.to(ZOE).len(), before);
        let followed = zoe.get(&format!("/dossiers/{number}")).shown();
        assert!(followed.told().contains("Déposé"), "{}", followed.told());
        town.post.set_down(false);
        for _ in 0..10 {
            town.later(1800);
            town.work();
        }
        let mails = town.post.to(ZOE);
        assert_eq!(mails.len(), before + 1, "the receipt, once");
        assert!(mails[before].text.as_str().contains(&number));
        bad_day(
            "the mail server refuses for hours",
            &format!(
                "{}: the deposit stands and its page says that the mail may be late; the mail leaves once the server takes it again, once",
                name_of(town.test.engine)
            ),
        );
    });
}

#[test]
fn a_code_that_cannot_be_sent_is_said_to_be_late() {
    in_towns(|town| {
        town.post.set_down(true);
        let mut zoe = town.rochebrune.browser();
        let page = zoe.get("/demarches/acte-naissance/commencer").shown();
        let form = page
            .form("/commencer")
            .fill("connu", "courriel")
            .fill("courriel", ZOE);
        let asked = zoe.post_form(&form).shown();
        town.work();
        let late = zoe.get(&asked.path).shown();
        assert!(late.told().contains("messagerie"), "{}", late.told());
    });
}

/// A page in French that says that nothing was kept and when to come back.
fn says_that_it_is_full(page: &Page) {
    assert_eq!(
        page.status,
        StatusCode::SERVICE_UNAVAILABLE,
        "{}",
        page.told()
    );
    assert_eq!(page.header("retry-after"), "600");
    assert_eq!(page.attr("html", "lang").as_deref(), Some("fr"));
    assert!(page.told().len() > 80, "{}", page.told());
}

#[test]
fn when_the_disk_is_full_nothing_is_acknowledged_and_it_recovers() {
    // The disk of PostgreSQL is another machine's: the store has its own test of what it answers then.
    let kit = TestStore::on(Engine::Sqlite, &[&parvis_server::migrations()]);
    let town = Town::build(kit);
    let known = Known::Email(ZOE);
    let (mut zoe, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
    let page = zoe.get(&format!("/dossiers/{number}")).shown();
    let form = page.form("/messages");
    pages_at_most(&town, NO_MORE_PAGES);
    let (mut acknowledged, mut refused) = (0, 0);
    for round in 0..40 {
        let text = format!("Message {round} : {}", "bla ".repeat(400));
        let id = parvis_kernel::MessageId::new().to_string();
        let sent = zoe.submit(
            &form
                .clone()
                .fill("message", &text)
                .tamper("identifiant", &id),
        );
        // Nobody waits for a bucket of tries to fill.
        town.later(60);
        match sent.status {
            StatusCode::SEE_OTHER => acknowledged += 1,
            _ => {
                says_that_it_is_full(&sent);
                refused += 1;
            }
        }
    }
    assert!(refused > 0, "the disk never filled");
    let live = town.rochebrune.browser().get("/health/live");
    assert_eq!(live.status, StatusCode::OK);
    pages_at_most(&town, MANY_PAGES);
    let shown = zoe.get(&format!("/dossiers/{number}")).shown();
    let kept = (0..40).filter(|round| shown.told().contains(&format!("Message {round} :")));
    assert_eq!(
        kept.count(),
        acknowledged,
        "what was acknowledged, and nothing else"
    );
    let again = zoe.submit(&form.fill("message", "Et maintenant ?"));
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    protected(&town);
    bad_day(
        DISK_FULL,
        &format!(
            "a database that may not grow (SQLite, `max_page_count`): {acknowledged} messages acknowledged and kept, {refused} refused in French and not kept"
        ),
    );
}
