//! From the act that plans a mail to the post that takes it, on both engines.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot prepare its ground fails"
)]

mod sink;

use std::sync::Arc;
use std::time::Duration;

use parvis_access::AccessError;
use parvis_access::challenge::{self, NewChallenge};
use parvis_access::session::{self, Token};
use parvis_jobs::{Runner, deliver_due, publish, run_due};
use parvis_journal::Subject;
use parvis_kernel::{ChallengeId, Clock, Ctx, Failure, Language};
use parvis_notify::post::{Folder, Memory, Security, Smtp, SmtpSettings};
use parvis_notify::{
    Compose, Composers, Content, DecisionContent, Letter, Mail, Order, Post, SUBSCRIBERS, Sender,
    Template, folder,
};
use parvis_organisation::{Contact, Directory, Organisation, Profile};
use parvis_store::{Migration, StoreError, Tx};
use parvis_testkit::{TestStore, on_both};
use parvis_web::Roots;
use sink::{Mood, Sink};
use uuid::Uuid;

const MIGRATIONS: &[&[Migration]] = &[
    parvis_journal::MIGRATIONS,
    parvis_jobs::MIGRATIONS,
    parvis_organisation::MIGRATIONS,
    parvis_access::MIGRATIONS,
    parvis_notify::MIGRATIONS,
];

/// A town that writes mails.
struct Town {
    test: TestStore,
    ctx: Ctx,
    directory: Directory,
    runtime: tokio::runtime::Runtime,
}

impl Town {
    fn open(test: TestStore) -> Self {
        let organisation = Organisation {
            id: test.organisation,
            slug: "rochebrune".to_owned(),
            host: None,
            name: "Ville de Rochebrune".to_owned(),
            profile: Profile {
                sender: "ne-pas-repondre@rochebrune.example".to_owned(),
                contact: Contact {
                    email: Some("mairie@rochebrune.example".to_owned()),
                    ..Contact::default()
                },
                ..Profile::default()
            },
            demonstration: true,
            trial: None,
        };
        let directory = Directory::default();
        directory.replace(vec![organisation.clone()]);
        let ctx = Ctx {
            language: Language::English,
            ..test.ctx()
        };
        let house = ctx.clone();
        test.store
            .write_blocking(move |tx| parvis_organisation::create(&house, tx, &organisation))
            .unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        Self {
            test,
            ctx,
            directory,
            runtime,
        }
    }

    fn sender(&self, post: impl Post + 'static, composers: Composers) -> Vec<Arc<dyn Runner>> {
        let sender = Sender::new(
            self.test.store.clone(),
            self.test.clock.clone(),
            self.directory.clone(),
            composers,
            Arc::new(post),
            Roots::new("http://127.0.0.1:8080/"),
        );
        vec![Arc::new(sender.unwrap())]
    }

    /// Delivers facts and runs jobs that are due; how many jobs succeeded.
    fn work(&self, runners: &[Arc<dyn Runner>]) -> usize {
        let store = &self.test.store;
        let delivering = deliver_due(store, SUBSCRIBERS, self.test.clock.now());
        self.runtime.block_on(delivering).unwrap();
        let running = run_due(store, runners, self.test.clock.as_ref());
        self.runtime.block_on(running).unwrap()
    }

    fn ask_code(&self, decoy: bool) -> ChallengeId {
        let ctx = self.ctx.clone();
        let asked = self.test.store.write_blocking(move |tx| {
            let session = session::open(&ctx, tx, &Token::draw().unwrap())?;
            let new = NewChallenge {
                session: session.id,
                address: "zoe@example.org".to_owned().into(),
                purpose: "/".to_owned(),
                dossier: None,
                decoy,
            };
            let id = challenge::create(&ctx, tx, &new)?;
            publish(tx, &challenge::asked(&ctx, id))?;
            Ok::<_, AccessError>(id)
        });
        asked.unwrap()
    }

    fn plan(&self, template: Template, subject: Uuid) {
        let ctx = self.ctx.clone();
        self.write(move |tx| {
            parvis_notify::send(&ctx, tx, template, Subject::new("dossier", subject)).map(drop)
        });
    }

    fn write(&self, act: impl Fn(&mut Tx<'_>) -> Result<(), StoreError> + Send + 'static) {
        self.test.store.write_blocking(act).unwrap();
    }

    fn mail(&self, subject: Uuid) -> Mail {
        let organisation = self.ctx.organisation;
        let read = self
            .test
            .store
            .read_blocking(move |tx| parvis_notify::about(tx, organisation, subject));
        let mut mails = read.unwrap();
        assert_eq!(mails.len(), 1);
        mails.remove(0)
    }

    fn later(&self, minutes: i64) {
        self.test.clock.advance(
            Duration::from_secs(u64::try_from(minutes).unwrap() * 60)
                .try_into()
                .unwrap(),
        );
    }
}

fn smtp(sink: &Sink) -> Smtp {
    let settings = SmtpSettings {
        host: sink.address.ip().to_string(),
        port: sink.address.port(),
        security: Security::None,
        account: None,
    };
    Smtp::new(&settings).unwrap()
}

/// Writes about decisions, to whom and with what name the test wants.
struct Writer {
    to: &'static str,
    person: &'static str,
    number: &'static str,
}

const ZOE: Writer = Writer {
    to: "zoe@example.org",
    person: "Zoé Lenoir",
    number: "2026-1",
};

impl Compose for Writer {
    fn compose(&self, _: &mut Tx<'_>, order: &Order<'_>) -> Result<Option<Letter>, Failure> {
        Ok(Some(Letter {
            to: self.to.to_owned().into(),
            person: Some(self.person.to_owned().into()),
            language: order.mail.language,
            reply_to: Some("etat-civil@rochebrune.example".to_owned()),
            content: Content::Decision(DecisionContent {
                number: self.number.to_owned(),
                procedure: "Copie d'acte".to_owned(),
                path: "/dossiers/2026-1/decision".to_owned(),
            }),
        }))
    }
}

fn decisions(writer: Writer) -> Composers {
    Composers::default().with(Template::Decision, writer)
}

#[test]
fn a_code_that_was_asked_reaches_its_address_once_in_the_language_of_the_person() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let id = town.ask_code(false);
        let post = Memory::default();
        let runners = town.sender(post.clone(), Composers::default());
        assert_eq!(town.work(&runners), 1);
        assert_eq!(town.work(&runners), 0);
        let mails = post.mails();
        assert_eq!(mails.len(), 1);
        let code = challenge::code(town.test.store.vault(), id);
        assert_eq!(mails[0].to.as_str(), "zoe@example.org");
        assert!(mails[0].text.contains(code.as_str()));
        assert_eq!(mails[0].language, Language::English);
        let mail = town.mail(id.uuid());
        assert_eq!(mail.sent_at, Some(town.ctx.now));
        let organisation = town.ctx.organisation;
        let traces = town.test.store.read_blocking(move |tx| {
            parvis_journal::consultations(tx, organisation, Subject::new("challenge", id.uuid()))
        });
        assert_eq!(traces.unwrap()[0].verb, "mail.sent");
    });
}

#[test]
fn nothing_is_sent_for_a_decoy_or_for_a_code_that_ended() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let post = Memory::default();
        let runners = town.sender(post.clone(), Composers::default());
        let decoy = town.ask_code(true);
        town.work(&runners);
        let ended = town.ask_code(false);
        town.later(16);
        town.work(&runners);
        assert_eq!(post.mails().len(), 0);
        for id in [decoy, ended] {
            assert!(town.mail(id.uuid()).given_up_at.is_some());
        }
    });
}

#[test]
fn a_mail_waits_for_a_server_that_is_down_and_leaves_exactly_once() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let sink = town.runtime.block_on(Sink::start(Mood::Gone));
        let runners = town.sender(smtp(&sink), decisions(ZOE));
        let subject = Uuid::now_v7();
        town.plan(Template::Decision, subject);
        assert_eq!(town.work(&runners), 0);
        let organisation = town.ctx.organisation;
        let late = town
            .test
            .store
            .read_blocking(move |tx| parvis_notify::is_late(tx, organisation, subject));
        assert!(late.unwrap());
        assert_eq!(town.work(&runners), 0, "not tried again at once");
        town.later(1);
        sink.becomes(Mood::Busy);
        assert_eq!(town.work(&runners), 0);
        assert_eq!(town.mail(subject).attempts, 2);
        town.later(10);
        sink.becomes(Mood::Open);
        assert_eq!(town.work(&runners), 1);
        town.later(60);
        assert_eq!(town.work(&runners), 0);
        assert_eq!(sink.taken().len(), 1);
        assert!(!town.mail(subject).is_late());
    });
}

#[test]
fn an_address_that_does_not_exist_is_not_tried_for_ever() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let sink = town.runtime.block_on(Sink::start(Mood::UnknownAddress));
        let runners = town.sender(smtp(&sink), decisions(ZOE));
        let subject = Uuid::now_v7();
        town.plan(Template::Decision, subject);
        assert_eq!(town.work(&runners), 1, "the job is over");
        let mail = town.mail(subject);
        assert!(mail.sent_at.is_none() && mail.given_up_at.is_some());
    });
}

#[test]
fn a_message_carries_the_headers_of_a_service_that_can_be_answered() {
    let town = Town::open(TestStore::on(parvis_store::Engine::Sqlite, MIGRATIONS));
    let sink = town.runtime.block_on(Sink::start(Mood::Open));
    let runners = town.sender(smtp(&sink), decisions(ZOE));
    let subject = Uuid::now_v7();
    town.plan(Template::Decision, subject);
    town.work(&runners);
    let id = town.mail(subject).id;
    let message = sink.taken().remove(0);
    let (head, body) = message.split_once("\n\n").unwrap();
    for line in [
        "From: \"Ville de Rochebrune\" <ne-pas-repondre@rochebrune.example>",
        "Reply-To: etat-civil@rochebrune.example",
        "Subject: File no. 2026-1: there is an answer for you",
        "Date: Sun, 22 Nov 2026 08:00:00 +0000",
        "Auto-Submitted: auto-generated",
        "Content-Language: en",
        &format!("Message-ID: <{id}@rochebrune.example>"),
    ] {
        assert!(head.contains(line), "{line}\n\n{head}");
    }
    assert!(body.contains("http://127.0.0.1:8080/rochebrune/dossiers/2026-1/decision"));
    assert!(body.contains("Content-Type: text/plain; charset=utf-8"));
    assert!(body.contains("Content-Type: text/html; charset=utf-8"));
}

#[test]
fn no_name_and_no_number_adds_a_header() {
    let town = Town::open(TestStore::on(parvis_store::Engine::Sqlite, MIGRATIONS));
    let post = Memory::default();
    let writer = Writer {
        person: "Zoé\r\nBcc: everybody@example.org\r\n\r\nbody",
        number: "1\r\nBcc: everybody@example.org",
        ..ZOE
    };
    let runners = town.sender(post.clone(), decisions(writer));
    town.plan(Template::Decision, Uuid::now_v7());
    assert_eq!(town.work(&runners), 1);
    let message = String::from_utf8(post.mails()[0].formatted()).unwrap();
    assert!(
        !message.lines().any(|line| line.starts_with("Bcc")),
        "{message}"
    );
}

#[test]
fn a_malformed_address_is_given_up_and_nobody_else_gets_the_mail() {
    for to in [
        "zoe@example.org\r\nRCPT TO:<x@example.org>",
        "zoe@example.org, x@example.org",
        "zoé@example.org",
        "zoe",
        "",
        "<zoe@example.org>",
    ] {
        let town = Town::open(TestStore::on(parvis_store::Engine::Sqlite, MIGRATIONS));
        let post = Memory::default();
        let runners = town.sender(post.clone(), decisions(Writer { to, ..ZOE }));
        let subject = Uuid::now_v7();
        town.plan(Template::Decision, subject);
        assert_eq!(town.work(&runners), 1, "{to:?}");
        assert!(town.mail(subject).given_up_at.is_some(), "{to:?}");
        assert_eq!(post.mails().len(), 0, "{to:?}");
    }
}

#[test]
fn a_template_without_a_composer_delays_its_mail_and_loses_nothing() {
    let town = Town::open(TestStore::on(parvis_store::Engine::Sqlite, MIGRATIONS));
    let subject = Uuid::now_v7();
    town.plan(Template::Decision, subject);
    assert!(Composers::default().missing().contains(&Template::Decision));
    let without = town.sender(Memory::default(), Composers::default());
    assert_eq!(town.work(&without), 0);
    town.later(1);
    let post = Memory::default();
    assert_eq!(town.work(&town.sender(post.clone(), decisions(ZOE))), 1);
    assert_eq!(post.mails().len(), 1);
}

#[test]
fn without_a_server_mails_are_kept_in_a_folder_that_lists_and_reads_them() {
    let town = Town::open(TestStore::on(parvis_store::Engine::Sqlite, MIGRATIONS));
    let path = town.test.folder().join("mails");
    let runners = town.sender(Folder::open(&path).unwrap(), decisions(ZOE));
    for _ in 0..3 {
        town.plan(Template::Decision, Uuid::now_v7());
        town.later(1);
    }
    assert_eq!(town.work(&runners), 3);
    let kept = folder::list(&path, 10).unwrap();
    assert_eq!(kept.len(), 3);
    assert!(kept.is_sorted_by(|one, other| one.name > other.name));
    assert_eq!(folder::list(&path, 2).unwrap().len(), 2);
    assert_eq!(kept[0].to, "zoe@example.org");
    assert!(kept[0].text.contains("/dossiers/2026-1/decision"));
    assert_eq!(
        folder::read(&path, &kept[0].name).unwrap().as_ref(),
        Some(&kept[0])
    );
    let whole = std::fs::read_to_string(path.join(format!("{}.eml", kept[0].name))).unwrap();
    assert!(whole.contains("To: ") && whole.contains("zoe@example.org"));
    for outside in ["../parvis", "", "/etc/passwd", "a.b"] {
        assert_eq!(folder::read(&path, outside).unwrap(), None, "{outside}");
    }
}

#[cfg(unix)]
#[test]
fn kept_mails_are_read_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let town = Town::open(TestStore::on(parvis_store::Engine::Sqlite, MIGRATIONS));
    let path = town.test.folder().join("mails");
    let runners = town.sender(Folder::open(&path).unwrap(), decisions(ZOE));
    town.plan(Template::Decision, Uuid::now_v7());
    assert_eq!(town.work(&runners), 1);
    for entry in std::fs::read_dir(&path).unwrap() {
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn old_mails_are_forgotten_once_they_left_and_not_before() {
    on_both(MIGRATIONS, |test| {
        let town = Town::open(test);
        let (left, waiting) = (Uuid::now_v7(), Uuid::now_v7());
        town.plan(Template::Decision, left);
        let runners = town.sender(Memory::default(), decisions(ZOE));
        town.work(&runners);
        town.plan(Template::Draft, waiting);
        town.later(60);
        let now = town.test.clock.now();
        town.write(move |tx| {
            assert_eq!(parvis_notify::purge(tx, now)?, 1);
            Ok(())
        });
        assert_eq!(town.mail(waiting).template, Template::Draft);
    });
}
